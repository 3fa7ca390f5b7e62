//! `cargo xtask seed`: becomes the program that makes synthetic cohorts.

use anyhow::Result;

use crate::places::release_program;
use crate::shell::{cargo, program, run};

/// Builds the program with optimisation, for cohorts are large, and runs it.
pub(crate) fn seed(options: &[&str]) -> Result<()> {
    build()?;
    run(&mut program(release_program("seed"), options))
}

/// Builds it.
pub(crate) fn build() -> Result<()> {
    run(&mut cargo(&["build", "--release", "--workspace", "--quiet", "--bin", "seed"]))
}
