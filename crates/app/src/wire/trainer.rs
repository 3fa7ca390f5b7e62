//! The trainer's side: the door, people, questions, exports.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    check::{AttemptSummary, ModuleScore},
    question::{Confidence, Outcome},
};

/// Where the trainer's store stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum TrainerDoor {
    /// No trainer's store on this computer yet.
    None { min_characters: u32 },
    /// There is one, and it is locked. `wait_seconds`: how long to wait after wrong passphrases.
    Locked { wait_seconds: u32 },
    /// Open in this window. `notice`: its file was damaged and had to be set aside.
    Open { notice: Option<super::learner::StoreNotice> },
}

/// For making a store and for unlocking it.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Passphrase {
    /// Any characters; at least 15 for a new store.
    pub passphrase: String,
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Passphrase(not shown)")
    }
}

/// The people of this store.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrainerOverview {
    /// The people shown are made up.
    pub sample: bool,
    pub collected_at: Option<String>,
    /// People, and how many of them stand where over all modules.
    pub people: u32,
    pub completed_all: u32,
    pub started: u32,
    pub not_started: u32,
    pub modules: Vec<ModuleStatus>,
    pub rows: Vec<PersonRow>,
    /// Who may need help, and why.
    pub need_help: Vec<NeedsHelp>,
}

/// A module's counted status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ModuleStatus {
    pub module_id: String,
    pub number: u32,
    pub title: String,
    pub completed: u32,
    /// Began and has not passed yet.
    pub started: u32,
    pub not_started: u32,
}

/// A person with a cell for each module.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonRow {
    pub person_id: String,
    /// Absent: has given no name yet.
    pub name: Option<String>,
    /// In the order of `modules`.
    pub cells: Vec<PersonCell>,
    pub last_active: Option<String>,
}

/// How a person stands in a module.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonCell {
    pub state: super::learner::ModuleState,
    pub steps_done: u32,
    pub steps: u32,
    /// Best finished check.
    pub points: Option<f64>,
    pub of: Option<u32>,
    pub tries: u32,
}

/// A person who may need help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NeedsHelp {
    pub person_id: String,
    pub name: Option<String>,
    pub reason: HelpReason,
}

/// Why somebody may need help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum HelpReason {
    /// Two or more tries below the pass mark.
    BelowPassMark { module_number: u32, tries: u32 },
    /// Stopped in the middle more than seven days ago.
    Stopped { module_number: u32, step_number: u32, days: u32 },
    /// Sure and wrong at least twice in one module.
    SureButWrong { module_number: u32, answers: u32 },
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenPerson {
    pub person_id: String,
}

/// One person's attempts, answer by answer. Reflections and decisions are never here.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonDetail {
    pub sample: bool,
    pub person_id: String,
    pub name: Option<String>,
    /// This person still learns on this computer, and is collected again whenever the area is opened.
    pub learns_here: bool,
    pub modules: Vec<PersonModule>,
    /// Finished first, most recent first.
    pub attempts: Vec<PersonAttempt>,
}

/// A person's standing in a module.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonModule {
    pub module_id: String,
    pub number: u32,
    pub title: String,
    pub cell: PersonCell,
}

/// An attempt of a person.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonAttempt {
    pub summary: AttemptSummary,
    /// For an assessment: points by module, in the order of the course.
    pub by_module: Vec<ModuleScore>,
    pub answers: Vec<PersonAnswer>,
}

/// An answer of a person, in words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonAnswer {
    pub position: u32,
    pub item_id: String,
    pub ask: String,
    /// What was chosen, in words; absent when not answered.
    pub chosen: Option<String>,
    pub best: String,
    pub outcome: Outcome,
    pub score: f64,
    pub confidence: Option<Confidence>,
    pub elapsed_ms: u32,
    pub answered_at: Option<String>,
    /// How often it was changed before the check was finished.
    pub changes: u32,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskQuestions {
    /// Absent: all modules.
    pub module_id: Option<String>,
}

/// Questions, hardest first. First finished attempts of each person only.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionReport {
    pub sample: bool,
    pub module_id: Option<String>,
    pub modules: Vec<ModuleStatus>,
    /// First attempts that the figures rest on.
    pub attempts: u32,
    pub rows: Vec<QuestionRow>,
}

/// A question's figures, by version.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionRow {
    pub item_id: String,
    pub item_version: u32,
    pub module_id: String,
    pub module_number: u32,
    /// The format's name of the type, such as `single` or `hot-spot`.
    pub item_type: String,
    pub ask: String,
    pub answered: u32,
    pub correct: u32,
    /// Share correct (facility), 0 to 1; absent below five answers.
    pub facility: Option<f64>,
    /// Wilson's 95 % interval of it.
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub median_ms: Option<u32>,
    pub sure_but_wrong: u32,
    /// The most chosen wrong answer.
    pub top_wrong: Option<TopWrong>,
    /// Every option with its count, in the order of the pack.
    pub options: Vec<OptionCount>,
}

/// The most chosen wrong answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TopWrong {
    pub text: String,
    pub chosen: u32,
}

/// An option with its count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OptionCount {
    pub id: String,
    pub text: String,
    pub right: bool,
    pub chosen: u32,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Exported {
    pub path: String,
    pub rows: u32,
}

/// A person was taken out of the trainer's store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Forgotten {
    /// Rows of all tables.
    pub rows: u32,
    /// Copies that were removed.
    pub files: u32,
}
