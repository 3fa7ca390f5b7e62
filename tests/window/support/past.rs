//! Somebody who learned some days ago.

use std::path::Path;

use anyhow::{Context, Result, anyhow};
use eighteen_app::wire::learner::NameLearner;
use eighteen_app::{App, Course, UserError};
use eighteen_testkit::{DaysAgo, SaveTo, take_check, wrong_response};

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
