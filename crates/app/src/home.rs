//! Home: what now, and how long. And where a learner stands in each module.

use std::collections::BTreeSet;

use eighteen_pack::Module;
use eighteen_store::{AttemptKind, AttemptRow, PlaceRow, Reader};
use eighteen_training::{Standing, standing};

use crate::{
    App, UserError,
    app::Who,
    assigned::{asked_by_pack, assigned_to},
    attempt::{attempts_in, last_answers, policy, summary},
    course::{Course, count, step_link},
    deck::Deck,
    modules::best_of,
    refresher::due_today,
    starting::assessment_card,
    startup::this_learner,
    story::story_card,
    wire::{
        assignments::AssignedToMe,
        learner::{Home, ModuleCard, ModuleState, NextUp},
    },
};

/// How many finished checks Home lists.
const RECENT: usize = 5;

/// What a learner has done so far, read once for a screen.
#[derive(Default)]
pub(crate) struct Progress {
    pub(crate) steps_done: BTreeSet<String>,
    /// The last one opened comes first.
    pub(crate) places: Vec<PlaceRow>,
    /// In the order in which they began.
    pub(crate) checks: Vec<AttemptRow>,
    /// In the order in which they began.
    pub(crate) test_outs: Vec<AttemptRow>,
    /// In the order in which they began.
    pub(crate) assessments: Vec<AttemptRow>,
}

impl Progress {
    pub(crate) fn read(
        reader: &Reader<'_>,
        course: &Course,
        learner_id: &str,
    ) -> Result<Self, UserError> {
        let pack_id = &course.pack.id;
        let steps = reader.steps_done(learner_id, pack_id)?;
        Ok(Self {
            steps_done: steps.into_iter().map(|step| step.step_id).collect(),
            places: reader.places(learner_id, pack_id)?,
            checks: attempts_in(reader, course, learner_id, AttemptKind::Check)?,
            test_outs: attempts_in(reader, course, learner_id, AttemptKind::TestOut)?,
            assessments: attempts_in(reader, course, learner_id, AttemptKind::Assessment)?,
        })
    }

    pub(crate) fn checks_of<'a>(
        &'a self,
        module: &'a Module,
    ) -> impl Iterator<Item = &'a AttemptRow> {
        self.checks.iter().filter(|attempt| attempt.quiz_id == module.quiz.id)
    }

    pub(crate) fn open_check<'a>(&'a self, module: &'a Module) -> Option<&'a AttemptRow> {
        self.checks_of(module).find(|attempt| attempt.finished_at.is_none())
    }

    pub(crate) fn test_outs_of<'a>(
        &'a self,
        module: &'a Module,
    ) -> impl Iterator<Item = &'a AttemptRow> {
        self.test_outs.iter().filter(|attempt| attempt.quiz_id == module.quiz.id)
    }

    /// Finished checks and assessments, most recent first.
    pub(crate) fn finished(&self) -> Vec<&AttemptRow> {
        let all = self.checks.iter().chain(&self.assessments);
        let mut finished: Vec<&AttemptRow> = all.filter(|one| one.finished_at.is_some()).collect();
        // Stable: of one kind the later one comes first whatever the clock said.
        finished.reverse();
        finished.sort_by(|one, two| two.started_at.cmp(&one.started_at));
        finished
    }

    /// Finished pre-checks too.
    pub(crate) fn every_finished(&self) -> Vec<&AttemptRow> {
        let test_outs = self.test_outs.iter().filter(|one| one.finished_at.is_some());
        let mut finished = self.finished();
        finished.extend(test_outs.rev());
        finished.sort_by(|one, two| two.started_at.cmp(&one.started_at));
        finished
    }

    /// Minutes of the steps that are not done, rounded up once.
    pub(crate) fn unread_minutes(&self, module: &Module) -> u32 {
        self.unread_seconds(module).div_ceil(60)
    }

    fn unread_seconds(&self, module: &Module) -> u32 {
        let todo = module.steps.iter().filter(|step| !self.steps_done.contains(&step.id));
        todo.map(eighteen_pack::seconds).sum()
    }

    fn steps_done_of(&self, module: &Module) -> u32 {
        count(module.steps.iter().filter(|step| self.steps_done.contains(&step.id)).count())
    }

    pub(crate) fn state(&self, module: &Module) -> ModuleState {
        let passed = self.checks_of(module).any(|attempt| attempt.passed == Some(true));
        let begun = self.checks_of(module).next().is_some() || self.place(module).is_some();
        let known = self.test_outs_of(module).any(|attempt| attempt.passed == Some(true));
        let (done, steps) = (self.steps_done_of(module), count(module.steps.len()));
        module_state(standing(done, steps, begun, passed, known))
    }

    pub(crate) fn place(&self, module: &Module) -> Option<&PlaceRow> {
        self.places.iter().find(|place| place.module_id == module.id)
    }

    /// The index of the step where the learner stopped, or of the first.
    pub(crate) fn here(&self, module: &Module) -> usize {
        self.place(module)
            .and_then(|place| module.steps.iter().position(|step| step.id == place.step_id))
            .unwrap_or(0)
    }

    pub(crate) fn minutes_left(&self, module: &Module) -> u32 {
        if matches!(self.state(module), ModuleState::Completed | ModuleState::Known) {
            return 0;
        }
        (self.unread_seconds(module) + eighteen_pack::check_seconds(&module.quiz.policy))
            .div_ceil(60)
    }

    /// Where to go on in a module.
    pub(crate) fn next_in(
        &self,
        reader: &Reader<'_>,
        module: &Module,
    ) -> Result<Option<NextUp>, UserError> {
        if let Some(open) = self.open_check(module) {
            return Ok(Some(next_question(reader, module, open)?));
        }
        let place = self.place(module);
        Ok(match self.state(module) {
            ModuleState::Completed | ModuleState::Known => None,
            ModuleState::StepsDone => Some(NextUp::StartCheck {
                module_id: module.id.clone(),
                module_number: module.number,
                module_title: module.title.clone(),
                minutes_left: self.minutes_left(module),
            }),
            state => Some(NextUp::Step {
                link: step_link(module, self.here(module)),
                module_title: module.title.clone(),
                of: count(module.steps.len()),
                minutes_left: self.minutes_left(module),
                fresh: state == ModuleState::NotStarted,
                last_opened: place.map(|place| place.opened_at.clone()),
            }),
        })
    }

    pub(crate) fn card(
        &self,
        reader: &Reader<'_>,
        course: &Course,
        module: &Module,
    ) -> Result<ModuleCard, UserError> {
        let best = best_of(self.checks_of(module));
        Ok(ModuleCard {
            id: module.id.clone(),
            number: module.number,
            title: module.title.clone(),
            summary: module.summary.clone(),
            when: module.when.clone(),
            from: crate::clock::day(module.from),
            to: crate::clock::day(module.to),
            minutes: eighteen_pack::module_minutes(module),
            minutes_left: self.minutes_left(module),
            steps: count(module.steps.len()),
            steps_done: self.steps_done_of(module),
            state: self.state(module),
            best: best.map(|attempt| summary(course, reader, attempt)).transpose()?,
        })
    }
}

/// A check that was begun, at the first question without an answer, or at the last.
fn next_question(
    reader: &Reader<'_>,
    module: &Module,
    open: &AttemptRow,
) -> Result<NextUp, UserError> {
    let of = policy(open)?.draw;
    Ok(NextUp::Check {
        attempt_id: open.id.clone(),
        module_id: module.id.clone(),
        module_number: module.number,
        module_title: module.title.clone(),
        position: first_unanswered(reader, &open.id, of)?,
        of,
    })
}

/// The first position without an answer; the last when every one has one.
pub(crate) fn first_unanswered(
    reader: &Reader<'_>,
    attempt_id: &str,
    of: u32,
) -> Result<u32, UserError> {
    let answered = last_answers(reader.answers_of(attempt_id)?);
    let is_answered =
        |position: &u32| answered.iter().any(|answer| answer.answer.position == *position);
    Ok((1..=of).find(|position| !is_answered(position)).unwrap_or(of))
}

pub(crate) fn module_state(standing: Standing) -> ModuleState {
    match standing {
        Standing::NotStarted => ModuleState::NotStarted,
        Standing::Started => ModuleState::Started,
        Standing::StepsDone => ModuleState::StepsDone,
        Standing::Known => ModuleState::Known,
        Standing::Completed => ModuleState::Completed,
    }
}

impl App {
    /// What now, and how long.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn home(&self) -> Result<Home, UserError> {
        let course = self.course()?;
        let who = self.who().clone();
        let now = self.now();
        self.read(|reader| {
            let (learner, progress, refresher) = match &who {
                Who::Learner(id) => (
                    Some(this_learner(reader, id)?),
                    Progress::read(reader, course, id)?,
                    due_today(&Deck::read(reader, course, id, now)?),
                ),
                Who::Unknown | Who::Newcomer => (None, Progress::default(), None),
            };
            let mut assigned = match &who {
                Who::Learner(id) => assigned_to(reader, course, id, &progress, now)?,
                Who::Unknown | Who::Newcomer => Vec::new(),
            };
            // What a trainer asks for by name comes before what everybody is asked for.
            let named =
                |one: &AssignedToMe| one.part.step_id.is_none().then(|| one.part.module_id.clone());
            let known: BTreeSet<String> = assigned.iter().filter_map(named).collect();
            let asked = asked_by_pack(course, &progress, now);
            assigned.extend(asked.into_iter().filter(|one| !known.contains(&one.part.module_id)));
            assigned.sort_by(|one, other| one.due.cmp(&other.due));
            let modules = &course.pack.modules;
            let cards = modules.iter().map(|module| progress.card(reader, course, module));
            let finished = progress.finished().into_iter();
            let learner_id = learner.as_ref().map(|learner| learner.id.as_str());
            Ok(Home {
                inbox: crate::inbox::at_a_glance(reader, course, learner_id)?,
                learner,
                assigned,
                next: next_up(reader, course, &progress)?,
                modules: cards.collect::<Result<_, _>>()?,
                story: story_card(reader, course, &who)?,
                assessment: assessment_card(reader, course, &progress)?,
                recent: finished
                    .take(RECENT)
                    .map(|attempt| summary(course, reader, attempt))
                    .collect::<Result<_, _>>()?,
                refresher,
            })
        })
    }
}

/// Where to go on: in the module opened last, or else in the first that is not completed.
fn next_up(
    reader: &Reader<'_>,
    course: &Course,
    progress: &Progress,
) -> Result<Option<NextUp>, UserError> {
    let modules = &course.pack.modules;
    let last_opened = progress.places.first().map(|place| place.module_id.clone());
    let is_last = |module: &&Module| Some(&module.id) == last_opened.as_ref();
    let in_order = modules.iter().filter(is_last).chain(modules.iter().filter(|m| !is_last(m)));
    for module in in_order {
        if let Some(next) = progress.next_in(reader, module)? {
            return Ok(Some(next));
        }
    }
    Ok(None)
}
