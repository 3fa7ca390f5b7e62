//! The named inputs. `H-nn` are the numbers of the threat model; a letter tells several of one number apart.

mod archives;
mod files;
pub mod known;
pub mod markup;
mod organisation;
mod parsers;
mod paths;
mod signatures;

use std::{
    collections::BTreeMap,
    io,
    path::{Path, PathBuf},
};

use eighteen_exchange::{ManifestFile, PackFile, PackManifest};
use eighteen_seal::{Identity, MinisignSignature, OrgKey, to_hex};
use sha2::{Digest as _, Sha256};

/// The files of a pack by their paths.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A hostile input.
pub struct Input {
    /// Its number and what it is.
    pub name: String,
    /// What has to be said to it.
    pub expected: String,
    /// Whether that is all that may be said.
    pub exact: bool,
    /// Makes it. Some are large, so no two need to be there at a time.
    pub make: Box<dyn Fn() -> What>,
}

/// Whom an input is for.
pub enum What {
    /// Packs, each with the same payload at another place; all are refused.
    Packs(Vec<Files>),
    /// Packs whose payload is harmless as words, and has to come out letter for letter.
    Shown {
        /// The packs.
        packs: Vec<Files>,
        /// What has to be in each.
        literal: String,
    },
    /// A folder that this fills.
    Folder(fn(&Path) -> io::Result<()>),
    /// A pack as one file.
    Archive {
        /// The file.
        bytes: Vec<u8>,
        /// Keys that are trusted.
        trusted: Vec<OrgKey>,
    },
    /// A public key.
    Key(String),
    /// Questions of other programs.
    Questions(Vec<u8>),
    /// A result file.
    Results(Vec<u8>),
    /// A file of assignments.
    Assignments(Vec<u8>),
    /// A list of people.
    People(Vec<u8>),
    /// A cell of a table that is written as CSV.
    Cell(String),
}

/// All of them. Whatever looks like an address leads to this port of this computer.
pub fn corpus(canary: u16) -> Vec<Input> {
    let parts = [
        markup::inputs(canary),
        files::inputs(canary),
        organisation::inputs(canary),
        paths::inputs(),
        archives::inputs(),
        parsers::inputs(canary),
        signatures::inputs(),
    ];
    parts.into_iter().flatten().collect()
}

fn input(name: &str, expected: &str, make: impl Fn() -> What + 'static) -> Input {
    Input {
        name: name.to_owned(),
        expected: expected.to_owned(),
        exact: false,
        make: Box::new(make),
    }
}

/// The folder of packs and questions that tests share.
pub(crate) fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures")
}

/// A sound pack that uses every part of the format.
pub fn sample() -> Files {
    eighteen_pack::load_dir(&fixtures().join("packs/v1")).unwrap_or_default()
}

/// The trainer that result files are for.
pub fn trainer() -> Identity {
    Identity::from_seed(&[2; 32])
}

/// The organisation whose key is trusted.
pub fn organisation() -> Identity {
    Identity::from_seed(&[3; 32])
}

pub(crate) fn key_of(identity: &Identity) -> OrgKey {
    let file = identity.minisign_key("key of an organisation");
    OrgKey::read(&file).unwrap_or_else(|error| panic!("{error}"))
}

/// A manifest of these files, as we write manifests.
pub(crate) fn manifest(files: &Files) -> PackManifest {
    let files = files.iter().map(|(path, bytes)| ManifestFile {
        path: path.clone(),
        size: bytes.len() as u64,
        sha256: to_hex(&Sha256::digest(bytes)),
    });
    PackManifest {
        form: 1,
        pack: "small-case".to_owned(),
        version: 1,
        released: "2026-11-22".to_owned(),
        lang: "en-GB".to_owned(),
        title: "A small case".to_owned(),
        publisher: "Somebody".to_owned(),
        files: files.collect(),
    }
}

pub(crate) fn manifest_bytes(manifest: &PackManifest) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(manifest).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// An archive of a manifest's bytes, whatever they are, and these files; signed by the trusted organisation.
pub(crate) fn signed(manifest_bytes: Vec<u8>, files: Files) -> PackFile {
    let manifest = manifest(&Files::new());
    let signature = organisation().minisign(&manifest_bytes, "pack small-case, version 1");
    let signature = MinisignSignature::read(&signature).ok();
    PackFile { manifest, manifest_bytes, signature, files }
}

/// A whole pack, signed by the trusted organisation.
pub(crate) fn good() -> PackFile {
    let files = sample();
    signed(manifest_bytes(&manifest(&files)), files)
}

pub(crate) fn archive(bytes: Vec<u8>) -> What {
    What::Archive { bytes, trusted: vec![key_of(&organisation())] }
}
