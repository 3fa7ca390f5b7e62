//! The course that ships with the app, read and checked, and ways to find things in it.

use std::{collections::BTreeMap, sync::OnceLock};

use eighteen_pack::{Assessment, Claim, Inbox, Item, Module, Pack, Picture, Pool, Step, Term};
use eighteen_store::{SearchIndex, TrustRecord};
use rust_embed::RustEmbed;

use crate::{
    error::{ErrorCode, UserError, not_found},
    references::References,
    search::build_index,
    shelf::{Found, Proof},
    trust::standing,
    wire::{self, question::StepLink},
};

#[derive(RustEmbed)]
#[folder = "../../content/eighteen-days"]
struct Shipped;

/// The files of the course that ships, by path.
pub fn shipped_files() -> BTreeMap<String, Vec<u8>> {
    Shipped::iter()
        .filter_map(|path| Some((path.to_string(), Shipped::get(&path)?.data.into_owned())))
        .collect()
}

/// A course that can be taken.
#[derive(Debug)]
pub struct Course {
    /// The pack it comes from.
    pub pack: Pack,
    /// Which steps speak of a claim or a term.
    pub(crate) references: References,
    /// Whose word there is for it.
    pub(crate) origin: Origin,
    /// Made when somebody first looks for something.
    index: OnceLock<SearchIndex>,
}

/// Whose word there is for a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Origin {
    /// It is part of this program.
    Shipped,
    /// An installed pack that somebody signed, under the name by which the key is known here.
    Signed(String),
    /// An installed pack that nobody signed.
    Unsigned,
    /// The pack that is being made, while its maker looks at it.
    Draft,
}

impl Course {
    /// The course that ships.
    ///
    /// # Errors
    /// `PackInvalid` with every problem, when its files do not pass their checks.
    pub fn shipped() -> Result<Self, UserError> {
        Self::from_files(&shipped_files())
    }

    /// A course from the files of a pack.
    ///
    /// # Errors
    /// `PackInvalid` with every problem.
    pub fn from_files(files: &BTreeMap<String, Vec<u8>>) -> Result<Self, UserError> {
        let (pack, problems) = eighteen_pack::read(files);
        pack.map(|pack| Self::of(pack, Origin::Shipped)).ok_or_else(|| {
            let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
            UserError::new(ErrorCode::PackInvalid, lines.join("\n"))
        })
    }

    /// A course of an installed pack.
    pub(crate) fn installed(found: Found, record: &TrustRecord) -> Self {
        let origin = match &found.proof {
            Proof::Signed(Some(key)) => Origin::Signed(standing(record, key).name().to_owned()),
            _ => Origin::Unsigned,
        };
        Self::of(found.pack, origin)
    }

    /// A course of a pack that is being made. No step is known by its name, so that nothing leads out of it.
    pub(crate) fn draft(pack: Pack) -> Self {
        let (references, index) = (References::default(), OnceLock::new());
        Self { references, origin: Origin::Draft, index, pack }
    }

    fn of(pack: Pack, origin: Origin) -> Self {
        Self { references: References::find(&pack), origin, index: OnceLock::new(), pack }
    }

    /// The words of the course, for search. The pack of a course never changes, so neither does this.
    pub(crate) fn index(&self) -> Result<&SearchIndex, UserError> {
        if self.index.get().is_none() {
            // Whoever comes second throws theirs away: both are the same.
            let _ = self.index.set(build_index(&self.pack)?);
        }
        self.index.get().ok_or_else(|| not_found("index", &self.pack.hash))
    }

    pub(crate) fn module(&self, id: &str) -> Result<&Module, UserError> {
        self.pack
            .modules
            .iter()
            .find(|module| module.id == id)
            .ok_or_else(|| not_found("module", id))
    }

    pub(crate) fn inbox(&self) -> Result<&Inbox, UserError> {
        self.pack.inbox.as_ref().ok_or_else(|| not_found("mailbox", &self.pack.id))
    }

    pub(crate) fn assessment(&self) -> Result<&Assessment, UserError> {
        self.pack.assessment.as_ref().ok_or_else(|| not_found("part of the course", "assessment"))
    }

    /// Number and title of a module, 0 and title of the assessment; 0 and the id of what a newer pack
    /// no longer has.
    pub(crate) fn name_of(&self, id: &str) -> (u32, String) {
        if let Ok(module) = self.module(id) {
            return (module.number, module.title.clone());
        }
        let assessment = self.pack.assessment.as_ref().filter(|assessment| assessment.id == id);
        (0, assessment.map_or_else(|| id.to_owned(), |assessment| assessment.title.clone()))
    }

    pub(crate) fn claim(&self, id: &str) -> Option<&Claim> {
        self.pack.claims.iter().find(|claim| claim.id == id)
    }

    pub(crate) fn picture(&self, path: &str) -> Option<&Picture> {
        self.pack.pictures.iter().find(|picture| picture.path == path)
    }

    pub(crate) fn term(&self, id: &str) -> Option<&Term> {
        self.pack.glossary.iter().find(|term| term.id == id)
    }

    /// The module and the index of a step, wherever it is.
    pub(crate) fn find_step(&self, id: &str) -> Option<(&Module, usize)> {
        let (module, index) = self.references.place_of(id)?;
        Some((self.pack.modules.get(module)?, index))
    }

    pub(crate) fn in_words(&self) -> wire::learner::Course {
        let pack = &self.pack;
        wire::learner::Course {
            pack_id: pack.id.clone(),
            title: pack.title.clone(),
            about: pack.about.clone(),
            lang: pack.lang.clone(),
            dir: self.dir(),
            version: pack.version,
            released: crate::clock::day(pack.released),
            publisher: pack.publisher.clone(),
            modules: count(pack.modules.len()),
            minutes: pack.modules.iter().map(eighteen_pack::module_minutes).sum(),
            inbox: pack.inbox.is_some(),
            organisation: pack.organisation.as_ref().map(crate::builder::organisation_shown),
            has_story: pack.story.is_some(),
            unsigned: self.origin == Origin::Unsigned,
        }
    }

    pub(crate) fn dir(&self) -> String {
        match self.pack.dir {
            eighteen_pack::Direction::Ltr => "ltr".to_owned(),
            eighteen_pack::Direction::Rtl => "rtl".to_owned(),
        }
    }
}

/// A step of a module with its index.
pub(crate) fn step<'a>(module: &'a Module, id: &str) -> Result<(usize, &'a Step), UserError> {
    module
        .steps
        .iter()
        .enumerate()
        .find(|(_, step)| step.id == id)
        .ok_or_else(|| not_found("step", id))
}

/// A practice question of a module with its index in the module's items.
pub(crate) fn practice_item<'a>(
    module: &'a Module,
    id: &str,
) -> Result<(usize, &'a Item), UserError> {
    module
        .quiz
        .items
        .iter()
        .enumerate()
        .find(|(_, item)| item.id == id && item.pool == Pool::Practice)
        .ok_or_else(|| not_found("practice question", id))
}

/// A step to go to.
pub(crate) fn step_link(module: &Module, index: usize) -> StepLink {
    let step = &module.steps[index];
    StepLink {
        module_id: module.id.clone(),
        module_number: module.number,
        step_id: step.id.clone(),
        step_number: number(index),
        title: step.title.clone(),
        minutes: eighteen_pack::minutes(step),
    }
}

/// A place in a list as people count: from 1.
pub(crate) fn number(index: usize) -> u32 {
    count(index).saturating_add(1)
}

/// A length as it crosses the border.
pub(crate) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
