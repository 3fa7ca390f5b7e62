//! Questions as they stood when an attempt drew them, kept once by the hash of their content.

use rusqlite::{Row, params};
use serde::{Deserialize, Serialize};

use super::{all, one, run};
use crate::{Error, Reader, Writer};

/// A question as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemRow {
    /// SHA-256 of `body`, in hex.
    pub hash: String,
    /// The pack.
    pub pack_id: String,
    /// The module.
    pub module_id: String,
    /// The item.
    pub item_id: String,
    /// Its version.
    pub version: u32,
    /// The whole item with its key, as JSON.
    pub body: String,
}

pub(super) fn row(row: &Row<'_>) -> rusqlite::Result<ItemRow> {
    Ok(ItemRow {
        hash: row.get(0)?,
        pack_id: row.get(1)?,
        module_id: row.get(2)?,
        item_id: row.get(3)?,
        version: row.get(4)?,
        body: row.get(5)?,
    })
}

impl Reader<'_> {
    /// A question by its hash.
    ///
    /// # Errors
    /// What the store says.
    pub fn item(&self, hash: &str) -> Result<Option<ItemRow>, Error> {
        let sql = "SELECT hash, pack_id, module_id, item_id, version, body FROM items
                   WHERE hash = ?1";
        one(self.conn, sql, [hash], row)
    }

    /// Every question that is kept.
    ///
    /// # Errors
    /// What the store says.
    pub fn items(&self) -> Result<Vec<ItemRow>, Error> {
        let sql = "SELECT hash, pack_id, module_id, item_id, version, body FROM items
                   ORDER BY module_id, item_id, version, hash";
        all(self.conn, sql, [], row)
    }
}

impl Writer<'_> {
    /// Keeps a question; one that is kept already stays as it is, for the hash is its content.
    ///
    /// # Errors
    /// What the store says.
    pub fn keep_item(&self, item: &ItemRow) -> Result<(), Error> {
        run(
            self.conn,
            "INSERT INTO items (hash, pack_id, module_id, item_id, version, body)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (hash) DO NOTHING",
            params![item.hash, item.pack_id, item.module_id, item.item_id, item.version, item.body],
        )
        .map(drop)
    }
}
