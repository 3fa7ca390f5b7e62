//! Answers in the refresher, and what was changed about them. No trainer's store has these
//! tables; what one keeps is in `recalled`.

use rusqlite::{Row, params};

use super::{all, one, run};
use crate::{Error, Reader, Writer};

/// An answer in the refresher.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewRow {
    /// UUID, made once.
    pub id: String,
    /// Whose.
    pub learner_id: String,
    /// The pack.
    pub pack_id: String,
    /// The question as it stood.
    pub item_hash: String,
    /// The item.
    pub item_id: String,
    /// Its version.
    pub item_version: u32,
    /// What was chosen, in the pack's ids, as JSON.
    pub response: String,
    /// The same in words.
    pub shown_text: String,
    /// 0 to 1.
    pub score: f64,
    /// `sure`, `think` or `guess`.
    pub confidence: Option<String>,
    /// From the question to the answer.
    pub elapsed_ms: u32,
    /// The grade that it gave itself, 1 to 4.
    pub grade: u8,
    /// RFC 3339.
    pub reviewed_at: String,
}

/// One answer that says what is remembered of a question, wherever it was given.
#[derive(Debug, Clone, PartialEq)]
pub struct GradedRow {
    /// UUID of the answer or of the review.
    pub id: String,
    /// The item.
    pub item_id: String,
    /// Its version.
    pub item_version: u32,
    /// 0 to 1.
    pub score: f64,
    /// `sure`, `think` or `guess`.
    pub confidence: Option<String>,
    /// The grade that counts, 1 to 4; absent outside the refresher.
    pub grade: Option<u8>,
    /// Its place in the order of the refresher's answers; absent outside the refresher.
    pub review: Option<i64>,
    /// RFC 3339.
    pub at: String,
}

fn graded(row: &Row<'_>) -> rusqlite::Result<GradedRow> {
    Ok(GradedRow {
        id: row.get(0)?,
        item_id: row.get(1)?,
        item_version: row.get(2)?,
        score: row.get(3)?,
        confidence: row.get(4)?,
        grade: row.get(5)?,
        review: row.get(6)?,
        at: row.get(7)?,
    })
}

impl Reader<'_> {
    /// Everything that says what a learner remembers of a pack, in the order in which it was answered.
    ///
    /// # Errors
    /// What the store says.
    pub fn graded(&self, learner_id: &str, pack_id: &str) -> Result<Vec<GradedRow>, Error> {
        all(self.conn, include_str!("graded.sql"), params![learner_id, pack_id], graded)
    }

    /// Items of the checks that a learner has open.
    ///
    /// # Errors
    /// What the store says.
    pub fn held_items(&self, learner_id: &str) -> Result<Vec<String>, Error> {
        all(self.conn, include_str!("held_items.sql"), [learner_id], |row| row.get(0))
    }

    /// One answer in the refresher, as it was given.
    ///
    /// # Errors
    /// What the store says.
    pub fn review(&self, id: &str) -> Result<Option<ReviewRow>, Error> {
        let sql = "SELECT id, learner_id, pack_id, item_hash, item_id, item_version, response,
                          shown_text, score, confidence, elapsed_ms, grade, reviewed_at
                   FROM reviews WHERE id = ?1";
        one(self.conn, sql, [id], |row| {
            Ok(ReviewRow {
                id: row.get(0)?,
                learner_id: row.get(1)?,
                pack_id: row.get(2)?,
                item_hash: row.get(3)?,
                item_id: row.get(4)?,
                item_version: row.get(5)?,
                response: row.get(6)?,
                shown_text: row.get(7)?,
                score: row.get(8)?,
                confidence: row.get(9)?,
                elapsed_ms: row.get(10)?,
                grade: row.get(11)?,
                reviewed_at: row.get(12)?,
            })
        })
    }
}

impl Writer<'_> {
    /// Adds an answer in the refresher; one with this id that is there already stays as it is.
    ///
    /// # Errors
    /// What the store says.
    pub fn add_review(&self, review: &ReviewRow) -> Result<(), Error> {
        run(
            self.conn,
            include_str!("add_review.sql"),
            params![
                review.id,
                review.learner_id,
                review.pack_id,
                review.item_hash,
                review.item_id,
                review.item_version,
                review.response,
                review.shown_text,
                review.score,
                review.confidence,
                review.elapsed_ms,
                review.grade,
                review.reviewed_at
            ],
        )
        .map(drop)
    }

    /// Changes the grade of an answer in the refresher, or takes the answer back (`None`). What was
    /// written before stays.
    ///
    /// # Errors
    /// What the store says.
    pub fn change_review(&self, id: &str, grade: Option<u8>, now: &str) -> Result<(), Error> {
        run(
            self.conn,
            "INSERT INTO review_changes (review_id, grade, changed_at) VALUES (?1, ?2, ?3)",
            params![id, grade, now],
        )
        .map(drop)
    }
}
