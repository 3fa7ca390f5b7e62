//! What is collected of practice: how somebody judged the inbox, what she still knew in the refresher, and, where
//! she said yes, what she decided in the ultimatum, without her.

use std::collections::BTreeSet;

use eighteen_pack::Nature;
use eighteen_store::{ForkRow, JudgedRow, Reader, RunRow, Writer};

use crate::{
    UserError,
    attempt::digest,
    collect::Harvest,
    course::Course,
    inbox::{Round, rounds_of},
    inbox_words::difficulty_slug,
};

/// Adds what a learner practised.
pub(crate) fn practised(
    reader: &Reader<'_>,
    course: &Course,
    learner_id: &str,
    harvest: &mut Harvest,
) -> Result<(), UserError> {
    for round in rounds_of(reader, course, learner_id)?.iter().filter(|round| round.is_over()) {
        harvest.judged.extend(judged(round)?);
    }
    harvest.recalled.extend(reader.recalls_of(learner_id, &course.pack.id)?);
    if reader.shares_choices(learner_id)? == Some(true) {
        harvest.forks.extend(forks(reader, course, learner_id)?);
        // By their hash: neither whose they are nor when they were played is in the order.
        harvest.forks.sort();
    }
    Ok(())
}

/// Takes it into a trainer's store.
pub(crate) fn bring_in_practice(writer: &Writer<'_>, harvest: &Harvest) -> Result<(), UserError> {
    for row in &harvest.judged {
        writer.keep_judged(row)?;
    }
    for row in &harvest.recalled {
        writer.put_recalled(row)?;
    }
    for row in &harvest.forks {
        writer.keep_fork(row)?;
    }
    Ok(())
}

/// The judgements of a finished round, without their days.
fn judged(round: &Round) -> Result<Vec<JudgedRow>, UserError> {
    let rows = round.judgements.iter().map(|row| {
        let message = round.message(row.position)?;
        Ok(JudgedRow {
            learner_id: round.row.learner_id.clone(),
            pack_id: round.row.pack_id.clone(),
            message_id: row.message_id.clone(),
            message_version: row.message_version,
            round_number: round.row.round_number,
            hostile: message.nature == Nature::Hostile,
            difficulty: difficulty_slug(message.difficulty()).to_owned(),
            judgement: row.judgement.clone(),
            outcome: row.outcome.clone(),
            elapsed_ms: row.elapsed_ms,
        })
    });
    rows.collect()
}

/// The decisions of the first finished run of each role that began at the beginning. Who plays a role again, or
/// goes back to a decision, knows what follows.
fn forks(
    reader: &Reader<'_>,
    course: &Course,
    learner_id: &str,
) -> Result<Vec<ForkRow>, UserError> {
    let mut roles = BTreeSet::new();
    let mut forks = Vec::new();
    for run in reader.runs_of(learner_id, &course.pack.id)? {
        let counts = run.finished_at.is_some() && run.replay.is_none();
        if counts && roles.insert(run.role_id.clone()) {
            forks.extend(forks_of(reader, &run)?);
        }
    }
    Ok(forks)
}

fn forks_of(reader: &Reader<'_>, run: &RunRow) -> Result<Vec<ForkRow>, UserError> {
    let choices = reader.run_choices(&run.id)?;
    let taken_back: BTreeSet<u32> = choices
        .iter()
        .filter(|choice| choice.taken_back_at.is_some())
        .map(|choice| choice.position)
        .collect();
    // The run's own id says when it began, and stands in the learner's files.
    let hash = digest(&format!("shared without a name: {}", run.id));
    let standing = choices.iter().filter(|choice| choice.taken_back_at.is_none());
    let forks = standing.map(|choice| ForkRow {
        run: hash.clone(),
        position: choice.position,
        pack_id: run.pack_id.clone(),
        role_id: run.role_id.clone(),
        scene_id: choice.scene_id.clone(),
        option_id: choice.option_id.clone(),
        seconds: choice.elapsed_ms / 1_000,
        reversed: taken_back.contains(&choice.position),
        sample: false,
    });
    Ok(forks.collect())
}
