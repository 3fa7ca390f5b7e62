//! What a trainer notes about a person: kept in the trainer's store alone, exported by itself, and erased
//! with the person. Whoever is written about learns nothing of it from this app; the page says so, and
//! that they may ask.

use eighteen_store::{NoteRow, Reader};

use crate::{
    App, ErrorCode, UserError,
    clock::new_id,
    error::not_found,
    wire::trainer::{PersonNote, PersonNotes, RemoveNote, SaveNote},
};

const LONGEST_NOTE: usize = 4_000;

impl App {
    /// Adds a note about a person, or writes one anew.
    ///
    /// # Errors
    /// `TrainerLocked`, `PersonsNotShown` where that was agreed, `NotFound` when there is no such person
    /// or note, `ResponseInvalid` when nothing is written or too much.
    pub fn save_note(&self, args: SaveNote) -> Result<PersonNotes, UserError> {
        self.persons_shown()?;
        let text = args.text.trim();
        let length = text.chars().count();
        if length == 0 || length > LONGEST_NOTE {
            return Err(UserError::new(
                ErrorCode::ResponseInvalid,
                format!("a note has 1 to {LONGEST_NOTE} characters, this one has {length}"),
            ));
        }
        let person = &args.person_id;
        let row =
            |id: String| NoteRow { id, written_at: self.now().rfc3339(), text: text.to_owned() };
        self.trainer_store()?.write(|writer| {
            let reader = writer.reader();
            is_person(&reader, person)?;
            match &args.note_id {
                None => writer.add_note(person, &row(new_id()))?,
                Some(id) if writer.change_note(person, &row(id.clone()))? => {}
                Some(id) => return Err(not_found("note", id)),
            }
            notes(&reader, person)
        })
    }

    /// Takes a note about a person away.
    ///
    /// # Errors
    /// `TrainerLocked`, `PersonsNotShown` where that was agreed, `NotFound` when there is no such note.
    pub fn remove_note(&self, args: RemoveNote) -> Result<PersonNotes, UserError> {
        self.persons_shown()?;
        self.trainer_store()?.write(|writer| {
            if !writer.remove_note(&args.person_id, &args.note_id)? {
                return Err(not_found("note", &args.note_id));
            }
            notes(&writer.reader(), &args.person_id)
        })
    }
}

fn is_person(reader: &Reader<'_>, id: &str) -> Result<(), UserError> {
    let ids = serde_json::to_string(&[id])?;
    if reader.people_of(Some(&ids))?.is_empty() { Err(not_found("person", id)) } else { Ok(()) }
}

/// The notes about a person.
pub(crate) fn notes(reader: &Reader<'_>, person: &str) -> Result<PersonNotes, UserError> {
    let rows = reader.notes_about(person)?.into_iter();
    let notes =
        rows.map(|row| PersonNote { note_id: row.id, written_at: row.written_at, text: row.text });
    Ok(PersonNotes { notes: notes.collect() })
}
