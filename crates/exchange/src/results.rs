//! The result file, `.e18r`: what one installation saved of one learner for one trainer.
//!
//! Lines of JSON, signed by the installation and then encrypted to the trainer; `docs/result-file.md` has
//! the format. The recipient is named inside the signature, so that nobody can pass a file on as meant for
//! another.

use eighteen_seal::{Identity, PublicKey, age, from_hex, to_hex};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::history::Link;

/// The only format so far; also the purpose of the signature.
const FORMAT: &str = "eighteen-days results 1";
const FORMATS: &str = "eighteen-days results ";

/// The longest file that is read, in bytes. One of a hundred finished checks is far below a hundredth of it.
pub const LONGEST: u64 = 32 * 1024 * 1024;
/// The most links that are read.
const MOST_LINKS: usize = 100_000;

/// What a file says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Always the format.
    pub format: String,
    /// Whose results.
    pub learner_id: String,
    /// Public key of the installation, in hex.
    pub device: String,
    /// The installation's number for this file.
    pub number: u32,
    /// When it was saved.
    pub made_at: String,
    /// Hash of the last link; empty when there is none.
    pub head: String,
    /// Public key of the trainer, in hex.
    pub to: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LinkLine {
    link: Link,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SignatureLine {
    signature: String,
}

/// What is to be saved.
pub struct ToSave<'a> {
    /// Whose.
    pub learner_id: &'a str,
    /// The installation's number for this file.
    pub number: u32,
    /// Now.
    pub made_at: &'a str,
    /// The whole history.
    pub links: &'a [Link],
    /// The results as one line of JSON.
    pub body: &'a str,
}

/// Writes a file.
///
/// # Errors
/// When the system gives no random bytes.
pub fn write(
    save: &ToSave<'_>,
    by: &Identity,
    to: &PublicKey,
) -> Result<Vec<u8>, eighteen_seal::Error> {
    let header = Header {
        format: FORMAT.to_owned(),
        learner_id: save.learner_id.to_owned(),
        device: by.public().hex(),
        number: save.number,
        made_at: save.made_at.to_owned(),
        head: save.links.last().map(|link| link.hash.clone()).unwrap_or_default(),
        to: to.hex(),
    };
    let mut lines = vec![line(&header)];
    lines.extend(save.links.iter().map(|link| line(&LinkLine { link: link.clone() })));
    lines.push(save.body.to_owned());
    let mut text = lines.join("\n");
    text.push('\n');
    let signature = to_hex(&by.sign(FORMAT, text.as_bytes()));
    text.push_str(&line(&SignatureLine { signature }));
    text.push('\n');
    age::seal(to, text.as_bytes())
}

fn line(value: &impl Serialize) -> String {
    // Texts and numbers only: there is nothing in them that could fail.
    serde_json::to_string(value).unwrap_or_default()
}

/// A file that was opened, found whole, and signed by the installation that it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// What it says of itself.
    pub header: Header,
    /// The history as the file has it, which may have been tampered with before it was signed.
    pub links: Vec<Link>,
    /// The results, a line of JSON.
    pub body: String,
    /// SHA-256 of what was encrypted, in hex: the same content is the same file, however often encrypted.
    pub digest: String,
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Longer than any file of ours.
    #[error("it is longer than a result file can be")]
    TooLong,
    /// Not encrypted to this trainer, cut off, or changed on the way: the three cannot be told apart.
    #[error("it does not open with this trainer's key, or it is not whole")]
    DoesNotOpen,
    /// Of a format that a newer version writes.
    #[error("a newer version of the app wrote it")]
    Newer,
    /// It opens, and is not what the format says.
    #[error("it is not a result file")]
    NotOne,
    /// The signature is not that of the installation it names.
    #[error("the signature does not fit")]
    Signature,
    /// Written for another trainer and encrypted to this one by somebody else.
    #[error("it was saved for another trainer")]
    ForAnother,
}

/// Opens a file.
///
/// # Errors
/// Why it is not taken.
pub fn read(bytes: &[u8], trainer: &Identity) -> Result<Opened, Refused> {
    if bytes.len() as u64 > LONGEST {
        return Err(Refused::TooLong);
    }
    let plain = age::open(trainer, bytes).map_err(|_| Refused::DoesNotOpen)?;
    let text = std::str::from_utf8(&plain).map_err(|_| Refused::NotOne)?;
    let (first, _) = text.split_once('\n').ok_or(Refused::NotOne)?;
    let header = header(first)?;
    let signed_end = text.strip_suffix('\n').and_then(|text| text.rfind('\n'));
    let (signed, last) = text.split_at(signed_end.ok_or(Refused::NotOne)? + 1);
    let last: SignatureLine = serde_json::from_str(last).map_err(|_| Refused::NotOne)?;
    let signature = from_hex::<64>(&last.signature).ok_or(Refused::NotOne)?;
    let device = PublicKey::from_hex(&header.device).ok_or(Refused::Signature)?;
    if !device.made(FORMAT, signed.as_bytes(), &signature) {
        return Err(Refused::Signature);
    }
    if header.to != trainer.public().hex() {
        return Err(Refused::ForAnother);
    }
    let mut lines: Vec<&str> = signed.lines().skip(1).collect();
    let body = lines.pop().ok_or(Refused::NotOne)?.to_owned();
    if lines.len() > MOST_LINKS {
        return Err(Refused::NotOne);
    }
    let history = lines
        .into_iter()
        .map(|line| serde_json::from_str(line).map(|line: LinkLine| line.link))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|_| Refused::NotOne)?;
    if history.last().map(|link| link.hash.as_str()).unwrap_or_default() != header.head {
        return Err(Refused::NotOne);
    }
    Ok(Opened { header, links: history, body, digest: to_hex(&Sha256::digest(text)) })
}

fn header(line: &str) -> Result<Header, Refused> {
    #[derive(Deserialize)]
    struct OnlyFormat {
        format: String,
    }
    let only: OnlyFormat = serde_json::from_str(line).map_err(|_| Refused::NotOne)?;
    if only.format != FORMAT {
        let newer = only.format.starts_with(FORMATS);
        return Err(if newer { Refused::Newer } else { Refused::NotOne });
    }
    serde_json::from_str(line).map_err(|_| Refused::NotOne)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::LinkKind;

    fn installation() -> Identity {
        Identity::from_seed(&[1; 32])
    }

    fn trainer() -> Identity {
        Identity::from_seed(&[2; 32])
    }

    fn links() -> Vec<Link> {
        let device = installation().public().hex();
        let one = Link::after(None, "l1", LinkKind::Check, ("a1", "c1"), "then", &device);
        let two = Link::after(Some(&one), "l1", LinkKind::Check, ("a2", "c2"), "now", &device);
        vec![one, two]
    }

    fn saved(body: &str) -> Vec<u8> {
        let links = links();
        let save = ToSave { learner_id: "l1", number: 4, made_at: "now", links: &links, body };
        write(&save, &installation(), &trainer().public()).unwrap()
    }

    #[test]
    fn what_was_saved_is_read() {
        let file = saved(r#"{"people":[]}"#);
        let read = read(&file, &trainer()).unwrap();
        assert_eq!(read.links, links());
        assert_eq!(read.body, r#"{"people":[]}"#);
        assert_eq!((read.header.number, read.header.learner_id.as_str()), (4, "l1"));
        assert_eq!(read.header.head, links()[1].hash);
    }

    #[test]
    fn the_same_content_is_the_same_file() {
        let (one, two) = (saved("{}"), saved("{}"));
        assert_ne!(one, two, "each is encrypted anew");
        assert_eq!(read(&one, &trainer()).unwrap().digest, read(&two, &trainer()).unwrap().digest);
    }

    #[test]
    fn every_byte_and_every_length_counts() {
        let file = saved("{}");
        for at in 0..file.len() {
            let mut changed = file.clone();
            changed[at] ^= 0x20;
            assert_eq!(read(&changed, &trainer()), Err(Refused::DoesNotOpen), "byte {at}");
            assert_eq!(read(&file[..at], &trainer()), Err(Refused::DoesNotOpen), "length {at}");
        }
    }

    #[test]
    fn another_trainer_reads_nothing() {
        assert_eq!(read(&saved("{}"), &installation()), Err(Refused::DoesNotOpen));
    }

    /// Takes a file apart, changes the text, and encrypts it again as anybody can who has the public key.
    fn sealed_again(change: impl Fn(String) -> String) -> Result<Opened, Refused> {
        let plain = age::open(&trainer(), &saved("{}")).unwrap();
        let text = change(String::from_utf8(plain).unwrap());
        read(&age::seal(&trainer().public(), text.as_bytes()).unwrap(), &trainer())
    }

    #[test]
    fn what_was_signed_cannot_be_changed_by_who_can_only_encrypt() {
        assert!(sealed_again(|text| text).is_ok());
        let changed = [("\"number\":4", "\"number\":5"), ("{}", "{\"people\":[]}"), ("c2", "c3")];
        for (old, new) in changed {
            assert_eq!(
                sealed_again(|text| text.replace(old, new)),
                Err(Refused::Signature),
                "{old}"
            );
        }
        assert_eq!(
            sealed_again(|text| text.replace("results 1", "results 2")),
            Err(Refused::Newer)
        );
        for broken in ["", "\n", "{}\n", "no\nlines\n", "[[[[[\n{}\n"] {
            assert_eq!(sealed_again(|_| broken.to_owned()), Err(Refused::NotOne), "{broken:?}");
        }
    }

    #[test]
    fn a_file_for_another_trainer_stays_one_when_it_is_encrypted_to_this_one() {
        let other = Identity::from_seed(&[9; 32]);
        let plain = age::open(&trainer(), &saved("{}")).unwrap();
        let passed_on = age::seal(&other.public(), &plain).unwrap();
        assert_eq!(read(&passed_on, &other), Err(Refused::ForAnother));
    }

    #[test]
    fn a_file_without_end_is_not_read() {
        let zeros = vec![0; usize::try_from(LONGEST).unwrap() + 1];
        assert_eq!(read(&zeros, &trainer()), Err(Refused::TooLong));
        assert_eq!(read(&zeros[..1_000], &trainer()), Err(Refused::DoesNotOpen));
        let deep = "[".repeat(100_000);
        assert_eq!(sealed_again(|_| format!("{deep}\n{{}}\n")), Err(Refused::NotOne));
    }
}
