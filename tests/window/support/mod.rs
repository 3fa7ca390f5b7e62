//! What several journeys need.

pub(crate) mod answers;
pub(crate) mod course;
pub(crate) mod faults;
pub(crate) mod keyboard;
pub(crate) mod learner;
pub(crate) mod mount;
pub(crate) mod past;
pub(crate) mod stop;
pub(crate) mod trainer;

use anyhow::{Result, anyhow, ensure};
use harness::Window;
use serde_json::Value;

/// Calls a command of the app as the page does; a refusal is a failure.
pub(crate) fn ask(app: &Window, command: &str, args: &Value) -> Result<Value> {
    app.invoke(command, args).map_err(|error| anyhow!("{command} was refused: {error}"))
}

/// Where one is: the address and the title of the page.
pub(crate) fn here(app: &Window) -> Result<(String, String)> {
    Ok((app.string("return location.hash", &[])?, app.page_title()?))
}

/// Everything that the page holds, seen or not: its elements, and what stands in its fields.
pub(crate) fn everything_on(app: &Window) -> Result<String> {
    let all = "const fields = [...document.querySelectorAll('input, textarea')].map((one) => one.value);\
               return document.documentElement.outerHTML + fields.join('\\n')";
    app.string(all, &[])
}

/// The page ran without errors, and asked for nothing that its policy forbids.
pub(crate) fn kept_the_rules(app: &Window) -> Result<()> {
    let errors = app.page_errors()?;
    ensure!(errors.is_empty(), "the page ran without errors: {errors:?}");
    let breaches = app.policy_breaches()?;
    ensure!(breaches.is_empty(), "the page kept its policy: {breaches:?}");
    Ok(())
}
