//! Practice questions inside steps: answered, saved and explained at once.
//!
//! They are answers like any other, in an attempt of their own for each module, and they stay on this
//! computer: a trainer collects final checks only.

use eighteen_pack::{Item, Module};
use eighteen_store::{AnswerRow, AttemptKind, AttemptRow, NewAnswer, Reader, Writer};
use eighteen_training::order_of_parts;

use crate::{
    App, UserError,
    attempt::{attempt_item_row, confidence, confidence_word, item_row},
    blocks::Mine,
    clock::new_id,
    content::Words,
    course::{Course, count, number, practice_item, step},
    question::{Shown, response_from_json, response_json},
    wire::{
        content::Block,
        learner::{AnswerPractice, PracticeSaved},
        question::Answered,
    },
};

impl App {
    /// Saves and explains a practice answer.
    ///
    /// # Errors
    /// `NotFound` when there is no such question, `ResponseInvalid` when the response does not fit it.
    pub fn answer_practice(&self, args: AnswerPractice) -> Result<PracticeSaved, UserError> {
        let course = self.course()?;
        let module = course.module(&args.module_id)?;
        step(module, &args.step_id)?;
        let (index, item) = practice_item(module, &args.item_id)?;
        let shown = shown(item);
        let given = shown.read_response(&args.response)?;
        let mark = shown.mark(&given)?;
        let now = self.now();
        let (id, is_new) = self.learner_or_new();
        let saved = self.write(|writer| {
            if is_new {
                writer.add_learner(&id, &now.rfc3339())?;
            }
            let attempt_id = practice_attempt(writer, course, module, &id, &now.rfc3339())?;
            let position = number(index);
            let kept = item_row(&course.pack.id, &module.id, item)?;
            writer.keep_item(&kept)?;
            let drawn = attempt_item_row(&attempt_id, position, &kept.hash, &shown.order)?;
            writer.put_attempt_item(&drawn)?;
            writer.add_answer(&NewAnswer {
                id: new_id(),
                attempt_id: attempt_id.clone(),
                position,
                item_id: item.id.clone(),
                item_version: item.version,
                response: response_json(&given)?,
                shown_text: shown.in_words(&given),
                score: mark.score,
                confidence: args.confidence.map(|word| confidence_word(word).to_owned()),
                elapsed_ms: args.elapsed_ms,
                answered_at: now.rfc3339(),
            })?;
            let answers = writer.reader().answers_of(&attempt_id)?;
            let mut words = Words::new(course, now.day());
            said_of(course, &mut words, &shown, &answers, position)
        })?;
        self.is_learner(&id);
        saved.ok_or_else(|| crate::error::not_found("answer", &args.item_id))
    }
}

/// A practice question as a block, with what was last answered.
pub(crate) fn practice_block(
    reader: &Reader<'_>,
    words: &mut Words<'_>,
    module: &Module,
    item_id: &str,
    mine: &Mine<'_>,
) -> Result<Block, UserError> {
    let (index, item) = practice_item(module, item_id)?;
    let shown = shown(item);
    let attempt = match mine.learner_id {
        Some(id) => open_practice(reader, mine.course, module, id)?,
        None => None,
    };
    let answers = match attempt {
        Some(attempt) => reader.answers_of(&attempt.id)?,
        None => Vec::new(),
    };
    let mut its_words = Words::new(mine.course, words.today());
    let saved = said_of(mine.course, &mut its_words, &shown, &answers, number(index))?;
    Ok(Block::Check {
        question: shown.question(words),
        answered: saved.as_ref().map_or(0, |saved| saved.times),
        feedback: saved.map(|saved| Box::new(saved.answered)),
    })
}

/// The last answer at a position with its explanation, and how many there were.
fn said_of(
    course: &Course,
    words: &mut Words<'_>,
    shown: &Shown,
    answers: &[AnswerRow],
    position: u32,
) -> Result<Option<PracticeSaved>, UserError> {
    let here: Vec<&AnswerRow> =
        answers.iter().filter(|answer| answer.answer.position == position).collect();
    let Some(AnswerRow { answer, .. }) = here.last() else {
        return Ok(None);
    };
    let given = response_from_json(&answer.response)?;
    Ok(Some(PracticeSaved {
        times: count(here.len()),
        answered: Answered {
            answer_id: answer.id.clone(),
            saved_at: answer.answered_at.clone(),
            response: shown.show_response(&given),
            confidence: confidence(answer.confidence.as_deref()),
            explanation: shown.explain(course, words, Some(&given))?,
        },
    }))
}

/// A practice question. Its parts stand in an order that depends on the question alone, so a learner
/// finds it as it was.
pub(crate) fn shown(item: &Item) -> Shown {
    let seed = item.id.bytes().fold(u64::from(item.version), |seed, byte| {
        seed.wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte)
    });
    Shown { item: item.clone(), order: order_of_parts(&item.body, true, seed) }
}

/// The practice attempt of a module for this very edition of the pack.
fn open_practice(
    reader: &Reader<'_>,
    course: &Course,
    module: &Module,
    learner_id: &str,
) -> Result<Option<AttemptRow>, UserError> {
    let attempts = reader.attempts_of(learner_id, AttemptKind::Practice)?;
    Ok(attempts
        .into_iter()
        .find(|attempt| attempt.quiz_id == module.quiz.id && attempt.pack_hash == course.pack.hash))
}

fn practice_attempt(
    writer: &Writer<'_>,
    course: &Course,
    module: &Module,
    learner_id: &str,
    now: &str,
) -> Result<String, UserError> {
    if let Some(attempt) = open_practice(&writer.reader(), course, module, learner_id)? {
        return Ok(attempt.id);
    }
    let attempt = AttemptRow {
        id: new_id(),
        learner_id: learner_id.to_owned(),
        kind: AttemptKind::Practice,
        pack_id: course.pack.id.clone(),
        pack_version: course.pack.version,
        pack_hash: course.pack.hash.clone(),
        module_id: module.id.clone(),
        quiz_id: module.quiz.id.clone(),
        try_number: 1,
        seed: "0".to_owned(),
        policy: serde_json::to_string(&module.quiz.policy)?,
        pass_points: 0,
        started_at: now.to_owned(),
        finished_at: None,
        points: None,
        passed: None,
    };
    writer.put_attempt(&attempt)?;
    Ok(attempt.id)
}
