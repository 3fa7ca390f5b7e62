//! What a computer trusts and has installed, without its window: for administrators, before the first start or
//! while the app is closed.

use std::path::Path;

use eighteen_exchange::{PackManifest, Says, SignedStatement};
use eighteen_seal::OrgKey;
use eighteen_store::{DataFolder, KeptKey, KeyOrigin};
use serde::Serialize;

use crate::{
    Clock as _, Course, SystemClock, UserError,
    app::file_bytes,
    clock::Moment,
    packs::{PackFault, not_read, public_key},
    shelf::{Hindrance, Proof, Shelf, Shipped, judge, pack_bytes},
    trust,
};

/// The trust and the packs of a data folder, which no app has open meanwhile.
pub struct ThisComputer {
    _folder: DataFolder,
    shelf: Shelf,
}

/// A key that something is known of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Known {
    /// As somebody here named it.
    pub name: String,
    /// Six words.
    pub words: String,
    /// 64 hex digits.
    pub hex: String,
    /// RFC 3339.
    pub since: String,
    /// `compared`, `administrator`, `change` or `revocation`.
    pub how: KeyOrigin,
    /// The words of the key that took its place.
    pub replaced_by: Option<String>,
    /// The day of its revocation.
    pub revoked_on: Option<String>,
}

impl ThisComputer {
    /// Takes hold of a data folder.
    ///
    /// # Errors
    /// When it is in use or cannot be written.
    pub fn at(data_dir: &Path) -> Result<Self, PackFault> {
        Self::open(data_dir).map_err(PackFault::DataFolder)
    }

    fn open(data_dir: &Path) -> Result<Self, UserError> {
        let folder = DataFolder::hold(data_dir)?;
        // Which course ships is read when a pack is installed, which alone has to know.
        let shelf = Shelf::of(&folder, Shipped::default(), now())?;
        Ok(Self { _folder: folder, shelf })
    }

    /// Every key that something is known of.
    pub fn keys(&self) -> Vec<Known> {
        self.shelf.record().keys.iter().filter_map(known).collect()
    }

    /// Trusts the key of a file from now on.
    ///
    /// # Errors
    /// When the file is none, or the key is known already.
    pub fn trust(&mut self, path: &Path, name: &str) -> Result<String, PackFault> {
        let key = public_key(path)?;
        let how = KeyOrigin::Administrator;
        let record = trust::trust(self.shelf.record(), &key, name, how, now())?;
        self.keep(record)?;
        Ok(key.fingerprint())
    }

    /// Trusts a key no longer, by its words or its hex digits.
    ///
    /// # Errors
    /// When no key is meant by this, or it was revoked.
    pub fn forget(&mut self, key: &str) -> Result<String, PackFault> {
        let keys = trust::known_keys(self.shelf.record());
        let words = key.to_lowercase().replace('-', " ");
        let is_meant =
            |known: &&OrgKey| known.fingerprint() == words || known.public().hex() == key;
        let key = keys.iter().find(is_meant).ok_or(trust::TrustFault::UnknownKey)?;
        let record = trust::forget(self.shelf.record(), key)?;
        self.keep(record)?;
        Ok(key.fingerprint())
    }

    /// Takes what an organisation says of its key, and says what that was.
    ///
    /// # Errors
    /// When the file is no statement, or nobody who may say this signed it.
    pub fn take(&mut self, path: &Path) -> Result<String, PackFault> {
        let bytes = file_bytes(path, eighteen_exchange::MAX_STATEMENT)
            .map_err(|source| not_read(path, source))?;
        let said = SignedStatement::read(&bytes)
            .map_err(|refusal| PackFault::Statement { path: path.to_owned(), refusal })?;
        let record = trust::take(self.shelf.record(), &said, now())?;
        self.keep(record)?;
        let words = said.statement.key.fingerprint();
        Ok(match said.statement.says {
            Says::Change(next) => {
                let next = next.fingerprint();
                format!(
                    "the key “{next}” has taken the place of “{words}”, which signs nothing new"
                )
            }
            Says::Revocation => {
                format!("the key “{words}” is revoked; what it signed is not used any more")
            }
        })
    }

    /// Allows packs that nobody signed, or no longer.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn allow_unsigned(&mut self, allowed: bool) -> Result<(), PackFault> {
        let mut record = self.shelf.record().clone();
        record.unsigned_allowed = allowed;
        self.keep(record)
    }

    /// Installs a pack. `older`: also where a higher version was here, which is noted.
    ///
    /// # Errors
    /// Whatever stands in the way; nothing is changed then.
    pub fn install(&mut self, path: &Path, older: bool) -> Result<String, PackFault> {
        let not_installed = |why| PackFault::NotInstalled { path: path.to_owned(), why };
        let bytes = pack_bytes(path).map_err(|error| not_installed(error.detail))?;
        let judged = judge(&bytes, self.shelf.record());
        self.shelf.ships(&Course::shipped().map_err(PackFault::DataFolder)?.pack);
        match self.shelf.install(&judged, older, now()).map_err(PackFault::DataFolder)? {
            Ok(()) => {
                let what = |one: &PackManifest| format!("{}, version {}", one.pack, one.version);
                Ok(judged.manifest.as_ref().map(what).unwrap_or_default())
            }
            Err(hindrance) => {
                Err(not_installed(in_words(&hindrance, &judged.proof, &judged.problems)))
            }
        }
    }

    fn keep(&mut self, record: eighteen_store::TrustRecord) -> Result<(), PackFault> {
        self.shelf.keep(record).map_err(PackFault::DataFolder)
    }
}

fn known(kept: &KeptKey) -> Option<Known> {
    let key = OrgKey::from_hex(&kept.key)?;
    let next = kept.replaced_by.as_deref().and_then(OrgKey::from_hex);
    Some(Known {
        name: kept.name.clone(),
        words: key.fingerprint(),
        hex: key.public().hex(),
        since: kept.since.clone(),
        how: kept.how,
        replaced_by: next.map(|next| next.fingerprint()),
        revoked_on: kept.revoked_on.clone(),
    })
}

pub(crate) fn in_words(hindrance: &Hindrance, proof: &Proof, problems: &[String]) -> String {
    match (hindrance, proof) {
        (Hindrance::NotSound, Proof::Changed(why)) => why.clone(),
        (Hindrance::NotSound, Proof::Newer) => "a newer version of this program made it".to_owned(),
        (Hindrance::NotSound, _) => "this is no pack of Eighteen Days".to_owned(),
        (Hindrance::Unsigned, _) => {
            "nobody signed it; `trust unsigned --allow` allows that".to_owned()
        }
        (Hindrance::UnknownKey, Proof::Signed(Some(key))) => {
            let words = key.fingerprint();
            format!("its key “{words}” is not trusted here; `trust add` trusts a key")
        }
        (Hindrance::UnknownKey | Hindrance::NamesNoKey, _) => {
            "it is signed by no key that is trusted here; `trust add` trusts a key".to_owned()
        }
        (Hindrance::ReplacedKey, _) => "another key has taken the place of its key".to_owned(),
        (Hindrance::RevokedKey, _) => "its key was revoked".to_owned(),
        (Hindrance::Problems, _) => problems.join("\n"),
        (Hindrance::Older(highest), _) => format!(
            "version {highest} was here before; `--allow-older` lets a lower one take its place, \
             not that of the course that ships"
        ),
        (Hindrance::Same, _) => "it is installed already".to_owned(),
        (Hindrance::SameVersion, _) => "another pack with this id and version is here".to_owned(),
    }
}

fn now() -> Moment {
    Moment::new(SystemClock.now())
}
