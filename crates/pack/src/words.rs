//! Words and sentences, counted as the format counts them.

use crate::model::{Block, plain};

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
pub(crate) fn long_sentences(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (start, sentence) in sentences(text) {
        let words = count(sentence);
        if words > LONGEST_SENTENCE {
            let begin: Vec<&str> = sentence.split_whitespace().take(5).collect();
            let begin = begin.join(" ");
            let message = format!(
                "a sentence of {words} words, more than {LONGEST_SENTENCE}; split the one that begins “{begin} …”"
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
        if matches!(character, '.' | '!' | '?' | '…')
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
