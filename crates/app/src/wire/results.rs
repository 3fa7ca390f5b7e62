//! Trainers' keys, result files, and what is found when they are collected.

use eighteen_exchange::history::FindingKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The trainers that results can be saved for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MyTrainers {
    pub trainers: Vec<KnownTrainer>,
}

/// A trainer who is trusted on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KnownTrainer {
    pub public_key: String,
    pub name: String,
    /// Six words.
    pub fingerprint: String,
    pub trusted_at: String,
}

/// A key file that somebody chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum OpenedTrainerKey {
    /// Not a trainer's key file.
    NotOne,
    Found {
        public_key: String,
        name: String,
        fingerprint: String,
    },
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrustKey {
    pub public_key: String,
    pub name: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublicKeyOf {
    pub public_key: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveTrainerKey {
    /// What learners read.
    pub name: String,
}

/// The key by which learners know this trainer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrainerKey {
    /// Empty until it is given.
    pub name: String,
    /// Six words.
    pub fingerprint: String,
}

/// The page for collecting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CollectPage {
    pub key: TrainerKey,
    /// The folder that is looked through on each visit.
    pub folder: Option<String>,
    /// That folder cannot be read now.
    pub folder_missing: bool,
    /// Made-up people are in the store, so nothing is taken in.
    pub sample: bool,
    pub files: Vec<FoundFile>,
}

/// A file that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundFile {
    /// Its place among the files that were looked at.
    pub index: u32,
    pub file: String,
    pub state: FoundState,
    pub name: Option<String>,
    pub made_at: Option<String>,
    /// Finished checks in it.
    pub checks: u32,
    /// What the file shows by itself.
    pub findings: Vec<FindingWord>,
}

/// What a file would add, or did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum FoundState {
    /// The first file of this person.
    New,
    /// A further file of a person.
    Updated,
    /// It was collected before, or is in the list twice.
    Same,
    Collected,
    Rejected {
        why: FileRefused,
    },
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FileRefused {
    NotReadable,
    TooLong,
    DoesNotOpen,
    Newer,
    NotOne,
    Signature,
    ForAnother,
    /// It is not what it was when it was looked at.
    Changed,
    /// Made-up people are in the store.
    Sample,
}

/// What files show, as facts about files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FindingWord {
    Gap,
    Edited,
    Rollback,
    Fork,
    Foreign,
}

impl From<FindingKind> for FindingWord {
    fn from(kind: FindingKind) -> Self {
        match kind {
            FindingKind::Gap => Self::Gap,
            FindingKind::Edited => Self::Edited,
            FindingKind::Rollback => Self::Rollback,
            FindingKind::Fork => Self::Fork,
            FindingKind::Foreign => Self::Foreign,
        }
    }
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CollectFiles {
    /// Of files that were looked at.
    pub indexes: Vec<u32>,
}

/// What the files of a person show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonHistory {
    /// Files that were collected of this person.
    pub files: u32,
    /// Checks that came from a record store as statements, which no computer signed.
    pub unsigned_checks: u32,
    /// How often the app put a copy of the store back, which explains itself.
    pub restored: u32,
    pub findings: Vec<PersonFinding>,
}

/// A fact about the files of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonFinding {
    pub kind: FindingWord,
    /// The place in the history; 0 where it is about no place.
    pub check_number: u32,
    pub at: Option<String>,
}
