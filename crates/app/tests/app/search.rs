//! Glossary and search.

use std::collections::BTreeSet;

use eighteen_app::{
    App,
    wire::{
        check::{OpenAttempt, StartCheck},
        search::{AskSearch, Found, SearchTarget},
    },
};
use eighteen_pack::{Block, terms_in};
use eighteen_testkit::{right_response, take_check};

use crate::support::{Folder, MODULE, begin};

fn look_for(app: &App, query: &str) -> Found {
    app.search(AskSearch { query: query.to_owned(), attempt_id: None }).unwrap()
}

fn terms(found: &Found) -> Vec<&str> {
    let terms = found.hits.iter().filter_map(|hit| match &hit.target {
        SearchTarget::Term { term_id } => Some(term_id.as_str()),
        _ => None,
    });
    terms.collect()
}

fn questions(found: &Found) -> usize {
    found.hits.iter().filter(|hit| matches!(hit.target, SearchTarget::Question { .. })).count()
}

fn steps(found: &Found) -> usize {
    found.hits.iter().filter(|hit| matches!(hit.target, SearchTarget::Step { .. })).count()
}

#[test]
fn the_glossary_names_every_step_that_uses_a_term() {
    let folder = Folder::new();
    let glossary = folder.app().glossary().unwrap();
    let (pack, _) = eighteen_pack::read(&eighteen_app::shipped_files());
    let pack = pack.unwrap();
    assert_eq!(glossary.terms.len(), pack.glossary.len());
    assert!(glossary.terms.is_sorted_by_key(|term| term.term.to_lowercase()));
    for module in &pack.modules {
        for step in &module.steps {
            let practice = step.blocks.iter().filter_map(|block| match block {
                Block::Check { item } => module.quiz.items.iter().find(|one| one.id == *item),
                _ => None,
            });
            let texts = step.blocks.iter().flat_map(Block::texts);
            let texts = texts.chain(practice.flat_map(eighteen_pack::Item::texts));
            let used: BTreeSet<&str> = texts.flat_map(|text| terms_in(text)).collect();
            for term in &glossary.terms {
                let named = term.steps.iter().any(|link| link.step_id == step.id);
                assert_eq!(named, used.contains(term.id.as_str()), "{} in {}", term.id, step.id);
            }
        }
    }
    assert!(glossary.terms.iter().filter(|term| !term.steps.is_empty()).count() > 20);
}

#[test]
fn terms_and_steps_are_found_as_one_types() {
    let folder = Folder::new();
    let app = folder.app();
    assert_eq!(terms(&look_for(&app, "zero-d"))[0], "zero-day");
    assert_eq!(terms(&look_for(&app, "ZÉRO-DAY"))[0], "zero-day", "accents and capitals");
    assert!(steps(&look_for(&app, "payroll")) > 0);
    let found = look_for(&app, "payr");
    let marked = found.hits.iter().flat_map(|hit| &hit.snippet).find(|part| part.found).unwrap();
    assert!(marked.text.to_lowercase().starts_with("payr"), "{}", marked.text);
}

#[test]
fn nothing_in_a_query_is_an_operator() {
    let folder = Folder::new();
    let app = folder.app();
    for query in [
        "",
        "   ",
        "*",
        "\"",
        "\"\"\"",
        "()",
        "title:x",
        "NEAR(a b)",
        "a AND",
        "OR",
        "NOT",
        "^day",
        "-day",
        "{title}: day",
        "'; DROP TABLE entries; --",
        "day\0",
        "a\u{301}",
        "🙂",
        "{",
        "+",
    ] {
        app.search(AskSearch { query: query.to_owned(), attempt_id: None })
            .unwrap_or_else(|e| panic!("{query}: {e}"));
    }
    let found = look_for(&app, "title:zero");
    assert!(found.hits.is_empty(), "a column is a word like any other");
    assert_eq!(look_for(&app, "zero OR payroll").hits.len(), 0, "every word must be there");
    look_for(&app, &"long ".repeat(10_000));
}

#[test]
fn the_nearest_terms_are_offered_when_nothing_is_found() {
    let folder = Folder::new();
    let app = folder.app();
    let found = look_for(&app, "zero-dya");
    assert!(found.hits.is_empty());
    assert_eq!(found.nearest[0].term_id, "zero-day");
    assert!(look_for(&app, "zero-day").nearest.is_empty());
    assert!(look_for(&app, "xxxxxxxxxxxx").nearest.is_empty());
}

#[test]
fn questions_are_found_once_their_answers_have_been_explained() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    let attempt = app.start_check(StartCheck { module_id: MODULE.to_owned() }).unwrap();
    let asked = attempt.question.ask.iter().map(words).collect::<String>();
    let query: String = asked.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
    app.home().unwrap();
    assert_eq!(questions(&look_for(&app, &query)), 0, "it is still open: {query}");
    take_check(&app, MODULE, right_response).unwrap();
    assert!(questions(&look_for(&app, &query)) > 0, "{query}");
    begin(&app, "Jun");
    assert_eq!(questions(&look_for(&app, &query)), 0, "somebody else has not seen it");
}

fn words(span: &eighteen_app::wire::content::Span) -> String {
    serde_json::to_value(span).unwrap()["text"].as_str().unwrap().to_owned()
}

#[test]
fn while_a_question_of_a_check_is_open_only_the_glossary_is_searched() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    let attempt = app.start_check(StartCheck { module_id: MODULE.to_owned() }).unwrap();
    let open = || OpenAttempt { attempt_id: attempt.attempt_id.clone() };
    let there = |query: &str| {
        let attempt_id = Some(attempt.attempt_id.clone());
        app.search(AskSearch { query: query.to_owned(), attempt_id }).unwrap()
    };
    let found = there("payroll");
    assert!(found.glossary_only && steps(&found) == 0 && questions(&found) == 0);
    assert_eq!(terms(&there("zero-day"))[0], "zero-day");
    app.review_check(open()).unwrap();
    assert!(there("payroll").glossary_only, "the review leads back to its questions");
    assert!(steps(&look_for(&app, "payroll")) > 0, "elsewhere everything is searched");
    app.finish_check(open()).unwrap();
    let found = there("payroll");
    assert!(!found.glossary_only && steps(&found) > 0, "its result is no question");
}

#[test]
fn what_is_more_than_the_list_holds_is_said() {
    let folder = Folder::new();
    let app = folder.app();
    let many = look_for(&app, "the");
    assert_eq!((many.hits.len(), many.more), (20, true));
    let few = look_for(&app, "zero-day");
    assert!(few.hits.len() < 20 && !few.more, "{}", few.hits.len());
}
