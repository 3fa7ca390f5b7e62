//! What lasted: how much of what people knew in their first check they still know 30, 90 and 180 days later.
//!
//! Each later answer is paired with the first answer of the same person to the same question, so that people who
//! come back are compared with themselves and not with those who stayed away.

use chrono::{Datelike as _, NaiveDate};
use eighteen_analysis::{FEWEST_PEOPLE, PeopleMean, PersonSum, mean_of_people};
use eighteen_exchange::{Cell, Table};
use eighteen_store::{PersonCheck, Reader, Recall};

use crate::{
    App, UserError,
    among::{Asked, Days},
    by_person::{Keys, Wanted},
    course::{Course, count},
    export::sample_word,
    shares::{LEVEL, of_change, of_mean},
    told,
    wire::{
        among::Among,
        practised::{LastedReport, LastedStart, LastedWindow},
    },
};

/// Days after the first answer, and how many days earlier or later still count. The refresher brings a question
/// back when it is about to be forgotten and not on a certain day, so the windows grow with the time.
const WINDOWS: [(u32, u32); 3] = [(30, 10), (90, 20), (180, 30)];

impl App {
    /// What people still know some time after their first check.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open; `PersonsNotShown` and `NotFound` as
    /// [`Self::trainer_questions`].
    pub fn trainer_lasted(&self, args: Among) -> Result<LastedReport, UserError> {
        let course = self.course()?;
        let asked = self.among(args, Days::Meant)?;
        self.as_agreed(self.trainer_store()?.read(|reader| report(reader, course, asked))?)
    }
}

fn report(reader: &Reader<'_>, course: &Course, asked: Asked) -> Result<LastedReport, UserError> {
    let mut counted = Counted::read(reader, course, &Wanted::read(reader, &asked.rows)?)?;
    if asked.rows.told {
        for ((days, _), later) in WINDOWS.iter().zip(&mut counted.later) {
            *later = told::told_later(reader, *days)?;
        }
    }
    let later = WINDOWS.iter().zip(&counted.later);
    Ok(LastedReport {
        sample: reader.has_sample()?,
        among: asked.whom(),
        fewest_people: FEWEST_PEOPLE,
        start: LastedStart {
            people: count(counted.first.len()),
            answers: counted.first.iter().map(|one| one.questions).sum(),
            right: mean(&counted.first, |one| person_sum(one.right_later, one.questions))
                .map(of_mean),
        },
        later: later.map(|(&(days, width), people)| window(days, width, people)).collect(),
    })
}

/// What one person got right then and later, of the same questions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Pairs {
    pub(crate) questions: u32,
    pub(crate) right_then: u32,
    pub(crate) right_later: u32,
}

/// An answer some time after the first one to the same question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Later {
    key: usize,
    days: u32,
    nth: u32,
    is_right: bool,
}

/// An answer of the refresher, by the number of the person.
struct Recalled {
    person: u32,
    later: Later,
}

/// Everybody's figures.
#[derive(Default)]
struct Counted {
    /// First answers: what was right stands in `right_later`.
    first: Vec<Pairs>,
    later: [Vec<Pairs>; WINDOWS.len()],
}

impl Counted {
    /// One pass over the checks, person by person. Of the refresher's answers twenty bytes each are held.
    fn read(reader: &Reader<'_>, course: &Course, wanted: &Wanted) -> Result<Self, UserError> {
        let mut counted = Self::default();
        each_memory(reader, course, wanted, |_, memory| counted.add(memory))?;
        // Figures must not depend on who was collected first, to the last bit.
        counted.first.sort_unstable();
        counted.later.iter_mut().for_each(|people| people.sort_unstable());
        Ok(counted)
    }

    fn add(&mut self, memory: &mut Memory) {
        if memory.first.questions > 0 {
            self.first.push(memory.first);
        }
        memory.later.sort_unstable();
        for (&(days, width), people) in WINDOWS.iter().zip(&mut self.later) {
            let pairs = memory.pairs(days - width, days + width);
            if pairs.questions > 0 {
                people.push(pairs);
            }
        }
    }
}

/// What everybody still knew: number of the person, days, figures.
pub(crate) fn later_of_people(
    reader: &Reader<'_>,
    course: &Course,
) -> Result<Vec<(u32, u32, Pairs)>, UserError> {
    let mut all = Vec::new();
    each_memory(reader, course, &Wanted::default(), |person, memory| {
        memory.later.sort_unstable();
        for (days, width) in WINDOWS {
            let pairs = memory.pairs(days - width, days + width);
            if pairs.questions > 0 {
                all.push((person, days, pairs));
            }
        }
    })?;
    Ok(all)
}

fn each_memory(
    reader: &Reader<'_>,
    course: &Course,
    wanted: &Wanted,
    mut work: impl FnMut(u32, &mut Memory),
) -> Result<(), UserError> {
    let keys = Keys::read(reader, course)?;
    let recalled = recalled(reader, course, &keys)?;
    let mut memory = Memory::of(keys.len());
    memory.from_day = wanted.from_day.map_or(i32::MIN, day_number_of);
    memory.to_day = wanted.to_day.map_or(i32::MAX, day_number_of);
    let mut at = 0;
    wanted.each_person(reader, course, |person, checks| {
        // Both lists are by the number of the person.
        at += recalled[at..].iter().take_while(|one| one.person < person).count();
        let own = recalled[at..].iter().take_while(|one| one.person == person);
        memory.begin();
        for check in checks {
            memory.check(&keys, check);
        }
        own.for_each(|one| memory.recalled(one.later));
        work(person, &mut memory);
    })
}

/// What is known of one person while her checks are looked through.
struct Memory {
    /// For each question the day of the first answer and whether it was right, with the turn in which it was
    /// noted: nothing has to be wiped between people.
    met: Vec<(u32, i32, bool, u32)>,
    turn: u32,
    first: Pairs,
    later: Vec<Later>,
    /// First answers of other days are known, and nothing is told of them.
    from_day: i32,
    to_day: i32,
}

impl Memory {
    fn of(questions: usize) -> Self {
        let met = vec![(0, 0, false, 0); questions];
        Self {
            met,
            turn: 0,
            first: Pairs::default(),
            later: Vec::new(),
            from_day: i32::MIN,
            to_day: i32::MAX,
        }
    }

    fn begin(&mut self) {
        self.turn += 1;
        self.first = Pairs::default();
        self.later.clear();
    }

    fn check(&mut self, keys: &Keys, check: &PersonCheck) {
        let day = day_number_of(check.day);
        for answer in &check.answers {
            let Some((mark, key)) = answer.mark.zip(keys.of_number(answer.item)) else { continue };
            let is_right = mark >= 1.0;
            let (turn, first_day, _, nth) = &mut self.met[key];
            if *turn == self.turn {
                *nth += 1;
                let days = u32::try_from(day - *first_day).unwrap_or(0);
                self.later.push(Later { key, days, nth: *nth, is_right });
            } else {
                self.met[key] = (self.turn, day, is_right, 1);
                if (self.from_day..=self.to_day).contains(&day) {
                    self.first.questions += 1;
                    self.first.right_later += u32::from(is_right);
                }
            }
        }
    }

    /// What was in no check of hers has nothing to stand beside.
    fn recalled(&mut self, later: Later) {
        if self.met[later.key].0 == self.turn {
            self.later.push(later);
        }
    }

    /// The first answer to each question between those days. The list is sorted.
    fn pairs(&self, from_days: u32, to_days: u32) -> Pairs {
        let mut pairs = Pairs::default();
        let mut before = None;
        let days = self.from_day..=self.to_day;
        let wanted = |one: &&Later| {
            (from_days..=to_days).contains(&one.days) && days.contains(&self.met[one.key].1)
        };
        for one in self.later.iter().filter(wanted) {
            if before.replace(one.key) != Some(one.key) {
                pairs.questions += 1;
                pairs.right_then += u32::from(self.met[one.key].2);
                pairs.right_later += u32::from(one.is_right);
            }
        }
        pairs
    }
}

/// The refresher's answers, by the number of the person.
fn recalled(reader: &Reader<'_>, course: &Course, keys: &Keys) -> Result<Vec<Recalled>, UserError> {
    let numbers = reader.numbered_people()?;
    let mut recalled = Vec::new();
    let mut last: Option<(String, Option<u32>)> = None;
    reader.each_recall(&course.pack.id, |row| {
        if last.as_ref().is_none_or(|(id, _)| id != row.learner_id) {
            last = Some((row.learner_id.to_owned(), numbers.get(row.learner_id).copied()));
        }
        let person = last.as_ref().and_then(|(_, number)| *number);
        let key = keys.of_question(row.item_id, row.item_version);
        if let Some((person, key)) = person.zip(key) {
            let Recall { after_days: days, nth, is_right, .. } = row;
            recalled.push(Recalled { person, later: Later { key, days, nth, is_right } });
        }
    })?;
    recalled.sort_by_key(|one| one.person);
    Ok(recalled)
}

/// Days that can be subtracted, of one such as 20261122.
fn day_number_of(day: u32) -> i32 {
    let year = i32::try_from(day / 10_000).unwrap_or(0);
    let date = NaiveDate::from_ymd_opt(year, day / 100 % 100, day % 100);
    date.map_or(0, |date| date.num_days_from_ce())
}

fn person_sum(right: u32, of: u32) -> PersonSum {
    PersonSum { sum: f64::from(right), count: of }
}

fn mean(people: &[Pairs], of: fn(&Pairs) -> PersonSum) -> Option<PeopleMean> {
    mean_of_people(&people.iter().map(of).collect::<Vec<_>>(), LEVEL)
}

fn window(days: u32, width: u32, people: &[Pairs]) -> LastedWindow {
    LastedWindow {
        days,
        from_days: days - width,
        to_days: days + width,
        people: count(people.len()),
        pairs: people.iter().map(|one| one.questions).sum(),
        then: mean(people, |one| person_sum(one.right_then, one.questions)).map(|mean| mean.mean),
        now: mean(people, |one| person_sum(one.right_later, one.questions)).map(of_mean),
        change: mean(people, |one| PersonSum {
            sum: f64::from(one.right_later) - f64::from(one.right_then),
            count: one.questions,
        })
        .map(of_change),
    }
}

/// One row for the day of the check and one for each time after it.
pub fn lasted_table(report: &LastedReport) -> Table {
    let start = &report.start;
    let ends = start.right.and_then(|right| right.within);
    let mut rows: Vec<Vec<Cell>> = vec![vec![
        0_u32.into(),
        0_u32.into(),
        0_u32.into(),
        start.people.into(),
        start.answers.into(),
        Cell::Empty,
        start.right.map(|right| right.share).into(),
        ends.map(|ends| ends.low).into(),
        ends.map(|ends| ends.high).into(),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        sample_word(report.sample).into(),
    ]];
    rows.extend(report.later.iter().map(|one| {
        let now = one.now.and_then(|now| now.within);
        let change = one.change.and_then(|change| change.within);
        vec![
            one.days.into(),
            one.from_days.into(),
            one.to_days.into(),
            one.people.into(),
            one.pairs.into(),
            one.then.into(),
            one.now.map(|now| now.share).into(),
            now.map(|ends| ends.low).into(),
            now.map(|ends| ends.high).into(),
            one.change.map(|change| change.share).into(),
            change.map(|ends| ends.low).into(),
            change.map(|ends| ends.high).into(),
            sample_word(report.sample).into(),
        ]
    }));
    Table {
        columns: vec![
            "days",
            "from_days",
            "to_days",
            "people",
            "answers",
            "right_then",
            "right",
            "right_low",
            "right_high",
            "change",
            "change_low",
            "change_high",
            "sample",
        ],
        rows,
    }
}

#[cfg(test)]
mod tests {
    use eighteen_store::PackedAnswer;

    use super::*;

    fn check(day: u32, marks: &[(u32, Option<f64>)]) -> PersonCheck {
        let answers = marks.iter().map(|&(item, mark)| PackedAnswer {
            item,
            mark,
            chosen: 0,
            sureness: eighteen_store::Sureness::NotSaid,
            elapsed_ms: 0,
        });
        PersonCheck { day, answers: answers.collect(), ..PersonCheck::default() }
    }

    fn counted(checks: &[PersonCheck], recalled: &[Later]) -> Counted {
        let keys = Keys::numbered(4);
        let mut memory = Memory::of(keys.len());
        let mut counted = Counted::default();
        for _ in 0..2 {
            memory.begin();
            for check in checks {
                memory.check(&keys, check);
            }
            for later in recalled {
                memory.recalled(*later);
            }
            counted.add(&mut memory);
        }
        counted
    }

    fn pairs(questions: u32, right_then: u32, right_later: u32) -> Pairs {
        Pairs { questions, right_then, right_later }
    }

    #[test]
    fn a_later_answer_stands_beside_the_first_one_to_the_same_question() {
        let checks = [
            check(20_260_110, &[(0, Some(1.0)), (1, Some(0.5)), (2, None)]),
            check(20_260_209, &[(0, Some(0.0)), (1, Some(1.0)), (3, Some(1.0))]),
            check(20_260_210, &[(0, Some(1.0))]),
        ];
        let later = |key, days, nth, is_right| Later { key, days, nth, is_right };
        let found = counted(&checks, &[later(1, 25, 1, false), later(2, 30, 1, true)]);
        // Question 2 was left out and 3 met once; who meets a question again is counted as often as people are.
        assert_eq!(found.first, [pairs(3, 0, 2); 2]);
        // Question 0 after 30 days and not after 31; question 1 after 25 days and not after 30.
        assert_eq!(found.later[0], [pairs(2, 1, 0); 2]);
        assert_eq!(found.later[1], []);
        let found = counted(&checks, &[later(0, 90, 3, true), later(0, 88, 2, false)]);
        assert_eq!(found.later[1], [pairs(1, 1, 0); 2]);
    }

    #[test]
    fn days_are_subtracted_over_the_end_of_a_year() {
        assert_eq!(day_number_of(20_270_101) - day_number_of(20_261_202), 30);
        assert_eq!(day_number_of(0), day_number_of(20_261_340));
    }
}
