//! Statements for the organisation's store: made in the transaction that saves what they tell of.
//!
//! Nothing is made for a learner who has not agreed, nor for what happened before she did. What is told is
//! what a trainer would collect: final checks, assessments, and pre-checks that were passed.

use eighteen_exchange::xapi::{
    Asked, AskedQuestion, Ending, Form, Frame, Sitting, Verb, answered, ended, initialized,
};
use eighteen_store::{AnswerRow, AttemptKind, AttemptRow, NewAnswer, NewStatement, Writer};

use crate::{
    UserError,
    attempt::{last_answers, policy, shown, shown_at},
    clock::{Moment, new_id},
    collect::is_collected,
    course::{Course, count},
    delivery::account_of,
    question::{Shown, response_from_json},
};

/// Tells that a check began.
pub(crate) fn tell_begun(
    writer: &Writer<'_>,
    course: &Course,
    attempt: &AttemptRow,
    now: Moment,
) -> Result<(), UserError> {
    match Telling::begin(writer, course, attempt, now)? {
        Some(telling) if is_told_at_once(attempt) => telling.begun(),
        _ => Ok(()),
    }
}

/// Tells that an answer was saved.
pub(crate) fn tell_answer(
    writer: &Writer<'_>,
    course: &Course,
    attempt: &AttemptRow,
    answer: &NewAnswer,
    now: Moment,
) -> Result<(), UserError> {
    match Telling::begin(writer, course, attempt, now)? {
        Some(telling) if is_told_at_once(attempt) => telling.answer(answer),
        _ => Ok(()),
    }
}

/// Tells how a check ended.
pub(crate) fn tell_finished(
    writer: &Writer<'_>,
    course: &Course,
    attempt_id: &str,
    now: Moment,
) -> Result<(), UserError> {
    let Some(attempt) = writer.reader().attempt(attempt_id)?.filter(is_collected) else {
        return Ok(());
    };
    let Some(telling) = Telling::begin(writer, course, &attempt, now)? else {
        return Ok(());
    };
    let answers = writer.reader().answers_of(attempt_id)?;
    if !is_told_at_once(&attempt) {
        telling.begun()?;
        for answer in &answers {
            telling.answer(&answer.answer)?;
        }
    }
    telling.finished(answers)
}

/// Whether a pre-check will be passed is known at its end only.
fn is_told_at_once(attempt: &AttemptRow) -> bool {
    matches!(attempt.kind, AttemptKind::Check | AttemptKind::Assessment)
}

/// A check of somebody who agreed, and where its statements go.
struct Telling<'a> {
    writer: &'a Writer<'a>,
    course: &'a Course,
    attempt: &'a AttemptRow,
    home_page: String,
    title: String,
    of: u32,
    now: Moment,
}

impl<'a> Telling<'a> {
    /// Nothing when this learner's results are not sent.
    fn begin(
        writer: &'a Writer<'a>,
        course: &'a Course,
        attempt: &'a AttemptRow,
        now: Moment,
    ) -> Result<Option<Self>, UserError> {
        let Some(home_page) = account_of(&writer.reader(), &attempt.learner_id)? else {
            return Ok(None);
        };
        let (_, title) = course.name_of(&attempt.module_id);
        let of = policy(attempt)?.draw;
        Ok(Some(Self { writer, course, attempt, home_page, title, of, now }))
    }

    fn begun(&self) -> Result<(), UserError> {
        let at = self.attempt.started_at.clone();
        self.put(Verb::Initialized, &new_id(), &at, initialized)
    }

    fn answer(&self, answer: &NewAnswer) -> Result<(), UserError> {
        let shown = shown_at(&self.writer.reader(), &self.attempt.id, answer.position)?;
        let asked = Asked {
            item: &shown.item,
            position: answer.position,
            response: &response_from_json(&answer.response)?,
            score: answer.score,
            confidence: answer.confidence.as_deref(),
            elapsed_ms: answer.elapsed_ms,
        };
        // The answer's own id is the statement's: both were made when it was saved.
        let at = &answer.answered_at;
        self.put(Verb::Answered, &answer.id, at, |frame, sitting| answered(frame, sitting, &asked))
    }

    fn finished(&self, answers: Vec<AnswerRow>) -> Result<(), UserError> {
        let reader = self.writer.reader();
        let history = reader.history(&self.attempt.learner_id)?;
        let mut asked = Vec::new();
        for row in reader.attempt_items(&self.attempt.id)? {
            let Shown { item, order } = shown(&reader, &row)?;
            let (parts, targets) = (order.parts, order.targets);
            asked.push(AskedQuestion { item: item.id, version: item.version, parts, targets });
        }
        let saved = count(answers.len());
        let counted = last_answers(answers);
        let elapsed_ms = counted.iter().map(|answer| u64::from(answer.answer.elapsed_ms)).sum();
        let passed = self.attempt.passed == Some(true);
        let ending = Ending {
            points: self.attempt.points.unwrap_or_default(),
            passed,
            elapsed_ms,
            link: history.last().map(|link| (link.counter, link.hash.as_str())),
            began: &self.attempt.started_at,
            answers: saved,
            seed: &self.attempt.seed,
            asked: &asked,
        };
        let at = self.attempt.finished_at.clone().unwrap_or_default();
        let outcome = if passed { Verb::Passed } else { Verb::Failed };
        for verb in [Verb::Completed, outcome, Verb::Terminated] {
            self.put(verb, &new_id(), &at, |frame, sitting| ended(frame, sitting, verb, &ending))?;
        }
        Ok(())
    }

    /// Stores of both versions of the standard agree on times in UTC.
    fn utc(&self, rfc3339: &str) -> String {
        Moment::parse(rfc3339).unwrap_or(self.now).utc()
    }

    fn put(
        &self,
        verb: Verb,
        id: &str,
        at: &str,
        make: impl FnOnce(&Frame<'_>, &Sitting<'_>) -> String,
    ) -> Result<(), UserError> {
        let Self { attempt, course, .. } = self;
        let frame = Frame {
            id,
            home_page: &self.home_page,
            account: &attempt.learner_id,
            timestamp: &self.utc(at),
            local_time: at,
            app_version: env!("CARGO_PKG_VERSION"),
            pack_id: &attempt.pack_id,
            pack_version: attempt.pack_version,
            pack_hash: &attempt.pack_hash,
            pack_title: &course.pack.title,
            lang: &course.pack.lang,
        };
        let sitting = Sitting {
            attempt_id: &attempt.id,
            form: form(attempt.kind),
            module_id: &attempt.module_id,
            title: &self.title,
            quiz_id: &attempt.quiz_id,
            try_number: attempt.try_number,
            of: self.of,
            pass_points: attempt.pass_points,
        };
        self.writer.put_statement(&NewStatement {
            id,
            learner_id: &attempt.learner_id,
            attempt_id: &attempt.id,
            verb: verb.word(),
            statement: &make(&frame, &sitting),
            made_at: &self.now.rfc3339(),
        })?;
        Ok(())
    }
}

fn form(kind: AttemptKind) -> Form {
    match kind {
        AttemptKind::Check | AttemptKind::Practice => Form::Check,
        AttemptKind::TestOut => Form::PreCheck,
        AttemptKind::Assessment => Form::Assessment,
    }
}
