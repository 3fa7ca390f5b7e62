//! Modules of the course by keyboard alone, in both directions of reading.

use anyhow::{Result, ensure};
use harness::Window;
use serde_json::Value;

use super::support::ask;
use super::support::keyboard::Keyboard;

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

/// A check asks 8 questions, those first that were not asked before: the third one has asked them all.
const CHECKS: usize = 3;

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

fn kept_the_rules(app: &Window) -> Result<()> {
    let errors = app.page_errors()?;
    ensure!(errors.is_empty(), "the page ran without errors: {errors:?}");
    let breaches = app.policy_breaches()?;
    ensure!(breaches.is_empty(), "the page kept its policy: {breaches:?}");
    Ok(())
}

fn is_everything(keyboard: &Keyboard<'_>) -> bool {
    EVERYTHING.iter().all(|one| keyboard.done.contains(*one))
}
