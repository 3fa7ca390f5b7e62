//! An organisation writes a module of its own by keyboard: a page, two questions; looks at it as learners do, signs
//! it, and somebody on another computer takes it.

use anyhow::{Result, ensure};
use harness::{Key, Start, Window};
use serde_json::json;

use super::pack_builder::{PASSPHRASE, installed_elsewhere, pack_at, with_a_key};
use super::support::keyboard::Keyboard;
use super::support::stop::Stop;
use super::support::{ask, kept_the_rules};

/// Enter, in a text that is typed.
const LINE: &str = "\u{E007}";

/// Somebody who writes, and has only a keyboard.
struct Writer<'a> {
    app: &'a Window,
    keyboard: Keyboard<'a>,
}

impl Writer<'_> {
    fn at_heading(&self) -> Result<()> {
        self.app.run("document.querySelector('h1').focus()", &[]).map(drop)
    }

    fn find(&mut self, id: &str, value: &str) -> Result<Stop> {
        let is = |stop: &Stop| stop.id == id && (value.is_empty() || stop.value == value);
        self.keyboard.tab_until(id, is)
    }

    fn press(&mut self, id: &str) -> Result<()> {
        self.find(id, "")?;
        self.keyboard.strike(Key::Enter)
    }

    fn follow(&mut self, id: &str) -> Result<()> {
        let link = self.find(id, "")?;
        self.keyboard.follow(&link)?;
        self.keyboard.arrived()
    }

    /// Writes in the place of what stands in a field.
    fn write(&mut self, id: &str, value: &str, words: &str) -> Result<()> {
        self.find(id, value)?;
        self.keyboard.strike(Key::Ctrl('a'))?;
        self.app.type_text(words)
    }

    fn kept(&self) -> Result<()> {
        self.app.wait_for("[data-testid=part-problems][data-value='0']")?;
        self.app.wait_for("[data-testid=part-state][data-value=kept]")
    }

    fn question(&mut self, asked: &str) -> Result<()> {
        self.at_heading()?;
        self.press("add-question")?;
        self.app.wait_for("part-ask")?;
        self.at_heading()?;
        self.write("part-ask", "", asked)?;
        for (text, why) in
            [("Ring", "It is quick."), ("Wait", "Time is lost."), ("Hide", "It helps nobody.")]
        {
            self.write("part-option", "", text)?;
            self.write("part-why", "", why)?;
        }
        self.kept()?;
        self.follow("part-done")
    }
}

#[test]
fn a_module_of_ones_own_is_written_seen_signed_and_taken() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    let home = with_a_key(folder.path(), &data)?;
    let window = Start::new(&data).with_variable("HOME", &home.to_string_lossy()).go()?;
    window.go("/settings/packs/make/own")?;
    window.wait_for("own-title")?;
    let mut writer = Writer { app: &window, keyboard: Keyboard::at(&window) };
    writer.write("own-title", "", "The first call")?;
    writer.press("add-own-module")?;
    window.wait_for("own-outcome")?;
    writer.write("own-words", "summary", "Whom you call first.")?;
    writer.write("own-words", "when", "The first hour")?;
    writer.write("own-outcome", "", "name the number")?;
    writer.write("own-outcome", "", "leave the message")?;
    writer.write("own-words", "draw", "2")?;
    writer.at_heading()?;
    writer.follow("own-part")?;
    let body = format!(
        "Call **0800**.{LINE}{LINE}```decision{LINE}id = \"first\"{LINE}ask = \"What now?\"{LINE}option = [{LINE}\
         {{ id = \"call\", text = \"Call\", then = \"Good.\" }},{LINE}\
         {{ id = \"wait\", text = \"Wait\", then = \"It costs an hour.\" }},{LINE}]{LINE}```"
    );
    writer.write("part-text", "", &body)?;
    writer.kept()?;
    // Nothing of it is kept: it is what a learner would meet.
    writer.find("decision-option", "")?;
    writer.keyboard.strike(Key::Space)?;
    writer.press("decide")?;
    window.wait_for_text("part-shown", "It costs an hour.")?;
    writer.at_heading()?;
    writer.follow("part-done")?;
    writer.question("Whom do you call?")?;
    writer.question("What is lost?")?;
    writer.at_heading()?;
    writer.follow("see-module")?;
    window.wait_for_text("part-shown", "Call 0800.")?;
    writer.follow("pack-next")?;
    window.wait_for_text("part-shown", "Whom do you call?")?;
    kept_the_rules(&window)?;
    let draft = ask(&window, "pack_draft", &json!({}))?;
    ensure!(draft["problems"] == json!([]), "{}", draft["problems"]);
    let signed = ask(&window, "sign_pack_draft", &json!({ "passphrase": PASSPHRASE }))?;
    ensure!(signed["title"].is_string(), "{signed}");
    drop(window);
    somebody_takes_it(folder.path(), &pack_at(&home)?)
}

fn somebody_takes_it(folder: &std::path::Path, pack: &std::path::Path) -> Result<()> {
    let window = installed_elsewhere(folder, pack)?;
    window.go("/modules/the-first-call/step")?;
    let mut keyboard = Keyboard::at(&window);
    keyboard.go_on_until("check-result")?;
    let record = ask(&window, "home", &json!({}))?;
    ensure!(record["modules"].as_array().is_some_and(|modules| modules.len() == 1), "{record}");
    window.go("/record")?;
    let told = "return document.querySelector('main').innerText.includes('The first call')";
    window.wait_until_true("the check on the record", told, &[])?;
    kept_the_rules(&window)
}
