//! A long table takes no more memory than a short one. Alone in its program, so that nothing else counts.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

use std::{fs, fs::File};

use eighteen_exchange::{Cell, Column, CsvChoice, Form, Sheet, writer};

/// Rows; four times as many as one megabyte holds, and enough for a leak of ten bytes a row to show.
const ROWS: u32 = 60_000;

/// The most memory that this program has held so far, in KiB.
fn most_held() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

fn write(form: Form, rows: u32) {
    let names = ["name", "question", "answered", "share"];
    let columns = names.map(|name| Column { name: name.to_owned(), ..Column::default() });
    let sheet = Sheet { columns: columns.into(), ..Sheet::default() };
    let path = std::env::temp_dir().join(format!("eighteen-memory-{}", std::process::id()));
    let mut file = File::create(&path).unwrap();
    let mut to = writer(form, &sheet, &mut file).unwrap();
    for n in 0..rows {
        let share = f64::from(n) / f64::from(rows);
        to.row(&[
            format!("Person {n}").into(),
            "Is it true?".into(),
            n.into(),
            Cell::Number(share),
        ])
        .unwrap();
    }
    to.finish().unwrap();
    assert!(fs::metadata(&path).unwrap().len() > u64::from(rows), "{form:?}");
    fs::remove_file(path).unwrap();
}

#[test]
fn rows_are_not_held() {
    let forms = [Form::Csv(CsvChoice::default()), Form::Json, Form::Xlsx];
    for form in forms {
        write(form, 10);
    }
    let idle = most_held();
    for form in forms {
        write(form, ROWS);
        let more = most_held() - idle;
        assert!(more < 2 * 1024, "{form:?} of {ROWS} rows held {more} KiB more than one of 10");
    }
}
