//! `installation.key`: the key that signs what this installation saves, and how many files it saved.
//!
//! It stands beside the stores and not in one, so that putting back a copy of a store neither changes the
//! key nor gives two files one number.

use std::{fs, path::PathBuf};

use eighteen_seal::{Identity, from_hex, to_hex};
use serde::{Deserialize, Serialize};

use crate::{DataFolder, Error, files::write_beside_privately};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Contents {
    format: u32,
    seed: String,
    files: u32,
}

/// The installation of a data folder.
#[derive(Debug)]
pub struct Installation {
    path: PathBuf,
    identity: Identity,
    files: u32,
}

impl Installation {
    /// Reads the key of a folder, or makes it at first need.
    ///
    /// # Errors
    /// When it cannot be read or written, or is not one.
    pub fn of(folder: &DataFolder) -> Result<Self, Error> {
        let path = folder.path().join("installation.key");
        match fs::read(&path) {
            Ok(bytes) => Self::read(path, &bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let made = Self { path, identity: Identity::random()?, files: 0 };
                made.save()?;
                Ok(made)
            }
            Err(source) => Err(Error::Io { path, source }),
        }
    }

    fn read(path: PathBuf, bytes: &[u8]) -> Result<Self, Error> {
        let broken =
            |reason: &str| Error::KeyFile { path: path.clone(), reason: reason.to_owned() };
        let contents: Contents =
            serde_json::from_slice(bytes).map_err(|_| broken("it is not JSON of ours"))?;
        if contents.format != 1 {
            return Err(broken("its format is not known"));
        }
        let seed = from_hex(&contents.seed).ok_or_else(|| broken("`seed` is not one"))?;
        Ok(Self { identity: Identity::from_seed(&seed), files: contents.files, path })
    }

    /// The key that signs.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// The number for a new file, which no other file of this installation gets, even if this one is never
    /// written.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn next_number(&mut self) -> Result<u32, Error> {
        self.files = self.files.saturating_add(1);
        self.save()?;
        Ok(self.files)
    }

    fn save(&self) -> Result<(), Error> {
        let contents =
            Contents { format: 1, seed: to_hex(&*self.identity.seed()), files: self.files };
        let bytes = serde_json::to_vec_pretty(&contents).map_err(|error| Error::KeyFile {
            path: self.path.clone(),
            reason: error.to_string(),
        })?;
        write_beside_privately(&self.path, &bytes)
    }
}
