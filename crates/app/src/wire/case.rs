//! The case as it was known.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    content::{ClaimCard, ClaimStatus},
    question::StepLink,
};

/// A day to look at.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AskCase {
    /// Absent: the day on which the date became public. Days outside the range count as its ends.
    pub day: Option<String>,
    /// The id of a topic. Absent: the case, which is every topic that is not aside of it.
    pub topic: Option<String>,
}

/// What was known on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseDay {
    pub day: String,
    /// The first day of the range.
    pub first: String,
    /// The last one: today.
    pub today: String,
    pub topic: Option<String>,
    pub topics: Vec<CaseTopic>,
    /// The days of the range on which something became known or was seen otherwise, in order.
    pub turns: Vec<CaseTurn>,
    /// Newest first.
    pub entries: Vec<CaseEntry>,
}

/// By what the list can be narrowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseTopic {
    pub id: String,
    pub title: String,
    /// How much of it was known on the day.
    pub known: u32,
}

/// A day on which something became known or was seen otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseTurn {
    pub day: String,
    /// How many claims.
    pub claims: u32,
}

/// A claim as it stood on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseEntry {
    pub claim: ClaimCard,
    /// How sure it was on the day.
    pub status: ClaimStatus,
    /// The first day of that status.
    pub since: String,
    /// How sure it was before that.
    pub before: Option<ClaimStatus>,
    /// It became known, or was seen otherwise, on this very day.
    pub is_new: bool,
    /// What became of it came after the day: its present status is another one, or `later` is a word for it.
    pub moved_on: bool,
    /// The steps that speak of it.
    pub steps: Vec<StepLink>,
}
