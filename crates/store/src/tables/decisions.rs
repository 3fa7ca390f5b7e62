//! Decisions taken in steps. Private: no trainer's store has this table.

use rusqlite::params;

use super::{all, run};
use crate::{Error, Reader, Writer};

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionRow {
    /// UUID.
    pub id: String,
    /// The step.
    pub step_id: String,
    /// The decision block.
    pub decision_id: String,
    /// What was chosen.
    pub option_id: String,
    /// Time from the question to the choice.
    pub elapsed_ms: u32,
    /// RFC 3339.
    pub decided_at: String,
}

impl Reader<'_> {
    /// The last choice at each decision of a step.
    ///
    /// # Errors
    /// What the store says.
    pub fn decisions(
        &self,
        learner_id: &str,
        pack_id: &str,
        step_id: &str,
    ) -> Result<Vec<DecisionRow>, Error> {
        all(
            self.conn,
            include_str!("last_decisions.sql"),
            params![learner_id, pack_id, step_id],
            |row| {
                Ok(DecisionRow {
                    id: row.get(0)?,
                    step_id: row.get(1)?,
                    decision_id: row.get(2)?,
                    option_id: row.get(3)?,
                    elapsed_ms: row.get(4)?,
                    decided_at: row.get(5)?,
                })
            },
        )
    }
}

impl Writer<'_> {
    /// Adds a decision. Earlier ones stay.
    ///
    /// # Errors
    /// What the store says.
    pub fn add_decision(
        &self,
        learner_id: &str,
        pack_id: &str,
        decision: &DecisionRow,
    ) -> Result<(), Error> {
        run(
            self.conn,
            "INSERT INTO decisions
                 (id, learner_id, pack_id, step_id, decision_id, option_id, elapsed_ms, decided_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                decision.id,
                learner_id,
                pack_id,
                decision.step_id,
                decision.decision_id,
                decision.option_id,
                decision.elapsed_ms,
                decision.decided_at
            ],
        )
        .map(drop)
    }
}
