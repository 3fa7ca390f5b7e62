//! Attempts and the questions drawn for them. The same tables in both stores.

use rusqlite::{Row, params};
use serde::{Deserialize, Serialize};

use super::{all, one, run};
use crate::{Error, Reader, Writer};

/// What an attempt is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttemptKind {
    /// A final check.
    Check,
    /// Practice questions in the steps of a module.
    Practice,
    /// A pre-check, which shows that the steps can be skipped.
    TestOut,
    /// A final assessment over all modules.
    Assessment,
}

impl AttemptKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Check | Self::Assessment => "check",
            Self::Practice | Self::TestOut => "practice",
        }
    }

    /// What `policy` says of the attempt beside its kind. A version of the app that does not know it
    /// counts a pre-check as practice, and an assessment as a check of a module that it does not have.
    fn form(self) -> Option<&'static str> {
        match self {
            Self::Check | Self::Practice => None,
            Self::TestOut => Some("test-out"),
            Self::Assessment => Some("assessment"),
        }
    }

    fn read(kind: &str, form: Option<&str>) -> Self {
        match (kind, form) {
            (_, Some("test-out")) => Self::TestOut,
            (_, Some("assessment")) => Self::Assessment,
            ("check", _) => Self::Check,
            _ => Self::Practice,
        }
    }
}

/// An attempt. Pack, policy and pass mark are as they stood when it began.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AttemptRow {
    /// UUID.
    pub id: String,
    /// Whose.
    pub learner_id: String,
    /// What for.
    pub kind: AttemptKind,
    /// The pack.
    pub pack_id: String,
    /// Its version.
    pub pack_version: u32,
    /// Its hash.
    pub pack_hash: String,
    /// The module.
    pub module_id: String,
    /// The quiz.
    pub quiz_id: String,
    /// 1 for the first try.
    pub try_number: u32,
    /// Seed of the draw, in decimal: it has 64 bits and a column has 63.
    pub seed: String,
    /// The policy, as JSON.
    pub policy: String,
    /// Points needed.
    pub pass_points: u32,
    /// RFC 3339.
    pub started_at: String,
    /// RFC 3339; absent while it is open.
    pub finished_at: Option<String>,
    /// Points reached, once finished.
    pub points: Option<f64>,
    /// Whether it passed, once finished.
    pub passed: Option<bool>,
}

/// A question drawn for an attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttemptItemRow {
    /// The attempt.
    pub attempt_id: String,
    /// 1 for the first.
    pub position: u32,
    /// The question as it stood.
    pub item_hash: String,
    /// Ids of its parts in the order shown, as a JSON list.
    pub parts: String,
    /// Ids of a matching's targets in the order shown, as a JSON list.
    pub targets: String,
}

const COLUMNS: &str = "id, learner_id, kind, pack_id, pack_version, pack_hash, module_id, quiz_id,
     try_number, seed, policy, pass_points, started_at, finished_at, points, passed,
     json_extract(policy, '$.form')";

fn row(row: &Row<'_>) -> rusqlite::Result<AttemptRow> {
    let (kind, form): (String, Option<String>) = (row.get(2)?, row.get(16)?);
    Ok(AttemptRow {
        id: row.get(0)?,
        learner_id: row.get(1)?,
        kind: AttemptKind::read(&kind, form.as_deref()),
        pack_id: row.get(3)?,
        pack_version: row.get(4)?,
        pack_hash: row.get(5)?,
        module_id: row.get(6)?,
        quiz_id: row.get(7)?,
        try_number: row.get(8)?,
        seed: row.get(9)?,
        policy: row.get(10)?,
        pass_points: row.get(11)?,
        started_at: row.get(12)?,
        finished_at: row.get(13)?,
        points: row.get(14)?,
        passed: row.get(15)?,
    })
}

fn item_row(row: &Row<'_>) -> rusqlite::Result<AttemptItemRow> {
    Ok(AttemptItemRow {
        attempt_id: row.get(0)?,
        position: row.get(1)?,
        item_hash: row.get(2)?,
        parts: row.get(3)?,
        targets: row.get(4)?,
    })
}

impl Reader<'_> {
    /// One attempt.
    ///
    /// # Errors
    /// What the store says.
    pub fn attempt(&self, id: &str) -> Result<Option<AttemptRow>, Error> {
        one(self.conn, &format!("SELECT {COLUMNS} FROM attempts WHERE id = ?1"), [id], row)
    }

    /// Attempts of a learner, in the order in which they began.
    ///
    /// # Errors
    /// What the store says.
    pub fn attempts_of(
        &self,
        learner_id: &str,
        kind: AttemptKind,
    ) -> Result<Vec<AttemptRow>, Error> {
        let sql = format!(
            "SELECT {COLUMNS} FROM attempts WHERE learner_id = ?1 AND kind = ?2
             AND json_extract(policy, '$.form') IS ?3 ORDER BY seq"
        );
        all(self.conn, &sql, params![learner_id, kind.as_str(), kind.form()], row)
    }

    /// Attempts of a learner of every kind, in the order in which they began.
    ///
    /// # Errors
    /// What the store says.
    pub fn every_attempt_of(&self, learner_id: &str) -> Result<Vec<AttemptRow>, Error> {
        let sql = format!("SELECT {COLUMNS} FROM attempts WHERE learner_id = ?1 ORDER BY seq");
        all(self.conn, &sql, [learner_id], row)
    }

    /// Every attempt of everybody, in the order in which they began.
    ///
    /// # Errors
    /// What the store says.
    pub fn all_attempts(&self) -> Result<Vec<AttemptRow>, Error> {
        all(self.conn, &format!("SELECT {COLUMNS} FROM attempts ORDER BY seq"), [], row)
    }

    /// The questions of an attempt, by position.
    ///
    /// # Errors
    /// What the store says.
    pub fn attempt_items(&self, attempt_id: &str) -> Result<Vec<AttemptItemRow>, Error> {
        let sql = "SELECT attempt_id, position, item_hash, parts, targets FROM attempt_items
                   WHERE attempt_id = ?1 ORDER BY position";
        all(self.conn, sql, [attempt_id], item_row)
    }

    /// Which kept questions an attempt has: position and hash, by position.
    ///
    /// # Errors
    /// What the store says.
    pub fn questions_of(&self, attempt_id: &str) -> Result<Vec<(u32, String)>, Error> {
        let sql = "SELECT position, item_hash FROM attempt_items WHERE attempt_id = ?1
                   ORDER BY position";
        all(self.conn, sql, [attempt_id], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// One question of an attempt.
    ///
    /// # Errors
    /// What the store says.
    pub fn attempt_item(
        &self,
        attempt_id: &str,
        position: u32,
    ) -> Result<Option<AttemptItemRow>, Error> {
        let sql = "SELECT attempt_id, position, item_hash, parts, targets FROM attempt_items
                   WHERE attempt_id = ?1 AND position = ?2";
        one(self.conn, sql, params![attempt_id, position], item_row)
    }

    /// How often a learner met each item of a pack outside practice.
    ///
    /// # Errors
    /// What the store says.
    pub fn times_drawn(
        &self,
        learner_id: &str,
        pack_id: &str,
    ) -> Result<Vec<(String, u32)>, Error> {
        all(self.conn, include_str!("times_drawn.sql"), params![learner_id, pack_id], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
    }
}

impl Writer<'_> {
    /// Adds an attempt. One that is there already only takes on how it ended.
    ///
    /// # Errors
    /// What the store says.
    pub fn put_attempt(&self, attempt: &AttemptRow) -> Result<(), Error> {
        let changed = run(
            self.conn,
            include_str!("put_attempt.sql"),
            params![
                attempt.id,
                attempt.learner_id,
                attempt.kind.as_str(),
                attempt.pack_id,
                attempt.pack_version,
                attempt.pack_hash,
                attempt.module_id,
                attempt.quiz_id,
                attempt.try_number,
                attempt.seed,
                attempt.policy,
                attempt.pass_points,
                attempt.started_at,
                attempt.finished_at,
                attempt.points,
                attempt.passed,
                attempt.kind.form()
            ],
        )?;
        if changed > 0 {
            self.touch(&attempt.id);
        }
        Ok(())
    }

    /// Adds a question to an attempt; one that is there already stays.
    ///
    /// # Errors
    /// What the store says.
    pub fn put_attempt_item(&self, item: &AttemptItemRow) -> Result<(), Error> {
        let changed = run(
            self.conn,
            "INSERT INTO attempt_items (attempt_id, position, item_hash, parts, targets)
             VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (attempt_id, position) DO NOTHING",
            params![item.attempt_id, item.position, item.item_hash, item.parts, item.targets],
        )?;
        if changed > 0 {
            self.touch(&item.attempt_id);
        }
        Ok(())
    }

    /// Ends an attempt; `false` when it had ended before.
    ///
    /// # Errors
    /// What the store says.
    pub fn finish_attempt(
        &self,
        id: &str,
        now: &str,
        points: f64,
        passed: bool,
    ) -> Result<bool, Error> {
        let changed = run(
            self.conn,
            "UPDATE attempts SET finished_at = ?2, points = ?3, passed = ?4
             WHERE id = ?1 AND finished_at IS NULL",
            params![id, now, points, passed],
        )?;
        if changed == 1 {
            self.touch(id);
        }
        Ok(changed == 1)
    }
}
