//! How hard a lesson is to read.
//!
//! LIX (C. H. Björnsson, *Läsbarhet*, 1968; for English J. Anderson, "Lix and Rix: Variations on a
//! Little-known Readability Index", Journal of Reading 26 (1983) 490–496) is the mean number of words in a
//! sentence plus the percentage of words with more than six letters. Up to 30 is easy, about 40 is a
//! newspaper, above 50 is hard. It counts letters and no syllables, so it works for every language with
//! spaces between its words.

use serde::Serialize;

use crate::minutes;
use crate::model::{Block, Module, Step, plain};
use crate::words;

/// A word with more letters is a long one.
const LONG: usize = 6;

/// What a lesson asks of a reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lesson {
    /// The module.
    pub module: String,
    /// Steps and one attempt at the final check, in minutes.
    pub minutes: u32,
    /// Words that are read on the way, consequences of decisions included.
    pub words: usize,
    /// LIX of these words, rounded.
    pub lix: u32,
}

impl Lesson {
    /// Measures a module.
    pub(crate) fn of(module: &Module) -> Self {
        let texts: Vec<String> = module.steps.iter().flat_map(texts).collect();
        let words = texts.iter().map(|text| words::count(text)).sum();
        Self {
            module: module.id.clone(),
            minutes: minutes::module_minutes(module),
            words,
            lix: lix(&texts),
        }
    }
}

/// What is read on the way: prose, lists, callouts, decisions with what follows from them, prompts.
fn texts(step: &Step) -> Vec<String> {
    step.blocks.iter().flat_map(block_texts).collect()
}

fn block_texts(block: &Block) -> Vec<String> {
    match block {
        Block::Paragraph(text) => vec![plain(text)],
        Block::List { items, .. } => items.iter().map(|item| plain(item)).collect(),
        Block::Callout { body, .. } => vec![plain(body)],
        Block::Reflection { prompt, .. } => vec![plain(prompt)],
        Block::Decision(decision) => {
            let options = decision.options.iter();
            let options = options.flat_map(|option| [plain(&option.text), plain(&option.then)]);
            std::iter::once(plain(&decision.ask)).chain(options).collect()
        }
        Block::Subheading(_)
        | Block::Check { .. }
        | Block::Figure(_)
        | Block::Timeline { .. }
        | Block::Comparison { .. }
        | Block::Quote(_) => Vec::new(),
    }
}

/// LIX of some paragraphs, rounded; 0 without words.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a lesson has a few thousand words"
)]
fn lix(texts: &[String]) -> u32 {
    let sentences: usize = texts.iter().map(|text| words::sentences(text).len()).sum();
    let all: usize = texts.iter().map(|text| words::count(text)).sum();
    let long = texts.iter().flat_map(|text| text.split_whitespace()).filter(|word| is_long(word));
    let long = long.count();
    if sentences == 0 || all == 0 {
        return 0;
    }
    let (sentences, all, long) = (sentences as f64, all as f64, long as f64);
    (all / sentences + 100.0 * long / all).round() as u32
}

fn is_long(word: &str) -> bool {
    word.chars().filter(|character| character.is_alphabetic()).count() > LONG
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lix_is_sentence_length_plus_share_of_long_words() {
        // 10 words in 2 sentences, 3 of them long.
        let text = "The thieves copied the payroll files. Nobody noticed a thing.";
        assert_eq!(lix(&[text.to_owned()]), 5 + 30);
        // None of them long.
        let text = "The gang took the files. Nobody saw it at all.";
        assert_eq!(lix(&[text.to_owned()]), 5);
        assert_eq!(lix(&[]), 0);
        assert_eq!(lix(&["…".to_owned()]), 0);
    }

    #[test]
    fn marks_do_not_make_a_word_long() {
        assert!(!is_long("“files,”"));
        assert!(is_long("payroll"));
        assert!(!is_long("100,000"));
    }
}
