//! How well somebody tells two kinds of things apart, and towards which side she leans.
//!
//! Signal detection in its simplest form: yes or no, normal distributions of equal variance. Sources:
//!
//! - d' and c: N. A. Macmillan and C. D. Creelman, "Detection Theory: A User's Guide", 2nd ed. (2005),
//!   chapters 1 and 2.
//! - The log-linear correction (½ is added to each count and 1 to each number of trials), always, so that a
//!   share of 0 or 1 gives a number too: M. J. Hautus, "Corrections for extreme proportions and their biasing
//!   effects on estimated values of d'", Behavior Research Methods, Instruments & Computers 27 (1995) 46-51.
//! - The standard error of d': V. Gourevitch and E. Galanter, "A significance test for one parameter isosensitivity
//!   functions", Psychometrika 32 (1967) 25-33. That of c is half of it.
//!
//! The error is an approximation for large samples. With few trials the corrected d' is drawn towards 0 and
//! the interval is wide; with fewer than [`FEWEST_FOR_DETECTION`] of either kind there is no number at all.

use statrs::distribution::{Continuous, ContinuousCDF, Normal};

use crate::Interval;

/// With fewer things of either kind a number would say nothing: its interval would span half the scale.
pub const FEWEST_FOR_DETECTION: u32 = 5;

/// Counts of what somebody said of two kinds of things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Counts {
    /// Signals that were called signals.
    pub hits: u32,
    /// All signals.
    pub signals: u32,
    /// Others that were called signals.
    pub false_alarms: u32,
    /// All others.
    pub others: u32,
}

/// How well somebody tells two kinds apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Detection {
    /// d': 0 is guessing, 1 some skill, 2 good, 3 and more near perfect. In standard deviations.
    pub sensitivity: f64,
    /// Where it lies.
    pub sensitivity_within: Interval,
    /// c: 0 leans to neither side; below 0 leans to "signal", above 0 to "other". In standard deviations.
    pub bias: f64,
    /// Where it lies.
    pub bias_within: Interval,
}

/// d', c and their intervals at a confidence level such as 0.95.
///
/// `None` with fewer than [`FEWEST_FOR_DETECTION`] signals or others, when a count is above its total, or
/// when the level is not between 0 and 1.
pub fn detection(counts: Counts, level: f64) -> Option<Detection> {
    let Counts { hits, signals, false_alarms, others } = counts;
    let too_few = signals.min(others) < FEWEST_FOR_DETECTION;
    if too_few || hits > signals || false_alarms > others || !(level > 0.0 && level < 1.0) {
        return None;
    }
    let (hit, alarm) = (corrected(hits, signals), corrected(false_alarms, others));
    let (sensitivity, bias) = (distance(hit, alarm), lean(hit, alarm));
    let error = (variance(hit, signals) + variance(alarm, others)).sqrt();
    let z = Normal::standard().inverse_cdf(f64::midpoint(1.0, level));
    let around =
        |centre: f64, error: f64| Interval { low: centre - z * error, high: centre + z * error };
    Some(Detection {
        sensitivity,
        sensitivity_within: around(sensitivity, error),
        bias,
        bias_within: around(bias, error / 2.0),
    })
}

/// d' of counts, corrected.
pub(crate) fn pooled_sensitivity(counts: Counts) -> f64 {
    let Counts { hits, signals, false_alarms, others } = counts;
    distance(corrected(hits, signals), corrected(false_alarms, others))
}

/// c of counts, corrected.
pub(crate) fn pooled_bias(counts: Counts) -> f64 {
    let Counts { hits, signals, false_alarms, others } = counts;
    lean(corrected(hits, signals), corrected(false_alarms, others))
}

/// A share with the log-linear correction.
fn corrected(count: u32, of: u32) -> f64 {
    (f64::from(count) + 0.5) / (f64::from(of) + 1.0)
}

/// d' from two shares.
fn distance(hit: f64, alarm: f64) -> f64 {
    let z = |share| Normal::standard().inverse_cdf(share);
    z(hit) - z(alarm)
}

/// c from two shares.
fn lean(hit: f64, alarm: f64) -> f64 {
    let z = |share| Normal::standard().inverse_cdf(share);
    -f64::midpoint(z(hit), z(alarm))
}

/// The variance of the normal deviate of a share.
fn variance(share: f64, of: u32) -> f64 {
    let normal = Normal::standard();
    let height = normal.pdf(normal.inverse_cdf(share));
    share * (1.0 - share) / (f64::from(of) * height * height)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(hits: u32, signals: u32, false_alarms: u32, others: u32) -> Counts {
        Counts { hits, signals, false_alarms, others }
    }

    fn assert_near(found: f64, expect: f64, within: f64, what: &str) {
        assert!((found - expect).abs() < within, "{what}: {found} and not {expect}");
    }

    /// The face recognition experiment with which Macmillan and Creelman begin (2005, chapter 1): 20 of 25
    /// old faces and 10 of 25 new ones are called old, so H = .8 and F = .4, and d' = 1.095.
    #[test]
    fn distance_and_lean_agree_with_the_published_example() {
        assert_near(distance(0.8, 0.4), 1.095, 5e-4, "d'");
        assert_near(lean(0.8, 0.4), -0.294, 5e-4, "c");
    }

    /// The worked example of `signal()` in the R package statpsych 1.7.0 (D. G. Bonett), which applies the
    /// log-linear correction: 82 of 100 and 46 of 100 give d' = 1.002793 and a bias of -0.4019603.
    #[test]
    fn the_corrected_values_agree_with_the_published_example() {
        let found = detection(counts(82, 100, 46, 100), 0.95).unwrap();
        assert_near(corrected(82, 100), 0.816_831_7, 1e-7, "hits");
        assert_near(corrected(46, 100), 0.460_396, 1e-6, "false alarms");
        assert_near(found.sensitivity, 1.002_793, 1e-6, "d'");
        assert_near(found.bias, -0.401_960_3, 1e-6, "c");
    }

    /// The same formulas in another hand: `statistics.NormalDist` of Python 3.
    #[test]
    fn intervals_agree_with_another_implementation() {
        for (hits, signals, alarms, others, expect) in [
            (
                82,
                100,
                46,
                100,
                [1.002_793, -0.401_960, 0.625_659, 1.379_926, -0.590_527, -0.213_394],
            ),
            (20, 25, 10, 25, [1.044_499, -0.278_845, 0.301_160, 1.787_837, -0.650_514, 0.092_824]),
            (7, 8, 2, 22, [2.200_916, 0.133_036, 0.953_896, 3.447_937, -0.490_474, 0.756_547]),
            (8, 8, 0, 16, [3.482_729, 0.148_146, 1.602_895, 5.362_563, -0.791_771, 1.088_062]),
            (0, 5, 5, 5, [-2.765_988, 0.000_000, -5.000_665, -0.531_311, -1.117_338, 1.117_338]),
        ] {
            let found = detection(counts(hits, signals, alarms, others), 0.95).unwrap();
            let values = [
                found.sensitivity,
                found.bias,
                found.sensitivity_within.low,
                found.sensitivity_within.high,
                found.bias_within.low,
                found.bias_within.high,
            ];
            for (value, expect) in values.into_iter().zip(expect) {
                assert_near(value, expect, 1e-6, &format!("{hits}/{signals} {alarms}/{others}"));
            }
        }
    }

    #[test]
    fn guessing_is_nothing_and_perfection_is_a_number() {
        let guessing = detection(counts(5, 10, 10, 20), 0.95).unwrap();
        assert_near(guessing.sensitivity, 0.0, 1e-12, "d'");
        assert_near(guessing.bias, 0.0, 1e-12, "c");
        let perfect = detection(counts(10, 10, 0, 20), 0.95).unwrap();
        assert!(perfect.sensitivity.is_finite() && perfect.sensitivity > 3.0);
        let suspicious = detection(counts(10, 10, 15, 20), 0.95).unwrap();
        assert!(suspicious.bias < -0.5, "calls nearly everything a signal");
        let trusting = detection(counts(1, 10, 0, 20), 0.95).unwrap();
        assert!(trusting.bias > 0.5, "calls hardly anything a signal");
    }

    #[test]
    fn too_few_or_impossible_counts_give_no_number() {
        assert_eq!(detection(counts(4, 4, 1, 20), 0.95), None);
        assert_eq!(detection(counts(4, 5, 1, 4), 0.95), None);
        assert!(detection(counts(4, 5, 1, 5), 0.95).is_some());
        assert_eq!(detection(counts(6, 5, 1, 5), 0.95), None);
        assert_eq!(detection(counts(1, 5, 6, 5), 0.95), None);
        assert_eq!(detection(counts(1, 5, 1, 5), 1.0), None);
        assert_eq!(detection(counts(1, 5, 1, 5), f64::NAN), None);
    }
}
