//! Counts as they stood on a day, to say later what has changed.

use rusqlite::{Connection, params};

use super::{one, run};
use crate::{Error, Reader, Writer};

/// Counts of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnapshotRow {
    /// `YYYY-MM-DD`.
    pub day: String,
    /// People.
    pub people: u32,
    /// Modules begun or completed, over all people.
    pub begun: u32,
    /// Modules completed, over all people.
    pub completed: u32,
    /// Finished checks.
    pub checks: u32,
    /// People who may need help.
    pub need_help: u32,
}

impl Reader<'_> {
    /// The latest counts of a day before this one.
    ///
    /// # Errors
    /// What the store says.
    pub fn snapshot_before(&self, pack_id: &str, day: &str) -> Result<Option<SnapshotRow>, Error> {
        one(
            self.conn,
            "SELECT day, people, begun, completed, checks, need_help FROM snapshots
             WHERE pack_id = ?1 AND day < ?2 ORDER BY day DESC LIMIT 1",
            params![pack_id, day],
            |row| {
                Ok(SnapshotRow {
                    day: row.get(0)?,
                    people: row.get(1)?,
                    begun: row.get(2)?,
                    completed: row.get(3)?,
                    checks: row.get(4)?,
                    need_help: row.get(5)?,
                })
            },
        )
    }
}

impl Writer<'_> {
    /// Keeps the counts of a day; later ones of the same day take their place.
    ///
    /// # Errors
    /// What the store says.
    pub fn keep_snapshot(&self, pack_id: &str, row: &SnapshotRow) -> Result<(), Error> {
        let changed = run(
            self.conn,
            "INSERT OR REPLACE INTO snapshots
                 (pack_id, day, people, begun, completed, checks, need_help)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                pack_id,
                row.day,
                row.people,
                row.begun,
                row.completed,
                row.checks,
                row.need_help
            ],
        )?;
        self.changed_aside(changed);
        Ok(())
    }
}

/// Takes all kept counts away: somebody was counted in them who is to be found nowhere any more. A
/// learners' store keeps none.
pub(crate) fn forget_snapshots(conn: &Connection) -> Result<(), Error> {
    let kept = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'snapshots'";
    if one(conn, kept, [], |_| Ok(()))?.is_some() {
        run(conn, "DELETE FROM snapshots", [])?;
    }
    Ok(())
}
