//! Everybody's finished checks, person by person: what a report reads in one pass in which the checks of one person
//! stand beside each other.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Row, params};

use super::{
    all, one,
    packed::{PackedAnswer, unpack},
    packing::{FinishedCheck, day},
    run,
};
use crate::{Error, Reader, Writer};

/// A finished check of a person.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PersonCheck {
    /// Its place in the order of attempts.
    pub attempt: i64,
    /// The quiz, by its number.
    pub quiz: u32,
    /// It is of one module.
    pub of_module: bool,
    /// 1 for the first try.
    pub try_number: u32,
    /// The day on which it was finished, as 20261122.
    pub day: u32,
    /// Points.
    pub points: f64,
    /// Points to pass.
    pub pass_points: u32,
    /// Questions drawn.
    pub questions: u32,
    /// It was passed.
    pub passed: bool,
    /// The questions with the answers that count.
    pub answers: Vec<PackedAnswer>,
}

impl Reader<'_> {
    /// Gives the finished checks of a pack, all of one person at a time and in the order in which they were begun.
    /// Nobody else is held meanwhile. `people`: only these, by number.
    ///
    /// # Errors
    /// What the store says.
    pub fn each_person(
        &self,
        pack_id: &str,
        people: Option<&BTreeSet<u32>>,
        mut work: impl FnMut(u32, &[PersonCheck]),
    ) -> Result<(), Error> {
        let sql = "SELECT number FROM numbered_quizzes WHERE pack_id = ?1";
        let of_pack: BTreeSet<u32> =
            all(self.conn, sql, [pack_id], |row| row.get(0))?.into_iter().collect();
        let mut statement = self.conn.prepare_cached(include_str!("each_person.sql"))?;
        let mut rows = statement.query([])?;
        // The lists of answers are used again from person to person.
        let (mut checks, mut used, mut whose) = (Vec::<PersonCheck>::new(), 0, 0);
        while let Some(row) = rows.next()? {
            let person: u32 = row.get(0)?;
            if person != whose {
                if used > 0 {
                    work(whose, &checks[..used]);
                }
                (used, whose) = (0, person);
            }
            let wanted = people.is_none_or(|people| people.contains(&person));
            if wanted && of_pack.contains(&row.get(1)?) {
                if used == checks.len() {
                    checks.push(PersonCheck::default());
                }
                used += usize::from(checks[used].fill(row)?);
            }
        }
        if used > 0 {
            work(whose, &checks[..used]);
        }
        Ok(())
    }

    /// The numbers of all people of whom something is packed.
    ///
    /// # Errors
    /// What the store says.
    pub fn numbered_people(&self) -> Result<BTreeMap<String, u32>, Error> {
        let sql = "SELECT learner_id, number FROM numbered_people ORDER BY learner_id";
        let rows = all(self.conn, sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.into_iter().collect())
    }

    /// Whether a check lies by its person as it is; nothing when it does not at all.
    pub(super) fn is_by_person_so(
        &self,
        check: &FinishedCheck,
        packed: &[u8],
    ) -> Result<Option<bool>, Error> {
        let sql = "SELECT (begun, id, of_module, try_number, day, points, pass_points, questions, passed, answers)
                       = (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
                       AND (SELECT learner_id FROM numbered_people WHERE number = person) = ?12
                       AND (SELECT quiz_id FROM numbered_quizzes WHERE number = quiz) = ?13
                   FROM checks_by_person WHERE attempt = ?1";
        let so = params![
            check.seq,
            check.begun,
            check.id,
            check.of_module,
            check.try_number,
            day(&check.finished_at),
            check.points,
            check.pass_points,
            check.questions,
            check.passed,
            packed,
            check.learner_id,
            check.quiz_id
        ];
        one(self.conn, sql, so, |row| row.get(0))
    }
}

impl PersonCheck {
    /// Takes on a row; says whether its answers are whole.
    fn fill(&mut self, row: &Row<'_>) -> Result<bool, Error> {
        self.attempt = row.get(10)?;
        self.quiz = row.get(1)?;
        self.of_module = row.get(2)?;
        self.try_number = row.get(3)?;
        self.day = row.get(4)?;
        self.points = row.get(5)?;
        self.pass_points = row.get(6)?;
        self.questions = row.get(7)?;
        self.passed = row.get(8)?;
        let packed = row.get_ref(9)?.as_blob().map_err(rusqlite::Error::from)?;
        Ok(unpack(packed, &mut self.answers).is_some())
    }
}

impl Writer<'_> {
    pub(super) fn put_by_person(
        &self,
        check: &FinishedCheck,
        person: u32,
        quiz: u32,
        packed: &[u8],
    ) -> Result<(), Error> {
        let values = params![
            person,
            check.begun,
            check.id,
            check.seq,
            quiz,
            check.of_module,
            check.try_number,
            day(&check.finished_at),
            check.points,
            check.pass_points,
            check.questions,
            check.passed,
            packed
        ];
        run(self.conn, include_str!("put_by_person.sql"), values).map(drop)
    }
}
