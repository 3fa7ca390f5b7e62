//! Learners of this computer.

use rusqlite::{Row, params};

use super::{all, one, run};
use crate::{Error, Reader, Writer};

/// A learner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LearnerRow {
    /// UUID.
    pub id: String,
    /// Name or code as typed; absent until given.
    pub name: Option<String>,
    /// RFC 3339.
    pub created_at: String,
    /// RFC 3339.
    pub last_seen: String,
}

fn row(row: &Row<'_>) -> rusqlite::Result<LearnerRow> {
    Ok(LearnerRow {
        id: row.get(0)?,
        name: row.get(1)?,
        created_at: row.get(2)?,
        last_seen: row.get(3)?,
    })
}

impl Reader<'_> {
    /// All learners, those seen last first.
    ///
    /// # Errors
    /// What the store says.
    pub fn learners(&self) -> Result<Vec<LearnerRow>, Error> {
        all(
            self.conn,
            "SELECT id, name, created_at, last_seen FROM learners
             ORDER BY julianday(last_seen) DESC, id",
            [],
            row,
        )
    }

    /// One learner.
    ///
    /// # Errors
    /// What the store says.
    pub fn learner(&self, id: &str) -> Result<Option<LearnerRow>, Error> {
        let sql = "SELECT id, name, created_at, last_seen FROM learners WHERE id = ?1";
        one(self.conn, sql, [id], row)
    }

    /// The learner of that name, whatever its case.
    ///
    /// # Errors
    /// What the store says.
    pub fn learner_named(&self, name: &str) -> Result<Option<LearnerRow>, Error> {
        let sql = "SELECT id, name, created_at, last_seen FROM learners
                   WHERE name = ?1 COLLATE NOCASE";
        one(self.conn, sql, [name], row)
    }
}

impl Writer<'_> {
    /// Adds a learner who has given no name yet.
    ///
    /// # Errors
    /// What the store says.
    pub fn add_learner(&self, id: &str, now: &str) -> Result<(), Error> {
        let sql = "INSERT INTO learners (id, created_at, last_seen) VALUES (?1, ?2, ?2)";
        run(self.conn, sql, params![id, now]).map(drop)
    }

    /// Gives a learner a name.
    ///
    /// # Errors
    /// What the store says.
    pub fn name_learner(&self, id: &str, name: &str) -> Result<(), Error> {
        run(self.conn, "UPDATE learners SET name = ?2 WHERE id = ?1", params![id, name]).map(drop)
    }

    /// Notes that a learner was here.
    ///
    /// # Errors
    /// What the store says.
    pub fn see_learner(&self, id: &str, now: &str) -> Result<(), Error> {
        run(self.conn, "UPDATE learners SET last_seen = ?2 WHERE id = ?1", params![id, now])
            .map(drop)
    }
}
