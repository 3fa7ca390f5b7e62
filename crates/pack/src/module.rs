//! Puts a module together from its lesson and its quiz, and checks the one against the other.

use std::collections::BTreeSet;

use crate::characters::quoted;
use crate::files::Files;
use crate::lesson::{StepDraft, read_lesson};
use crate::manifest::Head;
use crate::media::Media;
use crate::model::{Block, Module, Pool, Quiz};
use crate::notes::{Kind, Notes};
use crate::problem::{Sentence, bare, sentence};
use crate::quiz::read_quiz;
use crate::source::Source;

/// In any row of so many steps the reader is asked to do something.
const MOST_PASSIVE: usize = 3;

/// Reads modules one after another.
pub(crate) struct ModuleReader<'a> {
    files: &'a Files<'a>,
    media: &'a Media,
    notes: &'a Notes,
}

impl<'a> ModuleReader<'a> {
    /// A reader of the modules of these files.
    pub(crate) fn new(files: &'a Files<'a>, media: &'a Media, notes: &'a Notes) -> Self {
        Self { files, media, notes }
    }

    /// The whole module.
    pub(crate) fn read(&self, head: Head) -> Module {
        let steps = match self.open(&head.lesson, head.lesson_line, Kind::Step) {
            Some(source) => {
                let steps = read_lesson(&source, self.media);
                check_steps(&source, &steps);
                steps
            }
            None => Vec::new(),
        };
        let quiz = self.open(&head.quiz, head.quiz_line, Kind::Item);
        let quiz = quiz.and_then(|source| {
            let quiz = read_quiz(&source, &steps, self.media)?;
            self.check_practice(&source, &head.lesson, &quiz, &steps);
            Some(quiz)
        });
        Module {
            quiz: quiz.unwrap_or_else(Quiz::stand_in),
            steps: steps.into_iter().map(|draft| draft.step).collect(),
            ..head.module
        }
    }

    /// The text of a lesson or a quiz; a missing one is reported where the module names it.
    fn open<'p>(&'p self, path: &'p str, line: u32, kind: Kind) -> Option<Source<'p>> {
        self.notes.use_file(path);
        let text = self.files.texts.get(path);
        if text.is_none() {
            self.notes.unsure(kind);
            if !path.is_empty() && !self.files.broken.contains(&path) {
                let message =
                    format!("{} is not in the pack; add it, or correct the path", quoted(path));
                self.notes.problem("pack.toml", line, "missing-file", message);
            }
        }
        Some(Source::new(path, text?, self.notes))
    }

    /// Steps use the practice questions of their own module, and every one of them.
    fn check_practice(&self, source: &Source<'_>, lesson: &str, quiz: &Quiz, steps: &[StepDraft]) {
        if source.is_quiet() {
            return;
        }
        let mut used = BTreeSet::new();
        for (id, line) in steps.iter().flat_map(|draft| &draft.checks) {
            used.insert(id.as_str());
            let (code, message) = match quiz.items.iter().find(|item| item.id == *id) {
                Some(item) if item.pool == Pool::Practice => continue,
                Some(_) => (
                    "check-question-in-step",
                    "belongs to the final check; use one with pool = \"practice\"",
                ),
                None if id.is_empty() => continue,
                None => ("dangling-id", "is not in this module's quiz; correct it or add it there"),
            };
            let message = Sentence {
                words: format!("the question {} {message}", quoted(id)),
                values: vec![bare(&quoted(id))],
            };
            self.notes.problem(lesson, *line, code, message);
        }
        if self.notes.is_unsure(Kind::Step) {
            return;
        }
        for item in quiz.items.iter().filter(|item| item.pool == Pool::Practice) {
            if !used.contains(item.id.as_str()) && !item.id.is_empty() {
                let message = sentence!(
                    "no step uses the practice question {}; add a check block, or make its pool \"check\"",
                    quoted(&item.id)
                );
                let line = self.notes.line_of(Kind::Item, &item.id);
                source.problem(line, "unused-practice", message);
            }
        }
    }
}

/// A module begins with a decision, and never lets its reader only read for long.
fn check_steps(source: &Source<'_>, steps: &[StepDraft]) {
    let decides = |draft: &StepDraft| {
        let mut blocks = draft.step.blocks.iter();
        blocks.any(|block| matches!(block, Block::Decision(_)))
    };
    if let Some(first) = steps.first().filter(|first| !decides(first)) {
        let message = "the first step of a module holds a decision; add a decision block";
        source.problem(first.line, "no-decision", message);
    }
    for row in steps.windows(MOST_PASSIVE) {
        if !row.iter().any(is_active) {
            let message = "three steps in a row ask nothing of the reader; add a decision, check or reflection";
            let line = row.first().map_or(1, |draft| draft.line);
            source.problem(line, "passive-steps", message);
        }
    }
}

fn is_active(draft: &StepDraft) -> bool {
    let mut blocks = draft.step.blocks.iter();
    blocks.any(|block| {
        matches!(block, Block::Decision(_) | Block::Check { .. } | Block::Reflection { .. })
    })
}
