//! Whose results a report is told of. Every report that can be told of some of the people takes this.

/// Whose results a report is told of, and of which days. Everything absent: of everybody, at any time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Among {
    /// Only people of this group.
    pub group_id: Option<String>,
    /// On this day or later, `YYYY-MM-DD`.
    pub from_day: Option<String>,
    /// On this day or earlier.
    pub to_day: Option<String>,
    /// Only what is told where no person is shown.
    pub told: bool,
}
