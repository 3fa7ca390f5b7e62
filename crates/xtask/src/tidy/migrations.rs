//! Migrations are never edited once they are released: their hashes stand beside them.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::places::root;
use crate::stamp::hex;
use crate::ui::sources;

/// Migrations that are not what `HASHES` says, and lines of it without a file.
pub(crate) fn changed_files() -> Result<Vec<String>> {
    let folder = root().join("crates/store/migrations");
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let kept = fs::read_to_string(folder.join("HASHES")).unwrap_or_default();
    let mut kept: BTreeMap<&str, &str> = kept.lines().filter_map(|l| l.split_once(' ')).collect();
    let mut breaches = Vec::new();
    for file in sources(&folder)? {
        if file.extension().is_none_or(|kind| kind != "sql") {
            continue;
        }
        let name = file.strip_prefix(&folder)?.to_string_lossy().replace('\\', "/");
        let content = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        let hash = hex(&Sha256::digest(content));
        match kept.remove(name.as_str()) {
            Some(known) if known.trim() == hash => {}
            Some(_) => breaches.push(format!("migration {name} was edited: add a new one instead")),
            None => breaches.push(format!("crates/store/migrations/HASHES lacks: {name} {hash}")),
        }
    }
    breaches
        .extend(kept.keys().map(|name| format!("migration {name} is gone; HASHES still has it")));
    Ok(breaches)
}
