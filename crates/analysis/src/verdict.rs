//! What an item's figures mean, before anybody reads a number.

/// Fewest people for whom a correlation or a reliability is told: with fewer its interval covers most of
/// what it could be.
pub const FEWEST_FOR_CORRELATION: u64 = 30;

/// What the figures of an item say about it.
///
/// The bands are those of Moodle's quiz statistics (docs.moodle.org, "Quiz statistics report"): a facility
/// of 30 to 90 % is of use for telling people apart, an item-rest correlation below 0.2 is weak, one below
/// 0 says that those who did well elsewhere did worse here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Too few people answered to say anything.
    TooFew,
    /// People who did well elsewhere did worse here: the wording or the key may be at fault.
    CheckWording,
    /// Fewer than three in ten are right.
    VeryHard,
    /// More than nine in ten are right.
    NearlyEverybodyKnew,
    /// Hardly separates strong from weak, or cannot be said to.
    Weak,
    /// Nothing is wrong with it.
    Sound,
}

/// Judges an item by how many people answered it, its facility and its item-rest correlation.
pub fn verdict(answered: u64, facility: Option<f64>, discrimination: Option<f64>) -> Verdict {
    let Some(facility) = facility.filter(|_| answered >= FEWEST_FOR_CORRELATION) else {
        return Verdict::TooFew;
    };
    if discrimination.is_some_and(|value| value < 0.0) {
        Verdict::CheckWording
    } else if facility < 0.3 {
        Verdict::VeryHard
    } else if facility > 0.9 {
        Verdict::NearlyEverybodyKnew
    } else if discrimination.is_none_or(|value| value < 0.2) {
        Verdict::Weak
    } else {
        Verdict::Sound
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_band_has_its_verdict() {
        for (answered, facility, discrimination, expect) in [
            (29, Some(0.5), Some(0.5), Verdict::TooFew),
            (0, None, None, Verdict::TooFew),
            (30, Some(0.95), Some(-0.01), Verdict::CheckWording),
            (30, Some(0.29), Some(0.5), Verdict::VeryHard),
            (30, Some(0.91), Some(0.5), Verdict::NearlyEverybodyKnew),
            (30, Some(1.0), None, Verdict::NearlyEverybodyKnew),
            (30, Some(0.9), Some(0.19), Verdict::Weak),
            (30, Some(0.3), Some(0.2), Verdict::Sound),
        ] {
            assert_eq!(verdict(answered, facility, discrimination), expect, "{facility:?}");
        }
    }
}
