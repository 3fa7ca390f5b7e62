//! `trust.json`: whose signatures this installation takes, and which packs are installed. And `packs/`, where
//! those packs stand as the files that were signed.
//!
//! It stands beside the stores and not in one: putting back a copy of a store must neither bring back a key that
//! was revoked nor forget how new a pack has been here.
//!
//! A pack is installed by the renaming of `trust.json`, after the pack's own file is whole on the disk. What
//! stands in `packs/` and not in `trust.json` was never installed; the next start takes it away.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::{
    DataFolder, Error,
    files::{sync_folder, unwritable, write_beside_privately},
};

const NAME: &str = "trust.json";
const PACKS: &str = "packs";
const FORMAT: u32 = 1;
/// The record is small; a larger file is none.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// Whose signatures are taken, and what is installed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrustRecord {
    format: u32,
    /// An administrator allows packs that nobody signed.
    pub unsigned_allowed: bool,
    /// In the order in which they came.
    pub keys: Vec<KeptKey>,
    /// In the order in which they came.
    pub packs: Vec<KeptPack>,
    /// The highest number of a signed policy that was ever here. It never becomes less.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<u32>,
}

/// A key that this installation knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeptKey {
    /// The key with its number: 80 lower-case hex digits.
    pub key: String,
    /// Whose it is, as somebody here said.
    pub name: String,
    /// RFC 3339.
    pub since: String,
    /// How it came here.
    pub how: KeyOrigin,
    /// The key that took its place, as hex. It signs nothing new any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
    /// The day of its revocation, as the statement gives it. Its signature is worth nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked_on: Option<String>,
}

/// How a key came here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum KeyOrigin {
    /// Somebody compared its words and said so.
    Compared,
    /// An administrator put it here.
    Administrator,
    /// The key before it named it.
    Change,
    /// Only its revocation came here.
    Revocation,
}

/// A pack of which a version was installed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeptPack {
    /// Its id.
    pub id: String,
    /// The highest version that was ever installed. It never becomes less.
    pub highest: u32,
    /// The version that is used, then the one before it.
    pub versions: Vec<KeptVersion>,
}

/// An installed version of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeptVersion {
    /// From 1.
    pub version: u32,
    /// Its title, to speak of it when its file is damaged.
    pub title: String,
    /// The name of its file in `packs/`.
    pub file: String,
    /// SHA-256 of the file in lower-case hex.
    pub sha256: String,
    /// SHA-256 of its manifest: the same for the same content, whoever signed it.
    pub manifest: String,
    /// RFC 3339.
    pub installed_at: String,
    /// The highest version, where somebody said that this lower one takes its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_place_of: Option<u32>,
}

/// The record and the packs of a data folder.
#[derive(Debug)]
pub struct TrustFile {
    path: PathBuf,
    record: TrustRecord,
    set_aside: Option<PathBuf>,
}

impl TrustFile {
    /// Reads what a folder trusts, and takes away what was never installed. A record that cannot be read is set
    /// aside, with the packs: then nothing is trusted.
    ///
    /// # Errors
    /// When the disk gives an error, or a later version of the app wrote the record.
    pub fn of(folder: &DataFolder, stamp: &str) -> Result<Self, Error> {
        if let Some(file) = Self::look(folder.path())? {
            file.sweep();
            return Ok(file);
        }
        let mut file = Self::at(folder.path());
        file.set_aside = file.move_away(stamp)?;
        Ok(file)
    }

    /// Reads what a folder trusts and changes nothing; nothing where the record was lost or is none.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub fn look(folder: &Path) -> Result<Option<Self>, Error> {
        let file = Self::at(folder);
        Ok(file.read()?.map(|record| Self { record, ..file }))
    }

    fn at(folder: &Path) -> Self {
        Self { path: folder.join(NAME), record: TrustRecord::default(), set_aside: None }
    }

    /// What is trusted and installed.
    pub fn record(&self) -> &TrustRecord {
        &self.record
    }

    /// The name under which a record that could not be read stands now.
    pub fn set_aside(&self) -> Option<&Path> {
        self.set_aside.as_deref()
    }

    /// Keeps this from now on. When it returns, the disk has it.
    ///
    /// # Errors
    /// When it cannot be written; then everything is as it was.
    pub fn keep(&mut self, record: TrustRecord) -> Result<(), Error> {
        let record = TrustRecord { format: FORMAT, ..record };
        let bytes = serde_json::to_vec_pretty(&record).map_err(|error| Error::KeyFile {
            path: self.path.clone(),
            reason: error.to_string(),
        })?;
        // A pack that was put there to be installed is not, then.
        write_beside_privately(&self.path, &bytes).inspect_err(|_| self.sweep())?;
        self.record = record;
        self.sweep();
        Ok(())
    }

    /// Puts a pack's file beside those that are installed. It is installed when a record names it.
    ///
    /// # Errors
    /// When it cannot be written; nothing is left behind then.
    pub fn put_pack(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        // From here on a folder with packs and without a record is one whose record was lost.
        if fs::symlink_metadata(&self.path).is_err() {
            self.keep(self.record.clone())?;
        }
        let folder = self.packs();
        fs::create_dir_all(&folder)
            .and_then(|()| sync_folder(self.folder()))
            .map_err(|source| unwritable(&folder, source))?;
        write_beside_privately(&folder.join(name), bytes)
    }

    /// The file of a pack.
    pub fn pack(&self, name: &str) -> PathBuf {
        self.packs().join(name)
    }

    /// Moves a pack's file that is not the one that was installed out of the way, and says where it is now.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn set_pack_aside(&mut self, name: &str, stamp: &str) -> Result<Option<PathBuf>, Error> {
        let from = self.pack(name);
        if fs::symlink_metadata(&from).is_err() {
            return Ok(None);
        }
        let to = free(&self.folder().join(format!("{name}.damaged-{stamp}")));
        fs::rename(&from, &to)
            .and_then(|()| sync_folder(self.folder()))
            .map_err(|source| unwritable(&from, source))?;
        Ok(Some(to))
    }

    fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new("."))
    }

    fn packs(&self) -> PathBuf {
        self.folder().join(PACKS)
    }

    /// The record; the empty one of a folder that never had any; nothing when it was lost or is none.
    fn read(&self) -> Result<Option<TrustRecord>, Error> {
        #[derive(Deserialize)]
        struct Format {
            format: u32,
        }
        let at = |source| Error::Io { path: self.path.clone(), source };
        let bytes = match fs::symlink_metadata(&self.path) {
            Ok(found) if !found.is_file() || found.len() > MOST_BYTES => return Ok(None),
            Ok(_) => fs::read(&self.path).map_err(at)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let empty = TrustRecord { format: FORMAT, ..TrustRecord::default() };
                return Ok((!self.has_packs()).then_some(empty));
            }
            Err(error) => return Err(at(error)),
        };
        match serde_json::from_slice::<Format>(&bytes) {
            Ok(Format { format }) if format > FORMAT => {
                Err(Error::TooNew { path: self.path.clone(), found: format, known: FORMAT })
            }
            _ => Ok(serde_json::from_slice(&bytes).ok()),
        }
    }

    fn has_packs(&self) -> bool {
        fs::read_dir(self.packs()).is_ok_and(|mut entries| entries.next().is_some())
    }

    /// First the packs: what is left when the process ends in between is a record without packs, which the next
    /// start sets aside as well.
    fn move_away(&self, stamp: &str) -> Result<Option<PathBuf>, Error> {
        let mut aside = None;
        for from in [self.packs(), self.path.clone()] {
            if fs::symlink_metadata(&from).is_ok() {
                let name = from.file_name().unwrap_or_default().to_string_lossy();
                let to = free(&self.folder().join(format!("{name}.damaged-{stamp}")));
                fs::rename(&from, &to).map_err(|source| unwritable(&from, source))?;
                aside = Some(to);
            }
        }
        sync_folder(self.folder()).map_err(|source| unwritable(self.folder(), source))?;
        Ok(aside)
    }

    /// What cannot be taken away now is taken away at the next start.
    fn sweep(&self) {
        let packs = self.record.packs.iter();
        let named: BTreeSet<&str> =
            packs.flat_map(|pack| &pack.versions).map(|version| version.file.as_str()).collect();
        for entry in fs::read_dir(self.packs()).into_iter().flatten().filter_map(Result::ok) {
            if !entry.file_name().to_str().is_some_and(|name| named.contains(name)) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// A name that nothing has, for two files can be damaged at one moment of a clock that was set back.
fn free(first: &Path) -> PathBuf {
    let mut name = first.to_path_buf();
    let mut number = 2_u32;
    while fs::symlink_metadata(&name).is_ok() {
        name = PathBuf::from(format!("{}-{number}", first.display()));
        number += 1;
    }
    name
}
