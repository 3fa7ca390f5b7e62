//! What reports about questions rest on: packed checks and sums, equal to the answers at any time.

use std::collections::BTreeMap;

use eighteen_app::{
    App, Cohort, ErrorCode,
    wire::{
        among::Among,
        assignments::{MakeAssignment, PartToAssign},
        trainer::{
            AskQuestion, AskQuestions, Attempts, Passphrase, QuestionReport, QuestionVerdict,
        },
    },
};
use eighteen_store::{DataFolder, KeyFile, Kind, QuestionSumsRow, Store};
use eighteen_testkit::{take_check, wrong_response};

use crate::support::{Folder, MODULE, PASSPHRASE, begin};

fn passphrase() -> Passphrase {
    Passphrase { passphrase: PASSPHRASE.to_owned() }
}

fn with_sample(folder: &Folder) -> App {
    let app = folder.app();
    app.create_trainer_store(passphrase()).unwrap();
    app.load_sample().unwrap();
    app
}

fn ask(app: &App, change: impl FnOnce(&mut AskQuestions)) -> QuestionReport {
    let mut ask = AskQuestions::default();
    change(&mut ask);
    app.trainer_questions(ask).unwrap()
}

#[test]
fn kept_sums_are_equal_to_a_recount() {
    let folder = Folder::new();
    let app = with_sample(&folder);
    for attempts in [Attempts::First, Attempts::All] {
        let kept = ask(&app, |ask| ask.attempts = attempts);
        let recount = ask(&app, |ask| (ask.attempts, ask.recount) = (attempts, true));
        assert_eq!(kept, recount);
        assert!(kept.rows.len() > 30 && kept.attempts > 50, "{}", kept.attempts);
    }
    let found = app.check_figures(false).unwrap();
    assert!(found.is_sound() && found.checks > 50 && found.sums >= 2, "{found:?}");
    assert_eq!(app.check_figures(true).unwrap(), found, "made anew, it is the same");
}

#[test]
fn all_attempts_are_more_than_the_first() {
    let folder = Folder::new();
    let app = with_sample(&folder);
    let (first, all) = (ask(&app, |_| ()), ask(&app, |ask| ask.attempts = Attempts::All));
    assert!(all.attempts > first.attempts);
    assert_eq!((first.counted, all.counted), (Attempts::First, Attempts::All));
}

/// A made-up cohort large enough for every figure to be told.
fn with_cohort(folder: &Folder) -> App {
    let app = folder.app();
    app.create_trainer_store(passphrase()).unwrap();
    let mut answers = Vec::new();
    let cohort = Cohort { people: 300, attempts: 1_500, seed: 18 };
    app.make_cohort(cohort, |answer| answers.push((answer.item_id.to_owned(), answer.mark)))
        .unwrap();
    assert!(answers.len() > 10_000 && answers.iter().any(|(_, mark)| mark.is_none()));
    let report = ask(&app, |ask| ask.attempts = Attempts::All);
    assert_eq!(report.attempts, 1_500);
    for row in report.rows.iter().take(5) {
        let of = answers.iter().filter(|(id, _)| *id == row.item_id);
        let all = report.rows.iter().filter(|other| other.item_id == row.item_id);
        let told: u32 = all.map(|row| row.answered).sum();
        assert_eq!(told as usize, of.filter(|(_, mark)| mark.is_some()).count());
    }
    app
}

#[test]
fn figures_of_a_question_add_up() {
    let folder = Folder::new();
    let app = with_cohort(&folder);
    let report = ask(&app, |ask| ask.attempts = Attempts::All);
    for row in &report.rows {
        let by: u32 = row.by_confidence.iter().map(|count| count.answered).sum();
        let right: u32 = row.by_confidence.iter().map(|count| count.correct).sum();
        assert_eq!((by, right), (row.answered, row.correct), "{}", row.item_id);
        assert!(row.separates.is_none() || row.answered >= 30, "{row:?}");
        assert_eq!(row.verdict == QuestionVerdict::TooFew, row.answered < 30, "{row:?}");
        if let Some(separates) = &row.separates {
            assert!(separates.low <= separates.value && separates.value <= separates.high);
        }
    }
    let (told, positive) = report
        .rows
        .iter()
        .filter_map(|row| row.separates.as_ref())
        .fold((0, 0), |(told, positive), separates| {
            (told + 1, positive + i32::from(separates.value > 0.0))
        });
    assert!(told > 50 && positive * 10 > told * 9, "{positive} of {told} separate");
    assert!(report.rows.iter().any(|row| row.left_out > Some(0)));
    assert!(report.rows.iter().any(|row| row.rapid.as_ref().is_some_and(|it| it.answers > 0)));
    assert!(report.rows.iter().any(|row| row.item_version == 2));
    assert!(app.check_figures(false).unwrap().is_sound());
}

/// What was packed wrong behind the app's back is found, named and made anew from the answers.
#[test]
fn what_differs_from_the_answers_is_found_and_repaired() {
    let folder = Folder::new();
    let app = with_sample(&folder);
    let before = ask(&app, |_| ());
    drop(app);
    {
        let data = DataFolder::hold(&folder.data()).unwrap();
        let key = KeyFile::of(&data).open(PASSPHRASE, 0).unwrap().unwrap();
        let store = Store::open(&data, Kind::Trainer(&key), "20261122T173000Z").unwrap().store;
        store
            .write(|writer| {
                // Packing other answers drops the sums of the quiz, so they are put back, and wrong.
                let row = writer.reader().question_sums(2, true)?.unwrap();
                let check = writer.reader().finished_checks(0, 1)?.remove(0);
                writer.pack_check(&check, &[])?;
                let row = QuestionSumsRow { up_to: row.up_to + 1, ..row };
                writer.keep_question_sums(2, true, &row)
            })
            .unwrap();
    }
    let app = folder.app();
    app.unlock_trainer(passphrase()).unwrap();
    let found = app.check_figures(false).unwrap();
    assert_eq!((found.packed_wrong, found.sums_wrong), (1, 1), "{found:?}");
    assert!(!found.is_sound());
    assert!(app.check_figures(true).unwrap().is_sound());
    assert_eq!(ask(&app, |_| ()), before);
}

#[test]
fn days_leave_out_what_was_finished_outside_them() {
    let folder = Folder::new();
    let app = with_sample(&folder);
    let day = |text: &str| Some(text.to_owned());
    let all = ask(&app, |_| ()).attempts;
    let early = ask(&app, |ask| ask.among.to_day = day("2026-11-10")).attempts;
    let late = ask(&app, |ask| ask.among.from_day = day("2026-11-11")).attempts;
    assert!(early > 0 && late > 0);
    assert_eq!(early + late, all);
    let ask = AskQuestions {
        among: Among { from_day: day("yesterday"), ..Among::default() },
        ..AskQuestions::default()
    };
    assert_eq!(app.trainer_questions(ask).unwrap_err().code, ErrorCode::NotFound);
}

#[test]
fn what_was_collected_is_packed_by_the_same_transaction_and_stays_after_another_start() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    take_check(&app, MODULE, wrong_response).unwrap();
    app.create_trainer_store(passphrase()).unwrap();
    app.collect().unwrap();
    app.collect().unwrap();
    let before = ask(&app, |_| ());
    assert_eq!(before.attempts, 1);
    assert!(before.rows.iter().all(|row| row.answered == 1 && row.facility.is_none()));
    take_check(&app, MODULE, wrong_response).unwrap();
    app.collect().unwrap();
    assert_eq!(ask(&app, |_| ()), before, "a second try is no first attempt");
    assert_eq!(ask(&app, |ask| ask.attempts = Attempts::All).attempts, 2);
    assert!(app.check_figures(false).unwrap().is_sound());
    drop(app);
    let app = folder.app();
    app.unlock_trainer(passphrase()).unwrap();
    assert_eq!(ask(&app, |_| ()), before);
}

#[test]
fn whoever_had_a_question_wrong_can_be_sent_to_the_step_that_teaches_it() {
    let folder = Folder::new();
    let app = with_sample(&folder);
    let row = ask(&app, |ask| ask.attempts = Attempts::All).rows.remove(0);
    let asked = |item_hash: &str| AskQuestion { item_hash: item_hash.to_owned() };
    let wrong = app.trainer_question_people(asked(&row.item_hash)).unwrap();
    assert!(!wrong.people.is_empty(), "the hardest question is not easy for everybody");
    let met = row.answered + row.left_out.unwrap();
    assert!(wrong.people.len() <= met as usize, "{} of {met}", wrong.people.len());
    let step = wrong.step.expect("the sample is about the course that is here");
    assert_eq!(step.module_id, row.module_id);
    let made = app.make_assignment(MakeAssignment {
        parts: vec![PartToAssign { module_id: step.module_id, step_id: step.step_id }],
        everybody: false,
        group_ids: Vec::new(),
        person_ids: wrong.people.iter().map(|person| person.person_id.clone()).collect(),
        due: "2026-12-24".to_owned(),
        message: String::new(),
    });
    let rows = made.unwrap().rows;
    let made = rows.iter().find(|row| row.due == "2026-12-24").unwrap();
    assert_eq!(made.far.unwrap().people as usize, wrong.people.len());
    let nobody = app.trainer_question_people(asked("no hash")).unwrap_err();
    assert_eq!(nobody.code, ErrorCode::NotFound);
    app.lock_trainer().unwrap();
    let locked = app.trainer_question_people(asked(&row.item_hash)).unwrap_err();
    assert_eq!(locked.code, ErrorCode::TrainerLocked);
}

#[test]
fn a_question_is_shown_whole_with_its_key_to_a_trainer_only() {
    let folder = Folder::new();
    let app = with_sample(&folder);
    let row = ask(&app, |_| ()).rows.remove(0);
    let asked = |item_hash: &str| AskQuestion { item_hash: item_hash.to_owned() };
    let whole = app.trainer_question(asked(&row.item_hash)).unwrap();
    assert_eq!(whole.question.item_id, row.item_id);
    assert!(whole.explanation.parts.iter().any(|part| part.right && !part.why.is_empty()));
    assert_eq!(app.trainer_question(asked("no hash")).unwrap_err().code, ErrorCode::NotFound);
    app.lock_trainer().unwrap();
    let locked = app.trainer_question(asked(&row.item_hash)).unwrap_err();
    assert_eq!(locked.code, ErrorCode::TrainerLocked);
}

/// What a question has, worked out from the answers in the shortest way, with nothing of the app's in it.
#[derive(Default)]
struct Worked {
    answered: u32,
    right: u32,
    left_out: u32,
    marks: Vec<(f64, f64)>,
}

impl Worked {
    fn correlation(&self) -> f64 {
        let count = f64::from(u32::try_from(self.marks.len()).unwrap());
        let mean = |of: fn(&(f64, f64)) -> f64| self.marks.iter().map(of).sum::<f64>() / count;
        let (x, y) = (mean(|it| it.0), mean(|it| it.1));
        let moment = |of: &dyn Fn(f64, f64) -> f64| -> f64 {
            self.marks.iter().map(|it| of(it.0 - x, it.1 - y)).sum()
        };
        moment(&|a, b| a * b) / (moment(&|a, _| a * a) * moment(&|_, b| b * b)).sqrt()
    }
}

/// Twenty thousand answers: sums that were kept over many transactions, a recount, and what follows from the
/// answers by hand are the same figures.
#[test]
fn kept_sums_a_recount_and_the_answers_give_the_same_figures() {
    let folder = Folder::new();
    let app = folder.app();
    app.create_trainer_store(passphrase()).unwrap();
    let mut checks: Vec<Vec<(String, u32, Option<f64>)>> = Vec::new();
    let cohort = Cohort { people: 900, attempts: 2_500, seed: 2023 };
    app.make_cohort(cohort, |answer| {
        checks.resize_with(checks.len().max(answer.attempt as usize + 1), Vec::new);
        if answer.first {
            let row = (answer.item_id.to_owned(), answer.version, answer.mark);
            checks[answer.attempt as usize].push(row);
        }
    })
    .unwrap();
    let mut worked: BTreeMap<(String, u32), Worked> = BTreeMap::new();
    for check in &checks {
        let marks: Vec<f64> = check.iter().filter_map(|(.., mark)| *mark).collect();
        let others = f64::from(u32::try_from(marks.len()).unwrap()) - 1.0;
        for (item, version, mark) in check {
            let of = worked.entry((item.clone(), *version)).or_default();
            let Some(mark) = mark else {
                of.left_out += 1;
                continue;
            };
            of.answered += 1;
            of.right += u32::from(*mark >= 1.0);
            if others > 0.0 {
                of.marks.push((*mark, (marks.iter().sum::<f64>() - mark) / others));
            }
        }
    }
    let kept = ask(&app, |_| ());
    let recount = ask(&app, |ask| ask.recount = true);
    let all_days = ask(&app, |ask| ask.among.from_day = Some("2000-01-01".to_owned()));
    assert_eq!(kept, recount);
    assert_eq!(kept.rows, all_days.rows);
    assert_eq!(kept.rows.len(), worked.len());
    let mut correlations = 0;
    for row in &kept.rows {
        let of = &worked[&(row.item_id.clone(), row.item_version)];
        let counts = (row.answered, row.correct, row.left_out);
        assert_eq!(counts, (of.answered, of.right, Some(of.left_out)), "{}", row.item_id);
        if let Some(facility) = row.facility {
            assert!((facility - f64::from(of.right) / f64::from(of.answered)).abs() < 1e-12);
        }
        if let Some(separates) = &row.separates {
            correlations += 1;
            let exact = of.correlation();
            assert!((separates.value - exact).abs() < 1e-9, "{}: {exact}", row.item_id);
        }
    }
    assert!(correlations > 50, "{correlations}");
    assert!(app.check_figures(false).unwrap().is_sound());
}
