//! How everybody stands in each module, counted by the database: as large as the course, not as large as
//! the number of people.

use rusqlite::params;

use crate::{
    Error, Reader,
    tables::{all, one},
};

const CELLS: &str = include_str!("cells.sql");
const HELP: &str = include_str!("help.sql");

/// People of a group by how they stand in a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleCount {
    /// The module's place in the course, from 0.
    pub at: u32,
    /// People who completed it.
    pub completed: u32,
    /// People who began and have not passed.
    pub started: u32,
    /// People who have not begun.
    pub not_started: u32,
    /// Finished checks.
    pub checks: u32,
}

/// A person in the table of people, and what the table can be sorted by.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundPerson {
    /// Who.
    pub id: String,
    /// Name or code.
    pub name: Option<String>,
    /// RFC 3339.
    pub last_active: String,
    /// How far the person is in the module asked for, as a number that only sorts.
    pub progress: f64,
}

/// Which people are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Everybody.
    All,
    /// Completed: the module asked for, or all of them.
    Completed,
    /// Begun: the module asked for, or the course and not all of it completed.
    Started,
    /// Not begun: the module asked for, or none.
    NotStarted,
    /// May need help, in the module asked for or in any.
    Help,
}

/// Why somebody may need help in a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpRow {
    /// Who.
    pub learner_id: String,
    /// Name or code.
    pub name: Option<String>,
    /// The module's place in the course, from 0.
    pub at: u32,
    /// `below`, `sure` or `stopped`.
    pub reason: String,
    /// Tries below the pass mark.
    pub failed: u32,
    /// Answers given with "sure" and without the full mark.
    pub sure_but_wrong: u32,
    /// Where the person stopped.
    pub at_step: Option<String>,
    /// Since when.
    pub opened_at: Option<String>,
}

/// The course as the reports need it: a pack and its modules as JSON, in order, each with its number of
/// steps: `[{"id":"…","steps":9}]`.
#[derive(Debug, Clone, Copy)]
pub struct Modules<'a> {
    /// The pack.
    pub pack_id: &'a str,
    /// The modules.
    pub json: &'a str,
}

impl Reader<'_> {
    /// Everybody by standing, for each module of the course.
    ///
    /// # Errors
    /// What the store says.
    pub fn module_counts(&self, of: Modules<'_>) -> Result<Vec<ModuleCount>, Error> {
        let sql = format!(
            "WITH {CELLS} SELECT at, sum(standing = 2), sum(standing = 1), sum(standing = 0),
                 sum(finished) FROM cells GROUP BY at ORDER BY at"
        );
        all(self.conn, &sql, params![of.pack_id, of.json], |row| {
            Ok(ModuleCount {
                at: row.get(0)?,
                completed: row.get(1)?,
                started: row.get(2)?,
                not_started: row.get(3)?,
                checks: row.get(4)?,
            })
        })
    }

    /// People in all, those who completed every module, those who began none.
    ///
    /// # Errors
    /// What the store says.
    pub fn people_counts(&self, of: Modules<'_>) -> Result<(u32, u32, u32), Error> {
        let sql = format!(
            "WITH {CELLS} SELECT count(*), coalesce(sum(least = 2), 0), coalesce(sum(most = 0), 0)
             FROM (SELECT min(standing) AS least, max(standing) AS most FROM cells
                   GROUP BY learner_id)"
        );
        let counts = one(self.conn, &sql, params![of.pack_id, of.json], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
        Ok(counts.unwrap_or_default())
    }

    /// Who may need help at this moment (RFC 3339), by name, and as many as asked for.
    ///
    /// # Errors
    /// What the store says.
    pub fn who_needs_help(
        &self,
        of: Modules<'_>,
        now: &str,
        people: u32,
    ) -> Result<Vec<HelpRow>, Error> {
        let sql = format!(
            "WITH {CELLS} {HELP},
             named AS (
                 SELECT learners.id, coalesce(listings.name, learners.name) AS name FROM learners
                 LEFT JOIN listings ON listings.learner_id = learners.id
                 WHERE learners.id IN (SELECT learner_id FROM help)
                 ORDER BY coalesce(listings.name, learners.name) IS NULL,
                     coalesce(listings.name, learners.name) COLLATE NOCASE, learners.id LIMIT ?4
             )
             SELECT named.id, named.name, at, reason, failed, answers, at_step, opened_at
             FROM help JOIN named ON named.id = help.learner_id
             ORDER BY named.name IS NULL, named.name COLLATE NOCASE, named.id, at"
        );
        all(self.conn, &sql, params![of.pack_id, of.json, now, people], |row| {
            Ok(HelpRow {
                learner_id: row.get(0)?,
                name: row.get(1)?,
                at: row.get(2)?,
                reason: row.get(3)?,
                failed: row.get(4)?,
                sure_but_wrong: row.get(5)?,
                at_step: row.get(6)?,
                opened_at: row.get(7)?,
            })
        })
    }

    /// How many people may need help at this moment.
    ///
    /// # Errors
    /// What the store says.
    pub fn people_who_need_help(&self, of: Modules<'_>, now: &str) -> Result<u32, Error> {
        let sql = format!("WITH {CELLS} {HELP} SELECT count(DISTINCT learner_id) FROM help");
        let count = one(self.conn, &sql, params![of.pack_id, of.json, now], |row| row.get(0))?;
        Ok(count.unwrap_or_default())
    }

    /// The people who stand as asked in a module, or over all of them, by name.
    ///
    /// # Errors
    /// What the store says.
    pub fn people_found(
        &self,
        of: Modules<'_>,
        now: &str,
        wanted: Wanted,
        at: Option<u32>,
    ) -> Result<Vec<FoundPerson>, Error> {
        let condition = match wanted {
            Wanted::All => "1",
            Wanted::Completed => "least = 2",
            Wanted::Started => "most > 0 AND least < 2",
            Wanted::NotStarted => "most = 0",
            Wanted::Help => {
                "standings.learner_id IN (SELECT learner_id FROM help
                                          WHERE ?4 IS NULL OR help.at = ?4)"
            }
        };
        let sql = format!(
            "WITH {CELLS} {HELP},
             standings AS (
                 SELECT learner_id, min(standing) AS least, max(standing) AS most,
                     sum(standing * 1e6 + steps_done * 1e3 + best_points) AS progress
                 FROM cells WHERE ?4 IS NULL OR at = ?4 GROUP BY learner_id
             )
             SELECT learners.id, coalesce(listings.name, learners.name) AS shown,
                 learners.last_active, standings.progress
             FROM standings JOIN learners ON learners.id = standings.learner_id
             LEFT JOIN listings ON listings.learner_id = learners.id
             WHERE {condition} AND ?3 IS NOT NULL
             ORDER BY shown IS NULL, shown COLLATE NOCASE, learners.id"
        );
        all(self.conn, &sql, params![of.pack_id, of.json, now, at], |row| {
            Ok(FoundPerson {
                id: row.get(0)?,
                name: row.get(1)?,
                last_active: row.get(2)?,
                progress: row.get(3)?,
            })
        })
    }
}
