//! Erasing oneself. The store does it; this says who, and what the page needs before and after.

use eighteen_store::{KeyFile, Kind, erasing};

use crate::{
    App, ErrorCode, UserError,
    app::{Ready, Who},
    course::count,
    error::not_found,
    startup::this_learner,
    wire::my_data::{EraseMe, ErasePreview, ErasedMe, TableCount},
};

impl App {
    /// What erasing would take away.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn erase_preview(&self) -> Result<ErasePreview, UserError> {
        let ready = self.ready()?;
        let files = count(ready.store.files_beside()?.len());
        let trainer_store = has_trainer_store(ready);
        let data_dir = self.data_dir.display().to_string();
        let who = self.who().clone();
        self.read(|reader| {
            let everybody = count(reader.learners()?.len());
            let Who::Learner(id) = &who else {
                let tables = Vec::new();
                let others = everybody;
                return Ok(ErasePreview {
                    learner: None,
                    tables,
                    files,
                    others,
                    trainer_store,
                    data_dir,
                });
            };
            let tables = reader.everything_of(id)?.into_iter();
            let counts =
                tables.map(|table| TableCount { rows: count(table.rows.len()), table: table.name });
            Ok(ErasePreview {
                learner: Some(this_learner(reader, id)?),
                tables: counts.filter(|count| count.rows > 0).collect(),
                files,
                others: everybody.saturating_sub(1),
                trainer_store,
                data_dir,
            })
        })
    }

    /// Erases the learner, whose id the page gives so that nobody else is erased.
    ///
    /// # Errors
    /// `NotFound` when somebody else is learning, `StoreBusy` when another program reads the file;
    /// nothing was begun then. `EraseUnfinished` when it was: the next start finishes it.
    pub fn erase_me(&self, args: EraseMe) -> Result<ErasedMe, UserError> {
        let ready = self.ready()?;
        let id = self.learner_id()?;
        if id != args.learner_id {
            return Err(not_found("learner", &args.learner_id));
        }
        let erased = ready.store.erase(&ready.folder, Kind::Learner, &[&id], &self.now().stamp());
        let erased = erased.map_err(|error| self.unfinished(ready, UserError::from(error)))?;
        // Not the only one who may be left: whoever sits here has to say who they are.
        *self.who() = Who::Newcomer;
        Ok(ErasedMe {
            rows: erased.rows,
            files: erased.files,
            trainer_store: has_trainer_store(ready),
            startup: self.startup()?,
        })
    }

    fn unfinished(&self, ready: &Ready, error: UserError) -> UserError {
        if erasing(&ready.folder, Kind::Learner) {
            let path = Some(self.data_dir.display().to_string());
            return UserError { path, ..UserError::new(ErrorCode::EraseUnfinished, error.detail) };
        }
        error.on_disk_of(&self.data_dir)
    }
}

pub(crate) fn has_trainer_store(ready: &Ready) -> bool {
    KeyFile::of(&ready.folder).exists()
}
