//! What a learner wrote for herself. Private: no trainer's store has this table.

use rusqlite::params;

use super::{all, run};
use crate::{Error, Reader, Writer};

/// A reflection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReflectionRow {
    /// The module.
    pub module_id: String,
    /// The step.
    pub step_id: String,
    /// The reflection block.
    pub reflection_id: String,
    /// What she wrote.
    pub written: String,
    /// RFC 3339.
    pub saved_at: String,
}

impl Reader<'_> {
    /// Everything that a learner wrote in a pack, the latest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn reflections(
        &self,
        learner_id: &str,
        pack_id: &str,
    ) -> Result<Vec<ReflectionRow>, Error> {
        all(
            self.conn,
            "SELECT module_id, step_id, reflection_id, written, saved_at FROM reflections
             WHERE learner_id = ?1 AND pack_id = ?2
             ORDER BY julianday(saved_at) DESC, step_id, reflection_id",
            params![learner_id, pack_id],
            |row| {
                Ok(ReflectionRow {
                    module_id: row.get(0)?,
                    step_id: row.get(1)?,
                    reflection_id: row.get(2)?,
                    written: row.get(3)?,
                    saved_at: row.get(4)?,
                })
            },
        )
    }
}

impl Writer<'_> {
    /// Keeps a reflection in place of the one before; an empty one is taken away.
    ///
    /// # Errors
    /// What the store says.
    pub fn save_reflection(
        &self,
        learner_id: &str,
        pack_id: &str,
        reflection: &ReflectionRow,
    ) -> Result<(), Error> {
        if reflection.written.is_empty() {
            return run(
                self.conn,
                "DELETE FROM reflections WHERE learner_id = ?1 AND pack_id = ?2
                 AND step_id = ?3 AND reflection_id = ?4",
                params![learner_id, pack_id, reflection.step_id, reflection.reflection_id],
            )
            .map(drop);
        }
        run(
            self.conn,
            include_str!("save_reflection.sql"),
            params![
                learner_id,
                pack_id,
                reflection.module_id,
                reflection.step_id,
                reflection.reflection_id,
                reflection.written,
                reflection.saved_at
            ],
        )
        .map(drop)
    }
}
