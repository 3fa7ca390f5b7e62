//! What a trainer can see: what collecting takes from this learner, made by the very code that collects.

use eighteen_store::{AttemptRow, NewAnswer, PersonRow, ProgressRow};

use crate::{
    App, UserError,
    app::Who,
    attempt::confidence,
    collect::{Harvest, harvest_of},
    course::Course,
    erase::has_trainer_store,
    error::not_found,
    question::outcome_of,
    wire::my_data::{SeenAnswer, SeenCheck, SeenPerson, SeenProgress, TrainerView},
};

impl App {
    /// What a trainer of this computer gets of this learner.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn trainer_view(&self) -> Result<TrainerView, UserError> {
        let ready = self.ready()?;
        let trainer_store = has_trainer_store(ready);
        let who = self.who().clone();
        let Who::Learner(id) = who else {
            let (progress, checks) = (Vec::new(), Vec::new());
            return Ok(TrainerView { person: None, progress, checks, trainer_store });
        };
        let harvest = self.read(|reader| {
            let learner = reader.learner(&id)?.ok_or_else(|| not_found("learner", &id))?;
            let mut harvest = Harvest::default();
            harvest_of(reader, &ready.course, learner, &mut harvest)?;
            Ok(harvest)
        })?;
        view(&ready.course, harvest, trainer_store)
    }
}

/// Takes the harvest apart in full, so that whatever is added to it has to be shown here.
fn view(course: &Course, harvest: Harvest, trainer_store: bool) -> Result<TrainerView, UserError> {
    let Harvest { people, progress, items, attempts, attempt_items, answers } = harvest;
    let mut checks = Vec::new();
    for attempt in attempts.into_iter().rev() {
        let mut seen = Vec::new();
        for answer in answers.iter().filter(|answer| answer.attempt_id == attempt.id) {
            let drawn = attempt_items
                .iter()
                .find(|row| row.attempt_id == attempt.id && row.position == answer.position);
            let item = drawn.and_then(|row| items.get(&row.item_hash));
            let ask = item.map(|item| serde_json::from_str::<eighteen_pack::Item>(&item.body));
            let ask = ask.transpose()?.map(|item| eighteen_pack::plain(&item.ask));
            seen.push(seen_answer(answer, ask.unwrap_or_default()));
        }
        checks.push(seen_check(course, attempt, seen));
    }
    Ok(TrainerView {
        person: people.into_iter().next().map(seen_person),
        progress: progress.into_iter().map(|row| seen_progress(course, row)).collect(),
        checks,
        trainer_store,
    })
}

fn seen_person(row: PersonRow) -> SeenPerson {
    let PersonRow { id, name, sample: _, last_active } = row;
    SeenPerson { id, name, last_active }
}

fn seen_progress(course: &Course, row: ProgressRow) -> SeenProgress {
    let ProgressRow { learner_id: _, pack_id: _, module_id, steps_done, at_step, opened_at } = row;
    let module = course.module(&module_id).ok();
    let step = module.and_then(|module| module.steps.iter().find(|step| step.id == at_step));
    SeenProgress {
        module: module.map_or(module_id, |module| module.title.clone()),
        steps_done,
        at_step: step.map_or(at_step.clone(), |step| step.title.clone()),
        opened_at,
    }
}

fn seen_check(course: &Course, attempt: AttemptRow, answers: Vec<SeenAnswer>) -> SeenCheck {
    let module = course.module(&attempt.module_id).ok();
    SeenCheck {
        attempt_id: attempt.id,
        module: module.map_or(attempt.module_id, |module| module.title.clone()),
        pack_version: attempt.pack_version,
        try_number: attempt.try_number,
        started_at: attempt.started_at,
        finished_at: attempt.finished_at,
        points: attempt.points,
        pass_points: attempt.pass_points,
        passed: attempt.passed,
        answers,
    }
}

fn seen_answer(answer: &NewAnswer, ask: String) -> SeenAnswer {
    SeenAnswer {
        answer_id: answer.id.clone(),
        position: answer.position,
        ask,
        chosen: answer.shown_text.clone(),
        outcome: outcome_of(answer.score),
        confidence: confidence(answer.confidence.as_deref()),
        elapsed_ms: answer.elapsed_ms,
        answered_at: answer.answered_at.clone(),
    }
}
