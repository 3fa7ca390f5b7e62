//! An attempt with what it needs: its row, its course, its questions as they stood when it began.

use eighteen_pack::{Item, Policy};
use eighteen_store::{AnswerRow, AttemptItemRow, AttemptKind, AttemptRow, ItemRow, Reader};
use eighteen_training::{Confidence as Sureness, Order};
use sha2::{Digest as _, Sha256};

use crate::{
    course::Course,
    error::{UserError, not_found},
    question::Shown,
    wire::{
        check::{AttemptForm, AttemptSummary, Feedback},
        question::Confidence,
    },
};

/// An attempt of this learner; somebody else's is as good as none.
pub(crate) fn own_attempt(
    reader: &Reader<'_>,
    id: &str,
    learner_id: &str,
) -> Result<AttemptRow, UserError> {
    reader
        .attempt(id)?
        .filter(|attempt| attempt.learner_id == learner_id)
        .filter(|attempt| attempt.kind != AttemptKind::Practice)
        .ok_or_else(|| not_found("check", id))
}

/// The attempts of a learner in a course, in the order in which they began. Another pack may have a check of the
/// same name.
pub(crate) fn attempts_in(
    reader: &Reader<'_>,
    course: &Course,
    learner_id: &str,
    kind: AttemptKind,
) -> Result<Vec<AttemptRow>, UserError> {
    let mut attempts = reader.attempts_of(learner_id, kind)?;
    attempts.retain(|attempt| attempt.pack_id == course.pack.id);
    Ok(attempts)
}

/// The question at a position, as it stood when the attempt began.
pub(crate) fn shown_at(
    reader: &Reader<'_>,
    attempt_id: &str,
    position: u32,
) -> Result<Shown, UserError> {
    let row = reader
        .attempt_item(attempt_id, position)?
        .ok_or_else(|| not_found("question", &position.to_string()))?;
    shown(reader, &row)
}

/// A drawn question with its parts in their drawn order.
pub(crate) fn shown(reader: &Reader<'_>, row: &AttemptItemRow) -> Result<Shown, UserError> {
    let kept =
        reader.item(&row.item_hash)?.ok_or_else(|| not_found("kept question", &row.item_hash))?;
    Ok(Shown {
        item: serde_json::from_str(&kept.body)?,
        order: Order {
            parts: serde_json::from_str(&row.parts)?,
            targets: serde_json::from_str(&row.targets)?,
        },
    })
}

/// A question as it is kept.
pub(crate) fn item_row(pack_id: &str, module_id: &str, item: &Item) -> Result<ItemRow, UserError> {
    let body = serde_json::to_string(item)?;
    Ok(ItemRow {
        hash: digest(&body),
        pack_id: pack_id.to_owned(),
        module_id: module_id.to_owned(),
        item_id: item.id.clone(),
        version: item.version,
        body,
    })
}

/// SHA-256 in hex.
pub(crate) fn digest(body: &str) -> String {
    Sha256::digest(body).iter().fold(String::new(), |mut hex, byte| {
        use std::fmt::Write as _;
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// A question drawn for an attempt, as it is kept.
pub(crate) fn attempt_item_row(
    attempt_id: &str,
    position: u32,
    item_hash: &str,
    order: &Order,
) -> Result<AttemptItemRow, UserError> {
    Ok(AttemptItemRow {
        attempt_id: attempt_id.to_owned(),
        position,
        item_hash: item_hash.to_owned(),
        parts: serde_json::to_string(&order.parts)?,
        targets: serde_json::to_string(&order.targets)?,
    })
}

/// The policy as it stood when the attempt began.
pub(crate) fn policy(attempt: &AttemptRow) -> Result<Policy, UserError> {
    Ok(serde_json::from_str(&attempt.policy)?)
}

/// The answers that count, by position; what was changed before is left out.
pub(crate) fn last_answers(answers: Vec<AnswerRow>) -> Vec<AnswerRow> {
    let mut last: Vec<AnswerRow> = Vec::new();
    for answer in answers {
        match last.iter_mut().find(|kept| kept.answer.position == answer.answer.position) {
            Some(kept) => *kept = answer,
            None => last.push(answer),
        }
    }
    last.sort_by_key(|answer| answer.answer.position);
    last
}

/// An attempt in one line.
pub(crate) fn summary(
    course: &Course,
    reader: &Reader<'_>,
    attempt: &AttemptRow,
) -> Result<AttemptSummary, UserError> {
    let answers = reader.answers_of(&attempt.id)?;
    let elapsed_ms =
        answers.iter().fold(0_u32, |sum, answer| sum.saturating_add(answer.answer.elapsed_ms));
    let so_far = || last_answers(answers).iter().map(|answer| answer.answer.score).sum();
    let (module_number, module_title) = course.name_of(&attempt.module_id);
    Ok(AttemptSummary {
        attempt_id: attempt.id.clone(),
        form: form(attempt.kind),
        module_id: attempt.module_id.clone(),
        module_number,
        module_title,
        try_number: attempt.try_number,
        pack_version: attempt.pack_version,
        started_at: attempt.started_at.clone(),
        finished_at: attempt.finished_at.clone(),
        points: attempt.points.unwrap_or_else(so_far),
        of: policy(attempt)?.draw,
        pass_points: attempt.pass_points,
        passed: attempt.passed.unwrap_or(false),
        elapsed_ms,
    })
}

/// What an attempt is for, as the page reads it. Practice has no page of its own.
pub(crate) fn form(kind: AttemptKind) -> AttemptForm {
    match kind {
        AttemptKind::Check | AttemptKind::Practice => AttemptForm::Check,
        AttemptKind::TestOut => AttemptForm::TestOut,
        AttemptKind::Assessment => AttemptForm::Assessment,
    }
}

/// When answers are explained, as the page reads it.
pub(crate) fn feedback(feedback: eighteen_pack::Feedback) -> Feedback {
    match feedback {
        eighteen_pack::Feedback::After => Feedback::After,
        eighteen_pack::Feedback::AtOnce => Feedback::AtOnce,
    }
}

/// Confidence as a store keeps it.
pub(crate) fn confidence_word(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Sure => "sure",
        Confidence::Think => "think",
        Confidence::Guess => "guess",
    }
}

/// Confidence as the page reads it.
pub(crate) fn confidence(word: Option<&str>) -> Option<Confidence> {
    match word? {
        "sure" => Some(Confidence::Sure),
        "think" => Some(Confidence::Think),
        "guess" => Some(Confidence::Guess),
        _ => None,
    }
}

/// Confidence as the rules read it.
pub(crate) fn sureness(word: Option<&str>) -> Option<Sureness> {
    confidence(word).map(|confidence| match confidence {
        Confidence::Sure => Sureness::Sure,
        Confidence::Think => Sureness::Think,
        Confidence::Guess => Sureness::Guess,
    })
}
