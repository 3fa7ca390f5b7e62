//! A policy that lies beside the data of an account: it counts when a key that is trusted there signed it, and otherwise
//! nothing of it does.

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use eighteen_app::{
    App, Course, ErrorCode, MayWrite, Rules,
    packs::{self, ThisComputer},
    sign_policy, verify_policy,
    wire::{packs::ForgetKey, settings::LockedSetting, trainer::Passphrase},
};
use eighteen_testkit::SaveTo;

use crate::{
    packs::{PASSPHRASE, hand_over, key, small, version},
    support::Folder,
};

fn policy(number: u32, more: &str) -> String {
    format!("format = 1\nnumber = {number}\norganisation = \"Northwind Freight\"\n{more}")
}

const LOCKED: &str = "[packs]\ninstall = [\"v2.e18p\"]\n[settings]\nlocked = [\"packs\"]\n";

/// Where it lies.
fn place(folder: &Folder) -> PathBuf {
    folder.data().join("policy/policy.toml")
}

/// Lays a policy beside the data, signed by this key.
fn lay(folder: &Folder, text: &str, by: &str) {
    let place = place(folder);
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(&place, text).unwrap();
    sign_policy(&place, &key(by, "org.key"), PASSPHRASE).unwrap();
}

fn trusting(folder: &Folder) -> ThisComputer {
    let mut here = ThisComputer::at(&folder.data()).unwrap();
    here.trust(&key("acme", "org.pub"), "Acme Security").unwrap();
    here
}

fn app(folder: &Folder) -> App {
    app_beside(folder, &folder.dir.path().join("no administrator"))
}

fn app_beside(folder: &Folder, administrators: &Path) -> App {
    App::open_under(
        Rules::here(administrators, MayWrite::Anybody, &folder.data()),
        &folder.data(),
        Box::new(SaveTo::nowhere()),
        Box::new(folder.clock.clone()),
        Course::from_files(&small()),
    )
}

/// Why it does not count, after it was seen that nothing of it does.
fn why_not(folder: &Folder) -> String {
    let app = app(folder);
    let shown = app.policy().unwrap();
    assert_eq!((shown.organisation.as_str(), shown.signed_by), ("", None));
    assert!(shown.locked.is_empty() && shown.learner_days.is_none(), "nothing of it counts");
    assert_eq!(app.startup().unwrap().course.version, 1, "nothing was installed");
    let store = app.create_trainer_store(Passphrase { passphrase: PASSPHRASE.to_owned() });
    assert_eq!(store.unwrap_err().code, ErrorCode::PolicyUnread);
    assert_eq!(shown.problems.len(), 1, "{:?}", shown.problems);
    shown.problems[0].message.clone()
}

#[test]
fn a_policy_counts_when_a_trusted_key_signed_it_and_brings_its_packs() {
    let folder = Folder::new();
    let pack = hand_over(&folder, "v2", &version(2));
    drop(trusting(&folder));
    lay(&folder, &policy(1, LOCKED), "acme");
    fs::copy(&pack, place(&folder).with_file_name("v2.e18p")).unwrap();
    let (words, number) = verify_policy(&place(&folder), &key("acme", "org.pub")).unwrap();
    let app = app(&folder);
    let shown = app.policy().unwrap();
    assert_eq!((shown.organisation.as_str(), shown.problems.len()), ("Northwind Freight", 0));
    let signer = shown.signed_by.unwrap();
    assert_eq!((signer.name.as_str(), signer.words, number), ("Acme Security", words, 1));
    assert_eq!(shown.locked, [LockedSetting::Packs]);
    assert_eq!(app.startup().unwrap().course.version, 2, "its pack is installed and taught");
    let hex = app.packs().unwrap().keys[0].signer.hex.clone();
    assert_eq!(app.forget_key(ForgetKey { hex }).unwrap_err().code, ErrorCode::PolicyForbids);
}

#[test]
fn an_administrators_folder_comes_first_whatever_lies_in_it() {
    let folder = Folder::new();
    drop(trusting(&folder));
    lay(&folder, &policy(1, ""), "acme");
    let administrators = folder.dir.path().join("etc");
    fs::create_dir_all(&administrators).unwrap();
    let file = administrators.join("policy.toml");
    fs::write(&file, "format = 1\norganisation = \"Southwind\"\n").unwrap();
    let shown = app_beside(&folder, &administrators).policy().unwrap();
    assert_eq!((shown.organisation.as_str(), shown.signed_by), ("Southwind", None));
    fs::write(&file, "format = 9\n").unwrap();
    let shown = app_beside(&folder, &administrators).policy().unwrap();
    assert_eq!((shown.organisation.as_str(), shown.problems.len()), ("", 2), "{shown:?}");
}

#[test]
fn a_policy_that_nobody_trusted_signed_or_that_was_changed_settles_nothing() {
    let folder = Folder::new();
    lay(&folder, &policy(1, LOCKED), "acme");
    assert!(why_not(&folder).contains("nobody here trusts the key"));
    let mut here = trusting(&folder);
    lay(&folder, &policy(1, LOCKED), "next");
    assert!(why_not_beside(&mut here, &folder).contains("nobody here trusts the key"));
    drop(here);
    lay(&folder, &policy(1, ""), "acme");
    fs::write(place(&folder), policy(1, "[retention]\nlearner-days = 30\n")).unwrap();
    assert!(why_not(&folder).contains("changed after signing"));
    let signature = place(&folder).with_file_name("policy.toml.minisig");
    fs::write(&signature, "trusted comment: x\n").unwrap();
    assert!(why_not(&folder).contains("no file of minisign"));
    fs::remove_file(&signature).unwrap();
    assert!(why_not(&folder).contains("nobody signed it"));
    let refused = |text: &str| {
        fs::write(place(&folder), text).unwrap();
        sign_policy(&place(&folder), &key("acme", "org.key"), PASSPHRASE).unwrap_err().to_string()
    };
    assert!(refused("format = 1\norganisation = \"N\"\n").contains("number"));
    let keys = "[[trust.key]]\nname = \"Eve\"\npublic = \"RWQ=\"\n";
    assert!(refused(&policy(1, keys)).contains("trusts no key"));
    assert!(!signature.exists(), "what is not sound is not signed");
}

/// The same while the record of trust is held open, which the look at a policy does not need.
fn why_not_beside(here: &mut ThisComputer, folder: &Folder) -> String {
    assert_eq!(here.keys().len(), 1);
    let rules = Rules::here(Path::new("nowhere"), MayWrite::Anybody, &folder.data());
    rules.problems()[0].message.clone()
}

#[test]
fn a_policy_goes_with_its_key() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let folder = Folder::new();
    drop(trusting(&folder));
    lay(&folder, &policy(1, ""), "acme");
    let change = folder.dir.path().join("change.e18s");
    let next = key("next", "org.pub");
    packs::change_key(&key("acme", "org.key"), &next, PASSPHRASE, day, &change).unwrap();
    ThisComputer::at(&folder.data()).unwrap().take(&change).unwrap();
    assert!(why_not(&folder).contains("another key took the place"));
    lay(&folder, &policy(1, ""), "next");
    assert_eq!(app(&folder).policy().unwrap().organisation, "Northwind Freight");
    let gone = folder.dir.path().join("gone.e18s");
    packs::revoke_key(&key("next", "org.key"), None, PASSPHRASE, day, &gone).unwrap();
    ThisComputer::at(&folder.data()).unwrap().take(&gone).unwrap();
    assert!(why_not(&folder).contains("was revoked"));
}

#[test]
fn an_older_policy_does_not_come_back() {
    let folder = Folder::new();
    drop(trusting(&folder));
    for number in [4, 5, 5] {
        lay(&folder, &policy(number, ""), "acme");
        assert!(app(&folder).policy().unwrap().problems.is_empty(), "{number}");
    }
    lay(&folder, &policy(4, ""), "acme");
    assert!(why_not(&folder).contains("its number is 4, and 5 was here before"));
    fs::remove_dir_all(place(&folder).parent().unwrap()).unwrap();
    assert!(app(&folder).policy().unwrap().place.is_none(), "taken away, there is none");
    lay(&folder, &policy(4, ""), "acme");
    assert!(why_not(&folder).contains("5 was here before"), "and the number is not forgotten");
}
