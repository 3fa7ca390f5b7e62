//! The final check: taking it, reviewing it, its result.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    content::Text,
    question::{Answered, Confidence, Explanation, Outcome, Question, Response, StepLink},
};

/// What an attempt is for. An assessment has its own id and title in the place of the module's, and the
/// number 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum AttemptForm {
    Check,
    TestOut,
    Assessment,
}

/// When answers are explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Feedback {
    After,
    /// After each answer, which can then no longer be changed.
    AtOnce,
}

/// A finished or unfinished attempt in one line.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttemptSummary {
    pub attempt_id: String,
    pub form: AttemptForm,
    pub module_id: String,
    pub module_number: u32,
    pub module_title: String,
    /// 1 for the first try.
    pub try_number: u32,
    pub pack_version: u32,
    pub started_at: String,
    pub finished_at: Option<String>,
    /// Points reached; partial credit makes halves and thirds.
    pub points: f64,
    pub of: u32,
    pub pass_points: u32,
    pub passed: bool,
    /// From start to finish, without the time it lay open unattended: the sum of the answers' times.
    pub elapsed_ms: u32,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StartCheck {
    pub module_id: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenAttempt {
    pub attempt_id: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenQuestion {
    pub attempt_id: String,
    /// 1 for the first.
    pub position: u32,
}

/// A check at one of its questions.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckView {
    pub attempt_id: String,
    pub form: AttemptForm,
    pub feedback: Feedback,
    pub module_id: String,
    pub module_number: u32,
    pub module_title: String,
    pub position: u32,
    pub of: u32,
    pub answered: u32,
    pub question: Question,
    /// What was answered before; can be changed until the check is finished, unless it is explained.
    pub response: Option<Response>,
    pub confidence: Option<Confidence>,
    /// With feedback at once: the committed answer with its explanation.
    pub answered_with: Option<Box<Answered>>,
    pub flagged: bool,
    pub lang: String,
    pub dir: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordAnswer {
    pub attempt_id: String,
    pub position: u32,
    pub item_id: String,
    pub response: Response,
    pub confidence: Option<Confidence>,
    pub elapsed_ms: u32,
}

/// An answer that has been committed, and where to go on.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerSaved {
    pub answer_id: String,
    pub saved_at: String,
    /// The next question; absent after the last: review.
    pub next: Option<CheckView>,
    /// With feedback at once: the answer with its explanation.
    pub answered_with: Option<Box<Answered>>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FlagQuestion {
    pub attempt_id: String,
    pub position: u32,
    pub flagged: bool,
}

/// The page before finishing.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckReview {
    pub attempt_id: String,
    pub form: AttemptForm,
    pub feedback: Feedback,
    pub module_id: String,
    pub module_number: u32,
    pub module_title: String,
    pub rows: Vec<ReviewRow>,
    pub lang: String,
    pub dir: String,
}

/// A question on the page before finishing.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReviewRow {
    pub position: u32,
    pub question: Question,
    pub response: Option<Response>,
    pub flagged: bool,
}

/// The result. Leads with what to revisit.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckResult {
    pub summary: AttemptSummary,
    /// Steps to revisit, those behind sure-but-wrong answers first.
    pub revisit: Vec<Revisit>,
    pub questions: Vec<ResultQuestion>,
    /// Tries that are left; absent when there is no limit.
    pub tries_left: Option<u32>,
    /// When the next try opens, while there is a pause.
    pub opens_at: Option<String>,
    /// For a passed pre-check: the minutes that the unread steps would have taken.
    pub saved_minutes: Option<u32>,
    /// For an assessment: points by module, in the order of the course.
    pub by_module: Vec<ModuleScore>,
    /// Other finished tries of this check, oldest first.
    pub other_tries: Vec<AttemptSummary>,
    pub lang: String,
    pub dir: String,
}

/// What an assessment says of one module.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ModuleScore {
    pub module_id: String,
    pub module_number: u32,
    pub title: String,
    pub points: f64,
    pub of: u32,
}

/// A final assessment before it is started or continued.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AssessmentOverview {
    pub title: String,
    pub about: String,
    pub check: super::learner::CheckTerms,
    /// Modules that are completed or shown to be known.
    pub modules_done: u32,
    pub modules: u32,
    /// Finished attempts, oldest first.
    pub attempts: Vec<AttemptSummary>,
    pub lang: String,
    pub dir: String,
}

/// A step to revisit, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Revisit {
    pub step: StepLink,
    /// Positions of the questions behind it.
    pub positions: Vec<u32>,
    /// One of them was answered wrong with "sure".
    pub sure_but_wrong: bool,
}

/// A question with its explanation.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ResultQuestion {
    pub position: u32,
    pub ask: Text,
    pub question: Question,
    pub response: Option<Response>,
    pub confidence: Option<Confidence>,
    pub outcome: Outcome,
    pub explanation: Explanation,
}
