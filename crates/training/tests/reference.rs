//! The schedule agrees with the reference implementation of FSRS-6, `ts-fsrs`, over random histories.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use eighteen_training::{Grade, MOST_DAYS, Memory, RETENTION, Review, remember};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

const HISTORIES: u64 = 5_000;
/// The reference reckons in 64 bits and rounds to eight places; this crate reckons in 32 bits.
const AGREES: f64 = 1e-4;

/// Grades and days of up to twenty answers: on the same day, as planned, or long after.
fn history(seed: u64) -> Vec<Review> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let mut day = 0;
    (0..chance.random_range(1..=20))
        .map(|_| {
            day += match chance.random_range(0..4) {
                0 => 0,
                1 => chance.random_range(1..10),
                2 => chance.random_range(1..150),
                _ => chance.random_range(1..2_000),
            };
            Review { day, grade: Grade::ALL[chance.random_range(0..4)], seed: None }
        })
        .collect()
}

/// What the reference says after each answer: stability, difficulty, interval in days.
fn reference(histories: &[Vec<Review>]) -> Vec<Vec<[f64; 3]>> {
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui");
    let numbers: Vec<Vec<[i32; 2]>> = histories
        .iter()
        .map(|history| history.iter().map(|one| [one.grade as i32 + 1, one.day]).collect())
        .collect();
    let input = serde_json::json!({
        "retention": f64::from(RETENTION), "mostDays": MOST_DAYS, "histories": numbers,
    });
    let mut node = Command::new("node")
        .arg("scripts/fsrs-reference.mjs")
        .current_dir(&ui)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Node has to be installed, as for building the page");
    node.stdin.take().unwrap().write_all(input.to_string().as_bytes()).unwrap();
    let output = node.wait_with_output().unwrap();
    assert!(output.status.success(), "`npm ci` in ui/ installs the reference");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn agree(what: &str, ours: f64, theirs: f64, history: &[Review]) -> f64 {
    let difference = (ours - theirs).abs() / theirs.abs().max(1e-9);
    assert!(difference < AGREES, "{what}: {ours} here, {theirs} there, after {history:?}");
    difference
}

#[test]
fn the_schedule_agrees_with_the_reference_implementation() {
    let histories: Vec<Vec<Review>> = (0..HISTORIES).map(history).collect();
    let theirs = reference(&histories);
    let (mut answers, mut worst, mut at_most) = (0, 0.0_f64, 0);
    for (history, theirs) in histories.iter().zip(&theirs) {
        let mut memory: Option<Memory> = None;
        assert_eq!(history.len(), theirs.len());
        for (index, (review, [stability, difficulty, days])) in
            history.iter().zip(theirs).enumerate()
        {
            let ours = remember(memory.as_ref(), *review).unwrap();
            let so_far = &history[..=index];
            worst = worst.max(agree("stability", ours.stability.into(), *stability, so_far));
            worst = worst.max(agree("difficulty", ours.difficulty.into(), *difficulty, so_far));
            // Only where the reference stands within that margin of a half may the day differ.
            let is_on_the_edge = (stability.fract() - 0.5).abs() < AGREES * stability.max(1.0);
            let apart = (f64::from(ours.interval) - days).abs();
            let may_differ = if is_on_the_edge { 1.5 } else { 0.5 };
            assert!(apart < may_differ, "{ours:?}, {days} days there");
            (answers, at_most) = (answers + 1, at_most + i32::from(ours.interval == MOST_DAYS));
            memory = Some(ours);
        }
    }
    assert!(answers > 40_000 && at_most > 1_000, "{answers} answers, {at_most} at the most days");
    println!("{answers} answers agree; the largest difference is {worst:.1e}");
}
