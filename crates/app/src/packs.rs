//! Packs as files: made, signed, verified and compared, for whoever hands them out. Nothing here touches a
//! store, and nothing is asked of a network.

mod import;
mod preview;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File},
    io::BufReader,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use eighteen_exchange::{
    KeyStatement, MANIFEST, PackFile, PackManifest, PackRefusal, QuestionRefusal, SIGNATURE, Says,
    SignedStatement, StatementRefusal, Unjudged,
};
use eighteen_pack::Pack;
use eighteen_seal::{MinisignError, NewKey, OrgKey, Signer, Weakness, weakness};
use eighteen_store::{write_beside, write_folder_beside};
use serde::Serialize;

pub use crate::this_computer::{Known, ThisComputer};
use crate::{UserError, trust::TrustFault};
pub use import::{Imported, Taken, import};
pub(crate) use import::{look, slug};
pub use preview::preview;

/// The names of a new key's files.
pub(crate) const SECRET: &str = "org.key";
const PUBLIC: &str = "org.pub";

/// The files of a small pack to begin with.
const FIRST: &[(&str, &str)] = &[
    ("pack.toml", include_str!("packs/first/pack.toml")),
    ("coverage.toml", include_str!("packs/first/coverage.toml")),
    ("claims.toml", include_str!("packs/first/claims.toml")),
    ("glossary.toml", include_str!("packs/first/glossary.toml")),
    ("lessons/first-call.md", include_str!("packs/first/lessons/first-call.md")),
    ("quizzes/first-call.toml", include_str!("packs/first/quizzes/first-call.toml")),
];

/// Why something was not done with a pack. Nothing is left half done.
#[derive(Debug, thiserror::Error)]
pub enum PackFault {
    /// The folder of a pack cannot be read.
    #[error(transparent)]
    Folder(#[from] eighteen_pack::Error),
    /// What is in the pack is not as the format asks.
    #[error("{}\n{}: {} to mend", lines(.problems), .path.display(), number(.problems.len()))]
    Problems {
        /// The folder or the file.
        path: PathBuf,
        /// All of them.
        problems: Vec<eighteen_pack::Problem>,
    },
    /// A pack as one file is not taken.
    #[error("{}: refused: {refusal}", .path.display())]
    Refused {
        /// The file.
        path: PathBuf,
        /// Why.
        refusal: PackRefusal,
    },
    /// A file of a key is not taken, or does not open.
    #[error("{}: {fault}", .path.display())]
    Key {
        /// The file.
        path: PathBuf,
        /// Why.
        fault: MinisignError,
    },
    /// A file of questions is not taken.
    #[error("{}: refused: {refusal}", .path.display())]
    Questions {
        /// The file.
        path: PathBuf,
        /// Why.
        refusal: QuestionRefusal,
    },
    /// Nowhere to add questions.
    #[error("{}: there is no {what} {name:?}{}", .path.display(), choices(.have))]
    NoPlace {
        /// The folder of the pack.
        path: PathBuf,
        /// What was looked for.
        what: &'static str,
        /// Its name.
        name: String,
        /// What there is.
        have: String,
    },
    /// A passphrase that others would guess.
    #[error("this passphrase is too easy to guess: {0}")]
    WeakPassphrase(&'static str),
    /// A file cannot be read.
    #[error("{}: {source}", .path.display())]
    NotRead {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Something stands there, and is not written over.
    #[error("{}: something stands there already; nothing was written over", .0.display())]
    Stands(PathBuf),
    /// A file cannot be written.
    #[error(transparent)]
    NotWritten(#[from] eighteen_store::Error),
    /// A manifest that cannot be written, which needs a fault of ours.
    #[error("the manifest cannot be written: {0}")]
    Manifest(#[from] serde_json::Error),
    /// A policy that this key did not sign as it is.
    #[error("{}: the key “{words}” did not sign this: it was changed, or another key signed it", .path.display())]
    NotSigned {
        /// The file.
        path: PathBuf,
        /// The words of the key.
        words: String,
    },
    /// A statement about a key is not taken.
    #[error("{}: refused: {refusal}", .path.display())]
    Statement {
        /// The file.
        path: PathBuf,
        /// Why.
        refusal: StatementRefusal,
    },
    /// Nothing was changed in what this computer trusts.
    #[error("nothing was changed: {0}")]
    Trust(#[from] TrustFault),
    /// A pack was not installed.
    #[error("{}: not installed: {why}", .path.display())]
    NotInstalled {
        /// The file.
        path: PathBuf,
        /// Why.
        why: String,
    },
    /// The data folder cannot be used.
    #[error("{0}")]
    DataFolder(UserError),
}

/// Whose signature a pack carries, and what it holds.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verified {
    /// One sentence: who signed what.
    pub sentence: String,
    /// Six words of the key, as two people read them to each other.
    pub signer_words: String,
    /// The key as 64 hex digits.
    pub signer_hex: String,
    /// What the pack says of itself, under the signature.
    pub manifest: PackManifest,
}

/// What differs between two packs.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PackDifference {
    /// The version of the older and of the newer one.
    pub versions: (u32, u32),
    /// Files by path.
    pub files: Changes,
    /// Modules by id; changed where title, steps or check differ.
    pub modules: Changes,
    /// Questions by id.
    pub questions: Changes,
}

/// What came, what went, what is another.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// Only in the newer one.
    pub added: Vec<String>,
    /// Only in the older one.
    pub removed: Vec<String>,
    /// In both, and not the same.
    pub changed: Vec<String>,
}

/// Makes a key: `org.key` for whoever signs, `org.pub` for whoever checks, both in the form of `minisign`.
///
/// # Errors
/// When the passphrase is weak, or one of the files stands there already.
pub fn new_key(folder: &Path, passphrase: &str) -> Result<OrgKey, PackFault> {
    check_passphrase(passphrase)?;
    let [secret, public] = [SECRET, PUBLIC].map(|name| folder.join(name));
    for path in [&secret, &public] {
        free(path)?;
    }
    let new: NewKey =
        eighteen_seal::new_key(passphrase).map_err(|fault| key_fault(&secret, fault))?;
    fs::create_dir_all(folder).map_err(|source| not_read(folder, source))?;
    eighteen_store::write_beside_privately(&secret, new.secret.as_bytes())?;
    write_beside(&public, new.public.as_bytes())?;
    OrgKey::read(&new.public).map_err(|fault| key_fault(&public, fault))
}

/// Refuses a passphrase that others would guess.
pub(crate) fn check_passphrase(passphrase: &str) -> Result<(), PackFault> {
    match weakness(passphrase) {
        Some(Weakness::TooShort) => {
            Err(PackFault::WeakPassphrase("twelve characters or more, please"))
        }
        Some(_) => Err(PackFault::WeakPassphrase("take words that do not belong together")),
        None => Ok(()),
    }
}

/// Refuses a file that is no secret key; whether a passphrase opens it, nobody tries here.
pub(crate) fn is_secret_key(path: &Path) -> Result<(), PackFault> {
    let secret = zeroize::Zeroizing::new(text_of(path)?);
    let is_key = Signer::is_file(&secret);
    if is_key { Ok(()) } else { Err(key_fault(path, MinisignError::Form)) }
}

/// Says that another key takes the place of one, signed by the one that goes.
///
/// # Errors
/// When a key is none, the passphrase does not open it, or something stands at `out`.
pub fn change_key(
    from: &Path,
    to: &Path,
    passphrase: &str,
    on: NaiveDate,
    out: &Path,
) -> Result<KeyStatement, PackFault> {
    let next = public_key(to)?;
    let signer = opened_key(from, passphrase)?;
    say(from, &signer, signer.key(), Says::Change(next), on, out)
}

/// Says that a key is worth nothing any more: `of`, or the key that signs.
///
/// # Errors
/// When a key is none, the passphrase does not open it, or something stands at `out`.
pub fn revoke_key(
    key: &Path,
    of: Option<&Path>,
    passphrase: &str,
    on: NaiveDate,
    out: &Path,
) -> Result<KeyStatement, PackFault> {
    let of = of.map(public_key).transpose()?;
    let signer = opened_key(key, passphrase)?;
    say(key, &signer, of.unwrap_or(signer.key()), Says::Revocation, on, out)
}

fn say(
    path: &Path,
    signer: &Signer,
    key: OrgKey,
    says: Says,
    on: NaiveDate,
    out: &Path,
) -> Result<KeyStatement, PackFault> {
    free(out)?;
    let statement = KeyStatement { key, says, on: on.to_string() };
    let signature = signer.sign_with_key(&statement.bytes()?, statement.comment());
    let signature = signature.map_err(|fault| key_fault(path, fault))?;
    write_beside(out, &SignedStatement::new(statement.clone(), signature)?.file())?;
    Ok(statement)
}

/// Reads a public key.
pub(crate) fn public_key(path: &Path) -> Result<OrgKey, PackFault> {
    OrgKey::read(&text_of(path)?).map_err(|fault| key_fault(path, fault))
}

/// Writes a small pack to begin with: one module, one step, a check, all sound.
///
/// # Errors
/// When something stands there already.
pub fn new_pack(folder: &Path) -> Result<(), PackFault> {
    free(folder)?;
    Ok(write_folder_beside(folder, &first_files().into_iter().collect::<Vec<_>>())?)
}

/// The files of a small pack to begin with.
pub(crate) fn first_files() -> Files {
    FIRST.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

/// Makes one file of a pack's folder, unsigned. A pack with problems is not made.
///
/// # Errors
/// When the pack has problems, or the file cannot be written.
pub fn build(folder: &Path, out: &Path) -> Result<PackFile, PackFault> {
    let files = eighteen_pack::load_dir(folder)?;
    let pack = sound(folder, &files)?;
    let file = PackFile::new(&pack, files)?;
    write_beside(out, &file.bytes())?;
    Ok(file)
}

/// Signs a pack where it stands. A signature that it carries makes room for the new one.
///
/// # Errors
/// When the pack is refused or has problems, or the passphrase does not open the key.
pub fn sign(path: &Path, key: &Path, passphrase: &str) -> Result<String, PackFault> {
    let mut pack = opened(path)?.files().map_err(|refusal| refused(path, refusal))?;
    sound(path, &pack.files)?;
    let signer = opened_key(key, passphrase)?;
    let signature = signer.sign_with_key(&pack.manifest_bytes, &pack.comment());
    pack.signature = Some(signature.map_err(|fault| key_fault(key, fault))?);
    write_beside(path, &pack.bytes())?;
    Ok(pack.comment())
}

/// Verifies that a pack is signed by one of these keys, unchanged, and as the format asks.
///
/// # Errors
/// Whatever makes it untrustworthy. Nobody's signature is judged after any file was read.
pub fn verify(path: &Path, keys: &[PathBuf]) -> Result<Verified, PackFault> {
    let trusted = keys.iter().map(|path| public_key(path)).collect::<Result<Vec<_>, _>>()?;
    let head = opened(path)?;
    let signer = head.signer(&trusted).map_err(|refusal| refused(path, refusal))?;
    let pack = head.files().map_err(|refusal| refused(path, refusal))?;
    sound(path, &pack.files)?;
    let PackManifest { pack: id, version, released, files, .. } = &pack.manifest;
    let count = match files.len() {
        1 => "its one file is".to_owned(),
        many => format!("its {many} files are"),
    };
    Ok(Verified {
        sentence: format!(
            "{id}, version {version} of {released}, is signed by the key “{}”, and {count} as they were signed",
            signer.fingerprint()
        ),
        signer_words: signer.fingerprint(),
        signer_hex: signer.public().hex(),
        manifest: pack.manifest,
    })
}

/// Writes the manifest and its signature beside each other, for `minisign -V -m manifest.json`.
///
/// # Errors
/// When the pack is refused, or one of the files stands there already.
pub fn take_manifest(path: &Path, folder: &Path) -> Result<Vec<PathBuf>, PackFault> {
    let pack = opened(path)?.files().map_err(|refusal| refused(path, refusal))?;
    let mut files = vec![(folder.join(MANIFEST), pack.manifest_bytes)];
    if let Some(signature) = &pack.signature {
        files.push((folder.join(SIGNATURE), signature.file().into_bytes()));
    }
    files.iter().try_for_each(|(path, _)| free(path))?;
    fs::create_dir_all(folder).map_err(|source| not_read(folder, source))?;
    files
        .into_iter()
        .map(|(path, bytes)| write_beside(&path, &bytes).map(|()| path).map_err(PackFault::from))
        .collect()
}

/// What differs between two packs, each a folder or a file.
///
/// # Errors
/// When one of them cannot be read or has problems.
pub fn diff(older: &Path, newer: &Path) -> Result<PackDifference, PackFault> {
    let [older, newer] = [read_any(older)?, read_any(newer)?];
    Ok(PackDifference {
        versions: (older.0.version, newer.0.version),
        files: changes(&older.1, &newer.1),
        modules: modules_changed(&older.0, &newer.0),
        questions: questions_changed(&older.0, &newer.0),
    })
}

/// Modules by id; changed where title, steps or check differ.
pub(crate) fn modules_changed(older: &Pack, newer: &Pack) -> Changes {
    let modules = |pack: &Pack| -> BTreeMap<String, String> {
        let of = |module: &eighteen_pack::Module| (module.id.clone(), format!("{module:?}"));
        pack.modules.iter().map(of).collect()
    };
    changes(&modules(older), &modules(newer))
}

/// Questions by id.
pub(crate) fn questions_changed(older: &Pack, newer: &Pack) -> Changes {
    let questions = |pack: &Pack| -> BTreeMap<String, String> {
        let items = pack.modules.iter().flat_map(|module| &module.quiz.items);
        items.map(|item| (item.id.clone(), format!("{item:?}"))).collect()
    };
    changes(&questions(older), &questions(newer))
}

/// Opens a secret key with its passphrase.
pub(crate) fn opened_key(path: &Path, passphrase: &str) -> Result<Signer, PackFault> {
    let secret = zeroize::Zeroizing::new(text_of(path)?);
    Signer::open(&secret, passphrase).map_err(|fault| key_fault(path, fault))
}

fn changes<T: PartialEq>(older: &BTreeMap<String, T>, newer: &BTreeMap<String, T>) -> Changes {
    let names = |map: &BTreeMap<String, T>| map.keys().cloned().collect::<BTreeSet<_>>();
    let (before, after) = (names(older), names(newer));
    let both = before.intersection(&after);
    Changes {
        added: after.difference(&before).cloned().collect(),
        removed: before.difference(&after).cloned().collect(),
        changed: both.filter(|name| older.get(*name) != newer.get(*name)).cloned().collect(),
    }
}

/// The files of a pack by their paths.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

fn read_any(path: &Path) -> Result<(Pack, Files), PackFault> {
    let files = if path.is_dir() {
        eighteen_pack::load_dir(path)?
    } else {
        opened(path)?.files().map_err(|refusal| refused(path, refusal))?.files
    };
    Ok((sound(path, &files)?, files))
}

fn sound(path: &Path, files: &Files) -> Result<Pack, PackFault> {
    match eighteen_pack::read(files) {
        (Some(pack), problems) if problems.is_empty() => Ok(pack),
        (_, problems) => Err(PackFault::Problems { path: path.to_owned(), problems }),
    }
}

fn opened(path: &Path) -> Result<Unjudged<BufReader<File>>, PackFault> {
    let file = File::open(path).map_err(|source| not_read(path, source))?;
    let plain = file.metadata().is_ok_and(|found| found.is_file());
    if !plain {
        return Err(refused(path, PackRefusal::NotAPack));
    }
    Unjudged::open(BufReader::new(file)).map_err(|refusal| refused(path, refusal))
}

/// The file of a key. It is small, whatever stands there.
fn text_of(path: &Path) -> Result<String, PackFault> {
    use std::io::Read as _;
    let mut text = String::new();
    let file = File::open(path).map_err(|source| not_read(path, source))?;
    let limit = eighteen_seal::MAX_MINISIGN_FILE as u64;
    match file.take(limit).read_to_string(&mut text) {
        Ok(_) => Ok(text),
        Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
            Err(key_fault(path, MinisignError::Form))
        }
        Err(source) => Err(not_read(path, source)),
    }
}

fn free(path: &Path) -> Result<(), PackFault> {
    if path.symlink_metadata().is_ok() { Err(PackFault::Stands(path.to_owned())) } else { Ok(()) }
}

fn refused(path: &Path, refusal: PackRefusal) -> PackFault {
    PackFault::Refused { path: path.to_owned(), refusal }
}

pub(crate) fn key_fault(path: &Path, fault: MinisignError) -> PackFault {
    PackFault::Key { path: path.to_owned(), fault }
}

pub(crate) fn not_read(path: &Path, source: std::io::Error) -> PackFault {
    PackFault::NotRead { path: path.to_owned(), source }
}

fn lines(problems: &[eighteen_pack::Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn number(count: usize) -> String {
    if count == 1 { "1 problem".to_owned() } else { format!("{count} problems") }
}

fn choices(have: &str) -> String {
    if have.is_empty() { String::new() } else { format!("; there is {have}") }
}
