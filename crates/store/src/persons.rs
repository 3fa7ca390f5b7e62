//! Which tables hold what belongs to a person, read from the foreign keys of the file itself.
//!
//! A table is a person's when a foreign key leads from it to `learners`, directly or over others. So a
//! table that is added later is exported and erased without a word here; a test fails when a table has a
//! person in it and no such key.

use std::collections::BTreeMap;

use rusqlite::{Connection, types::ValueRef};

use crate::{Error, Reader, tables::all};

/// The table that stands for the persons themselves.
const PERSONS: &str = "learners";

/// Tables of the learners' store in which nobody is found, and why that is so.
pub const NOBODYS_TABLES: &[(&str, &str)] = &[
    (
        "inbox_messages",
        "messages of a course's mailbox, kept once for everybody; those that nobody has met any more go",
    ),
    (
        "items",
        "questions of a course, kept once for everybody; those that nobody has met any more go",
    ),
    ("meta", "what the file says of itself"),
    (
        "scripts",
        "scripts of the ultimatum, kept once for everybody; those that nobody plays any more go",
    ),
    ("settings", "how this computer shows the app, for everybody who learns on it"),
    (
        "trainers",
        "whose assignment files are opened on this computer, for everybody who learns on it",
    ),
];

/// What belongs to a person in one table.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnTable {
    /// The table.
    pub name: String,
    /// Its columns, in the order of the file.
    pub columns: Vec<String>,
    /// The rows, in the order of the key.
    pub rows: Vec<Vec<OwnValue>>,
}

/// A value as the store has it.
#[derive(Debug, Clone, PartialEq)]
pub enum OwnValue {
    /// Nothing.
    Empty,
    /// A whole number.
    Whole(i64),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
}

/// A foreign key of one column.
struct Link {
    table: String,
    column: String,
    parent: String,
    parent_column: String,
}

/// A table and the condition that finds a person's rows in it; `?1` is the person.
pub(crate) struct Own {
    pub(crate) table: String,
    pub(crate) condition: String,
}

impl Reader<'_> {
    /// Everything that belongs to a person: her own tables, then what those refer to.
    ///
    /// # Errors
    /// What the store says.
    pub fn everything_of(&self, learner_id: &str) -> Result<Vec<OwnTable>, Error> {
        let own = own_tables(self.conn)?;
        let met = met_tables(self.conn, &own)?;
        own.iter().chain(&met).map(|one| rows(self.conn, one, learner_id)).collect()
    }
}

/// The tables that belong to persons, `learners` first.
pub(crate) fn own_tables(conn: &Connection) -> Result<Vec<Own>, Error> {
    let links = links(conn)?;
    let mut own = vec![Own { table: PERSONS.to_owned(), condition: "id = ?1".to_owned() }];
    let mut at = 0;
    while let Some(parent) = own.get(at) {
        let found: Vec<Own> = links
            .iter()
            .filter(|link| link.parent == parent.table)
            .map(|link| Own { table: link.table.clone(), condition: among(link, parent) })
            .collect();
        for one in found {
            if own.iter().all(|known| known.table != one.table) {
                own.push(one);
            }
        }
        at += 1;
    }
    Ok(own)
}

/// The rows of a link's table whose parent is one of these.
fn among(link: &Link, parent: &Own) -> String {
    let Link { column, parent_column, .. } = link;
    let Own { table, condition } = parent;
    format!("\"{column}\" IN (SELECT \"{parent_column}\" FROM \"{table}\" WHERE {condition})")
}

/// The tables of nobody that a person's rows refer to, such as the questions that she met.
fn met_tables(conn: &Connection, own: &[Own]) -> Result<Vec<Own>, Error> {
    let mut met: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for link in links(conn)? {
        let is_own = |table: &str| own.iter().find(|one| one.table == table);
        if let (Some(from), None) = (is_own(&link.table), is_own(&link.parent)) {
            let Link { table, column, parent, parent_column } = link;
            let refers = format!(
                "\"{parent_column}\" IN (SELECT \"{column}\" FROM \"{table}\" WHERE {})",
                from.condition
            );
            met.entry(parent).or_default().push(refers);
        }
    }
    let joined = met.into_iter();
    Ok(joined.map(|(table, refers)| Own { table, condition: refers.join(" OR ") }).collect())
}

/// Takes away the rows of those tables that nobody refers to any more.
pub(crate) fn drop_unmet(conn: &Connection) -> Result<(), Error> {
    let links = links(conn)?;
    for met in met_tables(conn, &own_tables(conn)?)? {
        let still = links.iter().filter(|link| link.parent == met.table).map(|link| {
            let Link { table, column, parent_column, .. } = link;
            format!(
                "\"{parent_column}\" NOT IN
                 (SELECT \"{column}\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL)"
            )
        });
        let nowhere = still.collect::<Vec<_>>().join(" AND ");
        conn.execute(&format!("DELETE FROM \"{}\" WHERE {nowhere}", met.table), [])?;
    }
    Ok(())
}

/// Every foreign key of one column; one over several stands beside one over the first of them.
fn links(conn: &Connection) -> Result<Vec<Link>, Error> {
    all(conn, include_str!("links.sql"), [], |row| {
        Ok(Link {
            table: row.get(0)?,
            column: row.get(1)?,
            parent: row.get(2)?,
            parent_column: row.get(3)?,
        })
    })
}

/// How many rows of a table belong to a person.
pub(crate) fn count(conn: &Connection, own: &Own, person: &str) -> Result<u32, Error> {
    let sql = format!("SELECT count(*) FROM \"{}\" WHERE {}", own.table, own.condition);
    Ok(conn.query_row(&sql, [person], |row| row.get(0))?)
}

fn rows(conn: &Connection, own: &Own, person: &str) -> Result<OwnTable, Error> {
    let key = "SELECT name FROM pragma_table_xinfo(?1) WHERE pk > 0 ORDER BY pk";
    let key: Vec<String> =
        all(conn, key, [&own.table], |row| Ok(format!("\"{}\"", row.get::<_, String>(0)?)))?;
    let order = if key.is_empty() { "rowid".to_owned() } else { key.join(", ") };
    let sql = format!("SELECT * FROM \"{}\" WHERE {} ORDER BY {order}", own.table, own.condition);
    let mut statement = conn.prepare(&sql)?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let rows = statement
        .query_map([person], |row| (0..columns.len()).map(|at| value(row.get_ref(at)?)).collect())?
        .collect::<rusqlite::Result<_>>()?;
    Ok(OwnTable { name: own.table.clone(), columns, rows })
}

/// Bytes are told in hex. The only ones are those of a packed attempt, whose answers are rows beside it.
fn value(value: ValueRef<'_>) -> rusqlite::Result<OwnValue> {
    Ok(match value {
        ValueRef::Null => OwnValue::Empty,
        ValueRef::Integer(number) => OwnValue::Whole(number),
        ValueRef::Real(number) => OwnValue::Number(number),
        ValueRef::Text(text) => OwnValue::Text(std::str::from_utf8(text)?.to_owned()),
        ValueRef::Blob(bytes) => {
            let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
            let digit = |four| char::from_digit(u32::from(four), 16);
            OwnValue::Text(digits.filter_map(digit).collect())
        }
    })
}
