//! Statements for the organisation's learning record store: what waits, and what became of the others.

use rusqlite::{Row, params};

use super::{all, one, run};
use crate::{Error, Reader, Writer};

/// A statement that is put into the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStatement<'a> {
    /// UUID of the statement.
    pub id: &'a str,
    /// Whose result.
    pub learner_id: &'a str,
    /// The attempt that it tells of.
    pub attempt_id: &'a str,
    /// What it says.
    pub verb: &'a str,
    /// The exact bytes.
    pub statement: &'a str,
    /// RFC 3339.
    pub made_at: &'a str,
}

/// A statement as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingRow {
    /// Its place in the order of sending.
    pub seq: i64,
    /// UUID.
    pub id: String,
    /// The exact bytes.
    pub statement: String,
}

/// A statement in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementRow {
    /// Its place in the order of writing.
    pub seq: i64,
    /// UUID.
    pub id: String,
    /// What it says.
    pub verb: String,
    /// Its exact bytes; absent while its check is open, for the key is in them.
    pub statement: Option<String>,
    /// RFC 3339.
    pub made_at: String,
    /// `waiting`, `delivered` or `set-aside`.
    pub state: String,
    /// Why it was set aside, as JSON.
    pub reason: Option<String>,
}

/// How many statements there are of each state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OutboxCounts {
    /// Not sent yet, of learners who agree to this store.
    pub waiting: u32,
    /// The store has them.
    pub delivered: u32,
    /// The store does not take them.
    pub set_aside: u32,
}

const COLUMNS: &str = "outbox.seq, outbox.id, outbox.verb,
    CASE WHEN attempts.finished_at IS NOT NULL THEN outbox.statement END,
    outbox.made_at, outbox.state, outbox.reason";

fn row(row: &Row<'_>) -> rusqlite::Result<StatementRow> {
    Ok(StatementRow {
        seq: row.get(0)?,
        id: row.get(1)?,
        verb: row.get(2)?,
        statement: row.get(3)?,
        made_at: row.get(4)?,
        state: row.get(5)?,
        reason: row.get(6)?,
    })
}

impl Reader<'_> {
    /// What waits after one place and up to another, in the order of sending: so many at most, and not more
    /// bytes than that unless the first alone has more.
    ///
    /// # Errors
    /// What the store says.
    pub fn waiting(
        &self,
        endpoint: &str,
        (after, up_to): (i64, i64),
        most: u32,
        most_bytes: usize,
    ) -> Result<Vec<WaitingRow>, Error> {
        let mut statement = self.conn.prepare_cached(include_str!("waiting.sql"))?;
        let mut rows = statement.query(params![endpoint, after, up_to, most])?;
        let (mut found, mut bytes) = (Vec::new(), 0);
        while let Some(row) = rows.next()? {
            let one = WaitingRow { seq: row.get(0)?, id: row.get(1)?, statement: row.get(2)? };
            bytes += one.statement.len();
            if bytes > most_bytes && !found.is_empty() {
                break;
            }
            found.push(one);
        }
        Ok(found)
    }

    /// How many statements there are of everybody on this computer.
    ///
    /// # Errors
    /// What the store says.
    pub fn outbox_counts(&self, endpoint: &str) -> Result<OutboxCounts, Error> {
        let sql = include_str!("outbox_counts.sql");
        let counts = one(self.conn, sql, [endpoint], |row| {
            Ok(OutboxCounts {
                waiting: row.get(0)?,
                delivered: row.get(1)?,
                set_aside: row.get(2)?,
            })
        })?;
        Ok(counts.unwrap_or_default())
    }

    /// Statements of a learner before a place, newest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn statements_of(
        &self,
        learner_id: &str,
        before: i64,
        most: u32,
    ) -> Result<Vec<StatementRow>, Error> {
        let sql = format!(
            "SELECT {COLUMNS} FROM outbox JOIN attempts ON attempts.id = outbox.attempt_id
             WHERE outbox.learner_id = ?1 AND outbox.seq < ?2 ORDER BY outbox.seq DESC LIMIT ?3"
        );
        all(self.conn, &sql, params![learner_id, before, most], row)
    }

    /// Statements of everybody that were set aside, newest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn set_aside_reasons(&self, most: u32) -> Result<Vec<(String, u32)>, Error> {
        let sql = "SELECT reason, count(*) FROM outbox WHERE state = 'set-aside'
                   GROUP BY reason ORDER BY count(*) DESC, reason LIMIT ?1";
        all(self.conn, sql, [most], |row| Ok((row.get(0)?, row.get(1)?)))
    }
}

impl Writer<'_> {
    /// Puts a statement into the outbox.
    ///
    /// # Errors
    /// What the store says, also when there is one of this id.
    pub fn put_statement(&self, new: &NewStatement<'_>) -> Result<(), Error> {
        run(
            self.conn,
            "INSERT INTO outbox (id, learner_id, attempt_id, verb, statement, made_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![new.id, new.learner_id, new.attempt_id, new.verb, new.statement, new.made_at],
        )
        .map(drop)
    }

    /// The store has these.
    ///
    /// # Errors
    /// What the store says.
    pub fn delivered(&self, seqs: &[i64], now: &str) -> Result<(), Error> {
        let sql = "UPDATE outbox SET state = 'delivered', settled_at = ?2
                   WHERE seq = ?1 AND state = 'waiting'";
        for seq in seqs {
            run(self.conn, sql, params![seq, now])?;
        }
        Ok(())
    }

    /// The store does not take this one, and why.
    ///
    /// # Errors
    /// What the store says.
    pub fn set_aside(&self, seq: i64, reason: &str, now: &str) -> Result<(), Error> {
        let sql = "UPDATE outbox SET state = 'set-aside', reason = ?2, settled_at = ?3
                   WHERE seq = ?1 AND state = 'waiting'";
        run(self.conn, sql, params![seq, reason, now]).map(drop)
    }

    /// Everything that was set aside waits again.
    ///
    /// # Errors
    /// What the store says.
    pub fn try_again(&self) -> Result<(), Error> {
        let sql = "UPDATE outbox SET state = 'waiting', reason = NULL, settled_at = NULL
                   WHERE state = 'set-aside'";
        run(self.conn, sql, []).map(drop)
    }
}
