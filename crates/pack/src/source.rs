//! A text with its name and its line numbers: what every problem's place is computed from.

use std::cell::Cell;
use std::ops::Range;
use std::str::Chars;

use crate::characters::quoted;
use crate::notes::{Kind, Notes, Place};
use crate::problem::{Sentence, bare};

/// A text file, or a fenced block of one.
pub(crate) struct Source<'a> {
    /// Path inside the pack.
    pub(crate) file: &'a str,
    /// The whole text.
    pub(crate) text: &'a str,
    /// The line at which it begins: the fence of a fenced block, otherwise its first line.
    pub(crate) head: u32,
    notes: &'a Notes,
    /// The offset at which each line begins.
    starts: Vec<usize>,
    first_line: u32,
    /// The last line of the file: a parser may place a problem after the end of the text.
    last_line: u32,
    quiet: Cell<bool>,
}

impl<'a> Source<'a> {
    /// A whole file.
    pub(crate) fn new(file: &'a str, text: &'a str, notes: &'a Notes) -> Self {
        let starts = line_starts(text);
        let last_line = u32::try_from(starts.len()).unwrap_or(u32::MAX);
        let (head, first_line, quiet) = (1, 1, Cell::new(false));
        Self { file, text, head, notes, starts, first_line, last_line, quiet }
    }

    /// The body of a fenced block of this file, which begins on the line after its fence.
    pub(crate) fn block<'b>(&'b self, text: &'b str, fence: u32) -> Source<'b> {
        self.part(text, line_starts(text), fence, fence.saturating_add(1))
    }

    /// The text that a TOML string of this file stands for. Its lines are those of the file, whatever
    /// escapes the string is written with.
    pub(crate) fn string<'b>(&'b self, text: &'b str, span: Range<usize>) -> Source<'b> {
        let line = self.line(span.start);
        let raw = self.text.get(span).unwrap_or_default();
        let (dropped, starts) = string_lines(raw);
        self.part(text, starts, line, line.saturating_add(dropped))
    }

    /// A part of this file, which collects into the same notes.
    fn part<'b>(
        &'b self,
        text: &'b str,
        starts: Vec<usize>,
        head: u32,
        first_line: u32,
    ) -> Source<'b> {
        let quiet = self.quiet.clone();
        Source { text, head, starts, first_line, quiet, ..*self }
    }

    /// The line, counted from 1, that the byte at `offset` stands in.
    pub(crate) fn line(&self, offset: usize) -> u32 {
        let before = self.starts.partition_point(|start| *start <= offset);
        let lines = u32::try_from(before.saturating_sub(1)).unwrap_or(u32::MAX);
        self.first_line.saturating_add(lines).min(self.last_line)
    }

    /// Writes a problem of this file down.
    pub(crate) fn problem(&self, line: u32, code: &'static str, message: impl Into<Sentence>) {
        if !self.quiet.get() {
            self.notes.problem(self.file, line, code, message);
        }
    }

    /// From now on problems are dropped: after a syntax error what follows from it is noise.
    pub(crate) fn be_quiet(&self) {
        self.quiet.set(true);
    }

    /// Whether a syntax error has made what follows unsure.
    pub(crate) fn is_quiet(&self) -> bool {
        self.quiet.get()
    }

    /// An id is given to something at this line.
    pub(crate) fn define(&self, kind: Kind, id: &str, line: u32) {
        let first = self.notes.define(kind, id, self.place(line));
        if let Some(first) = first {
            let there = format!("{}:{}", first.file, first.line);
            let message = Sentence {
                words: format!("{} is used already at {there}; give this one its own", quoted(id)),
                values: vec![bare(&quoted(id))],
            };
            self.problem(line, "duplicate-id", message);
        }
    }

    /// An id is referred to at this line.
    pub(crate) fn refer(&self, kind: Kind, id: &str, line: u32) {
        self.notes.refer(kind, id, self.place(line));
    }

    /// The notes that this text collects into.
    pub(crate) fn notes(&self) -> &'a Notes {
        self.notes
    }

    fn place(&self, line: u32) -> Place {
        Place { file: self.file.to_owned(), line }
    }
}

/// The offset at which each line of a text begins.
fn line_starts(text: &str) -> Vec<usize> {
    let breaks = text.match_indices('\n');
    std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect()
}

/// For a TOML string as it is written: how many lines it drops at its start, and for every line after that
/// the offset at which it begins in the text that the string stands for.
fn string_lines(raw: &str) -> (u32, Vec<usize>) {
    let basic = raw.strip_prefix("\"\"\"");
    let Some(inside) = basic.or_else(|| raw.strip_prefix("'''")) else {
        return (0, vec![0]);
    };
    // TOML drops a line break right after the opening quotes.
    let first = inside.strip_prefix('\n');
    let mut starts = vec![0];
    let mut length = 0;
    let mut rest = first.unwrap_or(inside).chars();
    while let Some(next) = rest.next() {
        if next == '\n' {
            length += 1;
            starts.push(length);
        } else if next == '\\' && basic.is_some() {
            length += escape(&mut rest, length, &mut starts);
        } else {
            length += next.len_utf8();
        }
    }
    (u32::from(first.is_some()), starts)
}

/// Passes over an escape; gives the length of what it stands for. A backslash at the end of a line stands
/// for nothing, and takes the line breaks and spaces after it along.
fn escape(rest: &mut Chars<'_>, length: usize, starts: &mut Vec<usize>) -> usize {
    let digits = match rest.clone().next() {
        Some('x') => 2,
        Some('u') => 4,
        Some('U') => 8,
        Some(' ' | '\t' | '\n') => {
            let blank =
                rest.as_str().len() - rest.as_str().trim_start_matches([' ', '\t', '\n']).len();
            for next in rest.by_ref().take(blank) {
                if next == '\n' {
                    starts.push(length);
                }
            }
            return 0;
        }
        _ => {
            rest.next();
            return 1;
        }
    };
    let code: String = rest.by_ref().skip(1).take(digits).collect();
    let code = u32::from_str_radix(&code, 16).ok().and_then(char::from_u32);
    code.map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::string_lines;

    #[test]
    fn the_lines_of_a_string_are_those_of_the_file() {
        for (raw, expect) in [
            ("\"a\\nb\"", (0, vec![0])),
            ("'a'", (0, vec![0])),
            ("\"\"\"a\nb\"\"\"", (0, vec![0, 2])),
            ("\"\"\"\na\nb\"\"\"", (1, vec![0, 2])),
            ("'''\na\\nb\nc'''", (1, vec![0, 5])),
            ("\"\"\"\na\\nb\nc\"\"\"", (1, vec![0, 4])),
            ("\"\"\"a\\\n  b\nc\"\"\"", (0, vec![0, 1, 3])),
            ("\"\"\"a \\\n\n  b\"\"\"", (0, vec![0, 2, 2])),
            ("\"\"\"\\u00e9\nb\"\"\"", (0, vec![0, 3])),
            ("\"\"\"\\U0001F600\\x41\nb\"\"\"", (0, vec![0, 6])),
            ("\"\"\"\\", (0, vec![0])),
        ] {
            assert_eq!(string_lines(raw), expect, "{raw}");
        }
    }
}
