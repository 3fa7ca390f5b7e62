//! The one door to a store: [`Store::read`] and [`Store::write`].

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use rusqlite::{Connection, TransactionBehavior};

use crate::{DataFolder, Error, Kind, Opened};

/// An open store. One connection behind a lock: one writer, and a reader that sees all of it.
#[derive(Debug)]
pub struct Store {
    conn: Mutex<Connection>,
    path: PathBuf,
}

impl Store {
    /// Opens or makes a store in a folder that this process holds.
    ///
    /// `stamp` names this moment in the names of copies: `20261122T173000Z`.
    ///
    /// # Errors
    /// See [`Error`]; a file that is newer or cannot be written is left exactly as it was.
    pub fn open(folder: &DataFolder, kind: Kind<'_>, stamp: &str) -> Result<Opened, Error> {
        crate::open::open(folder, kind, stamp)
    }

    pub(crate) fn new(conn: Connection, path: &Path) -> Self {
        Self { conn: Mutex::new(conn), path: path.to_path_buf() }
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads in one transaction, so that all that is read belongs together.
    ///
    /// # Errors
    /// Whatever `work` or the store says.
    pub fn read<T, E: From<Error>>(
        &self,
        work: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let conn = self.conn();
        let tx = conn.unchecked_transaction().map_err(|error| self.named(error))?;
        let read = work(&Reader { conn: &tx })?;
        tx.finish().map_err(|error| self.named(error))?;
        Ok(read)
    }

    /// Writes in one IMMEDIATE transaction. When this returns `Ok`, the disk has it.
    ///
    /// # Errors
    /// Whatever `work` or the store says; nothing of it was kept then.
    pub fn write<T, E: From<Error>>(
        &self,
        work: impl FnOnce(&Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut conn = self.conn();
        let tx = conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| self.named(error))?;
        let written = work(&Writer { conn: &tx })?;
        tx.commit().map_err(|error| self.named(error))?;
        Ok(written)
    }

    /// A panic while the lock was held rolled its transaction back, so the connection is sound.
    fn conn(&self) -> MutexGuard<'_, Connection> {
        self.conn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn named(&self, error: rusqlite::Error) -> Error {
        Error::from(error).at(&self.path)
    }
}

/// What can be read. The methods stand with their tables.
#[derive(Debug)]
pub struct Reader<'a> {
    pub(crate) conn: &'a Connection,
}

/// What can be written. The methods stand with their tables.
#[derive(Debug)]
pub struct Writer<'a> {
    pub(crate) conn: &'a Connection,
}

impl<'a> Writer<'a> {
    /// The same transaction, for reading.
    pub fn reader(&self) -> Reader<'a> {
        Reader { conn: self.conn }
    }
}
