//! The one way to read TOML: a table whose keys are asked for, with every problem at its line.
//!
//! A key that nobody asked for is unknown, and is reported when the table goes out of use. So the
//! reading code is the list of keys, and no second list can drift away from it.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use chrono::{NaiveDate, NaiveDateTime};
use toml::de::DeTable;

use crate::Problem;
use crate::characters::{forbidden, quoted};
use crate::guard;
use crate::model::Text;
use crate::notes::{Kind, Notes};
use crate::problem::{Sentence, sentence};
use crate::source::Source;
use crate::value::Value;

/// How many claims, terms, statements, modules or questions a file may hold.
const MOST_ENTRIES: usize = 1000;

/// More lines with syntax errors than this are usually echoes of the first.
const MOST_SYNTAX_ERRORS: usize = 5;

/// Reads a whole TOML text. `kinds` are what it defines: if it cannot be parsed, nobody is told that
/// one of them is missing.
pub(crate) fn read_toml<T>(
    source: &Source<'_>,
    kinds: &[Kind],
    read: impl FnOnce(&Table<'_>) -> T,
) -> Option<T> {
    let unsure = || kinds.iter().for_each(|kind| source.notes().unsure(*kind));
    if let Some(at) = guard::deep_toml(source.text) {
        unsure();
        let line = source.line(at);
        source.problem(line, "too-deep", "nested more than 64 levels deep; make it flat");
        return None;
    }
    let (root, errors) = DeTable::parse_recoverable(source.text);
    let mut lines = BTreeSet::new();
    for error in &errors {
        let line = source.line(error.span().map_or(0, |span| span.start));
        if lines.len() < MOST_SYNTAX_ERRORS && lines.insert(line) {
            let message = sentence!("this is not TOML: {}", error.message());
            source.problem(line, "toml-syntax", message);
        }
    }
    if !errors.is_empty() {
        unsure();
        source.be_quiet();
    }
    Some(read(&Table::new(source, root.get_ref(), source.head)))
}

/// Reads a TOML file that is no part of a pack, with the same care: every problem with its line, unknown keys
/// among them. Line ends and the mark at the beginning may be those of any editor.
///
/// # Errors
/// Every problem of the file, in the order of their lines.
pub fn read_toml_file<T>(
    file: &str,
    text: &str,
    read: impl FnOnce(&Table<'_>) -> T,
) -> Result<T, Vec<Problem>> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let notes = Notes::default();
    let found = {
        let source = Source::new(file, &text, &notes);
        for (at, character) in text.char_indices() {
            if let Some((code, what)) = forbidden(character) {
                source.problem(source.line(at), code, format!("this is {what}"));
            }
        }
        read_toml(&source, &[], read)
    };
    match (found, notes.into_problems()) {
        (Some(found), problems) if problems.is_empty() => Ok(found),
        (_, problems) => Err(problems),
    }
}

/// A table that is being read.
pub struct Table<'a> {
    source: &'a Source<'a>,
    entries: &'a DeTable<'a>,
    line: u32,
    asked: RefCell<BTreeSet<&'static str>>,
    forgiving: Cell<bool>,
}

impl<'a> Table<'a> {
    /// A table that begins at `line`.
    pub(crate) fn new(source: &'a Source<'a>, entries: &'a DeTable<'a>, line: u32) -> Self {
        Self { source, entries, line, asked: RefCell::default(), forgiving: Cell::new(false) }
    }

    /// The text that it stands in.
    pub(crate) fn source(&self) -> &'a Source<'a> {
        self.source
    }

    /// The line at which it begins.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// The line of a key's value, or of the table when the key is missing.
    pub(crate) fn line_of(&self, key: &'static str) -> u32 {
        self.get(key).map_or(self.line, |value| value.line())
    }

    /// Writes a problem of the whole table down.
    pub fn problem(&self, code: &'static str, message: impl Into<Sentence>) {
        self.source.problem(self.line, code, message);
    }

    /// From here on unknown keys are no problem: what the table is could not be found out.
    pub(crate) fn forgive(&self) {
        self.forgiving.set(true);
    }

    /// The value of a key, if there is one.
    pub fn get(&self, key: &'static str) -> Option<Value<'a>> {
        self.asked.borrow_mut().insert(key);
        let value = self.entries.get(key)?;
        Some(Value::new(self.source, value))
    }

    /// The value of a key that must be there.
    pub fn required(&self, key: &'static str) -> Option<Value<'a>> {
        let value = self.get(key);
        if value.is_none() {
            self.problem("missing-key", sentence!("`{}` is missing; add it", key));
        }
        value
    }

    /// A required slug.
    pub(crate) fn slug(&self, key: &'static str) -> String {
        let value = self.required(key);
        value.map(|value| value.slug()).unwrap_or_default()
    }

    /// A required slug that `seen` does not hold yet.
    pub(crate) fn own_slug(&self, key: &'static str, seen: &mut BTreeSet<String>) -> String {
        let Some(value) = self.required(key) else {
            return String::new();
        };
        let slug = value.slug();
        if !slug.is_empty() && !seen.insert(slug.clone()) {
            let message = sentence!("{} is used already; give this one its own", quoted(&slug));
            value.problem("duplicate-id", message);
        }
        slug
    }

    /// A required id that is defined here.
    pub(crate) fn defined(&self, key: &'static str, kind: Kind) -> String {
        let slug = self.slug(key);
        self.source.define(kind, &slug, self.line_of(key));
        slug
    }

    /// A required id of something that is defined elsewhere.
    pub(crate) fn reference(&self, key: &'static str, kind: Kind) -> String {
        let value = self.required(key);
        value.map(|value| value.reference(kind)).unwrap_or_default()
    }

    /// An optional list of ids of things that are defined elsewhere.
    pub(crate) fn references(&self, key: &'static str, kind: Kind) -> Vec<String> {
        let values = self.get(key).map(|value| value.list(0..=100));
        let values = values.unwrap_or_default();
        values.iter().map(|value| value.reference(kind)).collect()
    }

    /// A required plain string.
    pub fn plain(&self, key: &'static str) -> String {
        let value = self.required(key);
        value.map(|value| value.plain()).unwrap_or_default()
    }

    /// An optional list of plain strings.
    pub fn plains(&self, key: &'static str, count: RangeInclusive<usize>) -> Vec<String> {
        let values = self.get(key).map(|value| value.list(count));
        let values = values.unwrap_or_default();
        values.iter().map(Value::plain).collect()
    }

    /// Required plain sentences.
    pub(crate) fn sentences(&self, key: &'static str) -> String {
        let value = self.required(key);
        value.map(|value| value.sentences()).unwrap_or_default()
    }

    /// A required paragraph of inline Markdown.
    pub(crate) fn text(&self, key: &'static str) -> Text {
        let value = self.required(key);
        value.map(|value| value.text()).unwrap_or_default()
    }

    /// A required date.
    pub(crate) fn date(&self, key: &'static str) -> NaiveDate {
        let value = self.required(key);
        value.map(|value| value.date()).unwrap_or_default()
    }

    /// A required moment of story time.
    pub(crate) fn moment(&self, key: &'static str) -> NaiveDateTime {
        let value = self.required(key);
        value.map(|value| value.local_time()).unwrap_or_default()
    }

    /// A required whole number.
    pub fn whole(&self, key: &'static str, within: RangeInclusive<u32>) -> u32 {
        let value = self.required(key);
        value.map(|value| value.whole(within)).unwrap_or_default()
    }

    /// A required number, whole or decimal.
    pub(crate) fn number(&self, key: &'static str, within: RangeInclusive<f64>) -> f64 {
        let value = self.required(key);
        value.map(|value| value.number(within)).unwrap_or_default()
    }

    /// A required `true` or `false`.
    pub fn truth(&self, key: &'static str) -> bool {
        let value = self.required(key);
        value.is_some_and(|value| value.truth())
    }

    /// A required word out of a few.
    pub fn one_of<T: Copy>(&self, key: &'static str, words: &[(&str, T)]) -> Option<T> {
        self.required(key)?.one_of(words)
    }

    /// Required tables under one key, so many of them.
    pub fn tables(&self, key: &'static str, count: RangeInclusive<usize>) -> Vec<Table<'a>> {
        let values = self.required(key).map(|value| value.list(count));
        let values = values.unwrap_or_default();
        values.iter().filter_map(Value::table).collect()
    }

    /// Tables under one key, or none.
    pub fn any_tables(&self, key: &'static str) -> Vec<Table<'a>> {
        let values = self.get(key).map(|value| value.list(0..=MOST_ENTRIES));
        let values = values.unwrap_or_default();
        values.iter().filter_map(Value::table).collect()
    }
}

impl Drop for Table<'_> {
    fn drop(&mut self) {
        if self.forgiving.get() {
            return;
        }
        let asked = self.asked.borrow();
        for key in self.entries.keys() {
            if !asked.contains(key.get_ref().as_ref()) {
                let known: Vec<&str> = asked.iter().copied().collect();
                let message = sentence!(
                    "unknown key {}; remove it, or correct it to one of: {}",
                    quoted(key.get_ref()),
                    known.join(", ")
                );
                let line = self.source.line(key.span().start);
                self.source.problem(line, "unknown-key", message);
            }
        }
    }
}
