//! A module before it is started or continued.

use std::collections::BTreeSet;

use eighteen_pack::{Block, Module, Span};
use eighteen_store::Reader;
use eighteen_training::pass_points;

use crate::{
    App, UserError,
    app::Who,
    attempt::summary,
    course::{Course, number},
    home::Progress,
    wire::learner::{CheckTerms, ModuleOverview, OpenModule, StepState},
};

impl App {
    /// A module before it is started or continued.
    ///
    /// # Errors
    /// `NotFound` when the course has no such module.
    pub fn module_overview(&self, args: OpenModule) -> Result<ModuleOverview, UserError> {
        let course = self.course()?;
        let module = course.module(&args.module_id)?;
        let who = self.who().clone();
        self.read(|reader| {
            let progress = match &who {
                Who::Learner(id) => Progress::read(reader, course, id)?,
                Who::Unknown | Who::Newcomer => Progress::default(),
            };
            overview(reader, course, module, &progress)
        })
    }
}

pub(crate) fn overview(
    reader: &Reader<'_>,
    course: &Course,
    module: &Module,
    progress: &Progress,
) -> Result<ModuleOverview, UserError> {
    let finished = progress.checks_of(module).filter(|attempt| attempt.finished_at.is_some());
    Ok(ModuleOverview {
        card: progress.card(reader, course, module)?,
        outcomes: module.outcomes.clone(),
        steps: step_states(module, progress),
        next: progress.next_in(reader, module)?,
        check: check_terms(module, progress),
        attempts: finished
            .map(|attempt| summary(course, reader, attempt))
            .collect::<Result<_, _>>()?,
        sources: sources(course, module),
        course: course.in_words(),
    })
}

fn step_states(module: &Module, progress: &Progress) -> Vec<StepState> {
    let here = progress.place(module).map(|_| progress.here(module));
    let states = module.steps.iter().enumerate().map(|(index, step)| StepState {
        id: step.id.clone(),
        number: number(index),
        title: step.title.clone(),
        minutes: eighteen_pack::minutes(step),
        done: progress.steps_done.contains(&step.id),
        here: here == Some(index),
    });
    states.collect()
}

pub(crate) fn check_terms(module: &Module, progress: &Progress) -> CheckTerms {
    let policy = &module.quiz.policy;
    CheckTerms {
        questions: policy.draw,
        pass_points: pass_points(policy.draw, policy.pass_percent),
        tries: policy.tries,
        tries_used: progress.finished_checks(module),
        minutes: eighteen_pack::check_seconds(policy).div_ceil(60),
        open_attempt: progress.open_check(module).map(|attempt| attempt.id.clone()),
    }
}

/// The distinct sources behind a module's claims, by name.
fn sources(course: &Course, module: &Module) -> Vec<String> {
    let blocks = module.steps.iter().flat_map(|step| &step.blocks);
    let mut claims: BTreeSet<&str> = blocks.flat_map(block_claims).collect();
    claims.extend(module.quiz.items.iter().flat_map(|item| &item.claims).map(String::as_str));
    let sources: BTreeSet<&String> =
        claims.iter().filter_map(|id| course.claim(id)).flat_map(|claim| &claim.sources).collect();
    sources.into_iter().cloned().collect()
}

fn block_claims(block: &Block) -> Vec<&str> {
    fn named(spans: &[Span]) -> impl Iterator<Item = &str> {
        spans.iter().filter_map(|span| match span {
            Span::Claim { id, .. } => Some(id.as_str()),
            _ => None,
        })
    }
    match block {
        Block::Paragraph(text) | Block::Callout { body: text, .. } => named(text).collect(),
        Block::List { items, .. } => items.iter().flat_map(|item| named(item)).collect(),
        Block::Figure(figure) => figure.claims.iter().map(String::as_str).collect(),
        Block::Timeline { events, .. } => events
            .iter()
            .flat_map(|event| named(&event.text).chain(event.claim.as_deref()))
            .collect(),
        Block::Comparison { rows, .. } => {
            rows.iter().flat_map(|row| &row.cells).flat_map(|cell| named(cell)).collect()
        }
        Block::Quote(quote) => vec![quote.claim.as_str()],
        Block::Decision(decision) => {
            decision.options.iter().flat_map(|option| named(&option.then)).collect()
        }
        Block::Subheading(_) | Block::Check { .. } | Block::Reflection { .. } => Vec::new(),
    }
}
