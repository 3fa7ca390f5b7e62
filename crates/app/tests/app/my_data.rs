//! My data: taken away whole, erased whole, and seen by a trainer as the page says.

use std::{
    collections::BTreeMap,
    fs,
    io::Read as _,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock, Weak},
};

use eighteen_app::{
    App, Course, Desktop, ErrorCode, LOG_FOLDER,
    wire::{
        among::Among,
        check::OpenAttempt,
        inbox::{InboxJudgement, JudgeMessage, MarkSpots, OpenInboxMessage},
        learner::{ChooseLearner, SaveReflection},
        my_data::{EraseMe, ExportWords, RecordFormat, SaveRecord},
        refresher::{AnswerCard, AskCard, CardTurn, Sitting},
        story::StartRun,
        trainer::{OpenPerson, Passphrase},
    },
};
use eighteen_testkit::{answer_next, finish_steps, right_response, some_response, take_check};

use crate::support::{Folder, MODULE, PASSPHRASE, begin};

/// A name and a thought that stand nowhere else.
const NAME: &str = "Maya d41c9e7a5b";
const THOUGHT: &str = "b7e3f9a1c5 I would have rung the bank";

/// Maya has done a module, written a thought and taken the check twice; Noor has begun.
fn two_learners(app: &App) -> (String, String) {
    let noor = begin(app, "Noor");
    let maya = begin(app, NAME);
    finish_steps(app, MODULE).unwrap();
    write_reflection(app);
    take_check(app, MODULE, some_response).unwrap();
    take_check(app, MODULE, right_response).unwrap();
    (maya, noor)
}

fn write_reflection(app: &App) {
    let (step_id, reflection_id) = app
        .module_overview(eighteen_app::wire::learner::OpenModule { module_id: MODULE.to_owned() })
        .unwrap()
        .steps
        .iter()
        .find_map(|step| {
            let open = eighteen_app::wire::learner::OpenStep {
                module_id: MODULE.to_owned(),
                step_id: Some(step.id.clone()),
            };
            app.open_step(open).unwrap().blocks.into_iter().find_map(|block| match block {
                eighteen_app::wire::content::Block::Reflection { id, .. } => {
                    Some((step.id.clone(), id))
                }
                _ => None,
            })
        })
        .expect("the module has a reflection");
    app.save_reflection(SaveReflection {
        module_id: MODULE.to_owned(),
        step_id,
        reflection_id,
        text: THOUGHT.to_owned(),
    })
    .unwrap();
}

/// The words of the page, each saying which one it is.
fn words() -> ExportWords {
    ExportWords {
        lang: "en".to_owned(),
        dir: "ltr".to_owned(),
        title: "All about me".to_owned(),
        made: "Made today".to_owned(),
        files: vec!["readme.txt: this".to_owned()],
        modules: "Modules".to_owned(),
        checks: "Checks".to_owned(),
        check: "Check".to_owned(),
        pre_check: "Pre-check".to_owned(),
        inbox: "Inbox".to_owned(),
        round: "Round".to_owned(),
        caught: "Caught".to_owned(),
        false_alarms: "False alarms".to_owned(),
        ultimatum: "Ultimatum".to_owned(),
        role: "Role".to_owned(),
        ended: "Ended".to_owned(),
        refresher: "Refresher".to_owned(),
        cards: "Cards".to_owned(),
        reflections: "Reflections".to_owned(),
        everything: "Everything".to_owned(),
        everything_note: "As it is kept".to_owned(),
        nothing: "Nothing yet".to_owned(),
        module: "Module".to_owned(),
        status: "Status".to_owned(),
        version: "Version".to_owned(),
        try_number: "Try".to_owned(),
        result: "Result".to_owned(),
        date: "Date".to_owned(),
        question: "Question".to_owned(),
        chosen: "Your answer".to_owned(),
        best: "Best answer".to_owned(),
        confidence: "How sure".to_owned(),
        written: "What you wrote".to_owned(),
        seconds: "Seconds".to_owned(),
        not_started: "Not started".to_owned(),
        started: "Started".to_owned(),
        steps_done: "Steps done".to_owned(),
        known: "Shown to be known".to_owned(),
        completed: "Completed".to_owned(),
        passed: "Passed".to_owned(),
        not_yet: "Not yet".to_owned(),
        right: "Right".to_owned(),
        partly: "Partly".to_owned(),
        wrong: "Wrong".to_owned(),
        unanswered: "Unanswered".to_owned(),
        sure: "Sure".to_owned(),
        think: "Think".to_owned(),
        guess: "Guess".to_owned(),
    }
}

/// The files of the archive that was saved.
fn archive(folder: &Folder) -> BTreeMap<String, String> {
    archive_of(folder, "2026-11-22")
}

fn archive_of(folder: &Folder, day: &str) -> BTreeMap<String, String> {
    let name = format!("exports/eighteen-days-my-data-{day}.zip");
    let file = fs::File::open(folder.dir.path().join(name));
    let mut zip = zip::ZipArchive::new(file.unwrap()).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..zip.len() {
        let mut member = zip.by_index(at).unwrap();
        let mut text = String::new();
        member.read_to_string(&mut text).unwrap();
        files.insert(member.name().unwrap().into_owned(), text);
    }
    files
}

/// Files of a folder, and of those below, in which some words stand.
fn files_with(folder: &Path, words: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            found.extend(files_with(&entry.path(), words));
        } else {
            let bytes = fs::read(entry.path()).unwrap();
            if bytes.windows(words.len()).any(|part| part == words.as_bytes()) {
                found.push(entry.path().display().to_string());
            }
        }
    }
    found
}

#[test]
fn an_erased_learner_is_in_no_file_and_the_others_stay() {
    let folder = Folder::new();
    drop(folder.app());
    let (maya, _) = two_learners(&folder.app());
    // A day later: a copy has been made with everything in it, and somebody else is chosen by nobody.
    folder.clock.move_on(chrono::Duration::days(1));
    let app = folder.app();
    fs::create_dir_all(folder.data().join(LOG_FOLDER)).unwrap();
    fs::write(folder.data().join(LOG_FOLDER).join("eighteen-days.log"), &maya).unwrap();
    app.choose_learner(eighteen_app::wire::learner::ChooseLearner {
        learner_id: Some(maya.clone()),
    })
    .unwrap();
    let preview = app.erase_preview().unwrap();
    assert_eq!((preview.others, preview.files, preview.trainer_store), (1, 2, false));
    assert_eq!(preview.learner.unwrap().name.as_deref(), Some(NAME));
    let rows: u32 = preview.tables.iter().map(|table| table.rows).sum();
    for words in [NAME, THOUGHT, &maya] {
        assert!(files_with(&folder.data(), words).len() >= 2, "{words} is in the store and a copy");
    }

    let erased = app.erase_me(EraseMe { learner_id: maya.clone() }).unwrap();

    assert!(erased.rows > 20 && erased.rows < rows, "her rows, not the questions: {erased:?}");
    assert_eq!((erased.files, erased.trainer_store), (2, false));
    assert_eq!(erased.startup.current, None, "whoever sits here says who they are");
    let left: Vec<_> = erased.startup.learners.iter().map(|one| one.name.as_deref()).collect();
    assert_eq!(left, [Some("Noor")]);
    for words in [NAME, THOUGHT, &maya] {
        assert_eq!(files_with(&folder.data(), words), Vec::<String>::new(), "{words}");
    }
    assert_eq!(app.my_record().unwrap().learner, None);
    begin(&app, NAME);
    assert_eq!(app.my_record().unwrap().attempts, [], "the same name begins anew");
}

#[test]
fn nobody_is_erased_but_the_one_who_is_learning() {
    let folder = Folder::new();
    let app = folder.app();
    let (maya, noor) = two_learners(&app);
    let other = app.erase_me(EraseMe { learner_id: noor }).unwrap_err();
    assert_eq!(other.code, ErrorCode::NotFound);
    app.erase_me(EraseMe { learner_id: maya.clone() }).unwrap();
    assert_eq!(app.erase_me(EraseMe { learner_id: maya }).unwrap_err().code, ErrorCode::NotFound);
    assert_eq!(app.erase_preview().unwrap().learner, None);
    assert_eq!(app.startup().unwrap().learners.len(), 1);
}

#[test]
fn an_erasing_that_was_stopped_says_so_and_the_next_start_finishes_it() {
    let folder = Folder::new();
    let maya = {
        let app = folder.app();
        let (maya, _) = two_learners(&app);
        // A folder in the place of a log cannot be emptied.
        fs::create_dir_all(folder.data().join(LOG_FOLDER).join("odd")).unwrap();
        let stopped = app.erase_me(EraseMe { learner_id: maya.clone() }).unwrap_err();
        assert_eq!(stopped.code, ErrorCode::EraseUnfinished);
        assert!(stopped.path.is_some());
        maya
    };
    assert!(!files_with(&folder.data(), &maya).is_empty(), "the note of what is to be erased");
    fs::remove_dir(folder.data().join(LOG_FOLDER).join("odd")).unwrap();
    let app = folder.app();
    assert_eq!(app.startup().unwrap().learners.len(), 1);
    assert_eq!(files_with(&folder.data(), &maya), Vec::<String>::new());
}

#[test]
fn what_a_trainer_collected_stays_and_is_shown_before() {
    let folder = Folder::new();
    let app = folder.app();
    let (maya, _) = two_learners(&app);
    let seen = app.trainer_view().unwrap();
    let as_json = serde_json::to_string(&seen).unwrap();
    assert!(as_json.contains(NAME) && !as_json.contains("b7e3f9a1c5"), "the name, never a thought");
    assert!(!seen.trainer_store);
    app.create_trainer_store(Passphrase { passphrase: PASSPHRASE.to_owned() }).unwrap();
    app.trainer_overview(Among::default()).unwrap();
    let person = app.trainer_person(OpenPerson { person_id: maya.clone() }).unwrap();
    let collected: Vec<_> = person
        .attempts
        .iter()
        .map(|one| (one.summary.attempt_id.clone(), one.answers.len()))
        .collect();
    let shown: Vec<_> =
        seen.checks.iter().map(|one| (one.attempt_id.clone(), one.answers.len())).collect();
    assert_eq!(shown, collected, "the page shows what is collected");
    for (answer, theirs) in seen.checks[0].answers.iter().zip(&person.attempts[0].answers) {
        assert_eq!(Some(&answer.chosen), theirs.chosen.as_ref());
        assert_eq!((&answer.ask, answer.confidence), (&theirs.ask, theirs.confidence));
        assert_eq!((answer.outcome, answer.elapsed_ms), (theirs.outcome, theirs.elapsed_ms));
    }
    let erased = app.erase_me(EraseMe { learner_id: maya.clone() }).unwrap();
    assert!(erased.trainer_store, "the page says that the trainer's area keeps what it has");
    let kept = app.trainer_person(OpenPerson { person_id: maya }).unwrap();
    assert_eq!(kept.attempts.len(), 2);
}

#[test]
fn the_archive_holds_everything_and_explains_it() {
    let folder = Folder::new();
    let app = folder.app();
    let (maya, noor) = two_learners(&app);
    let saved = app.export_my_data(words()).unwrap().unwrap();
    assert!(saved.rows > 20, "{saved:?}");
    let first = fs::read(&saved.path).unwrap();
    app.export_my_data(words()).unwrap();
    assert_eq!(fs::read(&saved.path).unwrap(), first, "the same data give the same bytes");

    let files = archive(&folder);
    let json: serde_json::Value = serde_json::from_str(&files["everything.json"]).unwrap();
    for (table, content) in json["tables"].as_object().unwrap() {
        let csv = &files[&format!("tables/{table}.csv")];
        let rows = content["rows"].as_array().unwrap();
        assert!(csv.lines().count() > rows.len(), "{table}");
        assert!(files["readme.txt"].contains(content["about"].as_str().unwrap()), "{table}");
        for row in rows.iter().flat_map(|row| row.as_object().unwrap().keys()) {
            assert!(content["columns"][row].is_string(), "{table}.{row} is explained");
        }
    }
    assert_eq!(json["tables"]["learners"]["rows"][0]["name"], NAME);
    assert_eq!(json["tables"]["attempts"]["rows"].as_array().unwrap().len(), 2);
    for (name, text) in &files {
        assert!(!text.contains(&noor) && !text.contains("Noor"), "{name}: somebody else");
    }
    let page = &files["my-data.html"];
    for words in
        [NAME, THOUGHT, "Your answer", "Best answer", &maya, "As it is kept", "2026-11-22 09:00"]
    {
        assert!(page.contains(words), "{words}");
    }
    assert!(
        !page.contains("<script") && !page.contains("src=\"") && !page.contains("href=\""),
        "nothing runs, nothing is loaded"
    );
}

/// Stops the export while the person is asked where to put it.
struct Stopping {
    app: Arc<OnceLock<Weak<App>>>,
    path: PathBuf,
}

impl Desktop for Stopping {
    fn choose_save_path(&self, _suggested: &str) -> Option<PathBuf> {
        let app = self.app.get().and_then(Weak::upgrade).unwrap();
        assert_eq!(app.export_my_data(words()).unwrap_err().code, ErrorCode::StoreBusy);
        assert_eq!(app.work_progress().unwrap(), None, "nothing is written before the answer");
        app.stop_work().unwrap();
        Some(self.path.clone())
    }

    fn choose_open_path(&self, _endings: &[&str]) -> Option<PathBuf> {
        None
    }

    fn choose_open_paths(&self, _endings: &[&str]) -> Vec<PathBuf> {
        Vec::new()
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        None
    }

    fn show_file(&self, _path: &Path) -> bool {
        false
    }
}

#[test]
fn an_export_that_is_stopped_leaves_the_folder_as_it_was() {
    let folder = Folder::new();
    two_learners(&folder.app());
    let exports = folder.dir.path().join("exports");
    let path = exports.join("mine.zip");
    fs::write(&path, "from before").unwrap();
    let own = Arc::new(OnceLock::new());
    let desktop = Stopping { app: Arc::clone(&own), path: path.clone() };
    let clock = Box::new(folder.clock.clone());
    let app = App::open_with(&folder.data(), Box::new(desktop), clock, Course::shipped());
    let app = Arc::new(app);
    own.set(Arc::downgrade(&app)).unwrap();
    let learner = app.startup().unwrap().learners[0].id.clone();
    app.choose_learner(ChooseLearner { learner_id: Some(learner) }).unwrap();
    for _ in 0..2 {
        assert_eq!(app.export_my_data(words()).unwrap(), None);
    }
    assert_eq!(app.work_progress().unwrap(), None, "and it is over");
    assert_eq!(fs::read_to_string(&path).unwrap(), "from before");
    assert_eq!(fs::read_dir(&exports).unwrap().count(), 1, "nothing stands beside it");
}

#[test]
fn stopping_in_the_middle_leaves_a_whole_file_or_none() {
    let folder = Folder::new();
    let app = folder.app();
    two_learners(&app);
    let path = folder.dir.path().join("exports/eighteen-days-my-data-2026-11-22.zip");
    let written = std::thread::scope(|scope| {
        let writing = scope.spawn(|| app.export_my_data(words()).unwrap());
        while !writing.is_finished() {
            if let Some(progress) = app.work_progress().unwrap() {
                assert!(progress.done <= progress.of, "{progress:?}");
                app.stop_work().unwrap();
            }
        }
        writing.join().unwrap()
    });
    assert_eq!(path.exists(), written.is_some(), "it says whether there is a file");
    if written.is_some() {
        assert!(archive(&folder).contains_key("everything.json"), "and then it is whole");
    }
    let left = fs::read_dir(folder.dir.path().join("exports")).unwrap().count();
    assert_eq!(left, usize::from(written.is_some()), "nothing stands beside it");
}

#[test]
fn the_record_is_saved_as_a_table_and_as_json() {
    let folder = Folder::new();
    let app = folder.app();
    two_learners(&app);
    let saved = app.save_my_record(SaveRecord { format: RecordFormat::Csv }).unwrap().unwrap();
    let csv = folder.exported("eighteen-days-record-2026-11-22.csv");
    assert_eq!(csv.lines().count(), saved.rows as usize + 1);
    assert!(csv.starts_with("kind,module_number,title,status,try,points,questions,passed,"));
    assert_eq!(csv.lines().filter(|line| line.contains(",completed,")).count(), 2, "two tries");
    assert!(csv.lines().any(|line| line.contains(",not started,,,,")), "modules not begun too");
    app.save_my_record(SaveRecord { format: RecordFormat::Json }).unwrap();
    let json = folder.exported("eighteen-days-record-2026-11-22.json");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["attempts"].as_array().unwrap().len(), 2);
    assert_eq!(json["reflections"][0]["written"], THOUGHT);
}

/// Takes an assessment, a round of the inbox, a run of the ultimatum, and days later a card of the refresher.
fn practise(folder: &Folder, app: &App) {
    let mut view = app.start_assessment().unwrap();
    while let Some(next) =
        answer_next(app, &view, right_response(&view.question), None).unwrap().next
    {
        view = next;
    }
    app.finish_check(OpenAttempt { attempt_id: view.attempt_id }).unwrap();
    folder.clock.move_on(chrono::Duration::days(3));
    let CardTurn::Card { card } =
        app.next_card(AskCard { sitting: Sitting::Ahead, done: 0 }).unwrap()
    else {
        panic!("everything that was answered is in the deck")
    };
    app.answer_card(AnswerCard {
        sitting: Sitting::Ahead,
        done: 0,
        item_id: card.question.item_id.clone(),
        response: right_response(&card.question),
        confidence: None,
        elapsed_ms: 1_000,
    })
    .unwrap();
    let mut inbox = app.start_inbox_round().unwrap();
    loop {
        let here = inbox.message.position;
        let judge = JudgeMessage {
            round_id: inbox.round_id.clone(),
            position: here,
            judgement: InboxJudgement::Verify,
            elapsed_ms: 1_000,
        };
        inbox = app.judge_message(judge).unwrap();
        let marks =
            MarkSpots { round_id: inbox.round_id.clone(), position: here, spots: Vec::new() };
        inbox = app.mark_spots(marks).unwrap();
        let Some(next) = inbox.next else { break };
        let open = OpenInboxMessage { round_id: inbox.round_id.clone(), position: next };
        inbox = app.open_inbox_message(open).unwrap();
    }
    app.start_run(StartRun { role_id: "employee".into() }).unwrap();
}

#[test]
fn the_record_lists_runs_beside_attempts_and_takes_them_away() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    practise(&folder, &app);
    let record = app.my_record().unwrap();
    assert_eq!((record.attempts.len(), record.inbox_rounds.len(), record.runs.len()), (1, 1, 1));
    assert_eq!(record.runs[0].finished_at, None, "one that is open too");
    let days = &record.refresher_days;
    assert_eq!(days.len(), 1);
    assert_eq!((days[0].day.as_str(), days[0].cards, days[0].right), ("2026-11-25", 1, 1));
    app.save_my_record(SaveRecord { format: RecordFormat::Csv }).unwrap();
    let csv = folder.exported("eighteen-days-record-2026-11-25.csv");
    for kind in ["assessment,,", "inbox,,", "ultimatum,,", "refresher,,", "module,1,"] {
        assert!(csv.lines().any(|line| line.starts_with(kind)), "{kind} in {csv}");
    }
    app.export_my_data(words()).unwrap();
    let page = &archive_of(&folder, "2026-11-25")["my-data.html"];
    for heading in ["Inbox", "Ultimatum", "Refresher"] {
        let (_, after) = page.split_once(&format!(">{heading}</h2>")).expect(heading);
        let section = after.split("<h2").next().unwrap();
        assert!(section.contains("2026-11-2") && !section.contains("Nothing yet"), "{section}");
    }
}

#[test]
fn before_there_is_anything_nothing_is_written() {
    let folder = Folder::new();
    let app = folder.app();
    assert_eq!(app.export_my_data(words()).unwrap_err().code, ErrorCode::NotFound);
    assert_eq!(app.trainer_view().unwrap().person, None);
    assert_eq!(app.erase_preview().unwrap().tables, []);
    assert!(fs::read_dir(folder.dir.path().join("exports")).unwrap().next().is_none());
}
