use eighteen_store::{Error, Store};

use crate::builders::{NOW, learners, read, write};

fn named(store: &Store, id: &str, name: &str) {
    write(store, |writer| {
        writer.add_learner(id, NOW)?;
        writer.name_learner(id, name)
    });
}

fn who(store: &Store, name: &str) -> Option<String> {
    read(store, |reader| reader.learner_named(name)).map(|row| row.id)
}

#[test]
fn a_learner_begins_without_a_name_and_many_may() {
    let (_home, store) = learners();
    write(&store, |writer| {
        writer.add_learner("l1", NOW)?;
        writer.add_learner("l2", NOW)
    });
    let row = read(&store, |reader| reader.learner("l1")).unwrap();
    assert_eq!((row.name, row.created_at.as_str(), row.last_seen.as_str()), (None, NOW, NOW));
    assert_eq!(read(&store, |reader| reader.learner("l3")), None);
}

#[test]
fn a_name_is_had_once_whatever_its_case() {
    let (_home, store) = learners();
    named(&store, "l1", "Ada Lovelace");
    assert_eq!(who(&store, "ADA lovelace").as_deref(), Some("l1"));
    write(&store, |writer| writer.add_learner("l2", NOW));
    let taken = store.write(|writer| writer.name_learner("l2", "ada LOVELACE"));
    assert!(matches!(taken, Err(Error::Sqlite(_))), "{taken:?}");
    write(&store, |writer| writer.name_learner("l1", "ada lovelace"));
    assert_eq!(who(&store, "Ada Lovelace").as_deref(), Some("l1"), "one may re-spell one's own");
}

#[test]
fn case_is_folded_from_a_to_z_only() {
    let (_home, store) = learners();
    named(&store, "l1", "Änne");
    named(&store, "l2", "änne");
    assert_eq!(who(&store, "Änne").as_deref(), Some("l1"), "the limit of NOCASE, not a promise");
    assert_eq!(who(&store, "änne").as_deref(), Some("l2"));
}

#[test]
fn those_seen_last_come_first_whatever_offset_they_were_seen_at() {
    let (_home, store) = learners();
    write(&store, |writer| {
        writer.add_learner("noon-utc", "2026-11-22T12:00:00.000Z")?;
        writer.add_learner("eleven-utc", "2026-11-22T20:00:00.000+09:00")?;
        writer.add_learner("one-utc", "2026-11-22T08:00:00.000-05:00")
    });
    let ids = || read(&store, |reader| reader.learners()).into_iter().map(|row| row.id);
    assert_eq!(ids().collect::<Vec<_>>(), ["one-utc", "noon-utc", "eleven-utc"]);
    write(&store, |writer| writer.see_learner("eleven-utc", "2026-11-23T00:00:00.000Z"));
    assert_eq!(ids().next().as_deref(), Some("eleven-utc"));
}

#[test]
fn nothing_in_a_name_is_read_as_sql() {
    let (_home, store) = learners();
    for (id, name) in [("1", "'; DROP TABLE learners; --"), ("2", "%"), ("3", "_"), ("4", "\\\"")] {
        named(&store, id, name);
        assert_eq!(who(&store, name).as_deref(), Some(id));
    }
    assert_eq!(read(&store, |reader| reader.learners()).len(), 4);
}
