//! A damaged file is kept under another name, and the newest sound copy takes its place.

use std::{
    fs::{self, File},
    io::Read as _,
    path::{Path, PathBuf},
};

use eighteen_seal::StoreKey;

use crate::{
    Damage, Error, backup, connection,
    files::{sync_folder, unwritable},
    open::{Plan, damaged, examine_alone},
};

/// The file itself first. What is left when the process ends in between is a log without its file,
/// which the next start takes for damage; a file without its log might be taken for a sound one.
const PARTS: [&str; 4] = ["", "-wal", "-journal", "-shm"];

/// Sets the store aside and puts the newest sound copy in its place.
///
/// # Errors
/// `Damaged`, with nothing changed, when it may be whole and only have another key.
pub(crate) fn set_aside(plan: &Plan<'_>) -> Result<Damage, Error> {
    let path = &plan.path;
    let sound =
        backup::list(path, plan.stamp)?.into_iter().find(|copy| examine_alone(copy, plan).is_ok());
    if sound.is_none() && plan.key.is_some_and(|key| has_another_key(path, key)) {
        return Err(damaged(path, "the key opens neither it nor a copy of it"));
    }
    // The copy is whole on the disk before anything is moved out of its way.
    let fresh = sound.as_ref().map(|copy| copy_whole(copy, plan)).transpose()?;
    let set_aside = move_away(plan)?;
    if let Some(fresh) = fresh {
        place(&fresh, path)?;
    }
    Ok(Damage { set_aside, restored_from: sound })
}

/// `Damaged` when there is no store but something says that there was one: its copies, its log, or
/// what an earlier start set aside before it was ended.
pub(crate) fn never_was(plan: &Plan<'_>) -> Result<(), Error> {
    let left = PARTS.iter().any(|part| is_there(&beside(&plan.path, part)));
    if left || last_set_aside(plan)?.is_some() || !backup::list(&plan.path, plan.stamp)?.is_empty()
    {
        return Err(damaged(&plan.path, "missing"));
    }
    Ok(())
}

/// The name of a store that is not whole yet, with nothing of an earlier one under it.
pub(crate) fn unfinished(plan: &Plan<'_>) -> Result<PathBuf, Error> {
    let name = plan.path.file_name().unwrap_or_default().to_string_lossy();
    let new = plan.path.with_file_name(format!(".{name}.new"));
    for part in PARTS {
        let left = beside(&new, part);
        if is_there(&left) {
            fs::remove_file(&left).map_err(|source| unwritable(&left, source))?;
        }
    }
    Ok(new)
}

/// Gives a whole file its name, for good.
pub(crate) fn place(new: &Path, path: &Path) -> Result<(), Error> {
    fs::rename(new, path)
        .and_then(|()| sync_folder(path.parent().unwrap_or(Path::new("."))))
        .map_err(|source| unwritable(path, source))
}

/// A file that belongs to another: its log, the log's index.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn copy_whole(copy: &Path, plan: &Plan<'_>) -> Result<PathBuf, Error> {
    let fresh = unfinished(plan)?;
    fs::copy(copy, &fresh)
        .and_then(|_| File::options().write(true).open(&fresh)?.sync_all())
        .map_err(|source| {
            // Half a copy is of no use, and the disk may be full of it.
            let _ = fs::remove_file(&fresh);
            unwritable(&fresh, source)
        })?;
    Ok(fresh)
}

fn move_away(plan: &Plan<'_>) -> Result<PathBuf, Error> {
    if !PARTS.iter().any(|part| is_there(&beside(&plan.path, part))) {
        return Ok(last_set_aside(plan)?.unwrap_or_else(|| plan.path.clone()));
    }
    let aside = free_name(plan);
    for part in PARTS {
        let from = beside(&plan.path, part);
        if is_there(&from) {
            fs::rename(&from, beside(&aside, part)).map_err(|source| unwritable(&from, source))?;
        }
    }
    Ok(aside)
}

/// What the names of the files that were set aside from a store begin with.
pub(crate) fn prefix(store: &Path) -> String {
    format!("{}.damaged-", store.file_name().unwrap_or_default().to_string_lossy())
}

/// A name that nothing has, for two files can be damaged at one moment of a clock that was set back.
fn free_name(plan: &Plan<'_>) -> PathBuf {
    let first = plan.path.with_file_name(format!("{}{}", prefix(&plan.path), plan.stamp));
    let mut name = first.clone();
    let mut number = 2_u32;
    while PARTS.iter().any(|part| is_there(&beside(&name, part))) {
        name = beside(&first, &format!("-{number}"));
        number += 1;
    }
    name
}

/// The newest store that was set aside in this folder.
fn last_set_aside(plan: &Plan<'_>) -> Result<Option<PathBuf>, Error> {
    let folder = plan.path.parent().unwrap_or(Path::new("."));
    let prefix = prefix(&plan.path);
    let read = |source| Error::Io { path: folder.to_path_buf(), source };
    let names = fs::read_dir(folder).map_err(read)?.filter_map(Result::ok);
    Ok(names
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| {
            name.starts_with(&prefix) && PARTS[1..].iter().all(|part| !name.ends_with(part))
        })
        .max()
        .map(|name| folder.join(name)))
}

/// Whether a file looks like a whole encrypted store that this key does not open. That may be damage
/// to its first page, but a store with another key must never be replaced by an empty one.
fn has_another_key(path: &Path, key: &StoreKey) -> bool {
    const PAGE: u64 = 4096;
    let whole = fs::symlink_metadata(path)
        .is_ok_and(|data| data.is_file() && data.len() > 0 && data.len().is_multiple_of(PAGE));
    if !whole {
        return false;
    }
    let mut salt = [0_u8; 16];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut salt));
    let scrambled = read.is_ok() && salt != *b"SQLite format 3\0" && salt != [0; 16];
    let opens = connection::look(path, Some(key)).is_ok_and(|conn| {
        conn.query_row("PRAGMA application_id", [], |row| row.get::<_, i32>(0)).is_ok()
    });
    scrambled && !opens
}

/// A symbolic link is there even when what it points to is not.
fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}
