//! Reads `claims.toml`.

use crate::model::{Claim, Precision, Status};
use crate::notes::Kind;
use crate::source::Source;
use crate::table::{Table, read_toml};

const STATUSES: &[(&str, Status)] = &[
    ("confirmed", Status::Confirmed),
    ("claimed", Status::Claimed),
    ("disputed", Status::Disputed),
    ("disproved", Status::Disproved),
];

const PRECISIONS: &[(&str, Precision)] =
    &[("day", Precision::Day), ("month", Precision::Month), ("year", Precision::Year)];

/// Every claim of the file.
pub(crate) fn read_claims(source: &Source<'_>) -> Vec<Claim> {
    let claims = read_toml(source, &[Kind::Claim], |root| {
        root.any_tables("claim").iter().map(read_claim).collect()
    });
    claims.unwrap_or_default()
}

fn read_claim(table: &Table<'_>) -> Claim {
    let status = table.one_of("status", STATUSES);
    let precision = table.get("precision").and_then(|value| value.one_of(PRECISIONS));
    let claim = Claim {
        id: table.defined("id", Kind::Claim),
        says: table.sentences("says"),
        date: table.date("date"),
        precision: precision.unwrap_or_default(),
        known: table.get("known").map(|value| value.date()),
        status: status.unwrap_or(Status::Disputed),
        sources: read_sources(table),
        facts: table.plains("facts", 0..=50),
        later: table.get("later").map(|value| value.sentences()),
        review_by: table.date("review_by"),
    };
    let needs_later = matches!(status, Some(Status::Disputed | Status::Disproved));
    if needs_later && claim.later.is_none() {
        let message = "a disputed or disproved claim says what became of it; add `later`";
        table.problem("missing-later", message);
    }
    if claim.known.is_some_and(|known| known < claim.date) {
        let line = table.line_of("known");
        let message =
            "it cannot be known before the day that it is about; correct `known` or `date`";
        table.source().problem(line, "dates-reversed", message);
    }
    claim
}

fn read_sources(table: &Table<'_>) -> Vec<String> {
    let sources = table.plains("sources", 0..=20);
    if sources.is_empty() {
        let line = table.line_of("sources");
        let message = "a claim names at least one source; add it to `sources`";
        table.source().problem(line, "no-source", message);
    }
    sources
}
