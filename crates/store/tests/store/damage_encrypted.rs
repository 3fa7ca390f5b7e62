//! A damaged trainer's store: damage and another key look the same.

use eighteen_seal::StoreKey;
use eighteen_store::{Error, Kind};

use crate::{
    builders::{Home, person, read, write},
    damage::{DAMAGED, flip, ways},
    raw,
};

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
    flip(&home.path("trainer.db"), 0);
    let before = raw::bytes(home.folder.path());
    let refused = home.open(Kind::Trainer(&key), DAMAGED).unwrap_err();
    assert!(matches!(refused, Error::Damaged { .. }), "{refused:?}");
    assert_eq!(raw::bytes(home.folder.path()), before);
}

#[test]
fn a_damaged_page_of_a_trainers_store_without_a_copy_is_set_aside() {
    let (home, key) = trainers();
    flip(&home.path("trainer.db"), 2 * 4096 + 7);
    let opened = home.open(Kind::Trainer(&key), DAMAGED).unwrap();
    assert_eq!(opened.damage.unwrap().restored_from, None);
    assert_eq!(read(&opened.store, |reader| reader.people()), []);
}
