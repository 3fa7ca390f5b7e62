//! Collecting from the learners of this computer: people, how far they are, their final checks, pre-checks
//! that were passed and assessments, and what they practised in the inbox, the refresher and, without their
//! name, the ultimatum.
//!
//! It can be done again at any time: everything goes in by its id. Practice questions, decisions in lessons and
//! reflections are not read at all.

use std::collections::{BTreeMap, BTreeSet};

use eighteen_store::{
    AttemptItemRow, AttemptKind, AttemptRow, ForkRow, ItemRow, JudgedRow, LearnerRow, NewAnswer,
    PersonRow, ProgressRow, Reader, RecalledRow, RevisitRow, StepDoneRow, Writer,
};
use serde::{Deserialize, Serialize};

use crate::{
    App, UserError,
    course::{Course, count},
    figures,
    home::Progress,
    practised::{bring_in_practice, practised},
};

/// When a trainer's store last collected.
pub(crate) const COLLECTED_AT: &str = "collected_at";

/// Learners whose results are taken in one transaction, so that the memory it takes does not grow with them.
const AT_A_TIME: usize = 50;

/// What the learners' store gives to a trainer's.
///
/// A result file carries it whole, and one of a newer version may carry more: what is not known is left.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Harvest {
    pub(crate) people: Vec<PersonRow>,
    pub(crate) progress: Vec<ProgressRow>,
    pub(crate) items: BTreeMap<String, ItemRow>,
    pub(crate) attempts: Vec<AttemptRow>,
    pub(crate) attempt_items: Vec<AttemptItemRow>,
    pub(crate) answers: Vec<NewAnswer>,
    #[serde(default)]
    pub(crate) steps: Vec<StepTaken>,
    #[serde(default)]
    pub(crate) judged: Vec<JudgedRow>,
    #[serde(default)]
    pub(crate) recalled: Vec<RecalledRow>,
    /// Of nobody. Never in a result file: what is in one has the learner's name beside it.
    #[serde(skip)]
    pub(crate) forks: Vec<ForkRow>,
    /// Assigned steps that were done again.
    #[serde(default)]
    pub(crate) revisits: Vec<RevisitRow>,
}

/// A step that somebody has done.
#[derive(Serialize, Deserialize)]
pub(crate) struct StepTaken {
    pub(crate) learner_id: String,
    pub(crate) pack_id: String,
    pub(crate) step: StepDoneRow,
}

impl Harvest {
    /// What is never shown is not kept either.
    pub(crate) fn without_names(&mut self) {
        for person in &mut self.people {
            person.name = None;
        }
    }

    /// Keeps some of the attempts, with what belongs to them.
    pub(crate) fn keep_attempts(&mut self, keep: impl Fn(&AttemptRow) -> bool) {
        self.attempts.retain(keep);
        let kept: BTreeSet<&str> = self.attempts.iter().map(|row| row.id.as_str()).collect();
        self.attempt_items.retain(|row| kept.contains(row.attempt_id.as_str()));
        self.answers.retain(|row| kept.contains(row.attempt_id.as_str()));
        let asked: BTreeSet<&str> =
            self.attempt_items.iter().map(|row| row.item_hash.as_str()).collect();
        self.items.retain(|hash, _| asked.contains(hash.as_str()));
    }

    /// Takes it apart in full, so that whatever is added to it is looked at here: only what is this person's
    /// stays.
    pub(crate) fn only_of(&mut self, id: &str) {
        let Self {
            people,
            progress,
            items: _,
            attempts,
            attempt_items: _,
            answers: _,
            steps,
            judged,
            recalled,
            forks,
            revisits,
        } = self;
        people.retain(|row| row.id == id);
        progress.retain(|row| row.learner_id == id);
        attempts.retain(|row| row.learner_id == id);
        steps.retain(|row| row.learner_id == id);
        judged.retain(|row| row.learner_id == id);
        recalled.retain(|row| row.learner_id == id);
        forks.clear();
        revisits.retain(|row| row.learner_id == id);
        self.keep_attempts(|_| true);
    }
}

impl App {
    /// Takes what is new into the trainer's store. Not while made-up people are in it: figures about
    /// people and figures about nobody must never be one table.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn collect(&self) -> Result<(), UserError> {
        let course = self.course()?;
        let store = self.trainer_store()?;
        if store.read(|reader| Ok::<_, UserError>(reader.has_sample()?))? {
            return Ok(());
        }
        let nameless = self.smallest_group()?.is_some();
        let now = self.now().rfc3339();
        let learners = self.read(|reader| Ok(reader.learners()?))?;
        let mut left = learners.as_slice();
        loop {
            let (some, others) = left.split_at(left.len().min(AT_A_TIME));
            let mut harvest = Harvest::default();
            self.read(|reader| {
                some.iter()
                    .try_for_each(|one| harvest_of(reader, course, one.clone(), &mut harvest))
            })?;
            if nameless {
                harvest.without_names();
            }
            store.write(|writer| {
                bring_in(writer, &harvest)?;
                figures::keep(writer)?;
                Ok::<_, UserError>(writer.set_setting(COLLECTED_AT, &now)?)
            })?;
            left = others;
            if left.is_empty() {
                self.tell_more()?;
                return self.deliver_here();
            }
        }
    }
}

/// Adds what is collected from one learner. The page "What your trainer can see" shows what this reads.
pub(crate) fn harvest_of(
    reader: &Reader<'_>,
    course: &Course,
    learner: LearnerRow,
    harvest: &mut Harvest,
) -> Result<(), UserError> {
    let progress = Progress::read(reader, course, &learner.id)?;
    harvest.progress.extend(progress_rows(course, &learner.id, &progress));
    for attempt in reader.every_attempt_of(&learner.id)?.into_iter().filter(is_collected) {
        add_attempt(reader, attempt, harvest)?;
    }
    let pack_id = &course.pack.id;
    harvest.steps.extend(
        reader.steps_done(&learner.id, pack_id)?.into_iter().map(|step| StepTaken {
            learner_id: learner.id.clone(),
            pack_id: pack_id.clone(),
            step,
        }),
    );
    practised(reader, course, &learner.id, harvest)?;
    harvest.revisits.extend(reader.assigned(&learner.id)?.into_iter().filter_map(|row| {
        Some(RevisitRow {
            learner_id: row.learner_id,
            assignment_id: row.assignment_id,
            module_id: row.module_id,
            step_id: row.step_id?,
            done_at: row.done_at?,
        })
    }));
    harvest.people.push(PersonRow {
        id: learner.id,
        name: learner.name,
        sample: false,
        last_active: learner.last_seen,
    });
    Ok(())
}

/// Practice is a learner's own, and so is a pre-check that was not passed: it was tried to save time, and
/// shows nothing that the module would not teach.
pub(crate) fn is_collected(attempt: &AttemptRow) -> bool {
    match attempt.kind {
        AttemptKind::Check | AttemptKind::Assessment => true,
        AttemptKind::TestOut => attempt.passed == Some(true),
        AttemptKind::Practice => false,
    }
}

/// Adds an attempt with its questions and answers.
pub(crate) fn add_attempt(
    reader: &Reader<'_>,
    attempt: AttemptRow,
    harvest: &mut Harvest,
) -> Result<(), UserError> {
    for row in reader.attempt_items(&attempt.id)? {
        // A question is met by many, and read once.
        if !harvest.items.contains_key(&row.item_hash)
            && let Some(item) = reader.item(&row.item_hash)?
        {
            harvest.items.insert(item.hash.clone(), item);
        }
        harvest.attempt_items.push(row);
    }
    let answers = reader.answers_of(&attempt.id)?;
    harvest.answers.extend(answers.into_iter().map(|row| row.answer));
    harvest.attempts.push(attempt);
    Ok(())
}

fn progress_rows<'a>(
    course: &'a Course,
    learner_id: &'a str,
    progress: &'a Progress,
) -> impl Iterator<Item = ProgressRow> + 'a {
    course.pack.modules.iter().filter_map(move |module| {
        let place = progress.place(module)?;
        let done = module.steps.iter().filter(|step| progress.steps_done.contains(&step.id));
        Some(ProgressRow {
            learner_id: learner_id.to_owned(),
            pack_id: course.pack.id.clone(),
            module_id: module.id.clone(),
            steps_done: count(done.count()),
            at_step: place.step_id.clone(),
            opened_at: place.opened_at.clone(),
        })
    })
}

/// Takes it into a trainer's store. Whoever calls this goes on with the figures ([`figures::keep`]) when all of a
/// transaction is in.
pub(crate) fn bring_in(writer: &Writer<'_>, harvest: &Harvest) -> Result<(), UserError> {
    for person in &harvest.people {
        writer.put_person(person)?;
    }
    for progress in &harvest.progress {
        writer.put_progress(progress)?;
    }
    for item in harvest.items.values() {
        writer.keep_item(item)?;
    }
    for attempt in &harvest.attempts {
        writer.put_attempt(attempt)?;
    }
    for item in &harvest.attempt_items {
        writer.put_attempt_item(item)?;
    }
    for answer in &harvest.answers {
        writer.add_answer(answer)?;
    }
    for revisit in &harvest.revisits {
        writer.put_revisit(revisit)?;
    }
    for StepTaken { learner_id, pack_id, step } in &harvest.steps {
        writer.put_step_done(learner_id, pack_id, step)?;
    }
    bring_in_practice(writer, harvest)
}
