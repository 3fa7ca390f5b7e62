//! What `eighteen doctor` says of installations, sound and not.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use eighteen_app::{
    App,
    wire::{learner::ChooseLearner, trainer::Passphrase},
};
use eighteen_testkit::{SaveTo, finish_steps, right_response, take_check};

use super::{PASSPHRASE, said};

fn run(folder: &Path, words: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_eighteen"))
        .args(["doctor", "--data-dir"])
        .arg(folder)
        .args(words)
        .output()
        .unwrap();
    (output.status.code().unwrap(), said(&output))
}

/// What it says: the exit code, all of it, and the state of each thing.
fn doctor(folder: &Path) -> (i32, String, BTreeMap<String, String>) {
    let (code, text) = run(folder, &[]);
    let lines = text.lines().filter(|line| line.len() > 28);
    let states = lines.map(|line| {
        let (state, about) = (line[..6].trim().to_lowercase(), line[7..27].trim().to_owned());
        (about, state)
    });
    (code, text.clone(), states.collect())
}

#[test]
fn programs_read_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let (_, json) = run(&folder.path().join("nowhere"), &["--json"]);
    let json: Vec<BTreeMap<String, String>> = serde_json::from_str(&json).unwrap();
    let folder = json.iter().find(|one| one["about"] == "data folder").unwrap();
    assert_eq!(folder["state"], "note");
    assert!(json.iter().all(|one| one.contains_key("cure") == (one["state"] == "wrong")));
}

/// A folder in which somebody learned and somebody trains.
fn used() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("Zenobia Quill");
    let app = App::open(&data, Box::new(SaveTo::folder(folder.path().to_owned())));
    app.choose_learner(ChooseLearner { learner_id: None }).unwrap();
    finish_steps(&app, "the-notice").unwrap();
    take_check(&app, "the-notice", right_response).unwrap();
    let name = eighteen_app::wire::learner::NameLearner { name: "Zenobia Quill".to_owned() };
    app.name_learner(name).unwrap();
    app.create_trainer_store(Passphrase { passphrase: PASSPHRASE.to_owned() }).unwrap();
    app.make_recovery_code().unwrap();
    app.keep_recovery_code().unwrap();
    folder
}

/// Every file of a folder, with what is in it.
fn everything(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .filter(|path| path.is_file())
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect()
}

#[test]
fn a_sound_installation_is_told_to_be_one_and_nobody_is_named() {
    let folder = used();
    let data = folder.path().join("Zenobia Quill");
    let before = everything(&data);
    let (code, text, states) = doctor(&data);
    for about in [
        "course",
        "clock",
        "drive",
        "free space",
        "data folder",
        "privacy",
        "in use",
        "learners' results",
        "trainer's key",
    ] {
        assert_eq!(states[about], "well", "{about}: {text}");
    }
    assert_eq!(states["trainer's results"], "note", "{text}");
    // A computer without the window's libraries is told so, and nothing else is wrong.
    let others = states.iter().filter(|(about, state)| *about != "web view" && *state == "wrong");
    assert_eq!(others.count(), 0, "{text}");
    assert_eq!(code, i32::from(states.get("web view").is_some_and(|state| state == "wrong")));
    let around = folder.path().file_name().unwrap().to_str().unwrap().to_owned();
    for personal in ["Zenobia", "Quill", PASSPHRASE, &around, "/home", "tmp", "the-notice"] {
        assert!(!text.contains(personal), "{personal}: {text}");
    }
    assert_eq!(everything(&data), before, "nothing is made, changed or taken away");
}

#[test]
fn what_is_wrong_is_told_with_what_to_do_and_nothing_is_touched() {
    let folder = used();
    let data = folder.path().join("Zenobia Quill");
    let mut store = fs::read(data.join("learner.db")).unwrap();
    // The header of the schema's own page.
    store[100..140].fill(0xff);
    fs::write(data.join("learner.db"), &store).unwrap();
    for beside in ["learner.db-wal", "learner.db-shm"] {
        let _ = fs::remove_file(data.join(beside));
    }
    fs::remove_file(data.join("trainer.key")).unwrap();
    fs::write(data.join("installation.key"), "{}").unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&data, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let (code, text, _) = doctor(&data);
    assert_eq!(code, 1);
    for line in [
        "WRONG  learners' results    damaged: start the program",
        "WRONG  trainer's key        its file is missing",
        "WRONG  key of this computer its file is damaged: put installation.key back",
        #[cfg(unix)]
        "WRONG  privacy              other accounts of this computer can look",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert!(text.trim_end().ends_with("things are wrong"), "{text}");
    assert_eq!(fs::read(data.join("learner.db")).unwrap(), store);
    let left = fs::read_dir(&data)
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().contains("doctor"));
    assert_eq!(left.count(), 0, "what it tried with is gone");
}

#[test]
fn a_running_app_and_a_folder_that_is_not_there_are_no_faults() {
    let folder = used();
    let data = folder.path().join("Zenobia Quill");
    let app = App::open(&data, Box::new(SaveTo::folder(folder.path().to_owned())));
    let (_, text, states) = doctor(&data);
    assert_eq!(states["in use"], "note", "{text}");
    assert!(text.contains("Eighteen Days is running"), "{text}");
    drop(app);
    let nowhere = folder.path().join("nowhere");
    let (_, text, states) = doctor(&nowhere);
    assert_eq!(states["data folder"], "note", "{text}");
    assert!(!nowhere.exists());
    fs::write(&nowhere, "x").unwrap();
    assert_eq!(doctor(&nowhere).2["data folder"], "wrong");
}

#[test]
fn installed_packs_and_a_signed_policy_are_looked_at_again() {
    let folder = crate::packs::signed();
    let at = folder.path();
    let data = at.join("data");
    let done = crate::packs::done;
    done(at, &["trust", "add", "org.pub", "--name", "Zenobia Quill", "--data-dir", "data"]);
    done(at, &["pack", "install", "ours.e18p", "--data-dir", "data"]);
    fs::create_dir_all(data.join("policy")).unwrap();
    let policy = "format = 1\nnumber = 3\norganisation = \"Quill and Sons\"\n";
    fs::write(data.join("policy/policy.toml"), policy).unwrap();
    done(at, &["policy", "sign", "data/policy/policy.toml", "--key", "org.key"]);
    let told = |line: &str| {
        let before = everything(&data.join("packs"));
        let (_, text, _) = doctor(&data);
        assert!(text.contains(line), "{line}: {text}");
        for personal in ["Zenobia", "Quill", "tmp"] {
            assert!(!text.contains(personal), "{personal}: {text}");
        }
        assert_eq!(everything(&data.join("packs")), before, "nothing is touched");
    };
    told("well   installed pack       our-house, version 1: every byte is as it was signed");
    // On a computer that has a policy in an administrator's folder this one is not looked at.
    let alone = !eighteen_app::policy_dir().join("policy.toml").exists();
    if alone {
        told("well   policy               number 3, signed by the key “");
    }
    let kept = fs::read_dir(data.join("packs")).unwrap().next().unwrap().unwrap().path();
    let whole = fs::read(&kept).unwrap();
    let mut changed = whole.clone();
    *changed.last_mut().unwrap() ^= 1;
    fs::write(&kept, changed).unwrap();
    told("WRONG  installed pack       our-house, version 1: its file is missing, or not the one");
    fs::write(&kept, whole).unwrap();
    done(at, &["key", "revoke", "--key", "org.key", "--out", "gone.e18s"]);
    done(at, &["trust", "take", "gone.e18s", "--data-dir", "data"]);
    told("WRONG  installed pack       our-house, version 1: the key that signed it was revoked");
    if alone {
        told(
            "WRONG  policy               it does not count, line 1: the key that signed it was revoked",
        );
    }
    fs::write(data.join("trust.json"), "{").unwrap();
    told("WRONG  installed packs      the record of trusted keys and installed packs is damaged");
}
