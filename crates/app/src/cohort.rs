//! Synthetic cohorts of any size in a trainer's store, for measuring and for trying things out.
//!
//! They answer by the two-parameter logistic model (A. Birnbaum in Lord and Novick 1968, chapter 17): people differ
//! in ability, questions in difficulty and in how well they separate. Whoever does not pass tries again, more able
//! by a little; some leave questions out, some guess fast; some questions come in two versions. One person in four
//! practises in the inbox and the refresher as well, and some play the ultimatum. People are written
//! as they are made, a few hundred to a transaction, so memory does not grow with them. Everybody is marked as made
//! up.

use std::collections::BTreeMap;

use eighteen_pack::Module;
use eighteen_store::{
    AttemptItemRow, AttemptKind, AttemptRow, ItemRow, NewAnswer, PersonRow, Writer,
};
use eighteen_training::{best_response, order_of_parts, pass_points, passed};
use rand::{RngExt as _, SeedableRng as _, seq::index};
use rand_chacha::ChaCha8Rng;

use crate::{
    App, UserError,
    attempt::{attempt_item_row, item_row},
    clock::Moment,
    course::Course,
    figures,
    question::{Shown, response_json},
    sample::wrong_response,
    sample_practice::{judge, play, recall},
};

/// People of one transaction.
const AT_A_TIME: u32 = 250;
/// One person in so many practises.
const PRACTISES: u32 = 4;
/// Wrong answers to a question that are made up at most.
const WRONG_ANSWERS: u32 = 6;

/// What is to be made.
#[derive(Debug, Clone, Copy)]
pub struct Cohort {
    /// People.
    pub people: u32,
    /// Finished checks of all of them together.
    pub attempts: u32,
    /// The same seed makes the same cohort.
    pub seed: u64,
}

/// An answer that was made, for a table beside the store.
#[derive(Debug, Clone, Copy)]
pub struct CohortAnswer<'a> {
    /// The person, from 0.
    pub person: u32,
    /// The check, from 0.
    pub attempt: u32,
    /// It is the person's first check of this module.
    pub first: bool,
    /// The module.
    pub module_id: &'a str,
    /// The question.
    pub item_id: &'a str,
    /// Its version.
    pub version: u32,
    /// The day, as 20261122.
    pub day: u32,
    /// What was given, as JSON; nothing when it was left out.
    pub response: Option<&'a str>,
    /// From 0 to 1; nothing when it was left out.
    pub mark: Option<f64>,
    /// `sure`, `think` or `guess`.
    pub confidence: &'a str,
    /// Milliseconds.
    pub elapsed_ms: u32,
}

/// A question, with everything that can be answered to it ready.
struct Asked {
    /// It is in the store.
    is_kept: bool,
    kept: ItemRow,
    drawn: AttemptItemRow,
    difficulty: f64,
    slope: f64,
    mean_ms: f64,
    /// Right first, then the wrong ones.
    given: Vec<(String, String, f64)>,
}

struct Making<'a> {
    course: &'a Course,
    banks: Vec<Vec<Vec<Asked>>>,
    chance: ChaCha8Rng,
    /// Of practice, so that the answers of a seed are the same with and without it.
    practice: ChaCha8Rng,
    /// Questions of a person who practises, as they were met first: id, version, whether it was right.
    met: BTreeMap<(String, u32), bool>,
    seed: u64,
    ids: u64,
    attempts: u32,
    now: Moment,
}

impl App {
    /// Puts a made-up cohort into the open trainer's store, and tells of every answer.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn make_cohort(
        &self,
        cohort: Cohort,
        mut tell: impl FnMut(CohortAnswer<'_>),
    ) -> Result<(), UserError> {
        let course = self.course()?;
        let mut making = Making::new(course, cohort.seed, self.now())?;
        let mut person = 0;
        while person < cohort.people {
            let end = cohort.people.min(person + AT_A_TIME);
            // Asked for each time: an area that nobody uses for ten minutes locks itself.
            self.trainer_store()?.write(|writer| {
                for number in person..end {
                    let due = u64::from(cohort.attempts) * (u64::from(number) + 1);
                    let due = u32::try_from(due / u64::from(cohort.people)).unwrap_or(u32::MAX);
                    making.person(writer, number, due, &mut tell)?;
                }
                figures::keep(writer)
            })?;
            person = end;
        }
        self.trainer_store()?.write(|writer| play(writer, course))?;
        self.tell_more()
    }
}

impl<'a> Making<'a> {
    fn new(course: &'a Course, seed: u64, now: Moment) -> Result<Self, UserError> {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let banks = course.pack.modules.iter().map(|module| bank(course, module, &mut chance));
        let banks = banks.collect::<Result<_, _>>()?;
        let practice = ChaCha8Rng::seed_from_u64(!seed);
        let met = BTreeMap::new();
        Ok(Self { course, banks, chance, practice, met, seed, ids: 0, attempts: 0, now })
    }

    /// Ids grow, so that rows lie in the order of writing.
    fn id(&mut self) -> String {
        self.ids += 1;
        let id = (u128::from(self.seed) << 64) | u128::from(self.ids);
        uuid::Builder::from_u128(id).into_uuid().to_string()
    }

    /// One person, with checks until so many were made in all.
    fn person(
        &mut self,
        writer: &Writer<'_>,
        number: u32,
        due: u32,
        tell: &mut impl FnMut(CohortAnswer<'_>),
    ) -> Result<(), UserError> {
        let id = self.id();
        let days = self.chance.random_range(0..400);
        let at = self.now.minutes_earlier(days * 24 * 60);
        writer.put_person(&PersonRow {
            id: id.clone(),
            name: Some(format!("Person {}", number + 1)),
            sample: true,
            last_active: at.rfc3339(),
        })?;
        let mut ability = normal(&mut self.chance);
        let mut module = self.chance.random_range(0..self.banks.len());
        let mut tries = vec![0_u32; self.banks.len()];
        while self.attempts < due {
            tries[module] += 1;
            let who = Who { number, id: &id, ability, at };
            let passed = self.check(writer, &who, module, tries[module], tell)?;
            if passed || self.chance.random::<f64>() < 0.4 {
                module = (module + 1) % self.banks.len();
            } else {
                ability += 0.3;
            }
        }
        let met = std::mem::take(&mut self.met);
        if number.is_multiple_of(PRACTISES) {
            judge(writer, self.course, &id, ability, &mut self.practice)?;
            for ((item_id, version), was_right) in &met {
                let question = (item_id.as_str(), *version);
                recall(writer, self.course, &id, question, *was_right, &mut self.practice)?;
            }
        }
        Ok(())
    }

    fn check(
        &mut self,
        writer: &Writer<'_>,
        who: &Who<'_>,
        module: usize,
        try_number: u32,
        tell: &mut impl FnMut(CohortAnswer<'_>),
    ) -> Result<bool, UserError> {
        let id = self.id();
        let of = &self.course.pack.modules[module];
        let mut attempt = attempt_row(self.course, of, who, &id, try_number)?;
        writer.put_attempt(&attempt)?;
        let bank = &self.banks[module];
        let draw = (of.quiz.policy.draw as usize).min(bank.len());
        let drawn = index::sample(&mut self.chance, bank.len(), draw).into_vec();
        let mut points = 0.0;
        for (position, item) in (1_u32..).zip(drawn) {
            let versions = &mut self.banks[module][item];
            // Who came later met the newest version.
            let newest = versions.len() > 1 && self.chance.random::<f64>() < 0.5;
            let asked = &mut versions[usize::from(newest)];
            if !std::mem::replace(&mut asked.is_kept, true) {
                writer.keep_item(&asked.kept)?;
            }
            let answer = asked.answer(who.ability, &mut self.chance);
            let kept = &asked.kept;
            let row = AttemptItemRow { attempt_id: id.clone(), position, ..asked.drawn.clone() };
            writer.put_attempt_item(&row)?;
            let given = answer.given.map(|at| &asked.given[at]);
            tell(CohortAnswer {
                person: who.number,
                attempt: self.attempts,
                first: try_number == 1,
                module_id: &of.id,
                item_id: &kept.item_id,
                version: kept.version,
                day: day(who.at),
                response: given.map(|(response, ..)| response.as_str()),
                mark: given.map(|(.., mark)| *mark),
                confidence: answer.confidence,
                elapsed_ms: answer.elapsed_ms,
            });
            let Some((response, shown_text, score)) = given else { continue };
            points += score;
            if who.number.is_multiple_of(PRACTISES) {
                self.met.entry((kept.item_id.clone(), kept.version)).or_insert(*score >= 1.0);
            }
            self.ids += 1;
            let answer_id = (u128::from(self.seed) << 64) | u128::from(self.ids);
            writer.add_answer(&NewAnswer {
                id: uuid::Builder::from_u128(answer_id).into_uuid().to_string(),
                attempt_id: id.clone(),
                position,
                item_id: kept.item_id.clone(),
                item_version: kept.version,
                response: response.clone(),
                shown_text: shown_text.clone(),
                score: *score,
                confidence: Some(answer.confidence.to_owned()),
                elapsed_ms: answer.elapsed_ms,
                answered_at: who.at.rfc3339(),
            })?;
        }
        self.attempts += 1;
        let passed = passed(points, attempt.pass_points);
        attempt.points = Some(points);
        attempt.passed = Some(passed);
        attempt.finished_at = Some(who.at.rfc3339());
        writer.put_attempt(&attempt)?;
        Ok(passed)
    }
}

struct Who<'a> {
    number: u32,
    id: &'a str,
    ability: f64,
    at: Moment,
}

/// What somebody did with a question.
struct Done {
    /// Which of the answers that are ready; nothing when it was left out.
    given: Option<usize>,
    confidence: &'static str,
    elapsed_ms: u32,
}

impl Asked {
    fn answer(&self, ability: f64, chance: &mut ChaCha8Rng) -> Done {
        let luck: f64 = chance.random();
        if luck < 0.02 {
            return Done { given: None, confidence: "guess", elapsed_ms: 0 };
        }
        let rapid = luck < 0.05;
        let knows = 1.0 / (1.0 + (-self.slope * (ability - self.difficulty)).exp());
        let right = chance.random::<f64>() < if rapid { 0.25 } else { knows };
        let wrong = self.given.len() - 1;
        // The first wrong answer is the popular one.
        let popular = chance.random::<f64>() < 0.5;
        let given = match (right || wrong == 0, popular) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => 1 + chance.random_range(0..wrong),
        };
        let confidence = match chance.random_range(0..6) {
            0 => "guess",
            1 | 2 => "think",
            _ if knows > 0.5 || luck > 0.8 => "sure",
            _ => "think",
        };
        let time = if rapid { 900.0 } else { self.mean_ms * (0.4 * normal(chance)).exp() };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few minutes at most"
        )]
        let elapsed_ms = time.clamp(300.0, 900_000.0) as u32;
        Done { given: Some(given), confidence, elapsed_ms }
    }
}

/// The questions of a module, each in one version or two.
fn bank(
    course: &Course,
    module: &Module,
    chance: &mut ChaCha8Rng,
) -> Result<Vec<Vec<Asked>>, UserError> {
    let mut bank = Vec::new();
    for item in &module.quiz.items {
        let difficulty = chance.random_range(-2.2..1.4);
        let slope = chance.random_range(0.4..2.2);
        let mean_ms = chance.random_range(12_000.0..60_000.0);
        let mut versions = Vec::new();
        for newer in 0..=u32::from(chance.random::<f64>() < 0.2) {
            let mut item = item.clone();
            item.version += newer;
            let kept = item_row(&course.pack.id, &module.id, &item)?;
            let order = order_of_parts(&item.body, false, 0);
            let drawn = attempt_item_row("", 0, &kept.hash, &order)?;
            let shown = Shown { item, order };
            let mut given = vec![best_response(&shown.item.body)];
            for _ in 0..WRONG_ANSWERS {
                let wrong = wrong_response(&shown.item.body, chance);
                if !given.contains(&wrong) {
                    given.push(wrong);
                }
            }
            let ready = given.iter().map(|given| {
                let score = shown.mark(given)?.score;
                Ok::<_, UserError>((response_json(given)?, shown.in_words(given), score))
            });
            let given = ready.collect::<Result<_, _>>()?;
            let difficulty = difficulty - 0.4 * f64::from(newer);
            versions.push(Asked { is_kept: false, kept, drawn, difficulty, slope, mean_ms, given });
        }
        bank.push(versions);
    }
    Ok(bank)
}

fn attempt_row(
    course: &Course,
    module: &Module,
    who: &Who<'_>,
    id: &str,
    try_number: u32,
) -> Result<AttemptRow, UserError> {
    let policy = &module.quiz.policy;
    Ok(AttemptRow {
        id: id.to_owned(),
        learner_id: who.id.to_owned(),
        kind: AttemptKind::Check,
        pack_id: course.pack.id.clone(),
        pack_version: course.pack.version,
        pack_hash: course.pack.hash.clone(),
        module_id: module.id.clone(),
        quiz_id: module.quiz.id.clone(),
        try_number,
        seed: "0".to_owned(),
        policy: serde_json::to_string(policy)?,
        pass_points: pass_points(policy.draw, policy.pass_percent),
        started_at: who.at.minutes_earlier(8).rfc3339(),
        finished_at: None,
        points: None,
        passed: None,
    })
}

fn day(at: Moment) -> u32 {
    crate::clock::day(at.day()).replace('-', "").parse().unwrap_or(0)
}

/// A number of the standard normal distribution (G. E. P. Box and M. E. Muller, 1958).
fn normal(chance: &mut ChaCha8Rng) -> f64 {
    let (one, two): (f64, f64) = (chance.random(), chance.random());
    (-2.0 * (1.0 - one).ln()).sqrt() * (std::f64::consts::TAU * two).cos()
}
