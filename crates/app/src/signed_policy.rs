//! A policy that lies beside the data of an account, where no administrator guards it: it counts because a key that is
//! trusted here signed it. Whoever may take the data away may take this policy away too, so it says what an
//! organisation wants and keeps nobody from anything.

use std::path::{Path, PathBuf};

use eighteen_exchange::{MAX_POLICY, Policy, read_signed_policy};
use eighteen_seal::{MAX_MINISIGN_FILE, MinisignSignature, OrgKey};
use eighteen_store::{TrustFile, TrustRecord};

use crate::{
    app::file_bytes,
    packs::{PackFault, key_fault, not_read, opened_key, public_key},
    policy::{FILE, MayWrite, Refused, Rules, refused},
    trust::{KeyStanding, known_keys, standing},
};

/// Where it lies, in the data folder.
const FOLDER: &str = "policy";
/// What the name of a signature has behind that of the file.
const SIGNATURE: &str = ".minisig";

/// A key that signed a policy, under the name that somebody here gave it.
#[derive(Debug, Clone)]
pub(crate) struct PolicySigner {
    pub(crate) name: String,
    pub(crate) key: OrgKey,
}

impl Rules {
    /// The rules of an account: what lies in an administrator's folder and nothing else; where nothing lies there, what
    /// lies beside the data, when a key that is trusted here signed it.
    pub fn here(administrators: &Path, may_write: MayWrite, data_dir: &Path) -> Self {
        let rules = Self::of(administrators, may_write);
        if rules.place().is_some() { rules } else { Self::signed(data_dir) }
    }

    fn signed(data_dir: &Path) -> Self {
        let place = data_dir.join(FOLDER).join(FILE);
        let mut signer = None;
        let rules = Self::read(&place, |shown, text| {
            let record = trusted(data_dir)?;
            let signature = signature_of(&place)?;
            signer = Some(signer_of(&record, text.as_bytes(), &signature)?);
            let policy = read_signed_policy(shown, text).map_err(Refused::Problems)?;
            not_older(&policy, &record)?;
            Ok(policy)
        });
        rules.signed_by(signer)
    }
}

fn trusted(data_dir: &Path) -> Result<TrustRecord, Refused> {
    match TrustFile::look(data_dir) {
        Ok(Some(file)) => Ok(file.record().clone()),
        _ => refused(
            "not-trusted",
            "the record of trusted keys cannot be read, so nobody is trusted",
        ),
    }
}

fn signature_of(policy: &Path) -> Result<MinisignSignature, Refused> {
    let Ok(bytes) = file_bytes(&signature_place(policy), MAX_MINISIGN_FILE) else {
        return refused(
            "not-signed",
            "nobody signed it: policy.toml.minisig is not beside it; only in an administrator's folder a policy needs none",
        );
    };
    let text = String::from_utf8(bytes).unwrap_or_default();
    match MinisignSignature::read(&text) {
        Ok(signature) => Ok(signature),
        Err(fault) => refused("not-signed", format!("policy.toml.minisig: {fault}")),
    }
}

fn signer_of(
    record: &TrustRecord,
    bytes: &[u8],
    signature: &MinisignSignature,
) -> Result<PolicySigner, Refused> {
    let known = known_keys(record);
    let mut named = known.into_iter().filter(|key| key.is_named_by(signature)).peekable();
    if named.peek().is_none() {
        return refused(
            "not-trusted",
            "nobody here trusts the key that signed it; compare its six words and trust it: eighteen trust add",
        );
    }
    let Some(key) = named.find(|key| key.signed(bytes, signature)) else {
        return refused("not-as-signed", "it, or its signature, was changed after signing");
    };
    match standing(record, &key) {
        KeyStanding::Trusted(name) => Ok(PolicySigner { name, key }),
        KeyStanding::Replaced(_) => refused(
            "key-replaced",
            "another key took the place of the one that signed it; ask for a new signature",
        ),
        KeyStanding::Revoked(_) | KeyStanding::Unknown => {
            refused("key-revoked", "the key that signed it was revoked and is worth nothing")
        }
    }
}

fn not_older(policy: &Policy, record: &TrustRecord) -> Result<(), Refused> {
    match (policy.number, record.policy) {
        (Some(number), Some(highest)) if number < highest => {
            let message = format!(
                "its number is {number}, and {highest} was here before; ask for the newest one"
            );
            refused("older", message)
        }
        _ => Ok(()),
    }
}

fn signature_place(policy: &Path) -> PathBuf {
    let mut name = policy.as_os_str().to_owned();
    name.push(SIGNATURE);
    name.into()
}

fn read(path: &Path) -> Result<(Vec<u8>, Policy), PackFault> {
    let bytes = file_bytes(path, MAX_POLICY).map_err(|source| not_read(path, source))?;
    let judged = match String::from_utf8(bytes.clone()) {
        Ok(text) if bytes.len() <= MAX_POLICY => {
            read_signed_policy(&path.display().to_string(), &text)
        }
        _ => return Err(not_read(path, std::io::ErrorKind::InvalidData.into())),
    };
    let fault = |problems| PackFault::Problems { path: path.to_owned(), problems };
    Ok((bytes, judged.map_err(fault)?))
}

/// Signs a policy: the signature stands beside it, as the public program `minisign` writes and verifies it. Gives where.
///
/// # Errors
/// When it is not sound as a signed policy, the passphrase does not open the key, or the file cannot be written.
pub fn sign_policy(path: &Path, key: &Path, passphrase: &str) -> Result<PathBuf, PackFault> {
    let (bytes, policy) = read(path)?;
    let signer = opened_key(key, passphrase)?;
    let about = format!("policy number {}", policy.number.unwrap_or_default());
    let signature = signer.sign_with_key(&bytes, &about).map_err(|fault| key_fault(key, fault))?;
    let place = signature_place(path);
    eighteen_store::write_beside(&place, signature.file().as_bytes())?;
    Ok(place)
}

/// Verifies that a policy is sound and signed by this key; gives the words of the key and the policy's number.
///
/// # Errors
/// Whatever keeps it from counting where this key is trusted.
pub fn verify_policy(path: &Path, key: &Path) -> Result<(String, u32), PackFault> {
    let (bytes, policy) = read(path)?;
    let key = public_key(key)?;
    let place = signature_place(path);
    let signature =
        file_bytes(&place, MAX_MINISIGN_FILE).map_err(|source| not_read(&place, source))?;
    let signature = MinisignSignature::read(&String::from_utf8(signature).unwrap_or_default())
        .map_err(|fault| key_fault(&place, fault))?;
    if !key.signed(&bytes, &signature) {
        return Err(PackFault::NotSigned { path: path.to_owned(), words: key.fingerprint() });
    }
    Ok((key.fingerprint(), policy.number.unwrap_or_default()))
}
