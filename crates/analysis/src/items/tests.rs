use super::*;

/// How often each pattern of marks occurs in LSAT6, section 6 of the Law School Admission Test: 1,000
/// people, 5 items (R. D. Bock and M. Lieberman, Psychometrika 35 (1970) 179–197, table 1), from 00000 up.
const LSAT6: [u64; 32] = [
    3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21,
    173, 11, 61, 28, 298,
];

#[expect(clippy::unnecessary_wraps, reason = "a person is a row of answers, some of them missing")]
fn right(mark: bool) -> Option<Answer> {
    Some(Answer { mark: f64::from(u8::from(mark)), option: Some(usize::from(mark)) })
}

fn pattern(pattern: usize) -> Vec<Option<Answer>> {
    (0..5).map(|item| right(pattern >> (4 - item) & 1 == 1)).collect()
}

fn lsat6() -> ItemSums {
    let mut sums = ItemSums::new(5);
    for (at, count) in LSAT6.into_iter().enumerate() {
        for _ in 0..count {
            sums.add(&pattern(at));
        }
    }
    sums
}

fn near(found: f64, expect: f64, within: f64) {
    assert!((found - expect).abs() <= within, "{found} is not {expect}");
}

#[test]
fn lsat6_gives_the_published_values() {
    let sums = lsat6();
    let facility = [0.924, 0.709, 0.553, 0.763, 0.870];
    let discrimination = [0.1128, 0.1532, 0.1728, 0.1444, 0.1216];
    let without = [0.2754, 0.2376, 0.2168, 0.2459, 0.2663];
    for item in 0..5 {
        assert_eq!(sums.answered(item), 1000);
        near(sums.facility(item).unwrap(), facility[item], 1e-12);
        near(sums.discrimination(item, 0.95).unwrap().value, discrimination[item], 5e-5);
        near(sums.alpha_without(item).unwrap(), without[item], 5e-5);
    }
    let alpha = sums.alpha(0.95).unwrap();
    near(alpha.value, 0.294_997, 5e-7);
    assert!(alpha.interval.low < alpha.value && alpha.value < alpha.interval.high);
}

/// Worked by hand: five people, two items, of which the first person answered one.
#[test]
fn what_is_missing_counts_for_nobody() {
    let mut sums = ItemSums::new(2);
    sums.add(&[right(true), None]);
    assert_eq!(sums.answered(0), 1);
    assert_eq!(sums.answered(1), 0);
    assert_eq!(sums.facility(1), None);
    assert_eq!(sums.complete(), 0);
    for (one, two) in [(true, true), (true, true), (false, false), (false, true)] {
        sums.add(&[right(one), right(two)]);
    }
    near(sums.facility(0).unwrap(), 3.0 / 5.0, 1e-15);
    near(sums.facility(1).unwrap(), 3.0 / 4.0, 1e-15);
    assert_eq!(sums.complete(), 4);
    // Over the four who answered both: r = phi of (1,1) (1,1) (0,0) (0,1) = 1/sqrt(3).
    near(sums.discrimination(0, 0.95).unwrap().value, 1.0 / 3.0_f64.sqrt(), 1e-12);
    let options = sums.options(1);
    assert_eq!(options.len(), 2);
    assert_eq!((options[0].chosen, options[1].chosen), (1, 3));
    near(options[0].mean_rest.unwrap(), 0.0, 1e-15);
    near(options[1].mean_rest.unwrap(), 2.0 / 3.0, 1e-15);
    // Whoever answered nothing else has no rest.
    assert_eq!(sums.options(0)[1].chosen, 3);
    near(sums.options(0)[1].mean_rest.unwrap(), 1.0, 1e-15);
}

#[test]
fn where_nothing_can_be_said_nothing_is() {
    let empty = ItemSums::new(3);
    assert_eq!(empty.facility(0), None);
    assert_eq!(empty.discrimination(0, 0.95), None);
    assert_eq!(empty.alpha(0.95), None);
    assert_eq!(empty.alpha_without(0), None);
    assert_eq!(empty.facility(9), None);
    assert_eq!(empty.alpha_without(9), None);
    let mut same = ItemSums::new(2);
    for _ in 0..50 {
        same.add(&[right(true), right(true)]);
    }
    assert_eq!(same.discrimination(0, 0.95), None, "everybody is right");
    assert_eq!(same.alpha(0.95), None, "all totals are equal");
    assert_eq!(lsat6().alpha(1.0), None);
    assert_eq!(lsat6().discrimination(0, 0.0), None);
}

#[test]
fn sums_of_parts_are_the_sums_of_the_whole() {
    let mut parts = [ItemSums::new(5), ItemSums::new(5), ItemSums::new(5)];
    let people = LSAT6.into_iter().enumerate().flat_map(|(at, count)| (0..count).map(move |_| at));
    for (person, at) in people.enumerate() {
        parts[person % 3].add(&pattern(at));
    }
    let [mut whole, second, third] = parts;
    whole.merge(&third);
    whole.merge(&second);
    let once = lsat6();
    near(whole.alpha(0.95).unwrap().value, once.alpha(0.95).unwrap().value, 1e-12);
    for item in 0..5 {
        assert_eq!(whole.options(item).len(), 2);
        assert_eq!(whole.facility(item), once.facility(item));
    }
}

/// Spearman-Brown: alpha of two items that are copies of each other is 1, and the interval ends there.
#[test]
fn a_test_that_repeats_itself_is_wholly_reliable() {
    let mut sums = ItemSums::new(2);
    for mark in [true, false, true, true, false] {
        sums.add(&[right(mark), right(mark)]);
    }
    let alpha = sums.alpha(0.95).unwrap();
    near(alpha.value, 1.0, 1e-12);
    near(alpha.interval.low, 1.0, 1e-12);
    let separates = sums.discrimination(0, 0.95).unwrap();
    near(separates.value, 1.0, 1e-12);
    near(separates.interval.low, 1.0, 1e-6);
}
