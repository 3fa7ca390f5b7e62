//! Drawing the questions of an attempt, and the order of their parts.

use std::collections::BTreeMap;

use eighteen_pack::{Body, Item, Policy, Pool};
use rand::{Rng, SeedableRng, seq::SliceRandom};
use rand_chacha::ChaCha8Rng;

use crate::Error;

/// A question that was drawn: its place in the list of items, and the order of its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Index into the items that were given.
    pub item: usize,
    /// The order in which the learner sees the parts.
    pub order: Order,
}

/// The order in which a learner sees a question's parts, by the pack's ids.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Order {
    /// Options, reasons, entries or items.
    pub parts: Vec<String>,
    /// Targets of a matching; empty otherwise.
    pub targets: Vec<String>,
}

/// Draws a final check: questions seen least often come first, the rest is chance.
///
/// `met` counts how often this learner met each item, by id. `ChaCha8` gives the same draw for the
/// same seed on every platform and in every later version.
///
/// # Errors
/// When the bank holds fewer check questions than the policy draws.
pub fn draw_check(
    items: &[Item],
    policy: &Policy,
    met: &BTreeMap<String, u32>,
    seed: u64,
) -> Result<Vec<Drawn>, Error> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let mut bank: Vec<usize> =
        (0..items.len()).filter(|&index| items[index].pool == Pool::Check).collect();
    let needed = policy.draw as usize;
    if bank.len() < needed {
        return Err(Error::BankTooSmall { held: bank.len(), needed });
    }
    bank.shuffle(&mut chance);
    // The sort is stable, so chance still decides among questions seen equally often.
    bank.sort_by_key(|&index| met.get(&items[index].id).copied().unwrap_or(0));
    bank.truncate(needed);
    bank.shuffle(&mut chance);
    Ok(bank
        .into_iter()
        .map(|item| Drawn {
            item,
            order: order_with(&items[item].body, policy.shuffle, &mut chance),
        })
        .collect())
}

/// The order of a question's parts, from a seed of its own.
pub fn order_of_parts(body: &Body, shuffle: bool, seed: u64) -> Order {
    order_with(body, shuffle, &mut ChaCha8Rng::seed_from_u64(seed))
}

fn order_with(body: &Body, shuffle: bool, chance: &mut impl Rng) -> Order {
    let ids = |list: Vec<&String>| -> Vec<String> { list.into_iter().cloned().collect() };
    let mut order = Order::default();
    match body {
        Body::Single { options } | Body::Multiple { options } => {
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
    }
    order
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

    use super::*;
    use crate::fixture;

    #[test]
    fn a_draw_holds_as_many_questions_as_the_policy_says_and_none_twice() {
        let items = fixture::bank(12);
        let drawn = draw_check(&items, &fixture::policy(8), &BTreeMap::new(), 7).unwrap();
        let distinct: BTreeSet<usize> = drawn.iter().map(|one| one.item).collect();
        assert_eq!((drawn.len(), distinct.len()), (8, 8));
    }

    #[test]
    fn the_same_seed_gives_the_same_draw() {
        let items = fixture::bank(12);
        let draw = |seed| draw_check(&items, &fixture::policy(8), &BTreeMap::new(), seed).unwrap();
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(2));
    }

    #[test]
    fn unseen_questions_come_before_seen_ones() {
        let items = fixture::bank(12);
        let policy = fixture::policy(6);
        for seed in 0..50 {
            let first = draw_check(&items, &policy, &BTreeMap::new(), seed).unwrap();
            let seen: BTreeMap<String, u32> =
                first.iter().map(|one| (items[one.item].id.clone(), 1)).collect();
            let second = draw_check(&items, &policy, &seen, seed + 1000).unwrap();
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
        let error = draw_check(&items, &fixture::policy(8), &BTreeMap::new(), 1).unwrap_err();
        assert_eq!(error, Error::BankTooSmall { held: 7, needed: 8 });
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
