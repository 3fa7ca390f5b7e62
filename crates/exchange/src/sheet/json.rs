//! Rows as one JSON object: what the columns mean, then a row after the other.

use std::io::{BufWriter, Write as _};

use serde_json::{Value, json};

use super::{Out, Rows, Sheet, SheetError};
use crate::table::{Cell, decimal};

/// The form of the file; raised when a reader of the old form would misread the new one.
const FORM: u32 = 1;

pub(super) struct JsonRows<'a> {
    out: BufWriter<&'a mut dyn Out>,
    sheet: &'a Sheet,
    begun: bool,
}

impl<'a> JsonRows<'a> {
    pub(super) fn begin(sheet: &'a Sheet, out: &'a mut dyn Out) -> Result<Self, SheetError> {
        let columns = sheet.columns.iter().map(
            |column| json!({ "name": column.name, "about": column.about, "unit": column.unit }),
        );
        let head = json!({
            "format": "eighteen-days-report",
            "form": FORM,
            "report": sheet.report,
            "title": sheet.title,
            "sentence": sheet.sentence,
            "organisation": sheet.organisation,
            "lang": sheet.lang,
            "madeAt": sheet.made_at,
            "madeBy": sheet.made_by,
            "columns": columns.collect::<Vec<_>>(),
        });
        let mut out = BufWriter::new(out);
        let head = serde_json::to_string_pretty(&head).map_err(std::io::Error::from)?;
        // The rows follow as the last member of the same object.
        out.write_all(head.trim_end_matches('}').trim_end().as_bytes())?;
        out.write_all(b",\n  \"rows\": [")?;
        Ok(Self { out, sheet, begun: false })
    }
}

impl Rows for JsonRows<'_> {
    fn row(&mut self, cells: &[Cell]) -> Result<(), SheetError> {
        self.out.write_all(if self.begun { b",\n    {" } else { b"\n    {" })?;
        self.begun = true;
        for (at, (column, cell)) in self.sheet.columns.iter().zip(cells).enumerate() {
            if at > 0 {
                self.out.write_all(b", ")?;
            }
            serde_json::to_writer(&mut self.out, &column.name).map_err(std::io::Error::from)?;
            self.out.write_all(b": ")?;
            serde_json::to_writer(&mut self.out, &value(cell)).map_err(std::io::Error::from)?;
        }
        Ok(self.out.write_all(b"}")?)
    }

    fn finish(mut self: Box<Self>) -> Result<(), SheetError> {
        self.out.write_all(if self.begun { b"\n  ]\n}\n" } else { b"]\n}\n" })?;
        Ok(self.out.flush()?)
    }
}

/// The same digits as in every other form.
fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Text(words) => words.as_str().into(),
        Cell::Count(count) => (*count).into(),
        Cell::Whole(number) => (*number).into(),
        Cell::Number(number) => decimal(*number).parse::<f64>().map_or(Value::Null, Value::from),
        Cell::Empty => Value::Null,
    }
}
