//! The case as it was known on a day.

use chrono::{Duration, NaiveDate};
use eighteen_app::{
    App, ErrorCode,
    wire::{
        case::{AskCase, CaseDay, CaseEntry},
        content::ClaimStatus,
    },
};

use crate::support::Folder;

fn on(app: &App, day: &str) -> CaseDay {
    app.case_on(AskCase { day: Some(day.to_owned()), topic: None }).unwrap()
}

fn about(app: &App, day: &str, topic: &str) -> CaseDay {
    app.case_on(AskCase { day: Some(day.to_owned()), topic: Some(topic.to_owned()) }).unwrap()
}

fn entry<'a>(day: &'a CaseDay, id: &str) -> Option<&'a CaseEntry> {
    day.entries.iter().find(|entry| entry.claim.id == id)
}

#[test]
fn it_opens_on_the_day_on_which_the_date_became_public() {
    let folder = Folder::new();
    let app = folder.app();
    let day = app.case_on(AskCase { day: None, topic: None }).unwrap();
    assert_eq!((day.day.as_str(), day.today.as_str()), ("2023-06-07", "2026-11-22"));
    assert!(entry(&day, "press-broke-date").unwrap().is_new);
    assert!(entry(&day, "names-14-june").is_none(), "a week later");
    assert!(day.turns.iter().any(|turn| turn.day == "2023-06-14"));
    assert!(day.turns.is_sorted_by(|a, b| a.day < b.day));
}

#[test]
fn days_outside_the_range_count_as_its_ends_and_other_words_are_no_days() {
    let folder = Folder::new();
    let app = folder.app();
    assert_eq!(on(&app, "1999-12-31").day, "2023-03-01");
    assert_eq!(on(&app, "2030-01-01").day, "2026-11-22");
    let refused = app.case_on(AskCase { day: Some("2023-06-31".to_owned()), topic: None });
    assert_eq!(refused.unwrap_err().code, ErrorCode::NotFound);
    folder.clock.move_on(Duration::days(400));
    assert_eq!(on(&app, "2030-01-01").day, "2027-12-27", "today is the app's");
    folder.clock.move_on(Duration::days(-4000));
    assert_eq!(on(&app, "2023-06-07").day, "2023-03-01", "a clock that is wrong breaks nothing");
}

#[test]
fn a_claim_has_the_status_of_the_day() {
    let folder = Folder::new();
    let app = folder.app();
    let status = |day: &str, id: &str| entry(&on(&app, day), id).map(|entry| entry.status);
    for (id, day, expected) in [
        ("clop-owned-up", "2023-06-04", None),
        ("clop-owned-up", "2023-06-05", Some(ClaimStatus::Claimed)),
        ("clop-owned-up", "2023-06-07", Some(ClaimStatus::Confirmed)),
        ("gov-data-erased", "2023-06-06", None),
        ("gov-data-erased", "2023-06-15", Some(ClaimStatus::Claimed)),
        ("gov-data-erased", "2023-06-16", Some(ClaimStatus::Disputed)),
        ("powerschool-deletion", "2025-05-30", Some(ClaimStatus::Claimed)),
        ("powerschool-deletion", "2025-05-31", Some(ClaimStatus::Disproved)),
        ("us-addresses", "2023-10-29", None),
        ("us-addresses", "2023-10-30", Some(ClaimStatus::Confirmed)),
    ] {
        assert_eq!(status(day, id), expected, "{id} on {day}");
    }
    let day = on(&app, "2023-06-16");
    let erased = entry(&day, "gov-data-erased").unwrap();
    assert!(erased.is_new, "seen otherwise from this day on");
    assert_eq!((erased.since.as_str(), erased.before), ("2023-06-16", Some(ClaimStatus::Claimed)));
    assert!(erased.moved_on);
    assert!(!erased.steps.is_empty(), "the course speaks of it");
    let history: Vec<&str> = erased.claim.history.iter().map(|was| was.from.as_str()).collect();
    assert_eq!(history, ["2023-06-07", "2023-06-16"]);
}

/// The same promise as in `pack`, through the door that the page uses.
#[test]
fn nothing_is_shown_before_it_was_known() {
    let folder = Folder::new();
    let app = folder.app();
    let mut day: NaiveDate = "2023-03-01".parse().unwrap();
    let mut before = 0;
    while day <= "2026-11-22".parse().unwrap() {
        let shown = on(&app, &day.to_string());
        for entry in &shown.entries {
            assert!(entry.claim.known_from <= shown.day, "{} on {day}", entry.claim.id);
            assert!(entry.since <= shown.day, "{} on {day}", entry.claim.id);
            let later = entry.claim.history.iter().filter(|was| was.from > shown.day).count();
            assert!(
                later == 0 || entry.status != entry.claim.status,
                "{} on {day}",
                entry.claim.id
            );
        }
        assert!(shown.entries.len() >= before, "what was known stays known: {day}");
        before = shown.entries.len();
        let daily = shown.day.starts_with("2023-05") || shown.day.starts_with("2023-06");
        day += Duration::days(if daily { 1 } else { 5 });
    }
}

#[test]
fn what_stands_aside_of_the_case_is_left_out_until_it_is_asked_for() {
    let folder = Folder::new();
    let app = folder.app();
    let whole = on(&app, "2026-11-22");
    assert!(whole.entries.iter().all(|entry| entry.claim.topic.as_deref() != Some("background")));
    let aside = about(&app, "2026-11-22", "background");
    assert!(entry(&aside, "duty-72").is_some());
    assert!(aside.entries.iter().all(|entry| entry.claim.topic.as_deref() == Some("background")));
    let gang = about(&app, "2023-06-07", "gang");
    assert!(entry(&gang, "notice-terms").is_some() && entry(&gang, "zellis-5-june").is_none());
    let counted = whole.topics.iter().map(|topic| topic.known as usize).sum::<usize>();
    assert_eq!(counted, whole.entries.len() + aside.entries.len(), "every claim has a topic");
    assert_eq!(about(&app, "2023-06-07", "no-such-topic").topic, None);
}

#[test]
fn a_claim_past_its_review_day_is_marked_from_the_next_day_on() {
    let folder = Folder::new();
    let app = folder.app();
    let stale = || {
        let day = on(&app, "2023-06-07");
        entry(&day, "ba-headcount").unwrap().claim.stale
    };
    assert!(!stale());
    // Its day is 30 June 2027.
    folder.clock.move_on(Duration::days(220));
    assert!(!stale());
    folder.clock.move_on(Duration::days(1));
    assert!(stale());
}
