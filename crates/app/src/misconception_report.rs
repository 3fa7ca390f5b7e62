//! Wrong ideas across questions: how many people chose an answer behind which one stands.

use std::collections::{BTreeMap, BTreeSet};

use eighteen_exchange::{Cell, Table};
use eighteen_pack::{Body, Choice, Item, plain};
use eighteen_store::{ItemRow, PackedAnswer, Reader};

use crate::{
    App, UserError,
    among::{Asked as AskedFor, Days},
    by_person::{Wanted, firsts},
    course::{Course, count, step_link},
    export::sample_word,
    item_options::options_of,
    shares::of_people,
    wire::{
        among::Among,
        practised::{MisconceptionQuestion, MisconceptionReport, MisconceptionRow},
    },
};

impl App {
    /// Wrong ideas, those of most people first.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open; `PersonsNotShown` and `NotFound` as
    /// [`Self::trainer_questions`].
    pub fn trainer_misconceptions(&self, args: Among) -> Result<MisconceptionReport, UserError> {
        let course = self.course()?;
        let asked = self.among(args, Days::Meant)?;
        self.as_agreed(self.trainer_store()?.read(|reader| report(reader, course, asked))?)
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

fn report(
    reader: &Reader<'_>,
    course: &Course,
    asked_for: AskedFor,
) -> Result<MisconceptionReport, UserError> {
    let kept = reader.items()?;
    let mut asked = BTreeMap::new();
    for row in kept.iter().filter(|row| row.pack_id == course.pack.id) {
        let item: Item = serde_json::from_str(&row.body)?;
        let parts = parts_of(&item.body);
        asked.insert(row.hash.as_str(), Asked { kept: row, item, parts });
    }
    let ideas = Ideas::count(reader, course, &Wanted::read(reader, &asked_for.rows)?, &mut asked)?;
    let mut rows: Vec<MisconceptionRow> = ideas
        .into_iter()
        .map(|(idea, people)| idea_row(course, &asked, &idea, people.met, people.chose))
        .collect();
    if asked_for.rows.told {
        // Who met one of two questions is not told in batches, and so no figure over both of them is.
        rows.retain(|row| has_one_question(&asked, &row.id));
    }
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
        sample: reader.has_sample()?,
        among: asked_for.whom(),
        not_met: count(not_met),
        rows,
    })
}

/// Whether no more than one question, in whatever versions, has answers with an idea behind them.
fn has_one_question(asked: &BTreeMap<&str, Asked<'_>>, idea: &str) -> bool {
    let behind = asked.values().filter(|one| one.parts.iter().any(|part| part.idea == idea));
    let items: BTreeSet<&str> = behind.map(|one| one.item.id.as_str()).collect();
    items.len() == 1
}

/// People by a wrong idea.
#[derive(Clone, Copy, Default)]
struct People {
    /// Who was asked a question where it can be chosen.
    met: u32,
    /// Of them, who chose it at least once.
    chose: u32,
}

/// Wrong ideas while people are counted.
struct Ideas {
    names: Vec<String>,
    people: Vec<People>,
    /// Met, and chosen, by the person who is looked at.
    of_one: Vec<(bool, bool)>,
}

/// A question while people are counted: for each of its answers with a wrong idea the bit, the idea, and how many
/// chose it.
#[derive(Default)]
struct Tally {
    parts: Vec<(u64, usize, u32)>,
}

impl Ideas {
    /// One pass over everybody's first checks; counts the answers of each question as well. What nobody met is
    /// left out.
    fn count(
        reader: &Reader<'_>,
        course: &Course,
        wanted: &Wanted,
        asked: &mut BTreeMap<&str, Asked<'_>>,
    ) -> Result<BTreeMap<String, People>, UserError> {
        let all = asked.values().flat_map(|one| &one.parts).map(|part| part.idea.clone());
        let names: Vec<String> = all.collect::<BTreeSet<_>>().into_iter().collect();
        let mut ideas = Self {
            people: vec![People::default(); names.len()],
            of_one: vec![(false, false); names.len()],
            names,
        };
        let mut tallies: BTreeMap<u32, Tally> = BTreeMap::new();
        let numbers = reader.item_numbers()?;
        for (number, hash) in &numbers {
            if let Some(one) = asked.get(hash.as_str()) {
                tallies.insert(*number, ideas.tally(one));
            }
        }
        wanted.each_person(reader, course, |_, checks| {
            for check in firsts(checks).filter(|check| wanted.has(check.day)) {
                ideas.look_at(&check.answers, &mut tallies);
            }
            ideas.next_person();
        })?;
        for (number, tally) in tallies {
            let Some(one) = numbers.get(&number).and_then(|hash| asked.get_mut(hash.as_str()))
            else {
                continue;
            };
            for (part, (_, _, chose)) in one.parts.iter_mut().zip(tally.parts) {
                part.chose = chose;
            }
        }
        let counted = ideas.names.into_iter().zip(ideas.people);
        Ok(counted.filter(|(_, people)| people.met > 0).collect())
    }

    /// In the order of the parts of the question.
    fn tally(&self, one: &Asked<'_>) -> Tally {
        let options = options_of(&one.item.body);
        let parts = one.parts.iter().map(|part| {
            let place = options.iter().position(|option| option.id == part.id);
            let bit = place.and_then(|place| 1_u64.checked_shl(count(place))).unwrap_or(0);
            let idea = self.names.binary_search(&part.idea).unwrap_or_default();
            (bit, idea, 0)
        });
        Tally { parts: parts.collect() }
    }

    fn look_at(&mut self, answers: &[PackedAnswer], tallies: &mut BTreeMap<u32, Tally>) {
        for answer in answers.iter().filter(|answer| answer.mark.is_some()) {
            let Some(tally) = tallies.get_mut(&answer.item) else { continue };
            for (bit, idea, chose) in &mut tally.parts {
                let chosen = answer.chosen & *bit != 0;
                *chose += u32::from(chosen);
                let of_one = &mut self.of_one[*idea];
                *of_one = (true, of_one.1 || chosen);
            }
        }
    }

    fn next_person(&mut self) {
        for (people, one) in self.people.iter_mut().zip(&mut self.of_one) {
            people.met += u32::from(one.0);
            people.chose += u32::from(one.1);
            *one = (false, false);
        }
    }
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
