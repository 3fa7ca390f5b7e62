//! Assignments, on the trainer's side and on the learner's.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::roster::Group;

/// The assignments of this store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Assignments {
    pub sample: bool,
    /// `2026-11-23`.
    pub today: String,
    /// What learners read as the sender; empty until given.
    pub from: String,
    /// Six words that stand for the key of this store.
    pub fingerprint: String,
    /// Those that stand, due first before the others.
    pub rows: Vec<Assignment>,
}

/// An assignment and how far people are with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Assignment {
    pub assignment_id: String,
    pub parts: Vec<AssignedPart>,
    pub everybody: bool,
    /// Names of the groups it is for.
    pub groups: Vec<String>,
    /// People named besides the groups.
    pub named: u32,
    /// Absent where no person is shown.
    pub far: Option<HowFar>,
    pub due: String,
    /// Days until it is due; below zero afterwards.
    pub days_left: i32,
    pub message: Option<String>,
}

/// People of an assignment, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HowFar {
    /// All whom it is for.
    pub people: u32,
    pub completed: u32,
    pub started: u32,
    pub not_started: u32,
}

/// A module or a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AssignedPart {
    pub module_id: String,
    pub module_number: u32,
    pub module_title: String,
    /// Absent: the whole module.
    pub step_id: Option<String>,
    pub step_title: Option<String>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskAssignmentForm {
    /// People chosen before.
    pub person_ids: Vec<String>,
}

/// What the form for an assignment needs to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AssignmentForm {
    pub sample: bool,
    pub today: String,
    pub modules: Vec<AssignableModule>,
    /// None where no person is shown: there, everybody is assigned to or nobody.
    pub groups: Vec<Group>,
    /// Everybody of this store; absent where no person is shown.
    pub people: Option<u32>,
    /// Those chosen before, who are still there.
    pub chosen: Vec<ChosenPerson>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AssignableModule {
    pub module_id: String,
    pub number: u32,
    pub title: String,
    pub steps: Vec<AssignableStep>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AssignableStep {
    pub step_id: String,
    pub number: u32,
    pub title: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChosenPerson {
    pub person_id: String,
    pub name: Option<String>,
}

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MakeAssignment {
    pub parts: Vec<PartToAssign>,
    pub everybody: bool,
    pub group_ids: Vec<String>,
    pub person_ids: Vec<String>,
    /// `2026-12-04`, today or later.
    pub due: String,
    /// At most 300 characters.
    pub message: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PartToAssign {
    pub module_id: String,
    /// Absent: the whole module.
    pub step_id: Option<String>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenAssignment {
    pub assignment_id: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NameTrainer {
    /// At most 80 characters.
    pub name: String,
}

/// What a learner was assigned and has not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AssignedToMe {
    pub part: AssignedPart,
    pub due: String,
    /// Days until it is due; below zero afterwards.
    pub days_left: i32,
    pub message: Option<String>,
    /// Who assigned it.
    pub from: String,
}

/// A file of assignments that was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum OpenedAssignments {
    /// Nobody has said yet whether this trainer is trusted; nothing was taken.
    Unknown { from: String, fingerprint: String, made_at: String },
    /// Taken. `mine`: what is in it for the learner and not done.
    Taken { from: String, fingerprint: String, made_at: String, mine: Vec<AssignedToMe> },
    /// Not taken; nothing was changed.
    Refused { why: AssignmentFileFault },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum AssignmentFileFault {
    /// Another kind of file.
    NotOurs,
    /// Made by a later version of the app.
    Newer,
    /// Not as it was when it was signed.
    Changed,
    /// A later file of the same trainer was opened before.
    Older,
    /// The system could not read the file.
    NotReadable,
}
