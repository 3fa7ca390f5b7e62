//! Tests of the whole crate: the sample pack of format 1, and what happens when one thing in it changes.

mod hostile;
mod known;
mod load;
mod mutations;
mod rules;
mod sample;
mod schemas;

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::{Pack, Problem, load_dir, read};

/// The files of a pack, as tests change them.
type Files = BTreeMap<String, Vec<u8>>;

/// The folder of the sample pack of format 1.
fn sample_folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/packs/v1"))
}

/// The sample pack: every block and every type of question, and nothing wrong with it.
fn sample() -> Files {
    load_dir(&sample_folder()).unwrap()
}

/// The sample with one text replaced by another, everywhere in one file.
fn sample_with(file: &str, from: &str, to: &str) -> Files {
    let mut files = sample();
    let text = String::from_utf8(files[file].clone()).unwrap();
    assert!(text.contains(from), "{file} does not hold {from:?}");
    files.insert(file.into(), text.replacen(from, to, 1).into_bytes());
    files
}

/// The sample with a file added, or replaced.
fn sample_and(file: &str, bytes: impl AsRef<[u8]>) -> Files {
    let mut files = sample();
    files.insert(file.into(), bytes.as_ref().to_vec());
    files
}

/// Every code that a test meets is listed in `FORMAT.md`.
fn documented(problems: &[Problem]) {
    let format = include_str!("../../FORMAT.md");
    for problem in problems {
        let code = format!("`{}`", problem.code);
        assert!(format.contains(&code), "{code} is not in FORMAT.md");
    }
}

/// Where the problems are and what they are, without their messages: `file:line code`.
fn places(problems: &[Problem]) -> Vec<String> {
    let places = problems.iter();
    places.map(|problem| format!("{}:{} {}", problem.file, problem.line, problem.code)).collect()
}

/// Reads files that must have exactly these problems.
fn check(files: &Files, expect: &[&str]) {
    let (pack, problems) = read(files);
    documented(&problems);
    assert_eq!(places(&problems), expect, "{problems:#?}");
    assert_eq!(pack.is_some(), expect.is_empty());
}

/// Reads files that must be sound.
fn sound(files: &Files) -> Pack {
    let (pack, problems) = read(files);
    assert!(problems.is_empty(), "{problems:#?}");
    pack.unwrap()
}
