//! Pre-checks and the final assessment, by keyboard alone.

use anyhow::{Result, ensure};
use harness::{Key, Window, wait_until};
use serde_json::{Value, json};

use super::support::answers::answer;
use super::support::course::{Course, Meant};
use super::support::keyboard::Keyboard;
use super::support::learner::begin;
use super::support::past::open_check_at_once;
use super::support::stop::Stop;
use super::support::{ask, everything_on};

const MODULE: &str = "the-notice";

#[test]
fn a_pre_check_that_is_passed_saves_minutes_and_one_that_is_not_costs_nothing() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    let course = Course::shipped()?;
    begin(&app, "Maya")?;
    pre_check(&app, &course, Meant::Wrong)?;
    ensure!(passed(&app)? == json!("false"), "nothing was right");
    ensure!(app.has("revisit")?, "it says what to read");
    let overview = ask(&app, "module_overview", &json!({ "moduleId": MODULE }))?;
    ensure!(overview["check"]["triesUsed"] == 0, "it cost no try: {overview}");

    pre_check(&app, &course, Meant::Right)?;
    ensure!(passed(&app)? == json!("true"), "everything was right");
    let said =
        app.string("return document.querySelector('[data-testid=saved-minutes]').innerText", &[])?;
    ensure!(said.chars().any(|sign| sign.is_ascii_digit()), "it says how many minutes: {said}");
    app.go(&format!("/modules/{MODULE}"))?;
    let overview = ask(&app, "module_overview", &json!({ "moduleId": MODULE }))?;
    ensure!(overview["card"]["state"] == "known", "the module is known: {overview}");
    ensure!(app.has("module-take-check")?, "the check is still there");
    Ok(())
}

#[test]
fn the_assessment_needs_only_a_keyboard_and_ends_with_a_result_by_module() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    begin(&app, "Maya")?;
    app.reload()?;
    app.go("/assessment")?;
    let mut keyboard = Keyboard::at(&app);
    keyboard.go_on_until("check-result")?;
    keyboard.arrived()?;
    ensure!(app.has("module-scores")?, "the result stands by module");
    let modules = "return document.querySelectorAll('[data-testid=module-scores] li').length";
    let course = ask(&app, "home", &Value::Null)?["modules"].as_array().map_or(0, Vec::len);
    ensure!(app.run(modules, &[])? == json!(course), "every module has a line");
    let errors = app.page_errors()?;
    ensure!(errors.is_empty(), "the page ran without errors: {errors:?}");
    Ok(())
}

/// An organisation's course may explain each answer before the next question.
#[test]
fn a_check_with_feedback_at_once_explains_each_answer_and_tells_nothing_before() -> Result<()> {
    const QUESTIONS: u64 = 4;
    let folder = tempfile::tempdir()?;
    let attempt = open_check_at_once(folder.path(), MODULE, QUESTIONS.try_into()?)?;
    let app = Window::start(folder.path())?;
    let course = Course::shipped()?;
    let mut keyboard = Keyboard::at(&app);
    app.go(&format!("/check/{attempt}/question/1"))?;
    for position in 1..=QUESTIONS {
        app.wait_for_text("#main", &format!("Question {position} of {QUESTIONS}"))?;
        keyboard.arrived()?;
        let asked = json!({ "attemptId": attempt, "position": position });
        let view = ask(&app, "open_question", &asked)?;
        let item = view["question"]["itemId"].as_str().unwrap_or_default();
        let key = course.explanations(item)?;
        let shown = |page: &str| key.iter().filter(|piece| page.contains(piece.as_str())).count();
        let given = serde_json::to_string(&view)?;
        ensure!(shown(&given) == 0, "the page was given something of the key: {given}");
        let before = everything_on(&app)?;
        ensure!(shown(&before) == 0, "question {position} tells something of its key: {before}");

        let meant = if position == 1 { Meant::Wrong } else { Meant::Right };
        answer(&app, &course, meant)?;
        ensure!(shown(&everything_on(&app)?) == 0, "choosing tells nothing either");
        app.press(Key::CtrlEnter)?;
        wait_until("the explanation to have the focus", || {
            Ok((Stop::of(&app)?.id == "feedback-heading").then_some(()))
        })?;
        let outcome = app.attribute("feedback-heading", "data-outcome")?;
        let right = outcome.as_deref() == Some("right");
        ensure!(right == (meant == Meant::Right), "question {position} was {outcome:?}");
        ensure!(shown(&everything_on(&app)?) > 0, "question {position} is explained");
        app.wait_for_text("#main", &format!("Question {position} of {QUESTIONS}"))?;
        ensure!(!app.has("save-answer")? && !app.has("option")?, "it can no longer be changed");
        let on = keyboard.tab_until("the way on", |stop| stop.id == "continue-check")?;
        keyboard.follow(&on)?;
    }
    app.wait_for("finish-check")?;
    ensure!(!app.text("#main")?.contains("Not answered"), "every question is answered");
    let errors = app.page_errors()?;
    ensure!(errors.is_empty(), "the page ran without errors: {errors:?}");
    Ok(())
}

/// From the module's page through a pre-check to its result.
fn pre_check(app: &Window, course: &Course, meant: Meant) -> Result<()> {
    app.go(&format!("/modules/{MODULE}"))?;
    app.click("test-out-link")?;
    app.click("start-test-out")?;
    app.wait_for("save-answer")?;
    for _ in 0..6 {
        answer(app, course, meant)?;
        let before = app.string("return location.hash", &[])?;
        app.click("save-answer")?;
        app.wait_until_true(
            "the next page",
            "return location.hash !== arguments[0]",
            &[json!(before)],
        )?;
        app.painted()?;
    }
    app.click("finish-check")?;
    app.wait_for("result-sentence")
}

fn passed(app: &Window) -> Result<Value> {
    app.run("return document.querySelector('[data-testid=result-sentence]').dataset.passed", &[])
}
