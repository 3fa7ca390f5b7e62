use std::collections::BTreeMap;

use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use super::*;
use crate::{Grade, remember};

fn card(stability: f32, day: i32, interval: u16) -> Card {
    let memory = Memory { stability, difficulty: 5.0, day, interval };
    Card { memory: Some(memory), sure_but_wrong: false }
}

const NEW: Card = Card { memory: None, sure_but_wrong: false };

fn sure_but_wrong(card: Card) -> Card {
    Card { sure_but_wrong: true, ..card }
}

/// Decks of up to 120 cards, some due, some overdue, some new, some from a clock that was wrong.
fn decks(count: u64) -> impl Iterator<Item = Vec<Card>> {
    (0..count).map(|seed| {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        (0..chance.random_range(0..120))
            .map(|_| {
                if chance.random_range(0..8) == 0 {
                    return NEW;
                }
                let interval = chance.random_range(1..=150);
                let stability = chance.random_range(0.1..400.0);
                let one = card(stability, chance.random_range(-400..10), interval);
                Card { sure_but_wrong: chance.random_range(0..5) == 0, ..one }
            })
            .collect()
    })
}

fn counts(days: &[i32]) -> BTreeMap<i32, usize> {
    days.iter().fold(BTreeMap::new(), |mut counts, day| {
        *counts.entry(*day).or_default() += 1;
        counts
    })
}

#[test]
fn sure_but_wrong_leads_then_what_is_most_likely_forgotten() {
    let cards = [
        card(50.0, 0, 10),
        card(5.0, 0, 10),
        sure_but_wrong(card(50.0, 0, 10)),
        NEW,
        card(5.0, 0, 11),
        sure_but_wrong(card(5.0, 0, 10)),
    ];
    assert_eq!(due(&cards, 10), [5, 2, 3, 1, 0], "the one that comes tomorrow is not there");
    assert_eq!(ahead(&cards, 10), [4]);
}

#[test]
fn a_card_that_was_answered_today_is_not_practised_again_today() {
    let cards = [card(3.0, 10, 3), card(3.0, 9, 3)];
    assert_eq!(due(&cards, 10), Vec::<usize>::new());
    assert_eq!(ahead(&cards, 10), [1]);
}

#[test]
fn no_day_asks_for_more_than_ten_and_no_card_is_lost() {
    for (deck, room) in decks(600).zip((0..=A_DAY).cycle()) {
        let today = 0;
        let days = plan(&deck, today, room);
        assert_eq!(days.len(), deck.len());
        for (day, count) in counts(&days) {
            assert!(count <= if day == today { room } else { A_DAY }, "{count} on day {day}");
        }
        for (card, day) in deck.iter().zip(&days) {
            assert!(*day >= card.due(today), "{card:?} on {day}");
        }
    }
}

#[test]
fn a_card_waits_only_for_a_day_that_is_full() {
    for deck in decks(300) {
        let days = plan(&deck, 0, A_DAY);
        let counts = counts(&days);
        for (card, asked) in deck.iter().zip(&days) {
            for day in card.due(0)..*asked {
                assert_eq!(counts.get(&day), Some(&A_DAY), "{card:?} could have come on {day}");
            }
        }
    }
}

#[test]
fn what_is_planned_for_today_is_what_is_asked_today() {
    for deck in decks(300) {
        let days = plan(&deck, 0, A_DAY);
        let asked: Vec<usize> = due(&deck, 0).into_iter().take(A_DAY).collect();
        let planned = (0..deck.len()).filter(|&card| days[card] == 0);
        let mut sorted = asked.clone();
        sorted.sort_unstable();
        assert!(planned.eq(sorted), "{asked:?}");
    }
}

/// A hundred overdue cards, answered ten a day: all are met, and in ten days or a few more.
#[test]
fn an_absence_is_worked_off_ten_at_a_time() {
    let mut deck: Vec<Card> = (0..100_u8).map(|n| card(10.0 + f32::from(n), -300, 30)).collect();
    let mut met = std::collections::BTreeSet::new();
    for day in 0..20 {
        for place in due(&deck, day).into_iter().take(A_DAY) {
            let review = Review { day, grade: Grade::Good, seed: Some(7) };
            deck[place].memory = Some(remember(deck[place].memory.as_ref(), review).unwrap());
            met.insert(place);
        }
    }
    assert_eq!(met.len(), 100);
    assert_eq!(due(&deck, 20), Vec::<usize>::new());
}

#[test]
fn a_day_that_has_not_come_counts_for_nothing() {
    let (today, years) = (1_000, 4_000);
    assert_eq!(due(&[card(100.0, today + years, 150)], today), [0], "the clock was wrong then");
    assert_eq!(
        due(&[card(100.0, today + 1, 150)], today),
        Vec::<usize>::new(),
        "somebody travelled"
    );
    let deck = [card(1.0, i32::MAX, 150), card(1.0, i32::MIN, 1), NEW];
    assert_eq!(plan(&deck, today, A_DAY), [today; 3]);
    assert_eq!(plan(&deck, i32::MAX, A_DAY), [i32::MAX; 3]);
}

#[test]
fn days_away_are_counted_from_the_last_answer_of_all() {
    assert_eq!(days_away(&[], 50), None);
    assert_eq!(days_away(&[NEW], 50), None);
    assert_eq!(days_away(&[card(1.0, 2, 1), card(1.0, 12, 1)], 50), Some(38));
    assert_eq!(days_away(&[card(1.0, 60, 1)], 50), None, "the clock was wrong then");
}
