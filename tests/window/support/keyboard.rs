//! Somebody who has only a keyboard, and only these keys: Tab, Shift with Tab, the arrows, Space, Enter,
//! Control with Enter, and letters where there is something to write.
//!
//! They know nothing of the course: they go through whatever page is there from its heading on, answer
//! what asks to be answered, and take the main action when they come to it. So any module can be taken.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail, ensure};
use harness::{Key, Window, wait_until};
use serde_json::json;

use super::stop::Stop;

/// More stops than any page has: whoever needs more is going in circles.
const MOST_STOPS: usize = 150;

/// What leads to another page.
const ONWARD: [&str; 11] = [
    "start",
    "home-continue",
    "module-start",
    "continue",
    "module-take-check",
    "start-check",
    "start-test-out",
    "start-assessment",
    "go-on-with-check",
    "retake",
    "next-module",
];

/// What takes the focus when an answer is explained in its place.
const EXPLAINED: [&str; 2] = ["decision-result", "feedback-heading"];

/// A person at the keyboard, and what they have met.
pub(crate) struct Keyboard<'a> {
    app: &'a Window,
    /// Titles by the address of their page.
    pub(crate) titles: BTreeMap<String, String>,
    /// What was done: kinds of question, and single actions.
    pub(crate) done: BTreeSet<String>,
    /// Every key that was struck.
    pub(crate) strokes: usize,
    /// Turns from one way of doing a thing to the other.
    turn: u32,
}

impl<'a> Keyboard<'a> {
    /// Sits down at a window.
    pub(crate) fn at(app: &'a Window) -> Self {
        Self { app, titles: BTreeMap::new(), done: BTreeSet::new(), strokes: 0, turn: 0 }
    }

    /// Goes from page to page until a screen is reached.
    pub(crate) fn go_on_until(&mut self, screen: &str) -> Result<()> {
        for _ in 0..60 {
            if self.screen()? == screen {
                return Ok(());
            }
            self.page()?;
        }
        bail!("60 pages do not lead to {screen}: {:?}", self.titles)
    }

    /// The screen that is there now.
    pub(crate) fn screen(&self) -> Result<String> {
        self.app.string("return document.documentElement.dataset.screen ?? ''", &[])
    }

    /// Goes through one page from its heading to what leads on, and takes that.
    pub(crate) fn page(&mut self) -> Result<()> {
        self.arrived()?;
        for _ in 0..MOST_STOPS {
            let stop = self.tab()?;
            if self.leads_on(&stop)? {
                return self.take(&stop).with_context(|| format!("taking {stop:?}"));
            }
            self.meet(&stop).with_context(|| format!("meeting {stop:?}"))?;
        }
        bail!("{MOST_STOPS} steps of Tab find nothing that leads on from {:?}", self.titles)
    }

    /// On every new page the focus is on its heading, and the title tells where one is.
    pub(crate) fn arrived(&mut self) -> Result<()> {
        self.app.painted()?;
        let stop = Stop::of(self.app)?;
        let title = self.app.page_title()?;
        ensure!(
            stop.tag == "h1",
            "after going to {title:?} the focus is on its h1, not on {stop:?}"
        );
        ensure!(title.starts_with("Eighteen Days – "), "{title:?} begins with the program");
        // Another try at a check has the same pages as the first one.
        let address = "return location.hash.replace(/check\\/[0-9a-f-]+/, 'check')";
        let address = self.app.string(address, &[])?;
        let other = self.titles.iter().find(|(at, known)| **known == title && **at != address);
        ensure!(other.is_none(), "{title:?} is the title of {address} and of {other:?}");
        self.titles.insert(address, title);
        Ok(())
    }

    /// Strikes Tab. Wherever it leads, it can be seen.
    pub(crate) fn tab(&mut self) -> Result<Stop> {
        self.strike(Key::Tab)?;
        let app = self.app;
        // The page may still be on its way there.
        let in_sight = wait_until("the focus to be in sight", || {
            let stop = Stop::of(app)?;
            Ok((stop.visible && !stop.covered).then_some(stop))
        });
        in_sight.with_context(|| format!("Tab led to {:?}", Stop::of(app)))
    }

    /// Answers the question on the page, and presses this button.
    pub(crate) fn answer_with(&mut self, button: &str) -> Result<()> {
        for _ in 0..MOST_STOPS {
            let stop = self.tab()?;
            self.meet(&stop).with_context(|| format!("meeting {stop:?}"))?;
            if stop.id == button {
                return Ok(());
            }
        }
        bail!("{MOST_STOPS} steps of Tab do not reach {button}")
    }

    /// Tabs until a stop is what is looked for.
    pub(crate) fn tab_until(
        &mut self,
        what: &str,
        mut is: impl FnMut(&Stop) -> bool,
    ) -> Result<Stop> {
        for _ in 0..MOST_STOPS {
            let stop = self.tab()?;
            if is(&stop) {
                return Ok(stop);
            }
        }
        bail!("{MOST_STOPS} steps of Tab do not reach {what}")
    }

    /// Goes back until a stop is what is looked for.
    pub(crate) fn shift_tab_until(
        &mut self,
        what: &str,
        is: impl Fn(&Stop) -> bool,
    ) -> Result<Stop> {
        for _ in 0..MOST_STOPS {
            self.strike(Key::ShiftTab)?;
            let stop = Stop::of(self.app)?;
            if is(&stop) {
                return Ok(stop);
            }
        }
        bail!("{MOST_STOPS} steps of Shift and Tab do not reach {what}")
    }

    /// Strikes a key.
    pub(crate) fn strike(&mut self, key: Key) -> Result<()> {
        self.strokes += 1;
        self.app.press(key)
    }

    /// Chooses a language on the first page: the arrows go through all of them.
    pub(crate) fn choose_language(&mut self, tag: &str) -> Result<()> {
        self.tab_until("the languages for testers", |stop| stop.tag == "summary")?;
        self.strike(Key::Enter)?;
        self.strike(Key::ShiftTab)?;
        for _ in 0..10 {
            let now = Stop::of(self.app)?;
            if now.id == "language-option" && now.value == tag && now.checked {
                return self.app.run("document.querySelector('h1').focus()", &[]).map(drop);
            }
            self.strike(Key::Down)?;
        }
        bail!("the arrows do not reach the language {tag}: {:?}", Stop::of(self.app)?)
    }

    /// Goes back from the heading to the rail, and follows an entry.
    pub(crate) fn follow_rail(&mut self, to: &str) -> Result<()> {
        self.arrived()?;
        let is_entry = |stop: &Stop| stop.id == "rail-entry" && stop.value == to;
        let stop = self.shift_tab_until("the entry in the rail", is_entry)?;
        self.follow(&stop)
    }

    /// Opens a module of the list that the rail leads to.
    pub(crate) fn open_module(&mut self, index: usize) -> Result<()> {
        self.follow_rail("#/modules")?;
        self.arrived()?;
        let mut before = index;
        let stop = self.tab_until("the module in the list", |stop| {
            let is_module = stop.id == "module-link";
            let found = is_module && before == 0;
            before = before.saturating_sub(usize::from(is_module));
            found
        })?;
        self.follow(&stop)
    }

    /// The other way each time.
    fn turn(&mut self) -> bool {
        self.turn += 1;
        self.turn.is_multiple_of(2)
    }

    fn leads_on(&mut self, stop: &Stop) -> Result<bool> {
        let changed = self.done.contains("change");
        Ok(match stop.id.as_str() {
            "change" => !changed,
            "finish-check" => changed,
            "save-answer" => self.done.contains("flag") || self.position()? != 2,
            id => ONWARD.contains(&id),
        })
    }

    fn position(&self) -> Result<u64> {
        let address = self.app.string("return location.hash", &[])?;
        Ok(address.rsplit('/').next().and_then(|end| end.parse().ok()).unwrap_or_default())
    }

    fn meet(&mut self, stop: &Stop) -> Result<()> {
        match stop.id.as_str() {
            "decision-option" | "option" if stop.is_radio() && !stop.answered => self.choose(stop),
            "option" if stop.kind == "checkbox" => self.tick(stop),
            "confidence" if !stop.answered => self.rate(),
            "match-target" => self.match_one(stop),
            "sort-group" if !stop.answered => self.sort_one(stop),
            "short-field" => self.name_it(stop),
            "estimate-field" => self.estimate(stop),
            "order-list" => self.put_in_order(),
            "decide" | "check-answer" | "check-card" => self.explained(stop),
            "reflection" => self.write(),
            "skip-name" => self.skip_name(),
            "claim" => self.open_card(),
            "flag" => self.flag(),
            _ => Ok(()),
        }
    }

    /// Space chooses the first of a group, the arrows go on to another one.
    fn choose(&mut self, stop: &Stop) -> Result<()> {
        let kind =
            if stop.id == "decision-option" { "decision" } else { self.radio_question(stop)? };
        self.done.insert(kind.to_owned());
        self.strike(Key::Space)?;
        let steps = u64::from(self.turn) % stop.choices;
        for _ in 0..steps {
            self.strike(Key::Down)?;
        }
        if self.turn() && stop.choices > 2 {
            self.strike(Key::Up)?;
        }
        let now = Stop::of(self.app)?;
        ensure!(now.checked && now.name == stop.name, "the arrows choose within {stop:?}: {now:?}");
        Ok(())
    }

    fn radio_question(&self, stop: &Stop) -> Result<&'static str> {
        let asked = "return new Set([...document.getElementsByName(arguments[0])[0].form\
                     .querySelectorAll('[data-testid=option]')].map((one) => one.name)).size";
        let groups = self.app.run(asked, &[json!(stop.name)])?;
        let scene = "return document.getElementsByName(arguments[0])[0].form\
                     .querySelector('.scene') !== null";
        let has_scene = self.app.run(scene, &[json!(stop.name)])? == json!(true);
        Ok(match (groups == json!(2), has_scene) {
            (true, _) => "true-false",
            (false, true) => "scenario",
            (false, false) => "single",
        })
    }

    /// Ticks every other box, and takes the tick away and back once.
    fn tick(&mut self, stop: &Stop) -> Result<()> {
        let drawn = "return document.activeElement.closest('.hot-spot') !== null";
        let is_spot = self.app.run(drawn, &[])? == json!(true);
        self.done.insert(if is_spot { "hot-spot" } else { "multiple" }.to_owned());
        if stop.checked || self.turn() {
            return Ok(());
        }
        for _ in 0..3 {
            self.strike(Key::Space)?;
        }
        ensure!(Stop::of(self.app)?.checked, "Space ticks {stop:?}");
        if is_spot {
            let mark = "return document.querySelector(`[data-testid=spot][data-value=\
                        \"${arguments[0]}\"]`).dataset.mark";
            let mark = self.app.string(mark, &[json!(stop.value)])?;
            ensure!(mark == "chosen", "the drawing shows what the list says, not {mark}");
        }
        Ok(())
    }

    /// Space chooses the first group of an entry, an arrow the next one.
    fn sort_one(&mut self, stop: &Stop) -> Result<()> {
        self.done.insert("sorting".to_owned());
        self.strike(Key::Space)?;
        if self.turn() {
            self.strike(Key::Down)?;
        }
        let now = Stop::of(self.app)?;
        ensure!(now.checked && now.name == stop.name, "the arrows choose within {stop:?}: {now:?}");
        Ok(())
    }

    fn name_it(&mut self, stop: &Stop) -> Result<()> {
        self.done.insert("short".to_owned());
        if stop.value.is_empty() { self.app.type_text("a guess") } else { Ok(()) }
    }

    /// The arrows go in round steps; what they reach stands in the field.
    fn estimate(&mut self, stop: &Stop) -> Result<()> {
        self.done.insert("estimate".to_owned());
        if stop.value.is_empty() {
            for key in [Key::Up, Key::Up, Key::Up, Key::Down] {
                self.strike(key)?;
            }
        }
        let now = Stop::of(self.app)?;
        let digits = now.value.chars().filter(char::is_ascii_digit).count();
        ensure!(digits > 0, "the arrows write a number into {now:?}");
        Ok(())
    }

    fn rate(&mut self) -> Result<()> {
        if self.turn() {
            self.done.insert("confidence".to_owned());
            self.strike(Key::Space)?;
            self.strike(Key::Down)?;
        }
        Ok(())
    }

    /// Each line gets another target.
    fn match_one(&mut self, stop: &Stop) -> Result<()> {
        self.done.insert("matching".to_owned());
        if !stop.value.is_empty() {
            return Ok(());
        }
        self.strike(Key::Down)?;
        if self.turn() {
            self.strike(Key::Down)?;
        }
        let now = Stop::of(self.app)?;
        ensure!(!now.value.is_empty(), "the arrows choose in a list: {now:?}");
        Ok(())
    }

    /// Selects the second entry and moves it up with the toolbar.
    fn put_in_order(&mut self) -> Result<()> {
        self.done.insert("ordering".to_owned());
        let order = "return [...document.querySelectorAll('[data-testid=order-entry]')]\
                     .map((entry) => entry.dataset.value)";
        let before = self.app.run(order, &[])?;
        self.strike(Key::Down)?;
        let button = self.tab()?;
        ensure!(button.id == "move-up", "after the list comes its toolbar, not {button:?}");
        self.strike(Key::Space)?;
        let after = self.app.run(order, &[])?;
        ensure!(before[0] == after[1] && before[1] == after[0], "{before} became {after}");
        Ok(())
    }

    /// Saves an answer whose explanation takes its place: the focus goes to the explanation.
    fn explained(&mut self, stop: &Stop) -> Result<()> {
        self.press_main()?;
        let app = self.app;
        let there = wait_until("the explanation to have the focus", || {
            let now = Stop::of(app)?;
            Ok(EXPLAINED.contains(&now.id.as_str()).then_some(now))
        });
        there.with_context(|| format!("after {stop:?} the focus is on {:?}", Stop::of(app)))?;
        Ok(())
    }

    fn write(&mut self) -> Result<()> {
        self.done.insert("reflection".to_owned());
        self.app.type_text("The number on the intranet.")?;
        Ok(())
    }

    fn skip_name(&mut self) -> Result<()> {
        self.done.insert("skip-name".to_owned());
        self.strike(Key::Enter)?;
        let app = self.app;
        wait_until("the form to be gone", || Ok((!app.has("name-field")?).then_some(())))?;
        app.painted()?;
        let stop = Stop::of(app)?;
        ensure!(stop.tag != "body", "the focus goes on when the form is gone: {stop:?}");
        Ok(())
    }

    /// Once: Enter opens a card, its button closes it, and the focus is where it was.
    fn open_card(&mut self) -> Result<()> {
        if !self.done.insert("card".to_owned()) {
            return Ok(());
        }
        let before = Stop::of(self.app)?;
        self.strike(Key::Enter)?;
        self.app.wait_for("card")?;
        self.app.painted()?;
        let inside = Stop::of(self.app)?;
        ensure!(inside.id == "card", "the focus goes into the card, not to {inside:?}");
        let close = self.tab()?;
        ensure!(close.id == "card-close", "the first stop in a card closes it: {close:?}");
        self.strike(Key::Enter)?;
        self.app.painted()?;
        let after = Stop::of(self.app)?;
        ensure!(after.words == before.words, "the focus comes back to {before:?}, not {after:?}");
        Ok(())
    }

    /// Once: flags the question, and goes back to the main button.
    fn flag(&mut self) -> Result<()> {
        if self.done.contains("flag") || self.position()? != 2 {
            return Ok(());
        }
        self.done.insert("flag".to_owned());
        let before = Stop::of(self.app)?.words;
        self.strike(Key::Space)?;
        let app = self.app;
        wait_until("the flag to be put", || Ok((Stop::of(app)?.words != before).then_some(())))?;
        // The next step of Tab is to be at the main button, so one goes back to what stands before it.
        self.shift_tab_until("the main button", |stop| stop.id == "save-answer")?;
        self.strike(Key::ShiftTab)
    }

    /// Takes what leads on, and waits for the next page.
    fn take(&mut self, stop: &Stop) -> Result<()> {
        if ["change", "retake"].contains(&stop.id.as_str()) {
            self.follow(stop)?;
        } else {
            self.leave()?;
            self.press_main()?;
            self.wait_for_page()?;
        }
        if stop.id == "change" { self.change() } else { Ok(()) }
    }

    /// Enter on a link or a button that is not the main one.
    pub(crate) fn follow(&mut self, stop: &Stop) -> Result<()> {
        self.leave()?;
        self.strike(Key::Enter)?;
        self.wait_for_page().with_context(|| format!("following {stop:?}"))
    }

    fn leave(&self) -> Result<()> {
        self.app.run("document.querySelector('h1').dataset.left = ''", &[]).map(drop)
    }

    fn wait_for_page(&self) -> Result<()> {
        let there = "return document.querySelector('h1:not([data-left])') !== null\
                     && document.querySelector('[aria-busy=true]') === null";
        self.app.wait_until_true("the next page", there, &[])
    }

    /// The question comes back with what was answered.
    fn change(&mut self) -> Result<()> {
        self.done.insert("change".to_owned());
        let filled = "return document.querySelector('main input:checked, [data-testid=order-list]') !== null\
                      || [...document.querySelectorAll('main select, [data-testid$=-field]')].some((one) => one.value)";
        ensure!(self.app.run(filled, &[])? == json!(true), "Change shows what was answered");
        Ok(())
    }

    /// Enter on the main button, or Control and Enter from the stop before it.
    fn press_main(&mut self) -> Result<()> {
        if self.turn() {
            return self.strike(Key::Enter);
        }
        self.strike(Key::ShiftTab)?;
        self.strike(Key::CtrlEnter)
    }
}
