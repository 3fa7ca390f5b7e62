//! Times as counts in classes, each 1/16 of a doubling wide: a median to within 3 % from some hundred
//! numbers, however many times there were.

use crate::items::as_f64;

/// Classes that there are: one for each time that a number of 32 bits can hold.
const CLASSES: usize = 464;

/// Times in milliseconds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Times {
    pub(crate) sum_ms: u64,
    /// Counts by class; empty, or of every class there is.
    counts: Vec<u64>,
}

/// The class of a time: below 16 ms each its own, then 16 for each doubling.
fn class(ms: u32) -> u16 {
    if ms < 16 {
        return u16::try_from(ms).unwrap_or(0);
    }
    let doubling = ms.ilog2();
    let sixteenth = (ms >> (doubling - 4)) & 15;
    u16::try_from((doubling - 3) * 16 + sixteenth).unwrap_or(u16::MAX)
}

/// The first time of a class.
fn start(class: u16) -> u32 {
    let class = u32::from(class);
    if class < 16 {
        return class;
    }
    let (doubling, sixteenth) = (class / 16 + 3, class % 16);
    // Behind the last class there is no time any more.
    u32::try_from(u64::from(16 + sixteenth) << (doubling - 4)).unwrap_or(u32::MAX)
}

impl Times {
    /// No time yet, but their sum.
    pub(crate) fn with_sum(sum_ms: u64) -> Self {
        Self { sum_ms, counts: Vec::new() }
    }

    pub(crate) fn add(&mut self, ms: u32) {
        self.sum_ms += u64::from(ms);
        self.put(class(ms), 1);
    }

    /// So many more of a class. `None`, and nothing done, when there is no such class.
    pub(crate) fn put(&mut self, class: u16, count: u64) -> Option<()> {
        if self.counts.is_empty() {
            self.counts.resize(CLASSES, 0);
        }
        *self.counts.get_mut(usize::from(class))? += count;
        Some(())
    }

    /// Classes that have some, with how many, in their order.
    pub(crate) fn classes(&self) -> impl Iterator<Item = (u16, u64)> {
        (0..).zip(self.counts.iter().copied()).filter(|(_, count)| *count > 0)
    }

    fn count(&self) -> u64 {
        self.counts.iter().sum()
    }

    pub(crate) fn mean_ms(&self) -> Option<f64> {
        let count = self.count();
        (count > 0).then(|| as_f64(self.sum_ms) / as_f64(count))
    }

    /// The middle of the class in which the median lies.
    pub(crate) fn median_ms(&self) -> Option<u32> {
        let half = self.count().div_ceil(2);
        let mut so_far = 0;
        for (class, count) in self.classes() {
            so_far += count;
            if so_far >= half {
                return Some(u32::midpoint(start(class), start(class + 1).saturating_sub(1)));
            }
        }
        None
    }

    /// Times in classes that lie wholly below a limit.
    pub(crate) fn below(&self, ms: u32) -> u64 {
        let whole = self.classes().take_while(|(class, _)| start(class + 1) <= ms);
        whole.map(|(_, count)| count).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_time_lies_in_its_class_and_classes_are_narrow() {
        assert_eq!(usize::from(class(u32::MAX)) + 1, CLASSES);
        for ms in (0..70_000).chain([1 << 20, u32::MAX / 2, u32::MAX - 1]) {
            let class = class(ms);
            assert!(start(class) <= ms && ms < start(class + 1), "{ms}");
            assert!(f64::from(start(class + 1) - start(class)) <= 1.0 + f64::from(ms) / 16.0);
        }
    }

    #[test]
    fn the_median_is_within_three_per_cent() {
        let mut times = Times::default();
        let mut all: Vec<u32> = (0..1001).map(|it| 500 + it * it / 11).collect();
        for ms in &all {
            times.add(*ms);
        }
        all.sort_unstable();
        let (median, exact) = (f64::from(times.median_ms().unwrap()), f64::from(all[500]));
        assert!((median / exact - 1.0).abs() < 0.032, "{median} {exact}");
        assert_eq!(Times::default().median_ms(), None);
    }

    #[test]
    fn what_is_below_a_limit_is_never_above_it() {
        let mut times = Times::default();
        for ms in 0..100 {
            times.add(ms * 100);
        }
        assert!((8..=10).contains(&times.below(1000)), "{}", times.below(1000));
        assert_eq!(times.below(0), 0);
    }
}
