//! Words that nobody else has, planted in every column of every table that takes words.
//!
//! What is planted follows from the schema of the file, so that a table that is added later is planted
//! in without a word here.

use std::collections::BTreeMap;

use rusqlite::{Connection, params_from_iter, types::Value};

use crate::builders::Chance;

/// The words planted for one person.
pub(crate) struct Planted {
    /// The person's id, a planted word too.
    pub(crate) id: String,
    /// Every word, with the column that it stands in.
    pub(crate) words: Vec<(String, String)>,
}

/// Tables of this computer and not of a person, in which nothing is planted.
const LEFT_ALONE: [&str; 3] = ["meta", "settings", "trainers"];

/// Plants a row for a person in every table; `seed` makes the words.
pub(crate) fn plant(conn: &Connection, seed: u64) -> Planted {
    conn.execute_batch("PRAGMA foreign_keys = ON;").unwrap();
    let mut chance = Chance::new(seed);
    let mut words = Vec::new();
    let mut made: BTreeMap<(String, String), Value> = BTreeMap::new();
    for table in in_order_of_making(conn) {
        let sql = sql_of(conn, &table);
        let parents = parents(conn, &table);
        let mut columns = Vec::new();
        for (column, kind, counted) in columns_of(conn, &table) {
            let value = match parents.get(&column).and_then(|parent| made.get(parent)) {
                Some(of_parent) => of_parent.clone(),
                None if counted => continue,
                None => value(&mut chance, &kind, one_of(&sql, &column)),
            };
            let is_ours = !parents.contains_key(&column) && one_of(&sql, &column).is_none();
            if let (Value::Text(word), true) = (&value, is_ours) {
                words.push((format!("{table}.{column}"), word.clone()));
            }
            made.insert((table.clone(), column.clone()), value.clone());
            columns.push((column, value));
        }
        insert(conn, &table, &columns);
    }
    let Value::Text(id) = &made[&("learners".to_owned(), "id".to_owned())] else { panic!() };
    Planted { id: id.clone(), words }
}

fn value(chance: &mut Chance, kind: &str, one_of: Option<String>) -> Value {
    match (kind, one_of) {
        (_, Some(word)) => Value::Text(word),
        ("TEXT", None) => Value::Text(format!("{:016x}{:016x}", chance.next(), chance.next())),
        ("INTEGER", None) => Value::Integer(1),
        ("REAL", None) => Value::Real(0.5),
        other => panic!("say here what stands in a column of the kind {other:?}"),
    }
}

/// The first of the words that a column is limited to.
fn one_of(sql: &str, column: &str) -> Option<String> {
    let (_, list) = sql.split_once(&format!("CHECK ({column} IN ('"))?;
    Some(list.split_once('\'')?.0.to_owned())
}

fn insert(conn: &Connection, table: &str, columns: &[(String, Value)]) {
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let places = vec!["?"; names.len()].join(", ");
    let sql = format!("INSERT INTO {table} ({}) VALUES ({places})", names.join(", "));
    let values = columns.iter().map(|(_, value)| value);
    let inserted = conn.execute(&sql, params_from_iter(values));
    assert_eq!(inserted, Ok(1), "`{table}` takes a row with a word in every column");
}

/// Parents before children, for a table can only refer to an earlier one.
fn in_order_of_making(conn: &Connection) -> Vec<String> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
               ORDER BY rowid";
    let mut statement = conn.prepare(sql).unwrap();
    let tables = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
    tables.map(Result::unwrap).filter(|name| !LEFT_ALONE.contains(&name.as_str())).collect()
}

fn sql_of(conn: &Connection, table: &str) -> String {
    let sql = "SELECT sql FROM sqlite_schema WHERE name = ?1";
    conn.query_row(sql, [table], |row| row.get(0)).unwrap()
}

/// Name, kind, and whether SQLite counts it itself.
fn columns_of(conn: &Connection, table: &str) -> Vec<(String, String, bool)> {
    let sql = "SELECT name, type, pk FROM pragma_table_xinfo(?1)";
    let mut statement = conn.prepare(sql).unwrap();
    let row = |row: &rusqlite::Row<'_>| {
        let (name, kind, pk): (String, String, u32) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let counted = kind == "INTEGER" && pk == 1;
        Ok((name, kind, counted))
    };
    statement.query_map([table], row).unwrap().map(Result::unwrap).collect()
}

/// Table and column that each column refers to.
fn parents(conn: &Connection, table: &str) -> BTreeMap<String, (String, String)> {
    let sql = "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?1)";
    let mut statement = conn.prepare(sql).unwrap();
    let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, (row.get(1)?, row.get(2)?)));
    statement.query_map([table], row).unwrap().map(Result::unwrap).collect()
}

/// Every file of a folder with its bytes.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// The files in which a word stands, as UTF-8 or UTF-16, or whose name holds it.
pub(crate) fn found(files: &Files, word: &str) -> Vec<String> {
    let forms: [Vec<u8>; 3] = [
        word.bytes().collect(),
        word.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        word.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    ];
    let holds = |bytes: &[u8]| forms.iter().any(|form| contains(bytes, form));
    let found = files.iter().filter(|(name, bytes)| name.contains(word) || holds(bytes));
    found.map(|(name, _)| name.clone()).collect()
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    let first = part[0];
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| *byte == first) {
        if bytes[from + at..].starts_with(part) {
            return true;
        }
        from += at + 1;
    }
    false
}
