//! One connection, opened the one way that keeps what was acknowledged.

use std::path::Path;

use eighteen_seal::StoreKey;
use rusqlite::{Connection, OpenFlags, config::DbConfig};

use crate::Error;

/// "18Dy": tells our files from other `SQLite` files.
pub(crate) const APPLICATION_ID: i32 = 0x3138_4479;

/// Opens a file for writing with every pragma set.
pub(crate) fn open(path: &Path, key: Option<&StoreKey>, create: bool) -> Result<Connection, Error> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if create {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let conn = Connection::open_with_flags(path, flags).map_err(|e| Error::from(e).at(path))?;
    unlock(&conn, key)?;
    harden(&conn)?;
    // SQLite reads the file for the first time here, so this is where damage shows itself.
    let journal: String = conn.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if journal != "wal" {
        return Err(Error::UnsafeFolder {
            path: path.to_path_buf(),
            reason: format!("this file system allows no write-ahead log (it gave `{journal}`)"),
        });
    }
    durable(&conn)?;
    Ok(conn)
}

/// Opens a file to look at it, changing nothing, not even the files beside it.
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

/// `file:` address of a path, with the characters escaped that mean something in one.
fn immutable_uri(path: &Path) -> String {
    let mut uri = String::from("file:");
    for character in path.to_string_lossy().replace('\\', "/").chars() {
        match character {
            '%' => uri.push_str("%25"),
            '?' => uri.push_str("%3f"),
            '#' => uri.push_str("%23"),
            other => uri.push(other),
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
