//! Stores of every released schema open, with their rows.

use eighteen_seal::StoreKey;
use eighteen_store::Kind;

use crate::{
    builders::{Home, all_answers, read},
    raw,
};

/// Learners' stores of earlier schemas, each before a migration that is tested with it.
const LEARNERS: [(&str, u32); 9] = [
    ("learner-v0001.sql", 1),
    ("learner-v0002.sql", 2),
    ("learner-v0003.sql", 3),
    ("learner-v0004.sql", 4),
    ("learner-v0005.sql", 5),
    ("learner-v0006.sql", 6),
    ("learner-v0007.sql", 7),
    ("learner-v0008.sql", 8),
    ("learner-v0009.sql", 9),
];

/// Trainers' stores of earlier schemas.
const TRAINERS: [(&str, u32); 8] = [
    ("trainer-v0001.sql", 1),
    ("trainer-v0002.sql", 2),
    ("trainer-v0003.sql", 3),
    ("trainer-v0004.sql", 4),
    ("trainer-v0005.sql", 5),
    ("trainer-v0006.sql", 6),
    ("trainer-v0007.sql", 7),
    ("trainer-v0008.sql", 8),
];

/// Made by a version of an earlier schema, in the folder of this one.
fn old(file: &str, key: Option<&StoreKey>, dump: &str) -> Home {
    let home = Home::new();
    raw::load(&home.path(file), key, &raw::fixture(dump));
    home
}

#[test]
fn the_old_files_have_rows_in_every_table_and_say_what_they_are() {
    for (dump, version) in LEARNERS.into_iter().chain(TRAINERS) {
        let conn = rusqlite::Connection::open_in_memory().unwrap();
        conn.execute_batch(&raw::fixture(dump)).unwrap();
        assert_eq!(raw::user_version(&conn), version, "{dump}");
        let id: i32 = conn.query_row("PRAGMA application_id", [], |row| row.get(0)).unwrap();
        assert_eq!(id, raw::APPLICATION_ID, "{dump}");
        for (table, rows) in raw::rows(&conn) {
            assert!(!rows.is_empty(), "{dump}: a migration of `{table}` would go untested");
        }
    }
}

#[test]
fn an_old_learners_store_is_migrated_with_its_rows_and_copied_before() {
    for (dump, version) in LEARNERS {
        migrated(dump, version);
    }
}

fn migrated(dump: &str, version: u32) {
    let home = old("learner.db", None, dump);
    let before = raw::rows(&raw::connect(&home.path("learner.db"), None));
    let store = home.learners();
    assert_eq!(all_answers(&store).len(), 4);
    let learner = read(&store, |reader| reader.learner_named("Änne Ωmega")).unwrap();
    assert_eq!(learner.id, "learner-1");
    drop(store);

    let now = raw::connect(&home.path("learner.db"), None);
    let after = raw::rows(&now);
    assert!(raw::user_version(&now) > version, "{dump} was migrated");
    assert_eq!(raw::integrity(&now), "ok");
    for (table, rows) in &before {
        assert_eq!(Some(rows), after.get(table), "{table}");
    }
    let copy = raw::connect(&home.path("backups/learner.db.20261122T173000Z"), None);
    assert_eq!(raw::user_version(&copy), version, "the copy was made before");
    assert_eq!(raw::integrity(&copy), "ok");
    assert_eq!(raw::rows(&copy), before);
}

#[test]
fn the_places_in_the_order_go_on_where_the_old_file_was() {
    let home = old("learner.db", None, "learner-v0001.sql");
    let store = home.learners();
    crate::builders::write(&store, |writer| {
        writer.add_answer(&crate::builders::answer("new", "attempt-1", 1, 1.0))
    });
    let last = all_answers(&store).pop().unwrap();
    assert_eq!((last.answer.id.as_str(), last.seq), ("new", 7));
}

#[test]
fn an_old_trainers_store_is_migrated_with_its_rows_and_copied_before() {
    for (dump, version) in TRAINERS {
        let key = StoreKey::random().unwrap();
        let home = old("trainer.db", Some(&key), dump);
        let before = raw::rows(&raw::connect(&home.path("trainer.db"), Some(&key)));
        let store = home.store(Kind::Trainer(&key));
        assert_eq!(read(&store, |reader| reader.people()).len(), 3, "{dump}");
        drop(store);
        let now = raw::connect(&home.path("trainer.db"), Some(&key));
        assert!(raw::user_version(&now) > version, "{dump} was migrated");
        assert_eq!(raw::integrity(&now), "ok");
        let after = raw::rows(&now);
        for (table, rows) in &before {
            assert_eq!(Some(rows), after.get(table), "{dump}: {table}");
        }
        let copy = home.path("backups/trainer.db.20261122T173000Z");
        let copy = raw::connect(&copy, Some(&key));
        assert_eq!(raw::user_version(&copy), version, "the copy was made before");
        assert_eq!(raw::rows(&copy), before, "{dump}");
    }
}
