//! The certificate on paper: one page, A4 across, as PDF/UA-1. Distances are in points from the top.

use std::num::NonZeroU16;

use krilla::{
    Document, SerializeSettings,
    color::rgb,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{PathBuilder, Point},
    metadata::{Metadata, TextDirection},
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::{Fill, Paint, Stroke},
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, SpanTag, Tag, TagGroup, TagKind, TagTree},
};
use unicode_bidi::Level;

use super::{Certificate, CertificateWords, PaperError};
use crate::letters::{Fonts, Look, unprintable};

const WIDTH: f32 = 841.89;
const HEIGHT: f32 = 595.28;
const MARGIN: f32 = 72.0;
const ROOM: f32 = WIDTH - 2.0 * MARGIN;

/// Red, green, blue.
type Color = [u8; 3];

const INK: Color = [0x18, 0x22, 0x2d];
const INK2: Color = [0x45, 0x51, 0x5e];
const TEAL: Color = [0x0a, 0x5a, 0x68];
const AMBER: Color = [0xe9, 0xa2, 0x3b];
const POLE: Color = [0x8a, 0x52, 0x00];

/// Days from 27 May to 14 June 2023.
const DAYS: u16 = 18;
/// Sizes that a name or a title may be set in, and the most lines.
const NAME_SIZES: [f32; 4] = [36.0, 30.0, 24.0, 18.0];
const TITLE_SIZES: [f32; 3] = [24.0, 20.0, 16.0];
const MOST_LINES: usize = 2;

/// A page that is being filled from the top.
struct Paper<'a, 'b> {
    surface: Surface<'a>,
    tags: TagTree,
    words: &'b CertificateWords,
    serif: Fonts,
    mono: Fonts,
}

/// How a paragraph is set.
#[derive(Clone, Copy)]
struct Style {
    look: Look,
    size: f32,
    color: Color,
}

fn ink([red, green, blue]: Color) -> Paint {
    rgb::Color::new(red, green, blue).into()
}

const fn serif(size: f32, color: Color) -> Style {
    Style { look: Look::Serif, size, color }
}

pub(super) fn print(
    certificate: &Certificate,
    words: &CertificateWords,
) -> Result<Vec<u8>, PaperError> {
    let missing = unprintable(&everything(certificate, words));
    if !missing.is_empty() {
        return Err(PaperError::Unprintable(missing));
    }
    let failed = |what: &str| PaperError::Failed(what.to_owned());
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| failed("this library cannot make PDF/UA"))?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    document.set_metadata(metadata(certificate, words));
    let size = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| failed("no page"))?;
    let mut page = document.start_page_with(size);
    let tags = {
        let mut paper = Paper {
            surface: page.surface(),
            tags: TagTree::new().with_lang(Some(words.lang.clone())),
            words,
            serif: Fonts::of(Look::Serif),
            mono: Fonts::of(Look::Mono),
        };
        paper.fill(certificate);
        let Paper { surface, tags, .. } = paper;
        surface.finish();
        tags
    };
    page.finish();
    document.set_tag_tree(tags);
    let mut outline = Outline::new();
    let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    outline.push_child(OutlineNode::new(words.heading.clone(), top));
    document.set_outline(outline);
    document.finish().map_err(|error| PaperError::Failed(format!("{error:?}")))
}

/// Every word that will be printed, without the spaces and line ends that only separate.
fn everything(certificate: &Certificate, words: &CertificateWords) -> String {
    let mut all = vec![&certificate.name, &certificate.title, &words.heading, &words.before_name];
    all.extend([&words.before_title, &words.of_course, &words.code_label]);
    all.extend(words.details.iter().flat_map(|(label, value)| [label, value]));
    all.extend(&words.how);
    all.into_iter().flat_map(|text| text.split_whitespace()).collect()
}

/// The same for the same certificate: no time of making, and the code as the document's identity.
fn metadata(certificate: &Certificate, words: &CertificateWords) -> Metadata {
    let title = format!("{} – {} – {}", words.heading, certificate.name, certificate.title);
    Metadata::new()
        .title(title)
        .language(words.lang.clone())
        .authors(vec![certificate.issuer.clone()])
        .creator("Eighteen Days".to_owned())
        .producer("Eighteen Days".to_owned())
        .keywords(vec![certificate.record()])
        .document_id(certificate.code())
        .text_direction(if words.rtl {
            TextDirection::RightToLeft
        } else {
            TextDirection::LeftToRight
        })
}

impl Paper<'_, '_> {
    fn fill(&mut self, certificate: &Certificate) {
        self.rule(76.0);
        let words = self.words;
        let heading = Tag::Hn(NonZeroU16::MIN, Some(words.heading.clone()));
        let mut y = self.paragraph(&words.heading, 136.0, serif(22.0, TEAL), heading.into());
        y = self.paragraph(&words.before_name, y + 24.0, serif(13.0, INK2), Tag::P.into());
        y = self.fitted(&certificate.name, y + 8.0, &NAME_SIZES);
        y = self.paragraph(&words.before_title, y + 14.0, serif(13.0, INK2), Tag::P.into());
        y = self.fitted(&certificate.title, y + 6.0, &TITLE_SIZES);
        self.paragraph(&words.of_course, y + 6.0, serif(13.0, INK2), Tag::P.into());
        self.details(HEIGHT - 168.0, certificate);
        let mut y = HEIGHT - 100.0;
        for line in &words.how {
            y = self.paragraph(line, y + 2.0, serif(9.5, INK2), Tag::P.into());
        }
    }

    /// The largest size in which a text takes two lines; the smallest takes what it needs.
    fn fitted(&mut self, text: &str, y: f32, sizes: &[f32]) -> f32 {
        let fits = |size: &f32| {
            let lines = self.serif.lines(text, ROOM / size, None);
            lines.len() <= MOST_LINES && lines.iter().all(|line| line.width * size <= ROOM)
        };
        let smallest = sizes.last().copied().unwrap_or(12.0);
        let size = sizes.iter().copied().find(|size| fits(size)).unwrap_or_else(|| {
            // One long word: as large as the page is wide.
            let lines = self.serif.lines(text, ROOM / smallest, None);
            let widest = lines.iter().map(|line| line.width).fold(0.0, f32::max);
            smallest.min(ROOM / widest.max(1.0))
        });
        self.paragraph(text, y, serif(size, INK), Tag::P.into())
    }

    /// Day, version, issuer and code, side by side.
    fn details(&mut self, top: f32, certificate: &Certificate) {
        let words = self.words;
        let mut columns: Vec<(&str, String, Style)> = words
            .details
            .iter()
            .map(|(label, value)| (label.as_str(), value.clone(), serif(13.0, INK)))
            .collect();
        let code = Style { look: Look::Mono, size: 13.0, color: INK };
        columns.push((&words.code_label, certificate.code(), code));
        #[allow(clippy::cast_precision_loss, reason = "a handful of columns")]
        let step = (ROOM - 230.0) / (columns.len().max(2) - 1) as f32;
        for (column, (label, value, style)) in (0_u16..).zip(columns) {
            let mut group = TagGroup::new(Tag::P);
            let start = f32::from(column) * step;
            let most = if style.look == Look::Mono { 230.0 } else { step - 16.0 };
            let label = format!("{label} ");
            let y = self.text(&label, start, top, most, serif(10.0, INK2), &mut group);
            self.text(&value, start, y, most, style, &mut group);
            self.tags.push(group);
        }
    }

    /// A paragraph over the whole width. Gives the height at which the next one begins.
    fn paragraph(&mut self, text: &str, y: f32, style: Style, tag: TagKind) -> f32 {
        let mut group = TagGroup::new(tag);
        let below = self.text(text, 0.0, y, ROOM, style, &mut group);
        self.tags.push(group);
        below
    }

    /// Sets a text `start` points from the side at which reading begins.
    fn text(
        &mut self,
        text: &str,
        start: f32,
        y: f32,
        most: f32,
        style: Style,
        group: &mut TagGroup,
    ) -> f32 {
        let Style { look, size, color } = style;
        // A code reads from the left in every language; a name reads as its letters do.
        let base = (look == Look::Mono).then(Level::ltr);
        let fonts = if look == Look::Serif { &self.serif } else { &self.mono };
        let lines = fonts.lines(text, most / size, base);
        // No text of its own beside the glyphs: readers order what runs from the right themselves, and
        // would turn it round once more.
        group.push(self.surface.start_tagged(ContentTag::Span(SpanTag::empty())));
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(Fill { paint: ink(color), ..Fill::default() }));
        let mut baseline = y + size;
        for line in &lines {
            let from_start = if self.words.rtl { ROOM - start - line.width * size } else { start };
            for piece in &line.pieces {
                let at = Point::from_xy(MARGIN + from_start + piece.x * size, baseline);
                let font = piece.font.clone();
                self.surface.draw_glyphs(at, &piece.glyphs, font, &piece.text, size, false);
            }
            baseline += size * 1.25;
        }
        self.surface.end_tagged();
        baseline - size * 0.9
    }

    /// The eighteen-day rule, to scale, with its pennant on the last day: an ornament, not content.
    fn rule(&mut self, y: f32) {
        let artifact = Artifact::with_kind(ArtifactType::Layout);
        self.surface.start_tagged(ContentTag::Artifact(artifact));
        self.surface.set_fill(None);
        self.line((0.0, y), (f32::from(DAYS), y), 1.5, TEAL);
        for day in 0..=DAYS {
            let long = day % 7 == 0;
            let tick = if long { 7.0 } else { 3.5 };
            let at = f32::from(day);
            self.line((at, y - tick), (at, y + tick), if long { 1.25 } else { 0.75 }, TEAL);
        }
        let end = f32::from(DAYS);
        self.line((end, y - 34.0), (end, y + 7.0), 1.5, POLE);
        self.flag(y - 33.0);
        self.surface.end_tagged();
    }

    /// The place of a day on the rule; the days run as the language does.
    fn day(&self, day: f32) -> f32 {
        let along = day / f32::from(DAYS) * ROOM;
        MARGIN + if self.words.rtl { ROOM - along } else { along }
    }

    fn line(&mut self, from: (f32, f32), to: (f32, f32), width: f32, color: Color) {
        let mut path = PathBuilder::new();
        path.move_to(self.day(from.0), from.1);
        path.line_to(self.day(to.0), to.1);
        if let Some(path) = path.finish() {
            self.surface.set_stroke(Some(Stroke { paint: ink(color), width, ..Stroke::default() }));
            self.surface.draw_path(&path);
        }
    }

    /// Flown into the days before the deadline.
    fn flag(&mut self, top: f32) {
        let pole = self.day(f32::from(DAYS));
        let back = if self.words.rtl { 1.0 } else { -1.0 };
        let mut path = PathBuilder::new();
        path.move_to(pole, top);
        for (x, y) in [(24.0, 0.0), (17.0, 8.0), (24.0, 16.0), (0.0, 16.0)] {
            path.line_to(pole + back * x, top + y);
        }
        path.close();
        if let Some(path) = path.finish() {
            self.surface.set_stroke(None);
            self.surface.set_fill(Some(Fill { paint: ink(AMBER), ..Fill::default() }));
            self.surface.draw_path(&path);
        }
    }
}
