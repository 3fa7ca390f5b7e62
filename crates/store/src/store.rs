//! The one door to a store: [`Store::read`] and [`Store::write`].

use std::{
    cell::RefCell,
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use rusqlite::{Connection, TransactionBehavior};

use crate::{
    DataFolder, Error, Kind, Opened, error::Failure, looked, open::Plan, tending::Tending,
};

/// An open store. One connection behind a lock: one writer, and a reader that sees all of it.
#[derive(Debug)]
pub struct Store {
    conn: Mutex<Connection>,
    path: PathBuf,
    is_encrypted: bool,
    version: AtomicU64,
    tending: Mutex<Option<Tending>>,
}

impl Store {
    /// Opens or makes a store in a folder that this process holds.
    ///
    /// `stamp` names this moment in the names of copies: `20261122T173000Z`.
    ///
    /// # Errors
    /// See [`Error`]; a file that is newer or cannot be written is left exactly as it was.
    pub fn open(folder: &DataFolder, kind: Kind<'_>, stamp: &str) -> Result<Opened, Error> {
        crate::open::open(&Plan::new(folder, kind, stamp))
    }

    /// Looks at every page of a store and changes nothing; gives its level and the newest one that is known, where
    /// there is a store.
    ///
    /// # Errors
    /// What keeps it from being opened.
    pub fn look(folder: &DataFolder, kind: Kind<'_>) -> Result<Option<(u32, u32)>, Error> {
        let plan = Plan::new(folder, kind, "");
        crate::open::look(&plan).map_err(|error| error.at(&plan.path))
    }

    pub(crate) fn new(conn: Connection, path: &Path, is_encrypted: bool) -> Self {
        Self {
            conn: Mutex::new(conn),
            path: path.to_path_buf(),
            is_encrypted,
            version: AtomicU64::new(0),
            tending: Mutex::default(),
        }
    }

    pub(crate) fn tending(&self) -> MutexGuard<'_, Option<Tending>> {
        self.tending.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A number that is another one after rows were changed, other than settings and counts that were kept. Of
    /// this process only: no other one writes.
    pub fn version(&self) -> u64 {
        self.version.load(Ordering::Acquire)
    }

    /// Reads in one transaction, so that all that is read belongs together.
    ///
    /// # Errors
    /// Whatever `work` or the store says.
    pub fn read<T, E: Failure>(
        &self,
        work: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let conn = self.conn();
        let tx = conn.unchecked_transaction().map_err(|error| self.named(error))?;
        let read = self.watched(work(&Reader { conn: &tx }))?;
        tx.finish().map_err(|error| self.named(error))?;
        Ok(read)
    }

    /// Writes in one IMMEDIATE transaction. When this returns `Ok`, the disk has it.
    ///
    /// # Errors
    /// Whatever `work` or the store says; nothing of it was kept then.
    pub fn write<T, E: Failure>(
        &self,
        work: impl FnOnce(&Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut conn = self.conn();
        let tx = conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| self.named(error))?;
        let before = tx.total_changes();
        let writer =
            Writer { conn: &tx, touched: RefCell::default(), aside: std::cell::Cell::new(0) };
        let written = self.watched(work(&writer))?;
        let changed = tx.total_changes() - before > writer.aside.get();
        tx.commit().map_err(|error| self.named(error))?;
        if changed {
            self.has_changed();
        }
        Ok(written)
    }

    pub(crate) fn has_changed(&self) {
        self.version.fetch_add(1, Ordering::AcqRel);
    }

    /// A panic while the lock was held rolled its transaction back, so the connection is sound.
    pub(crate) fn conn(&self) -> MutexGuard<'_, Connection> {
        self.conn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Damage that was met makes the next start look through the whole file.
    fn watched<T, E: Failure>(&self, outcome: Result<T, E>) -> Result<T, E> {
        outcome.inspect_err(|error| {
            if self.is_encrypted && error.is_damage() {
                looked::note_damage(&self.path);
            }
        })
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
    /// Attempts of which a row was added or changed.
    touched: RefCell<BTreeSet<String>>,
    /// Rows of settings and kept counts that were changed.
    pub(crate) aside: std::cell::Cell<u64>,
}

impl<'a> Writer<'a> {
    /// The same transaction, for reading.
    pub fn reader(&self) -> Reader<'a> {
        Reader { conn: self.conn }
    }

    /// The attempts of which this transaction added or changed a row, each once, and none from here on.
    pub fn touched(&self) -> BTreeSet<String> {
        self.touched.take()
    }

    /// Rows were changed that are no results.
    pub(crate) fn changed_aside(&self, rows: usize) {
        self.aside.set(self.aside.get() + rows as u64);
    }

    pub(crate) fn touch(&self, attempt_id: &str) {
        let mut touched = self.touched.borrow_mut();
        if !touched.contains(attempt_id) {
            touched.insert(attempt_id.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use eighteen_seal::StoreKey;
    use rusqlite::config::DbConfig;

    use super::*;

    fn pragma(conn: &Connection, name: &str) -> String {
        let value: rusqlite::types::Value =
            conn.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0)).unwrap();
        match value {
            rusqlite::types::Value::Integer(number) => number.to_string(),
            rusqlite::types::Value::Text(text) => text,
            other => panic!("{name}: {other:?}"),
        }
    }

    /// Every one of these is a promise of the crate; a connection without one of them breaks it silently.
    #[test]
    fn the_open_connection_has_every_setting() {
        let temp = tempfile::tempdir().unwrap();
        let folder = DataFolder::hold(temp.path()).unwrap();
        let key = StoreKey::random().unwrap();
        for kind in [Kind::Learner, Kind::Trainer(&key)] {
            let store = Store::open(&folder, kind, "20261122T173000Z").unwrap().store;
            let conn = store.conn();
            for (name, value) in [
                ("journal_mode", "wal"),
                ("synchronous", "2"),
                ("fullfsync", "1"),
                ("checkpoint_fullfsync", "1"),
                ("foreign_keys", "1"),
                ("secure_delete", "1"),
                ("trusted_schema", "0"),
                ("cell_size_check", "1"),
                ("busy_timeout", "5000"),
                ("temp_store", "2"),
                ("locking_mode", "normal"),
                ("query_only", "0"),
                ("application_id", "825771129"),
            ] {
                assert_eq!(pragma(&conn, name), value, "{kind:?}: {name}");
            }
            assert!(conn.db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE).unwrap());
            assert!(!conn.db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE).unwrap());
            assert!(!conn.is_readonly("main").unwrap());
        }
    }

    #[test]
    fn the_trainers_store_is_encrypted_as_sqlcipher_does_by_default() {
        let temp = tempfile::tempdir().unwrap();
        let folder = DataFolder::hold(temp.path()).unwrap();
        let key = StoreKey::random().unwrap();
        let store = Store::open(&folder, Kind::Trainer(&key), "20261122T173000Z").unwrap().store;
        let conn = store.conn();
        assert_eq!(pragma(&conn, "cipher_page_size"), "4096");
        assert_eq!(pragma(&conn, "cipher_use_hmac"), "1");
        assert_eq!(pragma(&conn, "cipher_hmac_algorithm"), "HMAC_SHA512");
    }
}
