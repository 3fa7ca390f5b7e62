use super::*;

/// Made by `peers/people.py` with statsmodels and scipy.
const PEERS: &str = include_str!("peers.txt");

fn numbers(words: &[&str]) -> Vec<f64> {
    words.iter().map(|word| word.parse().unwrap()).collect()
}

fn assert_all_near(found: &[f64], expect: &[f64], what: &str) {
    assert_eq!(found.len(), expect.len(), "{what}");
    for (found, expect) in found.iter().zip(expect) {
        assert!((found - expect).abs() < 1e-9, "{what}: {found} and not {expect}");
    }
}

/// The numbers of each person, and the values.
type Case = (Vec<Vec<i32>>, Vec<f64>);

/// Cases of one kind.
fn cases(kind: &str) -> Vec<Case> {
    let lines = PEERS.lines().filter(|line| line.starts_with(kind));
    let cases: Vec<Case> = lines
        .map(|line| {
            let words: Vec<&str> = line.split(' ').collect();
            let people = words[1].split(';');
            let people = people.map(|one| one.split('/').map(|n| n.parse().unwrap()).collect());
            (people.collect(), numbers(&words[2..]))
        })
        .collect();
    assert_eq!(cases.len(), 4, "{kind}");
    cases
}

fn count(number: i32) -> u32 {
    u32::try_from(number).unwrap()
}

#[test]
fn a_mean_of_people_agrees_with_statsmodels() {
    for (people, expect) in cases("mean") {
        let sums: Vec<PersonSum> = people
            .iter()
            .map(|one| PersonSum { sum: f64::from(one[0]), count: count(one[1]) })
            .collect();
        let found = mean_of_people(&sums, 0.95).unwrap();
        let within = found.within.unwrap();
        assert_all_near(&[found.mean, within.low, within.high], &expect, "mean");
        assert_eq!(found.people as usize, people.len());
        assert_eq!(found.values, people.iter().map(|one| u64::from(count(one[1]))).sum::<u64>());
    }
}

#[test]
fn detection_of_people_agrees_with_scipy() {
    for (people, expect) in cases("detection") {
        let counts: Vec<Counts> = people
            .iter()
            .map(|one| Counts {
                hits: count(one[0]),
                signals: count(one[1]),
                false_alarms: count(one[2]),
                others: count(one[3]),
            })
            .collect();
        let found = detection_of_people(&counts, 0.95).unwrap();
        let values = [
            found.sensitivity,
            found.sensitivity_within.low,
            found.sensitivity_within.high,
            found.bias,
            found.bias_within.low,
            found.bias_within.high,
        ];
        assert_all_near(&values, &expect, "detection");
    }
}

/// With one value for each person the error is the ordinary one of a mean: the sample 1 to 10 has the mean
/// 5.5 and the standard error 0.957427, and t with 9 degrees of freedom is 2.262157 (R 4.4, `t.test(1:10)`).
#[test]
fn with_one_value_each_it_is_the_ordinary_interval() {
    let sums: Vec<PersonSum> =
        (1..=10).map(|value| PersonSum { sum: f64::from(value), count: 1 }).collect();
    let found = mean_of_people(&sums, 0.95).unwrap();
    let within = found.within.unwrap();
    assert!((found.mean - 5.5).abs() < 1e-12);
    assert!((within.low - 3.334_149).abs() < 1e-6, "{within:?}");
    assert!((within.high - 7.665_851).abs() < 1e-6, "{within:?}");
}

/// The same hundred answers from ten people say less than from a hundred.
#[test]
fn answers_of_one_person_count_for_less_than_answers_of_many() {
    let few: Vec<PersonSum> =
        (0..10).map(|person| PersonSum { sum: f64::from(person % 2) * 10.0, count: 10 }).collect();
    let many: Vec<PersonSum> =
        (0..100).map(|person| PersonSum { sum: f64::from(person % 2), count: 1 }).collect();
    let width = |sums: &[PersonSum]| {
        let within = mean_of_people(sums, 0.95).unwrap().within.unwrap();
        within.high - within.low
    };
    assert!(width(&few) > 3.0 * width(&many));
}

#[test]
fn too_few_people_give_no_number_and_people_who_do_not_differ_no_interval() {
    let one = PersonSum { sum: 1.0, count: 2 };
    let nothing = PersonSum { sum: 0.0, count: 0 };
    assert_eq!(mean_of_people(&[one; 9], 0.95), None);
    assert_eq!(mean_of_people(&[[one; 9].as_slice(), &[nothing; 9]].concat(), 0.95), None);
    let alike = mean_of_people(&[one; 10], 0.95).unwrap();
    assert_eq!((alike.mean, alike.within), (0.5, None));
    assert_eq!(mean_of_people(&[one; 10], 1.0), None);
    let counts = Counts { hits: 1, signals: 2, false_alarms: 0, others: 2 };
    assert_eq!(detection_of_people(&[counts; 9], 0.95), None);
    assert_eq!(detection_of_people(&[counts; 10], 0.95), None, "nobody differs");
    let impossible = Counts { hits: 3, ..counts };
    assert_eq!(detection_of_people(&[impossible; 10], 0.95), None);
}
