//! The door of the trainer's area: making its store, unlocking it, locking it.
//!
//! The role is which store is open. There is no flag that could be flipped: without the passphrase
//! there is no key, and without the key there is nothing to read.

use std::sync::Arc;

use eighteen_seal::{Cost, MIN_CHARACTERS, StoreKey, weakness};
use eighteen_store::{KeyFile, Kind, Refusal, Store};
use zeroize::Zeroizing;

use crate::{
    App, ErrorCode, UserError,
    app::Session,
    course::count,
    startup::notice,
    wire::trainer::{Passphrase, TrainerDoor},
};

impl App {
    /// Where the trainer's store stands.
    ///
    /// # Errors
    /// When the key file cannot be read.
    pub fn trainer_door(&self) -> Result<TrainerDoor, UserError> {
        let key_file = KeyFile::of(&self.ready()?.folder);
        if let Some(session) = &*self.trainer() {
            return Ok(TrainerDoor::Open { notice: session.notice.clone() });
        }
        if !key_file.exists() {
            return Ok(TrainerDoor::None { min_characters: count(MIN_CHARACTERS) });
        }
        let wait_seconds = key_file.wait_seconds(self.now().unix_seconds())?;
        Ok(TrainerDoor::Locked { wait_seconds })
    }

    /// Makes the trainer's store and opens it.
    ///
    /// # Errors
    /// `PassphraseWeak` when the passphrase is too short, repetitive or common.
    pub fn create_trainer_store(&self, args: Passphrase) -> Result<TrainerDoor, UserError> {
        let passphrase = Zeroizing::new(args.passphrase);
        if let Some(weakness) = weakness(&passphrase) {
            return Err(UserError::new(ErrorCode::PassphraseWeak, format!("{weakness:?}")));
        }
        let key = KeyFile::of(&self.ready()?.folder).create(&passphrase, Cost::STANDARD)?;
        self.enter(key)
    }

    /// Opens the trainer's store.
    ///
    /// # Errors
    /// `WrongPassphrase`, or `PassphraseWait` with the seconds after too many wrong ones.
    pub fn unlock_trainer(&self, args: Passphrase) -> Result<TrainerDoor, UserError> {
        let passphrase = Zeroizing::new(args.passphrase);
        let key_file = KeyFile::of(&self.ready()?.folder);
        match key_file.open(&passphrase, self.now().unix_seconds())? {
            Ok(key) => self.enter(key),
            Err(Refusal::Wrong) => {
                Err(UserError::new(ErrorCode::WrongPassphrase, "the passphrase does not open it"))
            }
            Err(Refusal::Wait { seconds }) => Err(UserError {
                seconds: Some(seconds),
                ..UserError::new(ErrorCode::PassphraseWait, "too many wrong passphrases")
            }),
        }
    }

    /// Locks the trainer's store; the page reloads itself afterwards.
    ///
    /// # Errors
    /// When the key file cannot be read.
    pub fn lock_trainer(&self) -> Result<TrainerDoor, UserError> {
        *self.trainer() = None;
        self.trainer_door()
    }

    fn enter(&self, key: StoreKey) -> Result<TrainerDoor, UserError> {
        let ready = self.ready()?;
        // An open store is closed first: one file, one connection.
        *self.trainer() = None;
        let opened = Store::open(&ready.folder, Kind::Trainer(&key), &self.now().stamp())?;
        let notice = opened.damage.map(notice);
        let session = Session { store: Arc::new(opened.store), key, notice };
        let door = TrainerDoor::Open { notice: session.notice.clone() };
        *self.trainer() = Some(session);
        Ok(door)
    }
}
