//! Erasing a person so that no byte of hers stays in the data folder.
//!
//! What is to go is written down first, in a file beside the store. From then on it will be finished,
//! by this process or by the next start: every step can be done again. The steps are the rows, the file
//! and its log, the copies, what was set aside, the log of the app; then the note itself goes.
//!
//! `secure_delete` writes zeros over deleted rows, but only where they stood last. Pages that were moved
//! keep what they held, so the file is written anew (`VACUUM`) and the log is cut to nothing. What the
//! file system or the disk keeps of blocks that were given back is beyond a program's reach.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use rusqlite::{Connection, TransactionBehavior};

use crate::{
    DataFolder, Error, Kind, Store, backup,
    files::{sync_folder, unwritable, write_beside},
    open::Plan,
    persons, set_aside,
    tables::{question_sums, snapshots::forget_snapshots},
    tending::Stop,
};

/// The folder of the app's log in a data folder.
pub const LOG_FOLDER: &str = "log";

/// What was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Erased {
    /// Rows of all tables.
    pub rows: u32,
    /// Copies and files set aside that were removed.
    pub files: u32,
}

impl Store {
    /// Erases persons from this store, its log, its copies, what was set aside, and the app's log.
    /// `kind` is that of this store.
    ///
    /// # Errors
    /// `Busy` when another process reads the store: nothing was begun. After any other error the erasing
    /// may have begun ([`erasing`] says so), and the next opening of the store finishes it.
    pub fn erase(
        &self,
        folder: &DataFolder,
        kind: Kind<'_>,
        persons: &[&str],
        stamp: &str,
    ) -> Result<Erased, Error> {
        let plan = Plan::new(folder, kind, stamp);
        // A copy that is being made would have the person in it.
        drop(self.tending().take());
        let mut conn = self.conn();
        alone(&conn, &plan)?;
        note(&plan, persons)?;
        let erased = finish(&mut conn, &plan);
        // Also when it was interrupted: the rows may be gone already.
        self.has_changed();
        erased
    }

    /// The copies of this store and the files that were set aside from it.
    ///
    /// # Errors
    /// When their folder cannot be read.
    pub fn files_beside(&self) -> Result<Vec<PathBuf>, Error> {
        leftovers(self.path())
    }
}

/// Whether something is still to be erased in this folder from a store of this kind.
pub fn erasing(folder: &DataFolder, kind: Kind<'_>) -> bool {
    note_of(&Plan::new(folder, kind, "").path).exists()
}

/// Finishes what was noted, if anything was.
pub(crate) fn finish(conn: &mut Connection, plan: &Plan<'_>) -> Result<Erased, Error> {
    let note = note_of(&plan.path);
    // Left by a process that was ended before its note was whole: it had not begun.
    remove(&note.with_file_name(format!(".{}.part", file_name(&note))))?;
    let persons = noted(plan)?;
    if persons.is_empty() {
        return Ok(Erased::default());
    }
    let rows = take_rows_away(conn, &persons).map_err(|error| error.at(&plan.path))?;
    write_anew(conn, plan)?;
    // The copies go only when the store is known to be sound without them.
    backup::quick_check(conn, &plan.path)?;
    let old = leftovers(&plan.path)?;
    for file in &old {
        remove(file)?;
    }
    // The others of this computer have a copy again at once. Where there is no room for one, it is
    // tried again at the next start, as with every daily copy.
    let _ = backup::make(conn, &plan.path, plan.key, plan.stamp, &Stop::default());
    empty_logs(&plan.path.with_file_name(LOG_FOLDER))?;
    remove(&note)?;
    Ok(Erased { rows, files: u32::try_from(old.len()).unwrap_or(u32::MAX) })
}

/// `Busy` while another process reads the store, for then its log cannot be cut.
fn alone(conn: &Connection, plan: &Plan<'_>) -> Result<(), Error> {
    let busy: bool = conn
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
        .map_err(|error| Error::from(error).at(&plan.path))?;
    if busy { Err(Error::Busy { path: plan.path.clone() }) } else { Ok(()) }
}

fn note_of(store: &Path) -> PathBuf {
    store.with_file_name(format!(".{}.erase", file_name(store)))
}

/// One line for each person: an erasing that could not be finished does not keep another from beginning.
fn note(plan: &Plan<'_>, persons: &[&str]) -> Result<(), Error> {
    let mut all = noted(plan)?;
    all.extend(persons.iter().map(|person| (*person).to_owned()));
    write_beside(&note_of(&plan.path), all.join("\n").as_bytes())
}

fn noted(plan: &Plan<'_>) -> Result<Vec<String>, Error> {
    let path = note_of(&plan.path);
    match fs::read(&path) {
        Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(source) => Err(Error::Io { path, source }),
    }
}

fn take_rows_away(conn: &mut Connection, persons: &[String]) -> Result<u32, Error> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut rows = 0;
    for person in persons {
        for own in persons::own_tables(&tx)? {
            rows += persons::count(&tx, &own, person)?;
        }
        // Every other row goes with this one: foreign keys are on, and each of them cascades.
        tx.execute("DELETE FROM learners WHERE id = ?1", [person])?;
    }
    persons::drop_unmet(&tx)?;
    // The person is in the sums as well; they are made anew from the others when they are asked for.
    question_sums::forget(&tx)?;
    forget_snapshots(&tx)?;
    tx.commit()?;
    Ok(rows)
}

fn write_anew(conn: &Connection, plan: &Plan<'_>) -> Result<(), Error> {
    conn.execute_batch("VACUUM").map_err(|error| Error::from(error).at(&plan.path))?;
    alone(conn, plan)
}

/// Copies of a store, what was set aside from it, and what an ended process left of either. Known by
/// their names: a data folder may have been put where there are files of others.
fn leftovers(store: &Path) -> Result<Vec<PathBuf>, Error> {
    let name = file_name(store);
    let aside = set_aside::prefix(store);
    let mut found = names(store.parent().unwrap_or(Path::new(".")), |file| {
        file.starts_with(&aside) || file.starts_with(&format!(".{name}.new"))
    })?;
    found.extend(names(&backup::folder(store), |file| {
        file.starts_with(&format!("{name}.")) || file.starts_with(&format!(".{name}."))
    })?);
    found.sort();
    Ok(found)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn names(folder: &Path, wanted: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>, Error> {
    let read = |source| Error::Io { path: folder.to_path_buf(), source };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(source) => return Err(read(source)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.map_err(read)?;
        if wanted(&entry.file_name().to_string_lossy()) {
            found.push(entry.path());
        }
    }
    Ok(found)
}

fn remove(file: &Path) -> Result<(), Error> {
    match fs::remove_file(file) {
        Ok(()) => sync_folder(file.parent().unwrap_or(Path::new("."))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
    .map_err(|source| unwritable(file, source))
}

/// The app may hold its log open, so the files are emptied and not removed.
fn empty_logs(folder: &Path) -> Result<(), Error> {
    for file in names(folder, |_| true)? {
        File::options()
            .write(true)
            .open(&file)
            .and_then(|log| log.set_len(0).and_then(|()| log.sync_all()))
            .map_err(|source| unwritable(&file, source))?;
    }
    Ok(())
}
