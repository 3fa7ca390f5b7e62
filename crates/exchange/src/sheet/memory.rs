//! A table of any length takes the same memory, as a process of its own shows.

use std::{fs, io::BufWriter, process::Command};

use super::{CsvChoice, Form, tests::sheet, writer};
use crate::table::Cell;

const ROWS: &str = "EIGHTEEN_TEST_ROWS";
const FORM: &str = "EIGHTEEN_TEST_FORM";

/// Writes a table into nothing and says what memory it took at most; does so only when it is asked to.
#[test]
fn a_table_is_written_by_a_process_of_its_own() {
    let (Ok(rows), Ok(form)) = (std::env::var(ROWS), std::env::var(FORM)) else { return };
    let form = match form.as_str() {
        "csv" => Form::Csv(CsvChoice::default()),
        "xlsx" => Form::Xlsx,
        _ => Form::Json,
    };
    let sheet = sheet(&["person", "question", "chosen", "score", "elapsed_ms"]);
    let path = std::env::temp_dir().join(format!("eighteen-memory-{}", std::process::id()));
    let mut out = BufWriter::new(fs::File::create(&path).unwrap());
    let mut to = writer(form, &sheet, &mut out).unwrap();
    for row in 0..rows.parse::<u32>().unwrap() {
        let cells: [Cell; 5] = [
            format!("Person {}", row / 8).into(),
            format!("question-{}", row % 97).into(),
            "Report it by the button, and then tell a colleague".into(),
            (f64::from(row % 4) / 3.0).into(),
            (row.wrapping_mul(2_654_435_761) >> 15).into(),
        ];
        to.row(&cells).unwrap();
    }
    to.finish().unwrap();
    let _ = fs::remove_file(path);
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    println!("peak {}", peak.unwrap_or("0").trim().trim_end_matches(" kB"));
}

fn peak_kib(form: &str, rows: &str) -> f64 {
    let name = "sheet::memory::a_table_is_written_by_a_process_of_its_own";
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", name, "--nocapture"]).env(ROWS, rows).env(FORM, form);
    let said = String::from_utf8(child.output().unwrap().stdout).unwrap();
    let peak = said.split("peak ").nth(1).unwrap_or_else(|| panic!("{form}: {said}"));
    peak.split_whitespace().next().unwrap().parse().unwrap()
}

#[test]
fn ten_times_the_rows_take_the_same_memory() {
    if !cfg!(target_os = "linux") {
        println!("not checked: it takes /proc");
        return;
    }
    for form in ["csv", "xlsx", "json"] {
        let (few, many) = (peak_kib(form, "4000"), peak_kib(form, "40000"));
        assert!(few > 1_000.0, "{form}: {few} KiB");
        // Less than a tenth of what the rows take, and a little for how memory is handed out.
        assert!(many < few + 1_024.0, "{form}: {few} KiB, and {many} KiB for ten times the rows");
    }
}
