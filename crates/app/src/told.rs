//! Telling in batches, where no person is shown.
//!
//! A figure that is looked at before and after one result tells what this person did. So in such a store nothing
//! is told of what was collected until it is told of enough people at once: everybody's part of the figures is kept
//! as it was last told (the table `told`), reports read only that, and it moves on in batches. Of each figure that a
//! batch changes, it changes the part of at least as many people as the smallest group has, and as many people
//! again are in none of it. What a person brought to a figure once stays as it was then.
//!
//! [`move_on`] is the only way forward, it runs whenever something was collected, and what it decided is in the
//! store: another start tells nothing more.

use std::collections::{BTreeMap, BTreeSet};

use eighteen_analysis::{Waiting, next_batch};
use eighteen_store::{Reader, ToldRow, Writer, reports::Among};

use crate::{
    App, UserError, by_person,
    clock::day,
    course::Course,
    glance::{Cell, Glance, Place},
    lasted_report::{Pairs, later_of_people},
};

/// Kinds of what is told: `schema/trainer.sql` says what each of them is.
pub(crate) const PERSON: &str = "person";
pub(crate) const PLACE: &str = "place";
const STEP: &str = "step";
const CHECK: &str = "check";
const ANSWER: &str = "answer";
const MESSAGE: &str = "message";
const LATER: &str = "later";

/// How somebody stands who has not begun.
const NOT_BEGUN: &str = "not";
const BEGUN: &str = "begun";
const COMPLETED: &str = "done";

impl App {
    /// Goes on with what is told, where no person is shown.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub(crate) fn tell_more(&self) -> Result<(), UserError> {
        let Some(smallest) = self.smallest_group()? else { return Ok(()) };
        let course = self.course()?;
        let today = day(self.now().day());
        self.trainer_store()?.write(|writer| move_on(writer, course, smallest as usize, &today))
    }
}

/// Tells as much as may be told now.
fn move_on(
    writer: &Writer<'_>,
    course: &Course,
    smallest: usize,
    today: &str,
) -> Result<(), UserError> {
    let reader = writer.reader();
    let people = reader.people()?.into_iter().map(|person| person.id);
    let mut telling = Telling {
        writer,
        smallest,
        today,
        numbers: people.zip(0..).collect(),
        told: BTreeSet::new(),
    };
    telling.people(&reader)?;
    telling.places(&reader, &Glance::read(&reader, course)?, course)?;
    telling.steps(&reader, course)?;
    telling.checks(&reader, course)?;
    telling.messages(&reader, course)?;
    telling.later(&reader, course)?;
    telling.runs(&reader)
}

/// Somebody's next part, and the figures that it would change.
struct Part {
    row: ToldRow,
    figures: Vec<String>,
}

/// People who are already in a figure that must not come to be about everybody.
type There = BTreeMap<String, BTreeSet<String>>;

struct Telling<'a> {
    writer: &'a Writer<'a>,
    smallest: usize,
    today: &'a str,
    /// Everybody who was collected, by a number.
    numbers: BTreeMap<String, usize>,
    /// Those of them who are told.
    told: BTreeSet<String>,
}

impl Telling<'_> {
    fn row(&self, what: &str, about: &str, learner_id: &str, value: &str) -> ToldRow {
        ToldRow {
            what: what.to_owned(),
            about: about.to_owned(),
            learner_id: learner_id.to_owned(),
            value: value.to_owned(),
            day: self.today.to_owned(),
        }
    }

    fn people(&mut self, reader: &Reader<'_>) -> Result<(), UserError> {
        self.told = reader.told(PERSON)?.into_iter().map(|row| row.learner_id).collect();
        let new = self.numbers.keys().filter(|id| !self.told.contains(*id));
        let parts = new
            .map(|id| Part { row: self.row(PERSON, "", id, ""), figures: vec![PERSON.to_owned()] });
        let parts: Vec<Part> = parts.collect();
        let told = self.tell(parts, None)?;
        self.told.extend(told);
        Ok(())
    }

    /// Places change: whoever goes from one to another changes both.
    fn places(
        &self,
        reader: &Reader<'_>,
        glance: &Glance,
        course: &Course,
    ) -> Result<(), UserError> {
        let rows = reader.told(PLACE)?;
        let before: BTreeMap<(&str, &str), &str> = rows
            .iter()
            .map(|row| ((row.learner_id.as_str(), row.about.as_str()), row.value.as_str()))
            .collect();
        let mut parts = Vec::new();
        for person in glance.people.iter().filter(|person| self.told.contains(&person.id)) {
            for (module, cell) in course.pack.modules.iter().zip(&person.cells) {
                let key = (person.id.as_str(), module.id.as_str());
                let from = before.get(&key).copied().unwrap_or(NOT_BEGUN);
                let to = place_word(cell);
                if from == to {
                    continue;
                }
                let figure = |place: &str| format!("{} {place}", module.id);
                parts.push(Part {
                    row: self.row(PLACE, &module.id, &person.id, &to),
                    figures: vec![figure(from), figure(&to)],
                });
            }
        }
        self.tell(parts, None).map(drop)
    }

    /// Times on steps: each person's once.
    fn steps(&self, reader: &Reader<'_>, course: &Course) -> Result<(), UserError> {
        let there = there_by_about(reader.told(STEP)?);
        let mut parts = Vec::new();
        for (learner_id, step_id, elapsed_ms) in reader.times_on_steps(&course.pack.id)? {
            parts.push(Part {
                row: self.row(STEP, &step_id, &learner_id, &elapsed_ms.to_string()),
                figures: vec![step_id],
            });
        }
        self.tell_new(parts, there)
    }

    /// First finished checks. What a person knew at first over all modules is a figure of its own, to which the
    /// first of these checks adds the person.
    ///
    /// Questions are drawn, so of some of them a batch has few answers. These are never told: to wait for more of
    /// them would be to wait with whole checks, and told later they would be the rest of a subtraction. Half of the
    /// answers of a batch can be told, or the batch waits.
    fn checks(&self, reader: &Reader<'_>, course: &Course) -> Result<(), UserError> {
        const ANY: &str = "any check";
        let rows = reader.told(CHECK)?;
        let any = rows.iter().map(|row| row.learner_id.clone()).collect();
        let mut there = there_by_about(rows);
        there.insert(ANY.to_owned(), any);
        let mut parts: BTreeMap<(String, String), Part> = BTreeMap::new();
        let mut answers: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for check in reader.first_checks(&course.pack.id)? {
            answers.entry(check.attempt_id.clone()).or_default().extend(check.item_hash);
            parts.entry((check.quiz_id.clone(), check.learner_id.clone())).or_insert_with(|| {
                Part {
                    row: self.row(CHECK, &check.quiz_id, &check.learner_id, &check.attempt_id),
                    figures: vec![check.quiz_id, ANY.to_owned()],
                }
            });
        }
        let mut by_quiz: BTreeMap<String, Vec<Part>> = BTreeMap::new();
        for ((quiz, _), part) in parts {
            by_quiz.entry(quiz).or_default().push(part);
        }
        for parts in by_quiz.into_values() {
            let batch = self.batch(self.new_parts(parts, &mut there), Some(&there));
            let asked = batch.iter().filter_map(|part| Some((part, answers.get(&part.row.value)?)));
            let asked: Vec<(&Part, &Vec<String>)> = asked.collect();
            let mut people: BTreeMap<&str, usize> = BTreeMap::new();
            for hash in asked.iter().flat_map(|(_, hashes)| *hashes) {
                *people.entry(hash).or_default() += 1;
            }
            let enough = |hash: &&String| people.get(hash.as_str()) >= Some(&self.smallest);
            let all: usize = people.values().sum();
            let told: usize = people.values().filter(|people| **people >= self.smallest).sum();
            if told == 0 || told * 2 < all {
                continue;
            }
            for (part, hashes) in asked {
                let ToldRow { learner_id, value, .. } = &part.row;
                self.writer.tell(&part.row)?;
                for hash in hashes.iter().filter(enough) {
                    self.writer.tell(&self.row(ANSWER, hash, learner_id, value))?;
                }
                there.entry(ANY.to_owned()).or_default().insert(learner_id.clone());
            }
        }
        Ok(())
    }

    /// First judgements of messages. The inbox as a whole and each difficulty are figures of their own.
    fn messages(&self, reader: &Reader<'_>, course: &Course) -> Result<(), UserError> {
        const ANY: &str = "any message";
        let rows = reader.told(MESSAGE)?;
        let told: BTreeSet<(&str, &str)> =
            rows.iter().map(|row| (row.learner_id.as_str(), row.about.as_str())).collect();
        let mut there: There = BTreeMap::from([(ANY.to_owned(), BTreeSet::new())]);
        let mut parts = Vec::new();
        reader.each_first_judgement(&course.pack.id, &Among::default(), |one| {
            let (learner_id, message_id) = (one.learner_id, one.message_id);
            let level = level_figure(one.difficulty);
            for figure in [ANY, &level, message_id] {
                let there = there.entry(figure.to_owned()).or_default();
                if told.contains(&(learner_id, message_id)) && (figure != level || one.hostile) {
                    there.insert(learner_id.to_owned());
                }
            }
            let mut figures = vec![message_id.to_owned(), ANY.to_owned()];
            figures.extend(one.hostile.then_some(level));
            let round = one.round_number.to_string();
            parts.push(Part { row: self.row(MESSAGE, message_id, learner_id, &round), figures });
        })?;
        self.tell_new(parts, there)
    }

    /// What people still knew later: each person's part of each time once.
    fn later(&self, reader: &Reader<'_>, course: &Course) -> Result<(), UserError> {
        let there = there_by_about(reader.told(LATER)?);
        let mut parts = Vec::new();
        let numbers = reader.numbered_people()?;
        let ids: BTreeMap<u32, String> =
            numbers.into_iter().map(|(id, number)| (number, id)).collect();
        for (person, days, pairs) in later_of_people(reader, course)? {
            let Some(id) = ids.get(&person) else { continue };
            let Pairs { questions, right_then, right_later } = pairs;
            let value = serde_json::to_string(&[questions, right_then, right_later])?;
            let about = days.to_string();
            parts.push(Part { row: self.row(LATER, &about, id, &value), figures: vec![about] });
        }
        self.tell_new(parts, there)
    }

    /// Runs of the ultimatum have nobody's name; whoever knows whose result came last knows whose run came last.
    /// Of each role a person brings one run, so that runs of a role are as many people. Made-up runs are nobody's
    /// and hold nothing back.
    fn runs(&self, reader: &Reader<'_>) -> Result<(), UserError> {
        let told: BTreeSet<String> = reader.told_runs()?.into_iter().collect();
        let mut figures = Figures::default();
        let mut waiting: Vec<(String, Waiting)> = Vec::new();
        for fork in reader.forks()?.into_iter().filter(|fork| !told.contains(&fork.run)) {
            if fork.sample {
                self.writer.tell_run(&fork.run)?;
                continue;
            }
            if waiting.last().is_none_or(|(run, _)| *run != fork.run) {
                let role = figures.number(format!("{} {}", fork.pack_id, fork.role_id));
                let person = waiting.len();
                waiting.push((fork.run, Waiting { person, figures: vec![role] }));
            }
            if let Some((_, one)) = waiting.last_mut() {
                let scene = format!("{} {} {}", fork.pack_id, fork.role_id, fork.scene_id);
                one.figures.push(figures.number(scene));
            }
        }
        let (runs, waiting): (Vec<String>, Vec<Waiting>) = waiting.into_iter().unzip();
        let batch = next_batch(&waiting, self.smallest, &BTreeMap::new());
        for (run, _) in runs.iter().zip(batch).filter(|(_, kept)| *kept) {
            self.writer.tell_run(run)?;
        }
        Ok(())
    }

    /// Tells parts of people who are told and have no such part yet, as long as enough people are left out.
    fn tell_new(&self, parts: Vec<Part>, mut there: There) -> Result<(), UserError> {
        let parts = self.new_parts(parts, &mut there);
        self.tell(parts, Some(&there)).map(drop)
    }

    /// Those of people who are told and have no such part yet, with the figures to which they would be new.
    fn new_parts(&self, parts: Vec<Part>, there: &mut There) -> Vec<Part> {
        let is_new = |part: &Part| {
            let known = there.get(&part.figures[0]);
            self.told.contains(&part.row.learner_id)
                && known.is_none_or(|known| !known.contains(&part.row.learner_id))
        };
        let mut parts: Vec<Part> = parts.into_iter().filter(is_new).collect();
        for part in &mut parts {
            there.entry(part.figures[0].clone()).or_default();
            let who = &part.row.learner_id;
            part.figures
                .retain(|figure| there.get(figure).is_none_or(|known| !known.contains(who)));
        }
        parts
    }

    /// Tells the next batch of these parts, and says of whom.
    fn tell(&self, parts: Vec<Part>, there: Option<&There>) -> Result<Vec<String>, UserError> {
        let mut told = Vec::new();
        for part in self.batch(parts, there) {
            self.writer.tell(&part.row)?;
            told.push(part.row.learner_id);
        }
        Ok(told)
    }

    /// The next batch of these parts.
    fn batch(&self, parts: Vec<Part>, there: Option<&There>) -> Vec<Part> {
        let mut figures = Figures::default();
        let waiting = parts.iter().map(|part| Waiting {
            person: self.numbers.get(&part.row.learner_id).copied().unwrap_or(usize::MAX),
            figures: part.figures.iter().map(|it| figures.number(it.clone())).collect(),
        });
        let waiting: Vec<Waiting> = waiting.collect();
        let most = self.told.len().saturating_sub(self.smallest);
        let limited = there.into_iter().flatten();
        let room = limited.map(|(figure, people)| {
            (figures.number(figure.clone()), most.saturating_sub(people.len()))
        });
        let room = room.collect();
        let batch = next_batch(&waiting, self.smallest, &room);
        let kept = parts.into_iter().zip(batch).filter(|(_, kept)| *kept);
        kept.map(|(part, _)| part).collect()
    }
}

fn there_by_about(rows: Vec<ToldRow>) -> There {
    let mut there = There::new();
    for row in rows {
        there.entry(row.about).or_default().insert(row.learner_id);
    }
    there
}

fn level_figure(difficulty: &str) -> String {
    format!("level {difficulty}")
}

/// How somebody stands in a module, as it is told.
fn place_word(cell: &Cell) -> String {
    match (cell.place(), cell.stands_at()) {
        (Place::NotBegun, _) => NOT_BEGUN.to_owned(),
        (Place::Completed, _) => COMPLETED.to_owned(),
        (Place::Begun, None) => BEGUN.to_owned(),
        (Place::Begun, Some(step)) => format!("{BEGUN} {step}"),
    }
}

/// A word as a place, with the step where there is one.
pub(crate) fn read_place(word: &str) -> (Place, Option<usize>) {
    match word.split_once(' ') {
        Some((BEGUN, step)) => (Place::Begun, step.parse().ok()),
        _ if word == BEGUN => (Place::Begun, None),
        _ if word == COMPLETED => (Place::Completed, None),
        _ => (Place::NotBegun, None),
    }
}

/// What is told of what people still knew after so many days, in an order that says nothing of who they are.
pub(crate) fn told_later(reader: &Reader<'_>, days: u32) -> Result<Vec<Pairs>, UserError> {
    let days = days.to_string();
    let rows = reader.told(LATER)?.into_iter().filter(|row| row.about == days);
    let pairs = rows.map(|row| {
        let [questions, right_then, right_later] = serde_json::from_str(&row.value)?;
        Ok::<_, UserError>(Pairs { questions, right_then, right_later })
    });
    let mut pairs = pairs.collect::<Result<Vec<_>, _>>()?;
    pairs.sort_unstable();
    Ok(pairs)
}

/// People who are told to have completed a module, by the day of the telling, such as 20261122.
pub(crate) fn completed_on(
    reader: &Reader<'_>,
    module_id: &str,
) -> Result<BTreeMap<u32, u32>, UserError> {
    let mut people = BTreeMap::new();
    for row in reader.told(PLACE)? {
        if row.about == module_id && row.value == COMPLETED {
            *people.entry(by_person::day(&row.day)?).or_default() += 1;
        }
    }
    Ok(people)
}

/// Numbers for figures.
#[derive(Default)]
struct Figures(BTreeMap<String, usize>);

impl Figures {
    fn number(&mut self, figure: String) -> usize {
        let next = self.0.len();
        *self.0.entry(figure).or_insert(next)
    }
}
