//! What an organisation says of its keys, as one file, `X.e18s`: that another key takes the place of one, or that
//! a key is worth nothing any more.
//!
//! The file is an archive of the same single form as a pack: `statement.json`, then `statement.json.minisig`. So
//! nobody needs this program to verify it: `unzip`, then `minisign -V -p old.pub -m statement.json`.

use eighteen_seal::{MAX_MINISIGN_FILE, MinisignSignature, OrgKey};
use serde::{Deserialize, Serialize};

use super::read::Archive;
use super::{PackRefusal, zip_form};

/// The name of the statement in its archive; the signature's is the same with `.minisig`.
pub const STATEMENT: &str = "statement.json";
const SIGNATURE: &str = "statement.json.minisig";
/// No statement is longer.
pub const MAX_STATEMENT: usize = 8 * 1024;
/// The number of this form. A reader refuses a higher one.
const FORM: u32 = 1;

/// What is said of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// This one takes its place. Signed by the key that goes.
    Change(OrgKey),
    /// It is worth nothing any more. Signed by the key itself, or by the one that took its place.
    Revocation,
}

/// A statement about a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyStatement {
    /// The key.
    pub key: OrgKey,
    /// What is said of it.
    pub says: Says,
    /// The day, as the signer wrote it: `2026-11-23`.
    pub on: String,
}

/// A statement with its signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedStatement {
    /// What it says. True only once somebody of [`Self::is_signed_by`] is known.
    pub statement: KeyStatement,
    bytes: Vec<u8>,
    signature: MinisignSignature,
}

/// Why a statement is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StatementRefusal {
    /// Another kind of file, or a byte of it is another.
    #[error("this is no statement about a key, or a byte of it was changed")]
    NotAStatement,
    /// Made by a later version.
    #[error("this statement has form {0}, newer than {FORM}, the newest that this program reads")]
    Newer(u32),
}

/// The statement as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    form: u32,
    says: Word,
    key: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    on: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Word {
    Change,
    Revocation,
}

/// What is read of a statement before it is known to be one that this program can read.
#[derive(Deserialize)]
struct Form {
    form: u32,
}

impl KeyStatement {
    /// The bytes that are signed: JSON with two spaces, and a line feed at the end.
    ///
    /// # Errors
    /// When it cannot be written, which needs a fault of ours.
    pub fn bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        let (says, next) = match self.says {
            Says::Change(next) => (Word::Change, Some(next.line())),
            Says::Revocation => (Word::Revocation, None),
        };
        let written = Written { form: FORM, says, key: self.key.line(), next, on: self.on.clone() };
        let mut bytes = serde_json::to_vec_pretty(&written)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// What its signature says besides.
    pub fn comment(&self) -> &'static str {
        match self.says {
            Says::Change(_) => "change of a key",
            Says::Revocation => "revocation of a key",
        }
    }

    fn read(bytes: &[u8]) -> Result<Self, StatementRefusal> {
        let broken = |_| StatementRefusal::NotAStatement;
        let Form { form } = serde_json::from_slice(bytes).map_err(broken)?;
        if form > FORM {
            return Err(StatementRefusal::Newer(form));
        }
        let written: Written = serde_json::from_slice(bytes).map_err(broken)?;
        let key = |line: &str| OrgKey::read(line).map_err(|_| StatementRefusal::NotAStatement);
        let says = match (written.says, written.next) {
            (Word::Change, Some(next)) => Says::Change(key(&next)?),
            (Word::Revocation, None) => Says::Revocation,
            _ => return Err(StatementRefusal::NotAStatement),
        };
        let statement = Self { key: key(&written.key)?, says, on: written.on };
        let is_exact = statement.bytes().is_ok_and(|written| written == bytes);
        if is_a_day(&statement.on) && is_exact {
            Ok(statement)
        } else {
            Err(StatementRefusal::NotAStatement)
        }
    }
}

impl SignedStatement {
    /// A statement with the signature over its bytes.
    ///
    /// # Errors
    /// As [`KeyStatement::bytes`].
    pub fn new(
        statement: KeyStatement,
        signature: MinisignSignature,
    ) -> Result<Self, serde_json::Error> {
        Ok(Self { bytes: statement.bytes()?, statement, signature })
    }

    /// The file.
    pub fn file(&self) -> Vec<u8> {
        let signature = self.signature.file().into_bytes();
        zip_form::archive([(STATEMENT, &self.bytes), (SIGNATURE, &signature)].into_iter())
    }

    /// Reads what [`Self::file`] wrote, and no other bytes.
    ///
    /// # Errors
    /// When any byte is another. Whether the signature holds is for [`Self::is_signed_by`] to say.
    pub fn read(file: &[u8]) -> Result<Self, StatementRefusal> {
        let broken = |_: PackRefusal| StatementRefusal::NotAStatement;
        let no = || StatementRefusal::NotAStatement;
        if file.len() > MAX_STATEMENT {
            return Err(no());
        }
        let mut archive = Archive::open(file).map_err(broken)?;
        let size = archive.size();
        let bytes = archive.file(STATEMENT, size).map_err(broken)?;
        let size = archive.size();
        let signature = archive.file(SIGNATURE, size).map_err(broken)?;
        archive.end().map_err(broken)?;
        if signature.len() > MAX_MINISIGN_FILE {
            return Err(no());
        }
        let signature = String::from_utf8(signature).map_err(|_| no())?;
        let signature = MinisignSignature::read_exact(&signature).map_err(|_| no())?;
        Ok(Self { statement: KeyStatement::read(&bytes)?, bytes, signature })
    }

    /// Whether this key signed it.
    pub fn is_signed_by(&self, key: &OrgKey) -> bool {
        key.signed(&self.bytes, &self.signature)
    }
}

/// Four digits, two and two. It is shown as it is, and decides nothing.
fn is_a_day(text: &str) -> bool {
    let digit = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    text.len() == 10 && text.bytes().enumerate().all(digit)
}

#[cfg(test)]
mod tests {
    use std::{fs, process::Command};

    use eighteen_seal::{NewKey, Signer, new_key};

    use super::*;

    const PASSPHRASE: &str = "seven calm herons wade";

    fn signer() -> Signer {
        let NewKey { secret, .. } = new_key(PASSPHRASE).unwrap();
        Signer::open(&secret, PASSPHRASE).unwrap()
    }

    fn said(by: &Signer, says: Says) -> SignedStatement {
        let statement = KeyStatement { key: by.key(), says, on: "2026-11-23".to_owned() };
        let bytes = statement.bytes().unwrap();
        let signature = by.sign_with_key(&bytes, statement.comment()).unwrap();
        SignedStatement::new(statement, signature).unwrap()
    }

    #[test]
    fn what_was_written_is_read_and_the_stock_program_verifies_it() {
        let (old, new) = (signer(), signer());
        for says in [Says::Change(new.key()), Says::Revocation] {
            let statement = said(&old, says);
            let read = SignedStatement::read(&statement.file()).unwrap();
            assert_eq!(read, statement);
            assert!(read.is_signed_by(&old.key()) && !read.is_signed_by(&new.key()));
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("key.e18s");
            fs::write(&path, statement.file()).unwrap();
            let mut zip = zip::ZipArchive::new(fs::File::open(&path).unwrap()).unwrap();
            zip.extract(folder.path()).unwrap();
            let stock = Command::new("minisign")
                .args(["-V", "-P", &old.key().line(), "-m", STATEMENT])
                .current_dir(folder.path())
                .output();
            match stock {
                Ok(output) => {
                    let said = String::from_utf8_lossy(&output.stdout).into_owned();
                    assert!(output.status.success(), "{said}");
                    assert!(said.contains(statement.statement.comment()), "{said}");
                }
                Err(_) => println!("not checked: minisign is not installed"),
            }
        }
    }

    #[test]
    fn a_statement_changed_in_any_byte_or_cut_anywhere_is_refused() {
        let (old, new) = (signer(), signer());
        let file = said(&old, Says::Change(new.key())).file();
        for at in 0..file.len() {
            for bit in [1_u8, 4, 0x20] {
                let mut changed = file.clone();
                changed[at] ^= bit;
                let taken =
                    SignedStatement::read(&changed).is_ok_and(|read| read.is_signed_by(&old.key()));
                assert!(!taken, "byte {at}, bit {bit}");
            }
            assert!(SignedStatement::read(&file[..at]).is_err(), "cut at {at}");
        }
        assert!(SignedStatement::read(&[file.as_slice(), b"x"].concat()).is_err());
        assert!(SignedStatement::read(&vec![0; MAX_STATEMENT + 1]).is_err());
    }

    #[test]
    fn other_forms_of_the_same_are_refused() {
        let old = signer();
        let line = old.key().line();
        let read = |text: &str| KeyStatement::read(text.as_bytes());
        let sound = format!(
            "{{\n  \"form\": 1,\n  \"says\": \"revocation\",\n  \"key\": \"{line}\",\n  \"on\": \"2026-11-23\"\n}}\n"
        );
        assert!(read(&sound).is_ok());
        assert_eq!(
            read(&sound.replace("\"form\": 1", "\"form\": 2")),
            Err(StatementRefusal::Newer(2))
        );
        for (from, to) in [
            ("  \"on\"", " \"on\""),
            ("2026-11-23", "2026-11-3"),
            ("revocation", "change"),
            ("\"on\"", "\"next\": null,\n  \"on\""),
            (line.as_str(), "RWQ"),
        ] {
            let changed = sound.replace(from, to);
            assert_ne!(changed, sound);
            assert_eq!(read(&changed), Err(StatementRefusal::NotAStatement), "{changed}");
        }
    }
}
