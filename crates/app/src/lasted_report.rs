//! What lasted: how much of what people knew in their first check they still know 30, 90 and 180 days later.
//!
//! Each later answer is paired with the first answer of the same person to the same question, so that people who
//! come back are compared with themselves and not with those who stayed away.

use eighteen_analysis::{FEWEST_PEOPLE, PersonSum, mean_of_people};
use eighteen_exchange::{Cell, Table};
use eighteen_store::{Reader, reports::RightLater};

use crate::{
    App, UserError,
    course::{Course, count},
    export::sample_word,
    shares::{LEVEL, of_change, of_mean},
    wire::practised::{LastedReport, LastedStart, LastedWindow},
};

/// Days after the first answer, and how many days earlier or later still count. The refresher brings a question
/// back when it is about to be forgotten and not on a certain day, so the windows grow with the time.
const WINDOWS: [(u32, u32); 3] = [(30, 10), (90, 20), (180, 30)];

impl App {
    /// What people still know some time after their first check.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn trainer_lasted(&self) -> Result<LastedReport, UserError> {
        let course = self.course()?;
        self.as_agreed(self.trainer_store()?.read(|reader| report(reader, course))?)
    }
}

fn report(reader: &Reader<'_>, course: &Course) -> Result<LastedReport, UserError> {
    let pack_id = &course.pack.id;
    let first = reader.first_right(pack_id, None)?;
    let sums: Vec<PersonSum> =
        first.iter().map(|row| person_sum(row.right, row.questions)).collect();
    let mut later = Vec::new();
    for (days, width) in WINDOWS {
        let (from, to) = (days - width, days + width);
        later.push(window(days, from, to, &reader.right_later(pack_id, None, from, to)?));
    }
    Ok(LastedReport {
        sample: reader.people()?.iter().any(|person| person.sample),
        fewest_people: FEWEST_PEOPLE,
        start: LastedStart {
            people: count(first.len()),
            answers: first.iter().map(|row| row.questions).sum(),
            right: mean_of_people(&sums, LEVEL).map(of_mean),
        },
        later,
    })
}

fn person_sum(right: u32, of: u32) -> PersonSum {
    PersonSum { sum: f64::from(right), count: of }
}

fn window(days: u32, from_days: u32, to_days: u32, rows: &[RightLater]) -> LastedWindow {
    let mean = |of: fn(&RightLater) -> PersonSum| {
        mean_of_people(&rows.iter().map(of).collect::<Vec<_>>(), LEVEL)
    };
    LastedWindow {
        days,
        from_days,
        to_days,
        people: count(rows.len()),
        pairs: rows.iter().map(|row| row.questions).sum(),
        then: mean(|row| person_sum(row.right_then, row.questions)).map(|mean| mean.mean),
        now: mean(|row| person_sum(row.right_later, row.questions)).map(of_mean),
        change: mean(|row| PersonSum {
            sum: f64::from(row.right_later) - f64::from(row.right_then),
            count: row.questions,
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
