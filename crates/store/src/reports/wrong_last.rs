//! Who had a question wrong the last time.

use crate::{Error, Reader, tables::all};

impl Reader<'_> {
    /// Ids and names of everybody who did not have this version of a question wholly right the last time that
    /// they finished a check with it, by name.
    ///
    /// # Errors
    /// What the store says.
    pub fn wrong_last(&self, item_hash: &str) -> Result<Vec<(String, Option<String>)>, Error> {
        let sql = include_str!("wrong_last.sql");
        all(self.conn, sql, [item_hash], |row| Ok((row.get(0)?, row.get(1)?)))
    }
}
