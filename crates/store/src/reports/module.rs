//! One module: how long its steps took.

use rusqlite::params;

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
    /// Times that people spent on the steps of a module, by step, the shortest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn step_times(&self, pack_id: &str, module_id: &str) -> Result<Vec<StepTime>, Error> {
        all(
            self.conn,
            "SELECT step_id, elapsed_ms FROM steps_done WHERE pack_id = ?1 AND module_id = ?2
             ORDER BY step_id, elapsed_ms",
            params![pack_id, module_id],
            |row| Ok(StepTime { step_id: row.get(0)?, elapsed_ms: row.get(1)? }),
        )
    }
}
