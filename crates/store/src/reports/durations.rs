//! How long people took over each question in first finished checks.

use crate::{Error, Reader, tables::all};

/// One person's time over one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerTime {
    /// The question as it stood.
    pub item_hash: String,
    /// Milliseconds.
    pub elapsed_ms: u32,
}

impl Reader<'_> {
    /// Times over every question of a pack, by question and then shortest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn answer_times(&self, pack_id: &str) -> Result<Vec<AnswerTime>, Error> {
        let sql =
            concat!("WITH ", include_str!("first_answers.sql"), include_str!("durations.sql"));
        all(self.conn, sql, [pack_id], |row| {
            Ok(AnswerTime { item_hash: row.get(0)?, elapsed_ms: row.get(1)? })
        })
    }
}
