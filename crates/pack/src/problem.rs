//! One thing that is wrong with a pack.

use std::fmt;

use serde::Serialize;

/// One thing that is wrong with a pack: where, what, and what to do about it.
///
/// The order is that of a reader who goes through the files: file, then line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// Path inside the pack, with unprintable characters escaped.
    pub file: String,
    /// Counted from 1; a problem of the whole file stands at line 1.
    pub line: u32,
    /// Kebab-case name of the kind of problem, listed in `FORMAT.md`.
    pub code: &'static str,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, code, message } = self;
        write!(formatter, "{file}:{line}: {message} [{code}]")
    }
}
