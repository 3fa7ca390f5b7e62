//! What a process leaves that was ended at a bad moment: missing files, half a log, half a setting aside.

use std::{fs, path::PathBuf};

use eighteen_store::Kind;

use crate::{
    builders::{Home, all_answers},
    damage::{DAMAGED, set_aside, with_copies, without_copies, work_on},
    raw,
};

#[test]
fn a_missing_store_is_restored_when_there_was_one() {
    let case = with_copies();
    fs::remove_file(case.home.path("learner.db")).unwrap();
    let damage = set_aside(&case);
    assert!(damage.restored_from.is_some());

    let case = with_copies();
    for part in ["", "-wal"] {
        fs::remove_file(case.home.path(&format!("learner.db{part}"))).unwrap();
    }
    let opened = case.home.open(Kind::Learner, DAMAGED).unwrap();
    let damage = opened.damage.unwrap();
    assert_eq!(damage.set_aside, case.home.path("learner.db"), "where it should have been");
    assert_eq!(all_answers(&opened.store).len(), 30);
}

#[test]
fn a_start_that_was_ended_while_setting_aside_is_finished_by_the_next() {
    // The file was moved, its log was not.
    let case = with_copies();
    let log = fs::read(case.home.path("learner.db-wal")).unwrap();
    let moved = case.home.path("learner.db.damaged-20261123T080000Z");
    fs::rename(case.home.path("learner.db"), &moved).unwrap();
    let opened = case.home.open(Kind::Learner, DAMAGED).unwrap();
    let damage = opened.damage.unwrap();
    assert_eq!(all_answers(&opened.store).len(), 30);
    let kept = PathBuf::from(format!("{}-wal", damage.set_aside.display()));
    assert_eq!(fs::read(kept).unwrap(), log, "the log is not taken for the restored file's");

    // Everything was moved, and nothing took its place, with a copy and without.
    for case in [with_copies(), without_copies()] {
        let moved = case.home.path("learner.db.damaged-20261123T080000Z");
        for part in ["-wal", ""] {
            let from = case.home.path(&format!("learner.db{part}"));
            let _ = fs::rename(from, format!("{}{part}", moved.display()));
        }
        let opened = case.home.open(Kind::Learner, DAMAGED).unwrap();
        let damage = opened.damage.unwrap();
        assert_eq!(damage.set_aside, moved, "never a silent empty store");
        assert_eq!(all_answers(&opened.store).len(), case.in_copy.unwrap_or(0));
        drop(opened.store);
        assert_eq!(case.home.open(Kind::Learner, DAMAGED).unwrap().damage, None, "said once");
    }
}

#[test]
fn a_start_that_was_ended_while_making_the_store_leaves_nothing_to_say() {
    let home = Home::quick();
    for part in ["", "-wal", "-shm"] {
        fs::write(home.path(&format!(".learner.db.new{part}")), "half of it").unwrap();
    }
    let opened = home.open(Kind::Learner, DAMAGED).unwrap();
    assert_eq!(opened.damage, None);
    work_on(&opened.store);
    drop(opened);
    let names: Vec<String> = raw::bytes(home.folder.path()).into_keys().collect();
    assert_eq!(names, ["eighteen.lock", "learner.db"]);
}

#[test]
fn leftovers_of_the_log_are_cleared_by_what_the_log_says_of_itself() {
    for (how, log) in [
        ("empty", Vec::new()),
        ("shorter than a header", vec![0x37; 20]),
        ("zeros", vec![0; 40_000]),
        ("a text", b"nonsense".repeat(5_000)),
    ] {
        let case = without_copies();
        fs::write(case.home.path("learner.db-wal"), log).unwrap();
        fs::write(case.home.path("learner.db-shm"), vec![0xff; 32_768]).unwrap();
        let opened = case.home.open(Kind::Learner, "20261122T173000Z").unwrap();
        assert_eq!(opened.damage, None, "{how}: not a log of this file, and no part of it");
        assert_eq!(all_answers(&opened.store).len(), 30, "{how}");
    }
}

#[test]
fn a_log_cut_anywhere_gives_the_answers_before_the_cut() {
    let case = with_copies();
    let log = fs::read(case.home.path("learner.db-wal")).unwrap();
    let main = fs::read(case.home.path("learner.db")).unwrap();
    let mut last = 0;
    for length in (0..=log.len()).step_by(512) {
        let home = Home::quick();
        fs::write(home.path("learner.db"), &main).unwrap();
        fs::write(home.path("learner.db-wal"), &log[..length]).unwrap();
        let opened = home.open(Kind::Learner, DAMAGED).unwrap();
        assert_eq!(opened.damage, None, "cut at {length}");
        let answers = all_answers(&opened.store);
        for (number, row) in (0..).zip(&answers) {
            assert_eq!(row.answer, crate::builders::numbered(number));
        }
        assert!(answers.len() >= last, "a longer log never gives less");
        last = answers.len();
    }
    assert!(last > 35);
}
