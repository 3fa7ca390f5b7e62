//! Rounds of the inbox: their messages, judgements and marked spots. In the learners' store only:
//! a trainer's keeps what `judged` says.

use rusqlite::{Row, params};

use super::{all, one, run};
use crate::{Error, Reader, Writer};

/// A message as it stood when a round drew it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxMessageRow {
    /// SHA-256 of `body`, in hex.
    pub hash: String,
    /// The pack.
    pub pack_id: String,
    /// The message.
    pub message_id: String,
    /// Its version.
    pub version: u32,
    /// The whole message with its key, as JSON.
    pub body: String,
}

/// A round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxRoundRow {
    /// UUID.
    pub id: String,
    /// Whose.
    pub learner_id: String,
    /// The pack.
    pub pack_id: String,
    /// Its version.
    pub pack_version: u32,
    /// Its hash.
    pub pack_hash: String,
    /// 1 for the first round.
    pub round_number: u32,
    /// Seed of the draw, in decimal.
    pub seed: String,
    /// RFC 3339.
    pub started_at: String,
}

/// A judgement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxJudgementRow {
    /// The round.
    pub round_id: String,
    /// The message's place in it.
    pub position: u32,
    /// The message.
    pub message_id: String,
    /// Its version.
    pub message_version: u32,
    /// `report`, `verify`, `proceed` or `delete`.
    pub judgement: String,
    /// `caught`, `missed`, `sound`, `unchecked` or `false-alarm`.
    pub outcome: String,
    /// With the message open, up to the judgement.
    pub elapsed_ms: u32,
    /// RFC 3339.
    pub judged_at: String,
}

/// The spots of a message that were marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxMarksRow {
    /// The round.
    pub round_id: String,
    /// The message's place in it.
    pub position: u32,
    /// Names of spots, as a JSON list.
    pub spots: String,
    /// RFC 3339.
    pub marked_at: String,
}

const ROUND: &str =
    "id, learner_id, pack_id, pack_version, pack_hash, round_number, seed, started_at";

const JUDGEMENT: &str = "round_id, position, message_id, message_version, judgement, outcome,
     elapsed_ms, judged_at";

fn round(row: &Row<'_>) -> rusqlite::Result<InboxRoundRow> {
    Ok(InboxRoundRow {
        id: row.get(0)?,
        learner_id: row.get(1)?,
        pack_id: row.get(2)?,
        pack_version: row.get(3)?,
        pack_hash: row.get(4)?,
        round_number: row.get(5)?,
        seed: row.get(6)?,
        started_at: row.get(7)?,
    })
}

fn message(row: &Row<'_>) -> rusqlite::Result<InboxMessageRow> {
    Ok(InboxMessageRow {
        hash: row.get(0)?,
        pack_id: row.get(1)?,
        message_id: row.get(2)?,
        version: row.get(3)?,
        body: row.get(4)?,
    })
}

fn judgement(row: &Row<'_>) -> rusqlite::Result<InboxJudgementRow> {
    Ok(InboxJudgementRow {
        round_id: row.get(0)?,
        position: row.get(1)?,
        message_id: row.get(2)?,
        message_version: row.get(3)?,
        judgement: row.get(4)?,
        outcome: row.get(5)?,
        elapsed_ms: row.get(6)?,
        judged_at: row.get(7)?,
    })
}

fn marks(row: &Row<'_>) -> rusqlite::Result<InboxMarksRow> {
    Ok(InboxMarksRow {
        round_id: row.get(0)?,
        position: row.get(1)?,
        spots: row.get(2)?,
        marked_at: row.get(3)?,
    })
}

impl Reader<'_> {
    /// A round.
    ///
    /// # Errors
    /// What the store says.
    pub fn inbox_round(&self, id: &str) -> Result<Option<InboxRoundRow>, Error> {
        one(self.conn, &format!("SELECT {ROUND} FROM inbox_rounds WHERE id = ?1"), [id], round)
    }

    /// The rounds of a learner in a pack, in the order in which they began.
    ///
    /// # Errors
    /// What the store says.
    pub fn inbox_rounds_of(
        &self,
        learner_id: &str,
        pack_id: &str,
    ) -> Result<Vec<InboxRoundRow>, Error> {
        let sql = format!(
            "SELECT {ROUND} FROM inbox_rounds WHERE learner_id = ?1 AND pack_id = ?2 ORDER BY seq"
        );
        all(self.conn, &sql, params![learner_id, pack_id], round)
    }

    /// The messages of a round as they stood, by position.
    ///
    /// # Errors
    /// What the store says.
    pub fn inbox_messages_of(&self, round_id: &str) -> Result<Vec<InboxMessageRow>, Error> {
        let sql = "SELECT hash, pack_id, message_id, version, body
                   FROM inbox_round_messages JOIN inbox_messages ON hash = message_hash
                   WHERE round_id = ?1 ORDER BY position";
        all(self.conn, sql, [round_id], message)
    }

    /// The judgements of a round, in order of writing.
    ///
    /// # Errors
    /// What the store says.
    pub fn inbox_judgements_of(&self, round_id: &str) -> Result<Vec<InboxJudgementRow>, Error> {
        let sql =
            format!("SELECT {JUDGEMENT} FROM inbox_judgements WHERE round_id = ?1 ORDER BY seq");
        all(self.conn, &sql, [round_id], judgement)
    }

    /// The marked spots of a round, by position.
    ///
    /// # Errors
    /// What the store says.
    pub fn inbox_marks_of(&self, round_id: &str) -> Result<Vec<InboxMarksRow>, Error> {
        let sql = "SELECT round_id, position, spots, marked_at FROM inbox_marks
                   WHERE round_id = ?1 ORDER BY position";
        all(self.conn, sql, [round_id], marks)
    }
}

impl Writer<'_> {
    /// Keeps a message; one that is kept already stays as it is, for the hash is its content.
    ///
    /// # Errors
    /// What the store says.
    pub fn keep_inbox_message(&self, message: &InboxMessageRow) -> Result<(), Error> {
        run(
            self.conn,
            "INSERT INTO inbox_messages (hash, pack_id, message_id, version, body)
             VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (hash) DO NOTHING",
            params![
                message.hash,
                message.pack_id,
                message.message_id,
                message.version,
                message.body
            ],
        )
        .map(drop)
    }

    /// Adds a round with its messages, by their hashes in the order of the mailbox.
    ///
    /// # Errors
    /// What the store says.
    pub fn add_inbox_round(&self, round: &InboxRoundRow, hashes: &[String]) -> Result<(), Error> {
        run(
            self.conn,
            include_str!("add_inbox_round.sql"),
            params![
                round.id,
                round.learner_id,
                round.pack_id,
                round.pack_version,
                round.pack_hash,
                round.round_number,
                round.seed,
                round.started_at
            ],
        )?;
        for (position, hash) in (1_u32..).zip(hashes) {
            run(
                self.conn,
                "INSERT INTO inbox_round_messages (round_id, position, message_hash)
                 VALUES (?1, ?2, ?3)",
                params![round.id, position, hash],
            )?;
        }
        Ok(())
    }

    /// Adds a judgement; `false` when the message was judged before, whose judgement stays.
    ///
    /// # Errors
    /// What the store says.
    pub fn add_inbox_judgement(&self, judgement: &InboxJudgementRow) -> Result<bool, Error> {
        let added = run(
            self.conn,
            include_str!("add_inbox_judgement.sql"),
            params![
                judgement.round_id,
                judgement.position,
                judgement.message_id,
                judgement.message_version,
                judgement.judgement,
                judgement.outcome,
                judgement.elapsed_ms,
                judgement.judged_at
            ],
        )?;
        Ok(added == 1)
    }

    /// Adds marked spots; `false` when the message's spots were marked before, which stay.
    ///
    /// # Errors
    /// What the store says.
    pub fn add_inbox_marks(&self, marks: &InboxMarksRow) -> Result<bool, Error> {
        let added = run(
            self.conn,
            "INSERT INTO inbox_marks (round_id, position, spots, marked_at)
             VALUES (?1, ?2, ?3, ?4) ON CONFLICT (round_id, position) DO NOTHING",
            params![marks.round_id, marks.position, marks.spots, marks.marked_at],
        )?;
        Ok(added == 1)
    }
}
