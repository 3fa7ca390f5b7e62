//! What a pack says of itself, and the hash of every file of it.

use std::collections::BTreeMap;

use eighteen_pack::Pack;
use eighteen_seal::to_hex;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// The number of this form. A reader refuses a higher one.
pub(super) const FORM: u32 = 1;

/// What a pack says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackManifest {
    /// The form of the file, now 1.
    pub form: u32,
    /// The id of the pack: a later version has the same.
    pub pack: String,
    /// Grows with every release.
    pub version: u32,
    /// The day of the release: `2026-11-23`.
    pub released: String,
    /// BCP 47.
    pub lang: String,
    /// In the language of the pack.
    pub title: String,
    /// Who published it, as the pack says; the signature says who signed it.
    pub publisher: String,
    /// In the order of their paths.
    pub files: Vec<ManifestFile>,
}

/// A file of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ManifestFile {
    /// Its path in the pack.
    pub path: String,
    /// Bytes.
    pub size: u64,
    /// 64 lower-case hex digits.
    pub sha256: String,
}

impl PackManifest {
    /// `goes_on` is told how many files of how many are hashed; when it says no, there is no manifest.
    pub(super) fn of(
        pack: &Pack,
        files: &BTreeMap<String, Vec<u8>>,
        mut goes_on: impl FnMut(usize, usize) -> bool,
    ) -> Option<Self> {
        let mut hashed = Vec::with_capacity(files.len());
        for (path, bytes) in files {
            if !goes_on(hashed.len(), files.len()) {
                return None;
            }
            hashed.push(ManifestFile {
                path: path.clone(),
                size: bytes.len() as u64,
                sha256: to_hex(&Sha256::digest(bytes)),
            });
        }
        Some(Self {
            form: FORM,
            pack: pack.id.clone(),
            version: pack.version,
            released: pack.released.to_string(),
            lang: pack.lang.clone(),
            title: pack.title.clone(),
            publisher: pack.publisher.clone(),
            files: hashed,
        })
    }

    /// Its one form: JSON with two spaces, and a line feed at the end.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}
