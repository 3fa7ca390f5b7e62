//! Copies of a store: made before risky steps and once a day, checked when made.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use eighteen_seal::StoreKey;
use rusqlite::{
    Connection,
    backup::{Backup, StepResult},
};

use crate::{
    Error,
    connection::{self, look},
    files::{sync_folder, unwritable},
    looked::LARGE,
    tending::Stop,
};

/// How many copies of a store are kept.
const KEPT: usize = 5;
/// How many of a large one.
const KEPT_OF_A_LARGE_ONE: usize = 2;
/// Pages that are copied between two looks whether to go on.
const PAGES: i32 = 1_000;

/// The folder of the copies.
pub(crate) fn folder(store: &Path) -> PathBuf {
    store.with_file_name("backups")
}

/// Copies a store through its open connection, checks the copy, and drops the oldest ones.
///
/// `SQLite` copies and not the file system: a process that opens and closes the file of an open store
/// loses its locks on it (<https://sqlite.org/howtocorrupt.html>, section 2.2). `stamp` becomes part of
/// the name and must sort by time (`20261122T173000Z`).
pub(crate) fn make(
    conn: &Connection,
    store: &Path,
    key: Option<&StoreKey>,
    stamp: &str,
    stop: &Stop,
) -> Result<PathBuf, Error> {
    let folder = folder(store);
    fs::create_dir_all(&folder).map_err(|source| unwritable(&folder, source))?;
    let copy = folder.join(format!("{}.{stamp}", name(store)));
    let part = folder.join(format!(".{}.part", name(store)));
    let whole = copy_pages(conn, &part, key, stop).and_then(|()| sound(&part, key, stop));
    let copied = whole.and_then(|()| {
        fs::rename(&part, &copy)
            .and_then(|()| sync_folder(&folder))
            .map_err(|source| unwritable(&copy, source))
    });
    if let Err(error) = copied {
        // A copy that is not whole must not be taken for one.
        let _ = fs::remove_file(&part);
        return Err(error);
    }
    drop_oldest(store, stamp)?;
    Ok(copy)
}

fn copy_pages(
    conn: &Connection,
    part: &Path,
    key: Option<&StoreKey>,
    stop: &Stop,
) -> Result<(), Error> {
    // Left by a process that was ended in the middle of a copy.
    let _ = fs::remove_file(part);
    let mut copy = connection::make_copy(part, key)?;
    let backup = Backup::new(conn, &mut copy)?;
    loop {
        match backup.step(PAGES)? {
            StepResult::Done => break,
            StepResult::More if !stop.is_asked() => {}
            _ => return Err(Error::Busy { path: part.to_path_buf() }),
        }
    }
    drop(backup);
    copy.close().map_err(|(_, error)| Error::from(error).at(part))?;
    File::options()
        .write(true)
        .open(part)
        .and_then(|file| file.sync_all())
        .map_err(|source| unwritable(part, source))
}

/// Copies of a store, newest first. Those from a clock that ran ahead of `stamp` come last, or they
/// would be taken for the newest, and kept as such, for as long as it takes the clock to catch up.
pub(crate) fn list(store: &Path, stamp: &str) -> Result<Vec<PathBuf>, Error> {
    let folder = folder(store);
    let prefix = format!("{}.", name(store));
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(source) => return Err(Error::Io { path: folder, source }),
    };
    let mut copies: Vec<(bool, String)> = entries
        .filter_map(Result::ok)
        .filter_map(|entry| {
            let made = entry.file_name().to_string_lossy().strip_prefix(&prefix)?.to_owned();
            // Another program that looked at a copy may have left files beside it.
            let is_stamp = made.bytes().all(|byte| byte.is_ascii_alphanumeric());
            is_stamp.then_some((made.as_str() <= stamp, made))
        })
        .collect();
    copies.sort();
    copies.reverse();
    Ok(copies.into_iter().map(|(_, made)| folder.join(format!("{prefix}{made}"))).collect())
}

/// Whether a file is a sound store that the key opens.
fn sound(file: &Path, key: Option<&StoreKey>, stop: &Stop) -> Result<(), Error> {
    let mut conn = look(file, key)?;
    stop.ends(&mut conn)?;
    quick_check(&conn, file)
}

/// Whether `SQLite` finds the pages of a file whole and in order.
pub(crate) fn quick_check(conn: &Connection, file: &Path) -> Result<(), Error> {
    let verdict: String = conn
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(|error| Error::from(error).at(file))?;
    if verdict == "ok" {
        Ok(())
    } else {
        Err(Error::Damaged { path: file.to_path_buf(), reason: verdict })
    }
}

/// The copy just made is the newest and was checked, so a sound one always stays.
fn drop_oldest(store: &Path, stamp: &str) -> Result<(), Error> {
    let large = fs::metadata(store).is_ok_and(|data| data.len() >= LARGE);
    let kept = if large { KEPT_OF_A_LARGE_ONE } else { KEPT };
    for old in list(store, stamp)?.into_iter().skip(kept) {
        fs::remove_file(&old).map_err(|source| unwritable(&old, source))?;
    }
    Ok(())
}

fn name(store: &Path) -> String {
    store.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
