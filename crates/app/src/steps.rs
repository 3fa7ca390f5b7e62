//! The step reader: opening a step, deciding, reflecting, finishing it.

use eighteen_pack::{Block as Content, Module};
use eighteen_store::{DecisionRow, PlaceRow, Reader, ReflectionRow, StepDoneRow, Writer};

use crate::{
    App, ErrorCode, UserError,
    app::Who,
    blocks::{Mine, block_view, find_decision, taken},
    clock::{Moment, new_id},
    content::Words,
    course::{Course, count, number, step},
    error::not_found,
    home::Progress,
    modules::overview,
    startup::this_learner,
    wire::learner::{
        AfterStep, DecisionSaved, FinishStep, OpenStep, RecordDecision, SaveReflection, Saved,
        StepView,
    },
};

/// Longest reflection, in characters.
pub(crate) const LONGEST_REFLECTION: usize = 4_000;

impl App {
    /// A step, at which the learner is from now on.
    ///
    /// # Errors
    /// `NotFound` when the course has no such step.
    pub fn open_step(&self, args: OpenStep) -> Result<StepView, UserError> {
        let course = self.course()?;
        let module = course.module(&args.module_id)?;
        let now = self.now();
        let who = self.who().clone();
        let Who::Learner(id) = who else {
            let index = match args.step_id {
                Some(step_id) => step(module, &step_id)?.0,
                None => 0,
            };
            return self.read(|reader| view(reader, course, module, index, None, now));
        };
        self.write(|writer| {
            let index = match &args.step_id {
                Some(step_id) => step(module, step_id)?.0,
                None => Progress::read(&writer.reader(), course, &id)?.here(module),
            };
            arrive(writer, course, module, index, &id, now)
        })
    }

    /// Saves a decision; the first one of a newcomer makes the learner.
    ///
    /// # Errors
    /// `NotFound` when there is no such decision or option.
    pub fn record_decision(&self, args: RecordDecision) -> Result<DecisionSaved, UserError> {
        let course = self.course()?;
        let module = course.module(&args.module_id)?;
        let (index, decided) = step(module, &args.step_id)?;
        let decision = find_decision(decided, &args.decision_id)?;
        if !decision.options.iter().any(|option| option.id == args.option_id) {
            return Err(not_found("option", &args.option_id));
        }
        let now = self.now();
        let (id, is_new) = self.learner_or_new();
        let row = DecisionRow {
            id: new_id(),
            step_id: args.step_id,
            decision_id: args.decision_id,
            option_id: args.option_id,
            elapsed_ms: args.elapsed_ms,
            decided_at: now.rfc3339(),
        };
        let saved = self.write(|writer| {
            if is_new {
                writer.add_learner(&id, &now.rfc3339())?;
                place_at(writer, course, module, index, &id, now)?;
            }
            writer.add_decision(&id, &course.pack.id, &row)?;
            Ok(DecisionSaved {
                taken: taken(course, now.day(), decision, &row),
                learner: this_learner(&writer.reader(), &id)?,
            })
        })?;
        self.is_learner(&id);
        Ok(saved)
    }

    /// Saves a private reflection.
    ///
    /// # Errors
    /// `NotFound` when there is no such reflection, `ResponseInvalid` when it is too long.
    pub fn save_reflection(&self, args: SaveReflection) -> Result<Saved, UserError> {
        let course = self.course()?;
        let module = course.module(&args.module_id)?;
        let (_, here) = step(module, &args.step_id)?;
        let is_here = |block: &Content| matches!(block, Content::Reflection { id, .. } if *id == args.reflection_id);
        if !here.blocks.iter().any(is_here) {
            return Err(not_found("reflection", &args.reflection_id));
        }
        if args.text.chars().count() > LONGEST_REFLECTION {
            return Err(UserError::new(ErrorCode::ResponseInvalid, "the text is too long"));
        }
        let now = self.now().rfc3339();
        let (id, is_new) = self.learner_or_new();
        self.write(|writer| {
            if is_new {
                writer.add_learner(&id, &now)?;
            }
            let row = ReflectionRow {
                module_id: args.module_id,
                step_id: args.step_id,
                reflection_id: args.reflection_id,
                written: args.text,
                saved_at: now.clone(),
            };
            Ok::<_, UserError>(writer.save_reflection(&id, &course.pack.id, &row)?)
        })?;
        self.is_learner(&id);
        Ok(Saved { saved_at: now })
    }

    /// Marks a step done and opens what follows.
    ///
    /// # Errors
    /// `NotFound` when the course has no such step.
    pub fn finish_step(&self, args: FinishStep) -> Result<AfterStep, UserError> {
        let course = self.course()?;
        let module = course.module(&args.module_id)?;
        let (index, _) = step(module, &args.step_id)?;
        let now = self.now();
        let (id, is_new) = self.learner_or_new();
        let row = StepDoneRow {
            module_id: args.module_id,
            step_id: args.step_id,
            done_at: now.rfc3339(),
            elapsed_ms: args.elapsed_ms,
        };
        let after = self.write(|writer| {
            if is_new {
                writer.add_learner(&id, &now.rfc3339())?;
            }
            writer.finish_step(&id, &course.pack.id, &row)?;
            let step = (row.module_id.as_str(), row.step_id.as_str());
            writer.revisit_done(&id, &course.pack.id, step, &now.rfc3339())?;
            writer.see_learner(&id, &now.rfc3339())?;
            if index + 1 < module.steps.len() {
                let view = arrive(writer, course, module, index + 1, &id, now)?;
                return Ok(AfterStep::Step { view: Box::new(view) });
            }
            let reader = writer.reader();
            let progress = Progress::read(&reader, course, &id)?;
            let overview = overview(&reader, course, module, &progress, now)?;
            Ok::<_, UserError>(AfterStep::Module { overview: Box::new(overview) })
        })?;
        self.is_learner(&id);
        Ok(after)
    }
}

/// Notes where the learner is and gives the step.
fn arrive(
    writer: &Writer<'_>,
    course: &Course,
    module: &Module,
    index: usize,
    learner_id: &str,
    now: Moment,
) -> Result<StepView, UserError> {
    place_at(writer, course, module, index, learner_id, now)?;
    view(&writer.reader(), course, module, index, Some(learner_id), now)
}

fn place_at(
    writer: &Writer<'_>,
    course: &Course,
    module: &Module,
    index: usize,
    learner_id: &str,
    now: Moment,
) -> Result<(), UserError> {
    let place = PlaceRow {
        module_id: module.id.clone(),
        step_id: module.steps[index].id.clone(),
        opened_at: now.rfc3339(),
    };
    Ok(writer.set_place(learner_id, &course.pack.id, &place)?)
}

fn view(
    reader: &Reader<'_>,
    course: &Course,
    module: &Module,
    index: usize,
    learner_id: Option<&str>,
    now: Moment,
) -> Result<StepView, UserError> {
    let step = &module.steps[index];
    let progress = match learner_id {
        Some(id) => Progress::read(reader, course, id)?,
        None => Progress::default(),
    };
    let mut words = Words::new(course, now.day());
    let mine = Mine::read(reader, course, step, learner_id)?;
    let mut blocks = Vec::new();
    for block in &step.blocks {
        blocks.push(block_view(reader, &mut words, module, block, &mine)?);
    }
    let neighbour = |at: Option<usize>| Some(module.steps.get(at?)?.id.clone());
    Ok(StepView {
        module_id: module.id.clone(),
        module_number: module.number,
        module_title: module.title.clone(),
        step_id: step.id.clone(),
        title: step.title.clone(),
        number: number(index),
        of: count(module.steps.len()),
        minutes_left: progress.minutes_left(module),
        blocks,
        claims: words.claims(),
        terms: words.terms(),
        previous_step: neighbour(index.checked_sub(1)),
        next_step: neighbour(index.checked_add(1)),
        done: progress.steps_done.contains(&step.id),
        lang: course.pack.lang.clone(),
        dir: course.dir(),
    })
}
