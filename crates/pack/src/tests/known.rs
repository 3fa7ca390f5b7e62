//! What is known of a claim on a day.

use std::path::Path;

use chrono::NaiveDate;

use super::{sample, sample_with, sound};
use crate::{Claim, Pack, Status, Was, draft, load_dir};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn claim<'a>(pack: &'a Pack, id: &str) -> &'a Claim {
    pack.claims.iter().find(|claim| claim.id == id).unwrap()
}

#[test]
fn topics_are_read_in_order() {
    let pack = sound(&sample());
    let topics: Vec<_> = pack.topics.iter().map(|it| (it.id.as_str(), it.aside)).collect();
    assert_eq!(topics, [("theft", false), ("elsewhere", true)]);
    assert_eq!(pack.topics[0].title, "The theft");
    assert_eq!(claim(&pack, "one-server").topic.as_deref(), Some("elsewhere"));
    assert_eq!(claim(&pack, "how-many").topic, None);
}

#[test]
fn a_claim_has_the_status_of_the_day() {
    let pack = sound(&sample());
    let server = claim(&pack, "one-server");
    let on = |text: &str| server.status_on(day(text), pack.released);
    assert_eq!(on("2023-06-01"), None, "it is about this day, and nobody knew it");
    assert_eq!(on("2023-06-02"), Some(Status::Claimed));
    assert_eq!(on("2023-06-03"), Some(Status::Confirmed));
    assert_eq!(on("2023-06-04"), Some(Status::Confirmed));
    assert_eq!(on("2023-06-05"), Some(Status::Disproved));
    assert_eq!(on("2030-01-01"), Some(Status::Disproved));
    assert_eq!(server.known_from(pack.released), day("2023-06-02"));
    let last = Was { status: Status::Disproved, from: day("2023-06-05") };
    assert_eq!(server.history(pack.released).last(), Some(&last));
}

#[test]
fn a_month_or_a_year_counts_from_its_last_day_and_not_after_the_release() {
    let known = |date: &str| {
        let pack =
            sound(&sample_with("claims.toml", "date = 2023-06-01\nprecision = \"month\"", date));
        claim(&pack, "how-many").known_from(pack.released)
    };
    for (date, from) in [
        ("date = 2023-06-14", "2023-06-14"),
        ("date = 2023-06-01\nprecision = \"month\"", "2023-06-30"),
        ("date = 2024-02-01\nprecision = \"month\"", "2024-02-29"),
        ("date = 2022-12-01\nprecision = \"month\"", "2022-12-31"),
        ("date = 2021-01-01\nprecision = \"year\"", "2021-12-31"),
        ("date = 2023-06-14\nknown = 2023-06-20", "2023-06-20"),
        ("date = 2023-06-14\nknown = 2023-07-01\nknown_precision = \"month\"", "2023-07-31"),
        ("date = 2023-06-14\nknown = 2024-01-01\nknown_precision = \"year\"", "2024-12-31"),
    ] {
        assert_eq!(known(date), day(from), "{date}");
    }
    let pack = sound(&sample());
    let year = format!("date = {}-01-01\nprecision = \"year\"", pack.released.format("%Y"));
    assert_eq!(known(&year), pack.released, "what stands in a pack is public by then");
    assert_eq!(known("date = 2099-01-01"), day("2099-01-01"), "an announced day stays what it is");
    assert_eq!(known("date = 9999-12-01\nprecision = \"year\""), day("9999-12-01"));
}

#[test]
fn a_claim_is_stale_after_its_review_day() {
    let mut files = sample_with("claims.toml", "review_by = 2030-06-30", "review_by = 2029-06-30");
    let stale = |on: &str| draft(&files).stale(day(on));
    assert_eq!(stale("2029-06-30"), []);
    let found = stale("2029-07-01");
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].id.as_str(), found[0].file, found[0].line),
        ("began-in-may", "claims.toml", 12)
    );
    assert_eq!(found[0].review_by, day("2029-06-30"));
    let ids: Vec<String> = stale("2031-01-01").into_iter().map(|claim| claim.id).collect();
    assert_eq!(ids, ["began-in-may", "files-deleted", "how-many", "one-server"]);
    files.remove("pack.toml");
    assert_eq!(draft(&files).stale(day("2031-01-01")).len(), 4, "also in a broken pack");
}

/// The promise of the screen, for every claim of every shipped pack and every day of its range.
#[test]
fn nothing_is_shown_before_it_was_known() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    for entry in std::fs::read_dir(content).unwrap() {
        let pack = sound(&load_dir(&entry.unwrap().path()).unwrap());
        let days = day("2023-03-01").iter_days().take_while(|it| *it <= pack.released);
        for on in days {
            for claim in &pack.claims {
                let public = claim.known.unwrap_or(claim.date);
                let status = claim.status_on(on, pack.released);
                let id = &claim.id;
                if status.is_some() {
                    assert!(on >= public, "{id} is shown on {on}, before {public}");
                    assert!(on >= claim.known_from(pack.released), "{id} on {on}");
                }
                let before = claim.was.iter().rev().find(|was| was.from <= on);
                match (before, claim.since) {
                    (Some(then), Some(since)) if on < since => {
                        assert_eq!(status, Some(then.status), "{id} on {on}");
                    }
                    _ if status.is_some() => assert_eq!(status, Some(claim.status), "{id} on {on}"),
                    _ => {}
                }
            }
        }
        let all =
            |claim: &Claim| claim.status_on(pack.released, pack.released) == Some(claim.status);
        assert!(
            pack.claims.iter().all(all),
            "on the day of the release everything is as it is now"
        );
    }
}
