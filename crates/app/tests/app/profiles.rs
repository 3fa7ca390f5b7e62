//! Several accounts of one computer, profiles that travel, and profiles that cannot be written.

use std::{fs, path::Path, process::Command};

use chrono::Duration;
use eighteen_app::{App, ErrorCode, wire::learner::ChooseLearner};
use eighteen_testkit::{right_response, take_check};

use crate::{
    hostile::told,
    packs::files_of,
    results::{collect, copy_dir, learner, save, trainer, unlock},
    support::{Folder, MODULE, begin},
};

/// The learners that an app knows, by name.
fn learners(app: &App) -> Vec<String> {
    app.startup().unwrap().learners.into_iter().filter_map(|learner| learner.name).collect()
}

#[test]
fn accounts_of_one_computer_see_nothing_of_each_other() {
    let (maya, noor) = (Folder::new(), Folder::new());
    // Both at a time, as with two people who are signed in.
    let (hers, theirs) = (maya.app(), noor.app());
    begin(&hers, "Maya Okafor");
    begin(&theirs, "Noor Haddad");
    take_check(&hers, MODULE, right_response).unwrap();
    assert_eq!(
        (learners(&hers), learners(&theirs)),
        (vec!["Maya Okafor".into()], vec!["Noor Haddad".into()])
    );
    assert_eq!(theirs.home().unwrap().modules[0].steps_done, 0);
    drop((hers, theirs));
    for (folder, other) in [(&maya, "Noor"), (&noor, "Maya")] {
        for (path, bytes) in files_of(&folder.data()) {
            let found = bytes.windows(4).any(|four| four == other.as_bytes());
            assert!(!found, "{path} knows {other}");
        }
    }
}

#[test]
fn a_profile_that_travels_goes_on_where_it_was_and_nothing_is_told_of_it() {
    let (trainer, key_file) = trainer();
    let (here, key) = learner(&key_file, "Maya");
    let first = save(&here, &key, "1.e18r", |_| ());
    // The profile goes to another computer with its account, and comes back the next day.
    let there = Folder::new();
    there.clock.move_on(Duration::days(1));
    copy_dir(&here.data(), &there.data());
    let again = |app: &App| take_check(app, MODULE, right_response).map(drop).unwrap();
    let second = save(&there, &key, "2.e18r", again);
    fs::remove_dir_all(here.data()).unwrap();
    copy_dir(&there.data(), &here.data());
    here.clock.move_on(Duration::days(2));
    let third = save(&here, &key, "3.e18r", |app| {
        assert_eq!(learners(app), ["Maya"]);
        again(app);
    });
    let (looked, _) = collect(&trainer, vec![third, first, second]);
    assert!(looked.iter().all(|file| file.findings.is_empty()), "{looked:?}");
    let app = trainer.app();
    unlock(&app);
    assert_eq!(told(&app), "", "a journey is nothing to tell");
}

/// Makes everything of a folder such that nobody can change it, root included; says whether that can be had here.
fn frozen(folder: &Path, frozen: bool) -> bool {
    let sign = if frozen { "+i" } else { "-i" };
    Command::new("chattr")
        .args(["-R", sign])
        .arg(folder)
        .output()
        .is_ok_and(|out| out.status.success())
}

#[test]
fn a_profile_that_cannot_be_written_is_said_to_be_so_and_loses_nothing() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    take_check(&app, MODULE, right_response).unwrap();
    drop(app);
    let before = files_of(&folder.data());
    if !frozen(&folder.data(), true) {
        frozen(&folder.data(), false);
        return;
    }
    let app = folder.app();
    let refused = app.startup().unwrap_err();
    let learning = app.choose_learner(ChooseLearner { learner_id: None }).unwrap_err();
    drop(app);
    let after = files_of(&folder.data());
    assert!(frozen(&folder.data(), false));
    assert_eq!((refused.code, learning.code), (ErrorCode::StoreReadOnly, ErrorCode::StoreReadOnly));
    let place = refused.path.unwrap_or_default();
    assert!(place.starts_with(&*folder.data().to_string_lossy()), "{place}");
    assert!(after == before, "not a byte is another");
    let app = folder.app();
    assert_eq!(learners(&app), ["Maya"], "when it can be written again, all is there");
}
