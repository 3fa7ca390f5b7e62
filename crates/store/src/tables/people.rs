//! People in a trainer's store, and how far they have come.

use rusqlite::params;
use serde::{Deserialize, Serialize};

use super::{all, one, run};
use crate::{Error, Reader, Writer};

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRow {
    /// The learner's UUID.
    pub id: String,
    /// Name or code; absent when none was given.
    pub name: Option<String>,
    /// Made up, to show what the reports look like.
    pub sample: bool,
    /// RFC 3339; empty for somebody of a list who has not appeared yet.
    pub last_active: String,
}

/// How far a person has come in a module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgressRow {
    /// Who.
    pub learner_id: String,
    /// The pack.
    pub pack_id: String,
    /// The module.
    pub module_id: String,
    /// Steps done.
    pub steps_done: u32,
    /// The step where the person stopped.
    pub at_step: String,
    /// RFC 3339, when that step was opened.
    pub opened_at: String,
}

impl Reader<'_> {
    /// Everybody, by name, those without one last. The name in the trainer's list goes before the one
    /// that came with results.
    ///
    /// # Errors
    /// What the store says.
    pub fn people(&self) -> Result<Vec<PersonRow>, Error> {
        self.people_of(None)
    }

    /// These people (ids as a JSON array), or everybody, by name.
    ///
    /// # Errors
    /// What the store says.
    pub fn people_of(&self, people: Option<&str>) -> Result<Vec<PersonRow>, Error> {
        all(
            self.conn,
            "SELECT learners.id, coalesce(listings.name, learners.name) AS shown, sample, last_active
             FROM learners LEFT JOIN listings ON listings.learner_id = learners.id
             WHERE ?1 IS NULL OR learners.id IN (SELECT value FROM json_each(?1))
             ORDER BY shown IS NULL, shown COLLATE NOCASE, learners.id",
            params![people],
            |row| {
                Ok(PersonRow {
                    id: row.get(0)?,
                    name: row.get(1)?,
                    sample: row.get(2)?,
                    last_active: row.get(3)?,
                })
            },
        )
    }

    /// There are made-up people here.
    ///
    /// # Errors
    /// What the store says.
    pub fn has_sample(&self) -> Result<bool, Error> {
        let found =
            one(self.conn, "SELECT 1 FROM learners WHERE sample = 1 LIMIT 1", [], |_| Ok(()))?;
        Ok(found.is_some())
    }

    /// Everybody's progress in a pack.
    ///
    /// # Errors
    /// What the store says.
    pub fn progress(&self, pack_id: &str) -> Result<Vec<ProgressRow>, Error> {
        all(
            self.conn,
            "SELECT learner_id, pack_id, module_id, steps_done, at_step, opened_at FROM progress
             WHERE pack_id = ?1 ORDER BY learner_id, module_id",
            [pack_id],
            |row| {
                Ok(ProgressRow {
                    learner_id: row.get(0)?,
                    pack_id: row.get(1)?,
                    module_id: row.get(2)?,
                    steps_done: row.get(3)?,
                    at_step: row.get(4)?,
                    opened_at: row.get(5)?,
                })
            },
        )
    }
}

impl Writer<'_> {
    /// Adds a person or takes on what is new.
    ///
    /// # Errors
    /// What the store says.
    pub fn put_person(&self, person: &PersonRow) -> Result<(), Error> {
        run(
            self.conn,
            "INSERT INTO learners (id, name, sample, last_active) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name,
                 last_active = excluded.last_active
             WHERE (name, last_active) IS NOT (excluded.name, excluded.last_active)",
            params![person.id, person.name, person.sample, person.last_active],
        )
        .map(drop)
    }

    /// Adds a person's progress or takes on what is new.
    ///
    /// # Errors
    /// What the store says.
    pub fn put_progress(&self, progress: &ProgressRow) -> Result<(), Error> {
        run(
            self.conn,
            include_str!("put_progress.sql"),
            params![
                progress.learner_id,
                progress.pack_id,
                progress.module_id,
                progress.steps_done,
                progress.at_step,
                progress.opened_at
            ],
        )
        .map(drop)
    }

    /// Takes the made-up people away, with everything of theirs and the made-up runs of nobody; says how many
    /// people there were.
    ///
    /// # Errors
    /// What the store says.
    pub fn remove_sample(&self) -> Result<usize, Error> {
        run(
            self.conn,
            "DELETE FROM told_runs WHERE run IN (SELECT run FROM forks WHERE sample = 1)",
            [],
        )?;
        run(self.conn, "DELETE FROM forks WHERE sample = 1", [])?;
        self.remove_sample_groups()?;
        super::question_sums::forget(self.conn)?;
        run(self.conn, "DELETE FROM learners WHERE sample = 1", [])
    }
}
