use std::{
    fs,
    io::{self, Cursor, Read as _, SeekFrom},
    process::Command,
};

use super::*;

pub(super) fn sheet(columns: &[&str]) -> Sheet {
    Sheet {
        report: "questions".to_owned(),
        title: "Questions".to_owned(),
        sentence: "Two of five questions were hard.".to_owned(),
        organisation: "Harbour & Sons".to_owned(),
        lang: "en-GB".to_owned(),
        made_at: "2026-11-23T09:00:00.000+00:00".to_owned(),
        made_by: "Eighteen Days".to_owned(),
        columns: columns
            .iter()
            .map(|name| Column {
                name: (*name).to_owned(),
                label: name.replace('_', " "),
                ..Column::default()
            })
            .collect(),
        words: SheetWords {
            page: "Page".to_owned(),
            of: "of".to_owned(),
            made: "Made on 23 November 2026".to_owned(),
            unprintable: "Characters without a letter here are shown as ?".to_owned(),
            nothing: "Nothing yet".to_owned(),
        },
        ..Sheet::default()
    }
}

fn rows() -> Vec<Vec<Cell>> {
    vec![
        vec!["Maya, \"M\"".into(), 7_u32.into(), 0.25.into(), Cell::Empty],
        vec!["two\nlines".into(), 12_u32.into(), (-1.5).into(), "=1+1".into()],
    ]
}

fn bytes(form: Form, sheet: &Sheet, rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let mut writer = writer(form, sheet, &mut out).unwrap();
    for row in rows {
        writer.row(row).unwrap();
    }
    writer.finish().unwrap();
    out.into_inner()
}

fn part(xlsx: &[u8], path: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(xlsx)).unwrap();
    let mut text = String::new();
    zip.by_name(path).unwrap().read_to_string(&mut text).unwrap();
    text
}

const NAMES: [&str; 4] = ["name", "answered", "share", "top_wrong_answer"];

#[test]
fn csv_has_the_choices_of_a_spreadsheet() {
    let sheet = sheet(&NAMES);
    let plain = bytes(Form::Csv(CsvChoice::default()), &sheet, &rows());
    assert_eq!(
        String::from_utf8(plain).unwrap(),
        "name,answered,share,top_wrong_answer\r\n\"Maya, \"\"M\"\"\",7,0.25,\r\n\
         \"two\nlines\",12,-1.5,'=1+1\r\n"
    );
    let choice = CsvChoice { separator: Separator::Semicolon, decimal_comma: true, mark: true };
    let german = String::from_utf8(bytes(Form::Csv(choice), &sheet, &rows())).unwrap();
    assert!(
        german.starts_with('\u{feff}') && german.contains("\r\n\"Maya, \"\"M\"\"\";7;0,25;\r\n")
    );
    let tab = CsvChoice { separator: Separator::Tab, ..CsvChoice::default() };
    let tabs = String::from_utf8(bytes(Form::Csv(tab), &sheet, &rows())).unwrap();
    assert!(tabs.starts_with("name\tanswered\t") && Form::Csv(tab).ending() == "tsv");
}

#[test]
fn json_is_one_object_with_meanings_and_rows() {
    for rows in [rows(), Vec::new()] {
        let json = bytes(Form::Json, &sheet(&NAMES), &rows);
        let read: serde_json::Value = serde_json::from_slice(&json).unwrap();
        assert_eq!(read["columns"].as_array().unwrap().len(), 4);
        assert_eq!(read["rows"].as_array().unwrap().len(), rows.len());
        if let Some(last) = read["rows"].get(1) {
            assert_eq!(last["top_wrong_answer"], "=1+1", "words are words in JSON");
            assert_eq!((&last["answered"], &last["share"]), (&12.into(), &(-1.5).into()));
        }
    }
}

#[test]
fn a_workbook_has_words_as_words_and_numbers_as_numbers() {
    let xlsx = bytes(Form::Xlsx, &sheet(&NAMES), &rows());
    let first = part(&xlsx, "xl/worksheets/sheet1.xml");
    assert!(first.contains("<c r=\"B2\"><v>7</v></c>"), "{first}");
    assert!(first.contains("<c r=\"C3\" s=\"3\"><v>-1.5</v></c>"), "{first}");
    assert!(first.contains("s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t>"));
    assert!(!first.contains("<f>") && first.contains("state=\"frozen\""));
    assert!(part(&xlsx, "docProps/core.xml").contains("<dc:language>en-GB</dc:language>"));
    assert!(part(&xlsx, "docProps/core.xml").contains("Harbour &amp; Sons"));
}

#[test]
fn a_full_sheet_is_followed_by_another_with_the_same_header() {
    let sheet = sheet(&["n"]);
    let mut out = Cursor::new(Vec::new());
    let mut writer = Box::new(xlsx::XlsxRows::with(&sheet, &mut out, 3).unwrap());
    for n in 0..5_u32 {
        writer.row(&[n.into()]).unwrap();
    }
    writer.finish().unwrap();
    let xlsx = out.into_inner();
    for (number, rows) in [(1, 3), (2, 3), (3, 2)] {
        let text = part(&xlsx, &format!("xl/worksheets/sheet{number}.xml"));
        assert_eq!(text.matches("<row ").count(), rows, "sheet {number}");
        assert!(text.contains(">n</t>"), "sheet {number} has the header");
    }
    assert!(part(&xlsx, "xl/workbook.xml").contains("name=\"Questions 3\""));
}

/// What a program says about a PDF; nothing when it is not here.
fn asked(program: &str, arguments: &[&str], pdf: &[u8], name: &str) -> Option<String> {
    let file = std::env::temp_dir().join(format!("eighteen-{name}-{}.pdf", std::process::id()));
    fs::write(&file, pdf).unwrap();
    let mut command = Command::new(program);
    command.args(arguments).arg(&file).args((program == "pdftotext").then_some("-"));
    let ran = command.output();
    let _ = fs::remove_file(&file);
    let ran = ran.ok()?;
    assert!(ran.status.success(), "{program}: {}", String::from_utf8_lossy(&ran.stderr));
    Some(String::from_utf8_lossy(&ran.stdout).into_owned())
}

#[test]
fn paper_is_tagged_counted_and_read_in_the_order_of_the_table() {
    let many: Vec<Vec<Cell>> = (0..120_u32)
        .map(|n| {
            vec![
                format!("Person {n} Wetherby").into(),
                n.into(),
                0.5.into(),
                "It is a harbour".into(),
            ]
        })
        .collect();
    let pdf = bytes(Form::Pdf, &sheet(&NAMES), &many);
    let Some(info) = asked("pdfinfo", &[], &pdf, "info") else { return };
    let line = |name: &str| info.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
    assert!(line("Tagged").ends_with("yes"), "{info}");
    let pages: usize = line("Pages").split_whitespace().last().unwrap().parse().unwrap();
    assert!(pages > 2, "{info}");
    let structure = asked("pdfinfo", &["-struct-text"], &pdf, "structure").unwrap();
    let count = |name: &str| structure.lines().filter(|line| line.trim().starts_with(name)).count();
    assert_eq!(
        (count("Table"), count("TH") - count("THead"), count("TR"), count("TD")),
        (1, 2, 121, 240),
        "{structure}"
    );
    let text = asked("pdftotext", &["-layout"], &pdf, "text").unwrap();
    assert!(text.contains(&format!("Page {pages} of {pages}")), "{text}");
    let order: Vec<usize> = (0..120)
        .map(|n| {
            text.find(&format!("Person {n} Wetherby")).unwrap_or_else(|| panic!("{n}: {text}"))
        })
        .collect();
    assert!(order.is_sorted(), "rows are read in their order");
    assert!(text.contains("share: 0.5"), "what is the same everywhere is said once");
}

#[test]
fn paper_takes_what_it_is_given() {
    let long = "a very long answer ".repeat(200);
    let wide = "x".repeat(400);
    let evil = vec![
        vec!["王小明".into(), 1_u32.into(), f64::NAN.into(), long.clone().into()],
        vec!["\u{1b}[2J\0".into(), Cell::Empty, 0.1.into(), wide.into()],
        vec!["مايا".into(), 2_u32.into(), 0.2.into(), "\u{202e}turned".into()],
    ];
    for rtl in [false, true] {
        let pdf = bytes(Form::Pdf, &Sheet { rtl, ..sheet(&NAMES) }, &evil);
        let Some(text) = asked("pdftotext", &[], &pdf, "evil") else { return };
        assert!(text.contains("shown as ?"), "{text}");
        assert_eq!(text.matches("long answer").count() + text.matches("long\nanswer").count(), 200);
    }
    let none = bytes(Form::Pdf, &sheet(&NAMES), &[]);
    assert!(asked("pdftotext", &[], &none, "none").is_none_or(|text| text.contains("Nothing yet")));
    let sheet = sheet(&["n"]);
    let mut out = Cursor::new(Vec::new());
    let mut writer = writer(Form::Pdf, &sheet, &mut out).unwrap();
    for _ in 0..MOST_ROWS_ON_PAPER {
        writer.row(&[1_u32.into()]).unwrap();
    }
    assert!(matches!(writer.row(&[1_u32.into()]), Err(SheetError::TooLongForPaper)));
}

/// A disk that is full after so many bytes.
struct SmallDisk(Cursor<Vec<u8>>, u64);

impl Write for SmallDisk {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.position() + bytes.len() as u64 > self.1 {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.0.write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for SmallDisk {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

#[test]
fn a_full_disk_is_told_as_one_in_every_form() {
    for form in [Form::Csv(CsvChoice::default()), Form::Xlsx, Form::Json, Form::Pdf] {
        let mut disk = SmallDisk(Cursor::new(Vec::new()), 300);
        let sheet = sheet(&NAMES);
        let mut all = || {
            let mut writer = writer(form, &sheet, &mut disk)?;
            for row in std::iter::repeat_with(rows).take(60).flatten() {
                writer.row(&row)?;
            }
            writer.finish()
        };
        let refused = all().unwrap_err();
        let full =
            matches!(&refused, SheetError::Io(error) if error.kind() == io::ErrorKind::StorageFull);
        assert!(full, "{form:?}: {refused:?}");
    }
}
