//! Results on their way from a learner's computer to a trainer's: saved, looked at, collected, and what the
//! files show when a store was copied about.

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::Duration;
use eighteen_app::{
    App, ErrorCode,
    wire::{
        among::Among,
        learner::ChooseLearner,
        results::{
            CollectFiles, FileRefused, FindingWord, FoundFile, FoundState, OpenedTrainerKey,
            PublicKeyOf, SaveTrainerKey, TrustKey,
        },
        trainer::{OpenPerson, Passphrase, TrainerDoor},
    },
};
use eighteen_exchange::results::{ToSave, write};
use eighteen_seal::{Identity, PublicKey};
use eighteen_testkit::{finish_steps, right_response, take_check};
use serde_json::{Value, json};

use crate::support::{Folder, MODULE, PASSPHRASE, begin};

pub(crate) fn unlock(app: &App) {
    let passphrase = || Passphrase { passphrase: PASSPHRASE.to_owned() };
    match app.trainer_door().unwrap() {
        TrainerDoor::None { .. } => app.create_trainer_store(passphrase()).unwrap(),
        _ => app.unlock_trainer(passphrase()).unwrap(),
    };
}

/// A trainer with a key file that lies where it was saved.
pub(crate) fn trainer() -> (Folder, PathBuf) {
    let folder = Folder::new();
    let app = folder.app();
    unlock(&app);
    let saved = app.save_trainer_key(SaveTrainerKey { name: "  Ruth   Lang ".to_owned() });
    let path = PathBuf::from(saved.unwrap().unwrap().path);
    drop(app);
    (folder, path)
}

/// Trusts the trainer's key and gives it.
pub(crate) fn trust(app: &App) -> String {
    let Some(OpenedTrainerKey::Found { public_key, name, fingerprint }) =
        app.open_trainer_key().unwrap()
    else {
        panic!("a key file was chosen")
    };
    assert_eq!(name, "Ruth Lang");
    let mine = app.trust_trainer_key(TrustKey { public_key: public_key.clone(), name }).unwrap();
    assert_eq!(mine.trainers[0].fingerprint, fingerprint);
    public_key
}

/// A learner who has passed the check of the first module.
pub(crate) fn learner(key_file: &Path, name: &str) -> (Folder, String) {
    let folder = Folder::new();
    let app = folder.app_opening(vec![key_file.to_path_buf()]);
    begin(&app, name);
    finish_steps(&app, MODULE).unwrap();
    take_check(&app, MODULE, right_response).unwrap();
    let key = trust(&app);
    drop(app);
    (folder, key)
}

/// Opens the app for its learner, does something, and saves the results under a name of their own.
pub(crate) fn save(folder: &Folder, key: &str, name: &str, work: impl FnOnce(&App)) -> PathBuf {
    let app = folder.app();
    let learner_id = app.startup().unwrap().learners[0].id.clone();
    app.choose_learner(ChooseLearner { learner_id: Some(learner_id) }).unwrap();
    work(&app);
    let saved = app.save_results(PublicKeyOf { public_key: key.to_owned() }).unwrap().unwrap();
    let named = folder.dir.path().join(name);
    fs::rename(saved.path, &named).unwrap();
    named
}

fn check_again(app: &App) {
    take_check(app, MODULE, right_response).unwrap();
}

/// Looks at these files and takes in what can be.
pub(crate) fn collect(trainer: &Folder, paths: Vec<PathBuf>) -> (Vec<FoundFile>, Vec<FoundFile>) {
    let app = trainer.app_opening(paths);
    unlock(&app);
    let looked = app.choose_result_files().unwrap().unwrap().files;
    let indexes = looked.iter().map(|file| file.index).collect();
    let taken = app.collect_files(CollectFiles { indexes }).unwrap();
    (looked, taken)
}

fn states(files: &[FoundFile]) -> Vec<FoundState> {
    files.iter().map(|file| file.state).collect()
}

fn findings(trainer: &Folder) -> Vec<FindingWord> {
    let app = trainer.app();
    unlock(&app);
    let person_id = app.trainer_overview(Among::default()).unwrap().rows[0].person_id.clone();
    let history = app.person_history(OpenPerson { person_id }).unwrap();
    history.findings.into_iter().map(|finding| finding.kind).collect()
}

/// Puts the learners' store of one folder in the place of another's.
pub(crate) fn copy_store(from: &Path, to: &Path) {
    for file in ["learner.db", "learner.db-wal", "learner.db-shm"] {
        let _ = fs::remove_file(to.join(file));
        if from.join(file).exists() {
            fs::copy(from.join(file), to.join(file)).unwrap();
        }
    }
}

#[test]
fn a_score_saved_on_one_computer_is_seen_on_another() {
    let (trainer, key_file) = trainer();
    let (maya, key) = learner(&key_file, "Maya");
    let file = save(&maya, &key, "maya.e18r", |_| ());
    let bytes = fs::read(&file).unwrap();
    assert!(!bytes.windows(4).any(|four| four == b"Maya"), "nothing of it can be read");

    let (looked, taken) = collect(&trainer, vec![file.clone()]);
    assert_eq!(states(&looked), [FoundState::New]);
    assert_eq!((looked[0].name.as_deref(), looked[0].checks), (Some("Maya"), 1));
    assert_eq!(looked[0].findings, []);
    assert_eq!(states(&taken), [FoundState::Collected]);

    let app = trainer.app();
    unlock(&app);
    let overview = app.trainer_overview(Among::default()).unwrap();
    assert_eq!((overview.people, overview.modules[0].completed), (1, Some(1)));
    let person_id = overview.rows[0].person_id.clone();
    let detail = app.trainer_person(OpenPerson { person_id: person_id.clone() }).unwrap();
    assert_eq!(detail.attempts.len(), 1);
    assert!(!detail.attempts[0].answers.is_empty());
    let history = app.person_history(OpenPerson { person_id }).unwrap();
    assert_eq!((history.files, history.restored, history.findings.len()), (1, 0, 0));
    drop(app);

    let (looked, taken) = collect(&trainer, vec![file]);
    assert_eq!(states(&looked), [FoundState::Same], "again it is the same file");
    assert_eq!(states(&taken), [FoundState::Same]);
}

#[test]
fn the_order_of_files_changes_nothing() {
    let (trainer_one, key_file) = trainer();
    let (maya, key) = learner(&key_file, "Maya");
    let first = save(&maya, &key, "1.e18r", |_| ());
    maya.clock.move_on(Duration::days(2));
    let second = save(&maya, &key, "2.e18r", check_again);
    let seen = |paths: Vec<PathBuf>| {
        let trainer = Folder::new();
        copy_dir(&trainer_one.data(), &trainer.data());
        for path in paths {
            collect(&trainer, vec![path]);
        }
        let app = trainer.app();
        unlock(&app);
        let overview = app.trainer_overview(Among::default()).unwrap();
        let person_id = overview.rows[0].person_id.clone();
        let detail = app.trainer_person(OpenPerson { person_id: person_id.clone() }).unwrap();
        (overview.rows, detail, app.person_history(OpenPerson { person_id }).unwrap().findings)
    };
    let forwards = seen(vec![first.clone(), second.clone()]);
    assert_eq!(forwards.1.attempts.len(), 2);
    assert_eq!(forwards.2, []);
    assert_eq!(seen(vec![second, first]), forwards);
}

pub(crate) fn copy_dir(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            copy_dir(&entry.path(), &to.join(entry.file_name()));
        } else {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

#[test]
fn an_older_store_put_back_in_silence_shows_and_is_only_a_fact() {
    let (trainer, key_file) = trainer();
    let (maya, key) = learner(&key_file, "Maya");
    let kept = tempfile::tempdir().unwrap();
    copy_store(&maya.data(), kept.path());
    let first = save(&maya, &key, "1.e18r", check_again);
    copy_store(kept.path(), &maya.data());
    maya.clock.move_on(Duration::days(1));
    let second = save(&maya, &key, "2.e18r", check_again);
    collect(&trainer, vec![second, first]);
    assert_eq!(findings(&trainer), [FindingWord::Rollback]);
    let app = trainer.app();
    unlock(&app);
    let overview = app.trainer_overview(Among::default()).unwrap();
    assert_eq!(overview.modules[0].completed, Some(1), "the results are there all the same");
}

#[test]
fn a_folder_that_goes_on_in_two_places_shows() {
    let (trainer, key_file) = trainer();
    let (maya, key) = learner(&key_file, "Maya");
    let there = Folder::new();
    copy_dir(&maya.data(), &there.data());
    let here = save(&maya, &key, "1.e18r", check_again);
    let there = save(&there, &key, "2.e18r", check_again);
    collect(&trainer, vec![here, there]);
    assert_eq!(findings(&trainer), [FindingWord::Fork]);
}

#[test]
fn a_store_that_another_installation_went_on_with_shows() {
    let (trainer, key_file) = trainer();
    let (maya, key) = learner(&key_file, "Maya");
    let other = Folder::new();
    fs::create_dir_all(other.data()).unwrap();
    copy_store(&maya.data(), &other.data());
    let file = save(&other, &key, "1.e18r", check_again);
    let (looked, _) = collect(&trainer, vec![file]);
    assert_eq!(looked[0].findings, [FindingWord::Foreign]);
    assert_eq!(findings(&trainer), [FindingWord::Foreign]);
}

#[test]
fn a_copy_that_the_app_put_back_explains_itself() {
    let (trainer, key_file) = trainer();
    let (maya, key) = learner(&key_file, "Maya");
    // The next day's start makes a copy, and what comes after it will be lost.
    maya.clock.move_on(Duration::days(1));
    let first = save(&maya, &key, "1.e18r", check_again);
    let store = maya.data().join("learner.db");
    let mut bytes = fs::read(&store).unwrap();
    bytes[..200].fill(0);
    fs::write(&store, bytes).unwrap();
    maya.clock.move_on(Duration::days(1));
    let second = save(&maya, &key, "2.e18r", check_again);
    collect(&trainer, vec![first, second]);
    assert_eq!(findings(&trainer), []);
    let app = trainer.app();
    unlock(&app);
    let person_id = app.trainer_overview(Among::default()).unwrap().rows[0].person_id.clone();
    assert_eq!(app.person_history(OpenPerson { person_id }).unwrap().restored, 1);
}

#[test]
fn what_is_no_file_for_this_trainer_is_refused_with_the_reason_and_changes_nothing() {
    let (trainer_here, key_file) = trainer();
    let (elsewhere, _) = trainer();
    let (maya, key) = learner(&key_file, "Maya");
    let file = save(&maya, &key, "maya.e18r", |_| ());
    let whole = fs::read(&file).unwrap();
    let dir = maya.dir.path();
    let put = |name: &str, bytes: &[u8]| {
        fs::write(dir.join(name), bytes).unwrap();
        dir.join(name)
    };
    let cut = put("cut.e18r", &whole[..whole.len() / 2]);
    let empty = put("empty.e18r", b"");
    let (looked, taken) =
        collect(&trainer_here, vec![cut, dir.to_path_buf(), empty, dir.join("none.e18r")]);
    let mut why: Vec<_> = states(&looked);
    assert_eq!(why, states(&taken));
    why.sort_by_key(|state| format!("{state:?}"));
    let rejected = |why| FoundState::Rejected { why };
    assert_eq!(
        why,
        [
            rejected(FileRefused::DoesNotOpen),
            rejected(FileRefused::DoesNotOpen),
            rejected(FileRefused::NotReadable),
            rejected(FileRefused::NotReadable),
        ]
    );
    let (_, taken) = collect(&elsewhere, vec![file.clone()]);
    assert_eq!(states(&taken), [rejected(FileRefused::DoesNotOpen)]);

    // Between the look and the taking the file becomes another.
    let app = trainer_here.app_opening(vec![file.clone()]);
    unlock(&app);
    app.choose_result_files().unwrap();
    maya.clock.move_on(Duration::minutes(5));
    let other = save(&maya, &key, "other.e18r", check_again);
    fs::rename(other, &file).unwrap();
    let taken = app.collect_files(CollectFiles { indexes: vec![0] }).unwrap();
    assert_eq!(states(&taken), [rejected(FileRefused::Changed)]);
    assert_eq!(app.trainer_overview(Among::default()).unwrap().people, 0);
    let beyond = app.collect_files(CollectFiles { indexes: vec![9] }).unwrap_err();
    assert_eq!(beyond.code, ErrorCode::NotFound);
}

#[test]
fn a_chosen_folder_is_looked_through_on_each_visit() {
    let (trainer, key_file) = trainer();
    let (maya, key) = learner(&key_file, "Maya");
    let shared = tempfile::tempdir().unwrap();
    let app = trainer.app_opening(vec![shared.path().to_path_buf()]);
    unlock(&app);
    assert_eq!(app.collect_page().unwrap().folder, None);
    let page = app.choose_result_folder().unwrap().unwrap();
    assert_eq!((page.folder.is_some(), page.files.len()), (true, 0));
    let file = save(&maya, &key, "maya.e18r", |_| ());
    fs::copy(file, shared.path().join("maya.e18r")).unwrap();
    fs::write(shared.path().join("notes.txt"), "not ours").unwrap();
    assert_eq!(states(&app.collect_page().unwrap().files), [FoundState::New]);
    drop(shared);
    let gone = app.collect_page().unwrap();
    assert!(gone.folder_missing && gone.files.is_empty());
}

#[test]
fn files_and_folders_that_are_dropped_are_looked_at_and_not_taken() {
    let (trainer, key_file) = trainer();
    let (maya, key) = learner(&key_file, "Maya");
    let one = save(&maya, &key, "one.e18r", |_| ());
    let shared = tempfile::tempdir().unwrap();
    maya.clock.move_on(Duration::days(1));
    let two = save(&maya, &key, "two.e18r", check_again);
    fs::rename(two, shared.path().join("two.e18r")).unwrap();
    fs::write(shared.path().join("notes.txt"), "not ours").unwrap();
    let list = maya.dir.path().join("list.csv");
    fs::write(&list, "Name\nMaya\n").unwrap();
    let app = trainer.app();
    app.files_dropped(vec![one.clone(), shared.path().to_path_buf(), list]);
    assert_eq!(app.look_at_dropped().unwrap_err().code, ErrorCode::TrainerLocked);
    unlock(&app);
    app.files_dropped(vec![one, shared.path().to_path_buf(), maya.dir.path().join("list.csv")]);
    let mut found = states(&app.look_at_dropped().unwrap().files);
    found.sort_by_key(|state| format!("{state:?}"));
    let not_ours = FoundState::Rejected { why: FileRefused::DoesNotOpen };
    assert_eq!(found, [FoundState::New, FoundState::New, not_ours]);
    assert_eq!(
        app.trainer_overview(Among::default()).unwrap().people,
        0,
        "nothing is taken in by dropping it"
    );
    assert!(app.look_at_dropped().unwrap().files.is_empty(), "what was looked at is forgotten");
}

/// A file of a person with one judgement, of a difficulty that stores know or do not.
fn judged_as(difficulty: &str, id: &str, key: &PublicKey, place: &Path) -> PathBuf {
    let body = json!({
        "people": [{ "id": id, "name": id, "sample": false, "last_active": "2026-11-22T09:00:00Z" }],
        "progress": [], "items": {}, "attempts": [], "attempt_items": [], "answers": [],
        "judged": [{
            "learner_id": id, "pack_id": "eighteen-days", "message_id": "m", "message_version": 1,
            "round_number": 1, "hostile": false, "difficulty": difficulty, "judgement": "report",
            "outcome": "false-alarm", "elapsed_ms": 1,
        }],
    });
    let body = body.to_string();
    let made_at = "2026-11-22T09:00:00Z";
    let save = ToSave { learner_id: id, number: 1, made_at, links: &[], body: &body };
    let path = place.join(format!("{id}.e18r"));
    fs::write(&path, write(&save, &Identity::from_seed(&[1; 32]), key).unwrap()).unwrap();
    path
}

#[test]
fn a_file_that_no_store_can_hold_keeps_none_out_that_came_with_it() {
    let (trainer, key_file) = trainer();
    let key: Value = serde_json::from_slice(&fs::read(key_file).unwrap()).unwrap();
    let key = PublicKey::from_hex(key["public_key"].as_str().unwrap()).unwrap();
    let files = [("least", "ada"), ("odd", "ben"), ("very", "cleo")]
        .map(|(difficulty, id)| judged_as(difficulty, id, &key, trainer.dir.path()));
    let (looked, taken) = collect(&trainer, files.to_vec());
    assert_eq!(states(&looked), [FoundState::New; 3], "that shows when it is taken in");
    let refused = FoundState::Rejected { why: FileRefused::NotOne };
    assert_eq!(states(&taken), [FoundState::Collected, refused, FoundState::Collected]);
    let app = trainer.app();
    unlock(&app);
    assert_eq!(app.trainer_overview(Among::default()).unwrap().people, 2);
}

#[test]
fn made_up_people_and_collected_ones_are_never_in_one_table() {
    let (trainer, key_file) = trainer();
    let (maya, key) = learner(&key_file, "Maya");
    let file = save(&maya, &key, "maya.e18r", |_| ());
    let app = trainer.app_opening(vec![file]);
    unlock(&app);
    app.load_sample().unwrap();
    assert!(app.choose_result_files().unwrap().unwrap().sample);
    let taken = app.collect_files(CollectFiles { indexes: vec![0] }).unwrap();
    assert_eq!(states(&taken), [FoundState::Rejected { why: FileRefused::Sample }]);
}

#[test]
fn a_key_file_that_was_changed_is_none() {
    let (_trainer, key_file) = trainer();
    let text = fs::read_to_string(&key_file).unwrap();
    let words = text.split("\"fingerprint\": \"").nth(1).unwrap()[..5].to_owned();
    for changed in
        ["", "{}", &text.replace(&words, "lusab"), &text.replace("trainer 1", "trainer 2")]
    {
        fs::write(&key_file, changed).unwrap();
        let folder = Folder::new();
        let app = folder.app_opening(vec![key_file.clone()]);
        assert_eq!(app.open_trainer_key().unwrap(), Some(OpenedTrainerKey::NotOne));
    }
}

#[test]
fn the_area_locks_itself_without_use_and_after_a_day() {
    let folder = Folder::new();
    let app = folder.app();
    unlock(&app);
    folder.clock.move_on(Duration::minutes(9));
    app.trainer_still_here().unwrap();
    folder.clock.move_on(Duration::minutes(9));
    assert!(matches!(app.trainer_door().unwrap(), TrainerDoor::Open { .. }), "a look is no use");
    folder.clock.move_on(Duration::minutes(1));
    assert!(matches!(app.trainer_door().unwrap(), TrainerDoor::Locked { .. }));
    assert_eq!(app.trainer_overview(Among::default()).unwrap_err().code, ErrorCode::TrainerLocked);
    unlock(&app);
    for _ in 0..53 {
        folder.clock.move_on(Duration::minutes(9));
        app.trainer_still_here().unwrap();
    }
    assert!(matches!(app.trainer_door().unwrap(), TrainerDoor::Open { .. }));
    folder.clock.move_on(Duration::minutes(9));
    let door = app.trainer_still_here().unwrap();
    assert!(matches!(door, TrainerDoor::Locked { .. }), "eight hours are enough");
}
