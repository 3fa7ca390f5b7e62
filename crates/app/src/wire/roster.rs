//! People, groups and the list of people that a trainer brings.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskRoster {
    /// Words of name or code; everybody when empty.
    pub search: String,
    /// Absent: whatever their groups.
    pub group_id: Option<String>,
    /// From 0.
    pub page: u32,
}

/// A page of the list of people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RosterList {
    pub sample: bool,
    /// Everybody of this store.
    pub people: u32,
    /// Who have not appeared yet.
    pub not_appeared: u32,
    /// Who are found by what was asked.
    pub found: u32,
    pub page: u32,
    pub page_size: u32,
    pub rows: Vec<ListedPerson>,
    pub groups: Vec<Group>,
    /// Those of the list and those with results who may be the same; at most 50.
    pub offers: Vec<MergeOffer>,
}

/// A person in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ListedPerson {
    pub person_id: String,
    pub name: Option<String>,
    pub code: Option<String>,
    /// Names of the groups.
    pub groups: Vec<String>,
    /// Absent: has not appeared yet.
    pub last_active: Option<String>,
}

/// A group with how many are in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Group {
    pub group_id: String,
    pub name: String,
    pub people: u32,
}

/// Somebody of the list without results, and somebody with results who may be the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergeOffer {
    pub listed_id: String,
    pub listed_name: Option<String>,
    pub code: Option<String>,
    pub person_id: String,
    /// The name under which the results came.
    pub person_name: String,
    pub by: MatchedBy,
}

/// What two of an offer have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum MatchedBy {
    /// The results came under the code of the list.
    Code,
    /// The results came under the name of the list.
    Name,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MergePeople {
    pub listed_id: String,
    pub person_id: String,
    /// False: they are two, and it is not asked again.
    pub same: bool,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RenameGroup {
    pub group_id: String,
    /// 1 to 80 characters after trimming. Another group's name is refused (`NameTaken`).
    pub name: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenGroup {
    pub group_id: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PutIntoGroup {
    /// A name: the group of that name, made when there is none.
    pub name: String,
    pub person_ids: Vec<String>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TakeOutOfGroup {
    pub group_id: String,
    pub person_ids: Vec<String>,
}

/// The groups after a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupsChanged {
    /// How many people it changed something for.
    pub people: u32,
    pub groups: Vec<Group>,
}

/// What a file of people would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum RosterPreview {
    /// It can be imported.
    Ready {
        file: String,
        separator: RosterSeparator,
        encoding: String,
        columns: Vec<RosterColumn>,
        /// The first three rows, in the order of the columns.
        first_rows: Vec<Vec<String>>,
        added: u32,
        changed: u32,
        same: u32,
        rejected: u32,
        /// Groups that it would make.
        new_groups: Vec<String>,
        /// The first hundred lines that are rejected.
        problems: Vec<RosterLineProblem>,
    },
    /// It is no list of people.
    Refused { file: String, why: RosterFault, columns: Vec<String> },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RosterSeparator {
    Comma,
    Semicolon,
    Tab,
}

/// A column of the file and what it is taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RosterColumn {
    pub title: String,
    pub used: RosterUse,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RosterUse {
    Name,
    Code,
    Groups,
    NotUsed,
}

/// Why a whole file is no list of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RosterFault {
    Empty,
    TooLarge,
    NotText,
    NoColumns,
    /// The system could not read the file.
    NotReadable,
}

/// A line that is rejected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RosterLineProblem {
    pub line: u32,
    pub wrong: RosterLineFault,
    /// The cell, shortened.
    pub cell: String,
    /// The earlier line of the same person.
    pub first_line: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RosterLineFault {
    Nobody,
    TooLong,
    Formula,
    CodeTwice,
    NameTwice,
    NotReadable,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RosterImported {
    pub added: u32,
    pub changed: u32,
    pub same: u32,
    pub rejected: u32,
    pub new_groups: u32,
    /// Who may be the same as somebody with results.
    pub offers: u32,
}
