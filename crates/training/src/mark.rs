//! Marking: the rules of `FORMAT.md` section 6.

use std::collections::BTreeSet;

use eighteen_pack::{
    Body, Choice, Entry, Estimate, Group, Near, Pair, SortEntry, Spot, normalised,
};

use crate::{Error, Response};

/// More characters than any short answer needs.
const LONGEST_ANSWER: usize = 200;

/// A response's mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// 0 to 1.
    pub score: f64,
    /// Every part of the question, in the order of the pack.
    pub parts: Vec<PartMark>,
}

impl Mark {
    /// The whole response is right.
    pub fn is_right(&self) -> bool {
        self.score >= 1.0
    }
}

/// What the mark says of one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartMark {
    /// The part's id; `true` and `false` for the two judgements, `answer` for what was typed, and
    /// `near-1` and so on for the wrong answers that are explained.
    pub id: String,
    /// The learner chose it, or put it in its right place.
    pub chosen: bool,
    /// Choosing it is right.
    pub right: bool,
}

/// Marks a response.
///
/// # Errors
/// When the response does not fit the question; nothing is guessed.
pub fn mark(body: &Body, response: &Response) -> Result<Mark, Error> {
    match (body, response) {
        (Body::Single { options }, Response::Single { choice }) => mark_single(options, choice),
        (Body::Multiple { options }, Response::Multiple { choices }) => {
            mark_multiple(options, choices)
        }
        (Body::TrueFalse { answer, reasons, .. }, Response::TrueFalse { value, reason }) => {
            mark_true_false(*answer, reasons, *value, reason.as_deref())
        }
        (Body::Ordering { entries }, Response::Ordering { order }) => mark_ordering(entries, order),
        (Body::Matching { pairs, extras }, Response::Matching { pairs: given }) => {
            mark_matching(pairs, extras, given)
        }
        (Body::Sorting { groups, entries }, Response::Sorting { pairs }) => {
            mark_sorting(groups, entries, pairs)
        }
        (Body::HotSpot { spots, .. }, Response::HotSpot { spots: given }) => {
            mark_hot_spot(spots, given)
        }
        (Body::Short { accept, near, .. }, Response::Short { text }) => {
            mark_short(accept, near, text)
        }
        (Body::Estimate(estimate), Response::Estimate { value }) => mark_estimate(estimate, *value),
        (Body::Scenario { options, .. }, Response::Single { choice }) => {
            mark_single(options, choice)
        }
        _ => Err(Error::WrongType),
    }
}

/// The response that gets the full mark.
pub fn best_response(body: &Body) -> Response {
    let right = |choices: &[Choice]| -> Vec<String> {
        choices.iter().filter(|choice| choice.correct).map(|choice| choice.id.clone()).collect()
    };
    match body {
        Body::Single { options } | Body::Scenario { options, .. } => {
            Response::Single { choice: right(options).into_iter().next().unwrap_or_default() }
        }
        Body::Multiple { options } => Response::Multiple { choices: right(options) },
        Body::TrueFalse { answer, reasons, .. } => {
            Response::TrueFalse { value: *answer, reason: right(reasons).into_iter().next() }
        }
        Body::Ordering { entries } => {
            Response::Ordering { order: entries.iter().map(|entry| entry.id.clone()).collect() }
        }
        Body::Matching { pairs, .. } => Response::Matching {
            pairs: pairs.iter().map(|pair| (pair.id.clone(), pair.id.clone())).collect(),
        },
        Body::Sorting { entries, .. } => Response::Sorting {
            pairs: entries.iter().map(|entry| (entry.id.clone(), entry.group.clone())).collect(),
        },
        Body::HotSpot { spots, .. } => Response::HotSpot {
            spots: spots.iter().filter(|spot| spot.correct).map(|spot| spot.id.clone()).collect(),
        },
        Body::Short { answer, .. } => Response::Short { text: answer.clone() },
        Body::Estimate(estimate) => Response::Estimate { value: estimate.value },
    }
}

/// The wrong answer that was typed, if it is one of those that are explained: its place among them.
pub fn near_miss(near: &[Near], text: &str) -> Option<usize> {
    let text = normalised(text);
    near.iter().position(|near| near.forms.iter().any(|form| normalised(form) == text))
}

fn mark_single(options: &[Choice], choice: &str) -> Result<Mark, Error> {
    let chosen = find(options, choice)?;
    Ok(Mark {
        score: if chosen.correct { 1.0 } else { 0.0 },
        parts: part_marks(options, &[choice]),
    })
}

fn mark_multiple(options: &[Choice], choices: &[String]) -> Result<Mark, Error> {
    let marks: Vec<_> = options.iter().map(|option| (&option.id, option.correct)).collect();
    mark_several(&marks, choices)
}

fn mark_hot_spot(spots: &[Spot], given: &[String]) -> Result<Mark, Error> {
    let marks: Vec<_> = spots.iter().map(|spot| (&spot.id, spot.correct)).collect();
    mark_several(&marks, given)
}

/// Right ones less wrong ones, as a share of the right ones there are.
fn mark_several(parts: &[(&String, bool)], choices: &[String]) -> Result<Mark, Error> {
    once_each(choices)?;
    let is_right = |choice: &String| {
        let part = parts.iter().find(|(id, _)| *id == choice);
        part.map(|(_, right)| *right).ok_or_else(|| Error::UnknownPart(choice.clone()))
    };
    let mut hits = 0_i32;
    for choice in choices {
        hits += if is_right(choice)? { 1 } else { -1 };
    }
    let right = parts.iter().filter(|(_, right)| *right).count();
    let parts = parts.iter().map(|(id, right)| PartMark {
        id: (*id).clone(),
        chosen: choices.contains(id),
        right: *right,
    });
    Ok(Mark { score: share(hits.max(0).unsigned_abs() as usize, right), parts: parts.collect() })
}

fn mark_true_false(
    answer: bool,
    reasons: &[Choice],
    value: bool,
    reason: Option<&str>,
) -> Result<Mark, Error> {
    let judged = value == answer;
    let reasoned = match reason {
        Some(id) => find(reasons, id)?.correct,
        None => false,
    };
    let mut parts: Vec<PartMark> = [true, false]
        .map(|side| PartMark { id: side.to_string(), chosen: value == side, right: answer == side })
        .into();
    parts.extend(part_marks(reasons, reason.as_slice()));
    // The reason counts only with the judgement that it is a reason for.
    let score = match (judged, reasoned) {
        (true, true) => 1.0,
        (true, false) => 0.5,
        (false, _) => 0.0,
    };
    Ok(Mark { score, parts })
}

fn mark_ordering(entries: &[Entry], order: &[String]) -> Result<Mark, Error> {
    once_each(order)?;
    for id in order {
        if !entries.iter().any(|entry| &entry.id == id) {
            return Err(Error::UnknownPart(id.clone()));
        }
    }
    if order.len() != entries.len() {
        return Err(Error::NotOncePerPart);
    }
    let parts: Vec<PartMark> = entries
        .iter()
        .zip(order)
        .map(|(entry, given)| PartMark {
            id: entry.id.clone(),
            chosen: &entry.id == given,
            right: true,
        })
        .collect();
    Ok(Mark { score: share_chosen(&parts), parts })
}

fn mark_matching(
    pairs: &[Pair],
    extras: &[Entry],
    given: &[(String, String)],
) -> Result<Mark, Error> {
    once_each(&given.iter().map(|(item, _)| item.clone()).collect::<Vec<_>>())?;
    for (item, target) in given {
        let is_target = |id: &String| {
            pairs.iter().any(|pair| &pair.id == id) || extras.iter().any(|extra| &extra.id == id)
        };
        if !pairs.iter().any(|pair| &pair.id == item) {
            return Err(Error::UnknownPart(item.clone()));
        }
        if !is_target(target) {
            return Err(Error::UnknownPart(target.clone()));
        }
    }
    let parts: Vec<PartMark> = pairs
        .iter()
        .map(|pair| PartMark {
            id: pair.id.clone(),
            chosen: given.iter().any(|(item, target)| item == &pair.id && target == &pair.id),
            right: true,
        })
        .collect();
    Ok(Mark { score: share_chosen(&parts), parts })
}

fn mark_sorting(
    groups: &[Group],
    entries: &[SortEntry],
    given: &[(String, String)],
) -> Result<Mark, Error> {
    once_each(&given.iter().map(|(entry, _)| entry.clone()).collect::<Vec<_>>())?;
    for (entry, group) in given {
        if !entries.iter().any(|one| &one.id == entry) {
            return Err(Error::UnknownPart(entry.clone()));
        }
        if !groups.iter().any(|one| &one.id == group) {
            return Err(Error::UnknownPart(group.clone()));
        }
    }
    let parts: Vec<PartMark> = entries
        .iter()
        .map(|entry| PartMark {
            id: entry.id.clone(),
            chosen: given.iter().any(|(id, group)| id == &entry.id && group == &entry.group),
            right: true,
        })
        .collect();
    Ok(Mark { score: share_chosen(&parts), parts })
}

fn mark_short(accept: &[String], near: &[Near], text: &str) -> Result<Mark, Error> {
    if text.chars().count() > LONGEST_ANSWER {
        return Err(Error::NotReadable);
    }
    let given = normalised(text);
    let is_right = accept.iter().any(|form| normalised(form) == given);
    let missed = near_miss(near, text);
    let answer = PartMark { id: "answer".to_owned(), chosen: is_right, right: true };
    let near = (0..near.len()).map(|index| PartMark {
        id: format!("near-{}", index + 1),
        chosen: missed == Some(index),
        right: false,
    });
    Ok(Mark {
        score: if is_right { 1.0 } else { 0.0 },
        parts: std::iter::once(answer).chain(near).collect(),
    })
}

fn mark_estimate(estimate: &Estimate, value: f64) -> Result<Mark, Error> {
    if !value.is_finite() {
        return Err(Error::NotReadable);
    }
    // A tolerance worked out in binary may lie a hair below the one in the file.
    let (off, tolerance) = ((value - estimate.value).abs(), estimate.tolerance() * (1.0 + 1e-9));
    let score = if off <= tolerance {
        1.0
    } else if off <= 2.0 * tolerance {
        0.5
    } else {
        0.0
    };
    let part = PartMark { id: "answer".to_owned(), chosen: off <= tolerance, right: true };
    Ok(Mark { score, parts: vec![part] })
}

fn find<'a>(options: &'a [Choice], id: &str) -> Result<&'a Choice, Error> {
    options.iter().find(|option| option.id == id).ok_or_else(|| Error::UnknownPart(id.to_owned()))
}

fn once_each(ids: &[String]) -> Result<(), Error> {
    let distinct: BTreeSet<&String> = ids.iter().collect();
    if distinct.len() == ids.len() { Ok(()) } else { Err(Error::NotOncePerPart) }
}

fn part_marks(options: &[Choice], chosen: &[&str]) -> Vec<PartMark> {
    options
        .iter()
        .map(|option| PartMark {
            id: option.id.clone(),
            chosen: chosen.contains(&option.id.as_str()),
            right: option.correct,
        })
        .collect()
}

fn share_chosen(parts: &[PartMark]) -> f64 {
    share(parts.iter().filter(|part| part.chosen).count(), parts.len())
}

/// A share of two small counts.
#[allow(clippy::cast_precision_loss)] // A question has at most eight parts.
fn share(count: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { count as f64 / of as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn check(body: &Body, response: Response, score: f64) {
        let mark = mark(body, &response).expect("the response fits");
        assert!((mark.score - score).abs() < 1e-9, "{response:?} scored {}", mark.score);
    }

    fn refuse(body: &Body, response: &Response, error: Error) {
        assert_eq!(mark(body, response), Err(error), "{response:?}");
    }

    fn ids(list: &str) -> Vec<String> {
        list.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_single_choice_is_right_or_wrong() {
        let body = fixture::single("+a b c");
        check(&body, Response::Single { choice: "a".into() }, 1.0);
        check(&body, Response::Single { choice: "b".into() }, 0.0);
        refuse(&body, &Response::Single { choice: "z".into() }, Error::UnknownPart("z".into()));
        refuse(&body, &Response::Multiple { choices: ids("a") }, Error::WrongType);
    }

    #[test]
    fn wrong_choices_take_right_ones_away_but_never_below_nothing() {
        let body = fixture::multiple("+a +b c d");
        let given = |list| Response::Multiple { choices: ids(list) };
        check(&body, given("a b"), 1.0);
        check(&body, given("a"), 0.5);
        check(&body, given("a b c"), 0.5);
        check(&body, given("a b c d"), 0.0);
        check(&body, given("c d"), 0.0);
        check(&body, given(""), 0.0);
        refuse(&body, &given("a a"), Error::NotOncePerPart);
    }

    #[test]
    fn a_reason_counts_only_with_its_judgement() {
        let body = fixture::true_false(false, "+r1 r2");
        let given = |value, reason: Option<&str>| Response::TrueFalse {
            value,
            reason: reason.map(str::to_owned),
        };
        check(&body, given(false, Some("r1")), 1.0);
        check(&body, given(false, Some("r2")), 0.5);
        check(&body, given(false, None), 0.5);
        check(&body, given(true, Some("r1")), 0.0);
    }

    #[test]
    fn an_order_earns_the_share_of_entries_in_place() {
        let body = fixture::ordering("a b c d");
        let given = |list| Response::Ordering { order: ids(list) };
        check(&body, given("a b c d"), 1.0);
        check(&body, given("b a c d"), 0.5);
        check(&body, given("d c b a"), 0.0);
        refuse(&body, &given("a b c"), Error::NotOncePerPart);
        refuse(&body, &given("a b c c"), Error::NotOncePerPart);
        refuse(&body, &given("a b c z"), Error::UnknownPart("z".into()));
    }

    #[test]
    fn a_matching_earns_the_share_of_pairs() {
        let body = fixture::matching("a b c", "x");
        let given = |list: &[(&str, &str)]| Response::Matching {
            pairs: list.iter().map(|(i, t)| ((*i).to_owned(), (*t).to_owned())).collect(),
        };
        check(&body, given(&[("a", "a"), ("b", "b"), ("c", "c")]), 1.0);
        check(&body, given(&[("a", "a"), ("b", "c"), ("c", "x")]), 1.0 / 3.0);
        check(&body, given(&[]), 0.0);
        refuse(&body, &given(&[("x", "a")]), Error::UnknownPart("x".into()));
        refuse(&body, &given(&[("a", "a"), ("a", "b")]), Error::NotOncePerPart);
    }

    #[test]
    fn a_sorting_earns_the_share_of_entries_in_their_groups() {
        let body = fixture::sorting("a=g b=h c=g d=h");
        let given = |list: &[(&str, &str)]| Response::Sorting {
            pairs: list.iter().map(|(e, g)| ((*e).to_owned(), (*g).to_owned())).collect(),
        };
        check(&body, given(&[("a", "g"), ("b", "h"), ("c", "g"), ("d", "h")]), 1.0);
        check(&body, given(&[("a", "g"), ("b", "g"), ("c", "g"), ("d", "g")]), 0.5);
        check(&body, given(&[("d", "h")]), 0.25);
        check(&body, given(&[]), 0.0);
        refuse(&body, &given(&[("a", "x")]), Error::UnknownPart("x".into()));
        refuse(&body, &given(&[("g", "g")]), Error::UnknownPart("g".into()));
        refuse(&body, &given(&[("a", "g"), ("a", "h")]), Error::NotOncePerPart);
    }

    #[test]
    fn spots_are_marked_as_options_are() {
        let body = fixture::hot_spot("+a b +c");
        let given = |list| Response::HotSpot { spots: ids(list) };
        check(&body, given("a c"), 1.0);
        check(&body, given("c"), 0.5);
        check(&body, given("a b c"), 0.5);
        check(&body, given("b"), 0.0);
        refuse(&body, &given("a z"), Error::UnknownPart("z".into()));
        refuse(&body, &given("a a"), Error::NotOncePerPart);
    }

    #[test]
    fn typed_words_are_right_in_every_accepted_form_and_no_other() {
        let body = fixture::short(&["zero-day", "0-day"], &[&["web shell"], &["patch"]]);
        let given = |text: &str| Response::Short { text: text.to_owned() };
        check(&body, given(" ZERO day! "), 1.0);
        check(&body, given("0‑day"), 1.0);
        check(&body, given("zeroday"), 0.0);
        check(&body, given(""), 0.0);
        let mark = mark(&body, &given("Web  Shell")).expect("it fits");
        let chosen: Vec<&str> =
            mark.parts.iter().filter(|part| part.chosen).map(|part| part.id.as_str()).collect();
        assert_eq!(chosen, ["near-1"]);
        refuse(&body, &given(&"a".repeat(201)), Error::NotReadable);
    }

    #[test]
    fn an_estimate_is_right_within_its_tolerance_and_half_right_within_twice() {
        let body = fixture::estimate(34_000.0, 20);
        let given = |value| Response::Estimate { value };
        for (value, score) in [
            (34_000.0, 1.0),
            (27_200.0, 1.0),
            (40_800.0, 1.0),
            (40_801.0, 0.5),
            (20_400.0, 0.5),
            (47_600.0, 0.5),
            (47_601.0, 0.0),
            (20_399.0, 0.0),
            (-34_000.0, 0.0),
            (1e300, 0.0),
        ] {
            check(&body, given(value), score);
        }
        check(&fixture::estimate(0.3, 10), given(0.33), 1.0);
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            refuse(&body, &given(value), Error::NotReadable);
        }
    }

    #[test]
    fn a_scenario_is_marked_as_a_single_choice() {
        let body = fixture::scenario("a +b c");
        check(&body, Response::Single { choice: "b".into() }, 1.0);
        check(&body, Response::Single { choice: "c".into() }, 0.0);
        refuse(&body, &Response::Multiple { choices: ids("b") }, Error::WrongType);
    }

    #[test]
    fn the_best_response_gets_the_full_mark_for_every_type() {
        for body in fixture::one_of_each() {
            let mark = mark(&body, &best_response(&body)).expect("the best response fits");
            assert!(mark.is_right(), "{body:?}");
            assert!(mark.parts.iter().all(|part| part.chosen == part.right), "{body:?}");
        }
    }
}
