//! The case as it was known, by keyboard: the date moves, and what is told moves with it.

use anyhow::{Result, ensure};
use harness::{Key, Start, Window};

use super::support::keyboard::Keyboard;
use super::support::learner::begin;

/// The sentence that stands first, without the marks around what was put into it.
fn sentence(app: &Window) -> Result<String> {
    let script = "return document.querySelector('[data-testid=case-sentence]')?.innerText ?? ''";
    Ok(app.string(script, &[])?.replace(['\u{2068}', '\u{2069}'], ""))
}

fn told(app: &Window, what: &str, words: &str) -> Result<()> {
    let script = "return (document.querySelector('[data-testid=case-sentence]')?.innerText ?? '')\
                  .replace(/[\u{2066}-\u{2069}]/g, '').includes(arguments[0])";
    app.wait_until_true(what, script, &[words.into()])
}

fn shown(app: &Window, claim: &str) -> Result<bool> {
    let script = "return document.querySelector(`[data-testid=case-entry][data-claim=${arguments[0]}]`) !== null";
    Ok(app.run(script, &[claim.into()])? == serde_json::Value::Bool(true))
}

#[test]
fn the_date_is_moved_by_keyboard_and_the_list_says_only_what_was_known() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Start::new(folder.path()).go()?;
    begin(&app, "Maya")?;
    app.reload()?;
    app.go("/home")?;
    let mut keyboard = Keyboard::at(&app);
    keyboard.follow_rail("#/case")?;
    keyboard.arrived()?;
    told(&app, "the day on which the date became public", "7 June 2023")?;
    ensure!(shown(&app, "press-broke-date")?, "what became known on that day");
    ensure!(!shown(&app, "names-14-june")?, "what came a week later");

    let range = keyboard.tab_until("the range", |stop| stop.id == "case-range")?;
    ensure!(range.value == "2023-06-07", "{range:?}");
    keyboard.strike(Key::Left)?;
    told(&app, "the day before", "6 June 2023")?;
    ensure!(!shown(&app, "press-broke-date")?, "{}", sentence(&app)?);
    keyboard.strike(Key::Home)?;
    told(&app, "the first day", "1 March 2023")?;
    keyboard.strike(Key::Right)?;
    told(&app, "a month later", "1 April 2023")?;

    keyboard.tab_until("what came next", |stop| stop.id == "case-later")?;
    keyboard.strike(Key::Enter)?;
    told(&app, "the next day with news", "31 May 2023")?;
    ensure!(shown(&app, "announced-31-may")?, "{}", sentence(&app)?);

    keyboard.tab_until("the field for a day", |stop| stop.id == "case-day")?;
    keyboard.strike(Key::Ctrl('a'))?;
    for letter in "2023-06-16".chars() {
        keyboard.strike(Key::Char(letter))?;
    }
    keyboard.strike(Key::Enter)?;
    told(&app, "the day that was typed", "16 June 2023")?;
    ensure!(shown(&app, "gov-data-erased")?, "its status changed on that day");
    app.close()
}

#[test]
fn a_claim_in_a_lesson_leads_to_the_day_on_which_it_became_known() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Start::new(folder.path()).go()?;
    begin(&app, "Maya")?;
    app.reload()?;
    app.go("/modules/the-notice/step")?;
    let mut keyboard = Keyboard::at(&app);
    keyboard.arrived()?;
    keyboard.tab_until("a claim", |stop| stop.id == "claim")?;
    keyboard.strike(Key::Enter)?;
    app.wait_for("card")?;
    keyboard.tab_until("the way to its day", |stop| stop.id == "claim-in-case")?;
    keyboard.strike(Key::Enter)?;
    app.wait_for("case-sentence")?;
    keyboard.arrived()?;
    ensure!(!sentence(&app)?.is_empty(), "the case says what was known");
    app.close()
}
