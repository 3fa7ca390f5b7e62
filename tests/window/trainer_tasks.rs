//! What a trainer comes for, by keyboard and within the steps that the bar allows: every press of a button or
//! link, every box that is ticked and every field that is filled in is one step, those of the system's dialogs too.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use eighteen_app::wire::trainer::Passphrase;
use eighteen_app::{App, Cohort, UserError};
use eighteen_testkit::{SaveTo, result_files};
use harness::{Dialog, Key, Start, Window};
use serde_json::json;

use super::support::keyboard::Keyboard;
use super::support::stop::Stop;
use super::support::trainer::{PASSPHRASE, unlock};
use super::support::{ask, kept_the_rules};

/// Whose results lie in files.
const PEOPLE: usize = 40;

/// Who stands in the trainer's list and has not been heard of.
const LISTED: [&str; 5] = ["Ines Falk", "Jun Hale", "Karla Ito", "Levi Jong", "Mona Klee"];

/// The pages of the area, as they are named above each of them.
const PAGES: [&str; 11] = [
    "Overview",
    "Modules",
    "Questions",
    "Inbox",
    "Ultimatum",
    "Misconceptions",
    "What lasted",
    "People",
    "Assignments",
    "Collect",
    "Take away",
];

/// A trainer at the keyboard, who counts.
struct Trainer<'a> {
    app: &'a Window,
    keyboard: Keyboard<'a>,
    steps: usize,
}

impl<'a> Trainer<'a> {
    fn at(app: &'a Window) -> Self {
        Self { app, keyboard: Keyboard::at(app), steps: 0 }
    }

    /// Begins a task: nothing is counted yet.
    fn begins(&mut self) -> Result<()> {
        self.steps = 0;
        self.keyboard.arrived()
    }

    /// Follows a link of those above every page of the area, and is on its heading afterwards.
    fn page(&mut self, words: &str) -> Result<()> {
        self.app.run("document.querySelector('h1').focus()", &[])?;
        let is_link = |stop: &Stop| stop.tag == "a" && stop.words == words;
        let link = self.keyboard.shift_tab_until(words, is_link)?;
        self.follow(&link)
    }

    fn follow(&mut self, stop: &Stop) -> Result<()> {
        self.steps += 1;
        self.keyboard.follow(stop)?;
        self.keyboard.arrived()
    }

    /// Goes to what has this test id and follows it.
    fn go(&mut self, id: &str) -> Result<()> {
        let stop = self.keyboard.tab_until(id, |stop| stop.id == id)?;
        self.follow(&stop)
    }

    /// Presses a button that leaves one on the page.
    fn press(&mut self, id: &str) -> Result<()> {
        self.keyboard.tab_until(id, |stop| stop.id == id)?;
        self.steps += 1;
        self.keyboard.strike(Key::Enter)
    }

    /// Ticks the next box with this test id that is not ticked; gives its value.
    fn tick(&mut self, id: &str) -> Result<String> {
        let stop = self.keyboard.tab_until(id, |stop| stop.id == id && !stop.checked)?;
        self.steps += 1;
        self.keyboard.strike(Key::Space)?;
        ensure!(Stop::of(self.app)?.checked, "Space ticks {stop:?}");
        Ok(stop.value)
    }

    /// Goes by the arrows of a group to one of its choices.
    fn choose(&mut self, id: &str, value: &str) -> Result<()> {
        self.keyboard.tab_until(id, |stop| stop.id == id)?;
        self.steps += 1;
        // Down to the last one, which not every engine wraps, and up again.
        for key in [[Key::Down; 6], [Key::Up; 6]].as_flattened() {
            let now = Stop::of(self.app)?;
            if now.id == id && now.value == value && now.checked {
                return Ok(());
            }
            self.keyboard.strike(*key)?;
        }
        anyhow::bail!("the arrows do not reach {value}: {:?}", Stop::of(self.app)?)
    }

    /// Presses a button that opens a dialog of the system.
    fn dialog(&mut self, id: &str) -> Result<Dialog<'a>> {
        let before = self.app.screen().windows()?;
        self.press(id)?;
        Dialog::after(self.app, &before)
    }

    fn took_at_most(&self, most: usize, what: &str) -> Result<()> {
        ensure!(self.steps <= most, "{what} takes {} steps, and may take {most}", self.steps);
        Ok(())
    }
}

/// T1 of the bar.
#[test]
fn forty_files_are_taken_in_and_who_has_not_started_is_read_in_five_steps() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    let people: Vec<String> = (1..=PEOPLE).map(|number| format!("Person {number:02}")).collect();
    let names: Vec<&str> = people.iter().map(String::as_str).collect();
    let results = result_files(&data, PASSPHRASE, &names, PEOPLE);
    let results = results.map_err(|error| anyhow!("{error}"))?;
    list_in(&data, &folder.path().join("list.csv"))?;
    let home = results.to_str().context("a path in letters")?;
    let app = Start::new(&data).with_variable("HOME", home).go()?;
    unlock(&app)?;
    let mut trainer = Trainer::at(&app);
    trainer.begins()?;
    trainer.page("Collect")?;
    trainer.dialog("choose-result-folder")?.take_home()?;
    trainer.steps += 2;
    app.wait_for_text("collect-status", "40 files were found. 40 add something.")?;
    trainer.press("collect-take")?;
    app.wait_for_text("not-started", "5 of 45 have not started")?;
    let told = app.text("not-started")?;
    for name in LISTED {
        ensure!(told.contains(name), "{name} stands there: {told}");
    }
    ensure!(!told.contains("Person"), "and nobody who has begun: {told}");
    trainer.took_at_most(5, "taking in 40 files and reading who has not started")?;

    trainer.page("Overview")?;
    app.wait_for_text("h1", "of 45")?;
    trainer.press("show-not-started")?;
    app.wait_until_true(
        "those who have not started alone in the table",
        "return document.querySelectorAll('[data-testid=people-table] tbody tr').length === 5",
        &[],
    )?;
    let focused = app.string("return document.activeElement.id", &[])?;
    ensure!(focused == "everybody", "the heading of the table has the focus, not {focused}");
    kept_the_rules(&app)
}

/// Imports a list of people into the store that is there.
fn list_in(data: &Path, list: &Path) -> Result<()> {
    fs::write(list, format!("Name\n{}\n", LISTED.join("\n")))?;
    let app = App::open(data, Box::new(SaveTo::nowhere().opening(vec![list.to_path_buf()])));
    let imported = app
        .unlock_trainer(Passphrase { passphrase: PASSPHRASE.to_owned() })
        .and_then(|_| app.preview_roster())
        .and_then(|_| app.import_roster());
    imported.map(drop).map_err(|error| anyhow!("{error}"))
}

/// T2, T3 and T4 of the bar, and every page of the area on the way.
#[test]
fn a_trainer_finds_the_worst_question_takes_reports_away_and_assigns_a_revisit() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let home = folder.path().join("home");
    fs::create_dir_all(&home)?;
    let at_home = home.to_str().context("a path in letters")?;
    let data = folder.path().join("data");
    cohort(&data).map_err(|error| anyhow!("{error}"))?;
    let app = Start::new(&data).with_variable("HOME", at_home).go()?;
    unlock(&app)?;
    let mut trainer = Trainer::at(&app);
    the_worst_question_is_named(&mut trainer)?;
    reports_are_taken_away(&mut trainer)?;
    a_revisit_is_assigned_to_two_people(&mut trainer)?;
    a_revisit_is_assigned_from_reports(&mut trainer)?;
    every_page_is_reached(&mut trainer)?;
    kept_the_rules(&app)
}

/// As many answers as a verdict on a question needs.
fn cohort(data: &Path) -> Result<(), UserError> {
    let app = App::open(data, Box::new(SaveTo::nowhere()));
    app.create_trainer_store(Passphrase { passphrase: PASSPHRASE.to_owned() })?;
    app.make_recovery_code()?;
    app.keep_recovery_code()?;
    app.make_cohort(Cohort { people: 250, attempts: 1_600, seed: 18 }, |_| ())
}

fn the_worst_question_is_named(trainer: &mut Trainer<'_>) -> Result<()> {
    let app = trainer.app;
    trainer.begins()?;
    trainer.page("Questions")?;
    trainer.press("question-details")?;
    app.wait_for("chosen-answers")?;
    trainer.took_at_most(3, "naming the worst question")?;
    let report = ask(app, "trainer_questions", &json!({}))?;
    let worst = report["rows"][0]["ask"].as_str().context("there are questions")?;
    let row = app.text("question-row")?;
    ensure!(row.contains(worst), "the worst stands first: {worst:?}, not {row}");
    let verdict = app.text("question-verdict")?;
    let says = ["not the people", "teach the subject again", "at the wording", "more often"];
    ensure!(says.iter().any(|words| verdict.contains(words)), "people or wording: {verdict}");
    let whole = app.text("chosen-answers")?;
    ensure!(whole.contains("The question as people saw it"), "and can be read whole: {whole}");
    Ok(())
}

fn reports_are_taken_away(trainer: &mut Trainer<'_>) -> Result<()> {
    for (form, begins_with) in [("pdf", "%PDF-"), ("csv", "")] {
        trainer.page("Modules")?;
        trainer.begins()?;
        trainer.go("take-away-link")?;
        trainer.choose("taking-form", form)?;
        let dialog = trainer.dialog("taking-save")?;
        dialog.take()?;
        trainer.steps += 1;
        trainer.took_at_most(4, &format!("taking a report away as {form}"))?;
        let file = saved_as(trainer.app)?;
        let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        fs::remove_file(&file)?;
        ensure!(bytes.starts_with(begins_with.as_bytes()) && bytes.len() > 100, "{form} is one");
        ensure!(file.extension().is_some_and(|ending| ending == form), "{}", file.display());
    }
    Ok(())
}

/// Where the page says that the file is.
fn saved_as(app: &Window) -> Result<PathBuf> {
    app.wait_for("[data-testid=exported] .done")?;
    let said = app.text("exported")?;
    let folder = said.split_once("In ").map(|(_, folder)| folder.trim()).context("a folder")?;
    let names = fs::read_dir(Path::new(folder))?.flatten().map(|entry| entry.file_name());
    let name = names.into_iter().find(|name| said.contains(&*name.to_string_lossy()));
    Ok(Path::new(folder).join(name.with_context(|| format!("no file of {said:?} in {folder}"))?))
}

fn a_revisit_is_assigned_to_two_people(trainer: &mut Trainer<'_>) -> Result<()> {
    let app = trainer.app;
    trainer.page("Overview")?;
    trainer.begins()?;
    trainer.page("People")?;
    trainer.tick("choose-person")?;
    trainer.tick("choose-person")?;
    let is_button = |stop: &Stop| stop.id == "assign-chosen";
    let button = trainer.keyboard.shift_tab_until("the button above the table", is_button)?;
    trainer.follow(&button)?;
    trainer.keyboard.tab_until("the list of steps", |stop| stop.id == "assign-step")?;
    trainer.keyboard.strike(Key::Down)?;
    trainer.steps += 1;
    trainer.choose("assign-when", "7")?;
    trainer.go("assign")?;
    trainer.took_at_most(7, "assigning a revisit to two people")?;
    app.wait_for_text("assignment", "Revisit")?;
    app.wait_for_text("assignment", "For: 2 people")?;
    app.wait_for_text("assignment", "due in 7 days")
}

fn a_revisit_is_assigned_from_reports(trainer: &mut Trainer<'_>) -> Result<()> {
    let app = trainer.app;
    trainer.page("Questions")?;
    trainer.begins()?;
    trainer.press("question-details")?;
    app.wait_for("assign-wrong")?;
    trainer.go("assign-wrong")?;
    let is_list = |stop: &Stop| stop.id == "assign-step";
    let proposed = trainer.keyboard.tab_until("the list of steps", is_list)?;
    ensure!(!proposed.value.is_empty(), "the step that teaches it is proposed: {proposed:?}");
    trainer.go("assign")?;
    trainer.took_at_most(3, "assigning a revisit of a question")?;
    ensure!(app.count("assignment")? == 2, "it stands beside the other");

    trainer.page("Overview")?;
    trainer.begins()?;
    trainer.go("assign-need-help")?;
    app.wait_for_text("#main", "people you chose")?;
    let overview = ask(app, "trainer_overview", &json!({}))?;
    let people = &overview["peopleWhoNeedHelp"];
    let chosen = format!("The {people} people you chose");
    ensure!(app.text("#main")?.contains(&chosen), "all {people} who may need help are chosen");
    Ok(())
}

/// Each page has its heading in focus and a title of its own, and a person, a list to import and a new
/// assignment are reached from there.
fn every_page_is_reached(trainer: &mut Trainer<'_>) -> Result<()> {
    let app = trainer.app;
    // Before, the page for taking away was about one report; that is the same page.
    trainer.keyboard.titles.clear();
    let links = app.count("nav a[data-to^=trainer]:not([data-testid=rail-entry])")?;
    ensure!(links == PAGES.len() as u64, "{links} pages are named above each of them");
    for words in PAGES {
        trainer.page(words)?;
        let errors = app.count("failure")?;
        ensure!(errors == 0, "{words} is whole");
    }
    trainer.page("Overview")?;
    trainer.keyboard.tab_until("the table", |stop| stop.id == "person-link")?;
    trainer.keyboard.strike(Key::Down)?;
    let second = Stop::of(app)?;
    trainer.follow(&second)?;
    ensure!(app.text("h1")? == second.words, "the arrows went to {second:?}");
    trainer.go("assign-revisit")?;
    trainer.page("People")?;
    trainer.go("import-link")?;
    trainer.page("Assignments")?;
    trainer.go("new-assignment")?;
    let titles = trainer.keyboard.titles.len();
    ensure!(titles >= PAGES.len() + 3, "only {titles} pages were seen");
    Ok(())
}
