//! The deck: which questions are asked today, and when the others come.
//!
//! At most [`A_DAY`] questions are asked on a day. What does not find room waits for the next day and
//! meets the order again, so an absence is worked off ten at a time and nothing piles up or is lost.

use crate::{Error, Memory, Review, remember_all};

/// The most questions that a day asks for.
pub const A_DAY: usize = 10;

/// The most questions of a new start after a long absence.
pub const NEW_START: usize = 5;

/// An absence of more days than this is a long one.
pub const LONG_ABSENCE: i32 = 30;

/// A question in the deck.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Card {
    /// What is remembered of it; nothing when it has changed since it was last answered.
    pub memory: Option<Memory>,
    /// The last answer was wrong, and given as sure.
    pub sure_but_wrong: bool,
}

impl Card {
    /// A card from its history, the oldest answer first.
    ///
    /// # Errors
    /// As [`remember_all`].
    pub fn new(history: &[Review], sure_but_wrong: bool) -> Result<Self, Error> {
        Ok(Self { memory: remember_all(history)?, sure_but_wrong })
    }

    /// The day on which it is due, today or later.
    ///
    /// An answer from a day that has not come was given under a clock that was wrong, and what follows
    /// from it is void: the card is due today. Tomorrow is no such day, because people travel.
    fn due(&self, today: i32) -> i32 {
        match &self.memory {
            Some(memory) if memory.day <= today.saturating_add(1) => memory.due().max(today),
            _ => today,
        }
    }

    /// Sure but wrong comes first, then what is most likely forgotten.
    fn urgency(&self, day: i32) -> (bool, f32) {
        let known = self.memory.as_ref().map_or(0.0, |memory| memory.retrievability(day));
        (!self.sure_but_wrong, known)
    }
}

/// The cards that are due today, by their places, the most urgent first.
pub fn due(cards: &[Card], today: i32) -> Vec<usize> {
    let mut due: Vec<usize> =
        (0..cards.len()).filter(|&card| cards[card].due(today) <= today).collect();
    by_urgency(cards, &mut due, today);
    due
}

/// The cards that may be practised although they are not due: those not answered today.
pub fn ahead(cards: &[Card], today: i32) -> Vec<usize> {
    let rested = |card: &Card| card.memory.as_ref().is_some_and(|memory| memory.day < today);
    let mut ahead: Vec<usize> = (0..cards.len())
        .filter(|&card| cards[card].due(today) > today && rested(&cards[card]))
        .collect();
    by_urgency(cards, &mut ahead, today);
    ahead
}

/// The day on which each card is asked, when today has room for `room` of them and every later day for
/// [`A_DAY`].
pub fn plan(cards: &[Card], today: i32, room: usize) -> Vec<i32> {
    let mut days = vec![today; cards.len()];
    let mut coming: Vec<usize> = (0..cards.len()).collect();
    coming.sort_by_key(|&card| std::cmp::Reverse(cards[card].due(today)));
    let mut waiting: Vec<usize> = Vec::new();
    let (mut day, mut room) = (today, room);
    loop {
        while let Some(&next) = coming.last()
            && cards[next].due(today) <= day
        {
            waiting.push(next);
            coming.pop();
        }
        by_urgency(cards, &mut waiting, day);
        for card in waiting.drain(..room.min(waiting.len())) {
            days[card] = day;
        }
        day = match (waiting.is_empty(), coming.last()) {
            (true, None) => return days,
            (true, Some(&next)) => cards[next].due(today),
            (false, _) => day.saturating_add(1),
        };
        room = A_DAY;
    }
}

/// Days since anything was answered; none when nothing was, or when a clock says the future.
pub fn days_away(cards: &[Card], today: i32) -> Option<i32> {
    let last = cards.iter().filter_map(|card| card.memory.as_ref()).map(|memory| memory.day).max();
    last.map(|last| today.saturating_sub(last)).filter(|days| *days >= 0)
}

/// Cards alike stand in the order in which they were given.
fn by_urgency(cards: &[Card], places: &mut [usize], day: i32) {
    places.sort_by(|one, two| {
        let (first, second) = (cards[*one].urgency(day), cards[*two].urgency(day));
        first.0.cmp(&second.0).then(first.1.total_cmp(&second.1)).then(one.cmp(two))
    });
}

#[cfg(test)]
mod tests;
