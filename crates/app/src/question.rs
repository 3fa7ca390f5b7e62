//! A question as one learner meets it: parts in their drawn order, under names that say nothing.
//!
//! The pack's ids are written by people and can give an answer away (`right`, or a target that has the
//! id of its item). So the page sees `p1`, `p2` … and `t1`, `t2` … in the order shown, and responses are
//! turned back here. What is stored and marked is in the pack's own ids.

use eighteen_pack::{Body, Choice, Item, Near, plain};
use eighteen_training::{Mark, Order, Response as Given, best_response, mark, near_miss};

use crate::{
    content::{Words, drawing_art},
    course::{Course, step_link},
    error::{ErrorCode, UserError},
    wire::{
        content::{Span, Text},
        question::{
            ExplainedPart, Explanation, Idea, Landmark, Matched, Outcome, Part, Question,
            QuestionBody, Response, Reveal, Scale, Spot, StepLink,
        },
    },
};

/// A question with the order in which its parts are shown.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    pub(crate) item: Item,
    pub(crate) order: Order,
}

/// The sides of a judgement have no words of the author's; these are in the language of the course.
fn judged(value: bool) -> &'static str {
    if value { "True" } else { "False" }
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
            Body::Sorting { .. } => {
                QuestionBody::Sorting { entries: parts, groups: self.targets(words) }
            }
            Body::HotSpot { drawing, alt, spots } => QuestionBody::HotSpot {
                art: drawing_art(drawing),
                alt: alt.clone(),
                spots: self.spots(words, spots),
            },
            Body::Short { .. } => QuestionBody::Short,
            Body::Estimate(estimate) => QuestionBody::Estimate {
                unit: estimate.unit.clone(),
                low: estimate.low,
                high: estimate.high,
                scale: match estimate.scale {
                    eighteen_pack::Scale::Linear => Scale::Linear,
                    eighteen_pack::Scale::Log => Scale::Log,
                },
            },
            Body::Scenario { scene, .. } => QuestionBody::Scenario {
                scene: scene.iter().map(|text| words.text(text)).collect(),
                options: parts,
            },
        };
        Question { item_id: self.item.id.clone(), ask: words.text(&self.item.ask), body }
    }

    /// A response of the page in the pack's ids.
    pub(crate) fn read_response(&self, response: &Response) -> Result<Given, UserError> {
        let part = |id: &String| named(&self.order.parts, 'p', id);
        let target = |id: &String| named(&self.order.targets, 't', id);
        let both = |pairs: &[Matched]| -> Result<Vec<(String, String)>, UserError> {
            pairs.iter().map(|pair| Ok((part(&pair.item)?, target(&pair.target)?))).collect()
        };
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
            Response::Matching { pairs } => Given::Matching { pairs: both(pairs)? },
            Response::Sorting { pairs } => Given::Sorting { pairs: both(pairs)? },
            Response::HotSpot { spots } => {
                Given::HotSpot { spots: spots.iter().map(part).collect::<Result<_, _>>()? }
            }
            Response::Short { text } => Given::Short { text: text.clone() },
            Response::Estimate { value } => Given::Estimate { value: *value },
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
            parts: self.explained_parts(course, words, given, mark.as_ref()),
            reveal: self.reveal(words),
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
            Given::TrueFalse { value, reason: None } => judged(*value).to_owned(),
            Given::TrueFalse { value, reason: Some(reason) } => {
                format!("{}. {}", judged(*value), words(reason))
            }
            Given::Ordering { order } => order.iter().map(words).collect::<Vec<_>>().join(" → "),
            Given::Matching { pairs } | Given::Sorting { pairs } => pairs
                .iter()
                .map(|(item, target)| format!("{} = {}", words(item), self.target_words(target)))
                .collect::<Vec<_>>()
                .join("; "),
            Given::HotSpot { spots } => spots.iter().map(words).collect::<Vec<_>>().join("; "),
            Given::Short { text } => typed(text),
            Given::Estimate { value } => match &self.item.body {
                Body::Estimate(estimate) => format!("{value} {}", estimate.unit),
                _ => value.to_string(),
            },
        }
    }

    /// The best answer in words.
    pub(crate) fn best_in_words(&self) -> String {
        self.in_words(&best_response(&self.item.body))
    }

    fn parts(&self, words: &mut Words<'_>) -> Vec<Part> {
        let mut parts = Vec::new();
        for (index, id) in self.order.parts.iter().enumerate() {
            parts.push(Part { id: numbered('p', index), text: words.text(&self.said_of(id).text) });
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

    fn spots(&self, words: &mut Words<'_>, spots: &[eighteen_pack::Spot]) -> Vec<Spot> {
        let mut shown = Vec::new();
        for (index, id) in self.order.parts.iter().enumerate() {
            if let Some(spot) = spots.iter().find(|spot| spot.id == *id) {
                shown.push(Spot {
                    id: numbered('p', index),
                    text: words.text(&spot.text),
                    x: spot.x,
                    y: spot.y,
                    width: spot.width,
                    height: spot.height,
                });
            }
        }
        shown
    }

    /// Every part with its explanation, in the order shown, what has no words of its own first.
    fn explained_parts(
        &self,
        course: &Course,
        words: &mut Words<'_>,
        given: Option<&Given>,
        mark: Option<&Mark>,
    ) -> Vec<ExplainedPart> {
        let chosen = |id: &str| {
            mark.is_some_and(|mark| mark.parts.iter().any(|part| part.id == id && part.chosen))
        };
        let mut parts = match &self.item.body {
            Body::TrueFalse { answer, why_true, why_false, .. } => {
                let sides = [(true, why_true), (false, why_false)].into_iter();
                let sides = sides.map(|(side, why)| ExplainedPart {
                    chosen: chosen(&side.to_string()),
                    ..part_of(&side.to_string(), *answer == side, words.text(why))
                });
                sides.collect()
            }
            Body::Short { answer, why, near, .. } => {
                let best = ExplainedPart {
                    text: as_text(answer),
                    chosen: chosen("answer"),
                    ..part_of("answer", true, words.text(why))
                };
                let mut typed = vec![best];
                typed.extend(given.and_then(|given| explained_near(course, words, near, given)));
                typed
            }
            Body::Estimate(estimate) => vec![ExplainedPart {
                chosen: chosen("answer"),
                ..part_of("answer", true, words.text(&estimate.why))
            }],
            _ => Vec::new(),
        };
        for (index, id) in self.in_explained_order().iter().enumerate() {
            let said = self.said_of(id);
            parts.push(ExplainedPart {
                id: alias_or(&self.order.parts, 'p', id, index),
                text: words.text(&said.text),
                target: said.target.map(|target| words.text(&self.target_text(&target))),
                then: said.then.map(|then| words.text(&then)),
                idea: idea(course, said.misconception.as_deref()),
                chosen: chosen(id),
                right: said.right,
                why: words.text(&said.why),
            });
        }
        parts
    }

    fn reveal(&self, words: &mut Words<'_>) -> Option<Reveal> {
        match &self.item.body {
            Body::Short { accept, .. } => Some(Reveal::Short { accepted: accept.clone() }),
            Body::Estimate(estimate) => Some(Reveal::Estimate {
                value: estimate.value,
                tolerance: estimate.tolerance(),
                landmarks: estimate
                    .landmarks
                    .iter()
                    .map(|mark| Landmark { value: mark.value, text: words.text(&mark.text) })
                    .collect(),
            }),
            _ => None,
        }
    }

    /// An ordering is explained in its right order; everything else in the order shown.
    fn in_explained_order(&self) -> Vec<String> {
        match &self.item.body {
            Body::Ordering { entries } => entries.iter().map(|entry| entry.id.clone()).collect(),
            _ => self.order.parts.clone(),
        }
    }

    /// What the pack says of a part.
    fn said_of(&self, id: &str) -> Said {
        let found = match &self.item.body {
            Body::Single { options } | Body::Multiple { options } => Said::of_choice(options, id),
            Body::Scenario { options, .. } => Said::of_choice(options, id).map(|said| Said {
                then: options.iter().find(|option| option.id == id).map(|it| it.then.clone()),
                ..said
            }),
            Body::TrueFalse { reasons, .. } => Said::of_choice(reasons, id),
            Body::Ordering { entries } => {
                let entry = entries.iter().find(|entry| entry.id == id);
                entry.map(|entry| Said::placed(&entry.text, &entry.why, None))
            }
            Body::Matching { pairs, .. } => {
                let pair = pairs.iter().find(|pair| pair.id == id);
                pair.map(|pair| Said::placed(&pair.text, &pair.why, Some(&pair.id)))
            }
            Body::Sorting { entries, .. } => {
                let entry = entries.iter().find(|entry| entry.id == id);
                entry.map(|entry| Said::placed(&entry.text, &entry.why, Some(&entry.group)))
            }
            Body::HotSpot { spots, .. } => {
                spots.iter().find(|spot| spot.id == id).map(|spot| Said {
                    misconception: spot.misconception.clone(),
                    right: spot.correct,
                    ..Said::placed(&spot.text, &spot.why, None)
                })
            }
            Body::Short { .. } | Body::Estimate(_) => None,
        };
        found.unwrap_or_default()
    }

    fn target_text(&self, id: &str) -> eighteen_pack::Text {
        let found = match &self.item.body {
            Body::Matching { pairs, extras } => {
                let partner = pairs.iter().find(|pair| pair.id == id).map(|pair| &pair.target);
                partner.or_else(|| extras.iter().find(|one| one.id == id).map(|one| &one.text))
            }
            Body::Sorting { groups, .. } => {
                groups.iter().find(|group| group.id == id).map(|group| &group.text)
            }
            _ => None,
        };
        found.cloned().unwrap_or_default()
    }

    fn words_of(&self, id: &str) -> String {
        plain(&self.said_of(id).text)
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
    let both =
        |pairs: Vec<Matched>| pairs.into_iter().map(|pair| (pair.item, pair.target)).collect();
    Ok(match serde_json::from_str(json)? {
        Response::Single { choice } => Given::Single { choice },
        Response::Multiple { choices } => Given::Multiple { choices },
        Response::TrueFalse { value, reason } => Given::TrueFalse { value, reason },
        Response::Ordering { order } => Given::Ordering { order },
        Response::Matching { pairs } => Given::Matching { pairs: both(pairs) },
        Response::Sorting { pairs } => Given::Sorting { pairs: both(pairs) },
        Response::HotSpot { spots } => Given::HotSpot { spots },
        Response::Short { text } => Given::Short { text },
        Response::Estimate { value } => Given::Estimate { value },
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
    let both = |pairs: &[(String, String)]| {
        let pairs = pairs.iter();
        pairs.map(|(item, aim)| Matched { item: part(item), target: target(aim) }).collect()
    };
    match given {
        Given::Single { choice } => Response::Single { choice: part(choice) },
        Given::Multiple { choices } => {
            Response::Multiple { choices: choices.iter().map(part).collect() }
        }
        Given::TrueFalse { value, reason } => {
            Response::TrueFalse { value: *value, reason: reason.as_ref().map(part) }
        }
        Given::Ordering { order } => Response::Ordering { order: order.iter().map(part).collect() },
        Given::Matching { pairs } => Response::Matching { pairs: both(pairs) },
        Given::Sorting { pairs } => Response::Sorting { pairs: both(pairs) },
        Given::HotSpot { spots } => Response::HotSpot { spots: spots.iter().map(part).collect() },
        Given::Short { text } => Response::Short { text: text.clone() },
        Given::Estimate { value } => Response::Estimate { value: *value },
    }
}

/// What a pack says of one part of a question.
#[derive(Default)]
struct Said {
    text: eighteen_pack::Text,
    why: eighteen_pack::Text,
    right: bool,
    /// The id of the right target or group.
    target: Option<String>,
    then: Option<eighteen_pack::Text>,
    misconception: Option<String>,
}

impl Said {
    fn of_choice(options: &[Choice], id: &str) -> Option<Self> {
        options.iter().find(|option| option.id == id).map(|option| Self {
            right: option.correct,
            misconception: option.misconception.clone(),
            ..Self::placed(&option.text, &option.why, None)
        })
    }

    fn placed(
        text: &eighteen_pack::Text,
        why: &eighteen_pack::Text,
        target: Option<&String>,
    ) -> Self {
        Self {
            text: text.clone(),
            why: why.clone(),
            right: true,
            target: target.cloned(),
            ..Self::default()
        }
    }
}

fn part_of(id: &str, right: bool, why: Text) -> ExplainedPart {
    ExplainedPart {
        id: id.to_owned(),
        text: Text::new(),
        target: None,
        then: None,
        idea: None,
        chosen: false,
        right,
        why,
    }
}

/// A typed answer that is wrong in a way that the question explains.
fn explained_near(
    course: &Course,
    words: &mut Words<'_>,
    near: &[Near],
    given: &Given,
) -> Option<ExplainedPart> {
    let Given::Short { text } = given else { return None };
    let missed = &near[near_miss(near, text)?];
    Some(ExplainedPart {
        text: as_text(&typed(text)),
        chosen: true,
        idea: idea(course, missed.misconception.as_deref()),
        ..part_of("near", false, words.text(&missed.why))
    })
}

/// The wrong idea behind a part, where the course names it.
fn idea(course: &Course, misconception: Option<&str>) -> Option<Idea> {
    let id = misconception?;
    let found = course.pack.misconceptions.iter().find(|idea| idea.id == id)?;
    Some(Idea { says: found.says.clone(), truth: found.truth.clone() })
}

/// What somebody typed, on one line and without characters that nobody sees.
fn typed(text: &str) -> String {
    let is_seen = |sign: &char| {
        !sign.is_control()
            && !matches!(sign, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let words = text.split_whitespace().map(|word| word.chars().filter(is_seen).collect());
    words.collect::<Vec<String>>().join(" ")
}

fn as_text(words: &str) -> Text {
    vec![Span::Text { text: words.to_owned() }]
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
