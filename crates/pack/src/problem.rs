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
    /// The names and numbers in it, in their order, where somebody may want to say it in other words.
    pub values: Vec<String>,
}

/// What is wrong and what to do, with the names and numbers in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// In English.
    pub words: String,
    /// In the order in which they stand there.
    pub values: Vec<String>,
}

impl From<&str> for Sentence {
    fn from(words: &str) -> Self {
        words.to_owned().into()
    }
}

impl From<String> for Sentence {
    fn from(words: String) -> Self {
        Self { words, values: Vec::new() }
    }
}

/// A sentence as `format!` makes it, of which every value is known by itself too.
macro_rules! sentence {
    ($form:literal, $($value:expr),+ $(,)?) => {
        $crate::problem::Sentence {
            words: format!($form, $($value),+),
            values: vec![$($crate::problem::bare(&$value)),+],
        }
    };
}
pub(crate) use sentence;

/// A value without the marks that quote it in a sentence.
pub(crate) fn bare(value: &impl fmt::Display) -> String {
    let value = value.to_string();
    let inside = value.strip_prefix('`').and_then(|value| value.strip_suffix('`'));
    inside.map_or_else(|| value.clone(), str::to_owned)
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, code, message, .. } = self;
        write!(formatter, "{file}:{line}: {message} [{code}]")
    }
}
