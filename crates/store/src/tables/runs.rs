//! Runs of the ultimatum. Private: no trainer's store has this table; `forks` has nobody in it.

use rusqlite::{Row, params};

use super::{all, one, run};
use crate::{Error, Reader, Writer};

/// A run. Pack and script are as they stood when it began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunRow {
    /// UUID.
    pub id: String,
    /// Whose.
    pub learner_id: String,
    /// The pack.
    pub pack_id: String,
    /// Its version.
    pub pack_version: u32,
    /// Its hash.
    pub pack_hash: String,
    /// The role.
    pub role_id: String,
    /// The script.
    pub script_hash: String,
    /// The run whose first choices it shares, and the first decision that it does not, from 1.
    pub replay: Option<(String, u32)>,
    /// RFC 3339.
    pub started_at: String,
    /// How many consequences were read to the end.
    pub read_to: u32,
    /// RFC 3339; absent while it is open.
    pub finished_at: Option<String>,
}

const COLUMNS: &str = "id, learner_id, pack_id, pack_version, pack_hash, role_id, script_hash,
     replay_of, replay_from, started_at, read_to, finished_at";

fn row(row: &Row<'_>) -> rusqlite::Result<RunRow> {
    let (of, from): (Option<String>, Option<u32>) = (row.get(7)?, row.get(8)?);
    Ok(RunRow {
        id: row.get(0)?,
        learner_id: row.get(1)?,
        pack_id: row.get(2)?,
        pack_version: row.get(3)?,
        pack_hash: row.get(4)?,
        role_id: row.get(5)?,
        script_hash: row.get(6)?,
        replay: of.zip(from),
        started_at: row.get(9)?,
        read_to: row.get(10)?,
        finished_at: row.get(11)?,
    })
}

impl Reader<'_> {
    /// One run.
    ///
    /// # Errors
    /// What the store says.
    pub fn run(&self, id: &str) -> Result<Option<RunRow>, Error> {
        one(self.conn, &format!("SELECT {COLUMNS} FROM runs WHERE id = ?1"), [id], row)
    }

    /// The runs of a learner in a pack, in the order in which they began.
    ///
    /// # Errors
    /// What the store says.
    pub fn runs_of(&self, learner_id: &str, pack_id: &str) -> Result<Vec<RunRow>, Error> {
        let sql = format!(
            "SELECT {COLUMNS} FROM runs WHERE learner_id = ?1 AND pack_id = ?2 ORDER BY seq"
        );
        all(self.conn, &sql, params![learner_id, pack_id], row)
    }
}

impl Writer<'_> {
    /// Adds a run.
    ///
    /// # Errors
    /// What the store says.
    pub fn add_run(&self, row: &RunRow) -> Result<(), Error> {
        let (of, from) = row.replay.clone().unzip();
        run(
            self.conn,
            include_str!("add_run.sql"),
            params![
                row.id,
                row.learner_id,
                row.pack_id,
                row.pack_version,
                row.pack_hash,
                row.role_id,
                row.script_hash,
                of,
                from,
                row.started_at,
                row.read_to,
                row.finished_at
            ],
        )
        .map(drop)
    }

    /// Notes how many consequences of an open run were read to the end.
    ///
    /// # Errors
    /// What the store says.
    pub fn read_run_to(&self, id: &str, read_to: u32) -> Result<(), Error> {
        let sql = "UPDATE runs SET read_to = ?2 WHERE id = ?1 AND finished_at IS NULL";
        run(self.conn, sql, params![id, read_to]).map(drop)
    }

    /// Ends a run; `false` when it had ended before.
    ///
    /// # Errors
    /// What the store says.
    pub fn finish_run(&self, id: &str, now: &str) -> Result<bool, Error> {
        let sql = "UPDATE runs SET finished_at = ?2 WHERE id = ?1 AND finished_at IS NULL";
        Ok(run(self.conn, sql, params![id, now])? == 1)
    }
}
