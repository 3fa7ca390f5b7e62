//! What reports about questions rest on: packed checks and sums, equal to the answers at any time.

use eighteen_app::{
    App, Cohort, ErrorCode,
    wire::trainer::{
        AskQuestion, AskQuestions, Attempts, Passphrase, QuestionReport, QuestionVerdict,
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
    let early = ask(&app, |ask| ask.to_day = day("2026-11-10")).attempts;
    let late = ask(&app, |ask| ask.from_day = day("2026-11-11")).attempts;
    assert!(early > 0 && late > 0);
    assert_eq!(early + late, all);
    let ask = AskQuestions { from_day: day("yesterday"), ..AskQuestions::default() };
    assert_eq!(app.trainer_questions(ask).unwrap_err().code, ErrorCode::NotFound);
}

#[test]
fn a_group_counts_its_people_only() {
    let folder = Folder::new();
    let app = with_sample(&folder);
    let report = ask(&app, |ask| ask.group_id = Some("nobody is in it".to_owned()));
    assert_eq!((report.attempts, report.rows.len()), (0, 0));
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
