//! What an answer costs at the least: one transaction that inserts an answer with an index, in a WAL with
//! `synchronous=FULL`, and nothing else. The anchor of the bench.
//!
//! `bare_loop --data-dir D --answers N` prints one JSON object like `worker --json`.

#![allow(clippy::disallowed_methods, reason = "measures itself, no time of the domain")]

use std::{path::PathBuf, time::Instant};

use eighteen_testkit::cpu_seconds;

use rusqlite::{Connection, TransactionBehavior, params};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().collect();
    let value = |name: &str| {
        words.iter().position(|word| word == name).and_then(|at| words.get(at + 1)).cloned()
    };
    let folder = PathBuf::from(value("--data-dir").ok_or("--data-dir is missing")?);
    let answers: u64 = value("--answers").ok_or("--answers is missing")?.parse()?;
    std::fs::create_dir_all(&folder)?;
    let mut conn = Connection::open(folder.join("bare.db"))?;
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
         CREATE TABLE IF NOT EXISTS answers (seq INTEGER PRIMARY KEY AUTOINCREMENT,
             id TEXT NOT NULL UNIQUE, attempt_id TEXT NOT NULL, position INTEGER NOT NULL,
             item_id TEXT NOT NULL, item_version INTEGER NOT NULL, response TEXT NOT NULL,
             shown_text TEXT NOT NULL, score REAL NOT NULL, confidence TEXT,
             elapsed_ms INTEGER NOT NULL, answered_at TEXT NOT NULL) STRICT;
         CREATE INDEX IF NOT EXISTS by_attempt ON answers (attempt_id, position);",
    )?;
    let mut cpu = 0.0;
    let mut times = Vec::new();
    for number in 0..i64::try_from(answers)? {
        let (start, before) = (Instant::now(), cpu_seconds());
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.prepare_cached(
            "INSERT INTO answers (id, attempt_id, position, item_id, item_version, response,
                 shown_text, score, confidence, elapsed_ms, answered_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute(params![
            format!("019361a0-0000-7000-8000-{number:012x}"),
            format!("019361a0-0000-7000-9000-{:012x}", number / 8),
            number % 8 + 1,
            "what-the-notice-asked",
            1,
            "{\"kind\":\"single\",\"choice\":\"to-write-to-the-gang\"}",
            "To write to the gang before a date, or have their data published",
            1.0,
            None::<String>,
            12_000,
            "2026-11-22T17:30:00.000+00:00"
        ])?;
        tx.commit()?;
        times.push(start.elapsed());
        cpu += cpu_seconds() - before;
    }
    let cpu = cpu * 1e6 / answers as f64;
    times.sort();
    let p50 = times[times.len() / 2].as_secs_f64() * 1e6;
    println!("{}", serde_json::json!({ "p50_us": p50, "cpu_us": cpu }));
    Ok(())
}
