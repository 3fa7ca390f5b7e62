//! Whoever asks for every figure again and again, while results come in from few people at a time, learns nothing
//! of few people: where no person is shown, no figure of any answer or file changes before enough people brought
//! something to it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;
use eighteen_app::{
    App, Cohort, UserError,
    wire::{
        among::Among,
        inbox::InboxJudgement,
        taking::{
            CellSeparator, FileForm, Report, TakeAway, TakingChoice, TakingWords, WhatToTake,
        },
        trainer::{AskModule, AskQuestions, NewWorksCouncilStore, Passphrase},
    },
};
use eighteen_testkit::{finish_steps, right_response, take_check, wrong_response};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use serde::Serialize;
use serde_json::Value;

use crate::{
    practised::{judge_a_round, refresh},
    support::{Folder, MODULE, PASSPHRASE, begin},
};

const SMALLEST: u32 = 5;

/// People who are there before the attack.
const BEFORE: u32 = 120;

/// Figures that count the people, or their parts, on which those beside them rest. How many have begun and have not is
/// not among them: people come to each and leave it at once, and the difference of that tells less and not more.
const COUNTS: [&str; 10] = [
    "answered",
    "answers",
    "attempts",
    "completed",
    "firstChecks",
    "met",
    "people",
    "pairs",
    "role_runs",
    "runs",
];

/// Figures over several modules, each of which moves on by itself: they change as often as one of these does, each
/// time for enough people, who came in earlier. Runs of the ultimatum that were made up are nobody's.
const OF_THEIR_OWN: [&str; 5] = ["lasted/start", "Lasted/", "questions", "misconceptions", "forks"];

fn is_of_its_own(key: &str) -> bool {
    OF_THEIR_OWN.iter().any(|of| key == *of || (of.contains('/') && key.starts_with(of)))
}

/// Figures that stand together, by what they are of.
type Figures = BTreeMap<String, BTreeMap<String, f64>>;

fn unlock(app: &App) {
    app.unlock_trainer(Passphrase { passphrase: PASSPHRASE.to_owned() }).unwrap();
}

fn for_groups(app: &App) {
    let (passphrase, smallest_group) = (PASSPHRASE.to_owned(), SMALLEST);
    app.create_works_council_store(NewWorksCouncilStore { passphrase, smallest_group }).unwrap();
}

fn for_persons(app: &App) {
    app.create_trainer_store(Passphrase { passphrase: PASSPHRASE.to_owned() }).unwrap();
}

/// Every answer that has figures, and every file.
fn everything(app: &App, files: bool) -> Figures {
    let mut all = Figures::new();
    let overview = app.trainer_overview(Among::default()).unwrap();
    let modules: Vec<String> = overview.modules.iter().map(|one| one.module_id.clone()).collect();
    answer(&mut all, "overview", Ok(overview));
    for module_id in modules.into_iter().take(1) {
        let ask = AskModule { module_id: Some(module_id.clone()), among: Among::default() };
        answer(&mut all, &format!("module {module_id}"), app.trainer_module(ask));
    }
    answer(&mut all, "questions", app.trainer_questions(AskQuestions::default()));
    answer(&mut all, "inbox", app.trainer_inbox(Among::default()));
    answer(&mut all, "misconceptions", app.trainer_misconceptions(Among::default()));
    answer(&mut all, "lasted", app.trainer_lasted(Among::default()));
    answer(&mut all, "forks", app.trainer_forks());
    let reports = [
        Report::Questions,
        Report::Modules,
        Report::Inbox,
        Report::Ultimatum,
        Report::Misconceptions,
        Report::Lasted,
    ];
    for report in reports.into_iter().filter(|_| files) {
        file(&mut all, app, report);
    }
    all
}

fn answer(all: &mut Figures, name: &str, answer: Result<impl Serialize, UserError>) {
    flatten(all, name, &serde_json::to_value(answer.unwrap()).unwrap());
}

/// The numbers of each object, under its place and its words.
fn flatten(all: &mut Figures, path: &str, value: &Value) {
    match value {
        Value::Array(list) => {
            for (at, one) in list.iter().enumerate() {
                let words = words(one);
                let key = if words.is_empty() { at.to_string() } else { words };
                flatten(all, &format!("{path}/{key}"), one);
            }
        }
        Value::Object(fields) => {
            let numbers = fields.iter().filter_map(|(name, it)| Some((name.clone(), it.as_f64()?)));
            let numbers: BTreeMap<String, f64> = numbers.collect();
            if !numbers.is_empty() {
                all.insert(path.to_owned(), numbers);
            }
            for (name, inner) in fields {
                flatten(all, &format!("{path}/{name}"), inner);
            }
        }
        _ => {}
    }
}

fn words(value: &Value) -> String {
    let fields = value.as_object().into_iter().flatten();
    // A verdict follows from the figures beside it.
    let words = fields.filter(|(name, _)| *name != "verdict").filter_map(|(_, it)| it.as_str());
    words.collect::<Vec<_>>().join("|")
}

fn file(all: &mut Figures, app: &App, report: Report) {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("report.tsv");
    let separator = CellSeparator::Tab;
    let choice = TakingChoice { form: FileForm::Csv, separator, mark: false, ..Default::default() };
    let args = TakeAway { what: WhatToTake::of(report), choice, words: TakingWords::default() };
    app.take_to(&args, &path).unwrap().unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let columns = lines.next().unwrap();
    for cells in lines {
        let (mut key, mut numbers) = (format!("{report:?}"), BTreeMap::new());
        for (column, cell) in columns.iter().zip(cells) {
            match cell.parse::<f64>() {
                Ok(number) => drop(numbers.insert((*column).to_owned(), number)),
                Err(_) if *column == "verdict" || column.starts_with("top_wrong") => {}
                Err(_) => key = format!("{key}/{cell}"),
            }
        }
        all.insert(key, numbers);
    }
}

/// Somebody who keeps every answer, and who has come in since each figure changed.
#[derive(Default)]
struct Attacker {
    known: Figures,
    /// By figure, and by which of its numbers.
    since: BTreeMap<(String, String), BTreeSet<u32>>,
    /// Figures that changed for too few people, with what was found.
    found: Vec<String>,
    changes: u32,
}

impl Attacker {
    /// These people brought something, and now every figure is asked for.
    fn look(&mut self, people: &[u32], figures: Figures) {
        for since in self.since.values_mut() {
            since.extend(people);
        }
        for (key, now) in figures {
            let before = self.known.insert(key.clone(), now.clone());
            for (name, now) in now {
                let since = self.since.entry((key.clone(), name.clone())).or_default();
                let before = before.as_ref().and_then(|before| before.get(&name).copied());
                let Some(before) = before else { continue };
                if (before - now).abs() < f64::EPSILON {
                    continue;
                }
                self.changes += 1;
                let came = since.len();
                since.clear();
                if came < SMALLEST as usize && !is_of_its_own(&key) {
                    self.found.push(format!("{name} of {key} after {came}: {before} to {now}"));
                }
                // What is withheld stands as nobody.
                let few =
                    COUNTS.contains(&name.as_str()) && (before - now).abs() < f64::from(SMALLEST);
                if few && before > 0.0 && now > 0.0 {
                    self.found.push(format!("{name} of {key}: {before} to {now}"));
                }
            }
        }
    }
}

/// People who take checks, one to four at a time, after many who are in the figures from the beginning.
fn checks_come_in(make: fn(&App), arrivals: u64, files_every: u64) -> Attacker {
    let folder = Folder::new();
    let mut app = folder.app();
    make(&app);
    let mut chance = ChaCha8Rng::seed_from_u64(18);
    let (mut attacker, mut people) = (Attacker::default(), 0);
    app.make_cohort(Cohort { people: BEFORE, attempts: BEFORE * 6, seed: 18 }, |_| ()).unwrap();
    attacker.look(&[], everything(&app, true));
    for arrival in 0..arrivals {
        let some = chance.random_range(1..SMALLEST);
        let attempts = some * chance.random_range(4..8);
        app.make_cohort(Cohort { people: some, attempts, seed: 1_000 + arrival }, |_| ()).unwrap();
        if arrival % 9 == 8 {
            // Another start tells nothing more.
            drop(app);
            app = folder.app();
            unlock(&app);
        }
        let came: Vec<u32> = (people..people + some).collect();
        people += some;
        attacker.look(&came, everything(&app, (arrival + 1) % files_every == 0));
    }
    attacker
}

#[test]
fn checks_of_few_people_change_no_figure() {
    let attacker = checks_come_in(for_groups, 26, 6);
    assert_eq!(attacker.found, Vec::<String>::new());
    assert!(attacker.changes > 50, "{} changes are no attack", attacker.changes);
    let questions = attacker.known.keys().filter(|key| key.starts_with("Questions/")).count();
    assert!(questions > 0 && attacker.known["questions"]["attempts"] > 50.0, "{questions}");
}

/// The same attack where persons are shown: it finds what it looks for.
#[test]
fn the_attack_finds_out_people_where_nothing_is_told_in_batches() {
    let attacker = checks_come_in(for_persons, 8, 2);
    let has = |report: &str| attacker.found.iter().any(|found| found.contains(report));
    for report in ["overview", "module", "questions", "misconceptions", "lasted", "Questions/"] {
        assert!(has(report), "nothing was found in {report}");
    }
}

#[test]
fn what_people_practise_changes_no_figure_before_enough_did() {
    let folder = Folder::new();
    let app = folder.app();
    for_groups(&app);
    let mut chance = ChaCha8Rng::seed_from_u64(1);
    let mut attacker = Attacker::default();
    attacker.look(&[], everything(&app, true));
    for person in 0..11 {
        begin(&app, &format!("Person {person}"));
        finish_steps(&app, MODULE).unwrap();
        let judgement =
            [InboxJudgement::Report, InboxJudgement::Proceed][chance.random_range(0..2)];
        judge_a_round(&app, judgement, 0);
        if chance.random() {
            take_check(&app, MODULE, right_response).unwrap();
        } else {
            take_check(&app, MODULE, wrong_response).unwrap();
        }
        attacker.look(&[person], everything(&app, person % 5 == 4));
    }
    assert_eq!(attacker.found, Vec::<String>::new());
    let told = |start: &str| attacker.known.keys().any(|key| key.starts_with(start));
    assert!(told("overview/modules") && told("Modules/the-notice"), "{:?}", attacker.known);
    // A month later the last of them comes back alone: nothing is told of that.
    folder.clock.move_on(Duration::days(31));
    unlock(&app);
    let before = app.trainer_lasted(Among::default()).unwrap();
    refresh(&app, true);
    app.collect().unwrap();
    assert_eq!(app.trainer_lasted(Among::default()).unwrap(), before);
}

/// Enough is told of the made-up people that somebody can see what such a store shows.
#[test]
fn the_sample_shows_what_such_a_store_tells() {
    let folder = Folder::new();
    let app = folder.app();
    for_groups(&app);
    app.load_sample().unwrap();
    let overview = app.trainer_overview(Among::default()).unwrap();
    let questions = app.trainer_questions(AskQuestions::default()).unwrap();
    let inbox = app.trainer_inbox(Among::default()).unwrap();
    let forks = app.trainer_forks().unwrap();
    let lasted = app.trainer_lasted(Among::default()).unwrap();
    let told = [overview.people, questions.attempts, inbox.people, forks.runs, lasted.start.people];
    assert!(told.iter().all(|figure| *figure > 0), "{told:?}");
}
