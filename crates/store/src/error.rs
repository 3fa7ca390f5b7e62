//! What can go wrong with a store.

use std::path::PathBuf;

/// A store's failure. No sentence for users: those live with the page.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Written by a newer version; nothing was changed.
    #[error("{}: made by a newer version (schema {found}, this version knows {known})", path.display())]
    TooNew {
        /// The file.
        path: PathBuf,
        /// Its schema.
        found: u32,
        /// The newest schema that this version knows.
        known: u32,
    },
    /// The file is not a sound database.
    #[error("{}: damaged: {reason}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What `SQLite` says.
        reason: String,
    },
    /// Another process holds the data folder, or the file stayed locked.
    #[error("{}: another process is using it", path.display())]
    Busy {
        /// The folder or file.
        path: PathBuf,
    },
    /// The disk is full; the transaction was rolled back.
    #[error("the disk is full")]
    DiskFull,
    /// The file or its folder cannot be written.
    #[error("{}: cannot be written", path.display())]
    ReadOnly {
        /// The folder or file.
        path: PathBuf,
    },
    /// The data folder stands on a file system that does not lock or sync as a store needs.
    #[error("{}: {reason}", path.display())]
    UnsafeFolder {
        /// The folder.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The data folder stands on a network drive; nothing was made there.
    #[error("{}: on a network drive ({kind})", path.display())]
    OnNetwork {
        /// The folder.
        path: PathBuf,
        /// The kind of network.
        kind: &'static str,
    },
    /// The key file is not readable as one.
    #[error("{}: not a key file: {reason}", path.display())]
    KeyFile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// Sealing or opening the key failed.
    #[error(transparent)]
    Seal(#[from] eighteen_seal::Error),
    /// A file operation failed.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Anything else that `SQLite` says.
    #[error("SQLite: {0}")]
    Sqlite(rusqlite::Error),
}

/// What an action on a store fails with: the store's own error or one that can take it in.
pub trait Failure: From<Error> {
    /// The store met what it cannot have written.
    fn is_damage(&self) -> bool;
}

impl Failure for Error {
    fn is_damage(&self) -> bool {
        matches!(self, Self::Damaged { .. })
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::{ErrorCode as Code, ffi::SQLITE_IOERR_SHMSIZE};
        if error.sqlite_error().is_some_and(|raw| raw.extended_code == SQLITE_IOERR_SHMSIZE) {
            // The index of the log did not fit: the same full disk, met at another file.
            return Self::DiskFull;
        }
        if is_no_value_of_ours(&error) {
            return damaged(&error);
        }
        match error.sqlite_error_code() {
            Some(Code::DiskFull) => Self::DiskFull,
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => {
                Self::Busy { path: PathBuf::from("the store") }
            }
            Some(Code::ReadOnly | Code::CannotOpen) => {
                Self::ReadOnly { path: PathBuf::from("the store") }
            }
            Some(Code::NotADatabase | Code::DatabaseCorrupt) => damaged(&error),
            _ => Self::Sqlite(error),
        }
    }
}

/// A row holds what this crate cannot have written: a text that is no text, a number out of its range.
fn is_no_value_of_ours(error: &rusqlite::Error) -> bool {
    use rusqlite::Error as Row;
    matches!(
        error,
        Row::Utf8Error(..)
            | Row::FromSqlConversionFailure(..)
            | Row::IntegralValueOutOfRange(..)
            | Row::InvalidColumnType(..)
    )
}

fn damaged(error: &rusqlite::Error) -> Error {
    Error::Damaged { path: PathBuf::from("the store"), reason: error.to_string() }
}

impl Error {
    /// The same error, naming this file where it named none.
    pub(crate) fn at(self, file: &std::path::Path) -> Self {
        let path = file.to_path_buf();
        match self {
            Self::Busy { .. } => Self::Busy { path },
            Self::ReadOnly { .. } => Self::ReadOnly { path },
            Self::Damaged { reason, .. } => Self::Damaged { path, reason },
            other => other,
        }
    }
}
