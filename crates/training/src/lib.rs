//! The rules of learning: what is drawn, how a response is marked, when a module is complete, and when
//! a question comes back.
//!
//! Everything is a pure function. Times, ids and the seed of every draw are arguments, so the same
//! inputs always give the same result, and a test can ask any question of the rules.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod completion;
mod deck;
mod draw;
mod error;
#[cfg(test)]
mod fixture;
mod inbox;
mod mark;
#[cfg(test)]
mod properties;
mod response;
mod revisit;
mod spacing;
mod story;

pub use completion::{Standing, pass_points, passed, standing};
pub use deck::{A_DAY, Card, LONG_ABSENCE, NEW_START, ahead, days_away, due, plan};
pub use draw::{Candidate, Drawn, Order, bank, draw_check, draw_test_out, order_of_parts};
pub use error::Error;
pub use inbox::{Found, Outcome, Tally, draw_round, found, judgement_mark, outcome, tally};
pub use mark::{Mark, PartMark, best_response, mark, near_miss};
pub use response::Response;
pub use revisit::{Confidence, Revisit, to_revisit};
pub use spacing::{Grade, MOST_DAYS, Memory, RETENTION, Review, grade, remember, remember_all};
pub use story::{Here, Levels, Move, Pattern, Taken, Walked, ends_behind, pattern, walk};
