//! Reads a quiz: the policy and the questions.

use std::collections::BTreeSet;

use crate::characters::quoted;
use crate::lesson::StepDraft;
use crate::model::{Body, Choice, Entry, Feedback, Item, Pair, Policy, Pool, Quiz};
use crate::notes::Kind;
use crate::source::Source;
use crate::table::{Table, read_toml};

/// The questions of a module whose steps are read already.
pub(crate) fn read_quiz(source: &Source<'_>, steps: &[StepDraft]) -> Option<Quiz> {
    let kinds = [Kind::Quiz, Kind::Item];
    read_toml(source, &kinds, |root| {
        let policy = root.required("policy").and_then(|value| value.table());
        let policy = policy.map(|table| (read_policy(&table), table.line_of("draw")));
        let (policy, draw_line) = policy.unwrap_or((Quiz::stand_in().policy, 0));
        let items: Vec<Item> =
            root.any_tables("item").iter().filter_map(|table| read_item(table, steps)).collect();
        report_bank(source, &policy, draw_line, &items);
        Quiz { id: root.defined("id", Kind::Quiz), title: root.plain("title"), policy, items }
    })
}

impl Quiz {
    /// What stands in for a quiz that could not be read.
    pub(crate) fn stand_in() -> Self {
        Self {
            id: String::new(),
            title: String::new(),
            policy: Policy {
                draw: 0,
                pass_percent: 100,
                tries: 0,
                feedback: Feedback::After,
                shuffle: true,
            },
            items: Vec::new(),
        }
    }
}

fn read_policy(table: &Table<'_>) -> Policy {
    let feedbacks = [("after", Feedback::After)];
    Policy {
        draw: table.whole("draw", 1..=100),
        pass_percent: table.whole("pass_percent", 1..=100),
        tries: table.whole("tries", 0..=100),
        feedback: table.one_of("feedback", &feedbacks).unwrap_or(Feedback::After),
        shuffle: table.truth("shuffle"),
    }
}

fn report_bank(source: &Source<'_>, policy: &Policy, line: u32, items: &[Item]) {
    let bank = items.iter().filter(|item| item.pool == Pool::Check).count();
    if (policy.draw as usize) > bank {
        let message = format!(
            "`draw` is {}, but the bank holds {bank} questions with pool = \"check\"; draw fewer, or write more",
            policy.draw
        );
        source.problem(line, "small-bank", message);
    }
}

fn read_item(table: &Table<'_>, steps: &[StepDraft]) -> Option<Item> {
    let pools = [("check", Pool::Check), ("practice", Pool::Practice)];
    let covers = table.required("covers").map(|value| value.list(0..=20));
    let item = Item {
        id: table.defined("id", Kind::Item),
        version: table.whole("version", 1..=1_000_000),
        pool: table.one_of("pool", &pools).unwrap_or_default(),
        ask: table.text("ask"),
        step: read_step(table, steps),
        covers: covers
            .unwrap_or_default()
            .iter()
            .map(|value| value.reference(Kind::Statement))
            .collect(),
        claims: table.references("claims", Kind::Claim),
        body: read_body(table)?,
    };
    Some(item)
}

/// The step that teaches an item stands in the item's own module.
fn read_step(table: &Table<'_>, steps: &[StepDraft]) -> String {
    let step = table.slug("step");
    let is_known = steps.iter().any(|draft| draft.step.id == step);
    if !step.is_empty() && !is_known && !table.source().notes().is_unsure(Kind::Step) {
        let message = format!(
            "this module has no step {}; name the one that teaches the question",
            quoted(&step)
        );
        table.source().problem(table.line_of("step"), "dangling-id", message);
    }
    step
}

type BodyReader = fn(&Table<'_>) -> Body;

fn read_body(table: &Table<'_>) -> Option<Body> {
    let readers: [(&str, BodyReader); 5] = [
        ("single", read_single),
        ("multiple", read_multiple),
        ("true-false", read_true_false),
        ("ordering", read_ordering),
        ("matching", read_matching),
    ];
    let reader = table.one_of("type", &readers);
    if reader.is_none() {
        table.forgive();
    }
    Some(reader?(table))
}

fn read_single(table: &Table<'_>) -> Body {
    let options = read_choices(table.tables("option", 2..=6));
    expect_one_right(table, "option", &options);
    Body::Single { options }
}

fn read_multiple(table: &Table<'_>) -> Body {
    let options = read_choices(table.tables("option", 3..=8));
    let right = options.iter().filter(|choice| choice.correct).count();
    if !options.is_empty() && (right == 0 || right == options.len()) {
        let message = "at least one option is right and at least one is not; correct the marks";
        let line = table.line_of("option");
        table.source().problem(line, "wrong-answers", message);
    }
    Body::Multiple { options }
}

fn read_true_false(table: &Table<'_>) -> Body {
    let reasons = read_choices(table.tables("reason", 2..=4));
    expect_one_right(table, "reason", &reasons);
    Body::TrueFalse {
        answer: table.truth("answer"),
        why_true: table.text("why_true"),
        why_false: table.text("why_false"),
        reasons,
    }
}

fn read_ordering(table: &Table<'_>) -> Body {
    let mut seen = BTreeSet::new();
    let entries = table.tables("entry", 3..=7);
    Body::Ordering { entries: entries.iter().map(|entry| read_entry(entry, &mut seen)).collect() }
}

fn read_matching(table: &Table<'_>) -> Body {
    let mut seen = BTreeSet::new();
    let pairs = table.tables("pair", 3..=7);
    let pairs = pairs
        .iter()
        .map(|pair| Pair {
            id: pair.own_slug("id", &mut seen),
            text: pair.text("text"),
            target: pair.text("target"),
            why: pair.text("why"),
        })
        .collect();
    let extras = match table.get("extra") {
        Some(_) => table.tables("extra", 0..=3),
        None => Vec::new(),
    };
    Body::Matching {
        pairs,
        extras: extras.iter().map(|extra| read_entry(extra, &mut seen)).collect(),
    }
}

fn read_entry(table: &Table<'_>, seen: &mut BTreeSet<String>) -> Entry {
    Entry { id: table.own_slug("id", seen), text: table.text("text"), why: table.text("why") }
}

fn read_choices(tables: Vec<Table<'_>>) -> Vec<Choice> {
    let mut seen = BTreeSet::new();
    tables.iter().map(|table| read_choice(table, &mut seen)).collect()
}

fn read_choice(table: &Table<'_>, seen: &mut BTreeSet<String>) -> Choice {
    let choice = Choice {
        id: table.own_slug("id", seen),
        text: table.text("text"),
        correct: table.get("correct").is_some_and(|value| value.truth()),
        why: table.text("why"),
        misconception: table.get("misconception").map(|value| value.slug()),
    };
    if choice.correct && choice.misconception.is_some() {
        let message = "a right answer has no misconception behind it; remove the one or the other";
        let line = table.line_of("misconception");
        table.source().problem(line, "right-misconception", message);
    }
    choice
}

fn expect_one_right(table: &Table<'_>, key: &'static str, choices: &[Choice]) {
    let right = choices.iter().filter(|choice| choice.correct).count();
    if right != 1 && !choices.is_empty() {
        let message = format!("{right} of these are marked correct; mark exactly one");
        table.source().problem(table.line_of(key), "wrong-answers", message);
    }
}
