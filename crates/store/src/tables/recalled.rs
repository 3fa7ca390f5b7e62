//! Answers of the refresher in a trainer's store: how long after the check, and the mark.

use rusqlite::params;
use serde::{Deserialize, Serialize};

use super::{all, run};
use crate::{Error, Reader, Writer};

/// An answer in the refresher to a question of a finished check.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecalledRow {
    /// Who.
    pub learner_id: String,
    /// The pack.
    pub pack_id: String,
    /// The item.
    pub item_id: String,
    /// Its version.
    pub item_version: u32,
    /// 1 for the first time that it came back.
    pub nth: u32,
    /// Whole days after the answer in the check.
    pub after_days: u32,
    /// 0 to 1.
    pub score: f64,
}

/// An answer of the refresher, as it is read when all of them are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recall<'a> {
    /// Who.
    pub learner_id: &'a str,
    /// The question.
    pub item_id: &'a str,
    /// Its version.
    pub item_version: u32,
    /// Its place among the answers to this question.
    pub nth: u32,
    /// Days after the first answer.
    pub after_days: u32,
    /// It has the full mark.
    pub is_right: bool,
}

impl Reader<'_> {
    /// Gives everybody's answers of the refresher, those of one person after each other.
    ///
    /// # Errors
    /// What the store says.
    pub fn each_recall(
        &self,
        pack_id: &str,
        mut work: impl FnMut(Recall<'_>),
    ) -> Result<(), Error> {
        let sql = "SELECT learner_id, item_id, item_version, nth, after_days, score >= 1.0
                   FROM recalled WHERE pack_id = ?1 ORDER BY learner_id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([pack_id])?;
        while let Some(row) = rows.next()? {
            let text = |at| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
            work(Recall {
                learner_id: text(0)?,
                item_id: text(1)?,
                item_version: row.get(2)?,
                nth: row.get(3)?,
                after_days: row.get(4)?,
                is_right: row.get(5)?,
            });
        }
        Ok(())
    }

    /// Answers in the refresher to questions of a learner's finished checks, read from the learners' store.
    ///
    /// # Errors
    /// What the store says.
    pub fn recalls_of(&self, learner_id: &str, pack_id: &str) -> Result<Vec<RecalledRow>, Error> {
        all(self.conn, include_str!("recalls_of.sql"), params![learner_id, pack_id], |row| {
            Ok(RecalledRow {
                learner_id: learner_id.to_owned(),
                pack_id: pack_id.to_owned(),
                item_id: row.get(0)?,
                item_version: row.get(1)?,
                nth: row.get(2)?,
                after_days: row.get(3)?,
                score: row.get(4)?,
            })
        })
    }

    /// What a trainer's store keeps of them.
    ///
    /// # Errors
    /// What the store says.
    pub fn recalled_by(&self, learner_id: &str) -> Result<Vec<RecalledRow>, Error> {
        let sql = "SELECT learner_id, pack_id, item_id, item_version, nth, after_days, score
                   FROM recalled WHERE learner_id = ?1 ORDER BY pack_id, item_id, item_version, nth";
        all(self.conn, sql, [learner_id], |row| {
            Ok(RecalledRow {
                learner_id: row.get(0)?,
                pack_id: row.get(1)?,
                item_id: row.get(2)?,
                item_version: row.get(3)?,
                nth: row.get(4)?,
                after_days: row.get(5)?,
                score: row.get(6)?,
            })
        })
    }
}

impl Writer<'_> {
    /// Keeps an answer or takes on what is new: an answer of the same day may have been taken back and given
    /// again.
    ///
    /// # Errors
    /// What the store says.
    pub fn put_recalled(&self, row: &RecalledRow) -> Result<(), Error> {
        run(
            self.conn,
            include_str!("put_recalled.sql"),
            params![
                row.learner_id,
                row.pack_id,
                row.item_id,
                row.item_version,
                row.nth,
                row.after_days,
                row.score
            ],
        )
        .map(drop)
    }
}
