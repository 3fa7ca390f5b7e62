//! Packs of this installation: what a pack's file proves, what stands in the way of installing it, and the
//! installed ones, verified each time they are opened.
//!
//! A pack is whole: one with the id of an installed pack, or of the course that ships, takes its place when its
//! version is higher; another id stands beside. The version before is kept, for the day when the newer one's file
//! is found damaged.

use std::{fs::File, io::Read, path::Path};

use eighteen_exchange::{MAX_PACK, PackFile, PackManifest, PackRefusal, Unjudged};
use eighteen_pack::Pack;
use eighteen_seal::{OrgKey, to_hex};
use eighteen_store::{DataFolder, KeptPack, KeptVersion, TrustFile, TrustRecord};
use sha2::{Digest as _, Sha256};

use crate::{
    ErrorCode, UserError,
    clock::Moment,
    course::Course,
    trust::{KeyStanding, known_keys, standing},
};

/// The version that is used and the one before it.
const VERSIONS_KEPT: usize = 2;

/// What a file proves, before anybody decides anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Proof {
    /// Every byte is as this key signed it; nothing where the signature names no key.
    Signed(Option<OrgKey>),
    /// Nobody signed it; it is in the form of a pack.
    Unsigned,
    /// A byte is not as it was written or signed, or the file is not whole.
    Changed(String),
    /// Another kind of file.
    NotAPack,
    /// Made by a later version of the app.
    Newer,
}

/// A pack's file that was looked at.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) proof: Proof,
    pub(crate) manifest: Option<PackManifest>,
    /// The files, where the file is whole.
    pub(crate) file: Option<PackFile>,
    /// The content, where it is as the format asks.
    pub(crate) pack: Option<Pack>,
    /// Where it is not.
    pub(crate) problems: Vec<String>,
}

/// What stands in the way of installing a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Hindrance {
    /// The file is no pack, or not the one that was signed.
    NotSound,
    /// Nobody signed it.
    Unsigned,
    /// The signature names no key, so nobody can compare words.
    NamesNoKey,
    /// Nobody here trusts its key.
    UnknownKey,
    /// Another key took the place of its key.
    ReplacedKey,
    /// Its key is worth nothing any more.
    RevokedKey,
    /// The content is not as the format asks.
    Problems,
    /// A newer version is here, or was.
    Older(u32),
    /// It is installed.
    Same,
    /// Another pack with this version is here.
    SameVersion,
}

/// Why an installed pack is not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NotUsed {
    /// Its file is missing, or not the one that was installed.
    Damaged(String),
    /// Nobody here trusts its key any more, or it is unsigned where that is not allowed.
    Hindered(Hindrance),
}

/// An installed version as it was found.
pub(crate) struct Found {
    pub(crate) proof: Proof,
    pub(crate) pack: Pack,
}

/// Looks at a pack's file. The signature is judged before any file is read, and nothing is written.
pub(crate) fn judge(bytes: &[u8], record: &TrustRecord) -> Judged {
    let mut judged = Judged {
        proof: Proof::NotAPack,
        manifest: None,
        file: None,
        pack: None,
        problems: Vec::new(),
    };
    let head = match Unjudged::open(bytes) {
        Ok(head) => head,
        Err(refusal) => {
            judged.proof = of_refusal(&refusal);
            return judged;
        }
    };
    judged.manifest = Some(head.manifest().clone());
    judged.proof = proof(&head, record);
    if !matches!(judged.proof, Proof::Signed(_) | Proof::Unsigned) {
        return judged;
    }
    match head.files() {
        Ok(file) => {
            let (pack, problems) = eighteen_pack::read(&file.files);
            judged.problems = problems.iter().map(ToString::to_string).collect();
            if pack.as_ref().is_some_and(|pack| !is_of(&file.manifest, pack)) {
                judged.problems.push("pack.toml: another pack than manifest.json says".to_owned());
            }
            judged.pack = pack.filter(|_| judged.problems.is_empty());
            judged.file = Some(file);
        }
        Err(refusal) => judged.proof = of_refusal(&refusal),
    }
    judged
}

/// The same file again, after what is trusted has changed: its content was read and stays what it is.
pub(crate) fn judge_again(judged: &mut Judged, bytes: &[u8], record: &TrustRecord) {
    if judged.file.is_none() {
        *judged = judge(bytes, record);
        return;
    }
    judged.proof = match Unjudged::open(bytes) {
        Ok(head) => proof(&head, record),
        Err(refusal) => of_refusal(&refusal),
    };
}

fn proof(head: &Unjudged<impl Read>, record: &TrustRecord) -> Proof {
    match head.signed_by(&known_keys(record)) {
        Ok(key) => Proof::Signed(Some(key)),
        Err(PackRefusal::UnknownKey { .. }) => Proof::Signed(None),
        Err(PackRefusal::Unsigned) => Proof::Unsigned,
        Err(refusal) => of_refusal(&refusal),
    }
}

/// Whether the manifest speaks of this pack: what is shown before it is installed is what it is.
fn is_of(manifest: &PackManifest, pack: &Pack) -> bool {
    manifest.pack == pack.id
        && manifest.version == pack.version
        && manifest.title == pack.title
        && manifest.publisher == pack.publisher
        && manifest.lang == pack.lang
        && manifest.released == pack.released.to_string()
}

fn of_refusal(refusal: &PackRefusal) -> Proof {
    match refusal {
        PackRefusal::NotAPack => Proof::NotAPack,
        PackRefusal::NewerForm(_) => Proof::Newer,
        other => Proof::Changed(other.to_string()),
    }
}

/// What is trusted and installed, and the course that ships with the app.
pub(crate) struct Shelf {
    file: TrustFile,
    shipped: Shipped,
}

/// Id and version of the course that ships with the app.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shipped {
    pub(crate) id: String,
    pub(crate) version: u32,
}

impl From<&Pack> for Shipped {
    fn from(pack: &Pack) -> Self {
        Self { id: pack.id.clone(), version: pack.version }
    }
}

impl Shelf {
    /// Reads what a folder trusts.
    pub(crate) fn of(
        folder: &DataFolder,
        shipped: Shipped,
        now: Moment,
    ) -> Result<Self, UserError> {
        Ok(Self { file: TrustFile::of(folder, &now.stamp())?, shipped })
    }

    /// The same without changing anything; nothing where the record was lost or is none.
    pub(crate) fn look(data_dir: &Path, shipped: Shipped) -> Result<Option<Self>, UserError> {
        Ok(TrustFile::look(data_dir)?.map(|file| Self { file, shipped }))
    }

    /// Says which course ships.
    pub(crate) fn ships(&mut self, pack: &Pack) {
        self.shipped = pack.into();
    }

    pub(crate) fn record(&self) -> &TrustRecord {
        self.file.record()
    }

    pub(crate) fn keep(&mut self, record: TrustRecord) -> Result<(), UserError> {
        Ok(self.file.keep(record)?)
    }

    pub(crate) fn set_aside(&self) -> Option<&Path> {
        self.file.set_aside()
    }

    /// The installed versions of a pack that are newer than what ships, newest first.
    pub(crate) fn versions(&self, id: &str) -> Vec<KeptVersion> {
        let packs = self.record().packs.iter().filter(|pack| pack.id == id);
        let versions = packs.flat_map(|pack| &pack.versions);
        versions
            .filter(|kept| id != self.shipped.id || kept.version > self.shipped.version)
            .cloned()
            .collect()
    }

    /// Every installed version that can be used, which `is_open` says is not open yet.
    pub(crate) fn others(&self, is_open: impl Fn(&str, u32) -> bool) -> Vec<Course> {
        let packs = &self.record().packs;
        let versions =
            packs.iter().flat_map(|pack| pack.versions.iter().map(move |kept| (pack, kept)));
        let closed = versions.filter(|(pack, kept)| !is_open(&pack.id, kept.version));
        let found = closed.filter_map(|(_, kept)| self.find(kept).ok());
        found.map(|found| Course::installed(found, self.record())).collect()
    }

    /// What stands in the way of installing it; `older`: a lower version may take the place of a higher one.
    pub(crate) fn hindrance(&self, judged: &Judged, older: bool) -> Option<Hindrance> {
        if let Some(hindrance) = self.not_trusted(&judged.proof, false) {
            return Some(hindrance);
        }
        let (Some(manifest), Some(file)) = (&judged.manifest, &judged.file) else {
            return Some(Hindrance::NotSound);
        };
        if judged.pack.is_none() {
            return Some(Hindrance::Problems);
        }
        self.out_of_order(manifest, file, older)
    }

    /// `installed`: what the key signed before it was replaced stays.
    fn not_trusted(&self, proof: &Proof, installed: bool) -> Option<Hindrance> {
        match proof {
            Proof::Changed(_) | Proof::NotAPack | Proof::Newer => Some(Hindrance::NotSound),
            Proof::Unsigned => (!self.record().unsigned_allowed).then_some(Hindrance::Unsigned),
            Proof::Signed(None) => Some(Hindrance::NamesNoKey),
            Proof::Signed(Some(key)) => match standing(self.record(), key) {
                KeyStanding::Trusted(_) => None,
                KeyStanding::Replaced(_) => (!installed).then_some(Hindrance::ReplacedKey),
                KeyStanding::Revoked(_) => Some(Hindrance::RevokedKey),
                KeyStanding::Unknown => Some(Hindrance::UnknownKey),
            },
        }
    }

    fn out_of_order(
        &self,
        manifest: &PackManifest,
        file: &PackFile,
        older: bool,
    ) -> Option<Hindrance> {
        let kept = self.kept(&manifest.pack);
        let sha256 = hash(&file.bytes());
        let installed = self.versions(&manifest.pack);
        if installed.first().is_some_and(|version| version.sha256 == sha256) {
            return Some(Hindrance::Same);
        }
        let shipped = Some(self.shipped.version).filter(|_| manifest.pack == self.shipped.id);
        let highest = self.highest(&manifest.pack)?;
        if manifest.version < highest {
            // What ships is never older than what takes its place.
            let beaten = shipped.is_some_and(|shipped| manifest.version <= shipped);
            return (!older || beaten).then_some(Hindrance::Older(highest));
        }
        // The same content with another signature takes the place of the one before.
        let content = hash(&file.manifest_bytes);
        let other =
            |kept: &KeptVersion| kept.version == manifest.version && kept.manifest != content;
        let taken = kept.is_some_and(|kept| kept.versions.iter().any(other));
        (taken || shipped == Some(manifest.version)).then_some(Hindrance::SameVersion)
    }

    fn kept(&self, id: &str) -> Option<&KeptPack> {
        self.record().packs.iter().find(|pack| pack.id == id)
    }

    /// The highest version of a pack that was ever here.
    fn highest(&self, id: &str) -> Option<u32> {
        let shipped = Some(self.shipped.version).filter(|_| id == self.shipped.id);
        self.kept(id).map(|kept| kept.highest).into_iter().chain(shipped).max()
    }

    /// Installs a pack: its file is whole on the disk before the record names it. What fails changes nothing.
    pub(crate) fn install(
        &mut self,
        judged: &Judged,
        older: bool,
        now: Moment,
    ) -> Result<Result<(), Hindrance>, UserError> {
        if let Some(hindrance) = self.hindrance(judged, older) {
            return Ok(Err(hindrance));
        }
        let Some(file) = &judged.file else { return Ok(Err(Hindrance::NotSound)) };
        let bytes = file.bytes();
        let PackManifest { pack: id, version, title, .. } = &file.manifest;
        let sha256 = hash(&bytes);
        let kept = KeptVersion {
            version: *version,
            title: title.clone(),
            file: format!("{id}-{version}-{}.e18p", &sha256[..16]),
            sha256,
            manifest: hash(&file.manifest_bytes),
            installed_at: now.rfc3339(),
            in_place_of: self.highest(id).filter(|highest| version < highest),
        };
        self.file.put_pack(&kept.file, &bytes)?;
        let mut record = self.record().clone();
        let at = record.packs.iter().position(|pack| pack.id == *id).unwrap_or_else(|| {
            record.packs.push(KeptPack { id: id.clone(), highest: 0, versions: Vec::new() });
            record.packs.len() - 1
        });
        let pack = &mut record.packs[at];
        pack.highest = pack.highest.max(*version);
        pack.versions.retain(|before| before.manifest != kept.manifest);
        pack.versions.insert(0, kept);
        pack.versions.truncate(VERSIONS_KEPT);
        self.keep(record)?;
        Ok(Ok(()))
    }

    /// Verifies an installed version and reads it.
    pub(crate) fn find(&self, kept: &KeptVersion) -> Result<Found, NotUsed> {
        let damaged = |why: String| NotUsed::Damaged(why);
        let bytes = self.bytes_of(kept).map_err(|error| damaged(error.to_string()))?;
        if hash(&bytes) != kept.sha256 {
            return Err(damaged("it is not the file that was installed".to_owned()));
        }
        let judged = judge(&bytes, self.record());
        if let Proof::Changed(why) = judged.proof {
            return Err(damaged(why));
        }
        if let Some(hindrance) = self.not_trusted(&judged.proof, true) {
            return Err(NotUsed::Hindered(hindrance));
        }
        let pack = judged.pack.ok_or(NotUsed::Hindered(Hindrance::Problems))?;
        Ok(Found { proof: judged.proof, pack })
    }

    fn bytes_of(&self, kept: &KeptVersion) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let file = File::open(self.file.pack(&kept.file))?;
        file.take(MAX_PACK + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// The newest version of a pack that can be used. A file that is not the one that was installed is moved out
    /// of the way; the version before it is used then.
    pub(crate) fn newest(&mut self, id: &str, now: Moment) -> Newest {
        let mut newest = Newest { course: None, passed_over: Vec::new() };
        for kept in self.versions(id) {
            match self.find(&kept) {
                Ok(found) => {
                    newest.course = Some(Course::installed(found, self.record()));
                    break;
                }
                Err(why) => newest.passed_over.push((kept, why)),
            }
        }
        for (kept, why) in &newest.passed_over {
            tracing::warn!(
                pack = id,
                version = kept.version,
                ?why,
                "an installed pack is not used"
            );
            if matches!(why, NotUsed::Damaged(_))
                && let Err(error) = self.drop_damaged(id, kept, now)
            {
                tracing::warn!(detail = %error.detail, "it could not be moved out of the way");
            }
        }
        newest
    }

    fn drop_damaged(&mut self, id: &str, kept: &KeptVersion, now: Moment) -> Result<(), UserError> {
        self.file.set_pack_aside(&kept.file, &now.stamp())?;
        let mut record = self.record().clone();
        for pack in record.packs.iter_mut().filter(|pack| pack.id == id) {
            pack.versions.retain(|version| version.file != kept.file);
        }
        self.keep(record)
    }
}

/// What was found of a pack.
pub(crate) struct Newest {
    /// Nothing when no version can be used.
    pub(crate) course: Option<Course>,
    /// Newer versions that are not used.
    pub(crate) passed_over: Vec<(KeptVersion, NotUsed)>,
}

/// The bytes of a file that somebody chose; an error for one that is larger than any pack.
pub(crate) fn pack_bytes(path: &Path) -> Result<Vec<u8>, UserError> {
    let most = usize::try_from(MAX_PACK).unwrap_or(usize::MAX);
    let found = std::fs::metadata(path).is_ok_and(|found| found.is_file());
    let bytes = found.then(|| crate::app::file_bytes(path, most).ok()).flatten();
    bytes.ok_or_else(|| {
        let error = UserError::new(ErrorCode::NotFound, "the file cannot be read");
        UserError { path: Some(path.display().to_string()), ..error }
    })
}

pub(crate) fn hash(bytes: &[u8]) -> String {
    to_hex(&Sha256::digest(bytes))
}

#[cfg(test)]
mod tests;
