//! A question without its key, a response, and what is said about it afterwards.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::content::{Art, ClaimCard, Text};

/// A question as the learner meets it. Parts stand in the order drawn for this attempt.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Question {
    pub item_id: String,
    pub ask: Text,
    pub body: QuestionBody,
}

/// The parts that the question's type shows.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum QuestionBody {
    Single { options: Vec<Part> },
    Multiple { options: Vec<Part> },
    TrueFalse { reasons: Vec<Part> },
    Ordering { entries: Vec<Part> },
    Matching { items: Vec<Part>, targets: Vec<Part> },
    Sorting { entries: Vec<Part>, groups: Vec<Part> },
    HotSpot { art: Art, alt: String, spots: Vec<Spot> },
    Short,
    Estimate { unit: String, low: f64, high: f64, scale: Scale },
    Scenario { scene: Vec<Text>, options: Vec<Part> },
}

/// An area of a drawing, in the drawing's units; numbered in the order of the list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Spot {
    pub id: String,
    pub text: Text,
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// How the rule of an estimate is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Scale {
    Linear,
    Log,
}

/// An option, a reason, an entry, an item or a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Part {
    pub id: String,
    pub text: Text,
}

/// What a learner answers. To a scenario it is a single choice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
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
    Sorting { pairs: Vec<Matched> },
    HotSpot { spots: Vec<String> },
    Short { text: String },
    Estimate { value: f64 },
}

/// An item or entry, and the target or group chosen for it.
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
    /// ids `true` and `false` and no words of their own. For what was typed there is one with the id
    /// `answer`, and one with the id `near` when the answer is a wrong one that is explained.
    pub parts: Vec<ExplainedPart>,
    /// What else is shown with the answer, for questions that are typed.
    pub reveal: Option<Reveal>,
    /// The step that teaches it.
    pub step: StepLink,
    /// Claims that it rests on, and those that the explanations name.
    pub claims: Vec<ClaimCard>,
}

/// What is shown with the answer to a question that is typed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Reveal {
    /// Every form that counts as right.
    Short { accepted: Vec<String> },
    /// The number, how far from it a full answer may lie, and numbers to compare with.
    Estimate { value: f64, tolerance: f64, landmarks: Vec<Landmark> },
}

/// A number to compare with.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Landmark {
    pub value: f64,
    pub text: Text,
}

/// The wrong idea behind a part, and what is right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Idea {
    pub says: String,
    pub truth: String,
}

/// A part with its explanation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExplainedPart {
    pub id: String,
    pub text: Text,
    /// For a matching or sorting: the words of the right target or group.
    pub target: Option<Text>,
    /// For a scenario: what follows from it.
    pub then: Option<Text>,
    /// The wrong idea behind it, where the course names one.
    pub idea: Option<Idea>,
    /// The learner chose it (in an ordering, matching or sorting: put it in its right place).
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
