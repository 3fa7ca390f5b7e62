//! What a trainer's store keeps of the result files that were collected.

use rusqlite::params;

use super::{all, history, one, run};
use crate::{Error, LinkRow, PersonRow, ProgressRow, Reader, Writer};

/// A result file that was collected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultFileRow {
    /// SHA-256 of what was in it.
    pub digest: String,
    /// Whose.
    pub learner_id: String,
    /// The installation's public key.
    pub device: String,
    /// The installation's number for it.
    pub number: u32,
    /// The last link's hash; empty where there was none.
    pub head: String,
    /// RFC 3339, by the clock of that computer.
    pub made_at: String,
    /// RFC 3339.
    pub collected_at: String,
}

/// What one file shows by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFindingRow {
    /// Whose.
    pub learner_id: String,
    /// The file.
    pub digest: String,
    /// `gap`, `edited` or `foreign`.
    pub kind: String,
    /// The link's number; 0 where it is about no link.
    pub counter: u32,
}

impl Reader<'_> {
    /// The files of a person, the latest of each installation last.
    ///
    /// # Errors
    /// What the store says.
    pub fn result_files(&self, learner_id: &str) -> Result<Vec<ResultFileRow>, Error> {
        let sql = "SELECT digest, learner_id, device, number, head, made_at, collected_at
                   FROM result_files WHERE learner_id = ?1 ORDER BY device, number, digest";
        all(self.conn, sql, [learner_id], |row| {
            Ok(ResultFileRow {
                digest: row.get(0)?,
                learner_id: row.get(1)?,
                device: row.get(2)?,
                number: row.get(3)?,
                head: row.get(4)?,
                made_at: row.get(5)?,
                collected_at: row.get(6)?,
            })
        })
    }

    /// Whether this file was collected.
    ///
    /// # Errors
    /// What the store says.
    pub fn has_result_file(&self, digest: &str) -> Result<bool, Error> {
        let found =
            one(self.conn, "SELECT 1 FROM result_files WHERE digest = ?1", [digest], |row| {
                row.get::<_, u32>(0)
            })?;
        Ok(found.is_some())
    }

    /// Every link that any file of a person had.
    ///
    /// # Errors
    /// What the store says.
    pub fn links_of(&self, learner_id: &str) -> Result<Vec<LinkRow>, Error> {
        let sql =
            "SELECT learner_id, counter, kind, attempt_id, content, at, device, previous, hash
                   FROM links WHERE learner_id = ?1 ORDER BY counter, hash, previous";
        all(self.conn, sql, [learner_id], history::row)
    }

    /// What the files of a person show, each by itself.
    ///
    /// # Errors
    /// What the store says.
    pub fn file_findings(&self, learner_id: &str) -> Result<Vec<FileFindingRow>, Error> {
        let sql = "SELECT learner_id, digest, kind, counter FROM file_findings
                   WHERE learner_id = ?1 ORDER BY counter, kind, digest";
        all(self.conn, sql, [learner_id], |row| {
            Ok(FileFindingRow {
                learner_id: row.get(0)?,
                digest: row.get(1)?,
                kind: row.get(2)?,
                counter: row.get(3)?,
            })
        })
    }
}

impl Writer<'_> {
    /// Keeps that a file was collected.
    ///
    /// # Errors
    /// What the store says.
    pub fn put_result_file(&self, file: &ResultFileRow) -> Result<(), Error> {
        run(
            self.conn,
            "INSERT INTO result_files
                 (digest, learner_id, device, number, head, made_at, collected_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (digest) DO NOTHING",
            params![
                file.digest,
                file.learner_id,
                file.device,
                file.number,
                file.head,
                file.made_at,
                file.collected_at
            ],
        )
        .map(drop)
    }

    /// Keeps a link of a file; one that is kept already stays.
    ///
    /// # Errors
    /// What the store says.
    pub fn put_link(&self, link: &LinkRow) -> Result<(), Error> {
        run(
            self.conn,
            "INSERT INTO links
                 (learner_id, hash, counter, kind, attempt_id, content, at, device, previous)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (learner_id, hash, previous) DO NOTHING",
            params![
                link.learner_id,
                link.hash,
                link.counter,
                link.kind,
                link.attempt_id,
                link.content,
                link.at,
                link.device,
                link.previous
            ],
        )
        .map(drop)
    }

    /// Keeps what a file shows by itself.
    ///
    /// # Errors
    /// What the store says.
    pub fn put_file_finding(&self, finding: &FileFindingRow) -> Result<(), Error> {
        run(
            self.conn,
            "INSERT INTO file_findings (learner_id, digest, kind, counter)
             VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
            params![finding.learner_id, finding.digest, finding.kind, finding.counter],
        )
        .map(drop)
    }

    /// Adds a person from a file. Of two files the one that knows the later day counts, whichever comes first.
    ///
    /// # Errors
    /// What the store says.
    pub fn merge_person(&self, person: &PersonRow) -> Result<(), Error> {
        run(
            self.conn,
            "INSERT INTO learners (id, name, sample, last_active) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name,
                 last_active = excluded.last_active
             WHERE (excluded.last_active, coalesce(excluded.name, ''))
                 > (last_active, coalesce(name, ''))",
            params![person.id, person.name, person.sample, person.last_active],
        )
        .map(drop)
    }

    /// Adds progress from a file. Of two files the one that knows the later step counts.
    ///
    /// # Errors
    /// What the store says.
    pub fn merge_progress(&self, progress: &ProgressRow) -> Result<(), Error> {
        run(
            self.conn,
            include_str!("merge_progress.sql"),
            params![
                progress.learner_id,
                progress.pack_id,
                progress.module_id,
                progress.steps_done,
                progress.at_step,
                progress.opened_at
            ],
        )
        .map(drop)
    }

    /// Takes an attempt away with its answers, to put another account of it in its place.
    ///
    /// # Errors
    /// What the store says.
    pub fn remove_attempt(&self, id: &str) -> Result<(), Error> {
        super::question_sums::forget(self.conn)?;
        run(self.conn, "DELETE FROM attempts WHERE id = ?1", [id]).map(drop)
    }
}
