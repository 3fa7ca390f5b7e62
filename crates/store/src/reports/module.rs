//! One module: how long its steps took.

use rusqlite::params;

use super::Among;
use crate::{Error, Reader, tables::all};

/// Time on a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepTime {
    /// The step.
    pub step_id: String,
    /// Milliseconds of one person.
    pub elapsed_ms: u32,
}

impl Reader<'_> {
    /// Times that people spent on the steps of a module, by step, the shortest first. Days are those on which
    /// a step was done first.
    ///
    /// # Errors
    /// What the store says.
    pub fn step_times(
        &self,
        pack_id: &str,
        module_id: &str,
        among: &Among,
    ) -> Result<Vec<StepTime>, Error> {
        let Among { group_id, from_day, to_day, told } = among;
        all(
            self.conn,
            "SELECT step_id,
                 coalesce((
                     SELECT CAST(told.value AS INTEGER) FROM told
                     WHERE ?6 AND told.what = 'step' AND told.about = step_id
                         AND told.learner_id = steps_done.learner_id
                 ), elapsed_ms) AS elapsed_ms
             FROM steps_done
             WHERE pack_id = ?1 AND module_id = ?2
                 AND (NOT ?6 OR EXISTS (
                     SELECT 1 FROM told WHERE told.what = 'step' AND told.about = step_id
                         AND told.learner_id = steps_done.learner_id))
                 AND (?3 IS NULL OR learner_id IN (
                     SELECT learner_id FROM group_members WHERE group_id = ?3))
                 AND (?4 IS NULL OR substr(done_at, 1, 10) >= ?4)
                 AND (?5 IS NULL OR substr(done_at, 1, 10) <= ?5)
             ORDER BY step_id, elapsed_ms",
            params![pack_id, module_id, group_id, from_day, to_day, told],
            |row| Ok(StepTime { step_id: row.get(0)?, elapsed_ms: row.get(1)? }),
        )
    }

    /// Everybody's time on every step of a pack: person, step, milliseconds.
    ///
    /// # Errors
    /// What the store says.
    pub fn times_on_steps(&self, pack_id: &str) -> Result<Vec<(String, String, u32)>, Error> {
        let sql = "SELECT learner_id, step_id, elapsed_ms FROM steps_done WHERE pack_id = ?1
                   ORDER BY step_id, learner_id";
        all(self.conn, sql, [pack_id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
    }
}
