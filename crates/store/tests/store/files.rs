//! The data folder's lock, and files that are whole or absent.

use std::{fs, process::Stdio};

use eighteen_store::{DataFolder, Error, Kind, Store, write_beside};

use crate::{
    builders::{Home, STAMP, all_answers, learners, ready},
    child,
};

#[test]
fn a_second_process_is_refused_until_the_first_one_ends() {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path().join("data");
    let (first, _said) = child::start("hold", &folder);
    for _ in 0..3 {
        let refused = DataFolder::hold(&folder);
        assert!(matches!(refused, Err(Error::Busy { .. })), "{refused:?}");
    }
    drop(first);
    let held = DataFolder::hold(&folder).unwrap();
    assert_eq!(held.path(), folder);
    let second = child::command(&[], "hold", &folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(!second.success(), "and the other way round");
}

#[test]
fn the_folder_is_held_once_within_a_process_too() {
    let home = Home::new();
    assert!(matches!(DataFolder::hold(home.folder.path()), Err(Error::Busy { .. })));
    let Home { temp, folder } = home;
    let path = folder.path().to_path_buf();
    drop(folder);
    DataFolder::hold(&path).unwrap();
    drop(temp);
}

#[test]
fn another_program_that_holds_the_file_makes_a_write_busy_and_not_wrong() {
    let (home, store) = learners();
    ready(&store);
    let raw = crate::raw::connect(&home.path("learner.db"), None);
    raw.execute_batch("BEGIN IMMEDIATE").unwrap();
    let refused = store.write(|writer| writer.add_learner("l9", STAMP));
    assert!(matches!(refused, Err(Error::Busy { .. })), "{refused:?}");
    raw.execute_batch("ROLLBACK").unwrap();
    store.write(|writer| writer.add_learner("l9", STAMP)).unwrap();
}

#[test]
fn another_program_that_holds_a_store_with_a_log_makes_opening_busy_and_changes_nothing() {
    let (home, store) = learners();
    ready(&store);
    let other = Home::new();
    crate::raw::copy_as_it_is(&home.path("learner.db"), &other.path("learner.db"));
    let raw = crate::raw::connect(&other.path("learner.db"), None);
    let count = || raw.query_row("SELECT count(*) FROM items", [], |row| row.get::<_, u32>(0));
    assert_eq!(count(), Ok(2));
    let files = |name: &str| fs::read(other.path(name)).unwrap();
    let before = (files("learner.db"), files("learner.db-wal"));
    let refused = other.open(Kind::Learner, STAMP).unwrap_err();
    assert!(matches!(refused, Error::Busy { .. }), "{refused:?}");
    assert_eq!((files("learner.db"), files("learner.db-wal")), before);
    assert_eq!(count(), Ok(2), "and the other program goes on");
}

#[test]
fn another_program_that_looks_and_leaves_takes_nothing_with_it() {
    let (home, store) = learners();
    ready(&store);
    // The store copied itself while open: a process that opens and closes its own file by other means
    // would have lost its locks, and the last one to close would take the log away.
    drop(store);
    let store = home.open(Kind::Learner, "20261123T080000Z").unwrap().store;
    crate::builders::give_answers(&store, 0, 5);
    let looked = std::process::Command::new("sqlite3")
        .arg(home.path("learner.db"))
        .arg("SELECT count(*) FROM answers")
        .output();
    match looked {
        Ok(output) => assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "5"),
        Err(error) => return println!("not tested: no sqlite3 program here ({error})"),
    }
    assert!(home.path("learner.db-wal").exists(), "the log of an open store stays");
    crate::builders::give_answers(&store, 5, 5);
    drop(store);
    assert_eq!(all_answers(&home.learners()).len(), 10);
}

#[test]
fn a_kill_at_any_moment_loses_no_acknowledged_answer() {
    kills(20);
}

#[test]
#[ignore = "minutes: the same a thousand times"]
fn a_thousand_kills_lose_no_acknowledged_answer() {
    kills(1_000);
}

fn kills(rounds: usize) {
    let home = Home::new();
    ready(&home.learners());
    let Home { temp, folder } = home;
    let path = folder.path().to_path_buf();
    drop(folder);
    for round in 0..rounds {
        let (process, mut said) = child::start("answer", &path);
        let some = said.nth(3 * round % 60);
        std::thread::sleep(std::time::Duration::from_micros(137 * (round % 60) as u64));
        drop(process);
        let last = some.into_iter().chain(said).map(|word| word.parse::<u32>().unwrap()).last();
        let acknowledged = last.unwrap() + 1;
        let folder = DataFolder::hold(&path).unwrap();
        let opened = Store::open(&folder, Kind::Learner, STAMP).unwrap();
        assert_eq!(opened.damage, None);
        let kept = all_answers(&opened.store);
        assert!(kept.len() >= acknowledged as usize, "{} of {acknowledged}", kept.len());
        for (number, row) in (0..).zip(&kept) {
            assert_eq!(row.answer, crate::builders::numbered(number));
        }
    }
    drop(temp);
}

#[test]
fn a_file_is_written_whole_in_place_of_another() {
    let temp = tempfile::tempdir().unwrap();
    let path = temp.path().join("report.csv");
    for bytes in ["long before", "short", ""] {
        write_beside(&path, bytes.as_bytes()).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), bytes);
    }
    assert_eq!(crate::raw::bytes(temp.path()).len(), 1, "nothing else is left");
}

#[test]
fn a_file_that_cannot_be_placed_leaves_nothing_behind() {
    let temp = tempfile::tempdir().unwrap();
    let taken = temp.path().join("taken");
    fs::create_dir(&taken).unwrap();
    fs::write(taken.join("inside"), "kept").unwrap();
    let before = crate::raw::bytes(temp.path());
    let failed = write_beside(&taken, b"bytes");
    assert!(matches!(failed, Err(Error::Io { .. })), "{failed:?}");
    let nowhere = write_beside(&temp.path().join("no folder/file"), b"bytes");
    assert!(matches!(nowhere, Err(Error::Io { .. })), "{nowhere:?}");
    assert_eq!(crate::raw::bytes(temp.path()), before);
}
