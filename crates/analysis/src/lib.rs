//! Statistics over plain slices. Knows neither packs nor people.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod bank;
mod batches;
mod detection;
mod items;
mod kept;
mod people;
mod proportion;
mod times;
mod verdict;
mod withholding;

pub use bank::{BankSums, Chosen, Met, Rapid, RightOf, Sureness};
pub use batches::{Waiting, next_batch};
pub use detection::{Counts, Detection, FEWEST_FOR_DETECTION, detection};
pub use items::{Answer, Estimate, ItemSums, OptionFigures};
pub use people::{FEWEST_PEOPLE, PeopleMean, PersonSum, detection_of_people, mean_of_people};
pub use proportion::{Interval, median_ms, middle_half_ms, wilson};
pub use verdict::{FEWEST_FOR_CORRELATION, Verdict, verdict};
pub use withholding::{Shown, shown_cells, shown_groups};
