//! Reads `pack.toml`.

use std::collections::BTreeSet;

use crate::FORMAT;
use crate::characters::quoted;
use crate::inbox;
use crate::model::{Direction, Module, Pack, Quiz};
use crate::notes::Kind;
use crate::policy::{AssessmentDraft, read_assessment};
use crate::source::Source;
use crate::table::{Table, read_toml};
use crate::value::Value;

/// What `pack.toml` says: the pack without its content, and where its content stands.
#[derive(Default)]
pub(crate) struct Manifest {
    /// The pack without its content.
    pub(crate) pack: Pack,
    /// The modules.
    pub(crate) heads: Vec<Head>,
    /// The path of the mailbox and the line that names it.
    pub(crate) inbox: Option<(String, u32)>,
    /// The story, where there is one.
    pub(crate) story: Option<PathAt>,
    /// The final assessment, to be checked when all modules are read.
    pub(crate) assessment: Option<AssessmentDraft>,
}

/// The path of a file, and where it is named.
pub(crate) struct PathAt {
    /// Path inside the pack, empty if it is not known.
    pub(crate) path: String,
    /// Where it is named.
    pub(crate) line: u32,
}

/// A module of `pack.toml`: what is known before its lesson and quiz are read.
pub(crate) struct Head {
    /// The module with no steps and no questions yet.
    pub(crate) module: Module,
    /// Path of the lesson, empty if it is not known.
    pub(crate) lesson: String,
    /// Where the path of the lesson stands.
    pub(crate) lesson_line: u32,
    /// Path of the quiz, empty if it is not known.
    pub(crate) quiz: String,
    /// Where the path of the quiz stands.
    pub(crate) quiz_line: u32,
    /// Where the module stands in `pack.toml`.
    pub(crate) line: u32,
}

/// Reports a pack of a newer format, and tells whether it is one: to read on would report nonsense.
///
/// The format number comes before anything else. A pack of an older format would be upgraded after this,
/// format by format, so that the rest of the crate sees the newest only; there is no older one yet.
pub(crate) fn is_too_new(source: &Source<'_>) -> bool {
    let format = read_toml(source, &[], |root| {
        root.forgive();
        let value = root.get("format")?;
        Some((value.whole(1..=u32::MAX), value.line()))
    });
    match format.flatten() {
        Some((format, line)) if format > FORMAT => {
            let message = format!(
                "format {format} is newer than {FORMAT}, the newest that this program reads; update the program"
            );
            source.problem(line, "format-too-new", message);
            true
        }
        _ => false,
    }
}

/// Reads the whole file.
pub(crate) fn read_manifest(source: &Source<'_>) -> Option<Manifest> {
    read_toml(source, &[Kind::Step, Kind::Item, Kind::Module], |root| {
        root.whole("format", 1..=u32::MAX);
        let tables = root.any_tables("module");
        if tables.is_empty() {
            source.problem(
                root.line(),
                "no-modules",
                "a pack has at least one module; add a [[module]]",
            );
        }
        let heads: Vec<Head> = tables.iter().map(read_head).collect();
        report_numbers(source, &heads);
        let inbox = root.get("inbox").map(|value| (inbox::read_path(&value), value.line()));
        let assessment = root.get("assessment").and_then(|value| value.table());
        let assessment = assessment.map(|table| read_assessment(&table));
        let story = read_story_path(root);
        Manifest { pack: read_pack(root), heads, inbox, story, assessment }
    })
}

fn report_numbers(source: &Source<'_>, heads: &[Head]) {
    let mut seen = BTreeSet::new();
    for head in heads {
        let number = head.module.number;
        if !seen.insert(number) {
            let message = format!("another module has the number {number} already; change one");
            source.problem(head.line, "duplicate-number", message);
        }
    }
}

fn read_pack(root: &Table<'_>) -> Pack {
    let directions = [("ltr", Direction::Ltr), ("rtl", Direction::Rtl)];
    Pack {
        id: root.slug("id"),
        version: root.whole("version", 1..=1_000_000),
        released: root.date("released"),
        lang: read_language(root),
        dir: root.one_of("dir", &directions).unwrap_or_default(),
        title: root.plain("title"),
        about: root.sentences("about"),
        publisher: root.plain("publisher"),
        licence: root.plain("licence"),
        ..Pack::default()
    }
}

fn read_language(root: &Table<'_>) -> String {
    let lang = root.plain("lang");
    if let Some(message) = check_language(&lang) {
        root.source().problem(root.line_of("lang"), "bad-language", message);
    }
    lang
}

/// Why this is no language tag; nothing when it is one, and where nothing is written.
pub(crate) fn check_language(lang: &str) -> Option<String> {
    let wrong = !(lang.is_empty() || is_language(lang));
    wrong.then(|| format!("{} is no language tag; write one such as en-GB", quoted(lang)))
}

/// Whether this is a language tag as a pack writes one, such as en-GB.
pub fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let first_is_right =
        (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_lowercase());
    first_is_right
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

fn read_head(table: &Table<'_>) -> Head {
    let module = Module {
        id: table.defined("id", Kind::Module),
        number: table.whole("number", 0..=999),
        title: table.plain("title"),
        summary: table.sentences("summary"),
        when: table.plain("when"),
        from: table.date("from"),
        to: table.date("to"),
        outcomes: read_outcomes(table),
        steps: Vec::new(),
        quiz: Quiz::stand_in(),
    };
    if module.to < module.from {
        let line = table.line_of("to");
        let message = "`to` lies before `from`; exchange or correct them";
        table.source().problem(line, "dates-reversed", message);
    }
    Head {
        module,
        lesson: read_path(table, "lesson", "lessons/", ".md"),
        lesson_line: table.line_of("lesson"),
        quiz: read_path(table, "quiz", "quizzes/", ".toml"),
        quiz_line: table.line_of("quiz"),
        line: table.line(),
    }
}

fn read_outcomes(table: &Table<'_>) -> Vec<String> {
    let values = table.required("outcomes").map(|value| value.list(2..=4));
    let values = values.unwrap_or_default();
    values.iter().map(Value::sentences).collect()
}

pub(crate) fn read_path(
    table: &Table<'_>,
    key: &'static str,
    folder: &str,
    ending: &str,
) -> String {
    let value = table.required(key);
    value.map(|value| value.path(folder, ending)).unwrap_or_default()
}

fn read_story_path(root: &Table<'_>) -> Option<PathAt> {
    let value = root.get("story")?;
    Some(PathAt { path: value.path("story/", ".toml"), line: value.line() })
}
