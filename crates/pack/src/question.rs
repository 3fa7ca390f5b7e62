//! Reads the parts of a question, type by type.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use crate::characters::quoted;
use crate::forms::normalised;
use crate::media::Media;
use crate::model::{
    Body, Choice, Drawing, Entry, Estimate, Group, Landmark, Near, Pair, Scale, SortEntry, Spot,
    Text,
};
use crate::notes::Kind;
use crate::problem::sentence;
use crate::table::Table;
use crate::value::Value;

/// A spot can be hit with a finger: WCAG 2.2, criterion 2.5.8, asks for 24 CSS pixels.
const SMALLEST_SPOT: f64 = 24.0;

/// As far as numbers of drawings go.
const LONGEST_SIDE: f64 = 10_000.0;

/// Estimates count people, money and time; more than this no binary fraction counts exactly.
const MOST_ESTIMATED: f64 = 1e15;

type BodyReader = fn(&Table<'_>, &Media) -> Body;

/// The parts that the question's `type` needs; `None` when there is no such type.
pub(crate) fn read_body(table: &Table<'_>, media: &Media) -> Option<Body> {
    let readers: [(&str, BodyReader); 10] = [
        ("single", |table, _| read_single(table)),
        ("multiple", |table, _| read_multiple(table)),
        ("true-false", |table, _| read_true_false(table)),
        ("ordering", |table, _| read_ordering(table)),
        ("matching", |table, _| read_matching(table)),
        ("sorting", |table, _| read_sorting(table)),
        ("hot-spot", read_hot_spot),
        ("short", |table, _| read_short(table)),
        ("estimate", |table, _| read_estimate(table)),
        ("scenario", |table, _| read_scenario(table)),
    ];
    let reader = table.one_of("type", &readers);
    if reader.is_none() {
        table.forgive();
    }
    Some(reader?(table, media))
}

fn read_single(table: &Table<'_>) -> Body {
    let options = read_choices(table.tables("option", 2..=6));
    expect_one_right(table, "option", &options);
    Body::Single { options }
}

fn read_multiple(table: &Table<'_>) -> Body {
    let options = read_choices(table.tables("option", 3..=8));
    expect_some_right(table, "option", options.iter().map(|choice| choice.correct));
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
    let correct = table.get("correct").is_some_and(|value| value.truth());
    Choice {
        id: table.own_slug("id", seen),
        text: table.text("text"),
        correct,
        then: Text::new(),
        why: table.text("why"),
        misconception: read_misconception(table, correct),
    }
}

/// The wrong idea behind a distractor; a right answer has none.
fn read_misconception(table: &Table<'_>, correct: bool) -> Option<String> {
    let value = table.get("misconception")?;
    if correct {
        let message = "a right answer has no misconception behind it; remove the one or the other";
        value.problem("right-misconception", message);
    }
    Some(value.reference(Kind::Misconception))
}

fn expect_one_right(table: &Table<'_>, key: &'static str, choices: &[Choice]) {
    let right = choices.iter().filter(|choice| choice.correct).count();
    if right != 1 && !choices.is_empty() {
        let message = sentence!("{} of these are marked correct; mark exactly one", right);
        table.source().problem(table.line_of(key), "wrong-answers", message);
    }
}

fn expect_some_right(
    table: &Table<'_>,
    key: &'static str,
    marks: impl ExactSizeIterator<Item = bool>,
) {
    let all = marks.len();
    let right = marks.filter(|correct| *correct).count();
    if all > 0 && (right == 0 || right == all) {
        let message =
            format!("at least one {key} is right and at least one is not; correct the marks");
        table.source().problem(table.line_of(key), "wrong-answers", message);
    }
}

fn read_scenario(table: &Table<'_>) -> Body {
    let mut seen = BTreeSet::new();
    let scene = table.required("scene").map(|value| value.list(1..=3)).unwrap_or_default();
    let tables = table.tables("option", 2..=4);
    let options: Vec<Choice> = tables
        .iter()
        .map(|option| Choice { then: option.text("then"), ..read_choice(option, &mut seen) })
        .collect();
    expect_one_right(table, "option", &options);
    Body::Scenario { scene: scene.iter().map(Value::text).collect(), options }
}

fn read_sorting(table: &Table<'_>) -> Body {
    let mut seen = BTreeSet::new();
    let groups: Vec<Group> = table
        .tables("group", 2..=4)
        .iter()
        .map(|group| Group { id: group.own_slug("id", &mut seen), text: group.text("text") })
        .collect();
    let tables = table.tables("entry", 4..=10);
    let entries: Vec<SortEntry> =
        tables.iter().map(|entry| read_sort_entry(entry, &groups, &mut seen)).collect();
    let is_used = |group: &&Group| entries.iter().any(|entry| entry.group == group.id);
    for group in groups.iter().filter(|group| !group.id.is_empty() && !is_used(group)) {
        let message = format!(
            "nothing belongs to the group {}; remove it, or give it an entry",
            quoted(&group.id)
        );
        table.source().problem(table.line_of("group"), "empty-group", message);
    }
    Body::Sorting { groups, entries }
}

fn read_sort_entry(table: &Table<'_>, groups: &[Group], seen: &mut BTreeSet<String>) -> SortEntry {
    let entry = SortEntry {
        id: table.own_slug("id", seen),
        text: table.text("text"),
        group: table.slug("group"),
        why: table.text("why"),
    };
    if !entry.group.is_empty() && !groups.iter().any(|group| group.id == entry.group) {
        let message = format!("this question has no group {}; correct it", quoted(&entry.group));
        table.source().problem(table.line_of("group"), "dangling-id", message);
    }
    entry
}

fn read_hot_spot(table: &Table<'_>, media: &Media) -> Body {
    let drawing = table.required("src").and_then(|src| media.drawing(&src, table.source().notes()));
    let mut seen = BTreeSet::new();
    let tables = table.tables("spot", 3..=8);
    let mut spots: Vec<Spot> = Vec::new();
    for spot in &tables {
        let read = read_spot(spot, &mut seen);
        if let Some(drawing) = &drawing {
            check_spot(spot, &read, &spots, drawing);
        }
        spots.push(read);
    }
    expect_some_right(table, "spot", spots.iter().map(|spot| spot.correct));
    let drawing = drawing.unwrap_or(Drawing { width: 0.0, height: 0.0, shapes: Vec::new() });
    Body::HotSpot { drawing, alt: table.sentences("alt"), spots }
}

fn read_spot(table: &Table<'_>, seen: &mut BTreeSet<String>) -> Spot {
    let correct = table.get("correct").is_some_and(|value| value.truth());
    Spot {
        id: table.own_slug("id", seen),
        text: table.text("text"),
        x: table.number("x", 0.0..=LONGEST_SIDE),
        y: table.number("y", 0.0..=LONGEST_SIDE),
        width: table.number("width", SMALLEST_SPOT..=LONGEST_SIDE),
        height: table.number("height", SMALLEST_SPOT..=LONGEST_SIDE),
        correct,
        why: table.text("why"),
        misconception: read_misconception(table, correct),
    }
}

/// A spot lies in the drawing, and apart from the ones above it: a click means one of them.
fn check_spot(table: &Table<'_>, spot: &Spot, others: &[Spot], drawing: &Drawing) {
    if spot.x + spot.width > drawing.width || spot.y + spot.height > drawing.height {
        let message = format!(
            "it reaches beyond the drawing, which is {} by {} units; move it or make it smaller",
            drawing.width, drawing.height
        );
        table.problem("spot-outside", message);
    }
    let overlaps = |other: &&Spot| {
        spot.x < other.x + other.width
            && other.x < spot.x + spot.width
            && spot.y < other.y + other.height
            && other.y < spot.y + spot.height
    };
    if let Some(other) = others.iter().find(overlaps) {
        let message = format!("it overlaps the spot {}; move them apart", quoted(&other.id));
        table.problem("spot-overlap", message);
    }
}

fn read_short(table: &Table<'_>) -> Body {
    let mut seen = BTreeSet::new();
    let accept = read_forms(table, "accept", 1..=12, &mut seen);
    let answer = table.plain("answer");
    if !accept.is_empty() && !answer.is_empty() && !seen.contains(&normalised(&answer)) {
        let message = "the answer shown afterwards is not one of the accepted forms; add it there";
        table.source().problem(table.line_of("answer"), "answer-not-accepted", message);
    }
    let near = match table.get("near") {
        Some(_) => table.tables("near", 0..=6),
        None => Vec::new(),
    };
    let near = near
        .iter()
        .map(|near| Near {
            forms: read_forms(near, "forms", 1..=12, &mut seen),
            why: near.text("why"),
            misconception: read_misconception(near, false),
        })
        .collect();
    Body::Short { accept, answer, why: table.text("why"), near }
}

/// Typed forms; no two of a question are the same after normalising, whatever they mean.
fn read_forms(
    table: &Table<'_>,
    key: &'static str,
    count: RangeInclusive<usize>,
    seen: &mut BTreeSet<String>,
) -> Vec<String> {
    let values = table.required(key).map(|value| value.list(count)).unwrap_or_default();
    let mut forms = Vec::new();
    for value in &values {
        let form = value.plain();
        let normal = normalised(&form);
        if normal.is_empty() && !form.is_empty() {
            let message = "nothing is left of this form after normalising; write letters or digits";
            value.problem("empty-form", message);
        } else if !normal.is_empty() && !seen.insert(normal) {
            let message = "after normalising this is the same as a form above; remove one";
            value.problem("duplicate-form", message);
        }
        forms.push(form);
    }
    forms
}

fn read_estimate(table: &Table<'_>) -> Body {
    let numbers = 0.0..=MOST_ESTIMATED;
    let scales = [("linear", Scale::Linear), ("log", Scale::Log)];
    let landmarks = match table.get("landmark") {
        Some(_) => table.tables("landmark", 0..=4),
        None => Vec::new(),
    };
    let estimate = Estimate {
        value: table.number("value", numbers.clone()),
        unit: table.plain("unit"),
        low: table.number("low", numbers.clone()),
        high: table.number("high", numbers.clone()),
        scale: table.one_of("scale", &scales).unwrap_or(Scale::Linear),
        within: table.whole("within", 1..=100),
        why: table.text("why"),
        landmarks: landmarks
            .iter()
            .map(|mark| Landmark {
                value: mark.number("value", numbers.clone()),
                text: mark.text("text"),
            })
            .collect(),
    };
    check_estimate(table, &estimate);
    for (mark, table) in estimate.landmarks.iter().zip(&landmarks) {
        if mark.value < estimate.low || mark.value > estimate.high {
            table.problem("off-the-rule", "it lies beyond the ends of the rule; move one of them");
        }
    }
    Body::Estimate(estimate)
}

fn check_estimate(table: &Table<'_>, estimate: &Estimate) {
    let source = table.source();
    if estimate.high <= estimate.low {
        let message = "`high` is not above `low`; exchange or correct them";
        source.problem(table.line_of("high"), "empty-rule", message);
    } else if estimate.scale == Scale::Log && estimate.low <= 0.0 {
        let message = "a rule with scale = \"log\" begins above 0; raise `low`";
        source.problem(table.line_of("low"), "empty-rule", message);
    }
    if estimate.value <= 0.0 || estimate.value < estimate.low || estimate.value > estimate.high {
        let message = "the value is above 0 and on the rule, from `low` to `high`; correct them";
        source.problem(table.line_of("value"), "off-the-rule", message);
    }
}
