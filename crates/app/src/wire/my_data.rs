//! My data: taking it away, erasing it, and what a trainer can see of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    check::AttemptForm,
    learner::{Learner, Startup},
    question::{Confidence, Outcome},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RecordFormat {
    Csv,
    Json,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveRecord {
    pub format: RecordFormat,
}

/// The words of the page that people read in the file, in the language of the interface.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportWords {
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    pub title: String,
    /// Who and when.
    pub made: String,
    /// What each file of the archive is, one line each.
    pub files: Vec<String>,
    pub modules: String,
    pub checks: String,
    pub check: String,
    pub pre_check: String,
    pub inbox: String,
    pub round: String,
    pub caught: String,
    pub false_alarms: String,
    pub ultimatum: String,
    pub role: String,
    pub ended: String,
    pub refresher: String,
    pub cards: String,
    pub reflections: String,
    /// Heading of the tables as they are kept.
    pub everything: String,
    pub everything_note: String,
    pub nothing: String,
    pub module: String,
    pub status: String,
    pub version: String,
    pub try_number: String,
    pub result: String,
    pub date: String,
    pub question: String,
    pub chosen: String,
    pub best: String,
    pub confidence: String,
    pub written: String,
    pub seconds: String,
    pub not_started: String,
    pub started: String,
    pub steps_done: String,
    pub known: String,
    pub completed: String,
    pub passed: String,
    pub not_yet: String,
    pub right: String,
    pub partly: String,
    pub wrong: String,
    pub unanswered: String,
    pub sure: String,
    pub think: String,
    pub guess: String,
}

/// What erasing would take away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ErasePreview {
    /// Absent: nobody is learning, and there is nothing to erase.
    pub learner: Option<Learner>,
    /// Rows of the learner in each table that has any.
    pub tables: Vec<TableCount>,
    /// Copies of the file and damaged files that were set aside; they hold everybody of this computer.
    pub files: u32,
    /// Others who learn on this computer. Their rows stay.
    pub others: u32,
    /// A trainer's area is kept on this computer. What it has collected stays in it.
    pub trainer_store: bool,
    pub data_dir: String,
}

/// How many rows of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TableCount {
    pub table: String,
    pub rows: u32,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EraseMe {
    /// Who the page thinks is learning: nobody else is erased.
    pub learner_id: String,
}

/// What was erased, and who is left.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ErasedMe {
    pub rows: u32,
    pub files: u32,
    pub trainer_store: bool,
    pub startup: Startup,
}

/// What a trainer of this computer gets when results are collected: all of it, and nothing else.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrainerView {
    /// Absent before anything was done: nothing is collected then.
    pub person: Option<SeenPerson>,
    pub progress: Vec<SeenProgress>,
    /// Steps done, in the order of the course.
    pub steps: Vec<SeenStep>,
    /// Final checks, pre-checks that were passed and assessments, most recent first.
    pub checks: Vec<SeenCheck>,
    /// Judgements of the inbox.
    pub judged: Vec<SeenJudgement>,
    /// Answers of the refresher.
    pub recalled: Vec<SeenRecall>,
    /// What the learner said about sharing decisions without her name.
    pub sharing: super::practised::Sharing,
    /// Decisions of the ultimatum that go without her name; none unless she said yes.
    pub forks: Vec<SeenFork>,
    /// Steps that a trainer assigned and that were done again.
    pub revisits: Vec<SeenRevisit>,
    /// A trainer's area is kept on this computer.
    pub trainer_store: bool,
}

/// An assigned step that was done again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SeenRevisit {
    /// Its title; its id when the course no longer has it.
    pub module: String,
    pub step: String,
    pub done_at: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SeenPerson {
    pub id: String,
    pub name: Option<String>,
    pub last_active: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SeenProgress {
    /// Its title; its id when the course no longer has it.
    pub module: String,
    pub steps_done: u32,
    /// The step where the learner stopped; its id when the course no longer has it.
    pub at_step: String,
    pub opened_at: String,
}

/// A step that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SeenStep {
    /// Titles; ids where the course no longer has them.
    pub module: String,
    pub step: String,
    pub done_at: String,
    pub elapsed_ms: u32,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SeenCheck {
    pub attempt_id: String,
    pub form: AttemptForm,
    /// Title of the module or of the assessment; its id when the course no longer has it.
    pub module: String,
    pub pack_version: u32,
    pub try_number: u32,
    pub started_at: String,
    pub finished_at: Option<String>,
    /// Absent while it is open.
    pub points: Option<f64>,
    pub pass_points: u32,
    pub passed: Option<bool>,
    pub answers: Vec<SeenAnswer>,
}

/// One row of the answers: a changed answer is another row.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SeenAnswer {
    pub answer_id: String,
    pub position: u32,
    pub ask: String,
    pub chosen: String,
    pub outcome: Outcome,
    pub confidence: Option<Confidence>,
    pub elapsed_ms: u32,
    pub answered_at: String,
}

/// A judgement of the inbox, without its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SeenJudgement {
    pub round_number: u32,
    /// The message's subject; its id when the course no longer has it.
    pub subject: String,
    pub judgement: super::inbox::InboxJudgement,
    pub outcome: super::inbox::InboxOutcome,
    pub elapsed_ms: u32,
}

/// An answer of the refresher, without its words and its day.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SeenRecall {
    /// The question; its id when the course no longer has it.
    pub ask: String,
    /// Days after the answer in the check.
    pub after_days: u32,
    pub outcome: Outcome,
}

/// A decision of the ultimatum that goes without a name and without a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SeenFork {
    /// The role's title; its id when the course no longer has it, and so with the others.
    pub role: String,
    pub position: u32,
    pub ask: String,
    pub chosen: String,
    pub seconds: u32,
    pub reversed: bool,
}
