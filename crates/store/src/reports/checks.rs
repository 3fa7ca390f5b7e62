//! How each person stands in each module's final check.

use crate::{Error, Reader, tables::all};

/// A person's standing in a module's final check.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckStanding {
    /// Who.
    pub learner_id: String,
    /// The module.
    pub module_id: String,
    /// Tries begun.
    pub begun: u32,
    /// Tries finished.
    pub finished: u32,
    /// One of them passed.
    pub passed: bool,
    /// Points of the best one.
    pub best_points: Option<f64>,
    /// Questions in one try.
    pub questions: u32,
    /// Finished tries below the pass mark.
    pub failed: u32,
}

impl Reader<'_> {
    /// Everybody's standing in the final checks of a pack.
    ///
    /// # Errors
    /// What the store says.
    pub fn check_standings(&self, pack_id: &str) -> Result<Vec<CheckStanding>, Error> {
        all(self.conn, include_str!("checks.sql"), [pack_id], |row| {
            Ok(CheckStanding {
                learner_id: row.get(0)?,
                module_id: row.get(1)?,
                begun: row.get(2)?,
                finished: row.get(3)?,
                passed: row.get(4)?,
                best_points: row.get(5)?,
                questions: row.get(6)?,
                failed: row.get(7)?,
            })
        })
    }
}
