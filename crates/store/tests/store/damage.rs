//! Damaged files: every byte is kept under another name, and the newest sound copy takes their place.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use eighteen_seal::StoreKey;
use eighteen_store::{Damage, Error, Kind, Opened, Store};

use crate::{
    builders::{Home, all_answers, give_answers, person, read, ready, write},
    raw,
};

const DAMAGED: &str = "20261124T080000Z";

/// What a damaged store is tried on.
struct Case {
    home: Home,
    /// Rows of the newest sound copy; none without copies.
    in_copy: Option<usize>,
}

/// A store with 40 answers, copied when it had 30, with the last five in its log.
fn with_copies() -> Case {
    let home = without_copies().home;
    drop(home.open(Kind::Learner, "20261120T080000Z").unwrap());
    let store = home.open(Kind::Learner, "20261121T080000Z").unwrap().store;
    give_answers(&store, 30, 5);
    drop(store);
    leave_a_log(&home);
    Case { home, in_copy: Some(30) }
}

fn without_copies() -> Case {
    let home = Home::quick();
    let store = home.learners();
    ready(&store);
    give_answers(&store, 0, 30);
    drop(store);
    Case { home, in_copy: None }
}

/// Ends as a killed process would: with answers that stand in the log only.
fn leave_a_log(home: &Home) {
    let scratch = Home::quick();
    raw::copy_as_it_is(&home.path("learner.db"), &scratch.path("learner.db"));
    let store = scratch.learners();
    give_answers(&store, 35, 5);
    raw::copy_as_it_is(&scratch.path("learner.db"), &home.path("learner.db"));
}

/// Bytes of the files whose names begin like this, by what follows.
fn beginning(home: &Home, name: &str) -> BTreeMap<String, Vec<u8>> {
    raw::bytes(home.folder.path())
        .into_iter()
        .filter_map(|(found, bytes)| Some((found.strip_prefix(name)?.to_owned(), bytes)))
        .collect()
}

/// Opens a damaged store: it is set aside whole, what took its place works, and is sound next time.
fn set_aside(case: &Case) -> Damage {
    let home = &case.home;
    let before = beginning(home, "learner.db");
    let Opened { store, damage } = home.open(Kind::Learner, DAMAGED).unwrap();
    let damage = damage.unwrap();
    assert_eq!(damage.restored_from.is_some(), case.in_copy.is_some());
    assert_eq!(all_answers(&store).len(), case.in_copy.unwrap_or(0));

    let name = damage.set_aside.file_name().unwrap().to_str().unwrap().to_owned();
    assert_eq!(beginning(home, &name), before, "every byte of the file and its log is kept");
    work_on(&store);
    drop(store);
    let again = home.open(Kind::Learner, DAMAGED).unwrap();
    assert_eq!(again.damage, None);
    assert!(read(&again.store, |reader| reader.learner("after")).is_some());
    damage
}

fn work_on(store: &Store) {
    write(store, |writer| writer.add_learner("after", crate::builders::NOW));
}

fn overwrite(path: &Path, at: usize, with: &[u8]) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at..at + with.len()].copy_from_slice(with);
    fs::write(path, bytes).unwrap();
}

/// A way to damage a file, and what it does.
type Way = (&'static str, fn(&Path));

/// What is left by each of them has to be found damaged.
fn ways() -> Vec<Way> {
    vec![
        ("cut in half", |path| {
            let bytes = fs::read(path).unwrap();
            fs::write(path, &bytes[..bytes.len() / 2]).unwrap();
        }),
        ("cut within a page", |path| {
            let bytes = fs::read(path).unwrap();
            fs::write(path, &bytes[..bytes.len() / 4 * 3 - 100]).unwrap();
        }),
        ("cut to less than a header", |path| {
            fs::write(path, &fs::read(path).unwrap()[..50]).unwrap();
        }),
        ("a page of zeros", |path| overwrite(path, 2 * 4096, &[0; 4096])),
        ("the first page of zeros", |path| overwrite(path, 0, &[0; 4096])),
        ("nothing but zeros", |path| fs::write(path, vec![0; 50_000]).unwrap()),
        ("another first byte", |path| overwrite(path, 0, b"T")),
        ("another page size", |path| overwrite(path, 16, &[0x20])),
        ("another application's number", |path| overwrite(path, 68, &[0; 4])),
        ("empty", |path| fs::write(path, "").unwrap()),
        ("a text", |path| fs::write(path, "Dear Sir or Madam,\n".repeat(1_000)).unwrap()),
        ("another program's database", |path| {
            fs::remove_file(path).unwrap();
            raw::load(path, None, "CREATE TABLE meta (key, value); CREATE TABLE bookmarks (url);");
        }),
        ("another program's database with a number of its own", |path| {
            fs::remove_file(path).unwrap();
            let sql = "PRAGMA application_id = 252006674; PRAGMA user_version = 1;
                       CREATE TABLE meta (key, value); INSERT INTO meta VALUES ('min_reader', 1);";
            raw::load(path, None, sql);
        }),
        ("no table of its own", |path| {
            fs::remove_file(path).unwrap();
            let sql =
                "PRAGMA application_id = 825771129; PRAGMA user_version = 2; CREATE TABLE a (b)";
            raw::load(path, None, sql);
        }),
        ("a folder", |path| {
            fs::remove_file(path).unwrap();
            fs::create_dir(path).unwrap();
            fs::write(path.join("inside"), "kept").unwrap();
        }),
    ]
}

/// Sound to SQLite, and yet not what this crate made. Only on a plain file: they are made by SQL.
fn ways_by_sql() -> Vec<Way> {
    vec![
        ("a column of another name", |path| {
            let conn = raw::connect(path, None);
            conn.execute_batch("ALTER TABLE learners RENAME COLUMN name TO nama").unwrap();
        }),
        ("a column of another type", |path| {
            let conn = raw::connect(path, None);
            conn.execute_batch("DROP TABLE settings; CREATE TABLE settings (key TEXT, value INT)")
                .unwrap();
        }),
        ("a trigger of somebody else", |path| {
            let sql = "CREATE TRIGGER t AFTER INSERT ON answers BEGIN DELETE FROM answers; END";
            raw::connect(path, None).execute_batch(sql).unwrap();
        }),
        ("a view of somebody else", |path| {
            raw::connect(path, None).execute_batch("CREATE VIEW v AS SELECT 1").unwrap();
        }),
    ]
}

#[test]
fn every_kind_of_damage_is_set_aside_and_the_copy_takes_its_place() {
    for (how, damage) in ways().into_iter().chain(ways_by_sql()) {
        println!("{how}");
        let case = with_copies();
        damage(&case.home.path("learner.db"));
        let damage = set_aside(&case);
        let newest = case.home.path("backups/learner.db.20261121T080000Z");
        assert_eq!(damage.restored_from, Some(newest), "{how}");
    }
}

#[test]
fn without_a_copy_an_empty_store_takes_its_place_and_says_so() {
    for (how, damage) in ways().into_iter().chain(ways_by_sql()) {
        println!("{how}");
        let case = without_copies();
        damage(&case.home.path("learner.db"));
        set_aside(&case);
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_and_a_link_are_set_aside_and_never_followed() {
    use std::os::unix::fs::symlink;
    let outside = Home::quick();
    ready(&outside.learners());
    let target = outside.path("learner.db");
    let before = raw::bytes(outside.folder.path());
    let make_pipe = |path: &Path| {
        assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
    };
    let make_link = |path: &Path| symlink(&target, path).unwrap();
    let make_broken_link = |path: &Path| symlink("/nowhere/at/all", path).unwrap();
    let ways: [&dyn Fn(&Path); 3] = [&make_pipe, &make_link, &make_broken_link];
    for (number, way) in ways.into_iter().enumerate() {
        for case in [with_copies(), without_copies()] {
            let path = case.home.path("learner.db");
            fs::remove_file(&path).unwrap();
            way(&path);
            let opened = case.home.open(Kind::Learner, DAMAGED).unwrap();
            let damage = opened.damage.unwrap();
            assert_eq!(damage.restored_from.is_some(), case.in_copy.is_some(), "{number}");
            assert!(
                fs::symlink_metadata(damage.set_aside).unwrap().file_type().is_file().eq(&false)
            );
            assert!(fs::symlink_metadata(&path).unwrap().is_file());
            work_on(&opened.store);
        }
    }
    assert_eq!(raw::bytes(outside.folder.path()), before, "what the link led to is untouched");
    assert!(!Path::new("/nowhere").exists());
}

#[cfg(unix)]
#[test]
fn a_log_that_is_no_file_is_set_aside_with_its_store() {
    for part in ["-wal", "-shm"] {
        let case = without_copies();
        drop(case.home.open(Kind::Learner, "20261120T080000Z").unwrap());
        fs::create_dir(case.home.path(&format!("learner.db{part}"))).unwrap();
        let case = Case { in_copy: Some(30), ..case };
        let damage = set_aside(&case);
        assert!(PathBuf::from(format!("{}{part}", damage.set_aside.display())).is_dir());
    }
}

#[test]
fn a_damaged_copy_is_passed_over() {
    let case = with_copies();
    let newest = case.home.path("backups/learner.db.20261121T080000Z");
    overwrite(&newest, 2 * 4096, &[0; 4096]);
    fs::write(case.home.path("backups/learner.db.20261122T080000Z"), "no database").unwrap();
    fs::create_dir(case.home.path("backups/learner.db.20261123T080000Z")).unwrap();
    overwrite(&case.home.path("learner.db"), 0, b"T");
    let damage = set_aside(&case);
    let older = case.home.path("backups/learner.db.20261120T080000Z");
    assert_eq!(damage.restored_from, Some(older));
}

#[test]
fn two_damages_at_one_moment_are_both_kept() {
    let case = without_copies();
    let mut kept = Vec::new();
    for text in ["first", "second", "third"] {
        fs::write(case.home.path("learner.db"), text).unwrap();
        let damage = case.home.open(Kind::Learner, DAMAGED).unwrap().damage.unwrap();
        kept.push((damage.set_aside, text));
    }
    for (path, text) in kept {
        assert_eq!(fs::read_to_string(path).unwrap(), text);
    }
}

#[test]
fn a_missing_store_is_restored_when_there_was_one() {
    let case = with_copies();
    fs::remove_file(case.home.path("learner.db")).unwrap();
    let damage = set_aside(&case);
    assert!(damage.restored_from.is_some());

    let case = with_copies();
    for part in ["", "-wal"] {
        fs::remove_file(case.home.path(&format!("learner.db{part}"))).unwrap();
    }
    let opened = case.home.open(Kind::Learner, DAMAGED).unwrap();
    let damage = opened.damage.unwrap();
    assert_eq!(damage.set_aside, case.home.path("learner.db"), "where it should have been");
    assert_eq!(all_answers(&opened.store).len(), 30);
}

#[test]
fn a_start_that_was_ended_while_setting_aside_is_finished_by_the_next() {
    // The file was moved, its log was not.
    let case = with_copies();
    let log = fs::read(case.home.path("learner.db-wal")).unwrap();
    let moved = case.home.path("learner.db.damaged-20261123T080000Z");
    fs::rename(case.home.path("learner.db"), &moved).unwrap();
    let opened = case.home.open(Kind::Learner, DAMAGED).unwrap();
    let damage = opened.damage.unwrap();
    assert_eq!(all_answers(&opened.store).len(), 30);
    let kept = PathBuf::from(format!("{}-wal", damage.set_aside.display()));
    assert_eq!(fs::read(kept).unwrap(), log, "the log is not taken for the restored file's");

    // Everything was moved, and nothing took its place, with a copy and without.
    for case in [with_copies(), without_copies()] {
        let moved = case.home.path("learner.db.damaged-20261123T080000Z");
        for part in ["-wal", ""] {
            let from = case.home.path(&format!("learner.db{part}"));
            let _ = fs::rename(from, format!("{}{part}", moved.display()));
        }
        let opened = case.home.open(Kind::Learner, DAMAGED).unwrap();
        let damage = opened.damage.unwrap();
        assert_eq!(damage.set_aside, moved, "never a silent empty store");
        assert_eq!(all_answers(&opened.store).len(), case.in_copy.unwrap_or(0));
        drop(opened.store);
        assert_eq!(case.home.open(Kind::Learner, DAMAGED).unwrap().damage, None, "said once");
    }
}

#[test]
fn a_start_that_was_ended_while_making_the_store_leaves_nothing_to_say() {
    let home = Home::quick();
    for part in ["", "-wal", "-shm"] {
        fs::write(home.path(&format!(".learner.db.new{part}")), "half of it").unwrap();
    }
    let opened = home.open(Kind::Learner, DAMAGED).unwrap();
    assert_eq!(opened.damage, None);
    work_on(&opened.store);
    drop(opened);
    let names: Vec<String> = raw::bytes(home.folder.path()).into_keys().collect();
    assert_eq!(names, ["eighteen.lock", "learner.db"]);
}

#[test]
fn leftovers_of_the_log_are_cleared_by_what_the_log_says_of_itself() {
    for (how, log) in [
        ("empty", Vec::new()),
        ("shorter than a header", vec![0x37; 20]),
        ("zeros", vec![0; 40_000]),
        ("a text", b"nonsense".repeat(5_000)),
    ] {
        let case = without_copies();
        fs::write(case.home.path("learner.db-wal"), log).unwrap();
        fs::write(case.home.path("learner.db-shm"), vec![0xff; 32_768]).unwrap();
        let opened = case.home.open(Kind::Learner, "20261122T173000Z").unwrap();
        assert_eq!(opened.damage, None, "{how}: not a log of this file, and no part of it");
        assert_eq!(all_answers(&opened.store).len(), 30, "{how}");
    }
}

#[test]
fn a_log_cut_anywhere_gives_the_answers_before_the_cut() {
    let case = with_copies();
    let log = fs::read(case.home.path("learner.db-wal")).unwrap();
    let main = fs::read(case.home.path("learner.db")).unwrap();
    let mut last = 0;
    for length in (0..=log.len()).step_by(512) {
        let home = Home::quick();
        fs::write(home.path("learner.db"), &main).unwrap();
        fs::write(home.path("learner.db-wal"), &log[..length]).unwrap();
        let opened = home.open(Kind::Learner, DAMAGED).unwrap();
        assert_eq!(opened.damage, None, "cut at {length}");
        let answers = all_answers(&opened.store);
        for (number, row) in (0..).zip(&answers) {
            assert_eq!(row.answer, crate::builders::numbered(number));
        }
        assert!(answers.len() >= last, "a longer log never gives less");
        last = answers.len();
    }
    assert!(last > 35);
}

/// A trainer's store with one person, opened on two days, so that there is a copy.
fn trainers() -> (Home, StoreKey) {
    let home = Home::quick();
    let key = StoreKey::random().unwrap();
    let store = home.open(Kind::Trainer(&key), "20261120T080000Z").unwrap().store;
    write(&store, |writer| writer.put_person(&person("1", Some("Ada"))));
    (home, key)
}

#[test]
fn a_damaged_trainers_store_is_restored_from_its_copy() {
    for (how, damage) in ways() {
        println!("{how}");
        let (home, key) = trainers();
        drop(home.open(Kind::Trainer(&key), "20261121T080000Z").unwrap());
        damage(&home.path("trainer.db"));
        let opened = home.open(Kind::Trainer(&key), DAMAGED).unwrap();
        assert!(opened.damage.unwrap().restored_from.is_some(), "{how}");
        assert_eq!(read(&opened.store, |reader| reader.people()).len(), 1);
    }
}

#[test]
fn a_damaged_trainers_store_without_a_copy_is_set_aside_or_refused_and_never_silent() {
    for (how, damage) in ways() {
        let (home, key) = trainers();
        damage(&home.path("trainer.db"));
        let before = raw::bytes(home.folder.path());
        match home.open(Kind::Trainer(&key), DAMAGED) {
            Ok(opened) => assert_eq!(opened.damage.unwrap().restored_from, None, "{how}"),
            Err(Error::Damaged { .. }) => {
                assert_eq!(raw::bytes(home.folder.path()), before, "{how}: refused untouched");
            }
            Err(other) => panic!("{how}: {other:?}"),
        }
    }
}

#[test]
fn a_trainers_store_that_may_only_have_another_key_is_never_replaced_by_an_empty_one() {
    let (home, key) = trainers();
    overwrite(&home.path("trainer.db"), 0, b"T");
    let before = raw::bytes(home.folder.path());
    let refused = home.open(Kind::Trainer(&key), DAMAGED).unwrap_err();
    assert!(matches!(refused, Error::Damaged { .. }), "{refused:?}");
    assert_eq!(raw::bytes(home.folder.path()), before);
}

#[test]
fn a_damaged_page_of_a_trainers_store_without_a_copy_is_set_aside() {
    let (home, key) = trainers();
    overwrite(&home.path("trainer.db"), 2 * 4096 + 7, b"T");
    let opened = home.open(Kind::Trainer(&key), DAMAGED).unwrap();
    assert_eq!(opened.damage.unwrap().restored_from, None);
    assert_eq!(read(&opened.store, |reader| reader.people()), []);
}
