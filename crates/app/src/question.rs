//! A question as one learner meets it: parts in their drawn order, under names that say nothing.
//!
//! The pack's ids are written by people and can give an answer away (`right`, or a target that has the
//! id of its item). So the page sees `p1`, `p2` … and `t1`, `t2` … in the order shown, and responses are
//! turned back here. What is stored and marked is in the pack's own ids.

use eighteen_pack::{Body, Choice, Item, plain};
use eighteen_training::{Mark, Order, Response as Given, best_response, mark};

use crate::{
    content::Words,
    course::{Course, step_link},
    error::{ErrorCode, UserError},
    wire::{
        content::Text,
        question::{
            ExplainedPart, Explanation, Matched, Outcome, Part, Question, QuestionBody, Response,
            StepLink,
        },
    },
};

/// A question with the order in which its parts are shown.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    pub(crate) item: Item,
    pub(crate) order: Order,
}

impl Shown {
    /// The question without its key.
    pub(crate) fn question(&self, words: &mut Words<'_>) -> Question {
        let parts = self.parts(words);
        let body = match &self.item.body {
            Body::Single { .. } => QuestionBody::Single { options: parts },
            Body::Multiple { .. } => QuestionBody::Multiple { options: parts },
            Body::TrueFalse { .. } => QuestionBody::TrueFalse { reasons: parts },
            Body::Ordering { .. } => QuestionBody::Ordering { entries: parts },
            Body::Matching { .. } => {
                QuestionBody::Matching { items: parts, targets: self.targets(words) }
            }
        };
        Question { item_id: self.item.id.clone(), ask: words.text(&self.item.ask), body }
    }

    /// A response of the page in the pack's ids.
    pub(crate) fn read_response(&self, response: &Response) -> Result<Given, UserError> {
        let part = |id: &String| named(&self.order.parts, 'p', id);
        let target = |id: &String| named(&self.order.targets, 't', id);
        Ok(match response {
            Response::Single { choice } => Given::Single { choice: part(choice)? },
            Response::Multiple { choices } => {
                Given::Multiple { choices: choices.iter().map(part).collect::<Result<_, _>>()? }
            }
            Response::TrueFalse { value, reason } => {
                Given::TrueFalse { value: *value, reason: reason.as_ref().map(part).transpose()? }
            }
            Response::Ordering { order } => {
                Given::Ordering { order: order.iter().map(part).collect::<Result<_, _>>()? }
            }
            Response::Matching { pairs } => Given::Matching {
                pairs: pairs
                    .iter()
                    .map(|pair| Ok((part(&pair.item)?, target(&pair.target)?)))
                    .collect::<Result<_, UserError>>()?,
            },
        })
    }

    /// A response in the pack's ids as the page knows it.
    pub(crate) fn show_response(&self, given: &Given) -> Response {
        let part = |id: &String| alias(&self.order.parts, 'p', id);
        let target = |id: &String| alias(&self.order.targets, 't', id);
        as_response(given, part, target)
    }

    /// Marks a response.
    pub(crate) fn mark(&self, given: &Given) -> Result<Mark, UserError> {
        Ok(mark(&self.item.body, given)?)
    }

    /// What there is to say about the question and a response to it, or about none.
    pub(crate) fn explain(
        &self,
        course: &Course,
        words: &mut Words<'_>,
        given: Option<&Given>,
    ) -> Result<Explanation, UserError> {
        let mark = given.map(|given| self.mark(given)).transpose()?;
        words.refer(&self.item.claims);
        Ok(Explanation {
            outcome: outcome(mark.as_ref()),
            score: mark.as_ref().map_or(0.0, |mark| mark.score),
            best: self.show_response(&best_response(&self.item.body)),
            parts: self.explained_parts(words, mark.as_ref()),
            step: self.taught_by(course),
            claims: words.claims(),
        })
    }

    /// A response in words, for reports. `true` and `false` are data here, not sentences.
    pub(crate) fn in_words(&self, given: &Given) -> String {
        let words = |id: &String| self.words_of(id);
        match given {
            Given::Single { choice } => words(choice),
            Given::Multiple { choices } => choices.iter().map(words).collect::<Vec<_>>().join("; "),
            Given::TrueFalse { value, reason: None } => value.to_string(),
            Given::TrueFalse { value, reason: Some(reason) } => {
                format!("{value}: {}", words(reason))
            }
            Given::Ordering { order } => order.iter().map(words).collect::<Vec<_>>().join(" → "),
            Given::Matching { pairs } => pairs
                .iter()
                .map(|(item, target)| format!("{} = {}", words(item), self.target_words(target)))
                .collect::<Vec<_>>()
                .join("; "),
        }
    }

    /// The best answer in words.
    pub(crate) fn best_in_words(&self) -> String {
        self.in_words(&best_response(&self.item.body))
    }

    fn parts(&self, words: &mut Words<'_>) -> Vec<Part> {
        let mut parts = Vec::new();
        for (index, id) in self.order.parts.iter().enumerate() {
            parts.push(Part { id: numbered('p', index), text: words.text(&self.part_text(id)) });
        }
        parts
    }

    fn targets(&self, words: &mut Words<'_>) -> Vec<Part> {
        let mut targets = Vec::new();
        for (index, id) in self.order.targets.iter().enumerate() {
            let text = words.text(&self.target_text(id));
            targets.push(Part { id: numbered('t', index), text });
        }
        targets
    }

    /// Every part with its explanation, in the order shown, the two judgements first.
    fn explained_parts(&self, words: &mut Words<'_>, mark: Option<&Mark>) -> Vec<ExplainedPart> {
        let chosen = |id: &str| {
            mark.is_some_and(|mark| mark.parts.iter().any(|part| part.id == id && part.chosen))
        };
        let mut parts = Vec::new();
        if let Body::TrueFalse { answer, why_true, why_false, .. } = &self.item.body {
            for (side, why) in [(true, why_true), (false, why_false)] {
                parts.push(ExplainedPart {
                    id: side.to_string(),
                    text: Text::new(),
                    target: None,
                    chosen: chosen(&side.to_string()),
                    right: *answer == side,
                    why: words.text(why),
                });
            }
        }
        for (index, id) in self.in_explained_order().iter().enumerate() {
            let (why, right) = self.why(id);
            parts.push(ExplainedPart {
                id: alias_or(&self.order.parts, 'p', id, index),
                text: words.text(&self.part_text(id)),
                target: self.is_matching().then(|| words.text(&self.target_text(id))),
                chosen: chosen(id),
                right,
                why: words.text(&why),
            });
        }
        parts
    }

    /// An ordering is explained in its right order; everything else in the order shown.
    fn in_explained_order(&self) -> Vec<String> {
        match &self.item.body {
            Body::Ordering { entries } => entries.iter().map(|entry| entry.id.clone()).collect(),
            _ => self.order.parts.clone(),
        }
    }

    fn is_matching(&self) -> bool {
        matches!(self.item.body, Body::Matching { .. })
    }

    fn why(&self, id: &str) -> (eighteen_pack::Text, bool) {
        match &self.item.body {
            Body::Single { options } | Body::Multiple { options } => why_of(options, id),
            Body::TrueFalse { reasons, .. } => why_of(reasons, id),
            Body::Ordering { entries } => (
                entries.iter().find(|e| e.id == id).map(|e| e.why.clone()).unwrap_or_default(),
                true,
            ),
            Body::Matching { pairs, .. } => {
                (pairs.iter().find(|p| p.id == id).map(|p| p.why.clone()).unwrap_or_default(), true)
            }
        }
    }

    fn part_text(&self, id: &str) -> eighteen_pack::Text {
        let choice = |list: &[Choice]| list.iter().find(|c| c.id == id).map(|c| c.text.clone());
        match &self.item.body {
            Body::Single { options } | Body::Multiple { options } => choice(options),
            Body::TrueFalse { reasons, .. } => choice(reasons),
            Body::Ordering { entries } => {
                entries.iter().find(|e| e.id == id).map(|e| e.text.clone())
            }
            Body::Matching { pairs, .. } => {
                pairs.iter().find(|p| p.id == id).map(|p| p.text.clone())
            }
        }
        .unwrap_or_default()
    }

    fn target_text(&self, id: &str) -> eighteen_pack::Text {
        let Body::Matching { pairs, extras } = &self.item.body else {
            return eighteen_pack::Text::new();
        };
        let partner = pairs.iter().find(|pair| pair.id == id).map(|pair| pair.target.clone());
        let extra = || extras.iter().find(|extra| extra.id == id).map(|extra| extra.text.clone());
        partner.or_else(extra).unwrap_or_default()
    }

    fn words_of(&self, id: &str) -> String {
        plain(&self.part_text(id))
    }

    fn target_words(&self, id: &str) -> String {
        plain(&self.target_text(id))
    }

    /// The step that teaches the question; the module's first step when a newer pack lost it.
    fn taught_by(&self, course: &Course) -> StepLink {
        match course.find_step(&self.item.step) {
            Some((module, index)) => step_link(module, index),
            None => step_link(&course.pack.modules[0], 0),
        }
    }
}

/// A response as JSON in the pack's ids, as stores keep it.
pub(crate) fn response_json(given: &Given) -> Result<String, UserError> {
    let own = |id: &String| id.clone();
    Ok(serde_json::to_string(&as_response(given, own, own))?)
}

/// The response that a store kept.
pub(crate) fn response_from_json(json: &str) -> Result<Given, UserError> {
    Ok(match serde_json::from_str(json)? {
        Response::Single { choice } => Given::Single { choice },
        Response::Multiple { choices } => Given::Multiple { choices },
        Response::TrueFalse { value, reason } => Given::TrueFalse { value, reason },
        Response::Ordering { order } => Given::Ordering { order },
        Response::Matching { pairs } => Given::Matching {
            pairs: pairs.into_iter().map(|pair| (pair.item, pair.target)).collect(),
        },
    })
}

/// How a mark reads; no mark is no answer.
pub(crate) fn outcome(mark: Option<&Mark>) -> Outcome {
    mark.map_or(Outcome::Unanswered, |mark| outcome_of(mark.score))
}

/// How a score reads.
pub(crate) fn outcome_of(score: f64) -> Outcome {
    if score >= 1.0 {
        Outcome::Right
    } else if score > 0.0 {
        Outcome::Partly
    } else {
        Outcome::Wrong
    }
}

fn as_response(
    given: &Given,
    part: impl Fn(&String) -> String,
    target: impl Fn(&String) -> String,
) -> Response {
    match given {
        Given::Single { choice } => Response::Single { choice: part(choice) },
        Given::Multiple { choices } => {
            Response::Multiple { choices: choices.iter().map(part).collect() }
        }
        Given::TrueFalse { value, reason } => {
            Response::TrueFalse { value: *value, reason: reason.as_ref().map(part) }
        }
        Given::Ordering { order } => Response::Ordering { order: order.iter().map(part).collect() },
        Given::Matching { pairs } => Response::Matching {
            pairs: pairs
                .iter()
                .map(|(item, aim)| Matched { item: part(item), target: target(aim) })
                .collect(),
        },
    }
}

fn why_of(options: &[Choice], id: &str) -> (eighteen_pack::Text, bool) {
    options
        .iter()
        .find(|option| option.id == id)
        .map(|option| (option.why.clone(), option.correct))
        .unwrap_or_default()
}

fn numbered(letter: char, index: usize) -> String {
    format!("{letter}{}", index + 1)
}

/// The page's name for a part.
fn alias(order: &[String], letter: char, id: &str) -> String {
    alias_or(order, letter, id, order.len())
}

fn alias_or(order: &[String], letter: char, id: &str, otherwise: usize) -> String {
    numbered(letter, order.iter().position(|own| own == id).unwrap_or(otherwise))
}

/// The part that the page means.
fn named(order: &[String], letter: char, alias: &str) -> Result<String, UserError> {
    alias
        .strip_prefix(letter)
        .and_then(|digits| digits.parse::<usize>().ok())
        .and_then(|number| order.get(number.checked_sub(1)?))
        .cloned()
        .ok_or_else(|| {
            UserError::new(
                ErrorCode::ResponseInvalid,
                format!("the question has no part `{alias}`"),
            )
        })
}
