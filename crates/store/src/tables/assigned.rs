//! What trainers assigned to the learners of this computer, and which trainers are trusted here.

use rusqlite::{Row, params};

use super::{all, one, run};
use crate::{Error, Reader, Writer};

/// A trainer whose files are opened here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrainerRow {
    /// Ed25519, in lower-case hex.
    pub public_key: String,
    /// What the trainer calls herself.
    pub name: String,
    /// The number of the latest file.
    pub file_number: u32,
    /// RFC 3339.
    pub trusted_at: String,
}

/// A module or a step that a learner was assigned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignedRow {
    /// To whom.
    pub learner_id: String,
    /// By whom.
    pub trainer_key: String,
    /// The assignment in the trainer's store.
    pub assignment_id: String,
    /// The pack.
    pub pack_id: String,
    /// The module, or that of the step.
    pub module_id: String,
    /// The step to revisit; absent for the whole module.
    pub step_id: Option<String>,
    /// The day by which it is due, `2026-12-04`.
    pub due: String,
    /// What the trainer wrote to it.
    pub message: Option<String>,
    /// RFC 3339.
    pub received_at: String,
    /// RFC 3339; when the step was done again.
    pub done_at: Option<String>,
}

fn trainer_row(row: &Row<'_>) -> rusqlite::Result<TrainerRow> {
    Ok(TrainerRow {
        public_key: row.get(0)?,
        name: row.get(1)?,
        file_number: row.get(2)?,
        trusted_at: row.get(3)?,
    })
}

fn assigned_row(row: &Row<'_>) -> rusqlite::Result<AssignedRow> {
    let step: String = row.get(5)?;
    Ok(AssignedRow {
        learner_id: row.get(0)?,
        trainer_key: row.get(1)?,
        assignment_id: row.get(2)?,
        pack_id: row.get(3)?,
        module_id: row.get(4)?,
        step_id: Some(step).filter(|step| !step.is_empty()),
        due: row.get(6)?,
        message: row.get(7)?,
        received_at: row.get(8)?,
        done_at: row.get(9)?,
    })
}

impl Reader<'_> {
    /// The trainers who are trusted here.
    ///
    /// # Errors
    /// What the store says.
    pub fn trainers(&self) -> Result<Vec<TrainerRow>, Error> {
        let sql = "SELECT public_key, name, file_number, trusted_at FROM trainers
                   ORDER BY trusted_at, public_key";
        all(self.conn, sql, [], trainer_row)
    }

    /// A trainer who is trusted here.
    ///
    /// # Errors
    /// What the store says.
    pub fn trainer(&self, public_key: &str) -> Result<Option<TrainerRow>, Error> {
        let sql = "SELECT public_key, name, file_number, trusted_at FROM trainers
                   WHERE public_key = ?1";
        one(self.conn, sql, [public_key], trainer_row)
    }

    /// What a learner was assigned, what is due first before the others.
    ///
    /// # Errors
    /// What the store says.
    pub fn assigned(&self, learner_id: &str) -> Result<Vec<AssignedRow>, Error> {
        let sql = "SELECT learner_id, trainer_key, assignment_id, pack_id, module_id, step_id, due,
                       message, received_at, done_at
                   FROM assigned WHERE learner_id = ?1
                   ORDER BY due, received_at, assignment_id, module_id, step_id";
        all(self.conn, sql, [learner_id], assigned_row)
    }
}

impl Writer<'_> {
    /// Trusts a trainer, or takes on the name and number of her latest file.
    ///
    /// # Errors
    /// What the store says.
    pub fn put_trainer(&self, trainer: &TrainerRow) -> Result<(), Error> {
        run(
            self.conn,
            "INSERT INTO trainers (public_key, name, file_number, trusted_at)
             VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (public_key) DO UPDATE SET name = excluded.name,
                 file_number = excluded.file_number",
            params![trainer.public_key, trainer.name, trainer.file_number, trainer.trusted_at],
        )
        .map(drop)
    }

    /// Keeps what a learner was assigned; when it arrived and was done stays as it was.
    ///
    /// # Errors
    /// What the store says.
    pub fn put_assigned(&self, row: &AssignedRow) -> Result<(), Error> {
        run(
            self.conn,
            include_str!("put_assigned.sql"),
            params![
                row.learner_id,
                row.trainer_key,
                row.assignment_id,
                row.pack_id,
                row.module_id,
                row.step_id.as_deref().unwrap_or_default(),
                row.due,
                row.message,
                row.received_at,
                row.done_at
            ],
        )
        .map(drop)
    }

    /// Takes away what a learner is no longer assigned.
    ///
    /// # Errors
    /// What the store says.
    pub fn remove_assigned(&self, row: &AssignedRow) -> Result<(), Error> {
        let sql = "DELETE FROM assigned WHERE learner_id = ?1 AND trainer_key = ?2
                   AND assignment_id = ?3 AND module_id = ?4 AND step_id = ?5";
        let step = row.step_id.as_deref().unwrap_or_default();
        let params =
            params![row.learner_id, row.trainer_key, row.assignment_id, row.module_id, step];
        run(self.conn, sql, params).map(drop)
    }

    /// Notes that a learner did an assigned step again; the first time counts.
    ///
    /// # Errors
    /// What the store says.
    pub fn revisit_done(
        &self,
        learner_id: &str,
        pack_id: &str,
        step: (&str, &str),
        now: &str,
    ) -> Result<(), Error> {
        let sql = "UPDATE assigned SET done_at = ?5
                   WHERE learner_id = ?1 AND pack_id = ?2 AND module_id = ?3 AND step_id = ?4
                       AND done_at IS NULL";
        run(self.conn, sql, params![learner_id, pack_id, step.0, step.1, now]).map(drop)
    }
}
