//! Reads a lesson: Markdown into steps of typed blocks.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, OffsetIter, Parser, Tag, TagEnd};

use crate::block::{self, StepState};
use crate::characters::quoted;
use crate::heading::Attributes;
use crate::inline::{self, InlineReader, RAW_HTML};
use crate::media::Media;
use crate::model::{Block, Step, Text, plain};
use crate::notes::Kind;
use crate::problem::sentence;
use crate::source::Source;
use crate::table::read_toml;
use crate::words;

/// A step with the lines that later checks need.
pub(crate) struct StepDraft {
    /// The step.
    pub(crate) step: Step,
    /// Where its heading stands.
    pub(crate) line: u32,
    /// The practice questions that it uses, each with its line.
    pub(crate) checks: Vec<(String, u32)>,
    state: StepState,
}

/// Every step of a lesson.
pub(crate) fn read_lesson(source: &Source<'_>, media: &Media) -> Vec<StepDraft> {
    if !inline::is_readable(source) {
        source.notes().unsure(Kind::Step);
        return Vec::new();
    }
    let events = Parser::new_ext(source.text, inline::options()).into_offset_iter();
    let mut reader = LessonReader { source, media, events, steps: Vec::new() };
    reader.read();
    let LessonReader { events, steps, .. } = reader;
    inline::refuse_definitions(
        source,
        events.reference_definitions().iter().map(|(_, it)| it.span.start),
    );
    if steps.is_empty() {
        source.problem(
            1,
            "no-steps",
            "a lesson has at least one step; begin one with ## Title {#id}",
        );
    }
    for draft in &steps {
        check_step(source, draft);
    }
    steps
}

fn check_step(source: &Source<'_>, draft: &StepDraft) {
    let words = draft.step.words;
    if words > words::LONGEST_STEP {
        let message = sentence!(
            "{} words of prose, more than {}; shorten or split the step",
            words,
            words::LONGEST_STEP
        );
        source.problem(draft.line, "long-step", message);
    }
    if draft.step.blocks.is_empty() {
        source.problem(
            draft.line,
            "empty-step",
            "a step with nothing in it; write it or remove it",
        );
    }
}

struct LessonReader<'s> {
    source: &'s Source<'s>,
    media: &'s Media,
    events: OffsetIter<'s>,
    steps: Vec<StepDraft>,
}

impl<'s> LessonReader<'s> {
    fn read(&mut self) {
        while let Some((event, range)) = self.events.next() {
            let line = self.source.line(range.start);
            match event {
                Event::Start(Tag::Heading {
                    level: level @ (HeadingLevel::H2 | HeadingLevel::H3),
                    id,
                    classes,
                    attrs,
                }) => {
                    let attributes = Attributes { id, classes, attrs };
                    if level == HeadingLevel::H2 {
                        self.step(&attributes, line);
                    } else {
                        self.subheading(&attributes, line);
                    }
                }
                Event::Start(Tag::Paragraph) => {
                    let text = self.paragraph();
                    self.add(Block::Paragraph(text), line);
                }
                Event::Start(Tag::List(first)) => {
                    let items = self.list();
                    let ordered = first.is_some();
                    self.add(Block::List { ordered, items }, line);
                }
                Event::Start(Tag::CodeBlock(kind)) => self.fence(&kind, range),
                Event::Start(tag) => {
                    self.refuse(&tag, line);
                    self.skip();
                }
                Event::End(_) => {}
                // What stands alone between blocks, such as a line across the page.
                event => InlineReader::new(self.source).take(event, line),
            }
        }
    }

    fn step(&mut self, attributes: &Attributes<'s>, line: u32) {
        let title = self.title(line);
        let (id, covers) = attributes.of_step(self.source, line);
        let (blocks, words) = (Vec::new(), 0);
        self.steps.push(StepDraft {
            step: Step { id, title, covers, blocks, words },
            line,
            checks: Vec::new(),
            state: StepState::default(),
        });
    }

    fn subheading(&mut self, attributes: &Attributes<'s>, line: u32) {
        let title = self.title(line);
        attributes.expect_none(self.source, line);
        self.add(Block::Subheading(title), line);
    }

    fn add(&mut self, block: Block, line: u32) {
        let Some(draft) = self.steps.last_mut() else {
            let message = "this stands before the first step; begin one with ## Title {#id}";
            return self.source.problem(line, "before-first-step", message);
        };
        let words = u32::try_from(words::prose(&block)).unwrap_or(u32::MAX);
        draft.step.words = draft.step.words.saturating_add(words);
        if let Block::Check { item } = &block {
            draft.checks.push((item.clone(), line));
        }
        draft.step.blocks.push(block);
    }

    /// The words of a heading, which has no marks.
    fn title(&mut self, line: u32) -> String {
        let text = self.paragraph();
        let is_plain = matches!(text.as_slice(), [crate::Span::Text { .. }]);
        let title = plain(&text);
        if title.trim().is_empty() {
            self.source.problem(line, "empty-text", "a heading without words; write some");
        } else if !is_plain {
            self.source.problem(
                line,
                "mark-in-plain-text",
                "a mark in a heading; write plain words",
            );
        }
        title
    }

    /// The inline text up to the end of the block that has just begun.
    fn paragraph(&mut self) -> Text {
        let mut inline = InlineReader::new(self.source);
        while let Some((event, range)) = self.events.next() {
            let line = self.source.line(range.start);
            match event {
                Event::End(_) if !inline.is_open() => break,
                Event::Start(tag) if inline::is_block(&tag) => {
                    self.refuse(&tag, line);
                    self.skip();
                }
                event => inline.take(event, line),
            }
        }
        inline.finish()
    }

    fn list(&mut self) -> Vec<Text> {
        let mut items = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let line = self.source.line(range.start);
                    items.push(self.item(line));
                }
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        items
    }

    /// One entry of a list: one paragraph, with or without blank lines around it.
    fn item(&mut self, first: u32) -> Text {
        let mut inline = InlineReader::new(self.source);
        while let Some((event, range)) = self.events.next() {
            let line = self.source.line(range.start);
            match event {
                Event::End(TagEnd::Item) => break,
                Event::Start(Tag::Paragraph) if inline.is_empty() => {}
                Event::End(TagEnd::Paragraph) => {}
                Event::Start(tag) if inline::is_block(&tag) => {
                    self.refuse_in_list(&tag, line);
                    self.skip();
                }
                event => inline.take(event, line),
            }
        }
        if inline.is_empty() {
            self.source.problem(first, "empty-text", "an empty entry; write it or remove it");
        }
        inline.finish()
    }

    fn fence(&mut self, kind: &CodeBlockKind<'s>, range: Range<usize>) {
        let line = self.source.line(range.start);
        let body = self.body();
        let CodeBlockKind::Fenced(info) = kind else {
            let message = "indented text; take the spaces away from the beginning of the line";
            return self.source.problem(line, "indented-code", message);
        };
        let raw = self.source.text.get(range).unwrap_or_default();
        let last = raw.trim_end().lines().next_back().unwrap_or_default().trim();
        let is_closed =
            raw.trim_end().contains('\n') && (last.starts_with("```") || last.starts_with("~~~"));
        if !is_closed {
            let message = "this block is never closed; end it with a line of ```";
            self.source.problem(line, "unclosed-block", message);
        }
        self.block(info, &body, line);
    }

    /// The body of a fence. It begins on the line after the fence, and the parser keeps its line breaks.
    fn body(&mut self) -> String {
        let mut body = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(text) => body.push_str(&text),
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        body
    }

    fn block(&mut self, info: &str, body: &str, line: u32) {
        let kind = info.split_whitespace().next().unwrap_or_default();
        // An editor colours a fence by its first word or its second, so `toml` may follow.
        let is_known = block::KINDS.contains(&kind)
            && matches!(info.split_whitespace().nth(1), None | Some("toml"));
        if !is_known {
            // What the block refers to is not known now, so that an unused claim proves nothing.
            self.source.notes().unsure(Kind::Step);
            let known = block::KINDS.join(", ");
            let message =
                sentence!("{} is no kind of block; write one of: {}", quoted(info), known);
            return self.source.problem(line, "unknown-block", message);
        }
        let part = self.source.block(body, line);
        let mut nowhere = StepState::default();
        let state = self.steps.last_mut().map_or(&mut nowhere, |draft| &mut draft.state);
        let media = self.media;
        let read =
            read_toml(&part, &[Kind::Step], |table| block::read_block(kind, table, state, media));
        if let Some(block) = read.flatten() {
            self.add(block, line);
        }
    }

    fn refuse(&self, tag: &Tag<'_>, line: u32) {
        let (code, message) = match tag {
            Tag::HtmlBlock => RAW_HTML,
            Tag::BlockQuote(_) => {
                ("block-quote", "a block quote; use a quote block, which names its source")
            }
            Tag::Table(_) => ("table", "a table; use a comparison block"),
            Tag::FootnoteDefinition(_) => {
                ("footnote", "a footnote; say it in the text, or with a claim")
            }
            Tag::Heading { .. } => {
                ("heading-level", "headings are ## for a step and ### within it")
            }
            _ => ("unknown-mark", "the format has no place for this; write a paragraph"),
        };
        self.source.problem(line, code, message);
    }

    fn refuse_in_list(&self, tag: &Tag<'_>, line: u32) {
        if matches!(tag, Tag::List(_) | Tag::Paragraph | Tag::CodeBlock(_)) {
            let message = "an entry of a list is one paragraph; end the list before anything else";
            self.source.problem(line, "list-entry", message);
        } else {
            self.refuse(tag, line);
        }
    }

    /// Passes over everything up to the end of the block that has just begun.
    fn skip(&mut self) {
        let mut depth = 1_usize;
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
}
