//! Copies of a store: made before risky steps and once a day, checked when made.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use eighteen_seal::StoreKey;
use rusqlite::Connection;

use crate::{
    Error,
    connection::look,
    files::{sync_folder, unwritable},
};

/// How many copies of a store are kept.
const KEPT: usize = 5;

/// The folder of the copies.
pub(crate) fn folder(store: &Path) -> PathBuf {
    store.with_file_name("backups")
}

/// Copies a store whose connection is at rest, checks the copy, and drops the oldest ones.
///
/// The log is first moved into the file, so the file alone is the whole store. `stamp` becomes part of
/// the name and must sort by time (`20261122T173000Z`).
pub(crate) fn make(
    conn: &Connection,
    store: &Path,
    key: Option<&StoreKey>,
    stamp: &str,
) -> Result<PathBuf, Error> {
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    let folder = folder(store);
    fs::create_dir_all(&folder).map_err(|source| unwritable(&folder, source))?;
    let copy = folder.join(format!("{}.{stamp}", name(store)));
    let part = folder.join(format!(".{}.part", name(store)));
    let copied = fs::copy(store, &part)
        .and_then(|_| File::options().write(true).open(&part)?.sync_all())
        .map_err(|source| unwritable(&part, source))
        .and_then(|()| sound(&part, key))
        .and_then(|()| {
            fs::rename(&part, &copy)
                .and_then(|()| sync_folder(&folder))
                .map_err(|source| unwritable(&copy, source))
        });
    if let Err(error) = copied {
        // A copy that is not whole must not be taken for one.
        let _ = fs::remove_file(&part);
        return Err(error);
    }
    drop_oldest(store)?;
    Ok(copy)
}

/// Copies of a store, newest first.
pub(crate) fn list(store: &Path) -> Result<Vec<PathBuf>, Error> {
    let folder = folder(store);
    let prefix = format!("{}.", name(store));
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(source) => return Err(Error::Io { path: folder, source }),
    };
    let mut copies: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(&prefix))
        .map(|entry| entry.path())
        .collect();
    copies.sort();
    copies.reverse();
    Ok(copies)
}

/// Whether a file is a sound store that the key opens.
pub(crate) fn sound(file: &Path, key: Option<&StoreKey>) -> Result<(), Error> {
    let conn = look(file, key)?;
    let verdict: String = conn
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(|error| Error::from(error).at(file))?;
    if verdict == "ok" {
        Ok(())
    } else {
        Err(Error::Damaged { path: file.to_path_buf(), reason: verdict })
    }
}

fn drop_oldest(store: &Path) -> Result<(), Error> {
    for old in list(store)?.into_iter().skip(KEPT) {
        fs::remove_file(&old).map_err(|source| unwritable(&old, source))?;
    }
    Ok(())
}

fn name(store: &Path) -> String {
    store.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
