//! Reads all files of a pack in order, and then checks what no single file can show.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::claims::read_claims;
use crate::files::Files;
use crate::inbox::read_inbox;
use crate::manifest::{self, Manifest};
use crate::media::Media;
use crate::misconceptions::read_misconceptions;
use crate::model::{Misconception, Module, Pack, Pool};
use crate::module::ModuleReader;
use crate::notes::{Kind, Notes};
use crate::organisation::read_organisation;
use crate::source::Source;
use crate::statements::{read_coverage, read_glossary};
use crate::story_file::read_story;
use crate::{Problem, Summary, hash};

/// The file that every claim stands in.
const CLAIMS: &str = "claims.toml";

/// A pack as far as it could be read, with everything that is wrong with it.
///
/// Where a value is missing or wrong a stand-in takes its place, so that reading can go on and counts stay
/// right. Therefore the pack comes out only when there are no problems.
#[derive(Debug)]
pub struct Draft {
    pack: Pack,
    problems: Vec<Problem>,
    /// Where each claim stands.
    lines: BTreeMap<String, u32>,
    /// The file of each module's quiz.
    quizzes: BTreeMap<String, String>,
}

/// A claim that was to be looked at again before a day. No problem: the pack is as sound as before, and
/// time has passed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stale {
    /// The claim.
    pub id: String,
    /// Path inside the pack.
    pub file: &'static str,
    /// Counted from 1.
    pub line: u32,
    /// The day by which somebody was to look.
    pub review_by: NaiveDate,
}

impl Draft {
    /// All problems, sorted by file and line, each once.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The claims that are past their review day on a day, in order of that day.
    pub fn stale(&self, on: NaiveDate) -> Vec<Stale> {
        let line = |id: &str| self.lines.get(id).copied().unwrap_or(1);
        let claims = self.pack.stale(on).map(|claim| Stale {
            id: claim.id.clone(),
            file: CLAIMS,
            line: line(&claim.id),
            review_by: claim.review_by,
        });
        let mut stale: Vec<Stale> = claims.collect();
        stale.sort_by_key(|claim| (claim.review_by, claim.line));
        stale
    }

    /// The modules as far as they could be read, in order.
    pub fn modules(&self) -> &[Module] {
        &self.pack.modules
    }

    /// The pack as far as it could be read. With problems it is for showing to its author only.
    pub fn so_far(&self) -> &Pack {
        &self.pack
    }

    /// The file that holds the questions of a module.
    pub fn quiz_file(&self, module: &str) -> Option<&str> {
        self.quizzes.get(module).map(String::as_str).filter(|path| !path.is_empty())
    }

    /// What could be read, in numbers.
    pub fn summary(&self) -> Summary {
        Summary::count(&self.pack, &self.problems)
    }

    /// The pack, if nothing is wrong with it, and the problems.
    pub fn into_result(self) -> (Option<Pack>, Vec<Problem>) {
        let pack = self.problems.is_empty().then_some(self.pack);
        (pack, self.problems)
    }
}

/// Reads the files of a pack, each under its path (`lessons/x.md`).
///
/// Gives the pack if nothing is wrong with it; otherwise every problem at once, sorted by file and line.
pub fn read(files: &BTreeMap<String, Vec<u8>>) -> (Option<Pack>, Vec<Problem>) {
    draft(files).into_result()
}

/// What the files of a pack hold, in numbers, with every problem.
pub fn summary(files: &BTreeMap<String, Vec<u8>>) -> Summary {
    draft(files).summary()
}

/// Reads the files of a pack as far as they can be read.
pub fn draft(files: &BTreeMap<String, Vec<u8>>) -> Draft {
    let notes = Notes::default();
    let (pack, quizzes) = read_files(files, &notes);
    let ids = pack.claims.iter().map(|claim| &claim.id);
    let lines = ids.map(|id| (id.clone(), notes.line_of(Kind::Claim, id))).collect();
    Draft { pack, problems: notes.into_problems(), lines, quizzes }
}

/// The pack as far as it could be read, and the file of each module's quiz.
fn read_files(raw: &BTreeMap<String, Vec<u8>>, notes: &Notes) -> (Pack, BTreeMap<String, String>) {
    if let Some(text) = raw.get("pack.toml").and_then(|bytes| std::str::from_utf8(bytes).ok())
        && manifest::is_too_new(&Source::new("pack.toml", text, notes))
    {
        return Default::default();
    }
    let files = Files::sort(raw, notes);
    let media = Media::read(&files, notes);
    let Manifest { mut pack, heads, inbox, story, assessment } = read_root(&files, notes);
    pack.inbox = inbox.and_then(|(path, line)| read_inbox(&path, line, &files, notes));
    let quizzes = heads.iter().map(|head| (head.module.id.clone(), head.quiz.clone())).collect();
    let reader = ModuleReader::new(&files, &media, notes);
    pack.modules = heads.into_iter().map(|head| reader.read(head)).collect();
    pack.story = story.and_then(|at| read_story(&files, &at, &pack.claims, notes));
    pack.assessment = assessment.map(|draft| draft.finish(&check_bank(&pack.modules), notes));
    pack.organisation = read_organisation(&files, &media, notes);
    pack.pictures = media.pictures;
    pack.hash = hash(raw);
    notes.check_references();
    report_unused(&files, notes);
    (pack, quizzes)
}

/// Reads the files at the root of a pack.
fn read_root(files: &Files<'_>, notes: &Notes) -> Manifest {
    let source = |path| {
        let text = files.text(path, notes)?;
        Some(Source::new(path, text, notes))
    };
    let manifest = source("pack.toml").and_then(|source| manifest::read_manifest(&source));
    if manifest.is_none() {
        notes.unsure(Kind::Step);
        notes.unsure(Kind::Item);
    }
    let mut manifest = manifest.unwrap_or_default();
    let pack = &mut manifest.pack;
    (pack.topics, pack.claims) = read_or(source(CLAIMS), Kind::Claim, notes, read_claims);
    pack.glossary = read_or(source("glossary.toml"), Kind::Term, notes, read_glossary);
    pack.statements = read_or(source("coverage.toml"), Kind::Statement, notes, read_coverage);
    pack.misconceptions = read_wrong_ideas(files, notes);
    manifest
}

/// The module of every check question of the pack.
fn check_bank(modules: &[Module]) -> Vec<&str> {
    let of_module =
        |module: &Module| module.quiz.items.iter().filter(|item| item.pool == Pool::Check).count();
    let modules = modules.iter();
    modules.flat_map(|module| vec![module.id.as_str(); of_module(module)]).collect()
}

/// Reads the wrong ideas. A pack without the file may name them freely.
fn read_wrong_ideas(files: &Files<'_>, notes: &Notes) -> Vec<Misconception> {
    const PATH: &str = "misconceptions.toml";
    notes.use_file(PATH);
    let Some(text) = files.texts.get(PATH) else {
        notes.unsure(Kind::Misconception);
        return Vec::new();
    };
    read_misconceptions(&Source::new(PATH, text, notes))
}

/// Reads a file that defines things of one kind; without it nobody is told that one of them is missing.
fn read_or<T: Default>(
    source: Option<Source<'_>>,
    kind: Kind,
    notes: &Notes,
    read: fn(&Source<'_>) -> T,
) -> T {
    if source.is_none() {
        notes.unsure(kind);
    }
    source.map(|source| read(&source)).unwrap_or_default()
}

/// Reports files that nothing in the pack leads to: they would be carried along unseen.
fn report_unused(files: &Files<'_>, notes: &Notes) {
    let unsure = [Kind::Step, Kind::Message, Kind::Role];
    if unsure.iter().any(|kind| notes.is_unsure(*kind)) {
        return;
    }
    for path in files.texts.keys().chain(files.pictures.keys()) {
        if !notes.is_file_used(path) {
            let message = "nothing in the pack leads to this file; use it or remove it";
            notes.problem(path, 1, "unused-file", message);
        }
    }
}
