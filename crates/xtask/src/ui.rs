//! The page: installing what it is made of and building it, each only when something has changed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::places::ui;
use crate::shell::{npm, run};
use crate::stamp::Stamp;

/// `npm ci`, if the lockfile is another one than last time.
pub(crate) fn install() -> Result<()> {
    let stamp = Stamp::of(kept("installed"), &[ui().join("package-lock.json")])?;
    if stamp.is_fresh() {
        return Ok(());
    }
    println!("Installing the page's tools (about 15 seconds)");
    run(&mut npm(&["ci", "--silent", "--no-audit", "--no-fund"]))?;
    stamp.keep()
}

/// `npm run build`, if anything that the page is made of has changed.
pub(crate) fn build() -> Result<()> {
    let stamp = Stamp::of(kept("built"), &sources(&ui())?)?;
    if stamp.is_fresh() && ui().join("dist/index.html").is_file() {
        return Ok(());
    }
    println!("Building the page (about 10 seconds)");
    run(&mut npm(&["run", "--silent", "build", "--", "--logLevel", "warn"]))?;
    stamp.keep()
}

/// Where the page's stamps lie: they go when its tools go.
fn kept(name: &str) -> PathBuf {
    ui().join("node_modules/.cache").join(format!("eighteen-days-{name}"))
}

/// Every file below a folder, in a fixed order, without what is made from others.
pub(crate) fn sources(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let is_made = path.ends_with("node_modules") || path.ends_with("dist");
        if path.is_dir() && !is_made {
            files.extend(sources(&path)?);
        } else if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
