//! The trainer's key file: what opens it, what slows a guesser, what is refused.

use std::fs;

use eighteen_seal::{Cost, RecoveryCode, StoreKey};
use eighteen_store::{DataFolder, Error, KeyFile, Kind, Refusal};
use serde_json::{Value, json};

use crate::builders::Home;

const RIGHT: &str = "a passphrase of ours";
const WRONG: &str = "a passphrase of theirs";
const CHEAP: Cost = Cost { memory_kib: 19 * 1024, passes: 2, lanes: 1 };
/// 22 November 2026.
const NOW: u64 = 1_795_368_600;

fn with_key() -> (Home, KeyFile, StoreKey) {
    let home = Home::new();
    let file = KeyFile::of(&home.folder);
    let key = file.create(RIGHT, CHEAP).unwrap();
    (home, file, key)
}

fn contents(home: &Home) -> Value {
    serde_json::from_slice(&fs::read(home.path("trainer.key")).unwrap()).unwrap()
}

fn put(home: &Home, contents: &Value) {
    fs::write(home.path("trainer.key"), contents.to_string()).unwrap();
}

/// Sets the count as if so many wrong tries had been made, the last one at that time.
fn tried(home: &Home, wrong_tries: u32, last_wrong: u64) {
    let mut contents = contents(home);
    contents["wrong_tries"] = json!(wrong_tries);
    contents["last_wrong"] = json!(last_wrong);
    put(home, &contents);
}

fn refused(file: &KeyFile, passphrase: &str, now: u64) -> Option<Refusal> {
    file.open(passphrase, now).unwrap().err()
}

#[test]
fn the_right_passphrase_gives_the_key_that_was_made() {
    let home = Home::new();
    let file = KeyFile::of(&home.folder);
    assert!(!file.exists());
    let key = file.create(RIGHT, CHEAP).unwrap();
    assert!(file.exists());
    let opened = file.open(RIGHT, NOW).unwrap().unwrap();
    assert_eq!(*opened.hex(), *key.hex());
    let text = fs::read_to_string(home.path("trainer.key")).unwrap();
    assert!(!text.contains(key.hex().as_str()), "the key itself is not in the file");
    assert!(!text.contains(RIGHT));
}

#[test]
fn the_smallest_group_is_fixed_for_ever() {
    let home = Home::new();
    let file = KeyFile::of(&home.folder);
    let key = file.create_for_groups(RIGHT, CHEAP, 8).unwrap();
    assert_eq!(file.smallest_group().unwrap(), Some(8));
    assert_eq!(*file.open(RIGHT, NOW).unwrap().unwrap().hex(), *key.hex());
    let made = contents(&home);
    for other in [json!(5), json!(9), Value::Null] {
        let mut changed = made.clone();
        changed["smallest_group"] = other;
        put(&home, &changed);
        assert_eq!(refused(&file, RIGHT, NOW), Some(Refusal::Wrong));
    }
    put(&home, &made);
    assert!(file.open(RIGHT, NOW).unwrap().is_ok());
}

#[test]
fn no_smallest_group_can_be_added_or_is_asked_for() {
    let (home, file, _key) = with_key();
    assert_eq!(file.smallest_group().unwrap(), None);
    assert!(contents(&home).get("smallest_group").is_none());
}

#[test]
fn a_key_is_never_written_over() {
    let (home, file, _key) = with_key();
    let before = fs::read(home.path("trainer.key")).unwrap();
    let again = file.create(WRONG, CHEAP).unwrap_err();
    assert!(matches!(again, Error::KeyFile { .. }), "{again:?}");
    assert_eq!(fs::read(home.path("trainer.key")).unwrap(), before);
}

#[test]
fn no_key_is_made_for_a_store_that_has_lost_its_own() {
    let (home, file, key) = with_key();
    drop(home.store(Kind::Trainer(&key)));
    fs::remove_file(home.path("trainer.key")).unwrap();
    let before = crate::raw::bytes(home.folder.path());
    let refused = file.create(RIGHT, CHEAP).unwrap_err();
    assert!(matches!(refused, Error::KeyFile { .. }), "{refused:?}");
    assert_eq!(crate::raw::bytes(home.folder.path()), before);
}

#[test]
fn a_wrong_passphrase_is_counted_on_the_disk_before_the_answer() {
    let (home, file, _key) = with_key();
    for tries in 1..=3 {
        assert_eq!(refused(&file, WRONG, NOW), Some(Refusal::Wrong));
        assert_eq!(contents(&home)["wrong_tries"], tries);
        assert_eq!(contents(&home)["last_wrong"], NOW);
    }
    assert_eq!(fs::read_dir(home.folder.path()).unwrap().count(), 2, "lock and key, nothing else");
}

#[test]
fn three_tries_are_free_and_then_the_wait_doubles_up_to_a_quarter_of_an_hour() {
    let (home, file, _key) = with_key();
    let expect = [0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900];
    for (tries, seconds) in (0..).zip(expect) {
        tried(&home, tries, NOW);
        assert_eq!(file.wait_seconds(NOW).unwrap(), seconds, "after {tries} wrong tries");
    }
    tried(&home, u32::MAX, NOW);
    assert_eq!(file.wait_seconds(NOW).unwrap(), 900);
    assert_eq!(refused(&file, WRONG, NOW + 900), Some(Refusal::Wrong), "the count does not wrap");
    assert_eq!(contents(&home)["wrong_tries"], u32::MAX);
}

#[test]
fn during_the_wait_not_even_the_right_passphrase_is_tried_and_nothing_is_counted() {
    let (home, file, _key) = with_key();
    tried(&home, 6, NOW);
    let before = contents(&home);
    assert_eq!(refused(&file, RIGHT, NOW + 5), Some(Refusal::Wait { seconds: 3 }));
    assert_eq!(refused(&file, WRONG, NOW + 5), Some(Refusal::Wait { seconds: 3 }));
    assert_eq!(contents(&home), before);
    assert_eq!(refused(&file, RIGHT, NOW + 8), None);
}

#[test]
fn the_right_passphrase_wipes_the_count() {
    let (home, file, _key) = with_key();
    for _ in 0..3 {
        assert_eq!(refused(&file, WRONG, NOW), Some(Refusal::Wrong));
    }
    assert_eq!(refused(&file, RIGHT, NOW + 1), None);
    assert_eq!(contents(&home)["wrong_tries"], 0);
    assert_eq!(file.wait_seconds(NOW + 1).unwrap(), 0);
}

#[test]
fn the_count_survives_a_restart() {
    let (home, file, _key) = with_key();
    tried(&home, 10, NOW);
    drop(file);
    let Home { temp, folder } = home;
    let path = folder.path().to_path_buf();
    drop(folder);
    let again = KeyFile::of(&DataFolder::hold(&path).unwrap());
    assert_eq!(refused(&again, RIGHT, NOW + 1), Some(Refusal::Wait { seconds: 127 }));
    drop(temp);
}

#[test]
fn a_clock_set_back_neither_shortens_the_wait_nor_makes_it_last() {
    let (home, file, _key) = with_key();
    tried(&home, 10, NOW);
    let back = NOW - 365 * 24 * 3600;
    assert_eq!(refused(&file, RIGHT, back), Some(Refusal::Wait { seconds: 128 }));
    assert_eq!(refused(&file, RIGHT, back + 100), Some(Refusal::Wait { seconds: 28 }));
    assert_eq!(refused(&file, RIGHT, back + 128), None, "not a year later");

    tried(&home, 10, u64::MAX);
    assert_eq!(file.wait_seconds(back).unwrap(), 128, "what is shown is what is waited");
    assert_eq!(file.wait_seconds(back + 127).unwrap(), 1);
    assert_eq!(refused(&file, RIGHT, back + 128), None);
}

#[test]
fn a_file_with_any_field_changed_does_not_open() {
    let (home, file, _key) = with_key();
    let whole = contents(&home);
    let other_digit = |text: &str| {
        let last = if text.ends_with('0') { '1' } else { '0' };
        json!(format!("{}{last}", &text[..text.len() - 1]))
    };
    for field in ["salt", "nonce", "sealed"] {
        let mut changed = whole.clone();
        changed[field] = other_digit(whole[field].as_str().unwrap());
        put(&home, &changed);
        assert_eq!(refused(&file, RIGHT, NOW), Some(Refusal::Wrong), "{field}");
    }
    for (field, value) in [("memory_kib", 20 * 1024), ("passes", 3), ("lanes", 2)] {
        let mut changed = whole.clone();
        changed[field] = json!(value);
        put(&home, &changed);
        assert_eq!(refused(&file, RIGHT, NOW), Some(Refusal::Wrong), "{field}");
    }
    put(&home, &whole);
    assert_eq!(refused(&file, RIGHT, NOW), None);
}

#[test]
fn a_cost_that_weakens_or_exhausts_is_refused_untried() {
    let (home, file, _key) = with_key();
    let whole = contents(&home);
    for (field, value) in
        [("memory_kib", 8), ("memory_kib", u32::MAX), ("passes", 0), ("lanes", 99)]
    {
        let mut changed = whole.clone();
        changed[field] = json!(value);
        put(&home, &changed);
        let error = file.open(RIGHT, NOW).unwrap_err();
        assert!(matches!(error, Error::Seal(eighteen_seal::Error::Cost)), "{field}: {error:?}");
        assert_eq!(contents(&home)["wrong_tries"], 0, "it was no try");
    }
}

#[test]
fn what_is_no_key_file_is_said_to_be_none() {
    let (home, file, _key) = with_key();
    let whole = contents(&home);
    let with = |field: &str, value: Value| {
        let mut changed = whole.clone();
        changed[field] = value;
        changed.to_string()
    };
    let mut without = whole.clone();
    without.as_object_mut().unwrap().remove("salt");
    let twice = whole.to_string().replacen('{', r#"{"lanes":1,"#, 1);
    let broken = [
        String::new(),
        "not JSON".to_owned(),
        "[]".to_owned(),
        whole.to_string()[..200].to_owned(),
        without.to_string(),
        twice,
        with("format", json!(2)),
        with("more", json!(1)),
        with("passes", json!("2")),
        with("passes", json!(-1)),
        with("memory_kib", json!(1e300)),
        with("salt", json!("xyz")),
        with("salt", json!("00")),
        with("salt", json!(format!("+f{}", &whole["salt"].as_str().unwrap()[2..]))),
        with("nonce", json!("ä".repeat(24))),
        with("nonce", json!("0")),
        with("sealed", json!("0g")),
    ];
    for text in broken {
        fs::write(home.path("trainer.key"), &text).unwrap();
        let error = file.open(RIGHT, NOW).unwrap_err();
        assert!(matches!(error, Error::KeyFile { .. }), "{text}: {error:?}");
        assert_eq!(fs::read_to_string(home.path("trainer.key")).unwrap(), text, "and stays");
    }
    let short = with("sealed", json!(""));
    fs::write(home.path("trainer.key"), short).unwrap();
    assert_eq!(
        refused(&file, RIGHT, NOW),
        Some(Refusal::Wrong),
        "as any sealed bytes but the right ones"
    );
}

#[test]
fn a_file_that_is_not_there_is_an_error_and_no_refusal() {
    let home = Home::new();
    let file = KeyFile::of(&home.folder);
    assert!(matches!(file.open(RIGHT, NOW), Err(Error::Io { .. })));
    assert!(matches!(file.wait_seconds(NOW), Err(Error::Io { .. })));
}

#[test]
fn a_recovery_code_opens_the_key_once_and_a_new_passphrase_takes_the_place_of_the_old() {
    let (home, file, key) = with_key();
    assert!(!file.has_recovery().unwrap());
    let code = RecoveryCode::random().unwrap();
    file.keep_recovery(&key, None, &code, CHEAP).unwrap();
    assert!(file.has_recovery().unwrap());
    assert_eq!(refused(&file, RIGHT, NOW), None, "the passphrase still opens it");
    let text = fs::read_to_string(home.path("trainer.key")).unwrap();
    assert!(code.words().split(' ').all(|word| !text.contains(word)));
    let opened = file.recover(&code, "chosen anew by us", CHEAP, NOW).unwrap().unwrap();
    assert_eq!(*opened.hex(), *key.hex());
    assert_eq!(refused(&file, RIGHT, NOW), Some(Refusal::Wrong));
    assert_eq!(refused(&file, "chosen anew by us", NOW), None);
    assert!(!file.has_recovery().unwrap(), "a code opens once");
    assert!(matches!(file.recover(&code, RIGHT, CHEAP, NOW), Err(Error::KeyFile { .. })));
}

#[test]
fn another_code_voids_the_one_before_and_wrong_ones_are_counted() {
    let (home, file, key) = with_key();
    let [old, new] = [(); 2].map(|()| RecoveryCode::random().unwrap());
    file.keep_recovery(&key, None, &old, CHEAP).unwrap();
    file.keep_recovery(&key, None, &new, CHEAP).unwrap();
    let try_old = || file.recover(&old, "chosen anew by us", CHEAP, NOW).unwrap().err();
    for _ in 0..3 {
        assert_eq!(try_old(), Some(Refusal::Wrong));
    }
    assert_eq!(contents(&home)["wrong_tries"], 3);
    assert_eq!(try_old(), Some(Refusal::Wait { seconds: 1 }));
    assert_eq!(refused(&file, RIGHT, NOW + 1), None, "nothing was changed by them");
    assert!(file.recover(&new, "chosen anew by us", CHEAP, NOW + 1).unwrap().is_ok());
}

#[test]
fn what_was_agreed_holds_for_the_recovery_code_too() {
    let home = Home::new();
    let file = KeyFile::of(&home.folder);
    let key = file.create_for_groups(RIGHT, CHEAP, 8).unwrap();
    let code = RecoveryCode::random().unwrap();
    let edited = |group: Value| {
        let mut edited = contents(&home);
        edited["smallest_group"] = group;
        edited
    };
    let made = contents(&home);
    put(&home, &edited(Value::Null));
    let refused = file.keep_recovery(&key, Some(8), &code, CHEAP).unwrap_err();
    assert!(matches!(refused, Error::KeyFile { .. }), "an edited file is not confirmed");
    put(&home, &made);
    file.keep_recovery(&key, Some(8), &code, CHEAP).unwrap();
    let made = contents(&home);
    for other in [json!(5), Value::Null] {
        put(&home, &edited(other));
        let refused = file.recover(&code, "chosen anew by us", CHEAP, NOW).unwrap().err();
        assert_eq!(refused, Some(Refusal::Wrong));
    }
    put(&home, &made);
    file.recover(&code, "chosen anew by us", CHEAP, NOW).unwrap().unwrap();
    assert_eq!(file.smallest_group().unwrap(), Some(8));
}

#[test]
fn one_way_in_never_stands_for_the_other() {
    let (home, file, key) = with_key();
    let code = RecoveryCode::random().unwrap();
    file.keep_recovery(&key, None, &code, CHEAP).unwrap();
    let mut swapped = contents(&home);
    for field in ["memory_kib", "passes", "lanes", "salt", "nonce", "sealed"] {
        swapped[field] = swapped["recovery"][field].clone();
    }
    put(&home, &swapped);
    assert_eq!(refused(&file, &code.words(), NOW), Some(Refusal::Wrong));
}
