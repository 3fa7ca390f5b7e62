//! What practice gives to a trainer: asked of the learner, shown to the trainer, by keyboard.

use anyhow::{Result, ensure};
use harness::{Key, Window};
use serde_json::{Value, json};

use super::support::keyboard::Keyboard;
use super::support::learner::{begin, whole_run};
use super::support::stop::Stop;
use super::support::trainer::{PASSPHRASE, go_to_door, make_store};
use super::support::{ask, kept_the_rules};

#[test]
fn choices_are_shared_after_a_yes_and_a_no_stops_it() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    begin(&app, "Maya Canary")?;
    let run = whole_run(&app)?;
    app.reload()?;
    app.go(&format!("/ultimatum/{run}/debrief"))?;
    let mut keyboard = Keyboard::at(&app);
    keyboard.arrived()?;
    ensure!(app.text("sharing-said")?.contains("Nothing is shared"), "off until she says yes");
    keyboard.tab_until("the yes", |stop| stop.id == "share-yes")?;
    keyboard.strike(Key::Enter)?;
    app.wait_for_text("sharing-said", "You share your choices")?;
    ensure!(Stop::of(&app)?.id == "sharing-said", "what was said has the focus");

    // The page is asked for anew: the question is not put a second time.
    app.reload()?;
    app.wait_for("debrief-decision")?;
    ensure!(!app.has("share-yes")?, "she is asked once");
    ask(&app, "create_trainer_store", &json!({ "passphrase": PASSPHRASE }))?;
    ask(&app, "trainer_overview", &json!({}))?;
    ensure!(ask(&app, "trainer_forks", &Value::Null)?["runs"] == 1, "one run went");
    app.go("/trainer/ultimatum")?;
    app.wait_for_text("h1", "One run has been shared: too few")?;
    let main = app.text("#main")?;
    ensure!(!main.contains("Canary"), "nobody's name stands beside a decision: {main}");

    app.go("/record/trainer-view")?;
    app.wait_for_text("#main", "Your choices in the ultimatum, without your name")?;
    let mut keyboard = Keyboard::at(&app);
    keyboard.tab_until("the stop", |stop| stop.id == "share-no")?;
    keyboard.strike(Key::Enter)?;
    app.wait_for_text("sharing-said", "to yourself")?;
    let view = ask(&app, "trainer_view", &Value::Null)?;
    ensure!(view["forks"] == json!([]), "nothing more goes: {}", view["forks"]);
    kept_the_rules(&app)
}

#[test]
fn every_report_of_practice_is_reached_and_read_by_keyboard() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    go_to_door(&app)?;
    make_store(&app)?;
    app.click("load-sample")?;
    app.wait_for_text("lasted-card", "in their first check")?;
    let mut keyboard = Keyboard::at(&app);
    for (page, finding) in [
        ("Inbox", "false alarm"),
        ("Ultimatum", "experts advise against"),
        ("Misconceptions", "one wrong idea"),
        ("What lasted", "days later"),
    ] {
        app.run("document.querySelector('h1').focus()", &[])?;
        let link = keyboard.shift_tab_until(page, |stop| stop.tag == "a" && stop.words == page)?;
        keyboard.follow(&link)?;
        app.wait_for_text("h1", finding)?;
        keyboard.arrived()?;
        app.wait_for("report-table")?;
    }
    app.run("document.querySelector('h1').focus()", &[])?;
    let link = keyboard.shift_tab_until("Ultimatum", |stop| stop.words == "Ultimatum")?;
    keyboard.follow(&link)?;
    let open =
        "return document.querySelectorAll('[data-testid=fork-details][aria-expanded=true]').length";
    keyboard.tab_until("a decision", |stop| stop.id == "fork-details")?;
    keyboard.strike(Key::Enter)?;
    ensure!(app.run(open, &[])? == 1, "the options are there");
    keyboard.strike(Key::Enter)?;
    ensure!(app.run(open, &[])? == 0, "and go again");
    kept_the_rules(&app)
}
