//! Results on their way to an organisation, by keyboard: naming a store, agreeing, a check that arrives, reading
//! exactly what was sent, pausing, and saying no again.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use eighteen_testkit::lrs::{Authority, Lrs, Server, sent_by};
use harness::{Key, Start, Window, wait_until};
use serde_json::{Value, json};

use super::support::keyboard::Keyboard;
use super::support::learner::{begin, take_check};
use super::support::trainer::{go_to_door, make_store};
use super::support::{ask, everything_on, kept_the_rules};

const SECRET: &str = "canary-of-the-window";
const MODULE: &str = "the-notice";

/// An organisation's store, and a window that trusts the authority behind it as the system would.
fn organisation(folder: &std::path::Path) -> Result<(Arc<Mutex<Lrs>>, Server, Window)> {
    let authority = Authority::new();
    let lrs = Arc::new(Mutex::new(Lrs::default()));
    let shared = Arc::clone(&lrs);
    let server = Server::start(authority.server_for(&["localhost"], false), move |request| {
        sent_by(&mut shared.lock().unwrap_or_else(std::sync::PoisonError::into_inner), request)
    });
    let roots = folder.join("roots.pem");
    std::fs::write(&roots, authority.root_pem())?;
    let roots = roots.to_str().context("a path in UTF-8")?;
    let data = folder.join("data");
    std::fs::create_dir(&data)?;
    let window = Start::new(&data).with_variable("SSL_CERT_FILE", roots).go()?;
    Ok((lrs, server, window))
}

fn held(lrs: &Mutex<Lrs>) -> Vec<String> {
    let lrs = lrs.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    lrs.held.values().cloned().collect()
}

#[test]
fn results_reach_a_store_after_a_yes_and_stop_after_a_no() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (lrs, server, app) = organisation(folder.path())?;
    begin(&app, "Maya Canary")?;
    app.reload()?;
    let mut keyboard = Keyboard::at(&app);
    keyboard.follow_rail("#/settings")?;
    keyboard.arrived()?;
    keyboard.tab_until("the way to results", |stop| stop.id == "delivery-link")?;
    keyboard.strike(Key::Enter)?;
    keyboard.arrived()?;
    name_the_store(&app, &mut keyboard, &format!("https://localhost:{}/xapi", server.port()))?;

    // Until she agrees, a whole check makes nothing that could be sent.
    take_check(&app, MODULE, &[])?;
    ensure!(ask(&app, "delivery", &Value::Null)?["waiting"] == 0, "nobody agreed");
    app.go("/settings")?;
    app.go("/settings/results")?;
    app.wait_for("agree-yes")?;
    let mut keyboard = Keyboard::at(&app);
    keyboard.arrived()?;
    keyboard.tab_until("the yes", |stop| stop.id == "agree-yes")?;
    keyboard.strike(Key::Enter)?;
    app.wait_for("agree-no")?;
    ensure!(held(&lrs).is_empty(), "nothing from before she agreed");

    take_check(&app, MODULE, &[])?;
    wait_until("everything to be delivered", || {
        let delivery = ask(&app, "delivery", &Value::Null)?;
        Ok((delivery["waiting"] == 0 && delivery["delivered"] != 0).then_some(()))
    })?;
    let there = held(&lrs);
    ensure!(there.iter().any(|one| one.contains("verbs/terminated")), "the end is there");
    ensure!(!there.iter().any(|one| one.contains("Canary")), "nobody's name is there");
    read_a_statement(&app, &there)?;
    collect_elsewhere(folder.path(), server.port())?;
    pause_and_stop(&app, &lrs)?;
    ensure!(!everything_on(&app)?.contains(SECRET), "the password is not on the page");
    kept_the_rules(&app)
}

fn name_the_store(app: &Window, keyboard: &mut Keyboard<'_>, address: &str) -> Result<()> {
    keyboard.tab_until("naming a store", |stop| stop.id == "name-store")?;
    keyboard.strike(Key::Enter)?;
    app.wait_for("store-address")?;
    app.type_into("store-address", "http://lrs.example.org")?;
    keyboard.strike(Key::Enter)?;
    app.wait_for("[data-testid=store-address][aria-invalid=true]")?;
    ensure!(app.text("#main")?.contains("must begin with https://"), "it is told why");
    // What was typed is taken away as a person does, from its end.
    for _ in 0..40 {
        app.press(Key::Backspace)?;
    }
    app.type_text(address)?;
    app.type_into("store-name", "eighteen-days")?;
    app.type_into("store-password", SECRET)?;
    keyboard.strike(Key::Enter)?;
    app.wait_for("remove-store")
}

/// A trainer at another computer collects what is in the store, by keyboard.
fn collect_elsewhere(folder: &std::path::Path, port: u16) -> Result<()> {
    let data = folder.join("trainer");
    std::fs::create_dir(&data)?;
    let roots = folder.join("roots.pem");
    let roots = roots.to_str().context("a path in UTF-8")?;
    let app = Start::new(&data).with_variable("SSL_CERT_FILE", roots).go()?;
    begin(&app, "Ruth")?;
    app.reload()?;
    go_to_door(&app)?;
    make_store(&app)?;
    app.go("/trainer/collect")?;
    app.wait_for("name-source")?;
    let mut keyboard = Keyboard::at(&app);
    keyboard.tab_until("naming a store", |stop| stop.id == "name-source")?;
    keyboard.strike(Key::Enter)?;
    app.wait_for("store-address")?;
    app.type_into("store-address", &format!("https://localhost:{port}/xapi"))?;
    app.type_into("store-name", "trainers")?;
    app.type_into("store-password", SECRET)?;
    keyboard.strike(Key::Enter)?;
    app.wait_for("gather-look")?;
    keyboard.tab_until("looking into the store", |stop| stop.id == "gather-look")?;
    keyboard.strike(Key::Enter)?;
    app.wait_for("[data-testid=gather-status][data-value=done]")?;
    ensure!(
        app.text("gather-status")?.contains("1 check is new"),
        "{}",
        app.text("gather-status")?
    );
    keyboard.tab_until("taking it in", |stop| stop.id == "gather-take")?;
    keyboard.strike(Key::Enter)?;
    app.wait_for("gather-look-all")?;
    ensure!(app.text("gather-status")?.contains("1 check was taken in"), "it says so");
    let people = ask(&app, "trainer_overview", &json!({}))?;
    ensure!(people["people"] == 2, "she who sent it, and Ruth: {people}");
    ensure!(!everything_on(&app)?.contains(SECRET), "the password is not on the page");
    kept_the_rules(&app)
}

/// What is shown is what the store has.
fn read_a_statement(app: &Window, there: &[String]) -> Result<()> {
    app.go("/settings")?;
    app.go("/settings/results")?;
    app.wait_for("statement")?;
    let mut keyboard = Keyboard::at(app);
    keyboard.arrived()?;
    app.click("[data-testid=statement] summary")?;
    let shown = app
        .string("return document.querySelector('[data-testid=statement] pre').textContent", &[])?;
    let shown: Value = serde_json::from_str(&shown)?;
    ensure!(there.contains(&shown.to_string()), "exactly what is sent: {shown}");
    Ok(())
}

fn pause_and_stop(app: &Window, lrs: &Mutex<Lrs>) -> Result<()> {
    app.click("pause-delivery")?;
    app.wait_for("[data-testid=delivery-state][data-value=paused]")?;
    let before = held(lrs).len();
    take_check(app, MODULE, &[])?;
    std::thread::sleep(Duration::from_millis(500));
    ensure!(held(lrs).len() == before, "paused is paused");
    app.go("/settings")?;
    app.go("/settings/results")?;
    app.click("agree-no")?;
    app.wait_for("agree-yes")?;
    let delivery = ask(app, "delivery", &Value::Null)?;
    ensure!(delivery["waiting"] == 0, "what was not sent is gone");
    ask(app, "pause_delivery", &json!({ "paused": false }))?;
    take_check(app, MODULE, &[])?;
    std::thread::sleep(Duration::from_millis(500));
    ensure!(held(lrs).len() == before, "a no is a no");
    Ok(())
}
