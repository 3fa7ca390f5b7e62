//! Results to the organisation: its learning record store, and files into a folder.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::results::KnownTrainer;

/// Everything about the way of results to the organisation's store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Delivery {
    /// Absent until somebody names one.
    pub store: Option<RecordStore>,
    /// Which one it is, is the organisation's to say.
    pub locked: bool,
    /// Somebody learns here who could agree.
    pub learner: bool,
    /// When the learner agreed to this store; absent when she did not.
    pub agreed_at: Option<String>,
    pub state: DeliveryState,
    /// Of everybody on this computer.
    pub waiting: u32,
    pub delivered: u32,
    pub set_aside: u32,
    /// Why statements were set aside, the most frequent first.
    pub reasons: Vec<SetAsideReason>,
}

/// A learning record store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordStore {
    pub address: String,
    pub version: XapiVersion,
    /// The name at the store, which is no person's; empty until it is given.
    pub name: String,
    pub password: PasswordPlace,
}

/// The version of xAPI that a store speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum XapiVersion {
    #[serde(rename = "1.0.3")]
    V1_0_3,
    #[serde(rename = "2.0.0")]
    V2_0_0,
}

/// Where the password is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PasswordPlace {
    /// In the keyring of the system.
    Keyring,
    /// In memory until the app is closed, for there is no keyring.
    Memory,
    /// Nowhere: it has to be typed again.
    Missing,
}

/// How delivery stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum DeliveryState {
    /// No store is named.
    Off,
    Paused,
    /// The password has to be typed again.
    PasswordMissing,
    /// Nothing waits.
    Idle,
    /// Something waits and is on its way.
    Sending,
    /// Something is the matter; it is tried again at that time.
    Resting {
        trouble: DeliveryTrouble,
        until: String,
    },
}

/// What is the matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DeliveryTrouble {
    NoConnection,
    TooSlow,
    Broken,
    NotSafe,
    Address,
    Proxy,
    Credentials,
    NotThere,
    Redirect,
    Busy,
    Fault,
    Unreadable,
    Unexpected,
    Version,
    Elsewhere,
    Circle,
}

/// Why statements were set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetAsideReason {
    pub why: SetAsideWhy,
    /// What the store said, at most 300 characters; empty when nothing.
    pub said: String,
    pub statements: u32,
}

/// Why, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SetAsideWhy {
    Refused,
    TooLarge,
    Conflict,
}

/// A store as somebody types it.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NameStore {
    pub address: String,
    pub version: XapiVersion,
    pub name: String,
    /// Empty: the one that is known already.
    pub password: String,
}

/// Whether a store was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum StoreNamed {
    Taken { delivery: Delivery },
    Refused { why: StoreRefused },
}

/// What is wrong with what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum StoreRefused {
    NotAnAddress,
    NotHttps,
    HasLogin,
    HasQuery,
    ThisComputer,
    NoName,
    NoPassword,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgreeToDelivery {
    pub yes: bool,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PauseDelivery {
    pub paused: bool,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskStatements {
    /// Older than this one; absent: the newest.
    pub before: Option<u32>,
}

/// Statements of the learner, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatementPage {
    pub statements: Vec<StatementLine>,
    /// There are older ones.
    pub more: bool,
}

/// A statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatementLine {
    pub seq: u32,
    pub id: String,
    pub verb: StatementVerb,
    pub made_at: String,
    pub state: StatementState,
    /// What is sent, with line breaks; absent while its check is open, for the key is in it.
    pub text: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum StatementVerb {
    Initialized,
    Answered,
    Completed,
    Passed,
    Failed,
    Terminated,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum StatementState {
    Waiting,
    Delivered,
    SetAside,
}

/// Result files that are written by themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Filing {
    /// Somebody learns here whose results could be written.
    pub learner: bool,
    pub trainers: Vec<KnownTrainer>,
    /// The folder that the organisation names; nobody is asked for another one.
    pub given: Option<String>,
    /// Absent while results are written only when the learner asks.
    pub into: Option<FiledInto>,
}

/// Where a learner's results are written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FiledInto {
    pub folder: String,
    pub trainer: String,
    pub written_at: Option<String>,
    /// What was in the way the last time, in the system's words.
    pub problem: Option<String>,
}
