//! Packs, whose signatures are taken, and what a chosen file proves.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::learner::Startup;

/// What is installed on this computer, and whom it trusts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Packs {
    /// The course that ships first, then in the order of installing.
    pub rows: Vec<PackRow>,
    /// In the order in which they came.
    pub keys: Vec<KeyRow>,
    /// An administrator allows packs that nobody signed.
    pub unsigned_allowed: bool,
    /// Installed versions that are not used, found at the start.
    pub passed_over: Vec<PassedOver>,
    /// The record of trust could not be read and stands here now: nothing is trusted.
    pub set_aside: Option<String>,
}

/// A course of this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackRow {
    pub pack_id: String,
    pub title: String,
    pub lang: String,
    pub version: u32,
    /// Empty where the file cannot be read.
    pub released: String,
    pub publisher: String,
    pub state: PackState,
    pub signer: Option<PackSigner>,
    /// Absent for the course that ships.
    pub installed_at: Option<String>,
    /// It is the course that is open.
    pub taught: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum PackState {
    /// Part of this program.
    Shipped,
    Signed,
    /// Signed before another key took the place of its key.
    SignedBefore,
    Unsigned,
    NotUsed {
        why: NotUsed,
    },
}

/// Why an installed version is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum NotUsed {
    /// Its file is missing, or is not the one that was installed.
    Damaged,
    RevokedKey,
    UnknownKey,
    /// Packs that nobody signed are not allowed any more.
    Unsigned,
    /// This version of the app finds problems in it.
    Problems,
}

/// An installed version that was passed over at the start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PassedOver {
    pub title: String,
    pub version: u32,
    pub why: NotUsed,
    /// The version that is used in its place; absent where there is none.
    pub used: Option<u32>,
}

/// A key as people compare it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackSigner {
    /// As somebody here named it; empty where nobody did.
    pub name: String,
    /// Six words.
    pub words: String,
    /// 64 hex digits.
    pub hex: String,
}

/// A key that something is known of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyRow {
    pub signer: PackSigner,
    pub since: String,
    pub how: KeyCame,
    pub standing: KeyStands,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum KeyCame {
    Compared,
    Administrator,
    Change,
    Revocation,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum KeyStands {
    Trusted,
    /// By the key with these words.
    Replaced {
        words: String,
    },
    Revoked {
        on: String,
    },
}

/// A file that somebody chose or dropped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum OpenedPack {
    /// A pack, or what should be one. Nothing was changed.
    Looked {
        pack: Box<LookedPack>,
    },
    /// What an organisation says of its key was taken.
    KeyChanged {
        name: String,
        before: String,
        now: String,
    },
    KeyRevoked {
        name: String,
        words: String,
    },
    /// What was said of a key was not taken; nothing was changed.
    StatementRefused {
        why: StatementRefused,
    },
    /// The system could not read the file, or it is larger than any pack.
    NotReadable,
}

/// A pack's file that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LookedPack {
    pub verdict: PackVerdict,
    /// In the words of a technician, where the file was changed.
    pub detail: Option<String>,
    pub signer: Option<PackSigner>,
    /// What it says of itself; absent where its bytes are not those that were signed.
    pub facts: Option<PackFacts>,
    /// What its content is not.
    pub problems: Vec<String>,
    /// What is another than in the version that is here; absent where there is none.
    pub change: Option<PackChange>,
    /// Why it cannot be installed.
    pub hindrance: Option<PackHindrance>,
}

/// What a file proves, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PackVerdict {
    /// By a key that is trusted here.
    Signed,
    /// By a key that nobody here knows.
    Unknown,
    /// By a key that was revoked.
    Revoked,
    /// By a key that another one has taken the place of.
    Replaced,
    /// Changed after signing, cut or damaged.
    Changed,
    Unsigned,
    NotAPack,
    /// Made by a later version of the app.
    Newer,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackFacts {
    pub pack_id: String,
    pub title: String,
    pub lang: String,
    pub version: u32,
    pub released: String,
    pub publisher: String,
    pub modules: u32,
    pub questions: u32,
    pub minutes: u32,
    pub files: u32,
    /// Bytes of the whole file.
    pub bytes: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackChange {
    /// The version that is here.
    pub from: u32,
    /// Titles of modules.
    pub modules_added: Vec<String>,
    pub modules_removed: Vec<String>,
    pub modules_changed: Vec<String>,
    pub questions_added: u32,
    pub questions_removed: u32,
    pub questions_changed: u32,
}

/// Why a pack cannot be installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum PackHindrance {
    NotSound,
    Unsigned,
    NamesNoKey,
    /// Its words have to be compared first.
    UnknownKey,
    ReplacedKey,
    RevokedKey,
    Problems,
    /// This version was here, or is.
    Older {
        highest: u32,
    },
    Same,
    /// Another pack has the same id and version.
    SameVersion,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum StatementRefused {
    NotOne,
    Newer,
    UnknownKey,
    NotSigned,
    Revoked,
    Replaced,
    /// It was taken before.
    Known,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrustSigner {
    /// Whose key it is: 1 to 80 characters.
    pub name: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ForgetKey {
    /// 64 hex digits.
    pub hex: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenCourse {
    pub pack_id: String,
}

/// A pack that was installed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackInstalled {
    pub pack_id: String,
    pub title: String,
    pub lang: String,
    pub version: u32,
    /// It is the course that is open.
    pub taught: bool,
    pub startup: Startup,
}
