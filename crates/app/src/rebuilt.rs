//! A check as it was, from the statements that tell of it.
//!
//! Questions, keys and pass mark come from the pack, and marks are made anew: what comes out is what a result file
//! of the same check holds. Nobody signed a statement, so whatever could not have happened with the pack is refused.

use std::collections::BTreeMap;

use eighteen_exchange::xapi::{
    AskedQuestion, Form, Told, ToldAnswer, ToldCheck, What, response as response_of,
};
use eighteen_pack::Item;
use eighteen_store::{AttemptRow, NewAnswer, PersonRow};
use eighteen_training::{Order, order_of_parts, pass_points, passed};

use crate::{
    attempt::{attempt_item_row, item_row},
    clock::Moment,
    collect::{Harvest, is_collected},
    course::Course,
    question::{Shown, response_json},
    starting::Paper,
};

/// What the statements of a check make.
pub(crate) enum Rebuilt {
    /// All of it.
    Whole(Box<Harvest>),
    /// Something is missing that may still come.
    Open,
    /// Its pack is not here.
    NoPack,
    /// It could not have happened so.
    DoesNotFit,
}

/// Puts the statements of one attempt together. A statement may be there twice, and in any order.
pub(crate) fn rebuild<'a>(
    courses: impl IntoIterator<Item = &'a Course>,
    told: &BTreeMap<String, Told>,
) -> Rebuilt {
    let finished = told.values().filter_map(|one| match &one.what {
        What::Finished(check) => Some((one, check.as_ref())),
        What::Answer(_) | What::Nothing => None,
    });
    let finished: Vec<_> = finished.collect();
    let (end, check) = match finished[..] {
        [] => return Rebuilt::Open,
        [one] => one,
        _ => return Rebuilt::DoesNotFit,
    };
    let same =
        |course: &&Course| course.pack.hash == check.pack_hash && course.pack.id == check.pack_id;
    let Some(course) = courses.into_iter().find(same) else { return Rebuilt::NoPack };
    // Their ids grow with time, so this is the order of answering.
    let answers: Vec<(&Told, &ToldAnswer)> = told
        .values()
        .filter_map(|one| match &one.what {
            What::Answer(answer) => Some((one, answer)),
            What::Finished(_) | What::Nothing => None,
        })
        .collect();
    if answers.len() < check.answers as usize {
        return Rebuilt::Open;
    }
    if told.values().any(|one| one.account != end.account) {
        return Rebuilt::DoesNotFit;
    }
    whole(course, end, check, &answers)
        .map_or(Rebuilt::DoesNotFit, |harvest| Rebuilt::Whole(Box::new(harvest)))
}

fn whole(
    course: &Course,
    end: &Told,
    check: &ToldCheck,
    answers: &[(&Told, &ToldAnswer)],
) -> Option<Harvest> {
    let paper = paper(course, check)?;
    let policy = &paper.policy;
    let is_fit = check.pack_version == course.pack.version
        && check.asked.len() == policy.draw as usize
        && check.pass_points == pass_points(policy.draw, policy.pass_percent)
        && answers.len() == check.answers as usize
        && [&check.began, &end.at].into_iter().all(|time| Moment::parse(time).is_some());
    if !is_fit {
        return None;
    }
    let mut harvest = Harvest::default();
    let mut shown = Vec::new();
    for (position, asked) in (1..).zip(&check.asked) {
        let (module_id, item) = paper.question(&asked.item, asked.version)?;
        let row = item_row(&course.pack.id, module_id, item).ok()?;
        let order = order(item, asked)?;
        harvest
            .attempt_items
            .push(attempt_item_row(&end.attempt_id, position, &row.hash, &order).ok()?);
        harvest.items.insert(row.hash.clone(), row);
        shown.push(Shown { item: item.clone(), order });
    }
    let mut last = BTreeMap::new();
    for (told, answer) in answers {
        let row = answer_row(told, answer, &shown)?;
        last.insert(row.position, row.score);
        harvest.answers.push(row);
    }
    let points = last.values().sum();
    let attempt = AttemptRow {
        id: end.attempt_id.clone(),
        learner_id: end.account.clone(),
        kind: paper.kind,
        pack_id: course.pack.id.clone(),
        pack_version: course.pack.version,
        pack_hash: course.pack.hash.clone(),
        module_id: paper.place_id.to_owned(),
        quiz_id: paper.quiz_id.to_owned(),
        try_number: check.try_number,
        seed: check.seed.clone(),
        policy: serde_json::to_string(policy).ok()?,
        pass_points: check.pass_points,
        started_at: check.began.clone(),
        finished_at: Some(end.at.clone()),
        points: Some(points),
        passed: Some(passed(points, check.pass_points)),
    };
    if !is_collected(&attempt) {
        return None;
    }
    harvest.people.push(PersonRow {
        id: end.account.clone(),
        name: None,
        sample: false,
        last_active: end.at.clone(),
    });
    harvest.attempts.push(attempt);
    Some(harvest)
}

fn paper<'a>(course: &'a Course, check: &ToldCheck) -> Option<Paper<'a>> {
    let module = || course.pack.modules.iter().find(|module| module.quiz.id == check.quiz_id);
    match check.form {
        Form::Check => module().map(Paper::check),
        Form::PreCheck => {
            let module = module()?;
            Some(Paper::test_out(module, module.quiz.policy.test_out.as_ref()?))
        }
        Form::Assessment => {
            let assessment = course.pack.assessment.as_ref()?;
            (assessment.id == check.quiz_id).then(|| Paper::assessment(course, assessment))
        }
    }
}

/// The order in which parts were shown: all of them, once.
fn order(item: &Item, asked: &AskedQuestion) -> Option<Order> {
    let sorted = |ids: &[String]| {
        let mut ids = ids.to_vec();
        ids.sort();
        ids
    };
    let any = order_of_parts(&item.body, false, 0);
    let is_whole = sorted(&any.parts) == sorted(&asked.parts)
        && sorted(&any.targets) == sorted(&asked.targets);
    is_whole.then(|| Order { parts: asked.parts.clone(), targets: asked.targets.clone() })
}

fn answer_row(told: &Told, answer: &ToldAnswer, shown: &[Shown]) -> Option<NewAnswer> {
    let shown = shown.get((answer.position as usize).checked_sub(1)?)?;
    let item = &shown.item;
    if item.id != answer.item_id || item.version != answer.item_version {
        return None;
    }
    Moment::parse(&told.at)?;
    let given = response_of(&item.body, &answer.response, answer.reason.as_deref())?;
    Some(NewAnswer {
        id: told.id.clone(),
        attempt_id: told.attempt_id.clone(),
        position: answer.position,
        item_id: item.id.clone(),
        item_version: item.version,
        response: response_json(&given).ok()?,
        shown_text: shown.in_words(&given),
        score: shown.mark(&given).ok()?.score,
        confidence: answer.confidence.clone(),
        elapsed_ms: answer.elapsed_ms,
        answered_at: told.at.clone(),
    })
}
