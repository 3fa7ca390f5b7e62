//! The trainer's first view: people by modules, counted, and who may need help.

use std::collections::{BTreeMap, BTreeSet};

use eighteen_pack::Module;
use eighteen_store::{PersonRow as Person, ProgressRow, Reader, reports::CheckStanding};
use eighteen_training::standing;

use crate::{
    App, UserError,
    clock::Moment,
    collect::COLLECTED_AT,
    course::{Course, count, number},
    home::module_state,
    wire::{
        learner::ModuleState,
        trainer::{HelpReason, ModuleStatus, NeedsHelp, PersonCell, PersonRow, TrainerOverview},
    },
};

/// Days in the middle of a module after which somebody has stopped.
const STOPPED_AFTER_DAYS: u32 = 7;
/// Tries below the pass mark after which somebody may need help.
const TRIES_BELOW: u32 = 2;
/// Sure and wrong answers in one module after which somebody may need help.
const SURE_BUT_WRONG: u32 = 2;

/// What a trainer's store knows of everybody, read once for a screen.
pub(crate) struct Everybody {
    pub(crate) people: Vec<Person>,
    progress: BTreeMap<(String, String), ProgressRow>,
    checks: BTreeMap<(String, String), CheckStanding>,
    /// Modules that somebody showed to know in a pre-check.
    known: BTreeSet<(String, String)>,
    sure_but_wrong: BTreeMap<(String, String), u32>,
    pub(crate) collected_at: Option<String>,
}

impl Everybody {
    pub(crate) fn read(reader: &Reader<'_>, course: &Course) -> Result<Self, UserError> {
        let pack_id = &course.pack.id;
        let progress = reader.progress(pack_id)?.into_iter();
        let checks = reader.check_standings(pack_id)?.into_iter();
        let sure = reader.sure_but_wrong(pack_id)?.into_iter();
        Ok(Self {
            people: reader.people()?,
            progress: progress
                .map(|row| ((row.learner_id.clone(), row.module_id.clone()), row))
                .collect(),
            checks: checks
                .map(|row| ((row.learner_id.clone(), row.module_id.clone()), row))
                .collect(),
            known: reader.known(pack_id)?.into_iter().collect(),
            sure_but_wrong: sure
                .map(|row| ((row.learner_id, row.module_id), row.answers))
                .collect(),
            collected_at: reader.setting(COLLECTED_AT)?,
        })
    }

    pub(crate) fn is_sample(&self) -> bool {
        self.people.iter().any(|person| person.sample)
    }

    pub(crate) fn cell(&self, person: &str, module: &Module) -> PersonCell {
        let key = (person.to_owned(), module.id.clone());
        let check = self.checks.get(&key);
        let progress = self.progress.get(&key);
        let steps = count(module.steps.len());
        let steps_done = progress.map_or(0, |row| row.steps_done).min(steps);
        let begun = check.is_some() || progress.is_some();
        let passed = check.is_some_and(|check| check.passed);
        PersonCell {
            state: module_state(standing(
                steps_done,
                steps,
                begun,
                passed,
                self.known.contains(&key),
            )),
            steps_done,
            steps,
            points: check.and_then(|check| check.best_points),
            of: check.map(|check| check.questions),
            tries: check.map_or(0, |check| check.finished),
        }
    }

    fn help(&self, person: &Person, module: &Module, now: Moment) -> Option<HelpReason> {
        let key = (person.id.clone(), module.id.clone());
        let cell = self.cell(&person.id, module);
        if is_done(&cell) {
            return self.help_though_completed(&key, module);
        }
        if let Some(check) = self.checks.get(&key).filter(|check| check.failed >= TRIES_BELOW) {
            return Some(HelpReason::BelowPassMark {
                module_number: module.number,
                tries: check.failed,
            });
        }
        if let Some(reason) = self.help_though_completed(&key, module) {
            return Some(reason);
        }
        let place = self.progress.get(&key)?;
        let days = now.days_since(&place.opened_at)?;
        let index = module.steps.iter().position(|step| step.id == place.at_step).unwrap_or(0);
        (days > STOPPED_AFTER_DAYS).then_some(HelpReason::Stopped {
            module_number: module.number,
            step_number: number(index),
            days,
        })
    }

    /// Having passed does not mend what somebody is surely wrong about.
    fn help_though_completed(&self, key: &(String, String), module: &Module) -> Option<HelpReason> {
        let answers = *self.sure_but_wrong.get(key)?;
        (answers >= SURE_BUT_WRONG)
            .then_some(HelpReason::SureButWrong { module_number: module.number, answers })
    }
}

impl App {
    /// Collects from this computer's learners and shows everybody.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn trainer_overview(&self) -> Result<TrainerOverview, UserError> {
        self.collect()?;
        self.overview_of_store()
    }

    pub(crate) fn overview_of_store(&self) -> Result<TrainerOverview, UserError> {
        let course = self.course()?;
        let now = self.now();
        let store = self.trainer_store()?;
        let everybody = store.read(|reader| Everybody::read(reader, course))?;
        Ok(overview(course, &everybody, now))
    }
}

/// Passed, or shown to be known before.
fn is_done(cell: &PersonCell) -> bool {
    matches!(cell.state, ModuleState::Completed | ModuleState::Known)
}

fn overview(course: &Course, everybody: &Everybody, now: Moment) -> TrainerOverview {
    let modules = &course.pack.modules;
    let rows: Vec<PersonRow> = everybody
        .people
        .iter()
        .map(|person| PersonRow {
            person_id: person.id.clone(),
            name: person.name.clone(),
            cells: modules.iter().map(|module| everybody.cell(&person.id, module)).collect(),
            last_active: appeared(person),
        })
        .collect();
    let counted =
        |test: &dyn Fn(&PersonRow) -> bool| count(rows.iter().filter(|r| test(r)).count());
    let completed_all = counted(&|row| row.cells.iter().all(is_done));
    let not_started =
        counted(&|row| row.cells.iter().all(|cell| cell.state == ModuleState::NotStarted));
    let people = count(rows.len());
    TrainerOverview {
        sample: everybody.is_sample(),
        collected_at: everybody.collected_at.clone(),
        people,
        completed_all,
        started: people.saturating_sub(completed_all).saturating_sub(not_started),
        not_started,
        modules: module_statuses(course, &rows),
        need_help: need_help(course, everybody, now),
        rows,
    }
}

/// When somebody was last here; absent for somebody of a list who has not appeared yet.
pub(crate) fn appeared(person: &Person) -> Option<String> {
    Some(person.last_active.clone()).filter(|moment| !moment.is_empty())
}

/// Counted status of every module.
pub(crate) fn module_statuses(course: &Course, rows: &[PersonRow]) -> Vec<ModuleStatus> {
    let statuses = course.pack.modules.iter().enumerate().map(|(index, module)| {
        let mut status = ModuleStatus {
            module_id: module.id.clone(),
            number: module.number,
            title: module.title.clone(),
            completed: 0,
            started: 0,
            not_started: 0,
        };
        for cell in rows.iter().filter_map(|row| row.cells.get(index)) {
            match cell.state {
                ModuleState::Completed | ModuleState::Known => status.completed += 1,
                ModuleState::NotStarted => status.not_started += 1,
                ModuleState::Started | ModuleState::StepsDone => status.started += 1,
            }
        }
        status
    });
    statuses.collect()
}

fn need_help(course: &Course, everybody: &Everybody, now: Moment) -> Vec<NeedsHelp> {
    let mut list = Vec::new();
    for person in &everybody.people {
        for module in &course.pack.modules {
            if let Some(reason) = everybody.help(person, module, now) {
                list.push(NeedsHelp {
                    person_id: person.id.clone(),
                    name: person.name.clone(),
                    reason,
                });
            }
        }
    }
    list
}
