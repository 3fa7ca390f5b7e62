//! `cargo xtask worker`: becomes the program that answers questions without a window, so that whatever
//! is done to this process is done to that one.

use std::process::Command;

use anyhow::{Context, Result};

use crate::places::debug_program;
use crate::run::build_words;
use crate::shell::cargo;

/// Builds the worker and turns into it. Standard output is the worker's alone.
pub(crate) fn become_worker(options: &[&str]) -> Result<()> {
    build()?;
    let mut worker = Command::new(debug_program("worker"));
    worker.args(options);
    turn_into(&mut worker)
}

/// Builds the worker; cargo writes to standard error.
pub(crate) fn build() -> Result<()> {
    let words = [build_words("worker", false), vec!["--quiet"]].concat();
    let status = cargo(&words).status().context("starting cargo")?;
    anyhow::ensure!(status.success(), "the worker could not be built");
    Ok(())
}

#[cfg(unix)]
fn turn_into(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;

    Err(command.exec()).context("starting the worker")
}

#[cfg(not(unix))]
fn turn_into(command: &mut Command) -> Result<()> {
    let status = command.status().context("starting the worker")?;
    std::process::exit(status.code().unwrap_or(1));
}
