//! How people judged the messages of the inbox, the first time that they met each.

use rusqlite::params;

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

impl Reader<'_> {
    /// What each person did, by difficulty. `among`: ids of people as a JSON list; everybody when absent.
    ///
    /// # Errors
    /// What the store says.
    pub fn inbox_by_person(
        &self,
        pack_id: &str,
        among: Option<&str>,
    ) -> Result<Vec<PersonJudged>, Error> {
        let sql =
            concat!("WITH ", include_str!("first_judged.sql"), include_str!("inbox_by_person.sql"));
        all(self.conn, sql, params![pack_id, among], |row| {
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

    /// How each message was judged. `among`: ids of people as a JSON list; everybody when absent.
    ///
    /// # Errors
    /// What the store says.
    pub fn inbox_by_message(
        &self,
        pack_id: &str,
        among: Option<&str>,
    ) -> Result<Vec<MessageJudged>, Error> {
        let sql = concat!(
            "WITH ",
            include_str!("first_judged.sql"),
            include_str!("inbox_by_message.sql")
        );
        all(self.conn, sql, params![pack_id, among], |row| {
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
