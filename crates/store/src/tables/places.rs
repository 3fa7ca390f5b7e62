//! Where a learner stopped in each module.

use rusqlite::params;

use super::{all, run};
use crate::{Error, Reader, Writer};

/// Where a learner stopped in a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRow {
    /// The module.
    pub module_id: String,
    /// The step.
    pub step_id: String,
    /// RFC 3339.
    pub opened_at: String,
}

impl Reader<'_> {
    /// Places of a learner in a pack, the last one first.
    ///
    /// # Errors
    /// What the store says.
    pub fn places(&self, learner_id: &str, pack_id: &str) -> Result<Vec<PlaceRow>, Error> {
        all(
            self.conn,
            "SELECT module_id, step_id, opened_at FROM places
             WHERE learner_id = ?1 AND pack_id = ?2
             ORDER BY julianday(opened_at) DESC, module_id",
            params![learner_id, pack_id],
            |row| {
                Ok(PlaceRow {
                    module_id: row.get(0)?,
                    step_id: row.get(1)?,
                    opened_at: row.get(2)?,
                })
            },
        )
    }
}

impl Writer<'_> {
    /// Notes where a learner is.
    ///
    /// # Errors
    /// What the store says.
    pub fn set_place(
        &self,
        learner_id: &str,
        pack_id: &str,
        place: &PlaceRow,
    ) -> Result<(), Error> {
        run(
            self.conn,
            include_str!("set_place.sql"),
            params![learner_id, pack_id, place.module_id, place.step_id, place.opened_at],
        )
        .map(drop)
    }
}
