//! Rows as a workbook (Office Open XML, ECMA-376), written straight into its ZIP: no temporary file that
//! could be left behind, and cancelling takes effect at any row.
//!
//! Words are words and never formulas, numbers are numbers. The header stays in sight. A sheet that is full
//! (1,048,576 rows) is followed by another with the same header.

use std::fmt::Write as _;
use std::io::{BufWriter, Write as _};

use zip::{CompressionMethod, ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::{Out, Rows, Sheet, SheetError};
use crate::table::{Cell, is_risky, written};

/// Rows of a sheet, with its header.
const ROWS_OF_A_SHEET: u32 = 1_048_576;
/// Bytes of a sheet before it is packed: a ZIP without the extension for large files, which other
/// programs refuse in a workbook, holds 4 GiB.
const BYTES_OF_A_SHEET: u64 = 3 << 30;
/// Characters of a cell, in UTF-16.
const MOST_CHARACTERS: usize = 32_767;
/// Widths of columns, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 8..=48;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// Cell formats: 0 plain, 1 the header, 2 words that look like a formula, 3 a number with decimals.
const STYLES: &str = "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>\
    <font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
    <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
    <fill><patternFill patternType=\"gray125\"/></fill></fills>\
    <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
    <cellXfs count=\"4\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
    <xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>\
    <xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\"/>\
    <xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>\
    <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

type Zip<'a> = ZipWriter<BufWriter<&'a mut dyn Out>>;

pub(super) struct XlsxRows<'a> {
    zip: Zip<'a>,
    sheet: &'a Sheet,
    /// Sheets begun.
    sheets: u32,
    /// Rows of the sheet that is being written.
    rows: u32,
    /// Bytes of it.
    bytes: u64,
    /// Rows after which another sheet begins.
    most: u32,
    buffer: String,
}

impl<'a> XlsxRows<'a> {
    pub(super) fn begin(sheet: &'a Sheet, out: &'a mut dyn Out) -> Result<Self, SheetError> {
        Self::with(sheet, out, ROWS_OF_A_SHEET)
    }

    pub(super) fn with(
        sheet: &'a Sheet,
        out: &'a mut dyn Out,
        most: u32,
    ) -> Result<Self, SheetError> {
        let zip = ZipWriter::new(BufWriter::new(out));
        let mut rows =
            Self { zip, sheet, sheets: 0, rows: 0, bytes: 0, most, buffer: String::new() };
        rows.begin_sheet()?;
        Ok(rows)
    }

    fn begin_sheet(&mut self) -> Result<(), SheetError> {
        self.sheets += 1;
        self.rows = 1;
        self.bytes = 0;
        let path = format!("xl/worksheets/sheet{}.xml", self.sheets);
        start(&mut self.zip, &path)?;
        let side = if self.sheet.rtl { " rightToLeft=\"1\"" } else { "" };
        let mut head = format!(
            "{XML}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\"{side}>\
             <pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>\
             </sheetView></sheetViews><cols>"
        );
        for (at, column) in self.sheet.columns.iter().enumerate() {
            let width = (column.name.len() + 3).clamp(*WIDTHS.start(), *WIDTHS.end());
            let width = width.max(usual_width(&column.name));
            let _ = write!(
                head,
                "<col min=\"{0}\" max=\"{0}\" width=\"{width}\" customWidth=\"1\"/>",
                at + 1
            );
        }
        head.push_str("</cols><sheetData><row r=\"1\">");
        for (at, column) in self.sheet.columns.iter().enumerate() {
            text_cell(&mut head, &reference(at, 1), &column.name, 1);
        }
        head.push_str("</row>");
        Ok(self.zip.write_all(head.as_bytes())?)
    }

    fn end_sheet(&mut self) -> Result<(), SheetError> {
        let last = reference(self.sheet.columns.len().saturating_sub(1), self.rows);
        let end = format!("</sheetData><autoFilter ref=\"A1:{last}\"/></worksheet>");
        Ok(self.zip.write_all(end.as_bytes())?)
    }

    fn part(&mut self, path: &str, body: &str) -> Result<(), SheetError> {
        start(&mut self.zip, path)?;
        self.zip.write_all(XML.as_bytes())?;
        Ok(self.zip.write_all(body.as_bytes())?)
    }
}

impl Rows for XlsxRows<'_> {
    fn row(&mut self, cells: &[Cell]) -> Result<(), SheetError> {
        if self.rows == self.most || self.bytes > BYTES_OF_A_SHEET {
            self.end_sheet()?;
            self.begin_sheet()?;
        }
        self.rows += 1;
        self.buffer.clear();
        let number = self.rows;
        let _ = write!(self.buffer, "<row r=\"{number}\">");
        for (at, cell) in cells.iter().enumerate() {
            let place = reference(at, number);
            match cell {
                Cell::Text(words) => {
                    let style = if is_risky(words) { 2 } else { 0 };
                    text_cell(&mut self.buffer, &place, words, style);
                }
                Cell::Count(_) | Cell::Whole(_) => {
                    let _ = write!(self.buffer, "<c r=\"{place}\"><v>{}</v></c>", written(cell));
                }
                Cell::Number(number) if number.is_finite() => {
                    let digits = written(cell);
                    let style = if digits.contains('.') { " s=\"3\"" } else { "" };
                    let _ = write!(self.buffer, "<c r=\"{place}\"{style}><v>{digits}</v></c>");
                }
                Cell::Number(_) | Cell::Empty => {}
            }
        }
        self.buffer.push_str("</row>");
        self.bytes += self.buffer.len() as u64;
        Ok(self.zip.write_all(self.buffer.as_bytes())?)
    }

    fn finish(mut self: Box<Self>) -> Result<(), SheetError> {
        self.end_sheet()?;
        let sheet = self.sheet;
        let numbers = 1..=self.sheets;
        let name = sheet_name(&sheet.title, &sheet.report);
        let mut sheets = String::new();
        let mut relations = String::new();
        let mut types = String::new();
        for number in numbers {
            let suffix = if number == 1 { String::new() } else { format!(" {number}") };
            let _ = write!(
                sheets,
                "<sheet name=\"{}{suffix}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>",
                escaped(&name)
            );
            let _ = write!(
                relations,
                "<Relationship Id=\"rId{number}\" Type=\"{RELATIONS}/worksheet\" \
                 Target=\"worksheets/sheet{number}.xml\"/>"
            );
            let _ = write!(
                types,
                "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\
                 \"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
            );
        }
        let styles = self.sheets + 1;
        self.part(
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>{sheets}</sheets></workbook>"
            ),
        )?;
        self.part(
            "xl/_rels/workbook.xml.rels",
            &format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\">{relations}<Relationship \
                 Id=\"rId{styles}\" Type=\"{RELATIONS}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        )?;
        self.part(
            "xl/styles.xml",
            &format!(
                "<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" \
                 formatCode=\"0.0###\"/></numFmts>{STYLES}</styleSheet>"
            ),
        )?;
        self.part("docProps/core.xml", &core(sheet))?;
        self.part(
            "_rels/.rels",
            &format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" \
                 Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/><Relationship \
                 Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" \
                 Target=\"docProps/core.xml\"/></Relationships>"
            ),
        )?;
        self.part(
            "[Content_Types].xml",
            &format!(
                "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\
                 \"application/vnd.openxmlformats-package.relationships+xml\"/><Default \
                 Extension=\"xml\" ContentType=\"application/xml\"/><Override \
                 PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-\
                 officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" \
                 ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>\
                 <Override PartName=\"/docProps/core.xml\" ContentType=\
                 \"application/vnd.openxmlformats-package.core-properties+xml\"/>{types}</Types>"
            ),
        )?;
        let mut out = self.zip.finish().map_err(failed)?;
        Ok(out.flush()?)
    }
}

fn start(zip: &mut Zip<'_>, path: &str) -> Result<(), SheetError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(1))
        .last_modified_time(zip::DateTime::default());
    zip.start_file(path, options).map_err(failed)
}

/// A full disk must stay one that can be told.
fn failed(error: ZipError) -> SheetError {
    match error {
        ZipError::Io(error) => SheetError::Io(error),
        other => SheetError::Failed(other.to_string()),
    }
}

fn core(sheet: &Sheet) -> String {
    format!(
        "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>\
         <dc:creator>{}</dc:creator><dc:description>{}</dc:description><dc:language>{}</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{}</dcterms:created></cp:coreProperties>",
        escaped(&sheet.title),
        escaped(&sheet.organisation),
        escaped(&sheet.sentence),
        escaped(&sheet.lang),
        escaped(&sheet.made_at),
    )
}

/// Columns of ids and moments need more than their names; columns of words more still.
fn usual_width(name: &str) -> usize {
    if name.ends_with("_at") || name.ends_with("_id") {
        28
    } else if matches!(name, "name" | "module" | "question" | "chosen" | "best_answer") {
        40
    } else {
        0
    }
}

/// A sheet's name has 31 characters, none of `[]:*?/\`, and no apostrophe at its ends. Room is left for
/// the number of a second sheet.
fn sheet_name(title: &str, report: &str) -> String {
    let kept = |one: char| !one.is_control() && !"[]:*?/\\'".contains(one);
    let name: String = title.chars().filter(|one| kept(*one)).take(24).collect();
    let name = name.trim();
    if name.is_empty() { report.to_owned() } else { name.to_owned() }
}

/// `A1`, `AB7`.
fn reference(column: usize, row: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[rest % 26]));
        rest /= 26;
    }
    let mut reference: String = letters.into_iter().rev().collect();
    let _ = write!(reference, "{row}");
    reference
}

fn text_cell(out: &mut String, place: &str, words: &str, style: u8) {
    let style = if style == 0 { String::new() } else { format!(" s=\"{style}\"") };
    let _ = write!(
        out,
        "<c r=\"{place}\"{style} t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
        escaped(&shortened(words))
    );
}

/// What does not fit into a cell ends with an ellipsis.
fn shortened(words: &str) -> std::borrow::Cow<'_, str> {
    if words.len() <= MOST_CHARACTERS || words.encode_utf16().count() <= MOST_CHARACTERS {
        return words.into();
    }
    let mut length = 0;
    let fits = |one: &char| {
        length += one.len_utf16();
        length < MOST_CHARACTERS
    };
    let mut kept: String = words.chars().take_while(fits).collect();
    kept.push('…');
    kept.into()
}

/// Lines and tabs stay; what XML has no way to say becomes `�`. `_x0041_` would be read as `A`, so its first
/// mark is written as such a code itself.
fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len() + 8);
    for (at, one) in words.char_indices() {
        match one {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\r' => safe.push_str("&#13;"),
            '\n' | '\t' => safe.push(one),
            '_' if is_code(&words.as_bytes()[at..]) => safe.push_str("_x005F_"),
            '\u{fffe}' | '\u{ffff}' => safe.push('\u{fffd}'),
            _ if one.is_control() => safe.push('\u{fffd}'),
            _ => safe.push(one),
        }
    }
    safe
}

fn is_code(bytes: &[u8]) -> bool {
    matches!(bytes, [b'_', b'x' | b'X', a, b, c, d, b'_', ..]
        if [a, b, c, d].into_iter().all(u8::is_ascii_hexdigit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_as_spreadsheets_do() {
        let names = [0, 25, 26, 51, 52, 701, 702].map(|column| reference(column, 7));
        assert_eq!(names, ["A7", "Z7", "AA7", "AZ7", "BA7", "ZZ7", "AAA7"]);
    }

    #[test]
    fn a_cell_holds_what_the_format_holds() {
        let long = "é".repeat(40_000);
        let kept = shortened(&long);
        assert_eq!(kept.encode_utf16().count(), MOST_CHARACTERS);
        assert!(kept.ends_with("é…"));
        assert_eq!(shortened("short"), "short");
    }

    #[test]
    fn words_are_told_from_codes_and_from_xml() {
        assert_eq!(escaped("a<b>&\"_x0041_ _x004"), "a&lt;b&gt;&amp;&quot;_x005F_x0041_ _x004");
        assert_eq!(escaped("a\u{1b}b\r\n\u{ffff}"), "a\u{fffd}b&#13;\n\u{fffd}");
    }

    #[test]
    fn a_sheet_can_be_named_after_any_title() {
        assert_eq!(sheet_name("Who [may] need: help?", "x"), "Who may need help");
        assert_eq!(sheet_name("[]", "questions"), "questions");
        assert!(sheet_name(&"ü".repeat(60), "x").chars().count() <= 24);
    }
}
