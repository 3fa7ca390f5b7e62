//! Files and folders that cannot be written: said, and nothing else happens.

#![cfg(target_os = "linux")]

use std::{path::Path, process::Command};

use eighteen_store::{DataFolder, Error, KeyFile, Kind, write_beside};

use crate::{
    builders::{Home, all_answers, give_answers, ready},
    child, raw,
};

/// Runs a command of the administrator; says why when it could not be.
pub(crate) fn as_administrator(program: &str, arguments: &[&str], path: &Path) -> bool {
    let ran = Command::new(program).args(arguments).arg(path).output();
    match ran {
        Ok(output) if output.status.success() => true,
        Ok(output) => {
            println!("not tested: {program} says {}", String::from_utf8_lossy(&output.stderr));
            false
        }
        Err(error) => {
            println!("not tested: {program} does not run ({error})");
            false
        }
    }
}

/// A file that nobody can write until this is dropped. Permissions would not do: root ignores them.
struct Immutable<'a>(&'a Path);

impl<'a> Immutable<'a> {
    fn new(path: &'a Path) -> Option<Self> {
        as_administrator("chattr", &["+i"], path).then_some(Self(path))
    }
}

impl Drop for Immutable<'_> {
    fn drop(&mut self) {
        as_administrator("chattr", &["-i"], self.0);
    }
}

/// A folder mounted over itself, read-only until this is dropped.
struct ReadOnlyMount<'a>(&'a Path);

impl<'a> ReadOnlyMount<'a> {
    fn new(path: &'a Path) -> Option<Self> {
        let text = path.to_str().unwrap();
        if !as_administrator("mount", &["--bind", text], path) {
            return None;
        }
        let mount = Self(path);
        as_administrator("mount", &["-o", "remount,ro,bind"], path).then_some(mount)
    }
}

impl Drop for ReadOnlyMount<'_> {
    fn drop(&mut self) {
        as_administrator("umount", &["-l"], self.0);
    }
}

fn with_answers() -> Home {
    let home = Home::new();
    let store = home.learners();
    ready(&store);
    give_answers(&store, 0, 3);
    home
}

#[test]
fn a_file_that_cannot_be_written_is_refused_as_such_and_stays() {
    let home = with_answers();
    let before = raw::bytes(home.folder.path());
    {
        let file = home.path("learner.db");
        let Some(_locked) = Immutable::new(&file) else { return };
        let refused = home.open(Kind::Learner, "20261123T080000Z").unwrap_err();
        assert!(matches!(refused, Error::ReadOnly { .. }), "{refused:?}");
    }
    assert_eq!(raw::bytes(home.folder.path()), before);
    assert_eq!(all_answers(&home.learners()).len(), 3, "and works again when it can be");
}

#[test]
fn a_file_with_a_log_that_cannot_be_written_is_refused_as_such_and_stays() {
    let home = with_answers();
    let store = home.learners();
    give_answers(&store, 3, 2);
    let other = Home::new();
    raw::copy_as_it_is(&home.path("learner.db"), &other.path("learner.db"));
    let before = raw::bytes(other.folder.path());
    for part in ["learner.db", "learner.db-wal"] {
        let file = other.path(part);
        let Some(_locked) = Immutable::new(&file) else { return };
        let refused = other.open(Kind::Learner, "20261123T080000Z").unwrap_err();
        assert!(matches!(refused, Error::ReadOnly { .. }), "{part}: {refused:?}");
        let mut after = raw::bytes(other.folder.path());
        // Only an index of the log, which is made anew whenever the file is opened.
        after.remove("learner.db-shm");
        assert_eq!(after, before, "{part}");
    }
    assert_eq!(all_answers(&other.learners()).len(), 5);
}

#[test]
fn a_folder_that_takes_no_new_files_is_refused_as_such() {
    let home = with_answers();
    let before = raw::bytes(home.folder.path());
    {
        let Some(_locked) = Immutable::new(home.folder.path()) else { return };
        let refused = home.open(Kind::Learner, "20261123T080000Z").unwrap_err();
        assert!(matches!(refused, Error::ReadOnly { .. }), "{refused:?}");
        let failed = write_beside(&home.path("report.csv"), b"bytes");
        assert!(matches!(failed, Err(Error::ReadOnly { .. })), "{failed:?}");
        let key = KeyFile::of(&home.folder).create(
            "a passphrase of ours",
            eighteen_seal::Cost { memory_kib: 19 * 1024, passes: 2, lanes: 1 },
        );
        assert!(matches!(key, Err(Error::ReadOnly { .. })), "{key:?}");
    }
    assert_eq!(raw::bytes(home.folder.path()), before);
}

#[test]
fn a_folder_on_a_read_only_file_system_is_refused_as_such() {
    let Home { temp, folder } = with_answers();
    let path = folder.path().to_path_buf();
    drop(folder);
    let before = raw::bytes(&path);
    {
        let Some(_mounted) = ReadOnlyMount::new(&path) else { return };
        let refused = DataFolder::hold(&path);
        assert!(matches!(refused, Err(Error::ReadOnly { .. })), "{refused:?}");
    }
    assert_eq!(raw::bytes(&path), before);
    drop(temp);
}

#[test]
fn a_limit_on_the_size_of_files_is_an_error_and_loses_nothing_acknowledged() {
    let Home { temp, folder } = with_answers();
    let path = folder.path().to_path_buf();
    drop(folder);
    for blocks in ["300", "400", "640"] {
        // The signal that the limit sends would end the process; ignored, the write fails instead.
        let limit = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
        let output = child::command(&["sh", "-c", &limit, "sh"], "answer", &path).output().unwrap();
        assert!(output.status.success(), "it ended of itself: {output:?}");
        let words: Vec<String> = child::words(output.stdout.as_slice()).collect();
        let refused = words.last().unwrap();
        assert!(refused.starts_with("refused"), "{refused}");
        let acknowledged: Vec<u32> = words.iter().filter_map(|word| word.parse().ok()).collect();
        assert!(!acknowledged.is_empty(), "the limit was met while answering");
        let home =
            Home { temp: tempfile::tempdir().unwrap(), folder: DataFolder::hold(&path).unwrap() };
        let kept = all_answers(&home.learners()).len();
        assert!(kept > *acknowledged.last().unwrap() as usize, "{kept}");
    }
    drop(temp);
}
