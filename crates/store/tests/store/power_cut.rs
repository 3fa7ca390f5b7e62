//! Power cuts, played back from what a real process did.
//!
//! A process answers questions under a tracer that writes down every call that changes a file, and every
//! acknowledgement. From that record this builds disks as a power cut could leave them: what was synced
//! is there; of what was written since, any part may be there or not, in any order, and a write may be
//! torn between sectors; a file made, renamed or removed since the folder was synced may be or not be.
//! The store must open each of them without a word and have every answer acknowledged by then.
//!
//! The same is done to connections with `synchronous` at NORMAL and OFF. They must fail: a harness that
//! cannot fail proves nothing.

#![cfg(target_os = "linux")]

mod disk;
mod trace;

use std::{collections::BTreeMap, fs, path::Path, process::Stdio};

use eighteen_store::{DataFolder, Kind, Store};

use self::{
    disk::Disk,
    trace::{Event, read_trace},
};
use crate::{
    builders::{Chance, Home, STAMP, all_answers, numbered, ready},
    child, raw,
};

/// Answers in a record: enough that the log is moved into the file once on the way.
const ANSWERS: u32 = 300;

/// The task of the second process: `store`, or the setting of a connection of its own.
pub(crate) fn answer_with(folder: &Path, task: &str) {
    if task == "store" {
        let folder = DataFolder::hold(folder).unwrap();
        let store = Store::open(&folder, Kind::Learner, STAMP).unwrap().store;
        for number in 0..ANSWERS {
            store.write(|writer| writer.add_answer(&numbered(number))).unwrap();
            child::say(&number.to_string());
        }
        return;
    }
    let conn = raw::connect(&folder.join("learner.db"), None);
    conn.pragma_update(None, "synchronous", task).unwrap();
    let sql = include_str!("../../src/tables/add_answer.sql");
    for number in 0..ANSWERS {
        let answer = numbered(number);
        let row = rusqlite::params![
            answer.id,
            answer.attempt_id,
            answer.position,
            answer.item_id,
            answer.item_version,
            answer.response,
            answer.shown_text,
            answer.score,
            answer.confidence,
            answer.elapsed_ms,
            answer.answered_at
        ];
        conn.execute(sql, row).unwrap();
        child::say(&number.to_string());
    }
}

/// What a process did, and the files that it found.
struct Record {
    before: BTreeMap<String, Vec<u8>>,
    events: Vec<Event>,
}

/// Records the second process; nothing when it cannot be traced here.
fn record(task: &str) -> Option<Record> {
    let Home { temp, folder } = {
        let home = Home::quick();
        ready(&home.learners());
        // The day's copy is made here and not while the calls are recorded.
        drop(home.learners());
        home
    };
    let path = folder.path().canonicalize().unwrap();
    drop(folder);
    let mut before = raw::bytes(&path);
    before.retain(|name, _| name == "learner.db");
    let trace = temp.path().join("trace");
    let calls = "trace=openat,pwrite64,write,lseek,fdatasync,fsync,ftruncate,rename,unlink";
    let mut tracer = vec![
        "strace",
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-y",
        "-xx",
        "-s",
        "1000000",
        "-e",
        calls,
        "-o",
    ];
    tracer.push(trace.to_str().unwrap());
    let ran = child::command(&tracer, task, &path).stdout(Stdio::piped()).output();
    if !ran.as_ref().is_ok_and(|output| output.status.success()) {
        println!("not tested: strace does not run here ({ran:?})");
        return None;
    }
    let events = read_trace(&fs::read_to_string(&trace).unwrap(), &path);
    let acknowledged = events.iter().filter(|event| matches!(event, Event::Acknowledged(_)));
    assert_eq!(acknowledged.count(), ANSWERS as usize, "{task}: every acknowledgement was seen");
    let writes = events.iter().filter(|event| matches!(event, Event::Write(..))).count();
    assert!(writes > ANSWERS as usize, "{task}: every write was seen ({writes})");
    Some(Record { before, events })
}

/// How many disks were found how.
#[derive(Debug, Default)]
struct Found {
    good: u32,
    lost: u32,
    damaged: u32,
}

/// Builds disks from a record and opens them.
fn play(record: &Record, disks: u64) -> Found {
    let mut found = Found::default();
    for seed in 0..disks {
        let mut chance = Chance::new(seed);
        let until = chance.below(record.events.len() + 1);
        let mut disk = Disk::new(&record.before);
        let mut acknowledged = 0;
        for event in &record.events[..until] {
            acknowledged = disk.happen(event).map_or(acknowledged, |number| number + 1);
        }
        let home = Home::quick();
        for (name, bytes) in disk.cut(&mut chance) {
            fs::write(home.path(&name), bytes).unwrap();
        }
        let opened = home.open(Kind::Learner, STAMP).unwrap();
        let kept = if opened.damage.is_none() { all_answers(&opened.store) } else { Vec::new() };
        let right = (0..).zip(&kept).all(|(number, row)| row.answer == numbered(number));
        if opened.damage.is_some() || !right {
            found.damaged += 1;
        } else if kept.len() < acknowledged as usize {
            found.lost += 1;
        } else {
            found.good += 1;
        }
    }
    found
}

fn power_cuts(disks: u64) {
    let Some(store) = record("store") else { return };
    let found = play(&store, disks);
    println!("store, {disks} disks: {found:?}");
    assert_eq!((found.lost, found.damaged), (0, 0), "of {disks} disks");
    for (task, at_least) in [("NORMAL", disks / 10), ("OFF", disks / 2)] {
        let found = play(&record(task).unwrap(), disks);
        println!("synchronous={task}, {disks} disks: {found:?}");
        let bad = u64::from(found.lost + found.damaged);
        assert!(bad > at_least, "{task} must fail, or this test cannot: {found:?}");
    }
}

#[test]
fn a_power_cut_loses_no_acknowledged_answer() {
    power_cuts(100);
}

#[test]
#[ignore = "minutes: the same with many more disks"]
fn ten_thousand_power_cuts_lose_no_acknowledged_answer() {
    power_cuts(10_000);
}
