//! Damaged files: every byte is kept under another name, and the newest sound copy takes their place.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use eighteen_store::{Damage, Error, Kind, Opened, Store};

use crate::{
    builders::{Home, all_answers, give_answers, read, ready, write},
    raw,
};

pub(crate) const DAMAGED: &str = "20261124T080000Z";

/// What a damaged store is tried on.
pub(crate) struct Case {
    pub(crate) home: Home,
    /// Rows of the newest sound copy; none without copies.
    pub(crate) in_copy: Option<usize>,
}

/// A store with 40 answers, copied when it had 30, with the last five in its log.
pub(crate) fn with_copies() -> Case {
    let home = without_copies().home;
    drop(home.open(Kind::Learner, "20261120T080000Z").unwrap());
    let store = home.open(Kind::Learner, "20261121T080000Z").unwrap().store;
    give_answers(&store, 30, 5);
    drop(store);
    leave_a_log(&home);
    Case { home, in_copy: Some(30) }
}

pub(crate) fn without_copies() -> Case {
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
pub(crate) fn set_aside(case: &Case) -> Damage {
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

pub(crate) fn work_on(store: &Store) {
    write(store, |writer| writer.add_learner("after", crate::builders::NOW));
}

pub(crate) fn overwrite(path: &Path, at: usize, with: &[u8]) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at..at + with.len()].copy_from_slice(with);
    fs::write(path, bytes).unwrap();
}

/// Turns every bit of a byte.
pub(crate) fn flip(path: &Path, at: usize) {
    let other = !fs::read(path).unwrap()[at];
    overwrite(path, at, &[other]);
}

/// A way to damage a file, and what it does.
pub(crate) type Way = (&'static str, fn(&Path));

/// What is left by each of them has to be found damaged.
pub(crate) fn ways() -> Vec<Way> {
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
        ("another first byte", |path| flip(path, 0)),
        ("another page size", |path| flip(path, 16)),
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
fn a_value_that_cannot_be_ours_is_damage_when_it_is_read() {
    for value in ["shown_text = CAST(x'ff' AS TEXT)", "elapsed_ms = 5000000000"] {
        let case = without_copies();
        let conn = raw::connect(&case.home.path("learner.db"), None);
        conn.execute(&format!("UPDATE answers SET {value} WHERE seq = 3"), []).unwrap();
        conn.close().unwrap();
        let store = case.home.learners();
        let error = store.read(|reader| reader.answers_of("a1")).unwrap_err();
        assert!(matches!(error, Error::Damaged { .. }), "{value}: {error:?}");
    }
}

#[test]
fn a_damaged_copy_is_passed_over() {
    let case = with_copies();
    let newest = case.home.path("backups/learner.db.20261121T080000Z");
    overwrite(&newest, 2 * 4096, &[0; 4096]);
    fs::write(case.home.path("backups/learner.db.20261122T080000Z"), "no database").unwrap();
    fs::create_dir(case.home.path("backups/learner.db.20261123T080000Z")).unwrap();
    flip(&case.home.path("learner.db"), 0);
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
