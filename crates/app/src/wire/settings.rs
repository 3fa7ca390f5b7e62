//! Settings of this computer, and what About says.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::wire::packs::PackSigner;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// Follow the system, or always on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Preference {
    #[default]
    System,
    On,
}

/// The face that lessons are set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ReadingFont {
    #[default]
    Serif,
    Sans,
}

/// Settings of this computer. Saved at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Settings {
    /// BCP 47: `en-GB`, or a pseudo-locale, `en-XA` (long) or `ar-XB` (right to left).
    /// Empty: the system's language, or English.
    pub language: String,
    /// 100 to 200 in steps of 10.
    pub text_percent: u32,
    pub theme: Theme,
    pub more_contrast: Preference,
    pub less_motion: Preference,
    pub reading_font: ReadingFont,
    /// Digit keys choose an option while focus is inside a question.
    pub single_keys: bool,
    /// The trainer's area stands in the rail.
    pub trainer_area: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: String::new(),
            text_percent: 100,
            theme: Theme::System,
            more_contrast: Preference::System,
            less_motion: Preference::System,
            reading_font: ReadingFont::Serif,
            single_keys: true,
            trainer_area: true,
        }
    }
}

/// What this installation is and where it keeps its files.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct About {
    pub version: String,
    pub data_dir: String,
    pub system: String,
    pub sqlite: String,
    pub course: super::learner::Course,
    pub learners: u32,
    pub answers: u32,
}

/// What the organisation has decided for this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PolicyShown {
    /// The file; absent where no organisation has said anything.
    pub place: Option<String>,
    /// Whose signature makes it count; absent where it lies in an administrator's folder.
    pub signed_by: Option<PackSigner>,
    /// Empty when the policy could not be read.
    pub organisation: String,
    /// Whom to ask, in the organisation's words.
    pub contact: Option<String>,
    /// Why nothing of the policy counts; empty when it does.
    pub problems: Vec<PolicyProblem>,
    /// Keys and packs of the policy that could not be provided.
    pub not_provided: Vec<NotProvided>,
    pub locked: Vec<LockedSetting>,
    /// People of the smallest group that trainers' stores made here may show.
    pub smallest_group: Option<u32>,
    /// Days without activity after which a learner is erased.
    pub learner_days: Option<u32>,
    /// Days without activity after which a person is erased from a trainer's store.
    pub trainer_days: Option<u32>,
    /// What was erased on this computer because its time was over, the newest last.
    pub erased: Vec<ErasedOnTime>,
    /// The same of the trainer's store, while it is open.
    pub erased_by_trainer: Vec<ErasedOnTime>,
}

/// People that were erased because the policy's time was over. Nothing says who they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ErasedOnTime {
    /// The day, as `2026-11-23`.
    pub day: String,
    pub people: u32,
    pub rows: u32,
    /// Copies and files set aside that went with them.
    pub files: u32,
}

/// Something that is wrong with a policy, in the words of whoever writes policies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PolicyProblem {
    pub line: u32,
    pub message: String,
}

/// A key or a pack of the policy that could not be provided, in the words of whoever writes policies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NotProvided {
    /// The name of the key, or of the file.
    pub what: String,
    pub why: String,
}

/// A setting that the organisation has locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LockedSetting {
    Language,
    TrainerArea,
    Delivery,
    Packs,
}

/// What the page noticed and the log should keep: an error, or a blocked request.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PageProblem {
    /// At most 2,000 characters.
    pub message: String,
}

/// How far the file is that is being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkProgress {
    /// Its rows, or the files of an archive.
    pub done: u32,
    pub of: u32,
}
