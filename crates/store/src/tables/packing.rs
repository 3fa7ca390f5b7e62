//! Packed attempts: every finished check of a module in one row, and the numbers that keep it small. The same rows
//! lie person by person in [`super::by_person`].

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Row, params};

use super::{
    all, one,
    packed::{PackedAnswer, Sureness, pack, unpack},
    question_sums::forget_quiz,
    run,
};
use crate::{Error, Reader, Writer, reports::SureButWrong};

/// A quiz that somebody finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuizRow {
    /// Its number in this store.
    pub number: u32,
    /// The module.
    pub module_id: String,
    /// The quiz.
    pub quiz_id: String,
}

/// A finished check, of a module or of all of them.
#[derive(Debug, Clone, PartialEq)]
pub struct FinishedCheck {
    /// Its place in the order of attempts.
    pub seq: i64,
    /// UUID.
    pub id: String,
    /// Whose.
    pub learner_id: String,
    /// The pack.
    pub pack_id: String,
    /// The module.
    pub module_id: String,
    /// The quiz.
    pub quiz_id: String,
    /// 1 for the first try.
    pub try_number: u32,
    /// RFC 3339.
    pub started_at: String,
    /// RFC 3339.
    pub finished_at: String,
    /// It is of one module.
    pub of_module: bool,
    /// When it was begun, in milliseconds since 1970.
    pub begun: i64,
    /// Points.
    pub points: f64,
    /// Points to pass.
    pub pass_points: u32,
    /// Questions drawn.
    pub questions: u32,
    /// It was passed.
    pub passed: bool,
}

/// Which packed attempts of a quiz are read.
#[derive(Debug, Clone, Default)]
pub struct PackedScan<'a> {
    /// The quiz, by its number.
    pub quiz: u32,
    /// Only everybody's first.
    pub firsts: bool,
    /// Only those after this place.
    pub after: u32,
    /// Finished on this day or later, as 20261122.
    pub from_day: Option<u32>,
    /// Finished on this day or earlier.
    pub to_day: Option<u32>,
    /// Only of these people, by number.
    pub people: Option<&'a BTreeSet<u32>>,
    /// Only these answers: place in the order of attempts, number of the kept question.
    pub answers: Option<&'a BTreeSet<(i64, u32)>>,
}

const CHECK: &str = include_str!("finished_check.sql");

fn check(row: &Row<'_>) -> rusqlite::Result<FinishedCheck> {
    Ok(FinishedCheck {
        seq: row.get(0)?,
        id: row.get(1)?,
        learner_id: row.get(2)?,
        pack_id: row.get(3)?,
        module_id: row.get(4)?,
        quiz_id: row.get(5)?,
        try_number: row.get(6)?,
        started_at: row.get(7)?,
        finished_at: row.get(8)?,
        of_module: row.get(9)?,
        begun: row.get(10)?,
        points: row.get(11)?,
        pass_points: row.get(12)?,
        questions: row.get(13)?,
        passed: row.get(14)?,
    })
}

impl Reader<'_> {
    /// A finished check; nothing when the attempt is another thing, or open.
    ///
    /// # Errors
    /// What the store says.
    pub fn finished_check(&self, attempt_id: &str) -> Result<Option<FinishedCheck>, Error> {
        one(self.conn, &format!("{CHECK} AND id = ?1"), [attempt_id], check)
    }

    /// Finished checks after a place in the order of attempts, at most `limit` of them.
    ///
    /// # Errors
    /// What the store says.
    pub fn finished_checks(&self, after: i64, limit: u32) -> Result<Vec<FinishedCheck>, Error> {
        let sql = format!("{CHECK} AND seq > ?1 ORDER BY seq LIMIT ?2");
        all(self.conn, &sql, params![after, limit], check)
    }

    /// The quizzes of a pack's modules that somebody finished, by number.
    ///
    /// # Errors
    /// What the store says.
    pub fn quizzes(&self, pack_id: &str) -> Result<Vec<QuizRow>, Error> {
        let sql = "SELECT number, module_id, quiz_id FROM numbered_quizzes
                   WHERE pack_id = ?1
                       AND EXISTS (SELECT 1 FROM packed_attempts WHERE quiz = number)
                   ORDER BY number";
        all(self.conn, sql, [pack_id], |row| {
            Ok(QuizRow { number: row.get(0)?, module_id: row.get(1)?, quiz_id: row.get(2)? })
        })
    }

    /// Hashes of kept questions by their numbers.
    ///
    /// # Errors
    /// What the store says.
    pub fn item_numbers(&self) -> Result<BTreeMap<u32, String>, Error> {
        let rows = all(self.conn, "SELECT number, hash FROM numbered_items", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        Ok(rows.into_iter().collect())
    }

    /// Numbers of people; those of whom nothing is packed have none.
    ///
    /// # Errors
    /// What the store says.
    pub fn person_numbers(&self, learner_ids: &[String]) -> Result<BTreeSet<u32>, Error> {
        let mut numbers = BTreeSet::new();
        for id in learner_ids {
            let sql = "SELECT number FROM numbered_people WHERE learner_id = ?1";
            numbers.extend(one(self.conn, sql, [id], |row| row.get::<_, u32>(0))?);
        }
        Ok(numbers)
    }

    /// How many answers each person gave, in finished checks of each module, with "sure" and without the full
    /// mark, read from packed attempts.
    ///
    /// # Errors
    /// What the store says.
    pub fn packed_sure_but_wrong(&self, pack_id: &str) -> Result<Vec<SureButWrong>, Error> {
        let sql = "SELECT number, learner_id FROM numbered_people";
        let people: BTreeMap<u32, String> =
            all(self.conn, sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect();
        let mut found = Vec::new();
        for quiz in self.quizzes(pack_id)? {
            let sql = "SELECT person, answers FROM packed_attempts WHERE quiz = ?1";
            let mut statement = self.conn.prepare_cached(sql)?;
            let mut rows = statement.query([quiz.number])?;
            let mut answers = Vec::new();
            let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
            while let Some(row) = rows.next()? {
                let packed = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
                if unpack(packed, &mut answers).is_none() {
                    continue;
                }
                let wrong = |answer: &&PackedAnswer| {
                    answer.sureness == Sureness::Sure && answer.mark.is_some_and(|mark| mark < 1.0)
                };
                let wrong = u32::try_from(answers.iter().filter(wrong).count()).unwrap_or(u32::MAX);
                if wrong > 0 {
                    *counts.entry(row.get(0)?).or_default() += wrong;
                }
            }
            found.extend(counts.into_iter().filter_map(|(number, answers)| {
                Some(SureButWrong {
                    learner_id: people.get(&number)?.clone(),
                    module_id: quiz.module_id.clone(),
                    answers,
                })
            }));
        }
        Ok(found)
    }

    /// How many attempts are packed: of modules, and of everybody.
    ///
    /// # Errors
    /// What the store says.
    pub fn count_packed(&self) -> Result<(u32, u32), Error> {
        let sql = "SELECT (SELECT count(*) FROM packed_attempts),
                       (SELECT count(*) FROM checks_by_person)";
        Ok(self.conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// Whether a check is packed with these answers and its day; nothing when it is not packed.
    ///
    /// # Errors
    /// What the store says.
    pub fn is_packed_so(
        &self,
        check: &FinishedCheck,
        answers: &[PackedAnswer],
    ) -> Result<Option<bool>, Error> {
        let packed = pack(answers);
        let Some(by_person) = self.is_by_person_so(check, &packed)? else { return Ok(None) };
        if !check.of_module {
            return Ok(Some(by_person));
        }
        let sql = "SELECT answers = ?2 AND day = ?3 FROM packed_attempts WHERE attempt = ?1";
        let so = params![check.seq, packed, day(&check.finished_at)];
        let so = one(self.conn, sql, so, |row| row.get::<_, bool>(0))?;
        Ok(so.map(|so| so && by_person))
    }

    /// How many packed attempts are told to be a person's first of a quiz and are not, or the other way.
    ///
    /// # Errors
    /// What the store says.
    pub fn told_first_wrongly(&self) -> Result<u32, Error> {
        let sql = include_str!("told_first_wrongly.sql");
        Ok(self.conn.query_row(sql, [], |row| row.get(0))?)
    }

    /// Reads packed attempts of a quiz in their order, one at a time; says the place of the last one of the
    /// quiz that was looked at, whether it was wanted or not.
    ///
    /// # Errors
    /// What the store says.
    pub fn each_packed(
        &self,
        scan: &PackedScan<'_>,
        mut work: impl FnMut(&[PackedAnswer]),
    ) -> Result<u32, Error> {
        let sql = "SELECT nth, is_first, day, person, answers, attempt FROM packed_attempts
                   WHERE quiz = ?1 AND nth > ?2 ORDER BY nth";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params![scan.quiz, scan.after])?;
        let mut answers = Vec::new();
        let mut last = scan.after;
        while let Some(row) = rows.next()? {
            last = row.get(0)?;
            if scan.wants(row)? {
                let packed = row.get_ref(4)?;
                let packed = packed.as_blob().map_err(rusqlite::Error::from)?;
                if unpack(packed, &mut answers).is_some() {
                    if let Some(wanted) = scan.answers {
                        let attempt = row.get(5)?;
                        answers.retain(|answer| wanted.contains(&(attempt, answer.item)));
                        if answers.is_empty() {
                            continue;
                        }
                    }
                    work(&answers);
                }
            }
        }
        Ok(last)
    }
}

impl PackedScan<'_> {
    fn wants(&self, row: &Row<'_>) -> rusqlite::Result<bool> {
        if self.firsts && !row.get::<_, bool>(1)? {
            return Ok(false);
        }
        let day: u32 = row.get(2)?;
        if self.from_day.is_some_and(|from| day < from) || self.to_day.is_some_and(|to| day > to) {
            return Ok(false);
        }
        match self.people {
            Some(people) => Ok(people.contains(&row.get(3)?)),
            None => Ok(true),
        }
    }
}

impl Writer<'_> {
    /// Packs a finished check. Its answers replace those that were packed before; the person's first check of
    /// the quiz is told anew. Sums that this makes untrue are dropped.
    ///
    /// # Errors
    /// What the store says.
    pub fn pack_check(&self, check: &FinishedCheck, answers: &[PackedAnswer]) -> Result<(), Error> {
        let packed = pack(answers);
        let quiz = self.number_of_quiz(check)?;
        let person = self.number_of_person(&check.learner_id)?;
        self.put_by_person(check, person, quiz, &packed)?;
        if !check.of_module {
            return Ok(());
        }
        let before = "SELECT answers FROM packed_attempts WHERE attempt = ?1";
        let before: Option<Vec<u8>> = one(self.conn, before, [check.seq], |row| row.get(0))?;
        if let Some(before) = before {
            if before != packed {
                let sql = "UPDATE packed_attempts SET answers = ?2 WHERE attempt = ?1";
                run(self.conn, sql, params![check.seq, packed])?;
                forget_quiz(self.conn, quiz)?;
            }
            return Ok(());
        }
        let is_first = self.is_first(check, person, quiz)?;
        let values = params![quiz, check.seq, person, is_first, day(&check.finished_at), packed];
        run(self.conn, include_str!("pack_check.sql"), values).map(drop)
    }

    /// Unpacks everything, so that it can be packed anew. Numbers of people, questions and quizzes stay.
    ///
    /// # Errors
    /// What the store says.
    pub fn unpack_all(&self) -> Result<(), Error> {
        run(self.conn, "DELETE FROM packed_attempts", [])?;
        run(self.conn, "DELETE FROM checks_by_person", [])?;
        super::question_sums::forget(self.conn)
    }

    /// The number of a kept question; it gets one when it has none.
    ///
    /// # Errors
    /// What the store says.
    pub fn number_of_item(&self, hash: &str) -> Result<u32, Error> {
        let known = "SELECT number FROM numbered_items WHERE hash = ?1";
        if let Some(number) = one(self.conn, known, [hash], |row| row.get(0))? {
            return Ok(number);
        }
        let sql = "INSERT INTO numbered_items (hash) VALUES (?1) RETURNING number";
        Ok(self.conn.prepare_cached(sql)?.query_row([hash], |row| row.get(0))?)
    }

    fn number_of_person(&self, learner_id: &str) -> Result<u32, Error> {
        let known = "SELECT number FROM numbered_people WHERE learner_id = ?1";
        if let Some(number) = one(self.conn, known, [learner_id], |row| row.get(0))? {
            return Ok(number);
        }
        let sql = "INSERT INTO numbered_people (learner_id) VALUES (?1) RETURNING number";
        Ok(self.conn.prepare_cached(sql)?.query_row([learner_id], |row| row.get(0))?)
    }

    fn number_of_quiz(&self, check: &FinishedCheck) -> Result<u32, Error> {
        let known = "SELECT number FROM numbered_quizzes WHERE pack_id = ?1 AND quiz_id = ?2";
        let of = params![check.pack_id, check.quiz_id];
        if let Some(number) = one(self.conn, known, of, |row| row.get(0))? {
            return Ok(number);
        }
        let sql = "INSERT INTO numbered_quizzes (pack_id, module_id, quiz_id) VALUES (?1, ?2, ?3)
                   RETURNING number";
        let of = params![check.pack_id, check.module_id, check.quiz_id];
        Ok(self.conn.prepare_cached(sql)?.query_row(of, |row| row.get(0))?)
    }

    /// Whether this is the person's first check of the quiz, whichever came in first; one that was taken for it before is no longer.
    fn is_first(&self, check: &FinishedCheck, person: u32, quiz: u32) -> Result<bool, Error> {
        let sql = "SELECT packed_attempts.attempt, attempts.try_number, attempts.started_at,
                       attempts.id
                   FROM packed_attempts
                   JOIN attempts ON attempts.seq = packed_attempts.attempt
                   WHERE packed_attempts.person = ?1 AND packed_attempts.quiz = ?2
                     AND packed_attempts.is_first = 1";
        let first = one(self.conn, sql, params![person, quiz], |row| {
            let begun: (u32, String, String) = (row.get(1)?, row.get(2)?, row.get(3)?);
            Ok((row.get::<_, i64>(0)?, begun))
        })?;
        let Some((attempt, (try_number, started_at, id))) = first else { return Ok(true) };
        let begun = (check.try_number, &check.started_at, &check.id);
        if (try_number, &started_at, &id) < begun {
            return Ok(false);
        }
        let sql = "UPDATE packed_attempts SET is_first = 0 WHERE attempt = ?1";
        run(self.conn, sql, [attempt])?;
        forget_quiz(self.conn, quiz)?;
        Ok(true)
    }
}

/// The day of a time, as 20261122; 0 when it is no time.
pub(super) fn day(at: &str) -> u32 {
    let digits = at.get(..10).unwrap_or_default().replace('-', "");
    digits.parse().unwrap_or(0)
}
