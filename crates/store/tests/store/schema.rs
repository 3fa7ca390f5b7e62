//! The schema documents tell the truth about the files, and say why of every column.

use std::{collections::BTreeMap, fs, path::Path};

use eighteen_store::Kind;
use rusqlite::Connection;
use sha2::{Digest as _, Sha256};

use crate::{
    builders::{learners, trainers},
    raw,
};

const LEARNER: &str = include_str!("../../schema/learner.sql");
const TRAINER: &str = include_str!("../../schema/trainer.sql");

/// Columns that may be empty; every other one is NOT NULL.
const MAY_BE_NULL: [&str; 28] = [
    "answers.confidence",
    "answers.seq",
    "assigned.done_at",
    "assigned.message",
    "assignment_parts.step_id",
    "assignments.message",
    "assignments.withdrawn_at",
    "attempts.finished_at",
    "attempts.passed",
    "attempts.points",
    "filing.problem",
    "filing.written_at",
    "learners.name",
    "listings.code",
    "listings.name",
    "message_review_changes.grade",
    "message_review_changes.seq",
    "message_reviews.confidence",
    "message_reviews.seq",
    "outbox.reason",
    "outbox.settled_at",
    "review_changes.grade",
    "review_changes.seq",
    "reviews.confidence",
    "reviews.seq",
    "runs.finished_at",
    "runs.replay_from",
    "runs.replay_of",
];

/// A fresh store of each kind and a database made by its document.
fn both() -> [(&'static str, Connection, Connection); 2] {
    let (learner_home, store) = learners();
    drop(store);
    let (trainer_home, key, store) = trainers();
    drop(store);
    let fresh = |home: &crate::builders::Home, file, key| {
        let conn = raw::connect(&home.path(file), key);
        conn.query_row("PRAGMA quick_check", [], |_| Ok(())).unwrap();
        // The folder goes; what was read of the schema has to be read before.
        let copy = in_memory("");
        for (_, _, sql) in statements(&conn) {
            copy.execute_batch(&sql).unwrap();
        }
        copy
    };
    [
        ("learner", fresh(&learner_home, "learner.db", None), in_memory(LEARNER)),
        ("trainer", fresh(&trainer_home, "trainer.db", Some(&key)), in_memory(TRAINER)),
    ]
}

fn in_memory(sql: &str) -> Connection {
    let conn = Connection::open_in_memory().unwrap();
    conn.execute_batch(sql).unwrap();
    conn
}

/// Kind, name and statement of everything in a schema.
fn statements(conn: &Connection) -> Vec<(String, String, String)> {
    let sql = "SELECT type, name, sql FROM sqlite_schema
               WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, rowid";
    let mut statement = conn.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

/// A statement without comments, and with one space where there was any white space.
fn plain(sql: &str) -> String {
    let lines = sql.lines().map(|line| line.split_once("--").map_or(line, |(before, _)| before));
    let words: Vec<&str> = lines.flat_map(str::split_whitespace).collect();
    words.join(" ").replace("( ", "(").replace(" )", ")").replace(" ,", ",")
}

fn plain_statements(conn: &Connection) -> BTreeMap<String, String> {
    statements(conn).into_iter().map(|(_, name, sql)| (name, plain(&sql))).collect()
}

/// Everything that SQLite itself understood of a schema: columns, keys, indexes, strictness.
fn understood(conn: &Connection) -> BTreeMap<String, Vec<String>> {
    let mut facts = BTreeMap::new();
    for table in raw::tables(conn) {
        for pragma in ["table_xinfo", "foreign_key_list", "index_list"] {
            facts.insert(format!("{pragma} {table}"), ask(conn, pragma, &table));
        }
        for index in names(conn, &format!("PRAGMA index_list('{table}')")) {
            facts.insert(format!("index_xinfo {index}"), ask(conn, "index_xinfo", &index));
        }
        let strict: bool = conn
            .query_row("SELECT strict FROM pragma_table_list(?1)", [&table], |row| row.get(0))
            .unwrap();
        assert!(strict, "`{table}` takes text where a number belongs");
    }
    facts
}

fn ask(conn: &Connection, pragma: &str, of: &str) -> Vec<String> {
    let mut statement = conn.prepare(&format!("PRAGMA {pragma}('{of}')")).unwrap();
    let columns = statement.column_count();
    let row = |row: &rusqlite::Row<'_>| {
        let value = |column| row.get::<_, rusqlite::types::Value>(column);
        Ok(format!("{:?}", (0..columns).map(value).map(Result::unwrap).collect::<Vec<_>>()))
    };
    let mut rows: Vec<String> = statement.query_map([], row).unwrap().map(Result::unwrap).collect();
    rows.sort();
    rows
}

fn names(conn: &Connection, pragma: &str) -> Vec<String> {
    let mut statement = conn.prepare(pragma).unwrap();
    statement.query_map([], |row| row.get("name")).unwrap().map(Result::unwrap).collect()
}

/// Tables, indexes and columns of a document that no comment stands above.
fn without_comment(document: &str) -> Vec<String> {
    let conn = in_memory(document);
    let lines: Vec<&str> = document.lines().collect();
    let commented = |at: usize| at > 0 && lines[at - 1].trim_start().starts_with("-- ");
    let find = |from: usize, start: &str| {
        let at = lines[from..].iter().position(|line| line.trim_start().starts_with(start));
        from + at.unwrap_or_else(|| panic!("no line begins with `{start}`"))
    };
    let mut missing = Vec::new();
    for (kind, name, sql) in statements(&conn) {
        let first = find(0, sql.lines().next().unwrap());
        if !commented(first) {
            missing.push(format!("{kind} {name}"));
        }
        if kind == "table" {
            let columns = names(&conn, &format!("PRAGMA table_xinfo('{name}')"));
            let bare =
                columns.iter().filter(|column| !commented(find(first, &format!("{column} "))));
            missing.extend(bare.map(|column| format!("{name}.{column}")));
        }
    }
    missing
}

#[test]
fn the_documents_say_what_the_migrations_make() {
    for (kind, fresh, document) in both() {
        assert_eq!(plain_statements(&document), plain_statements(&fresh), "schema/{kind}.sql");
        assert_eq!(understood(&document), understood(&fresh), "schema/{kind}.sql");
    }
}

#[test]
fn every_table_index_and_column_has_a_comment() {
    for document in [LEARNER, TRAINER] {
        assert_eq!(without_comment(document), Vec::<String>::new());
    }
}

#[test]
fn a_missing_comment_is_noticed() {
    let comment = "    -- When it was given.\n";
    assert!(LEARNER.contains(comment));
    assert_eq!(without_comment(&LEARNER.replace(comment, "")), ["answers.answered_at"]);
    let bare = LEARNER.replace("-- The decisions of one step, whenever it is opened.\n", "");
    assert_eq!(without_comment(&bare), ["index decisions_by_step"]);
}

#[test]
fn a_document_that_differs_in_one_word_is_noticed() {
    let (_, fresh, _) = &both()[0];
    for (from, to) in [
        ("elapsed_ms >= 0", "elapsed_ms >= 1"),
        ("points REAL", "points REAL NOT NULL"),
        ("ON DELETE CASCADE", "ON DELETE RESTRICT"),
        ("COLLATE NOCASE", "COLLATE BINARY"),
        ("'think', ", ""),
    ] {
        let other = in_memory(&LEARNER.replacen(from, to, 1));
        assert_ne!(plain_statements(&other), plain_statements(fresh), "{from}");
    }
}

#[test]
fn columns_are_not_null_but_for_the_named_ones() {
    for (kind, fresh, _) in both() {
        for table in raw::tables(&fresh) {
            let sql = "SELECT name FROM pragma_table_xinfo(?1) WHERE \"notnull\" = 0 AND pk = 0";
            let mut statement = fresh.prepare(sql).unwrap();
            for name in statement.query_map([&table], |row| row.get::<_, String>(0)).unwrap() {
                let column = format!("{table}.{}", name.unwrap());
                assert!(MAY_BE_NULL.contains(&column.as_str()), "{kind}: {column}");
            }
        }
    }
}

#[test]
fn a_trainers_store_has_no_place_for_what_is_private() {
    let [_, (_, trainer, _)] = both();
    let expect = [
        "answers",
        "assignment_groups",
        "assignment_parts",
        "assignment_people",
        "assignments",
        "attempt_items",
        "attempts",
        "checks_by_person",
        "file_findings",
        "forks",
        "group_members",
        "groups",
        "items",
        "judged",
        "learners",
        "links",
        "listings",
        "meta",
        "notes",
        "numbered_items",
        "numbered_people",
        "numbered_quizzes",
        "other_people",
        "packed_attempts",
        "progress",
        "question_sums",
        "recalled",
        "result_files",
        "revisits",
        "settings",
        "snapshots",
        "statements_held",
        "steps_done",
        "told",
        "told_runs",
        "unsigned_checks",
    ];
    assert_eq!(raw::tables(&trainer), expect);
}

#[test]
fn attempts_and_answers_have_the_same_tables_in_both_stores() {
    let [(_, learner, _), (_, trainer, _)] = both();
    let (learner, trainer) = (plain_statements(&learner), plain_statements(&trainer));
    for table in ["meta", "settings", "items", "attempts", "attempt_items", "answers"] {
        assert_eq!(learner[table], trainer[table], "one set of functions serves both");
    }
}

#[test]
fn every_migration_is_in_the_list_of_hashes_and_as_it_was_released() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut found = BTreeMap::new();
    for kind in ["learner", "trainer"] {
        for entry in fs::read_dir(folder.join(kind)).unwrap().map(Result::unwrap) {
            let name = format!("{kind}/{}", entry.file_name().into_string().unwrap());
            let hash = Sha256::digest(fs::read(entry.path()).unwrap());
            let hex: Vec<String> = hash.iter().map(|byte| format!("{byte:02x}")).collect();
            found.insert(name, hex.concat());
        }
    }
    let list = fs::read_to_string(folder.join("HASHES")).unwrap();
    let lines = list.lines().map(|line| line.split_once(' ').unwrap());
    let listed = lines.map(|(name, hash)| (name.to_owned(), hash.to_owned())).collect();
    assert_eq!(found, listed, "a released migration is never edited; a new one is added to HASHES");
}

#[test]
fn a_fresh_store_has_run_every_migration_of_its_folder() {
    let (home, store) = learners();
    drop(store);
    let (trainer_home, key, store) = trainers();
    drop(store);
    drop(trainer_home.store(Kind::Trainer(&key)));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    for (kind, conn) in [
        ("learner", raw::connect(&home.path("learner.db"), None)),
        ("trainer", raw::connect(&trainer_home.path("trainer.db"), Some(&key))),
    ] {
        let files = fs::read_dir(folder.join(kind)).unwrap().count();
        assert_eq!(raw::user_version(&conn) as usize, files, "{kind}");
        assert_eq!(raw::integrity(&conn), "ok");
    }
}
