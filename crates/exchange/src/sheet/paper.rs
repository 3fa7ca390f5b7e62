//! Rows on paper: A4 across, PDF/UA-1, a table that a screen reader can walk. Distances are in points from
//! the top.
//!
//! Paper is for reading, so it is short: it has a limit of rows and is the only form that holds them all.
//! Columns that say the same in every row stand once, above the table; ids that say nothing are left out.

use std::num::NonZeroU16;

use krilla::{
    Document, SerializeSettings,
    color::rgb,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{PathBuilder, Point},
    metadata::{Metadata, TextDirection},
    outline::{Outline, OutlineNode},
    page::{Page, PageSettings},
    paint::{Fill, Paint, Stroke},
    surface::Surface,
    tagging::{
        Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TableHeaderScope, Tag, TagGroup,
        TagKind, TagTree,
    },
};

use super::{Out, Rows, Sheet, SheetError};
use crate::{
    letters::{Fonts, Line, Look, unprintable},
    table::{Cell, written},
};

/// Rows that a PDF holds at most: about a hundred pages.
pub const MOST_ROWS_ON_PAPER: usize = 2_000;

const WIDTH: f32 = 841.89;
const HEIGHT: f32 = 595.28;
const MARGIN: f32 = 42.0;
const ROOM: f32 = WIDTH - 2.0 * MARGIN;
/// Where the rows end; below stands the number of the page.
const BOTTOM: f32 = HEIGHT - 52.0;
const GAP: f32 = 8.0;
const LEADING: f32 = 1.3;
/// Sizes that a table may be set in.
const SIZES: [f32; 4] = [9.5, 8.5, 7.5, 6.5];
/// No column needs more than this share of the page before the others have what they need.
const LONGEST_LINE: f32 = 240.0;

const INK: [u8; 3] = [0x18, 0x22, 0x2d];
const INK2: [u8; 3] = [0x45, 0x51, 0x5e];
const TEAL: [u8; 3] = [0x0a, 0x5a, 0x68];
const HAIR: [u8; 3] = [0xc5, 0xcc, 0xd3];

pub(super) struct PaperRows<'a> {
    sheet: &'a Sheet,
    out: &'a mut dyn Out,
    rows: Vec<Vec<String>>,
    numbers: Vec<bool>,
}

impl<'a> PaperRows<'a> {
    pub(super) fn begin(sheet: &'a Sheet, out: &'a mut dyn Out) -> Self {
        Self { sheet, out, rows: Vec::new(), numbers: vec![true; sheet.columns.len()] }
    }
}

impl Rows for PaperRows<'_> {
    fn row(&mut self, cells: &[Cell]) -> Result<(), SheetError> {
        if self.rows.len() == MOST_ROWS_ON_PAPER {
            return Err(SheetError::TooLongForPaper);
        }
        for (number, cell) in self.numbers.iter_mut().zip(cells) {
            *number &= !matches!(cell, Cell::Text(_));
        }
        self.rows.push(cells.iter().map(plain).collect());
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<(), SheetError> {
        let bytes = print(self.sheet, &self.rows, &self.numbers)?;
        self.out.write_all(&bytes)?;
        Ok(self.out.flush()?)
    }
}

/// Words as they are: nothing on paper is run by anybody.
fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Text(words) => moment(words).unwrap_or_else(|| words.clone()),
        other => written(other),
    }
}

/// `2026-11-22 18:30`, of a moment in RFC 3339: short, and read alike in every language.
fn moment(words: &str) -> Option<String> {
    let bytes = words.as_bytes();
    let is = |at: usize, wanted: u8| bytes.get(at) == Some(&wanted);
    let is_moment = words.is_ascii()
        && (20..=35).contains(&words.len())
        && is(4, b'-')
        && is(7, b'-')
        && is(10, b'T')
        && is(13, b':')
        && is(16, b':')
        && bytes[..4].iter().all(u8::is_ascii_digit);
    is_moment.then(|| words[..16].replace('T', " "))
}

/// A column as it is set.
struct Set {
    /// Its place in the table.
    at: usize,
    label: String,
    number: bool,
    /// From the side at which reading begins.
    start: f32,
    width: f32,
}

/// What is drawn, where: a line of a cell.
struct Drawn<'a> {
    line: &'a Line,
    start: f32,
    width: f32,
    end: bool,
}

/// The table as it is set: columns, the lines of each cell, the size of the letters.
struct Laid {
    columns: Vec<Set>,
    rows: Vec<Vec<Vec<Line>>>,
    size: f32,
}

/// Where the rows of a page go.
struct Body<'a, 's> {
    surface: &'a mut Surface<'s>,
    group: &'a mut TagGroup,
    /// The cells of a row that goes on over the page.
    open: &'a mut Option<Vec<TagGroup>>,
}

/// A book that is being filled, page by page.
struct Book<'a> {
    sheet: &'a Sheet,
    fonts: Fonts,
    pages: u16,
    all: u16,
}

fn ink([red, green, blue]: [u8; 3]) -> Paint {
    rgb::Color::new(red, green, blue).into()
}

fn failed(what: impl ToString) -> SheetError {
    SheetError::Failed(what.to_string())
}

fn print(sheet: &Sheet, rows: &[Vec<String>], numbers: &[bool]) -> Result<Vec<u8>, SheetError> {
    let fonts = Fonts::of(Look::Serif);
    let printable = Printable::of(sheet, rows);
    let (columns, said_once) = columns(sheet, &printable.rows, numbers);
    let (size, columns) = fitted(&fonts, columns, &printable.rows);
    let cells = |row: &Vec<String>| -> Vec<Vec<Line>> {
        let cell = |column: &Set| broken(&fonts, &row[column.at], column.width / size);
        columns.iter().map(cell).collect()
    };
    let rows = printable.rows.iter().map(cells).collect();
    let table = Laid { columns, rows, size };
    // How many pages there are is known when they were counted: everything is set twice.
    let mut all = 1;
    loop {
        let (bytes, pages) = set(sheet, &printable, &said_once, &table, all)?;
        if pages == all {
            return Ok(bytes);
        }
        all = pages;
    }
}

/// The table in characters that a font has.
struct Printable {
    rows: Vec<Vec<String>>,
    title: String,
    sentence: String,
    organisation: String,
    /// Some character had to be replaced.
    lost: bool,
}

impl Printable {
    fn of(sheet: &Sheet, rows: &[Vec<String>]) -> Self {
        let mut seen = std::collections::BTreeSet::new();
        for text in
            rows.iter().flatten().chain([&sheet.title, &sheet.sentence, &sheet.organisation])
        {
            seen.extend(text.chars().filter(|one| !one.is_whitespace()));
        }
        let missing = unprintable(&seen.into_iter().collect::<String>());
        // What turns the direction or has no width would only mislead on paper.
        let unseen = |one: char| matches!(one, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
        let shown = |one: char| match one {
            _ if one.is_whitespace() => ' ',
            _ if one.is_control() || missing.contains(&one) => '?',
            _ => one,
        };
        let clean = |text: &String| -> String {
            text.chars().filter(|one| !unseen(*one)).map(shown).collect()
        };
        Self {
            rows: rows.iter().map(|row| row.iter().map(clean).collect()).collect(),
            title: clean(&sheet.title),
            sentence: clean(&sheet.sentence),
            organisation: clean(&sheet.organisation),
            lost: !missing.is_empty(),
        }
    }
}

/// The columns of the table, and what is said once above it: label and value.
fn columns(
    sheet: &Sheet,
    rows: &[Vec<String>],
    numbers: &[bool],
) -> (Vec<Set>, Vec<(String, String)>) {
    let mut columns = Vec::new();
    let mut said_once = Vec::new();
    for (at, column) in sheet.columns.iter().enumerate().filter(|(_, column)| !column.aside) {
        let first = rows.first().map_or("", |row| row[at].as_str());
        if rows.iter().all(|row| row[at].is_empty()) && !rows.is_empty() {
            continue;
        }
        if rows.len() > 1 && rows.iter().all(|row| row[at] == first) {
            said_once.push((column.label.clone(), first.to_owned()));
            continue;
        }
        let number = numbers.get(at).copied().unwrap_or(false);
        let label = column.label.clone();
        columns.push(Set { at, label, number, start: 0.0, width: 0.0 });
    }
    if columns.is_empty() {
        // Rows that are all alike are a table all the same.
        said_once.clear();
        for (at, column) in sheet.columns.iter().enumerate().filter(|(_, column)| !column.aside) {
            let label = column.label.clone();
            columns.push(Set { at, label, number: false, start: 0.0, width: 0.0 });
        }
    }
    (columns, said_once)
}

/// The largest size in which every column has room for its longest word, and the widths of the columns.
fn fitted(fonts: &Fonts, columns: Vec<Set>, rows: &[Vec<String>]) -> (f32, Vec<Set>) {
    let measured: Vec<(f32, f32)> = columns
        .iter()
        .map(|column| {
            let mut needs = (0.0_f32, 0.0_f32);
            // The longest texts say how wide a column is; a longer word among the others is broken.
            let mut texts: Vec<&str> = rows.iter().map(|row| row[column.at].as_str()).collect();
            texts.sort_by_key(|text| std::cmp::Reverse(text.chars().count().min(60)));
            texts.truncate(60);
            for text in texts.into_iter().chain([column.label.as_str()]) {
                for word in text.split_whitespace() {
                    needs.0 = needs.0.max(widest(&fonts.lines(word, f32::MAX, None)));
                }
                // Longer texts wrap in any case.
                let short: String = text.chars().take(60).collect();
                needs.1 = needs.1.max(widest(&fonts.lines(&short, f32::MAX, None)));
            }
            needs
        })
        .collect();
    #[allow(clippy::cast_precision_loss, reason = "a handful of columns")]
    let room = ROOM - (GAP + 0.25) * columns.len().max(1) as f32;
    let least = |size: f32| measured.iter().map(|(word, _)| word * size).sum::<f32>();
    let size = SIZES.into_iter().find(|size| least(*size) <= room).unwrap_or(SIZES[3]);
    let mut widths: Vec<f32> = measured.iter().map(|(word, _)| word * size).collect();
    let needed: f32 = widths.iter().sum();
    if needed > room {
        // Too many columns for paper: each gives the same share, and words are broken.
        for width in &mut widths {
            *width *= room / needed;
        }
    } else {
        let wishes: Vec<f32> = measured
            .iter()
            .zip(&widths)
            .map(|((_, line), width)| (line * size).min(LONGEST_LINE).max(*width) - width)
            .collect();
        let total: f32 = wishes.iter().sum();
        let share = if total > 0.0 { ((room - needed) / total).min(1.0) } else { 0.0 };
        for (width, wish) in widths.iter_mut().zip(&wishes) {
            // A hair more, so that rounding breaks no line.
            *width += wish * share + 0.25;
        }
    }
    let mut start = 0.0;
    let set = columns.into_iter().zip(widths).map(|(column, width)| {
        let placed = Set { start, width, ..column };
        start += width + GAP;
        placed
    });
    (size, set.collect())
}

fn widest(lines: &[Line]) -> f32 {
    lines.iter().map(|line| line.width).fold(0.0, f32::max)
}

/// Lines of at most this width; a word that is wider is broken where the width ends.
fn broken(fonts: &Fonts, text: &str, most: f32) -> Vec<Line> {
    let lines = fonts.lines(text, most, None);
    if lines.iter().all(|line| line.width <= most * 1.001) {
        return lines;
    }
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        let mut part = String::new();
        for one in word.chars() {
            let longer = format!("{part}{one}");
            if !part.is_empty() && widest(&fonts.lines(&longer, f32::MAX, None)) > most {
                words.push(std::mem::take(&mut part));
            }
            part.push(one);
        }
        words.push(part);
    }
    fonts.lines(&words.join(" "), most, None)
}

fn set(
    sheet: &Sheet,
    printable: &Printable,
    said_once: &[(String, String)],
    table: &Laid,
    all: u16,
) -> Result<(Vec<u8>, u16), SheetError> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| failed("this library cannot make PDF/UA"))?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    document.set_metadata(metadata(sheet, printable));
    let mut book = Book { sheet, fonts: Fonts::of(Look::Serif), pages: 0, all };
    let mut tags = TagTree::new().with_lang(Some(sheet.lang.clone()));
    book.fill(&mut document, &mut tags, printable, said_once, table)?;
    document.set_tag_tree(tags);
    let mut outline = Outline::new();
    let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    outline.push_child(OutlineNode::new(printable.title.clone(), top));
    document.set_outline(outline);
    let bytes = document.finish().map_err(|error| failed(format!("{error:?}")))?;
    Ok((bytes, book.pages))
}

fn metadata(sheet: &Sheet, printable: &Printable) -> Metadata {
    Metadata::new()
        .title(printable.title.clone())
        .description(printable.sentence.clone())
        .language(sheet.lang.clone())
        .authors(vec![printable.organisation.clone()])
        .creator(sheet.made_by.clone())
        .producer(sheet.made_by.clone())
        .document_id(format!("{} {}", sheet.report, sheet.made_at))
        .text_direction(if sheet.rtl {
            TextDirection::RightToLeft
        } else {
            TextDirection::LeftToRight
        })
}

/// Where the next page's rows are in the table: a row, and how many of its lines are drawn already.
#[derive(Clone, Copy, PartialEq)]
struct Place {
    row: usize,
    line: usize,
}

impl Book<'_> {
    fn fill(
        &mut self,
        document: &mut Document,
        tags: &mut TagTree,
        printable: &Printable,
        said_once: &[(String, String)],
        laid: &Laid,
    ) -> Result<(), SheetError> {
        let mut table = TagGroup::new(Tag::Table.with_summary(Some(self.sheet.title.clone())));
        let mut body = TagGroup::new(Tag::TBody);
        let mut place = Place { row: 0, line: 0 };
        // A row that goes on over the page keeps its cells.
        let mut open: Option<Vec<TagGroup>> = None;
        while self.pages == 0 || place.row < printable.rows.len() {
            let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| failed("no page"))?;
            let mut page: Page<'_> = document.start_page_with(settings);
            let mut surface = page.surface();
            self.pages += 1;
            let mut y = MARGIN;
            if self.pages == 1 {
                y = self.head(&mut surface, tags, printable, said_once);
            }
            if !printable.rows.is_empty() {
                y = self.labels(&mut surface, &mut table, laid, y);
                let mut to = Body { surface: &mut surface, group: &mut body, open: &mut open };
                self.rows(&mut to, laid, y, &mut place);
            }
            self.foot(&mut surface, printable);
            surface.finish();
            page.finish();
        }
        if !printable.rows.is_empty() {
            table.push(body);
            tags.push(table);
        }
        Ok(())
    }

    /// Organisation, title, sentence, when it was made, what is the same in every row.
    fn head(
        &self,
        surface: &mut Surface<'_>,
        tags: &mut TagTree,
        printable: &Printable,
        said_once: &[(String, String)],
    ) -> f32 {
        let words = &self.sheet.words;
        let title = Tag::Hn(NonZeroU16::MIN, Some(printable.title.clone()));
        let mut y = MARGIN;
        let mut paragraphs: Vec<(String, f32, [u8; 3], TagKind, f32)> = vec![
            (printable.organisation.clone(), 9.5, INK2, Tag::P.into(), 2.0),
            (printable.title.clone(), 20.0, TEAL, title.into(), 4.0),
            (printable.sentence.clone(), 12.0, INK, Tag::P.into(), 4.0),
            (words.made.clone(), 9.5, INK2, Tag::P.into(), 2.0),
        ];
        for (label, value) in said_once {
            paragraphs.push((format!("{label}: {value}"), 9.5, INK, Tag::P.into(), 1.0));
        }
        if printable.lost {
            paragraphs.push((words.unprintable.clone(), 9.5, INK2, Tag::P.into(), 2.0));
        }
        if printable.rows.is_empty() {
            paragraphs.push((words.nothing.clone(), 12.0, INK, Tag::P.into(), 2.0));
        }
        for (text, size, color, tag, below) in paragraphs {
            if text.trim().is_empty() {
                continue;
            }
            let mut group = TagGroup::new(tag);
            for line in broken(&self.fonts, &text, ROOM / size) {
                let drawn = Drawn { line: &line, start: 0.0, width: ROOM, end: false };
                group.push(self.line(surface, &drawn, y, size, color, span()));
                y += size * LEADING;
            }
            tags.push(group);
            y += below;
        }
        y + 8.0
    }

    /// The names of the columns: on the first page as headers, on the others for the eye only, because the
    /// table goes on.
    fn labels(
        &self,
        surface: &mut Surface<'_>,
        table: &mut TagGroup,
        laid: &Laid,
        top: f32,
    ) -> f32 {
        let Laid { columns, size, .. } = laid;
        let size = *size;
        let first = self.pages == 1;
        let mut row = TagGroup::new(Tag::TR);
        let mut bottom = top;
        for column in columns {
            let mut cell = TagGroup::new(Tag::TH(TableHeaderScope::Column));
            let mut y = top;
            for line in broken(&self.fonts, &column.label, column.width / size) {
                let tag = if first { span() } else { aside(ArtifactType::PaginationOther) };
                let drawn = column.drawn(&line);
                cell.push(self.line(surface, &drawn, y, size, INK2, tag));
                y += size * LEADING;
            }
            bottom = bottom.max(y);
            row.push(cell);
        }
        if first {
            let mut head = TagGroup::new(Tag::THead);
            head.push(row);
            table.push(head);
        }
        across(surface, bottom + 2.0, 1.25, TEAL);
        bottom + 6.0
    }

    /// As many rows as the page has room for.
    fn rows(&self, to: &mut Body<'_, '_>, laid: &Laid, top: f32, place: &mut Place) {
        let Laid { columns, rows, size } = laid;
        let size = *size;
        let mut y = top;
        let height = size * LEADING;
        while let Some(cells) = rows.get(place.row) {
            let lines = cells.iter().map(Vec::len).max().unwrap_or(1);
            #[allow(clippy::cast_precision_loss, reason = "lines of a cell")]
            let whole = (lines - place.line) as f32 * height;
            let fresh = y <= top;
            if y + whole > BOTTOM && !fresh && place.line == 0 {
                return;
            }
            let room = ((BOTTOM - y) / height).floor().max(1.0);
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lines")]
            let until = lines.min(place.line + room as usize);
            let groups = to
                .open
                .get_or_insert_with(|| columns.iter().map(|_| TagGroup::new(Tag::TD)).collect());
            let mut bottom = y;
            for ((column, lines), group) in columns.iter().zip(cells).zip(groups.iter_mut()) {
                let mut at = y;
                for line in lines.iter().take(until).skip(place.line) {
                    group.push(self.line(to.surface, &column.drawn(line), at, size, INK, span()));
                    at += height;
                }
                bottom = bottom.max(at);
            }
            if until < lines {
                place.line = until;
                return;
            }
            let mut tagged = TagGroup::new(Tag::TR);
            for cell in to.open.take().unwrap_or_default() {
                tagged.push(cell);
            }
            to.group.push(tagged);
            across(to.surface, bottom + 2.0, 0.5, HAIR);
            y = bottom + 6.0;
            *place = Place { row: place.row + 1, line: 0 };
        }
    }

    /// Whose it is and the number of the page, for the eye.
    fn foot(&self, surface: &mut Surface<'_>, printable: &Printable) {
        let words = &self.sheet.words;
        let number = format!("{} {} {} {}", words.page, self.pages, words.of, self.all);
        for (text, end) in [(&printable.title, false), (&number, true)] {
            let line = self.fonts.lines(text, f32::MAX, None);
            if let Some(line) = line.first() {
                let drawn = Drawn { line, start: 0.0, width: ROOM, end };
                let tag = aside(ArtifactType::Footer);
                self.line(surface, &drawn, HEIGHT - 38.0, 8.5, INK2, tag);
            }
        }
    }

    /// A line of text, as one piece of tagged content.
    fn line(
        &self,
        surface: &mut Surface<'_>,
        drawn: &Drawn<'_>,
        y: f32,
        size: f32,
        color: [u8; 3],
        tag: ContentTag<'_>,
    ) -> Identifier {
        let identifier = surface.start_tagged(tag);
        surface.set_stroke(None);
        surface.set_fill(Some(Fill { paint: ink(color), ..Fill::default() }));
        let Drawn { line, start, width, end } = *drawn;
        let length = line.width * size;
        let from_start = if end { start + width - length } else { start };
        let x = if self.sheet.rtl { ROOM - from_start - length } else { from_start };
        for piece in &line.pieces {
            let at = Point::from_xy(MARGIN + x + piece.x * size, y + size);
            surface.draw_glyphs(at, &piece.glyphs, piece.font.clone(), &piece.text, size, false);
        }
        surface.end_tagged();
        identifier
    }
}

impl Set {
    /// Numbers stand at the end of their column, so that their places are under each other.
    fn drawn<'a>(&self, line: &'a Line) -> Drawn<'a> {
        Drawn { line, start: self.start, width: self.width, end: self.number }
    }
}

/// A line across the page, for the eye.
fn across(surface: &mut Surface<'_>, y: f32, width: f32, color: [u8; 3]) {
    let mut path = PathBuilder::new();
    path.move_to(MARGIN, y);
    path.line_to(MARGIN + ROOM, y);
    if let Some(path) = path.finish() {
        surface.start_tagged(aside(ArtifactType::Layout));
        surface.set_fill(None);
        surface.set_stroke(Some(Stroke { paint: ink(color), width, ..Stroke::default() }));
        surface.draw_path(&path);
        surface.end_tagged();
    }
}

fn span() -> ContentTag<'static> {
    ContentTag::Span(SpanTag::empty())
}

fn aside(kind: ArtifactType) -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(kind))
}
