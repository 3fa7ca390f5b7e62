//! Taking one person out of a trainer's store, with everything of hers, notes about her included, and the counts of
//! earlier days in which she was. The store does it, as it erases a learner; this says who.

use eighteen_store::{Kind, erasing};

use crate::{
    App, ErrorCode, UserError,
    error::not_found,
    wire::trainer::{Forgotten, OpenPerson},
};

impl App {
    /// Takes a person out of the trainer's store: out of the file, its log and its copies. Somebody who
    /// still learns on this computer is collected again; the person's page says so before.
    ///
    /// # Errors
    /// `TrainerLocked`, `PersonsNotShown` where that was agreed, `NotFound` when there is no such person, `StoreBusy` when another program reads the
    /// file; nothing was begun then. `EraseUnfinished` when it was: the next unlocking finishes it.
    pub fn forget_person(&self, args: OpenPerson) -> Result<Forgotten, UserError> {
        self.persons_shown()?;
        let ready = self.ready()?;
        let store = self.trainer_store()?;
        let people = store.read(|reader| Ok::<_, UserError>(reader.people()?))?;
        if people.iter().all(|person| person.id != args.person_id) {
            return Err(not_found("person", &args.person_id));
        }
        let session = self.trainer();
        let key = session.as_ref().map(|session| &session.key);
        let key =
            key.ok_or_else(|| UserError::new(ErrorCode::TrainerLocked, "locked meanwhile"))?;
        let kind = Kind::Trainer(key);
        let erased = store.erase(&ready.folder, kind, &[&args.person_id], &self.now().stamp());
        let erased = erased.map_err(|error| {
            let error = UserError::from(error);
            if erasing(&ready.folder, kind) {
                let path = Some(self.data_dir.display().to_string());
                return UserError {
                    path,
                    ..UserError::new(ErrorCode::EraseUnfinished, error.detail)
                };
            }
            error.on_disk_of(&self.data_dir)
        })?;
        Ok(Forgotten { rows: erased.rows, files: erased.files })
    }
}
