//! Other accounts of this computer read nothing.

#![cfg(unix)]

use std::{
    fs,
    os::unix::fs::{MetadataExt as _, PermissionsExt as _},
    path::Path,
    process::Command,
};

use eighteen_seal::{Cost, StoreKey};
use eighteen_store::{DataFolder, KeyFile, Kind};

use crate::builders::{Home, all_answers, ready};

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// Whether another account can read a file; none when this one cannot become another.
fn others_read(path: &Path) -> Option<bool> {
    let tried = Command::new("setpriv")
        .args(["--reuid=65534", "--regid=65534", "--clear-groups", "cat"])
        .arg(path)
        .output();
    match tried {
        Ok(output) => Some(output.status.success()),
        Err(error) => {
            println!("not tested: no setpriv here ({error})");
            None
        }
    }
}

#[test]
fn the_folder_is_made_for_its_owner_only() {
    let temp = tempfile::tempdir().unwrap();
    let folder = DataFolder::hold(&temp.path().join("a/b/data")).unwrap();
    assert_eq!(mode(folder.path()), 0o700);
}

#[test]
fn a_folder_that_was_open_to_others_is_closed_to_them() {
    let temp = tempfile::tempdir().unwrap();
    for open in [0o755, 0o777, 0o750, 0o701] {
        let path = temp.path().join(format!("{open:o}"));
        fs::create_dir(&path).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(open)).unwrap();
        DataFolder::hold(&path).unwrap();
        assert_eq!(mode(&path), 0o700);
    }
}

#[test]
fn another_account_reads_no_file_of_the_folder() {
    let home = Home::new();
    if fs::metadata(home.temp.path()).unwrap().uid() != 0 {
        return println!("not tested: only the administrator can act as another account");
    }
    // The temporary folder itself is private; opened, only the data folder is in the way.
    fs::set_permissions(home.temp.path(), fs::Permissions::from_mode(0o755)).unwrap();
    ready(&home.learners());
    fs::write(home.path("learner.db"), "damaged").unwrap();
    drop(home.open(Kind::Learner, "20261123T080000Z").unwrap());
    KeyFile::of(&home.folder)
        .create("a passphrase of ours", Cost { memory_kib: 19 * 1024, passes: 2, lanes: 1 })
        .unwrap();
    let key = StoreKey::random().unwrap();
    drop(home.store(Kind::Trainer(&key)));
    let learners = home.open(Kind::Learner, "20261124T080000Z").unwrap().store;
    let trainers = home.open(Kind::Trainer(&key), "20261124T080000Z").unwrap().store;
    crate::builders::write(&learners, |writer| writer.set_setting("a", "b"));
    crate::builders::write(&trainers, |writer| writer.set_setting("a", "b"));

    let names: Vec<String> = crate::raw::bytes(home.folder.path()).into_keys().collect();
    for part in ["learner.db", "-wal", "-shm", ".damaged-", "trainer.key", "backups/", ".lock"] {
        assert!(names.iter().any(|name| name.contains(part)), "{part} is among {names:?}");
    }
    for name in &names {
        if let Some(reads) = others_read(&home.path(name)) {
            assert!(!reads, "{name}");
        }
    }
    let control = home.temp.path().join("control");
    fs::write(&control, "readable").unwrap();
    fs::set_permissions(&control, fs::Permissions::from_mode(0o644)).unwrap();
    assert_ne!(others_read(&control), Some(false), "the other account can read at all");
    assert_eq!(all_answers(&learners), []);
}
