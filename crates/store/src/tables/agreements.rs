//! Who agreed that her results are sent to the organisation's learning record store.

use rusqlite::{Row, params};

use super::{one, run};
use crate::{Error, Reader, Writer};

/// An agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementRow {
    /// Who agreed.
    pub learner_id: String,
    /// To which store.
    pub endpoint: String,
    /// The number of the wording that she read.
    pub wording: u32,
    /// RFC 3339.
    pub agreed_at: String,
}

fn row(row: &Row<'_>) -> rusqlite::Result<AgreementRow> {
    Ok(AgreementRow {
        learner_id: row.get(0)?,
        endpoint: row.get(1)?,
        wording: row.get(2)?,
        agreed_at: row.get(3)?,
    })
}

impl Reader<'_> {
    /// What a learner agreed to.
    ///
    /// # Errors
    /// What the store says.
    pub fn agreement(&self, learner_id: &str) -> Result<Option<AgreementRow>, Error> {
        let sql = "SELECT learner_id, endpoint, wording, agreed_at FROM agreements
                   WHERE learner_id = ?1";
        one(self.conn, sql, [learner_id], row)
    }
}

impl Writer<'_> {
    /// Keeps an agreement in the place of an earlier one.
    ///
    /// # Errors
    /// What the store says.
    pub fn agree(&self, agreement: &AgreementRow) -> Result<(), Error> {
        let AgreementRow { learner_id, endpoint, wording, agreed_at } = agreement;
        run(
            self.conn,
            "INSERT INTO agreements (learner_id, endpoint, wording, agreed_at)
             VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (learner_id) DO UPDATE SET endpoint = excluded.endpoint,
                 wording = excluded.wording, agreed_at = excluded.agreed_at",
            params![learner_id, endpoint, wording, agreed_at],
        )
        .map(drop)
    }

    /// Takes an agreement back, with every statement that has not been sent.
    ///
    /// # Errors
    /// What the store says.
    pub fn disagree(&self, learner_id: &str) -> Result<(), Error> {
        run(self.conn, "DELETE FROM agreements WHERE learner_id = ?1", [learner_id])?;
        let sql = "DELETE FROM outbox WHERE learner_id = ?1 AND state = 'waiting'";
        run(self.conn, sql, [learner_id]).map(drop)
    }

    /// Takes everybody's agreement back, with every statement that has not been sent.
    ///
    /// # Errors
    /// What the store says.
    pub fn disagree_all(&self) -> Result<(), Error> {
        run(self.conn, "DELETE FROM agreements", [])?;
        run(self.conn, "DELETE FROM outbox WHERE state = 'waiting'", []).map(drop)
    }
}
