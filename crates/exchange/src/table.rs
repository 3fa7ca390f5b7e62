//! Tables as CSV: RFC 4180, UTF-8, numbers as numbers, nothing that a spreadsheet would run.

use std::fmt::Write as _;

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words. Guarded: see [`Table::to_csv`].
    Text(String),
    /// A whole number.
    Count(u32),
    /// A whole number that may be below zero or large.
    Whole(i64),
    /// A number, written with at most four decimals and a point.
    Number(f64),
    /// Nothing is known: an empty cell, never a zero.
    Empty,
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        Self::Text(words.to_owned())
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        Self::Text(words)
    }
}

impl From<u32> for Cell {
    fn from(count: u32) -> Self {
        Self::Count(count)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or(Self::Empty, Into::into)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl Cell {
    /// A number as every form writes it; nothing for words.
    pub fn digits(&self) -> String {
        let mut digits = String::new();
        self.add_digits(&mut digits);
        digits
    }

    /// The same behind what is there already.
    pub(crate) fn add_digits(&self, to: &mut String) {
        // Writing to a String cannot fail.
        let _ = match self {
            Self::Text(_) | Self::Empty => Ok(()),
            Self::Count(count) => write!(to, "{count}"),
            Self::Whole(number) => write!(to, "{number}"),
            Self::Number(number) => {
                add_decimal(*number, to);
                Ok(())
            }
        };
    }
}

/// A table with named columns. Column names are stable: they are part of what users build on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// One name for each column.
    pub columns: Vec<&'static str>,
    /// One cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The table as CSV with a header row.
    ///
    /// Words that a spreadsheet would take for a formula get an apostrophe in front (OWASP, "CSV
    /// Injection"): those that begin with `=`, `+`, `-`, `@`, their full-width forms, a tab, a carriage
    /// return, a line feed or NUL, also behind spaces and marks of no width.
    pub fn to_csv(&self) -> Vec<u8> {
        to_csv(&self.columns, &self.rows)
    }

    /// The table in columns of equal width, for a terminal. Control characters are shown as `�`, so that
    /// nothing in a name moves the cursor.
    pub fn to_text(&self) -> String {
        let mut lines: Vec<Vec<String>> =
            vec![self.columns.iter().map(|&name| name.to_owned()).collect()];
        lines.extend(self.rows.iter().map(|row| row.iter().map(shown).collect()));
        let widths: Vec<usize> = (0..self.columns.len())
            .map(|at| lines.iter().map(|line| length(line, at)).max().unwrap_or(0))
            .collect();
        let lines: Vec<String> = lines.iter().map(|line| padded(line, &widths)).collect();
        lines.join("\n")
    }
}

/// Rows as CSV, as [`Table::to_csv`] writes them, for a table whose columns are known only when it is read.
pub fn to_csv(columns: &[impl AsRef<[u8]>], rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory does not fail, and rows of another length than the header are a fault of
    // ours that the tests of each report would show.
    let _ = writer.write_record(columns);
    for row in rows {
        let _ = writer.write_record(row.iter().map(written));
    }
    writer.into_inner().unwrap_or_default()
}

fn length(line: &[String], at: usize) -> usize {
    line.get(at).map_or(0, |cell| cell.chars().count())
}

fn padded(line: &[String], widths: &[usize]) -> String {
    let cells: Vec<String> =
        line.iter().zip(widths).map(|(cell, &width)| format!("{cell:<width$}")).collect();
    cells.join("  ").trim_end().to_owned()
}

fn shown(cell: &Cell) -> String {
    let words = match cell {
        Cell::Text(words) => words.clone(),
        other => written(other),
    };
    words.chars().map(|one| if one.is_control() { '\u{fffd}' } else { one }).collect()
}

/// A cell as CSV has it, before quoting.
pub(crate) fn written(cell: &Cell) -> String {
    match cell {
        Cell::Text(words) => guarded(words),
        other => other.digits(),
    }
}

/// With four decimals at most; nothing where there is no number.
pub(crate) fn decimal(number: f64) -> String {
    let mut digits = String::new();
    add_decimal(number, &mut digits);
    digits
}

fn add_decimal(number: f64, to: &mut String) {
    if !number.is_finite() {
        return;
    }
    let begin = to.len();
    let _ = write!(to, "{number:.4}");
    let short = to[begin..].trim_end_matches('0').trim_end_matches('.').len();
    to.truncate(begin + short);
    if &to[begin..] == "-0" {
        to.truncate(begin);
        to.push('0');
    }
}

fn guarded(words: &str) -> String {
    if is_risky(words) { format!("'{words}") } else { words.to_owned() }
}

/// Whether a spreadsheet might run these words. What it skips in front of a formula is skipped here too:
/// spaces of every kind and marks of no width.
pub(crate) fn is_risky(words: &str) -> bool {
    // Most words begin with a letter or a digit, and a million rows have many of them.
    if words.as_bytes().first().is_none_or(u8::is_ascii_alphanumeric) {
        return false;
    }
    let skipped = |one: char| {
        one.is_whitespace() || matches!(one, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    };
    words.starts_with(['\t', '\r', '\n', '\0'])
        || words
            .trim_start_matches(skipped)
            .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\0'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cells: Vec<Cell>, expect: &str) {
        let columns = vec!["a", "b", "c"].into_iter().take(cells.len()).collect();
        let csv = Table { columns, rows: vec![cells] }.to_csv();
        let text = String::from_utf8(csv).unwrap();
        assert_eq!(text.split_once("\r\n").unwrap().1, format!("{expect}\r\n"));
    }

    #[test]
    fn numbers_are_numbers_and_the_unknown_is_empty() {
        check(vec![Cell::Count(7), Cell::Number(0.5), Cell::Empty], "7,0.5,");
        check(vec![Cell::Number(6.0), Cell::Number(1.0 / 3.0)], "6,0.3333");
        check(vec![Cell::Whole(-3), Cell::Whole(i64::MAX)], "-3,9223372036854775807");
        check(vec![None::<u32>.into(), Some(3_u32).into()], ",3");
    }

    #[test]
    fn words_keep_their_commas_quotes_and_lines() {
        check(vec!["a, b".into(), "say \"no\"".into()], "\"a, b\",\"say \"\"no\"\"\"");
        check(vec!["two\nlines".into(), "ünï".into()], "\"two\nlines\",ünï");
    }

    #[test]
    fn a_terminal_sees_columns_and_no_control_characters() {
        let rows = vec![vec!["a\u{1b}[2Jb".into(), 7_u32.into()]];
        let table = Table { columns: vec!["name", "n"], rows };
        assert_eq!(table.to_text(), "name    n\na\u{fffd}[2Jb  7");
    }

    #[test]
    fn nothing_begins_like_a_formula() {
        for start in ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "\0"] {
            let csv = Table { columns: vec!["a"], rows: vec![vec![format!("{start}1+1").into()]] };
            let bytes = csv.to_csv();
            let mut reader = csv::Reader::from_reader(bytes.as_slice());
            let read = reader.records().next().unwrap().unwrap();
            assert!(read[0].starts_with('\''), "{start:?} came back as {:?}", &read[0]);
        }
    }
}
