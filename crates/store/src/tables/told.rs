//! What figures rest on where no person is shown: everybody's part as it was last told.

use rusqlite::params;

use super::{all, run};
use crate::{Error, Reader, Writer};

/// What is told of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldRow {
    /// What kind of thing: `schema/trainer.sql` says which there are.
    pub what: String,
    /// Which of them, such as a module or a message; empty where there is only one.
    pub about: String,
    /// Whose.
    pub learner_id: String,
    /// The part that is told.
    pub value: String,
    /// The day from which on it is told.
    pub day: String,
}

impl Reader<'_> {
    /// Everything of a kind that is told.
    ///
    /// # Errors
    /// What the store says.
    pub fn told(&self, what: &str) -> Result<Vec<ToldRow>, Error> {
        let sql = "SELECT what, about, learner_id, value, day FROM told WHERE what = ?1
                   ORDER BY about, learner_id";
        all(self.conn, sql, [what], |row| {
            Ok(ToldRow {
                what: row.get(0)?,
                about: row.get(1)?,
                learner_id: row.get(2)?,
                value: row.get(3)?,
                day: row.get(4)?,
            })
        })
    }

    /// The runs of the ultimatum that are told.
    ///
    /// # Errors
    /// What the store says.
    pub fn told_runs(&self) -> Result<Vec<String>, Error> {
        all(self.conn, "SELECT run FROM told_runs ORDER BY run", [], |row| row.get(0))
    }

    /// Told answers: place of the check in the order of attempts, number of the kept question.
    ///
    /// # Errors
    /// What the store says.
    pub fn told_answers(&self) -> Result<Vec<(i64, u32)>, Error> {
        let sql = "SELECT attempts.seq, numbered_items.number FROM told
                   JOIN attempts ON attempts.id = told.value
                   JOIN numbered_items ON numbered_items.hash = told.about
                   WHERE told.what = 'answer'";
        all(self.conn, sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
    }
}

impl Writer<'_> {
    /// Tells something of a person, in place of what was told before.
    ///
    /// # Errors
    /// What the store says.
    pub fn tell(&self, row: &ToldRow) -> Result<(), Error> {
        let sql = "INSERT INTO told (what, about, learner_id, value, day)
                   VALUES (?1, ?2, ?3, ?4, ?5)
                   ON CONFLICT (what, about, learner_id)
                   DO UPDATE SET value = excluded.value, day = excluded.day";
        let ToldRow { what, about, learner_id, value, day } = row;
        run(self.conn, sql, params![what, about, learner_id, value, day]).map(drop)
    }

    /// Tells a run of the ultimatum.
    ///
    /// # Errors
    /// What the store says.
    pub fn tell_run(&self, of: &str) -> Result<(), Error> {
        run(self.conn, "INSERT OR IGNORE INTO told_runs (run) VALUES (?1)", [of]).map(drop)
    }
}
