//! `cargo xtask bench size`: what a store of many answers costs, beside `DuckDB` where that does the same.
//!
//! Processor time and memory are read from `/proc` (proc(5)), so these are measured on Linux only.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use super::{fresh_folder, json, number, report};
use crate::places::{release_program, target};
use crate::shell::{cargo, has, program, run, succeeds};

/// Finished checks of the store; each has eight questions.
const CHECKS: u64 = 125_000;
/// Of how many people.
const CHECKS_OF_ONE: u64 = 3;
/// Answers that are collected.
const COLLECTED: &str = "100000";
/// The store is one of the bench's own, and its folder is emptied before each run.
const PASSPHRASE: (&str, &str) = ("EIGHTEEN_PASSPHRASE", "the bench made these people up");
/// The first and the last day of the filter.
const DAYS: [&str; 2] = ["2000-01-01", "2099-12-31"];
const DUCKDB: &str = "duckdb==1.4.2";
const PAIRS: usize = 5;
/// How often memory is looked at.
const LOOK: Duration = Duration::from_millis(10);

/// What a process took.
struct Took {
    cpu: f64,
    wall: f64,
    peak_mib: f64,
}

/// Measures and prints; says whether every target was met.
pub(super) fn measure(checks: Option<u64>) -> Result<bool> {
    if !cfg!(target_os = "linux") {
        println!("size: not measured, because it takes /proc");
        return Ok(true);
    }
    let programs = ["eighteen", "seed", "collect_loop", "trainer_loop"].map(|name| ["--bin", name]);
    run(cargo(&[&["build", "--release", "--workspace"], &programs.concat()[..]].concat())
        .env("CARGO_INCREMENTAL", "0"))?;
    let checks = checks.unwrap_or(CHECKS);
    let folder = fresh_folder("size")?;
    let measured = questions(&folder, checks)
        .and_then(|met| Ok(exports(&folder, checks)? && met))
        .and_then(|met| Ok(pages(&folder)? && met))
        .and_then(|met| Ok(collecting()? && met));
    // Gigabytes that nobody needs any more.
    fs::remove_dir_all(&folder).context("removing what was made")?;
    measured
}

/// The report about questions: equal to that of `DuckDB`, then beside it.
fn questions(folder: &Path, checks: u64) -> Result<bool> {
    let (data, table) = (folder.join("data"), folder.join("answers.csv"));
    let (data, table) = (data.to_string_lossy(), table.to_string_lossy());
    let [people, checks] = [checks / CHECKS_OF_ONE, checks].map(|count| count.to_string());
    let words = ["--people", &people, "--attempts", &checks, "--data-dir", &data, "--csv", &table];
    let made = took(&mut ours("seed", &words))?;
    println!("\n{checks} checks of {people} people were made up in {:.0} s.", made.wall);
    let told = ["report", "questions", "--data-dir", &data, "--json"];
    // The first start after so much was written looks through the file.
    took(&mut ours("eighteen", &told))?;
    let check = took(&mut ours("eighteen", &["store", "check", "--data-dir", &data]))?;
    println!("Kept sums are equal to a recount ({:.1} s).", check.wall);
    let kept = took(&mut ours("eighteen", &told))?;
    println!(
        "Opened unfiltered, from kept sums: {:.2} s of processor, {:.2} s, {:.0} MiB.",
        kept.cpu, kept.wall, kept.peak_mib
    );
    let Some(python) = duckdb() else { return Ok(true) };
    let database = folder.join("answers.duckdb").to_string_lossy().into_owned();
    let duck = |words: &[&str]| {
        let words = [&["tests/programs/bench/questions.py"], words].concat();
        program(&python, &words)
    };
    run(&mut duck(&["load", &table, &database]))?;
    let ours_at = release_program("eighteen");
    let agree = ["agree", &database, &ours_at.to_string_lossy(), &data, DAYS[0], DAYS[1]];
    run(duck(&agree).env(PASSPHRASE.0, PASSPHRASE.1))?;
    let told = [&told[..], &["--recount", "--from", DAYS[0], "--to", DAYS[1]]].concat();
    let theirs = ["report", &database, "1", "20000101", "20991231"];
    let mut pairs = Vec::new();
    for round in 0..PAIRS {
        let ours = || took(&mut ours("eighteen", &told));
        let theirs = || took(&mut duck(&theirs));
        pairs.push(if round % 2 == 0 {
            let first = ours()?;
            (first, theirs()?)
        } else {
            let first = theirs()?;
            (ours()?, first)
        });
    }
    let inside = ["--data-dir", &data, "--rounds", "3", "--only", "questions"];
    let inside = json(&mut ours("trainer_loop", &inside))?;
    let opening = number(&inside, "unlock") / 1000.0;
    println!(
        "Of each run of ours, opening the store, which is the same at any size: {opening:.2} s."
    );
    let (ours, theirs) = &pairs[0];
    println!(
        "Recounted: {:.2} s of processor, {:.2} s, {:.0} MiB; DuckDB {:.2} s, {:.2} s, {:.0} MiB.",
        ours.cpu, ours.wall, ours.peak_mib, theirs.cpu, theirs.wall, theirs.peak_mib
    );
    let ratios = |of: fn(&Took) -> f64| pairs.iter().map(|(a, b)| of(a) / of(b)).collect();
    let met = report("questions, recounted: processor, x DuckDB", ratios(|it| it.cpu), 1.0);
    let memory = report("questions, recounted: memory, x DuckDB", ratios(|it| it.peak_mib), 1.0);
    let more = pairs.iter().map(|(ours, _)| ours.peak_mib - kept.peak_mib).collect();
    let more = report("questions, recounted: MiB more than opened", more, 64.0);
    let open = number(&inside, "questions: recounted, filtered") / 1000.0;
    let open = pairs.iter().map(|(_, theirs)| open / theirs.cpu).collect();
    let open = report("the same in the open app: processor, x DuckDB", open, 1.0);
    let opened =
        report("questions, opened: ms in the open app", vec![number(&inside, "questions")], 5.0);
    Ok(met && memory && more && open && opened)
}

/// Every answer as a file of each form: beside what it takes to open the store, memory does not grow.
fn exports(folder: &Path, checks: u64) -> Result<bool> {
    let data = folder.join("data").to_string_lossy().into_owned();
    let opened =
        took(&mut ours("eighteen", &["report", "questions", "--data-dir", &data, "--json"]))?;
    let mut met = true;
    for form in ["csv", "xlsx", "json"] {
        let out = folder.join(format!("answers.{form}")).to_string_lossy().into_owned();
        let words = ["report", "answers", "--data-dir", &data, "--format", form, "--out", &out];
        let wrote = took(&mut ours("eighteen", &words))?;
        #[expect(clippy::cast_precision_loss, reason = "some millions")]
        let rows = checks as f64 * 8.0;
        let rate = rows / (wrote.cpu - opened.cpu);
        println!("{form}: {rate:.0} rows a second of processor, {:.0} MiB", wrote.peak_mib);
        let more = vec![wrote.peak_mib - opened.peak_mib];
        met &= report(&format!("{form}: MiB more than opened"), more, 20.0);
    }
    Ok(met)
}

/// Each page of the trainer's area.
fn pages(folder: &Path) -> Result<bool> {
    let data = folder.join("data");
    let words = ["--data-dir", &data.to_string_lossy(), "--rounds", "3"];
    let told = json(&mut ours("trainer_loop", &words))?;
    let Value::Object(told) = told else { bail!("trainer_loop told no object") };
    println!("Milliseconds of processor for each page, the slowest of three:");
    for (page, took) in &told {
        println!("  {page:<42} {took:>8}");
    }
    let pages = told.iter().filter(|(page, _)| *page != "unlock");
    let slowest = pages.filter_map(|(_, took)| took.as_f64()).fold(0.0, f64::max);
    Ok(report("the slowest page: milliseconds", vec![slowest], 200.0))
}

/// Results of this computer's learners, and those of result files, taken into a trainer's store.
fn collecting() -> Result<bool> {
    let mut met = true;
    for (whence, more) in [("learners of this computer", &[][..]), ("result files", &["--files"])] {
        let folder = fresh_folder("collected")?;
        let at = folder.to_string_lossy();
        let words = [&["--data-dir", &at, "--answers", COLLECTED], more].concat();
        let told = json(&mut ours("collect_loop", &words))?;
        println!(
            "Collected from {whence}: {} answers a second, {} a second of processor",
            told["per_second"], told["per_cpu_second"]
        );
        if let (Some(files), Some(bytes)) = (told["files"].as_u64(), told["bytes"].as_u64()) {
            println!(
                "{files} files of {} bytes each; looked through before: {} answers a second of processor",
                bytes / files.max(1),
                told["looked_per_cpu_second"]
            );
        }
        fs::remove_dir_all(&folder).context("removing what was collected")?;
        let slowness = vec![100_000.0 / number(&told, "per_cpu_second")];
        met &= report(&format!("{whence}: x 100,000 answers a second"), slowness, 1.0);
    }
    Ok(met)
}

fn ours(name: &str, words: &[&str]) -> Command {
    let mut command = program(release_program(name), words);
    command.env(PASSPHRASE.0, PASSPHRASE.1);
    command
}

/// A Python with `DuckDB`, under `target` and for this alone.
fn duckdb() -> Option<PathBuf> {
    let folder = target().join("bench-peers");
    let python = folder.join("bin/python");
    let ready = || succeeds(&mut program(&python, &["-c", "import duckdb"]));
    if !ready() && has("python3") {
        let path = folder.to_string_lossy();
        let _ = run(&mut program("python3", &["-m", "venv", "--clear", &path]));
        let _ = run(&mut program(&python, &["-m", "pip", "install", "--quiet", DUCKDB]));
    }
    if ready() {
        return Some(python);
    }
    println!("questions: not compared, because {DUCKDB} could not be installed");
    None
}

/// Runs a process to its end. Its memory is what `/proc` says shortly before it ends.
fn took(command: &mut Command) -> Result<Took> {
    let before = cpu_of_children()?;
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn().context("starting a program")?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak_mib = 0.0_f64;
    let ended = loop {
        if let Some(kib) = peak(&fs::read_to_string(&status).unwrap_or_default()) {
            peak_mib = peak_mib.max(kib / 1024.0);
        }
        if let Some(ended) = child.try_wait()? {
            break ended;
        }
        std::thread::sleep(LOOK);
    };
    let wall = start.elapsed().as_secs_f64();
    ensure!(ended.success(), "{} failed", command.get_program().display());
    Ok(Took { cpu: cpu_of_children()? - before, wall, peak_mib })
}

/// Seconds of processor of all children that ended: fields 16 and 17 of `/proc/self/stat`, in hundredths.
fn cpu_of_children() -> Result<f64> {
    let stat = fs::read_to_string("/proc/self/stat").context("reading processor time")?;
    let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks = fields.split_whitespace().skip(13).take(2);
    Ok(ticks.filter_map(|field| field.parse::<f64>().ok()).sum::<f64>() / 100.0)
}

/// The most memory that a process has had so far, in KiB.
fn peak(status: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_and_processor_time_are_read() {
        assert_eq!(peak("VmPeak:\t 10 kB\nVmHWM:\t   2048 kB\n"), Some(2048.0));
        assert_eq!(peak("Name: zombie"), None);
        if cfg!(target_os = "linux") {
            let before = cpu_of_children().unwrap();
            let busy = took(&mut program(
                "sh",
                &["-c", "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done"],
            ))
            .unwrap();
            assert!(busy.cpu > 0.0 && busy.wall > 0.0 && busy.peak_mib > 0.1);
            assert!(cpu_of_children().unwrap() >= before + busy.cpu - 0.02);
        }
    }
}
