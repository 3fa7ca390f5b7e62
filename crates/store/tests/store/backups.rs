//! Copies: when they are made, which are kept, what a full disk does to them.

use std::fs;

use eighteen_store::Kind;

use crate::{
    builders::{Home, all_answers, give_answers, ready, ready_store},
    raw,
};

/// Names of the copies, oldest first.
fn copies(home: &Home) -> Vec<String> {
    let Ok(entries) = fs::read_dir(home.path("backups")) else {
        return Vec::new();
    };
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn open_on(home: &Home, stamp: &str) {
    let opened = home.open(Kind::Learner, stamp).unwrap();
    assert_eq!(opened.damage, None);
}

#[test]
fn one_copy_is_made_a_day_and_five_are_kept() {
    let home = Home::new();
    open_on(&home, "20261101T080000Z");
    assert_eq!(copies(&home), Vec::<String>::new(), "a new store has nothing to copy");
    for day in 2..=8 {
        for hour in [8, 9] {
            open_on(&home, &format!("202611{day:02}T{hour:02}0000Z"));
        }
    }
    let kept = [4, 5, 6, 7, 8].map(|day| format!("learner.db.202611{day:02}T080000Z"));
    assert_eq!(copies(&home), kept, "the first of each of the last five days");
}

#[test]
fn a_copy_is_sound_and_has_what_stood_in_the_log() {
    let (home, store) = ready_store();
    give_answers(&store, 0, 20);
    let before = all_answers(&store);
    let other = Home::new();
    raw::copy_as_it_is(&home.path("learner.db"), &other.path("learner.db"));
    assert!(fs::metadata(other.path("learner.db-wal")).unwrap().len() > 0);
    open_on(&other, "20261123T080000Z");
    let restored = Home::new();
    fs::copy(other.path("backups/learner.db.20261123T080000Z"), restored.path("learner.db"))
        .unwrap();
    assert_eq!(all_answers(&restored.learners()), before);
}

#[test]
fn copies_of_a_clock_that_ran_ahead_do_not_push_out_newer_ones() {
    let home = Home::new();
    open_on(&home, "20261101T080000Z");
    for day in 1..=5 {
        open_on(&home, &format!("209901{day:02}T080000Z"));
    }
    for day in 2..=4 {
        open_on(&home, &format!("202611{day:02}T080000Z"));
    }
    let names = copies(&home);
    assert_eq!(names.len(), 5);
    for day in 2..=4 {
        let made = format!("learner.db.202611{day:02}T080000Z");
        assert!(names.contains(&made), "{made} was kept although five are called later");
    }
}

#[test]
fn the_copy_that_is_restored_is_the_newest_by_this_clock() {
    let home = Home::new();
    let store = home.learners();
    ready(&store);
    drop(store);
    open_on(&home, "20990101T080000Z");
    let store = home.open(Kind::Learner, "20261123T080000Z").unwrap().store;
    give_answers(&store, 0, 3);
    drop(store);
    open_on(&home, "20261124T080000Z");
    fs::write(home.path("learner.db"), "damaged").unwrap();
    let opened = home.open(Kind::Learner, "20261125T080000Z").unwrap();
    let from = opened.damage.unwrap().restored_from.unwrap();
    assert!(from.ends_with("learner.db.20261124T080000Z"), "{from:?}");
    assert_eq!(all_answers(&opened.store).len(), 3);
}

#[test]
fn what_an_ended_process_left_of_a_copy_is_written_over() {
    let (home, store) = ready_store();
    drop(store);
    fs::create_dir(home.path("backups")).unwrap();
    fs::write(home.path("backups/.learner.db.part"), "half a copy").unwrap();
    open_on(&home, "20261123T080000Z");
    assert_eq!(copies(&home), ["learner.db.20261123T080000Z"]);
}

#[test]
fn other_files_among_the_copies_are_left_alone() {
    let (home, store) = ready_store();
    drop(store);
    fs::create_dir(home.path("backups")).unwrap();
    fs::write(home.path("backups/notes.txt"), "mine").unwrap();
    fs::write(home.path("backups/trainer.db.20200101T000000Z"), "another store's").unwrap();
    fs::write(home.path("backups/learner.db.20261120T080000Z-wal"), "left by a viewer").unwrap();
    for day in 10..=20 {
        open_on(&home, &format!("202611{day}T080000Z"));
    }
    let names = copies(&home);
    assert!(names.contains(&"notes.txt".to_owned()));
    assert!(names.contains(&"trainer.db.20200101T000000Z".to_owned()));
    assert!(names.contains(&"learner.db.20261120T080000Z-wal".to_owned()));
    assert_eq!(names.len(), 8, "five copies and three other files");
}
