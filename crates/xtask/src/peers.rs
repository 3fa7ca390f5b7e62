//! What we make against programs that are not ours, in a Python of its own under `target`: statistics against
//! pingouin, papers against a validator of PDF/UA.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::places::{debug_program, target};
use crate::shell::{has, program, run, succeeds};

/// What is installed. Versions are exact, so that a difference is ours or is looked at.
const PEERS: [&str; 2] = ["pingouin==0.7.0", "page-validation==0.11.0"];

/// The Python that has them. Nothing when there is none and it cannot be made; the reason is told.
pub(crate) fn python() -> Result<PathBuf, String> {
    let folder = target().join("peers");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if succeeds(&mut program(&python, &["-c", "import pingouin, page"])) {
        return Ok(python);
    }
    let system = ["python3", "python"].into_iter().find(|name| has(name));
    let system = system.ok_or("Python is not installed")?;
    let names = PEERS.join(" ");
    println!("Installing {names} beside the build (1 minute)");
    let path = folder.to_string_lossy();
    let install = [&["-m", "pip", "install", "--quiet"], &PEERS[..]].concat();
    let made = run(&mut program(system, &["-m", "venv", "--clear", &path]))
        .and_then(|()| run(&mut program(&python, &install)));
    made.map(|()| python).map_err(|error| format!("{names} could not be installed: {error:#}"))
}

/// A learning record store that is not ours, in a Python of its own.
/// It needs `requests` and does not say so.
const RECORD_STORE: [&str; 2] = ["ralph-malph[cli,lrs]==5.1.0", "requests==2.34.2"];

/// The Python that has a learning record store. Nothing when it cannot be made; the reason is told.
pub(crate) fn record_store() -> Result<PathBuf, String> {
    let folder = target().join("peers-record-store");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if succeeds(&mut program(&python, &["-c", "import ralph.api, ralph.cli"])) {
        return Ok(python);
    }
    let system = ["python3", "python"].into_iter().find(|name| has(name));
    let system = system.ok_or("Python is not installed")?;
    let names = RECORD_STORE.join(" ");
    println!("Installing {names} beside the build (1 minute)");
    let path = folder.to_string_lossy();
    let install = [&["-m", "pip", "install", "--quiet"], &RECORD_STORE[..]].concat();
    let made = run(&mut program(system, &["-m", "venv", "--clear", &path]))
        .and_then(|()| run(&mut program(&python, &install)));
    made.map(|()| python).map_err(|error| format!("{names} could not be installed: {error:#}"))
}

/// Lets a validator of xAPI judge every statement.
pub(crate) fn judge_statements() -> Result<()> {
    let folder = target().join("peers");
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    let file = folder.join("statements.json");
    let file = file.to_string_lossy();
    run(&mut program(debug_program("statements"), &["write", &file]))?;
    told(program("node", &["tests/programs/peers/statements.mjs", &file]))
}

/// Takes every statement to a learning record store, and asks for each.
pub(crate) fn fill_record_store(python: &Path) -> Result<()> {
    let ours = debug_program("statements");
    told(program(python, &["tests/programs/peers/ralph.py", &ours.to_string_lossy()]))
}

/// Writes certificates and reports, and lets the validator judge them.
pub(crate) fn judge_papers(python: &Path) -> Result<()> {
    let folder = target().join("peers/papers");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    let folder = folder.to_string_lossy();
    run(&mut program(debug_program("papers"), &[&folder]))?;
    told(program(python, &["tests/programs/peers/papers.py", &folder]))
}

/// Compares statistics.
pub(crate) fn agree(python: &Path) -> Result<()> {
    let folder = target().join("peers/tables");
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    let ours = debug_program("eighteen");
    let (ours, folder) = (ours.to_string_lossy(), folder.to_string_lossy());
    told(program(python, &["tests/programs/peers/agree.py", &ours, &folder]))
}

/// Runs a program, and gives on what it says.
fn told(mut peer: Command) -> Result<()> {
    let said = peer.output().context("starting Python")?;
    let words = String::from_utf8_lossy(&said.stdout).trim().to_owned();
    if !said.status.success() {
        bail!("{words}\n{}", String::from_utf8_lossy(&said.stderr).trim());
    }
    println!("    {words}");
    Ok(())
}
