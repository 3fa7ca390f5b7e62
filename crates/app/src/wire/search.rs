//! Glossary and search.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::question::StepLink;

/// Every term, in the order of the alphabet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Glossary {
    pub terms: Vec<GlossaryTerm>,
}

/// A term with the steps that use it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GlossaryTerm {
    pub id: String,
    pub term: String,
    pub means: String,
    /// Other forms.
    pub also: Vec<String>,
    pub example: Option<String>,
    /// In the order of the course.
    pub steps: Vec<StepLink>,
}

/// What somebody looks for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AskSearch {
    pub query: String,
    /// The attempt of which a question or the review is on the page, if one is.
    pub attempt_id: Option<String>,
}

/// What was found, best first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Found {
    pub hits: Vec<SearchHit>,
    /// There is more than these.
    pub more: bool,
    /// Terms that are spelled much like the query; only when there is no hit.
    pub nearest: Vec<NearTerm>,
    /// A question of a check is open: only the glossary was searched.
    pub glossary_only: bool,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchHit {
    pub target: SearchTarget,
    pub title: String,
    pub snippet: Vec<SnippetPart>,
}

/// Where a hit leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum SearchTarget {
    Term {
        term_id: String,
    },
    Step {
        step: StepLink,
    },
    /// A question that this learner has seen explained; it leads to the step that teaches it.
    Question {
        step: StepLink,
    },
}

/// Words around what was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SnippetPart {
    pub text: String,
    /// These are the words that were looked for.
    pub found: bool,
}

/// A term that is spelled much like the query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NearTerm {
    pub term_id: String,
    pub term: String,
}
