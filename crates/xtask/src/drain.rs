//! `cargo xtask drain`: a backlog of statements drains into a learning record store while the program that
//! sends is killed at random moments; each statement has to be there once.

use anyhow::{Result, ensure};

use crate::places::debug_program;
use crate::run::build_words;
use crate::shell::{cargo, program, run};

/// How many statements wait.
pub(crate) const STATEMENTS: u32 = 1_000_000;
/// How often the program is killed.
pub(crate) const KILLS: u32 = 50;

/// Among all the other tests.
pub(crate) const FEWER: (u32, u32) = (5_000, 3);

/// Seeds, kills, and compares.
pub(crate) fn drain(statements: u32, kills: u32) -> Result<()> {
    let built = cargo(&[build_words("drain", false), vec!["--quiet"]].concat()).status();
    ensure!(built.is_ok_and(|status| status.success()), "the program `drain` could not be built");
    run(&mut program(debug_program("drain"), &[&statements.to_string(), &kills.to_string()]))
}
