//! The final check: drawing, answering, changing, leaving, finishing, trying again.

use std::collections::BTreeSet;

use eighteen_app::{
    ErrorCode,
    wire::{
        check::{FlagQuestion, OpenAttempt, OpenQuestion, RecordAnswer, StartCheck},
        learner::ChooseLearner,
        question::{Confidence, Outcome, Response},
    },
};
use eighteen_testkit::{answer_next, right_response, some_response, take_check};

use crate::support::{Folder, MODULE, begin};

fn start(app: &eighteen_app::App) -> eighteen_app::wire::check::CheckView {
    app.start_check(StartCheck { module_id: MODULE.to_owned() }).unwrap()
}

#[test]
fn a_check_is_resumed_at_the_first_question_without_an_answer() {
    let folder = Folder::new();
    let (attempt_id, third) = {
        let app = folder.app();
        begin(&app, "Maya");
        let first = start(&app);
        let second = answer_next(&app, &first, some_response(&first.question), None).unwrap();
        let second = second.next.unwrap();
        let third = answer_next(&app, &second, some_response(&second.question), None).unwrap();
        (first.attempt_id, third.next.unwrap())
    };
    let app = folder.app();
    app.startup().unwrap();
    let resumed = app.resume_check(OpenAttempt { attempt_id: attempt_id.clone() }).unwrap();
    assert_eq!(resumed, third, "the same question in the same order");
    assert_eq!(start(&app).attempt_id, attempt_id, "starting goes on with the open one");
    let first = app.open_question(OpenQuestion { attempt_id, position: 1 }).unwrap();
    assert_eq!(first.response, Some(some_response(&first.question)));
}

#[test]
fn an_answer_can_be_changed_until_the_check_is_finished() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    let first = start(&app);
    answer_next(&app, &first, some_response(&first.question), None).unwrap();
    let right = right_response(&first.question);
    answer_next(&app, &first, right.clone(), Some(Confidence::Sure)).unwrap();
    let again = app
        .open_question(OpenQuestion { attempt_id: first.attempt_id.clone(), position: 1 })
        .unwrap();
    assert_eq!((again.response, again.answered), (Some(right), 1));
    let result = app.finish_check(OpenAttempt { attempt_id: first.attempt_id.clone() }).unwrap();
    assert!((result.summary.points - 1.0).abs() < 1e-9, "the last answer counts");
    assert_eq!(result.questions[1].outcome, Outcome::Unanswered);
    let late = answer_next(&app, &first, some_response(&first.question), None).unwrap_err();
    assert_eq!(late.code, ErrorCode::AttemptClosed);
    let twice = app.finish_check(OpenAttempt { attempt_id: first.attempt_id }).unwrap_err();
    assert_eq!(twice.code, ErrorCode::AttemptClosed);
}

#[test]
fn review_shows_every_question_with_answer_and_flag() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    let first = start(&app);
    answer_next(&app, &first, some_response(&first.question), None).unwrap();
    let flagged = app
        .flag_question(FlagQuestion {
            attempt_id: first.attempt_id.clone(),
            position: 2,
            flagged: true,
        })
        .unwrap();
    assert!(flagged.flagged && flagged.position == 2);
    let review = app.review_check(OpenAttempt { attempt_id: first.attempt_id }).unwrap();
    assert_eq!(review.rows.len(), first.of as usize);
    assert!(review.rows[0].response.is_some() && review.rows[1].flagged);
    assert!(review.rows[2].response.is_none());
}

#[test]
fn a_perfect_check_passes_and_an_empty_one_leads_with_what_to_revisit() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    let empty = app.finish_check(OpenAttempt { attempt_id: start(&app).attempt_id }).unwrap();
    assert!(!empty.summary.passed && !empty.revisit.is_empty());
    assert!(empty.questions.iter().all(|question| question.response.is_none()));
    let perfect = take_check(&app, MODULE, right_response).unwrap();
    assert!(perfect.summary.passed && perfect.revisit.is_empty());
    assert!((perfect.summary.points - f64::from(perfect.summary.of)).abs() < 1e-9);
    assert_eq!((perfect.summary.try_number, perfect.other_tries.len()), (2, 1));
    for question in &perfect.questions {
        assert_eq!(question.response.as_ref(), Some(&question.explanation.best));
        assert!(question.explanation.parts.iter().all(|part| !part.why.is_empty()));
    }
}

#[test]
fn a_second_try_draws_questions_not_seen_before_as_far_as_the_bank_goes() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    let asked = |result: eighteen_app::wire::check::CheckResult| -> BTreeSet<String> {
        result.questions.into_iter().map(|one| one.question.item_id).collect()
    };
    let first = asked(take_check(&app, MODULE, some_response).unwrap());
    let second = asked(take_check(&app, MODULE, some_response).unwrap());
    let bank = 14;
    let repeated = first.intersection(&second).count();
    assert!(repeated <= (2 * first.len()).saturating_sub(bank), "{repeated} came twice");
}

#[test]
fn sure_but_wrong_leads_the_list_of_what_to_revisit() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    let mut view = start(&app);
    let mut wrong = 0;
    loop {
        let confidence = (view.position == view.of).then_some(Confidence::Sure);
        let response = wrong_response(&view.question);
        wrong += 1;
        match answer_next(&app, &view, response, confidence).unwrap().next {
            Some(next) => view = next,
            None => break,
        }
    }
    let last = view.position;
    let result = app.finish_check(OpenAttempt { attempt_id: view.attempt_id }).unwrap();
    assert!(wrong > 0 && result.revisit[0].sure_but_wrong);
    assert!(result.revisit[0].positions.contains(&last));
}

fn wrong_response(question: &eighteen_app::wire::question::Question) -> Response {
    match (some_response(question), right_response(question)) {
        (Response::TrueFalse { reason, .. }, Response::TrueFalse { value, .. }) => {
            Response::TrueFalse { value: !value, reason }
        }
        (Response::Single { .. }, Response::Single { choice }) => {
            let other = if choice == "p1" { "p2" } else { "p1" };
            Response::Single { choice: other.to_owned() }
        }
        (Response::Multiple { .. }, Response::Multiple { choices }) => {
            let all = (1..=8).map(|number| format!("p{number}"));
            let first_wrong = all.into_iter().find(|id| !choices.contains(id)).unwrap();
            Response::Multiple { choices: vec![first_wrong] }
        }
        (some, _) => some,
    }
}

#[test]
fn a_response_that_does_not_fit_is_refused_and_changes_nothing() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    let view = start(&app);
    for response in [
        Response::Single { choice: "p99".into() },
        Response::Single { choice: "p0".into() },
        Response::Single { choice: "the-right-one".into() },
        Response::Multiple { choices: vec!["p1".into(), "p1".into()] },
        Response::Ordering { order: vec![] },
    ] {
        let refused = answer_next(&app, &view, response.clone(), None).unwrap_err();
        assert_eq!(refused.code, ErrorCode::ResponseInvalid, "{response:?}");
    }
    let other_item = app.record_answer(RecordAnswer {
        attempt_id: view.attempt_id.clone(),
        position: view.position,
        item_id: "another".into(),
        response: some_response(&view.question),
        confidence: None,
        elapsed_ms: 1,
    });
    assert_eq!(other_item.unwrap_err().code, ErrorCode::NotFound);
    assert_eq!(app.resume_check(OpenAttempt { attempt_id: view.attempt_id }).unwrap().answered, 0);
}

#[test]
fn somebody_elses_check_is_not_found() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    let hers = start(&app);
    begin(&app, "Noor");
    let peek = app.resume_check(OpenAttempt { attempt_id: hers.attempt_id.clone() });
    assert_eq!(peek.unwrap_err().code, ErrorCode::NotFound);
    app.choose_learner(ChooseLearner { learner_id: None }).unwrap();
    let nobody = app.check_result(OpenAttempt { attempt_id: hers.attempt_id });
    assert_eq!(nobody.unwrap_err().code, ErrorCode::NotFound);
}

/// The shipped course with something changed in a file of it.
fn changed(file: &str, from: &str, to: &str) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut files = eighteen_app::shipped_files();
    let text = String::from_utf8(files[file].clone()).unwrap();
    assert!(text.contains(from), "{file} holds {from:?}");
    files.insert(file.to_owned(), text.replacen(from, to, 1).into_bytes());
    files
}

const QUIZ: &str = "quizzes/the-notice.toml";

#[test]
fn when_the_tries_are_used_up_no_check_starts() {
    let folder = Folder::new();
    let app = folder.app_with(changed(QUIZ, "tries = 0", "tries = 2"));
    begin(&app, "Maya");
    let first = take_check(&app, MODULE, some_response).unwrap();
    assert_eq!(first.tries_left, Some(1));
    assert_eq!(take_check(&app, MODULE, some_response).unwrap().tries_left, Some(0));
    let third = app.start_check(StartCheck { module_id: MODULE.to_owned() }).unwrap_err();
    assert_eq!(third.code, ErrorCode::NoTriesLeft);
}

#[test]
fn an_attempt_keeps_the_questions_and_the_pass_rule_it_began_with() {
    let folder = Folder::new();
    let before = {
        let app = folder.app();
        begin(&app, "Maya");
        let view = start(&app);
        answer_next(&app, &view, right_response(&view.question), None).unwrap();
        app.resume_check(OpenAttempt { attempt_id: view.attempt_id }).unwrap()
    };
    // A later edition asks for everything to be right, and words every question anew.
    let mut files = changed(QUIZ, "pass_percent = 75", "pass_percent = 100");
    let text = String::from_utf8(files[QUIZ].clone()).unwrap();
    files.insert(QUIZ.to_owned(), text.replace("ask = \"", "ask = \"Anew: ").into_bytes());
    let app = folder.app_with(files);
    app.startup().unwrap();
    let attempt_id = before.attempt_id.clone();
    let after = app.resume_check(OpenAttempt { attempt_id: attempt_id.clone() }).unwrap();
    assert_eq!(after, before, "the question stands as it stood");
    let result = app.finish_check(OpenAttempt { attempt_id }).unwrap();
    assert_eq!(result.summary.pass_points, 6);
    let fresh = start(&app);
    assert!(serde_json::to_string(&fresh.question.ask).unwrap().contains("Anew"));
}
