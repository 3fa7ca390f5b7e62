//! Which finished check was everybody's first.

use crate::{Error, Reader, tables::all};

/// A question that somebody answered in the first finished check of a quiz.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstCheck {
    /// The quiz.
    pub quiz_id: String,
    /// Whose.
    pub learner_id: String,
    /// The check.
    pub attempt_id: String,
    /// The question as it stood; nothing for a check in which nothing was answered.
    pub item_hash: Option<String>,
}

impl Reader<'_> {
    /// Everybody's first finished checks, by quiz and person.
    ///
    /// # Errors
    /// What the store says.
    pub fn first_checks(&self, pack_id: &str) -> Result<Vec<FirstCheck>, Error> {
        all(self.conn, include_str!("first_checks.sql"), [pack_id], |row| {
            Ok(FirstCheck {
                quiz_id: row.get(0)?,
                learner_id: row.get(1)?,
                attempt_id: row.get(2)?,
                item_hash: row.get(3)?,
            })
        })
    }
}
