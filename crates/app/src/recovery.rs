//! The recovery code of the trainer's store: shown once, kept on paper, and what opens the store when the
//! passphrase is lost.
//!
//! A code that was made is nothing yet. It opens the store once the trainer has said to have it, and only then
//! is the one before void; so nobody is left with a code that was never written down.

use eighteen_exchange::{Cell, Column, Form};
use eighteen_seal::{Cost, RecoveryCode};
use eighteen_store::{KeyFile, Refusal};
use zeroize::Zeroizing;

use crate::{
    App, ErrorCode, UserError,
    error::locked,
    taking::in_memory,
    trainer::{refused, strong},
    wire::{
        taking::TakingWords,
        trainer::{Exported, Recover, RecoveryWords, TrainerDoor},
    },
};

impl App {
    /// Makes a code and shows it. It opens nothing until it is kept.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn make_recovery_code(&self) -> Result<RecoveryWords, UserError> {
        self.trainer_store()?;
        let code = RecoveryCode::random()
            .map_err(|error| UserError::new(ErrorCode::Internal, error.to_string()))?;
        let words = code.words().split(' ').map(str::to_owned).collect();
        if let Some(session) = &mut *self.trainer() {
            session.recovery = Some(code);
        }
        Ok(RecoveryWords { words })
    }

    /// Saves the code that was made as a page to print; nothing when they cancel.
    ///
    /// # Errors
    /// `TrainerLocked`, `NotFound` when no code was made, or `FileNotWritable` with the path.
    pub fn save_recovery_code(&self, args: TakingWords) -> Result<Option<Exported>, UserError> {
        let words = self.made()?.words();
        let column = |name: &str, about| Column {
            name: name.to_owned(),
            label: args.labels.get(name).cloned().unwrap_or_else(|| name.to_owned()),
            about,
            ..Column::default()
        };
        let columns = vec![
            column("number", "The place of the word in the code."),
            column("word", "A word of the code."),
        ];
        let sheet = self.sheet_of("recovery-code", columns, "", &args);
        let rows: Vec<Vec<Cell>> = (1_u32..)
            .zip(words.split(' '))
            .map(|(number, word)| vec![number.into(), word.into()])
            .collect();
        self.save_file("eighteen-days-recovery-code", "pdf", 1, || {
            in_memory(Form::Pdf, &sheet, &rows)
        })
    }

    /// The trainer has the code: it opens the store from now on, and the one before does not.
    ///
    /// # Errors
    /// `TrainerLocked`, `NotFound` when no code was made, or what the key file says.
    pub fn keep_recovery_code(&self) -> Result<TrainerDoor, UserError> {
        let code = self.made()?;
        let (key, smallest) = match &*self.trainer() {
            Some(session) => (session.key.clone(), session.smallest_group),
            None => return Err(locked()),
        };
        KeyFile::of(&self.ready()?.folder).keep_recovery(&key, smallest, &code, Cost::STANDARD)?;
        if let Some(session) = &mut *self.trainer() {
            session.recovery = None;
        }
        self.trainer_door()
    }

    /// Opens the trainer's store by its recovery code and gives it a new passphrase, both or neither. The code
    /// is used up.
    ///
    /// # Errors
    /// `RecoveryCodeMistyped`, `NoRecoveryCode`, `WrongRecoveryCode`, `PassphraseWait` with the seconds, or
    /// `PassphraseWeak`.
    pub fn recover_trainer(&self, args: Recover) -> Result<TrainerDoor, UserError> {
        let written = Zeroizing::new(args.code);
        let passphrase = strong(args.passphrase)?;
        let key_file = KeyFile::of(&self.ready()?.folder);
        if !key_file.has_recovery()? {
            return Err(UserError::new(ErrorCode::NoRecoveryCode, "no recovery code was made"));
        }
        let code = RecoveryCode::from_words(&written).ok_or_else(|| {
            UserError::new(ErrorCode::RecoveryCodeMistyped, "the words are no recovery code")
        })?;
        let now = self.now().unix_seconds();
        match key_file.recover(&code, &passphrase, Cost::STANDARD, now)? {
            Ok(key) => self.enter(key),
            Err(Refusal::Wrong) => {
                Err(UserError::new(ErrorCode::WrongRecoveryCode, "the code does not open it"))
            }
            Err(wait) => Err(refused(wait)),
        }
    }

    /// The code that was made and is not kept yet.
    fn made(&self) -> Result<RecoveryCode, UserError> {
        self.trainer_store()?;
        let made = self.trainer().as_ref().and_then(|session| session.recovery.clone());
        made.ok_or_else(|| crate::error::not_found("recovery code", "made"))
    }
}
