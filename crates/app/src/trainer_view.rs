//! What a trainer can see: what collecting takes from this learner, made by the very code that collects.

use eighteen_pack::plain;
use eighteen_store::{
    AttemptRow, ForkRow, JudgedRow, NewAnswer, PersonRow, ProgressRow, RecalledRow, RevisitRow,
    StepDoneRow,
};

use crate::{
    App, UserError,
    app::Who,
    assignments::part_in_words,
    attempt::{confidence, form},
    collect::{Harvest, StepTaken, harvest_of},
    course::Course,
    erase::has_trainer_store,
    error::not_found,
    inbox_words::{judgement_of_slug, outcome_of_slug},
    question::outcome_of,
    sharing::sharing,
    wire::{
        my_data::{
            SeenAnswer, SeenCheck, SeenFork, SeenJudgement, SeenPerson, SeenProgress, SeenRecall,
            SeenRevisit, SeenStep, TrainerView,
        },
        practised::Sharing,
    },
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
        let Who::Learner(id) = &who else {
            let nothing = Sharing { choices: None };
            return view(ready.courses.taught(), Harvest::default(), nothing, trainer_store);
        };
        let (harvest, said) = self.read(|reader| {
            let learner = reader.learner(id)?.ok_or_else(|| not_found("learner", id))?;
            let mut harvest = Harvest::default();
            harvest_of(reader, ready.courses.taught(), learner, &mut harvest)?;
            Ok((harvest, sharing(reader, &who)?))
        })?;
        view(ready.courses.taught(), harvest, said, trainer_store)
    }
}

/// Takes the harvest apart in full, so that whatever is added to it has to be shown here.
fn view(
    course: &Course,
    harvest: Harvest,
    sharing: Sharing,
    trainer_store: bool,
) -> Result<TrainerView, UserError> {
    let Harvest {
        people,
        progress,
        items,
        attempts,
        attempt_items,
        answers,
        steps,
        judged,
        recalled,
        forks,
        revisits,
    } = harvest;
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
        steps: steps.into_iter().map(|taken| seen_step(course, taken)).collect(),
        checks,
        judged: judged
            .into_iter()
            .map(|row| seen_judgement(course, row))
            .collect::<Result<_, _>>()?,
        recalled: recalled.into_iter().map(|row| seen_recall(course, row)).collect(),
        sharing,
        forks: forks.into_iter().map(|row| seen_fork(course, row)).collect(),
        revisits: revisits.into_iter().map(|row| seen_revisit(course, row)).collect(),
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

fn seen_step(course: &Course, taken: StepTaken) -> SeenStep {
    let StepTaken { learner_id: _, pack_id: _, step } = taken;
    let StepDoneRow { module_id, step_id, done_at, elapsed_ms } = step;
    let module = course.module(&module_id).ok();
    let title = module.and_then(|module| module.steps.iter().find(|one| one.id == step_id));
    SeenStep {
        module: module.map_or(module_id, |module| module.title.clone()),
        step: title.map_or(step_id.clone(), |step| step.title.clone()),
        done_at,
        elapsed_ms,
    }
}

fn seen_revisit(course: &Course, row: RevisitRow) -> SeenRevisit {
    let RevisitRow { learner_id: _, assignment_id: _, module_id, step_id, done_at } = row;
    let part = part_in_words(course, &module_id, Some(&step_id));
    let (module, step) = part.map_or((module_id, step_id.clone()), |part| {
        (part.module_title, part.step_title.unwrap_or(step_id))
    });
    SeenRevisit { module, step, done_at }
}

fn seen_check(course: &Course, attempt: AttemptRow, answers: Vec<SeenAnswer>) -> SeenCheck {
    let (_, title) = course.name_of(&attempt.module_id);
    SeenCheck {
        attempt_id: attempt.id,
        form: form(attempt.kind),
        module: title,
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

/// Every column is named, so that whatever is added to a row has to be thought of here.
fn seen_judgement(course: &Course, row: JudgedRow) -> Result<SeenJudgement, UserError> {
    let JudgedRow {
        learner_id: _,
        pack_id: _,
        message_id,
        message_version: _,
        round_number,
        hostile: _,
        difficulty: _,
        judgement,
        outcome,
        elapsed_ms,
    } = row;
    let mut messages = course.pack.inbox.iter().flat_map(|inbox| &inbox.messages);
    let message = messages.find(|message| message.id == message_id);
    Ok(SeenJudgement {
        round_number,
        subject: message.map_or(message_id, |message| message.subject.clone()),
        judgement: judgement_of_slug(&judgement)?,
        outcome: outcome_of_slug(&outcome)?,
        elapsed_ms,
    })
}

fn seen_recall(course: &Course, row: RecalledRow) -> SeenRecall {
    let RecalledRow {
        learner_id: _,
        pack_id: _,
        item_id,
        item_version: _,
        nth: _,
        after_days,
        score,
    } = row;
    let mut items = course.pack.modules.iter().flat_map(|module| &module.quiz.items);
    let item = items.find(|item| item.id == item_id);
    SeenRecall {
        ask: item.map_or(item_id, |item| plain(&item.ask)),
        after_days,
        outcome: outcome_of(score),
    }
}

fn seen_fork(course: &Course, row: ForkRow) -> SeenFork {
    let ForkRow {
        run: _,
        position,
        pack_id: _,
        role_id,
        scene_id,
        option_id,
        seconds,
        reversed,
        sample: _,
    } = row;
    let role = course.pack.story.as_ref().and_then(|story| story.role(&role_id));
    let scene = role.and_then(|role| role.scene(&scene_id));
    let option = scene.and_then(|scene| scene.option(&option_id));
    SeenFork {
        role: role.map_or(role_id, |role| role.title.clone()),
        position,
        ask: scene.map_or(scene_id, |scene| plain(&scene.ask)),
        chosen: option.map_or(option_id, |option| plain(&option.text)),
        seconds,
        reversed,
    }
}
