//! An index of the words of a course, in memory.
//!
//! It is made from the content and from nothing else, so it can always be made again; it has no file, no
//! backup and no part in what is kept of people.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use rusqlite::{Connection, params};

use crate::{Error, tables::all};

/// How many hits are shown. A search gives one more where there are more.
pub const MOST_HITS: u32 = 20;

/// Longer queries are cut: nobody types more, and each word costs time.
const MOST_WORDS: usize = 12;

/// Marks around the words that were found. Packs hold no control characters.
const MARK: char = '\u{2}';
const UNMARK: char = '\u{3}';

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What kind of thing, such as `step`.
    pub kind: &'static str,
    /// Its id, unique in its kind.
    pub id: String,
    /// What it is called; counts most.
    pub title: String,
    /// What it says.
    pub body: String,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What kind of thing.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Words around what was found, in order; `true` stands with the words that were found.
    pub snippet: Vec<(bool, String)>,
}

/// An index that has been made.
#[derive(Debug)]
pub struct SearchIndex {
    conn: Mutex<Connection>,
    /// The rows of each kind, and the row of each thing: what may be found is said to FTS5 by row, because
    /// to look into every row that matches would take as long as the search.
    rows: BTreeMap<&'static str, BTreeMap<String, i64>>,
}

impl SearchIndex {
    /// Makes the index. Things of one kind need not stand together.
    ///
    /// # Errors
    /// What `SQLite` says.
    pub fn build(entries: &[Entry]) -> Result<Self, Error> {
        let mut sorted: Vec<&Entry> = entries.iter().collect();
        sorted.sort_by_key(|entry| entry.kind);
        let mut conn = Connection::open_in_memory()?;
        conn.execute_batch(include_str!("search/index.sql"))?;
        let mut rows: BTreeMap<_, BTreeMap<String, i64>> = BTreeMap::new();
        let tx = conn.transaction()?;
        {
            let sql =
                "INSERT INTO entries (rowid, kind, id, title, body) VALUES (?1, ?2, ?3, ?4, ?5)";
            let mut insert = tx.prepare(sql)?;
            for (at, entry) in (1_i64..).zip(sorted) {
                insert.execute(params![at, entry.kind, entry.id, entry.title, entry.body])?;
                rows.entry(entry.kind).or_default().insert(entry.id.clone(), at);
            }
        }
        tx.execute("INSERT INTO entries (entries) VALUES ('optimize')", [])?;
        tx.commit()?;
        Ok(Self { conn: Mutex::new(conn), rows })
    }

    /// The best hits, best first, at most one more than [`MOST_HITS`]. Every word must be there, each as the beginning of a word; capitals and
    /// accents make no difference. Nothing in the query is an operator.
    ///
    /// `allowed` says which things may be found: the kind, and the ids where not all of that kind.
    ///
    /// # Errors
    /// What `SQLite` says.
    pub fn search(
        &self,
        query: &str,
        allowed: &[(&str, Option<&[String]>)],
    ) -> Result<Vec<Hit>, Error> {
        let Some(expression) = expression(query) else {
            return Ok(Vec::new());
        };
        let may_be_found = self.rows_of(allowed);
        let conn = self.conn.lock().unwrap_or_else(PoisonError::into_inner);
        // Every number in it is one of ours.
        let sql = include_str!("search/query.sql").replace("$MAY_BE_FOUND", &may_be_found);
        all(&conn, &sql, params![expression, MOST_HITS + 1], |row| {
            let snippet: String = row.get(3)?;
            Ok(Hit {
                kind: row.get(0)?,
                id: row.get(1)?,
                title: row.get(2)?,
                snippet: marked(&snippet),
            })
        })
    }

    /// A condition on the rows that may be found.
    fn rows_of(&self, allowed: &[(&str, Option<&[String]>)]) -> String {
        let mut conditions = Vec::new();
        for (kind, ids) in allowed {
            let Some(rows) = self.rows.get(kind) else { continue };
            match ids {
                None => {
                    let (first, last) = (rows.values().min(), rows.values().max());
                    if let (Some(first), Some(last)) = (first, last) {
                        conditions.push(format!("rowid BETWEEN {first} AND {last}"));
                    }
                }
                Some(ids) => {
                    let rows = ids.iter().filter_map(|id| rows.get(id));
                    let rows: Vec<String> = rows.map(i64::to_string).collect();
                    conditions.push(format!("rowid IN ({})", rows.join(", ")));
                }
            }
        }
        if conditions.is_empty() { "FALSE".to_owned() } else { conditions.join(" OR ") }
    }
}

/// The query as an expression of FTS5: every word is a quoted string, so that no operator, column name or
/// bracket in it means anything.
fn expression(query: &str) -> Option<String> {
    let words = query.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.take(MOST_WORDS).map(|word| format!("\"{word}\"*")).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// A snippet in pieces.
fn marked(snippet: &str) -> Vec<(bool, String)> {
    let mut pieces = Vec::new();
    for (index, part) in snippet.split(MARK).enumerate() {
        let (found, rest) = match part.split_once(UNMARK) {
            Some((found, rest)) if index > 0 => (found, rest),
            _ => ("", part),
        };
        for (is_found, words) in [(true, found), (false, rest)] {
            if !words.is_empty() {
                pieces.push((is_found, words.to_owned()));
            }
        }
    }
    pieces
}
