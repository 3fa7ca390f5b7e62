//! The trainer's area: the door, people, questions, exports, sample data.

use chrono::Duration;
use eighteen_app::{
    ErrorCode,
    wire::{
        among::Among,
        learner::{ChooseLearner, ModuleState, SaveReflection},
        my_data::EraseMe,
        question::Outcome,
        results::{CollectFiles, SaveTrainerKey},
        roster::AskRoster,
        taking::TakingWords,
        trainer::{
            AskPeople, AskQuestions, HelpReason, OpenPerson, Passphrase, PersonDid, RemoveNote,
            SaveNote, TrainerDoor,
        },
    },
};
use eighteen_testkit::{finish_steps, right_response, some_response, take_check};

use crate::support::{Folder, MODULE, PASSPHRASE, begin};

fn passphrase(words: &str) -> Passphrase {
    Passphrase { passphrase: words.to_owned() }
}

#[test]
fn the_door_opens_to_the_passphrase_alone() {
    let folder = Folder::new();
    {
        let app = folder.app();
        let none = TrainerDoor::None { min_characters: 15, smallest_group: None };
        assert_eq!(app.trainer_door().unwrap(), none);
        let weak = app.create_trainer_store(passphrase("too short")).unwrap_err();
        assert_eq!(weak.code, ErrorCode::PassphraseWeak);
        assert_eq!(
            app.trainer_overview(Among::default()).unwrap_err().code,
            ErrorCode::TrainerLocked
        );
        app.create_trainer_store(passphrase(PASSPHRASE)).unwrap();
        assert_eq!(app.trainer_overview(Among::default()).unwrap().people, 0);
        app.lock_trainer().unwrap();
        assert_eq!(
            app.trainer_overview(Among::default()).unwrap_err().code,
            ErrorCode::TrainerLocked
        );
    }
    let app = folder.app();
    assert_eq!(
        app.trainer_door().unwrap(),
        TrainerDoor::Locked { wait_seconds: 0, min_characters: 15, recovery_code: false }
    );
    for _ in 0..3 {
        let wrong = app.unlock_trainer(passphrase("not the passphrase")).unwrap_err();
        assert_eq!(wrong.code, ErrorCode::WrongPassphrase);
    }
    let wait = app.unlock_trainer(passphrase(PASSPHRASE)).unwrap_err();
    assert_eq!((wait.code, wait.seconds), (ErrorCode::PassphraseWait, Some(1)));
    folder.clock.move_on(Duration::seconds(2));
    app.unlock_trainer(passphrase(PASSPHRASE)).unwrap();
    assert_eq!(
        app.trainer_door().unwrap(),
        TrainerDoor::Open { notice: None, recovery_code: false, smallest_group: None }
    );
}

#[test]
fn every_trainers_verb_refuses_while_locked() {
    let folder = Folder::new();
    let app = folder.app();
    app.create_trainer_store(passphrase(PASSPHRASE)).unwrap();
    app.lock_trainer().unwrap();
    let person = || OpenPerson { person_id: "x".into() };
    let ask = || AskQuestions::default();
    for refused in [
        app.trainer_overview(Among::default()).err(),
        app.trainer_people(AskPeople::default()).err(),
        app.everybody(Among::default()).err(),
        app.trainer_person(person()).err(),
        app.forget_person(person()).err(),
        app.save_note(SaveNote { person_id: "x".into(), note_id: None, text: "y".into() }).err(),
        app.remove_note(RemoveNote { person_id: "x".into(), note_id: "y".into() }).err(),
        app.export_notes(person()).err(),
        app.trainer_questions(ask()).err(),
        app.load_sample().err(),
        app.remove_sample().err(),
        app.export_people(Among::default()).err(),
        app.export_person(person()).err(),
        app.collect_page().err(),
        app.choose_result_files().err(),
        app.choose_result_folder().err(),
        app.look_at_dropped().err(),
        app.collect_files(CollectFiles { indexes: vec![0] }).err(),
        app.person_history(person()).err(),
        app.make_recovery_code().err(),
        app.save_recovery_code(TakingWords::default()).err(),
        app.keep_recovery_code().err(),
        app.save_trainer_key(SaveTrainerKey { name: "Ruth".into() }).err(),
        app.export_questions(ask()).err(),
        app.trainer_roster(AskRoster { search: String::new(), group_id: None, page: 0 }).err(),
        app.preview_roster().err(),
        app.import_roster().err(),
        app.trainer_assignments().err(),
        app.save_assignment_file().err(),
    ] {
        assert_eq!(refused.map(|error| error.code), Some(ErrorCode::TrainerLocked));
    }
}

#[test]
fn a_trainer_sees_scores_answer_by_answer_and_nothing_private() {
    let folder = Folder::new();
    let app = folder.app();
    let maya = begin(&app, "Maya");
    finish_steps(&app, MODULE).unwrap();
    write_reflection(&app, "only I may read this canary");
    take_check(&app, MODULE, right_response).unwrap();
    begin(&app, "Noor");
    app.create_trainer_store(passphrase(PASSPHRASE)).unwrap();
    let overview = app.trainer_overview(Among::default()).unwrap();
    assert_eq!((overview.people, overview.modules[0].completed), (2, Some(1)));
    let row = overview.rows.iter().find(|row| row.person_id == maya).unwrap();
    assert_eq!(row.cells[0].state, ModuleState::Completed);
    assert_eq!(row.cells[0].points, Some(8.0));
    let detail = app.trainer_person(OpenPerson { person_id: maya }).unwrap();
    assert_eq!(detail.attempts.len(), 1);
    assert_eq!(detail.attempts[0].answers.len(), 8);
    for answer in &detail.attempts[0].answers {
        assert_eq!(answer.outcome, Outcome::Right);
        assert_eq!(answer.chosen.as_ref(), Some(&answer.best));
    }
    let all = format!("{overview:?}{detail:?}");
    assert!(!all.contains("canary"));
}

fn write_reflection(app: &eighteen_app::App, text: &str) {
    let (pack, _) = eighteen_pack::read(&eighteen_app::shipped_files());
    let pack = pack.unwrap();
    let module = pack.modules.iter().find(|module| module.id == MODULE).unwrap();
    for step in &module.steps {
        for block in &step.blocks {
            if let eighteen_pack::Block::Reflection { id, .. } = block {
                app.save_reflection(SaveReflection {
                    module_id: MODULE.to_owned(),
                    step_id: step.id.clone(),
                    reflection_id: id.clone(),
                    text: text.to_owned(),
                })
                .unwrap();
                return;
            }
        }
    }
    panic!("the module has a reflection");
}

#[test]
fn nothing_of_a_person_can_be_read_in_the_trainers_files() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Canaryname Okafor");
    take_check(&app, MODULE, some_response).unwrap();
    app.create_trainer_store(passphrase(PASSPHRASE)).unwrap();
    app.trainer_overview(Among::default()).unwrap();
    app.lock_trainer().unwrap();
    for entry in std::fs::read_dir(folder.data()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.starts_with("trainer") {
            let bytes = std::fs::read(&path).unwrap();
            let canary = b"Canaryname";
            assert!(!bytes.windows(canary.len()).any(|window| window == canary), "{name}");
        }
    }
}

#[test]
fn collecting_twice_changes_nothing_and_collects_what_is_new() {
    let folder = Folder::new();
    let app = folder.app();
    let maya = begin(&app, "Maya");
    take_check(&app, MODULE, some_response).unwrap();
    app.create_trainer_store(passphrase(PASSPHRASE)).unwrap();
    let once = app.trainer_overview(Among::default()).unwrap();
    assert_eq!(app.trainer_overview(Among::default()).unwrap(), once);
    take_check(&app, MODULE, right_response).unwrap();
    let twice = app.trainer_overview(Among::default()).unwrap();
    assert_eq!(twice.rows[0].cells[0].tries, 2);
    let detail = app.trainer_person(OpenPerson { person_id: maya }).unwrap();
    assert_eq!(detail.attempts[0].summary.try_number, 2, "the latest comes first");
}

#[test]
fn who_may_need_help_is_said_with_the_reason() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    for _ in 0..2 {
        let view = app
            .start_check(eighteen_app::wire::check::StartCheck { module_id: MODULE.into() })
            .unwrap();
        app.finish_check(eighteen_app::wire::check::OpenAttempt { attempt_id: view.attempt_id })
            .unwrap();
    }
    begin(&app, "Noor");
    folder.clock.move_on(Duration::days(9));
    app.create_trainer_store(passphrase(PASSPHRASE)).unwrap();
    let overview = app.trainer_overview(Among::default()).unwrap();
    let reasons: Vec<(&str, &HelpReason)> = overview
        .need_help
        .iter()
        .map(|help| (help.name.as_deref().unwrap(), &help.reason))
        .collect();
    assert_eq!(
        reasons,
        [
            ("Maya", &HelpReason::BelowPassMark { module_number: 1, tries: 2 }),
            ("Noor", &HelpReason::Stopped { module_number: 1, step_number: 1, days: 9 }),
        ]
    );
}

#[test]
fn sample_people_are_labelled_and_go_away() {
    let folder = Folder::new();
    let app = folder.app();
    app.create_trainer_store(passphrase(PASSPHRASE)).unwrap();
    let overview = app.load_sample().unwrap();
    assert!(overview.sample && overview.people == 24);
    assert!(overview.rows.iter().all(|row| row.name.as_deref().unwrap().ends_with("Sample")));
    assert!(overview.modules.iter().all(|module| module.completed > Some(0)));
    let report = app.trainer_questions(AskQuestions::default()).unwrap();
    assert!(report.sample && report.rows.len() > 10);
    assert!(app.load_sample().is_err(), "a store with people is not filled again");
    begin(&app, "Maya");
    let still = app.trainer_overview(Among::default()).unwrap();
    assert_eq!(still.people, 24, "real people never stand among made-up ones");
    let real = app.remove_sample().unwrap();
    assert!(!real.sample && real.people == 1);
    assert_eq!(real.rows[0].name.as_deref(), Some("Maya"));
}

#[test]
fn questions_come_hardest_first_with_counts_that_add_up() {
    let folder = Folder::new();
    let app = folder.app();
    app.create_trainer_store(passphrase(PASSPHRASE)).unwrap();
    app.load_sample().unwrap();
    let report = app
        .trainer_questions(AskQuestions {
            module_id: Some(MODULE.to_owned()),
            ..AskQuestions::default()
        })
        .unwrap();
    let shares: Vec<f64> = report.rows.iter().map_while(|row| row.facility).collect();
    assert!(shares.len() > 10 && shares.is_sorted(), "{shares:?}");
    let known = report.rows.iter().map(|row| row.facility.is_some());
    assert!(known.is_sorted_by(|one, next| one >= next), "what is not known comes last");
    for row in &report.rows {
        assert_eq!(row.module_id, MODULE);
        assert_eq!(row.facility.is_some(), row.answered >= 5, "{row:?}");
        if let (Some(share), Some(low), Some(high)) = (row.facility, row.low, row.high) {
            assert!(low <= share && share <= high);
        }
        if row.item_type == "single" {
            let chosen: u32 = row.options.iter().map(|option| option.chosen).sum();
            assert_eq!(chosen, row.answered);
        }
        let wrong = row.options.iter().filter(|option| !option.right).map(|option| option.chosen);
        assert_eq!(
            row.top_wrong.as_ref().map_or(0, |wrong| wrong.chosen),
            wrong.max().unwrap_or(0)
        );
    }
}

#[test]
fn a_csv_equals_the_screen() {
    let folder = Folder::new();
    let app = folder.app();
    app.create_trainer_store(passphrase(PASSPHRASE)).unwrap();
    let overview = app.load_sample().unwrap();
    let people = app.export_people(Among::default()).unwrap().unwrap();
    let modules = u32::try_from(overview.modules.len()).unwrap();
    assert_eq!(people.rows, overview.people * modules);
    let csv = folder.exported("eighteen-days-people-2026-11-22.csv");
    let first = &overview.rows[0];
    let cell = &first.cells[0];
    let line = csv.lines().nth(1).unwrap();
    assert!(line.starts_with(&format!("{},{}", first.person_id, first.name.clone().unwrap())));
    assert!(line.contains(&format!(",{},{},", cell.steps_done, cell.steps)), "{line}");
    let report = app.trainer_questions(AskQuestions::default()).unwrap();
    let questions = app.export_questions(AskQuestions::default()).unwrap().unwrap();
    assert_eq!(questions.rows as usize, report.rows.len());
    let csv = folder.exported("eighteen-days-questions-2026-11-22.csv");
    assert!(csv.lines().nth(1).unwrap().starts_with(&report.rows[0].item_id));
    let person = OpenPerson { person_id: overview.rows[0].person_id.clone() };
    assert!(app.export_person(person).unwrap().is_some());
}

#[test]
fn a_name_never_becomes_a_formula() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "=HYPERLINK(\"http://x\")");
    app.create_trainer_store(passphrase(PASSPHRASE)).unwrap();
    app.export_people(Among::default()).unwrap().unwrap();
    let csv = folder.exported("eighteen-days-people-2026-11-22.csv");
    assert!(csv.contains("\"'=HYPERLINK(\"\"http://x\"\")\""), "{csv}");
}

/// Files of the trainer's store, with their bytes.
fn trainers_files(folder: &Folder) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for place in [folder.data(), folder.data().join("backups")] {
        for entry in std::fs::read_dir(place).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_file() && name.contains("trainer.db") {
                files.push((name, std::fs::read(&path).unwrap()));
            }
        }
    }
    files
}

#[test]
fn a_person_is_taken_out_with_everything_and_the_others_stay() {
    let folder = Folder::new();
    let app = folder.app();
    let maya = begin(&app, "Maya");
    take_check(&app, MODULE, some_response).unwrap();
    let noor = begin(&app, "Noor");
    take_check(&app, MODULE, right_response).unwrap();
    app.create_trainer_store(passphrase(PASSPHRASE)).unwrap();
    app.trainer_overview(Among::default()).unwrap();
    let person = |id: &str| OpenPerson { person_id: id.to_owned() };
    assert!(app.trainer_person(person(&maya)).unwrap().learns_here);
    // A copy of another day holds her too.
    app.lock_trainer().unwrap();
    folder.clock.move_on(Duration::days(1));
    app.unlock_trainer(passphrase(PASSPHRASE)).unwrap();
    let before = trainers_files(&folder);
    assert!(before.len() >= 2, "the file and a copy");

    app.choose_learner(ChooseLearner { learner_id: Some(maya.clone()) }).unwrap();
    app.erase_me(EraseMe { learner_id: maya.clone() }).unwrap();
    assert!(!app.trainer_person(person(&maya)).unwrap().learns_here);
    let forgotten = app.forget_person(person(&maya)).unwrap();
    assert!(forgotten.rows > 16 && forgotten.files >= 1, "a check of eight: {forgotten:?}");
    assert_eq!(app.trainer_person(person(&maya)).unwrap_err().code, ErrorCode::NotFound);
    assert_eq!(app.forget_person(person(&maya)).unwrap_err().code, ErrorCode::NotFound);
    let overview = app.trainer_overview(Among::default()).unwrap();
    let left: Vec<&str> = overview.rows.iter().map(|row| row.person_id.as_str()).collect();
    assert_eq!(left, [noor.as_str()], "and collecting does not bring her back");
    assert_eq!(overview.modules[0].completed, Some(1));
    let after = trainers_files(&folder);
    for (name, bytes) in &before {
        assert!(!after.contains(&(name.clone(), bytes.clone())), "{name} is as it was");
    }
}

#[test]
fn notes_are_the_trainers_and_go_into_a_file_of_their_own() {
    let folder = Folder::new();
    let app = folder.app();
    let maya = begin(&app, "Maya");
    app.create_trainer_store(passphrase(PASSPHRASE)).unwrap();
    app.trainer_overview(Among::default()).unwrap();
    let save = |note_id: Option<&str>, text: &str| {
        app.save_note(SaveNote {
            person_id: maya.clone(),
            note_id: note_id.map(str::to_owned),
            text: text.to_owned(),
        })
    };
    let person = || OpenPerson { person_id: maya.clone() };
    let called = save(None, "  =called, canary\n").unwrap().notes.remove(0);
    assert_eq!(called.text, "=called, canary", "spaces around it are left off");
    save(None, "Second").unwrap();
    folder.clock.move_on(Duration::minutes(5));
    let notes = save(Some(&called.note_id), "=called twice, canary").unwrap().notes;
    let texts: Vec<&str> = notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(texts, ["Second", "=called twice, canary"]);
    assert_ne!(notes[1].written_at, called.written_at, "and says when it was last written");
    assert_eq!(app.trainer_person(person()).unwrap().notes, notes);

    let long = "x".repeat(4_001);
    for nothing in ["", " \n\t", &long] {
        assert_eq!(save(None, nothing).unwrap_err().code, ErrorCode::ResponseInvalid);
    }
    assert_eq!(save(Some("n0"), "x").unwrap_err().code, ErrorCode::NotFound);
    let nobody = SaveNote { person_id: "p0".into(), note_id: None, text: "x".into() };
    assert_eq!(app.save_note(nobody).unwrap_err().code, ErrorCode::NotFound);

    assert_eq!(app.export_notes(person()).unwrap().unwrap().rows, 2);
    let csv = folder.exported("eighteen-days-notes-2026-11-22.csv");
    assert!(csv.contains("\"'=called twice, canary\""), "{csv}");
    app.export_person(person()).unwrap();
    let answers = folder.exported("eighteen-days-answers-2026-11-22.csv");
    assert!(!answers.contains("canary"), "{answers}");

    let remove = RemoveNote { person_id: maya.clone(), note_id: called.note_id.clone() };
    assert_eq!(app.remove_note(remove).unwrap().notes.len(), 1);
    let again = RemoveNote { person_id: maya.clone(), note_id: called.note_id };
    assert_eq!(app.remove_note(again).unwrap_err().code, ErrorCode::NotFound);
    let theirs = format!("{:?}", app.trainer_view().unwrap());
    assert!(!theirs.contains("Second"), "the learner's side knows of none");
}

#[test]
fn people_stand_beside_each_other_in_the_order_of_the_list() {
    let folder = Folder::new();
    let app = folder.app();
    for name in ["noor", "Élodie", "Ada", "Eli"] {
        begin(&app, name);
    }
    app.create_trainer_store(passphrase(PASSPHRASE)).unwrap();
    let rows = app.trainer_overview(Among::default()).unwrap().rows;
    for (at, row) in rows.iter().enumerate() {
        let detail = app.trainer_person(OpenPerson { person_id: row.person_id.clone() }).unwrap();
        assert_eq!((detail.place as usize, detail.people as usize), (at + 1, rows.len()));
        let name = |at: Option<usize>| at.and_then(|at| rows.get(at)?.name.clone());
        assert_eq!(detail.before.and_then(|one| one.name), name(at.checked_sub(1)));
        assert_eq!(detail.after.and_then(|one| one.name), name(Some(at + 1)));
    }
}

#[test]
fn what_a_person_did_stands_there_with_its_moment_and_results_by_topic() {
    let folder = Folder::new();
    let app = folder.app();
    let maya = begin(&app, "Maya");
    finish_steps(&app, MODULE).unwrap();
    folder.clock.move_on(Duration::hours(2));
    take_check(&app, MODULE, right_response).unwrap();
    app.create_trainer_store(passphrase(PASSPHRASE)).unwrap();
    app.trainer_overview(Among::default()).unwrap();
    let detail = app.trainer_person(OpenPerson { person_id: maya }).unwrap();
    assert!(detail.events.is_sorted_by(|later, earlier| later.at >= earlier.at));
    let did: Vec<&PersonDid> = detail.events.iter().map(|event| &event.what).collect();
    assert!(
        matches!(
            did[..],
            [
                PersonDid::Finished { check },
                PersonDid::AllSteps { module_number: 1, .. },
                PersonDid::FirstStep { module_number: 1, .. },
            ] if check.passed
        ),
        "{did:?}"
    );
    assert!(!detail.topics.is_empty());
    for topic in &detail.topics {
        assert!(topic.asked > 0 && topic.right == topic.asked, "all were right: {topic:?}");
    }
}
