//! The page: installing what it is made of and building it, each only when something has changed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::places::ui;
use crate::shell::{npm, run};

/// `npm ci`, if the lockfile is another one than last time.
pub(crate) fn install() -> Result<()> {
    let stamp = Stamp::of("installed", &[ui().join("package-lock.json")])?;
    if stamp.is_fresh() {
        return Ok(());
    }
    println!("Installing the page's tools (about 15 seconds)");
    run(&mut npm(&["ci", "--silent", "--no-audit", "--no-fund"]))?;
    stamp.keep()
}

/// `npm run build`, if anything that the page is made of has changed.
pub(crate) fn build() -> Result<()> {
    let stamp = Stamp::of("built", &sources(&ui())?)?;
    if stamp.is_fresh() && ui().join("dist/index.html").is_file() {
        return Ok(());
    }
    println!("Building the page (about 10 seconds)");
    run(&mut npm(&["run", "--silent", "build", "--", "--logLevel", "warn"]))?;
    stamp.keep()
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

/// Remembers what the content of some files was when something was made from them.
struct Stamp {
    file: PathBuf,
    digest: String,
}

impl Stamp {
    fn of(name: &str, files: &[PathBuf]) -> Result<Self> {
        let mut hasher = Sha256::new();
        for file in files {
            let content = fs::read(file).with_context(|| format!("reading {}", file.display()))?;
            hasher.update(file.to_string_lossy().as_bytes());
            hasher.update(Sha256::digest(content));
        }
        let file = ui().join("node_modules/.cache").join(format!("eighteen-days-{name}"));
        Ok(Self { file, digest: hex(&hasher.finalize()) })
    }

    fn is_fresh(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|kept| kept == self.digest)
    }

    fn keep(&self) -> Result<()> {
        let folder = self.file.parent().context("a stamp lies in a folder")?;
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
        fs::write(&self.file, &self.digest)
            .with_context(|| format!("writing {}", self.file.display()))
    }
}

/// Bytes as people compare them.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
