//! How many people gave each response to each question in first finished checks.

use crate::{Error, Reader, tables::all};

/// A response and how many gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponseCount {
    /// The question as it stood.
    pub item_hash: String,
    /// The response, as JSON in the pack's ids.
    pub response: String,
    /// The same in words.
    pub shown_text: String,
    /// It has the full mark.
    pub correct: bool,
    /// How many gave it.
    pub people: u32,
}

impl Reader<'_> {
    /// Responses to every question of a pack, the most given first.
    ///
    /// # Errors
    /// What the store says.
    pub fn response_counts(&self, pack_id: &str) -> Result<Vec<ResponseCount>, Error> {
        let sql =
            concat!("WITH ", include_str!("first_answers.sql"), include_str!("responses.sql"));
        all(self.conn, sql, [pack_id], |row| {
            Ok(ResponseCount {
                item_hash: row.get(0)?,
                response: row.get(1)?,
                shown_text: row.get(2)?,
                correct: row.get(3)?,
                people: row.get(4)?,
            })
        })
    }
}
