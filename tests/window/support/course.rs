//! The answers of the course: what is right, and what is surely wrong.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use eighteen_pack::{Body, Choice, load_dir, read};
use harness::root;
use serde_json::{Value, json};

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

    /// The right response to a question.
    pub(crate) fn right(&self, item: &str) -> Result<Value> {
        self.response(item, true)
    }

    /// A response that earns nothing.
    pub(crate) fn wrong(&self, item: &str) -> Result<Value> {
        self.response(item, false)
    }

    fn response(&self, item: &str, right: bool) -> Result<Value> {
        let body = self.0.get(item).with_context(|| format!("the course has no {item}"))?;
        Ok(match body {
            Body::Single { options } => {
                json!({ "kind": "single", "choice": picked(options, right).first() })
            }
            Body::Multiple { options } => {
                json!({ "kind": "multiple", "choices": picked(options, right) })
            }
            Body::TrueFalse { answer, reasons, .. } => json!({
                "kind": "trueFalse", "value": *answer == right,
                "reason": picked(reasons, right).first(),
            }),
            Body::Ordering { entries } => {
                let order = turned(entries.iter().map(|entry| &entry.id).collect(), right);
                json!({ "kind": "ordering", "order": order })
            }
            Body::Matching { pairs, .. } => {
                let items: Vec<&String> = pairs.iter().map(|pair| &pair.id).collect();
                let targets = turned(items.clone(), right);
                let pairs: Vec<Value> = items
                    .iter()
                    .zip(targets)
                    .map(|(item, target)| json!({ "item": item, "target": target }))
                    .collect();
                json!({ "kind": "matching", "pairs": pairs })
            }
        })
    }
}

fn picked(choices: &[Choice], right: bool) -> Vec<&String> {
    choices.iter().filter(|choice| choice.correct == right).map(|choice| &choice.id).collect()
}

/// As it should be, or with nothing in its place.
fn turned(mut ids: Vec<&String>, right: bool) -> Vec<&String> {
    if !right {
        ids.rotate_left(1);
    }
    ids
}
