//! The files of a pack before anything is read from them: their names, sizes and encoding.

use std::collections::BTreeMap;

use crate::characters::{forbidden, quoted};
use crate::notes::Notes;
use crate::raster;

/// How many files a pack may have.
pub const MOST_FILES: usize = 5_000;
const LARGEST_TEXT: usize = 2 * 1024 * 1024;
const LARGEST_PICTURE: usize = 8 * 1024 * 1024;
const LONGEST_NAME: usize = 100;

/// A stream of problems from one broken file helps nobody.
const MOST_CHARACTERS: usize = 20;

/// Names that Windows keeps for devices, with any ending.
const DEVICES: &[&str] = &[
    "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
    "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// What a path in a pack may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// `pack.toml` and its like.
    Root,
    /// A lesson.
    Lesson,
    /// A quiz.
    Quiz,
    /// The mailbox, or a message of it.
    Inbox,
    /// A part of the story.
    Story,
    /// A drawing.
    Drawing,
    /// A raster picture.
    Picture,
}

impl Use {
    fn is_text(self) -> bool {
        self != Self::Picture
    }
}

/// The use of a path, or which rule of section 1 of `FORMAT.md` it breaks.
pub(crate) fn path_use(path: &str) -> Result<Use, String> {
    let (folder, name) = match path.rsplit_once('/') {
        Some((folder, name)) => (Some(folder), name),
        None => (None, path),
    };
    check_name(name)?;
    let (_, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    match (folder, ending) {
        (None, _)
            if matches!(
                name,
                "pack.toml"
                    | "claims.toml"
                    | "glossary.toml"
                    | "coverage.toml"
                    | "misconceptions.toml"
                    | "organisation.toml"
            ) =>
        {
            Ok(Use::Root)
        }
        (Some("lessons"), "md") => Ok(Use::Lesson),
        (Some("quizzes"), "toml") => Ok(Use::Quiz),
        (Some("inbox"), "toml") => Ok(Use::Inbox),
        (Some("story"), "toml") => Ok(Use::Story),
        (Some("media"), "svg") => Ok(Use::Drawing),
        (Some("media"), "png" | "jpg" | "webp") => Ok(Use::Picture),
        _ => Err("the format has no place for this file; see section 1 of FORMAT.md".into()),
    }
}

/// Checks one part of a path.
pub(crate) fn check_name(name: &str) -> Result<(), String> {
    let allowed = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'.'
    };
    let stem = name.split('.').next().unwrap_or_default();
    if name.is_empty() || name.len() > LONGEST_NAME {
        Err(format!("a name has 1 to {LONGEST_NAME} characters; rename the file"))
    } else if !name.bytes().all(allowed) {
        Err("names of files use a-z, 0-9, - and . only; rename the file".into())
    } else if stem.is_empty() || name.ends_with('.') || name.contains("..") {
        Err("a name neither begins nor ends with a dot, and has no two in a row; rename the file"
            .into())
    } else if DEVICES.contains(&stem) {
        Err("Windows keeps this name for a device; rename the file".into())
    } else {
        Ok(())
    }
}

/// How many bytes the file at a path may have.
pub(crate) fn largest(path: &str) -> usize {
    match path_use(path) {
        Ok(found) if !found.is_text() => LARGEST_PICTURE,
        _ => LARGEST_TEXT,
    }
}

/// Why no pack has a file of this path and size; nothing when it may have one. The same rules as for folders.
pub fn refused_file(path: &str, size: u64) -> Option<String> {
    let limit = largest(path);
    match path_use(path) {
        Err(why) => Some(why),
        Ok(_) if size > limit as u64 => Some(format!("larger than {limit} bytes; make it smaller")),
        Ok(_) => None,
    }
}

/// The files of a pack that can be read on.
#[derive(Debug, Default)]
pub(crate) struct Files<'a> {
    /// Text files, checked for encoding and characters.
    pub(crate) texts: BTreeMap<&'a str, &'a str>,
    /// Raster pictures.
    pub(crate) pictures: BTreeMap<&'a str, &'a [u8]>,
    /// Files that are there, but too broken to be read.
    pub(crate) broken: Vec<&'a str>,
}

impl<'a> Files<'a> {
    /// Sorts the files, and reports those that no pack may have.
    pub(crate) fn sort(files: &'a BTreeMap<String, Vec<u8>>, notes: &Notes) -> Self {
        let mut sorted = Self::default();
        if files.len() > MOST_FILES {
            let message = format!("{} files, more than {MOST_FILES}; remove some", files.len());
            notes.problem("pack.toml", 1, "too-many-files", message);
        }
        for (path, bytes) in files.iter().take(MOST_FILES) {
            sorted.add(path, bytes, notes);
        }
        sorted
    }

    fn add(&mut self, path: &'a str, bytes: &'a [u8], notes: &Notes) {
        let found = match path_use(path) {
            Ok(found) => found,
            Err(why) => {
                let code =
                    if why.starts_with("the format") { "unexpected-file" } else { "bad-name" };
                return notes.problem(path, 1, code, why);
            }
        };
        if bytes.len() > largest(path) {
            let message = format!("larger than {} bytes; make it smaller", largest(path));
            notes.problem(path, 1, "file-too-large", message);
            self.broken.push(path);
        } else if found == Use::Picture {
            self.pictures.insert(path, bytes);
        } else if let Some(text) = decode(path, bytes, notes) {
            self.texts.insert(path, text);
        } else {
            self.broken.push(path);
        }
    }

    /// The text of a file that must be there; its absence is reported at `asked`.
    pub(crate) fn text(&self, path: &str, notes: &Notes) -> Option<&'a str> {
        notes.use_file(path);
        let text = self.texts.get(path).copied();
        if text.is_none() && !self.broken.contains(&path) {
            let message = "this file is missing: every pack has one";
            notes.problem(path, 1, "missing-file", message);
        }
        text
    }
}

/// The text of a file, unless it holds what no text of a pack may hold.
fn decode<'a>(path: &str, bytes: &'a [u8], notes: &Notes) -> Option<&'a str> {
    if path_use(path) == Ok(Use::Drawing)
        && let Some(found) = raster::sniff(bytes)
    {
        let message = format!("this is {found}, not SVG; name it after what it is");
        notes.problem(path, 1, "picture-type", message);
        return None;
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            report_encoding(path, bytes, error.valid_up_to(), notes);
            return None;
        }
    };
    let mut clean = true;
    let mut seen: Vec<(u32, &str)> = Vec::new();
    for (line, words) in (1..).zip(text.split('\n')) {
        // Most lines are plain, and whether they are is much cheaper to say than what they hold.
        if words.bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~')) {
            continue;
        }
        for (code, what) in words.chars().filter_map(forbidden) {
            clean = false;
            // A file with carriage returns has one at every line: the first says it all.
            let known = seen
                .iter()
                .any(|(at, it)| *it == code && (*at == line || code == "carriage-return"));
            if !known && seen.len() < MOST_CHARACTERS {
                seen.push((line, code));
                notes.problem(path, line, code, format!("this line holds {what}"));
            }
        }
    }
    clean.then_some(text)
}

fn report_encoding(path: &str, bytes: &[u8], valid: usize, notes: &Notes) {
    let before = bytes.get(..valid).unwrap_or_default();
    let lines = before.split(|byte| *byte == b'\n').count();
    let line = u32::try_from(lines).unwrap_or(u32::MAX);
    let guess = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "this is UTF-16",
        _ => "this is not UTF-8",
    };
    let shown = quoted(&String::from_utf8_lossy(
        bytes.get(valid..bytes.len().min(valid + 8)).unwrap_or_default(),
    ));
    let message = format!("{guess} (at {shown}); save the file as UTF-8 without a byte order mark");
    notes.problem(path, line, "not-utf8", message);
}
