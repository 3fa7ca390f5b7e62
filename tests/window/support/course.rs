//! The answers of the course: what is right, and what is surely wrong.
//!
//! The page knows the parts of a question by names that say nothing, so they are found by their words.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use eighteen_pack::{Body, Choice, Span, load_dir, plain, read};
use harness::root;
use serde_json::{Value, json};

/// How an answer is meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meant {
    /// All of it right.
    Right,
    /// All of it wrong.
    Wrong,
}

/// Every question of the course that ships, by id.
pub(crate) struct Course(BTreeMap<String, Body>);

impl Course {
    /// Reads it from the checkout; the program carries the same.
    pub(crate) fn shipped() -> Result<Self> {
        let (pack, problems) = read(&load_dir(&root().join("content/eighteen-days"))?);
        let pack = pack.with_context(|| format!("the course has problems: {problems:?}"))?;
        let items = pack.modules.into_iter().flat_map(|module| module.quiz.items);
        Ok(Self(items.map(|item| (item.id, item.body)).collect()))
    }

    /// Pieces of the explanations of a question, long enough to stand nowhere else.
    pub(crate) fn explanations(&self, item: &str) -> Result<Vec<String>> {
        let body = self.0.get(item).with_context(|| format!("the course has no {item}"))?;
        let mut pieces = Vec::new();
        explained(&serde_json::to_value(body)?, &mut pieces);
        Ok(pieces)
    }

    /// A response to a question of the page, in the names of the page.
    pub(crate) fn response(&self, question: &Value, meant: Meant) -> Result<Value> {
        let item = question["itemId"].as_str().context("a question has an id")?;
        let body = self.0.get(item).with_context(|| format!("the course has no {item}"))?;
        let shown = &question["body"];
        let right = meant == Meant::Right;
        Ok(match body {
            Body::Single { options } | Body::Scenario { options, .. } => {
                json!({ "kind": "single", "choice": picked(&shown["options"], options, right)?.first() })
            }
            Body::Multiple { options } => {
                json!({ "kind": "multiple", "choices": picked(&shown["options"], options, right)? })
            }
            Body::TrueFalse { answer, reasons, .. } => json!({
                "kind": "trueFalse", "value": *answer == right,
                "reason": picked(&shown["reasons"], reasons, right)?.first(),
            }),
            Body::Ordering { entries } => {
                let order = entries.iter().map(|entry| named(&shown["entries"], &entry.text));
                let order = turned(order.collect::<Result<_>>()?, right);
                json!({ "kind": "ordering", "order": order })
            }
            Body::Matching { pairs, .. } => {
                let items = pairs.iter().map(|pair| named(&shown["items"], &pair.text));
                let targets = pairs.iter().map(|pair| named(&shown["targets"], &pair.target));
                let targets = turned(targets.collect::<Result<_>>()?, right);
                let pairs = items
                    .zip(targets)
                    .map(|(item, target)| Ok(json!({ "item": item?, "target": target })));
                json!({ "kind": "matching", "pairs": pairs.collect::<Result<Vec<Value>>>()? })
            }
            Body::Sorting { groups, entries } => {
                let pairs = entries.iter().map(|entry| {
                    let group = groups.iter().find(|group| (group.id == entry.group) == right);
                    let group = group.context("there are several groups")?;
                    let item = named(&shown["entries"], &entry.text)?;
                    let target = named(&shown["groups"], &group.text)?;
                    Ok(json!({ "item": item, "target": target }))
                });
                json!({ "kind": "sorting", "pairs": pairs.collect::<Result<Vec<Value>>>()? })
            }
            Body::HotSpot { spots, .. } => {
                let spots = spots.iter().filter(|spot| spot.correct == right);
                let spots = spots.map(|spot| named(&shown["spots"], &spot.text));
                json!({ "kind": "hotSpot", "spots": spots.collect::<Result<Vec<String>>>()? })
            }
            Body::Short { answer, .. } => {
                let text = if right { answer.to_uppercase() } else { "no idea".to_owned() };
                json!({ "kind": "short", "text": text })
            }
            Body::Estimate(estimate) => {
                let value = if right { estimate.value } else { estimate.value * 4.0 };
                json!({ "kind": "estimate", "value": value })
            }
        })
    }
}

fn picked(shown: &Value, choices: &[Choice], right: bool) -> Result<Vec<String>> {
    let choices = choices.iter().filter(|choice| choice.correct == right);
    choices.map(|choice| named(shown, &choice.text)).collect()
}

/// What stands under `why`, wherever that is. HTML writes some signs in another way.
fn explained(value: &Value, pieces: &mut Vec<String>) {
    for (name, inner) in value.as_object().into_iter().flatten() {
        let spans = inner.as_array().filter(|_| name == "why").into_iter().flatten();
        let words = spans.filter_map(|span| span["text"].as_str()).map(str::trim);
        let long = words.filter(|words| words.len() > 24 && !words.contains(['&', '<', '>']));
        pieces.extend(long.map(str::to_owned));
        explained(inner, pieces);
    }
    value.as_array().into_iter().flatten().for_each(|inner| explained(inner, pieces));
}

/// As it should be, or with nothing in its place.
fn turned(mut ids: Vec<String>, right: bool) -> Vec<String> {
    if !right {
        ids.rotate_left(1);
    }
    ids
}

/// The page's name for the part with these words.
fn named(shown: &Value, words: &[Span]) -> Result<String> {
    let words = plain(words);
    let parts = shown.as_array().context("a question shows its parts")?;
    let part = parts.iter().find(|part| words_of(&part["text"]) == words);
    let part = part.with_context(|| format!("the page shows {words:?}"))?;
    Ok(part["id"].as_str().unwrap_or_default().to_owned())
}

fn words_of(spans: &Value) -> String {
    spans.as_array().into_iter().flatten().filter_map(|span| span["text"].as_str()).collect()
}
