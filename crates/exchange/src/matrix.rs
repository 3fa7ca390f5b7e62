//! Answers as a table of people by items, such as a paper quiz that somebody typed in.
//!
//! The first row names the items, the first column the people. A cell is a mark from 0 to 1; or, when the
//! row after the names begins with `key`, the option that was chosen, and that row has the right ones. An
//! empty cell was not answered. Columns are separated by commas, semicolons or tabs, whichever the first
//! row has most of. The text is UTF-8 with or without byte order mark.

use std::collections::HashSet;
use std::io::Read;

use csv::StringRecord;

/// At most so many problems are told.
const MOST_PROBLEMS: usize = 300;

/// What stands in a cell that was answered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Answered {
    /// From 0 to 1.
    pub mark: f64,
    /// The option's place in [`Matrix::options`], where options are given.
    pub option: Option<usize>,
}

/// What the table is about, known when all of it was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matrix {
    /// The items, in order of column.
    pub items: Vec<String>,
    /// For each item the options that occur, the right one first; empty where the table has marks.
    pub options: Vec<Vec<String>>,
    /// How many rows of people.
    pub people: usize,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineProblem {
    /// From 1.
    pub line: u64,
    /// What is wrong, and what to do.
    pub message: String,
}

/// Reads a table and hands over one person after another: for each item what was answered, or nothing.
/// Memory grows with the names of the people only.
///
/// # Errors
/// Every problem at once, by line. Rows that were handed over before the first problem was met must not
/// be used.
pub fn read_matrix(
    input: impl Read,
    each: impl FnMut(&[Option<Answered>]),
) -> Result<Matrix, Vec<LineProblem>> {
    let mut bytes = Vec::new();
    let mut input = input;
    // The first row decides how the columns are separated, so it is looked at before the reader is made.
    if let Err(error) = read_first_line(&mut input, &mut bytes) {
        return Err(vec![LineProblem { line: 1, message: error.to_string() }]);
    }
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let separator = separator(start);
    let reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(start.chain(input));
    Reading::new(each).read(reader)
}

fn read_first_line(input: &mut impl Read, bytes: &mut Vec<u8>) -> std::io::Result<()> {
    let mut one = [0];
    while bytes.last() != Some(&b'\n') && input.read(&mut one)? == 1 {
        bytes.push(one[0]);
    }
    Ok(())
}

/// The separator that occurs most often; a comma when none does.
fn separator(line: &[u8]) -> u8 {
    let count = |separator: u8| line.split(|byte| *byte == separator).count();
    let most = [b'\t', b';', b','].into_iter().max_by_key(|separator| count(*separator));
    most.unwrap_or(b',')
}

struct Reading<F> {
    each: F,
    matrix: Matrix,
    people: HashSet<String>,
    problems: Vec<LineProblem>,
    row: Vec<Option<Answered>>,
}

impl<F: FnMut(&[Option<Answered>])> Reading<F> {
    fn new(each: F) -> Self {
        Self {
            each,
            matrix: Matrix::default(),
            people: HashSet::new(),
            problems: Vec::new(),
            row: Vec::new(),
        }
    }

    fn read(mut self, mut reader: csv::Reader<impl Read>) -> Result<Matrix, Vec<LineProblem>> {
        let mut rows = 0;
        let mut record = StringRecord::new();
        loop {
            match reader.read_record(&mut record) {
                Ok(false) => break,
                Ok(true) => {
                    let line = record.position().map_or(0, csv::Position::line);
                    self.record(line, &record, rows);
                    rows += 1;
                }
                Err(error) => {
                    let line = error.position().map_or(0, csv::Position::line);
                    let message = format!("this cannot be read: {error}");
                    self.problems.push(LineProblem { line, message });
                    break;
                }
            }
            if self.problems.len() >= MOST_PROBLEMS {
                break;
            }
        }
        if self.problems.is_empty() && self.matrix.people == 0 {
            self.problem(
                1,
                "there are no people: write a row of items, then a row for each person",
            );
        }
        if self.problems.is_empty() { Ok(self.matrix) } else { Err(self.problems) }
    }

    fn record(&mut self, line: u64, record: &StringRecord, rows: usize) {
        match record.get(0) {
            _ if rows == 0 => self.names(line, record),
            Some(first) if rows == 1 && first.eq_ignore_ascii_case("key") => self.key(line, record),
            Some(person) => self.person(line, person, record),
            None => {}
        }
    }

    fn names(&mut self, line: u64, record: &StringRecord) {
        self.matrix.items = record.iter().skip(1).map(str::to_owned).collect();
        if self.matrix.items.is_empty() {
            self.problem(line, "there are no items: name one in each column after the first");
        }
        let mut known = HashSet::new();
        for item in self.matrix.items.clone() {
            if item.is_empty() {
                self.problem(line, "a column has no name; give every item one");
            } else if !known.insert(item.clone()) {
                self.problem(
                    line,
                    &format!("two columns are called “{item}”; give each its own name"),
                );
            }
        }
    }

    fn key(&mut self, line: u64, record: &StringRecord) {
        self.matrix.options = record.iter().skip(1).map(|right| vec![right.to_owned()]).collect();
        let empty = record.iter().skip(1).position(str::is_empty);
        if let Some(item) = empty.and_then(|at| self.matrix.items.get(at)).cloned() {
            self.problem(line, &format!("the key has no option for “{item}”"));
        }
        self.width(line, record);
    }

    fn person(&mut self, line: u64, person: &str, record: &StringRecord) {
        if person.is_empty() {
            self.problem(line, "the person has no name or number; write one in the first column");
        } else if !self.people.insert(person.to_owned()) {
            self.problem(
                line,
                &format!("“{person}” has a row already; keep one row for each person"),
            );
        }
        if !self.width(line, record) {
            return;
        }
        self.row.clear();
        for (at, cell) in record.iter().skip(1).enumerate() {
            let answered = self.cell(line, at, cell);
            self.row.push(answered);
        }
        self.matrix.people += 1;
        (self.each)(&self.row);
    }

    fn cell(&mut self, line: u64, at: usize, cell: &str) -> Option<Answered> {
        if cell.is_empty() {
            return None;
        }
        if let Some(options) = self.matrix.options.get_mut(at) {
            let known = options.iter().position(|option| option == cell);
            let option = known.unwrap_or(options.len());
            if known.is_none() {
                options.push(cell.to_owned());
            }
            return Some(Answered { mark: f64::from(u8::from(option == 0)), option: Some(option) });
        }
        let mark = cell.parse().ok().filter(|mark| (0.0..=1.0).contains(mark));
        if mark.is_none() {
            let item = self.matrix.items.get(at).map_or("", String::as_str);
            let message = format!(
                "“{cell}” under “{item}” is no mark from 0 to 1; for chosen options write a row that \
                 begins with “key” after the names"
            );
            self.problem(line, &message);
        }
        mark.map(|mark| Answered { mark, option: None })
    }

    /// Whether a row has a cell for each item.
    fn width(&mut self, line: u64, record: &StringRecord) -> bool {
        let (have, need) = (record.len() - 1, self.matrix.items.len());
        if have != need {
            self.problem(line, &format!("{have} cells after the first, and {need} items"));
        }
        have == need
    }

    fn problem(&mut self, line: u64, message: &str) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(LineProblem { line, message: message.to_owned() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Rows = Vec<Vec<Option<Answered>>>;

    fn read(text: &str) -> (Result<Matrix, Vec<LineProblem>>, Rows) {
        let mut rows = Vec::new();
        let matrix = read_matrix(text.as_bytes(), |row| rows.push(row.to_vec()));
        (matrix, rows)
    }

    fn problems(text: &str) -> Vec<String> {
        let problems = read(text).0.unwrap_err();
        problems.iter().map(|problem| format!("{}: {}", problem.line, problem.message)).collect()
    }

    #[test]
    fn marks_are_read_with_any_separator_and_byte_order_mark() {
        for text in [
            "who,a,b\nx,1,0\ny,,0.5\n",
            "\u{feff}who;a;b\r\nx;1;0\r\ny;;0.5\r\n",
            "who\ta\tb\nx\t1\t 0\ny\t\t0.5",
        ] {
            let (matrix, rows) = read(text);
            let matrix = matrix.unwrap();
            assert_eq!((matrix.items, matrix.people), (vec!["a".into(), "b".into()], 2));
            let mark = |mark| Some(Answered { mark, option: None });
            assert_eq!(rows, [[mark(1.0), mark(0.0)], [None, mark(0.5)]], "{text:?}");
        }
    }

    #[test]
    fn options_are_marked_by_the_key_row() {
        let (matrix, rows) = read("who,a,b\nKey,B,yes\nx,B,no\ny,A,\nz,C,no\n");
        let matrix = matrix.unwrap();
        assert_eq!(matrix.options, [vec!["B", "A", "C"], vec!["yes", "no"]]);
        assert_eq!(matrix.people, 3);
        let chosen = |option: usize| {
            Some(Answered { mark: f64::from(u8::from(option == 0)), option: Some(option) })
        };
        assert_eq!(rows[0], [chosen(0), chosen(1)]);
        assert_eq!(rows[1], [chosen(1), None]);
        assert_eq!(rows[2], [chosen(2), chosen(1)]);
    }

    #[test]
    fn every_problem_is_told_with_its_line() {
        let text = "who,a,a,\nx,1,0,0\nx,2,no,1\n,1,1,1\ny,1\n\"z,1,1";
        let found = problems(text);
        let starts = [
            "1: two columns",
            "1: a column",
            "3: “x” has",
            "3: “2” under",
            "3: “no” under",
            "4: the person",
            "5: 1 cells",
            "6: ",
        ];
        assert_eq!(found.len(), starts.len(), "{found:#?}");
        for (found, start) in found.iter().zip(starts) {
            assert!(found.starts_with(start), "{found} does not begin with {start}");
        }
    }

    #[test]
    fn a_table_of_nobody_is_no_table() {
        assert!(problems("")[0].contains("no people"));
        assert!(problems("who,a\n")[0].contains("no people"));
        assert!(problems("who\nx\n")[0].contains("no items"));
        assert!(problems("who,a\nkey,\nx,B")[0].contains("no option"));
        assert!(problems("who,a\nx,NaN")[0].contains("no mark"));
    }

    #[test]
    fn what_is_not_text_is_told() {
        let bytes: &[u8] = b"who,a\nx,\xff\n";
        let found = read_matrix(bytes, |_| {}).unwrap_err();
        assert_eq!(found[0].line, 2, "{found:?}");
    }

    #[test]
    fn problems_without_end_are_told_up_to_a_number() {
        let text = format!("who,a\n{}", "x,9\n".repeat(9999));
        assert_eq!(problems(&text).len(), MOST_PROBLEMS);
    }
}
