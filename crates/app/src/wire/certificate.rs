//! Certificates of what was passed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What there are certificates of, and what is still missing.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Certificates {
    /// The name or code that stands on them; absent until it is given.
    pub name: Option<String>,
    /// Characters of the name that the fonts of the certificate do not have.
    pub unprintable: Vec<String>,
    /// Every module, then the final assessment where the course has one.
    pub entries: Vec<CertificateEntry>,
}

/// Something that can be passed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CertificateEntry {
    /// The module; absent for the final assessment.
    pub module_id: Option<String>,
    /// The module's number; absent for the final assessment.
    pub number: Option<u32>,
    pub title: String,
    pub steps: u32,
    pub steps_done: u32,
    /// Absent: not yet.
    pub passed: Option<PassedCheck>,
}

/// The check that was passed first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PassedCheck {
    pub passed_at: String,
    /// Version of the course at that time.
    pub version: u32,
    /// The code of the certificate; absent without a name, which is part of it.
    pub code: Option<String>,
}

/// Which certificate, and the words of the page that stand on it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveCertificate {
    /// Absent: the final assessment.
    pub module_id: Option<String>,
    pub words: PaperWords,
}

/// The words around the fields of a certificate, in the language of the interface.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PaperWords {
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    pub heading: String,
    pub before_name: String,
    pub before_title: String,
    pub of_course: String,
    pub passed_on: String,
    /// The day on which it was passed, as the language writes it.
    pub day: String,
    pub version: String,
    pub issuer: String,
    pub code: String,
    /// How to check it, and what that proves: one line each.
    pub how: Vec<String>,
}
