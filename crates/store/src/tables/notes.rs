//! What a trainer noted about people.

use rusqlite::params;

use super::{all, run};
use crate::{Error, Reader, Writer};

/// A note about a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteRow {
    /// UUID.
    pub id: String,
    /// RFC 3339, when it was last written.
    pub written_at: String,
    /// As typed.
    pub text: String,
}

impl Reader<'_> {
    /// The notes about a person, the latest added first.
    ///
    /// # Errors
    /// What the store says.
    pub fn notes_about(&self, learner_id: &str) -> Result<Vec<NoteRow>, Error> {
        all(
            self.conn,
            "SELECT id, written_at, text FROM notes WHERE learner_id = ?1 ORDER BY seq DESC",
            [learner_id],
            |row| Ok(NoteRow { id: row.get(0)?, written_at: row.get(1)?, text: row.get(2)? }),
        )
    }
}

impl Writer<'_> {
    /// Adds a note about a person.
    ///
    /// # Errors
    /// What the store says.
    pub fn add_note(&self, learner_id: &str, note: &NoteRow) -> Result<(), Error> {
        run(
            self.conn,
            "INSERT INTO notes (id, learner_id, written_at, text) VALUES (?1, ?2, ?3, ?4)",
            params![note.id, learner_id, note.written_at, note.text],
        )
        .map(drop)
    }

    /// Writes a note about a person anew; says whether there was one.
    ///
    /// # Errors
    /// What the store says.
    pub fn change_note(&self, learner_id: &str, note: &NoteRow) -> Result<bool, Error> {
        run(
            self.conn,
            "UPDATE notes SET written_at = ?3, text = ?4 WHERE id = ?1 AND learner_id = ?2",
            params![note.id, learner_id, note.written_at, note.text],
        )
        .map(|rows| rows > 0)
    }

    /// Takes a note about a person away; says whether there was one.
    ///
    /// # Errors
    /// What the store says.
    pub fn remove_note(&self, learner_id: &str, id: &str) -> Result<bool, Error> {
        run(
            self.conn,
            "DELETE FROM notes WHERE id = ?1 AND learner_id = ?2",
            params![id, learner_id],
        )
        .map(|rows| rows > 0)
    }
}
