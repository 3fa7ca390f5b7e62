//! Scripts of the ultimatum as they stood when somebody played them.

use rusqlite::params;

use super::{one, run};
use crate::{Error, Reader, Writer};

/// A script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptRow {
    /// SHA-256 of the body.
    pub hash: String,
    /// The pack.
    pub pack_id: String,
    /// The role.
    pub role_id: String,
    /// The whole of it, as JSON.
    pub body: String,
}

impl Reader<'_> {
    /// The body of a script.
    ///
    /// # Errors
    /// What the store says.
    pub fn script(&self, hash: &str) -> Result<Option<String>, Error> {
        one(self.conn, "SELECT body FROM scripts WHERE hash = ?1", [hash], |row| row.get(0))
    }
}

impl Writer<'_> {
    /// Keeps a script; one that is there already stays.
    ///
    /// # Errors
    /// What the store says.
    pub fn keep_script(&self, script: &ScriptRow) -> Result<(), Error> {
        run(
            self.conn,
            "INSERT INTO scripts (hash, pack_id, role_id, body) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (hash) DO NOTHING",
            params![script.hash, script.pack_id, script.role_id, script.body],
        )
        .map(drop)
    }
}
