//! The history of a learner's finished checks: what is written to it, and when.
//!
//! A link is written in the transaction that finishes the check, so that neither can be without the other.

use eighteen_exchange::history::{Hashing, Link, LinkKind};
use eighteen_store::{
    AttemptItemRow, AttemptKind, AttemptRow, Installation, LinkRow, NewAnswer, Reader, Writer,
};

use crate::{
    App, ErrorCode, UserError,
    clock::{Moment, new_id},
    collect::is_collected,
};

impl App {
    /// The key of this installation, made at first need.
    pub(crate) fn installation(&self) -> Result<Installation, UserError> {
        Ok(Installation::of(&self.ready()?.folder)?)
    }
}

/// Adds the link of a check that has just been finished.
pub(crate) fn link_finished(
    writer: &Writer<'_>,
    attempt_id: &str,
    device: &str,
    now: Moment,
) -> Result<(), UserError> {
    let reader = writer.reader();
    let Some(attempt) = reader.attempt(attempt_id)?.filter(belongs) else {
        return Ok(());
    };
    begin(writer, &attempt.learner_id, Some(attempt_id), device, now)?;
    let content = content_in(&reader, &attempt)?;
    add(writer, &attempt.learner_id, LinkKind::Check, (attempt_id, &content), device, now)
}

/// Begins a history where there is none, with the checks that were finished before.
pub(crate) fn begin(
    writer: &Writer<'_>,
    learner_id: &str,
    except: Option<&str>,
    device: &str,
    now: Moment,
) -> Result<(), UserError> {
    let reader = writer.reader();
    if !reader.history(learner_id)?.is_empty() {
        return Ok(());
    }
    for attempt in finished(&reader, learner_id)? {
        if except != Some(attempt.id.as_str()) {
            let content = content_in(&reader, &attempt)?;
            add(writer, learner_id, LinkKind::Older, (&attempt.id, &content), device, now)?;
        }
    }
    Ok(())
}

/// Says in everybody's history that a copy of the store was put back.
pub(crate) fn note_restored(
    writer: &Writer<'_>,
    device: &str,
    now: Moment,
) -> Result<(), UserError> {
    for learner in writer.reader().learners()? {
        begin(writer, &learner.id, None, device, now)?;
        add(writer, &learner.id, LinkKind::Restored, (&new_id(), ""), device, now)?;
    }
    Ok(())
}

fn add(
    writer: &Writer<'_>,
    learner_id: &str,
    kind: LinkKind,
    of: (&str, &str),
    device: &str,
    now: Moment,
) -> Result<(), UserError> {
    let last = writer.reader().history(learner_id)?.pop().and_then(link);
    let link = Link::after(last.as_ref(), learner_id, kind, of, &now.rfc3339(), device);
    Ok(writer.add_link(&link_row(learner_id, &link))?)
}

/// What is collected of it when it is finished.
fn belongs(attempt: &AttemptRow) -> bool {
    attempt.finished_at.is_some() && is_collected(attempt)
}

/// What of a learner's attempts stands in a history.
fn finished(reader: &Reader<'_>, learner_id: &str) -> Result<Vec<AttemptRow>, UserError> {
    let mut found = reader.every_attempt_of(learner_id)?;
    found.retain(belongs);
    Ok(found)
}

/// A link as the store has it.
pub(crate) fn link_row(learner_id: &str, link: &Link) -> LinkRow {
    LinkRow {
        learner_id: learner_id.to_owned(),
        counter: link.counter,
        kind: link.kind.as_str().to_owned(),
        attempt_id: link.attempt_id.clone(),
        content: link.content.clone(),
        at: link.at.clone(),
        device: link.device.clone(),
        previous: link.previous.clone(),
        hash: link.hash.clone(),
    }
}

/// A link out of the store; nothing when somebody gave it another kind.
pub(crate) fn link(row: LinkRow) -> Option<Link> {
    Some(Link {
        counter: row.counter,
        kind: LinkKind::named(&row.kind)?,
        attempt_id: row.attempt_id,
        content: row.content,
        at: row.at,
        device: row.device,
        previous: row.previous,
        hash: row.hash,
    })
}

/// The hash of a finished check in a store.
pub(crate) fn content_in(reader: &Reader<'_>, attempt: &AttemptRow) -> Result<String, UserError> {
    let items = reader.attempt_items(&attempt.id)?;
    let answers = reader.answers_of(&attempt.id)?;
    Ok(content(attempt, items.iter(), answers.iter().map(|row| &row.answer)))
}

/// The hash of a finished check: every field, in the order of `docs/result-file.md`. Points and marks are
/// hashed as whole millionths, for the last digit of a fraction may change on its way through text.
pub(crate) fn content<'a>(
    attempt: &AttemptRow,
    items: impl Iterator<Item = &'a AttemptItemRow>,
    answers: impl Iterator<Item = &'a NewAnswer>,
) -> String {
    let mut hash = Hashing::new("eighteen-days check 1");
    hash.text(&attempt.id).text(&attempt.learner_id).text(kind_word(attempt.kind));
    hash.text(&attempt.pack_id).number(attempt.pack_version.into()).text(&attempt.pack_hash);
    hash.text(&attempt.module_id).text(&attempt.quiz_id).number(attempt.try_number.into());
    hash.text(&attempt.seed).text(&attempt.policy).number(attempt.pass_points.into());
    hash.text(&attempt.started_at).text(attempt.finished_at.as_deref().unwrap_or_default());
    hash.number(millionths(attempt.points.unwrap_or_default()));
    hash.number(u64::from(attempt.passed == Some(true)));
    for item in items {
        hash.text("item").number(item.position.into()).text(&item.item_hash);
        hash.text(&item.parts).text(&item.targets);
    }
    for answer in answers {
        hash.text("answer").text(&answer.id).number(answer.position.into());
        hash.text(&answer.item_id).number(answer.item_version.into());
        hash.text(&answer.response).text(&answer.shown_text).number(millionths(answer.score));
        hash.text(answer.confidence.as_deref().unwrap_or_default());
        hash.number(answer.elapsed_ms.into()).text(&answer.answered_at);
    }
    hash.hex()
}

fn kind_word(kind: AttemptKind) -> &'static str {
    match kind {
        AttemptKind::Check => "check",
        AttemptKind::Practice => "practice",
        AttemptKind::TestOut => "test-out",
        AttemptKind::Assessment => "assessment",
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A cast of a number saturates.
fn millionths(value: f64) -> u64 {
    (value * 1_000_000.0).round() as u64
}

/// A learner's history as it is kept; an error where a row is none of ours.
pub(crate) fn history(reader: &Reader<'_>, learner_id: &str) -> Result<Vec<Link>, UserError> {
    let rows = reader.history(learner_id)?;
    let unknown = || UserError::new(ErrorCode::StoreDamaged, "a history has a link of no kind");
    rows.into_iter().map(|row| link(row).ok_or_else(unknown)).collect()
}
