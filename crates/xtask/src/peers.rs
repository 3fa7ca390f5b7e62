//! Statistics against implementations that are not ours: pingouin (`PyPI`), in a Python of its own under `target`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::places::{debug_program, target};
use crate::shell::{has, program, run, succeeds};

/// What is installed. Versions are exact, so that a difference is ours or is looked at.
const PINGOUIN: &str = "pingouin==0.7.0";

/// The Python that has them. Nothing when there is none and it cannot be made; the reason is told.
pub(crate) fn python() -> Result<PathBuf, String> {
    let folder = target().join("peers");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if succeeds(&mut program(&python, &["-c", "import pingouin"])) {
        return Ok(python);
    }
    let system = ["python3", "python"].into_iter().find(|name| has(name));
    let system = system.ok_or("Python is not installed")?;
    println!("Installing {PINGOUIN} beside the build (1 minute)");
    let path = folder.to_string_lossy();
    let made = run(&mut program(system, &["-m", "venv", "--clear", &path]))
        .and_then(|()| run(&mut program(&python, &["-m", "pip", "install", "--quiet", PINGOUIN])));
    made.map(|()| python).map_err(|error| format!("{PINGOUIN} could not be installed: {error:#}"))
}

/// Compares.
pub(crate) fn agree(python: &std::path::Path) -> Result<()> {
    let folder = target().join("peers/tables");
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    let ours = debug_program("eighteen");
    let (ours, folder) = (ours.to_string_lossy(), folder.to_string_lossy());
    let mut compare = program(python, &["tests/programs/peers/agree.py", &ours, &folder]);
    let said = compare.output().context("starting Python")?;
    let words = String::from_utf8_lossy(&said.stdout).trim().to_owned();
    if !said.status.success() {
        bail!("{words}\n{}", String::from_utf8_lossy(&said.stderr).trim());
    }
    println!("    {words}");
    Ok(())
}
