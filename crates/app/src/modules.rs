//! A module before it is started or continued.

use std::collections::BTreeSet;

use eighteen_pack::{Block, Module, Policy, Span};
use eighteen_store::{AttemptRow, Reader};
use eighteen_training::pass_points;

use crate::{
    App, UserError,
    app::Who,
    attempt::{feedback, summary},
    clock::Moment,
    course::{Course, count, number},
    home::Progress,
    starting::opens_at,
    wire::learner::{
        AttemptSummaryLink, CheckTerms, ModuleOverview, ModuleState, OpenModule, StepState,
        TestOutTerms,
    },
};

impl App {
    /// A module before it is started or continued.
    ///
    /// # Errors
    /// `NotFound` when the course has no such module.
    pub fn module_overview(&self, args: OpenModule) -> Result<ModuleOverview, UserError> {
        let course = self.course()?;
        let module = course.module(&args.module_id)?;
        let (who, now) = (self.who().clone(), self.now());
        self.read(|reader| {
            let progress = match &who {
                Who::Learner(id) => Progress::read(reader, course, id)?,
                Who::Unknown | Who::Newcomer => Progress::default(),
            };
            overview(reader, course, module, &progress, now)
        })
    }
}

pub(crate) fn overview(
    reader: &Reader<'_>,
    course: &Course,
    module: &Module,
    progress: &Progress,
    now: Moment,
) -> Result<ModuleOverview, UserError> {
    let finished = progress.checks_of(module).filter(|attempt| attempt.finished_at.is_some());
    Ok(ModuleOverview {
        card: progress.card(reader, course, module)?,
        outcomes: module.outcomes.clone(),
        steps: step_states(module, progress),
        next: progress.next_in(reader, module)?,
        check: check_terms(module, progress, now),
        test_out: test_out_terms(module, progress),
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

fn check_terms(module: &Module, progress: &Progress, now: Moment) -> CheckTerms {
    let attempts: Vec<AttemptRow> = progress.checks_of(module).cloned().collect();
    terms(&module.quiz.policy, &attempts, now)
}

/// What is promised before another try, after these.
pub(crate) fn terms(policy: &Policy, attempts: &[AttemptRow], now: Moment) -> CheckTerms {
    let open = attempts.iter().find(|attempt| attempt.finished_at.is_none());
    CheckTerms {
        questions: policy.draw,
        pass_points: pass_points(policy.draw, policy.pass_percent),
        tries: policy.tries,
        tries_used: count(attempts.iter().filter(|one| one.finished_at.is_some()).count()),
        minutes: eighteen_pack::check_seconds(policy).div_ceil(60),
        feedback: feedback(policy.feedback),
        pause_minutes: policy.pause_minutes,
        opens_at: opens_at(policy, attempts, now),
        open_attempt: open.map(|attempt| attempt.id.clone()),
    }
}

/// The finished attempt with the most points.
pub(crate) fn best_of<'a>(
    attempts: impl Iterator<Item = &'a AttemptRow>,
) -> Option<&'a AttemptRow> {
    let finished = attempts.filter(|attempt| attempt.finished_at.is_some());
    finished.max_by(|one, two| one.points.unwrap_or(0.0).total_cmp(&two.points.unwrap_or(0.0)))
}

/// What is promised before a pre-check. Who has completed a module has nothing left to skip.
fn test_out_terms(module: &Module, progress: &Progress) -> Option<TestOutTerms> {
    let test_out = module.quiz.policy.test_out.as_ref()?;
    let saves_minutes = progress.unread_minutes(module);
    if progress.state(module) == ModuleState::Completed || saves_minutes == 0 {
        return None;
    }
    let attempts: Vec<&AttemptRow> = progress.test_outs_of(module).collect();
    let open = attempts.iter().find(|attempt| attempt.finished_at.is_none());
    let last = attempts.iter().rev().find(|attempt| attempt.finished_at.is_some());
    Some(TestOutTerms {
        questions: test_out.draw,
        pass_points: pass_points(test_out.draw, test_out.pass_percent),
        minutes: eighteen_pack::questions_seconds(test_out.draw).div_ceil(60),
        saves_minutes,
        open_attempt: open.map(|attempt| attempt.id.clone()),
        last: last.map(|attempt| AttemptSummaryLink {
            attempt_id: attempt.id.clone(),
            passed: attempt.passed == Some(true),
        }),
    })
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
