//! The inbox by keyboard: a whole round, judged, marked and walked through; and a round that was cut short.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use harness::{Key, Window};
use serde_json::Value;

use super::support::ask;
use super::support::keyboard::Keyboard;
use super::support::learner::begin;
use super::support::stop::Stop;

fn started(folder: &std::path::Path) -> Result<Window> {
    let app = Window::start(folder)?;
    begin(&app, "Maya")?;
    app.reload()?;
    Ok(app)
}

/// From the rail into the first message of a round.
fn enter(keyboard: &mut Keyboard<'_>) -> Result<()> {
    keyboard.follow_rail("#/inbox")?;
    press(keyboard, "the start of a round", "inbox-start")
}

fn press(keyboard: &mut Keyboard<'_>, what: &str, id: &str) -> Result<()> {
    keyboard.tab_until(what, |stop| stop.id == id)?;
    keyboard.strike(Key::Enter)
}

/// Reads and judges the message that is open: `downs` ways down from the first way.
fn judge(app: &Window, keyboard: &mut Keyboard<'_>, downs: usize) -> Result<()> {
    app.wait_for("inbox-judge")?;
    keyboard.tab_until("the ways to judge", |stop| stop.id == "inbox-judgement")?;
    keyboard.strike(Key::Space)?;
    for _ in 0..downs {
        keyboard.strike(Key::Down)?;
    }
    press(keyboard, "saving", "inbox-judge")?;
    app.wait_for("inbox-outcome")?;
    app.wait_until_true(
        "the focus on the outcome",
        "return document.activeElement.dataset.testid === 'inbox-outcome'",
        &[],
    )
}

/// Marks the first two spots and asks to be shown.
fn mark(app: &Window, keyboard: &mut Keyboard<'_>) -> Result<()> {
    for value in ["from", "subject"] {
        keyboard.tab_until("a spot", |stop| stop.id == "inbox-spot" && stop.value == value)?;
        keyboard.strike(Key::Space)?;
        let look = "return document.querySelector(`[data-spot=\"${arguments[0]}\"]`).className";
        let lit = app.string(look, &[Value::from(value)])?;
        ensure!(lit.contains("marked"), "{value} is mirrored on the message: {lit:?}");
    }
    press(keyboard, "show me", "inbox-show-me")?;
    app.wait_for("inbox-walk")?;
    app.wait_until_true(
        "the focus on what was found",
        "return document.activeElement.dataset.testid === 'inbox-found'",
        &[],
    )
}

/// Walks through every spot of the message and back by one; says how many there were.
fn walk(app: &Window, keyboard: &mut Keyboard<'_>) -> Result<usize> {
    let lit = "return document.querySelector('.lit')?.dataset.spot ?? ''";
    let heading = "return document.querySelector('[data-testid=inbox-walk] h3').innerText";
    let mut headings = vec![app.string(heading, &[])?];
    ensure!(!app.string(lit, &[])?.is_empty(), "a spot is lit on the message");
    while app.has("inbox-next-spot")? {
        press(keyboard, "the next spot", "inbox-next-spot")?;
        let before = headings.last().cloned().unwrap_or_default();
        app.wait_until_true(
            "another spot",
            "return document.querySelector('[data-testid=inbox-walk] h3').innerText !== arguments[0]",
            &[Value::from(before)],
        )?;
        headings.push(app.string(heading, &[])?);
        ensure!(Stop::of(app)?.tag == "h3", "the focus goes along: {:?}", Stop::of(app)?);
        ensure!(!app.string(lit, &[])?.is_empty(), "its spot is lit: {headings:?}");
    }
    if headings.len() > 1 {
        press(keyboard, "the spot before", "inbox-previous")?;
        let before = app.string(heading, &[])?;
        ensure!(Some(&before) == headings.iter().rev().nth(1), "one spot back: {before}");
    }
    Ok(headings.len())
}

/// Rounds that are played at most until a message with a link was met. Chance draws the messages, those
/// first that were not met yet, and so many rounds have all of them.
const ROUNDS: usize = 6;

#[test]
fn a_whole_round_needs_only_a_keyboard() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = started(folder.path())?;
    let mut keyboard = Keyboard::at(&app);
    let mut links = BTreeSet::new();
    for _ in 0..ROUNDS {
        enter(&mut keyboard)?;
        let spots = play(&app, &mut keyboard, &mut links)?;
        ensure!(spots > 8, "only {spots} spots");
        app.wait_for("inbox-sentence")?;
        keyboard.arrived()?;
        let said = app.text("inbox-sentence")?;
        ensure!(said.contains("You caught"), "the result is said in words: {said:?}");
        if !links.is_empty() {
            break;
        }
    }
    ensure!(!links.is_empty(), "no message had a link");
    ensure!(app.page_errors()?.is_empty(), "without errors: {:?}", app.page_errors()?);
    ensure!(app.policy_breaches()?.is_empty(), "{:?}", app.policy_breaches()?);
    ensure!(app.foreign_requests()?.is_empty(), "nothing leaves: {:?}", app.foreign_requests()?);
    Ok(())
}

/// Judges and walks through every message of a round; says how many spots they had, and keeps where their
/// links lead.
fn play(app: &Window, keyboard: &mut Keyboard<'_>, links: &mut BTreeSet<String>) -> Result<usize> {
    app.wait_for("inbox-message")?;
    let of = app.count("inbox-row")?;
    ensure!(of >= 4, "a round has several messages, not {of}");
    let mut spots = 0;
    for message in 0..usize::try_from(of)? {
        keyboard.arrived()?;
        let keys = app.run("return document.body.innerHTML.includes('inbox-outcome')", &[])?;
        ensure!(keys == false, "nothing is told before the judgement");
        if app.has("inbox-link")? {
            keyboard.tab_until("a link of the message", |stop| stop.id == "inbox-link")?;
            let target = app.text("inbox-target")?;
            ensure!(target.contains("://") || target.contains("mailto:"), "{target:?}");
            links.insert(target);
            keyboard.strike(Key::Enter)?;
            ensure!(app.has("inbox-judge")?, "a link leads nowhere");
        }
        judge(app, keyboard, message % 4)?;
        mark(app, keyboard)?;
        spots += walk(app, keyboard)?;
        press(keyboard, "what comes next", "inbox-next")?;
    }
    Ok(spots)
}

#[test]
fn a_round_that_was_cut_short_goes_on_at_the_same_message() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = started(folder.path())?;
    let mut keyboard = Keyboard::at(&app);
    enter(&mut keyboard)?;
    judge(&app, &mut keyboard, 1)?;
    let before = app.page_title()?;
    app.kill()?;

    let app = Window::start(folder.path())?;
    let mut keyboard = Keyboard::at(&app);
    enter(&mut keyboard)?;
    app.wait_for("inbox-outcome")?;
    ensure!(app.page_title()? == before, "{:?} and {before:?}", app.page_title()?);
    ensure!(app.has("inbox-show-me")?, "its spots are still to be marked");
    let home = ask(&app, "home", &Value::Null)?;
    let judged = home["inbox"]["open"]["judged"].as_u64().context("a round is open")?;
    ensure!(judged == 1, "one message is judged, not {judged}");
    Ok(())
}
