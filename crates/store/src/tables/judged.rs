//! Judgements of the inbox in a trainer's store: what people judged, and not when.

use rusqlite::params;
use serde::{Deserialize, Serialize};

use super::{all, run};
use crate::{Error, Reader, Writer};

/// A judgement of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JudgedRow {
    /// Who.
    pub learner_id: String,
    /// The pack.
    pub pack_id: String,
    /// The message.
    pub message_id: String,
    /// Its version.
    pub message_version: u32,
    /// 1 for the first round of this person.
    pub round_number: u32,
    /// The message is hostile.
    pub hostile: bool,
    /// `very`, `moderate`, `moderate-to-least` or `least`.
    pub difficulty: String,
    /// `report`, `verify`, `proceed` or `delete`.
    pub judgement: String,
    /// `caught`, `missed`, `sound`, `unchecked` or `false-alarm`.
    pub outcome: String,
    /// With the message open, up to the judgement.
    pub elapsed_ms: u32,
}

impl Reader<'_> {
    /// Every judgement of a person, by message and round.
    ///
    /// # Errors
    /// What the store says.
    pub fn judged_by(&self, learner_id: &str) -> Result<Vec<JudgedRow>, Error> {
        let sql = "SELECT learner_id, pack_id, message_id, message_version, round_number, hostile,
                          difficulty, judgement, outcome, elapsed_ms
                   FROM judged WHERE learner_id = ?1 ORDER BY pack_id, message_id, round_number";
        all(self.conn, sql, [learner_id], |row| {
            Ok(JudgedRow {
                learner_id: row.get(0)?,
                pack_id: row.get(1)?,
                message_id: row.get(2)?,
                message_version: row.get(3)?,
                round_number: row.get(4)?,
                hostile: row.get(5)?,
                difficulty: row.get(6)?,
                judgement: row.get(7)?,
                outcome: row.get(8)?,
                elapsed_ms: row.get(9)?,
            })
        })
    }
}

impl Writer<'_> {
    /// Keeps a judgement; one that is kept already stays, for a message is judged once in a round.
    ///
    /// # Errors
    /// What the store says.
    pub fn keep_judged(&self, row: &JudgedRow) -> Result<(), Error> {
        run(
            self.conn,
            include_str!("keep_judged.sql"),
            params![
                row.learner_id,
                row.pack_id,
                row.message_id,
                row.message_version,
                row.round_number,
                row.hostile,
                row.difficulty,
                row.judgement,
                row.outcome,
                row.elapsed_ms
            ],
        )
        .map(drop)
    }
}
