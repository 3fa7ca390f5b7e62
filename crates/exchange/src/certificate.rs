//! Certificates: what one says, its code, the PDF, and reading it back.
//!
//! The code is a hash over the fields that are printed. It proves that none of them was changed, and
//! nothing about who made the certificate: the same program makes a fitting code for any name. The record
//! in the file has a form number and room for more, so that a signature can stand beside the code later.

mod paper;

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// What the record in a file begins with, as a keyword of the document.
const MARK: &str = "eighteen-certificate-";
/// The form of the record; raised when a reader of the old form would misread the new one.
const FORM: u32 = 1;
/// Letters of the code: no I, L, O, U, which are taken for others (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters in a code, five bits each.
const LENGTH: usize = 20;

/// What a certificate says: the fields under its code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Certificate {
    /// The person's name or code, as typed.
    pub name: String,
    /// What was passed: a module, or the course.
    pub title: String,
    /// The course.
    pub course: String,
    /// Its version.
    pub version: u32,
    /// The day on which it was passed: `2026-11-22`.
    pub passed_on: String,
    /// Who publishes the course.
    pub issuer: String,
}

/// The words around the fields, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CertificateWords {
    /// The language, as a tag.
    pub lang: String,
    /// From right to left.
    pub rtl: bool,
    /// The heading.
    pub heading: String,
    /// Before the name.
    pub before_name: String,
    /// Between the name and what was passed.
    pub before_title: String,
    /// Under what was passed: the course.
    pub of_course: String,
    /// Labels and what stands beside them: day, version, issuer.
    pub details: Vec<(String, String)>,
    /// The label of the code.
    pub code_label: String,
    /// How to check it, and what that proves.
    pub how: Vec<String>,
}

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// Characters that no font of the certificate has.
    #[error("no font here has the characters {}", .0.iter().collect::<String>())]
    Unprintable(Vec<char>),
    /// The PDF could not be made.
    #[error("the PDF could not be made: {0}")]
    Failed(String),
}

/// Why a file is no certificate that can be checked.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// There is no record in it.
    #[error("this file is no certificate of Eighteen Days, or its record was taken out")]
    NotOne,
    /// A newer version of the app made it.
    #[error(
        "this certificate was made by a newer version of Eighteen Days (form {0}, this one knows {FORM})"
    )]
    Newer(u32),
    /// The record cannot be read.
    #[error("the record in this certificate is damaged")]
    Damaged,
}

/// The record as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Record {
    certificate: Certificate,
    code: String,
}

impl Certificate {
    /// The code over the fields, in groups of four. Each field goes in with its length, so that no
    /// two certificates give the same bytes.
    pub fn code(&self) -> String {
        let Self { name, title, course, version, passed_on, issuer } = self;
        let mut hash = Sha256::new();
        hash.update("eighteen-days certificate 1\n");
        for field in [name, title, course, &version.to_string(), passed_on, issuer] {
            hash.update(format!("{}:{field}\n", field.len()));
        }
        let digest = hash.finalize();
        let letter = |at: usize| {
            let bit = at * 5;
            let pair = u16::from_be_bytes([digest[bit / 8], digest[bit / 8 + 1]]);
            let five = (pair >> (11 - bit % 8)) & 31;
            char::from(ALPHABET[usize::from(five)])
        };
        let letters: Vec<char> = (0..LENGTH).map(letter).collect();
        let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
        groups.join("-")
    }

    /// Whether a code, as somebody typed it, is that of these fields.
    pub fn fits(&self, code: &str) -> bool {
        plain_code(code) == plain_code(&self.code())
    }

    /// The certificate as a PDF: PDF/UA-1, tagged, with its fonts, the same bytes for the same fields.
    ///
    /// # Errors
    /// `Unprintable` when a field has characters that no font here has.
    pub fn to_pdf(&self, words: &CertificateWords) -> Result<Vec<u8>, PaperError> {
        paper::print(self, words)
    }

    /// The record, as a keyword of the document: letters and digits, so that every writer leaves it alone.
    fn record(&self) -> String {
        let record = Record { certificate: self.clone(), code: self.code() };
        // A record is strings and a number, which always become JSON.
        let json = serde_json::to_vec(&record).unwrap_or_default();
        let mut record = format!("{MARK}{FORM}-");
        for byte in json {
            // Writing to a String cannot fail.
            let _ = write!(record, "{byte:02x}");
        }
        record
    }
}

/// Reads the fields and the code of a certificate from its file. Whether they fit is another question.
///
/// # Errors
/// When there is no record in the file that this version can read.
pub fn read_certificate(file: &[u8]) -> Result<(Certificate, String), ReadError> {
    let mark = MARK.as_bytes();
    let at = file.windows(mark.len()).position(|part| part == mark).ok_or(ReadError::NotOne)?;
    let rest = &file[at + mark.len()..];
    let end = rest.iter().position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'-');
    let text = std::str::from_utf8(&rest[..end.unwrap_or(rest.len())]);
    let (form, hex) = text.ok().and_then(|text| text.split_once('-')).ok_or(ReadError::Damaged)?;
    match form.parse() {
        Ok(FORM) => {}
        Ok(newer) => return Err(ReadError::Newer(newer)),
        Err(_) => return Err(ReadError::Damaged),
    }
    let json = bytes_of(hex).ok_or(ReadError::Damaged)?;
    let record: Record = serde_json::from_slice(&json).map_err(|_| ReadError::Damaged)?;
    Ok((record.certificate, record.code))
}

fn bytes_of(hex: &str) -> Option<Vec<u8>> {
    let pairs = hex.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

/// Case, spaces and dashes decide nothing, and what was read as I, L or O was 1 or 0.
fn plain_code(code: &str) -> String {
    let letters = code.chars().filter(char::is_ascii_alphanumeric);
    let meant = letters.map(|letter| match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    });
    meant.collect()
}

#[cfg(test)]
mod tests;
