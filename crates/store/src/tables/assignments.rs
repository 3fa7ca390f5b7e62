//! What a trainer assigned, to whom and by when.

use rusqlite::params;

use super::{all, run};
use crate::{Error, Reader, Writer};

/// An assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignmentRow {
    /// UUID.
    pub id: String,
    /// The pack.
    pub pack_id: String,
    /// For everybody, also for those who appear later.
    pub everybody: bool,
    /// The day by which it is due, `2026-12-04`.
    pub due: String,
    /// What people read with it.
    pub message: Option<String>,
    /// Goes with the made-up people.
    pub sample: bool,
    /// RFC 3339.
    pub made_at: String,
    /// RFC 3339; absent while it stands.
    pub withdrawn_at: Option<String>,
}

/// A module or a step of an assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignmentPartRow {
    /// The assignment.
    pub assignment_id: String,
    /// Its place, from 1.
    pub position: u32,
    /// The module, or that of the step.
    pub module_id: String,
    /// The step to revisit; absent for the whole module.
    pub step_id: Option<String>,
}

/// An assigned step that somebody did again.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct RevisitRow {
    /// Who.
    pub learner_id: String,
    /// The assignment.
    pub assignment_id: String,
    /// The module.
    pub module_id: String,
    /// The step.
    pub step_id: String,
    /// RFC 3339.
    pub done_at: String,
}

impl Reader<'_> {
    /// Every assignment, those due first before the others.
    ///
    /// # Errors
    /// What the store says.
    pub fn assignments(&self) -> Result<Vec<AssignmentRow>, Error> {
        let sql = "SELECT id, pack_id, everybody, due, message, sample, made_at, withdrawn_at
                   FROM assignments ORDER BY due, made_at, id";
        all(self.conn, sql, [], |row| {
            Ok(AssignmentRow {
                id: row.get(0)?,
                pack_id: row.get(1)?,
                everybody: row.get(2)?,
                due: row.get(3)?,
                message: row.get(4)?,
                sample: row.get(5)?,
                made_at: row.get(6)?,
                withdrawn_at: row.get(7)?,
            })
        })
    }

    /// The modules and steps of every assignment.
    ///
    /// # Errors
    /// What the store says.
    pub fn assignment_parts(&self) -> Result<Vec<AssignmentPartRow>, Error> {
        let sql = "SELECT assignment_id, position, module_id, step_id FROM assignment_parts
                   ORDER BY assignment_id, position";
        all(self.conn, sql, [], |row| {
            Ok(AssignmentPartRow {
                assignment_id: row.get(0)?,
                position: row.get(1)?,
                module_id: row.get(2)?,
                step_id: row.get(3)?,
            })
        })
    }

    /// The groups of every assignment: assignment, group.
    ///
    /// # Errors
    /// What the store says.
    pub fn assignment_groups(&self) -> Result<Vec<(String, String)>, Error> {
        let sql = "SELECT assignment_id, group_id FROM assignment_groups
                   ORDER BY assignment_id, group_id";
        all(self.conn, sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// The people named by every assignment: assignment, person.
    ///
    /// # Errors
    /// What the store says.
    pub fn assignment_people(&self) -> Result<Vec<(String, String)>, Error> {
        let sql = "SELECT assignment_id, learner_id FROM assignment_people
                   ORDER BY assignment_id, learner_id";
        all(self.conn, sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// Assigned steps that were done again.
    ///
    /// # Errors
    /// What the store says.
    pub fn revisits(&self) -> Result<Vec<RevisitRow>, Error> {
        let sql = "SELECT learner_id, assignment_id, module_id, step_id, done_at FROM revisits
                   ORDER BY learner_id, assignment_id, module_id, step_id";
        all(self.conn, sql, [], |row| {
            Ok(RevisitRow {
                learner_id: row.get(0)?,
                assignment_id: row.get(1)?,
                module_id: row.get(2)?,
                step_id: row.get(3)?,
                done_at: row.get(4)?,
            })
        })
    }
}

impl Writer<'_> {
    /// Adds an assignment without parts and people.
    ///
    /// # Errors
    /// What the store says.
    pub fn add_assignment(&self, row: &AssignmentRow) -> Result<(), Error> {
        run(
            self.conn,
            "INSERT INTO assignments
                 (id, pack_id, everybody, due, message, sample, made_at, withdrawn_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                row.id,
                row.pack_id,
                row.everybody,
                row.due,
                row.message,
                row.sample,
                row.made_at,
                row.withdrawn_at
            ],
        )
        .map(drop)
    }

    /// Adds a module or a step to an assignment.
    ///
    /// # Errors
    /// What the store says.
    pub fn add_assignment_part(&self, part: &AssignmentPartRow) -> Result<(), Error> {
        let sql = "INSERT INTO assignment_parts (assignment_id, position, module_id, step_id)
                   VALUES (?1, ?2, ?3, ?4)";
        let params = params![part.assignment_id, part.position, part.module_id, part.step_id];
        run(self.conn, sql, params).map(drop)
    }

    /// Assigns to a group.
    ///
    /// # Errors
    /// What the store says.
    pub fn assign_to_group(&self, assignment_id: &str, group_id: &str) -> Result<(), Error> {
        let sql = "INSERT INTO assignment_groups (assignment_id, group_id) VALUES (?1, ?2)
                   ON CONFLICT (assignment_id, group_id) DO NOTHING";
        run(self.conn, sql, [assignment_id, group_id]).map(drop)
    }

    /// Assigns to a person.
    ///
    /// # Errors
    /// What the store says.
    pub fn assign_to_person(&self, assignment_id: &str, learner_id: &str) -> Result<(), Error> {
        let sql = "INSERT INTO assignment_people (assignment_id, learner_id) VALUES (?1, ?2)
                   ON CONFLICT (assignment_id, learner_id) DO NOTHING";
        run(self.conn, sql, [assignment_id, learner_id]).map(drop)
    }

    /// Withdraws an assignment; says whether it stood.
    ///
    /// # Errors
    /// What the store says.
    pub fn withdraw_assignment(&self, id: &str, now: &str) -> Result<bool, Error> {
        let sql = "UPDATE assignments SET withdrawn_at = ?2
                   WHERE id = ?1 AND withdrawn_at IS NULL";
        Ok(run(self.conn, sql, [id, now])? > 0)
    }

    /// Keeps that an assigned step was done again; the first time counts.
    ///
    /// # Errors
    /// What the store says.
    pub fn put_revisit(&self, row: &RevisitRow) -> Result<(), Error> {
        run(
            self.conn,
            "INSERT INTO revisits (learner_id, assignment_id, module_id, step_id, done_at)
             VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (learner_id, assignment_id, module_id, step_id)
             DO UPDATE SET done_at = min(done_at, excluded.done_at)",
            params![row.learner_id, row.assignment_id, row.module_id, row.step_id, row.done_at],
        )
        .map(drop)
    }
}
