//! Spaced review: what is remembered of a question, and after how many days it is asked again.
//!
//! The memory is FSRS-6 with its published weights (J. Ye et al., "A Stochastic Shortest Path Algorithm
//! for Optimizing Spaced Repetition Scheduling", KDD 2022, and the FSRS project's later versions): the
//! stability of a memory in days, its difficulty from 1 to 10, and the chance that it is recalled today.
//! A question comes back when that chance has fallen to [`RETENTION`], and after [`MOST_DAYS`] at the
//! latest: what security training achieves is still there after four or five months and gone after six
//! (Reinheimer et al., SOUPS 2020).
//!
//! A day is a number; it says nothing but which day comes after which.

use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, MemoryState, current_retrievability};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use crate::{Confidence, Error};

/// The chance of recall at which a question is asked again.
pub const RETENTION: f32 = 0.9;

/// The longest time without being asked, in days.
pub const MOST_DAYS: u16 = 150;

/// How well a question was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Not right: it comes back soon.
    Again,
    /// Right, but not known.
    Hard,
    /// Right.
    Good,
    /// Right, and no question about it.
    Easy,
}

impl Grade {
    /// All of them, from the worst to the best.
    pub const ALL: [Self; 4] = [Self::Again, Self::Hard, Self::Good, Self::Easy];
}

/// The grade that an answer gives itself.
///
/// Whatever is not wholly right is Again: half of a rule is not the rule. Right but guessed is Hard,
/// right and sure is Easy. Time does not count: a slow reader, a screen reader and a telephone call say
/// nothing about memory.
pub fn grade(score: f64, confidence: Option<Confidence>) -> Grade {
    match confidence {
        _ if score < 1.0 => Grade::Again,
        Some(Confidence::Guess) => Grade::Hard,
        Some(Confidence::Sure) => Grade::Easy,
        Some(Confidence::Think) | None => Grade::Good,
    }
}

/// One answer, as far as memory is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Review {
    /// When.
    pub day: i32,
    /// How well.
    pub grade: Grade,
    /// Moves the next day a little, so that what was learned together does not come back together.
    /// Absent: not at all.
    pub seed: Option<u64>,
}

/// What is remembered of a question after its last answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memory {
    /// Days until the chance of recall has fallen to 90 %.
    pub stability: f32,
    /// From 1, easy, to 10.
    pub difficulty: f32,
    /// The day of the last answer.
    pub day: i32,
    /// Days from there to the next one, 1 to [`MOST_DAYS`].
    pub interval: u16,
}

impl Memory {
    /// The day on which the question comes back, were there no others.
    pub fn due(&self) -> i32 {
        self.day.saturating_add(i32::from(self.interval))
    }

    /// The chance that it is recalled on a day, 0 to 1. A day before the last answer counts as that day.
    pub fn retrievability(&self, day: i32) -> f32 {
        let elapsed = u16::try_from(elapsed(self.day, day)).unwrap_or(u16::MAX);
        current_retrievability(self.state(), f32::from(elapsed), FSRS6_DEFAULT_DECAY)
    }

    fn state(&self) -> MemoryState {
        MemoryState { stability: self.stability, difficulty: self.difficulty }
    }
}

/// Days between two answers; a clock that was set back lets no time pass.
fn elapsed(from: i32, to: i32) -> u32 {
    u32::try_from(to.saturating_sub(from)).unwrap_or(0)
}

/// What is remembered after one more answer.
///
/// # Errors
/// When what was remembered before is no memory: a stability that is no number.
pub fn remember(before: Option<&Memory>, review: Review) -> Result<Memory, Error> {
    let days = before.map_or(0, |memory| elapsed(memory.day, review.day));
    let states = FSRS::default()
        .next_states(before.map(Memory::state), RETENTION, days)
        .map_err(|error| Error::NoMemory(error.to_string()))?;
    let next = match review.grade {
        Grade::Again => states.again,
        Grade::Hard => states.hard,
        Grade::Good => states.good,
        Grade::Easy => states.easy,
    };
    Ok(Memory {
        stability: next.memory.stability,
        difficulty: next.memory.difficulty,
        day: review.day,
        interval: whole_days(next.interval, review.seed),
    })
}

/// What is remembered after a whole history, the oldest answer first; nothing after none.
///
/// # Errors
/// As [`remember`].
pub fn remember_all(history: &[Review]) -> Result<Option<Memory>, Error> {
    history.iter().try_fold(None, |memory: Option<Memory>, review| {
        remember(memory.as_ref(), *review).map(Some)
    })
}

/// An interval in whole days, moved by chance within the ranges that FSRS publishes: a day, and 15 % of
/// what lies between 2.5 and 7 days, 10 % up to 20, 5 % beyond. Under 2.5 days nothing is moved. The
/// same seed moves every interval in the same direction, so a better grade is never sooner.
fn whole_days(interval: f32, seed: Option<u64>) -> u16 {
    const RANGES: [(f32, f32, f32); 3] =
        [(2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, f32::INFINITY, 0.05)];
    let days = interval.clamp(1.0, f32::from(MOST_DAYS));
    let least = if days < 2.5 { 1.0 } else { 2.0 };
    let moved = match seed {
        Some(seed) if days >= 2.5 => {
            let shares = RANGES.map(|(from, to, share)| share * (days.min(to) - from).max(0.0));
            let chance: f32 = ChaCha8Rng::seed_from_u64(seed).random_range(-1.0..=1.0);
            days + chance * (1.0 + shares.iter().sum::<f32>())
        }
        _ => days,
    };
    rounded(moved.clamp(least, f32::from(MOST_DAYS)))
}

/// A length that lies between 1 and [`MOST_DAYS`], rounded.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was clamped before")]
fn rounded(days: f32) -> u16 {
    days.round() as u16
}

#[cfg(test)]
mod tests;
