//! The content format of Eighteen Days: reads the files of a pack and checks them.
//!
//! `FORMAT.md` beside this crate is the whole format. Reading is pure: [`read`] takes the files as
//! bytes and gives back either a [`Pack`] or every [`Problem`] at once, each with its file, line, code
//! and cure. It never panics, whatever the bytes, and nothing in a pack is ever run.
//!
//! The crate knows nothing of people or scores, and touches the disk in one place only, [`load_dir`].
//!
//! ```
//! let files = std::collections::BTreeMap::from([("notes.txt".to_owned(), b"?".to_vec())]);
//! let (pack, problems) = eighteen_pack::read(&files);
//! assert!(pack.is_none());
//! assert!(problems.iter().any(|problem| problem.code == "unexpected-file"));
//! assert!(problems.iter().any(|problem| problem.to_string().starts_with("pack.toml:1: ")));
//! ```

#![deny(missing_docs)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod addresses;
mod block;
mod characters;
mod claims;
mod draft;
mod error;
mod files;
mod forms;
mod guard;
mod hash;
mod heading;
mod inbox;
mod inline;
mod known;
mod lesson;
mod load;
mod mail;
mod manifest;
mod media;
mod minutes;
mod misconceptions;
mod model;
mod module;
mod notes;
mod organisation;
mod phish_scale;
mod policy;
mod problem;
mod question;
mod quiz;
mod raster;
mod reading;
mod role_file;
mod source;
mod statements;
mod story;
mod story_file;
mod story_graph;
mod summary;
mod svg;
mod svg_numbers;
mod table;
mod texts;
mod value;
mod words;

#[cfg(test)]
mod tests;

pub use draft::{Draft, Stale, draft, read, summary};
pub use error::Error;
pub use files::{MOST_FILES, refused_file};
pub use forms::normalised;
pub use hash::hash;
pub use load::load_dir;
pub use mail::*;
pub use manifest::is_language;
pub use minutes::{
    check_seconds, minutes, module_minutes, questions_seconds, review_seconds, role_minutes,
    seconds, steps_minutes,
};
pub use model::*;
pub use organisation::{LARGEST_LOGO, MOST_LANGUAGES};
pub use phish_scale::{CUE_KINDS, CueKind, Difficulty, Premise, difficulty};
pub use problem::{Problem, Sentence};
pub use reading::Lesson;
pub use story::*;
pub use summary::Summary;
pub use table::{Table, read_toml_file};
pub use texts::{claims_in, terms_in};
pub use value::Value;

/// The newest format that this crate reads; `format` in `pack.toml`.
pub const FORMAT: u32 = 1;
