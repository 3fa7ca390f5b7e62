//! Certificates by keyboard, from Home to the system's dialog for saving.

use anyhow::{Result, ensure};
use harness::{Key, Window, wait_until};
use serde_json::{Value, json};

use super::support::ask;
use super::support::keyboard::Keyboard;
use super::support::learner::{begin, finish_steps, take_check};

/// The bar allows this many activations from Home.
const MOST_ACTIVATIONS: usize = 3;
const MODULE: &str = "the-notice";

fn passed(app: &Window, name: &str) -> Result<()> {
    begin(app, name)?;
    finish_steps(app, MODULE, usize::MAX)?;
    take_check(app, MODULE, &[])?;
    app.reload()?;
    Ok(())
}

fn follow(keyboard: &mut Keyboard<'_>, what: &str, id: &str) -> Result<()> {
    keyboard.arrived()?;
    let stop = keyboard.tab_until(what, |stop| stop.id == id)?;
    keyboard.follow(&stop)
}

#[test]
fn saving_a_certificate_takes_three_activations() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    passed(&app, "Maya Okafor")?;
    let mut keyboard = Keyboard::at(&app);
    keyboard.follow_rail("#/record")?;
    follow(&mut keyboard, "the link to the certificates", "certificates-link")?;
    keyboard.arrived()?;
    let before = app.screen().windows()?;
    keyboard.tab_until("the button", |stop| stop.id == "save-certificate")?;
    keyboard.strike(Key::Enter)?;
    let activations = 3;
    let dialog = wait_until("the system's dialog", || {
        Ok(app.screen().windows()?.into_iter().find(|window| !before.contains(window)))
    })?;
    ensure!(activations <= MOST_ACTIVATIONS, "it took {activations} activations");
    app.screen().ask_to_close(&dialog)?;
    let idle = "return !document.querySelector('[data-testid=save-certificate][aria-busy]')";
    app.wait_until_true("the button to be free again", idle, &[])?;
    ensure!(!app.has("failure")?, "cancelling is no failure");
    ensure!(app.page_errors()?.is_empty() && app.policy_breaches()?.is_empty(), "no errors");
    Ok(())
}

#[test]
fn without_a_name_it_is_asked_once_and_a_name_that_cannot_be_printed_is_refused_in_words()
-> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    passed(&app, "王小明")?;
    app.go("/record/certificates")?;
    app.wait_for("unprintable")?;
    ensure!(app.text("unprintable")?.contains('王'), "the letters are named");
    ensure!(!app.has("save-certificate")?, "nothing that would print boxes");
    let clear = "const field = document.querySelector('[data-testid=name-field]'); field.focus(); field.select()";
    app.run(clear, &[])?;
    app.type_text("Wang Xiaoming")?;
    app.press(Key::Enter)?;
    app.wait_for("save-certificate")?;
    let all = ask(&app, "certificates", &Value::Null)?;
    ensure!(all["name"] == json!("Wang Xiaoming"), "the name is kept: {all}");
    let open = all["entries"]
        .as_array()
        .map_or(0, |entries| entries.iter().filter(|entry| entry["passed"].is_null()).count());
    ensure!(open > 0 && app.count("save-certificate")? == 1, "others say that they are not yet");
    Ok(())
}
