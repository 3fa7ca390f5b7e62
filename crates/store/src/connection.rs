//! One connection, opened the one way that keeps what was acknowledged.

use std::{fmt::Write as _, path::Path};

use eighteen_seal::StoreKey;
use rusqlite::{Connection, OpenFlags, config::DbConfig};

use crate::Error;

/// "18Dy": tells our files from other `SQLite` files.
pub(crate) const APPLICATION_ID: i32 = 0x3138_4479;

/// Pages of an encrypted store that are held, in KiB.
const CACHE_KIB: i64 = 32 << 10;

/// Opens a file for writing with every pragma set.
pub(crate) fn open(path: &Path, key: Option<&StoreKey>, create: bool) -> Result<Connection, Error> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if create {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let conn = Connection::open_with_flags(path, flags).map_err(|e| Error::from(e).at(path))?;
    writable(&conn, path)?;
    unlock(&conn, key)?;
    harden(&conn)?;
    let journal: String = conn.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if journal != "wal" {
        return Err(Error::UnsafeFolder {
            path: path.to_path_buf(),
            reason: format!("this file system allows no write-ahead log (it gave `{journal}`)"),
        });
    }
    durable(&conn)?;
    if key.is_some() {
        // Each page that has to be read again is decrypted again, and a page that has no room is encrypted early.
        conn.pragma_update(None, "cache_size", -CACHE_KIB)?;
    }
    // A log that cannot be written would show itself with the first answer, which is too late.
    conn.execute_batch("BEGIN IMMEDIATE; ROLLBACK;")?;
    Ok(conn)
}

/// Opens a file to look at it, changing nothing, not even the files beside it. Its log is not read.
pub(crate) fn look(path: &Path, key: Option<&StoreKey>) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_URI;
    let conn = Connection::open_with_flags(immutable_uri(path), flags)
        .map_err(|e| Error::from(e).at(path))?;
    unlock(&conn, key)?;
    harden(&conn)?;
    Ok(conn)
}

/// Opens a file to look at it together with its log, changing neither.
///
/// A read-only connection cannot do this: it needs a `-shm` file. One that may write and takes the file
/// for itself keeps that index in memory, and leaves the log alone when it closes if told so.
pub(crate) fn look_with_log(path: &Path, key: Option<&StoreKey>) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags).map_err(|e| Error::from(e).at(path))?;
    writable(&conn, path)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    unlock(&conn, key)?;
    harden(&conn)?;
    conn.execute_batch("PRAGMA locking_mode = EXCLUSIVE; PRAGMA query_only = ON;")?;
    Ok(conn)
}

/// Opens a file that this process has open already, to read it as it is now, however long that takes.
pub(crate) fn open_beside(path: &Path, key: Option<&StoreKey>) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags).map_err(|e| Error::from(e).at(path))?;
    unlock(&conn, key)?;
    harden(&conn)?;
    conn.execute_batch("BEGIN")?;
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(conn)
}

/// Makes a file for a copy. Nothing here protects it from a power cut: whoever fills it syncs it.
pub(crate) fn make_copy(path: &Path, key: Option<&StoreKey>) -> Result<Connection, Error> {
    let conn = Connection::open(path).map_err(|e| Error::from(e).at(path))?;
    unlock(&conn, key)?;
    conn.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")?;
    Ok(conn)
}

/// `SQLite` opens a file for reading when it cannot for writing, and says so only on the first write.
fn writable(conn: &Connection, path: &Path) -> Result<(), Error> {
    if conn.is_readonly("main")? {
        return Err(Error::ReadOnly { path: path.to_path_buf() });
    }
    Ok(())
}

/// `file:` address of a path, with every byte escaped that might mean something in one.
fn immutable_uri(path: &Path) -> String {
    let mut uri = String::from(if path.is_absolute() { "file://" } else { "file:" });
    if cfg!(windows) && path.is_absolute() {
        // A drive's letter stands behind a third slash.
        uri.push('/');
    }
    for &byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'/' | b':' | b'.' | b'-' | b'_' => uri.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            _ => {
                // Writing to a String cannot fail.
                let _ = write!(uri, "%{byte:02x}");
            }
        }
    }
    uri.push_str("?immutable=1");
    uri
}

fn unlock(conn: &Connection, key: Option<&StoreKey>) -> Result<(), Error> {
    if let Some(key) = key {
        let hex = key.hex();
        // A raw key is written as a blob literal inside a string; SQLCipher takes no bound parameter here.
        let literal = zeroize::Zeroizing::new(format!("x'{}'", *hex));
        conn.pragma_update(None, "key", literal.as_str())?;
        // Otherwise SQLCipher writes to standard error what is returned as an error anyway.
        conn.pragma_update(None, "cipher_log_level", "NONE")?;
    }
    Ok(())
}

fn harden(conn: &Connection) -> Result<(), Error> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.execute_batch(
        "PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA mmap_size = 0;
         PRAGMA foreign_keys = ON;
         PRAGMA busy_timeout = 5000;",
    )?;
    Ok(())
}

/// `FULL` and not the usual `NORMAL`: in WAL mode `NORMAL` may lose the last commits in a power cut
/// (<https://sqlite.org/pragma.html#pragma_synchronous>), and an acknowledged answer cannot be asked for
/// again. The two `fullfsync` matter on macOS, where `fsync` alone does not reach the disk.
fn durable(conn: &Connection) -> Result<(), Error> {
    conn.execute_batch(
        "PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA secure_delete = ON;
         PRAGMA temp_store = MEMORY;",
    )?;
    conn.set_prepared_statement_cache_capacity(64);
    Ok(())
}
