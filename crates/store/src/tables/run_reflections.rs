//! What a learner wrote for herself after a run. Private: no trainer's store has this table.

use rusqlite::params;

use super::{all, run};
use crate::{Error, Reader, Writer};

impl Reader<'_> {
    /// What was written after a run: the question's id and the words.
    ///
    /// # Errors
    /// What the store says.
    pub fn run_reflections(&self, run_id: &str) -> Result<Vec<(String, String)>, Error> {
        let sql = "SELECT reflection_id, written FROM run_reflections
                   WHERE run_id = ?1 ORDER BY reflection_id";
        all(self.conn, sql, [run_id], |row| Ok((row.get(0)?, row.get(1)?)))
    }
}

impl Writer<'_> {
    /// Keeps what was written in place of what was before; nothing written takes it away.
    ///
    /// # Errors
    /// What the store says.
    pub fn save_run_reflection(
        &self,
        run_id: &str,
        reflection_id: &str,
        written: &str,
        now: &str,
    ) -> Result<(), Error> {
        if written.is_empty() {
            let sql = "DELETE FROM run_reflections WHERE run_id = ?1 AND reflection_id = ?2";
            return run(self.conn, sql, params![run_id, reflection_id]).map(drop);
        }
        run(
            self.conn,
            include_str!("save_run_reflection.sql"),
            params![run_id, reflection_id, written, now],
        )
        .map(drop)
    }
}
