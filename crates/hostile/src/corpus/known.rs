//! H-84, H-87, H-88, H-90 and H-91: files that are sound in themselves, and wrong for a computer that has met
//! something before. Only who remembers can judge them, so the tests of `eighteen-app` do.

use eighteen_exchange::{
    KeyStatement, PackFile, PackManifest, Says, SignedStatement,
    results::{self, ToSave},
};
use eighteen_seal::{Identity, MinisignSignature, PublicKey};

use super::{Files, key_of, manifest, manifest_bytes, organisation, sample, signed};

/// A file that somebody hands over.
#[derive(Debug, Clone)]
pub enum Handed {
    /// A pack, `.e18p`.
    Pack(Vec<u8>),
    /// What an organisation says of its key, `.e18s`.
    Statement(Vec<u8>),
    /// A result file, `.e18r`.
    Results(Vec<u8>),
}

/// A file, and what makes it wrong.
pub struct Known {
    /// Its number and what it is.
    pub name: &'static str,
    /// What was taken before, in this order.
    pub before: Vec<Handed>,
    /// What is handed over then.
    pub file: Handed,
    /// What has to be said to it.
    pub expected: &'static str,
}

/// Packs that come too late, or from somebody who is trusted no longer.
pub fn packs() -> Vec<Known> {
    let first = || pack(&organisation(), 2, "2026-11-22", "Somebody");
    let known = |name, before, file, expected| Known { name, before, file, expected };
    vec![
        known(
            "H-84c signed by a key that was revoked",
            vec![first(), revoked()],
            pack(&organisation(), 3, "2026-11-22", "Somebody"),
            "RevokedKey",
        ),
        known(
            "H-84d signed by a key that was replaced",
            vec![first(), replaced()],
            pack(&organisation(), 3, "2026-11-22", "Somebody"),
            "ReplacedKey",
        ),
        known(
            "H-87 an older version, soundly signed",
            vec![pack(&organisation(), 4, "2026-11-22", "Somebody")],
            first(),
            "Older { highest: 4 }",
        ),
        known(
            "H-87b another content under a version that is here",
            vec![first()],
            pack(&organisation(), 2, "2026-11-22", "Somebody else"),
            "SameVersion",
        ),
        known(
            "H-88 an older version that says to be of a later day",
            vec![pack(&organisation(), 4, "2026-11-22", "Somebody")],
            pack(&organisation(), 3, "2031-01-01", "Somebody"),
            "Older { highest: 4 }",
        ),
        known(
            "H-88b of a day before its key was revoked",
            vec![first(), revoked()],
            pack(&organisation(), 3, "2020-01-01", "Somebody"),
            "RevokedKey",
        ),
    ]
}

/// Result files that were there before, or that cannot both be true.
pub fn results(trainer: &PublicKey) -> Vec<Known> {
    let saved = |learner: &str, name: &str| Handed::Results(saved(trainer, learner, name));
    let known = |name, before, file, expected| Known { name, before, file, expected };
    let again = saved("learner-1", "Maya");
    vec![
        known("H-90 a file again", vec![again.clone()], again, "Same"),
        known(
            "H-90b a file again, encrypted anew",
            vec![saved("learner-2", "Maya")],
            saved("learner-2", "Maya"),
            "Same",
        ),
        known(
            "H-91 another file under one number",
            vec![saved("learner-3", "Maya")],
            saved("learner-3", "Ada"),
            "Fork",
        ),
    ]
}

/// The sample in a version, soundly signed, with the key named.
fn pack(by: &Identity, version: u32, released: &str, publisher: &str) -> Handed {
    let mut files = sample();
    let text = files.get("pack.toml").map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let lines = text.unwrap_or_default();
    let lines = lines.lines().map(|line| match line.split_once(" = ") {
        Some(("version", _)) => format!("version = {version}"),
        Some(("released", _)) => format!("released = {released}"),
        Some(("publisher", _)) => format!("publisher = \"{publisher}\""),
        _ => line.to_owned(),
    });
    let text = lines.fold(String::new(), |text, line| text + &line + "\n");
    files.insert("pack.toml".to_owned(), text.into_bytes());
    Handed::Pack(signed_pack(by, files, ""))
}

/// A pack of these files, sound or not, soundly signed, with the key named. What the manifest says is what the files
/// say; where they cannot be read it has this title.
pub(super) fn signed_pack(by: &Identity, files: Files, title: &str) -> Vec<u8> {
    let mut manifest = PackManifest { title: title.to_owned(), ..manifest(&files) };
    if let Some(pack) = eighteen_pack::read(&files).0 {
        let said = PackFile::new(&pack, files.clone());
        manifest = said.map_or(manifest, |said| said.manifest);
    }
    let mut pack = signed(manifest_bytes(&manifest), files);
    pack.signature = signature(by, &pack.manifest_bytes, "pack");
    pack.bytes()
}

fn signature(by: &Identity, bytes: &[u8], about: &str) -> Option<MinisignSignature> {
    let named = format!("{about}, key {}", key_of(by).line());
    MinisignSignature::read(&by.minisign(bytes, &named)).ok()
}

fn revoked() -> Handed {
    statement(Says::Revocation)
}

fn replaced() -> Handed {
    statement(Says::Change(key_of(&Identity::from_seed(&[4; 32]))))
}

/// What the organisation says of its key, signed by it.
fn statement(says: Says) -> Handed {
    let by = organisation();
    let said = KeyStatement { key: key_of(&by), says, on: "2026-11-22".to_owned() };
    let signature = said
        .bytes()
        .ok()
        .and_then(|bytes| signature(&by, &bytes, said.comment()))
        .unwrap_or_else(|| panic!("a statement is signed"));
    let signed = SignedStatement::new(said, signature).unwrap_or_else(|error| panic!("{error}"));
    Handed::Statement(signed.file())
}

/// The first file of an installation, of somebody who has a name and nothing else.
fn saved(trainer: &PublicKey, learner_id: &str, name: &str) -> Vec<u8> {
    let body = format!(
        "{{\"people\":[{{\"id\":\"{learner_id}\",\"name\":\"{name}\",\"sample\":false,\
         \"last_active\":\"2026-11-22T09:00:00Z\"}}],\"progress\":[],\"items\":{{}},\
         \"attempts\":[],\"attempt_items\":[],\"answers\":[]}}"
    );
    let made_at = "2026-11-22T09:00:00Z";
    let save = ToSave { learner_id, number: 1, made_at, links: &[], body: &body };
    results::write(&save, &Identity::from_seed(&[1; 32]), trainer).unwrap_or_default()
}
