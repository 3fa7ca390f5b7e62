//! The key of an organisation, in the files of the public program `minisign`: a secret one that a passphrase
//! opens, and a public one that is handed out. And signatures of such keys, checked more strictly than the
//! format asks for: one content has one form, so that no byte of a signature's file can be another.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use blake2::{Blake2b512, Digest as _};
use ed25519_dalek::Signature;
use minisign::{KeyPair, SecretKey, SecretKeyBox};
use zeroize::Zeroizing;

use crate::{PublicKey, from_hex, to_hex};

/// Bytes of a key's number, by which a signature names its key.
pub(crate) const NUMBER: usize = 8;
/// Bytes of a secret file.
const SECRET: usize = 158;
/// The comment of every key and signature that is kept; whatever another program wrote there is put aside.
const COMMENT: &str = "untrusted comment: ";
const OURS: &str = "signature of a pack";
/// What stands before the key in a comment that names it.
const KEY: &str = ", key ";
/// No honest file of a key or a signature is longer.
pub const MAX_MINISIGN_FILE: usize = 2048;

/// Why a file of `minisign` is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MinisignError {
    /// It has another form.
    #[error("this is no file of minisign, or a byte of it was changed")]
    Form,
    /// The key is one that any signature fits.
    #[error("this key is one of the weak ones that prove nothing")]
    Weak,
    /// The passphrase is not the one, or the file was changed: the two cannot be told apart.
    #[error("the passphrase does not open this key, or its file was changed")]
    DoesNotOpen,
    /// The key could not be made, or did not sign.
    #[error("the key could not be made or used; try once more")]
    Failed,
}

/// The two files of a new key.
pub struct NewKey {
    /// For `org.key`: stays with whoever signs.
    pub secret: Zeroizing<String>,
    /// For `org.pub`: goes to whoever checks.
    pub public: String,
}

/// A new key. The secret file is wrapped by scrypt (32 MiB) over the passphrase, as `minisign` reads it.
///
/// # Errors
/// When the system gives no random bytes.
pub fn new_key(passphrase: &str) -> Result<NewKey, MinisignError> {
    let pair = KeyPair::generate_encrypted_keypair(Some(passphrase.to_owned()))
        .map_err(|_| MinisignError::Failed)?;
    let secret = pair.sk.to_box(Some("the secret key of an organisation, made by Eighteen Days"));
    let public = pair.pk.to_box().map_err(|_| MinisignError::Failed)?.into_string();
    Ok(NewKey {
        secret: Zeroizing::new(secret.map_err(|_| MinisignError::Failed)?.into_string()),
        public: OrgKey::read(&public)?.file(),
    })
}

/// Signs bytes with a secret file. The comment is under the signature too.
///
/// # Errors
/// When the passphrase does not open the file.
pub fn sign_with(
    secret: &str,
    passphrase: &str,
    bytes: &[u8],
    comment: &str,
) -> Result<MinisignSignature, MinisignError> {
    Signer::open(secret, passphrase)?.sign(bytes, comment)
}

/// A secret key that its passphrase opened.
pub struct Signer {
    secret: SecretKey,
    key: OrgKey,
}

impl Signer {
    /// Opens a secret file.
    ///
    /// # Errors
    /// When the passphrase does not open it.
    pub fn open(secret: &str, passphrase: &str) -> Result<Self, MinisignError> {
        decoded::<SECRET>(secret.lines().nth(1).unwrap_or_default())?;
        let secret = SecretKeyBox::from_string(secret).map_err(|_| MinisignError::Form)?;
        let secret = secret
            .into_secret_key(Some(passphrase.to_owned()))
            .map_err(|_| MinisignError::DoesNotOpen)?;
        let public =
            minisign::PublicKey::from_secret_key(&secret).map_err(|_| MinisignError::Failed)?;
        Ok(Self { secret, key: OrgKey::read(&public.to_base64())? })
    }

    /// Whether this is the file of a secret key at all; what is in it, only the passphrase tells.
    pub fn is_file(secret: &str) -> bool {
        decoded::<SECRET>(secret.lines().nth(1).unwrap_or_default()).is_ok()
    }

    /// The public key.
    pub fn key(&self) -> OrgKey {
        self.key
    }

    /// Signs bytes. The comment is under the signature too.
    ///
    /// # Errors
    /// When the comment has control characters or is too long.
    pub fn sign(&self, bytes: &[u8], comment: &str) -> Result<MinisignSignature, MinisignError> {
        let signed = minisign::sign(None, &self.secret, bytes, Some(comment), Some(OURS));
        MinisignSignature::read(&signed.map_err(|_| MinisignError::Failed)?.into_string())
    }

    /// The same, with the public key at the end of the comment: whoever does not know the key yet can hold the
    /// signature against it, and compare its words with the signer.
    ///
    /// # Errors
    /// As [`Self::sign`].
    pub fn sign_with_key(
        &self,
        bytes: &[u8],
        about: &str,
    ) -> Result<MinisignSignature, MinisignError> {
        self.sign(bytes, &format!("{about}{KEY}{}", self.key.line()))
    }
}

/// A public key of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrgKey {
    pub(crate) number: [u8; NUMBER],
    pub(crate) key: PublicKey,
}

impl OrgKey {
    /// Reads `org.pub`, or the one line of it that says everything.
    ///
    /// # Errors
    /// [`MinisignError::Form`] or [`MinisignError::Weak`].
    pub fn read(file: &str) -> Result<Self, MinisignError> {
        let line = file.lines().map(str::trim).rfind(|line| !line.is_empty());
        let [b'E', b'd', rest @ ..] = decoded::<42>(line.unwrap_or_default())? else {
            return Err(MinisignError::Form);
        };
        let (number, key) = rest.split_first_chunk().ok_or(MinisignError::Form)?;
        let key = <[u8; 32]>::try_from(key).map_err(|_| MinisignError::Form)?;
        Ok(Self { number: *number, key: PublicKey::from_bytes(&key).ok_or(MinisignError::Weak)? })
    }

    /// Reads what [`Self::hex`] says.
    pub fn from_hex(hex: &str) -> Option<Self> {
        let bytes: [u8; 40] = from_hex(hex)?;
        let (number, key) = bytes.split_first_chunk()?;
        Some(Self { number: *number, key: PublicKey::from_bytes(key.try_into().ok()?)? })
    }

    /// 80 lower-case hex digits: the number and the key.
    pub fn hex(&self) -> String {
        to_hex(&[self.number.as_slice(), &self.key.bytes()].concat())
    }

    /// The public file.
    pub fn file(&self) -> String {
        self.file_under(&format!("minisign public key {}", self.number_in_words()))
    }

    /// The public file under another comment, of one line.
    pub(crate) fn file_under(&self, untrusted: &str) -> String {
        format!("{COMMENT}{untrusted}\n{}\n", self.line())
    }

    /// The one line that says everything.
    pub fn line(&self) -> String {
        STANDARD.encode([b"Ed".as_slice(), &self.number, &self.key.bytes()].concat())
    }

    /// Six words that two people can read to each other; see [`PublicKey::fingerprint`].
    pub fn fingerprint(&self) -> String {
        self.key.fingerprint()
    }

    /// The key itself.
    pub fn public(&self) -> PublicKey {
        self.key
    }

    /// Whether a signature says that this key made it. Only [`Self::signed`] says whether it did.
    pub fn is_named_by(&self, signature: &MinisignSignature) -> bool {
        self.number == signature.number
    }

    /// Whether this key made the signature over these bytes, and over its comment. Checked as RFC 8032 asks
    /// for and stricter: neither a weak point nor a second form of the same signature is taken.
    pub fn signed(&self, bytes: &[u8], signature: &MinisignSignature) -> bool {
        let whole = [signature.of_bytes.as_slice(), signature.comment.as_bytes()].concat();
        let made =
            |bytes: &[u8], by: &[u8; 64]| self.key.verifies(bytes, &Signature::from_bytes(by));
        self.is_named_by(signature)
            && made(&Blake2b512::digest(bytes), &signature.of_bytes)
            && made(&whole, &signature.of_all)
    }

    /// The number as `minisign` prints it: 16 upper-case hex digits, the last byte first.
    fn number_in_words(&self) -> String {
        let mut number = self.number;
        number.reverse();
        to_hex(&number).to_uppercase()
    }
}

/// A signature: the key's number, the signature over the hash of the bytes, a comment, and the signature over
/// both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinisignSignature {
    pub(crate) number: [u8; NUMBER],
    pub(crate) of_bytes: [u8; 64],
    pub(crate) comment: String,
    pub(crate) of_all: [u8; 64],
}

impl MinisignSignature {
    /// Reads a `.minisig` file of any program. Only signatures over a hash (`ED`) are taken, which every
    /// `minisign` since 2021 makes.
    ///
    /// # Errors
    /// [`MinisignError::Form`].
    pub fn read(file: &str) -> Result<Self, MinisignError> {
        let lines: Vec<&str> = file.lines().collect();
        let [untrusted, signature, comment, of_all] = lines.as_slice() else {
            return Err(MinisignError::Form);
        };
        let comment = comment.strip_prefix("trusted comment: ").ok_or(MinisignError::Form)?;
        let shown = |text: &str| !text.chars().any(char::is_control);
        if file.len() > MAX_MINISIGN_FILE || !untrusted.starts_with(COMMENT) || !shown(comment) {
            return Err(MinisignError::Form);
        }
        let [b'E', b'D', rest @ ..] = decoded::<74>(signature)? else {
            return Err(MinisignError::Form);
        };
        let (number, of_bytes) = rest.split_first_chunk().ok_or(MinisignError::Form)?;
        Ok(Self {
            number: *number,
            of_bytes: of_bytes.try_into().map_err(|_| MinisignError::Form)?,
            comment: comment.to_owned(),
            of_all: decoded::<64>(of_all)?,
        })
    }

    /// Reads a file that [`Self::file`] wrote, and no other.
    ///
    /// # Errors
    /// [`MinisignError::Form`] when any byte is another.
    pub fn read_exact(file: &str) -> Result<Self, MinisignError> {
        Self::read(file)
            .and_then(|read| if read.file() == file { Ok(read) } else { Err(MinisignError::Form) })
    }

    /// The file that `minisign -V -x` takes.
    pub fn file(&self) -> String {
        self.file_under(OURS)
    }

    /// The same under another comment, of one line.
    pub(crate) fn file_under(&self, untrusted: &str) -> String {
        let named = [b"ED".as_slice(), &self.number, &self.of_bytes].concat();
        format!(
            "{COMMENT}{untrusted}\n{}\ntrusted comment: {}\n{}\n",
            STANDARD.encode(named),
            self.comment,
            STANDARD.encode(self.of_all)
        )
    }

    /// The comment that is under the signature.
    pub fn comment(&self) -> &str {
        &self.comment
    }

    /// The key that the comment names; see [`Signer::sign_with_key`]. Only [`OrgKey::signed`] says whether it
    /// made the signature, and nothing here says whose key it is.
    pub fn names_key(&self) -> Option<OrgKey> {
        let (_, line) = self.comment.rsplit_once(KEY)?;
        OrgKey::read(line).ok().filter(|key| key.line() == line)
    }
}

fn decoded<const N: usize>(line: &str) -> Result<[u8; N], MinisignError> {
    let bytes = STANDARD.decode(line).map_err(|_| MinisignError::Form)?;
    bytes.try_into().map_err(|_| MinisignError::Form)
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
        io::Write as _,
        path::Path,
        process::{Command, Stdio},
    };

    use super::*;

    const PASSPHRASE: &str = "seven calm herons wade";
    const MANIFEST: &[u8] = b"{\"format\": 1}\n";

    fn key() -> NewKey {
        new_key(PASSPHRASE).unwrap()
    }

    /// The stock program with a passphrase typed in; nothing when it is not here.
    fn minisign(folder: &Path, words: &[&str]) -> Option<bool> {
        let mut child = Command::new("minisign")
            .args(words)
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        // It may end without asking.
        let _ = child.stdin.take().unwrap().write_all(format!("{PASSPHRASE}\n").as_bytes());
        Some(child.wait().unwrap().success())
    }

    #[test]
    fn the_stock_program_takes_our_key_and_our_signature() {
        let folder = tempfile::tempdir().unwrap();
        let new = key();
        let signature = sign_with(&new.secret, PASSPHRASE, MANIFEST, "pack x, version 3").unwrap();
        fs::write(folder.path().join("manifest.json"), MANIFEST).unwrap();
        fs::write(folder.path().join("manifest.json.minisig"), signature.file()).unwrap();
        fs::write(folder.path().join("org.pub"), &new.public).unwrap();
        let words = ["-V", "-q", "-p", "org.pub", "-m", "manifest.json"];
        let Some(holds) = minisign(folder.path(), &words) else {
            println!("not checked: minisign is not installed");
            return;
        };
        assert!(holds);
        fs::write(folder.path().join("manifest.json"), b"{\"format\": 2}\n").unwrap();
        assert_eq!(minisign(folder.path(), &words), Some(false));
    }

    #[test]
    fn we_take_what_the_stock_program_signed_with_our_key() {
        let folder = tempfile::tempdir().unwrap();
        let new = key();
        fs::write(folder.path().join("org.key"), new.secret.as_str()).unwrap();
        fs::write(folder.path().join("manifest.json"), MANIFEST).unwrap();
        let words = ["-S", "-s", "org.key", "-m", "manifest.json", "-t", "by hand"];
        let Some(signed) = minisign(folder.path(), &words) else {
            println!("not checked: minisign is not installed");
            return;
        };
        assert!(signed);
        let file = fs::read_to_string(folder.path().join("manifest.json.minisig")).unwrap();
        let signature = MinisignSignature::read(&file).unwrap();
        assert_eq!(signature.comment(), "by hand");
        let key = OrgKey::read(&new.public).unwrap();
        assert!(key.signed(MANIFEST, &signature));
        assert!(!key.signed(b"another", &signature));
        assert!(MinisignSignature::read_exact(&file).is_err(), "its comment is not ours");
        assert!(MinisignSignature::read_exact(&signature.file()).is_ok());
    }

    #[test]
    fn another_passphrase_opens_nothing() {
        let new = key();
        let refused = sign_with(&new.secret, "seven calm herons", MANIFEST, "").unwrap_err();
        assert_eq!(refused, MinisignError::DoesNotOpen);
        assert_eq!(sign_with("no key", PASSPHRASE, MANIFEST, ""), Err(MinisignError::Form));
    }

    #[test]
    fn every_byte_of_a_signature_counts() {
        let new = key();
        let key = OrgKey::read(&new.public).unwrap();
        let signature = sign_with(&new.secret, PASSPHRASE, MANIFEST, "pack x, version 3").unwrap();
        assert!(key.signed(MANIFEST, &signature));
        let file = signature.file();
        for at in 0..file.len() {
            for bit in [1_u8, 2, 4, 0x20] {
                let mut bytes = file.clone().into_bytes();
                bytes[at] ^= bit;
                let Ok(changed) = String::from_utf8(bytes) else { continue };
                let taken = MinisignSignature::read_exact(&changed)
                    .is_ok_and(|signature| key.signed(MANIFEST, &signature));
                assert!(!taken, "byte {at}, bit {bit}");
            }
            let cut = MinisignSignature::read_exact(&file[..at]);
            assert!(cut.is_err(), "cut at {at}");
        }
    }

    #[test]
    fn a_key_is_the_same_in_every_form() {
        let key = OrgKey::read(&key().public).unwrap();
        assert_eq!(OrgKey::read(&key.file()), Ok(key));
        assert_eq!(OrgKey::read(&key.line()), Ok(key));
        assert_eq!(OrgKey::from_hex(&key.hex()), Some(key));
        assert_eq!(OrgKey::read("untrusted comment: x\nRWQ\n"), Err(MinisignError::Form));
        let weak = STANDARD.encode([b"Ed".as_slice(), &[1; 8], &[0; 32]].concat());
        assert_eq!(OrgKey::read(&weak), Err(MinisignError::Weak));
    }

    #[test]
    fn a_signature_names_its_key_and_the_stock_program_shows_it() {
        let folder = tempfile::tempdir().unwrap();
        let new = key();
        let signer = Signer::open(&new.secret, PASSPHRASE).unwrap();
        let key = OrgKey::read(&new.public).unwrap();
        assert_eq!(signer.key(), key);
        let signature = signer.sign_with_key(MANIFEST, "pack x, version 3").unwrap();
        assert_eq!(signature.comment(), format!("pack x, version 3, key {}", key.line()));
        assert_eq!(signature.names_key(), Some(key));
        assert!(key.signed(MANIFEST, &signature));
        let plain = signer.sign(MANIFEST, "pack x, key RWQ").unwrap();
        assert_eq!(plain.names_key(), None);
        fs::write(folder.path().join("manifest.json"), MANIFEST).unwrap();
        fs::write(folder.path().join("manifest.json.minisig"), signature.file()).unwrap();
        let line = key.line();
        match minisign(folder.path(), &["-V", "-q", "-P", &line, "-m", "manifest.json"]) {
            Some(holds) => assert!(holds),
            None => println!("not checked: minisign is not installed"),
        }
    }

    #[test]
    fn a_huge_comment_is_refused() {
        let new = key();
        let long = "x".repeat(MAX_MINISIGN_FILE);
        assert_eq!(sign_with(&new.secret, PASSPHRASE, MANIFEST, &long), Err(MinisignError::Form));
    }
}
