//! One file for each table: the row, what is read, what is written, in that order.

pub(crate) mod agreements;
pub(crate) mod answers;
pub(crate) mod assigned;
pub(crate) mod assignments;
pub(crate) mod attempts;
pub(crate) mod by_person;
pub(crate) mod decisions;
pub(crate) mod filing;
pub(crate) mod flags;
pub(crate) mod forks;
pub(crate) mod groups;
pub(crate) mod held;
pub(crate) mod history;
pub(crate) mod inbox;
pub(crate) mod items;
pub(crate) mod judged;
pub(crate) mod learners;
pub(crate) mod message_reviews;
pub(crate) mod notes;
pub(crate) mod outbox;
pub(crate) mod packed;
pub(crate) mod packing;
pub(crate) mod people;
pub(crate) mod places;
pub(crate) mod question_sums;
pub(crate) mod recalled;
pub(crate) mod reflections;
pub(crate) mod result_files;
pub(crate) mod reviews;
pub(crate) mod run_choices;
pub(crate) mod run_reflections;
pub(crate) mod runs;
pub(crate) mod scripts;
pub(crate) mod settings;
pub(crate) mod sharing;
pub(crate) mod snapshots;
pub(crate) mod steps;
pub(crate) mod told;

use rusqlite::{Connection, Params, Row};

use crate::Error;

/// All rows of a statement.
pub(crate) fn all<T>(
    conn: &Connection,
    sql: &str,
    params: impl Params,
    row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, Error> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(params, row)?;
    Ok(rows.collect::<rusqlite::Result<Vec<T>>>()?)
}

/// The one row of a statement, if there is one.
pub(crate) fn one<T>(
    conn: &Connection,
    sql: &str,
    params: impl Params,
    row: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Option<T>, Error> {
    use rusqlite::OptionalExtension as _;
    Ok(conn.prepare_cached(sql)?.query_row(params, row).optional()?)
}

/// Runs a statement; says how many rows it changed.
pub(crate) fn run(conn: &Connection, sql: &str, params: impl Params) -> Result<usize, Error> {
    Ok(conn.prepare_cached(sql)?.execute(params)?)
}
