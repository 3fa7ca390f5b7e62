//! How many people hold a wrong idea: chose an answer behind which it stands, in a first check.

use rusqlite::params;

use crate::{Error, Reader, tables::all};

/// People by a wrong idea.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdeaCount {
    /// The idea.
    pub idea: String,
    /// People who were asked a question where it can be chosen.
    pub met: u32,
    /// Of them, who chose it at least once.
    pub chose: u32,
}

impl Reader<'_> {
    /// People by wrong ideas, in first finished checks. What stands behind which answer is known to who asks:
    /// `shown` is a JSON list of `[question's hash, idea]`, `behind` one of `[question's hash, response, idea]`.
    /// `among`: ids of people as a JSON list; everybody when absent.
    ///
    /// # Errors
    /// What the store says.
    pub fn idea_counts(
        &self,
        pack_id: &str,
        shown: &str,
        behind: &str,
        among: Option<&str>,
    ) -> Result<Vec<IdeaCount>, Error> {
        let sql =
            concat!("WITH ", include_str!("first_answers.sql"), include_str!("misconceptions.sql"));
        all(self.conn, sql, params![pack_id, shown, behind, among], |row| {
            Ok(IdeaCount { idea: row.get(0)?, met: row.get(1)?, chose: row.get(2)? })
        })
    }
}
