//! Marking: the rules of `FORMAT.md` section 6.

use std::collections::BTreeSet;

use eighteen_pack::{Body, Choice, Entry, Pair};

use crate::{Error, Response};

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
    /// The part's id; `true` and `false` for the two judgements.
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
        _ => Err(Error::WrongType),
    }
}

/// The response that gets the full mark.
pub fn best_response(body: &Body) -> Response {
    let right = |choices: &[Choice]| -> Vec<String> {
        choices.iter().filter(|choice| choice.correct).map(|choice| choice.id.clone()).collect()
    };
    match body {
        Body::Single { options } => {
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
    }
}

fn mark_single(options: &[Choice], choice: &str) -> Result<Mark, Error> {
    let chosen = find(options, choice)?;
    Ok(Mark {
        score: if chosen.correct { 1.0 } else { 0.0 },
        parts: part_marks(options, &[choice]),
    })
}

fn mark_multiple(options: &[Choice], choices: &[String]) -> Result<Mark, Error> {
    once_each(choices)?;
    let mut hits = 0_i32;
    for choice in choices {
        hits += if find(options, choice)?.correct { 1 } else { -1 };
    }
    let right = options.iter().filter(|option| option.correct).count();
    Ok(Mark {
        score: share(hits.max(0).unsigned_abs() as usize, right),
        parts: part_marks(options, &choices.iter().map(String::as_str).collect::<Vec<_>>()),
    })
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
    fn the_best_response_gets_the_full_mark_for_every_type() {
        for body in fixture::one_of_each() {
            let mark = mark(&body, &best_response(&body)).expect("the best response fits");
            assert!(mark.is_right(), "{body:?}");
            assert!(mark.parts.iter().all(|part| part.chosen == part.right), "{body:?}");
        }
    }
}
