//! The data folder: who may read it, who holds it, and how a file is written whole or not at all.

use std::{
    collections::BTreeSet,
    fs::{self, File, TryLockError},
    io::{self, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use crate::{
    Error,
    ground::{self, Ground},
};

/// The data folder, held by this process until dropped.
#[derive(Debug)]
pub struct DataFolder {
    path: PathBuf,
    // Held for its lock: the system releases it when the process ends, however it ends.
    _lock: File,
}

impl DataFolder {
    /// Makes the folder where it is missing, keeps other accounts out of it, and takes hold of it.
    ///
    /// # Errors
    /// `Busy` when another process holds it, `ReadOnly` when it cannot be written, `OnNetwork` when it is not on a
    /// drive of this computer.
    pub fn hold(path: &Path) -> Result<Self, Error> {
        Self::hold_on(path, &ground::System)
    }

    /// The same on other ground than that of the system.
    ///
    /// # Errors
    /// As [`Self::hold`].
    pub fn hold_on(path: &Path, ground: &dyn Ground) -> Result<Self, Error> {
        if let Some(kind) = ground.network(path) {
            return Err(Error::OnNetwork { path: path.to_path_buf(), kind });
        }
        fs::create_dir_all(path).map_err(|source| unwritable(path, source))?;
        keep_private(path)?;
        let lock_path = path.join("eighteen.lock");
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&lock_path)
            .map_err(|source| unwritable(&lock_path, source))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { path: path.to_path_buf(), _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(Error::Busy { path: path.to_path_buf() }),
            Err(TryLockError::Error(source)) => Err(Error::UnsafeFolder {
                path: path.to_path_buf(),
                reason: format!("this file system cannot lock files ({source})"),
            }),
        }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Writes a file beside its place and renames it there, so that it is whole or absent.
///
/// # Errors
/// When the folder cannot be written or the disk is full; nothing is left behind then.
pub fn write_beside(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    write_with(path, bytes, false)
}

/// The same for a secret: nobody but the account may read it, from the first byte on.
pub fn write_beside_privately(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    write_with(path, bytes, true)
}

fn write_with(path: &Path, bytes: &[u8], private: bool) -> Result<(), Error> {
    let mut beside = Beside::with(path, private)?;
    beside.write_all(bytes).map_err(|source| unwritable(path, source))?;
    beside.place()
}

/// A file that is being written beside its place, and stands there only when it is whole. Dropped before
/// that, it leaves nothing.
#[derive(Debug)]
pub struct Beside {
    file: File,
    path: PathBuf,
    part: PathBuf,
    placed: bool,
}

impl Beside {
    /// Begins a file that will stand at `path`.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn new(path: &Path) -> Result<Self, Error> {
        Self::with(path, false)
    }

    fn with(path: &Path, private: bool) -> Result<Self, Error> {
        let part = beside(path);
        let file = created(&part, private).map_err(|source| unwritable(path, source))?;
        Ok(Self { file, path: path.to_path_buf(), part, placed: false })
    }

    /// Puts the file in its place, over what was there.
    ///
    /// # Errors
    /// When the disk is full or the folder cannot be written; nothing is left behind then.
    pub fn place(mut self) -> Result<(), Error> {
        let placed = self
            .file
            .sync_all()
            .and_then(|()| fs::rename(&self.part, &self.path))
            .and_then(|()| sync_folder(folder_of(&self.path)));
        self.placed = placed.is_ok();
        placed.map_err(|source| unwritable(&self.path, source))
    }
}

impl Write for Beside {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for Beside {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if !self.placed {
            // The half-written file is of no use to anybody.
            let _ = fs::remove_file(&self.part);
        }
    }
}

#[cfg(unix)]
fn created(path: &Path, private: bool) -> std::io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mode = if private { 0o600 } else { 0o666 };
    fs::OpenOptions::new().create(true).truncate(true).write(true).mode(mode).open(path)
}

/// Elsewhere a file has the rights of its folder, which is the account's own.
#[cfg(not(unix))]
fn created(path: &Path, _private: bool) -> std::io::Result<File> {
    File::create(path)
}

/// Several files as one folder, whole or absent. What stands at its place already is left as it is.
///
/// # Errors
/// When there is something at `path`, the folder cannot be written or the disk is full; nothing is left
/// behind then.
pub fn write_folder_beside(path: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Error> {
    if path.exists() {
        return Err(unwritable(path, io::ErrorKind::AlreadyExists.into()));
    }
    let beside = beside(path);
    // Left over from a program that was ended in the middle.
    let _ = fs::remove_dir_all(&beside);
    let written = write_all_files(&beside, files)
        .and_then(|()| fs::rename(&beside, path))
        .and_then(|()| sync_folder(folder_of(path)));
    written.map_err(|source| {
        let _ = fs::remove_dir_all(&beside);
        unwritable(path, source)
    })
}

fn write_all_files(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    fs::create_dir(folder)?;
    let mut inner = BTreeSet::new();
    for (name, bytes) in files {
        let path = folder.join(name);
        if folder_of(&path) != folder {
            fs::create_dir_all(folder_of(&path))?;
            inner.insert(folder_of(&path).to_owned());
        }
        let mut file = File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()?;
    }
    inner.iter().try_for_each(|inner| sync_folder(inner))?;
    sync_folder(folder)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    folder_of(path).join(format!(".{name}.part"))
}

/// What the system says when a file could not be written: a full disk, a folder that may not be written.
pub fn not_written(path: &Path, source: io::Error) -> Error {
    unwritable(path, source)
}

/// Makes a rename or a new file in the folder last. Windows has no such call and needs none.
pub(crate) fn sync_folder(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// The error for a file that cannot be written, by what the system says.
pub(crate) fn unwritable(path: &Path, source: std::io::Error) -> Error {
    use std::io::ErrorKind;
    match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::DiskFull,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            Error::ReadOnly { path: path.to_path_buf() }
        }
        _ => Error::Io { path: path.to_path_buf(), source },
    }
}

#[cfg(unix)]
fn keep_private(path: &Path) -> Result<(), Error> {
    use std::os::unix::fs::PermissionsExt as _;
    let read = |source| Error::Io { path: path.to_path_buf(), source };
    let mut permissions = fs::metadata(path).map_err(read)?.permissions();
    if permissions.mode() & 0o077 != 0 {
        permissions.set_mode(0o700);
        fs::set_permissions(path, permissions).map_err(|source| unwritable(path, source))?;
    }
    Ok(())
}

/// Elsewhere the platform's application-data folder is private to the account already.
#[cfg(not(unix))]
fn keep_private(_path: &Path) -> Result<(), Error> {
    Ok(())
}
