//! `cargo xtask tamper`: histories of checks by chance, honest and tampered with, ten times as many as in a test.

use anyhow::Result;

use crate::shell::{cargo, run};

/// Runs the tests of histories with more of them.
pub(crate) fn tamper() -> Result<()> {
    let words = ["test", "-p", "eighteen-exchange", "--lib", "history::"];
    run(cargo(&words).env("EIGHTEEN_TAMPER_RUNS", "10000"))
}
