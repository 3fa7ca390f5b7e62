//! How people judged the messages of the inbox, the first time that they met each.

use rusqlite::params;

use super::Among;
use crate::{Error, Reader, tables::all};

/// What one person did with messages of one difficulty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonJudged {
    /// Who.
    pub learner_id: String,
    /// `very`, `moderate`, `moderate-to-least` or `least`.
    pub difficulty: String,
    /// Hostile messages, and those that were caught.
    pub hostile: u32,
    /// Of them, caught.
    pub caught: u32,
    /// Genuine messages.
    pub genuine: u32,
    /// Of them, treated as hostile.
    pub false_alarms: u32,
    /// Of them, trusted without the check that they called for.
    pub unchecked: u32,
}

/// How people judged one message.
#[derive(Debug, Clone, PartialEq)]
pub struct MessageJudged {
    /// The message.
    pub message_id: String,
    /// Its version.
    pub version: u32,
    /// It is hostile.
    pub hostile: bool,
    /// Its difficulty.
    pub difficulty: String,
    /// People who judged it.
    pub people: u32,
    /// Of them, wrong about it: missed, or a false alarm.
    pub wrong: u32,
    /// Of them, went along with a genuine message that called for a check.
    pub unchecked: u32,
    /// Median time, in milliseconds.
    pub median_ms: u32,
}

/// Somebody's first judgement of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstJudgement {
    /// Whose.
    pub learner_id: String,
    /// The message.
    pub message_id: String,
    /// It is hostile.
    pub hostile: bool,
    /// Its difficulty.
    pub difficulty: String,
    /// In which round.
    pub round_number: u32,
}

impl Reader<'_> {
    /// Everybody's first judgement of each message.
    ///
    /// # Errors
    /// What the store says.
    pub fn first_judgements(&self, pack_id: &str) -> Result<Vec<FirstJudgement>, Error> {
        let sql = concat!(
            "WITH ",
            include_str!("first_judged.sql"),
            "SELECT learner_id, message_id, hostile, difficulty, round_number FROM first_judged
             ORDER BY learner_id, message_id"
        );
        all(self.conn, sql, params![pack_id, None::<&str>, false], |row| {
            Ok(FirstJudgement {
                learner_id: row.get(0)?,
                message_id: row.get(1)?,
                hostile: row.get(2)?,
                difficulty: row.get(3)?,
                round_number: row.get(4)?,
            })
        })
    }

    /// What each person did, by difficulty. Judgements come without a day,
    /// so days leave nobody out.
    ///
    /// # Errors
    /// What the store says.
    pub fn inbox_by_person(
        &self,
        pack_id: &str,
        among: &Among,
    ) -> Result<Vec<PersonJudged>, Error> {
        let sql =
            concat!("WITH ", include_str!("first_judged.sql"), include_str!("inbox_by_person.sql"));
        all(self.conn, sql, params![pack_id, among.group_id, among.told], |row| {
            Ok(PersonJudged {
                learner_id: row.get(0)?,
                difficulty: row.get(1)?,
                hostile: row.get(2)?,
                caught: row.get(3)?,
                genuine: row.get(4)?,
                false_alarms: row.get(5)?,
                unchecked: row.get(6)?,
            })
        })
    }

    /// How each message was judged. Judgements come without a day,
    /// so days leave nobody out.
    ///
    /// # Errors
    /// What the store says.
    pub fn inbox_by_message(
        &self,
        pack_id: &str,
        among: &Among,
    ) -> Result<Vec<MessageJudged>, Error> {
        let sql = concat!(
            "WITH ",
            include_str!("first_judged.sql"),
            include_str!("inbox_by_message.sql")
        );
        all(self.conn, sql, params![pack_id, among.group_id, among.told], |row| {
            Ok(MessageJudged {
                message_id: row.get(0)?,
                version: row.get(1)?,
                hostile: row.get(2)?,
                difficulty: row.get(3)?,
                people: row.get(4)?,
                wrong: row.get(5)?,
                unchecked: row.get(6)?,
                median_ms: row.get(7)?,
            })
        })
    }
}
