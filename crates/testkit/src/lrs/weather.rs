//! Bad weather between us and a store.

use eighteen_deliver::{Line, Loss, Reply};
use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;

use super::{Lrs, answer};

/// What happens to one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// The store never gets it.
    LostOnTheWay(Loss),
    /// The store has it, and the answer is lost.
    AnswerLost(Loss),
    /// The store answers with this status and does nothing.
    Status(u16, Option<u64>),
    /// The store has it and answers with this status all the same.
    DoneAnd(u16),
    /// The store has it and answers with what is no answer.
    Garbage,
}

/// A store behind bad weather.
#[derive(Debug)]
pub struct Weather<'a> {
    /// The store.
    pub lrs: &'a mut Lrs,
    /// Requests of a hundred that something happens to.
    pub percent: u32,
    /// Chance.
    pub chance: &'a mut ChaCha8Rng,
}

impl Weather<'_> {
    fn fault(&mut self) -> Fault {
        if self.chance.random_range(0..100) >= self.percent {
            return Fault::None;
        }
        let losses = [Loss::NoConnection, Loss::TooSlow, Loss::Broken, Loss::NotSafe, Loss::Proxy];
        let loss = losses[self.chance.random_range(0..losses.len())];
        let wish = self.chance.random_range(0..20_000);
        match self.chance.random_range(0..11) {
            0 => Fault::LostOnTheWay(loss),
            1 | 2 => Fault::AnswerLost(loss),
            3 => Fault::Status(429, Some(wish)),
            4 => Fault::Status(503, None),
            5 => Fault::Status([500, 502, 504, 408][wish as usize % 4], None),
            6 => Fault::DoneAnd(500),
            7 => Fault::Garbage,
            8 => Fault::Status([301, 302, 307, 308][wish as usize % 4], None),
            9 => Fault::Status([401, 403, 404][wish as usize % 3], None),
            _ => Fault::DoneAnd(202),
        }
    }

    fn through(&mut self, work: impl FnOnce(&mut Lrs) -> Reply) -> Reply {
        match self.fault() {
            Fault::None => work(self.lrs),
            Fault::LostOnTheWay(loss) => Reply::Lost(loss),
            Fault::AnswerLost(loss) => {
                work(self.lrs);
                Reply::Lost(loss)
            }
            Fault::Status(status, retry_after) => {
                Reply::Answer { status, retry_after, body: Vec::new() }
            }
            Fault::DoneAnd(status) => {
                work(self.lrs);
                answer(status, "")
            }
            Fault::Garbage => {
                work(self.lrs);
                answer(200, "<html>Please sign in to this network")
            }
        }
    }
}

impl Line for Weather<'_> {
    fn post(&mut self, statements: &[u8]) -> Reply {
        self.through(|lrs| lrs.post(statements))
    }

    fn ask(&mut self, id: &str) -> Reply {
        self.through(|lrs| lrs.ask(id))
    }

    fn knock(&mut self) -> Reply {
        self.through(Lrs::knock)
    }
}
