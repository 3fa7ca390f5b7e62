//! A file that a newer version of the app has touched.

use eighteen_seal::StoreKey;
use eighteen_store::{Error, Kind};

use crate::{
    builders::{Home, all_answers, give_answers, ready_store, trainers},
    raw,
};

const ADDED_TO: &str = "CREATE TABLE badges (id TEXT PRIMARY KEY NOT NULL) STRICT;
                        ALTER TABLE answers ADD COLUMN hints INTEGER NOT NULL DEFAULT 0;
                        PRAGMA user_version = 99;";
const BROKEN_WITH: &str = "UPDATE meta SET value = '98' WHERE key = 'min_reader';
                           PRAGMA user_version = 99;";

/// A folder with a copy of the store as it is while this change stands in its log only.
fn with_change_in_the_log(from: &Home, file: &str, key: Option<&StoreKey>, change: &str) -> Home {
    let other = Home::new();
    let conn = raw::connect(&from.path(file), key);
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    let before = std::fs::read(from.path(file)).unwrap();
    conn.execute_batch(change).unwrap();
    raw::copy_as_it_is(&from.path(file), &other.path(file));
    assert_eq!(std::fs::read(other.path(file)).unwrap(), before, "only the log knows");
    other
}

fn refused_unchanged(home: &Home, kind: Kind<'_>) {
    let before = raw::bytes(home.folder.path());
    let error = home.open(kind, "20261123T080000Z").unwrap_err();
    let Error::TooNew { path, found: 99, known } = &error else {
        panic!("{error:?}");
    };
    assert!(path.starts_with(home.folder.path()));
    assert!(*known >= 1);
    assert_eq!(raw::bytes(home.folder.path()), before, "every byte of every file stays");
}

#[test]
fn a_file_that_was_only_added_to_opens_and_is_not_migrated() {
    let (home, store) = ready_store();
    give_answers(&store, 0, 3);
    drop(store);
    raw::connect(&home.path("learner.db"), None).execute_batch(ADDED_TO).unwrap();
    let store = home.learners();
    give_answers(&store, 3, 2);
    assert_eq!(all_answers(&store).len(), 5, "this version reads and writes what it knows");
    drop(store);
    let conn = raw::connect(&home.path("learner.db"), None);
    assert_eq!(raw::user_version(&conn), 99);
    assert!(raw::tables(&conn).contains(&"badges".to_owned()));
}

#[test]
fn a_file_that_was_only_added_to_in_its_log_opens_too() {
    let (home, store) = ready_store();
    give_answers(&store, 0, 3);
    drop(store);
    let other = with_change_in_the_log(&home, "learner.db", None, ADDED_TO);
    assert_eq!(all_answers(&other.learners()).len(), 3);
    assert_eq!(raw::user_version(&raw::connect(&other.path("learner.db"), None)), 99);
}

#[test]
fn a_file_that_needs_a_newer_reader_is_refused_unchanged() {
    let (home, store) = ready_store();
    drop(store);
    drop(home.open(Kind::Learner, "20261120T080000Z").unwrap());
    raw::connect(&home.path("learner.db"), None).execute_batch(BROKEN_WITH).unwrap();
    refused_unchanged(&home, Kind::Learner);
}

#[test]
fn a_file_that_needs_a_newer_reader_by_its_log_is_refused_unchanged() {
    let (home, store) = ready_store();
    drop(store);
    let other = with_change_in_the_log(&home, "learner.db", None, BROKEN_WITH);
    refused_unchanged(&other, Kind::Learner);
    refused_unchanged(&other, Kind::Learner);
}

#[test]
fn an_encrypted_file_that_needs_a_newer_reader_is_refused_unchanged() {
    let (home, key, store) = trainers();
    drop(store);
    let other = with_change_in_the_log(&home, "trainer.db", Some(&key), BROKEN_WITH);
    refused_unchanged(&other, Kind::Trainer(&key));
    raw::connect(&home.path("trainer.db"), Some(&key)).execute_batch(BROKEN_WITH).unwrap();
    refused_unchanged(&home, Kind::Trainer(&key));
}

#[test]
fn a_copy_that_needs_a_newer_reader_is_not_restored() {
    let (home, store) = ready_store();
    drop(store);
    for stamp in ["20261120T080000Z", "20261121T080000Z"] {
        drop(home.open(Kind::Learner, stamp).unwrap());
    }
    let newest = home.path("backups/learner.db.20261121T080000Z");
    let conn = raw::connect(&newest, None);
    conn.execute_batch(BROKEN_WITH).unwrap();
    conn.close().unwrap();
    std::fs::write(home.path("learner.db"), "damaged").unwrap();
    let damage = home.open(Kind::Learner, "20261122T080000Z").unwrap().damage.unwrap();
    let older = home.path("backups/learner.db.20261120T080000Z");
    assert_eq!(damage.restored_from, Some(older));
}
