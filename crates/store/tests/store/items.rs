use eighteen_store::ItemRow;

use crate::builders::{item, learners, read, write};

#[test]
fn a_question_is_kept_once_and_stays_as_it_was() {
    let (_home, store) = learners();
    let first = item("h1", "q1");
    let other = ItemRow { body: "{}".to_owned(), ..item("h1", "q9") };
    write(&store, |writer| writer.keep_item(&first));
    write(&store, |writer| writer.keep_item(&other));
    assert_eq!(read(&store, |reader| reader.item("h1")), Some(first));
    assert_eq!(read(&store, |reader| reader.item("h2")), None);
}

#[test]
fn two_versions_of_a_question_stand_side_by_side() {
    let (_home, store) = learners();
    let newer = ItemRow { version: 2, ..item("h2", "q1") };
    write(&store, |writer| {
        writer.keep_item(&newer)?;
        writer.keep_item(&item("h0", "q2"))?;
        writer.keep_item(&item("h1", "q1"))
    });
    let items = read(&store, |reader| reader.items());
    assert_eq!(items, [item("h1", "q1"), newer, item("h0", "q2")], "by module, item, version");
}

#[test]
fn a_version_begins_at_one() {
    let (_home, store) = learners();
    let none = ItemRow { version: 0, ..item("h", "q") };
    assert!(store.write(|writer| writer.keep_item(&none)).is_err());
}
