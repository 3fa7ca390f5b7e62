//! Somebody who learned some days ago.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use eighteen_app::wire::check::StartCheck;
use eighteen_app::wire::inbox::InboxJudgement;
use eighteen_app::wire::learner::NameLearner;
use eighteen_app::{App, Course, UserError, shipped_files};
use eighteen_testkit::{DaysAgo, SaveTo, finish_steps, judge_round, take_check, wrong_response};

/// Takes the first checks of the course through the app, so many days ago, and answers all of it wrong.
pub(crate) fn failed_checks(folder: &Path, days: i64, checks: usize) -> Result<()> {
    let desktop = Box::new(SaveTo::nowhere());
    let app = App::open_with(folder, desktop, Box::new(DaysAgo(days)), Course::shipped());
    fail(&app, checks).map_err(|error| anyhow!("{error}")).context("taking checks long ago")
}

fn fail(app: &App, checks: usize) -> Result<(), UserError> {
    app.startup()?;
    for module in app.home()?.modules.iter().take(checks) {
        take_check(app, &module.id, wrong_response)?;
    }
    app.name_learner(NameLearner { name: "Maya".to_owned() }).map(drop)
}

/// Goes along with every message of a round of the inbox, so many days ago.
pub(crate) fn judged_round(folder: &Path, days: i64) -> Result<()> {
    let desktop = Box::new(SaveTo::nowhere());
    let app = App::open_with(folder, desktop, Box::new(DaysAgo(days)), Course::shipped());
    let judge = |app: &App| {
        app.startup()?;
        judge_round(app, |_| InboxJudgement::Proceed)
    };
    judge(&app).map_err(|error| anyhow!("{error}")).context("judging a round long ago")
}

/// Leaves a check open whose answers are explained at once: an attempt keeps the policy of the course with
/// which it was begun. Gives the id of the attempt.
pub(crate) fn open_check_at_once(folder: &Path, module: &str, questions: u32) -> Result<String> {
    let desktop = Box::new(SaveTo::nowhere());
    let course = Course::from_files(&explaining_at_once(module, questions)?);
    let app = App::open_with(folder, desktop, Box::new(DaysAgo(0)), course);
    begin_check(&app, module).map_err(|error| anyhow!("{error}")).context("beginning a check")
}

fn begin_check(app: &App, module: &str) -> Result<String, UserError> {
    app.startup()?;
    finish_steps(app, module)?;
    app.name_learner(NameLearner { name: "Maya".to_owned() })?;
    Ok(app.start_check(StartCheck { module_id: module.to_owned() })?.attempt_id)
}

/// The files of the course that ships, with another policy for the check of one module.
fn explaining_at_once(module: &str, questions: u32) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = shipped_files();
    let quiz = files.get_mut(&format!("quizzes/{module}.toml")).context("a module has a quiz")?;
    let text = String::from_utf8(std::mem::take(quiz))?;
    let (before, policy) = text.split_once("[policy]").context("a quiz has a policy")?;
    let (_, after) = policy.split_once("\n[[item]]").context("a quiz has questions")?;
    let policy = format!(
        "[policy]\ndraw = {questions}\npass_percent = 75\ntries = 0\nfeedback = \"at-once\"\nshuffle = true\n"
    );
    *quiz = format!("{before}{policy}\n[[item]]{after}").into_bytes();
    Ok(files)
}
