//! What people still knew: the first answer to each question in a check, and answers some time after it.

use rusqlite::params;

use crate::{Error, Reader, tables::all};

/// What one person got right, of so many questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstRight {
    /// Who.
    pub learner_id: String,
    /// Questions of her first finished checks.
    pub questions: u32,
    /// Of them, with the full mark.
    pub right: u32,
}

/// What one person got right then and later, of the same questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RightLater {
    /// Who.
    pub learner_id: String,
    /// Questions that were answered again between those days.
    pub questions: u32,
    /// Of them, right the first time.
    pub right_then: u32,
    /// Of them, right at the first answer between those days.
    pub right_later: u32,
}

impl Reader<'_> {
    /// What everybody got right in first finished checks. `among`: ids of people as a JSON list; everybody when
    /// absent.
    ///
    /// # Errors
    /// What the store says.
    pub fn first_right(
        &self,
        pack_id: &str,
        among: Option<&str>,
    ) -> Result<Vec<FirstRight>, Error> {
        let sql = concat!("WITH ", include_str!("checked.sql"), include_str!("first_right.sql"));
        all(self.conn, sql, params![pack_id, among], |row| {
            Ok(FirstRight { learner_id: row.get(0)?, questions: row.get(1)?, right: row.get(2)? })
        })
    }

    /// What everybody got right from so many to so many days after the first answer, in the refresher or in a
    /// check, beside what the same person got right in the same question then.
    ///
    /// # Errors
    /// What the store says.
    pub fn right_later(
        &self,
        pack_id: &str,
        among: Option<&str>,
        from_days: u32,
        to_days: u32,
    ) -> Result<Vec<RightLater>, Error> {
        let sql = concat!("WITH ", include_str!("checked.sql"), include_str!("right_later.sql"));
        all(self.conn, sql, params![pack_id, among, from_days, to_days], |row| {
            Ok(RightLater {
                learner_id: row.get(0)?,
                questions: row.get(1)?,
                right_then: row.get(2)?,
                right_later: row.get(3)?,
            })
        })
    }
}
