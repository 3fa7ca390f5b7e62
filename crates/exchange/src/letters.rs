//! Letters on the paper: which font has a character, in which direction it runs, how wide a line is.
//!
//! Names come in every script. A line is cut where the direction changes and where the font does, each
//! piece is shaped, and the pieces are put side by side in the order in which they are seen.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, Face, UnicodeBuffer};
use unicode_bidi::{BidiInfo, Level};

/// A font file: as the PDF embeds it and as the shaper reads it.
struct Typeface {
    font: Font,
    face: Face<'static>,
}

/// Fonts of one look, the first that has a character is used.
pub(crate) struct Fonts(Vec<Typeface>);

/// Which look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// Words.
    Serif,
    /// Codes.
    Mono,
}

/// Glyphs of one font in one direction.
pub(crate) struct Piece {
    pub(crate) font: Font,
    pub(crate) glyphs: Vec<KrillaGlyph>,
    pub(crate) text: String,
    /// From the left end of the line.
    pub(crate) x: f32,
    /// Where it stands in the text of the line, in bytes.
    start: usize,
    width: f32,
}

/// A line, its pieces in the order of reading, which is the order in which a PDF should draw them.
/// Widths are for a size of 1.
pub(crate) struct Line {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) width: f32,
}

macro_rules! font {
    ($name:literal) => {
        include_bytes!(concat!("../fonts/", $name, ".ttf"))
    };
}

const SERIF: &[&[u8]] = &[
    font!("serif-latin"),
    font!("serif-latin-ext"),
    font!("serif-vietnamese"),
    font!("serif-cyrillic"),
    font!("serif-cyrillic-ext"),
    font!("serif-greek"),
    font!("arabic"),
];
const MONO: &[&[u8]] = &[font!("mono-latin"), font!("mono-latin-ext")];

/// Characters of a text that no font of a certificate has, each once.
pub fn unprintable(text: &str) -> Vec<char> {
    let fonts = Fonts::of(Look::Serif);
    let mut missing: Vec<char> = text.chars().filter(|one| fonts.having(*one).is_none()).collect();
    missing.sort_unstable();
    missing.dedup();
    missing
}

impl Fonts {
    pub(crate) fn of(look: Look) -> Self {
        let files = if look == Look::Serif { SERIF } else { MONO };
        let read = |&file: &&'static [u8]| {
            Some(Typeface { font: Font::new(file.into(), 0)?, face: Face::from_slice(file, 0)? })
        };
        Self(files.iter().filter_map(read).collect())
    }

    fn having(&self, one: char) -> Option<usize> {
        self.0.iter().position(|typeface| typeface.face.glyph_index(one).is_some())
    }

    /// Lines of at most this width (for a size of 1). A word that is wider stands on a line of its own.
    pub(crate) fn lines(&self, text: &str, most: f32, base: Option<Level>) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut words = String::new();
        for word in text.split_whitespace() {
            let longer = if words.is_empty() { word.to_owned() } else { format!("{words} {word}") };
            if !words.is_empty() && self.line(&longer, base).width > most {
                // The space is part of the text, so that a reader does not run two words together.
                lines.push(self.line(&format!("{words} "), base));
                word.clone_into(&mut words);
            } else {
                words = longer;
            }
        }
        lines.push(self.line(&words, base));
        lines
    }

    /// A line, whatever its width.
    fn line(&self, text: &str, base: Option<Level>) -> Line {
        let bidi = BidiInfo::new(text, base);
        let mut line = Line { pieces: Vec::new(), width: 0.0 };
        for paragraph in &bidi.paragraphs {
            let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
            for run in runs {
                let rtl = levels[run.start].is_rtl();
                let mut pieces = self.pieces(&text[run.clone()], run.start, rtl);
                if rtl {
                    pieces.reverse();
                }
                for mut piece in pieces {
                    piece.x = line.width;
                    line.width += piece.width;
                    line.pieces.push(piece);
                }
            }
        }
        line.pieces.sort_by_key(|piece| piece.start);
        line
    }

    /// A run of one direction, cut where the font changes, in the order of reading. What runs from the
    /// right is also cut between words, because a reader takes each piece as it stands on the page.
    fn pieces(&self, text: &str, start: usize, rtl: bool) -> Vec<Piece> {
        let mut cuts: Vec<(usize, String)> = Vec::new();
        for one in text.chars() {
            let has = |at: usize| self.0[at].face.glyph_index(one).is_some();
            match cuts.last_mut() {
                // A mark or a space stays with its letter where the font allows it.
                Some((at, words)) if has(*at) && !(rtl && words.ends_with(' ')) => words.push(one),
                _ => cuts.push((self.having(one).unwrap_or(0), one.to_string())),
            }
        }
        let mut start = start;
        let mut pieces = Vec::new();
        for (at, words) in cuts {
            let length = words.len();
            pieces.extend(self.0.get(at).map(|typeface| shaped(typeface, words, start, rtl)));
            start += length;
        }
        pieces
    }
}

#[allow(clippy::cast_precision_loss, reason = "advances of a font are small")]
fn shaped(typeface: &Typeface, text: String, start: usize, rtl: bool) -> Piece {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(&text);
    buffer.guess_segment_properties();
    buffer.set_direction(if rtl { Direction::RightToLeft } else { Direction::LeftToRight });
    let shape = rustybuzz::shape(&typeface.face, &[], buffer);
    let em = typeface.font.units_per_em();
    let mut starts: Vec<usize> =
        shape.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    starts.push(text.len());
    starts.sort_unstable();
    let glyphs = shape.glyph_infos().iter().zip(shape.glyph_positions()).map(|(info, place)| {
        let start = info.cluster as usize;
        let end = starts.iter().find(|next| **next > start).copied().unwrap_or(text.len());
        KrillaGlyph::new(
            GlyphId::new(info.glyph_id),
            place.x_advance as f32 / em,
            place.x_offset as f32 / em,
            place.y_offset as f32 / em,
            place.y_advance as f32 / em,
            start..end,
            None,
        )
    });
    let glyphs: Vec<KrillaGlyph> = glyphs.collect();
    let width = glyphs.iter().map(|glyph| glyph.x_advance).sum();
    Piece { font: typeface.font.clone(), glyphs, text, x: 0.0, start, width }
}
