//! Assignments as a signed file: three lines of text and the assignments as JSON. `docs/ASSIGNMENTS.md`
//! describes the bytes.
//!
//! Nobody is named in the file. People are found by marks: hashes of the id, code or name that the
//! reading side has, salted anew for each file.

use eighteen_seal::{Identity, PublicKey, from_hex, to_hex};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// No honest file is larger: about half a million people.
pub const MAX_ASSIGNMENT_FILE: usize = 64 * 1024 * 1024;

const FIRST_LINE: &str = "eighteen-days assignments 1";
const ANY_VERSION: &str = "eighteen-days assignments ";
/// Signed before the bytes, so that the signature stands for nothing else.
const PURPOSE: &str = "eighteen-days assignments 1";

/// Everything that a trainer assigns at one time. A later file takes the place of an earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssignmentFile {
    /// Grows with every change of the trainer's assignments: an older file never overwrites a newer one.
    pub number: u32,
    /// What the trainer calls herself.
    pub from: String,
    /// RFC 3339.
    pub made_at: String,
    /// 32 hex digits, new for each file.
    pub salt: String,
    /// In the order of their ids.
    pub assignments: Vec<FileAssignment>,
}

/// An assignment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileAssignment {
    /// UUID.
    pub id: String,
    /// The pack.
    pub pack: String,
    /// `2026-12-04`.
    pub due: String,
    /// What people read with it.
    pub message: Option<String>,
    /// For everybody who opens the file.
    pub everybody: bool,
    /// Marks of the people, sorted; see [`person_mark`].
    pub to: Vec<String>,
    /// What is assigned.
    pub parts: Vec<FilePart>,
}

/// A module or a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilePart {
    /// The module, or that of the step.
    pub module: String,
    /// The step to revisit; absent for the whole module.
    pub step: Option<String>,
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileRefusal {
    /// Another kind of file.
    NotOurs,
    /// Made by a later version of the app.
    Newer,
    /// Not as it was when it was signed.
    Changed,
}

/// The mark of a person: the first 128 bits of SHA-256 over salt, what is marked, and the value without
/// upper case and double spaces. A code can be guessed from its mark by trying all codes; an id cannot.
pub fn person_mark(salt: &str, what: &str, value: &str) -> String {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let digest = Sha256::digest([salt, what, &value].join("\0"));
    to_hex(&digest[..16])
}

/// The bytes of the file.
///
/// # Errors
/// When the JSON cannot be written, which needs a fault of ours.
pub fn write_assignments(
    identity: &Identity,
    file: &AssignmentFile,
) -> Result<Vec<u8>, serde_json::Error> {
    let body = serde_json::to_vec(file)?;
    let signature = to_hex(&identity.sign(PURPOSE, &body));
    let key = identity.public().hex();
    Ok([format!("{FIRST_LINE}\n{key}\n{signature}\n").as_bytes(), &body].concat())
}

/// Reads a file and says whose key signed it. Whether that key is trusted is the caller's to say.
///
/// # Errors
/// See [`FileRefusal`]. Nothing of a refused file is handed over.
pub fn read_assignments(bytes: &[u8]) -> Result<(PublicKey, AssignmentFile), FileRefusal> {
    if bytes.len() > MAX_ASSIGNMENT_FILE {
        return Err(FileRefusal::NotOurs);
    }
    let mut lines = bytes.splitn(4, |byte| *byte == b'\n');
    let mut line = || std::str::from_utf8(lines.next().unwrap_or_default()).unwrap_or_default();
    let first = line();
    if first != FIRST_LINE {
        let number = first.strip_prefix(ANY_VERSION).and_then(|rest| rest.parse::<u32>().ok());
        let newer = number.is_some_and(|number| number > 1);
        return Err(if newer { FileRefusal::Newer } else { FileRefusal::NotOurs });
    }
    let key = PublicKey::from_hex(line()).ok_or(FileRefusal::Changed)?;
    let signature = from_hex::<64>(line()).ok_or(FileRefusal::Changed)?;
    let body = lines.next().ok_or(FileRefusal::Changed)?;
    if !key.made(PURPOSE, body, &signature) {
        return Err(FileRefusal::Changed);
    }
    let file: AssignmentFile = serde_json::from_slice(body).map_err(|_| FileRefusal::Changed)?;
    // One content has one form: what we would not write ourselves was not written by us.
    let canonical = serde_json::to_vec(&file).is_ok_and(|ours| ours == body);
    if canonical { Ok((key, file)) } else { Err(FileRefusal::Changed) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> AssignmentFile {
        AssignmentFile {
            number: 7,
            from: "Security team, Harbour Co-operative".to_owned(),
            made_at: "2026-11-23T09:00:00.000+00:00".to_owned(),
            salt: "00112233445566778899aabbccddeeff".to_owned(),
            assignments: vec![FileAssignment {
                id: "0199-1".to_owned(),
                pack: "eighteen-days".to_owned(),
                due: "2026-12-04".to_owned(),
                message: Some("Änne, \"please\"\nread".to_owned()),
                everybody: false,
                to: vec![person_mark("00112233445566778899aabbccddeeff", "code", "E 1001")],
                parts: vec![FilePart { module: "m1".to_owned(), step: None }],
            }],
        }
    }

    #[test]
    fn what_was_written_is_read_with_the_key_of_its_writer() {
        let identity = Identity::from_seed(&[3; 32]);
        let bytes = write_assignments(&identity, &file()).unwrap();
        assert_eq!(read_assignments(&bytes), Ok((identity.public(), file())));
        assert_eq!(bytes, write_assignments(&identity, &file()).unwrap(), "one content, one form");
    }

    #[test]
    fn every_byte_that_is_flipped_added_or_missing_is_refused() {
        let bytes = write_assignments(&Identity::from_seed(&[3; 32]), &file()).unwrap();
        for at in 0..bytes.len() {
            for bit in [1, 0x20, 0x80] {
                let mut changed = bytes.clone();
                changed[at] ^= bit;
                assert!(read_assignments(&changed).is_err(), "byte {at}, bit {bit:#x}");
            }
            assert!(read_assignments(&bytes[..at]).is_err(), "cut at {at}");
        }
        assert_eq!(read_assignments(&[&bytes[..], b"\n"].concat()), Err(FileRefusal::Changed));
        assert_eq!(read_assignments(b"\xef\xbb\xbf"), Err(FileRefusal::NotOurs));
    }

    #[test]
    fn a_signed_body_in_another_form_is_refused() {
        let identity = Identity::from_seed(&[3; 32]);
        let mut body = serde_json::to_vec(&file()).unwrap();
        body.push(b' ');
        let signature = to_hex(&identity.sign(PURPOSE, &body));
        let head = format!("{FIRST_LINE}\n{}\n{signature}\n", identity.public().hex());
        let bytes = [head.as_bytes(), &body].concat();
        assert_eq!(read_assignments(&bytes), Err(FileRefusal::Changed));
    }

    #[test]
    fn a_signature_of_another_key_is_refused_and_a_later_version_is_named() {
        let one = write_assignments(&Identity::from_seed(&[3; 32]), &file()).unwrap();
        let other = Identity::from_seed(&[4; 32]).public().hex();
        let mut swapped = one.clone();
        let at = FIRST_LINE.len() + 1;
        swapped[at..at + 64].copy_from_slice(other.as_bytes());
        assert_eq!(read_assignments(&swapped), Err(FileRefusal::Changed));
        let mut newer = one;
        newer[FIRST_LINE.len() - 1] = b'2';
        assert_eq!(read_assignments(&newer), Err(FileRefusal::Newer));
    }

    #[test]
    fn a_mark_depends_on_salt_and_kind_and_not_on_case_or_spaces() {
        let mark = person_mark("aa", "code", " e  1001");
        assert_eq!(mark, person_mark("aa", "code", "E 1001"));
        assert_ne!(mark, person_mark("ab", "code", "E 1001"));
        assert_ne!(mark, person_mark("aa", "name", "E 1001"));
        assert_eq!(mark.len(), 32);
    }
}
