//! `cargo xtask bench`: what the app costs beside what it stands on. Only ratios of paired runs travel
//! from one machine to another, so that is what is printed and what the targets are about.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::places::{debug_program, release_program, target};
use crate::run::build_words;
use crate::shell::{cargo, has, output, program, run};
use crate::{dist, setup};

mod size;

/// Every figure is the median of so many paired runs.
const PAIRS: usize = 7;

/// Answers of one run.
const ANSWERS: &str = "2000";

/// How often each query of a run is asked.
const SEARCHES: &str = "100";

/// The web view with nothing in it: what any program with a web view costs.
const EMPTY_WINDOW: &str = "webkit2gtk-4.1/MiniBrowser";

/// Measures and prints.
pub(crate) fn bench() -> Result<()> {
    setup::for_tests()?;
    dist::release_program()?;
    run(&mut cargo(&build_words("measure_window", false)))?;
    let programs =
        ["worker", "bare_loop", "search_loop", "pack_loop"].map(|name| ["--bin", name]).concat();
    run(&mut cargo(&[&["build", "--release", "--workspace"], &programs[..]].concat()))?;
    println!("\nMedians of {PAIRS} paired runs; each pair is run in both orders in turn.\n");
    let mut all_met = true;
    match empty_window() {
        Some(empty) => all_met &= window(&empty)?,
        None => println!("window: not measured, because {EMPTY_WINDOW} is not installed"),
    }
    all_met &= answers()?;
    all_met &= syncs()?;
    all_met &= searches()?;
    all_met &= packs()?;
    all_met &= size::measure(None)?;
    if !all_met {
        bail!("a target was missed");
    }
    Ok(())
}

/// Only what is about many answers; as many finished checks as asked for.
pub(crate) fn bench_size(checks: Option<u64>) -> Result<()> {
    if !size::measure(checks)? {
        bail!("a target was missed");
    }
    Ok(())
}

/// Start and memory against an empty window.
fn window(empty: &Path) -> Result<bool> {
    let ours = release_program("eighteen-days");
    let (ours, empty) = (ours.to_string_lossy(), empty.to_string_lossy());
    let measure = |words: &[&str]| json(&mut program(debug_program("measure_window"), words));
    let pairs = paired(|| measure(&["--app", &ours]), || measure(&["--empty", &empty]))?;
    let start = pairs.iter().map(|(a, b)| number(a, "usable_ms") / number(b, "usable_ms"));
    let met = report("start to usable, x the empty window", start.collect(), 1.6);
    let memory = pairs.iter().map(|(a, b)| (number(a, "pss_kib") - number(b, "pss_kib")) / 1024.0);
    Ok(report("idle memory, MiB above the empty window", memory.collect(), 30.0) && met)
}

/// Time and processor time of an answer against a bare loop.
fn answers() -> Result<bool> {
    let measure = |name: &str, option: &[&str]| {
        let folder = fresh_folder(name)?;
        let folder = folder.to_string_lossy();
        let words = [&["--data-dir", &folder, "--answers", ANSWERS], option].concat();
        json(&mut program(release_program(name), &words))
    };
    let pairs = paired(|| measure("worker", &["--json"]), || measure("bare_loop", &[]))?;
    let ratio = |name| pairs.iter().map(move |(a, b)| number(a, name) / number(b, name)).collect();
    let met = report("an answer: median time, x the bare loop", ratio("p50_us"), 1.2);
    Ok(report("an answer: processor time, x the bare loop", ratio("cpu_us"), 2.0) && met)
}

/// A search of a thousand lessons against FTS5 alone, and in milliseconds.
fn searches() -> Result<bool> {
    let measure = |name: &str, option: &[&str]| {
        let folder = fresh_folder(name)?;
        let folder = folder.to_string_lossy();
        let words = [&["--data-dir", &folder, "--rounds", SEARCHES], option].concat();
        json(&mut program(release_program("search_loop"), &words))
    };
    let pairs = paired(|| measure("search", &[]), || measure("bare-search", &["--bare"]))?;
    let ratio = pairs.iter().map(|(a, b)| number(a, "p95_ms") / number(b, "p95_ms"));
    let met = report("a search, slowest 5%: x FTS5 alone", ratio.collect(), 1.2);
    let slowest = pairs.iter().map(|(a, _)| number(a, "p95_ms")).collect();
    Ok(report("a search, slowest 5%: milliseconds", slowest, 10.0) && met)
}

/// A pack of a thousand lessons, against its libraries alone, and installed.
fn packs() -> Result<bool> {
    let measure = |name: &str, option: &[&str]| {
        let folder = fresh_folder(name)?;
        let folder = folder.to_string_lossy();
        let words = [&["--data-dir", &*folder], option].concat();
        json(&mut program(release_program("pack_loop"), &words))
    };
    let pairs = paired(|| measure("pack", &[]), || measure("bare-pack", &["--bare"]))?;
    let ratio = pairs.iter().map(|(a, b)| number(a, "read_ms") / number(b, "read_ms"));
    let met = report("1,000 lessons: verified and read, x the libraries", ratio.collect(), 1.3);
    let installed = pairs.iter().map(|(a, _)| number(a, "installed_ms")).collect();
    Ok(report("1,000 lessons: installed and searched, ms", installed, 1_500.0) && met)
}

/// Syncs of the disk for each answer.
fn syncs() -> Result<bool> {
    if !has("strace") {
        println!("syncs: not measured, because strace is not installed");
        return Ok(true);
    }
    let folder = fresh_folder("syncs")?;
    let counts = target().join("bench/counts");
    let (folder, counts_path) = (folder.to_string_lossy(), counts.to_string_lossy());
    let worker = release_program("worker");
    let words = ["-f", "-c", "-e", "trace=fdatasync,fsync", "-o", &counts_path];
    let mut command = program("strace", &words);
    command.arg(worker).args(["--data-dir", &folder, "--answers", ANSWERS, "--json"]);
    let told = json(&mut command)?;
    let table = fs::read_to_string(&counts).context("reading what strace counted")?;
    // Starting a check and finishing it are commits of their own, where the worker counts them.
    let others = 2.0 * told["checks"].as_f64().unwrap_or(0.0);
    let each = (syncs_of(&table) - others) / ANSWERS.parse::<f64>()?;
    Ok(report("an answer: syncs of the disk", vec![each], 1.05))
}

/// The calls in a table of `strace -c`: the fourth column.
fn syncs_of(table: &str) -> f64 {
    let rows = table.lines().filter(|line| line.ends_with("sync"));
    rows.filter_map(|row| row.split_whitespace().nth(3)?.parse::<f64>().ok()).sum()
}

/// Runs two things in turn, the first one first and then the second one first, so that neither is
/// always the one that finds the machine warm.
fn paired(
    ours: impl Fn() -> Result<Value>,
    anchor: impl Fn() -> Result<Value>,
) -> Result<Vec<(Value, Value)>> {
    let mut pairs = Vec::new();
    for round in 0..PAIRS {
        if round % 2 == 0 {
            let first = ours()?;
            pairs.push((first, anchor()?));
        } else {
            let first = anchor()?;
            pairs.push((ours()?, first));
        }
    }
    Ok(pairs)
}

fn report(what: &str, mut figures: Vec<f64>, target: f64) -> bool {
    figures.sort_by(f64::total_cmp);
    let median = figures[figures.len() / 2];
    let (least, most) = (figures[0], figures[figures.len() - 1]);
    let met = median <= target;
    let verdict = if met { "met" } else { "MISSED" };
    println!("{what:<44} {median:>7.2}  ({least:.2} to {most:.2})  target {target}: {verdict}");
    met
}

fn json(command: &mut std::process::Command) -> Result<Value> {
    let text = output(command)?;
    let last = text.lines().last().unwrap_or_default();
    serde_json::from_str(last).with_context(|| format!("reading {last:?}"))
}

fn number(value: &Value, name: &str) -> f64 {
    value[name].as_f64().unwrap_or(f64::NAN)
}

fn fresh_folder(name: &str) -> Result<PathBuf> {
    let folder = target().join("bench").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("emptying {}", folder.display()))?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    Ok(folder)
}

fn empty_window() -> Option<PathBuf> {
    let libraries = fs::read_dir("/usr/lib").ok()?.flatten().map(|folder| folder.path());
    let mut folders = libraries.chain([PathBuf::from("/usr/libexec"), PathBuf::from("/usr/lib")]);
    folders.find_map(|folder| {
        let path = folder.join(EMPTY_WINDOW);
        path.is_file().then_some(path)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calls_are_read_from_the_table() {
        let table = "% time     seconds  usecs/call     calls    errors syscall\n\
                     ------ ----------- ----------- --------- --------- ----------------\n\
                      99.00    0.100000          50      2001           fdatasync\n\
                       1.00    0.000100          50         3           fsync\n\
                     100.00    0.100100          49      2004           total\n";
        assert!((syncs_of(table) - 2004.0).abs() < f64::EPSILON);
    }
}
