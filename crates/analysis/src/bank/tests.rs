use super::*;

/// LSAT6 as in the tests of `items`.
const LSAT6: [u64; 32] = [
    3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21,
    173, 11, 61, 28, 298,
];

fn met(item: usize, right: bool) -> Met {
    let sureness = if right { Sureness::Sure } else { Sureness::Guess };
    let mark = Some(f64::from(u8::from(right)));
    Met { item, mark, chosen: 1 << u64::from(right), sureness, elapsed_ms: 20_000 }
}

fn pattern(pattern: usize) -> Vec<Met> {
    (0..5).map(|item| met(item, pattern >> (4 - item) & 1 == 1)).collect()
}

fn lsat6() -> BankSums {
    let mut sums = BankSums::new();
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
fn a_bank_that_everybody_answers_whole_gives_the_published_values() {
    let sums = lsat6();
    let facility = [0.924, 0.709, 0.553, 0.763, 0.870];
    let discrimination = [0.1128, 0.1532, 0.1728, 0.1444, 0.1216];
    let without = [0.2754, 0.2376, 0.2168, 0.2459, 0.2663];
    for item in 0..5 {
        assert_eq!(sums.right_of(item).answered, 1000);
        near(sums.facility(item).unwrap(), facility[item], 1e-12);
        near(sums.discrimination(item, 0.95).unwrap().value, discrimination[item], 5e-5);
        near(sums.alpha_without(item, 5).unwrap(), without[item], 5e-5);
        let of = sums.right_of_sure(item, Sureness::Sure);
        assert_eq!(of.answered, of.right);
        assert_eq!(sums.right_of_sure(item, Sureness::Guess).right, 0);
        let options = sums.options(item);
        assert_eq!((options[0].chosen, options[0].in_wrong), (1000 - of.right, 1000 - of.right));
        assert_eq!((options[1].chosen, options[1].in_wrong), (of.right, 0));
    }
    let alpha = sums.alpha(5, 0.95).unwrap();
    near(alpha.value, 0.294_997, 5e-7);
    assert!(alpha.interval.low < alpha.value && alpha.value < alpha.interval.high);
    near(sums.people_of_a_pair(), 1000.0, 0.0);
}

/// Twice as long a test of the same bank is more reliable as Spearman and Brown say.
#[test]
fn the_length_of_the_test_counts_as_spearman_and_brown_say() {
    let sums = lsat6();
    let once = sums.alpha(5, 0.95).unwrap().value;
    let twice = sums.alpha(10, 0.95).unwrap().value;
    near(twice, 2.0 * once / (1.0 + once), 1e-12);
    assert_eq!(sums.alpha(1, 0.95), None);
}

#[test]
fn what_is_left_out_counts_for_nobody() {
    let mut sums = BankSums::new();
    let left_out = Met { mark: None, chosen: 0, ..met(2, false) };
    sums.add(&[met(0, true), left_out]);
    assert_eq!((sums.left_out(2), sums.right_of(2).answered), (1, 0));
    assert_eq!((sums.left_out(1), sums.people(), sums.items()), (0, 1, 3));
    assert_eq!((sums.facility(2), sums.facility(7)), (None, None));
    assert_eq!(sums.discrimination(0, 0.95), None);
    assert_eq!((sums.alpha(3, 0.95), sums.alpha_without(0, 3)), (None, None));
    assert_eq!(sums.options(0)[1].mean_rest, None, "nothing else was answered");
    assert_eq!(sums.rapid(2), None);
}

#[test]
fn an_answer_that_came_too_fast_is_rapid() {
    let mut sums = BankSums::new();
    for at in 0..100 {
        let elapsed_ms = if at < 7 { 900 } else { 30_000 };
        sums.add(&[Met { elapsed_ms, ..met(0, true) }]);
    }
    let rapid = sums.rapid(0).unwrap();
    assert_eq!(rapid.answers, 7);
    assert!((2_700..2_800).contains(&rapid.below_ms), "a tenth of the mean: {rapid:?}");
    let mut slow = BankSums::new();
    slow.add(&[Met { elapsed_ms: 3_600_000, ..met(0, true) }]);
    assert_eq!(slow.rapid(0).unwrap().below_ms, 10_000, "whatever the mean");
}

#[test]
fn kept_sums_are_the_same_sums_and_go_on_the_same() {
    let mut sums = lsat6();
    sums.add(&[Met { mark: Some(1.0 / 3.0), elapsed_ms: 7, ..met(9, false) }, met(3, true)]);
    let bytes = sums.to_bytes();
    let mut again = BankSums::from_bytes(&bytes).unwrap();
    assert_eq!(again, sums);
    again.add(&pattern(9));
    sums.add(&pattern(9));
    assert_eq!(again.to_bytes(), sums.to_bytes());
    assert_eq!(BankSums::from_bytes(&BankSums::new().to_bytes()), Some(BankSums::new()));
}

#[test]
fn bytes_that_are_not_whole_are_no_sums() {
    let bytes = lsat6().to_bytes();
    for end in 0..bytes.len() {
        assert_eq!(BankSums::from_bytes(&bytes[..end]), None, "{end}");
    }
    assert_eq!(BankSums::from_bytes(&[&bytes[..], &[0]].concat()), None);
    let another_form = [&[2], &bytes[1..]].concat();
    assert_eq!(BankSums::from_bytes(&another_form), None);
    assert_eq!(BankSums::from_bytes(&[1, 0, 0xff, 0xff, 0xff, 0x7f]), None);
}
