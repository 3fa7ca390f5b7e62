//! Shares with their uncertainty, and medians.

use statrs::distribution::{ContinuousCDF, Normal};

/// Both ends of an interval, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// Wilson's score interval for a share, without continuity correction.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
/// Journal of the American Statistical Association 22 (1927) 209-212. It keeps to its level in small
/// samples, where the usual interval does not (Brown, Cai & `DasGupta`, Statistical Science 16 (2001)
/// 101-133). `level` is the confidence level, such as 0.95. `None` when `of` is 0, `count` is above
/// `of`, or the level is not between 0 and 1.
pub fn wilson(count: u32, of: u32, level: f64) -> Option<Interval> {
    if of == 0 || count > of || !(level > 0.0 && level < 1.0) {
        return None;
    }
    let z = Normal::standard().inverse_cdf(f64::midpoint(1.0, level));
    let (n, p) = (f64::from(of), f64::from(count) / f64::from(of));
    let scale = 1.0 / (1.0 + z * z / n);
    let centre = scale * (p + z * z / (2.0 * n));
    let half = scale * z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    // At both ends of the scale the interval ends exactly there; rounding must not say otherwise.
    let low = if count == 0 { 0.0 } else { (centre - half).max(0.0) };
    let high = if count == of { 1.0 } else { (centre + half).min(1.0) };
    Some(Interval { low, high })
}

/// The median of durations in milliseconds; the mean of the middle two, rounded down, for an even
/// number of them. `None` when there are none.
pub fn median_ms(durations: &[u32]) -> Option<u32> {
    let mut sorted = durations.to_vec();
    sorted.sort_unstable();
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    Some(u32::midpoint(sorted[middle - 1], upper))
}

/// The lower quartile, the median and the upper quartile of durations, in milliseconds: between them lies
/// the middle half. `None` without durations.
///
/// Values between two durations are interpolated (R. J. Hyndman and Y. Fan, "Sample Quantiles in
/// Statistical Packages", The American Statistician 50 (1996) 361-365, definition 7), rounded down.
pub fn middle_half_ms(durations: &[u32]) -> Option<[u32; 3]> {
    let mut sorted = durations.to_vec();
    sorted.sort_unstable();
    let last = u64::try_from(sorted.len()).ok()?.checked_sub(1)?;
    let at = |quarter: u64| {
        let place = last * quarter;
        let value = |index: u64| usize::try_from(index).ok().and_then(|at| sorted.get(at).copied());
        let (low, part) = (value(place / 4)?, place % 4);
        let high = value(place / 4 + 1).unwrap_or(low);
        u32::try_from(u64::from(low) + u64::from(high - low) * part / 4).ok()
    };
    Some([at(1)?, at(2)?, at(3)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values of Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
    /// Medicine 17 (1998) 857-872, table I, method 3 (Wilson without continuity correction).
    #[test]
    fn wilson_agrees_with_the_published_values() {
        for (count, of, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0000, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ] {
            let interval = wilson(count, of, 0.95).unwrap();
            assert!((interval.low - low).abs() < 5e-5, "{count}/{of}: {interval:?}");
            assert!((interval.high - high).abs() < 5e-5, "{count}/{of}: {interval:?}");
        }
    }

    #[test]
    fn wilson_refuses_what_is_no_share() {
        assert_eq!(wilson(0, 0, 0.95), None);
        assert_eq!(wilson(3, 2, 0.95), None);
        assert_eq!(wilson(1, 2, 1.0), None);
        assert_eq!(wilson(1, 2, f64::NAN), None);
    }

    #[test]
    fn the_median_stands_in_the_middle() {
        assert_eq!(median_ms(&[]), None);
        assert_eq!(median_ms(&[7]), Some(7));
        assert_eq!(median_ms(&[9, 1]), Some(5));
        assert_eq!(median_ms(&[3, 1, 2]), Some(2));
        assert_eq!(median_ms(&[u32::MAX, u32::MAX]), Some(u32::MAX));
    }

    /// Worked out by hand from definition 7; no other program has been asked.
    #[test]
    fn the_middle_half_is_interpolated_between_two_durations() {
        assert_eq!(middle_half_ms(&[]), None);
        assert_eq!(middle_half_ms(&[7]), Some([7, 7, 7]));
        assert_eq!(middle_half_ms(&[9, 1]), Some([3, 5, 7]));
        assert_eq!(middle_half_ms(&[4, 1, 3, 2]), Some([1, 2, 3]));
        assert_eq!(middle_half_ms(&[10, 20, 30, 40, 50]), Some([20, 30, 40]));
        assert_eq!(middle_half_ms(&[0, u32::MAX]).unwrap()[1], u32::MAX / 2);
    }
}
