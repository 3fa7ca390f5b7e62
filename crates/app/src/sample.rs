//! Made-up people, so that a trainer can see what the reports look like before anybody has learned.
//!
//! They take the shipped course by the same rules as everybody: questions drawn, responses marked. They
//! differ in ability, and questions in difficulty, by the logistic curve of item response theory
//! (Birnbaum 1968, two parameters with equal slopes), so the reports look as real ones do.

use std::collections::BTreeMap;

use chrono::Days;
use eighteen_pack::{Body, Module};
use eighteen_store::{
    AssignmentRow, AttemptKind, AttemptRow, GroupRow, NewAnswer, PersonRow, ProgressRow,
    StepDoneRow, Writer,
};
use eighteen_training::{Response as Given, bank, best_response, draw_check, pass_points, passed};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use crate::{
    App, ErrorCode, UserError,
    assignments::add,
    attempt::{attempt_item_row, item_row},
    clock::{Moment, day, new_id},
    course::{Course, count},
    figures,
    question::{Shown, response_json},
    sample_practice::{judge, play, recall},
    wire::{
        assignments::{MakeAssignment, PartToAssign},
        trainer::TrainerOverview,
    },
};

/// Names, and how able they are; a standard deviation is 1.
const PEOPLE: [(&str, f64); 24] = [
    ("Amara Sample", 1.6),
    ("Bogdan Sample", 0.2),
    ("Chiara Sample", -0.9),
    ("Daan Sample", 0.8),
    ("Elif Sample", 1.1),
    ("Femi Sample", -1.6),
    ("Grace Sample", 0.5),
    ("Hiro Sample", 0.0),
    ("Ioana Sample", -0.4),
    ("Jonas Sample", 2.0),
    ("Kavya Sample", 0.9),
    ("Leila Sample", 0.3),
    ("Mateus Sample", -0.2),
    ("Nadia Sample", 1.3),
    ("Oskar Sample", -1.1),
    ("Priya Sample", 0.6),
    ("Quentin Sample", 0.1),
    ("Rosa Sample", 1.8),
    ("Samir Sample", -0.6),
    ("Tuuli Sample", 0.7),
    ("Umar Sample", 0.4),
    ("Vera Sample", -0.3),
    ("Wanjiru Sample", 1.0),
    ("Yusuf Sample", 0.0),
];

const GROUPS: [&str; 2] = ["Sample office", "Sample field team"];

/// Days until what is assigned to the first of them is due.
const DUE_IN: u64 = 14;

const MINUTES_A_DAY: u32 = 24 * 60;

impl App {
    /// Fills an empty store with made-up people, labelled as such.
    ///
    /// # Errors
    /// `TrainerLocked`, or `NotFound` when there are people already and so nothing to fill.
    pub fn load_sample(&self) -> Result<TrainerOverview, UserError> {
        let course = self.course()?;
        let now = self.now();
        let persons = self.smallest_group()?.is_none();
        self.trainer_store()?.write(|writer| {
            if writer.reader().people()?.is_empty() {
                fill(writer, course, now)?;
                let groups = if persons { group(writer, now)? } else { Vec::new() };
                assign(writer, course, now, groups.first())?;
                figures::keep(writer)
            } else {
                Err(UserError::new(ErrorCode::NotFound, "there are people already"))
            }
        })?;
        self.tell_more()?;
        self.overview_of_store()
    }

    /// Takes the made-up people away and collects the real ones.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn remove_sample(&self) -> Result<TrainerOverview, UserError> {
        self.trainer_store()?.write(|writer| Ok::<_, UserError>(writer.remove_sample()?))?;
        self.collect()?;
        self.overview_of_store()
    }
}

/// Somebody made up, taking the course.
struct Somebody<'a> {
    id: String,
    ability: f64,
    chance: ChaCha8Rng,
    course: &'a Course,
    now: Moment,
}

fn fill(writer: &Writer<'_>, course: &Course, now: Moment) -> Result<(), UserError> {
    for (index, (name, ability)) in (0_u64..).zip(PEOPLE) {
        let mut chance = ChaCha8Rng::seed_from_u64(18_000 + index);
        let id = made_up_id(&mut chance);
        let days_ago = chance.random_range(0..20);
        writer.put_person(&PersonRow {
            id: id.clone(),
            name: Some(name.to_owned()),
            sample: true,
            last_active: now.minutes_earlier(days_ago * MINUTES_A_DAY).rfc3339(),
        })?;
        let mut somebody = Somebody { id, ability, chance, course, now };
        for module in &course.pack.modules {
            somebody.take(writer, module, days_ago)?;
        }
        let Somebody { id, ability, chance, .. } = &mut somebody;
        judge(writer, course, id, *ability, chance)?;
    }
    play(writer, course)
}

/// Two groups of them; their ids.
fn group(writer: &Writer<'_>, now: Moment) -> Result<Vec<String>, UserError> {
    let people = writer.reader().people()?;
    let mut groups = Vec::new();
    for (name, part) in GROUPS.into_iter().zip(people.chunks(people.len().div_ceil(2).max(1))) {
        let group = GroupRow { id: new_id(), name: name.to_owned(), sample: true };
        writer.add_group(&group, &now.rfc3339())?;
        for person in part {
            writer.add_member(&group.id, &person.id)?;
        }
        groups.push(group.id);
    }
    Ok(groups)
}

/// The first two modules, assigned to a group, or to everybody.
fn assign(
    writer: &Writer<'_>,
    course: &Course,
    now: Moment,
    group: Option<&String>,
) -> Result<(), UserError> {
    let parts = course.pack.modules.iter().take(2);
    let parts = parts.map(|module| PartToAssign { module_id: module.id.clone(), step_id: None });
    let row = AssignmentRow {
        id: new_id(),
        pack_id: course.pack.id.clone(),
        everybody: group.is_none(),
        due: day(now.day() + Days::new(DUE_IN)),
        message: None,
        sample: true,
        made_at: now.rfc3339(),
        withdrawn_at: None,
    };
    add(
        writer,
        &row,
        &MakeAssignment {
            parts: parts.collect(),
            everybody: row.everybody,
            group_ids: group.into_iter().cloned().collect(),
            person_ids: Vec::new(),
            due: row.due.clone(),
            message: String::new(),
        },
    )
}

fn made_up_id(chance: &mut ChaCha8Rng) -> String {
    uuid::Builder::from_random_bytes(chance.random()).into_uuid().to_string()
}

impl Somebody<'_> {
    /// One in six has not started a module, one in six stopped in the middle, the others try the check
    /// until they pass or have tried three times.
    fn take(
        &mut self,
        writer: &Writer<'_>,
        module: &Module,
        days_ago: u32,
    ) -> Result<(), UserError> {
        let steps = count(module.steps.len());
        let steps_done = match self.chance.random_range(0..6) {
            0 => return Ok(()),
            1 => self.chance.random_range(1..steps.max(2)),
            _ => steps,
        };
        let here = (steps_done as usize).min(module.steps.len() - 1);
        writer.put_progress(&ProgressRow {
            learner_id: self.id.clone(),
            pack_id: self.course.pack.id.clone(),
            module_id: module.id.clone(),
            steps_done,
            at_step: module.steps[here].id.clone(),
            opened_at: self.now.minutes_earlier(days_ago * MINUTES_A_DAY + 30).rfc3339(),
        })?;
        for step in module.steps.iter().take(steps_done as usize) {
            let longest = 20_000 + 12_000 * count(step.blocks.len());
            let row = StepDoneRow {
                module_id: module.id.clone(),
                step_id: step.id.clone(),
                done_at: self.now.minutes_earlier(days_ago * MINUTES_A_DAY + 40).rfc3339(),
                elapsed_ms: self.chance.random_range(longest / 4..longest),
            };
            writer.put_step_done(&self.id, &self.course.pack.id, &row)?;
        }
        if steps_done < steps {
            return Ok(());
        }
        let mut met = BTreeMap::new();
        for try_number in 1..=3 {
            let start = self.now.minutes_earlier(days_ago * MINUTES_A_DAY + 90 - 25 * try_number);
            if self.attempt(writer, module, try_number, start, &mut met)? {
                break;
            }
        }
        Ok(())
    }

    /// One try at a module's check; says whether it passed.
    fn attempt(
        &mut self,
        writer: &Writer<'_>,
        module: &Module,
        try_number: u32,
        start: Moment,
        met: &mut BTreeMap<String, u32>,
    ) -> Result<bool, UserError> {
        let quiz = &module.quiz;
        let seed = self.chance.random();
        let bank = bank(&quiz.items);
        let drawn = draw_check(&bank, &quiz.policy, met, seed)?;
        let id = made_up_id(&mut self.chance);
        let mut attempt = self.attempt_row(module, &id, try_number, seed, start)?;
        writer.put_attempt(&attempt)?;
        let mut points = 0.0;
        for (position, one) in (1..).zip(drawn) {
            let item = bank[one.item].item;
            *met.entry(item.id.clone()).or_insert(0) += 1;
            let kept = item_row(&self.course.pack.id, &module.id, item)?;
            writer.keep_item(&kept)?;
            writer.put_attempt_item(&attempt_item_row(&id, position, &kept.hash, &one.order)?)?;
            let shown = Shown { item: item.clone(), order: one.order };
            let score = self.answer(writer, &shown, &id, position, start)?;
            if met.get(&item.id) == Some(&1) {
                let question = (item.id.as_str(), item.version);
                let Self { id, chance, course, .. } = self;
                recall(writer, course, id, question, score >= 1.0, chance)?;
            }
            points += score;
        }
        attempt.points = Some(points);
        attempt.passed = Some(passed(points, attempt.pass_points));
        attempt.finished_at = Some(start.rfc3339());
        writer.put_attempt(&attempt)?;
        Ok(passed(points, attempt.pass_points))
    }

    fn attempt_row(
        &self,
        module: &Module,
        id: &str,
        try_number: u32,
        seed: u64,
        start: Moment,
    ) -> Result<AttemptRow, UserError> {
        let policy = &module.quiz.policy;
        Ok(AttemptRow {
            id: id.to_owned(),
            learner_id: self.id.clone(),
            kind: AttemptKind::Check,
            pack_id: self.course.pack.id.clone(),
            pack_version: self.course.pack.version,
            pack_hash: self.course.pack.hash.clone(),
            module_id: module.id.clone(),
            quiz_id: module.quiz.id.clone(),
            try_number,
            seed: seed.to_string(),
            policy: serde_json::to_string(policy)?,
            pass_points: pass_points(policy.draw, policy.pass_percent),
            started_at: start.minutes_earlier(8).rfc3339(),
            finished_at: None,
            points: None,
            passed: None,
        })
    }

    fn answer(
        &mut self,
        writer: &Writer<'_>,
        shown: &Shown,
        attempt_id: &str,
        position: u32,
        at: Moment,
    ) -> Result<f64, UserError> {
        let knows = self.chance.random::<f64>() < knows_share(self.ability, difficulty(shown));
        let given = if knows {
            best_response(&shown.item.body)
        } else {
            wrong_response(&shown.item.body, &mut self.chance)
        };
        let score = shown.mark(&given)?.score;
        let confidence = match (self.chance.random_range(0..10), knows) {
            (0..=5, true) | (0..=1, false) => "sure",
            (6..=8, true) | (2..=5, false) => "think",
            _ => "guess",
        };
        writer.add_answer(&NewAnswer {
            id: new_id(),
            attempt_id: attempt_id.to_owned(),
            position,
            item_id: shown.item.id.clone(),
            item_version: shown.item.version,
            response: response_json(&given)?,
            shown_text: shown.in_words(&given),
            score,
            confidence: Some(confidence.to_owned()),
            elapsed_ms: self.chance.random_range(6_000..55_000),
            answered_at: at.rfc3339(),
        })?;
        Ok(score)
    }
}

/// How hard a question is: from its id, so that it is the same for everybody.
fn difficulty(shown: &Shown) -> f64 {
    let seed = shown
        .item
        .id
        .bytes()
        .fold(7_u64, |seed, byte| seed.wrapping_mul(31).wrapping_add(u64::from(byte)));
    ChaCha8Rng::seed_from_u64(seed).random_range(-2.4..0.9)
}

fn knows_share(ability: f64, difficulty: f64) -> f64 {
    1.0 / (1.0 + (-1.3 * (ability - difficulty)).exp())
}

/// A response that somebody gives who does not know.
pub(crate) fn wrong_response(body: &Body, chance: &mut ChaCha8Rng) -> Given {
    match (body, best_response(body)) {
        (Body::Single { options } | Body::Scenario { options, .. }, _) => {
            let wrong: Vec<_> = options.iter().filter(|option| !option.correct).collect();
            // One distractor of a question is usually the popular one.
            let popular = chance.random::<f64>() < 0.65;
            let index = if popular { 0 } else { chance.random_range(0..wrong.len()) };
            Given::Single { choice: wrong[index].id.clone() }
        }
        (Body::Multiple { options }, Given::Multiple { mut choices }) => {
            let index = chance.random_range(0..options.len());
            let id = options[index].id.clone();
            if choices.contains(&id) && choices.len() > 1 {
                choices.retain(|choice| *choice != id);
            } else if !choices.contains(&id) {
                choices.push(id);
            }
            Given::Multiple { choices }
        }
        (Body::TrueFalse { reasons, .. }, Given::TrueFalse { value, .. }) => {
            let wrong = reasons.iter().find(|reason| !reason.correct);
            let judges_right = chance.random::<f64>() < 0.5;
            Given::TrueFalse {
                value: value == judges_right,
                reason: wrong.map(|reason| reason.id.clone()),
            }
        }
        (_, Given::Ordering { mut order }) => {
            order.swap(0, 1);
            Given::Ordering { order }
        }
        (_, Given::Matching { mut pairs }) => {
            let (first, second) = (pairs[0].1.clone(), pairs[1].1.clone());
            pairs[0].1 = second;
            pairs[1].1 = first;
            Given::Matching { pairs }
        }
        (Body::Sorting { groups, .. }, Given::Sorting { mut pairs }) => {
            let index = chance.random_range(0..pairs.len());
            let other = groups.iter().find(|group| group.id != pairs[index].1);
            pairs[index].1 = other.map(|group| group.id.clone()).unwrap_or_default();
            Given::Sorting { pairs }
        }
        (Body::HotSpot { spots, .. }, _) => {
            let wrong = spots.iter().find(|spot| !spot.correct);
            Given::HotSpot { spots: wrong.map(|spot| spot.id.clone()).into_iter().collect() }
        }
        (Body::Short { near, .. }, _) => {
            let form = near.first().and_then(|near| near.forms.first());
            Given::Short { text: form.cloned().unwrap_or_else(|| "I do not know".to_owned()) }
        }
        (Body::Estimate(estimate), _) => {
            let off = chance.random_range(1.1..4.0) * estimate.tolerance();
            Given::Estimate { value: (estimate.value + off).round() }
        }
        (_, best) => best,
    }
}
