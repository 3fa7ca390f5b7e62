//! An outbox in memory.

use std::time::Duration;

use eighteen_deliver::{Courier, Line, Outbox, Reason, Turn, Waiting};
use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum State {
    Waiting,
    Delivered,
    SetAside(Reason),
}

/// An outbox, which may fail to write at any moment, as a process does that is killed.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    pub(crate) all: Vec<(Waiting, State)>,
    /// Of a hundred writes so many do not happen.
    pub(crate) killed: Option<(u32, ChaCha8Rng)>,
    pub(crate) most_read: usize,
    settled: usize,
}

/// The id of the n-th statement.
pub(crate) fn id(n: usize) -> String {
    format!("0198c1f2-0000-7000-8000-{n:012x}")
}

impl Desk {
    pub(crate) fn with(statements: usize) -> Self {
        let one = |n: usize| {
            let padding = "x".repeat(n % 50);
            let statement = format!(r#"{{"id":"{}","n":{n},"p":"{padding}"}}"#, id(n));
            (Waiting { seq: i64::try_from(n).unwrap() + 1, id: id(n), statement }, State::Waiting)
        };
        Self { all: (0..statements).map(one).collect(), ..Self::default() }
    }

    fn survives(&mut self) -> Result<(), &'static str> {
        let killed = self.killed.as_mut();
        let is_killed =
            killed.is_some_and(|(percent, chance)| chance.random_range(0..100) < *percent);
        if is_killed { Err("killed") } else { Ok(()) }
    }

    fn settle(&mut self, seq: i64, state: State) {
        let found = &mut self.all[usize::try_from(seq).unwrap() - 1];
        assert_eq!(found.1, State::Waiting, "{seq} was settled before");
        found.1 = state;
    }

    pub(crate) fn set_aside(&self) -> Vec<(&str, &Reason)> {
        let aside = self.all.iter().filter_map(|(one, state)| match state {
            State::SetAside(reason) => Some((one.id.as_str(), reason)),
            _ => None,
        });
        aside.collect()
    }

    /// Turns until nothing waits; says how many turns rested.
    pub(crate) fn drain(&mut self, courier: &mut Courier, line: &mut dyn Line) -> u32 {
        let (mut now, mut rests) = (Duration::ZERO, 0);
        loop {
            match courier.turn(self, line, now, 0.5).unwrap() {
                Turn::Nothing => return rests,
                Turn::Went => {}
                Turn::Rest { until } => {
                    (now, rests) = (until, rests + 1);
                    assert!(rests < 10_000, "it never ends");
                }
            }
        }
    }
}

impl Outbox for Desk {
    type Error = &'static str;

    fn waiting(
        &mut self,
        (after, up_to): (i64, i64),
        most: usize,
        most_bytes: usize,
    ) -> Result<Vec<Waiting>, Self::Error> {
        // The first ones are settled first: without a mark, every reading would look at all of them.
        while self.all.get(self.settled).is_some_and(|(_, state)| *state != State::Waiting) {
            self.settled += 1;
        }
        let between =
            self.all.iter().skip(self.settled).filter(|(one, state)| {
                *state == State::Waiting && one.seq > after && one.seq <= up_to
            });
        let (mut found, mut bytes) = (Vec::new(), 0);
        for (one, _) in between.take(most) {
            bytes += one.statement.len();
            if bytes > most_bytes && !found.is_empty() {
                break;
            }
            found.push(one.clone());
        }
        self.most_read = self.most_read.max(found.len());
        Ok(found)
    }

    fn delivered(&mut self, seqs: &[i64]) -> Result<(), Self::Error> {
        self.survives()?;
        for seq in seqs {
            self.settle(*seq, State::Delivered);
        }
        Ok(())
    }

    fn set_aside(&mut self, seq: i64, reason: &Reason) -> Result<(), Self::Error> {
        self.survives()?;
        self.settle(seq, State::SetAside(reason.clone()));
        Ok(())
    }
}
