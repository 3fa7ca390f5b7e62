//! Erasing a person leaves no byte of hers in any file of the folder.

use std::{collections::BTreeSet, fs};

use eighteen_seal::StoreKey;
use eighteen_store::{Error, Kind, LOG_FOLDER, NoteRow, SnapshotRow, Store, erasing};
use rusqlite::Connection;

use crate::{
    builders::{Home, NOW, PACK, check, drawn, item, person, read, write},
    planted::{Planted, found, plant},
    raw,
};

pub(crate) const LATER: &str = "20261123T080000Z";

/// A folder with two persons in every kind of file, and the words of each.
pub(crate) struct Full {
    pub(crate) home: Home,
    pub(crate) gone: Planted,
    pub(crate) stays: Planted,
}

/// Words in rows, in pages that were given back, in copies, in files set aside and in the app's log.
pub(crate) fn full(home: Home) -> Full {
    drop(home.learners());
    let conn = raw::connect(&home.path("learner.db"), None);
    conn.execute_batch(
        "PRAGMA secure_delete = OFF; CREATE TABLE later (
        learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
        thought TEXT NOT NULL) STRICT;",
    )
    .unwrap();
    let stays = plant(&conn, 7);
    let mut gone = plant(&conn, 8);
    leave_in_free_pages(&conn, &mut gone);
    conn.close().unwrap();
    // The day's copy is made when the store is opened.
    drop(home.open(Kind::Learner, "20261121T080000Z").unwrap());
    set_aside_and_log(&home, &gone, &stays);
    Full { home, gone, stays }
}

fn set_aside_and_log(home: &Home, gone: &Planted, stays: &Planted) {
    for part in ["", "-wal"] {
        fs::write(home.path(&format!("learner.db.damaged-20261101T080000Z{part}")), &gone.id)
            .unwrap();
    }
    for name in ["learner.db.20261101T080000Z-wal", ".learner.db.part"] {
        fs::write(home.path("backups").join(name), &gone.id).unwrap();
    }
    fs::write(home.path(".learner.db.new"), &gone.id).unwrap();
    fs::create_dir_all(home.path(LOG_FOLDER)).unwrap();
    for name in ["eighteen-days.log", "eighteen-days.log.old"] {
        fs::write(home.path(LOG_FOLDER).join(name), format!("{} {}", gone.id, stays.id)).unwrap();
    }
    for name in ["trainer.key", "notes of mine.txt", "learner.dbx"] {
        fs::write(home.path(name), "of somebody else").unwrap();
    }
}

/// A text longer than a page that was deleted without care: its bytes are still in the file.
fn leave_in_free_pages(conn: &Connection, gone: &mut Planted) {
    let word = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    let long = format!("{}{word}", "a".repeat(20_000));
    conn.execute("INSERT INTO later VALUES (?1, ?2)", [&gone.id, &long]).unwrap();
    conn.execute("DELETE FROM later WHERE thought = ?1", [&long]).unwrap();
    gone.words.push(("free pages".to_owned(), word.to_owned()));
}

/// A new name, which is in the log of the store only as long as the store is open.
fn rename(store: &Store, gone: &mut Planted) {
    let word = "93c1b7a2f05d4e68a1b2c3d4e5f60718";
    write(store, |writer| writer.name_learner(&gone.id, word));
    let (_, name) = gone.words.iter_mut().find(|(at, _)| at == "learners.name").unwrap();
    word.clone_into(name);
}

impl Full {
    /// Words of a person and the files in which they stand.
    pub(crate) fn traces(&self, of: &Planted) -> Vec<(String, Vec<String>)> {
        let mut words = of.words.clone();
        words.push(("id".to_owned(), of.id.clone()));
        let files = raw::bytes(self.home.folder.path());
        let found = words.into_iter().map(|(at, word)| (at, found(&files, &word)));
        found.filter(|(_, files)| !files.is_empty()).collect()
    }
}

fn everything(store: &Store, id: &str) -> Vec<eighteen_store::OwnTable> {
    read(store, |reader| reader.everything_of(id))
}

#[test]
fn no_byte_of_a_person_stays_and_everything_of_the_others_does() {
    let mut full = full(Home::new());
    let store = full.home.open(Kind::Learner, LATER).unwrap().store;
    rename(&store, &mut full.gone);
    let before = full.traces(&full.gone);
    assert_eq!(before.len(), full.gone.words.len() + 1, "every word is in some file: {before:?}");
    let files: BTreeSet<&String> = before.iter().flat_map(|(_, files)| files).collect();
    for part in
        ["learner.db", "backups/learner.db.2", ".damaged-", "learner.db-wal", ".new", "log/"]
    {
        assert!(files.iter().any(|file| file.contains(part)), "{part} held something: {files:?}");
    }
    let others = everything(&store, &full.stays.id);

    let erased = store.erase(&full.home.folder, Kind::Learner, &[&full.gone.id], LATER).unwrap();

    assert!(erased.rows >= 10, "a row of every table: {erased:?}");
    assert_eq!(full.traces(&full.gone), [], "words of hers are left");
    assert_eq!(everything(&store, &full.stays.id), others, "somebody else's rows");
    assert!(read(&store, |reader| reader.learner(&full.gone.id)).is_none());
    assert!(!erasing(&full.home.folder, Kind::Learner));
    let names: Vec<String> = raw::bytes(full.home.folder.path()).into_keys().collect();
    let copies: Vec<&String> = names.iter().filter(|name| name.starts_with("backups/")).collect();
    assert_eq!(copies, [&format!("backups/learner.db.{LATER}")], "a fresh copy, and only that");
    for name in ["trainer.key", "notes of mine.txt", "learner.dbx"] {
        assert_eq!(fs::read_to_string(full.home.path(name)).unwrap(), "of somebody else");
    }

    // Nor does it come back when the store is opened again, or from its copy.
    drop(store);
    fs::write(full.home.path("learner.db"), "damaged").unwrap();
    let again = full.home.open(Kind::Learner, LATER).unwrap();
    assert!(again.damage.is_some_and(|damage| damage.restored_from.is_some()));
    assert_eq!(everything(&again.store, &full.stays.id), others, "the copy has the others");
    assert_eq!(full.traces(&full.gone), []);
}

#[test]
fn a_plain_delete_would_have_left_words() {
    let full = full(Home::new());
    let conn = raw::connect(&full.home.path("learner.db"), None);
    conn.execute_batch("PRAGMA foreign_keys = ON; PRAGMA secure_delete = OFF;").unwrap();
    conn.execute("DELETE FROM learners WHERE id = ?1", [&full.gone.id]).unwrap();
    conn.close().unwrap();
    let left = full.traces(&full.gone);
    let in_store = left.iter().filter(|(_, files)| files.iter().any(|file| file == "learner.db"));
    assert!(in_store.count() > 10, "the search finds what a careless delete leaves: {left:?}");
}

#[test]
fn questions_that_others_met_stay_and_those_that_nobody_met_any_more_go() {
    let home = Home::new();
    let store = home.learners();
    write(&store, |writer| {
        for (id, questions) in [("l1", ["h1", "h2"]), ("l2", ["h2", "h3"])] {
            writer.add_learner(id, NOW)?;
            writer.put_attempt(&check(&format!("a-{id}"), id))?;
            for (position, hash) in (1..).zip(questions) {
                writer.keep_item(&item(hash, hash))?;
                writer.put_attempt_item(&drawn(&format!("a-{id}"), position, hash))?;
            }
        }
        Ok(())
    });
    store.erase(&home.folder, Kind::Learner, &["l1"], LATER).unwrap();
    let kept = |hash| read(&store, |reader| reader.item(hash)).is_some();
    assert_eq!([kept("h1"), kept("h2"), kept("h3")], [false, true, true]);
}

#[test]
fn while_another_process_reads_the_store_nothing_is_begun() {
    let full = full(Home::new());
    let store = full.home.open(Kind::Learner, LATER).unwrap().store;
    write(&store, |writer| writer.set_setting("a", "b"));
    let other = raw::connect(&full.home.path("learner.db"), None);
    other.execute_batch("BEGIN; SELECT count(*) FROM learners;").unwrap();
    other.query_row("SELECT count(*) FROM learners", [], |row| row.get::<_, u32>(0)).unwrap();
    write(&store, |writer| writer.set_setting("a", "c"));
    let before = everything(&store, &full.gone.id);

    let refused = store.erase(&full.home.folder, Kind::Learner, &[&full.gone.id], LATER);

    assert!(matches!(refused, Err(Error::Busy { .. })), "{refused:?}");
    assert!(!erasing(&full.home.folder, Kind::Learner), "nothing is noted");
    assert_eq!(everything(&store, &full.gone.id), before);
    other.execute_batch("COMMIT").unwrap();
    store.erase(&full.home.folder, Kind::Learner, &[&full.gone.id], LATER).unwrap();
    drop::<Connection>(other);
    assert_eq!(full.traces(&full.gone), []);
}

#[test]
fn what_was_noted_is_finished_at_the_next_start_for_everybody_noted() {
    let full = full(Home::new());
    let note = full.home.path(".learner.db.erase");
    fs::write(&note, format!("nobody\n{}\n\u{fffd}", full.gone.id)).unwrap();
    assert!(erasing(&full.home.folder, Kind::Learner));
    let store = full.home.open(Kind::Learner, LATER).unwrap().store;
    assert_eq!(full.traces(&full.gone), []);
    assert!(!note.exists());
    assert!(!everything(&store, &full.stays.id)[0].rows.is_empty());
}

#[test]
fn a_trainers_store_forgets_a_person_too() {
    let home = Home::new();
    let key = StoreKey::random().unwrap();
    let store = home.store(Kind::Trainer(&key));
    write(&store, |writer| {
        writer.put_person(&person("l1", Some("Maya")))?;
        writer.put_person(&person("l2", Some("Tom")))?;
        writer.put_attempt(&check("a1", "l1"))?;
        writer.add_note("l1", &note("n1"))?;
        writer.add_note("l2", &note("n2"))?;
        writer.keep_snapshot(PACK, &two_people())
    });
    drop(store);
    let store = home.open(Kind::Trainer(&key), LATER).unwrap().store;
    assert_eq!(store.files_beside().unwrap().len(), 1, "the day's copy");
    store.erase(&home.folder, Kind::Trainer(&key), &["l1"], "20261124T080000Z").unwrap();
    let people: Vec<String> =
        read(&store, |reader| reader.people()).into_iter().map(|row| row.id).collect();
    assert_eq!(people, ["l2"]);
    assert!(read(&store, |reader| reader.notes_about("l1")).is_empty());
    assert_eq!(read(&store, |reader| reader.notes_about("l2")), [note("n2")]);
    let before = read(&store, |reader| reader.snapshot_before(PACK, "2026-11-24"));
    assert_eq!(before, None, "counts in which somebody was who is gone");
    let copies = store.files_beside().unwrap();
    let fresh = home.path("backups").join("trainer.db.20261124T080000Z");
    assert_eq!(copies, std::slice::from_ref(&fresh));
    let held = raw::rows(&raw::connect(&fresh, Some(&key)));
    assert_eq!((held["learners"].len(), held["attempts"].len()), (1, 0));
}

fn note(id: &str) -> NoteRow {
    NoteRow { id: id.to_owned(), written_at: NOW.to_owned(), text: "Called.".to_owned() }
}

fn two_people() -> SnapshotRow {
    SnapshotRow {
        day: "2026-11-22".to_owned(),
        people: 2,
        begun: 1,
        completed: 0,
        checks: 0,
        need_help: 0,
    }
}
