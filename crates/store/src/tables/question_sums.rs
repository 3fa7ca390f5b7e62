//! Sums of every question of a quiz, kept so that a report need not read the attempts.
//!
//! They are only ever continued by attempts that were packed later, in their order, or made anew from all of
//! them in the same order; so they are equal to a recount to the last bit. Whatever changes or takes away a
//! packed attempt drops them.

use rusqlite::{Connection, params};

use super::{one, run};
use crate::{Error, Reader, Writer};

/// The kept sums of a quiz.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionSumsRow {
    /// The last packed attempt that is in them.
    pub up_to: u32,
    /// Numbers of the kept questions, in the order of the sums, as JSON.
    pub items: String,
    /// The sums as bytes.
    pub sums: Vec<u8>,
}

impl Reader<'_> {
    /// The kept sums of a quiz, over everybody's first attempts or over all.
    ///
    /// # Errors
    /// What the store says.
    pub fn question_sums(&self, quiz: u32, firsts: bool) -> Result<Option<QuestionSumsRow>, Error> {
        let sql = "SELECT up_to, items, sums FROM question_sums WHERE quiz = ?1 AND firsts = ?2";
        one(self.conn, sql, params![quiz, firsts], |row| {
            Ok(QuestionSumsRow { up_to: row.get(0)?, items: row.get(1)?, sums: row.get(2)? })
        })
    }
}

impl Writer<'_> {
    /// Keeps the sums of a quiz in place of those before.
    ///
    /// # Errors
    /// What the store says.
    pub fn keep_question_sums(
        &self,
        quiz: u32,
        firsts: bool,
        row: &QuestionSumsRow,
    ) -> Result<(), Error> {
        let sql = "INSERT INTO question_sums (quiz, firsts, up_to, items, sums)
                   VALUES (?1, ?2, ?3, ?4, ?5)
                   ON CONFLICT (quiz, firsts) DO UPDATE SET
                       up_to = excluded.up_to, items = excluded.items, sums = excluded.sums";
        run(self.conn, sql, params![quiz, firsts, row.up_to, row.items, row.sums]).map(drop)
    }
}

/// Drops the sums of all quizzes, where there are any: a learners' store has none.
pub(crate) fn forget(conn: &Connection) -> Result<(), Error> {
    let sql = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'question_sums'";
    if one(conn, sql, [], |_| Ok(()))?.is_some() {
        run(conn, "DELETE FROM question_sums", [])?;
    }
    Ok(())
}

/// Drops the sums of a quiz.
pub(crate) fn forget_quiz(conn: &Connection, quiz: u32) -> Result<(), Error> {
    run(conn, "DELETE FROM question_sums WHERE quiz = ?1", [quiz]).map(drop)
}
