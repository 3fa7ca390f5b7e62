//! Modules of an organisation's own in the pack builder: their pages and questions as the maker writes them, and as
//! a learner would meet them. Keys are here because the maker writes them; what is tried is told as to learners.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    builder::{DraftProblem, Organisation},
    content::{Block, ClaimCard, TermCard},
    question::{Confidence, Response},
};

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ModuleAt {
    pub module_id: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewModule {
    pub title: String,
}

/// A module of the draft that does not ship, or not like this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OwnModule {
    pub words: ModuleWords,
    pub number: u32,
    /// The language of the pack.
    pub lang: String,
    pub dir: String,
    /// The folder of the draft, and the files of this module in it.
    pub folder: String,
    pub lesson: String,
    pub quiz: String,
    pub pages: Vec<PartRow>,
    pub questions: Vec<PartRow>,
    /// What is wrong with the module that is no matter of a single page or question.
    pub problems: Vec<DraftProblem>,
}

/// What the head of a module says, and how its final check is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ModuleWords {
    pub module_id: String,
    pub title: String,
    pub summary: String,
    /// When it happens, in words.
    pub when: String,
    /// Each goes on from "After this you can".
    pub outcomes: Vec<String>,
    /// Questions of one try.
    pub draw: u32,
    pub pass_percent: u32,
    /// 0 for as many as wanted.
    pub tries: u32,
}

/// A page or a question in the list of its module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PartRow {
    pub id: String,
    /// The heading of a page, what a question asks.
    pub title: String,
    /// A question inside a page, which no final check draws.
    pub practice: bool,
    pub problems: u32,
    /// Of its text as it stands on the disk.
    pub mark: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PartKind {
    Page,
    Question,
}

/// A page or a question of a module, by its place in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PartAt {
    pub module_id: String,
    pub kind: PartKind,
    /// 1 for the first.
    pub position: u32,
}

/// A page or a question as its maker writes it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftPart {
    pub at: PartAt,
    pub of: u32,
    /// Of the page or the question; empty while it has none.
    pub id: String,
    pub module_title: String,
    pub title: String,
    pub file: String,
    /// The line of the file at which it begins.
    pub line: u32,
    /// Of its text as it stands on the disk; whoever changes it says which text that was.
    pub mark: String,
    pub words: PartWords,
    pub problems: Vec<PartProblem>,
    /// Why what was written is not on the disk; absent when it is.
    pub unkept: Option<Unkept>,
    /// As a learner meets it; absent while it cannot be read so far.
    pub shown: Option<Vec<Block>>,
    pub claims: Vec<ClaimCard>,
    pub terms: Vec<TermCard>,
    pub lang: String,
    pub dir: String,
    /// The pages of the module, of which a question names one.
    pub steps: Vec<StepName>,
    /// Wrong ideas of the pack that a wrong option may stand for.
    pub ideas: Vec<StepName>,
    /// Practice questions of the module, for its pages.
    pub practice: Vec<StepName>,
}

/// Something with an id, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StepName {
    pub id: String,
    pub title: String,
}

/// A page or a question in the form in which it is changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum PartWords {
    Page {
        title: String,
        /// Markdown without the heading.
        body: String,
    },
    Question {
        ask: String,
        /// Several options may be right.
        several: bool,
        practice: bool,
        /// The page that teaches it.
        step: String,
        options: Vec<OptionWords>,
    },
    /// Whatever the forms do not show: as it stands in the file.
    Text { text: String },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OptionWords {
    /// Absent for one that is new.
    pub id: Option<String>,
    pub text: String,
    pub right: bool,
    pub why: String,
    /// The wrong idea that it stands for.
    pub idea: Option<String>,
}

/// What the check says of a page or a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PartProblem {
    /// The line of the text area, from 1; absent where it is another field.
    pub line: Option<u32>,
    /// The option of a question, from 1.
    pub option: Option<u32>,
    pub code: String,
    pub values: Vec<String>,
    pub message: String,
}

/// What is written would be no single page or question any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Unkept {
    /// A heading of its own begins another page.
    SecondHeading,
    /// A block that is not closed would take in what follows.
    OpenBlock,
    /// A text that begins another question, or none.
    NotOneQuestion,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SavePart {
    pub at: PartAt,
    pub mark: String,
    pub words: PartWords,
}

/// A new page or question at the end, or one that was taken away and comes back.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddPart {
    pub module_id: String,
    pub kind: PartKind,
    pub back: Option<RemovedPart>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RemovedPart {
    pub position: u32,
    pub text: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MovePart {
    pub at: PartAt,
    pub mark: String,
    pub up: bool,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RemovePart {
    pub at: PartAt,
    pub mark: String,
}

/// A module without what was taken away, and that, so that it can come back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PartRemoved {
    pub module: OwnModule,
    pub part: RemovedPart,
}

/// What comes of a file of questions that another program wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionsFound {
    pub file: String,
    /// `GIFT` or `Moodle XML`.
    pub form: String,
    pub questions: Vec<FoundQuestion>,
    pub left: Vec<LeftQuestion>,
    /// The module with them, once they are in it.
    pub module: Option<OwnModule>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundQuestion {
    /// Its line in the file that it comes from, as is that of what is left.
    pub line: u32,
    pub name: Option<String>,
    pub id: String,
    /// What is not as it was.
    pub changes: Vec<String>,
    /// What the check says of it: what is still to be written.
    pub to_do: Vec<PartProblem>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeftQuestion {
    pub line: u32,
    pub name: Option<String>,
    pub why: String,
}

/// A page of a module of the draft, as learners see it.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewAt {
    pub module_id: String,
    /// 1 for the first page; the one after the last holds the questions of the final check.
    pub position: u32,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackPreview {
    pub module_number: u32,
    pub module_title: String,
    pub position: u32,
    pub of: u32,
    /// Absent for the questions of the final check, as is `title`.
    pub step_id: Option<String>,
    pub title: Option<String>,
    pub blocks: Vec<Block>,
    pub claims: Vec<ClaimCard>,
    pub terms: Vec<TermCard>,
    pub lang: String,
    pub dir: String,
    pub organisation: Organisation,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TryDecision {
    pub module_id: String,
    pub step_id: String,
    pub decision_id: String,
    pub option_id: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TryQuestion {
    pub module_id: String,
    pub item_id: String,
    pub response: Response,
    pub confidence: Option<Confidence>,
}
