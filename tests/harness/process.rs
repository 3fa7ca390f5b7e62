//! Processes that end with the test.

use std::fs;
use std::process::{self, Command, ExitStatus};

use anyhow::{Context, Result};
use rustix::process::{Pid, Signal, kill_process};

/// A process that is killed, with everything it started, when it is dropped.
pub struct Child(process::Child);

impl Child {
    /// Starts a process.
    pub fn spawn(command: &mut Command) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.spawn().with_context(|| format!("starting {name}"))?;
        Ok(Self(child))
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.0.id()
    }

    /// How it ended, if it has.
    pub fn ended(&mut self) -> Result<Option<ExitStatus>> {
        Ok(self.0.try_wait()?)
    }

    /// Takes the pipe of its standard output.
    pub fn take_stdout(&mut self) -> Option<process::ChildStdout> {
        self.0.stdout.take()
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        for pid in children_of(self.id()).into_iter().chain([self.id()]) {
            kill(pid);
        }
        let _ = self.0.wait();
    }
}

/// `kill -9`.
pub(crate) fn kill(pid: u32) {
    let pid = i32::try_from(pid).ok().and_then(Pid::from_raw);
    if let Some(pid) = pid {
        let _ = kill_process(pid, Signal::KILL);
    }
}

/// Every process below this one, children before grandchildren.
pub fn children_of(pid: u32) -> Vec<u32> {
    let tasks = fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    let lists = tasks.filter_map(|task| fs::read_to_string(task.path().join("children")).ok());
    let children: Vec<u32> = lists.flat_map(|list| numbers(&list)).collect();
    let below = children.iter().flat_map(|child| children_of(*child)).collect::<Vec<_>>();
    children.into_iter().chain(below).collect()
}

fn numbers(list: &str) -> Vec<u32> {
    list.split_whitespace().filter_map(|word| word.parse().ok()).collect()
}

/// The program that a process runs, by its file name.
pub(crate) fn program_of(pid: u32) -> Option<String> {
    let path = fs::read_link(format!("/proc/{pid}/exe")).ok()?;
    Some(path.file_name()?.to_string_lossy().into_owned())
}

/// Memory of a process and everything below it in KiB, shared pages divided among those who share
/// them (PSS).
pub fn memory_of(pid: u32) -> Result<u64> {
    let mut total = 0;
    for pid in children_of(pid).into_iter().chain([pid]) {
        let Ok(rollup) = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")) else { continue };
        let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
        let kib = line.and_then(|rest| rest.split_whitespace().next()).context("no Pss line")?;
        total += kib.parse::<u64>()?;
    }
    Ok(total)
}
