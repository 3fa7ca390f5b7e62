//! What goes wrong, as the page sees it.
//!
//! A [`UserError`] is a code that decides what the person reads, and a technical chain that is shown
//! only under "Details". The sentences live with the page, in one complete table: a code without a
//! sentence does not compile there. A variant exists only where the page treats it differently.

use serde::Serialize;
use ts_rs::TS;

/// Decides what the person reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub enum ErrorCode {
    /// The store was written by a newer version; nothing was changed.
    StoreTooNew,
    /// The store was damaged and has been set aside.
    StoreDamaged,
    /// Another process holds the store.
    StoreBusy,
    /// The disk is full: nothing of this action was saved.
    DiskFull,
    /// The folder or file cannot be written.
    StoreReadOnly,
    /// The data folder is on a network drive.
    StoreOnNetwork,
    /// The content did not pass its checks.
    PackInvalid,
    /// The attempt is finished; its answers can no longer change.
    AttemptClosed,
    /// No tries are left.
    NoTriesLeft,
    /// The next try opens later; `opens_at` says when.
    PauseRunning,
    /// The answer is explained already, and can no longer be changed.
    AnswerCommitted,
    /// There is no such thing (any more).
    NotFound,
    /// The response does not fit the question.
    ResponseInvalid,
    /// Somebody else on this computer has that name.
    NameTaken,
    /// An assignment needs something to do, somebody to do it, and a day from today on.
    AssignmentInvalid,
    /// The name is empty or too long.
    NameInvalid,
    /// The trainer's area is locked.
    TrainerLocked,
    /// That is not the passphrase.
    WrongPassphrase,
    /// Too many wrong passphrases: wait.
    PassphraseWait,
    /// The passphrase is too short or too common.
    PassphraseWeak,
    /// The words are no recovery code: something in them is mistyped.
    RecoveryCodeMistyped,
    /// It is a recovery code, but not the one of this store, or one that is void.
    WrongRecoveryCode,
    /// No recovery code was made for this store.
    NoRecoveryCode,
    /// The smallest group must be of 5 to 50 people.
    GroupSizeInvalid,
    /// This trainer's store shows no single person.
    PersonsNotShown,
    /// The organisation's policy does not allow this.
    PolicyForbids,
    /// The organisation's policy cannot be read, so this is not done.
    PolicyUnread,
    /// The chosen file cannot be written.
    FileNotWritable,
    /// More rows than a PDF takes.
    TooLongForPaper,
    /// The folder of the pack that is being made is not there, or cannot be read as one.
    DraftLost,
    /// Another text stands in a file of the draft than the one that was changed.
    DraftChanged,
    /// A file of questions is not taken; the detail says why.
    QuestionsRefused,
    /// A picture is not taken; the detail says why.
    PictureRefused,
    /// There is no key to sign with where one was.
    KeyMissing,
    /// A file that was chosen as a key is none.
    KeyInvalid,
    /// Something of this name stands there, and is not written over.
    FileStands,
    /// A pack has more bytes than any reader takes.
    PackTooLarge,
    /// Erasing has begun and could not be finished; the next start finishes it.
    EraseUnfinished,
    /// A fault of ours.
    Internal,
}

/// A failure with everything the page needs to speak of it.
#[derive(Debug, Clone, Serialize, TS, thiserror::Error)]
#[error("{code:?}: {detail}")]
#[serde(rename_all = "camelCase")]
pub struct UserError {
    /// What the person reads is chosen by this.
    pub code: ErrorCode,
    /// The technical chain, for "Details" and the log.
    pub detail: String,
    /// A file or folder that the sentence names.
    pub path: Option<String>,
    /// Seconds, for `PassphraseWait`.
    pub seconds: Option<u32>,
    /// A moment, for `PauseRunning`.
    pub opens_at: Option<String>,
}

impl UserError {
    /// A full disk is that of the data folder, which the sentence names.
    pub(crate) fn on_disk_of(self, data_dir: &std::path::Path) -> Self {
        match self.code {
            ErrorCode::DiskFull => Self { path: Some(data_dir.display().to_string()), ..self },
            _ => self,
        }
    }

    /// An error with a technical detail.
    pub fn new(code: ErrorCode, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into(), path: None, seconds: None, opens_at: None }
    }
}

impl From<eighteen_store::Error> for UserError {
    fn from(error: eighteen_store::Error) -> Self {
        use eighteen_store::Error as Store;
        let detail = error.to_string();
        let (code, path) = match error {
            Store::TooNew { path, .. } => (ErrorCode::StoreTooNew, Some(path)),
            Store::Damaged { path, .. } | Store::KeyFile { path, .. } => {
                (ErrorCode::StoreDamaged, Some(path))
            }
            Store::Busy { path } => (ErrorCode::StoreBusy, Some(path)),
            Store::DiskFull => (ErrorCode::DiskFull, None),
            Store::ReadOnly { path } | Store::UnsafeFolder { path, .. } => {
                (ErrorCode::StoreReadOnly, Some(path))
            }
            Store::OnNetwork { path, .. } => (ErrorCode::StoreOnNetwork, Some(path)),
            Store::Io { path, .. } => (ErrorCode::Internal, Some(path)),
            Store::Seal(_) | Store::Sqlite(_) => (ErrorCode::Internal, None),
        };
        let path = path.map(|path| path.display().to_string());
        Self { code, detail, path, seconds: None, opens_at: None }
    }
}

impl eighteen_store::Failure for UserError {
    fn is_damage(&self) -> bool {
        self.code == ErrorCode::StoreDamaged
    }
}

impl From<eighteen_training::Error> for UserError {
    fn from(error: eighteen_training::Error) -> Self {
        use eighteen_training::Error as Training;
        let code = match error {
            Training::WrongType
            | Training::UnknownPart(_)
            | Training::NotOncePerPart
            | Training::NotReadable => ErrorCode::ResponseInvalid,
            Training::BankTooSmall { .. } => ErrorCode::PackInvalid,
            Training::NoMemory(_) => ErrorCode::Internal,
        };
        Self::new(code, error.to_string())
    }
}

/// What this program wrote itself and cannot read back.
impl From<serde_json::Error> for UserError {
    fn from(error: serde_json::Error) -> Self {
        Self::new(ErrorCode::Internal, error.to_string())
    }
}

/// The trainer's store is not open.
pub(crate) fn locked() -> UserError {
    UserError::new(ErrorCode::TrainerLocked, "the trainer's store is locked")
}

/// There is no such thing.
pub(crate) fn not_found(what: &str, id: &str) -> UserError {
    UserError::new(ErrorCode::NotFound, format!("there is no {what} `{id}`"))
}
