//! What an acknowledged write costs the disk: one sync, and no more.

#![cfg(target_os = "linux")]

use std::{fs, process::Stdio};

use crate::{
    builders::{Home, ready},
    child,
};

#[test]
fn two_hundred_answers_take_about_two_hundred_syncs() {
    let Home { temp, folder } = {
        let home = Home::new();
        ready(&home.learners());
        // The day's copy is made here and not while the calls are counted.
        drop(home.learners());
        home
    };
    let path = folder.path().to_path_buf();
    drop(folder);
    let trace = temp.path().join("trace");
    let tracer = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-e",
        "trace=fdatasync,fsync",
        "-o",
        trace.to_str().unwrap(),
    ];
    let ran = child::command(&tracer, "answer-200", &path).stdout(Stdio::null()).status();
    if !ran.as_ref().is_ok_and(|status| status.success()) {
        return println!("not tested: strace does not run here ({ran:?})");
    }
    let lines = fs::read_to_string(&trace).unwrap();
    let syncs = lines.lines().filter(|line| line.contains("sync(")).count();
    println!("{syncs} syncs for 200 answers, opening and closing");
    assert!(syncs >= 200, "each acknowledged answer is on the disk: {syncs}");
    assert!(syncs <= 220, "and costs no more than one sync: {syncs}");
}
