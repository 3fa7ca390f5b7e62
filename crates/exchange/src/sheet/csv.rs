//! Rows as CSV (RFC 4180).

use std::io::{BufWriter, Write as _};

use csv::{Terminator, Writer, WriterBuilder};

use super::{CsvChoice, Out, Rows, Separator, Sheet, SheetError};
use crate::table::{Cell, is_risky, written};

/// By which spreadsheets know UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

pub(super) struct CsvRows<'a> {
    writer: Writer<BufWriter<&'a mut dyn Out>>,
    decimal_comma: bool,
    /// The number that is being written.
    digits: String,
}

impl<'a> CsvRows<'a> {
    pub(super) fn begin(
        choice: CsvChoice,
        sheet: &Sheet,
        out: &'a mut dyn Out,
    ) -> Result<Self, SheetError> {
        let mut out = BufWriter::new(out);
        if choice.mark {
            out.write_all(MARK)?;
        }
        let separator = match choice.separator {
            Separator::Comma => b',',
            Separator::Semicolon => b';',
            Separator::Tab => b'\t',
        };
        let mut writer =
            WriterBuilder::new().delimiter(separator).terminator(Terminator::CRLF).from_writer(out);
        let names = sheet.columns.iter().map(|column| &column.name);
        writer.write_record(names).map_err(failed)?;
        Ok(Self { writer, decimal_comma: choice.decimal_comma, digits: String::new() })
    }
}

impl Rows for CsvRows<'_> {
    fn row(&mut self, cells: &[Cell]) -> Result<(), SheetError> {
        for cell in cells {
            match cell {
                Cell::Text(words) if !is_risky(words) => self.writer.write_field(words),
                Cell::Text(_) => self.writer.write_field(written(cell)),
                _ => {
                    self.digits.clear();
                    cell.add_digits(&mut self.digits);
                    if self.decimal_comma && matches!(cell, Cell::Number(_)) {
                        self.digits = self.digits.replace('.', ",");
                    }
                    self.writer.write_field(&self.digits)
                }
            }
            .map_err(failed)?;
        }
        self.writer.write_record(None::<&[u8]>).map_err(failed)
    }

    fn finish(mut self: Box<Self>) -> Result<(), SheetError> {
        Ok(self.writer.flush()?)
    }
}

/// A full disk must stay one that can be told.
fn failed(error: csv::Error) -> SheetError {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => SheetError::Io(error),
        other => SheetError::Failed(format!("{other:?}")),
    }
}
