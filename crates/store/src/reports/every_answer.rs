//! Every answer that counts of finished checks, one after the other: nothing of it is held. Days are those on
//! which checks were finished.

use rusqlite::params;

use super::Among;
use crate::{Error, Reader};

/// An answer that counts, with whose it is and in which check it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerOfAll {
    /// Whose.
    pub learner_id: String,
    /// Their name or code.
    pub name: Option<String>,
    /// A made-up person.
    pub sample: bool,
    /// The check.
    pub attempt_id: String,
    /// Its module.
    pub module_id: String,
    /// 1 for the first try.
    pub try_number: u32,
    /// Version of the course.
    pub pack_version: u32,
    /// When the check began.
    pub started_at: String,
    /// When it was finished.
    pub finished_at: Option<String>,
    /// The question's place in the check.
    pub position: u32,
    /// The question.
    pub item_id: String,
    /// Its version.
    pub item_version: u32,
    /// What was chosen, in words.
    pub chosen: String,
    /// The mark, 0 to 1.
    pub score: f64,
    /// How sure the person said they were.
    pub confidence: Option<String>,
    /// Milliseconds from the question to the answer.
    pub elapsed_ms: u32,
    /// When it was given.
    pub answered_at: String,
}

const SQL: &str = include_str!("every_answer.sql");

impl Reader<'_> {
    /// How many answers [`Self::each_answer`] gives.
    ///
    /// # Errors
    /// What the store says.
    pub fn answers_that_count(&self, pack_id: &str, among: &Among) -> Result<u32, Error> {
        // Check by check: to tell all answers apart at once would take memory for each of them.
        let sql = "SELECT coalesce(sum((
                SELECT count(DISTINCT position) FROM answers WHERE attempt_id = attempts.id
            )), 0)
            FROM attempts
            WHERE kind = 'check' AND finished_at IS NOT NULL AND pack_id = ?1
              AND (?2 IS NULL OR learner_id IN (
                  SELECT learner_id FROM group_members WHERE group_id = ?2))
              AND (?3 IS NULL OR substr(finished_at, 1, 10) >= ?3)
              AND (?4 IS NULL OR substr(finished_at, 1, 10) <= ?4)";
        let values = params![pack_id, among.group_id, among.from_day, among.to_day];
        Ok(self.conn.prepare_cached(sql)?.query_row(values, |row| row.get(0))?)
    }

    /// Gives every answer that counts, until all are given or one is refused: by the ids of their
    /// checks, which is the same order whatever was collected first, and needs no sorting.
    ///
    /// # Errors
    /// What the store says, or what `each` refuses with.
    pub fn each_answer<E: From<Error>>(
        &self,
        pack_id: &str,
        among: &Among,
        mut each: impl FnMut(AnswerOfAll) -> Result<(), E>,
    ) -> Result<(), E> {
        let values = params![pack_id, among.group_id, among.from_day, among.to_day];
        let mut statement = self.conn.prepare_cached(SQL).map_err(Error::from)?;
        let mut rows = statement.query(values).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            each(read(row).map_err(Error::from)?)?;
        }
        Ok(())
    }
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<AnswerOfAll> {
    Ok(AnswerOfAll {
        learner_id: row.get(0)?,
        name: row.get(1)?,
        sample: row.get(2)?,
        attempt_id: row.get(3)?,
        module_id: row.get(4)?,
        try_number: row.get(5)?,
        pack_version: row.get(6)?,
        started_at: row.get(7)?,
        finished_at: row.get(8)?,
        position: row.get(9)?,
        item_id: row.get(10)?,
        item_version: row.get(11)?,
        chosen: row.get(12)?,
        score: row.get(13)?,
        confidence: row.get(14)?,
        elapsed_ms: row.get(15)?,
        answered_at: row.get(16)?,
    })
}
