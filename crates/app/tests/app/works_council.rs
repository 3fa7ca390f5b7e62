//! A store that was agreed on with a works council: no verb shows a person, none ends the agreement, and
//! no combination of answers says how anybody stands.

use std::{collections::BTreeMap, fs};

use eighteen_app::{
    App, ErrorCode, UserError,
    wire::{
        among::Among,
        assignments::{
            AskAssignmentForm, MakeAssignment, NameTrainer, OpenAssignment, PartToAssign,
        },
        delivery::{NameStore, XapiVersion},
        gathering::LookInStore,
        results::{CollectFiles, SaveTrainerKey},
        roster::{AskRoster, MergePeople, OpenGroup, PutIntoGroup, RenameGroup, TakeOutOfGroup},
        taking::{
            AskPreview, Report, TakeAway, TakeEvidence, TakingChoice, TakingWords, WhatToTake,
        },
        trainer::{
            AskModule, AskPeople, AskQuestion, AskQuestions, Attempts, NewWorksCouncilStore,
            OpenPerson, Passphrase, Recover, RemoveNote, SaveNote,
        },
    },
};
use eighteen_testkit::{right_response, take_check};
use serde::Serialize;
use serde_json::Value;

use crate::support::{Folder, MODULE, PASSPHRASE, begin};

const SMALLEST: u32 = 5;

/// Six people with names that stand nowhere else; their ids.
fn agreed() -> (Folder, App, Vec<String>) {
    let folder = Folder::new();
    let app = folder.app();
    let mut ids = Vec::new();
    for person in 0..6 {
        ids.push(begin(&app, &format!("Canaryname {person}")));
        if person < 3 {
            take_check(&app, MODULE, right_response).unwrap();
        }
    }
    app.create_works_council_store(NewWorksCouncilStore {
        passphrase: PASSPHRASE.to_owned(),
        smallest_group: SMALLEST,
    })
    .unwrap();
    (folder, app, ids)
}

fn json(answer: Result<impl Serialize, UserError>) -> Result<Value, UserError> {
    answer.map(|answer| serde_json::to_value(answer).unwrap())
}

type Verb = fn(&App, &str) -> Result<Value, UserError>;

/// Every verb of the trainer's area; a test holds this against the list of commands.
fn verbs() -> BTreeMap<&'static str, Verb> {
    let mut verbs = BTreeMap::from([
        ("trainer_door", (|app, _| json(app.trainer_door())) as Verb),
        ("trainer_overview", |app, _| json(app.trainer_overview(Among::default()))),
        ("trainer_people", |app, _| {
            json(app.trainer_people(AskPeople { limit: 500, ..AskPeople::default() }))
        }),
        ("trainer_person", |app, id| {
            json(app.trainer_person(OpenPerson { person_id: id.to_owned() }))
        }),
        ("forget_person", |app, id| {
            json(app.forget_person(OpenPerson { person_id: id.to_owned() }))
        }),
        ("save_note", |app, id| {
            let (person_id, text) = (id.to_owned(), "noted".to_owned());
            json(app.save_note(SaveNote { person_id, note_id: None, text }))
        }),
        ("remove_note", |app, id| {
            let (person_id, note_id) = (id.to_owned(), "n1".to_owned());
            json(app.remove_note(RemoveNote { person_id, note_id }))
        }),
        ("trainer_question", |app, _| {
            json(app.trainer_question(AskQuestion { item_hash: "no hash".to_owned() }))
        }),
        ("trainer_question_people", |app, _| {
            json(app.trainer_question_people(AskQuestion { item_hash: "no hash".to_owned() }))
        }),
        ("trainer_module", |app, _| json(app.trainer_module(AskModule::default()))),
        ("trainer_questions", |app, _| json(app.trainer_questions(AskQuestions::default()))),
        ("trainer_inbox", |app, _| json(app.trainer_inbox(Among::default()))),
        ("trainer_forks", |app, _| json(app.trainer_forks())),
        ("trainer_misconceptions", |app, _| json(app.trainer_misconceptions(Among::default()))),
        ("trainer_lasted", |app, _| json(app.trainer_lasted(Among::default()))),
        ("load_sample", |app, _| json(app.load_sample())),
        ("remove_sample", |app, _| json(app.remove_sample())),
        ("forget_person", |app, id| {
            json(app.forget_person(OpenPerson { person_id: id.to_owned() }))
        }),
        ("export_people", |app, _| json(app.export_people(Among::default()))),
        ("export_person", |app, id| {
            json(app.export_person(OpenPerson { person_id: id.to_owned() }))
        }),
        ("export_questions", |app, _| json(app.export_questions(AskQuestions::default()))),
        ("export_notes", |app, id| json(app.export_notes(OpenPerson { person_id: id.to_owned() }))),
        ("lock_trainer", |app, _| json(app.lock_trainer())),
        ("unlock_trainer", |app, _| {
            json(app.unlock_trainer(Passphrase { passphrase: PASSPHRASE.to_owned() }))
        }),
        ("create_trainer_store", |app, _| {
            json(app.create_trainer_store(Passphrase { passphrase: PASSPHRASE.to_owned() }))
        }),
        ("create_works_council_store", |app, _| {
            json(app.create_works_council_store(NewWorksCouncilStore {
                passphrase: PASSPHRASE.to_owned(),
                smallest_group: 50,
            }))
        }),
    ]);
    verbs.extend(ABOUT_PERSONS.iter().copied());
    verbs.extend(ABOUT_EVERYBODY.iter().copied());
    verbs.extend(ABOUT_FILES.iter().copied());
    verbs
}

/// Verbs about people, groups and who is assigned to: all of them show or name persons.
const ABOUT_PERSONS: &[(&str, Verb)] = &[
    ("trainer_roster", |app, id| {
        json(app.trainer_roster(AskRoster { search: id.to_owned(), group_id: None, page: 0 }))
    }),
    ("put_into_group", |app, id| {
        json(app.put_into_group(PutIntoGroup { name: "One".into(), person_ids: vec![id.into()] }))
    }),
    ("take_out_of_group", |app, id| {
        let person_ids = vec![id.to_owned()];
        json(app.take_out_of_group(TakeOutOfGroup { group_id: "g".into(), person_ids }))
    }),
    ("rename_group", |app, _| {
        json(app.rename_group(RenameGroup { group_id: "g".into(), name: "Two".into() }))
    }),
    ("remove_group", |app, _| json(app.remove_group(OpenGroup { group_id: "g".into() }))),
    ("merge_people", |app, id| {
        let (listed_id, person_id) = (id.to_owned(), id.to_owned());
        json(app.merge_people(MergePeople { listed_id, person_id, same: true }))
    }),
    ("preview_roster", |app, _| json(app.preview_roster())),
    ("import_roster", |app, _| json(app.import_roster())),
    ("make_assignment", |app, id| {
        json(app.make_assignment(MakeAssignment {
            parts: vec![PartToAssign { module_id: MODULE.to_owned(), step_id: None }],
            everybody: false,
            group_ids: Vec::new(),
            person_ids: vec![id.to_owned()],
            due: "2026-12-04".to_owned(),
            message: String::new(),
        }))
    }),
];

/// Verbs about what is assigned to everybody, which names nobody.
const ABOUT_EVERYBODY: &[(&str, Verb)] = &[
    ("trainer_assignments", |app, _| json(app.trainer_assignments())),
    ("assignment_form", |app, id| {
        json(app.assignment_form(AskAssignmentForm { person_ids: vec![id.to_owned()] }))
    }),
    ("withdraw_assignment", |app, _| {
        json(app.withdraw_assignment(OpenAssignment { assignment_id: "a".into() }))
    }),
    ("name_trainer", |app, _| json(app.name_trainer(NameTrainer { name: "Us".into() }))),
    ("save_assignment_file", |app, _| json(app.save_assignment_file())),
];

/// Verbs about files that come and go. What would name a person is refused, or has no name in it.
const ABOUT_FILES: &[(&str, Verb)] = &[
    ("make_recovery_code", |app, _| json(app.make_recovery_code())),
    ("save_recovery_code", |app, _| json(app.save_recovery_code(TakingWords::default()))),
    ("keep_recovery_code", |app, _| json(app.keep_recovery_code())),
    ("recover_trainer", |app, _| {
        let (code, passphrase) = ("lusab babad".to_owned(), PASSPHRASE.to_owned());
        json(app.recover_trainer(Recover { code, passphrase }))
    }),
    ("trainer_still_here", |app, _| json(app.trainer_still_here())),
    ("collect_page", |app, _| json(app.collect_page())),
    ("choose_result_files", |app, _| json(app.choose_result_files())),
    ("choose_result_folder", |app, _| json(app.choose_result_folder())),
    ("look_at_dropped", |app, _| json(app.look_at_dropped())),
    ("collect_files", |app, _| json(app.collect_files(CollectFiles { indexes: vec![0] }))),
    ("gathering", |app, _| json(app.gathering())),
    ("name_source", |app, _| {
        let (address, name) = ("https://lrs.example.org".to_owned(), "us".to_owned());
        let version = XapiVersion::V1_0_3;
        json(app.name_source(NameStore { address, version, name, password: "secret".to_owned() }))
    }),
    ("remove_source", |app, _| json(app.remove_source())),
    ("look_in_store", |app, _| json(app.look_in_store(LookInStore { from_start: true }))),
    ("look_on_in_store", |app, _| json(app.look_on_in_store())),
    ("stop_look", |app, _| json(app.stop_look())),
    ("take_from_store", |app, _| json(app.take_from_store())),
    ("save_trainer_key", |app, _| json(app.save_trainer_key(SaveTrainerKey { name: "Us".into() }))),
    ("person_history", |app, id| json(app.person_history(OpenPerson { person_id: id.to_owned() }))),
    ("taking_choice", |app, _| json(app.taking_choice())),
    ("preview_taking", |app, id| {
        json(app.preview_taking(AskPreview { what: person(id), choice: TakingChoice::default() }))
    }),
    ("take_away", |app, id| {
        json(app.take_away(TakeAway {
            what: person(id),
            choice: TakingChoice::default(),
            words: TakingWords::default(),
        }))
    }),
    ("take_evidence", |app, _| json(app.take_evidence(TakeEvidence { names: true }))),
    ("show_taken", |app, _| json(app.show_taken())),
];

fn person(id: &str) -> WhatToTake {
    WhatToTake { person_id: Some(id.to_owned()), ..WhatToTake::of(Report::Person) }
}

#[test]
fn people_and_groups_are_refused_where_no_person_is_shown() {
    let (_folder, app, ids) = agreed();
    for (name, verb) in ABOUT_PERSONS {
        let error = verb(&app, &ids[0]).unwrap_err();
        assert_eq!(error.code, ErrorCode::PersonsNotShown, "{name}");
    }
}

fn everybody() -> MakeAssignment {
    MakeAssignment {
        parts: vec![PartToAssign { module_id: MODULE.to_owned(), step_id: None }],
        everybody: true,
        group_ids: Vec::new(),
        person_ids: Vec::new(),
        due: "2026-12-04".to_owned(),
        message: String::new(),
    }
}

#[test]
fn everybody_is_assigned_to_and_nobody_is_counted_where_no_person_is_shown() {
    let (_folder, app, ids) = agreed();
    let form = app.assignment_form(AskAssignmentForm { person_ids: ids.clone() }).unwrap();
    assert!(form.people.is_none() && form.groups.is_empty() && form.chosen.is_empty());
    let also_one = MakeAssignment { person_ids: vec![ids[0].clone()], ..everybody() };
    let error = app.make_assignment(also_one).unwrap_err();
    assert_eq!(error.code, ErrorCode::PersonsNotShown);
    assert!(app.trainer_assignments().unwrap().rows.is_empty());

    let row = app.make_assignment(everybody()).unwrap().rows.remove(0);
    assert!(row.everybody && row.far.is_none() && row.groups.is_empty() && row.named == 0);
    app.name_trainer(NameTrainer { name: "Security office".into() }).unwrap();
    let file = app.save_assignment_file().unwrap().unwrap();
    let text = fs::read(&file.path).unwrap();
    let text = String::from_utf8_lossy(&text);
    assert!(ids.iter().all(|id| !text.contains(id)) && !text.contains("Canaryname"));
    assert_eq!(app.home().unwrap().assigned.len(), 1, "a learner of this computer sees it");
    let assignment_id = row.assignment_id;
    assert!(app.withdraw_assignment(OpenAssignment { assignment_id }).unwrap().rows.is_empty());
}

#[test]
fn the_sample_has_no_groups_where_no_person_is_shown() {
    let folder = Folder::new();
    let app = folder.app();
    let (passphrase, smallest_group) = (PASSPHRASE.to_owned(), SMALLEST);
    app.create_works_council_store(NewWorksCouncilStore { passphrase, smallest_group }).unwrap();
    app.load_sample().unwrap();
    let rows = app.trainer_assignments().unwrap().rows;
    assert!(rows.len() == 1 && rows[0].everybody && rows[0].groups.is_empty());
}

/// The commands of the list that belong to the trainer's area: those from its door on.
fn commands() -> Vec<String> {
    let list = concat!(env!("CARGO_MANIFEST_DIR"), "/../../src-tauri/src/command_list.rs");
    let list = fs::read_to_string(list).unwrap();
    let (_, trainers) = list.split_once("    /// Where the trainer's store stands.").unwrap();
    let lines = trainers.lines().map(str::trim).filter(|line| !line.starts_with("///"));
    let names = lines.filter_map(|line| line.split_once('(').map(|(name, _)| name.to_owned()));
    names.collect()
}

#[test]
fn every_command_of_the_trainers_area_is_tried_here() {
    let tried = verbs();
    let missing: Vec<_> =
        commands().into_iter().filter(|name| !tried.contains_key(name.as_str())).collect();
    assert_eq!(missing, Vec::<String>::new(), "add them to `verbs`");
}

#[test]
fn no_verb_gives_a_person_and_none_ends_the_agreement() {
    let (folder, app, ids) = agreed();
    for (name, verb) in verbs() {
        let answer = verb(&app, &ids[0]);
        let said = match &answer {
            Ok(answer) => answer.to_string(),
            Err(error) => error.to_string(),
        };
        for canary in ids.iter().map(String::as_str).chain(["Canaryname"]) {
            let given = name.ends_with("_person") && canary == ids[0];
            assert!(given || !said.contains(canary), "{name} gives {canary}: {said}");
        }
        let now = app.unlock_trainer(Passphrase { passphrase: PASSPHRASE.to_owned() });
        assert!(now.is_ok(), "{name} took the key away");
        let overview = app.trainer_overview(Among::default()).unwrap();
        assert_eq!(overview.smallest_group, Some(SMALLEST), "{name} ended the agreement");
    }
    for refused in [
        "trainer_people",
        "trainer_person",
        "trainer_question_people",
        "save_note",
        "remove_note",
        "export_people",
        "export_person",
        "export_notes",
        "person_history",
        "preview_taking",
        "take_away",
        "take_evidence",
    ] {
        let error = verbs()[refused](&app, &ids[0]).unwrap_err();
        assert_eq!(error.code, ErrorCode::PersonsNotShown, "{refused}");
    }
    for file in fs::read_dir(folder.dir.path().join("exports")).unwrap() {
        let text = fs::read(file.unwrap().path()).unwrap();
        let text = String::from_utf8_lossy(&text);
        assert!(ids.iter().all(|id| !text.contains(id)) && !text.contains("Canaryname"));
    }
}

#[test]
fn the_agreement_outlives_the_store_and_a_changed_file_opens_nothing() {
    let (folder, app, _ids) = agreed();
    drop(app);
    let file = folder.data().join("trainer.key");
    let made = fs::read_to_string(&file).unwrap();
    fs::write(&file, made.replace("\"smallest_group\": 5", "\"smallest_group\": 4")).unwrap();
    let unlock = |app: &App| app.unlock_trainer(Passphrase { passphrase: PASSPHRASE.to_owned() });
    assert_eq!(unlock(&folder.app()).unwrap_err().code, ErrorCode::WrongPassphrase);
    fs::write(&file, made).unwrap();
    for name in ["trainer.db", "trainer.db-wal", "trainer.db-shm"] {
        let _ = fs::remove_file(folder.data().join(name));
    }
    let app = folder.app();
    unlock(&app).unwrap();
    assert_eq!(app.trainer_overview(Among::default()).unwrap().smallest_group, Some(SMALLEST));
}

#[test]
fn sizes_that_protect_nobody_are_refused() {
    let folder = Folder::new();
    let app = folder.app();
    for smallest_group in [0, 1, 4, 51, u32::MAX] {
        let error = app
            .create_works_council_store(NewWorksCouncilStore {
                passphrase: PASSPHRASE.to_owned(),
                smallest_group,
            })
            .unwrap_err();
        assert_eq!(error.code, ErrorCode::GroupSizeInvalid, "{smallest_group}");
    }
}

#[test]
fn counts_of_few_people_are_withheld() {
    let (_folder, app, _ids) = agreed();
    let overview = app.trainer_overview(Among::default()).unwrap();
    assert_eq!(overview.people, 6);
    let first = &overview.modules[0];
    // Three completed it: too few to be shown, and so are the other three.
    assert_eq!((first.completed, first.started, first.not_started), (None, None, None));
    assert_eq!(
        (overview.completed_all, overview.started, overview.not_started),
        (None, None, None)
    );
    assert!(overview.rows.is_empty() && overview.need_help.is_empty());
    assert_eq!((overview.people_who_need_help, overview.changed), (0, None));
}

/// A group beside everybody, a day more or later tries would tell of those who are between.
#[test]
fn no_report_is_told_of_some_where_no_person_is_shown() {
    let (_folder, app, _) = agreed();
    let all = app.trainer_questions(AskQuestions::default()).unwrap();
    assert!(!all.among.can_filter);
    let later = AskQuestions { attempts: Attempts::All, ..AskQuestions::default() };
    let refused = app.trainer_questions(later).unwrap_err();
    assert_eq!(refused.code, ErrorCode::PersonsNotShown);
    let day = || Some("2026-11-01".to_owned());
    for among in [
        Among { group_id: Some("g".to_owned()), ..Among::default() },
        Among { from_day: day(), ..Among::default() },
        Among { to_day: day(), ..Among::default() },
        Among { last_days: Some(30), ..Among::default() },
    ] {
        let asked = || among.clone();
        let module = AskModule { module_id: None, among: asked() };
        let questions = AskQuestions { among: asked(), ..AskQuestions::default() };
        let people = AskPeople { group_id: asked().group_id, ..AskPeople::default() };
        for (name, error) in [
            ("overview", app.trainer_overview(asked()).err()),
            ("people", app.trainer_people(people).err()),
            ("questions", app.trainer_questions(questions).err()),
            ("module", app.trainer_module(module).err()),
            ("inbox", app.trainer_inbox(asked()).err()),
            ("misconceptions", app.trainer_misconceptions(asked()).err()),
            ("lasted", app.trainer_lasted(asked()).err()),
        ] {
            assert_eq!(error.unwrap().code, ErrorCode::PersonsNotShown, "{name}");
        }
    }
}
