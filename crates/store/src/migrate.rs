//! Numbered migrations: forward only, additive, never edited once released.
//!
//! Two numbers say two things. `user_version` is the last migration that ran. `meta.min_reader` is the
//! oldest schema level that may still open the file; it is raised only in a planned break. So an older
//! version of the app can go on with a file that a newer one has only added to.

use rusqlite::{Connection, TransactionBehavior};

use crate::Error;

/// A migration: its number is its place in the list, from 1.
pub(crate) struct Migration {
    /// The file's name, for messages.
    pub(crate) name: &'static str,
    /// The statements.
    pub(crate) sql: &'static str,
}

/// Of the learners' store.
pub(crate) const LEARNER: &[Migration] = &[
    Migration {
        name: "learner/0001_learners_and_answers.sql",
        sql: include_str!("../migrations/learner/0001_learners_and_answers.sql"),
    },
    Migration {
        name: "learner/0002_flags.sql",
        sql: include_str!("../migrations/learner/0002_flags.sql"),
    },
    Migration {
        name: "learner/0003_inbox.sql",
        sql: include_str!("../migrations/learner/0003_inbox.sql"),
    },
    Migration {
        name: "learner/0004_runs.sql",
        sql: include_str!("../migrations/learner/0004_runs.sql"),
    },
    Migration {
        name: "learner/0005_reviews.sql",
        sql: include_str!("../migrations/learner/0005_reviews.sql"),
    },
    Migration {
        name: "learner/0006_sharing.sql",
        sql: include_str!("../migrations/learner/0006_sharing.sql"),
    },
    Migration {
        name: "learner/0007_assignments.sql",
        sql: include_str!("../migrations/learner/0007_assignments.sql"),
    },
    Migration {
        name: "learner/0008_history.sql",
        sql: include_str!("../migrations/learner/0008_history.sql"),
    },
    Migration {
        name: "learner/0009_message_reviews.sql",
        sql: include_str!("../migrations/learner/0009_message_reviews.sql"),
    },
    Migration {
        name: "learner/0010_outbox.sql",
        sql: include_str!("../migrations/learner/0010_outbox.sql"),
    },
];

/// Of the trainer's store.
pub(crate) const TRAINER: &[Migration] = &[
    Migration {
        name: "trainer/0001_people_and_answers.sql",
        sql: include_str!("../migrations/trainer/0001_people_and_answers.sql"),
    },
    Migration {
        name: "trainer/0002_practice.sql",
        sql: include_str!("../migrations/trainer/0002_practice.sql"),
    },
    Migration {
        name: "trainer/0003_people_and_assignments.sql",
        sql: include_str!("../migrations/trainer/0003_people_and_assignments.sql"),
    },
    Migration {
        name: "trainer/0004_result_files.sql",
        sql: include_str!("../migrations/trainer/0004_result_files.sql"),
    },
    Migration {
        name: "trainer/0005_reports.sql",
        sql: include_str!("../migrations/trainer/0005_reports.sql"),
    },
    Migration {
        name: "trainer/0006_packed.sql",
        sql: include_str!("../migrations/trainer/0006_packed.sql"),
    },
    Migration {
        name: "trainer/0007_checks_by_person.sql",
        sql: include_str!("../migrations/trainer/0007_checks_by_person.sql"),
    },
    Migration {
        name: "trainer/0008_told.sql",
        sql: include_str!("../migrations/trainer/0008_told.sql"),
    },
    Migration {
        name: "trainer/0009_statements.sql",
        sql: include_str!("../migrations/trainer/0009_statements.sql"),
    },
];

/// What a file says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Level {
    /// The last migration that ran; 0 for an empty file.
    pub(crate) schema: u32,
    /// The oldest level that may open it.
    pub(crate) min_reader: u32,
}

/// Reads a file's level.
pub(crate) fn level(conn: &Connection) -> Result<Level, Error> {
    let schema: u32 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if schema == 0 {
        return Ok(Level { schema, min_reader: 0 });
    }
    let min_reader = conn.query_row(
        "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'min_reader'",
        [],
        |row| row.get(0),
    )?;
    Ok(Level { schema, min_reader })
}

/// Runs what has not run yet, all of it in one transaction: the file is old or new, never between.
pub(crate) fn migrate(
    conn: &mut Connection,
    migrations: &[Migration],
    application_id: i32,
) -> Result<(), Error> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done: u32 = tx.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    for (number, migration) in (1_u32..).zip(migrations).skip(done as usize) {
        tx.execute_batch(migration.sql).map_err(|error| failed(number, migration.name, error))?;
    }
    tx.pragma_update(None, "application_id", application_id)?;
    tx.pragma_update(None, "user_version", u32::try_from(migrations.len()).unwrap_or(u32::MAX))?;
    tx.commit()?;
    Ok(())
}

/// Says which migration failed, and keeps the code: a full disk is not a damaged file.
fn failed(number: u32, name: &str, error: rusqlite::Error) -> Error {
    let raw = match &error {
        rusqlite::Error::SqliteFailure(raw, _)
        | rusqlite::Error::SqlInputError { error: raw, .. } => *raw,
        _ => return error.into(),
    };
    let reason = format!("migration {number}, {name}: {error}");
    rusqlite::Error::SqliteFailure(raw, Some(reason)).into()
}
