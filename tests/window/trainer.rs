//! The trainer sees how people are doing, and nobody else does.

use anyhow::{Result, ensure};
use harness::{Key, Window};
use serde_json::{Value, json};

use super::support::answers::answer;
use super::support::course::{Course, Meant};
use super::support::learner::{begin, finish_steps, steps};
use super::support::trainer::{PASSPHRASE, go_to_door, go_to_questions, make_store};
use super::support::{ask, everything_on};

const MODULE: &str = "the-notice";

const ARROW_UP: char = '\u{E013}';
const ARROW_DOWN: char = '\u{E015}';

/// What the learner writes for nobody else.
const SECRET: &str = "My own number is on the yellow note under the keyboard.";

#[test]
fn the_trainer_sees_the_score_and_the_answers_and_no_reflection() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    let sentence = take_the_module(&app)?;
    ensure!(sentence.contains("You got 7 of 8 points"), "the learner reads the score: {sentence}");

    go_to_door(&app)?;
    make_store(&app)?;
    app.wait_for_text("#main", "1 of 1 completed")?;
    holds_no_secret(&app, "people")?;

    app.click("person-link")?;
    app.wait_for_text("h1", "Maya")?;
    let main = app.text("#main")?;
    ensure!(main.contains("7 of 8 points"), "the score of the try stands there: {main}");
    let rows = app.count("[data-testid=tries-table] tbody tr")?;
    ensure!(rows == 8, "every question of the check with its answer, not {rows}");
    ensure!(main.matches("Sure, and wrong").count() <= 1, "one answer was wrong: {main}");
    ensure!(main.matches("Not right").count() == 1, "the wrong answer is marked in words: {main}");
    holds_no_secret(&app, "person")?;

    go_to_questions(&app)?;
    app.wait_for("question-table")?;
    app.wait_for_text("h1", "One finished check: too few")?;
    holds_no_secret(&app, "questions")?;
    let kept = std::fs::read(folder.path().join("learner.db"))?;
    let wal = std::fs::read(folder.path().join("learner.db-wal")).unwrap_or_default();
    let kept = String::from_utf8_lossy(&[kept, wal].concat()).contains(SECRET);
    ensure!(kept, "what was looked for is what the learner has written");
    Ok(())
}

/// All steps, a reflection, and the final check with one wrong answer. Gives the sentence of the result.
fn take_the_module(app: &Window) -> Result<String> {
    begin(app, "Maya")?;
    finish_steps(app, MODULE, usize::MAX)?;
    let last = steps(app, MODULE)?.pop();
    let reflection = json!({
        "moduleId": MODULE, "stepId": last, "reflectionId": "my-known-route", "text": SECRET,
    });
    ask(app, "save_reflection", &reflection)?;
    app.reload()?;
    app.click("home-continue")?;
    app.click("start-check")?;
    let course = Course::shipped()?;
    for position in 1..=8 {
        app.wait_for_text("#main", &format!("Question {position} of 8"))?;
        answer(app, &course, if position == 3 { Meant::Wrong } else { Meant::Right })?;
        app.click("save-answer")?;
    }
    app.click("finish-check")?;
    app.text("result-sentence")
}

fn holds_no_secret(app: &Window, page: &str) -> Result<()> {
    let everything = everything_on(app)?;
    for word in ["yellow note", "my-known-route"] {
        ensure!(!everything.contains(word), "{word:?} of the reflection is on the page of {page}");
    }
    ensure!(everything.contains("trainer"), "the page was looked at");
    Ok(())
}

#[test]
fn a_wrong_passphrase_says_so_and_lets_nothing_through() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    begin(&app, "Maya")?;
    app.reload()?;
    go_to_door(&app)?;
    make_store(&app)?;
    app.wait_for("person-link")?;

    app.run("window.wasThere = true", &[])?;
    app.click("lock-trainer")?;
    app.wait_for("unlock-trainer")?;
    let gone = app.run("return window.wasThere === undefined", &[])?;
    ensure!(
        gone == json!(true),
        "locking loads the page anew, so that nothing stays in its memory"
    );

    app.type_into("passphrase", "quite another phrase")?;
    app.click("unlock-trainer")?;
    app.wait_for_text("error-summary", "That is not the passphrase")?;
    ensure!(app.focused()? == "error-summary", "what is wrong has the focus");
    lets_nothing_through(&app)?;

    app.run("document.querySelector('[data-testid=passphrase]').select()", &[])?;
    app.type_text(PASSPHRASE)?;
    app.click("unlock-trainer")?;
    app.wait_for_text("person-link", "Maya")?;
    Ok(())
}

fn lets_nothing_through(app: &Window) -> Result<()> {
    let nobody = json!({ "personId": "" });
    let everything = json!({ "moduleId": null });
    let commands = [
        ("trainer_overview", json!({})),
        ("trainer_person", nobody),
        ("trainer_questions", everything),
        ("load_sample", Value::Null),
        ("remove_sample", Value::Null),
    ];
    for (command, args) in commands {
        let code = app.invoke(command, &args).err().map(|error| error["code"].clone());
        ensure!(code == Some(json!("TrainerLocked")), "{command} is locked, but said {code:?}");
    }
    let main = app.text("#main")?;
    ensure!(!main.contains("Maya"), "nobody is named before the door is open: {main}");
    ensure!(!app.has("lock-trainer")?, "the door is still shut");
    Ok(())
}

#[test]
fn after_several_wrong_passphrases_there_is_a_pause_that_is_said_in_words() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    go_to_door(&app)?;
    make_store(&app)?;
    app.wait_for("lock-trainer")?;
    app.click("lock-trainer")?;
    app.wait_for("unlock-trainer")?;
    // Through the command, because the field would only repeat it.
    for _ in 0..6 {
        let _ = app.invoke("unlock_trainer", &json!({ "passphrase": "wrong wrong wrong" }));
    }
    // On a busy computer the pause of four tries would be over before anything is typed.
    let file = folder.path().join("trainer.key");
    let mut key: Value = serde_json::from_slice(&std::fs::read(&file)?)?;
    key["wrong_tries"] = json!(9);
    std::fs::write(&file, key.to_string())?;
    app.reload()?;
    app.wait_for_text("passphrase-wait", "there is a pause")?;
    app.type_into("passphrase", PASSPHRASE)?;
    app.click("unlock-trainer")?;
    app.wait_for_text("error-summary", "before the next try")?;
    lets_nothing_through(&app)?;
    Ok(())
}

#[test]
fn a_passphrase_that_is_too_short_or_mistyped_makes_no_store() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    go_to_door(&app)?;
    app.type_into("passphrase", "too short")?;
    app.click("create-trainer-store")?;
    app.wait_for_text("error-summary", "Use at least 15 characters: this has 9")?;
    app.type_into("passphrase", " but now long enough")?;
    app.type_into("passphrase-again", "something else altogether")?;
    app.click("create-trainer-store")?;
    app.wait_for_text("error-summary", "The two passphrases are not the same")?;
    ensure!(!folder.path().join("trainer.key").exists(), "no key was made");
    ensure!(!folder.path().join("trainer.db").exists(), "no store was made");
    Ok(())
}

#[test]
fn sample_data_is_labelled_on_every_page_and_can_be_taken_away() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    go_to_door(&app)?;
    make_store(&app)?;
    app.wait_for_text("h1", "Nobody has learned on this computer yet")?;
    app.click("load-sample")?;
    app.wait_for("people-table")?;
    is_labelled(&app, "people")?;
    app.click("person-link")?;
    app.wait_for("tries-table")?;
    is_labelled(&app, "person")?;
    go_to_questions(&app)?;
    app.wait_for("question-table")?;
    is_labelled(&app, "questions")?;
    hardest_come_first(&app)?;

    app.click("[data-testid=rail-entry][data-to=trainer]")?;
    app.click("remove-sample")?;
    app.wait_for("load-sample")?;
    let main = app.text("#main")?;
    ensure!(!main.contains("Sample") && !app.has("person-link")?, "nobody is left: {main}");
    Ok(())
}

fn is_labelled(app: &Window, page: &str) -> Result<()> {
    let main = app.text("#main")?;
    ensure!(main.contains("Sample data"), "the page of {page} says that it shows sample data");
    ensure!(main.contains("made up"), "and what that means: {main}");
    Ok(())
}

fn hardest_come_first(app: &Window) -> Result<()> {
    let shares = "return [...document.querySelectorAll('[data-testid=question-row] .value strong')]\
                  .map((share) => parseInt(share.innerText, 10))";
    let shares = app.run(shares, &[])?;
    let shares: Vec<i64> =
        shares.as_array().into_iter().flatten().filter_map(Value::as_i64).collect();
    ensure!(shares.len() > 10, "there are figures to compare: {shares:?}");
    ensure!(shares.is_sorted(), "the hardest questions come first: {shares:?}");
    ensure!(shares.first() < shares.last(), "they differ: {shares:?}");
    Ok(())
}

#[test]
fn the_next_person_and_a_note_are_reached_by_keyboard() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    go_to_door(&app)?;
    make_store(&app)?;
    app.click("load-sample")?;
    app.wait_for("people-table")?;
    app.settled()?;
    app.click("person-link")?;
    app.wait_for_text("h1", "Amara Sample")?;
    ensure!(!app.has("person-before")?, "she is the first by name");
    app.press(Key::Ctrl(ARROW_DOWN))?;
    app.wait_for_text("h1", "Bogdan Sample")?;
    let focused = app.run("return document.activeElement.tagName", &[])?;
    ensure!(focused == json!("H1"), "the heading of the next page has the focus, not {focused}");
    app.press(Key::Ctrl(ARROW_UP))?;
    app.wait_for_text("h1", "Amara Sample")?;
    app.wait_for("person-events")?;

    app.type_into("note-text", "Asked for another week.")?;
    app.press(Key::Ctrl(ARROW_DOWN))?;
    app.press(Key::CtrlEnter)?;
    app.wait_for_text("note", "Asked for another week.")?;
    app.wait_for_text("h1", "Amara Sample")?;
    app.reload()?;
    app.wait_for_text("note", "Asked for another week.")?;
    Ok(())
}
