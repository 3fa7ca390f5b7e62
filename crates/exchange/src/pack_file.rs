//! A pack as one file, `X.e18p`: a ZIP archive of one single form, signed in the format of `minisign`.
//! `docs/PACKS.md` describes the bytes.
//!
//! The archive holds `manifest.json`, then `manifest.json.minisig` when it is signed, then every file of the
//! pack in the order of the manifest, none of them packed. From the manifest and the files follow all other
//! bytes: so a reader never trusts a header, it compares each with the one that it would have written.
//! Nothing is unpacked before the signature was judged, nothing is read beyond the sizes that the manifest
//! names, and a file that differs in any byte, its archive's own headers included, is refused.

mod manifest;
mod read;
mod statement;
mod zip_form;

use std::collections::BTreeMap;

use eighteen_seal::MinisignSignature;

pub use manifest::{ManifestFile, PackManifest};
pub use read::{MAX_PACK, PackRefusal, Unjudged};
pub use statement::{
    KeyStatement, MAX_STATEMENT, STATEMENT, Says, SignedStatement, StatementRefusal,
};

/// The name of the manifest, in the archive and beside it.
pub const MANIFEST: &str = "manifest.json";
/// The name of the manifest's signature.
pub const SIGNATURE: &str = "manifest.json.minisig";

/// A pack as one file, in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFile {
    /// What it says of itself.
    pub manifest: PackManifest,
    /// The bytes that are signed.
    pub manifest_bytes: Vec<u8>,
    /// Nothing in a pack that nobody signed.
    pub signature: Option<MinisignSignature>,
    /// The files of the pack by their paths.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl PackFile {
    /// A pack that nobody signed yet.
    ///
    /// # Errors
    /// When the manifest cannot be written, which needs a fault of ours.
    pub fn new(
        pack: &eighteen_pack::Pack,
        files: BTreeMap<String, Vec<u8>>,
    ) -> Result<Self, serde_json::Error> {
        let whole = Self::hashed(pack, files, |_, _| true)?;
        whole.ok_or_else(|| serde::ser::Error::custom("stopped, though nobody stops it"))
    }

    /// The same, telling before each file how many of how many are hashed; nothing when `goes_on` says no.
    ///
    /// # Errors
    /// When the manifest cannot be written, which needs a fault of ours.
    pub fn hashed(
        pack: &eighteen_pack::Pack,
        files: BTreeMap<String, Vec<u8>>,
        goes_on: impl FnMut(usize, usize) -> bool,
    ) -> Result<Option<Self>, serde_json::Error> {
        let Some(manifest) = PackManifest::of(pack, &files, goes_on) else { return Ok(None) };
        let manifest_bytes = manifest.bytes()?;
        Ok(Some(Self { manifest_bytes, manifest, signature: None, files }))
    }

    /// What a signature says besides: which pack it is for.
    pub fn comment(&self) -> String {
        let PackManifest { pack, version, released, .. } = &self.manifest;
        format!("pack {pack}, version {version}, released {released}")
    }

    /// The bytes of the file. The same pack gives the same bytes, on every machine and in every year.
    pub fn bytes(&self) -> Vec<u8> {
        let signature = self.signature.as_ref().map(|signature| signature.file().into_bytes());
        let head = [(MANIFEST, Some(&self.manifest_bytes)), (SIGNATURE, signature.as_ref())];
        let head = head.into_iter().filter_map(|(path, bytes)| Some((path, bytes?)));
        let files = self.files.iter().map(|(path, bytes)| (path.as_str(), bytes));
        zip_form::archive(head.chain(files))
    }
}

#[cfg(test)]
mod tests;
