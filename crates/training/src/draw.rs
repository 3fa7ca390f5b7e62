//! Drawing the questions of an attempt, and the order of their parts.

use std::collections::BTreeMap;

use eighteen_pack::{Body, Item, Policy, Pool, Spot};
use rand::{Rng, SeedableRng, seq::SliceRandom};
use rand_chacha::ChaCha8Rng;

use crate::Error;

/// A question that can be drawn.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// The question.
    pub item: &'a Item,
    /// The step or module that rules name.
    pub from: &'a str,
}

/// A question that was drawn: its place in the list of candidates, and the order of its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Index into the candidates that were given.
    pub item: usize,
    /// The order in which the learner sees the parts.
    pub order: Order,
}

/// The order in which a learner sees a question's parts, by the pack's ids.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Order {
    /// Options, reasons, entries, items or spots.
    pub parts: Vec<String>,
    /// Targets of a matching, groups of a sorting; empty otherwise.
    pub targets: Vec<String>,
}

/// The check questions of a quiz, each with the step that rules name.
pub fn bank(items: &[Item]) -> Vec<Candidate<'_>> {
    let checks = items.iter().filter(|item| item.pool == Pool::Check);
    checks.map(|item| Candidate { item, from: &item.step }).collect()
}

/// Draws a final check: questions seen least often come first, the rest is chance. Every rule takes
/// its number first, then the rest is filled up.
///
/// `met` counts how often this learner met each item, by id. `ChaCha8` gives the same draw for the
/// same seed on every platform and in every later version.
///
/// # Errors
/// When the bank holds fewer questions than the policy or one of its rules draws.
pub fn draw_check(
    bank: &[Candidate<'_>],
    policy: &Policy,
    met: &BTreeMap<String, u32>,
    seed: u64,
) -> Result<Vec<Drawn>, Error> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let order = least_met_first(bank, met, &mut chance);
    let mut drawn: Vec<usize> = Vec::new();
    for rule in &policy.rules {
        let of_rule = order.iter().copied().filter(|&index| bank[index].from == rule.from);
        let of_rule: Vec<usize> = of_rule.take(rule.draw as usize).collect();
        enough(of_rule.len(), rule.draw)?;
        drawn.extend(of_rule);
    }
    let rest = (policy.draw as usize).saturating_sub(drawn.len());
    let others = order.iter().copied().filter(|index| !drawn.contains(index));
    let others: Vec<usize> = others.take(rest).collect();
    drawn.extend(others);
    enough(drawn.len(), policy.draw)?;
    Ok(in_order(bank, drawn, policy.shuffle, &mut chance))
}

/// Draws a pre-check: as evenly from the steps as their questions allow, least met first.
///
/// # Errors
/// When the bank holds fewer questions than are wanted.
pub fn draw_test_out(
    bank: &[Candidate<'_>],
    questions: u32,
    shuffle: bool,
    met: &BTreeMap<String, u32>,
    seed: u64,
) -> Result<Vec<Drawn>, Error> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let mut order = least_met_first(bank, met, &mut chance);
    let mut of_step: BTreeMap<&str, u32> = BTreeMap::new();
    let mut round = vec![0_u32; bank.len()];
    for &index in &order {
        let number = of_step.entry(bank[index].from).or_insert(0);
        round[index] = *number;
        *number += 1;
    }
    // Stable again: the first question of every step, then the second of every step.
    order.sort_by_key(|&index| round[index]);
    order.truncate(questions as usize);
    enough(order.len(), questions)?;
    Ok(in_order(bank, order, shuffle, &mut chance))
}

fn least_met_first(
    bank: &[Candidate<'_>],
    met: &BTreeMap<String, u32>,
    chance: &mut ChaCha8Rng,
) -> Vec<usize> {
    let mut order: Vec<usize> = (0..bank.len()).collect();
    order.shuffle(chance);
    // The sort is stable, so chance still decides among questions seen equally often.
    order.sort_by_key(|&index| met.get(&bank[index].item.id).copied().unwrap_or(0));
    order
}

fn enough(held: usize, needed: u32) -> Result<(), Error> {
    let needed = needed as usize;
    if held < needed { Err(Error::BankTooSmall { held, needed }) } else { Ok(()) }
}

fn in_order(
    bank: &[Candidate<'_>],
    mut drawn: Vec<usize>,
    shuffle: bool,
    chance: &mut ChaCha8Rng,
) -> Vec<Drawn> {
    if shuffle {
        drawn.shuffle(chance);
    } else {
        drawn.sort_unstable();
    }
    let drawn = drawn.into_iter();
    let order = |item: usize, chance: &mut _| order_with(&bank[item].item.body, shuffle, chance);
    drawn.map(|item| Drawn { item, order: order(item, chance) }).collect()
}

/// The order of a question's parts, from a seed of its own.
pub fn order_of_parts(body: &Body, shuffle: bool, seed: u64) -> Order {
    order_with(body, shuffle, &mut ChaCha8Rng::seed_from_u64(seed))
}

fn order_with(body: &Body, shuffle: bool, chance: &mut impl Rng) -> Order {
    let ids = |list: Vec<&String>| -> Vec<String> { list.into_iter().cloned().collect() };
    let mut order = Order::default();
    match body {
        Body::Single { options } | Body::Multiple { options } | Body::Scenario { options, .. } => {
            order.parts = ids(options.iter().map(|option| &option.id).collect());
            if shuffle {
                order.parts.shuffle(chance);
            }
        }
        Body::TrueFalse { reasons, .. } => {
            order.parts = ids(reasons.iter().map(|reason| &reason.id).collect());
            if shuffle {
                order.parts.shuffle(chance);
            }
        }
        Body::Ordering { entries } => {
            let right = ids(entries.iter().map(|entry| &entry.id).collect());
            order.parts = disordered(&right, chance);
        }
        Body::Matching { pairs, extras } => {
            order.parts = ids(pairs.iter().map(|pair| &pair.id).collect());
            order.targets = order.parts.clone();
            order.targets.extend(extras.iter().map(|extra| extra.id.clone()));
            order.parts.shuffle(chance);
            order.targets.shuffle(chance);
        }
        Body::Sorting { groups, entries } => {
            order.parts = ids(entries.iter().map(|entry| &entry.id).collect());
            order.targets = ids(groups.iter().map(|group| &group.id).collect());
            if shuffle {
                order.parts.shuffle(chance);
            }
        }
        Body::HotSpot { spots, .. } => order.parts = in_reading_order(spots),
        Body::Short { .. } | Body::Estimate(_) => {}
    }
    order
}

/// Spots are numbered as the eye finds them, from top to bottom, so that the order of the file gives
/// nothing away.
fn in_reading_order(spots: &[Spot]) -> Vec<String> {
    let mut spots: Vec<&Spot> = spots.iter().collect();
    spots.sort_by(|one, two| one.y.total_cmp(&two.y).then(one.x.total_cmp(&two.x)));
    spots.into_iter().map(|spot| spot.id.clone()).collect()
}

/// A chance order that is never the right one: an ordering must not solve itself.
fn disordered(right: &[String], chance: &mut impl Rng) -> Vec<String> {
    let mut order = right.to_vec();
    order.shuffle(chance);
    if order == right {
        order.rotate_left(1);
    }
    order
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use eighteen_pack::Rule;

    use super::*;
    use crate::fixture;

    #[test]
    fn a_draw_holds_as_many_questions_as_the_policy_says_and_none_twice() {
        let items = fixture::bank(12);
        let drawn = draw_check(&bank(&items), &fixture::policy(8), &BTreeMap::new(), 7).unwrap();
        let distinct: BTreeSet<usize> = drawn.iter().map(|one| one.item).collect();
        assert_eq!((drawn.len(), distinct.len()), (8, 8));
    }

    #[test]
    fn the_same_seed_gives_the_same_draw() {
        let items = fixture::bank(12);
        let draw =
            |seed| draw_check(&bank(&items), &fixture::policy(8), &BTreeMap::new(), seed).unwrap();
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(2));
    }

    #[test]
    fn unseen_questions_come_before_seen_ones() {
        let items = fixture::bank(12);
        let policy = fixture::policy(6);
        for seed in 0..50 {
            let first = draw_check(&bank(&items), &policy, &BTreeMap::new(), seed).unwrap();
            let seen: BTreeMap<String, u32> =
                first.iter().map(|one| (items[one.item].id.clone(), 1)).collect();
            let second = draw_check(&bank(&items), &policy, &seen, seed + 1000).unwrap();
            assert!(
                second.iter().all(|one| !seen.contains_key(&items[one.item].id)),
                "a second try of six from twelve repeats nothing"
            );
        }
    }

    #[test]
    fn practice_questions_are_never_drawn() {
        let mut items = fixture::bank(8);
        items[3].pool = Pool::Practice;
        let error =
            draw_check(&bank(&items), &fixture::policy(8), &BTreeMap::new(), 1).unwrap_err();
        assert_eq!(error, Error::BankTooSmall { held: 7, needed: 8 });
    }

    fn ruled(rules: &[(&str, u32)], draw: u32) -> Policy {
        let rules = rules.iter().map(|(from, draw)| Rule { from: (*from).to_owned(), draw: *draw });
        Policy { rules: rules.collect(), ..fixture::policy(draw) }
    }

    #[test]
    fn every_rule_gets_its_number_whatever_the_seed_and_what_was_met() {
        let items = fixture::bank_of(&[("one", 6), ("two", 3), ("three", 9)]);
        let bank = bank(&items);
        let policy = ruled(&[("two", 2), ("one", 1)], 5);
        let mut met = BTreeMap::new();
        for seed in 0..300 {
            let drawn = draw_check(&bank, &policy, &met, seed).unwrap();
            let distinct: BTreeSet<usize> = drawn.iter().map(|one| one.item).collect();
            assert_eq!((drawn.len(), distinct.len()), (5, 5));
            let from = |step| drawn.iter().filter(|one| bank[one.item].from == step).count();
            assert!(from("two") >= 2 && from("one") >= 1, "seed {seed}");
            assert_eq!(drawn, draw_check(&bank, &policy, &met, seed).unwrap(), "repeatable");
            *met.entry(items[drawn[0].item].id.clone()).or_insert(0) += 1;
        }
    }

    #[test]
    fn rules_take_the_least_met_questions_of_their_step() {
        let items = fixture::bank_of(&[("one", 4), ("two", 4)]);
        let policy = ruled(&[("one", 2)], 2);
        for seed in 0..50 {
            let first = draw_check(&bank(&items), &policy, &BTreeMap::new(), seed).unwrap();
            let met = first.iter().map(|one| (items[one.item].id.clone(), 1)).collect();
            let second = draw_check(&bank(&items), &policy, &met, seed + 1000).unwrap();
            assert!(second.iter().all(|one| !first.iter().any(|had| had.item == one.item)));
        }
    }

    #[test]
    fn a_rule_that_cannot_be_served_is_an_error() {
        let items = fixture::bank_of(&[("one", 4), ("two", 1)]);
        let policy = ruled(&[("two", 2)], 3);
        let error = draw_check(&bank(&items), &policy, &BTreeMap::new(), 1).unwrap_err();
        assert_eq!(error, Error::BankTooSmall { held: 1, needed: 2 });
    }

    #[test]
    fn a_pre_check_asks_about_every_step_before_it_asks_twice() {
        let items = fixture::bank_of(&[("one", 1), ("two", 7), ("three", 7)]);
        let bank = bank(&items);
        for seed in 0..200 {
            let drawn = draw_test_out(&bank, 5, true, &BTreeMap::new(), seed).unwrap();
            let from = |step| drawn.iter().filter(|one| bank[one.item].from == step).count();
            assert_eq!((from("one"), from("two"), from("three")), (1, 2, 2), "seed {seed}");
        }
        let error = draw_test_out(&bank, 16, true, &BTreeMap::new(), 1).unwrap_err();
        assert_eq!(error, Error::BankTooSmall { held: 15, needed: 16 });
    }

    #[test]
    fn without_shuffling_questions_stand_in_the_order_of_the_pack() {
        let items = fixture::bank(9);
        let policy = Policy { shuffle: false, ..fixture::policy(4) };
        let draws: BTreeSet<Vec<usize>> = (0..40)
            .map(|seed| {
                let drawn = draw_check(&bank(&items), &policy, &BTreeMap::new(), seed).unwrap();
                drawn.iter().map(|one| one.item).collect()
            })
            .collect();
        assert!(draws.iter().all(|draw| draw.is_sorted()));
        assert!(draws.len() > 10, "which ones they are is chance all the same");
    }

    #[test]
    fn spots_are_numbered_from_top_to_bottom() {
        let body = fixture::hot_spot("+low a +b");
        let Body::HotSpot { mut spots, drawing, alt } = body else { panic!("a hot spot") };
        (spots[0].y, spots[1].y, spots[2].y) = (90.0, 10.0, 10.0);
        (spots[1].x, spots[2].x) = (50.0, 5.0);
        let body = Body::HotSpot { spots, drawing, alt };
        assert_eq!(order_of_parts(&body, true, 3).parts, ["b", "a", "low"]);
    }

    #[test]
    fn an_ordering_never_stands_in_its_right_order() {
        let body = fixture::ordering("a b c");
        for seed in 0..200 {
            assert_ne!(order_of_parts(&body, true, seed).parts, ["a", "b", "c"]);
        }
    }

    #[test]
    fn parts_keep_the_order_of_the_pack_unless_shuffled() {
        let body = fixture::single("+a b c d");
        assert_eq!(order_of_parts(&body, false, 9).parts, ["a", "b", "c", "d"]);
        let orders: BTreeSet<Vec<String>> =
            (0..50).map(|seed| order_of_parts(&body, true, seed).parts).collect();
        assert!(orders.len() > 10, "shuffling gives many orders");
    }
}
