//! Reads the folder of a pack into memory: the only place of this crate that touches the disk.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use crate::Error;
use crate::files::{MOST_FILES, check_name, largest};

/// Reads every file of a pack's folder, by its path inside the folder (`lessons/x.md`).
///
/// Only regular files with the names and sizes that the format allows are read; anything else, a symbolic
/// link above all, is an error that names the path. Whether the files make a pack is for [`crate::read`].
pub fn load_dir(path: &Path) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let mut files = BTreeMap::new();
    let mut folders = vec![(path.to_path_buf(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|source| io(&folder, source))? {
            let entry = entry.map_err(|source| io(&folder, source))?;
            let at = entry.path();
            let kind = entry.file_type().map_err(|source| io(&at, source))?;
            let name = format!("{prefix}{}", checked_name(&at)?);
            if kind.is_symlink() {
                return Err(Error::Symlink { path: at });
            } else if kind.is_dir() && prefix.is_empty() {
                folders.push((at, format!("{name}/")));
            } else if kind.is_dir() {
                let why = "a pack has no folders within its folders".into();
                return Err(Error::Name { path: at, why });
            } else if kind.is_file() {
                let bytes = read_file(&at, &name)?;
                files.insert(name, bytes);
            } else {
                return Err(Error::NotAFile { path: at });
            }
            if files.len() > MOST_FILES {
                let (path, limit) = (path.to_path_buf(), MOST_FILES);
                return Err(Error::TooManyFiles { path, limit });
            }
        }
    }
    Ok(files)
}

fn io(path: &Path, source: std::io::Error) -> Error {
    let path = path.to_path_buf();
    Error::Io { path, source }
}

fn checked_name(path: &Path) -> Result<String, Error> {
    let name = path.file_name().and_then(|name| name.to_str());
    let checked = match name {
        Some(name) => check_name(name).map(|()| name.to_owned()),
        None => Err("names of files use a-z, 0-9, - and . only; rename the file".into()),
    };
    checked.map_err(|why| {
        let path = path.to_path_buf();
        Error::Name { path, why }
    })
}

/// Reads one file, and stops at its limit even if the file grows while it is read.
fn read_file(path: &Path, name: &str) -> Result<Vec<u8>, Error> {
    let limit = largest(name) as u64;
    let file = File::open(path).map_err(|source| io(path, source))?;
    let mut bytes = Vec::new();
    let mut reader = file.take(limit + 1);
    reader.read_to_end(&mut bytes).map_err(|source| io(path, source))?;
    if bytes.len() as u64 > limit {
        let path = path.to_path_buf();
        return Err(Error::TooLarge { path, limit });
    }
    Ok(bytes)
}
