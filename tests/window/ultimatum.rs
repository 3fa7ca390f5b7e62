//! The ultimatum by keyboard: one whole path of each role, and what lies beside the story.

use anyhow::{Context, Result, ensure};
use harness::{Key, Window};
use serde_json::Value;

use super::support::keyboard::Keyboard;
use super::support::learner::begin;
use super::support::stop::Stop;
use super::support::{ask, kept_the_rules};

/// Either the next scene or the page that looks back is there.
const ONWARD: &str = "return document.querySelector('[data-testid=run-decide]') !== null\
                      || document.querySelector('[data-testid=debrief-decision]') !== null";

#[test]
fn one_path_of_each_role_needs_only_a_keyboard() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    begin(&app, "Maya")?;
    app.reload()?;
    let story = ask(&app, "story_start", &Value::Null)?;
    let roles = story["roles"].as_array().context("the story has roles")?.len();
    let decisions = story["decisions"].as_u64().context("it has decisions")?;
    ensure!(roles > 0, "there is a role to play");
    for role in 0..roles {
        let mut keyboard = Keyboard::at(&app);
        begin_run(&app, &mut keyboard, role)?;
        for position in 1..=decisions {
            let choice = (role as u64 + position) % 2;
            decide(&app, &mut keyboard, choice)
                .with_context(|| format!("role {role}, decision {position}"))?;
        }
        looked_back(&app, &mut keyboard, decisions)?;
    }
    let runs = ask(&app, "story_start", &Value::Null)?["runs"].clone();
    let runs = runs.as_array().context("the runs are listed")?;
    ensure!(runs.len() == roles, "one run of each role: {runs:?}");
    ensure!(runs.iter().all(|run| !run["finishedAt"].is_null()), "all are finished: {runs:?}");
    kept_the_rules(&app)
}

#[test]
fn what_is_known_and_the_log_have_keys_of_their_own_and_give_the_focus_back() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    begin(&app, "Maya")?;
    app.reload()?;
    let mut keyboard = Keyboard::at(&app);
    begin_run(&app, &mut keyboard, 0)?;
    decide(&app, &mut keyboard, 0)?;
    for (key, panel) in [('i', "known"), ('l', "log")] {
        keyboard.strike(Key::Ctrl(key))?;
        let open = format!("[data-testid=run-panel][data-value={panel}]");
        app.wait_for(&open)?;
        let inside = "return document.activeElement.closest('aside') !== null";
        app.wait_until_true("the focus in the panel", inside, &[])?;
        keyboard.strike(Key::Escape)?;
        app.wait_until_true(
            "no panel",
            "return document.querySelector('[data-testid=run-panel]') === null",
            &[],
        )?;
        let after = Stop::of(&app)?;
        ensure!(after.id == format!("run-{panel}"), "the focus is on its button: {after:?}");
    }
    kept_the_rules(&app)
}

#[test]
fn one_step_back_and_a_kill_lead_to_the_same_scene() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    begin(&app, "Maya")?;
    app.reload()?;
    let mut keyboard = Keyboard::at(&app);
    begin_run(&app, &mut keyboard, 0)?;
    let first = app.page_title()?;
    decide(&app, &mut keyboard, 0)?;
    let second = app.page_title()?;
    ensure!(first != second, "the story went on: {first:?}");
    app.click("run-back")?;
    app.wait_until_true("the scene before", ONWARD, &[])?;
    app.settled()?;
    ensure!(app.page_title()? == first, "one step back: {:?}", app.page_title()?);
    ensure!(!app.has("run-back")?, "and no second one");
    decide(&app, &mut keyboard, 0)?;
    app.kill()?;

    let app = Window::start(folder.path())?;
    app.wait_for("home-story")?;
    app.click("home-story")?;
    app.wait_for("run-decide")?;
    app.settled()?;
    ensure!(app.page_title()? == second, "the same scene: {:?}", app.page_title()?);
    kept_the_rules(&app)
}

/// From the heading of any page to the first scene of a role.
fn begin_run(app: &Window, keyboard: &mut Keyboard<'_>, role: usize) -> Result<()> {
    keyboard.follow_rail("#/ultimatum")?;
    keyboard.arrived()?;
    keyboard.tab_until("the roles", |stop| stop.id == "story-role")?;
    keyboard.strike(Key::Space)?;
    for _ in 0..role {
        keyboard.strike(Key::Down)?;
    }
    keyboard.strike(Key::CtrlEnter)?;
    app.wait_for("run-decide")?;
    keyboard.arrived()
}

/// Chooses an option, reads what follows, and goes on.
fn decide(app: &Window, keyboard: &mut Keyboard<'_>, choice: u64) -> Result<()> {
    keyboard.arrived()?;
    keyboard.tab_until("the options", |stop| stop.id == "run-option")?;
    keyboard.strike(Key::Space)?;
    for _ in 0..choice {
        keyboard.strike(Key::Down)?;
    }
    keyboard.strike(Key::CtrlEnter)?;
    app.wait_for("run-consequence")?;
    let told = "return document.activeElement?.dataset.testid === 'run-consequence'";
    app.wait_until_true("the focus on what follows", told, &[])?;
    keyboard.strike(Key::CtrlEnter)?;
    app.wait_until_true("the next scene", ONWARD, &[])?;
    app.settled()
}

/// The debrief has every decision, and what was written is kept.
fn looked_back(app: &Window, keyboard: &mut Keyboard<'_>, decisions: u64) -> Result<()> {
    ensure!(keyboard.screen()? == "run-debrief", "the run leads to the debrief");
    keyboard.arrived()?;
    let count = "return document.querySelectorAll('[data-testid=debrief-decision]').length";
    ensure!(app.run(count, &[])? == decisions, "every decision is looked back at");
    let sourced = "return [...document.querySelectorAll('[data-testid=debrief-decision]')]\
                   .every((one) => one.querySelector('[data-claim]') !== null)";
    ensure!(app.run(sourced, &[])? == true, "each piece of advice has its source");
    Ok(())
}
