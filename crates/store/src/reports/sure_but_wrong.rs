//! Who was sure and wrong, how often, in which module.

use crate::{Error, Reader, tables::all};

/// A person who was sure and wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SureButWrong {
    /// Who.
    pub learner_id: String,
    /// The module.
    pub module_id: String,
    /// How often.
    pub answers: u32,
}

impl Reader<'_> {
    /// Everybody who was sure and wrong in the finished checks of a pack.
    ///
    /// # Errors
    /// What the store says.
    pub fn sure_but_wrong(&self, pack_id: &str) -> Result<Vec<SureButWrong>, Error> {
        all(self.conn, include_str!("sure_but_wrong.sql"), [pack_id], |row| {
            Ok(SureButWrong {
                learner_id: row.get(0)?,
                module_id: row.get(1)?,
                answers: row.get(2)?,
            })
        })
    }
}
