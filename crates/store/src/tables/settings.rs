//! Settings of this computer, and who is learning now: a value by key.

use rusqlite::params;

use super::{one, run};
use crate::{Error, Reader, Writer};

impl Reader<'_> {
    /// A value, when it was ever set.
    ///
    /// # Errors
    /// What the store says.
    pub fn setting(&self, key: &str) -> Result<Option<String>, Error> {
        one(self.conn, "SELECT value FROM settings WHERE key = ?1", [key], |row| row.get(0))
    }
}

impl Writer<'_> {
    /// Sets a value.
    ///
    /// # Errors
    /// What the store says.
    pub fn set_setting(&self, key: &str, value: &str) -> Result<(), Error> {
        let changed = run(
            self.conn,
            "INSERT INTO settings (key, value) VALUES (?1, ?2)
             ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            params![key, value],
        )?;
        self.changed_aside(changed);
        Ok(())
    }

    /// Takes a value away.
    ///
    /// # Errors
    /// What the store says.
    pub fn drop_setting(&self, key: &str) -> Result<(), Error> {
        run(self.conn, "DELETE FROM settings WHERE key = ?1", [key]).map(drop)
    }
}
