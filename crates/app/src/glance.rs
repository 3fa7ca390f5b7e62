//! How everybody stands, as the table of people and the overview need it: read once, and held for as long as
//! nobody's results change and the door stays open.
//!
//! To count fifty thousand people for each page that somebody opens takes seconds; to look through what is held
//! takes some hundredths of one. The store says when it has changed ([`Store::version`]), so nothing here can be
//! older than the store.
//!
//! [`Store::version`]: eighteen_store::Store::version

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, PoisonError},
};

use eighteen_pack::{Module, normalised};
use eighteen_store::{
    ProgressRow, Reader,
    reports::{Among, CheckStanding},
};
use eighteen_training::standing;

use crate::{
    App, ErrorCode, UserError, clock::Moment, course::Course, home::module_state, told,
    wire::trainer::PersonCell,
};

/// Somebody who has stood so long at a step has stopped there.
const STOPPED_DAYS: u32 = 8;

/// What is held, with the version of the store that it is of.
pub(crate) type HeldGlance = Arc<Mutex<Option<(u64, Arc<Glance>)>>>;

/// Everybody, by name, those without one last.
pub(crate) struct Glance {
    pub(crate) people: Vec<Standing>,
}

/// How a person stands.
#[derive(Clone)]
pub(crate) struct Standing {
    pub(crate) id: String,
    pub(crate) name: Option<String>,
    /// The name as it is searched for and sorted by.
    pub(crate) folded: Option<String>,
    /// RFC 3339; empty for somebody who has not appeared yet.
    pub(crate) last_active: String,
    /// One for each module of the course.
    pub(crate) cells: Vec<Cell>,
}

/// How a person stands in a module.
#[derive(Clone, Copy, Default)]
pub(crate) struct Cell {
    check: Option<Check>,
    progress: Option<Progress>,
    /// Shown to be known in a pre-check.
    known: bool,
    /// Answers in finished checks given with "sure" and without the full mark.
    sure: u32,
}

#[derive(Clone, Copy)]
struct Check {
    finished: u32,
    failed: u32,
    questions: u32,
    passed: bool,
    best_points: Option<f64>,
}

#[derive(Clone, Copy)]
struct Progress {
    steps_done: u32,
    /// The place of the step where the person is; nothing when the course does not have it any more.
    at: Option<usize>,
    /// When that step was opened.
    opened: Option<Moment>,
}

/// Why somebody may need help in a module.
pub(crate) enum Need {
    Below { tries: u32 },
    Sure { answers: u32 },
    Stopped { at: Option<usize>, days: u32 },
}

/// How far somebody is in a module.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    NotBegun,
    Begun,
    Completed,
}

impl App {
    /// How everybody stands now.
    pub(crate) fn glance(&self) -> Result<Arc<Glance>, UserError> {
        let course = self.course()?;
        let store = self.trainer_store()?;
        let only_told = self.smallest_group()?.is_some();
        let held = match &*self.trainer() {
            Some(session) => Arc::clone(&session.glance),
            None => {
                return Err(UserError::new(ErrorCode::TrainerLocked, "it was locked meanwhile"));
            }
        };
        let mut held = held.lock().unwrap_or_else(PoisonError::into_inner);
        // Read before the rows: what is written in between is read the next time.
        let version = store.version();
        if let Some((of, glance)) = &*held
            && *of == version
        {
            return Ok(Arc::clone(glance));
        }
        let glance = Arc::new(store.read(|reader| {
            if only_told { Glance::told(reader, course) } else { Glance::read(reader, course) }
        })?);
        *held = Some((version, Arc::clone(&glance)));
        Ok(glance)
    }
}

impl App {
    /// How the people of a group stand now, or everybody.
    pub(crate) fn glance_of(&self, among: &Among) -> Result<Arc<Glance>, UserError> {
        let everybody = self.glance()?;
        let Some(group) = &among.group_id else { return Ok(everybody) };
        let members =
            self.trainer_store()?.read(|reader| Ok::<_, UserError>(reader.members(group)?))?;
        let members: HashSet<&str> = members.iter().map(String::as_str).collect();
        let people = everybody.people.iter().filter(|person| members.contains(person.id.as_str()));
        Ok(Arc::new(Glance { people: people.cloned().collect() }))
    }
}

impl Glance {
    /// As it is told where no person is shown.
    fn told(reader: &Reader<'_>, course: &Course) -> Result<Self, UserError> {
        let modules = course.pack.modules.as_slice();
        let mut people: Vec<Standing> = reader
            .told(told::PERSON)?
            .into_iter()
            .map(|row| Standing {
                id: row.learner_id,
                name: None,
                folded: None,
                last_active: String::new(),
                cells: vec![Cell::default(); modules.len()],
            })
            .collect();
        let ids: Vec<String> = people.iter().map(|person| person.id.clone()).collect();
        let places: HashMap<&str, usize> =
            ids.iter().enumerate().map(|(at, id)| (id.as_str(), at)).collect();
        let mut table = Table { modules, places, people: &mut people };
        for row in reader.told(told::PLACE)? {
            if let Some((cell, _)) = table.cell(&row.learner_id, &row.about) {
                *cell = Cell::told(&row.value);
            }
        }
        Ok(Self { people })
    }

    pub(crate) fn read(reader: &Reader<'_>, course: &Course) -> Result<Self, UserError> {
        let pack_id = &course.pack.id;
        let modules = course.pack.modules.as_slice();
        let people = reader.people()?.into_iter().map(|person| Standing {
            folded: person.name.as_deref().map(normalised),
            id: person.id,
            name: person.name,
            last_active: person.last_active,
            cells: vec![Cell::default(); modules.len()],
        });
        let mut people: Vec<Standing> = people.collect();
        // Stable: those who are alike stay in the order of the store.
        people.sort_by(|a, b| (a.name.is_none(), &a.folded).cmp(&(b.name.is_none(), &b.folded)));
        let ids: Vec<String> = people.iter().map(|person| person.id.clone()).collect();
        let places: HashMap<&str, usize> =
            ids.iter().enumerate().map(|(at, id)| (id.as_str(), at)).collect();
        let mut table = Table { modules, places, people: &mut people };
        for row in reader.check_standings(pack_id)? {
            if let Some((cell, _)) = table.cell(&row.learner_id, &row.module_id) {
                cell.check = Some(row.into());
            }
        }
        for row in reader.progress(pack_id)? {
            if let Some((cell, module)) = table.cell(&row.learner_id, &row.module_id) {
                cell.progress = Some(Progress::of(&row, module));
            }
        }
        for (person, module) in reader.known(pack_id)? {
            if let Some((cell, _)) = table.cell(&person, &module) {
                cell.known = true;
            }
        }
        for row in reader.packed_sure_but_wrong(pack_id)? {
            if let Some((cell, _)) = table.cell(&row.learner_id, &row.module_id) {
                cell.sure += row.answers;
            }
        }
        Ok(Self { people })
    }
}

/// People while their rows are read.
struct Table<'a> {
    modules: &'a [Module],
    places: HashMap<&'a str, usize>,
    people: &'a mut [Standing],
}

impl Table<'_> {
    /// Nothing for a module that the course does not have any more.
    fn cell(&mut self, person: &str, module: &str) -> Option<(&mut Cell, &Module)> {
        let at = self.modules.iter().position(|one| one.id == module)?;
        let person = self.people.get_mut(*self.places.get(person)?)?;
        Some((person.cells.get_mut(at)?, &self.modules[at]))
    }
}

impl From<CheckStanding> for Check {
    fn from(row: CheckStanding) -> Self {
        Self {
            finished: row.finished,
            failed: row.failed,
            questions: row.questions,
            passed: row.passed,
            best_points: row.best_points,
        }
    }
}

impl Progress {
    fn of(row: &ProgressRow, module: &Module) -> Self {
        Self {
            steps_done: row.steps_done,
            at: module.steps.iter().position(|step| step.id == row.at_step),
            opened: Moment::parse(&row.opened_at),
        }
    }
}

impl Cell {
    fn told(word: &str) -> Self {
        let (place, at) = told::read_place(word);
        let begun = Progress { steps_done: 0, at, opened: None };
        Self {
            known: place == Place::Completed,
            progress: (place == Place::Begun).then_some(begun),
            ..Self::default()
        }
    }

    pub(crate) fn place(&self) -> Place {
        if self.known || self.check.is_some_and(|check| check.passed) {
            Place::Completed
        } else if self.check.is_some() || self.progress.is_some() {
            Place::Begun
        } else {
            Place::NotBegun
        }
    }

    /// Finished checks.
    pub(crate) fn finished(&self) -> u32 {
        self.check.map_or(0, |check| check.finished)
    }

    /// The place of the step where somebody is who has begun and not completed the module.
    pub(crate) fn stands_at(&self) -> Option<usize> {
        self.progress.filter(|_| self.place() == Place::Begun)?.at
    }

    /// A number that only sorts.
    pub(crate) fn how_far(&self) -> f64 {
        let place = match self.place() {
            Place::NotBegun => 0.0,
            Place::Begun => 1e6,
            Place::Completed => 2e6,
        };
        let steps = self.progress.map_or(0, |progress| progress.steps_done);
        let points = self.check.and_then(|check| check.best_points).unwrap_or(0.0);
        place + f64::from(steps) * 1e3 + points
    }

    /// Why the person may need help in this module. Having passed does not mend what somebody is surely
    /// wrong about.
    pub(crate) fn need(&self, now: Moment) -> Option<Need> {
        let is_open = self.place() != Place::Completed;
        let tries = self.check.map_or(0, |check| check.failed);
        if is_open && tries >= 2 {
            return Some(Need::Below { tries });
        }
        if self.sure >= 2 {
            return Some(Need::Sure { answers: self.sure });
        }
        let progress = self.progress.filter(|_| is_open)?;
        let days = now.days_after(progress.opened?)?;
        (days >= STOPPED_DAYS).then_some(Need::Stopped { at: progress.at, days })
    }

    pub(crate) fn shown(&self, module: &Module) -> PersonCell {
        let steps = crate::course::count(module.steps.len());
        let steps_done = self.progress.map_or(0, |progress| progress.steps_done).min(steps);
        let begun = self.check.is_some() || self.progress.is_some();
        let passed = self.check.is_some_and(|check| check.passed);
        PersonCell {
            state: module_state(standing(steps_done, steps, begun, passed, self.known)),
            steps_done,
            steps,
            points: self.check.and_then(|check| check.best_points),
            of: self.check.map(|check| check.questions),
            tries: self.finished(),
        }
    }
}
