//! What a trainer's store keeps of statements that came from a record store: those that wait for the rest of their
//! check, and which checks came so.

use rusqlite::params;

use super::{all, one, run};
use crate::{Error, Reader, Writer};

/// A statement that waits for the rest of its check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldStatementRow {
    /// UUID of the statement.
    pub id: String,
    /// Whose.
    pub learner_id: String,
    /// The attempt.
    pub attempt_id: String,
    /// What it tells, as JSON.
    pub told: String,
}

impl Reader<'_> {
    /// The statements of an attempt that wait for the others.
    ///
    /// # Errors
    /// What the store says.
    pub fn statements_held(&self, attempt_id: &str) -> Result<Vec<HeldStatementRow>, Error> {
        let sql = "SELECT id, learner_id, attempt_id, told FROM statements_held
                   WHERE attempt_id = ?1 ORDER BY id";
        all(self.conn, sql, [attempt_id], |row| {
            Ok(HeldStatementRow {
                id: row.get(0)?,
                learner_id: row.get(1)?,
                attempt_id: row.get(2)?,
                told: row.get(3)?,
            })
        })
    }

    /// The attempts of which statements wait.
    ///
    /// # Errors
    /// What the store says.
    pub fn attempts_held(&self) -> Result<Vec<String>, Error> {
        let sql = "SELECT DISTINCT attempt_id FROM statements_held ORDER BY attempt_id";
        all(self.conn, sql, [], |row| row.get(0))
    }

    /// How many checks wait for their rest.
    ///
    /// # Errors
    /// What the store says.
    pub fn checks_held(&self) -> Result<u32, Error> {
        let sql = "SELECT count(DISTINCT attempt_id) FROM statements_held";
        Ok(one(self.conn, sql, [], |row| row.get(0))?.unwrap_or(0))
    }

    /// Whether a check came as statements that nobody signed.
    ///
    /// # Errors
    /// What the store says.
    pub fn is_unsigned(&self, attempt_id: &str) -> Result<bool, Error> {
        let sql = "SELECT 1 FROM unsigned_checks WHERE attempt_id = ?1";
        Ok(one(self.conn, sql, [attempt_id], |_| Ok(()))?.is_some())
    }

    /// How many checks of a person came so.
    ///
    /// # Errors
    /// What the store says.
    pub fn unsigned_checks_of(&self, learner_id: &str) -> Result<u32, Error> {
        let sql = "SELECT count(*) FROM unsigned_checks JOIN attempts
                       ON attempts.id = unsigned_checks.attempt_id
                   WHERE attempts.learner_id = ?1";
        Ok(one(self.conn, sql, [learner_id], |row| row.get(0))?.unwrap_or(0))
    }
}

impl Writer<'_> {
    /// Keeps a statement until the rest of its check has come.
    ///
    /// # Errors
    /// What the store says.
    pub fn hold_statement(&self, row: &HeldStatementRow) -> Result<(), Error> {
        run(
            self.conn,
            "INSERT INTO statements_held (id, learner_id, attempt_id, told)
             VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) DO NOTHING",
            params![row.id, row.learner_id, row.attempt_id, row.told],
        )
        .map(drop)
    }

    /// The statements of an attempt are needed no more.
    ///
    /// # Errors
    /// What the store says.
    pub fn let_go_of_statements(&self, attempt_id: &str) -> Result<(), Error> {
        run(self.conn, "DELETE FROM statements_held WHERE attempt_id = ?1", [attempt_id]).map(drop)
    }

    /// Notes that a check came as statements that nobody signed.
    ///
    /// # Errors
    /// What the store says.
    pub fn mark_unsigned(&self, attempt_id: &str, now: &str) -> Result<(), Error> {
        run(
            self.conn,
            "INSERT INTO unsigned_checks (attempt_id, collected_at) VALUES (?1, ?2)
             ON CONFLICT (attempt_id) DO NOTHING",
            params![attempt_id, now],
        )
        .map(drop)
    }

    /// A signed file says the same of a check.
    ///
    /// # Errors
    /// What the store says.
    pub fn vouch_for(&self, attempt_id: &str) -> Result<(), Error> {
        run(self.conn, "DELETE FROM unsigned_checks WHERE attempt_id = ?1", [attempt_id]).map(drop)
    }

    /// Somebody did something, says a statement, which knows no names. Whoever is known keeps the name.
    ///
    /// # Errors
    /// What the store says.
    pub fn see_person(&self, id: &str, at: &str) -> Result<(), Error> {
        run(
            self.conn,
            "INSERT INTO learners (id, name, sample, last_active) VALUES (?1, NULL, 0, ?2)
             ON CONFLICT (id) DO UPDATE SET last_active = excluded.last_active
             WHERE excluded.last_active > last_active",
            params![id, at],
        )
        .map(drop)
    }
}
