//! Statistics over plain slices. Knows neither packs nor people.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod items;
mod proportion;

pub use items::{Answer, Estimate, ItemSums, OptionFigures};
pub use proportion::{Interval, median_ms, wilson};
