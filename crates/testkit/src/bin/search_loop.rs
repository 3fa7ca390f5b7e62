//! What a search costs in a course of a thousand lessons: through the app, or as FTS5 alone does it. The
//! anchor of the bench and what stands on it, in one program, so that both look for the same.
//!
//! `search_loop --data-dir D --rounds N [--bare]` prints one JSON object.

#![allow(clippy::disallowed_methods, reason = "measures itself, no time of the domain")]

use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use eighteen_app::{App, Course, SystemClock, wire::search::AskSearch};
use eighteen_pack::{Block, plain};
use eighteen_testkit::{LIGHT, SaveTo, large_pack};
use rusqlite::{Connection, params};

/// What somebody types who looks for something: letter by letter, one word and several.
const QUERIES: [&str; 8] =
    ["pay", "payroll", "dead", "deadline gang", "sup", "supplier bank", "reg court", "union pre"];

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let words: Vec<String> = std::env::args().collect();
    let value = |name: &str| {
        words.iter().position(|word| word == name).and_then(|at| words.get(at + 1)).cloned()
    };
    let folder = PathBuf::from(value("--data-dir").ok_or("--data-dir is missing")?);
    let rounds: usize = value("--rounds").ok_or("--rounds is missing")?.parse()?;
    std::fs::create_dir_all(&folder)?;
    let is_bare = words.iter().any(|word| word == "--bare");
    let mut times = if is_bare { bare(rounds)? } else { through_the_app(&folder, rounds)? };
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    println!("{}", serde_json::json!({ "p50_ms": at(0.5), "p95_ms": at(0.95) }));
    Ok(())
}

fn through_the_app(folder: &Path, rounds: usize) -> Result<Vec<Duration>, Failure> {
    let course = Course::from_files(&large_pack(LIGHT));
    let app = App::open_with(folder, Box::new(SaveTo::nowhere()), Box::new(SystemClock), course);
    let search = |query: &str| app.search(AskSearch { query: query.to_owned(), attempt_id: None });
    search(QUERIES[0])?;
    let mut times = Vec::new();
    for _ in 0..rounds {
        for query in QUERIES {
            let start = Instant::now();
            let found = search(query)?;
            times.push(start.elapsed());
            if found.hits.is_empty() {
                return Err(format!("{query} finds nothing").into());
            }
        }
    }
    Ok(times)
}

/// The same rows in one table, asked in the shortest way.
fn bare(rounds: usize) -> Result<Vec<Duration>, Failure> {
    let pack = eighteen_pack::read(&large_pack(LIGHT)).0.ok_or("the large pack has problems")?;
    let conn = Connection::open_in_memory()?;
    conn.execute_batch(
        "CREATE VIRTUAL TABLE entries USING fts5 (id UNINDEXED, title, body,
             tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3')",
    )?;
    let insert = "INSERT INTO entries (id, title, body) VALUES (?1, ?2, ?3)";
    for term in &pack.glossary {
        conn.execute(insert, params![term.id, term.term, term.means])?;
    }
    for step in pack.modules.iter().flat_map(|module| &module.steps) {
        let texts = step.blocks.iter().flat_map(Block::texts);
        let body: Vec<String> = texts.map(|text| plain(text)).collect();
        conn.execute(insert, params![step.id, step.title, body.join(" ")])?;
    }
    for item in pack.modules.iter().flat_map(|module| &module.quiz.items) {
        conn.execute(insert, params![item.id, plain(&item.ask), ""])?;
    }
    conn.execute("INSERT INTO entries (entries) VALUES ('optimize')", [])?;
    let sql = "SELECT id, title, snippet(entries, 2, '[', ']', '…', 14) FROM entries
               WHERE entries MATCH ?1 ORDER BY bm25(entries, 0.0, 10.0, 1.0) LIMIT 20";
    let mut statement = conn.prepare(sql)?;
    let mut times = Vec::new();
    for _ in 0..rounds {
        for query in QUERIES {
            let expression: Vec<String> =
                query.split(' ').map(|word| format!("\"{word}\"*")).collect();
            let start = Instant::now();
            let rows = statement.query_map([expression.join(" ")], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
            })?;
            let found: Vec<_> = rows.collect::<Result<_, _>>()?;
            times.push(start.elapsed());
            if found.is_empty() {
                return Err(format!("{query} finds nothing").into());
            }
        }
    }
    Ok(times)
}
