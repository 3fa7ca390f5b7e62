//! One module: when people completed it, where they stopped, how long steps took, how first tries ended.

use rusqlite::params;

use crate::{Error, Reader, tables::all};

/// People who completed a module on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompletedOn {
    /// `YYYY-MM-DD`, where they were.
    pub day: String,
    /// People who passed for the first time.
    pub people: u32,
}

/// Time on a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepTime {
    /// The step.
    pub step_id: String,
    /// Milliseconds of one person.
    pub elapsed_ms: u32,
}

/// How somebody's first finished check of a module ended.
#[derive(Debug, Clone, PartialEq)]
pub struct FirstResult {
    /// Points.
    pub points: f64,
    /// Points that were needed.
    pub pass_points: u32,
    /// Questions in it.
    pub questions: u32,
}

impl Reader<'_> {
    /// Days on which people completed a module or showed that they know it, the first one first.
    ///
    /// # Errors
    /// What the store says.
    pub fn completed_by_day(
        &self,
        pack_id: &str,
        module_id: &str,
    ) -> Result<Vec<CompletedOn>, Error> {
        all(
            self.conn,
            "SELECT day, count(*) FROM (
                 SELECT min(substr(finished_at, 1, 10)) AS day FROM attempts
                 WHERE passed = 1 AND pack_id = ?1 AND module_id = ?2
                     AND (kind = 'check' AND json_extract(policy, '$.form') IS NULL
                         OR json_extract(policy, '$.form') = 'test-out')
                 GROUP BY learner_id
             ) GROUP BY day ORDER BY day",
            params![pack_id, module_id],
            |row| Ok(CompletedOn { day: row.get(0)?, people: row.get(1)? }),
        )
    }

    /// Times that people spent on the steps of a module, by step, the shortest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn step_times(&self, pack_id: &str, module_id: &str) -> Result<Vec<StepTime>, Error> {
        all(
            self.conn,
            "SELECT step_id, elapsed_ms FROM steps_done WHERE pack_id = ?1 AND module_id = ?2
             ORDER BY step_id, elapsed_ms",
            params![pack_id, module_id],
            |row| Ok(StepTime { step_id: row.get(0)?, elapsed_ms: row.get(1)? }),
        )
    }

    /// Everybody's first finished check of a module.
    ///
    /// # Errors
    /// What the store says.
    pub fn first_results(&self, pack_id: &str, module_id: &str) -> Result<Vec<FirstResult>, Error> {
        all(
            self.conn,
            "SELECT points, pass_points, draw FROM (
                 SELECT points, pass_points, json_extract(policy, '$.draw') AS draw,
                     row_number() OVER (
                         PARTITION BY learner_id ORDER BY try_number, started_at, id
                     ) AS nth
                 FROM attempts
                 WHERE kind = 'check' AND json_extract(policy, '$.form') IS NULL
                     AND finished_at IS NOT NULL AND pack_id = ?1 AND module_id = ?2
             ) WHERE nth = 1 ORDER BY points, pass_points, draw",
            params![pack_id, module_id],
            |row| {
                Ok(FirstResult {
                    points: row.get(0)?,
                    pass_points: row.get(1)?,
                    questions: row.get(2)?,
                })
            },
        )
    }
}
