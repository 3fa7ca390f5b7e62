//! Opening a store: look first, refuse what is newer, set aside what is damaged, back up, migrate.

use std::{
    fs,
    path::{Path, PathBuf},
};

use eighteen_seal::StoreKey;
use rusqlite::Connection;

use crate::{
    DataFolder, Error, Store, backup,
    connection::{self, APPLICATION_ID},
    files::unwritable,
    migrate::{self, LEARNER, Migration, TRAINER},
};

/// Which store.
#[derive(Debug, Clone, Copy)]
pub enum Kind<'a> {
    /// What the learners of this computer did. Plain: its folder is private to the account.
    Learner,
    /// What a trainer collected. Encrypted with this key.
    Trainer(&'a StoreKey),
}

impl Kind<'_> {
    fn file(self) -> &'static str {
        match self {
            Self::Learner => "learner.db",
            Self::Trainer(_) => "trainer.db",
        }
    }

    fn key(&self) -> Option<&StoreKey> {
        match self {
            Self::Learner => None,
            Self::Trainer(key) => Some(key),
        }
    }

    fn migrations(self) -> &'static [Migration] {
        match self {
            Self::Learner => LEARNER,
            Self::Trainer(_) => TRAINER,
        }
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
    /// Where it is now, with nothing of it changed.
    pub set_aside: PathBuf,
    /// The copy that took its place; an empty store did when absent.
    pub restored_from: Option<PathBuf>,
}

/// Opens a store. `stamp` names this moment in file names (`20261122T173000Z`).
pub(crate) fn open(folder: &DataFolder, kind: Kind<'_>, stamp: &str) -> Result<Opened, Error> {
    let path = folder.path().join(kind.file());
    let first = examine(&path, kind).and_then(|()| open_sound(&path, kind, stamp));
    let damage = match first {
        Ok(store) => return Ok(Opened { store, damage: None }),
        Err(Error::Damaged { .. }) => set_aside(&path, kind, stamp)?,
        Err(other) => return Err(other.at(&path)),
    };
    let store = open_sound(&path, kind, stamp).map_err(|error| error.at(&path))?;
    Ok(Opened { store, damage: Some(damage) })
}

/// Looks at the file without changing a byte of it or beside it.
fn examine(path: &Path, kind: Kind<'_>) -> Result<(), Error> {
    let length = match fs::symlink_metadata(path) {
        Ok(data) if data.is_file() => data.len(),
        Ok(_) => {
            return Err(Error::UnsafeFolder {
                path: path.to_path_buf(),
                reason: "this is not an ordinary file".to_owned(),
            });
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(source) => return Err(Error::Io { path: path.to_path_buf(), source }),
    };
    if length == 0 {
        // SQLite leaves an empty file when it was stopped before the first commit.
        return Ok(());
    }
    let conn = connection::look(path, kind.key())?;
    ours(&conn, path)?;
    not_too_new(&conn, path, kind)
}

fn ours(conn: &Connection, path: &Path) -> Result<(), Error> {
    let id: i32 = conn
        .query_row("PRAGMA application_id", [], |row| row.get(0))
        .map_err(|error| Error::from(error).at(path))?;
    // 0: the log was not yet moved into the file when the process ended; the next look decides.
    if id == APPLICATION_ID || id == 0 {
        return Ok(());
    }
    Err(Error::Damaged { path: path.to_path_buf(), reason: "made by another program".to_owned() })
}

fn not_too_new(conn: &Connection, path: &Path, kind: Kind<'_>) -> Result<(), Error> {
    let known = u32::try_from(kind.migrations().len()).unwrap_or(u32::MAX);
    let level = migrate::level(conn).map_err(|error| match error {
        Error::Sqlite(error) => {
            Error::Damaged { path: path.to_path_buf(), reason: error.to_string() }
        }
        other => other.at(path),
    })?;
    if level.min_reader > known {
        return Err(Error::TooNew { path: path.to_path_buf(), found: level.schema, known });
    }
    Ok(())
}

/// Opens a file that is believed to be sound; says `Damaged` when it turns out not to be.
fn open_sound(path: &Path, kind: Kind<'_>, stamp: &str) -> Result<Store, Error> {
    let mut conn = connection::open(path, kind.key(), true)?;
    let known = kind.migrations().len();
    // With the log read in, the file may say more than it did when only looked at.
    not_too_new(&conn, path, kind)?;
    let verdict: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(Error::Damaged { path: path.to_path_buf(), reason: verdict });
    }
    let schema = migrate::level(&conn)?.schema as usize;
    if schema > 0 {
        ours_by_now(&conn, path)?;
        if schema < known || backup_is_due(path, stamp)? {
            backup::make(&conn, path, kind.key(), stamp)?;
        }
    }
    if schema < known {
        migrate::migrate(&mut conn, kind.migrations(), APPLICATION_ID)?;
    }
    Ok(Store::new(conn, path))
}

fn ours_by_now(conn: &Connection, path: &Path) -> Result<(), Error> {
    let id: i32 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if id == APPLICATION_ID {
        return Ok(());
    }
    Err(Error::Damaged { path: path.to_path_buf(), reason: "made by another program".to_owned() })
}

/// One copy a day is enough; the stamps begin with the day.
fn backup_is_due(path: &Path, stamp: &str) -> Result<bool, Error> {
    let day = stamp.get(..8).unwrap_or(stamp);
    let newest = backup::list(path)?.into_iter().next();
    Ok(newest.is_none_or(|copy| {
        !copy.extension().is_some_and(|made| made.to_string_lossy().starts_with(day))
    }))
}

/// Keeps a damaged file with its log under another name and puts the newest sound copy in its place.
fn set_aside(path: &Path, kind: Kind<'_>, stamp: &str) -> Result<Damage, Error> {
    let beside = |suffix: &str| PathBuf::from(format!("{}{suffix}", path.display()));
    let aside = beside(&format!(".damaged-{stamp}"));
    for suffix in ["-wal", "-shm", ""] {
        let from = beside(suffix);
        if from.exists() {
            let to = PathBuf::from(format!("{}{suffix}", aside.display()));
            fs::rename(&from, &to).map_err(|source| unwritable(&from, source))?;
        }
    }
    let sound = backup::list(path)?
        .into_iter()
        .find(|copy| backup::sound(copy, kind.key()).is_ok() && examine(copy, kind).is_ok());
    if let Some(copy) = &sound {
        fs::copy(copy, path).map_err(|source| unwritable(path, source))?;
    }
    Ok(Damage { set_aside: aside, restored_from: sound })
}
