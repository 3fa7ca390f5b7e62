//! Decisions of the ultimatum that were shared without a name. Nobody is in this table.

use rusqlite::params;
use serde::{Deserialize, Serialize};

use super::{all, run};
use crate::{Error, Reader, Writer};

/// A decision of a run of nobody.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ForkRow {
    /// Which decisions are of one run: a hash.
    pub run: String,
    /// The decision, 1 for the first.
    pub position: u32,
    /// The pack.
    pub pack_id: String,
    /// The role.
    pub role_id: String,
    /// The scene.
    pub scene_id: String,
    /// What was chosen and stood.
    pub option_id: String,
    /// From the scene to the choice.
    pub seconds: u32,
    /// Another choice had been taken back here.
    pub reversed: bool,
    /// Made up, to show what the report looks like.
    pub sample: bool,
}

impl Reader<'_> {
    /// Every decision that was shared, by run.
    ///
    /// # Errors
    /// What the store says.
    pub fn forks(&self) -> Result<Vec<ForkRow>, Error> {
        let sql = "SELECT run, position, pack_id, role_id, scene_id, option_id, seconds, reversed,
                          sample
                   FROM forks ORDER BY run, position";
        all(self.conn, sql, [], |row| {
            Ok(ForkRow {
                run: row.get(0)?,
                position: row.get(1)?,
                pack_id: row.get(2)?,
                role_id: row.get(3)?,
                scene_id: row.get(4)?,
                option_id: row.get(5)?,
                seconds: row.get(6)?,
                reversed: row.get(7)?,
                sample: row.get(8)?,
            })
        })
    }
}

impl Writer<'_> {
    /// Keeps a decision; one that is kept already stays.
    ///
    /// # Errors
    /// What the store says.
    pub fn keep_fork(&self, row: &ForkRow) -> Result<(), Error> {
        run(
            self.conn,
            include_str!("keep_fork.sql"),
            params![
                row.run,
                row.position,
                row.pack_id,
                row.role_id,
                row.scene_id,
                row.option_id,
                row.seconds,
                row.reversed,
                row.sample
            ],
        )
        .map(drop)
    }
}
