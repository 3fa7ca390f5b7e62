//! The recovery code by keyboard: written down when the store is made, typed when the passphrase is lost.

use anyhow::{Result, ensure};
use harness::{Key, Window};

use super::support::keyboard::Keyboard;
use super::support::trainer::{PASSPHRASE, go_to_door};

const ANEW: &str = "chosen anew by somebody";

/// Tabs to a field and types.
fn fill(app: &Window, keyboard: &mut Keyboard<'_>, field: &str, words: &str) -> Result<()> {
    keyboard.tab_until(field, |stop| stop.id == field)?;
    app.type_text(words)
}

fn press(keyboard: &mut Keyboard<'_>, button: &str) -> Result<()> {
    keyboard.tab_until(button, |stop| stop.id == button)?;
    keyboard.strike(Key::Enter)
}

fn words_on_the_page(app: &Window) -> Result<String> {
    app.wait_for("recovery-code")?;
    let words = "return [...document.querySelectorAll('[data-testid=recovery-code] .word')]\
                 .map((word) => word.textContent).join(' ')";
    app.string(words, &[])
}

#[test]
fn a_lost_passphrase_is_replaced_with_the_words_from_the_paper() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    go_to_door(&app)?;
    let mut keyboard = Keyboard::at(&app);
    fill(&app, &mut keyboard, "passphrase", PASSPHRASE)?;
    fill(&app, &mut keyboard, "passphrase-again", PASSPHRASE)?;
    keyboard.strike(Key::Enter)?;
    let code = words_on_the_page(&app)?;
    ensure!(code.split(' ').count() == 9, "nine words: {code}");
    keyboard.arrived()?;
    press(&mut keyboard, "keep-recovery-code")?;
    app.wait_for("recovery-link")?;
    keyboard.arrived()?;
    press(&mut keyboard, "lock-trainer")?;
    app.wait_for("forgotten-passphrase")?;

    let mut keyboard = Keyboard::at(&app);
    press(&mut keyboard, "forgotten-passphrase")?;
    app.wait_for_text("h1", "Open with the recovery code")?;
    ensure!(app.string("return document.activeElement.tagName", &[])? == "H1", "the heading");
    let (first, others) = code.split_at(5);
    fill(&app, &mut keyboard, "recovery-code-field", &format!("qqqqq{others}"))?;
    fill(&app, &mut keyboard, "passphrase", ANEW)?;
    fill(&app, &mut keyboard, "passphrase-again", ANEW)?;
    keyboard.strike(Key::Enter)?;
    app.wait_for_text("error-summary", "Word 1 cannot be right")?;
    ensure!(app.focused()? == "error-summary", "what is wrong has the focus");
    keyboard.tab_until("the code", |stop| stop.id == "recovery-code-field")?;
    keyboard.tab_until("the code", |stop| stop.id == "recovery-code-field")?;
    app.run("document.querySelector('[data-testid=recovery-code-field]').select()", &[])?;
    app.type_text(&format!("{}{others}", first.to_uppercase()))?;
    press(&mut keyboard, "recover-trainer")?;

    let next = words_on_the_page(&app)?;
    ensure!(next != code, "a code opens once, and another one is offered");
    press(&mut keyboard, "recovery-later")?;
    app.wait_for_text("#main", "There is no recovery code.")?;
    app.click("lock-trainer")?;
    app.wait_for_text("#main", "no recovery code was made")?;
    app.type_into("passphrase", ANEW)?;
    app.click("unlock-trainer")?;
    app.wait_for("recovery-link")
}
