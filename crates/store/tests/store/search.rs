//! The index of the words of a course.

use std::time::Instant;

use eighteen_store::{MOST_HITS, SearchEntry, SearchIndex};

fn entry(kind: &'static str, id: &str, title: &str, body: &str) -> SearchEntry {
    SearchEntry { kind, id: id.into(), title: title.into(), body: body.into() }
}

fn index() -> SearchIndex {
    SearchIndex::build(&[
        entry("term", "zero-day", "zero-day, 0-day", "A hole that its maker does not know of."),
        entry("term", "cafe", "Café", "Where the staff drink coffee."),
        entry("step", "payroll", "The payroll row", "What a row of the payroll file holds."),
        entry("step", "coffee", "A pause", "The café is open, and the payroll is safe."),
        entry("question", "who", "Who may open the payroll file?", ""),
    ])
    .unwrap()
}

const ALL: &[(&str, Option<&[String]>)] = &[("term", None), ("step", None), ("question", None)];

fn ids(index: &SearchIndex, query: &str) -> Vec<String> {
    index.search(query, ALL).unwrap().into_iter().map(|hit| hit.id).collect()
}

#[test]
fn accents_and_capitals_make_no_difference() {
    let index = index();
    for query in ["cafe", "CAFÉ", "cafe\u{301}", "Cafè"] {
        assert_eq!(ids(&index, query), ["cafe", "coffee"], "{query}");
    }
}

#[test]
fn every_word_is_the_beginning_of_one_and_all_must_be_there() {
    let index = index();
    let found = ids(&index, "pay");
    assert_eq!((found.len(), found[2].as_str()), (3, "coffee"), "a title counts most: {found:?}");
    assert_eq!(ids(&index, "fi pay"), ["who", "payroll"]);
    assert_eq!(ids(&index, "roll"), [""; 0], "the end of a word is no beginning");
    assert_eq!(ids(&index, "payroll nowhere"), [""; 0]);
}

#[test]
fn what_was_found_is_marked_in_its_surroundings() {
    let hit = &index().search("payr", &[("step", None)]).unwrap()[0];
    let pieces: Vec<(bool, &str)> = hit.snippet.iter().map(|(f, t)| (*f, t.as_str())).collect();
    assert_eq!(pieces, [(false, "What a row of the "), (true, "payroll"), (false, " file holds.")]);
}

#[test]
fn only_what_is_allowed_is_found() {
    let index = index();
    let some = ["who".to_owned()];
    let none: [String; 0] = [];
    let found =
        |allowed: &[(&str, Option<&[String]>)]| index.search("payroll", allowed).unwrap().len();
    assert_eq!(found(&[("term", None)]), 0);
    assert_eq!(found(&[("question", Some(&some))]), 1);
    assert_eq!(found(&[("question", Some(&none))]), 0);
    assert_eq!(found(&[("step", Some(&some))]), 0, "the id of another kind");
    assert_eq!(found(&[]), 0);
}

#[test]
fn the_language_of_queries_of_the_database_means_nothing() {
    let index = index();
    for query in
        ["\"", "*", "(", "title:", "payroll AND", "NEAR(", "^", "-", "+", "{x}:", "\0", ";", "'"]
    {
        index.search(query, ALL).unwrap_or_else(|error| panic!("{query:?}: {error}"));
    }
    assert_eq!(ids(&index, "\"payroll\" *(file)").len(), 2);
    assert_eq!(ids(&index, "title : payroll"), [""; 0]);
    assert_eq!(ids(&index, "payroll OR zero"), [""; 0]);
    assert_eq!(ids(&index, "payroll NOT file"), [""; 0]);
    assert_eq!(ids(&index, "- . ,"), [""; 0]);
}

/// A generous limit; `cargo xtask bench` measures exactly.
#[test]
#[allow(clippy::disallowed_methods, reason = "measures itself, no time of the domain")]
fn a_thousand_lessons_are_searched_at_once() {
    let words = ["payroll", "deadline", "server", "notice", "letter", "breach", "gang", "staff"];
    let entries: Vec<SearchEntry> = (0..1000)
        .map(|n| {
            let body: Vec<&str> =
                (0..120).map(|at| words[(n * 7 + at * at) % words.len()]).collect();
            entry("step", &format!("step-{n}"), &format!("Step {n}"), &body.join(" "))
        })
        .collect();
    let index = SearchIndex::build(&entries).unwrap();
    let begun = Instant::now();
    for query in ["payroll", "dead", "st no", "gang server"] {
        assert_eq!(index.search(query, ALL).unwrap().len(), MOST_HITS as usize + 1, "{query}");
    }
    assert!(begun.elapsed().as_millis() < 2000, "{:?}", begun.elapsed());
}
