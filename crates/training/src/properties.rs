//! What holds for every question and every response, tried on many that chance makes.

use eighteen_pack::Body;
use rand::{Rng, RngExt as _, SeedableRng as _, seq::SliceRandom as _};
use rand_chacha::ChaCha8Rng;

use crate::{Response, best_response, fixture, mark};

const ROUNDS: u64 = 2_000;

/// A question of any type, larger and smaller than in packs.
fn some_body(chance: &mut impl Rng) -> Body {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let size = chance.random_range(3..=names.len());
    let names = &names[..size];
    let list = names.join(" ");
    let right = chance.random_range(0..size);
    let wrong = (right + 1) % size;
    let one = mark_up(names, |index| index == right);
    let several = mark_up(names, |index| index == right || index != wrong && index % 2 == 0);
    match chance.random_range(0..10) {
        0 => fixture::single(&one),
        1 => fixture::multiple(&several),
        2 => fixture::true_false(right == 0, &one),
        3 => fixture::ordering(&list),
        4 => fixture::matching(&list, "x y"),
        5 => fixture::sorting(&names.map_to(|index| format!("{}=g{}", names[index], index % 3))),
        6 => fixture::hot_spot(&several),
        7 => fixture::short(names, &[&["near"], &["far", "off"]]),
        8 => fixture::estimate(chance.random_range(0.5..1e9), chance.random_range(1..=100)),
        _ => fixture::scenario(&one),
    }
}

trait MapTo {
    fn map_to(&self, word: impl Fn(usize) -> String) -> String;
}

impl MapTo for [&str] {
    fn map_to(&self, word: impl Fn(usize) -> String) -> String {
        (0..self.len()).map(word).collect::<Vec<_>>().join(" ")
    }
}

fn mark_up(names: &[&str], right: impl Fn(usize) -> bool) -> String {
    names.map_to(|index| format!("{}{}", if right(index) { "+" } else { "" }, names[index]))
}

fn some_of(ids: &[String], chance: &mut impl Rng) -> Vec<String> {
    let mut some: Vec<String> = ids.iter().filter(|_| chance.random()).cloned().collect();
    some.shuffle(chance);
    some
}

fn any_of(ids: &[String], chance: &mut impl Rng) -> String {
    ids[chance.random_range(0..ids.len())].clone()
}

/// A response that fits the question, right or not.
fn some_response(body: &Body, chance: &mut impl Rng) -> Response {
    let order = crate::order_of_parts(body, true, chance.random());
    let (parts, targets) = (&order.parts, &order.targets);
    let mut pairs = || -> Vec<(String, String)> {
        let some = some_of(parts, chance).into_iter();
        some.map(|part| (part, any_of(targets, chance))).collect()
    };
    match body {
        Body::Single { .. } | Body::Scenario { .. } => {
            Response::Single { choice: any_of(parts, chance) }
        }
        Body::Multiple { .. } => Response::Multiple { choices: some_of(parts, chance) },
        Body::TrueFalse { .. } => Response::TrueFalse {
            value: chance.random(),
            reason: chance.random::<bool>().then(|| any_of(parts, chance)),
        },
        Body::Ordering { .. } => Response::Ordering { order: parts.clone() },
        Body::Matching { .. } => Response::Matching { pairs: pairs() },
        Body::Sorting { .. } => Response::Sorting { pairs: pairs() },
        Body::HotSpot { .. } => Response::HotSpot { spots: some_of(parts, chance) },
        Body::Short { .. } => Response::Short {
            text: ["a", "B!", "near", "nothing"][chance.random_range(0..4)].to_owned(),
        },
        Body::Estimate(estimate) => {
            Response::Estimate { value: estimate.value * chance.random_range(0.0..3.0) }
        }
    }
}

/// The same response with its parts named in another order; an ordering is its order.
fn turned(response: &Response, chance: &mut impl Rng) -> Response {
    let mut response = response.clone();
    match &mut response {
        Response::Multiple { choices: parts } | Response::HotSpot { spots: parts } => {
            parts.shuffle(chance);
        }
        Response::Matching { pairs } | Response::Sorting { pairs } => pairs.shuffle(chance),
        Response::Single { .. }
        | Response::TrueFalse { .. }
        | Response::Ordering { .. }
        | Response::Short { .. }
        | Response::Estimate { .. } => {}
    }
    response
}

#[test]
fn every_mark_lies_between_none_and_all_and_does_not_depend_on_the_order_of_naming() {
    let mut partly = 0;
    for seed in 0..ROUNDS {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let body = some_body(&mut chance);
        let response = some_response(&body, &mut chance);
        let marked = mark(&body, &response).unwrap_or_else(|error| {
            panic!("{error} for {response:?} to {body:?}");
        });
        assert!((0.0..=1.0).contains(&marked.score), "{response:?} to {body:?}");
        partly += u32::from(marked.score > 0.0 && marked.score < 1.0);
        assert_eq!(mark(&body, &turned(&response, &mut chance)).as_ref(), Ok(&marked));
        let all_right = marked.parts.iter().all(|part| part.chosen == part.right);
        assert_eq!(marked.is_right(), all_right, "{response:?} to {body:?}");
    }
    assert!(partly > 200, "{partly} responses were partly right");
}

#[test]
fn nothing_is_better_than_the_best_response() {
    for seed in 0..ROUNDS {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let body = some_body(&mut chance);
        let best = best_response(&body);
        assert!(mark(&body, &best).is_ok_and(|mark| mark.is_right()), "{body:?}");
        assert_eq!(mark(&body, &turned(&best, &mut chance)).map(|mark| mark.is_right()), Ok(true));
    }
}

#[test]
fn a_response_of_another_type_is_refused() {
    let bodies = fixture::one_of_each();
    for (asked, body) in bodies.iter().enumerate() {
        for (given, other) in bodies.iter().enumerate() {
            let same = asked == given || is_one_choice(body) && is_one_choice(other);
            assert_eq!(mark(body, &best_response(other)) == Err(crate::Error::WrongType), !same);
        }
    }
}

fn is_one_choice(body: &Body) -> bool {
    matches!(body, Body::Single { .. } | Body::Scenario { .. })
}
