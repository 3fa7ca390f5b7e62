//! Taking reports away as files.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    among::{Among, AmongWhom},
    trainer::Attempts,
};

/// The reports that can be taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Report {
    /// People by modules.
    People,
    /// Questions, hardest first.
    Questions,
    /// One module: where people stop, how long each step takes.
    Modules,
    /// How people judge the inbox, message by message.
    Inbox,
    /// What people choose in the ultimatum, fork by fork.
    Ultimatum,
    /// Wrong ideas, over all questions.
    Misconceptions,
    /// What lasted.
    Lasted,
    /// One person's answers.
    Person,
    /// Assignments, person by person.
    Assignments,
    /// Every answer of everybody.
    Answers,
}

/// Which report, of what.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WhatToTake {
    pub report: Report,
    /// Absent: all modules, or the first where a report is of one. Only the questions and the modules know it.
    pub module_id: Option<String>,
    /// Whose, for one person's answers.
    pub person_id: Option<String>,
    /// Of whom the report is told, where its page can be told of some.
    #[serde(default)]
    pub among: Among,
    /// Which tries count; only the questions know it.
    #[serde(default)]
    pub attempts: Attempts,
}

impl WhatToTake {
    /// A report whole.
    pub fn of(report: Report) -> Self {
        Self {
            report,
            module_id: None,
            person_id: None,
            among: Among::default(),
            attempts: Attempts::default(),
        }
    }
}

/// The form of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum FileForm {
    #[default]
    Csv,
    Xlsx,
    Pdf,
    Json,
}

/// What separates the cells of a CSV file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum CellSeparator {
    #[default]
    Comma,
    Semicolon,
    Tab,
}

/// How a report is written. The last choice is remembered in the trainer's store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TakingChoice {
    pub form: FileForm,
    pub separator: CellSeparator,
    /// Numbers in a CSV file have a comma where others have a point.
    pub decimal_comma: bool,
    /// A CSV file begins with the mark by which spreadsheets know UTF-8.
    pub mark: bool,
    /// Names stand in the file; otherwise only the ids.
    pub names: bool,
    /// Whose reports these are: stands on paper. May be empty.
    pub organisation: String,
}

impl Default for TakingChoice {
    fn default() -> Self {
        Self {
            form: FileForm::Csv,
            separator: CellSeparator::Comma,
            decimal_comma: false,
            mark: true,
            names: true,
            organisation: String::new(),
        }
    }
}

/// Words of the file, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TakingWords {
    /// The language, as a tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// What the report is called.
    pub title: String,
    /// What it says, in a sentence; may be empty.
    pub sentence: String,
    /// `Page` and `of` in `Page 2 of 7`.
    pub page: String,
    pub of: String,
    /// When it was made, in words.
    pub made: String,
    /// Said when a character had to be shown as `?`.
    pub unprintable: String,
    /// Said in place of a table without rows.
    pub nothing: String,
    /// What columns are called on paper, by their names. A column that is missing here has its own name.
    pub labels: BTreeMap<String, String>,
}

/// A report to be written to a file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TakeAway {
    pub what: WhatToTake,
    pub choice: TakingChoice,
    pub words: TakingWords,
}

/// A report to be looked at before it is written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskPreview {
    pub what: WhatToTake,
    pub choice: TakingChoice,
}

/// The first rows of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TakingPreview {
    /// Of whom the report is told; absent where it cannot be told of some.
    pub among: Option<AmongWhom>,
    /// The names of the columns; they stay.
    pub columns: Vec<String>,
    /// Three rows at most, as they stand in the file.
    pub rows: Vec<Vec<String>>,
    /// The same as text, for a CSV file; empty for the others.
    pub text: String,
    /// Rows of the whole.
    pub of: u32,
    /// More than a PDF takes.
    pub too_long_for_paper: bool,
    /// Rows that a PDF takes.
    pub most_on_paper: u32,
}

/// The evidence pack to be written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TakeEvidence {
    /// Names and certificate codes stand in it; otherwise only the ids.
    pub names: bool,
}
