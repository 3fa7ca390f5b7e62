//! Shares as the page reads them: with their interval, or not at all.

use eighteen_analysis::{Interval, PeopleMean, wilson};

use crate::wire::practised::{EndsOf, ShareWithin};

/// Level of the intervals that are shown.
pub(crate) const LEVEL: f64 = 0.95;

/// Fewest people for whom a share is given where each counts once: below it the interval covers most of the
/// scale.
pub(crate) const FEWEST_FOR_A_SHARE: u32 = 5;

/// The share of people of whom each counts once; none below [`FEWEST_FOR_A_SHARE`].
pub(crate) fn of_people(count: u32, of: u32) -> Option<ShareWithin> {
    let within = wilson(count, of, LEVEL).filter(|_| of >= FEWEST_FOR_A_SHARE)?;
    Some(ShareWithin { share: f64::from(count) / f64::from(of), within: Some(ends(within, 0.0)) })
}

/// The share that a mean of zeros and ones is. Its interval ends where a share ends.
pub(crate) fn of_mean(mean: PeopleMean) -> ShareWithin {
    ShareWithin { share: mean.mean, within: mean.within.map(|within| ends(within, 0.0)) }
}

/// The difference of two shares that a mean of differences is.
pub(crate) fn of_change(mean: PeopleMean) -> ShareWithin {
    ShareWithin { share: mean.mean, within: mean.within.map(|within| ends(within, -1.0)) }
}

fn ends(within: Interval, lowest: f64) -> EndsOf {
    EndsOf { low: within.low.max(lowest), high: within.high.min(1.0) }
}
