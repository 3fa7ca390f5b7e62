//! `cargo xtask codegen`: the TypeScript side of the one command list.

use anyhow::Result;

use crate::shell::{cargo, run};

/// The test that knows the types, selected so that its features are those of every other build.
pub(crate) const WORDS: &[&str] = &["test", "--quiet", "--workspace", "--test", "bindings"];

/// Writes `ui/src/api/bindings.ts`.
pub(crate) fn write() -> Result<()> {
    println!("Writing ui/src/api/bindings.ts (seconds, when the app is built)");
    run(cargo(WORDS).env("EIGHTEEN_CODEGEN", "write"))
}

/// Fails when it is stale, and names the cure.
pub(crate) fn check() -> Result<()> {
    run(&mut cargo(WORDS))
}
