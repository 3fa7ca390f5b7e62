//! Reads the typed blocks of a lesson: TOML between the prose.

use std::collections::BTreeSet;

use crate::media::Media;
use crate::model::{Art, Block, Decision, DecisionOption, Event, Figure, Quote, Row};
use crate::notes::Kind;
use crate::table::Table;
use crate::value::Value;

/// The kinds of blocks.
pub(crate) const KINDS: &[&str] =
    &["decision", "check", "callout", "figure", "timeline", "comparison", "quote", "reflection"];

/// What a step has used up while its blocks are read.
#[derive(Debug, Default)]
pub(crate) struct StepState {
    ids: BTreeSet<String>,
    has_callout: bool,
}

/// Reads the block of this kind; `None` if there is no such kind.
pub(crate) fn read_block(
    kind: &str,
    table: &Table<'_>,
    state: &mut StepState,
    media: &Media,
) -> Option<Block> {
    Some(match kind {
        "decision" => read_decision(table, state),
        "check" => Block::Check { item: table.slug("item") },
        "callout" => read_callout(table, state),
        "figure" => read_figure(table, media),
        "timeline" => read_timeline(table),
        "comparison" => read_comparison(table),
        "quote" => read_quote(table),
        "reflection" => Block::Reflection {
            id: table.own_slug("id", &mut state.ids),
            prompt: table.text("prompt"),
        },
        _ => {
            table.forgive();
            return None;
        }
    })
}

fn read_decision(table: &Table<'_>, state: &mut StepState) -> Block {
    let mut seen = BTreeSet::new();
    let options = table.tables("option", 2..=4);
    Block::Decision(Decision {
        id: table.own_slug("id", &mut state.ids),
        ask: table.text("ask"),
        options: options
            .iter()
            .map(|option| DecisionOption {
                id: option.own_slug("id", &mut seen),
                text: option.text("text"),
                then: option.text("then"),
            })
            .collect(),
    })
}

fn read_callout(table: &Table<'_>, state: &mut StepState) -> Block {
    if state.has_callout {
        let message = "a step holds at most one callout; join the two, or move one";
        table.problem("second-callout", message);
    }
    state.has_callout = true;
    Block::Callout {
        title: table.get("title").map(|value| value.plain()),
        body: table.text("body"),
    }
}

fn read_figure(table: &Table<'_>, media: &Media) -> Block {
    let notes = table.source().notes();
    let art = table.required("src").map(|src| media.find(&src, notes));
    let text = table.required("text").map(|value| value.list(1..=20));
    let text = text.unwrap_or_default();
    Block::Figure(Figure {
        alt: table.sentences("alt"),
        caption: table.text("caption"),
        claims: table.references("claims", Kind::Claim),
        text: text.iter().map(Value::text).collect(),
        art: art.unwrap_or_else(|| Art::Picture(String::new())),
    })
}

fn read_timeline(table: &Table<'_>) -> Block {
    let tables = table.tables("event", 2..=12);
    let mut events: Vec<Event> = Vec::new();
    for entry in &tables {
        let event = Event {
            date: entry.date("date"),
            text: entry.text("text"),
            claim: entry.get("claim").map(|value| value.reference(Kind::Claim)),
        };
        if events.last().is_some_and(|last| event.date < last.date) {
            let message = "an event before the one above it; put them in order of date";
            entry.problem("out-of-order", message);
        }
        events.push(event);
    }
    Block::Timeline { title: table.plain("title"), events }
}

fn read_comparison(table: &Table<'_>) -> Block {
    let columns = table.required("columns").map(|value| value.list(2..=3));
    let columns: Vec<String> = columns.unwrap_or_default().iter().map(Value::plain).collect();
    let tables = table.tables("row", 1..=12);
    let rows = tables.iter().map(|row| read_row(row, columns.len())).collect();
    Block::Comparison { title: table.plain("title"), columns, rows }
}

fn read_row(table: &Table<'_>, columns: usize) -> Row {
    let cells = table.required("cells").map(|value| value.list(0..=12));
    let cells = cells.unwrap_or_default();
    if cells.len() != columns {
        let message = format!("{} cells for {columns} columns; write one for each", cells.len());
        table.source().problem(table.line_of("cells"), "wrong-count", message);
    }
    Row { head: table.plain("head"), cells: cells.iter().map(Value::text).collect() }
}

fn read_quote(table: &Table<'_>) -> Block {
    Block::Quote(Quote {
        text: table.text("text"),
        who: table.plain("who"),
        role: table.get("role").map(|value| value.plain()),
        date: table.date("date"),
        claim: table.reference("claim", Kind::Claim),
        paraphrase: table.truth("paraphrase"),
        evidence: table.truth("evidence"),
    })
}
