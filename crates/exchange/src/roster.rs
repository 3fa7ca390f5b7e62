//! A list of people from a spreadsheet: name, code, groups.
//!
//! The first row names the columns. Separator and encoding are guessed and told, so that a person can see
//! on three rows whether the guess was right. A line that is refused says why; the others stay good.

use std::collections::HashMap;

use csv::StringRecord;
use encoding_rs::{Encoding, UTF_8};

/// No list of people is larger: over half a million lines.
pub const MAX_ROSTER: usize = 32 * 1024 * 1024;
/// At most so many problems are told one by one.
const MOST_PROBLEMS: usize = 100;
const ROWS_SHOWN: usize = 3;
const LONGEST: usize = 80;
const NAMES: [&str; 4] = ["name", "full name", "display name", "person"];
const CODES: [&str; 7] = [
    "code",
    "staff number",
    "staff id",
    "employee number",
    "employee id",
    "personnel number",
    "id",
];
const GROUPS: [&str; 5] = ["groups", "group", "teams", "team", "department"];
/// A spreadsheet runs a cell that begins so (OWASP, "CSV Injection").
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// A list of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    /// What stands between the columns: a comma, a semicolon or a tab.
    pub separator: char,
    /// The name of the encoding, such as `UTF-8` or `windows-1252`.
    pub encoding: &'static str,
    /// Every column of the first row.
    pub columns: Vec<String>,
    /// The places of name, code and groups among them.
    pub used: [Option<usize>; 3],
    /// The first three rows as they were read.
    pub first_rows: Vec<Vec<String>>,
    /// The people.
    pub lines: Vec<RosterLine>,
    /// The first lines that were refused.
    pub problems: Vec<RosterProblem>,
    /// How many were refused.
    pub refused: usize,
}

/// A person of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterLine {
    /// From 1, the row of column names included.
    pub line: u64,
    /// A name.
    pub name: Option<String>,
    /// A code; there is at least one of the two.
    pub code: Option<String>,
    /// Groups, each once.
    pub groups: Vec<String>,
}

/// A line that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterProblem {
    /// From 1.
    pub line: u64,
    /// Why.
    pub wrong: RosterWrong,
    /// The cell or what is known of it.
    pub cell: String,
}

/// Why a line was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RosterWrong {
    /// Neither name nor code.
    Nobody,
    /// A cell is longer than 80 characters.
    TooLong,
    /// A cell begins as a formula does.
    Formula,
    /// The code stands in an earlier line.
    CodeTwice {
        /// That line.
        first: u64,
    },
    /// A name without a code stands in an earlier line.
    NameTwice {
        /// That line.
        first: u64,
    },
    /// The line cannot be read as text in columns.
    NotReadable,
}

/// Why a whole file is no list of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RosterRefusal {
    /// Nothing in it but perhaps the names of columns.
    Empty,
    /// Too large.
    TooLarge,
    /// No text.
    NotText,
    /// No column for names or codes; these were there.
    NoColumns(Vec<String>),
}

/// Reads a list.
///
/// # Errors
/// See [`RosterRefusal`]; lines that are wrong are no refusal of the list.
pub fn read_roster(bytes: &[u8]) -> Result<Roster, RosterRefusal> {
    if bytes.len() > MAX_ROSTER {
        return Err(RosterRefusal::TooLarge);
    }
    let (text, encoding) = decode(bytes)?;
    let separator = separator(&text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator as u8)
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    if !matches!(reader.read_record(&mut record), Ok(true)) {
        return Err(RosterRefusal::Empty);
    }
    let columns: Vec<String> = record.iter().map(shortened).collect();
    let used = [&NAMES[..], &CODES, &GROUPS].map(|known| place(&record, known));
    if used[0].is_none() && used[1].is_none() {
        return Err(RosterRefusal::NoColumns(columns));
    }
    let mut reading = Reading::new(separator, encoding, columns, used);
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => reading.take(&record),
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                reading.refuse(line, RosterWrong::NotReadable, "");
                break;
            }
        }
    }
    let roster = reading.roster;
    let nothing = roster.lines.is_empty() && roster.refused == 0;
    if nothing { Err(RosterRefusal::Empty) } else { Ok(roster) }
}

/// The text, and the name of the encoding that it was in.
fn decode(bytes: &[u8]) -> Result<(String, &'static str), RosterRefusal> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let plain = || std::str::from_utf8(bytes).is_ok().then_some(UTF_8);
    let guessed = || {
        let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(None, chardetng::Utf8Detection::Deny)
    };
    let encoding = marked.or_else(plain).unwrap_or_else(guessed);
    let (text, encoding, broken) = encoding.decode(bytes);
    if broken || text.contains('\0') {
        return Err(RosterRefusal::NotText);
    }
    Ok((text.into_owned(), encoding.name()))
}

/// The separator that the first row has most of; a comma when it has none.
fn separator(text: &str) -> char {
    let first = text.lines().next().unwrap_or_default();
    let most = ['\t', ';', ','].into_iter().max_by_key(|mark| first.matches(*mark).count());
    most.unwrap_or(',')
}

fn place(header: &StringRecord, known: &[&str]) -> Option<usize> {
    let folded: Vec<String> =
        header.iter().map(|cell| cell.to_lowercase().replace(['_', '-'], " ")).collect();
    known.iter().find_map(|name| folded.iter().position(|cell| cell == name))
}

/// As much of a cell as a message can hold.
fn shortened(cell: &str) -> String {
    let short: String = cell.chars().filter(|letter| !letter.is_control()).take(40).collect();
    if short.chars().count() < cell.chars().count() { format!("{short}…") } else { short }
}

struct Reading {
    roster: Roster,
    codes: HashMap<String, u64>,
    names: HashMap<String, u64>,
}

impl Reading {
    fn new(
        separator: char,
        encoding: &'static str,
        columns: Vec<String>,
        used: [Option<usize>; 3],
    ) -> Self {
        let (first_rows, lines, problems) = (Vec::new(), Vec::new(), Vec::new());
        Self {
            roster: Roster {
                separator,
                encoding,
                columns,
                used,
                first_rows,
                lines,
                problems,
                refused: 0,
            },
            codes: HashMap::new(),
            names: HashMap::new(),
        }
    }

    fn refuse(&mut self, line: u64, wrong: RosterWrong, cell: &str) {
        self.roster.refused += 1;
        if self.roster.problems.len() < MOST_PROBLEMS {
            self.roster.problems.push(RosterProblem { line, wrong, cell: shortened(cell) });
        }
    }

    fn take(&mut self, record: &StringRecord) {
        if record.iter().all(str::is_empty) {
            return;
        }
        let line = record.position().map_or(0, csv::Position::line);
        if self.roster.first_rows.len() < ROWS_SHOWN {
            self.roster.first_rows.push(record.iter().map(shortened).collect());
        }
        let cell = |at: usize| {
            let cell = self.roster.used[at].and_then(|place| record.get(place)).unwrap_or_default();
            cell.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let (name, code) = (cell(0), cell(1));
        let mut groups: Vec<String> = Vec::new();
        for group in cell(2).split([';', '|', ',']).map(str::trim).filter(|one| !one.is_empty()) {
            let known = |one: &String| one.to_lowercase() == group.to_lowercase();
            if !groups.iter().any(known) {
                groups.push(group.to_owned());
            }
        }
        let cells = || [&name, &code].into_iter().chain(&groups);
        if let Some(cell) = cells().find(|cell| cell.starts_with(FORMULA)) {
            return self.refuse(line, RosterWrong::Formula, &cell.clone());
        }
        if let Some(cell) = cells().find(|cell| cell.chars().count() > LONGEST) {
            return self.refuse(line, RosterWrong::TooLong, &cell.clone());
        }
        if let Err(wrong) = self.once(line, &name, &code) {
            let cell = if code.is_empty() { &name } else { &code };
            return self.refuse(line, wrong, cell);
        }
        let given = |cell: String| Some(cell).filter(|cell| !cell.is_empty());
        self.roster.lines.push(RosterLine { line, name: given(name), code: given(code), groups });
    }

    /// The first line of a code, or of a name without one, counts; a later one is refused.
    fn once(&mut self, line: u64, name: &str, code: &str) -> Result<(), RosterWrong> {
        if !code.is_empty() {
            let first = *self.codes.entry(code.to_lowercase()).or_insert(line);
            return if first == line { Ok(()) } else { Err(RosterWrong::CodeTwice { first }) };
        }
        if name.is_empty() {
            return Err(RosterWrong::Nobody);
        }
        let first = *self.names.entry(name.to_lowercase()).or_insert(line);
        if first == line { Ok(()) } else { Err(RosterWrong::NameTwice { first }) }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    fn people(bytes: &[u8]) -> Vec<(Option<String>, Option<String>)> {
        let roster = read_roster(bytes).unwrap();
        roster.lines.into_iter().map(|line| (line.name, line.code)).collect()
    }

    #[test]
    fn separators_are_guessed_and_columns_found_by_their_names() {
        for mark in [",", ";", "\t"] {
            let text =
                ["Staff number{}NAME{}Room{}Team\n", "E1{}Ada Okoye{}12{}\"Payroll; Bristol\"\n"];
            let text = text.concat().replace("{}", mark);
            let roster = read_roster(text.as_bytes()).unwrap();
            assert_eq!(roster.separator.to_string(), mark);
            assert_eq!(roster.used, [Some(1), Some(0), Some(3)]);
            assert_eq!(roster.first_rows[0][2], "12");
            let line = &roster.lines[0];
            assert_eq!((line.line, line.code.as_deref()), (2, Some("E1")));
            assert_eq!(line.groups, ["Payroll", "Bristol"]);
        }
    }

    #[test]
    fn encodings_are_guessed() {
        let text = "name,code\nÄnne Müller,1\nZoë Łukasz,2\n";
        let utf16: Vec<u8> =
            [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        for (bytes, name) in [(text.as_bytes(), "UTF-8"), (&marked, "UTF-8"), (&utf16, "UTF-16LE")]
        {
            assert_eq!(read_roster(bytes).unwrap().encoding, name);
            assert_eq!(people(bytes)[0].0.as_deref(), Some("Änne Müller"), "{name}");
        }
        let latin = b"name;code\nJ\xf6rg M\xfcller;1\nFran\xe7oise Lef\xe8vre;2\n";
        assert_eq!(read_roster(latin).unwrap().encoding, "windows-1252");
        assert_eq!(people(latin)[1].0.as_deref(), Some("Françoise Lefèvre"));
        assert_eq!(read_roster(&utf16[2..]), Err(RosterRefusal::NotText), "no mark, no guess");
        assert_eq!(read_roster(b"name\n\0\x01\x02"), Err(RosterRefusal::NotText));
    }

    #[test]
    fn every_refused_line_has_its_reason_and_the_others_stay() {
        let text = "name,code,groups\nAda,1,\n,,Payroll\n=HYPERLINK(1),2,\nBo,1,\nCy,3,@SUM\n\
                    Di,,\ndi,,\n,,\n";
        let text = format!("{text}{},9,\nEve,4,\n", "x".repeat(81));
        let roster = read_roster(text.as_bytes()).unwrap();
        let wrong: Vec<_> = roster.problems.iter().map(|one| (one.line, one.wrong)).collect();
        assert_eq!(
            wrong,
            [
                (3, RosterWrong::Nobody),
                (4, RosterWrong::Formula),
                (5, RosterWrong::CodeTwice { first: 2 }),
                (6, RosterWrong::Formula),
                (8, RosterWrong::NameTwice { first: 7 }),
                (10, RosterWrong::TooLong),
            ]
        );
        let kept: Vec<_> = roster.lines.iter().map(|line| line.name.as_deref()).collect();
        assert_eq!(kept, [Some("Ada"), Some("Di"), Some("Eve")]);
    }

    #[test]
    fn a_hundred_thousand_lines_are_read_and_problems_are_told_up_to_a_number() {
        let mut text = "code;name\n".to_owned();
        for number in 0..100_000 {
            writeln!(text, "E{};Person {number}", number % 90_000).unwrap();
        }
        let roster = read_roster(text.as_bytes()).unwrap();
        assert_eq!((roster.lines.len(), roster.refused), (90_000, 10_000));
        assert_eq!(roster.problems.len(), MOST_PROBLEMS);
    }

    #[test]
    fn what_is_no_list_is_refused_as_a_whole() {
        for empty in ["", "name,code\n", "name,code\n,\n"] {
            assert_eq!(read_roster(empty.as_bytes()), Err(RosterRefusal::Empty), "{empty:?}");
        }
        let other = read_roster(b"question,answer\n1,2\n");
        let columns = vec!["question".to_owned(), "answer".to_owned()];
        assert_eq!(other, Err(RosterRefusal::NoColumns(columns)));
        assert_eq!(read_roster(&vec![b'x'; MAX_ROSTER + 1]), Err(RosterRefusal::TooLarge));
    }

    #[test]
    fn no_bytes_make_it_panic() {
        let good = "name,code,groups\nÄnne,1,\"a;b\"\n".as_bytes();
        for at in 0..good.len() {
            for byte in [0, b'"', b'\n', 0xff, b','] {
                let mut bytes = good.to_vec();
                bytes[at] = byte;
                let _ = read_roster(&bytes);
            }
        }
    }
}
