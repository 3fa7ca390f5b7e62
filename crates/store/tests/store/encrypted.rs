//! The trainer's store on the disk: nothing of it can be read without the key.

use eighteen_seal::StoreKey;
use eighteen_store::{Error, Kind};

use crate::{
    builders::{Home, STAMP, all_answers, person, read, trainers, write},
    raw,
};

fn canary(number: u32) -> String {
    format!("Canary-{number:04}-Quetzalcoatl")
}

/// Times that the middle of a canary is found in the files of a folder.
fn found(home: &Home) -> usize {
    let times =
        |bytes: Vec<u8>| bytes.windows(12).filter(|window| *window == b"Quetzalcoatl").count();
    raw::bytes(home.folder.path()).into_values().map(times).sum()
}

#[test]
fn a_thousand_names_are_found_nowhere_in_the_files() {
    let (home, key, store) = trainers();
    for hundred in 0..10 {
        write(&store, |writer| {
            for number in hundred * 100..hundred * 100 + 100 {
                writer.put_person(&person(&number.to_string(), Some(&canary(number))))?;
            }
            Ok(())
        });
    }
    assert!(home.path("trainer.db-wal").exists(), "the log is among the files");
    assert_eq!(found(&home), 0, "while it is open");
    drop(store);
    let store = home.open(Kind::Trainer(&key), "20261123T000000Z").unwrap().store;
    assert!(home.path("backups/trainer.db.20261123T000000Z").exists(), "a copy is among the files");
    assert_eq!(found(&home), 0, "with a copy");
    assert_eq!(read(&store, |reader| reader.people()).len(), 1_000);
    std::fs::write(home.path("control"), canary(1)).unwrap();
    assert_eq!(found(&home), 1, "the search itself works");
}

#[test]
fn no_file_begins_as_a_plain_one_does() {
    let (home, key, store) = trainers();
    drop(store);
    home.open(Kind::Trainer(&key), "20261123T000000Z").unwrap();
    for name in ["trainer.db", "backups/trainer.db.20261123T000000Z"] {
        let bytes = std::fs::read(home.path(name)).unwrap();
        assert!(!bytes.starts_with(b"SQLite format 3"), "{name}");
        let plain = rusqlite::Connection::open(home.path(name)).unwrap();
        let read =
            plain.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, u32>(0));
        assert!(read.is_err(), "{name}: without the key it is no database");
    }
}

#[test]
fn another_key_is_refused_and_changes_nothing() {
    let (home, key, store) = trainers();
    write(&store, |writer| writer.put_person(&person("1", Some("Ada"))));
    drop(store);
    drop(home.open(Kind::Trainer(&key), "20261123T000000Z").unwrap());
    let before = raw::bytes(home.folder.path());
    let other = StoreKey::random().unwrap();
    let refused = home.open(Kind::Trainer(&other), STAMP).unwrap_err();
    assert!(matches!(refused, Error::Damaged { .. }), "{refused:?}");
    assert_eq!(raw::bytes(home.folder.path()), before, "never set aside, never replaced");
    let store = home.store(Kind::Trainer(&key));
    assert_eq!(read(&store, |reader| reader.people()).len(), 1);
}

#[test]
fn a_copy_opens_with_the_key_and_has_every_row() {
    let (home, key, store) = trainers();
    write(&store, |writer| writer.put_person(&person("1", Some("Ada"))));
    drop(store);
    drop(home.open(Kind::Trainer(&key), "20261123T000000Z").unwrap());
    let copy = raw::connect(&home.path("backups/trainer.db.20261123T000000Z"), Some(&key));
    assert_eq!(raw::integrity(&copy), "ok");
    let name: String = copy.query_row("SELECT name FROM learners", [], |row| row.get(0)).unwrap();
    assert_eq!(name, "Ada");
}

#[test]
fn what_a_learner_wrote_for_herself_never_reaches_a_trainers_store() {
    let (home, key, store) = trainers();
    write(&store, |writer| writer.put_person(&person("1", Some("Ada"))));
    let reflection = eighteen_store::ReflectionRow {
        module_id: "m1".to_owned(),
        step_id: "s1".to_owned(),
        reflection_id: "why".to_owned(),
        written: "Quetzalcoatl".to_owned(),
        saved_at: crate::builders::NOW.to_owned(),
    };
    let saved = store.write(|writer| writer.save_reflection("1", "p", &reflection));
    assert!(matches!(saved, Err(Error::Sqlite(_))), "there is no table for it: {saved:?}");
    assert_eq!(all_answers(&store), []);
    drop(store);
    let plain = home.temp.path().join("plain.db");
    let conn = raw::connect(&home.path("trainer.db"), Some(&key));
    conn.execute("ATTACH DATABASE ?1 AS plain KEY ''", [plain.to_str().unwrap()]).unwrap();
    conn.query_row("SELECT sqlcipher_export('plain')", [], |_| Ok(())).unwrap();
    conn.execute_batch("DETACH DATABASE plain").unwrap();
    let bytes = std::fs::read(&plain).unwrap();
    assert!(bytes.windows(3).any(|window| window == b"Ada"), "the plain copy can be searched");
    assert!(!bytes.windows(12).any(|window| window == b"Quetzalcoatl"));
}
