//! The two doors: what `write` returned is kept, what failed left nothing.

use std::panic::{AssertUnwindSafe, catch_unwind};

use eighteen_store::{Error, Kind};

use crate::{
    builders::{Home, NOW, all_answers, answer, learners, read, ready_store, write},
    raw,
};

#[derive(Debug)]
enum Domain {
    Refused,
    Store,
}

impl From<Error> for Domain {
    fn from(_: Error) -> Self {
        Self::Store
    }
}

impl eighteen_store::Failure for Domain {
    fn is_damage(&self) -> bool {
        false
    }
}

#[test]
fn a_refusal_in_the_middle_of_a_write_leaves_nothing_of_it() {
    let (_home, store) = ready_store();
    let refused = store.write(|writer| {
        writer.add_answer(&answer("one", "a1", 1, 1.0))?;
        Err::<(), _>(Domain::Refused)
    });
    assert!(matches!(refused, Err(Domain::Refused)));
    assert_eq!(all_answers(&store), []);
}

#[test]
fn a_statement_that_fails_takes_the_whole_write_back() {
    let (_home, store) = ready_store();
    let failed = store.write(|writer| {
        writer.add_answer(&answer("one", "a1", 1, 1.0))?;
        writer.add_answer(&answer("two", "a1", 1, 7.0))
    });
    assert!(failed.is_err());
    assert_eq!(all_answers(&store), []);
}

#[test]
fn a_panic_in_a_write_leaves_nothing_of_it_and_the_store_works_on() {
    let (_home, store) = ready_store();
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        write(&store, |writer| {
            writer.add_answer(&answer("one", "a1", 1, 1.0))?;
            panic!("on purpose");
            #[allow(unreachable_code)]
            Ok(())
        });
    }));
    assert!(panicked.is_err());
    assert_eq!(all_answers(&store), []);
    write(&store, |writer| writer.add_answer(&answer("two", "a1", 1, 1.0)));
    assert_eq!(all_answers(&store).len(), 1);
}

#[test]
fn a_writer_reads_what_it_wrote() {
    let (_home, store) = ready_store();
    let seen = write(&store, |writer| {
        writer.add_answer(&answer("one", "a1", 1, 1.0))?;
        writer.reader().count_answers()
    });
    assert_eq!(seen, 1);
}

#[test]
fn nobody_writes_between_the_reading_and_the_writing_of_a_write() {
    let (home, store) = ready_store();
    let other = raw::connect(&home.path("learner.db"), None);
    other.pragma_update(None, "busy_timeout", 0).unwrap();
    write(&store, |writer| {
        assert_eq!(writer.reader().count_answers()?, 0);
        let meanwhile = other.execute("UPDATE learners SET name = 'other'", []);
        let busy = Some(rusqlite::ErrorCode::DatabaseBusy);
        assert_eq!(meanwhile.unwrap_err().sqlite_error_code(), busy);
        writer.add_answer(&answer("one", "a1", 1, 1.0))
    });
    assert_eq!(all_answers(&store).len(), 1);
}

#[test]
fn a_read_hands_on_the_callers_own_error_and_the_store_works_on() {
    let (_home, store) = ready_store();
    let refused = store.read(|_| Err::<(), _>(Domain::Refused));
    assert!(matches!(refused, Err(Domain::Refused)));
    let counted = store.read(|reader| Ok::<_, Domain>(reader.count_answers()?));
    assert!(matches!(counted, Ok(0)));
}

#[test]
fn a_store_that_was_closed_is_one_file_and_opens_again() {
    let (home, store) = ready_store();
    write(&store, |writer| writer.add_answer(&answer("one", "a1", 1, 1.0)));
    let before = all_answers(&store);
    assert_eq!(store.path(), home.path("learner.db"));
    drop(store);
    let names: Vec<_> = raw::bytes(home.folder.path()).into_keys().collect();
    assert_eq!(names, ["eighteen.lock", "learner.db"], "no log and no unfinished file is left");
    assert_eq!(all_answers(&home.learners()), before);
}

#[test]
fn a_process_that_ended_without_closing_lost_nothing() {
    let (home, store) = ready_store();
    write(&store, |writer| writer.add_answer(&answer("one", "a1", 1, 1.0)));
    let other = Home::new();
    raw::copy_as_it_is(&home.path("learner.db"), &other.path("learner.db"));
    assert!(other.path("learner.db-wal").exists(), "the answer stands in the log only");
    assert_eq!(all_answers(&other.learners()), all_answers(&store));
}

#[test]
fn both_stores_stand_in_one_folder() {
    let (home, learners) = learners();
    let key = eighteen_seal::StoreKey::random().unwrap();
    let trainers = home.store(Kind::Trainer(&key));
    write(&learners, |writer| writer.add_learner("l1", NOW));
    write(&trainers, |writer| writer.set_setting("a", "b"));
    assert_eq!(read(&learners, |reader| reader.learners()).len(), 1);
    assert_eq!(read(&trainers, |reader| reader.setting("a")).as_deref(), Some("b"));
}

#[test]
fn a_folder_with_any_name_will_do() {
    let temp = tempfile::tempdir().unwrap();
    for name in ["a b", "50%25", "what?x=1#y", "\u{e4}\u{1f41f}", "'quoted\"", "a&immutable=0"] {
        let home = Home::within(&{
            let parent = temp.path().join(name);
            std::fs::create_dir(&parent).unwrap();
            parent
        });
        let store = home.learners();
        write(&store, |writer| writer.add_learner("l1", NOW));
        drop(store);
        let store = home.learners();
        assert_eq!(read(&store, |reader| reader.learners()).len(), 1, "{name}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_whose_name_is_no_text_will_do() {
    use std::os::unix::ffi::OsStrExt as _;
    let temp = tempfile::tempdir().unwrap();
    let parent = temp.path().join(std::ffi::OsStr::from_bytes(b"M\xfcller"));
    std::fs::create_dir(&parent).unwrap();
    let home = Home::within(&parent);
    let store = home.learners();
    write(&store, |writer| writer.add_learner("l1", NOW));
    drop(store);
    assert_eq!(read(&home.learners(), |reader| reader.learners()).len(), 1);
}
