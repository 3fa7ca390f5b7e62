//! `cargo xtask kill`: the worker is killed at random moments, and every answer that it acknowledged
//! has to be there afterwards.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail, ensure};

use crate::places::{debug_program, target};
use crate::run::build_words;
use crate::shell::{cargo, output, program};
use crate::worker;

/// How often it is killed.
pub(crate) const ROUNDS: u32 = 1_000;

/// How often among all the other tests.
pub(crate) const FEWER: u32 = 500;

/// A folder is looked through after so many rounds and then another one is used.
const ROUNDS_PER_FOLDER: u32 = 50;

/// Kills, looks, and says how many answers were kept.
pub(crate) fn kill(rounds: u32) -> Result<()> {
    worker::build()?;
    let built = cargo(&[build_words("kept", false), vec!["--quiet"]].concat()).status();
    ensure!(built.is_ok_and(|status| status.success()), "the program `kept` could not be built");
    let mut chance = Chance::new();
    println!("    killing the worker {rounds} times; chance starts at {}", chance.0);
    let (mut round, mut answers) = (0, 0);
    while round < rounds {
        let folder = fresh_folder()?;
        let mut acknowledged = BTreeSet::new();
        for _ in 0..ROUNDS_PER_FOLDER.min(rounds - round) {
            acknowledged.extend(one_round(&folder, &mut chance)?);
            round += 1;
        }
        answers += acknowledged.len();
        look(&folder, &acknowledged)?;
    }
    println!("    {rounds} kills, {answers} answers acknowledged, 0 lost, 0 stores damaged");
    ensure!(answers > 0, "nothing was ever acknowledged, so nothing was tested");
    Ok(())
}

/// Starts the worker, kills it, and gives back what it had acknowledged. Most are killed while they
/// answer; every eighth one while it opens the store.
fn one_round(folder: &Path, chance: &mut Chance) -> Result<Vec<String>> {
    let mut command = Command::new(debug_program("worker"));
    command.arg("--data-dir").arg(folder).args(["--answers", "1000000"]);
    let mut worker = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    let pipe = worker.stdout.take().context("the worker has an output")?;
    let mut lines = BufReader::new(pipe).lines();
    let mut acknowledged = Vec::new();
    if !chance.one_in(8) {
        acknowledged.extend(lines.next().transpose()?);
        ensure!(!acknowledged.is_empty(), "the worker ended before its first answer");
    }
    let rest = thread::spawn(move || lines.map_while(Result::ok).collect::<Vec<_>>());
    thread::sleep(Duration::from_micros(chance.below(30_000)));
    worker.kill().context("killing the worker")?;
    worker.wait()?;
    acknowledged.extend(rest.join().unwrap_or_default());
    // A line that was cut off in the middle was never read by anybody.
    let whole =
        acknowledged.into_iter().filter_map(|line| Some(line.strip_prefix("ack ")?.to_owned()));
    Ok(whole.filter(|id| id.len() == 36).collect())
}

/// Opens the store as the app does and compares.
fn look(folder: &Path, acknowledged: &BTreeSet<String>) -> Result<()> {
    let path = folder.to_string_lossy();
    let kept = output(&mut program(debug_program("kept"), &[&path]))?;
    let kept: BTreeSet<&str> =
        kept.lines().filter_map(|line| line.strip_prefix("answer ")).collect();
    let lost: Vec<_> = acknowledged.iter().filter(|id| !kept.contains(id.as_str())).collect();
    if !lost.is_empty() {
        bail!("{} acknowledged answers are lost in {path}: {lost:?}", lost.len());
    }
    Ok(())
}

fn fresh_folder() -> Result<PathBuf> {
    let folder = target().join("kill");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("emptying {}", folder.display()))?;
    }
    Ok(folder)
}

/// Numbers that differ from run to run (xorshift).
struct Chance(u64);

impl Chance {
    fn new() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self(now.as_secs() ^ (u64::from(now.subsec_nanos()) << 32) | 1)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    fn one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }
}
