//! A learner's deck: every question that was answered and is still in the course, with what is
//! remembered of it. Worked out from the answers each time it is asked for.

use std::collections::{BTreeMap, BTreeSet};

use eighteen_pack::{Item, Module};
use eighteen_store::{GradedRow, Reader};
use eighteen_training::{
    A_DAY, Card, Grade, LONG_ABSENCE, Memory, NEW_START, Review, ahead, days_away, due, grade,
    order_of_parts, plan, remember,
};

use crate::{
    UserError,
    attempt::sureness,
    clock::{Moment, day_number},
    course::Course,
    question::Shown,
    wire::{question::Confidence, refresher::Sitting},
};

/// A learner's deck on one day. Lists of the same length: a place in one is a place in the others.
pub(crate) struct Deck<'a> {
    pub(crate) cards: Vec<Card>,
    items: Vec<(&'a Module, &'a Item)>,
    /// How often each was answered; decides the order of its parts.
    answers: Vec<u64>,
    pub(crate) today: i32,
    /// What was answered in the refresher today, as review and item, the oldest first.
    reviewed_today: Vec<(String, String)>,
}

impl<'a> Deck<'a> {
    pub(crate) fn read(
        reader: &Reader<'_>,
        course: &'a Course,
        learner_id: &str,
        now: Moment,
    ) -> Result<Self, UserError> {
        let rows = reader.graded(learner_id, &course.pack.id)?;
        let held: BTreeSet<String> = reader.held_items(learner_id)?.into_iter().collect();
        let mut by_item: BTreeMap<&str, Vec<&GradedRow>> = BTreeMap::new();
        for row in &rows {
            by_item.entry(&row.item_id).or_default().push(row);
        }
        let today = now.day_number();
        let mut deck = Self {
            cards: Vec::new(),
            items: Vec::new(),
            answers: Vec::new(),
            today,
            reviewed_today: rows
                .iter()
                .filter(|row| row.reviewed && day_number(&row.at) == Some(today))
                .map(|row| (row.id.clone(), row.item_id.clone()))
                .collect(),
        };
        for module in &course.pack.modules {
            for item in module.quiz.items.iter().filter(|item| !held.contains(&item.id)) {
                if let Some(rows) = by_item.get(item.id.as_str()) {
                    deck.add(module, item, rows)?;
                }
            }
        }
        Ok(deck)
    }

    /// Answers to another version of the question say only that it belongs to the deck.
    fn add(
        &mut self,
        module: &'a Module,
        item: &'a Item,
        rows: &[&GradedRow],
    ) -> Result<(), UserError> {
        let mut rows = rows.iter().filter(|row| row.item_version == item.version);
        let history: Vec<Review> = rows.clone().filter_map(|row| review(row)).collect();
        let sure_but_wrong = rows.next_back().is_some_and(|row| is_sure_but_wrong(row));
        self.cards.push(Card::new(&history, sure_but_wrong)?);
        self.items.push((module, item));
        self.answers.push(history.len() as u64);
        Ok(())
    }

    /// The cards of a sitting, the first one first, after `done` of them were answered.
    pub(crate) fn queue(&self, sitting: Sitting, done: u32) -> Vec<usize> {
        let mut queue = due(&self.cards, self.today);
        let done = done as usize;
        match sitting {
            Sitting::Due => queue.truncate(self.room()),
            Sitting::NewStart => queue.truncate(NEW_START.saturating_sub(done)),
            Sitting::Ahead => {
                queue.extend(ahead(&self.cards, self.today));
                queue.truncate(A_DAY.saturating_sub(done));
            }
        }
        queue
    }

    /// How many more cards this day asks for.
    pub(crate) fn room(&self) -> usize {
        A_DAY.saturating_sub(self.reviewed_today.len())
    }

    pub(crate) fn done_today(&self) -> usize {
        self.reviewed_today.len()
    }

    /// The review that can still be changed or taken back, and its item: the last one of today.
    pub(crate) fn last_review(&self) -> Option<&(String, String)> {
        self.reviewed_today.last()
    }

    /// So many cards begin again after a long absence, where more are due.
    pub(crate) fn new_start(&self) -> Option<usize> {
        let away = days_away(&self.cards, self.today).is_some_and(|days| days > LONG_ABSENCE);
        let due = due(&self.cards, self.today).len();
        (away && self.reviewed_today.is_empty() && due > NEW_START).then_some(NEW_START)
    }

    /// The next day after today with cards, and how many.
    pub(crate) fn next_day(&self) -> Option<(i32, usize)> {
        let days = plan(&self.cards, self.today, self.room());
        let next = days.iter().copied().filter(|day| *day > self.today).min()?;
        Some((next, days.iter().filter(|day| **day == next).count()))
    }

    pub(crate) fn place_of(&self, item_id: &str) -> Option<usize> {
        self.items.iter().position(|(_, item)| item.id == item_id)
    }

    pub(crate) fn item(&self, place: usize) -> (&'a Module, &'a Item) {
        self.items[place]
    }

    /// The question of a card. Its parts stand in another order each time it comes, and in the same one
    /// until it is answered.
    pub(crate) fn shown(&self, place: usize) -> Shown {
        let (_, item) = self.items[place];
        let seed = seed_of(&item.id) ^ (u64::from(item.version) << 32) ^ self.answers[place];
        Shown { item: item.clone(), order: order_of_parts(&item.body, true, seed) }
    }

    /// The day on which a card comes back after an answer with this grade, given today.
    pub(crate) fn day_after(
        &self,
        place: usize,
        review_id: &str,
        grade: Grade,
        wrong_and_sure: bool,
    ) -> Result<i32, UserError> {
        let before = self.cards[place].memory.as_ref();
        let seed = Some(seed_of(review_id));
        let memory: Memory = remember(before, Review { day: self.today, grade, seed })?;
        let mut cards = self.cards.clone();
        let sure_but_wrong = wrong_and_sure && grade == Grade::Again;
        cards[place] = Card { memory: Some(memory), sure_but_wrong };
        Ok(plan(&cards, self.today, self.room().saturating_sub(1))[place])
    }
}

/// An answer as memory sees it; one without a readable time is left out.
fn review(row: &GradedRow) -> Option<Review> {
    Some(Review { day: day_number(&row.at)?, grade: grade_of(row), seed: Some(seed_of(&row.id)) })
}

fn grade_of(row: &GradedRow) -> Grade {
    let by_itself = || grade(row.score, sureness(row.confidence.as_deref()));
    row.grade.and_then(grade_from).unwrap_or_else(by_itself)
}

fn is_sure_but_wrong(row: &GradedRow) -> bool {
    let is_sure = crate::attempt::confidence(row.confidence.as_deref()) == Some(Confidence::Sure);
    is_sure && row.score < 1.0 && grade_of(row) == Grade::Again
}

/// A grade as a store keeps it: 1 to 4.
pub(crate) fn grade_number(grade: Grade) -> u8 {
    match grade {
        Grade::Again => 1,
        Grade::Hard => 2,
        Grade::Good => 3,
        Grade::Easy => 4,
    }
}

fn grade_from(number: u8) -> Option<Grade> {
    Grade::ALL.into_iter().find(|grade| grade_number(*grade) == number)
}

/// A seed from an id (FNV-1a).
fn seed_of(id: &str) -> u64 {
    id.bytes().fold(0xcbf2_9ce4_8422_2325, |seed, byte| {
        (seed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
