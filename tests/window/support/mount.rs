//! File systems of a test's own. They need root; where they cannot be had, a test says so and ends.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

/// A mounted file system that goes with this value.
pub(crate) struct Mount(PathBuf);

impl Mount {
    /// A disk in memory with little room.
    pub(crate) fn small_disk(folder: &Path) -> Result<Option<Self>> {
        Self::made(folder, &["-t", "tmpfs", "-o", "size=3m,mode=700", "tmpfs"])
    }

    /// The folder itself, so that nobody can write there: not even root, whom rights do not stop.
    pub(crate) fn read_only(folder: &Path) -> Result<Option<Self>> {
        let itself = folder.display().to_string();
        let Some(mount) = Self::made(folder, &["--bind", &itself])? else { return Ok(None) };
        let status = Command::new("mount").args(["-o", "remount,bind,ro"]).arg(folder).status()?;
        ensure!(status.success(), "the folder can be made read-only");
        Ok(Some(mount))
    }

    fn made(folder: &Path, words: &[&str]) -> Result<Option<Self>> {
        let made = Command::new("mount").args(words).arg(folder).output()?;
        if made.status.success() {
            return Ok(Some(Self(folder.to_owned())));
        }
        eprintln!("not checked, a mount needs root: {}", String::from_utf8_lossy(&made.stderr));
        Ok(None)
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}
