//! The result of a finished check: what to revisit first, then every question explained.

use std::collections::BTreeMap;

use eighteen_store::{AttemptKind, AttemptRow, NewAnswer, Reader};
use eighteen_training::to_revisit;

use crate::{
    ErrorCode, UserError,
    attempt::{confidence, last_answers, own_attempt, policy, summary, sureness},
    clock::Moment,
    content::Words,
    course::{Course, count, step_link},
    home::Progress,
    question::{Shown, outcome_of, response_from_json},
    starting::opens_at,
    wire::{
        check::{CheckResult, ModuleScore, ResultQuestion, Revisit},
        question::Outcome,
    },
};

/// Every question of an attempt with the answer that counts.
pub(crate) fn with_answers(
    reader: &Reader<'_>,
    attempt: &AttemptRow,
) -> Result<Vec<(u32, Shown, Option<NewAnswer>)>, UserError> {
    let answers = last_answers(reader.answers_of(&attempt.id)?);
    let mut questions = Vec::new();
    for row in reader.attempt_items(&attempt.id)? {
        let answer = answers.iter().find(|answer| answer.answer.position == row.position);
        let shown = crate::attempt::shown(reader, &row)?;
        questions.push((row.position, shown, answer.map(|answer| answer.answer.clone())));
    }
    Ok(questions)
}

/// The result of a finished check of this learner.
pub(crate) fn result(
    reader: &Reader<'_>,
    course: &Course,
    attempt_id: &str,
    learner_id: &str,
    now: Moment,
) -> Result<CheckResult, UserError> {
    let attempt = own_attempt(reader, attempt_id, learner_id)?;
    if attempt.finished_at.is_none() {
        return Err(UserError::new(ErrorCode::NotFound, "the check is not finished"));
    }
    let questions = with_answers(reader, &attempt)?;
    let checks = reader.attempts_of(learner_id, attempt.kind)?;
    let is_of_quiz =
        |one: &&AttemptRow| one.pack_id == attempt.pack_id && one.quiz_id == attempt.quiz_id;
    let of_quiz = checks.iter().filter(is_of_quiz);
    let finished: Vec<&AttemptRow> = of_quiz.filter(|one| one.finished_at.is_some()).collect();
    let policy = policy(&attempt)?;
    let ended: Vec<AttemptRow> = finished.iter().map(|one| (*one).clone()).collect();
    Ok(CheckResult {
        summary: summary(course, reader, &attempt)?,
        revisit: revisit(course, &questions),
        questions: result_questions(course, &questions, now)?,
        tries_left: (policy.tries > 0).then(|| policy.tries.saturating_sub(count(finished.len()))),
        opens_at: opens_at(&policy, &ended, now),
        saved_minutes: saved_minutes(reader, course, &attempt)?,
        by_module: by_module(reader, course, &attempt)?,
        other_tries: finished
            .into_iter()
            .filter(|one| one.id != attempt.id)
            .map(|one| summary(course, reader, one))
            .collect::<Result<_, _>>()?,
        lang: course.pack.lang.clone(),
        dir: course.dir(),
    })
}

/// What a passed pre-check saved: the steps that were not read when it ended.
fn saved_minutes(
    reader: &Reader<'_>,
    course: &Course,
    attempt: &AttemptRow,
) -> Result<Option<u32>, UserError> {
    if attempt.kind != AttemptKind::TestOut || attempt.passed != Some(true) {
        return Ok(None);
    }
    let Ok(module) = course.module(&attempt.module_id) else { return Ok(None) };
    let progress = Progress::read(reader, course, &attempt.learner_id)?;
    Ok(Some(progress.unread_minutes(module)))
}

/// Points of an assessment by module, in the order of the course.
pub(crate) fn by_module(
    reader: &Reader<'_>,
    course: &Course,
    attempt: &AttemptRow,
) -> Result<Vec<ModuleScore>, UserError> {
    if attempt.kind != AttemptKind::Assessment {
        return Ok(Vec::new());
    }
    let answers = last_answers(reader.answers_of(&attempt.id)?);
    let mut of_module: BTreeMap<String, (f64, u32)> = BTreeMap::new();
    for row in reader.attempt_items(&attempt.id)? {
        let Some(item) = reader.item(&row.item_hash)? else { continue };
        let answer = answers.iter().find(|answer| answer.answer.position == row.position);
        let (points, of) = of_module.entry(item.module_id).or_default();
        *points += answer.map_or(0.0, |answer| answer.answer.score);
        *of += 1;
    }
    let modules = course.pack.modules.iter();
    Ok(modules
        .filter_map(|module| {
            let (points, of) = *of_module.get(&module.id)?;
            Some(ModuleScore {
                module_id: module.id.clone(),
                module_number: module.number,
                title: module.title.clone(),
                points,
                of,
            })
        })
        .collect())
}

fn revisit(course: &Course, questions: &[(u32, Shown, Option<NewAnswer>)]) -> Vec<Revisit> {
    let answers: Vec<_> = questions
        .iter()
        .map(|(_, shown, answer)| {
            let score = answer.as_ref().map_or(0.0, |answer| answer.score);
            let sure = answer.as_ref().and_then(|answer| sureness(answer.confidence.as_deref()));
            (shown.item.step.as_str(), score, sure)
        })
        .collect();
    let steps = to_revisit(&answers).into_iter();
    steps
        .filter_map(|revisit| {
            let (module, index) = course.find_step(&revisit.step)?;
            Some(Revisit {
                step: step_link(module, index),
                positions: revisit.positions,
                sure_but_wrong: revisit.sure_but_wrong,
            })
        })
        .collect()
}

fn result_questions(
    course: &Course,
    questions: &[(u32, Shown, Option<NewAnswer>)],
    now: Moment,
) -> Result<Vec<ResultQuestion>, UserError> {
    let mut rows = Vec::new();
    for (position, shown, answer) in questions {
        let given =
            answer.as_ref().map(|answer| response_from_json(&answer.response)).transpose()?;
        let mut words = Words::new(course, now.day());
        let question = shown.question(&mut words);
        rows.push(ResultQuestion {
            position: *position,
            ask: question.ask.clone(),
            question,
            response: given.as_ref().map(|given| shown.show_response(given)),
            confidence: confidence(answer.as_ref().and_then(|answer| answer.confidence.as_deref())),
            outcome: answer.as_ref().map_or(Outcome::Unanswered, |answer| outcome_of(answer.score)),
            explanation: shown.explain(course, &mut words, given.as_ref())?,
        });
    }
    Ok(rows)
}
