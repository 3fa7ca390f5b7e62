//! One module: completion over time, where people stop, time on each step, results of first checks.

use std::collections::{BTreeMap, BTreeSet};

use eighteen_analysis::{middle_half_ms, shown_cells};
use eighteen_exchange::{Cell, Table};
use eighteen_pack::Module;
use eighteen_store::{PersonCheck, Reader, reports::Among};

use crate::{
    App, UserError,
    among::{Asked, Days},
    by_person::{Wanted, firsts},
    clock::{Moment, day},
    course::{Course, count, number},
    error::not_found,
    glance::{self, Glance},
    people::module_statuses,
    told,
    wire::trainer::{AskModule, CompletedByDay, ModuleReport, PointCount, StepFigures},
    works_council::Withheld,
};

/// Fewest people for whom a time is given.
const FEWEST_TIMES: u32 = 5;

impl App {
    /// One module, or the first.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open; `NotFound` when there is no such module, group or
    /// day; `PersonsNotShown` when some are asked for where that was agreed.
    pub fn trainer_module(&self, args: AskModule) -> Result<ModuleReport, UserError> {
        let course = self.course()?;
        let now = self.now();
        let smallest = self.smallest_group()?;
        let module = match &args.module_id {
            Some(id) => course.module(id)?,
            None => course.pack.modules.first().ok_or_else(|| not_found("module", "first"))?,
        };
        let asked = self.among(args.among, Days::Meant)?;
        let store = self.trainer_store()?;
        let glance = self.glance_of(&asked.rows)?;
        let of = Of { course, glance: &glance, module, now, smallest };
        self.as_agreed(store.read(|reader| report(reader, &of, asked))?)
    }
}

/// What a report is of.
struct Of<'a> {
    course: &'a Course,
    glance: &'a Glance,
    module: &'a Module,
    now: Moment,
    smallest: Option<u32>,
}

fn report(reader: &Reader<'_>, of: &Of<'_>, asked: Asked) -> Result<ModuleReport, UserError> {
    let Of { course, glance, module, now, smallest: smallest_group } = *of;
    let rows = &asked.rows;
    let Checked { first, completed_on } = Checked::read(reader, course, &module.id, rows)?;
    let mut completed = 0;
    Ok(ModuleReport {
        sample: reader.has_sample()?,
        smallest_group,
        module_id: module.id.clone(),
        modules: module_statuses(glance, course, smallest_group),
        people: count(glance.people.len()),
        completions: completed_on
            .into_iter()
            .map(|(on, people)| {
                completed += people;
                CompletedByDay { day: dashed(on), people: completed }
            })
            .collect(),
        today: day(now.day()),
        steps: steps(reader, of, rows)?,
        first_checks: count(first.len()),
        pass_points: the_same(first.iter().map(|one| one.pass_points)),
        questions: the_same(first.iter().map(|one| one.questions)),
        results: results(&first),
        among: asked.whom(),
    })
}

/// A first finished check.
struct FirstResult {
    points: f64,
    pass_points: u32,
    questions: u32,
}

/// What finished checks of a module, and pre-checks that were passed, show.
#[derive(Default)]
struct Checked {
    /// One for each person.
    first: Vec<FirstResult>,
    /// People by the day, such as 20261122, on which they completed the module or showed that they know it.
    completed_on: BTreeMap<u32, u32>,
}

impl Checked {
    /// One pass over the checks, person by person.
    fn read(
        reader: &Reader<'_>,
        course: &Course,
        module_id: &str,
        among: &Among,
    ) -> Result<Self, UserError> {
        let pack_id = &course.pack.id;
        let wanted = Wanted::read(reader, among)?;
        let quizzes =
            reader.quizzes(pack_id)?.into_iter().filter(|quiz| quiz.module_id == module_id);
        let quizzes: BTreeSet<u32> = quizzes.map(|quiz| quiz.number).collect();
        let mut checked = Self::default();
        let mut known = BTreeMap::new();
        let group_id = among.group_id.as_deref();
        for (person, day) in reader.known_on(pack_id, module_id, group_id)? {
            match person {
                Some(person) => drop(known.insert(person, day)),
                // Of her no check is packed, so she does not come below.
                None => checked.complete(Some(day).filter(|day| wanted.has(*day))),
            }
        }
        wanted.each_person(reader, course, |person, checks| {
            let here = |check: &&PersonCheck| check.of_module && quizzes.contains(&check.quiz);
            let in_days = |check: &&PersonCheck| here(check) && wanted.has(check.day);
            checked.first.extend(firsts(checks).filter(in_days).map(|check| FirstResult {
                points: check.points,
                pass_points: check.pass_points,
                questions: check.questions,
            }));
            let passed = checks.iter().filter(here).filter(|check| check.passed);
            let day = passed.map(|check| check.day).chain(known.remove(&person)).min();
            checked.complete(day.filter(|day| wanted.has(*day)));
        })?;
        for day in known.into_values() {
            checked.complete(Some(day).filter(|day| wanted.has(*day)));
        }
        if among.told {
            // The day of the telling stands for that on which somebody completed it.
            checked.completed_on = told::completed_on(reader, module_id)?;
        }
        Ok(checked)
    }

    fn complete(&mut self, day: Option<u32>) {
        if let Some(day) = day {
            *self.completed_on.entry(day).or_default() += 1;
        }
    }
}

/// Where people stop is how they stand now, whatever the days; times are of steps done on those days.
fn steps(reader: &Reader<'_>, of: &Of<'_>, rows: &Among) -> Result<Vec<StepFigures>, UserError> {
    let Of { course, glance, module, .. } = *of;
    let at = course.pack.modules.iter().position(|one| one.id == module.id).unwrap_or_default();
    let mut stopped = vec![0; module.steps.len()];
    for person in &glance.people {
        let step = person.cells.get(at).and_then(glance::Cell::stands_at);
        if let Some(people) = step.and_then(|step| stopped.get_mut(step)) {
            *people += 1;
        }
    }
    let mut times: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for time in reader.step_times(&course.pack.id, &module.id, rows)? {
        times.entry(time.step_id).or_default().push(time.elapsed_ms);
    }
    let steps = module.steps.iter().enumerate().map(|(index, step)| {
        let times = times.get(&step.id).map(Vec::as_slice).unwrap_or_default();
        let half = middle_half_ms(times).filter(|_| count(times.len()) >= FEWEST_TIMES);
        StepFigures {
            number: number(index),
            title: step.title.clone(),
            stopped: stopped.get(index).copied(),
            timed: Some(count(times.len())),
            low_ms: half.map(|[low, _, _]| low),
            median_ms: half.map(|[_, median, _]| median),
            high_ms: half.map(|[_, _, high]| high),
        }
    });
    Ok(steps.collect())
}

/// A day such as 20261122 as 2026-11-22.
fn dashed(day: u32) -> String {
    format!("{:04}-{:02}-{:02}", day / 10_000, day / 100 % 100, day % 100)
}

/// The one value that all of them have.
fn the_same(mut values: impl Iterator<Item = u32>) -> Option<u32> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

fn results(first: &[FirstResult]) -> Vec<PointCount> {
    let most = first.iter().map(|one| one.questions).max();
    let full = |points: f64| (0..=most.unwrap_or(0)).rev().find(|&n| f64::from(n) <= points + 1e-9);
    let counted = |points: u32| first.iter().filter(|one| full(one.points) == Some(points)).count();
    let points = most.map(|most| 0..=most).into_iter().flatten();
    points.map(|points| PointCount { points, people: Some(count(counted(points))) }).collect()
}

/// Days are drawn together until enough people stand behind each further number; steps and results are
/// divisions of the same people, told as such.
impl Withheld for ModuleReport {
    fn withhold(&mut self, smallest: u32) {
        let status = self.modules.iter().find(|module| module.module_id == self.module_id);
        let told = |count: Option<u32>| count.is_some();
        let (completed, started) =
            status.map_or((false, false), |one| (told(one.completed), told(one.started)));
        if self.people < smallest {
            self.people = 0;
        }
        self.completions =
            if completed { drawn_together(&self.completions, smallest) } else { Vec::new() };
        let stopped: Vec<u32> = self.steps.iter().map(|step| step.stopped.unwrap_or(0)).collect();
        let stopped = shown_cells(&stopped, smallest);
        for (step, shown) in self.steps.iter_mut().zip(stopped) {
            step.stopped = shown.filter(|_| started);
            let timed = step.timed.filter(|&timed| timed >= smallest);
            if timed.is_none() {
                (step.low_ms, step.median_ms, step.high_ms) = (None, None, None);
            }
            // How many have done a step says who has not, where nearly everybody has.
            step.timed = None;
        }
        // Points are marks of all answers, of which few are told with no question.
        for result in &mut self.results {
            result.people = None;
        }
        if self.first_checks < smallest {
            self.first_checks = 0;
        }
    }
}

/// Days with at least so many people between one and the next; what is left over goes to the last.
fn drawn_together(days: &[CompletedByDay], smallest: u32) -> Vec<CompletedByDay> {
    let mut kept: Vec<CompletedByDay> = Vec::new();
    for on in days {
        let before = kept.last().map_or(0, |last| last.people);
        if on.people - before >= smallest {
            kept.push(on.clone());
        }
    }
    if let (Some(last), Some(end)) = (kept.last_mut(), days.last()) {
        *last = end.clone();
    }
    kept
}

/// One row for each step: `stopped` in people, times in milliseconds.
pub fn module_table(report: &ModuleReport) -> Table {
    let rows = report.steps.iter().map(|step| -> Vec<Cell> {
        vec![
            report.module_id.as_str().into(),
            step.number.into(),
            step.title.as_str().into(),
            step.stopped.into(),
            step.timed.into(),
            step.low_ms.into(),
            step.median_ms.into(),
            step.high_ms.into(),
        ]
    });
    Table {
        columns: vec![
            "module_id",
            "step_number",
            "step",
            "stopped",
            "timed",
            "low_quartile_ms",
            "median_ms",
            "high_quartile_ms",
        ],
        rows: rows.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_day(people: &[u32]) -> Vec<CompletedByDay> {
        let days = (1..).zip(people);
        days.map(|(day, &people)| CompletedByDay { day: format!("2026-11-{day:02}"), people })
            .collect()
    }

    #[test]
    fn days_are_drawn_together_until_enough_people_stand_behind_each() {
        let people = |days: &[u32]| -> Vec<u32> {
            drawn_together(&by_day(days), 8).into_iter().map(|on| on.people).collect()
        };
        assert_eq!(people(&[3, 9, 12, 20, 21]), [9, 21]);
        assert_eq!(people(&[8, 16, 24]), [8, 16, 24]);
        assert_eq!(people(&[3, 7]), Vec::<u32>::new());
        assert_eq!(people(&[]), Vec::<u32>::new());
    }

    #[test]
    fn parts_of_a_point_are_left_off() {
        let result = |points| FirstResult { points, pass_points: 2, questions: 3 };
        let counted =
            results(&[result(3.0), result(2.666_666), result(0.0), result(1.999_999_999_99)]);
        let people: Vec<_> = counted.iter().map(|one| one.people.unwrap()).collect();
        assert_eq!(people, [1, 0, 2, 1]);
    }
}
