//! Answers: append-only. A changed answer is a new row; the last one of a position counts.

use rusqlite::{Row, params};
use serde::{Deserialize, Serialize};

use super::{all, one, run};
use crate::{Error, Reader, Writer};

/// An answer to be added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NewAnswer {
    /// UUID, made once.
    pub id: String,
    /// The attempt.
    pub attempt_id: String,
    /// The position in it.
    pub position: u32,
    /// The item.
    pub item_id: String,
    /// Its version.
    pub item_version: u32,
    /// What was chosen, in the pack's ids, as JSON.
    pub response: String,
    /// The same in words, for reports.
    pub shown_text: String,
    /// 0 to 1.
    pub score: f64,
    /// `sure`, `think` or `guess`.
    pub confidence: Option<String>,
    /// From the question to the answer.
    pub elapsed_ms: u32,
    /// RFC 3339.
    pub answered_at: String,
}

/// An answer with its place in the order of writing.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerRow {
    /// Grows with every answer of the store; order is by this and never by time.
    pub seq: i64,
    /// The answer.
    pub answer: NewAnswer,
}

/// What counts of an answer when figures are made.
#[derive(Debug, Clone, PartialEq)]
pub struct CountedAnswer {
    /// The position in the attempt.
    pub position: u32,
    /// What was chosen, in the pack's ids, as JSON.
    pub response: String,
    /// 0 to 1.
    pub score: f64,
    /// `sure`, `think` or `guess`.
    pub confidence: Option<String>,
    /// From the question to the answer.
    pub elapsed_ms: u32,
}

const COLUMNS: &str = "seq, id, attempt_id, position, item_id, item_version, response, shown_text,
     score, confidence, elapsed_ms, answered_at";

fn row(row: &Row<'_>) -> rusqlite::Result<AnswerRow> {
    Ok(AnswerRow {
        seq: row.get(0)?,
        answer: NewAnswer {
            id: row.get(1)?,
            attempt_id: row.get(2)?,
            position: row.get(3)?,
            item_id: row.get(4)?,
            item_version: row.get(5)?,
            response: row.get(6)?,
            shown_text: row.get(7)?,
            score: row.get(8)?,
            confidence: row.get(9)?,
            elapsed_ms: row.get(10)?,
            answered_at: row.get(11)?,
        },
    })
}

impl Reader<'_> {
    /// Every answer of an attempt, in order of writing.
    ///
    /// # Errors
    /// What the store says.
    pub fn answers_of(&self, attempt_id: &str) -> Result<Vec<AnswerRow>, Error> {
        let sql = format!("SELECT {COLUMNS} FROM answers WHERE attempt_id = ?1 ORDER BY seq");
        all(self.conn, &sql, [attempt_id], row)
    }

    /// What counts of every answer of an attempt, in order of writing.
    ///
    /// # Errors
    /// What the store says.
    pub fn counted_answers(&self, attempt_id: &str) -> Result<Vec<CountedAnswer>, Error> {
        let sql = "SELECT position, response, score, confidence, elapsed_ms FROM answers
                   WHERE attempt_id = ?1 ORDER BY seq";
        all(self.conn, sql, [attempt_id], |row| {
            Ok(CountedAnswer {
                position: row.get(0)?,
                response: row.get(1)?,
                score: row.get(2)?,
                confidence: row.get(3)?,
                elapsed_ms: row.get(4)?,
            })
        })
    }

    /// The answer that counts at a position.
    ///
    /// # Errors
    /// What the store says.
    pub fn last_answer(&self, attempt_id: &str, position: u32) -> Result<Option<AnswerRow>, Error> {
        let sql = format!(
            "SELECT {COLUMNS} FROM answers WHERE attempt_id = ?1 AND position = ?2
             ORDER BY seq DESC LIMIT 1"
        );
        one(self.conn, &sql, params![attempt_id, position], row)
    }

    /// Answers after this place in the order of writing, at most `limit` of them.
    ///
    /// # Errors
    /// What the store says.
    pub fn answers_after(&self, seq: i64, limit: u32) -> Result<Vec<AnswerRow>, Error> {
        let sql = format!("SELECT {COLUMNS} FROM answers WHERE seq > ?1 ORDER BY seq LIMIT ?2");
        all(self.conn, &sql, params![seq, limit], row)
    }

    /// The questions of a pack that a learner has answered where the answer was explained: practice, and
    /// checks that are finished.
    ///
    /// # Errors
    /// What the store says.
    pub fn questions_seen(&self, learner_id: &str, pack_id: &str) -> Result<Vec<String>, Error> {
        all(self.conn, include_str!("questions_seen.sql"), [learner_id, pack_id], |row| row.get(0))
    }

    /// How many positions of an attempt have an answer.
    ///
    /// # Errors
    /// What the store says.
    pub fn positions_answered(&self, attempt_id: &str) -> Result<u32, Error> {
        let sql = "SELECT count(DISTINCT position) FROM answers WHERE attempt_id = ?1";
        Ok(one(self.conn, sql, [attempt_id], |row| row.get(0))?.unwrap_or(0))
    }

    /// How many answers there are.
    ///
    /// # Errors
    /// What the store says.
    pub fn count_answers(&self) -> Result<u32, Error> {
        Ok(self.conn.query_row("SELECT count(*) FROM answers", [], |row| row.get(0))?)
    }
}

impl Writer<'_> {
    /// Adds an answer; one with this id that is there already stays as it is.
    ///
    /// # Errors
    /// What the store says.
    pub fn add_answer(&self, answer: &NewAnswer) -> Result<(), Error> {
        let changed = run(
            self.conn,
            include_str!("add_answer.sql"),
            params![
                answer.id,
                answer.attempt_id,
                answer.position,
                answer.item_id,
                answer.item_version,
                answer.response,
                answer.shown_text,
                answer.score,
                answer.confidence,
                answer.elapsed_ms,
                answer.answered_at
            ],
        )?;
        if changed > 0 {
            self.touch(&answer.attempt_id);
        }
        Ok(())
    }
}
