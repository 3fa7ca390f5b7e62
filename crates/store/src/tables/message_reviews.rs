//! Messages that were judged again in the refresher, and what was changed about them. No trainer's store has
//! these tables.

use rusqlite::{Row, params};

use super::{all, run};
use crate::{Error, Reader, Writer};

/// A judgement in the refresher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageReviewRow {
    /// UUID, made once.
    pub id: String,
    /// Whose.
    pub learner_id: String,
    /// The pack.
    pub pack_id: String,
    /// The message as it stood.
    pub message_hash: String,
    /// The message.
    pub message_id: String,
    /// Its version.
    pub message_version: u32,
    /// `report`, `verify`, `proceed` or `delete`.
    pub judgement: String,
    /// `caught`, `missed`, `sound`, `unchecked` or `false-alarm`.
    pub outcome: String,
    /// `sure`, `think` or `guess`.
    pub confidence: Option<String>,
    /// From the message to the judgement.
    pub elapsed_ms: u32,
    /// The grade that it gave itself, 1 to 4.
    pub grade: u8,
    /// RFC 3339.
    pub reviewed_at: String,
}

/// One judgement that says what is remembered of a message, wherever it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedMessageRow {
    /// UUID of the review; of a judgement in a round, the round and the position.
    pub id: String,
    /// The message.
    pub message_id: String,
    /// Its version.
    pub message_version: u32,
    /// `caught`, `missed`, `sound`, `unchecked` or `false-alarm`.
    pub outcome: String,
    /// `sure`, `think` or `guess`; rounds do not ask.
    pub confidence: Option<String>,
    /// The grade that counts, 1 to 4; absent outside the refresher.
    pub grade: Option<u8>,
    /// The last answer in the refresher to a question before this one; absent outside the refresher.
    pub after_review: Option<i64>,
    /// RFC 3339.
    pub at: String,
}

fn judged(row: &Row<'_>) -> rusqlite::Result<JudgedMessageRow> {
    Ok(JudgedMessageRow {
        id: row.get(0)?,
        message_id: row.get(1)?,
        message_version: row.get(2)?,
        outcome: row.get(3)?,
        confidence: row.get(4)?,
        grade: row.get(5)?,
        after_review: row.get(6)?,
        at: row.get(7)?,
    })
}

impl Reader<'_> {
    /// Everything that says what a learner remembers of a pack's messages, in the order of judging.
    ///
    /// # Errors
    /// What the store says.
    pub fn judged_messages(
        &self,
        learner_id: &str,
        pack_id: &str,
    ) -> Result<Vec<JudgedMessageRow>, Error> {
        let sql = include_str!("judged_messages.sql");
        all(self.conn, sql, params![learner_id, pack_id], judged)
    }

    /// Messages of the rounds that a learner has open.
    ///
    /// # Errors
    /// What the store says.
    pub fn held_messages(&self, learner_id: &str) -> Result<Vec<String>, Error> {
        all(self.conn, include_str!("held_messages.sql"), [learner_id], |row| row.get(0))
    }
}

impl Writer<'_> {
    /// Adds a judgement in the refresher; one with this id that is there already stays as it is.
    ///
    /// # Errors
    /// What the store says.
    pub fn add_message_review(&self, review: &MessageReviewRow) -> Result<(), Error> {
        run(
            self.conn,
            include_str!("add_message_review.sql"),
            params![
                review.id,
                review.learner_id,
                review.pack_id,
                review.message_hash,
                review.message_id,
                review.message_version,
                review.judgement,
                review.outcome,
                review.confidence,
                review.elapsed_ms,
                review.grade,
                review.reviewed_at
            ],
        )
        .map(drop)
    }

    /// Changes the grade of a judgement in the refresher, or takes the judgement back (`None`). What was
    /// written before stays.
    ///
    /// # Errors
    /// What the store says.
    pub fn change_message_review(
        &self,
        id: &str,
        grade: Option<u8>,
        now: &str,
    ) -> Result<(), Error> {
        let sql = "INSERT INTO message_review_changes (review_id, grade, changed_at)
                   VALUES (?1, ?2, ?3)";
        run(self.conn, sql, params![id, grade, now]).map(drop)
    }
}
