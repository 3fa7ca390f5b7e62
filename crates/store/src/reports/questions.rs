//! How each question was answered in first finished checks, hardest first.

use crate::{Error, Reader, tables::all};

/// A question's counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionCount {
    /// The module.
    pub module_id: String,
    /// The item.
    pub item_id: String,
    /// Its version.
    pub version: u32,
    /// The question as it stood.
    pub item_hash: String,
    /// People who answered it.
    pub answered: u32,
    /// Of them, with the full mark.
    pub correct: u32,
    /// Of them, sure and without the full mark.
    pub sure_but_wrong: u32,
}

impl Reader<'_> {
    /// Counts of every question of a pack, hardest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn question_counts(&self, pack_id: &str) -> Result<Vec<QuestionCount>, Error> {
        let sql =
            concat!("WITH ", include_str!("first_answers.sql"), include_str!("questions.sql"));
        all(self.conn, sql, [pack_id], |row| {
            Ok(QuestionCount {
                module_id: row.get(0)?,
                item_id: row.get(1)?,
                version: row.get(2)?,
                item_hash: row.get(3)?,
                answered: row.get(4)?,
                correct: row.get(5)?,
                sure_but_wrong: row.get(6)?,
            })
        })
    }

    /// Distinct first finished checks that the question figures of a pack rest on, by module.
    ///
    /// # Errors
    /// What the store says.
    pub fn first_checks(&self, pack_id: &str) -> Result<Vec<(String, u32)>, Error> {
        all(
            self.conn,
            "SELECT module_id, count(DISTINCT learner_id) FROM attempts
             WHERE kind = 'check' AND json_extract(policy, '$.form') IS NULL
             AND finished_at IS NOT NULL AND pack_id = ?1
             GROUP BY module_id ORDER BY module_id",
            [pack_id],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }
}
