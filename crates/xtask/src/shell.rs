//! Running other programs.

use std::env;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::places::{root, ui};

/// The cargo that runs this program, at the root.
pub(crate) fn cargo(words: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // What cargo sets for this program would make it build others again.
    command.env_remove("CARGO_MANIFEST_DIR").args(words).current_dir(root());
    command
}

/// npm, in the folder of the page.
pub(crate) fn npm(words: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(words).current_dir(ui());
    command
}

/// Any other program, at the root.
pub(crate) fn program(name: impl AsRef<Path>, words: &[&str]) -> Command {
    let mut command = Command::new(name.as_ref());
    // A failure is told in words; where in the program it arose helps nobody here.
    command.args(words).current_dir(root()).env("RUST_BACKTRACE", "0");
    command
}

/// Runs a command with everything it prints, and fails when it fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    println!("  $ {line}");
    let status = command.status().with_context(|| format!("starting {line}"))?;
    if !status.success() {
        bail!("`{line}` failed: {status}");
    }
    Ok(())
}

/// Whether a command succeeds; what it prints is of no interest.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// What a command prints.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let line = line(command);
    let output = command.output().with_context(|| format!("starting {line}"))?;
    if !output.status.success() {
        bail!("`{line}` failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether there is a program of this name.
pub(crate) fn has(name: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    let file = Path::new(name).with_extension(env::consts::EXE_EXTENSION);
    env::split_paths(&path).any(|folder| folder.join(&file).is_file())
}

/// A command as a person would write it.
pub(crate) fn line(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let words = command.get_args().map(|word| word.to_string_lossy().into_owned());
    let all = [name.to_string_lossy().into_owned()].into_iter().chain(words);
    all.collect::<Vec<_>>().join(" ")
}
