//! The data folder: who may read it, who holds it, and how a file is written whole or not at all.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::Write as _,
    path::{Path, PathBuf},
};

use crate::Error;

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
    /// `Busy` when another process holds it, `ReadOnly` when it cannot be written.
    pub fn hold(path: &Path) -> Result<Self, Error> {
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
pub(crate) fn write_beside_privately(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    write_with(path, bytes, true)
}

fn write_with(path: &Path, bytes: &[u8], private: bool) -> Result<(), Error> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = folder.join(format!(".{name}.part"));
    let written = created(&beside, private).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let placed =
        written.and_then(|()| fs::rename(&beside, path)).and_then(|()| sync_folder(folder));
    placed.map_err(|source| {
        // The half-written file is of no use to anybody; the first error is the one to tell.
        let _ = fs::remove_file(&beside);
        unwritable(path, source)
    })
}

#[cfg(unix)]
fn created(path: &Path, private: bool) -> std::io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mode = if private { 0o600 } else { 0o666 };
    OpenOptions::new().create(true).truncate(true).write(true).mode(mode).open(path)
}

/// Elsewhere a file has the rights of its folder, which is the account's own.
#[cfg(not(unix))]
fn created(path: &Path, _private: bool) -> std::io::Result<File> {
    File::create(path)
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
