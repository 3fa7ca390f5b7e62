//! Statistics over plain slices. Knows neither packs nor people.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod proportion;

pub use proportion::{Interval, median_ms, wilson};
