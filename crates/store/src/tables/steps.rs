//! Steps that a learner has done.

use rusqlite::params;

use serde::{Deserialize, Serialize};

use super::{all, run};
use crate::{Error, Reader, Writer};

/// A step that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepDoneRow {
    /// The module.
    pub module_id: String,
    /// The step.
    pub step_id: String,
    /// RFC 3339, of the first time.
    pub done_at: String,
    /// Time on the step, added up over visits.
    pub elapsed_ms: u32,
}

impl Reader<'_> {
    /// Steps of a pack that a learner has done.
    ///
    /// # Errors
    /// What the store says.
    pub fn steps_done(&self, learner_id: &str, pack_id: &str) -> Result<Vec<StepDoneRow>, Error> {
        all(
            self.conn,
            "SELECT module_id, step_id, done_at, elapsed_ms FROM steps_done
             WHERE learner_id = ?1 AND pack_id = ?2 ORDER BY module_id, step_id",
            params![learner_id, pack_id],
            |row| {
                Ok(StepDoneRow {
                    module_id: row.get(0)?,
                    step_id: row.get(1)?,
                    done_at: row.get(2)?,
                    elapsed_ms: row.get(3)?,
                })
            },
        )
    }
}

impl Writer<'_> {
    /// Takes on a step that was done as another store has it, time and all.
    ///
    /// # Errors
    /// What the store says.
    pub fn put_step_done(
        &self,
        learner_id: &str,
        pack_id: &str,
        step: &StepDoneRow,
    ) -> Result<(), Error> {
        let changed = run(
            self.conn,
            "INSERT OR REPLACE INTO steps_done
                 (learner_id, pack_id, module_id, step_id, done_at, elapsed_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                learner_id,
                pack_id,
                step.module_id,
                step.step_id,
                step.done_at,
                step.elapsed_ms
            ],
        )?;
        // Of times on steps no table of people speaks.
        self.changed_aside(changed);
        Ok(())
    }

    /// Marks a step done; a second time only adds the time spent.
    ///
    /// # Errors
    /// What the store says.
    pub fn finish_step(
        &self,
        learner_id: &str,
        pack_id: &str,
        step: &StepDoneRow,
    ) -> Result<(), Error> {
        run(
            self.conn,
            include_str!("finish_step.sql"),
            params![
                learner_id,
                pack_id,
                step.module_id,
                step.step_id,
                step.done_at,
                step.elapsed_ms
            ],
        )
        .map(drop)
    }
}
