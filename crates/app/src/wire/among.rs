//! Of whom reports are told: one filter that every report takes, and says what it made of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Of whom a report is to be told, and of which days. Everything absent: of everybody, at any time.
///
/// A report that knows no days leaves them out, and says so in [`AmongWhom::by_day`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Among {
    /// Only people of this group.
    pub group_id: Option<String>,
    /// In the last so many days, today among them; before `from_day`.
    pub last_days: Option<u32>,
    /// On this day or later, as 2026-11-22.
    pub from_day: Option<String>,
    /// On this day or earlier.
    pub to_day: Option<String>,
}

/// Of whom a report was told, and of whom else it could be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AmongWhom {
    /// Absent: everybody.
    pub group: Option<ReportGroup>,
    /// The first and the last day, where there are any.
    pub from_day: Option<String>,
    pub to_day: Option<String>,
    /// Groups and days can be asked for: persons are shown here.
    pub can_filter: bool,
    /// Days mean something in this report.
    pub by_day: bool,
    /// Groups that can be asked for.
    pub groups: Vec<ReportGroup>,
}

/// A group that can be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportGroup {
    pub group_id: String,
    pub name: String,
}
