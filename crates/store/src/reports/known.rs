//! Who showed in a pre-check that a module is known.

use crate::{Error, Reader, tables::all};

impl Reader<'_> {
    /// People and modules of a pack, where a pre-check was passed.
    ///
    /// # Errors
    /// What the store says.
    pub fn known(&self, pack_id: &str) -> Result<Vec<(String, String)>, Error> {
        all(self.conn, include_str!("known.sql"), [pack_id], |row| Ok((row.get(0)?, row.get(1)?)))
    }
}
