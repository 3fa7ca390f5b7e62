//! Modules of the course by keyboard alone, in both directions of reading.

use anyhow::{Result, ensure};
use harness::{Key, Window};
use serde_json::Value;

use super::support::keyboard::Keyboard;
use super::support::learner::begin;
use super::support::stop::Stop;
use super::support::{ask, kept_the_rules};

/// What there is to do with a keyboard in a module and its checks.
const EVERYTHING: [&str; 12] = [
    "decision",
    "single",
    "multiple",
    "true-false",
    "ordering",
    "matching",
    "reflection",
    "confidence",
    "card",
    "skip-name",
    "flag",
    "change",
];

/// Types that each stand in the practice of some module, so that whoever takes all modules meets them.
const IN_PRACTICE: [&str; 5] = ["sorting", "hot-spot", "short", "estimate", "scenario"];

/// Checks that are taken at most until everything was met. A check asks 8 of some 22 questions, and the
/// rarest of the types is two of them: one in thousands meets it in none of nine.
const CHECKS: usize = 9;

#[test]
fn every_module_needs_only_a_keyboard() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    let mut keyboard = Keyboard::at(&app);
    take_the_first_module(&app, &mut keyboard)?;
    let modules = ask(&app, "home", &Value::Null)?["modules"].as_array().map_or(0, Vec::len);
    for index in 1..modules {
        keyboard.open_module(index)?;
        keyboard.go_on_until("check-result")?;
    }
    let missed: Vec<_> = IN_PRACTICE.iter().filter(|one| !keyboard.done.contains(**one)).collect();
    ensure!(missed.is_empty(), "these were not met: {missed:?}");
    ensure!(modules > 1, "the course has several modules, not {modules}");
    kept_the_rules(&app)?;
    ensure!(app.run("return document.documentElement.dir", &[])? == "ltr", "read from the left");
    Ok(())
}

#[test]
fn a_module_needs_only_a_keyboard_from_right_to_left() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    let mut keyboard = Keyboard::at(&app);
    keyboard.choose_language("ar-XB")?;
    take_the_first_module(&app, &mut keyboard)?;
    kept_the_rules(&app)?;
    ensure!(app.run("return document.documentElement.dir", &[])? == "rtl", "read from the right");
    Ok(())
}

#[test]
fn the_skip_link_comes_first_and_a_dialog_gives_the_focus_back() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    begin(&app, "Maya")?;
    app.reload()?;
    let mut keyboard = Keyboard::at(&app);
    keyboard.shift_tab_until("the first stop", |stop| stop.id == "skip-link")?;
    ensure!(Stop::of(&app)?.visible, "the skip link can be seen while it has the focus");
    keyboard.strike(Key::Enter)?;
    ensure!(Stop::of(&app)?.tag == "h1", "it leads to the heading: {:?}", Stop::of(&app)?);

    keyboard.shift_tab_until("the list of keys", |stop| stop.id == "shortcuts")?;
    keyboard.strike(Key::Enter)?;
    app.wait_for("dialog-close")?;
    for _ in 0..3 {
        let stop = keyboard.tab()?;
        let inside = app.run("return !!document.activeElement.closest('dialog')", &[])?;
        ensure!(inside == true || stop.tag == "body", "the focus stays in the dialog: {stop:?}");
    }
    keyboard.tab_until("its button", |stop| stop.id == "dialog-close")?;
    keyboard.strike(Key::Enter)?;
    app.wait_until_true("no dialog", "return !document.querySelector('dialog[open]')", &[])?;
    let after = Stop::of(&app)?;
    ensure!(after.id == "shortcuts", "the focus is where it was before the dialog: {after:?}");
    Ok(())
}

/// From the first page through a module, and through its check until each kind of question has come.
fn take_the_first_module(app: &Window, keyboard: &mut Keyboard<'_>) -> Result<()> {
    keyboard.go_on_until("check-result")?;
    for _ in 1..CHECKS {
        if is_everything(keyboard) {
            break;
        }
        keyboard.page()?;
        keyboard.go_on_until("check-result")?;
    }
    keyboard.arrived()?;
    ensure!(is_everything(keyboard), "only this was met: {:?}", keyboard.done);
    ensure!(app.has("result-sentence")?, "the result is said in words");
    Ok(())
}

fn is_everything(keyboard: &Keyboard<'_>) -> bool {
    EVERYTHING.iter().all(|one| keyboard.done.contains(*one))
}
