//! One person's attempts, answer by answer.

use eighteen_store::{AnswerRow, AttemptRow, Reader};

use crate::{
    App, UserError,
    attempt::{confidence, last_answers, shown, summary},
    check_result::by_module,
    course::{Course, count},
    error::not_found,
    people::Everybody,
    question::outcome_of,
    wire::{
        question::Outcome,
        trainer::{OpenPerson, PersonAnswer, PersonAttempt, PersonDetail, PersonModule},
    },
};

impl App {
    /// One person's attempts, answer by answer.
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
        let detail = store.read(|reader| detail(reader, course, id))?;
        Ok(PersonDetail { learns_here, ..detail })
    }
}

fn detail(reader: &Reader<'_>, course: &Course, id: &str) -> Result<PersonDetail, UserError> {
    let everybody = Everybody::of(reader, course, &[id])?;
    let person = everybody
        .people
        .iter()
        .find(|person| person.id == id)
        .ok_or_else(|| not_found("person", id))?;
    let mut attempts = Vec::new();
    let mut begun = reader.every_attempt_of(id)?;
    // As they were begun, the latest one first: whichever file of a trainer's came first.
    begun.sort_by(|one, other| {
        // Ids grow with time, so they tell two of one moment apart; tries of two quizzes cannot.
        let key = |row: &AttemptRow| (row.started_at.clone(), row.id.clone());
        key(other).cmp(&key(one))
    });
    for attempt in &begun {
        attempts.push(attempt_detail(reader, course, attempt)?);
    }
    // The sort is stable: finished ones first, and within them the latest first.
    attempts.sort_by_key(|attempt: &PersonAttempt| attempt.summary.finished_at.is_none());
    let modules = course.pack.modules.iter().map(|module| PersonModule {
        module_id: module.id.clone(),
        number: module.number,
        title: module.title.clone(),
        cell: everybody.cell(id, module),
    });
    Ok(PersonDetail {
        sample: person.sample,
        learns_here: false,
        person_id: person.id.clone(),
        name: person.name.clone(),
        modules: modules.collect(),
        attempts,
    })
}

fn attempt_detail(
    reader: &Reader<'_>,
    course: &Course,
    attempt: &AttemptRow,
) -> Result<PersonAttempt, UserError> {
    let all = reader.answers_of(&attempt.id)?;
    let times =
        |position| count(all.iter().filter(|answer| answer.answer.position == position).count());
    let last = last_answers(all.clone());
    let mut answers = Vec::new();
    for row in reader.attempt_items(&attempt.id)? {
        let shown = shown(reader, &row)?;
        let answer = last.iter().find(|answer| answer.answer.position == row.position);
        answers.push(PersonAnswer {
            position: row.position,
            item_id: shown.item.id.clone(),
            ask: eighteen_pack::plain(&shown.item.ask),
            best: shown.best_in_words(),
            changes: times(row.position).saturating_sub(1),
            ..given(answer)
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
