//! Opening a store: look first, refuse what is newer, set aside what is damaged, back up, migrate.
//!
//! Looking changes no byte of the file nor of the files beside it, so that a refused or damaged file
//! stays what it was.

use std::{
    fs,
    path::{Path, PathBuf},
};

use eighteen_seal::StoreKey;
use rusqlite::Connection;

use crate::{
    DataFolder, Error, Store, backup,
    connection::{self, APPLICATION_ID},
    erase, looked,
    migrate::{self, LEARNER, Migration, TRAINER},
    schema,
    set_aside::{self, beside},
    tending::Stop,
};

/// Which store.
#[derive(Debug, Clone, Copy)]
pub enum Kind<'a> {
    /// What the learners of this computer did. Plain: its folder is private to the account.
    Learner,
    /// What a trainer collected. Encrypted with this key.
    Trainer(&'a StoreKey),
}

/// What is needed to open a store of a kind.
pub(crate) struct Plan<'a> {
    /// Its file.
    pub(crate) path: PathBuf,
    /// Its key, when it is encrypted.
    pub(crate) key: Option<&'a StoreKey>,
    /// Its migrations.
    pub(crate) migrations: &'a [Migration],
    /// This moment, in file names (`20261122T173000Z`).
    pub(crate) stamp: &'a str,
    /// Bytes from which an encrypted store is copied and looked through beside whoever works with it.
    pub(crate) large: u64,
}

impl<'a> Plan<'a> {
    pub(crate) fn new(folder: &DataFolder, kind: Kind<'a>, stamp: &'a str) -> Self {
        let (file, key, migrations) = match kind {
            Kind::Learner => ("learner.db", None, LEARNER),
            Kind::Trainer(key) => ("trainer.db", Some(key), TRAINER),
        };
        Self { path: folder.path().join(file), key, migrations, stamp, large: looked::LARGE }
    }
}

/// An open store, and what had to be done to open it.
#[derive(Debug)]
pub struct Opened {
    /// The store.
    pub store: Store,
    /// The file had been damaged.
    pub damage: Option<Damage>,
}

/// A damaged file was kept under another name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// Where it is now, with nothing of it changed; where it should have been, when it was missing.
    pub set_aside: PathBuf,
    /// The copy that took its place; an empty store did when absent.
    pub restored_from: Option<PathBuf>,
}

/// Opens a store.
pub(crate) fn open(plan: &Plan<'_>) -> Result<Opened, Error> {
    let damage = match examine(plan) {
        Ok(()) => None,
        Err(Error::Damaged { .. }) => {
            looked::forget(&plan.path);
            Some(set_aside::set_aside(plan)?)
        }
        Err(other) => return Err(other.at(&plan.path)),
    };
    let store = open_sound(plan).map_err(|error| error.at(&plan.path))?;
    Ok(Opened { store, damage })
}

/// Looks whether the store can be opened, or made where there never was one.
fn examine(plan: &Plan<'_>) -> Result<(), Error> {
    let path = &plan.path;
    if ordinary(path)?.is_none() {
        return set_aside::never_was(plan);
    }
    ordinary(&beside(path, "-shm"))?;
    not_empty(path)?;
    let log = ordinary(&beside(path, "-wal"))?.is_some_and(|length| length > 0);
    let conn = if log {
        connection::look_with_log(path, plan.key)?
    } else {
        connection::look(path, plan.key)?
    };
    examine_opened(&conn, path, plan)?;
    if looked::is_due(plan) {
        backup::quick_check(&conn, path)?;
        looked::keep(plan);
    }
    Ok(())
}

/// Looks at every page of a store, changing nothing. Gives its level and the newest one that is known, where there
/// is a store.
pub(crate) fn look(plan: &Plan<'_>) -> Result<Option<(u32, u32)>, Error> {
    let path = &plan.path;
    if ordinary(path)?.is_none() {
        return Ok(None);
    }
    not_empty(path)?;
    let log = ordinary(&beside(path, "-wal"))?.is_some_and(|length| length > 0);
    let conn = if log {
        connection::look_with_log(path, plan.key)?
    } else {
        connection::look(path, plan.key)?
    };
    examine_opened(&conn, path, plan)?;
    backup::quick_check(&conn, path)?;
    let known = u32::try_from(plan.migrations.len()).unwrap_or(u32::MAX);
    Ok(Some((migrate::level(&conn)?.schema, known)))
}

/// Looks whether a file without a log is a sound store of this kind that this version may open.
pub(crate) fn examine_alone(path: &Path, plan: &Plan<'_>) -> Result<(), Error> {
    not_empty(path)?;
    let conn = connection::look(path, plan.key)?;
    examine_opened(&conn, path, plan)?;
    backup::quick_check(&conn, path)
}

/// All but its pages one by one.
fn examine_opened(conn: &Connection, path: &Path, plan: &Plan<'_>) -> Result<(), Error> {
    ours(conn, path)?;
    not_too_new(conn, path, plan)?;
    schema::check(conn, path, plan.migrations)
}

/// A new store gets its name when it is whole, so an empty file was never one of ours.
fn not_empty(path: &Path) -> Result<(), Error> {
    match ordinary(path)? {
        Some(length) if length > 0 => Ok(()),
        _ => Err(damaged(path, "empty")),
    }
}

/// The length of a file, when there is one. What is no file cannot be opened as one, nor followed.
fn ordinary(path: &Path) -> Result<Option<u64>, Error> {
    match fs::symlink_metadata(path) {
        Ok(data) if data.is_file() => Ok(Some(data.len())),
        Ok(_) => Err(damaged(path, "not an ordinary file")),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(Error::Io { path: path.to_path_buf(), source }),
    }
}

fn ours(conn: &Connection, path: &Path) -> Result<(), Error> {
    let id: i32 = conn
        .query_row("PRAGMA application_id", [], |row| row.get(0))
        .map_err(|error| Error::from(error).at(path))?;
    if id == APPLICATION_ID { Ok(()) } else { Err(damaged(path, "made by another program")) }
}

fn not_too_new(conn: &Connection, path: &Path, plan: &Plan<'_>) -> Result<(), Error> {
    let known = u32::try_from(plan.migrations.len()).unwrap_or(u32::MAX);
    let level = migrate::level(conn).map_err(|error| match error {
        Error::Sqlite(error) => damaged(path, &error.to_string()),
        other => other.at(path),
    })?;
    if level.min_reader > known {
        return Err(Error::TooNew { path: path.to_path_buf(), found: level.schema, known });
    }
    Ok(())
}

/// Opens a file that was found sound, or makes a new one.
fn open_sound(plan: &Plan<'_>) -> Result<Store, Error> {
    let new = !plan.path.exists();
    if new {
        make(plan)?;
    }
    let mut conn = connection::open(&plan.path, plan.key, false)?;
    let old = (migrate::level(&conn)?.schema as usize) < plan.migrations.len();
    if old {
        // Without a copy that is known to be sound nothing is changed.
        backup::make(&conn, &plan.path, plan.key, plan.stamp, &Stop::default())?;
    } else if !new && !looked::is_large(plan) && backup_is_due(plan)? {
        // A store made just now has nothing to copy. A daily copy for which there is no room must not
        // keep anybody from learning; it is tried again at the next start.
        let _ = backup::make(&conn, &plan.path, plan.key, plan.stamp, &Stop::default());
    }
    if old {
        migrate::migrate(&mut conn, plan.migrations, APPLICATION_ID)?;
    }
    erase::finish(&mut conn, plan)?;
    Ok(Store::new(conn, &plan.path, plan.key.is_some()))
}

/// Makes an empty store under another name and gives it its own when it is whole. A process that ends
/// in between leaves nothing that could be taken for a store that lost its rows.
fn make(plan: &Plan<'_>) -> Result<(), Error> {
    let new = set_aside::unfinished(plan)?;
    let made = make_at(&new, plan).and_then(|()| set_aside::place(&new, &plan.path));
    if made.is_err() {
        // Half a store is of no use, and the disk may be full of it.
        let _ = set_aside::unfinished(plan);
    }
    made
}

fn make_at(new: &Path, plan: &Plan<'_>) -> Result<(), Error> {
    let mut conn = connection::open(new, plan.key, true)?;
    migrate::migrate(&mut conn, plan.migrations, APPLICATION_ID)?;
    // The log is moved into the file, so that the file alone is the store.
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    conn.close().map_err(|(_, error)| error.into())
}

/// One copy a day is enough, and one in ten days of a large store; the stamps begin with the day.
pub(crate) fn backup_is_due(plan: &Plan<'_>) -> Result<bool, Error> {
    let digits = if looked::is_large(plan) { 7 } else { 8 };
    let day = plan.stamp.get(..digits).unwrap_or(plan.stamp);
    let newest = backup::list(&plan.path, plan.stamp)?.into_iter().next();
    Ok(newest.is_none_or(|copy| {
        !copy.extension().is_some_and(|made| made.to_string_lossy().starts_with(day))
    }))
}

pub(crate) fn damaged(path: &Path, reason: &str) -> Error {
    Error::Damaged { path: path.to_path_buf(), reason: reason.to_owned() }
}

#[cfg(test)]
mod tests;
