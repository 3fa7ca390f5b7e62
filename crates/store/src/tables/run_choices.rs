//! Choices of runs: append-only, and those that were taken back stay. Private: no trainer's store has these
//! tables.

use rusqlite::params;

use super::{all, run};
use crate::{Error, Reader, Writer};

/// A choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunChoiceRow {
    /// UUID.
    pub id: String,
    /// The run.
    pub run_id: String,
    /// The decision, 1 for the first.
    pub position: u32,
    /// The scene.
    pub scene_id: String,
    /// What was chosen.
    pub option_id: String,
    /// Time from the scene to the choice.
    pub elapsed_ms: u32,
    /// RFC 3339.
    pub chosen_at: String,
    /// Taken over from the run that this one replays.
    pub shared: bool,
    /// RFC 3339; absent while it stands.
    pub taken_back_at: Option<String>,
}

impl Reader<'_> {
    /// Every choice of a run in the order of writing, those that were taken back too.
    ///
    /// # Errors
    /// What the store says.
    pub fn run_choices(&self, run_id: &str) -> Result<Vec<RunChoiceRow>, Error> {
        all(self.conn, include_str!("run_choices.sql"), [run_id], |row| {
            Ok(RunChoiceRow {
                id: row.get(0)?,
                run_id: row.get(1)?,
                position: row.get(2)?,
                scene_id: row.get(3)?,
                option_id: row.get(4)?,
                elapsed_ms: row.get(5)?,
                chosen_at: row.get(6)?,
                shared: row.get(7)?,
                taken_back_at: row.get(8)?,
            })
        })
    }
}

impl Writer<'_> {
    /// Adds a choice that stands.
    ///
    /// # Errors
    /// What the store says.
    pub fn add_run_choice(&self, choice: &RunChoiceRow) -> Result<(), Error> {
        run(
            self.conn,
            include_str!("add_run_choice.sql"),
            params![
                choice.id,
                choice.run_id,
                choice.position,
                choice.scene_id,
                choice.option_id,
                choice.elapsed_ms,
                choice.chosen_at,
                choice.shared
            ],
        )
        .map(drop)
    }

    /// Takes a choice back. It stays where it is.
    ///
    /// # Errors
    /// What the store says.
    pub fn take_choice_back(&self, choice_id: &str, now: &str) -> Result<(), Error> {
        let sql = "INSERT INTO choices_taken_back (choice_id, taken_back_at) VALUES (?1, ?2)";
        run(self.conn, sql, params![choice_id, now]).map(drop)
    }
}
