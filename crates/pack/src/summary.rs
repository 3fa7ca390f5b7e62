//! What a pack holds, in numbers, for a person or a program that checks it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::Problem;
use crate::mail::Nature;
use crate::model::{Block, Pack, Step};
use crate::reading::Lesson;

/// What a pack holds, in numbers. With problems the numbers are of what could be read all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// How many modules.
    pub modules: usize,
    /// How many steps.
    pub steps: usize,
    /// How many questions of each type, of both pools; every type has its key.
    pub questions: BTreeMap<&'static str, usize>,
    /// How many claims.
    pub claims: usize,
    /// How many terms.
    pub glossary: usize,
    /// How many wrong ideas distractors stand for.
    pub misconceptions: usize,
    /// How many messages the mailbox holds.
    pub messages: usize,
    /// How long each module takes and how hard it is to read, in order of the course.
    pub lessons: Vec<Lesson>,
    /// How many of them are hostile.
    pub hostile_messages: usize,
    /// How many specimens are shown as evidence (quotes with `evidence = true`).
    pub specimens: usize,
    /// How many roles the story offers.
    pub roles: usize,
    /// How many scenes all roles have together.
    pub scenes: usize,
    /// The statements that some step teaches, in order of id.
    pub covers: Vec<String>,
    /// The statements of `coverage.toml` that no step teaches yet: no problem, since a pack may grow.
    pub not_taught: Vec<String>,
    /// All problems.
    pub problems: Vec<Problem>,
}

/// The names of the question types, as the format writes them.
const TYPES: [&str; 10] = [
    "single",
    "multiple",
    "true-false",
    "ordering",
    "matching",
    "sorting",
    "hot-spot",
    "short",
    "estimate",
    "scenario",
];

impl Summary {
    /// Counts what a pack, perhaps a broken one, holds.
    pub(crate) fn count(pack: &Pack, problems: &[Problem]) -> Self {
        let steps: Vec<&Step> = pack.modules.iter().flat_map(|module| &module.steps).collect();
        let mut questions = BTreeMap::from(TYPES.map(|name| (name, 0)));
        for item in pack.modules.iter().flat_map(|module| &module.quiz.items) {
            *questions.entry(item.body.type_name()).or_default() += 1;
        }
        let mailbox =
            pack.inbox.as_ref().map(|inbox| inbox.messages.as_slice()).unwrap_or_default();
        let hostile = mailbox.iter().filter(|message| message.nature == Nature::Hostile);
        let roles = pack.story.as_ref().map_or(&[][..], |story| &story.roles);
        let covers: BTreeSet<&String> = steps.iter().flat_map(|step| &step.covers).collect();
        let promised: BTreeSet<&String> = pack.statements.iter().map(|it| &it.id).collect();
        Self {
            modules: pack.modules.len(),
            steps: steps.len(),
            questions,
            claims: pack.claims.len(),
            glossary: pack.glossary.len(),
            misconceptions: pack.misconceptions.len(),
            lessons: pack.modules.iter().map(Lesson::of).collect(),
            messages: mailbox.len(),
            hostile_messages: hostile.count(),
            specimens: steps.iter().map(|step| specimens(step)).sum(),
            roles: roles.len(),
            scenes: roles.iter().map(|role| role.scenes.len()).sum(),
            not_taught: promised.difference(&covers).map(|id| (*id).clone()).collect(),
            covers: covers.into_iter().cloned().collect(),
            problems: problems.to_vec(),
        }
    }
}

fn specimens(step: &Step) -> usize {
    let is_specimen = |block: &&Block| matches!(block, Block::Quote(quote) if quote.evidence);
    step.blocks.iter().filter(is_specimen).count()
}
