//! Who has her results written to a folder by themselves.

use rusqlite::{Row, params};

use super::{one, run};
use crate::{Error, Reader, Writer};

/// Where a learner's results are written by themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilingRow {
    /// Whose results.
    pub learner_id: String,
    /// Who can open the file.
    pub trainer_key: String,
    /// The folder that she chose.
    pub folder: String,
    /// RFC 3339.
    pub chosen_at: String,
    /// RFC 3339; absent before the first file.
    pub written_at: Option<String>,
    /// Why the last try failed, in the system's words.
    pub problem: Option<String>,
}

fn row(row: &Row<'_>) -> rusqlite::Result<FilingRow> {
    Ok(FilingRow {
        learner_id: row.get(0)?,
        trainer_key: row.get(1)?,
        folder: row.get(2)?,
        chosen_at: row.get(3)?,
        written_at: row.get(4)?,
        problem: row.get(5)?,
    })
}

impl Reader<'_> {
    /// Where a learner's results are written by themselves; absent when they are not.
    ///
    /// # Errors
    /// What the store says.
    pub fn filing(&self, learner_id: &str) -> Result<Option<FilingRow>, Error> {
        let sql = "SELECT learner_id, trainer_key, folder, chosen_at, written_at, problem
                   FROM filing WHERE learner_id = ?1";
        one(self.conn, sql, [learner_id], row)
    }
}

impl Writer<'_> {
    /// Keeps where a learner's results are written, in the place of what was before.
    ///
    /// # Errors
    /// What the store says.
    pub fn file_into(&self, row: &FilingRow) -> Result<(), Error> {
        run(self.conn, "DELETE FROM filing WHERE learner_id = ?1", [&row.learner_id])?;
        run(
            self.conn,
            "INSERT INTO filing
                 (learner_id, trainer_key, folder, chosen_at, written_at, problem)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                row.learner_id,
                row.trainer_key,
                row.folder,
                row.chosen_at,
                row.written_at,
                row.problem
            ],
        )
        .map(drop)
    }

    /// What the last try came to: a time, or what was in the way.
    ///
    /// # Errors
    /// What the store says.
    pub fn filed(&self, learner_id: &str, outcome: Result<&str, &str>) -> Result<(), Error> {
        let sql = "UPDATE filing SET written_at = coalesce(?2, written_at), problem = ?3
                   WHERE learner_id = ?1";
        run(self.conn, sql, params![learner_id, outcome.ok(), outcome.err()]).map(drop)
    }

    /// A learner's results are written only when she asks, from here on.
    ///
    /// # Errors
    /// What the store says.
    pub fn stop_filing(&self, learner_id: &str) -> Result<(), Error> {
        run(self.conn, "DELETE FROM filing WHERE learner_id = ?1", [learner_id]).map(drop)
    }
}
