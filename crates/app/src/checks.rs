//! A check, a pre-check or the assessment: answering, reviewing, finishing.

use eighteen_pack::Feedback;
use eighteen_store::{AttemptRow, NewAnswer, Reader};
use eighteen_training::passed;

use crate::{
    App, ErrorCode, UserError,
    attempt::{
        confidence, confidence_word, feedback, form, last_answers, own_attempt, policy, shown_at,
    },
    check_result::{result, with_answers},
    clock::{Moment, new_id},
    content::Words,
    course::Course,
    history::link_finished,
    home::first_unanswered,
    question::{Shown, response_from_json, response_json},
    telling::{tell_answer, tell_finished},
    wire::{
        check::{
            AnswerSaved, CheckResult, CheckReview, CheckView, FlagQuestion, OpenAttempt,
            OpenQuestion, RecordAnswer, ReviewRow,
        },
        question::Answered,
    },
};

impl App {
    /// A check at the first question that is not answered.
    ///
    /// # Errors
    /// `AttemptClosed` when it is finished, `NotFound` when it is not this learner's.
    pub fn resume_check(&self, args: OpenAttempt) -> Result<CheckView, UserError> {
        self.in_open_check(&args.attempt_id, |reader, course, attempt, now| {
            let position = first_unanswered(reader, &attempt.id, policy(attempt)?.draw)?;
            view(reader, course, attempt, position, now)
        })
    }

    /// A check at one of its questions.
    ///
    /// # Errors
    /// `AttemptClosed` when it is finished, `NotFound` when there is no such question.
    pub fn open_question(&self, args: OpenQuestion) -> Result<CheckView, UserError> {
        self.in_open_check(&args.attempt_id, |reader, course, attempt, now| {
            view(reader, course, attempt, args.position, now)
        })
    }

    /// Commits an answer.
    ///
    /// # Errors
    /// `AttemptClosed` when the check is finished, `ResponseInvalid` when the response does not fit.
    pub fn record_answer(&self, args: RecordAnswer) -> Result<AnswerSaved, UserError> {
        let course = self.course()?;
        let learner_id = self.learner_id()?;
        let now = self.now();
        let saved = self.write(|writer| {
            let reader = writer.reader();
            let attempt = open_attempt(&reader, &args.attempt_id, &learner_id)?;
            let shown = shown_at(&reader, &attempt.id, args.position)?;
            if shown.item.id != args.item_id {
                return Err(crate::error::not_found("question", &args.item_id));
            }
            let at_once = policy(&attempt)?.feedback == Feedback::AtOnce;
            if at_once && reader.last_answer(&attempt.id, args.position)?.is_some() {
                return Err(UserError::new(ErrorCode::AnswerCommitted, "it is explained already"));
            }
            let given = shown.read_response(&args.response)?;
            let answer = NewAnswer {
                id: new_id(),
                attempt_id: attempt.id.clone(),
                position: args.position,
                item_id: args.item_id.clone(),
                item_version: shown.item.version,
                response: response_json(&given)?,
                shown_text: shown.in_words(&given),
                score: shown.mark(&given)?.score,
                confidence: args.confidence.map(|word| confidence_word(word).to_owned()),
                elapsed_ms: args.elapsed_ms,
                answered_at: now.rfc3339(),
            };
            writer.add_answer(&answer)?;
            tell_answer(writer, course, &attempt, &answer, now)?;
            let has_next = args.position < policy(&attempt)?.draw;
            let next = has_next.then(|| view(&reader, course, &attempt, args.position + 1, now));
            let answered_with = if at_once {
                let mut words = Words::new(course, now.day());
                Some(Box::new(explained(course, &mut words, &shown, &answer)?))
            } else {
                None
            };
            Ok(AnswerSaved {
                answer_id: answer.id,
                saved_at: answer.answered_at,
                next: next.transpose()?,
                answered_with,
            })
        })?;
        self.sending.ring();
        Ok(saved)
    }

    /// Flags a question for the review page, or takes the flag away.
    ///
    /// # Errors
    /// `AttemptClosed` when the check is finished, `NotFound` when there is no such question.
    pub fn flag_question(&self, args: FlagQuestion) -> Result<CheckView, UserError> {
        let course = self.course()?;
        let learner_id = self.learner_id()?;
        let now = self.now();
        self.write(|writer| {
            let reader = writer.reader();
            let attempt = open_attempt(&reader, &args.attempt_id, &learner_id)?;
            writer.set_flag(&attempt.id, args.position, args.flagged)?;
            view(&reader, course, &attempt, args.position, now)
        })
    }

    /// The page before finishing.
    ///
    /// # Errors
    /// `AttemptClosed` when the check is finished.
    pub fn review_check(&self, args: OpenAttempt) -> Result<CheckReview, UserError> {
        self.in_open_check(&args.attempt_id, review)
    }

    /// Finishes a check; its answers can no longer change.
    ///
    /// # Errors
    /// `AttemptClosed` when it was finished before.
    pub fn finish_check(&self, args: OpenAttempt) -> Result<CheckResult, UserError> {
        let course = self.course()?;
        let learner_id = self.learner_id()?;
        let device = self.installation()?.identity().public().hex();
        let now = self.now();
        let result = self.write(|writer| {
            let reader = writer.reader();
            let attempt = open_attempt(&reader, &args.attempt_id, &learner_id)?;
            let answers = last_answers(reader.answers_of(&attempt.id)?);
            let points: f64 = answers.iter().map(|answer| answer.answer.score).sum();
            let is_passed = passed(points, attempt.pass_points);
            writer.finish_attempt(&attempt.id, &now.rfc3339(), points, is_passed)?;
            link_finished(writer, &attempt.id, &device, now)?;
            tell_finished(writer, course, &attempt.id, now)?;
            writer.see_learner(&learner_id, &now.rfc3339())?;
            result(&reader, course, &args.attempt_id, &learner_id, now)
        })?;
        self.sending.ring();
        self.unfiled.ring();
        Ok(result)
    }

    /// The result of a finished check.
    ///
    /// # Errors
    /// `NotFound` when there is no such finished check of this learner.
    pub fn check_result(&self, args: OpenAttempt) -> Result<CheckResult, UserError> {
        let course = self.course()?;
        let learner_id = self.learner_id()?;
        let now = self.now();
        self.read(|reader| result(reader, course, &args.attempt_id, &learner_id, now))
    }

    /// Reads from an open check of this learner.
    fn in_open_check<T>(
        &self,
        attempt_id: &str,
        work: impl FnOnce(&Reader<'_>, &Course, &AttemptRow, Moment) -> Result<T, UserError>,
    ) -> Result<T, UserError> {
        let course = self.course()?;
        let learner_id = self.learner_id()?;
        let now = self.now();
        self.read(|reader| {
            let attempt = open_attempt(reader, attempt_id, &learner_id)?;
            work(reader, course, &attempt, now)
        })
    }
}

/// A check of this learner that can still be answered.
fn open_attempt(reader: &Reader<'_>, id: &str, learner_id: &str) -> Result<AttemptRow, UserError> {
    let attempt = own_attempt(reader, id, learner_id)?;
    if attempt.finished_at.is_some() {
        return Err(UserError::new(ErrorCode::AttemptClosed, "the check is finished"));
    }
    Ok(attempt)
}

pub(crate) fn view(
    reader: &Reader<'_>,
    course: &Course,
    attempt: &AttemptRow,
    position: u32,
    now: Moment,
) -> Result<CheckView, UserError> {
    let shown = shown_at(reader, &attempt.id, position)?;
    let answer = reader.last_answer(&attempt.id, position)?.map(|row| row.answer);
    let given = answer.as_ref().map(|answer| response_from_json(&answer.response)).transpose()?;
    let policy = policy(attempt)?;
    let at_once = policy.feedback == Feedback::AtOnce;
    let mut words = Words::new(course, now.day());
    let answered_with = match &answer {
        Some(answer) if at_once => Some(explained(course, &mut words, &shown, answer)?),
        _ => None,
    };
    let (module_number, module_title) = course.name_of(&attempt.module_id);
    Ok(CheckView {
        attempt_id: attempt.id.clone(),
        form: form(attempt.kind),
        feedback: feedback(policy.feedback),
        module_id: attempt.module_id.clone(),
        module_number,
        module_title,
        position,
        of: policy.draw,
        answered: reader.positions_answered(&attempt.id)?,
        question: shown.question(&mut words),
        response: given.map(|given| shown.show_response(&given)),
        answered_with: answered_with.map(Box::new),
        confidence: confidence(answer.and_then(|answer| answer.confidence).as_deref()),
        flagged: reader.flags(&attempt.id)?.contains(&position),
        lang: course.pack.lang.clone(),
        dir: course.dir(),
    })
}

/// A committed answer with its explanation.
fn explained(
    course: &Course,
    words: &mut Words<'_>,
    shown: &Shown,
    answer: &NewAnswer,
) -> Result<Answered, UserError> {
    let given = response_from_json(&answer.response)?;
    Ok(Answered {
        answer_id: answer.id.clone(),
        saved_at: answer.answered_at.clone(),
        response: shown.show_response(&given),
        confidence: confidence(answer.confidence.as_deref()),
        explanation: shown.explain(course, words, Some(&given))?,
    })
}

fn review(
    reader: &Reader<'_>,
    course: &Course,
    attempt: &AttemptRow,
    now: Moment,
) -> Result<CheckReview, UserError> {
    let (module_number, module_title) = course.name_of(&attempt.module_id);
    let flags = reader.flags(&attempt.id)?;
    let mut rows = Vec::new();
    for (position, shown, answer) in with_answers(reader, attempt)? {
        let given = answer.map(|answer| response_from_json(&answer.response)).transpose()?;
        rows.push(ReviewRow {
            position,
            question: shown.question(&mut Words::new(course, now.day())),
            response: given.map(|given| shown.show_response(&given)),
            flagged: flags.contains(&position),
        });
    }
    Ok(CheckReview {
        attempt_id: attempt.id.clone(),
        form: form(attempt.kind),
        feedback: feedback(policy(attempt)?.feedback),
        module_id: attempt.module_id.clone(),
        module_number,
        module_title,
        rows,
        lang: course.pack.lang.clone(),
        dir: course.dir(),
    })
}
