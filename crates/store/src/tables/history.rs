//! The history of a learner's finished checks. The store keeps it; what it means is told elsewhere.

use rusqlite::{Row, params};

use super::{all, run};
use crate::{Error, Reader, Writer};

/// A link of a history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkRow {
    /// Whose.
    pub learner_id: String,
    /// 1 for the first.
    pub counter: u32,
    /// `older`, `check` or `restored`.
    pub kind: String,
    /// The attempt, or an id of the restoration.
    pub attempt_id: String,
    /// What the finished check hashes to; empty for a restoration.
    pub content: String,
    /// RFC 3339.
    pub at: String,
    /// The installation's public key, in hex.
    pub device: String,
    /// The hash of the link before; empty for the first.
    pub previous: String,
    /// Its own hash.
    pub hash: String,
}

pub(super) fn row(row: &Row<'_>) -> rusqlite::Result<LinkRow> {
    Ok(LinkRow {
        learner_id: row.get(0)?,
        counter: row.get(1)?,
        kind: row.get(2)?,
        attempt_id: row.get(3)?,
        content: row.get(4)?,
        at: row.get(5)?,
        device: row.get(6)?,
        previous: row.get(7)?,
        hash: row.get(8)?,
    })
}

impl Reader<'_> {
    /// A learner's history, from the first link on.
    ///
    /// # Errors
    /// What the store says.
    pub fn history(&self, learner_id: &str) -> Result<Vec<LinkRow>, Error> {
        let sql =
            "SELECT learner_id, counter, kind, attempt_id, content, at, device, previous, hash
                   FROM history WHERE learner_id = ?1 ORDER BY counter";
        all(self.conn, sql, [learner_id], row)
    }
}

impl Writer<'_> {
    /// Adds a link to the end of a history.
    ///
    /// # Errors
    /// What the store says, also when there is a link of this number.
    pub fn add_link(&self, link: &LinkRow) -> Result<(), Error> {
        run(
            self.conn,
            "INSERT INTO history
                 (learner_id, counter, kind, attempt_id, content, at, device, previous, hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                link.learner_id,
                link.counter,
                link.kind,
                link.attempt_id,
                link.content,
                link.at,
                link.device,
                link.previous,
                link.hash
            ],
        )
        .map(drop)
    }
}
