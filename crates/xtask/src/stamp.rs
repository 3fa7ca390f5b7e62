//! Doing a thing only when what it is made from has changed.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// Remembers what the content of some files was when something was made from them.
pub(crate) struct Stamp {
    file: PathBuf,
    digest: String,
}

impl Stamp {
    /// Of these files as they are now; `file` remembers how they were.
    pub(crate) fn of(file: PathBuf, files: &[PathBuf]) -> Result<Self> {
        let mut hasher = Sha256::new();
        for path in files {
            let content = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
            hasher.update(path.to_string_lossy().as_bytes());
            hasher.update(Sha256::digest(content));
        }
        Ok(Self { file, digest: hex(&hasher.finalize()) })
    }

    /// Whether they are as they were.
    pub(crate) fn is_fresh(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|kept| kept == self.digest)
    }

    /// Remembers them as they are.
    pub(crate) fn keep(&self) -> Result<()> {
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
