//! Every named hostile input is met with its expected reason, quickly, in little memory, and with nothing done.
#![allow(clippy::unwrap_used, missing_docs)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    net::TcpListener,
    path::{Path, PathBuf},
    process::Command,
    thread,
};

use eighteen_exchange::Unjudged;
use eighteen_hostile::corpus::{corpus, markup};

/// What the issue allows an input.
const MOST_MILLISECONDS: u64 = 2_000;
const MOST_KIB: u64 = 64 * 1024;
/// Inputs that one process judges.
const AT_A_TIME: usize = 20;

/// Every path below a folder, with what is in it.
fn snapshot(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.is_symlink() {
            found.insert(path.clone(), Vec::new());
            found.extend(snapshot(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

/// What processes of their own say of all inputs, two at a time: the number of the first, and a line for each.
fn judged(inputs: usize, port: u16, inside: &Path) -> Vec<(usize, String)> {
    let judge = |first: usize| {
        let words = [usize::from(port), first, first + AT_A_TIME].map(|word| word.to_string());
        let child = Command::new(env!("CARGO_BIN_EXE_hostile"))
            .args(words)
            .current_dir(inside)
            .env("HOME", inside.parent().unwrap())
            .output()
            .unwrap();
        let lines = String::from_utf8(child.stdout).unwrap();
        let said = String::from_utf8_lossy(&child.stderr).into_owned();
        assert!(child.status.success(), "after {:?}: {said}", lines.lines().last());
        (first, lines)
    };
    let firsts: Vec<usize> = (0..inputs).step_by(AT_A_TIME).collect();
    let (even, odd): (Vec<usize>, Vec<usize>) =
        firsts.iter().partition(|first| (**first / AT_A_TIME).is_multiple_of(2));
    thread::scope(|scope| {
        let other = scope.spawn(|| odd.into_iter().map(judge).collect::<Vec<_>>());
        let mut all: Vec<_> = even.into_iter().map(judge).collect();
        all.extend(other.join().unwrap());
        all
    })
}

#[test]
fn every_input_is_met_with_its_reason_in_little_time_and_memory_and_nothing_is_done() {
    let canary = TcpListener::bind("127.0.0.1:0").unwrap();
    canary.set_nonblocking(true).unwrap();
    let port = canary.local_addr().unwrap().port();
    let inputs = corpus(port);
    let names: BTreeSet<&str> = inputs.iter().map(|input| input.name.as_str()).collect();
    assert_eq!(names.len(), inputs.len(), "names are there once");
    assert!(names.len() >= 100, "{} inputs", names.len());
    let around = tempfile::tempdir().unwrap();
    // A home as somebody has one; the process stands in the middle of it.
    let inside = around.path().join("home/work");
    fs::create_dir_all(inside.join("lessons")).unwrap();
    for (name, text) in [("../.profile", "x"), ("pack.toml", "theirs"), ("../../evil.md", "")] {
        fs::write(inside.join(name), text).unwrap();
    }
    let before = snapshot(around.path());
    let (mut slowest, mut largest) = (0, 0);
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (first, lines) in judged(inputs.len(), port, &inside) {
        for (line, input) in lines.lines().zip(&inputs[first..]) {
            let fields: Vec<&str> = line.splitn(5, '\t').collect();
            let [name, is_met, took, grew, said] = fields[..] else { panic!("{line}") };
            assert_eq!(name, input.name);
            if is_met != "true" {
                wrong.push(format!("{name}: {} was to be said, not {said}", input.expected));
            }
            let (took, grew): (u64, u64) = (took.parse().unwrap(), grew.parse().unwrap());
            if took > MOST_MILLISECONDS || grew > MOST_KIB {
                wrong.push(format!("{name}: {took} ms, {grew} KiB"));
            }
            (slowest, largest) = (slowest.max(took), largest.max(grew));
            seen += 1;
        }
    }
    println!("{seen} inputs, the slowest {slowest} ms, the largest {largest} KiB");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(seen, inputs.len());
    assert_eq!(snapshot(around.path()), before, "nothing is made, changed or taken away");
    let called = canary.accept().map(drop).unwrap_err();
    assert_eq!(called.kind(), io::ErrorKind::WouldBlock, "nobody calls");
}

#[test]
fn chance_makes_no_reader_panic_or_break_its_promise() {
    // About five seconds in all; `cargo xtask fuzz` is the long way.
    for (name, times) in [
        ("archive", 3_000),
        ("manifest", 3_000),
        ("pack-toml", 100),
        ("markdown", 500),
        ("gift", 2_000),
        ("moodle-xml", 1_500),
        ("results", 200),
        ("assignments", 3_000),
        ("people", 3_000),
    ] {
        let target = eighteen_hostile::targets::named(name).unwrap();
        eighteen_hostile::targets::shake(target, times, 0x2026_1123_0018_0018);
    }
}

#[test]
fn packs_for_the_window_are_what_they_should_be() {
    let (pack, literals) = markup::shown_pack();
    assert!(!pack.is_empty() && literals.len() > 5);
    for bytes in markup::refused_packs(9) {
        let head = Unjudged::open(bytes.as_slice()).unwrap();
        let title = head.manifest().title.clone();
        let (pack, problems) = eighteen_pack::read(&head.files().unwrap().files);
        assert!(pack.is_none() && problems.len() > 10, "{title}: {problems:?}");
    }
}
