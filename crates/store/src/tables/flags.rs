//! Questions that a learner flagged for the review page.

use rusqlite::params;

use super::{all, run};
use crate::{Error, Reader, Writer};

impl Reader<'_> {
    /// Flagged positions of an attempt.
    ///
    /// # Errors
    /// What the store says.
    pub fn flags(&self, attempt_id: &str) -> Result<Vec<u32>, Error> {
        let sql = "SELECT position FROM flags WHERE attempt_id = ?1 ORDER BY position";
        all(self.conn, sql, [attempt_id], |row| row.get(0))
    }
}

impl Writer<'_> {
    /// Flags a position or takes the flag away.
    ///
    /// # Errors
    /// What the store says.
    pub fn set_flag(&self, attempt_id: &str, position: u32, flagged: bool) -> Result<(), Error> {
        let sql = if flagged {
            "INSERT INTO flags (attempt_id, position) VALUES (?1, ?2)
             ON CONFLICT (attempt_id, position) DO NOTHING"
        } else {
            "DELETE FROM flags WHERE attempt_id = ?1 AND position = ?2"
        };
        run(self.conn, sql, params![attempt_id, position]).map(drop)
    }
}
