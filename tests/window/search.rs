//! Search, commands and the glossary, by keyboard.

use anyhow::{Result, ensure};
use harness::{Key, Start, Window};
use serde_json::{Value, json};

use super::support::ask;
use super::support::keyboard::Keyboard;
use super::support::learner::begin;
use super::support::stop::Stop;

fn write(keyboard: &mut Keyboard<'_>, words: &str) -> Result<()> {
    words.chars().try_for_each(|letter| keyboard.strike(Key::Char(letter)))
}

fn until_shown(app: &Window, what: &str, selector: &str) -> Result<()> {
    let script = "return document.querySelector(arguments[0]) !== null";
    app.wait_until_true(what, script, &[selector.into()])
}

fn started(folder: &tempfile::TempDir) -> Result<Window> {
    let app = Start::new(folder.path()).go()?;
    begin(&app, "Maya")?;
    app.reload()?;
    app.go("/home")?;
    Ok(app)
}

#[test]
fn the_palette_leads_to_a_step_and_back_to_where_one_was() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = started(&folder)?;
    let mut keyboard = Keyboard::at(&app);
    let before = keyboard.tab_until("what goes on", |stop| stop.id == "home-continue")?;
    keyboard.strike(Key::Ctrl('k'))?;
    app.wait_for("palette-field")?;
    ensure!(Stop::of(&app)?.id == "palette-field", "{:?}", Stop::of(&app)?);
    keyboard.strike(Key::Escape)?;
    until_shown(&app, "the palette to be gone", "body:not(:has(dialog[open]))")?;
    ensure!(Stop::of(&app)?.id == before.id, "the focus is where it was: {:?}", Stop::of(&app)?);

    keyboard.strike(Key::Ctrl('k'))?;
    app.wait_for("palette-field")?;
    write(&mut keyboard, "three parts")?;
    until_shown(&app, "a step that was found", "[data-value='hit-0'][aria-selected='true']")?;
    keyboard.strike(Key::Enter)?;
    app.wait_until_true("the step", "return location.hash.includes('/step/')", &[])?;
    keyboard.arrived()?;
    keyboard.strike(Key::Alt('\u{E012}'))?;
    app.wait_until_true("home again", "return location.hash === '#/home'", &[])?;

    keyboard.strike(Key::Ctrl('k'))?;
    app.wait_for("palette-field")?;
    write(&mut keyboard, "dark theme")?;
    until_shown(&app, "the command", "[data-value='dark'][aria-selected='true']")?;
    keyboard.strike(Key::Enter)?;
    until_shown(&app, "the dark theme", "html[data-theme='dark']")?;
    app.close()
}

#[test]
fn the_glossary_is_narrowed_and_leads_to_the_steps_that_use_a_word() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = started(&folder)?;
    let mut keyboard = Keyboard::at(&app);
    keyboard.follow_rail("#/glossary")?;
    keyboard.arrived()?;
    keyboard.tab_until("the field", |stop| stop.id == "glossary-search")?;
    write(&mut keyboard, "zero")?;
    let term = keyboard.tab_until("the word", |stop| stop.id == "glossary-term")?;
    ensure!(term.value == "#/glossary/zero-day", "{term:?}");
    keyboard.strike(Key::Enter)?;
    app.wait_until_true("the word", "return location.hash === '#/glossary/zero-day'", &[])?;
    app.wait_for("step-link")?;
    keyboard.arrived()?;
    keyboard.tab_until("a step", |stop| stop.id == "step-link")?;
    keyboard.strike(Key::Enter)?;
    app.wait_until_true("the step", "return location.hash.includes('/step/')", &[])?;
    app.close()
}

#[test]
fn while_a_question_is_open_only_the_glossary_is_searched_and_the_palette_says_so() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = started(&folder)?;
    let home = ask(&app, "home", &Value::Null)?;
    let module = home["modules"][0]["id"].clone();
    let view = ask(&app, "start_check", &json!({ "moduleId": module }))?;
    let attempt = view["attemptId"].as_str().unwrap_or_default();
    app.go(&format!("/check/{attempt}/question/1"))?;
    let mut keyboard = Keyboard::at(&app);
    keyboard.strike(Key::Ctrl('k'))?;
    app.wait_for("palette-only")?;
    write(&mut keyboard, "payroll")?;
    app.wait_for("palette-count")?;
    let found = ask(&app, "search", &json!({ "query": "payroll", "attemptId": attempt }))?;
    let hits = found["hits"].as_array().cloned().unwrap_or_default();
    ensure!(hits.iter().all(|hit| hit["target"]["kind"] == "term"), "{found}");
    // Left for a page that opens nothing anew: everything is searched there.
    keyboard.strike(Key::Escape)?;
    app.go("/glossary")?;
    keyboard.arrived()?;
    keyboard.strike(Key::Ctrl('k'))?;
    app.wait_for("palette-field")?;
    write(&mut keyboard, "payroll")?;
    app.wait_for("palette-count")?;
    until_shown(&app, "a step that was found", "body:not(:has([data-testid='palette-only']))")?;
    app.close()
}
