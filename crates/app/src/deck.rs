//! A learner's deck: every question that was answered and every message that was judged and is still in the
//! course, with what is remembered of it. Worked out from the answers each time it is asked for.

use std::collections::{BTreeMap, BTreeSet};

use eighteen_pack::{Item, Message, Module};
use eighteen_store::{GradedRow, JudgedMessageRow, Reader};
use eighteen_training::{
    A_DAY, Card, Grade, LONG_ABSENCE, Memory, NEW_START, Review, ahead, days_away, due, grade,
    judgement_mark, order_of_parts, plan, remember,
};

use crate::{
    UserError,
    attempt::sureness,
    clock::{Moment, day_number},
    course::Course,
    inbox_words::outcome_from,
    question::Shown,
    wire::{question::Confidence, refresher::Sitting},
};

/// What a card asks.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Asked<'a> {
    Question(&'a Module, &'a Item),
    Message(&'a Message),
}

/// An answer in the refresher that was given today.
#[derive(Debug, Clone)]
pub(crate) struct Reviewed {
    pub(crate) id: String,
    /// The question or the message.
    card: CardId,
    /// Its place in the one order of the refresher: the last answer to a question, then the messages after it.
    place: (i64, usize),
}

/// Questions and messages may have the same id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CardId {
    Question(String),
    Message(String),
}

impl Asked<'_> {
    fn has(&self, id: &CardId) -> bool {
        match (self, id) {
            (Self::Question(_, item), CardId::Question(id)) => item.id == *id,
            (Self::Message(message), CardId::Message(id)) => message.id == *id,
            _ => false,
        }
    }
}

impl Reviewed {
    pub(crate) fn is_of_message(&self) -> bool {
        matches!(self.card, CardId::Message(_))
    }
}

/// A learner's deck on one day. Lists of the same length: a place in one is a place in the others.
pub(crate) struct Deck<'a> {
    pub(crate) cards: Vec<Card>,
    asked: Vec<Asked<'a>>,
    /// How often each was answered; decides the order of its parts.
    answers: Vec<u64>,
    pub(crate) today: i32,
    /// What was answered in the refresher today, the oldest first.
    reviewed_today: Vec<Reviewed>,
}

/// An answer or a judgement as memory sees it.
struct Given<'a> {
    id: &'a str,
    version: u32,
    score: f64,
    confidence: Option<&'a str>,
    grade: Option<u8>,
    at: &'a str,
}

impl<'a> Deck<'a> {
    pub(crate) fn read(
        reader: &Reader<'_>,
        course: &'a Course,
        learner_id: &str,
        now: Moment,
    ) -> Result<Self, UserError> {
        let answers = reader.graded(learner_id, &course.pack.id)?;
        let judgements = reader.judged_messages(learner_id, &course.pack.id)?;
        let today = now.day_number();
        let mut deck = Self {
            cards: Vec::new(),
            asked: Vec::new(),
            answers: Vec::new(),
            today,
            reviewed_today: reviewed_on(today, &answers, &judgements),
        };
        let held: BTreeSet<String> = reader.held_items(learner_id)?.into_iter().collect();
        let given = by_id(answers.iter().map(|row| (row.item_id.as_str(), answered(row))));
        for module in &course.pack.modules {
            for item in module.quiz.items.iter().filter(|item| !held.contains(&item.id)) {
                if let Some(given) = given.get(item.id.as_str()) {
                    deck.add(Asked::Question(module, item), item.version, given)?;
                }
            }
        }
        let held: BTreeSet<String> = reader.held_messages(learner_id)?.into_iter().collect();
        let given = judgements.iter().map(|row| Ok((row.message_id.as_str(), judged(row)?)));
        let given = by_id(given.collect::<Result<Vec<_>, UserError>>()?);
        let messages = course.pack.inbox.iter().flat_map(|inbox| &inbox.messages);
        for message in messages.filter(|message| !held.contains(&message.id)) {
            if let Some(given) = given.get(message.id.as_str()) {
                deck.add(Asked::Message(message), message.version, given)?;
            }
        }
        Ok(deck)
    }

    /// Answers to another version say only that it belongs to the deck.
    fn add(
        &mut self,
        asked: Asked<'a>,
        version: u32,
        given: &[Given<'_>],
    ) -> Result<(), UserError> {
        let mut given = given.iter().filter(|given| given.version == version);
        let history: Vec<Review> = given.clone().filter_map(review).collect();
        let sure_but_wrong = given.next_back().is_some_and(is_sure_but_wrong);
        self.cards.push(Card::new(&history, sure_but_wrong)?);
        self.asked.push(asked);
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

    /// The answer that can still be changed or taken back: the last one of today.
    pub(crate) fn last_review(&self) -> Option<&Reviewed> {
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

    pub(crate) fn place_of(&self, id: &CardId) -> Option<usize> {
        self.asked.iter().position(|asked| asked.has(id))
    }

    /// The card that an answer was given to.
    pub(crate) fn place_of_review(&self, reviewed: &Reviewed) -> Option<usize> {
        self.place_of(&reviewed.card)
    }

    pub(crate) fn asked(&self, place: usize) -> Asked<'a> {
        self.asked[place]
    }

    /// The question of a card. Its parts stand in another order each time it comes, and in the same one
    /// until it is answered.
    pub(crate) fn shown(&self, place: usize, item: &Item) -> Shown {
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

/// What was answered in the refresher on a day, the oldest first.
fn reviewed_on(day: i32, answers: &[GradedRow], judgements: &[JudgedMessageRow]) -> Vec<Reviewed> {
    let questions = answers.iter().filter_map(|row| {
        let card = CardId::Question(row.item_id.clone());
        Some((&row.at, Reviewed { id: row.id.clone(), card, place: (row.review?, 0) }))
    });
    let messages = (1..).zip(judgements).filter_map(|(at, row)| {
        let card = CardId::Message(row.message_id.clone());
        Some((&row.at, Reviewed { id: row.id.clone(), card, place: (row.after_review?, at) }))
    });
    let on_the_day = questions.chain(messages).filter(|(at, _)| day_number(at) == Some(day));
    let mut reviewed: Vec<Reviewed> = on_the_day.map(|(_, reviewed)| reviewed).collect();
    reviewed.sort_by_key(|reviewed| reviewed.place);
    reviewed
}

fn by_id<'a>(
    given: impl IntoIterator<Item = (&'a str, Given<'a>)>,
) -> BTreeMap<&'a str, Vec<Given<'a>>> {
    let mut by_id: BTreeMap<&str, Vec<Given<'_>>> = BTreeMap::new();
    for (id, given) in given {
        by_id.entry(id).or_default().push(given);
    }
    by_id
}

fn answered(row: &GradedRow) -> Given<'_> {
    Given {
        id: &row.id,
        version: row.item_version,
        score: row.score,
        confidence: row.confidence.as_deref(),
        grade: row.grade,
        at: &row.at,
    }
}

fn judged(row: &JudgedMessageRow) -> Result<Given<'_>, UserError> {
    Ok(Given {
        id: &row.id,
        version: row.message_version,
        score: judgement_mark(outcome_from(&row.outcome)?),
        confidence: row.confidence.as_deref(),
        grade: row.grade,
        at: &row.at,
    })
}

/// An answer as memory sees it; one without a readable time is left out.
fn review(given: &Given<'_>) -> Option<Review> {
    let seed = Some(seed_of(given.id));
    Some(Review { day: day_number(given.at)?, grade: grade_of(given), seed })
}

fn grade_of(given: &Given<'_>) -> Grade {
    let by_itself = || grade(given.score, sureness(given.confidence));
    given.grade.and_then(grade_from).unwrap_or_else(by_itself)
}

fn is_sure_but_wrong(given: &Given<'_>) -> bool {
    let is_sure = crate::attempt::confidence(given.confidence) == Some(Confidence::Sure);
    is_sure && given.score < 1.0 && grade_of(given) == Grade::Again
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
