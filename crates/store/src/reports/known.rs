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

    /// Who showed in a pre-check that a module is known, by number, and on which day first, as 20261122. A person
    /// of whom no check is packed has no number.
    ///
    /// # Errors
    /// What the store says.
    pub fn known_on(
        &self,
        pack_id: &str,
        module_id: &str,
        group_id: Option<&str>,
    ) -> Result<Vec<(Option<u32>, u32)>, Error> {
        let of = rusqlite::params![pack_id, module_id, group_id];
        all(self.conn, include_str!("known_on.sql"), of, |row| Ok((row.get(0)?, row.get(1)?)))
    }
}
