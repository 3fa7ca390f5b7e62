//! Reads `claims.toml`.

use chrono::NaiveDate;

use crate::known::last_day;
use crate::model::{Claim, Precision, Status, Topic, Was};
use crate::notes::Kind;
use crate::source::Source;
use crate::table::{Table, read_toml};
use crate::value::Value;

const STATUSES: &[(&str, Status)] = &[
    ("confirmed", Status::Confirmed),
    ("claimed", Status::Claimed),
    ("disputed", Status::Disputed),
    ("disproved", Status::Disproved),
];

const PRECISIONS: &[(&str, Precision)] =
    &[("day", Precision::Day), ("month", Precision::Month), ("year", Precision::Year)];

/// How often the status of a claim may have changed.
const MOST_CHANGES: usize = 12;

/// Every topic and every claim of the file.
pub(crate) fn read_claims(source: &Source<'_>) -> (Vec<Topic>, Vec<Claim>) {
    let read = read_toml(source, &[Kind::Topic, Kind::Claim], |root| {
        let topics = root.any_tables("topic").iter().map(read_topic).collect();
        let claims = root.any_tables("claim").iter().map(read_claim).collect();
        (topics, claims)
    });
    read.unwrap_or_default()
}

fn read_topic(table: &Table<'_>) -> Topic {
    Topic {
        id: table.defined("id", Kind::Topic),
        title: table.plain("title"),
        aside: table.get("aside").is_some_and(|value| value.truth()),
    }
}

fn read_claim(table: &Table<'_>) -> Claim {
    let status = table.one_of("status", STATUSES);
    let precision = |key| table.get(key).and_then(|value| value.one_of(PRECISIONS));
    let claim = Claim {
        id: table.defined("id", Kind::Claim),
        topic: table.get("topic").map(|value| value.reference(Kind::Topic)),
        says: table.sentences("says"),
        date: table.date("date"),
        precision: precision("precision").unwrap_or_default(),
        known: table.get("known").map(|value| value.date()),
        known_precision: precision("known_precision").unwrap_or_default(),
        was: read_was(table),
        status: status.unwrap_or(Status::Disputed),
        since: table.get("since").map(|value| value.date()),
        sources: read_sources(table),
        facts: table.plains("facts", 0..=50),
        later: table.get("later").map(|value| value.sentences()),
        review_by: table.date("review_by"),
    };
    let unsettled = matches!(status, Some(Status::Disputed | Status::Disproved));
    if (unsettled || !claim.was.is_empty()) && claim.later.is_none() {
        let message = "a claim that is disputed or disproved, or that was seen otherwise before, says \
                       what became of it; add `later`";
        table.problem("missing-later", message);
    }
    check_known(table, &claim);
    check_history(table, &claim, status);
    claim
}

/// Earlier statuses. A single one that cannot be read leaves the others as they are.
fn read_was(table: &Table<'_>) -> Vec<Was> {
    let Some(value) = table.get("was") else {
        return Vec::new();
    };
    let tables: Vec<Table<'_>> =
        value.list(1..=MOST_CHANGES).iter().filter_map(Value::table).collect();
    let was = tables.iter().map(|one| Was {
        status: one.one_of("status", STATUSES).unwrap_or(Status::Disputed),
        from: one.date("from"),
    });
    was.collect()
}

fn check_known(table: &Table<'_>, claim: &Claim) {
    let last = claim.known.map(|known| last_day(known, claim.known_precision));
    if last.is_some_and(|last| last < claim.date) {
        let message =
            "it cannot be known before the day that it is about; correct `known` or `date`";
        table.source().problem(table.line_of("known"), "dates-reversed", message);
    }
    if claim.known.is_none() && table.get("known_precision").is_some() {
        let message = "`known_precision` belongs to `known`, which is missing; add it";
        table.source().problem(table.line_of("known_precision"), "missing-key", message);
    }
}

/// The days of the statuses follow each other, none before the claim was known, and each is another one.
fn check_history(table: &Table<'_>, claim: &Claim, status: Option<Status>) {
    let Some(first) = claim.was.first() else {
        if claim.since.is_some() {
            let message = "`since` needs the status before it; add `was`, or remove `since`";
            table.source().problem(table.line_of("since"), "missing-key", message);
        }
        return;
    };
    let line = table.line_of("was");
    let Some(since) = claim.since else {
        let message = "after `was` the first day of the present status is needed; add `since`";
        table.source().problem(line, "missing-key", message);
        return;
    };
    // A day that is missing has been reported already, and stands as the first of all days.
    let missing = claim.was.iter().any(|was| was.from == NaiveDate::default());
    if !missing && first.from < claim.known.unwrap_or(claim.date) {
        let message = "a status cannot begin before the claim was known; correct `from` or `known`";
        table.source().problem(line, "dates-reversed", message);
    }
    let days = claim.was.iter().map(|was| was.from).chain([since]);
    let statuses = claim.was.iter().map(|was| Some(was.status)).chain([status]);
    if !days.is_sorted_by(|a, b| a < b) {
        let message = "the statuses stand in order of time, one a day; put them in order";
        table.source().problem(line, "out-of-order", message);
    }
    if !statuses.is_sorted_by(|a, b| a != b) {
        let message = "the same status stands twice in a row; keep the first of them";
        table.source().problem(line, "same-status", message);
    }
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
