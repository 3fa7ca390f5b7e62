//! What a screen reader is given on the way from the welcome to a result: compared, line by line, with what
//! somebody has read and found good. `EIGHTEEN_SNAPSHOT=write` writes it anew, to be read in the change.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use harness::{ScreenReader, SessionBus, Start, Window, root, wait_until};
use serde_json::{Value, json};

use super::support::ask;
use super::support::learner::take_check;

/// Looks in a row that must agree before the tree counts as settled: it follows the page by some
/// milliseconds.
const SETTLED: usize = 3;

struct Spoken<'a> {
    window: &'a Window,
    reader: ScreenReader,
    differing: Vec<String>,
}

#[test]
fn a_screen_reader_is_given_what_was_found_good() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let bus = SessionBus::start()?;
    let window = Start::new(folder.path()).read_aloud_on(&bus).go()?;
    let reader = ScreenReader::on(&bus)?;
    let mut spoken = Spoken { window: &window, reader, differing: Vec::new() };
    first_minutes(&mut spoken)?;
    a_practice_question(&mut spoken)?;
    a_result(&mut spoken)?;
    ensure!(spoken.differing.is_empty(), "{}", spoken.differing.join("\n"));
    Ok(())
}

fn first_minutes(spoken: &mut Spoken<'_>) -> Result<()> {
    spoken.compare("1-welcome", &[])?;
    spoken.window.click("start")?;
    spoken.window.wait_for("decision-option")?;
    spoken.compare("2-first-decision", &[])?;
    spoken.window.click("decision-option")?;
    spoken.window.click("decide")?;
    spoken.window.wait_for("decision-result")?;
    spoken.window.wait_for("name-field")?;
    spoken.compare("3-decision-taken", &[])?;
    spoken.window.click("skip-name")?;
    spoken.window.click("continue")?;
    spoken.window.wait_for_text("h1", "Three parts of an ultimatum")?;
    spoken.compare("4-step", &[])
}

/// The first step that asks to choose one, and what follows from the first option.
fn a_practice_question(spoken: &mut Spoken<'_>) -> Result<()> {
    let module = first_module(spoken.window)?;
    let step = step_with_a_choice(spoken.window, &module)?;
    let place = format!("location.hash = '#/modules/{module}/step/{step}'");
    spoken.window.run(&place, &[])?;
    spoken.window.wait_for("option")?;
    spoken.compare("5-question", &[])?;
    spoken.window.click("option")?;
    spoken.window.click("check-answer")?;
    spoken.window.wait_for("feedback-heading")?;
    spoken.compare("6-feedback", &[])
}

/// A check without a mistake. Chance draws its questions, so they stand as numbers.
fn a_result(spoken: &mut Spoken<'_>) -> Result<()> {
    let module = first_module(spoken.window)?;
    let attempt = take_check(spoken.window, &module, &[])?;
    spoken.window.run(&format!("location.hash = '#/check/{attempt}/result'"), &[])?;
    spoken.window.wait_for("result-sentence")?;
    let result = ask(spoken.window, "check_result", &json!({ "attemptId": attempt }))?;
    let questions = result["questions"].as_array().context("a result has questions")?;
    let asks: Vec<String> = questions.iter().map(|one| words(&one["question"]["ask"])).collect();
    spoken.compare("7-result", &asks)
}

/// Times of the day, as `14:03`, are those of the test.
fn without_clock(text: &str) -> String {
    let is_time = |word: &str| {
        let digits = |part: &str| part.len() == 2 && part.bytes().all(|one| one.is_ascii_digit());
        word.split_once(':').is_some_and(|(hour, minute)| digits(hour) && digits(minute))
    };
    let mask = |word: &str| {
        let bare = word.trim_matches(|one: char| !one.is_alphanumeric());
        if is_time(bare) { word.replace(bare, "‹time›") } else { word.to_owned() }
    };
    text.split_inclusive([' ', '\n']).map(mask).collect()
}

fn words(spans: &Value) -> String {
    spans.as_array().into_iter().flatten().filter_map(|span| span["text"].as_str()).collect()
}

fn first_module(window: &Window) -> Result<String> {
    let home = ask(window, "home", &Value::Null)?;
    Ok(home["modules"][0]["id"].as_str().context("the course has modules")?.to_owned())
}

fn step_with_a_choice(window: &Window, module: &str) -> Result<String> {
    let overview = ask(window, "module_overview", &json!({ "moduleId": module }))?;
    for step in overview["steps"].as_array().context("a module has steps")? {
        let step = step["id"].as_str().context("a step has an id")?;
        let view = ask(window, "open_step", &json!({ "moduleId": module, "stepId": step }))?;
        let mut blocks = view["blocks"].as_array().context("a step has blocks")?.iter();
        let asked = |block: &Value| block["question"]["body"]["kind"] == "single";
        if blocks.any(asked) {
            return Ok(step.to_owned());
        }
    }
    anyhow::bail!("{module} has no question with one right option")
}

impl Spoken<'_> {
    /// Compares what is spoken now with what was found good; `chance` are words that chance drew.
    fn compare(&mut self, name: &str, chance: &[String]) -> Result<()> {
        let mut now = self.settled().with_context(|| format!("reading {name}"))?;
        for (number, words) in (1..).zip(chance) {
            now = now.replace(words.as_str(), &format!("‹{number}›"));
        }
        let today = "return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format()";
        now = without_clock(&now).replace(&self.window.string(today, &[])?, "‹today›");
        let file = snapshot(name);
        if env::var_os("EIGHTEEN_SNAPSHOT").is_some_and(|wish| wish == "write") {
            return Ok(fs::write(file, now)?);
        }
        let good =
            fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        if now != good {
            self.differing.push(format!("{name}:\n{}", difference(&good, &now)));
        }
        Ok(())
    }

    fn settled(&self) -> Result<String> {
        self.window.painted()?;
        let mut before = None;
        let mut alike = 0;
        wait_until("the tree to settle", || {
            // A part that goes while it is read is an error: it is read again.
            let now = self.reader.page().unwrap_or_default();
            alike = if now.is_some() && now == before { alike + 1 } else { 0 };
            before.clone_from(&now);
            Ok(now.filter(|_| alike >= SETTLED))
        })
    }
}

fn snapshot(name: &str) -> PathBuf {
    root().join(format!("tests/snapshots/screen-reader/{name}.txt"))
}

/// Lines that only one of both has.
fn difference(good: &str, now: &str) -> String {
    let only = |mark: &str, of: &str, other: &str| -> Vec<String> {
        let known: Vec<&str> = other.lines().collect();
        let missing = of.lines().filter(|line| !known.contains(line));
        missing.map(|line| format!("{mark} {line}")).collect()
    };
    let lines = [only("-", good, now), only("+", now, good)].concat();
    if lines.is_empty() { "the same lines in another order".to_owned() } else { lines.join("\n") }
}
