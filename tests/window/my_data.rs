//! My data by keyboard: erasing it, seeing what a trainer gets, taking it away.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use harness::{Key, Window, wait_until};
use serde_json::{Value, json};

use super::support::ask;
use super::support::keyboard::Keyboard;
use super::support::learner::{begin, finish_steps, take_check, write_reflections};
use super::support::stop::Stop;

/// The bar allows this many from Home, and typing the word is one of them.
const MOST_STEPS_TO_ERASE: usize = 5;

const MODULE: &str = "the-notice";
const NAME: &str = "Maya e4c1b07d92";
const THOUGHT: &str = "a7d3f05b18 the number on the intranet";

/// Two learners; the second has done a module, written a thought and taken the check.
fn used(folder: &Path) -> Result<Window> {
    let app = Window::start(folder)?;
    begin(&app, "Noor")?;
    begin(&app, NAME)?;
    finish_steps(&app, MODULE, usize::MAX)?;
    write_reflections(&app, MODULE, THOUGHT)?;
    take_check(&app, MODULE, &[1, 2])?;
    app.reload()?;
    Ok(app)
}

/// Files of a folder in which some words stand.
fn files_with(folder: &Path, words: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            found.extend(files_with(&entry.path(), words)?);
        } else if entry.file_type()?.is_file() {
            let bytes = fs::read(entry.path())?;
            if bytes.windows(words.len()).any(|part| part == words.as_bytes()) {
                found.push(entry.path().display().to_string());
            }
        }
    }
    Ok(found)
}

fn follow(keyboard: &mut Keyboard<'_>, what: &str, id: &str) -> Result<()> {
    keyboard.arrived()?;
    let stop = keyboard.tab_until(what, |stop| stop.id == id)?;
    keyboard.follow(&stop)
}

#[test]
fn erasing_takes_five_steps_and_leaves_nothing_in_any_file() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = used(folder.path())?;
    let learner = ask(&app, "startup", &Value::Null)?["current"]["id"].clone();
    let learner = learner.as_str().context("somebody is learning")?.to_owned();
    for words in [NAME, THOUGHT, &learner] {
        ensure!(!files_with(folder.path(), words)?.is_empty(), "{words} is in the folder");
    }
    let mut keyboard = Keyboard::at(&app);
    keyboard.follow_rail("#/record")?;
    follow(&mut keyboard, "the link to my data", "my-data-link")?;
    follow(&mut keyboard, "the link to erasing", "erase-link")?;
    keyboard.arrived()?;
    let mut steps = 3;
    steps += type_the_word(&app, &mut keyboard)?;
    keyboard.tab_until("the button", |stop| stop.id == "erase")?;
    keyboard.strike(Key::Enter)?;
    steps += 1;
    app.wait_for("erased")?;
    keyboard.arrived()?;
    ensure!(steps <= MOST_STEPS_TO_ERASE, "it took {steps} steps");
    for words in [NAME, THOUGHT, &learner] {
        let left = files_with(folder.path(), words)?;
        ensure!(left.is_empty(), "{words} is still in {left:?}");
    }

    follow(&mut keyboard, "the way on", "continue")?;
    ensure!(keyboard.screen()? == "who", "the other one is asked who is here");
    ensure!(app.count("learner")? == 1, "and is the only one");
    app.close()?;
    let left = files_with(folder.path(), NAME)?;
    ensure!(left.is_empty(), "closing wrote it again to {left:?}");
    let app = Window::start(folder.path())?;
    ensure!(app.text("body")?.contains("Noor"), "the other one is still there");
    Ok(())
}

/// First another word, which is refused in place; the correction is the one step that is needed.
fn type_the_word(app: &Window, keyboard: &mut Keyboard<'_>) -> Result<usize> {
    keyboard.tab_until("the field", |stop| stop.id == "erase-word")?;
    app.type_text("erase m")?;
    keyboard.strike(Key::Enter)?;
    app.wait_for("[data-testid=erase-word][aria-invalid=true]")?;
    ensure!(Stop::of(app)?.id == "erase-word", "the focus is where the word has to be typed");
    ensure!(!app.has("erased")?, "nothing was erased");
    for _ in 0.." m".len() {
        keyboard.strike(Key::Backspace)?;
    }
    Ok(1)
}

#[test]
fn the_page_shows_what_a_trainer_gets_and_nothing_private() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = used(folder.path())?;
    let mut keyboard = Keyboard::at(&app);
    keyboard.follow_rail("#/record")?;
    follow(&mut keyboard, "the link to what a trainer gets", "trainer-view-link")?;
    keyboard.arrived()?;
    keyboard.tab_until("the check", |stop| stop.tag == "summary")?;
    keyboard.strike(Key::Enter)?;
    app.wait_for("[data-testid=seen-check][open] tbody tr")?;
    let view = ask(&app, "trainer_view", &Value::Null)?;
    let answers = view["checks"][0]["answers"].as_array().map_or(0, Vec::len) as u64;
    ensure!(answers > 0, "the check has answers");
    ensure!(app.count("[data-testid=seen-check] tbody tr")? == answers, "each is shown");
    let page = app.text("body")?;
    ensure!(page.contains(NAME) && !page.contains(THOUGHT), "the name, and never a thought");
    Ok(())
}

#[test]
fn exporting_asks_where_and_cancelling_says_nothing() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = used(folder.path())?;
    app.go("/record/data")?;
    let before = app.screen().windows()?;
    let mut keyboard = Keyboard::at(&app);
    keyboard.tab_until("the button", |stop| stop.id == "export-my-data")?;
    keyboard.strike(Key::Enter)?;
    let dialog = wait_until("the system's dialog", || {
        Ok(app.screen().windows()?.into_iter().find(|window| !before.contains(window)))
    })?;
    app.screen().ask_to_close(&dialog)?;
    let idle = "return !document.querySelector('[data-testid=export-my-data][aria-busy]')";
    app.wait_until_true("the button to be free again", idle, &[])?;
    ensure!(app.text("exported")?.is_empty() && !app.has("failure")?, "nothing was written");
    ensure!(app.page_errors()?.is_empty() && app.policy_breaches()?.is_empty(), "no errors");
    let refused = app.invoke("erase_me", &json!({ "learnerId": "somebody-else" }));
    ensure!(refused.is_err(), "nobody else is erased: {refused:?}");
    Ok(())
}
