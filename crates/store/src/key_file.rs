//! `trainer.key`: the trainer store's key, wrapped by the passphrase and by a printed recovery code, and the
//! count of wrong tries.
//!
//! The count slows down a person at this computer. Somebody who has copied the file ignores it; what
//! holds them up is the cost of the derivation.

use std::{fs, path::PathBuf};

use eighteen_seal::{Cost, RecoveryCode, StoreKey, Wrapped, to_hex};
use serde::{Deserialize, Serialize};

use crate::{DataFolder, Error, write_beside};

/// Tries that cost nothing.
const FREE_TRIES: u32 = 3;
/// The longest wait, in seconds.
const LONGEST_WAIT: u64 = 15 * 60;

/// The file as it stands on the disk.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Contents {
    format: u32,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: String,
    nonce: String,
    sealed: String,
    wrong_tries: u32,
    /// Seconds since 1970 of the last wrong try.
    last_wrong: u64,
    /// People in the smallest group of which anything is shown; absent where persons are shown. The key
    /// was wrapped on this, so with another number it does not open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    smallest_group: Option<u32>,
    /// The same key, wrapped by the recovery code; absent while there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recovery: Option<OnDisk>,
}

/// A wrapped key as it stands on the disk.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OnDisk {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: String,
    nonce: String,
    sealed: String,
}

/// The key file of a data folder.
#[derive(Debug)]
pub struct KeyFile {
    path: PathBuf,
}

/// Why a passphrase or a recovery code did not open the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is not the one.
    Wrong,
    /// Wait this many seconds first; it was not tried.
    Wait {
        /// Seconds.
        seconds: u32,
    },
}

impl KeyFile {
    /// The key file of this folder, whether it exists or not.
    pub fn of(folder: &DataFolder) -> Self {
        Self { path: folder.path().join("trainer.key") }
    }

    /// Whether a trainer's store was made here.
    pub fn exists(&self) -> bool {
        self.path.exists()
    }

    /// Makes a key and wraps it. Refuses to take the place of one: it may be all that opens a store. And
    /// refuses where there is a store without one, which the new key would not open.
    ///
    /// # Errors
    /// When there is one already, or a store, or it cannot be written.
    pub fn create(&self, passphrase: &str, cost: Cost) -> Result<StoreKey, Error> {
        self.create_with(passphrase, cost, None)
    }

    /// Makes a key for a store that shows no person and no group smaller than this.
    ///
    /// # Errors
    /// As [`KeyFile::create`].
    pub fn create_for_groups(
        &self,
        passphrase: &str,
        cost: Cost,
        smallest_group: u32,
    ) -> Result<StoreKey, Error> {
        self.create_with(passphrase, cost, Some(smallest_group))
    }

    /// People in the smallest group of which anything is shown; nothing where persons are shown.
    ///
    /// # Errors
    /// When the file cannot be read or is not a key file.
    pub fn smallest_group(&self) -> Result<Option<u32>, Error> {
        Ok(self.read()?.smallest_group)
    }

    fn create_with(
        &self,
        passphrase: &str,
        cost: Cost,
        smallest_group: Option<u32>,
    ) -> Result<StoreKey, Error> {
        if self.exists() {
            return Err(self.broken("there is one already"));
        }
        if fs::symlink_metadata(self.path.with_file_name("trainer.db")).is_ok() {
            return Err(self.broken("it is missing, and there is a store that needs it"));
        }
        let key = StoreKey::random()?;
        let sealed = OnDisk::wrap(&key, passphrase, cost, &terms(smallest_group))?;
        let contents = Contents::new(sealed, smallest_group);
        self.save(&contents)?;
        Ok(key)
    }

    /// Opens the key. The inner result says why a passphrase did not.
    ///
    /// A wrong try is counted on the disk before the answer is given, so that ending the process does
    /// not wipe it. `now` is in seconds since 1970.
    ///
    /// # Errors
    /// When the file cannot be read or written, or is not a key file.
    pub fn open(&self, passphrase: &str, now: u64) -> Result<Result<StoreKey, Refusal>, Error> {
        let mut contents = self.load(now)?;
        let seconds = wait(&contents, now);
        if seconds > 0 {
            return Ok(Err(Refusal::Wait { seconds }));
        }
        let terms = terms(contents.smallest_group);
        let opened =
            eighteen_seal::unwrap_on_terms(&self.wrapped(&contents.sealed())?, passphrase, &terms);
        let Some(key) = self.counted(&mut contents, opened, now)? else {
            return Ok(Err(Refusal::Wrong));
        };
        if contents.wrong_tries > 0 {
            contents.wrong_tries = 0;
            self.save(&contents)?;
        }
        Ok(Ok(key))
    }

    /// Whether there is a recovery code.
    ///
    /// # Errors
    /// When the file cannot be read or is not a key file.
    pub fn has_recovery(&self) -> Result<bool, Error> {
        Ok(self.read()?.recovery.is_some())
    }

    /// Wraps the key by a recovery code as well; one of before is void from now on. What was agreed when the
    /// store was made goes along: the code opens the key on the same terms.
    ///
    /// # Errors
    /// When the file is not the one that the store was opened with, or cannot be read or written.
    pub fn keep_recovery(
        &self,
        key: &StoreKey,
        smallest_group: Option<u32>,
        code: &RecoveryCode,
        cost: Cost,
    ) -> Result<(), Error> {
        let mut contents = self.read()?;
        // Otherwise an edited file would get what it says confirmed by whoever has the store open.
        if contents.smallest_group != smallest_group {
            return Err(self.broken("it says something else than the store was opened with"));
        }
        let terms = recovery_terms(smallest_group);
        contents.recovery = Some(OnDisk::wrap(key, &code.words(), cost, &terms)?);
        self.save(&contents)
    }

    /// Opens the key by the recovery code and wraps it by a new passphrase, in one step. The code is used up
    /// by it, and the passphrase of before opens nothing any more. A wrong code counts as a wrong try.
    ///
    /// # Errors
    /// When there is no code, or the file cannot be read or written, or is not a key file.
    pub fn recover(
        &self,
        code: &RecoveryCode,
        passphrase: &str,
        cost: Cost,
        now: u64,
    ) -> Result<Result<StoreKey, Refusal>, Error> {
        let mut contents = self.load(now)?;
        let seconds = wait(&contents, now);
        if seconds > 0 {
            return Ok(Err(Refusal::Wait { seconds }));
        }
        let Some(recovery) = &contents.recovery else {
            return Err(self.broken("no recovery code was made"));
        };
        let agreed = recovery_terms(contents.smallest_group);
        let opened =
            eighteen_seal::unwrap_on_terms(&self.wrapped(recovery)?, &code.words(), &agreed);
        let Some(key) = self.counted(&mut contents, opened, now)? else {
            return Ok(Err(Refusal::Wrong));
        };
        let smallest_group = contents.smallest_group;
        let sealed = OnDisk::wrap(&key, passphrase, cost, &terms(smallest_group))?;
        let last_wrong = contents.last_wrong;
        self.save(&Contents { last_wrong, ..Contents::new(sealed, smallest_group) })?;
        Ok(Ok(key))
    }

    /// The key, or nothing when the try was a wrong one, which is then counted on the disk.
    fn counted(
        &self,
        contents: &mut Contents,
        opened: Result<StoreKey, eighteen_seal::Error>,
        now: u64,
    ) -> Result<Option<StoreKey>, Error> {
        match opened {
            Ok(key) => Ok(Some(key)),
            Err(eighteen_seal::Error::DoesNotOpen) => {
                contents.wrong_tries = contents.wrong_tries.saturating_add(1);
                contents.last_wrong = now;
                self.save(contents)?;
                Ok(None)
            }
            Err(other) => Err(other.into()),
        }
    }

    /// Seconds to wait before the next try; 0 when none.
    ///
    /// # Errors
    /// When the file cannot be read or written, or is not a key file.
    pub fn wait_seconds(&self, now: u64) -> Result<u32, Error> {
        Ok(wait(&self.load(now)?, now))
    }

    /// Reads the file. A wrong try that lies ahead was made while the clock ran ahead; it counts as made
    /// now, or the wait would last until the clock is there again.
    fn load(&self, now: u64) -> Result<Contents, Error> {
        let mut contents = self.read()?;
        if contents.last_wrong > now {
            contents.last_wrong = now;
            self.save(&contents)?;
        }
        Ok(contents)
    }

    fn read(&self) -> Result<Contents, Error> {
        let bytes =
            fs::read(&self.path).map_err(|source| Error::Io { path: self.path.clone(), source })?;
        let contents: Contents =
            serde_json::from_slice(&bytes).map_err(|error| self.broken(error.to_string()))?;
        if contents.format == 1 {
            Ok(contents)
        } else {
            Err(self.broken(format!("format {} is not known", contents.format)))
        }
    }

    fn save(&self, contents: &Contents) -> Result<(), Error> {
        let bytes =
            serde_json::to_vec_pretty(contents).map_err(|error| self.broken(error.to_string()))?;
        write_beside(&self.path, &bytes)
    }

    fn wrapped(&self, on_disk: &OnDisk) -> Result<Wrapped, Error> {
        let OnDisk { memory_kib, passes, lanes, salt, nonce, sealed } = on_disk;
        let field = |name: &str, hex: &str| {
            from_hex(hex).ok_or_else(|| self.broken(format!("`{name}` is not hexadecimal")))
        };
        let sized = |name: &str| self.broken(format!("`{name}` has the wrong length"));
        Ok(Wrapped {
            cost: Cost { memory_kib: *memory_kib, passes: *passes, lanes: *lanes },
            salt: field("salt", salt)?.try_into().map_err(|_| sized("salt"))?,
            nonce: field("nonce", nonce)?.try_into().map_err(|_| sized("nonce"))?,
            sealed: field("sealed", sealed)?,
        })
    }

    fn broken(&self, reason: impl Into<String>) -> Error {
        Error::KeyFile { path: self.path.clone(), reason: reason.into() }
    }
}

impl Contents {
    /// A file that nobody has tried to open, without a recovery code.
    fn new(key: OnDisk, smallest_group: Option<u32>) -> Self {
        let OnDisk { memory_kib, passes, lanes, salt, nonce, sealed } = key;
        Self {
            format: 1,
            memory_kib,
            passes,
            lanes,
            salt,
            nonce,
            sealed,
            wrong_tries: 0,
            last_wrong: 0,
            smallest_group,
            recovery: None,
        }
    }

    /// The key as the passphrase opens it.
    fn sealed(&self) -> OnDisk {
        let Self { memory_kib, passes, lanes, salt, nonce, sealed, .. } = self.clone();
        OnDisk { memory_kib, passes, lanes, salt, nonce, sealed }
    }
}

impl OnDisk {
    fn wrap(key: &StoreKey, secret: &str, cost: Cost, terms: &[u8]) -> Result<Self, Error> {
        let Wrapped { cost, salt, nonce, sealed } =
            eighteen_seal::wrap_on_terms(key, secret, cost, terms)?;
        Ok(Self {
            memory_kib: cost.memory_kib,
            passes: cost.passes,
            lanes: cost.lanes,
            salt: to_hex(&salt),
            nonce: to_hex(&nonce),
            sealed: to_hex(&sealed),
        })
    }
}

/// What the key was wrapped on, as bytes.
fn terms(smallest_group: Option<u32>) -> Vec<u8> {
    let words = smallest_group.map(|people| format!(", no group smaller than {people}"));
    words.unwrap_or_default().into_bytes()
}

/// What the recovery code opens is never taken for what the passphrase opens, nor the other way round.
fn recovery_terms(smallest_group: Option<u32>) -> Vec<u8> {
    [terms(smallest_group).as_slice(), b", by recovery code"].concat()
}

/// Doubles from one second after the free tries.
fn wait(contents: &Contents, now: u64) -> u32 {
    let Some(beyond) = contents.wrong_tries.checked_sub(FREE_TRIES) else {
        return 0;
    };
    let due = (1_u64 << beyond.min(10)).min(LONGEST_WAIT);
    let passed = now.saturating_sub(contents.last_wrong);
    u32::try_from(due.saturating_sub(passed)).unwrap_or(u32::MAX)
}

fn from_hex(hex: &str) -> Option<Vec<u8>> {
    if !hex.len().is_multiple_of(2) || !hex.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).ok()).collect()
}
