//! The pack builder: an organisation's own pack while it is made. And what learners see of an organisation.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{content::Art, own_pages::PartAt};

/// What an organisation says of itself, as learners see it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Organisation {
    pub name: String,
    /// BCP 47; the first stands where the reader's language is not among them.
    pub languages: Vec<String>,
    /// Where something odd is reported.
    pub report: Option<String>,
    /// The day by which all modules are to be taken.
    pub due: Option<String>,
    pub texts: Vec<OrganisationText>,
    pub logo: Option<Logo>,
    pub accent: Option<AccentShown>,
}

/// What it says in one language. Absent is what it does not say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrganisationText {
    pub lang: String,
    pub welcome: Option<String>,
    pub contact: Option<String>,
    /// The logo as words.
    pub logo: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Logo {
    pub light: Art,
    /// On dark ground, where it is another.
    pub dark: Option<Art>,
}

/// A colour, and what the app shows in its place.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccentShown {
    /// `#rrggbb`, as the organisation has it.
    pub own: String,
    pub light: Tones,
    pub dark: Tones,
}

/// The tones of one theme, each `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Tones {
    pub accent: String,
    pub accent_hover: String,
    pub on_accent: String,
    pub accent_wash: String,
    /// The least contrast of the organisation's colour with the papers of this theme, rounded down.
    pub before: f64,
    /// That of `accent`: 4.5 or more.
    pub after: f64,
    /// `accent` is another than the organisation's colour.
    pub adjusted: bool,
}

/// A pack that is being made. Everything of it stands in its folder.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackDraft {
    /// Absent before anything was chosen.
    pub folder: Option<String>,
    /// The folder that was worked on, and is not there or cannot be read.
    pub lost: Option<String>,
    pub pack_id: String,
    pub version: u32,
    pub title: String,
    /// The language of the modules.
    pub lang: String,
    pub dir: String,
    /// Those that ship, in their order, then others of the draft.
    pub modules: Vec<DraftModule>,
    pub inbox: bool,
    pub story: bool,
    pub assessment: bool,
    pub minutes: u32,
    pub questions: u32,
    pub organisation: Organisation,
    pub problems: Vec<DraftProblem>,
    pub key: Option<SigningKey>,
    pub today: String,
}

/// A module that may be part of the pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftModule {
    pub module_id: String,
    pub number: u32,
    pub title: String,
    pub minutes: u32,
    pub chosen: bool,
    /// It does not ship, or is not as it ships: it leaves the draft in its folder only.
    pub own: bool,
}

/// What `pack check` says, and the page on which it is mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftProblem {
    pub page: BuilderPage,
    /// The module of the organisation's own whose matter it is, and the page or question of it.
    pub module_id: Option<String>,
    pub part: Option<PartAt>,
    /// The key that stands at the line; empty where there is none.
    pub key: String,
    pub file: String,
    pub line: u32,
    /// Which kind of problem, with its names and numbers: what the page says it by in its own language.
    pub code: String,
    pub values: Vec<String>,
    /// In the words of the check.
    pub message: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum BuilderPage {
    Modules,
    Texts,
    Due,
    Branding,
    /// In a file that only an editor changes.
    File,
}

/// The key that signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SigningKey {
    pub path: String,
    /// Six words, where the public key lies beside it.
    pub words: Option<String>,
    /// The file is there.
    pub there: bool,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChooseParts {
    pub module_ids: Vec<String>,
    pub inbox: bool,
    pub story: bool,
    pub assessment: bool,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChooseLanguages {
    /// BCP 47, at least one; the first stands where the reader's is not among them.
    pub languages: Vec<String>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DraftTexts {
    pub title: String,
    pub name: String,
    pub report: String,
    pub texts: Vec<OrganisationText>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WhichLogo {
    /// On dark ground.
    pub dark: bool,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChooseDue {
    /// `YYYY-MM-DD`; absent for no day.
    pub due: Option<String>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChooseAccent {
    /// `#rrggbb`; absent for that of the app.
    pub accent: Option<String>,
}

#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeyPassphrase {
    pub passphrase: String,
}

/// A pack that was signed and stands on the disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignedPack {
    pub path: String,
    pub title: String,
    pub version: u32,
    /// The key in six words.
    pub words: String,
    pub files: u32,
    /// Bytes of the whole file.
    pub bytes: u32,
}
