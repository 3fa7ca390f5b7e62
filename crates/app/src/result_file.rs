//! One result file: reading it, and taking it in so that it makes no difference in which order files come.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use eighteen_exchange::{
    history::{Came, Finding, in_file, vouched},
    results::{LONGEST, Opened, Refused, read},
};
use eighteen_seal::Identity;
use eighteen_store::{
    AttemptItemRow, AttemptRow, FileFindingRow, ItemRow, NewAnswer, ResultFileRow, StepDoneRow,
    Writer,
};
use sha2::{Digest as _, Sha256};

use crate::{
    UserError,
    app::file_bytes,
    attempt::policy,
    collect::{COLLECTED_AT, Harvest, bring_in},
    history::{content, content_in, link_row},
    question::response_from_json,
    wire::results::FileRefused,
};

/// Hashes of questions that were found to be some: most files of a course bring the same ones.
#[derive(Default)]
pub(crate) struct KnownItems(BTreeSet<String>);

impl KnownItems {
    /// Whether a row is a question with its hash.
    fn has(&mut self, row: &ItemRow) -> bool {
        if row.hash != eighteen_seal::to_hex(&Sha256::digest(&row.body)) {
            return false;
        }
        let known = self.0.contains(&row.hash);
        if !known && serde_json::from_str::<eighteen_pack::Item>(&row.body).is_ok() {
            return self.0.insert(row.hash.clone());
        }
        known
    }
}

/// Opens a file and finds out whether everything in it is what it has to be.
pub(crate) fn look(
    path: &Path,
    trainer: &Identity,
    known: &mut KnownItems,
) -> Result<(Opened, Harvest), FileRefused> {
    // A pipe or a device has no end; only a file is read.
    let ordinary = fs::metadata(path).map_err(|_| FileRefused::NotReadable)?;
    if !ordinary.is_file() {
        return Err(FileRefused::NotReadable);
    }
    let most = usize::try_from(LONGEST).unwrap_or(usize::MAX);
    let bytes = file_bytes(path, most).map_err(|_| FileRefused::NotReadable)?;
    let opened = read(&bytes, trainer).map_err(|refused| match refused {
        Refused::TooLong => FileRefused::TooLong,
        Refused::DoesNotOpen => FileRefused::DoesNotOpen,
        Refused::Newer => FileRefused::Newer,
        Refused::NotOne => FileRefused::NotOne,
        Refused::Signature => FileRefused::Signature,
        Refused::ForAnother => FileRefused::ForAnother,
    })?;
    let harvest: Harvest = serde_json::from_str(&opened.body).map_err(|_| FileRefused::NotOne)?;
    if !sound(&opened, &harvest, known) {
        return Err(FileRefused::NotOne);
    }
    Ok((opened, harvest))
}

/// Whether the reports can read every value. A file may be signed and still hold nonsense.
fn sound(opened: &Opened, harvest: &Harvest, known: &mut KnownItems) -> bool {
    let is_time = |time: &str| chrono::DateTime::parse_from_rfc3339(time).is_ok();
    let is_list = |list: &str| serde_json::from_str::<Vec<String>>(list).is_ok();
    let attempt = |row: &AttemptRow| {
        policy(row).is_ok()
            && is_time(&row.started_at)
            && row.finished_at.as_deref().is_some_and(is_time)
    };
    is_time(&opened.header.made_at)
        && matches!(&harvest.people[..], [person] if person.id == opened.header.learner_id
            && is_time(&person.last_active))
        && harvest.progress.iter().all(|row| is_time(&row.opened_at))
        && harvest.revisits.iter().all(|row| is_time(&row.done_at))
        && harvest.steps.iter().all(|row| is_time(&row.step.done_at))
        && harvest.items.iter().all(|(hash, row)| *hash == row.hash && known.has(row))
        && harvest.attempts.iter().all(attempt)
        && harvest.attempt_items.iter().all(|row| {
            harvest.items.contains_key(&row.item_hash)
                && is_list(&row.parts)
                && is_list(&row.targets)
        })
        && harvest
            .answers
            .iter()
            .all(|row| response_from_json(&row.response).is_ok() && is_time(&row.answered_at))
}

/// The finished checks of a file with what they hash to.
pub(crate) fn came(harvest: &Harvest) -> Vec<Came> {
    let mut rows: BTreeMap<&str, (Vec<&AttemptItemRow>, Vec<&NewAnswer>)> = BTreeMap::new();
    for item in &harvest.attempt_items {
        rows.entry(&item.attempt_id).or_default().0.push(item);
    }
    for answer in &harvest.answers {
        rows.entry(&answer.attempt_id).or_default().1.push(answer);
    }
    let none = (Vec::new(), Vec::new());
    let of = |attempt: &AttemptRow| {
        let (items, answers) = rows.get(attempt.id.as_str()).unwrap_or(&none);
        Came {
            attempt_id: attempt.id.clone(),
            learner_id: attempt.learner_id.clone(),
            content: content(attempt, items.iter().copied(), answers.iter().copied()),
        }
    };
    harvest.attempts.iter().map(of).collect()
}

pub(crate) fn findings(opened: &Opened, came: &[Came]) -> Vec<Finding> {
    in_file(&opened.header.learner_id, &opened.header.device, &opened.links, came)
}

/// Takes a file in. What its history does not vouch for, and what is somebody else's, is left out.
pub(crate) fn take_in(
    writer: &Writer<'_>,
    opened: &Opened,
    mut harvest: Harvest,
    now: &str,
    nameless: bool,
) -> Result<(), UserError> {
    let header = &opened.header;
    let came = came(&harvest);
    let findings = findings(opened, &came);
    let kept: BTreeSet<String> =
        vouched(&header.learner_id, &opened.links, &came).map(str::to_owned).collect();
    harvest.only_of(&header.learner_id);
    if nameless {
        harvest.without_names();
    }
    harvest.keep_attempts(|attempt| kept.contains(&attempt.id));
    settle(writer, &mut harvest, came.iter().filter(|came| kept.contains(&came.attempt_id)))?;
    for mut person in std::mem::take(&mut harvest.people) {
        person.sample = false;
        writer.merge_person(&person)?;
    }
    for progress in std::mem::take(&mut harvest.progress) {
        writer.merge_progress(&progress)?;
    }
    bring_in(writer, &harvest)?;
    for attempt in &harvest.attempts {
        writer.vouch_for(&attempt.id)?;
        writer.let_go_of_statements(&attempt.id)?;
    }
    writer.put_result_file(&ResultFileRow {
        digest: opened.digest.clone(),
        learner_id: header.learner_id.clone(),
        device: header.device.clone(),
        number: header.number,
        head: header.head.clone(),
        made_at: header.made_at.clone(),
        collected_at: now.to_owned(),
    })?;
    for link in &opened.links {
        writer.put_link(&link_row(&header.learner_id, link))?;
    }
    for finding in findings {
        writer.put_file_finding(&FileFindingRow {
            learner_id: header.learner_id.clone(),
            digest: opened.digest.clone(),
            kind: finding.kind.as_str().to_owned(),
            counter: finding.counter,
        })?;
    }
    Ok(writer.set_setting(COLLECTED_AT, now)?)
}

/// One check of which there are two accounts: after a copy was put back it may have been finished again. The
/// later one counts, and of two of one moment the one with the greater hash, whichever comes first. What no
/// computer signed gives way to what one did.
fn settle<'a>(
    writer: &Writer<'_>,
    harvest: &mut Harvest,
    came: impl Iterator<Item = &'a Came>,
) -> Result<(), UserError> {
    let reader = writer.reader();
    let mut left = BTreeSet::new();
    for came in came {
        let Some(known) = reader.attempt(&came.attempt_id)? else { continue };
        let known_content = content_in(&reader, &known)?;
        if known.learner_id != came.learner_id {
            left.insert(came.attempt_id.as_str());
        } else if known_content != came.content {
            let new = harvest.attempts.iter().find(|attempt| attempt.id == came.attempt_id);
            let finished = new.and_then(|attempt| attempt.finished_at.clone());
            let gives_way = reader.is_unsigned(&came.attempt_id)?;
            if gives_way || (finished, &came.content) > (known.finished_at, &known_content) {
                writer.remove_attempt(&came.attempt_id)?;
            } else {
                left.insert(came.attempt_id.as_str());
            }
        }
    }
    harvest.keep_attempts(|attempt| !left.contains(attempt.id.as_str()));
    // Time on a step only grows, so of two files the longer one is the later.
    let mut later = Vec::new();
    for taken in std::mem::take(&mut harvest.steps) {
        let known = reader.steps_done(&taken.learner_id, &taken.pack_id)?;
        let known = known.iter().find(|known| known.step_id == taken.step.step_id);
        let newer = |known: &StepDoneRow| {
            (known.elapsed_ms, &known.done_at) < (taken.step.elapsed_ms, &taken.step.done_at)
        };
        if known.is_none_or(newer) {
            later.push(taken);
        }
    }
    harvest.steps = later;
    Ok(())
}
