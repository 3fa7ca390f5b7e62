//! One TOML value, read as what the format expects there. A value of another kind is a problem, and a
//! stand-in is given back, so that reading goes on; a pack with problems is never used.

use std::ops::{Range, RangeInclusive};

use chrono::{NaiveDate, NaiveDateTime};
use toml::Spanned;
use toml::de::DeValue;

use crate::characters::{forbidden, is_slug, is_statement_id, quoted};
use crate::guard::LONGEST_TEXT;
use crate::inline;
use crate::model::Text;
use crate::notes::Kind;
use crate::problem::{Sentence, sentence};
use crate::source::Source;
use crate::table::Table;
use crate::words;

/// A value and where it stands.
pub struct Value<'a> {
    source: &'a Source<'a>,
    found: &'a DeValue<'a>,
    span: Range<usize>,
}

impl<'a> Value<'a> {
    /// A value of `source`.
    pub(crate) fn new(source: &'a Source<'a>, value: &'a Spanned<DeValue<'a>>) -> Self {
        Self { source, found: value.get_ref(), span: value.span() }
    }

    /// The line at which it begins.
    pub fn line(&self) -> u32 {
        self.source.line(self.span.start)
    }

    /// Writes a problem of this value down.
    pub fn problem(&self, code: &'static str, message: impl Into<Sentence>) {
        self.source.problem(self.line(), code, message);
    }

    fn wrong_type(&self, wanted: &str) {
        let found = match self.found {
            DeValue::String(_) => "a string",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a decimal number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date or time",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.problem("wrong-type", format!("{wanted} is expected here, not {found}"));
    }

    /// Any string with something in it and no forbidden characters.
    fn string(&self) -> Option<&'a str> {
        let DeValue::String(text) = self.found else {
            self.wrong_type("a string");
            return None;
        };
        if text.trim().is_empty() {
            self.problem("empty-text", "this is empty; write something, or remove the key");
            return None;
        }
        if text.len() > LONGEST_TEXT {
            let message = format!("longer than {LONGEST_TEXT} bytes; make it shorter");
            self.problem("text-too-long", message);
            return None;
        }
        // The file itself is clean, but an escape such as `\u202E` can still write such a character.
        if let Some((code, what)) = text.chars().find_map(forbidden) {
            self.problem(code, format!("this stands for {what}"));
            return None;
        }
        Some(text)
    }

    /// A plain string: words without Markdown.
    pub fn plain(&self) -> String {
        let Some(text) = self.string() else {
            return String::new();
        };
        self.refuse_marks(text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// A path in a folder of the pack, with an ending; otherwise nothing and a problem. A path is only ever
    /// looked up among the pack's files; the check is for the message's sake.
    pub(crate) fn path(&self, folder: &str, ending: &str) -> String {
        let path = self.plain();
        if path.is_empty() || (path.starts_with(folder) && path.ends_with(ending)) {
            return path;
        }
        let message =
            format!("{} is not of the form {folder}NAME{ending}; correct it", quoted(&path));
        self.problem("bad-path", message);
        String::new()
    }

    /// Words that the caller reads on: nothing is refused in them yet.
    pub(crate) fn words(&self) -> Option<String> {
        let text = self.string()?;
        Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Reports Markdown and HTML in words that are shown as they are.
    pub(crate) fn refuse_marks(&self, text: &str) {
        for (code, message) in inline::marks_in_plain(text) {
            self.problem(code, message);
        }
    }

    /// A plain string of whole sentences.
    pub(crate) fn sentences(&self) -> String {
        let text = self.plain();
        for (_, long) in words::long_sentences(&text) {
            self.problem("long-sentence", long);
        }
        text
    }

    /// A paragraph of inline Markdown.
    pub(crate) fn text(&self) -> Text {
        let Some(text) = self.string() else {
            return Text::new();
        };
        inline::read_paragraph(&self.source.string(text, self.span.clone()))
    }

    /// An id that the author writes.
    pub(crate) fn slug(&self) -> String {
        let Some(text) = self.string() else {
            return String::new();
        };
        if is_slug(text) {
            return text.to_owned();
        }
        self.bad_id(text);
        String::new()
    }

    fn bad_id(&self, text: &str) {
        let message = sentence!(
            "{} is no id: use 2 to 64 of a-z, 0-9 and -, beginning with a letter",
            quoted(text)
        );
        self.problem("bad-id", message);
    }

    /// The id of a statement.
    pub(crate) fn statement_id(&self) -> String {
        let Some(text) = self.string() else {
            return String::new();
        };
        if is_statement_id(text) {
            return text.to_owned();
        }
        let message = format!(
            "{} is no statement id: write a capital, digits and perhaps a small letter, such as S03",
            quoted(text)
        );
        self.problem("bad-id", message);
        String::new()
    }

    /// The id of something that is defined elsewhere.
    pub(crate) fn reference(&self, kind: Kind) -> String {
        let id = match kind {
            Kind::Statement => self.statement_id(),
            _ => self.slug(),
        };
        if !id.is_empty() {
            self.source.refer(kind, &id, self.line());
        }
        id
    }

    /// A day.
    pub(crate) fn date(&self) -> NaiveDate {
        if let DeValue::Datetime(found) = self.found
            && let (Some(date), None, None) = (found.date, found.time, found.offset)
            && let Some(day) =
                NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
        {
            return day;
        }
        self.wrong_type("a date such as 2023-06-05, without quotation marks,");
        NaiveDate::default()
    }

    /// A day with a time, in the place of the story.
    pub(crate) fn local_time(&self) -> NaiveDateTime {
        if let DeValue::Datetime(found) = self.found
            && let (Some(date), Some(time), None) = (found.date, found.time, found.offset)
            && let Some(day) =
                NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
            && let Some(moment) = day.and_hms_opt(
                time.hour.into(),
                time.minute.into(),
                time.second.unwrap_or_default().into(),
            )
        {
            return moment;
        }
        self.wrong_type("a day and time such as 2023-06-08T16:10:00, without quotation marks,");
        NaiveDateTime::default()
    }

    /// How far a meter moves: -3 to 3, and not 0.
    pub(crate) fn change(&self) -> i8 {
        let DeValue::Integer(found) = self.found else {
            self.wrong_type("a whole number");
            return 1;
        };
        if let Ok(by @ (-3..=-1 | 1..=3)) = i8::from_str_radix(found.as_str(), found.radix()) {
            return by;
        }
        self.problem("number-out-of-range", "write a whole number from -3 to 3, and not 0");
        1
    }

    /// A slug, and whether it stands behind a prefix.
    pub(crate) fn slug_after(&self, prefix: &str) -> (String, bool) {
        let Some(text) = self.string() else {
            return (String::new(), false);
        };
        let (rest, is_behind) = match text.strip_prefix(prefix) {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        if is_slug(rest) {
            return (rest.to_owned(), is_behind);
        }
        self.bad_id(text);
        (String::new(), is_behind)
    }

    /// A whole number within bounds.
    pub fn whole(&self, within: RangeInclusive<u32>) -> u32 {
        let DeValue::Integer(found) = self.found else {
            self.wrong_type("a whole number");
            return *within.start();
        };
        match u32::from_str_radix(found.as_str(), found.radix()) {
            Ok(number) if within.contains(&number) => number,
            _ => {
                let (least, most) = (within.start(), within.end());
                let message = sentence!("write a whole number from {} to {}", least, most);
                self.problem("number-out-of-range", message);
                *least
            }
        }
    }

    /// A number within bounds, whole or decimal.
    pub(crate) fn number(&self, within: RangeInclusive<f64>) -> f64 {
        let found = match self.found {
            DeValue::Integer(found) if found.radix() == 10 => found.as_str(),
            DeValue::Float(found) => found.as_str(),
            _ => {
                self.wrong_type("a decimal or whole number");
                return *within.start();
            }
        };
        match found.parse() {
            Ok(number) if within.contains(&number) => number,
            _ => {
                let (least, most) = (within.start(), within.end());
                let message = sentence!("write a number from {} to {}", least, most);
                self.problem("number-out-of-range", message);
                *least
            }
        }
    }

    /// `true` or `false`.
    pub fn truth(&self) -> bool {
        if let DeValue::Boolean(found) = self.found {
            return *found;
        }
        self.wrong_type("true or false");
        false
    }

    /// A word out of a few.
    pub fn one_of<T: Copy>(&self, words: &[(&str, T)]) -> Option<T> {
        let text = self.string()?;
        let found = words.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let message = sentence!("{} is not one of: {}", quoted(text), words.join(", "));
            self.problem("unknown-word", message);
        }
        found.map(|(_, meaning)| *meaning)
    }

    /// A list of so many values; what goes beyond is reported once and not read.
    pub fn list(&self, count: RangeInclusive<usize>) -> Vec<Value<'a>> {
        let DeValue::Array(found) = self.found else {
            self.wrong_type("a list");
            return Vec::new();
        };
        if !count.contains(&found.len()) {
            let (least, most) = (count.start(), count.end());
            let message = sentence!("write {} to {} of these, not {}", least, most, found.len());
            self.problem("wrong-count", message);
        }
        let values = found.iter().take(*count.end());
        values.map(|value| Value::new(self.source, value)).collect()
    }

    /// A table.
    pub fn table(&self) -> Option<Table<'a>> {
        let DeValue::Table(found) = self.found else {
            self.wrong_type("a table");
            return None;
        };
        Some(Table::new(self.source, found, self.line()))
    }
}
