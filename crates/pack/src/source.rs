//! A text with its name and its line numbers: what every problem's place is computed from.

use std::cell::Cell;

use crate::notes::{Kind, Notes, Place};

/// A text file, or a fenced block of one.
pub(crate) struct Source<'a> {
    /// Path inside the pack.
    pub(crate) file: &'a str,
    /// The whole text.
    pub(crate) text: &'a str,
    notes: &'a Notes,
    starts: Vec<usize>,
    first_line: u32,
    quiet: Cell<bool>,
}

impl<'a> Source<'a> {
    /// A whole file.
    pub(crate) fn new(file: &'a str, text: &'a str, notes: &'a Notes) -> Self {
        Self::part(file, text, notes, 1)
    }

    /// A part of a file that begins at `first_line`.
    pub(crate) fn part(file: &'a str, text: &'a str, notes: &'a Notes, first_line: u32) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        Self { file, text, notes, starts, first_line, quiet: Cell::new(false) }
    }

    /// A part of this file, which collects into the same notes.
    pub(crate) fn inner<'b>(&'b self, text: &'b str, first_line: u32) -> Source<'b> {
        let part = Source::part(self.file, text, self.notes, first_line);
        part.quiet.set(self.quiet.get());
        part
    }

    /// The line, counted from 1, that the byte at `offset` stands in.
    pub(crate) fn line(&self, offset: usize) -> u32 {
        let before = self.starts.partition_point(|start| *start <= offset);
        let lines = u32::try_from(before.saturating_sub(1)).unwrap_or(u32::MAX);
        self.first_line.saturating_add(lines)
    }

    /// Writes a problem of this file down.
    pub(crate) fn problem(&self, line: u32, code: &'static str, message: impl Into<String>) {
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
        self.notes.define(kind, id, self.place(line));
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
