//! Tables that leave, row by row: the same rows as CSV, as a workbook, as JSON or on paper.
//!
//! Nothing but the paper holds more than one row, so a table of a million rows takes no more memory than
//! one of ten. A writer knows neither where the rows come from nor where the bytes go.

mod csv;
mod json;
#[cfg(test)]
mod memory;
mod paper;
#[cfg(test)]
mod peers;
#[cfg(test)]
mod tests;
mod xlsx;

use std::io::{Seek, Write};

pub use paper::MOST_ROWS_ON_PAPER;

use crate::table::Cell;

/// What separates the cells of a CSV file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Separator {
    /// `,`
    #[default]
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
}

/// How a CSV file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CsvChoice {
    /// Between the cells.
    pub separator: Separator,
    /// Numbers have a comma where others have a point. Cells that have one are quoted.
    pub decimal_comma: bool,
    /// Begins with the mark by which spreadsheets know UTF-8.
    pub mark: bool,
}

/// The form of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// RFC 4180, UTF-8, with the choices of a spreadsheet.
    Csv(CsvChoice),
    /// Office Open XML.
    Xlsx,
    /// One object with the columns' meanings and the rows.
    Json,
    /// PDF/UA-1.
    Pdf,
}

impl Form {
    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv(CsvChoice { separator: Separator::Tab, .. }) => "tsv",
            Self::Csv(_) => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Pdf => "pdf",
        }
    }
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// Its name, which stays.
    pub name: String,
    /// What it is called on paper, in the reader's language.
    pub label: String,
    /// What it means, in English.
    pub about: &'static str,
    /// Its unit, where it has one.
    pub unit: Option<&'static str>,
    /// It is left out on paper: an id that says nothing to a reader.
    pub aside: bool,
}

/// Words of a page of paper, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetWords {
    /// Between the number of a page and how many there are: `of` in `Page 2 of 7`.
    pub page: String,
    /// See `page`.
    pub of: String,
    /// When it was made, in words.
    pub made: String,
    /// Said when a character had to be shown as `?`.
    pub unprintable: String,
    /// Said in place of a table without rows.
    pub nothing: String,
}

/// A table without its rows: what it is, and the names of its columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Its name, which stays: `questions`.
    pub report: String,
    /// Its title, in the reader's language.
    pub title: String,
    /// What it says, in a sentence.
    pub sentence: String,
    /// Whose it is.
    pub organisation: String,
    /// The language of title and sentence, as a tag.
    pub lang: String,
    /// From right to left.
    pub rtl: bool,
    /// The moment it was made, RFC 3339.
    pub made_at: String,
    /// The program that made it.
    pub made_by: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Words of the paper.
    pub words: SheetWords,
}

/// Why a table was not written.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// The file cannot be written.
    #[error("the file cannot be written: {0}")]
    Io(#[from] std::io::Error),
    /// More rows than anybody reads on paper.
    #[error("a PDF has at most {MOST_ROWS_ON_PAPER} rows; take the table as CSV or as a workbook")]
    TooLongForPaper,
    /// The file could not be made.
    #[error("the file could not be made: {0}")]
    Failed(String),
}

/// Writes rows, one by one, and what follows the last of them.
pub trait Rows {
    /// Writes a row: one cell for each column.
    ///
    /// # Errors
    /// When the file cannot be written.
    fn row(&mut self, cells: &[Cell]) -> Result<(), SheetError>;

    /// Writes what follows the last row.
    ///
    /// # Errors
    /// When the file cannot be written.
    fn finish(self: Box<Self>) -> Result<(), SheetError>;
}

/// Something to write to.
pub trait Out: Write + Seek {}
impl<T: Write + Seek> Out for T {}

/// A writer of rows in this form; the head of the file is written at once.
///
/// # Errors
/// When the file cannot be written.
pub fn writer<'a>(
    form: Form,
    sheet: &'a Sheet,
    out: &'a mut dyn Out,
) -> Result<Box<dyn Rows + 'a>, SheetError> {
    Ok(match form {
        Form::Csv(choice) => Box::new(csv::CsvRows::begin(choice, sheet, out)?),
        Form::Xlsx => Box::new(xlsx::XlsxRows::begin(sheet, out)?),
        Form::Json => Box::new(json::JsonRows::begin(sheet, out)?),
        Form::Pdf => Box::new(paper::PaperRows::begin(sheet, out)),
    })
}
