//! Decides what is sent next and what an answer means.

use std::time::Duration;

use crate::{
    pause::{AFTER_REFUSAL, asked_for, back_off},
    reply::{Reply, Trouble, Verdict, judge},
    same::{is_nothing, is_same},
};

/// Statements in one request at most.
const MOST: usize = 200;
/// Bytes in one request at most, unless one statement alone has more.
const MOST_BYTES: usize = 1 << 20;
/// How often a statement that a store has and does not have is asked for.
const MOST_CONTRADICTIONS: u32 = 3;

/// A statement that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Its place in the order of sending.
    pub seq: i64,
    /// Its UUID.
    pub id: String,
    /// Its exact bytes.
    pub statement: String,
}

/// Why a statement is set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// In a word.
    pub why: Why,
    /// The status that the store answered with.
    pub status: u16,
    /// The beginning of what the store said.
    pub said: String,
}

/// Why a statement is set aside, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The store does not accept it.
    Refused,
    /// It alone is too large for the store.
    TooLarge,
    /// The store has another statement of this id, or says so.
    Conflict,
}

/// What waits, and what became of it.
pub trait Outbox {
    /// What goes wrong with it.
    type Error;

    /// What waits after one place and up to another, in order: so many at most, and not more bytes than
    /// that unless the first alone has more.
    ///
    /// # Errors
    /// When it cannot be read.
    fn waiting(
        &mut self,
        between: (i64, i64),
        most: usize,
        most_bytes: usize,
    ) -> Result<Vec<Waiting>, Self::Error>;

    /// The store has these; they wait no more.
    ///
    /// # Errors
    /// When it cannot be written: they are sent again, as the same statements.
    fn delivered(&mut self, seqs: &[i64]) -> Result<(), Self::Error>;

    /// The store does not take this one; it waits no more.
    ///
    /// # Errors
    /// When it cannot be written.
    fn set_aside(&mut self, seq: i64, reason: &Reason) -> Result<(), Self::Error>;
}

/// The way to a store.
pub trait Line {
    /// Sends a list of statements.
    fn post(&mut self, statements: &[u8]) -> Reply;
    /// Asks for one statement.
    fn ask(&mut self, id: &str) -> Reply;
    /// Asks for anything, to see whether the store knows us.
    fn knock(&mut self) -> Reply;
}

/// What a turn came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// There may be more to do at once.
    Went,
    /// Nothing waits.
    Nothing,
    /// Nothing is done before that moment.
    Rest {
        /// On the clock that `turn` is called with.
        until: Duration,
    },
}

/// Decides what is sent next and what an answer means. One for each store and each start of the app: what
/// must outlive a start is in the [`Outbox`].
#[derive(Debug)]
pub struct Courier {
    /// Parts of a batch that was refused, the first one last.
    parts: Vec<(i64, i64)>,
    /// Statements in a request; falls when a store finds that too much.
    most: usize,
    failures: u32,
    contradictions: u32,
    /// The store has shown that it knows us.
    is_known: bool,
    rest: Option<(Duration, Trouble)>,
}

impl Default for Courier {
    fn default() -> Self {
        Self {
            parts: Vec::new(),
            most: MOST,
            failures: 0,
            contradictions: 0,
            is_known: false,
            rest: None,
        }
    }
}

impl Courier {
    /// What is the matter, if anything is.
    pub fn trouble(&self) -> Option<Trouble> {
        self.rest.map(|(_, trouble)| trouble)
    }

    /// Ends a rest: somebody changed something, or wants it to be tried now.
    pub fn wake(&mut self) {
        if let Some((until, _)) = &mut self.rest {
            *until = Duration::ZERO;
        }
    }

    /// Does the next thing, with at most three requests. `chance` is between 0 and 1.
    ///
    /// # Errors
    /// What the outbox says; the next turn does the same again.
    pub fn turn<O: Outbox>(
        &mut self,
        outbox: &mut O,
        line: &mut dyn Line,
        now: Duration,
        chance: f64,
    ) -> Result<Turn, O::Error> {
        if let Some((until, _)) = self.rest
            && now < until
        {
            return Ok(Turn::Rest { until });
        }
        let between = self.parts.last().copied().unwrap_or((0, i64::MAX));
        let batch = outbox.waiting(between, self.most, MOST_BYTES)?;
        let Some((first, last)) = batch.first().zip(batch.last()) else {
            return Ok(if self.parts.pop().is_some() { Turn::Went } else { Turn::Nothing });
        };
        let ids: Vec<&str> = batch.iter().map(|one| one.id.as_str()).collect();
        match judge(&line.post(&list(&batch)), &ids) {
            Verdict::Delivered => {
                let seqs: Vec<i64> = batch.iter().map(|one| one.seq).collect();
                outbox.delivered(&seqs)?;
                self.went_well();
                Ok(Turn::Went)
            }
            Verdict::Later { trouble, asked_for } => {
                Ok(self.rest_for(trouble, asked_for, now, chance))
            }
            Verdict::Stop(trouble) => Ok(self.stop(trouble, now)),
            Verdict::TooLarge if batch.len() > 1 => {
                self.most = batch.len() / 2;
                Ok(Turn::Went)
            }
            Verdict::TooLarge => {
                let reason = Reason { why: Why::TooLarge, status: 413, said: String::new() };
                self.put_aside(outbox, first.seq, &reason)
            }
            Verdict::Refused { .. } | Verdict::Conflict if batch.len() > 1 => {
                let middle = batch[(batch.len() - 1) / 2].seq;
                self.parts.push((middle, last.seq));
                self.parts.push((between.0, middle));
                Ok(Turn::Went)
            }
            Verdict::Refused { status, said } => {
                if !self.is_known
                    && let Some(turn) = self.knock(line, now, chance)
                {
                    return Ok(turn);
                }
                self.put_aside(outbox, first.seq, &Reason { why: Why::Refused, status, said })
            }
            Verdict::Conflict => self.compare(outbox, line, first, now, chance),
        }
    }

    /// A store that does not know us may refuse statements instead of saying so. Nothing is set aside before
    /// it has answered a question that has nothing to do with statements.
    fn knock(&mut self, line: &mut dyn Line, now: Duration, chance: f64) -> Option<Turn> {
        match line.knock() {
            Reply::Answer { status: 200..=299, .. } => {
                self.is_known = true;
                None
            }
            Reply::Answer { status: 400, .. } => Some(self.stop(Trouble::Version, now)),
            other => Some(match judge(&other, &[]) {
                Verdict::Stop(trouble) => self.stop(trouble, now),
                Verdict::Later { trouble, asked_for } => {
                    self.rest_for(trouble, asked_for, now, chance)
                }
                _ => self.stop(Trouble::Version, now),
            }),
        }
    }

    /// The store says that it has a statement of this id: is it this one?
    fn compare<O: Outbox>(
        &mut self,
        outbox: &mut O,
        line: &mut dyn Line,
        one: &Waiting,
        now: Duration,
        chance: f64,
    ) -> Result<Turn, O::Error> {
        let conflict = |status| Reason { why: Why::Conflict, status, said: String::new() };
        let reply = line.ask(&one.id);
        match &reply {
            Reply::Answer { status: 200, body, .. } if !is_nothing(body) => {
                if is_same(one.statement.as_bytes(), body) {
                    outbox.delivered(&[one.seq])?;
                    self.went_well();
                    return Ok(Turn::Went);
                }
                if serde_json::from_slice::<serde_json::Value>(body).is_err() {
                    return Ok(self.rest_for(Trouble::Unreadable, None, now, chance));
                }
                self.put_aside(outbox, one.seq, &conflict(409))
            }
            // It has it and has it not: perhaps it is still writing, perhaps it was voided.
            Reply::Answer { status: 404 | 200, .. } => {
                self.contradictions += 1;
                if self.contradictions < MOST_CONTRADICTIONS {
                    return Ok(self.rest_for(Trouble::Fault(404), None, now, chance));
                }
                self.contradictions = 0;
                self.put_aside(outbox, one.seq, &conflict(404))
            }
            _ => Ok(match judge(&reply, &[]) {
                Verdict::Stop(trouble) => self.stop(trouble, now),
                Verdict::Later { trouble, asked_for } => {
                    self.rest_for(trouble, asked_for, now, chance)
                }
                _ => self.rest_for(Trouble::Unreadable, None, now, chance),
            }),
        }
    }

    fn put_aside<O: Outbox>(
        &mut self,
        outbox: &mut O,
        seq: i64,
        reason: &Reason,
    ) -> Result<Turn, O::Error> {
        outbox.set_aside(seq, reason)?;
        self.rest = None;
        self.failures = 0;
        Ok(Turn::Went)
    }

    fn went_well(&mut self) {
        self.is_known = true;
        self.failures = 0;
        self.contradictions = 0;
        self.rest = None;
    }

    fn rest_for(
        &mut self,
        trouble: Trouble,
        asked: Option<u64>,
        now: Duration,
        chance: f64,
    ) -> Turn {
        let pause = asked.map_or_else(|| back_off(self.failures, chance), asked_for);
        self.failures = self.failures.saturating_add(1);
        let until = now + pause;
        self.rest = Some((until, trouble));
        Turn::Rest { until }
    }

    fn stop(&mut self, trouble: Trouble, now: Duration) -> Turn {
        let until = now + AFTER_REFUSAL;
        self.rest = Some((until, trouble));
        Turn::Rest { until }
    }
}

/// The exact bytes of statements, as a list.
fn list(batch: &[Waiting]) -> Vec<u8> {
    let whole: Vec<&str> = batch.iter().map(|one| one.statement.as_str()).collect();
    format!("[{}]", whole.join(",")).into_bytes()
}
