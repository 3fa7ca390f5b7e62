//! One thing is changed in the sample; exactly the problem that follows from it is reported, at its line.

mod files;
mod inbox;
mod lessons;
mod story;
mod tables;

use super::{check, sample, sample_with};

const PACK: &str = "pack.toml";
const CLAIMS: &str = "claims.toml";
const GLOSSARY: &str = "glossary.toml";
const COVERAGE: &str = "coverage.toml";
const LESSON: &str = "lessons/first-look.md";
const QUIZ: &str = "quizzes/first-look.toml";
const INBOX: &str = "inbox/inbox.toml";
const LETTER: &str = "inbox/letter.toml";
const TYPES: &str = "quizzes/second-look.toml";
const SVG: &str = "media/fan-out.svg";

/// For each row replaces a text in one file of the sample, and compares the problems.
///
/// An expected problem is written as `+0 code` (so many lines after the line of the change), `@1 code`
/// (this line of the same file) or `other/file code`; several stand between commas.
fn change(file: &str, rows: &[(&str, &str, &str)]) {
    for (from, to, expect) in rows {
        let text = String::from_utf8(sample()[file].clone()).unwrap();
        let before = text.split(from).next().unwrap();
        let changed = i64::try_from(before.matches('\n').count()).unwrap() + 1;
        let (_, problems) = crate::read(&sample_with(file, from, to));
        super::documented(&problems);
        let expect: Vec<&str> = expect.split(", ").filter(|it| !it.is_empty()).collect();
        let found: Vec<String> = problems
            .iter()
            .zip(expect.iter().chain(std::iter::repeat(&"")))
            .map(|(problem, expect)| match (problem.file == file, expect.starts_with('@')) {
                (true, true) => format!("@{} {}", problem.line, problem.code),
                (true, false) => {
                    format!("{:+} {}", i64::from(problem.line) - changed, problem.code)
                }
                (false, _) => format!("{} {}", problem.file, problem.code),
            })
            .collect();
        assert_eq!(found, expect, "{file}: {from:?} -> {to:?}: {problems:#?}");
    }
}

#[test]
fn a_syntax_error_stands_at_its_line_and_silences_what_follows_from_it() {
    check(&sample_with(PACK, "version = 1", "version = = 1"), &["pack.toml:4 toml-syntax"]);
    check(
        &sample_with(CLAIMS, "status = \"claimed\"", "status = \"claimed"),
        &["claims.toml:27 toml-syntax"],
    );
    check(
        &sample_with(LESSON, "item = \"which-came-first\"", "item : 1"),
        &["lessons/first-look.md:48 toml-syntax"],
    );
}

#[test]
fn a_newer_format_is_the_only_problem() {
    let mut files = sample_with(PACK, "format = 1", "format = 2");
    files.insert("scenes/new.toml".into(), b"x = 1".to_vec());
    check(&files, &["pack.toml:2 format-too-new"]);
}

#[test]
fn all_problems_come_at_once_in_order() {
    let mut files = sample_with(PACK, "version = 1", "version = 0");
    files.remove("coverage.toml");
    files.insert("notes.txt".into(), b"x".to_vec());
    files.insert("lessons/lost.md".into(), b"## x".to_vec());
    check(
        &files,
        &[
            "coverage.toml:1 missing-file",
            "lessons/lost.md:1 unused-file",
            "notes.txt:1 unexpected-file",
            "pack.toml:4 number-out-of-range",
        ],
    );
}
