//! The refresher by keyboard: cards that are due, their grades, taking an answer back, the end.

use anyhow::{Result, ensure};
use harness::{Key, Window, wait_until};
use serde_json::{Value, json};

use super::support::keyboard::Keyboard;
use super::support::past::{failed_checks, judged_round};
use super::support::stop::Stop;
use super::support::{ask, everything_on};

#[test]
fn a_sitting_of_the_refresher_needs_only_a_keyboard() -> Result<()> {
    let folder = tempfile::tempdir()?;
    failed_checks(folder.path(), 3, 1)?;
    let app = Window::start(folder.path())?;
    let mut keyboard = Keyboard::at(&app);
    let due = ask(&app, "refresher", &Value::Null)?["due"]["cards"].as_u64().unwrap_or_default();
    ensure!(due > 3, "{due} cards are due");
    keyboard.arrived()?;
    let block = keyboard.tab_until("the refresher on Home", |stop| stop.id == "home-refresher")?;
    keyboard.follow(&block)?;
    keyboard.arrived()?;
    keyboard.tab_until("the start", |stop| stop.id == "start-cards")?;
    keyboard.strike(Key::Enter)?;

    answer(&app, &mut keyboard, 1, due)?;
    grade(&app, &mut keyboard)?;
    go_on(&mut keyboard)?;
    at_card(&app, 2, due)?;
    keyboard.strike(Key::Ctrl('z'))?;
    at_card(&app, 1, due)?;
    app.wait_for_text("body", "is taken back")?;
    ensure!(done_today(&app)? == 0, "what was taken back does not count");

    for card in 1..=due {
        answer(&app, &mut keyboard, card, due)?;
        go_on(&mut keyboard)?;
    }
    app.wait_for("refresher-start")?;
    let stop = Stop::of(&app)?;
    ensure!(stop.tag == "h1", "at the end the focus is on the heading, not on {stop:?}");
    ensure!(done_today(&app)? == due, "every card is answered");
    app.wait_for_text("refresher-start", "back on")?;
    keyboard.follow_rail("#/home")?;
    ensure!(!app.has("home-refresher")?, "Home has nothing to say when nothing is due");
    let errors = app.page_errors()?;
    ensure!(errors.is_empty(), "the page ran without errors: {errors:?}");
    Ok(())
}

#[test]
fn after_two_months_five_cards_are_enough_and_what_is_left_waits() -> Result<()> {
    let folder = tempfile::tempdir()?;
    failed_checks(folder.path(), 60, 2)?;
    let app = Window::start(folder.path())?;
    app.go("/refresher")?;
    app.wait_for_text("refresher-start", "Welcome back")?;
    let mut keyboard = Keyboard::at(&app);
    keyboard.tab_until("five cards", |stop| stop.id == "start-cards")?;
    keyboard.strike(Key::Enter)?;
    at_card(&app, 1, 5)?;
    answer(&app, &mut keyboard, 1, 5)?;
    keyboard.tab_until("leaving", |stop| stop.id == "leave-cards")?;
    keyboard.strike(Key::Enter)?;
    app.wait_for("home-refresher")?;
    ensure!(done_today(&app)? == 1, "leaving keeps what was answered");
    Ok(())
}

#[test]
fn a_message_comes_back_and_is_judged_by_keyboard() -> Result<()> {
    let folder = tempfile::tempdir()?;
    judged_round(folder.path(), 3)?;
    let app = Window::start(folder.path())?;
    app.go("/refresher")?;
    let mut keyboard = Keyboard::at(&app);
    keyboard.tab_until("the start", |stop| stop.id == "start-cards")?;
    keyboard.strike(Key::Enter)?;
    app.wait_for("inbox-judge")?;
    let heading = Stop::of(&app)?;
    ensure!(heading.tag == "h1", "the focus is on the heading of the card, not on {heading:?}");
    let before = everything_on(&app)?;
    for told in ["inbox-outcome", "inbox-walk", "hostile", "genuine"] {
        ensure!(!before.contains(told), "the page tells {told} before the judgement");
    }
    keyboard.tab_until("saving", |stop| stop.id == "inbox-judge")?;
    keyboard.strike(Key::Enter)?;
    app.wait_for("error-summary")?;
    keyboard.tab_until("the ways to judge", |stop| stop.id == "inbox-judgement")?;
    keyboard.strike(Key::Space)?;
    keyboard.tab_until("how sure", |stop| stop.id == "confidence")?;
    keyboard.strike(Key::Space)?;
    keyboard.tab_until("saving", |stop| stop.id == "inbox-judge")?;
    keyboard.strike(Key::Enter)?;
    wait_until("the focus on what the message is", || {
        Ok((Stop::of(&app)?.id == "inbox-outcome").then_some(()))
    })?;
    ensure!(app.count("[data-testid=inbox-message] .lit")? == 1, "the walk begins at a spot");
    let chosen = app.string(
        "return document.querySelector('[data-testid=grade][aria-pressed=true]').dataset.value",
        &[],
    )?;
    let outcome = app.attribute("inbox-outcome", "data-outcome")?.unwrap_or_default();
    let grade = if matches!(outcome.as_str(), "caught" | "sound") { "easy" } else { "again" };
    ensure!(chosen == grade, "sure and {outcome} is {grade}, not {chosen}");
    ensure!(done_today(&app)? == 1, "the judgement counts");
    keyboard.strike(Key::Ctrl('z'))?;
    app.wait_for_text("body", "is taken back")?;
    app.wait_for("inbox-judge")?;
    ensure!(done_today(&app)? == 0 && !app.has("inbox-outcome")?, "it is asked again");
    let errors = app.page_errors()?;
    ensure!(errors.is_empty(), "the page ran without errors: {errors:?}");
    Ok(())
}

/// Answers the card on the page, and waits for what is said about it.
fn answer(app: &Window, keyboard: &mut Keyboard<'_>, card: u64, of: u64) -> Result<()> {
    at_card(app, card, of)?;
    keyboard.answer_with("check-card")
}

/// The heading of this card has the focus.
fn at_card(app: &Window, card: u64, of: u64) -> Result<()> {
    app.wait_for_text("body", &format!("Card {card} of {of}"))?;
    wait_until("the heading of the card to have the focus", || {
        Ok((Stop::of(app)?.tag == "h1").then_some(()))
    })
}

/// The buttons of the grades say when the card comes back; a digit presses one.
fn grade(app: &Window, keyboard: &mut Keyboard<'_>) -> Result<()> {
    let first = keyboard.tab_until("the grades", |stop| stop.id == "grade")?;
    let names = "return [...document.querySelectorAll('[data-testid=grade]')]\
                 .map((one) => one.textContent.replace(/\\s+/g, ' '))";
    let names = app.run(names, &[])?;
    let all = names.as_array().map_or(&[][..], Vec::as_slice);
    let dated = |name: &Value| name.as_str().is_some_and(|name| name.contains("it comes back on "));
    ensure!(all.len() == 4 && all.iter().all(dated), "each grade says its day: {names}");
    keyboard.strike(Key::Char('4'))?;
    let easy = "return document.querySelector('[data-testid=grade][data-value=easy]').ariaPressed";
    app.wait_until_true("the grade to change", &format!("{easy} === 'true'"), &[])?;
    ensure!(Stop::of(app)?.id == first.id, "the focus stays in the group");
    Ok(())
}

fn go_on(keyboard: &mut Keyboard<'_>) -> Result<()> {
    keyboard.tab_until("the next card", |stop| stop.id == "next-card")?;
    keyboard.strike(Key::Enter)
}

fn done_today(app: &Window) -> Result<u64> {
    let refresher = ask(app, "refresher", &json!(null))?;
    Ok(refresher["doneToday"].as_u64().unwrap_or(u64::MAX))
}
