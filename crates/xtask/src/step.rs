//! One step of `cargo xtask test`: what it prints is kept in a file and shown when it fails.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::count::{self, Count};
use crate::places::artefacts;
use crate::shell::line;

/// The steps so far.
pub(crate) struct Steps {
    started: Instant,
    count: Count,
}

/// So many lines of a failed step are shown; the rest is in its file.
const SHOWN: usize = 120;

impl Steps {
    pub(crate) fn new() -> Self {
        Self { started: Instant::now(), count: Count::default() }
    }

    /// A step that is a command. Its tests are counted where it runs tests; otherwise it is one check.
    pub(crate) fn command(&mut self, name: &str, expected: &str, command: &mut Command) {
        announce(name, expected);
        let started = Instant::now();
        let outcome = run_into_file(name, command);
        let took = started.elapsed();
        match outcome {
            Ok((true, output)) => self.finish(name, took, counted(&output, true)),
            Ok((false, output)) => {
                show(&output);
                println!("    it was: {}", line(command));
                self.finish(name, took, counted(&output, false));
            }
            Err(error) => {
                println!("    {error:#}");
                self.finish(name, took, Count { passed: 0, failed: 1 });
            }
        }
    }

    /// A step that is a function of this program.
    pub(crate) fn function(
        &mut self,
        name: &str,
        expected: &str,
        work: impl FnOnce() -> Result<()>,
    ) {
        announce(name, expected);
        let started = Instant::now();
        let outcome = work();
        if let Err(error) = &outcome {
            println!("    {error:#}");
        }
        let count = Count { passed: outcome.is_ok().into(), failed: outcome.is_err().into() };
        self.finish(name, started.elapsed(), count);
    }

    /// A step that cannot be done here.
    pub(crate) fn skip(name: &str, reason: &str) {
        println!("{name:<28} not done: {reason}");
    }

    /// The last lines; the very last one is for programs.
    pub(crate) fn end(self) -> Count {
        println!("\nall steps: {}", seconds(self.started.elapsed()));
        println!("{} passed, {} failed", self.count.passed, self.count.failed);
        self.count
    }

    fn finish(&mut self, name: &str, took: Duration, count: Count) {
        let verdict = if count.failed == 0 { "ok" } else { "FAILED" };
        let Count { passed, failed } = count;
        println!("{name:<28} {verdict}, {}: {passed} passed, {failed} failed", seconds(took));
        self.count += count;
    }
}

fn announce(name: &str, expected: &str) {
    println!("{name:<28} … ({expected})");
    let _ = std::io::stdout().flush();
}

/// A failed command has at least one failure, also when its runner printed none.
fn counted(output: &str, succeeded: bool) -> Count {
    let mut count = count::read(output).unwrap_or(Count { passed: succeeded.into(), failed: 0 });
    if !succeeded {
        count.failed = count.failed.max(1);
    }
    count
}

fn run_into_file(name: &str, command: &mut Command) -> Result<(bool, String)> {
    let folder = artefacts().join("test");
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    let path = folder.join(format!("{}.log", name.replace([' ', ':', '/'], "-")));
    let file = fs::File::create(&path).with_context(|| format!("writing {}", path.display()))?;
    let both = file.try_clone().context("sharing the log")?;
    command.stdin(Stdio::null()).stdout(file).stderr(both);
    // A backtrace of a failed check says nothing that its message does not.
    command.env("NO_COLOR", "1").env("CARGO_TERM_COLOR", "never").env("RUST_BACKTRACE", "0");
    let status = command.status().with_context(|| format!("starting {}", line(command)))?;
    let output = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
    Ok((status.success(), String::from_utf8_lossy(&output).into_owned()))
}

fn show(output: &str) {
    let lines: Vec<&str> = output.lines().collect();
    for line in &lines[lines.len().saturating_sub(SHOWN)..] {
        println!("    {line}");
    }
}

fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    if whole >= 60 {
        format!("{} min {:02} s", whole / 60, whole % 60)
    } else {
        format!("{:.1} s", time.as_secs_f64())
    }
}
