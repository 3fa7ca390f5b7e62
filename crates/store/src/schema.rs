//! Whether a file has the tables that this version reads.
//!
//! `quick_check` does not know what a store should look like: a flipped bit in the name of a column
//! passes it, and so does a trigger that somebody else put there. The statements themselves are not
//! compared, for how SQLite words a changed table differs between its versions.

use std::{collections::BTreeSet, path::Path};

use rusqlite::Connection;

use crate::{
    Error,
    migrate::{self, Migration},
    open::damaged,
};

/// `Damaged` when a column is missing or different, or when there is a trigger or a view: we have none.
pub(crate) fn check(conn: &Connection, path: &Path, migrations: &[Migration]) -> Result<(), Error> {
    let named = |error: rusqlite::Error| Error::from(error).at(path);
    let schema = migrate::level(conn)?.schema as usize;
    let as_made = Connection::open_in_memory()?;
    for migration in migrations.iter().take(schema) {
        as_made.execute_batch(migration.sql)?;
    }
    // A newer version may have added to what is known here.
    let found = columns(conn).map_err(named)?;
    if let Some(column) = columns(&as_made)?.difference(&found).next() {
        return Err(damaged(path, &format!("it has no column `{column}`")));
    }
    let foreign = "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')";
    let foreign: u32 = conn.query_row(foreign, [], |row| row.get(0)).map_err(named)?;
    if foreign > 0 {
        return Err(damaged(path, "it has triggers or views"));
    }
    Ok(())
}

fn columns(conn: &Connection) -> rusqlite::Result<BTreeSet<String>> {
    let mut statement = conn.prepare(include_str!("schema.sql"))?;
    statement.query_map([], |row| row.get(0))?.collect()
}
