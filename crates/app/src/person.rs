//! One person: who stands beside, what was done when, results by topic, attempts answer by answer, notes.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use eighteen_store::{AnswerRow, AttemptRow, Reader};

use crate::{
    App, UserError,
    attempt::{confidence, last_answers, shown, summary},
    check_result::by_module,
    course::{Course, count, number},
    error::not_found,
    glance::Glance,
    notes::notes,
    question::outcome_of,
    wire::{
        question::Outcome,
        trainer::{
            Neighbour, OpenPerson, PersonAnswer, PersonAttempt, PersonDetail, PersonDid,
            PersonEvent, PersonModule, PersonTopic,
        },
    },
};

impl App {
    /// One person: who stands beside, what was done when, results by topic, attempts answer by answer,
    /// notes. No reflections and no decisions.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open, `PersonsNotShown` where that was agreed,
    /// `NotFound` when there is no such person.
    pub fn trainer_person(&self, args: OpenPerson) -> Result<PersonDetail, UserError> {
        self.persons_shown()?;
        let course = self.course()?;
        let store = self.trainer_store()?;
        let id = &args.person_id;
        let learns_here = self.read(|reader| Ok(reader.learner(id)?.is_some()))?;
        let glance = self.glance()?;
        let detail = store.read(|reader| detail(reader, course, &glance, id))?;
        Ok(PersonDetail { learns_here, ..detail })
    }
}

fn detail(
    reader: &Reader<'_>,
    course: &Course,
    glance: &Glance,
    id: &str,
) -> Result<PersonDetail, UserError> {
    let at = glance.people.iter().position(|person| person.id == id);
    let at = at.ok_or_else(|| not_found("person", id))?;
    let person = &glance.people[at];
    let mut attempts = Vec::new();
    let mut topics = Topics::of(course);
    let mut begun = reader.every_attempt_of(id)?;
    // As they were begun, the latest one first: whichever file of a trainer's came first.
    begun.sort_by(|one, other| {
        // Ids grow with time, so they tell two of one moment apart; tries of two quizzes cannot.
        let key = |row: &AttemptRow| (row.started_at.clone(), row.id.clone());
        key(other).cmp(&key(one))
    });
    for attempt in &begun {
        attempts.push(attempt_detail(reader, course, attempt, &mut topics)?);
    }
    let events = events(reader, course, id, &attempts)?;
    // The sort is stable: finished ones first, and within them the latest first.
    attempts.sort_by_key(|attempt: &PersonAttempt| attempt.summary.finished_at.is_none());
    let modules = course.pack.modules.iter().zip(&person.cells);
    let modules = modules.map(|(module, cell)| PersonModule {
        module_id: module.id.clone(),
        number: module.number,
        title: module.title.clone(),
        cell: cell.shown(module),
    });
    let neighbour = |at: usize| {
        let person = glance.people.get(at)?;
        Some(Neighbour { person_id: person.id.clone(), name: person.name.clone() })
    };
    Ok(PersonDetail {
        sample: reader.has_sample()?,
        learns_here: false,
        person_id: person.id.clone(),
        name: person.name.clone(),
        place: number(at),
        people: count(glance.people.len()),
        before: at.checked_sub(1).and_then(neighbour),
        after: neighbour(at + 1),
        modules: modules.collect(),
        topics: topics.asked(),
        events,
        notes: notes(reader, id)?.notes,
        attempts,
    })
}

/// Answers counted by the topics of the claims on which their questions rest.
struct Topics<'a> {
    course: &'a Course,
    counted: Vec<PersonTopic>,
}

impl<'a> Topics<'a> {
    fn of(course: &'a Course) -> Self {
        let topics = course.pack.topics.iter().map(|topic| PersonTopic {
            topic_id: topic.id.clone(),
            title: topic.title.clone(),
            asked: 0,
            right: 0,
        });
        Self { course, counted: topics.collect() }
    }

    /// A question counts once in each of its topics.
    fn count(&mut self, claims: &[String], outcome: Outcome) {
        let of = claims.iter().filter_map(|id| self.course.claim(id)?.topic.as_ref());
        let of: BTreeSet<&String> = of.collect();
        for topic in self.counted.iter_mut().filter(|topic| of.contains(&topic.topic_id)) {
            topic.asked += 1;
            topic.right += u32::from(outcome == Outcome::Right);
        }
    }

    fn asked(self) -> Vec<PersonTopic> {
        self.counted.into_iter().filter(|topic| topic.asked > 0).collect()
    }
}

/// What was done when, the latest first. Moments may be of different time zones, so they are compared as
/// moments.
fn events(
    reader: &Reader<'_>,
    course: &Course,
    id: &str,
    attempts: &[PersonAttempt],
) -> Result<Vec<PersonEvent>, UserError> {
    let mut events = Vec::new();
    let taken = reader.steps_done(id, &course.pack.id)?;
    for module in &course.pack.modules {
        let mut done: Vec<_> = taken
            .iter()
            .filter(|row| module.steps.iter().any(|step| step.id == row.step_id))
            .map(|row| row.done_at.as_str())
            .collect();
        done.sort_by_key(|at| moment(at));
        let (module_number, module_title) = (module.number, module.title.clone());
        if let Some(at) = done.first() {
            let what = PersonDid::FirstStep { module_number, module_title: module_title.clone() };
            events.push(PersonEvent { at: (*at).to_owned(), what });
        }
        if let Some(at) = done.last().filter(|_| done.len() == module.steps.len()) {
            let what = PersonDid::AllSteps { module_number, module_title };
            events.push(PersonEvent { at: (*at).to_owned(), what });
        }
    }
    for PersonAttempt { summary, .. } in attempts.iter().rev() {
        let check = summary.clone();
        events.push(match &summary.finished_at {
            None => {
                PersonEvent { at: summary.started_at.clone(), what: PersonDid::Began { check } }
            }
            Some(at) => PersonEvent { at: at.clone(), what: PersonDid::Finished { check } },
        });
    }
    // Stable, so that of one moment the first step still stands before all of them.
    events.sort_by_key(|event| moment(&event.at));
    events.reverse();
    Ok(events)
}

fn moment(written: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(written).ok()
}

fn attempt_detail(
    reader: &Reader<'_>,
    course: &Course,
    attempt: &AttemptRow,
    topics: &mut Topics<'_>,
) -> Result<PersonAttempt, UserError> {
    let all = reader.answers_of(&attempt.id)?;
    let times =
        |position| count(all.iter().filter(|answer| answer.answer.position == position).count());
    let last = last_answers(all.clone());
    let mut answers = Vec::new();
    for row in reader.attempt_items(&attempt.id)? {
        let shown = shown(reader, &row)?;
        let answer = last.iter().find(|answer| answer.answer.position == row.position);
        let given = given(answer);
        if attempt.finished_at.is_some() {
            topics.count(&shown.item.claims, given.outcome);
        }
        answers.push(PersonAnswer {
            position: row.position,
            item_id: shown.item.id.clone(),
            ask: eighteen_pack::plain(&shown.item.ask),
            best: shown.best_in_words(),
            changes: times(row.position).saturating_sub(1),
            ..given
        });
    }
    Ok(PersonAttempt {
        summary: summary(course, reader, attempt)?,
        by_module: by_module(reader, course, attempt)?,
        answers,
    })
}

/// What the answer itself says; nothing was chosen where there is none.
fn given(answer: Option<&AnswerRow>) -> PersonAnswer {
    let answer = answer.map(|row| &row.answer);
    PersonAnswer {
        position: 0,
        item_id: String::new(),
        ask: String::new(),
        chosen: answer.map(|answer| answer.shown_text.clone()),
        best: String::new(),
        outcome: answer.map_or(Outcome::Unanswered, |answer| outcome_of(answer.score)),
        score: answer.map_or(0.0, |answer| answer.score),
        confidence: confidence(answer.and_then(|answer| answer.confidence.as_deref())),
        elapsed_ms: answer.map_or(0, |answer| answer.elapsed_ms),
        answered_at: answer.map(|answer| answer.answered_at.clone()),
        changes: 0,
    }
}
