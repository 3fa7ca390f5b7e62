//! Inline Markdown: one paragraph of words, marks and references.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::characters::{forbidden, is_slug, quoted};
use crate::guard::{self, Odd};
use crate::model::{Span, Text, plain};
use crate::notes::Kind;
use crate::problem::sentence;
use crate::source::Source;
use crate::words;

/// What the Markdown reader recognises. Tables and the like are recognised to be refused: read as plain
/// words they would reach the reader as a row of bars.
pub(crate) fn options() -> Options {
    Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
}

/// Reports what no parser should meet. True when the text can be parsed.
pub(crate) fn is_readable(source: &Source<'_>) -> bool {
    let Some((at, odd)) = guard::odd_markdown(source.text) else {
        return true;
    };
    let line = source.line(at);
    let (code, message) = match odd {
        Odd::Deep => ("too-deep", "nested more than 64 levels deep; make it flat"),
        Odd::Long => ("text-too-long", "a paragraph without end; split it"),
    };
    source.problem(line, code, message);
    false
}

/// Marks and HTML in a string that is shown as it is: the code and the message for each kind.
pub(crate) fn marks_in_plain(text: &str) -> Vec<(&'static str, &'static str)> {
    if guard::odd_markdown(text).is_some() {
        return vec![("too-deep", "too many brackets or marks; write plain words")];
    }
    let mut found = Vec::new();
    found.extend(tag_like(text).map(|_| RAW_HTML));
    for event in Parser::new_ext(text, options()) {
        let problem = match event {
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => RAW_HTML,
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => {
                ("link-in-plain-text", "a link or picture in a field of plain words; remove it")
            }
            Event::Code(_) | Event::Start(Tag::Strong | Tag::Emphasis) => {
                ("mark-in-plain-text", "a Markdown mark in a field of plain words; remove it")
            }
            _ => continue,
        };
        if !found.contains(&problem) {
            found.push(problem);
        }
    }
    found
}

/// The problem with raw HTML.
pub(crate) const RAW_HTML: (&str, &str) = (
    "raw-html",
    "HTML is not part of the format; remove it, or write a tag that is meant as words as `code`",
);

/// Where words look like the beginning of a tag. Markdown lets through some that a browser would read as
/// HTML, such as `<img/src=x>`; nobody ever hands our words to a browser as HTML, but they need not be there.
fn tag_like(text: &str) -> Option<usize> {
    text.match_indices('<').map(|(at, _)| at).find(|at| {
        let next = text[at + 1..].chars().next();
        next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'))
    })
}

/// Reads a text field: one paragraph and nothing else.
pub(crate) fn read_paragraph(source: &Source<'_>) -> Text {
    if !is_readable(source) {
        return Text::new();
    }
    let mut reader = InlineReader::new(source);
    let mut paragraphs = 0;
    let mut events = Parser::new_ext(source.text, options()).into_offset_iter();
    for (event, range) in events.by_ref() {
        let line = source.line(range.start);
        match event {
            Event::Start(Tag::Paragraph) if paragraphs == 0 => paragraphs = 1,
            Event::End(TagEnd::Paragraph) | Event::Start(Tag::HtmlBlock) => {}
            Event::End(_) if !reader.is_open() => {}
            Event::Start(ref tag) if is_block(tag) => source.problem(
                line,
                "not-one-paragraph",
                "write one paragraph here; if a number, a dash or a # at its start is meant as it is, put a backslash before it",
            ),
            event => reader.take(event, line),
        }
    }
    refuse_definitions(source, events.reference_definitions().iter().map(|(_, it)| it.span.start));
    reader.finish()
}

/// Reports definitions of links: they vanish from the text, so nobody would see where they lead.
pub(crate) fn refuse_definitions(source: &Source<'_>, offsets: impl Iterator<Item = usize>) {
    for at in offsets {
        let message = "a link definition; write claim:, term: or step: references in place";
        source.problem(source.line(at), "link-definition", message);
    }
}

/// Whether a tag opens a block rather than a mark.
pub(crate) fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

/// Reads the events of one paragraph.
pub(crate) struct InlineReader<'s> {
    source: &'s Source<'s>,
    spans: Text,
    /// Offsets in the plain words, each with the line that it comes from.
    lines: Vec<(usize, u32)>,
    length: usize,
    mark: Option<Mark>,
    /// How many marks are open, with those that are refused.
    open: usize,
}

/// A mark that has begun.
struct Mark {
    line: u32,
    text: String,
    kind: MarkKind,
}

enum MarkKind {
    Strong,
    Emphasis,
    Reference(Kind, String),
    Refused,
}

impl<'s> InlineReader<'s> {
    /// A paragraph of `source`.
    pub(crate) fn new(source: &'s Source<'s>) -> Self {
        Self { source, spans: Text::new(), lines: Vec::new(), length: 0, mark: None, open: 0 }
    }

    /// Whether a mark is open.
    pub(crate) fn is_open(&self) -> bool {
        self.open > 0
    }

    /// Whether there are words already.
    pub(crate) fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Takes one event that stands at `line`.
    pub(crate) fn take(&mut self, event: Event<'_>, line: u32) {
        match event {
            Event::Text(text) => self.words(&text, line),
            Event::SoftBreak | Event::HardBreak => self.words(" ", line),
            Event::Code(text) => self.code(&text, line),
            Event::Start(tag) => self.start(&tag, line),
            Event::End(_) => self.end(),
            Event::Html(_) | Event::InlineHtml(_) => {
                self.source.problem(line, RAW_HTML.0, RAW_HTML.1);
            }
            Event::FootnoteReference(_) => {
                let message = "a footnote; say it in the text, or with a claim";
                self.source.problem(line, "footnote", message);
            }
            Event::Rule => self.source.problem(line, "rule", "a line across the page; remove it"),
            Event::TaskListMarker(_) => {
                self.source.problem(line, "task-list", "a tick box; write a plain list");
            }
            Event::InlineMath(_) | Event::DisplayMath(_) => self.unknown_mark(line),
        }
    }

    fn words(&mut self, text: &str, line: u32) {
        self.check_characters(text, line);
        self.lines.push((self.length, line));
        self.length += text.len();
        if let Some(mark) = &mut self.mark {
            mark.text.push_str(text);
        } else if let Some(Span::Text { text: last }) = self.spans.last_mut() {
            last.push_str(text);
        } else {
            let text = text.to_owned();
            self.spans.push(Span::Text { text });
        }
    }

    /// An entity such as `&#x202E;` can write what the file itself may not hold.
    fn check_characters(&self, text: &str, line: u32) {
        if let Some((code, what)) = text.chars().find_map(forbidden) {
            self.source.problem(line, code, format!("this stands for {what}"));
        }
    }

    fn code(&mut self, text: &str, line: u32) {
        if self.mark.is_some() {
            self.nested(line);
            return self.words(text, line);
        }
        self.check_characters(text, line);
        self.lines.push((self.length, line));
        self.length += text.len();
        let text = text.to_owned();
        self.spans.push(Span::Code { text });
    }

    fn nested(&self, line: u32) {
        let message = "a mark within a mark; use one at a time";
        self.source.problem(line, "nested-mark", message);
    }

    fn start(&mut self, tag: &Tag<'_>, line: u32) {
        self.open += 1;
        if self.mark.is_some() {
            return self.nested(line);
        }
        let kind = match tag {
            Tag::Strong => MarkKind::Strong,
            Tag::Emphasis => MarkKind::Emphasis,
            Tag::Link { link_type, dest_url, title, .. } => {
                self.link(*link_type, dest_url, title, line)
            }
            Tag::Image { .. } => {
                let message = "a picture; use a figure block, which has a text alternative";
                self.source.problem(line, "image", message);
                MarkKind::Refused
            }
            _ => {
                self.unknown_mark(line);
                MarkKind::Refused
            }
        };
        let text = String::new();
        self.mark = Some(Mark { line, text, kind });
    }

    fn unknown_mark(&self, line: u32) {
        let message = "a mark that the format does not have; remove it";
        self.source.problem(line, "unknown-mark", message);
    }

    fn link(&self, link_type: LinkType, target: &str, title: &str, line: u32) -> MarkKind {
        let kind = match target.split_once(':') {
            Some(("claim", id)) => Some((Kind::Claim, id)),
            Some(("term", id)) => Some((Kind::Term, id)),
            Some(("step", id)) => Some((Kind::Step, id)),
            _ => None,
        };
        match kind {
            Some((kind, id))
                if is_slug(id) && link_type == LinkType::Inline && title.is_empty() =>
            {
                MarkKind::Reference(kind, id.to_owned())
            }
            _ => {
                let message = sentence!(
                    "a link to {}; only [words](claim:id), (term:id) and (step:id) are allowed",
                    quoted(target)
                );
                self.source.problem(line, "link", message);
                MarkKind::Refused
            }
        }
    }

    fn end(&mut self) {
        self.open = self.open.saturating_sub(1);
        if self.open > 0 {
            return;
        }
        let Some(Mark { line, text, kind }) = self.mark.take() else {
            return;
        };
        if text.trim().is_empty() {
            self.source.problem(line, "empty-text", "a mark around nothing; put words into it");
        }
        self.spans.push(match kind {
            MarkKind::Strong => Span::Strong { text },
            MarkKind::Emphasis => Span::Emphasis { text },
            MarkKind::Refused => Span::Text { text },
            MarkKind::Reference(kind, id) => self.reference(kind, id, text, line),
        });
    }

    fn reference(&self, kind: Kind, id: String, text: String, line: u32) -> Span {
        self.source.refer(kind, &id, line);
        match kind {
            Kind::Claim => Span::Claim { text, id },
            Kind::Term => Span::Term { text, id },
            _ => Span::Step { text, id },
        }
    }

    /// The paragraph, with what can be seen only in the whole of it checked.
    pub(crate) fn finish(self) -> Text {
        for (at, message) in words::long_sentences(&plain(&self.spans)) {
            let line = self.line_of(at);
            self.source.problem(line, "long-sentence", message);
        }
        let mut start = 0;
        for span in &self.spans {
            if let Some(at) = tag_like(span.text())
                && !matches!(span, Span::Code { .. })
            {
                let line = self.line_of(start + at);
                self.source.problem(line, RAW_HTML.0, RAW_HTML.1);
            }
            start += span.text().len();
        }
        self.spans
    }

    /// The line that the plain words at an offset come from.
    fn line_of(&self, at: usize) -> u32 {
        let before = self.lines.partition_point(|(start, _)| *start <= at);
        let place = before.checked_sub(1).and_then(|last| self.lines.get(last));
        place.map_or(1, |(_, line)| *line)
    }
}
