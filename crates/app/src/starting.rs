//! Starting an attempt: a final check, a pre-check, the final assessment. Each goes on where it was left.

use std::collections::BTreeMap;

use eighteen_pack::{Assessment, Item, Module, Policy, Pool, TestOut};
use eighteen_store::{AttemptKind, AttemptRow, Writer};
use eighteen_training::{Candidate, Drawn, bank, draw_check, draw_test_out, pass_points};
use uuid::Uuid;

use crate::{
    App, ErrorCode, UserError,
    app::Who,
    attempt::{attempt_item_row, attempts_in, item_row, policy, summary},
    checks::view,
    clock::{Moment, new_id},
    course::{Course, count},
    home::{Progress, first_unanswered},
    modules::{best_of, terms},
    telling::tell_begun,
    wire::{
        check::{AssessmentOverview, CheckView, StartCheck},
        learner::{AssessmentCard, ModuleState},
    },
};

/// What an attempt is drawn from and kept with.
pub(crate) struct Paper<'a> {
    pub(crate) kind: AttemptKind,
    /// The module, or the assessment.
    pub(crate) place_id: &'a str,
    pub(crate) quiz_id: &'a str,
    pub(crate) policy: Policy,
    bank: Vec<Candidate<'a>>,
}

impl App {
    /// Starts a final check, or goes on with the one that is open.
    ///
    /// # Errors
    /// `NoTriesLeft` when the policy allows no more, `PauseRunning` with the time at which the next one opens.
    pub fn start_check(&self, args: StartCheck) -> Result<CheckView, UserError> {
        let course = self.course()?;
        self.start(course, Paper::check(course.module(&args.module_id)?))
    }

    /// Starts the pre-check of a module, or goes on with the one that is open.
    ///
    /// # Errors
    /// `NotFound` when the module has none.
    pub fn start_test_out(&self, args: StartCheck) -> Result<CheckView, UserError> {
        let course = self.course()?;
        let module = course.module(&args.module_id)?;
        let test_out = module.quiz.policy.test_out.as_ref();
        let test_out =
            test_out.ok_or_else(|| crate::error::not_found("pre-check of", &args.module_id))?;
        self.start(course, Paper::test_out(module, test_out))
    }

    /// Starts the final assessment, or goes on with the one that is open.
    ///
    /// # Errors
    /// `NotFound` when the course has none, otherwise as a check.
    pub fn start_assessment(&self) -> Result<CheckView, UserError> {
        let course = self.course()?;
        self.start(course, Paper::assessment(course, course.assessment()?))
    }

    /// The final assessment before it is started or continued.
    ///
    /// # Errors
    /// `NotFound` when the course has none.
    pub fn assessment_overview(&self) -> Result<AssessmentOverview, UserError> {
        let course = self.course()?;
        let assessment = course.assessment()?;
        let (who, now) = (self.who().clone(), self.now());
        self.read(|reader| {
            let progress = match &who {
                Who::Learner(id) => Progress::read(reader, course, id)?,
                Who::Unknown | Who::Newcomer => Progress::default(),
            };
            let finished = progress.assessments.iter().filter(|one| one.finished_at.is_some());
            let is_done = |module: &&Module| {
                matches!(progress.state(module), ModuleState::Completed | ModuleState::Known)
            };
            Ok(AssessmentOverview {
                title: assessment.title.clone(),
                about: assessment.about.clone(),
                check: terms(&assessment.policy, &progress.assessments, now),
                modules_done: count(course.pack.modules.iter().filter(is_done).count()),
                modules: count(course.pack.modules.len()),
                attempts: finished
                    .map(|attempt| summary(course, reader, attempt))
                    .collect::<Result<_, _>>()?,
                lang: course.pack.lang.clone(),
                dir: course.dir(),
            })
        })
    }

    fn start(&self, course: &Course, paper: Paper<'_>) -> Result<CheckView, UserError> {
        let now = self.now();
        let (id, is_new) = self.learner_or_new();
        let view = self.write(|writer| {
            if is_new {
                writer.add_learner(&id, &now.rfc3339())?;
            }
            let attempt = open_or_new(writer, course, &paper, &id, now)?;
            let of = policy(&attempt)?.draw;
            let position = first_unanswered(&writer.reader(), &attempt.id, of)?;
            view(&writer.reader(), course, &attempt, position, now)
        })?;
        self.is_learner(&id);
        self.sending.ring();
        Ok(view)
    }
}

/// The final assessment in a few words, for the list of modules.
pub(crate) fn assessment_card(
    reader: &eighteen_store::Reader<'_>,
    course: &Course,
    progress: &Progress,
) -> Result<Option<AssessmentCard>, UserError> {
    let Some(assessment) = &course.pack.assessment else { return Ok(None) };
    let attempts = &progress.assessments;
    let open = attempts.iter().find(|attempt| attempt.finished_at.is_none());
    let best = best_of(attempts.iter()).map(|attempt| summary(course, reader, attempt));
    Ok(Some(AssessmentCard {
        title: assessment.title.clone(),
        about: assessment.about.clone(),
        questions: assessment.policy.draw,
        minutes: eighteen_pack::check_seconds(&assessment.policy).div_ceil(60),
        open_attempt: open.map(|attempt| attempt.id.clone()),
        best: best.transpose()?,
    }))
}

impl<'a> Paper<'a> {
    pub(crate) fn check(module: &'a Module) -> Self {
        Self {
            kind: AttemptKind::Check,
            place_id: &module.id,
            quiz_id: &module.quiz.id,
            policy: module.quiz.policy.clone(),
            bank: bank(&module.quiz.items),
        }
    }

    /// A pre-check uses up no try, and is explained at its end.
    pub(crate) fn test_out(module: &'a Module, test_out: &TestOut) -> Self {
        let policy = Policy {
            draw: test_out.draw,
            pass_percent: test_out.pass_percent,
            tries: 0,
            feedback: eighteen_pack::Feedback::After,
            shuffle: module.quiz.policy.shuffle,
            rules: Vec::new(),
            pause_minutes: 0,
            test_out: None,
        };
        Self { kind: AttemptKind::TestOut, policy, ..Self::check(module) }
    }

    pub(crate) fn assessment(course: &'a Course, assessment: &'a Assessment) -> Self {
        let of_module = |module: &'a Module| {
            let items = module.quiz.items.iter().filter(|item| item.pool == Pool::Check);
            items.map(|item| Candidate { item, from: &module.id })
        };
        Self {
            kind: AttemptKind::Assessment,
            place_id: &assessment.id,
            quiz_id: &assessment.id,
            policy: assessment.policy.clone(),
            bank: course.pack.modules.iter().flat_map(of_module).collect(),
        }
    }

    /// A question that can be drawn, with the module that it belongs to.
    pub(crate) fn question(&self, id: &str, version: u32) -> Option<(&'a str, &'a Item)> {
        let mut bank = self.bank.iter();
        let one = bank.find(|one| one.item.id == id && one.item.version == version)?;
        Some((self.module_of(one), one.item))
    }

    /// The module that a question belongs to.
    fn module_of(&self, one: &Candidate<'a>) -> &'a str {
        if self.kind == AttemptKind::Assessment { one.from } else { self.place_id }
    }

    fn draw(&self, met: &BTreeMap<String, u32>, seed: u64) -> Result<Vec<Drawn>, UserError> {
        let Policy { draw, shuffle, .. } = self.policy;
        Ok(match self.kind {
            AttemptKind::TestOut => draw_test_out(&self.bank, draw, shuffle, met, seed)?,
            _ => draw_check(&self.bank, &self.policy, met, seed)?,
        })
    }
}

fn open_or_new(
    writer: &Writer<'_>,
    course: &Course,
    paper: &Paper<'_>,
    learner_id: &str,
    now: Moment,
) -> Result<AttemptRow, UserError> {
    let attempts = attempts_in(&writer.reader(), course, learner_id, paper.kind)?;
    let mut of_quiz = attempts.into_iter().filter(|attempt| attempt.quiz_id == paper.quiz_id);
    let mut finished = Vec::new();
    for attempt in of_quiz.by_ref() {
        match attempt.finished_at {
            Some(_) => finished.push(attempt),
            None => return Ok(attempt),
        }
    }
    let used = count(finished.len());
    let tries = paper.policy.tries;
    if tries > 0 && used >= tries {
        let detail = format!("{used} of {tries} tries used");
        return Err(UserError::new(ErrorCode::NoTriesLeft, detail));
    }
    if let Some(opens) = opens_at(&paper.policy, &finished, now) {
        let error = UserError::new(ErrorCode::PauseRunning, "a pause between two tries");
        return Err(UserError { opens_at: Some(opens), ..error });
    }
    new_attempt(writer, course, paper, learner_id, used + 1, now)
}

/// When the next try opens, while there is a pause.
pub(crate) fn opens_at(policy: &Policy, attempts: &[AttemptRow], now: Moment) -> Option<String> {
    let ended = attempts.iter().rev().find_map(|attempt| attempt.finished_at.as_deref())?;
    now.pause_after(ended, policy.pause_minutes).map(Moment::rfc3339)
}

/// Draws an attempt and keeps it whole: questions, orders, policy and pass mark as they stand now.
fn new_attempt(
    writer: &Writer<'_>,
    course: &Course,
    paper: &Paper<'_>,
    learner_id: &str,
    try_number: u32,
    now: Moment,
) -> Result<AttemptRow, UserError> {
    let pack = &course.pack;
    let met = writer.reader().times_drawn(learner_id, &pack.id)?.into_iter().collect();
    // A random UUID is where chance comes in; everything after it follows from the seed.
    let seed = Uuid::new_v4().as_u64_pair().0;
    let drawn = paper.draw(&met, seed)?;
    let policy = &paper.policy;
    let attempt = AttemptRow {
        id: new_id(),
        learner_id: learner_id.to_owned(),
        kind: paper.kind,
        pack_id: pack.id.clone(),
        pack_version: pack.version,
        pack_hash: pack.hash.clone(),
        module_id: paper.place_id.to_owned(),
        quiz_id: paper.quiz_id.to_owned(),
        try_number,
        seed: seed.to_string(),
        policy: serde_json::to_string(policy)?,
        pass_points: pass_points(policy.draw, policy.pass_percent),
        started_at: now.rfc3339(),
        finished_at: None,
        points: None,
        passed: None,
    };
    writer.put_attempt(&attempt)?;
    for (position, one) in (1..).zip(&drawn) {
        let question = &paper.bank[one.item];
        let kept = item_row(&pack.id, paper.module_of(question), question.item)?;
        writer.keep_item(&kept)?;
        writer.put_attempt_item(&attempt_item_row(
            &attempt.id,
            position,
            &kept.hash,
            &one.order,
        )?)?;
    }
    tell_begun(writer, course, &attempt, now)?;
    Ok(attempt)
}
