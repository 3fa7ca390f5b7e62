//! What learners said about sharing their choices without their name.

use rusqlite::params;

use super::{one, run};
use crate::{Error, Reader, Writer};

impl Reader<'_> {
    /// What a learner said; absent while she has not answered.
    ///
    /// # Errors
    /// What the store says.
    pub fn shares_choices(&self, learner_id: &str) -> Result<Option<bool>, Error> {
        let sql = "SELECT choices FROM sharing WHERE learner_id = ?1";
        one(self.conn, sql, [learner_id], |row| row.get(0))
    }
}

impl Writer<'_> {
    /// Keeps what a learner said; what she said before is gone.
    ///
    /// # Errors
    /// What the store says.
    pub fn share_choices(&self, learner_id: &str, yes: bool, now: &str) -> Result<(), Error> {
        run(
            self.conn,
            "INSERT INTO sharing (learner_id, choices, said_at) VALUES (?1, ?2, ?3)
             ON CONFLICT (learner_id) DO UPDATE SET choices = excluded.choices,
                 said_at = excluded.said_at",
            params![learner_id, yes, now],
        )
        .map(drop)
    }
}
