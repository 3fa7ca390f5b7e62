//! How long to rest after something went wrong.

use std::time::Duration;

/// Nobody is asked again sooner.
pub const SHORTEST_REST: Duration = Duration::from_secs(5);
/// However often something went wrong, and whatever a store asks for.
pub const LONGEST_REST: Duration = Duration::from_hours(1);
/// After a refusal that only a person can end, such as a wrong password.
pub(crate) const AFTER_REFUSAL: Duration = Duration::from_hours(24);

/// By chance (0 to 1) between the shortest rest and one that doubles with each failure: computers that lost
/// a store at the same moment do not come back at the same moment.
pub(crate) fn back_off(failures: u32, chance: f64) -> Duration {
    let doubled = SHORTEST_REST.saturating_mul(2_u32.saturating_pow(failures));
    let top = doubled.min(LONGEST_REST);
    SHORTEST_REST + top.saturating_sub(SHORTEST_REST).mul_f64(chance.clamp(0.0, 1.0))
}

/// What a store asked for, within reason.
pub(crate) fn asked_for(seconds: u64) -> Duration {
    Duration::from_secs(seconds).clamp(SHORTEST_REST, LONGEST_REST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rests_double_up_to_an_hour_and_lie_anywhere_below() {
        assert_eq!(back_off(0, 1.0), SHORTEST_REST);
        assert_eq!(back_off(1, 1.0), Duration::from_secs(10));
        assert_eq!(back_off(3, 0.5), Duration::from_millis(22_500));
        assert_eq!(back_off(3, 0.0), SHORTEST_REST);
        assert_eq!(back_off(u32::MAX, 1.0), LONGEST_REST);
    }

    #[test]
    fn a_store_may_ask_for_an_hour_and_for_no_more() {
        assert_eq!(asked_for(0), SHORTEST_REST);
        assert_eq!(asked_for(90), Duration::from_secs(90));
        assert_eq!(asked_for(86_400), LONGEST_REST);
        assert_eq!(asked_for(u64::MAX), LONGEST_REST);
    }
}
