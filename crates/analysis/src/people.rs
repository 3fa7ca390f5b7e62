//! Figures over people who each gave several answers.
//!
//! Answers of one person are alike, so they are worth less than as many answers of different people. Every
//! interval here therefore rests on how much people differ, and not on how many answers there are.
//!
//! Sources:
//!
//! - The mean and its cluster-robust error: K.-Y. Liang and S. L. Zeger, "Longitudinal data analysis using
//!   generalized linear models", Biometrika 73 (1986) 13-22. The correction G/(G-1) for few people and Student's t
//!   with G-1 degrees of freedom: A. C. Cameron and D. L. Miller, "A practitioner's guide to cluster-robust
//!   inference", Journal of Human Resources 50 (2015) 317-372, sections II and VI.
//! - d' and c of people taken together: N. A. Macmillan and H. L. Kaplan, "Detection theory analysis of group
//!   data", Psychological Bulletin 98 (1985) 185-199. Their errors, by leaving out one person after the other:
//!   B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 11.

use std::collections::BTreeMap;

use statrs::distribution::{ContinuousCDF, StudentsT};

use crate::{
    Counts, Detection, FEWEST_FOR_DETECTION, Interval,
    detection::{pooled_bias, pooled_sensitivity},
};

/// Fewest people for whom a mean or a distance is told with an interval. With fewer the error itself is hardly
/// known, and a person could be guessed from the figure.
pub const FEWEST_PEOPLE: u32 = 10;

/// What one person gave: the sum of some values, and how many there were.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PersonSum {
    /// The sum.
    pub sum: f64,
    /// How many values; a person with none does not count.
    pub count: u32,
}

/// A mean over everybody's values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PeopleMean {
    /// The mean over all values.
    pub mean: f64,
    /// Where it lies. Absent when people do not differ at all: that they will not is not known.
    pub within: Option<Interval>,
    /// People.
    pub people: u32,
    /// Values.
    pub values: u64,
}

/// The mean over everybody's values with its interval at a level such as 0.95.
///
/// `None` with fewer than [`FEWEST_PEOPLE`] people, or when the level is not between 0 and 1.
pub fn mean_of_people(sums: &[PersonSum], level: f64) -> Option<PeopleMean> {
    let sums: Vec<&PersonSum> = sums.iter().filter(|one| one.count > 0).collect();
    let people = u32::try_from(sums.len()).ok()?;
    let quantile = quantile(people, level)?;
    let values: u64 = sums.iter().map(|one| u64::from(one.count)).sum();
    let of: f64 = sums.iter().map(|one| f64::from(one.count)).sum();
    let mean = sums.iter().map(|one| one.sum).sum::<f64>() / of;
    let squares: f64 = sums.iter().map(|one| (one.sum - mean * f64::from(one.count)).powi(2)).sum();
    let groups = f64::from(people);
    let error = (groups / (groups - 1.0) * squares).sqrt() / of;
    Some(PeopleMean { mean, within: around(mean, quantile * error), people, values })
}

/// d' and c of people taken together, with their intervals at a level such as 0.95.
///
/// `None` with fewer than [`FEWEST_PEOPLE`] people, with fewer than [`FEWEST_FOR_DETECTION`] signals or others,
/// when a count is above its total, when people do not differ at all, or when the level is not between 0 and 1.
pub fn detection_of_people(people: &[Counts], level: f64) -> Option<Detection> {
    let people: Vec<&Counts> = people.iter().filter(|one| one.signals + one.others > 0).collect();
    let quantile = quantile(u32::try_from(people.len()).ok()?, level)?;
    if people.iter().any(|one| one.hits > one.signals || one.false_alarms > one.others) {
        return None;
    }
    let all = people.iter().fold(Counts::default(), |all, one| Counts {
        hits: all.hits + one.hits,
        signals: all.signals + one.signals,
        false_alarms: all.false_alarms + one.false_alarms,
        others: all.others + one.others,
    });
    if all.signals.min(all.others) < FEWEST_FOR_DETECTION {
        return None;
    }
    let without = |one: &Counts| Counts {
        hits: all.hits - one.hits,
        signals: all.signals - one.signals,
        false_alarms: all.false_alarms - one.false_alarms,
        others: all.others - one.others,
    };
    // Those who said the same leave the same behind: few figures, however many people.
    let mut alike: BTreeMap<Counts, u32> = BTreeMap::new();
    for one in people {
        *alike.entry(*one).or_default() += 1;
    }
    let half = |figure: fn(Counts) -> f64| {
        let left = alike.iter().map(|(one, times)| (figure(without(one)), *times));
        quantile * error_by_leaving_out(&left.collect::<Vec<_>>())
    };
    let (sensitivity, bias) = (pooled_sensitivity(all), pooled_bias(all));
    Some(Detection {
        sensitivity,
        sensitivity_within: around(sensitivity, half(pooled_sensitivity))?,
        bias,
        bias_within: around(bias, half(pooled_bias))?,
    })
}

/// The jackknife's error of a figure from its values with one person left out after the other: each value with how
/// often it comes.
fn error_by_leaving_out(left: &[(f64, u32)]) -> f64 {
    // As numbers people are exact.
    let count: f64 = left.iter().map(|(_, times)| f64::from(*times)).sum();
    let mean = left.iter().map(|(value, times)| value * f64::from(*times)).sum::<f64>() / count;
    let squares: f64 =
        left.iter().map(|(value, times)| (value - mean).powi(2) * f64::from(*times)).sum();
    ((count - 1.0) / count * squares).sqrt()
}

/// Student's t for an interval over so many people.
fn quantile(people: u32, level: f64) -> Option<f64> {
    if people < FEWEST_PEOPLE || !(level > 0.0 && level < 1.0) {
        return None;
    }
    let t = StudentsT::new(0.0, 1.0, f64::from(people) - 1.0).ok()?;
    Some(t.inverse_cdf(f64::midpoint(1.0, level)))
}

/// An interval narrower than this is rounding and not difference.
const NO_WIDTH: f64 = 1e-12;

/// An interval around a figure; none of no width.
fn around(centre: f64, half: f64) -> Option<Interval> {
    (half > NO_WIDTH).then_some(Interval { low: centre - half, high: centre + half })
}

#[cfg(test)]
mod tests;
