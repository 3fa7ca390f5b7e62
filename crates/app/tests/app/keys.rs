//! No answer key reaches the page before its answer is committed.

use eighteen_app::wire::{
    check::{OpenAttempt, StartCheck},
    learner::OpenStep,
};
use eighteen_testkit::{answer_next, some_response};

use crate::support::{Folder, MODULE, begin};

/// Words that only a key has: names of fields, and every explanation of the shipped pack.
fn key_words() -> Vec<String> {
    let (pack, _) = eighteen_pack::read(&eighteen_app::shipped_files());
    let mut words = vec!["\"correct\"".to_owned(), "\"best\"".into(), "\"right\"".into()];
    for item in pack.unwrap().modules.iter().flat_map(|module| &module.quiz.items) {
        let value = serde_json::to_value(&item.body).unwrap();
        collect_whys(&value, &mut words);
    }
    words
}

fn collect_whys(value: &serde_json::Value, words: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            for (name, field) in fields {
                if name.starts_with("why") {
                    let text = field[0]["text"].as_str().unwrap();
                    words.push(serde_json::to_string(text).unwrap());
                } else {
                    collect_whys(field, words);
                }
            }
        }
        serde_json::Value::Array(list) => list.iter().for_each(|one| collect_whys(one, words)),
        _ => {}
    }
}

fn assert_keyless(what: &str, value: &impl serde::Serialize, words: &[String]) {
    let json = serde_json::to_string(value).unwrap();
    for word in words {
        assert!(!json.contains(word), "{what} carries {word}");
    }
}

#[test]
fn a_check_carries_no_key_until_it_is_finished() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    let words = key_words();
    assert!(words.len() > 100, "the key was found: {}", words.len());
    let mut view = app.start_check(StartCheck { module_id: MODULE.to_owned() }).unwrap();
    let attempt_id = view.attempt_id.clone();
    assert_keyless("the first question", &view, &words);
    loop {
        let saved = answer_next(&app, &view, some_response(&view.question), None).unwrap();
        assert_keyless("an answer's reply", &saved, &words);
        match saved.next {
            Some(next) => view = next,
            None => break,
        }
    }
    let review = app.review_check(OpenAttempt { attempt_id: attempt_id.clone() }).unwrap();
    assert_keyless("the review page", &review, &words);
    let early = app.check_result(OpenAttempt { attempt_id }).unwrap_err();
    assert_eq!(early.code, eighteen_app::ErrorCode::NotFound);
}

#[test]
fn steps_carry_no_key_of_their_practice_questions() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    let words = key_words();
    for module_id in [MODULE, "stolen-data"] {
        let mut step_id = None;
        loop {
            let view = app
                .open_step(OpenStep { module_id: module_id.to_owned(), step_id: step_id.clone() })
                .unwrap();
            assert_keyless(&view.step_id, &view, &words);
            if view.next_step.is_none() {
                break;
            }
            step_id = view.next_step;
        }
    }
}

#[test]
fn parts_have_names_that_say_nothing() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    for _ in 0..4 {
        let mut view = app.start_check(StartCheck { module_id: MODULE.to_owned() }).unwrap();
        loop {
            let body = serde_json::to_value(&view.question.body).unwrap();
            check_names(&body);
            let saved = answer_next(&app, &view, some_response(&view.question), None).unwrap();
            match saved.next {
                Some(next) => view = next,
                None => break,
            }
        }
        app.finish_check(OpenAttempt { attempt_id: view.attempt_id }).unwrap();
    }
}

fn check_names(body: &serde_json::Value) {
    for (list, letter) in
        [("options", "p"), ("reasons", "p"), ("entries", "p"), ("items", "p"), ("targets", "t")]
    {
        let Some(parts) = body[list].as_array() else { continue };
        for (number, part) in (1..).zip(parts) {
            assert_eq!(part["id"], format!("{letter}{number}"));
        }
    }
}
