//! The final check: starting it, answering, reviewing, finishing.

use std::collections::BTreeMap;

use eighteen_pack::Module;
use eighteen_store::{AttemptKind, AttemptRow, NewAnswer, Reader, Writer};
use eighteen_training::{bank, draw_check, pass_points, passed};
use uuid::Uuid;

use crate::{
    App, ErrorCode, UserError,
    attempt::{
        attempt_item_row, confidence, confidence_word, item_row, last_answers, own_attempt, policy,
        shown_at,
    },
    check_result::{result, with_answers},
    clock::{Moment, new_id},
    content::Words,
    course::Course,
    home::{Progress, first_unanswered},
    question::{response_from_json, response_json},
    wire::check::{
        AnswerSaved, CheckResult, CheckReview, CheckView, FlagQuestion, OpenAttempt, OpenQuestion,
        RecordAnswer, ReviewRow, StartCheck,
    },
};

impl App {
    /// Starts a final check, or goes on with the one that is open.
    ///
    /// # Errors
    /// `NoTriesLeft` when the policy allows no more.
    pub fn start_check(&self, args: StartCheck) -> Result<CheckView, UserError> {
        let course = self.course()?;
        let module = course.module(&args.module_id)?;
        let now = self.now();
        let (id, is_new) = self.learner_or_new();
        let view = self.write(|writer| {
            if is_new {
                writer.add_learner(&id, &now.rfc3339())?;
            }
            let attempt = open_or_new(writer, course, module, &id, now)?;
            let of = policy(&attempt)?.draw;
            let position = first_unanswered(&writer.reader(), &attempt.id, of)?;
            view(&writer.reader(), course, &attempt, position, now)
        })?;
        self.is_learner(&id);
        Ok(view)
    }

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
        self.write(|writer| {
            let reader = writer.reader();
            let attempt = open_attempt(&reader, &args.attempt_id, &learner_id)?;
            let shown = shown_at(&reader, &attempt.id, args.position)?;
            if shown.item.id != args.item_id {
                return Err(crate::error::not_found("question", &args.item_id));
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
            let has_next = args.position < policy(&attempt)?.draw;
            let next = has_next.then(|| view(&reader, course, &attempt, args.position + 1, now));
            Ok(AnswerSaved {
                answer_id: answer.id,
                saved_at: answer.answered_at,
                next: next.transpose()?,
            })
        })
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
        let now = self.now();
        self.write(|writer| {
            let reader = writer.reader();
            let attempt = open_attempt(&reader, &args.attempt_id, &learner_id)?;
            let answers = last_answers(reader.answers_of(&attempt.id)?);
            let points: f64 = answers.iter().map(|answer| answer.answer.score).sum();
            let is_passed = passed(points, attempt.pass_points);
            writer.finish_attempt(&attempt.id, &now.rfc3339(), points, is_passed)?;
            writer.see_learner(&learner_id, &now.rfc3339())?;
            result(&reader, course, &args.attempt_id, &learner_id, now)
        })
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

fn open_or_new(
    writer: &Writer<'_>,
    course: &Course,
    module: &Module,
    learner_id: &str,
    now: Moment,
) -> Result<AttemptRow, UserError> {
    let progress = Progress::read(&writer.reader(), course, learner_id)?;
    if let Some(open) = progress.open_check(module) {
        return Ok(open.clone());
    }
    let used = progress.finished_checks(module);
    let tries = module.quiz.policy.tries;
    if tries > 0 && used >= tries {
        return Err(UserError::new(
            ErrorCode::NoTriesLeft,
            format!("{used} of {tries} tries used"),
        ));
    }
    new_check(writer, course, module, learner_id, used + 1, now)
}

/// Draws a check and keeps it whole: questions, orders, policy and pass mark as they stand now.
fn new_check(
    writer: &Writer<'_>,
    course: &Course,
    module: &Module,
    learner_id: &str,
    try_number: u32,
    now: Moment,
) -> Result<AttemptRow, UserError> {
    let quiz = &module.quiz;
    let met: BTreeMap<String, u32> =
        writer.reader().times_drawn(learner_id, &quiz.id)?.into_iter().collect();
    // A random UUID is where chance comes in; everything after it follows from the seed.
    let seed = Uuid::new_v4().as_u64_pair().0;
    let bank = bank(&quiz.items);
    let drawn = draw_check(&bank, &quiz.policy, &met, seed)?;
    let attempt = AttemptRow {
        id: new_id(),
        learner_id: learner_id.to_owned(),
        kind: AttemptKind::Check,
        pack_id: course.pack.id.clone(),
        pack_version: course.pack.version,
        pack_hash: course.pack.hash.clone(),
        module_id: module.id.clone(),
        quiz_id: quiz.id.clone(),
        try_number,
        seed: seed.to_string(),
        policy: serde_json::to_string(&quiz.policy)?,
        pass_points: pass_points(quiz.policy.draw, quiz.policy.pass_percent),
        started_at: now.rfc3339(),
        finished_at: None,
        points: None,
        passed: None,
    };
    writer.put_attempt(&attempt)?;
    for (position, one) in (1..).zip(&drawn) {
        let kept = item_row(&course.pack.id, &module.id, bank[one.item].item)?;
        writer.keep_item(&kept)?;
        writer.put_attempt_item(&attempt_item_row(
            &attempt.id,
            position,
            &kept.hash,
            &one.order,
        )?)?;
    }
    Ok(attempt)
}

fn view(
    reader: &Reader<'_>,
    course: &Course,
    attempt: &AttemptRow,
    position: u32,
    now: Moment,
) -> Result<CheckView, UserError> {
    let shown = shown_at(reader, &attempt.id, position)?;
    let answer = reader.last_answer(&attempt.id, position)?.map(|row| row.answer);
    let given = answer.as_ref().map(|answer| response_from_json(&answer.response)).transpose()?;
    let module = course.module(&attempt.module_id)?;
    Ok(CheckView {
        attempt_id: attempt.id.clone(),
        module_id: module.id.clone(),
        module_number: module.number,
        module_title: module.title.clone(),
        position,
        of: policy(attempt)?.draw,
        answered: reader.positions_answered(&attempt.id)?,
        question: shown.question(&mut Words::new(course, now.day())),
        response: given.map(|given| shown.show_response(&given)),
        confidence: confidence(answer.and_then(|answer| answer.confidence).as_deref()),
        flagged: reader.flags(&attempt.id)?.contains(&position),
        lang: course.pack.lang.clone(),
        dir: course.dir(),
    })
}

fn review(
    reader: &Reader<'_>,
    course: &Course,
    attempt: &AttemptRow,
    now: Moment,
) -> Result<CheckReview, UserError> {
    let module = course.module(&attempt.module_id)?;
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
        module_id: module.id.clone(),
        module_number: module.number,
        module_title: module.title.clone(),
        rows,
        lang: course.pack.lang.clone(),
        dir: course.dir(),
    })
}
