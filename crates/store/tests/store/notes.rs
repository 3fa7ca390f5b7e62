//! What a trainer notes about people.

use eighteen_seal::StoreKey;
use eighteen_store::{Kind, NoteRow};

use crate::builders::{Home, NOW, person, read, write};

fn note(id: &str, text: &str) -> NoteRow {
    NoteRow { id: id.to_owned(), written_at: NOW.to_owned(), text: text.to_owned() }
}

#[test]
fn notes_are_added_changed_and_removed_for_the_one_they_are_about() {
    let home = Home::new();
    let key = StoreKey::random().unwrap();
    let store = home.store(Kind::Trainer(&key));
    write(&store, |writer| {
        writer.put_person(&person("l1", Some("Maya")))?;
        writer.put_person(&person("l2", Some("Tom")))?;
        writer.add_note("l1", &note("n1", "First"))?;
        writer.add_note("l1", &note("n2", "Second"))
    });
    let about = |id: &str| {
        let rows = read(&store, |reader| reader.notes_about(id)).into_iter();
        rows.map(|row| row.text).collect::<Vec<_>>()
    };
    assert_eq!(about("l1"), ["Second", "First"], "the latest added first");
    assert!(write(&store, |writer| writer.change_note("l1", &note("n1", "Mended"))));
    assert_eq!(about("l1"), ["Second", "Mended"], "and changing moves none");
    for (who, id) in [("l2", "n1"), ("l1", "n3")] {
        assert!(!write(&store, |writer| writer.change_note(who, &note(id, "x"))));
        assert!(!write(&store, |writer| writer.remove_note(who, id)));
    }
    assert!(write(&store, |writer| writer.remove_note("l1", "n1")));
    assert_eq!((about("l1"), about("l2")), (vec!["Second".to_owned()], Vec::new()));
}

#[test]
fn collecting_a_person_again_keeps_the_notes() {
    let home = Home::new();
    let key = StoreKey::random().unwrap();
    let store = home.store(Kind::Trainer(&key));
    write(&store, |writer| {
        writer.put_person(&person("l1", Some("Maya")))?;
        writer.add_note("l1", &note("n1", "First"))?;
        writer.put_person(&person("l1", Some("Maya Okafor")))
    });
    assert_eq!(read(&store, |reader| reader.notes_about("l1")).len(), 1);
}

#[test]
fn a_person_of_the_list_who_turns_out_to_be_another_keeps_her_notes() {
    let home = Home::new();
    let key = StoreKey::random().unwrap();
    let store = home.store(Kind::Trainer(&key));
    write(&store, |writer| {
        writer.put_person(&person("l1", Some("Maya")))?;
        writer.put_person(&person("l2", Some("Maya")))?;
        writer.add_note("l1", &note("n1", "First"))?;
        writer.add_note("l2", &note("n2", "Second"))?;
        writer.merge_people("l1", "l2", NOW)
    });
    let ids: Vec<String> =
        read(&store, |reader| reader.notes_about("l2")).into_iter().map(|row| row.id).collect();
    assert_eq!(ids, ["n2", "n1"]);
}
