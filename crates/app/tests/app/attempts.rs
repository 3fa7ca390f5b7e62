//! Pauses, feedback at once, pre-checks and the assessment.

use std::collections::BTreeMap;

use chrono::Duration;
use eighteen_app::{
    App, ErrorCode,
    wire::{
        among::Among,
        check::{
            AttemptForm, CheckResult, CheckView, Feedback, OpenAttempt, OpenQuestion, StartCheck,
        },
        learner::{ModuleState, OpenModule, OpenStep},
        question::{Confidence, Outcome, Question, Response},
        trainer::{OpenPerson, Passphrase},
    },
};
use eighteen_testkit::{
    answer_next, finish_steps, right_response, some_response, take_check, wrong_response,
};

use crate::support::{Folder, MODULE, PASSPHRASE, begin};

const QUIZ: &str = "quizzes/the-notice.toml";

/// The shipped course with another policy for the first module's quiz, and an assessment of its own.
fn course(policy: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = eighteen_app::shipped_files();
    let quiz = String::from_utf8(files[QUIZ].clone()).unwrap();
    let (before, rest) = quiz.split_once("[policy]").unwrap();
    let (_, after) = rest.split_once("\n\n").unwrap();
    files.insert(QUIZ.into(), format!("{before}[policy]\n{policy}\n\n{after}").into());
    let pack = String::from_utf8(files["pack.toml"].clone()).unwrap();
    let pack = pack.split("\n[assessment]").next().unwrap();
    let assessment = "\n[assessment]\nid = \"the-whole\"\ntitle = \"The whole\"\nabout = \"All of it.\"\n\
        [assessment.policy]\ndraw = 10\npass_percent = 80\ntries = 2\npause_minutes = 60\n\
        feedback = \"after\"\nshuffle = true\n\
        rule = [{ module = \"the-notice\", draw = 2 }, { module = \"ready\", draw = 3 }]\n";
    files.insert("pack.toml".into(), format!("{pack}{assessment}").into());
    files
}

const AFTER: &str = "draw = 8\npass_percent = 75\ntries = 2\npause_minutes = 30\nfeedback = \"after\"\nshuffle = true\n\
    test_out = { draw = 6, pass_percent = 80 }";
const AT_ONCE: &str =
    "draw = 4\npass_percent = 75\ntries = 0\nfeedback = \"at-once\"\nshuffle = true";

fn module() -> StartCheck {
    StartCheck { module_id: MODULE.to_owned() }
}

fn answer_all(app: &App, first: CheckView, respond: impl Fn(&Question) -> Response) -> CheckResult {
    let mut view = first;
    while let Some(next) = answer_next(app, &view, respond(&view.question), None).unwrap().next {
        view = next;
    }
    app.finish_check(OpenAttempt { attempt_id: view.attempt_id }).unwrap()
}

#[test]
fn the_next_try_opens_after_the_pause_and_the_page_is_told_when() {
    let folder = Folder::new();
    let app = folder.app_with(course(AFTER));
    begin(&app, "Maya");
    let first = take_check(&app, MODULE, wrong_response).unwrap();
    let opens = "2026-11-22T09:30:00.000+00:00";
    assert_eq!(first.opens_at.as_deref(), Some(opens));
    assert_eq!(first.tries_left, Some(1));
    let early = app.start_check(module()).unwrap_err();
    assert_eq!((early.code, early.opens_at.as_deref()), (ErrorCode::PauseRunning, Some(opens)));
    let terms = app.module_overview(OpenModule { module_id: MODULE.into() }).unwrap().check;
    assert_eq!((terms.pause_minutes, terms.opens_at.as_deref()), (30, Some(opens)));
    folder.clock.move_on(Duration::seconds(30 * 60 - 1));
    assert!(app.start_check(module()).is_err(), "a second too early");
    folder.clock.move_on(Duration::seconds(1));
    let second = take_check(&app, MODULE, right_response).unwrap();
    assert_eq!((second.summary.try_number, second.tries_left), (2, Some(0)));
    let none = app.start_check(module()).unwrap_err();
    assert_eq!(none.code, ErrorCode::NoTriesLeft);
}

#[test]
fn a_clock_that_is_set_back_makes_nobody_wait_longer_than_the_pause() {
    let folder = Folder::new();
    let app = folder.app_with(course(AFTER));
    begin(&app, "Maya");
    take_check(&app, MODULE, wrong_response).unwrap();
    folder.clock.move_on(Duration::days(-400));
    let early = app.start_check(module()).unwrap_err();
    assert_eq!(early.opens_at.as_deref(), Some("2025-10-18T09:30:00.000+00:00"));
}

#[test]
fn feedback_at_once_explains_what_is_committed_and_changes_nothing_afterwards() {
    let folder = Folder::new();
    let app = folder.app_with(course(AT_ONCE));
    begin(&app, "Maya");
    let first = app.start_check(module()).unwrap();
    assert_eq!((first.feedback, &first.answered_with), (Feedback::AtOnce, &None));
    let wrong = wrong_response(&first.question);
    let saved = answer_next(&app, &first, wrong.clone(), Some(Confidence::Sure)).unwrap();
    let explained = saved.answered_with.expect("it is explained at once");
    assert_ne!(explained.explanation.outcome, Outcome::Right);
    assert_eq!((&explained.response, explained.confidence), (&wrong, Some(Confidence::Sure)));
    let next = saved.next.unwrap();
    assert_eq!(next.answered_with, None, "the next question keeps its key");

    let again = answer_next(&app, &first, right_response(&first.question), None).unwrap_err();
    assert_eq!(again.code, ErrorCode::AnswerCommitted);
    let back = OpenQuestion { attempt_id: first.attempt_id.clone(), position: 1 };
    let back = app.open_question(back).unwrap();
    assert_eq!(back.answered_with.as_deref(), Some(&*explained), "it stays readable");
    let result = app.finish_check(OpenAttempt { attempt_id: first.attempt_id }).unwrap();
    assert!(result.summary.points < 1.0, "the first answer counts");
}

#[test]
fn passing_a_pre_check_shows_that_the_module_is_known_and_says_what_it_saved() {
    let folder = Folder::new();
    let app = folder.app_with(course(AFTER));
    begin(&app, "Maya");
    let overview =
        |app: &App| app.module_overview(OpenModule { module_id: MODULE.into() }).unwrap();
    let offer = overview(&app).test_out.expect("a pre-check is offered");
    assert_eq!((offer.questions, offer.pass_points), (6, 5));
    assert!(offer.saves_minutes >= 5, "{}", offer.saves_minutes);

    let first = app.start_test_out(module()).unwrap();
    assert_eq!((first.form, first.of), (AttemptForm::TestOut, 6));
    let failed = answer_all(&app, first, wrong_response);
    assert!(!failed.summary.passed && !failed.revisit.is_empty(), "it says what to read");
    assert_eq!((failed.saved_minutes, failed.tries_left), (None, None));
    let after = overview(&app);
    assert_eq!(after.check.tries_used, 0, "it costs no try");
    assert_eq!(after.check.opens_at, None, "and no pause");
    assert_eq!(after.test_out.unwrap().last.map(|last| last.passed), Some(false));

    let again = app.start_test_out(module()).unwrap();
    let passed = answer_all(&app, again, right_response);
    assert_eq!(passed.saved_minutes, Some(offer.saves_minutes));
    let known = overview(&app);
    assert_eq!((known.card.state, known.card.minutes_left), (ModuleState::Known, 0));
    let step = OpenStep { module_id: MODULE.into(), step_id: None };
    assert!(!app.open_step(step).unwrap().blocks.is_empty(), "the steps stay open");
    let home = app.home().unwrap();
    assert!(home.recent.is_empty(), "a pre-check is no finished check");

    take_check(&app, MODULE, right_response).unwrap();
    assert_eq!(overview(&app).card.state, ModuleState::Completed);
    assert_eq!(overview(&app).test_out, None);
}

#[test]
fn a_pre_check_asks_about_as_many_steps_as_it_can_and_shares_what_was_met() {
    let folder = Folder::new();
    let app = folder.app_with(course(AFTER));
    begin(&app, "Maya");
    let first = answer_all(&app, app.start_test_out(module()).unwrap(), some_response);
    let ids = |result: &CheckResult| -> Vec<String> {
        result.questions.iter().map(|row| row.question.item_id.clone()).collect()
    };
    let steps: std::collections::BTreeSet<_> =
        first.questions.iter().map(|row| row.explanation.step.step_id.clone()).collect();
    assert!(steps.len() >= 5, "{steps:?}");
    let check = take_check(&app, MODULE, some_response).unwrap();
    assert!(ids(&check).iter().all(|id| !ids(&first).contains(id)), "unseen questions come first");
}

#[test]
fn a_module_that_is_known_counts_as_done_for_what_comes_next() {
    let folder = Folder::new();
    let app = folder.app_with(course(AFTER));
    begin(&app, "Maya");
    answer_all(&app, app.start_test_out(module()).unwrap(), right_response);
    let next = serde_json::to_value(app.home().unwrap().next).unwrap();
    assert_ne!(next["link"]["moduleId"], MODULE, "{next}");
    assert_eq!(app.assessment_overview().unwrap().modules_done, 1);
    finish_steps(&app, MODULE).unwrap();
    let overview = app.module_overview(OpenModule { module_id: MODULE.into() }).unwrap();
    assert_eq!(overview.test_out, None, "nothing is left to skip");
}

#[test]
fn the_assessment_draws_from_all_modules_by_its_rules_and_counts_by_module() {
    let folder = Folder::new();
    let app = folder.app_with(course(AFTER));
    begin(&app, "Maya");
    let view = app.start_assessment().unwrap();
    assert_eq!((view.form, view.of, view.module_number), (AttemptForm::Assessment, 10, 0));
    assert_eq!((view.module_id.as_str(), view.module_title.as_str()), ("the-whole", "The whole"));
    assert_eq!(app.start_assessment().unwrap().attempt_id, view.attempt_id, "it goes on");
    let result = answer_all(&app, view, right_response);
    assert!(result.summary.passed);
    let of =
        |id: &str| result.by_module.iter().find(|row| row.module_id == id).map_or(0, |row| row.of);
    assert!(of("the-notice") >= 2 && of("ready") >= 3, "{:?}", result.by_module);
    assert_eq!(result.by_module.iter().map(|row| row.of).sum::<u32>(), 10);
    assert!(result.by_module.iter().all(|row| (row.points - f64::from(row.of)).abs() < 1e-9));
    assert!(result.by_module.is_sorted_by_key(|row| row.module_number));

    let overview = app.assessment_overview().unwrap();
    assert_eq!((overview.check.tries_used, overview.attempts.len()), (1, 1));
    assert_eq!(app.start_assessment().unwrap_err().code, ErrorCode::PauseRunning);
    let record = app.my_record().unwrap();
    assert_eq!(record.attempts[0].form, AttemptForm::Assessment);
    let home = app.home().unwrap();
    assert!(home.modules.iter().all(|module| module.state != ModuleState::Completed));
    assert!(home.assessment.unwrap().best.unwrap().passed);
}

#[test]
fn a_trainer_sees_who_knew_a_module_and_every_assessment_but_no_pre_check_that_was_not_passed() {
    let folder = Folder::new();
    let app = folder.app_with(course(AFTER));
    let maya = begin(&app, "Maya");
    answer_all(&app, app.start_test_out(module()).unwrap(), wrong_response);
    assert_eq!(app.trainer_view().unwrap().checks, []);
    app.create_trainer_store(Passphrase { passphrase: PASSPHRASE.into() }).unwrap();
    assert_eq!(
        app.trainer_overview(Among::default()).unwrap().rows[0].cells[0].state,
        ModuleState::Started
    );

    answer_all(&app, app.start_test_out(module()).unwrap(), right_response);
    answer_all(&app, app.start_assessment().unwrap(), right_response);
    let seen = app.trainer_view().unwrap().checks;
    let forms: Vec<_> = seen.iter().map(|check| (check.form, check.answers.len())).collect();
    assert_eq!(forms, [(AttemptForm::Assessment, 10), (AttemptForm::TestOut, 6)]);
    assert_eq!(seen[0].module, "The whole");

    let overview = app.trainer_overview(Among::default()).unwrap();
    assert_eq!(overview.rows[0].cells[0].state, ModuleState::Known);
    assert_eq!(overview.modules[0].completed, Some(1), "known counts as done");
    assert_eq!(overview.rows[0].cells[0].tries, 0, "and was no try of the check");
    let detail = app.trainer_person(OpenPerson { person_id: maya }).unwrap();
    let forms: Vec<_> = detail.attempts.iter().map(|one| one.summary.form).collect();
    assert_eq!(forms, [AttemptForm::Assessment, AttemptForm::TestOut]);
    let assessment = &detail.attempts[0];
    assert_eq!(assessment.by_module.iter().map(|row| row.of).sum::<u32>(), 10);
    assert!(assessment.answers.iter().all(|answer| answer.outcome == Outcome::Right));
    assert!(detail.attempts[1].by_module.is_empty());
}

#[test]
fn whoever_knew_every_module_has_completed_them_all() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    let modules: Vec<_> = app.home().unwrap().modules;
    for card in &modules {
        let first = app.start_test_out(StartCheck { module_id: card.id.clone() }).unwrap();
        answer_all(&app, first, right_response);
    }
    app.create_trainer_store(Passphrase { passphrase: PASSPHRASE.into() }).unwrap();
    let overview = app.trainer_overview(Among::default()).unwrap();
    let counts = (overview.completed_all, overview.started, overview.not_started);
    assert_eq!(counts, (Some(1), Some(0), Some(0)));
}

#[test]
fn the_record_lists_every_attempt_and_the_refresher_waits_for_the_end_of_a_pre_check() {
    let folder = Folder::new();
    let app = folder.app_with(course(AFTER));
    begin(&app, "Maya");
    let deck = || app.refresher().unwrap().deck;
    let first = app.start_test_out(module()).unwrap();
    answer_next(&app, &first, right_response(&first.question), None).unwrap();
    assert_eq!(deck(), 0, "its questions must not be explained while it is open");
    answer_all(&app, app.start_test_out(module()).unwrap(), wrong_response);
    let after_pre_check = deck();
    assert_eq!(after_pre_check, 6);
    answer_all(&app, app.start_assessment().unwrap(), right_response);
    let after_assessment = deck();
    assert!(after_assessment >= after_pre_check + 8, "{after_assessment}");
    take_check(&app, MODULE, right_response).unwrap();
    let record = app.my_record().unwrap();
    let forms: Vec<_> = record.attempts.iter().map(|one| one.form).collect();
    assert_eq!(forms.len(), 3, "{forms:?}");
    for form in [AttemptForm::Check, AttemptForm::TestOut, AttemptForm::Assessment] {
        assert!(forms.contains(&form), "{forms:?}");
    }
}

#[test]
fn a_course_without_them_has_neither_pre_check_nor_assessment() {
    let folder = Folder::new();
    let mut files = course(AT_ONCE);
    let pack = String::from_utf8(files["pack.toml"].clone()).unwrap();
    files.insert("pack.toml".into(), pack.split("\n[assessment]").next().unwrap().into());
    let app = folder.app_with(files);
    begin(&app, "Maya");
    assert_eq!(app.start_test_out(module()).unwrap_err().code, ErrorCode::NotFound);
    assert_eq!(app.start_assessment().unwrap_err().code, ErrorCode::NotFound);
    assert_eq!(app.home().unwrap().assessment, None);
}

#[test]
fn confidence_never_changes_a_mark() {
    let folder = Folder::new();
    let app = folder.app_with(course(AFTER));
    begin(&app, "Maya");
    let mut view = app.start_check(module()).unwrap();
    let attempt_id = view.attempt_id.clone();
    loop {
        let sure = Some(Confidence::Sure);
        let response = if view.position == 1 {
            wrong_response(&view.question)
        } else {
            right_response(&view.question)
        };
        match answer_next(&app, &view, response, sure).unwrap().next {
            Some(next) => view = next,
            None => break,
        }
    }
    let result = app.finish_check(OpenAttempt { attempt_id }).unwrap();
    let first = &result.questions[0];
    assert!((result.summary.points - 7.0 - first.explanation.score).abs() < 1e-9);
    assert!(result.revisit[0].sure_but_wrong, "what was sure and wrong comes first");
}
