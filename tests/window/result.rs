//! What a result is for: to see why, and to read it again.

use anyhow::{Result, ensure};
use harness::{Key, Window};
use serde_json::json;

use super::support::learner::{begin, finish_steps, take_check};

const MODULE: &str = "the-notice";

#[test]
fn why_an_answer_was_wrong_and_the_step_that_teaches_it_are_one_activation_away() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    begin(&app, "Maya")?;
    finish_steps(&app, MODULE, usize::MAX)?;
    let attempt = take_check(&app, MODULE, &[1, 2, 3])?;
    app.reload()?;
    app.go(&format!("/check/{attempt}/result"))?;
    app.wait_for_text("result-sentence", "not yet")?;

    let open = "return [...document.querySelectorAll('[data-testid=result-question]')]\
                .map((one) => [one.dataset.outcome === 'right', one.open])";
    let open = app.run(open, &[])?;
    let questions = open.as_array().map_or(&[][..], Vec::as_slice);
    ensure!(questions.len() == 8, "every question stands there: {open}");
    let wrong = questions.iter().filter(|one| one[0] == json!(false));
    ensure!(wrong.count() == 3, "three answers were wrong: {open}");
    ensure!(questions.iter().all(|one| one[0] != one[1]), "what was wrong is unfolded: {open}");
    // Each in the words of its type.
    let explained = "const right = ['Best answer', 'The right order', 'What belongs together', 'Where each entry belongs'];
        const open = [...document.querySelectorAll('[data-testid=result-question][open]')];
        return open.every((one) => right.some((words) => one.textContent.includes(words)));";
    app.wait_until_true("what is right beside each wrong answer", explained, &[])?;

    let step = app.text("revisit")?;
    app.click("revisit")?;
    app.wait_for("step-progress")?;
    let heading = app.text("h1")?;
    ensure!(step.contains(&heading), "the link {step:?} leads to its step {heading:?}");
    app.press(Key::Alt(ARROW_LEFT))?;
    app.wait_for("result-sentence")?;
    app.settled()?;
    ensure!(app.focused()? == "h1", "on coming back the focus is on the heading");
    Ok(())
}

/// Alt with this goes back.
const ARROW_LEFT: char = '\u{E012}';
