//! What reading turns up besides the pack itself: problems, ids with their places, files in use.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::Problem;
use crate::characters::{quoted, shown_path};
use crate::problem::{Sentence, bare};

/// After this many problems in one file more of them help nobody.
const MOST_PROBLEMS: u32 = 300;

/// Kinds of things that have an id of their own and that other places refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// A module.
    Module,
    /// A step.
    Step,
    /// The questions of a module.
    Quiz,
    /// A question.
    Item,
    /// A topic of claims.
    Topic,
    /// A claim.
    Claim,
    /// A term.
    Term,
    /// A statement of `coverage.toml`.
    Statement,
    /// A message of the mailbox.
    Message,
    /// A role of the story.
    Role,
    /// A wrong idea of `misconceptions.toml`.
    Misconception,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Module => "module",
            Self::Step => "step",
            Self::Quiz => "quiz",
            Self::Item => "item",
            Self::Topic => "topic",
            Self::Claim => "claim",
            Self::Term => "term",
            Self::Statement => "statement",
            Self::Message => "message",
            Self::Role => "role",
            Self::Misconception => "misconception",
        }
    }

    fn home(self) -> &'static str {
        match self {
            Self::Module => "pack.toml",
            Self::Step => "the lessons",
            Self::Quiz | Self::Item => "the quizzes",
            Self::Topic | Self::Claim => "claims.toml",
            Self::Term => "glossary.toml",
            Self::Statement => "coverage.toml",
            Self::Message => "the inbox",
            Self::Role => "the story",
            Self::Misconception => "misconceptions.toml",
        }
    }
}

/// A file and a line of it.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// Path inside the pack.
    pub(crate) file: String,
    /// Counted from 1.
    pub(crate) line: u32,
}

/// Collects while the files are read; shared by every reader.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    problems: RefCell<BTreeSet<Problem>>,
    counts: RefCell<BTreeMap<String, u32>>,
    defined: RefCell<BTreeMap<(Kind, String), Place>>,
    used: RefCell<BTreeMap<(Kind, String), Vec<Place>>>,
    unsure: RefCell<BTreeSet<Kind>>,
    files: RefCell<BTreeSet<String>>,
}

impl Notes {
    /// Writes a problem down.
    pub(crate) fn problem(
        &self,
        file: &str,
        line: u32,
        code: &'static str,
        message: impl Into<Sentence>,
    ) {
        let file = shown_path(file);
        let mut counts = self.counts.borrow_mut();
        let count = counts.entry(file.clone()).or_default();
        *count += 1;
        let problem = match (*count).cmp(&MOST_PROBLEMS) {
            std::cmp::Ordering::Less => {
                let Sentence { words, values } = message.into();
                Problem { file, line, code, message: words, values }
            }
            std::cmp::Ordering::Equal => Problem {
                file,
                line,
                code: "too-many-problems",
                message: "too many problems in this file; the rest is not listed".into(),
                values: Vec::new(),
            },
            std::cmp::Ordering::Greater => return,
        };
        self.problems.borrow_mut().insert(problem);
    }

    /// An id is given to something here; gives the place where it was given to something before.
    pub(crate) fn define(&self, kind: Kind, id: &str, place: Place) -> Option<Place> {
        if id.is_empty() {
            return None;
        }
        let key = (kind, id.to_owned());
        let first = self.defined.borrow().get(&key).cloned();
        if first.is_none() {
            self.defined.borrow_mut().insert(key, place);
        }
        first
    }

    /// An id is referred to here.
    pub(crate) fn refer(&self, kind: Kind, id: &str, place: Place) {
        let mut used = self.used.borrow_mut();
        used.entry((kind, id.to_owned())).or_default().push(place);
    }

    /// Something of this kind could not be read, so that a missing id proves nothing.
    pub(crate) fn unsure(&self, kind: Kind) {
        self.unsure.borrow_mut().insert(kind);
    }

    /// Whether something of this kind could not be read.
    pub(crate) fn is_unsure(&self, kind: Kind) -> bool {
        self.unsure.borrow().contains(&kind)
    }

    /// The line at which an id is defined.
    pub(crate) fn line_of(&self, kind: Kind, id: &str) -> u32 {
        let defined = self.defined.borrow();
        let place = defined.get(&(kind, id.to_owned()));
        place.map_or(1, |place| place.line)
    }

    /// A file of the pack has a use.
    pub(crate) fn use_file(&self, path: &str) {
        self.files.borrow_mut().insert(path.to_owned());
    }

    /// Whether a file has a use.
    pub(crate) fn is_file_used(&self, path: &str) -> bool {
        self.files.borrow().contains(path)
    }

    /// Reports references that lead nowhere, and topics, claims and wrong ideas that nothing refers to.
    pub(crate) fn check_references(&self) {
        let (defined, used) = (self.defined.borrow(), self.used.borrow());
        let unsure = self.unsure.borrow();
        for ((kind, id), places) in &*used {
            if unsure.contains(kind) || defined.contains_key(&(*kind, id.clone())) {
                continue;
            }
            let (name, home) = (kind.name(), kind.home());
            for place in places {
                let message = Sentence {
                    words: format!(
                        "no {name} has the id {}; correct it, or add it to {home}",
                        quoted(id)
                    ),
                    values: vec![bare(&quoted(id)), name.to_owned()],
                };
                self.problem(&place.file, place.line, "dangling-id", message);
            }
        }
        for (key, place) in &*defined {
            if key.0 == Kind::Topic && !used.contains_key(key) {
                let id = quoted(&key.1);
                let message = format!("no claim has the topic {id}; use it or remove it");
                self.problem(&place.file, place.line, "unused-topic", message);
            }
        }
        // Where lessons, questions, messages or the story could not be read, the missing use may be in them.
        let users = [Kind::Step, Kind::Item, Kind::Message, Kind::Role];
        if users.iter().any(|kind| unsure.contains(kind)) {
            return;
        }
        for (key, place) in &*defined {
            let code = match key.0 {
                Kind::Claim => "unused-claim",
                Kind::Misconception => "unused-misconception",
                _ => continue,
            };
            if !used.contains_key(key) {
                let (name, id) = (key.0.name(), quoted(&key.1));
                let message = format!("nothing refers to the {name} {id}; use it or remove it");
                self.problem(&place.file, place.line, code, message);
            }
        }
    }

    /// All problems, sorted by file and line, each once.
    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner().into_iter().collect()
    }
}
