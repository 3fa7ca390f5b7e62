//! How people judged the messages of the inbox, the first time that they met each.

use rusqlite::params;

use super::Among;
use crate::{Error, Reader};

/// Somebody's first judgement of a message, as it is read when all of them are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FirstJudgement<'a> {
    /// Whose.
    pub learner_id: &'a str,
    /// The message.
    pub message_id: &'a str,
    /// Its version.
    pub version: u32,
    /// In which round.
    pub round_number: u32,
    /// It is hostile.
    pub hostile: bool,
    /// Its difficulty: `very`, `moderate`, `moderate-to-least` or `least`.
    pub difficulty: &'a str,
    /// `caught`, `missed`, `sound`, `unchecked` or `false-alarm`.
    pub outcome: &'a str,
    /// Time with the message open, in milliseconds.
    pub elapsed_ms: u32,
}

impl Reader<'_> {
    /// Gives everybody's first judgement of each message, those of one person after each other: whoever meets a
    /// message again knows it. Judgements come without a day, so days leave nobody out.
    ///
    /// # Errors
    /// What the store says.
    pub fn each_first_judgement(
        &self,
        pack_id: &str,
        among: &Among,
        mut work: impl FnMut(FirstJudgement<'_>),
    ) -> Result<(), Error> {
        let mut statement = self.conn.prepare_cached(include_str!("judged_in_order.sql"))?;
        let mut rows = statement.query(params![pack_id, among.group_id, among.told])?;
        let (mut learner, mut message) = (String::new(), String::new());
        while let Some(row) = rows.next()? {
            let text = |at| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
            let (learner_id, message_id) = (text(0)?, text(1)?);
            if message == message_id && learner == learner_id {
                continue;
            }
            learner_id.clone_into(&mut learner);
            message_id.clone_into(&mut message);
            work(FirstJudgement {
                learner_id,
                message_id,
                version: row.get(2)?,
                round_number: row.get(3)?,
                hostile: row.get(4)?,
                difficulty: text(5)?,
                outcome: text(6)?,
                elapsed_ms: row.get(7)?,
            });
        }
        Ok(())
    }
}
