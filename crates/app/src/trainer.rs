//! The door of the trainer's area: making its store, unlocking it, locking it.
//!
//! The role is which store is open. There is no flag that could be flipped: without the passphrase
//! there is no key, and without the key there is nothing to read.

use std::sync::{Arc, atomic::Ordering};

use eighteen_seal::{Cost, MIN_CHARACTERS, StoreKey, weakness};
use eighteen_store::{KeyFile, Kind, Refusal, Store};
use zeroize::Zeroizing;

use crate::{
    App, ErrorCode, UserError,
    app::Session,
    course::count,
    figures,
    glance::HeldGlance,
    startup::notice,
    wire::trainer::{NewWorksCouncilStore, Passphrase, TrainerDoor},
};

/// Sizes that can be agreed on. Below five people, who is meant is soon guessed.
const GROUP_SIZES: std::ops::RangeInclusive<u32> = 5..=50;

impl App {
    /// Where the trainer's store stands.
    ///
    /// # Errors
    /// When the key file cannot be read.
    pub fn trainer_door(&self) -> Result<TrainerDoor, UserError> {
        let key_file = KeyFile::of(&self.ready()?.folder);
        let min_characters = count(MIN_CHARACTERS);
        if let Some(session) = &*self.trainer() {
            // A file that cannot be read any more has no code that opens anything.
            let recovery_code = key_file.has_recovery().unwrap_or(false);
            return Ok(TrainerDoor::Open {
                notice: session.notice.clone(),
                recovery_code,
                smallest_group: session.smallest_group,
            });
        }
        if !key_file.exists() {
            let smallest_group = self.rules.policy.smallest_group;
            return Ok(TrainerDoor::None { min_characters, smallest_group });
        }
        let wait_seconds = key_file.wait_seconds(self.now().unix_seconds())?;
        let recovery_code = key_file.has_recovery()?;
        Ok(TrainerDoor::Locked { wait_seconds, min_characters, recovery_code })
    }

    /// Somebody is at the keyboard in the trainer's area, which keeps it open.
    ///
    /// # Errors
    /// When the key file cannot be read.
    pub fn trainer_still_here(&self) -> Result<TrainerDoor, UserError> {
        // A locked store is no error here: the door says so.
        let _ = self.trainer_store();
        self.trainer_door()
    }

    /// Makes the trainer's store and opens it.
    ///
    /// # Errors
    /// `PassphraseWeak` when the passphrase is too short, repetitive or common; `PolicyForbids` or `PolicyUnread`
    /// where the organisation's policy stands against it.
    pub fn create_trainer_store(&self, args: Passphrase) -> Result<TrainerDoor, UserError> {
        self.rules.allow_store(None)?;
        let passphrase = strong(args.passphrase)?;
        let key = KeyFile::of(&self.ready()?.folder).create(&passphrase, Cost::STANDARD)?;
        self.enter(key)
    }

    /// Makes a trainer's store that shows no person and no group smaller than asked, for ever, and opens
    /// it. What was agreed stands in the key file and is part of what the passphrase opens, so neither a
    /// verb nor a changed file takes it back.
    ///
    /// # Errors
    /// `GroupSizeInvalid`, or `PassphraseWeak` when the passphrase is too short, repetitive or common;
    /// `PolicyForbids` or `PolicyUnread` where the organisation's policy stands against it.
    pub fn create_works_council_store(
        &self,
        args: NewWorksCouncilStore,
    ) -> Result<TrainerDoor, UserError> {
        let size = args.smallest_group;
        if !GROUP_SIZES.contains(&size) {
            return Err(UserError::new(ErrorCode::GroupSizeInvalid, size.to_string()));
        }
        self.rules.allow_store(Some(size))?;
        let passphrase = strong(args.passphrase)?;
        let key_file = KeyFile::of(&self.ready()?.folder);
        let key = key_file.create_for_groups(&passphrase, Cost::STANDARD, size)?;
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
            Err(refusal) => Err(refused(refusal)),
        }
    }

    /// Locks the trainer's store; the page reloads itself afterwards.
    ///
    /// # Errors
    /// When the key file cannot be read.
    pub fn lock_trainer(&self) -> Result<TrainerDoor, UserError> {
        *self.trainer() = None;
        self.looked().clear();
        self.stop_looking();
        self.trainer_door()
    }

    /// From now on a large store is copied and looked through while it is open, which a program that is there for a
    /// moment only does not begin.
    pub fn tend_stores(&self) {
        self.tends.store(true, Ordering::Release);
    }

    pub(crate) fn enter(&self, key: StoreKey) -> Result<TrainerDoor, UserError> {
        let ready = self.ready()?;
        // An open store is closed first: one file, one connection.
        *self.trainer() = None;
        let opened = Store::open(&ready.folder, Kind::Trainer(&key), &self.now().stamp())?;
        figures::bring_up_to_date(&opened.store)?;
        let of = (&opened.store, &ready.folder, Kind::Trainer(&key));
        self.erase_people_on_time(of, self.now());
        let now = self.now().unix_seconds();
        if self.tends.load(Ordering::Acquire) {
            opened.store.tend(Kind::Trainer(&key), &self.now().stamp());
        }
        let session = Session {
            store: Arc::new(opened.store),
            key,
            recovery: None,
            notice: opened.damage.map(notice),
            glance: HeldGlance::default(),
            opened: now,
            used: now,
            smallest_group: KeyFile::of(&ready.folder).smallest_group()?,
        };
        *self.trainer() = Some(session);
        self.trainer_door()
    }
}

/// Why a passphrase did not open the store.
pub(crate) fn refused(refusal: Refusal) -> UserError {
    match refusal {
        Refusal::Wrong => {
            UserError::new(ErrorCode::WrongPassphrase, "the passphrase does not open it")
        }
        Refusal::Wait { seconds } => UserError {
            seconds: Some(seconds),
            ..UserError::new(ErrorCode::PassphraseWait, "too many wrong passphrases")
        },
    }
}

pub(crate) fn strong(passphrase: String) -> Result<Zeroizing<String>, UserError> {
    let passphrase = Zeroizing::new(passphrase);
    match weakness(&passphrase) {
        Some(weakness) => Err(UserError::new(ErrorCode::PassphraseWeak, format!("{weakness:?}"))),
        None => Ok(passphrase),
    }
}
