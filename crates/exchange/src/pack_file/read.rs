//! Reads a pack as one file: the manifest and its signature first, and the rest only when somebody judged
//! them.

use std::collections::BTreeMap;
use std::io::{self, Read};

use eighteen_seal::{MAX_MINISIGN_FILE, MinisignError, MinisignSignature, OrgKey, to_hex};
use sha2::{Digest as _, Sha256};

use super::manifest::{FORM, ManifestFile, PackManifest};
use super::zip_form::{Directory, HEADER, LOCAL, Member};
use super::{MANIFEST, PackFile, SIGNATURE};

/// No pack is larger: 200 MiB, with everything that it holds.
pub const MAX_PACK: u64 = 200 * 1024 * 1024;
/// No manifest is larger.
const MAX_MANIFEST: u32 = 2 * 1024 * 1024;

/// Why a pack is not taken. Nothing of a refused pack is handed over.
#[derive(Debug, thiserror::Error)]
pub enum PackRefusal {
    /// Another kind of file.
    #[error("this is no pack of Eighteen Days, or its first bytes were changed")]
    NotAPack,
    /// Larger than any pack.
    #[error("this is larger than {} MiB, the most that a pack may have", MAX_PACK / 1024 / 1024)]
    TooLarge,
    /// Made by a later version.
    #[error(
        "this pack has form {0}, newer than {FORM}, the newest that this program reads; update the program"
    )]
    NewerForm(u32),
    /// The manifest is not as we write manifests.
    #[error("manifest.json: {0}")]
    Manifest(String),
    /// A path, or the size of a file, that no pack may have.
    #[error("manifest.json names {path:?}: {why}")]
    File {
        /// The path as the manifest gives it.
        path: String,
        /// Which rule it breaks.
        why: String,
    },
    /// A signature that is none.
    #[error("manifest.json.minisig: {0}")]
    Signature(MinisignError),
    /// Nobody signed it.
    #[error("nobody signed this pack")]
    Unsigned,
    /// Signed by a key that is not trusted.
    #[error("this pack is signed, but by no key that is trusted here (it says: {comment})")]
    UnknownKey {
        /// The comment of the signature, which proves nothing here.
        comment: String,
    },
    /// The signature names a trusted key, which did not make it for this manifest.
    #[error("the signature does not fit: the manifest or the signature was changed after signing")]
    Forged,
    /// A header of the archive is not the one that follows from the manifest.
    #[error(
        "the archive differs before {path}: a file was added, taken out or moved, or a byte was changed"
    )]
    Header {
        /// The file that was expected.
        path: String,
    },
    /// A file is not the one that was signed.
    #[error("{path} is not the file that the manifest names")]
    Changed {
        /// Its path.
        path: String,
    },
    /// The file ends too early.
    #[error("the pack ends within {path}: copy it again")]
    Cut {
        /// What was being read.
        path: String,
    },
    /// Behind the last file stands something else than the list of files.
    #[error("the archive differs behind the last file: something was added, or a byte was changed")]
    End,
    /// The disk gave an error.
    #[error("the pack could not be read: {0}")]
    Io(#[from] io::Error),
}

/// A pack whose manifest and signature were read and nothing else.
pub struct Unjudged<R> {
    archive: Archive<R>,
    manifest: PackManifest,
    manifest_bytes: Vec<u8>,
    signature: Option<MinisignSignature>,
}

impl<R: Read> Unjudged<R> {
    /// Reads the manifest and the signature.
    ///
    /// # Errors
    /// When there is no pack, or its manifest names what no pack may have.
    pub fn open(reader: R) -> Result<Self, PackRefusal> {
        let mut archive = Archive::open(reader)?;
        if archive.name() != MANIFEST.as_bytes() || archive.size() > MAX_MANIFEST {
            return Err(PackRefusal::NotAPack);
        }
        let size = archive.size();
        let manifest_bytes = archive.file(MANIFEST, size)?;
        let manifest = checked(&manifest_bytes)?;
        let signature = (archive.name() == SIGNATURE.as_bytes())
            .then(|| signature(&mut archive))
            .transpose()?;
        Ok(Self { archive, manifest, manifest_bytes, signature })
    }

    /// What the pack says of itself. True only once the signature was judged.
    pub fn manifest(&self) -> &PackManifest {
        &self.manifest
    }

    /// Which of these keys signed it.
    ///
    /// # Errors
    /// When none did.
    pub fn signer(&self, trusted: &[OrgKey]) -> Result<OrgKey, PackRefusal> {
        let signature = self.signature.as_ref().ok_or(PackRefusal::Unsigned)?;
        let mut named = trusted.iter().filter(|key| key.is_named_by(signature)).peekable();
        if named.peek().is_none() {
            return Err(PackRefusal::UnknownKey { comment: signature.comment().to_owned() });
        }
        named
            .find(|key| key.signed(&self.manifest_bytes, signature))
            .copied()
            .ok_or(PackRefusal::Forged)
    }

    /// Which key signed it: one of these, or the one that the signature itself names, whoever's that is.
    ///
    /// # Errors
    /// When nobody signed it, or the signature is by none of these and names no key.
    pub fn signed_by(&self, known: &[OrgKey]) -> Result<OrgKey, PackRefusal> {
        let named = self.signature.as_ref().and_then(MinisignSignature::names_key);
        let keys: Vec<OrgKey> = known.iter().copied().chain(named).collect();
        self.signer(&keys)
    }

    /// Reads the files on, each held against the manifest, and the end of the archive.
    ///
    /// # Errors
    /// When any byte is not the one that follows from the manifest and the files.
    pub fn files(self) -> Result<PackFile, PackRefusal> {
        let Self { mut archive, manifest, manifest_bytes, signature } = self;
        let mut files = BTreeMap::new();
        for ManifestFile { path, size, sha256 } in &manifest.files {
            let size = u32::try_from(*size).map_err(|_| PackRefusal::TooLarge)?;
            let bytes = archive.file(path, size)?;
            if to_hex(&Sha256::digest(&bytes)) != *sha256 {
                return Err(PackRefusal::Changed { path: path.clone() });
            }
            files.insert(path.clone(), bytes);
        }
        archive.end()?;
        Ok(PackFile { manifest, manifest_bytes, signature, files })
    }
}

fn signature<R: Read>(archive: &mut Archive<R>) -> Result<MinisignSignature, PackRefusal> {
    let form = || PackRefusal::Signature(MinisignError::Form);
    let size = archive.size();
    if size as usize > MAX_MINISIGN_FILE {
        return Err(form());
    }
    let text = String::from_utf8(archive.file(SIGNATURE, size)?).map_err(|_| form())?;
    MinisignSignature::read_exact(&text).map_err(PackRefusal::Signature)
}

/// The archive from front to back. What it says is only ever compared.
pub(super) struct Archive<R> {
    rest: io::Take<R>,
    /// The header of the file that comes next, name and all; what stands there when none comes.
    head: Vec<u8>,
    /// The list at the end, as it must be.
    directory: Directory,
}

impl<R: Read> Archive<R> {
    pub(super) fn open(reader: R) -> Result<Self, PackRefusal> {
        let rest = reader.take(MAX_PACK + 1);
        let mut archive = Self { rest, head: Vec::new(), directory: Directory::default() };
        archive.advance()?;
        Ok(archive)
    }

    fn advance(&mut self) -> Result<(), PackRefusal> {
        self.head.clear();
        (&mut self.rest).take(HEADER as u64).read_to_end(&mut self.head)?;
        if self.head.starts_with(&LOCAL.to_le_bytes()) {
            // A name is at most 64 KiB long, and compared before anything is done with it.
            let name = u64::from(self.word(26) & 0xffff);
            (&mut self.rest).take(name).read_to_end(&mut self.head)?;
        }
        Ok(())
    }

    pub(super) fn name(&self) -> &[u8] {
        self.head.get(HEADER..).unwrap_or_default()
    }

    pub(super) fn size(&self) -> u32 {
        self.word(22)
    }

    fn word(&self, at: usize) -> u32 {
        let bytes = self.head.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
        bytes.map(u32::from_le_bytes).unwrap_or_default()
    }

    /// The file that comes next. It must be this one, behind the header that we would write before it.
    pub(super) fn file(&mut self, path: &str, size: u32) -> Result<Vec<u8>, PackRefusal> {
        let said = Member { path, size, crc: self.word(14) };
        let expected = said.header();
        if self.head.len() < expected.len() && expected.starts_with(&self.head) {
            return Err(PackRefusal::Cut { path: path.to_owned() });
        }
        if expected != self.head {
            return Err(PackRefusal::Header { path: path.to_owned() });
        }
        let mut bytes = Vec::new();
        (&mut self.rest).take(u64::from(size)).read_to_end(&mut bytes)?;
        if bytes.len() != size as usize {
            return Err(PackRefusal::Cut { path: path.to_owned() });
        }
        let member = Member::of(path, &bytes);
        if member.crc != said.crc {
            return Err(PackRefusal::Changed { path: path.to_owned() });
        }
        self.directory.add(&member);
        self.advance()?;
        Ok(bytes)
    }

    /// What stands behind the last file: the list, and nothing else.
    pub(super) fn end(self) -> Result<(), PackRefusal> {
        let Self { mut rest, head: mut end, directory } = self;
        let expected = directory.end();
        (&mut rest).take(expected.len() as u64 + 1).read_to_end(&mut end)?;
        if end == expected {
            Ok(())
        } else if rest.limit() == 0 {
            Err(PackRefusal::TooLarge)
        } else if expected.starts_with(&end) {
            Err(PackRefusal::Cut { path: "the list at its end".to_owned() })
        } else {
            Err(PackRefusal::End)
        }
    }
}

/// What is read of a manifest before it is known to be one that this program can read.
#[derive(serde::Deserialize)]
struct Form {
    form: u32,
}

/// A manifest in its one form, with paths and sizes that a pack may have.
fn checked(bytes: &[u8]) -> Result<PackManifest, PackRefusal> {
    let broken = |error: serde_json::Error| PackRefusal::Manifest(error.to_string());
    let Form { form } = serde_json::from_slice(bytes).map_err(broken)?;
    if form > FORM {
        return Err(PackRefusal::NewerForm(form));
    }
    let manifest: PackManifest = serde_json::from_slice(bytes).map_err(broken)?;
    if manifest.bytes().map_err(broken)? != bytes {
        let why = "it is not written as Eighteen Days writes it (spaces, order or numbers)";
        return Err(PackRefusal::Manifest(why.to_owned()));
    }
    if manifest.files.len() > eighteen_pack::MOST_FILES {
        let why = format!("it names more than {} files", eighteen_pack::MOST_FILES);
        return Err(PackRefusal::Manifest(why));
    }
    let mut last = "";
    let mut all = 0_u64;
    for ManifestFile { path, size, .. } in &manifest.files {
        let refused = |why: String| PackRefusal::File { path: path.clone(), why };
        if let Some(why) = eighteen_pack::refused_file(path, *size) {
            return Err(refused(why));
        }
        if path.as_str() <= last {
            return Err(refused("it stands twice, or not in order".to_owned()));
        }
        last = path;
        all = all.saturating_add(*size);
    }
    if all > MAX_PACK { Err(PackRefusal::TooLarge) } else { Ok(manifest) }
}
