//! Small questions for the tests of this crate. A `+` marks what is right.

use eighteen_pack::{Body, Choice, Entry, Feedback, Item, Pair, Policy, Pool, Span, Text};

fn text(words: &str) -> Text {
    vec![Span::Text { text: words.to_owned() }]
}

fn choices(list: &str) -> Vec<Choice> {
    list.split_whitespace()
        .map(|word| Choice {
            id: word.trim_start_matches('+').to_owned(),
            text: text(word),
            correct: word.starts_with('+'),
            why: text("why"),
            misconception: None,
        })
        .collect()
}

fn entries(list: &str) -> Vec<Entry> {
    list.split_whitespace()
        .map(|word| Entry { id: word.to_owned(), text: text(word), why: text("why") })
        .collect()
}

pub(crate) fn single(list: &str) -> Body {
    Body::Single { options: choices(list) }
}

pub(crate) fn multiple(list: &str) -> Body {
    Body::Multiple { options: choices(list) }
}

pub(crate) fn true_false(answer: bool, reasons: &str) -> Body {
    Body::TrueFalse {
        answer,
        why_true: text("why"),
        why_false: text("why"),
        reasons: choices(reasons),
    }
}

pub(crate) fn ordering(list: &str) -> Body {
    Body::Ordering { entries: entries(list) }
}

pub(crate) fn matching(list: &str, extras: &str) -> Body {
    let pairs = list
        .split_whitespace()
        .map(|word| Pair {
            id: word.to_owned(),
            text: text(word),
            target: text(word),
            why: text("why"),
        })
        .collect();
    Body::Matching { pairs, extras: entries(extras) }
}

pub(crate) fn one_of_each() -> Vec<Body> {
    vec![
        single("a +b c"),
        multiple("+a +b c"),
        true_false(true, "r1 +r2"),
        ordering("a b c"),
        matching("a b c", "x"),
    ]
}

pub(crate) fn bank(size: u32) -> Vec<Item> {
    (0..size)
        .map(|number| Item {
            id: format!("item-{number}"),
            version: 1,
            pool: Pool::Check,
            ask: text("ask"),
            step: "step".into(),
            covers: Vec::new(),
            claims: Vec::new(),
            body: single("+a b c"),
        })
        .collect()
}

pub(crate) fn policy(draw: u32) -> Policy {
    Policy { draw, pass_percent: 75, tries: 3, feedback: Feedback::After, shuffle: true }
}
