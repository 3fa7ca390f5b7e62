//! Leaving in the hardest way, and coming back to the same place.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use harness::Window;
use serde_json::{Value, json};

use super::support::answers::answer;
use super::support::course::{Course, Meant};
use super::support::learner::{begin, finish_steps, modules, steps, text};
use super::support::{ask, here};

const MODULE: &str = "the-notice";

#[test]
fn after_a_kill_at_a_step_everything_that_was_said_to_be_saved_is_there() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    let before = write_at_the_last_step(&app)?;
    app.kill()?;

    let app = come_back(folder.path())?;
    ensure!(
        here(&app)? == before,
        "the same step after the restart: {:?} and {before:?}",
        here(&app)?
    );
    let written = app.run("return document.querySelector('textarea').value", &[])?;
    ensure!(
        written == "The number on the intranet.",
        "what was said to be saved is there: {written}"
    );
    Ok(())
}

/// Writes at the reflection of the module until the page says that it is saved, and then a word more.
fn write_at_the_last_step(app: &Window) -> Result<(String, String)> {
    begin(app, "Maya")?;
    let steps = steps(app, MODULE)?;
    finish_steps(app, MODULE, steps.len() - 1)?;
    app.reload()?;
    app.click("home-continue")?;
    app.type_into("reflection", "The number on the intranet.")?;
    app.wait_for("[data-testid=reflection-saved][data-saved=true]")?;
    let before = here(app)?;
    app.type_text("!")?;
    Ok(before)
}

#[test]
fn after_a_kill_in_a_check_the_same_question_is_there_and_no_answer_is_lost() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    let (before, said) = answer_three_questions(&app)?;
    app.kill()?;

    let app = come_back(folder.path())?;
    let after = app.page_title()?;
    ensure!(after == before, "the same question: {after:?} and {before:?}");
    app.click("review-check")?;
    app.wait_for("finish-check")?;
    let answers = answers_on_the_review_page(&app)?;
    ensure!(answers == said, "every answer that was said to be saved: {answers:?} and {said:?}");
    let about = ask(&app, "about", &Value::Null)?;
    ensure!(about["answers"] == json!(said.len()), "the store counts them: {about}");
    Ok(())
}

/// Answers three questions as a person does; chooses at the fourth one and does not save it.
fn answer_three_questions(app: &Window) -> Result<(String, Vec<String>)> {
    begin(app, "Maya")?;
    for module in modules(app)?.iter().take(1) {
        finish_steps(app, module, usize::MAX)?;
    }
    app.reload()?;
    app.click("home-continue")?;
    app.click("start-check")?;
    let course = Course::shipped()?;
    for position in 1..=3 {
        app.wait_for_text("#main", &format!("Question {position} of "))?;
        answer(app, &course, Meant::Right)?;
        app.click("save-answer")?;
        let next = format!("Question {} of ", position + 1);
        app.wait_for_text("#main", &next)?;
    }
    app.click("review-check")?;
    app.wait_for("finish-check")?;
    let said = answers_on_the_review_page(app)?;
    app.run("document.querySelectorAll('[data-testid=change]')[3].click()", &[])?;
    app.wait_for("save-answer")?;
    answer(app, &course, Meant::Right)?;
    app.painted()?;
    Ok((app.page_title()?, said))
}

fn answers_on_the_review_page(app: &Window) -> Result<Vec<String>> {
    let words = "return [...document.querySelectorAll('td.answer')].map((cell) => cell.innerText)\
                 .filter((words) => !words.includes('Not answered'))";
    let answers = app.run(words, &[])?;
    let answers = answers.as_array().context("answers are a list")?;
    Ok(answers.iter().map(text).collect())
}

/// Starts again and goes on: one activation after the window is there.
fn come_back(folder: &Path) -> Result<Window> {
    let app = Window::start(folder)?;
    app.click("home-continue")?;
    app.wait_until_true("another page", "return location.hash !== '#/home'", &[])?;
    app.wait_until_true("its words", "return !!document.querySelector('h1')", &[])?;
    app.painted()?;
    Ok(app)
}
