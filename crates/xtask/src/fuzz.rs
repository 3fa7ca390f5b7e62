//! `cargo xtask fuzz`: libFuzzer in front of every reader. What made one fail is kept as a file.
//!
//! The flags are those of cargo-fuzz without the sanitizer, which needs a compiler of the night: our code has no
//! `unsafe`, so what there is to find are panics, broken promises, time and memory, and these are found without.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use crate::places::{artefacts, debug_program, root, target};
use crate::run::build_words;
use crate::shell::{cargo, output, program, run};

/// How often each target is fed when nobody says.
const EXECUTIONS: u64 = 1_000_000;

/// The readers, as `crates/hostile/src/targets.rs` names them.
const TARGETS: &[&str] = &[
    "archive",
    "manifest",
    "pack-toml",
    "markdown",
    "gift",
    "moodle-xml",
    "results",
    "assignments",
    "people",
];

const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing";

/// `fuzz [--executions N] [TARGET…]`.
pub(crate) fn fuzz(words: &[&str]) -> Result<()> {
    let (executions, names) = match words {
        ["--executions", number, names @ ..] => (number.parse()?, names),
        names => (EXECUTIONS, names),
    };
    if let Some(unknown) = names.iter().find(|name| !TARGETS.contains(name)) {
        bail!("there is no target `{unknown}`; there are {}", TARGETS.join(", "));
    }
    let names = if names.is_empty() { TARGETS } else { names };
    let fuzzer = build()?;
    let seeds = target().join("fuzz/corpus");
    run(&mut cargo(&build_words("hostile", false)))?;
    run(program(debug_program("hostile"), &["seeds"]).arg(&seeds))?;
    let logs = artefacts().join("fuzz");
    fs::create_dir_all(&logs).with_context(|| format!("making {}", logs.display()))?;
    let waiting = Mutex::new(names.iter().copied().collect::<VecDeque<_>>());
    let failed = Mutex::new(Vec::new());
    let workers = thread::available_parallelism().map_or(1, usize::from).min(names.len());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(name) = waiting.lock().ok().and_then(|mut names| names.pop_front()) {
                    match feed(&fuzzer, name, executions, &seeds, &logs) {
                        Ok(told) => println!("    {told}"),
                        Err(error) => {
                            println!("    {error:#}");
                            failed.lock().map(|mut failed| failed.push(name)).unwrap_or_default();
                        }
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap_or_default();
    ensure!(
        failed.is_empty(),
        "{} failed; what they were fed is in artefacts/fuzz",
        failed.join(", ")
    );
    Ok(())
}

/// Builds the fuzzer beside everything else, so that nothing else is built again.
fn build() -> Result<PathBuf> {
    let said = output(Command::new("rustc").arg("-vV").current_dir(root()))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.context("rustc names its host")?;
    let folder = target().join("fuzz");
    let manifest = root().join("fuzz/Cargo.toml");
    let mut build = cargo(&["build", "--release", "--target", host, "--manifest-path"]);
    build.arg(manifest).arg("--target-dir").arg(&folder).env("RUSTFLAGS", FLAGS);
    run(&mut build)?;
    Ok(folder.join(host).join("release/fuzz"))
}

fn feed(fuzzer: &Path, name: &str, executions: u64, seeds: &Path, logs: &Path) -> Result<String> {
    let log = logs.join(format!("{name}.log"));
    let file = fs::File::create(&log).with_context(|| format!("writing {}", log.display()))?;
    let started = Instant::now();
    let status = Command::new(fuzzer)
        .arg(format!("-runs={executions}"))
        .args(["-max_len=8192", "-timeout=10", "-rss_limit_mb=1024", "-print_final_stats=1"])
        .arg(format!("-artifact_prefix={}/{name}-", logs.display()))
        .arg(seeds.join(name))
        .env("EIGHTEEN_FUZZ", name)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(file)
        .status()
        .context("starting the fuzzer")?;
    let said = fs::read_to_string(&log).unwrap_or_default();
    if !status.success() {
        let lines: Vec<&str> = said.lines().filter(|line| !line.starts_with('#')).collect();
        bail!("{name} failed:\n{}", lines[lines.len().saturating_sub(40)..].join("\n"));
    }
    let done = said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    let done: u64 = done.and_then(|done| done.trim().parse().ok()).unwrap_or_default();
    ensure!(done >= executions, "{name} was fed {done} times only");
    let reached = said.lines().rev().find_map(|line| line.split_once("cov: ")?.1.split(' ').next());
    Ok(format!(
        "{name:<12} {done} times, {} places of the code reached, {} s, nothing found",
        reached.unwrap_or("0"),
        started.elapsed().as_secs()
    ))
}
