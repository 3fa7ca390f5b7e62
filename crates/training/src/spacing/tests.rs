use super::*;

fn good(day: i32) -> Review {
    Review { day, grade: Grade::Good, seed: None }
}

/// Histories of up to twelve answers, of which no two are alike.
fn histories(count: u64) -> impl Iterator<Item = Vec<Review>> {
    (0..count).map(|seed| {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let mut day = 0;
        (0..chance.random_range(1..12))
            .map(|_| {
                day += chance.random_range(0..200);
                let grade = Grade::ALL[chance.random_range(0..4)];
                Review { day, grade, seed: Some(chance.random()) }
            })
            .collect()
    })
}

#[test]
fn an_answer_grades_itself() {
    use Confidence::{Guess, Sure, Think};
    for (score, confidence, expect) in [
        (0.0, None, Grade::Again),
        (0.0, Some(Sure), Grade::Again),
        (0.99, Some(Sure), Grade::Again),
        (1.0, Some(Guess), Grade::Hard),
        (1.0, Some(Think), Grade::Good),
        (1.0, None, Grade::Good),
        (1.0, Some(Sure), Grade::Easy),
    ] {
        assert_eq!(grade(score, confidence), expect, "{score} {confidence:?}");
    }
}

/// The first intervals are the first four weights of FSRS-6, rounded to days and at least one.
#[test]
fn the_first_answer_decides_the_first_interval() {
    for (grade, days) in [(Grade::Again, 1), (Grade::Hard, 1), (Grade::Good, 2), (Grade::Easy, 8)] {
        let memory = remember(None, Review { day: 7, grade, seed: None }).unwrap();
        assert_eq!((memory.interval, memory.due()), (days, 7 + i32::from(days)), "{grade:?}");
    }
}

#[test]
fn an_interval_is_at_least_a_day_and_at_most_150() {
    for history in histories(3_000) {
        let memory = remember_all(&history).unwrap().unwrap();
        assert!((1..=MOST_DAYS).contains(&memory.interval), "{history:?}: {memory:?}");
        assert!((1.0..=10.0).contains(&memory.difficulty), "{memory:?}");
    }
    let mut memory = remember(None, good(0)).unwrap();
    let mut intervals = vec![memory.interval];
    while memory.interval < MOST_DAYS {
        memory = remember(Some(&memory), good(memory.due())).unwrap();
        intervals.push(memory.interval);
    }
    assert_eq!(intervals, [2, 11, 46, 150], "right each time");
}

#[test]
fn a_better_grade_is_never_sooner() {
    for history in histories(3_000) {
        let before = remember_all(&history[1..]).unwrap();
        let days: Vec<u16> = Grade::ALL
            .map(|grade| {
                let day = history.last().unwrap().day + 3;
                let seed = history[0].seed;
                remember(before.as_ref(), Review { day, grade, seed }).unwrap().interval
            })
            .to_vec();
        assert!(days.is_sorted(), "{days:?} after {before:?}");
    }
}

#[test]
fn chance_moves_a_day_a_little_and_always_the_same_way() {
    let days = |seed| whole_days(100.0, Some(seed));
    assert_eq!(days(5), days(5));
    let all: std::collections::BTreeSet<u16> = (0..2_000).map(days).collect();
    // A day, 15 % of 4.5, 10 % of 13 and 5 % of 80: almost seven days to either side.
    assert_eq!((all.first(), all.last()), (Some(&93), Some(&107)));
    assert_eq!(whole_days(100.4, None), 100, "without a seed nothing moves");
    for seed in 0..200 {
        assert_eq!(whole_days(2.4, Some(seed)), 2, "a short interval is not moved");
        assert!((2..=4).contains(&whole_days(2.6, Some(seed))));
        assert!(whole_days(36_000.0, Some(seed)) <= MOST_DAYS);
    }
}

#[test]
fn the_chance_of_recall_falls_with_the_days() {
    let memory = Memory { stability: 20.0, difficulty: 5.0, day: 100, interval: 20 };
    let chance: Vec<f32> = [90, 100, 110, 120, 400].map(|day| memory.retrievability(day)).to_vec();
    assert_eq!(chance[..2], [1.0, 1.0], "before the answer nothing is forgotten");
    assert!((chance[3] - RETENTION).abs() < 1e-5, "stability is the days until 90 %");
    assert!(chance.iter().rev().is_sorted() && chance[4] > 0.5, "{chance:?}");
}

#[test]
fn a_clock_that_jumps_does_no_harm() {
    let years = 365 * 40;
    for (first, second) in [(0, -years), (0, years), (i32::MAX - 1, i32::MIN), (i32::MIN, i32::MAX)]
    {
        let memory = remember_all(&[good(first), good(second)]).unwrap().unwrap();
        assert!(memory.stability.is_finite() && memory.interval <= MOST_DAYS, "{memory:?}");
        assert_eq!(memory.day, second);
        let again = remember(Some(&memory), good(1)).unwrap();
        assert!(again.interval <= MOST_DAYS);
    }
}

#[test]
fn what_is_no_memory_is_refused() {
    let broken = Memory { stability: f32::NAN, difficulty: f32::NAN, day: 0, interval: 1 };
    assert!(matches!(remember(Some(&broken), good(1)), Err(Error::NoMemory(_))));
    assert_eq!(remember_all(&[]).unwrap(), None);
}
