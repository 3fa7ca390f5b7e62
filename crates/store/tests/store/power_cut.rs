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

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::Stdio,
};

use eighteen_store::{DataFolder, Kind, Store};

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

/// One thing that the traced process did.
#[derive(Debug)]
enum Event {
    Make(String),
    Remove(String),
    Rename(String, String),
    Write(String, usize, Vec<u8>),
    Cut(String, usize),
    Sync(String),
    SyncFolder,
    /// It was told that this answer is kept.
    Acknowledged(u32),
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

fn read_trace(trace: &str, folder: &Path) -> Vec<Event> {
    let mut places = BTreeMap::new();
    let mut found = BTreeSet::from(["learner.db".to_owned()]);
    let mut events = Vec::new();
    for line in trace.lines() {
        let Some((call, rest)) =
            line.split_once(' ').and_then(|(_, call)| call.trim().split_once('('))
        else {
            continue;
        };
        assert!(!rest.contains("unfinished"), "calls of two threads are mixed: {line:.200}");
        let Some((arguments, result)) = rest.rsplit_once(") = ") else { continue };
        if result.starts_with('-') {
            continue;
        }
        let event = event(call, arguments, folder, &mut places);
        match &event {
            // Opening a file with leave to make it makes it only where it is not.
            Some(Event::Make(name)) if !found.insert(name.clone()) => continue,
            Some(Event::Remove(name)) => {
                found.remove(name);
            }
            _ => {}
        }
        events.extend(event);
    }
    events
}

fn event(
    call: &str,
    arguments: &str,
    folder: &Path,
    places: &mut BTreeMap<String, usize>,
) -> Option<Event> {
    let texts: Vec<Vec<u8>> = arguments.split('"').skip(1).step_by(2).map(unescaped).collect();
    let file = |path: &[u8]| {
        let path = Path::new(std::str::from_utf8(path).ok()?).strip_prefix(folder).ok()?;
        let name = path.to_str()?.to_owned();
        (name.is_empty() || name == "learner.db" || name == "learner.db-wal").then_some(name)
    };
    let opened = || {
        let inner = arguments.split_once('<')?.1;
        file(&unescaped(inner.split_once('>')?.0))
    };
    let last = || arguments.rsplit_once(", ")?.1.parse::<usize>().ok();
    match call {
        "openat" if arguments.contains("O_CREAT") => Some(Event::Make(file(texts.first()?)?)),
        "unlink" => Some(Event::Remove(file(texts.first()?)?)),
        "rename" => Some(Event::Rename(file(texts.first()?)?, file(texts.get(1)?)?)),
        "ftruncate" => Some(Event::Cut(opened()?, last()?)),
        "fsync" | "fdatasync" => Some(match opened()? {
            name if name.is_empty() => Event::SyncFolder,
            name => Event::Sync(name),
        }),
        "lseek" => {
            let at = arguments.split(", ").nth(1)?.parse().ok()?;
            places.insert(opened()?, at);
            None
        }
        "pwrite64" => Some(Event::Write(opened()?, last()?, texts.into_iter().next()?)),
        "write" if arguments.starts_with("1<") => {
            let word = String::from_utf8(texts.into_iter().next()?).ok()?;
            let number = word.trim().rsplit_once("child: ")?.1.parse().ok()?;
            Some(Event::Acknowledged(number))
        }
        "write" => {
            let name = opened()?;
            let bytes = texts.into_iter().next()?;
            let at = *places.get(&name)?;
            places.insert(name.clone(), at + bytes.len());
            Some(Event::Write(name, at, bytes))
        }
        _ => None,
    }
}

/// Bytes that the tracer wrote as `\x00\xff`.
fn unescaped(text: &str) -> Vec<u8> {
    let digit = |digit: u8| u8::try_from(char::from(digit).to_digit(16).unwrap_or(0)).unwrap();
    let text = text.as_bytes();
    text.chunks_exact(4).map(|escape| digit(escape[2]) << 4 | digit(escape[3])).collect()
}

/// A change to a file that the disk may or may not have.
#[derive(Clone)]
enum Change<'a> {
    Write(usize, &'a [u8]),
    Cut(usize),
}

#[derive(Clone, Default)]
struct File<'a> {
    synced: Vec<u8>,
    since: Vec<Change<'a>>,
}

impl File<'_> {
    fn sync(&mut self) {
        for change in self.since.drain(..) {
            apply(&mut self.synced, &change);
        }
    }
}

fn apply(bytes: &mut Vec<u8>, change: &Change<'_>) {
    match *change {
        Change::Cut(length) => bytes.resize(length, 0),
        Change::Write(at, new) => {
            if bytes.len() < at {
                bytes.resize(at, 0);
            }
            let over = new.len().min(bytes.len() - at);
            bytes[at..at + over].copy_from_slice(&new[..over]);
            bytes.extend_from_slice(&new[over..]);
        }
    }
}

/// A disk: files by number, and which name stands for which, as synced and with what happened since.
#[derive(Default)]
struct Disk<'a> {
    files: Vec<File<'a>>,
    names: BTreeMap<String, usize>,
    synced_names: BTreeMap<String, usize>,
    since: Vec<(String, Option<usize>)>,
}

impl<'a> Disk<'a> {
    fn new(before: &BTreeMap<String, Vec<u8>>) -> Self {
        let mut disk = Self::default();
        for (name, bytes) in before {
            disk.files.push(File { synced: bytes.clone(), since: Vec::new() });
            disk.names.insert(name.clone(), disk.files.len() - 1);
        }
        disk.synced_names = disk.names.clone();
        disk
    }

    fn name(&mut self, name: &str, file: Option<usize>) {
        match file {
            Some(file) => self.names.insert(name.to_owned(), file),
            None => self.names.remove(name),
        };
        self.since.push((name.to_owned(), file));
    }

    /// Does what the process did; says what was acknowledged.
    fn happen(&mut self, event: &'a Event) -> Option<u32> {
        match event {
            Event::Acknowledged(number) => return Some(*number),
            Event::Make(name) => {
                self.files.push(File::default());
                self.name(name, Some(self.files.len() - 1));
            }
            Event::Remove(name) => self.name(name, None),
            Event::Rename(from, to) => {
                let file = self.names.get(from).copied();
                self.name(from, None);
                self.name(to, file);
            }
            Event::Write(name, at, bytes) => self.change(name, Change::Write(*at, bytes)),
            Event::Cut(name, length) => self.change(name, Change::Cut(*length)),
            Event::Sync(name) => {
                let file = self.names[name];
                self.files[file].sync();
            }
            Event::SyncFolder => {
                self.since.clear();
                self.synced_names = self.names.clone();
            }
        }
        None
    }

    fn change(&mut self, name: &str, change: Change<'a>) {
        let file = self.names[name];
        self.files[file].since.push(change);
    }

    /// What is found after the power went, by chance.
    fn cut(&self, chance: &mut Chance) -> BTreeMap<String, Vec<u8>> {
        let mut names = self.synced_names.clone();
        for (name, file) in &self.since {
            if chance.below(2) == 0 {
                match file {
                    Some(file) => names.insert(name.clone(), *file),
                    None => names.remove(name),
                };
            }
        }
        let left = |file: &usize| left_of(&self.files[*file], chance);
        let bytes: Vec<Vec<u8>> = names.values().map(left).collect();
        names.into_keys().zip(bytes).collect()
    }
}

/// What was synced, and of what was written since: nothing, all, or any part.
fn left_of(file: &File<'_>, chance: &mut Chance) -> Vec<u8> {
    const SECTOR: usize = 512;
    let mut bytes = file.synced.clone();
    let some = chance.below(4);
    for change in &file.since {
        let luck = chance.below(10);
        match change {
            _ if some == 0 => {}
            _ if some == 1 || luck < 5 => apply(&mut bytes, change),
            Change::Write(at, new) if luck == 5 && new.len() > SECTOR => {
                // Torn: the first sectors of a write, or the last ones.
                let cut = (1 + chance.below(new.len() / SECTOR)) * SECTOR % new.len();
                let part =
                    if chance.below(2) == 0 { (*at, &new[..cut]) } else { (at + cut, &new[cut..]) };
                apply(&mut bytes, &Change::Write(part.0, part.1));
            }
            _ => {}
        }
    }
    bytes
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
