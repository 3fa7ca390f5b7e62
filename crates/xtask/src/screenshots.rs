//! `cargo xtask screenshots`: pictures of the real window.

use anyhow::Result;

use crate::places::debug_program;
use crate::run::build_words;
use crate::shell::{cargo, program, run};
use crate::{setup, ui};

/// Builds what is needed and lets the program take the pictures.
pub(crate) fn take() -> Result<()> {
    setup::for_tests()?;
    ui::build()?;
    run(&mut cargo(&build_words("eighteen-days", false)))?;
    run(&mut cargo(&build_words("screenshots", false)))?;
    println!("Taking pictures of every screen (about 2 minutes)");
    run(&mut program(debug_program("screenshots"), &[]))
}
