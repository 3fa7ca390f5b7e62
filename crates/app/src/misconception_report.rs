//! Wrong ideas across questions: how many people chose an answer behind which one stands.

use std::collections::BTreeMap;

use eighteen_exchange::{Cell, Table};
use eighteen_pack::{Body, Choice, Item, plain};
use eighteen_store::{ItemRow, Reader, reports::ResponseCount};
use eighteen_training::mark;

use crate::{
    App, UserError,
    course::{Course, count, step_link},
    export::sample_word,
    question::response_from_json,
    shares::of_people,
    wire::practised::{MisconceptionQuestion, MisconceptionReport, MisconceptionRow},
};

impl App {
    /// Wrong ideas, those of most people first.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn trainer_misconceptions(&self) -> Result<MisconceptionReport, UserError> {
        let course = self.course()?;
        self.as_agreed(self.trainer_store()?.read(|reader| report(reader, course))?)
    }
}

/// A question as it was kept, and how often each answer with a wrong idea behind it was given.
struct Asked<'a> {
    kept: &'a ItemRow,
    item: Item,
    /// Part, words and idea.
    parts: Vec<Part>,
}

/// An answer behind which a wrong idea stands.
struct Part {
    id: String,
    words: String,
    idea: String,
    /// People, in first finished checks.
    chose: u32,
}

fn report(reader: &Reader<'_>, course: &Course) -> Result<MisconceptionReport, UserError> {
    let kept = reader.items()?;
    let mut asked = BTreeMap::new();
    for row in kept.iter().filter(|row| row.pack_id == course.pack.id) {
        let item: Item = serde_json::from_str(&row.body)?;
        let parts = parts_of(&item.body);
        asked.insert(row.hash.as_str(), Asked { kept: row, item, parts });
    }
    let behind = count_parts(&mut asked, reader.response_counts(&course.pack.id)?)?;
    let shown: Vec<(&str, &str)> = asked
        .iter()
        .flat_map(|(hash, one)| one.parts.iter().map(move |part| (*hash, part.idea.as_str())))
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect();
    let (shown, behind) = (serde_json::to_string(&shown)?, serde_json::to_string(&behind)?);
    let counted = reader.idea_counts(&course.pack.id, &shown, &behind, None)?;
    let mut rows: Vec<MisconceptionRow> = counted
        .into_iter()
        .map(|row| idea_row(course, &asked, &row.idea, row.met, row.chose))
        .collect();
    let rank = |row: &MisconceptionRow| {
        (row.chose.unwrap_or(0), row.share.map_or(0.0, |share| share.share))
    };
    // The sort is stable: of equals, the order of their names.
    rows.sort_by(|one, other| {
        rank(other).partial_cmp(&rank(one)).unwrap_or(std::cmp::Ordering::Equal)
    });
    let met = |id: &str| rows.iter().any(|row| row.id == id);
    let not_met = course.pack.misconceptions.iter().filter(|idea| !met(&idea.id)).count();
    Ok(MisconceptionReport {
        sample: reader.people()?.iter().any(|person| person.sample),
        not_met: count(not_met),
        rows,
    })
}

/// Counts who gave which answer; gives question, response and idea of each that was given.
fn count_parts(
    asked: &mut BTreeMap<&str, Asked<'_>>,
    responses: Vec<ResponseCount>,
) -> Result<Vec<(String, String, String)>, UserError> {
    let mut behind = Vec::new();
    for response in responses {
        let Some(one) = asked.get_mut(response.item_hash.as_str()) else { continue };
        if one.parts.is_empty() {
            continue;
        }
        let given = response_from_json(&response.response)?;
        let marked = mark(&one.item.body, &given)?;
        for part in marked.parts.iter().filter(|part| part.chosen) {
            if let Some(found) = one.parts.iter_mut().find(|known| known.id == part.id) {
                found.chose += response.people;
                let (hash, words) = (response.item_hash.clone(), response.response.clone());
                behind.push((hash, words, found.idea.clone()));
            }
        }
    }
    Ok(behind)
}

/// The answers of a question behind which a wrong idea stands.
fn parts_of(body: &Body) -> Vec<Part> {
    let part = |id: &str, words: String, idea: &Option<String>| {
        idea.clone().map(|idea| Part { id: id.to_owned(), words, idea, chose: 0 })
    };
    let choices = |list: &[Choice]| -> Vec<Part> {
        list.iter().filter_map(|one| part(&one.id, plain(&one.text), &one.misconception)).collect()
    };
    match body {
        Body::Single { options } | Body::Multiple { options } | Body::Scenario { options, .. } => {
            choices(options)
        }
        Body::TrueFalse { reasons, .. } => choices(reasons),
        Body::HotSpot { spots, .. } => spots
            .iter()
            .filter_map(|spot| part(&spot.id, plain(&spot.text), &spot.misconception))
            .collect(),
        Body::Short { near, .. } => (1..)
            .zip(near)
            .filter_map(|(number, near)| {
                part(&format!("near-{number}"), near.forms.join(" / "), &near.misconception)
            })
            .collect(),
        Body::Ordering { .. }
        | Body::Matching { .. }
        | Body::Sorting { .. }
        | Body::Estimate(_) => Vec::new(),
    }
}

fn idea_row(
    course: &Course,
    asked: &BTreeMap<&str, Asked<'_>>,
    idea: &str,
    met: u32,
    chose: u32,
) -> MisconceptionRow {
    let known = course.pack.misconceptions.iter().find(|known| known.id == idea);
    let mut questions: Vec<(&Asked<'_>, MisconceptionQuestion)> =
        asked.values().filter_map(|one| Some((one, question(course, one, idea)?))).collect();
    questions.sort_by_key(|(_, question)| std::cmp::Reverse(question.chose));
    let step = questions.first().and_then(|(one, _)| {
        let (module, index) = course.find_step(&one.item.step)?;
        Some(step_link(module, index))
    });
    MisconceptionRow {
        id: idea.to_owned(),
        says: known.map_or(idea, |known| &known.says).to_owned(),
        truth: known.map(|known| known.truth.clone()),
        met,
        chose: Some(chose),
        share: of_people(chose, met),
        questions: questions.into_iter().map(|(_, question)| question).collect(),
        step,
    }
}

/// What a question shows of an idea; nothing when nobody chose it there.
fn question(course: &Course, one: &Asked<'_>, idea: &str) -> Option<MisconceptionQuestion> {
    let parts: Vec<&Part> =
        one.parts.iter().filter(|part| part.idea == idea && part.chose > 0).collect();
    let words: Vec<&str> = parts.iter().map(|part| part.words.as_str()).collect();
    (!parts.is_empty()).then(|| MisconceptionQuestion {
        item_id: one.item.id.clone(),
        item_version: one.item.version,
        module_number: course.module(&one.kept.module_id).map_or(0, |module| module.number),
        ask: plain(&one.item.ask),
        answer: words.join(" / "),
        chose: Some(parts.iter().map(|part| part.chose).sum()),
    })
}

/// One row for each wrong idea, those of most people first.
pub fn misconceptions_table(report: &MisconceptionReport) -> Table {
    let rows = report.rows.iter().map(|row| -> Vec<Cell> {
        let within = row.share.and_then(|share| share.within);
        let items: Vec<&str> = row.questions.iter().map(|one| one.item_id.as_str()).collect();
        vec![
            row.id.as_str().into(),
            row.says.as_str().into(),
            row.truth.clone().into(),
            row.met.into(),
            row.chose.into(),
            row.share.map(|share| share.share).into(),
            within.map(|within| within.low).into(),
            within.map(|within| within.high).into(),
            items.join(" ").into(),
            row.step.as_ref().map(|step| step.module_id.clone()).into(),
            row.step.as_ref().map(|step| step.step_id.clone()).into(),
            sample_word(report.sample).into(),
        ]
    });
    Table {
        columns: vec![
            "misconception_id",
            "misconception",
            "correction",
            "met",
            "chose",
            "share",
            "share_low",
            "share_high",
            "item_ids",
            "module_id",
            "step_id",
            "sample",
        ],
        rows: rows.collect(),
    }
}
