//! Words and sentences, counted as the format counts them.

use crate::model::{Block, plain};
use crate::problem::{Sentence, sentence};

/// How many words a sentence may have.
const LONGEST_SENTENCE: usize = 25;

/// How many words of prose a step may hold.
pub(crate) const LONGEST_STEP: u32 = 120;

/// Shortenings that never end a sentence.
const ALWAYS_INSIDE: &[&str] = &[
    "e.g", "i.e", "cf", "vs", "mr", "mrs", "ms", "dr", "prof", "approx", "ca", "viz", "resp",
    "messrs",
];

/// Shortenings that do not end a sentence when a number follows.
const BEFORE_A_NUMBER: &[&str] = &[
    "no", "nos", "art", "arts", "fig", "figs", "p", "pp", "sec", "ch", "vol", "par", "para", "pt",
    "v",
];

/// How many words a text has: what stands between spaces or long dashes and holds a letter or digit.
pub(crate) fn count(text: &str) -> usize {
    text.split(|at: char| at.is_whitespace() || at == '—')
        .filter(|piece| piece.chars().any(char::is_alphanumeric))
        .count()
}

/// The words of a block that count as prose: what a reader meets before acting. Captions, options and
/// explanations do not count.
pub(crate) fn prose(block: &Block) -> usize {
    match block {
        Block::Paragraph(text) => count(&plain(text)),
        Block::List { items, .. } => items.iter().map(|item| count(&plain(item))).sum(),
        Block::Callout { title, body } => {
            count(title.as_deref().unwrap_or_default()) + count(&plain(body))
        }
        Block::Decision(decision) => count(&plain(&decision.ask)),
        Block::Reflection { prompt, .. } => count(&plain(prompt)),
        Block::Subheading(_)
        | Block::Check { .. }
        | Block::Figure(_)
        | Block::Timeline { .. }
        | Block::Comparison { .. }
        | Block::Quote(_) => 0,
    }
}

/// The sentences with too many words: the offset of each, and what to say about it.
pub(crate) fn long_sentences(text: &str) -> Vec<(usize, Sentence)> {
    let mut found = Vec::new();
    for (start, sentence) in sentences(text) {
        let words = count(sentence);
        if words > LONGEST_SENTENCE {
            let begin: Vec<&str> = sentence.split_whitespace().take(5).collect();
            let begin = begin.join(" ");
            let message = sentence!(
                "a sentence of {} words, more than {}; split the one that begins “{} …”",
                words,
                LONGEST_SENTENCE,
                begin
            );
            found.push((start, message));
        }
    }
    found
}

/// The sentences of a text with their offsets.
pub(crate) fn sentences(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, character) in text.char_indices() {
        if at >= start
            && matches!(character, '.' | '!' | '?' | '…')
            && let Some(next) = sentence_after(text, start, at, character)
        {
            found.push((start, text[start..next].trim()));
            start = next;
        }
    }
    if !text[start..].trim().is_empty() {
        found.push((start, text[start..].trim()));
    }
    found
}

/// Where the next sentence begins, if the mark at `at` ends one.
fn sentence_after(text: &str, start: usize, at: usize, mark: char) -> Option<usize> {
    let after = &text[at + mark.len_utf8()..];
    let rest = after.trim_start_matches(['.', '!', '?', '…', '”', '’', '"', '\'', ')', ']', '»']);
    let next = rest.trim_start();
    if rest.len() == next.len() || next.is_empty() {
        return None;
    }
    let opening = |at: char| matches!(at, '“' | '‘' | '"' | '\'' | '(' | '[' | '«');
    let first = next.trim_start_matches(opening).chars().next()?;
    // A sentence begins with a capital, a digit or a letter of a script without capitals.
    if first.is_lowercase() || !first.is_alphanumeric() {
        return None;
    }
    if mark == '.' && rest.len() == after.len() && is_shortening(&text[start..at], first) {
        return None;
    }
    Some(text.len() - next.len())
}

/// Whether the words up to a full stop end in a shortening, given what comes next.
fn is_shortening(before: &str, next: char) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let last = last.trim_start_matches(|at: char| !at.is_alphanumeric());
    let is_initial = last.chars().count() == 1 && last.chars().all(char::is_uppercase);
    let is_initials = last.contains('.')
        && last
            .split('.')
            .all(|part| part.chars().count() == 1 && part.chars().all(char::is_uppercase));
    let small = last.to_lowercase();
    is_initial
        || is_initials
        || ALWAYS_INSIDE.contains(&small.as_str())
        || (next.is_numeric() && BEFORE_A_NUMBER.contains(&small.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_between_spaces_and_long_dashes() {
        for (text, expect) in [
            ("", 0),
            ("One", 1),
            ("One two", 2),
            ("34,000 people", 2),
            ("well-known names", 2),
            ("a word—and another", 4),
            ("a word — and another", 4),
            ("6–7 June", 2),
            ("“Yes,” she said.", 3),
            (" … ", 0),
            ("C:\\x y", 2),
            ("一二 三", 2),
        ] {
            assert_eq!(count(text), expect, "{text:?}");
        }
    }

    /// A text is written with `|` between its sentences.
    fn check(parts: &str) {
        let expect: Vec<&str> = parts.split('|').map(str::trim).collect();
        let text = parts.replace('|', "");
        let found: Vec<&str> = sentences(&text).into_iter().map(|(_, it)| it).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn sentences_end_at_their_marks() {
        for parts in [
            "One. | Two! | Three? | Four",
            "He said “Stop.” | Then he left.",
            "(It was late.) | Nobody came.",
            "It ended … | Then it began.",
            "Really?! | Yes.",
            "It was so. | 34,000 people knew.",
            "“Who?” she asked.",
            "One. | “Two,” she said.",
            "One.\n| Two.",
            "It was in May. | ‘Now’ is later.",
            "That is a No. | That is a Yes.",
            "Она ушла. | Он остался.",
            "The end came at 5 p.m. | Then came the rest.",
            "Names, dates, etc. | All of it.",
        ] {
            check(parts);
        }
    }

    #[test]
    fn shortenings_numbers_and_names_do_not_end_a_sentence() {
        for text in [
            "Ask somebody, e.g. Anna or Ben.",
            "A few, i.e. Two or three.",
            "It took 3.5 hours, not 4.25.",
            "It is No. 4 on the list.",
            "See Art. 33 and p. 12 of it.",
            "J. K. Smith wrote to Dr. Brown and Mrs. Green.",
            "The U.S. Department said so.",
            "The file human2.aspx came from example.org today.",
            "It was approx. 4 days, cf. Annex B.",
            "Smith v. 12 others.",
            "Wait... and see.",
        ] {
            check(text);
        }
    }

    #[test]
    fn a_sentence_may_have_25_words() {
        let words = |count: usize| vec!["word"; count].join(" ");
        assert!(long_sentences(&words(25)).is_empty());
        assert_eq!(long_sentences(&words(26)).len(), 1);
        let text = format!("Short. {}. Short.", words(26).replacen('w', "W", 1));
        let found = long_sentences(&text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, 7, "the offset is that of the sentence");
        assert!(found[0].1.words.contains("26 words"), "{:?}", found[0].1);
        assert_eq!(found[0].1.values[..2], ["26", "25"]);
    }
}
