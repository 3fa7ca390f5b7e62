//! A question without its key, a response, and what is said about it afterwards.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::content::{ClaimCard, Text};

/// A question as the learner meets it. Parts stand in the order drawn for this attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Question {
    pub item_id: String,
    pub ask: Text,
    pub body: QuestionBody,
}

/// The parts that the question's type shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum QuestionBody {
    Single { options: Vec<Part> },
    Multiple { options: Vec<Part> },
    TrueFalse { reasons: Vec<Part> },
    Ordering { entries: Vec<Part> },
    Matching { items: Vec<Part>, targets: Vec<Part> },
}

/// An option, a reason, an entry, an item or a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Part {
    pub id: String,
    pub text: Text,
}

/// What a learner answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Response {
    Single { choice: String },
    Multiple { choices: Vec<String> },
    TrueFalse { value: bool, reason: Option<String> },
    Ordering { order: Vec<String> },
    Matching { pairs: Vec<Matched> },
}

/// An item and the target chosen for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Matched {
    pub item: String,
    pub target: String,
}

/// How sure the learner is. Never costs marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    Sure,
    Think,
    Guess,
}

/// How an answer was marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    Right,
    Partly,
    Wrong,
    /// Never answered.
    Unanswered,
}

/// An answer that has been saved, with its explanation.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Answered {
    pub answer_id: String,
    pub saved_at: String,
    pub response: Response,
    pub confidence: Option<Confidence>,
    pub explanation: Explanation,
}

/// What there is to say about a question and an answer to it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    pub outcome: Outcome,
    /// 0 to 1.
    pub score: f64,
    /// The best answer, in the same form as a response.
    pub best: Response,
    /// Every part with its explanation, in the order shown. For true/false the first two have the
    /// ids `true` and `false` and no words of their own.
    pub parts: Vec<ExplainedPart>,
    /// The step that teaches it.
    pub step: StepLink,
    /// Claims that it rests on, and those that the explanations name.
    pub claims: Vec<ClaimCard>,
}

/// A part with its explanation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExplainedPart {
    pub id: String,
    pub text: Text,
    /// For a matching: the right target's words.
    pub target: Option<Text>,
    /// The learner chose it (in an ordering or matching: put it in its right place).
    pub chosen: bool,
    /// It is right to choose it.
    pub right: bool,
    pub why: Text,
}

/// A step to go to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StepLink {
    pub module_id: String,
    pub module_number: u32,
    pub step_id: String,
    /// 1 for the first.
    pub step_number: u32,
    pub title: String,
    pub minutes: u32,
}
