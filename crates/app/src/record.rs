//! My record: everything that is kept of this learner's results.

use std::collections::BTreeMap;

use eighteen_pack::Block;
use eighteen_store::{AttemptKind, Reader};
use eighteen_training::judgement_mark;

use crate::{
    App, UserError,
    app::Who,
    attempt::{attempts_in, summary},
    clock::Moment,
    content::Words,
    course::{Course, count, step_link},
    home::Progress,
    inbox::rounds_of,
    inbox_result::lines,
    inbox_words::outcome_from,
    startup::this_learner,
    story::runs_of,
    wire::learner::{LearnerRecord, Reflection, RefresherDay},
};

/// Length of the day at the beginning of a moment in RFC 3339.
const DAY: usize = 10;

impl App {
    /// Everything that is kept of this learner's results.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn my_record(&self) -> Result<LearnerRecord, UserError> {
        let course = self.course()?;
        let who = self.who().clone();
        let now = self.now();
        self.read(|reader| match &who {
            Who::Learner(id) => record(reader, course, &who, id, now),
            Who::Unknown | Who::Newcomer => nothing_yet(reader, course),
        })
    }
}

fn nothing_yet(reader: &Reader<'_>, course: &Course) -> Result<LearnerRecord, UserError> {
    let progress = Progress::default();
    let cards = course.pack.modules.iter().map(|module| progress.card(reader, course, module));
    Ok(LearnerRecord {
        learner: None,
        modules: cards.collect::<Result<_, _>>()?,
        attempts: Vec::new(),
        inbox_rounds: Vec::new(),
        runs: Vec::new(),
        refresher_days: Vec::new(),
        practice_answers: 0,
        reflections: Vec::new(),
    })
}

fn record(
    reader: &Reader<'_>,
    course: &Course,
    who: &Who,
    id: &str,
    now: Moment,
) -> Result<LearnerRecord, UserError> {
    let progress = Progress::read(reader, course, id)?;
    let cards = course.pack.modules.iter().map(|module| progress.card(reader, course, module));
    let finished = progress.every_finished().into_iter();
    let mut practice_answers = 0;
    for attempt in attempts_in(reader, course, id, AttemptKind::Practice)? {
        practice_answers += count(reader.answers_of(&attempt.id)?.len());
    }
    Ok(LearnerRecord {
        learner: Some(this_learner(reader, id)?),
        modules: cards.collect::<Result<_, _>>()?,
        attempts: finished
            .map(|attempt| summary(course, reader, attempt))
            .collect::<Result<_, _>>()?,
        inbox_rounds: lines(&rounds_of(reader, course, id)?)?,
        runs: runs_of(reader, course, who)?,
        refresher_days: refresher_days(reader, course, id)?,
        practice_answers,
        reflections: reflections(reader, course, id, now)?,
    })
}

/// The days of the refresher. An answer that was taken back is on none of them.
fn refresher_days(
    reader: &Reader<'_>,
    course: &Course,
    id: &str,
) -> Result<Vec<RefresherDay>, UserError> {
    let mut days: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    let mut add = |at: &str, mark: f64| {
        let Some(day) = at.get(..DAY) else { return };
        let (cards, right) = days.entry(day.to_owned()).or_default();
        *cards += 1;
        *right += u32::from(mark >= 1.0);
    };
    for row in reader.graded(id, &course.pack.id)?.iter().filter(|row| row.review.is_some()) {
        add(&row.at, row.score);
    }
    let judged = reader.judged_messages(id, &course.pack.id)?;
    for row in judged.iter().filter(|row| row.after_review.is_some()) {
        add(&row.at, judgement_mark(outcome_from(&row.outcome)?));
    }
    let latest_first = days.into_iter().rev();
    Ok(latest_first.map(|(day, (cards, right))| RefresherDay { day, cards, right }).collect())
}

/// What the learner wrote. One whose step a newer pack no longer has stays in the store, unseen.
fn reflections(
    reader: &Reader<'_>,
    course: &Course,
    id: &str,
    now: Moment,
) -> Result<Vec<Reflection>, UserError> {
    let mut words = Words::new(course, now.day());
    let mut written = Vec::new();
    for row in reader.reflections(id, &course.pack.id)? {
        let Some((module, index)) = course.find_step(&row.step_id) else { continue };
        let prompt = module.steps[index].blocks.iter().find_map(|block| match block {
            Block::Reflection { id, prompt } if *id == row.reflection_id => Some(prompt),
            _ => None,
        });
        let Some(prompt) = prompt else { continue };
        written.push(Reflection {
            step: step_link(module, index),
            prompt: words.text(prompt),
            written: row.written,
            saved_at: row.saved_at,
        });
    }
    Ok(written)
}
