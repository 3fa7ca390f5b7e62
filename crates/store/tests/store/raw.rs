//! A store's file seen without the store: its rows, its bytes, the bytes of its folder.

use std::{collections::BTreeMap, fs, path::Path};

use eighteen_seal::StoreKey;
use rusqlite::{
    Connection,
    types::{Value, ValueRef},
};

pub(crate) const APPLICATION_ID: i32 = 0x3138_4479;

/// Opens a file as any program could.
pub(crate) fn connect(file: &Path, key: Option<&StoreKey>) -> Connection {
    let conn = Connection::open(file).unwrap();
    if let Some(key) = key {
        conn.pragma_update(None, "key", format!("x'{}'", *key.hex())).unwrap();
    }
    conn
}

/// Makes a file from a dump.
pub(crate) fn load(file: &Path, key: Option<&StoreKey>, dump: &str) {
    let conn = connect(file, key);
    conn.execute_batch(dump).unwrap();
    conn.close().unwrap();
}

/// The dump of an old store.
pub(crate) fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/stores");
    fs::read_to_string(folder.join(name)).unwrap()
}

pub(crate) fn user_version(conn: &Connection) -> u32 {
    conn.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap()
}

pub(crate) fn integrity(conn: &Connection) -> String {
    conn.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap()
}

pub(crate) fn tables(conn: &Connection) -> Vec<String> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
               ORDER BY name";
    let mut statement = conn.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// Rows of a table, in the order of its key.
pub(crate) type Rows = Vec<Vec<Value>>;

/// Every row of every table.
pub(crate) fn rows(conn: &Connection) -> BTreeMap<String, Rows> {
    tables(conn).into_iter().map(|table| (table.clone(), rows_of(conn, &table))).collect()
}

fn rows_of(conn: &Connection, table: &str) -> Rows {
    let mut statement = conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let columns = statement.column_count();
    let value = |row: &rusqlite::Row<'_>, column| Ok(value(row.get_ref(column)?));
    let row = |row: &rusqlite::Row<'_>| (0..columns).map(|column| value(row, column)).collect();
    statement.query_map([], row).unwrap().map(Result::unwrap).collect()
}

/// A value as it is; a text that is no text as its bytes.
fn value(value: ValueRef<'_>) -> Value {
    Value::try_from(value).unwrap_or_else(|_| Value::Blob(value.as_bytes().unwrap().to_vec()))
}

/// Every file of a folder and what is in it, with those in folders below.
pub(crate) fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.file_type().unwrap().is_dir() {
            let below = bytes(&entry.path()).into_iter();
            found.extend(below.map(|(below, bytes)| (format!("{name}/{below}"), bytes)));
        } else if entry.file_type().unwrap().is_file() {
            found.insert(name, fs::read(entry.path()).unwrap());
        } else {
            found.insert(name, b"not a file".to_vec());
        }
    }
    found
}

/// Copies a store with its log as they are now, as if the process had ended here.
pub(crate) fn copy_as_it_is(store: &Path, to: &Path) {
    for part in ["", "-wal"] {
        let from = format!("{}{part}", store.display());
        if Path::new(&from).exists() {
            fs::copy(&from, format!("{}{part}", to.display())).unwrap();
        }
    }
}
