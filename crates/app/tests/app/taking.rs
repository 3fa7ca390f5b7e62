//! Taking reports away: the rows of the screen, whole or not at all.

use std::{collections::BTreeSet, path::Path};

use eighteen_app::{
    App, COLUMNS, ErrorCode,
    wire::{
        among::Among,
        taking::{
            AskPreview, CellSeparator, FileForm, Report, TakeAway, TakeEvidence, TakingChoice,
            TakingWords, WhatToTake,
        },
        trainer::{AskQuestions, NewWorksCouncilStore, OpenPerson, Passphrase},
    },
};
use eighteen_testkit::{right_response, some_response, take_check};

use crate::support::{Folder, MODULE, PASSPHRASE, begin};

const ALL: [Report; 10] = [
    Report::People,
    Report::Modules,
    Report::Questions,
    Report::Inbox,
    Report::Ultimatum,
    Report::Misconceptions,
    Report::Lasted,
    Report::Person,
    Report::Assignments,
    Report::Answers,
];

fn take(what: WhatToTake, choice: TakingChoice) -> TakeAway {
    let words = TakingWords { lang: "en-GB".into(), title: "Report".into(), ..Default::default() };
    TakeAway { what, choice, words }
}

fn of(form: FileForm) -> TakingChoice {
    TakingChoice { form, ..TakingChoice::default() }
}

/// Two people who took a check; gives the id of the first.
fn trained(folder: &Folder) -> (App, String) {
    let app = folder.app();
    let maya = begin(&app, "=HYPERLINK(\"x\")");
    take_check(&app, MODULE, some_response).unwrap();
    begin(&app, "Noor");
    take_check(&app, MODULE, right_response).unwrap();
    app.create_trainer_store(Passphrase { passphrase: PASSPHRASE.to_owned() }).unwrap();
    app.trainer_overview(Among::default()).unwrap();
    (app, maya)
}

fn files(folder: &Folder) -> BTreeSet<String> {
    let names = std::fs::read_dir(folder.dir.path().join("exports")).unwrap();
    names.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn every_report_is_written_in_every_form() {
    let folder = Folder::new();
    let (app, maya) = trained(&folder);
    for report in ALL {
        for form in [FileForm::Csv, FileForm::Xlsx, FileForm::Json, FileForm::Pdf] {
            let what = WhatToTake { person_id: Some(maya.clone()), ..WhatToTake::of(report) };
            let written = app.take_away(take(what, of(form))).unwrap().unwrap();
            let practised = matches!(
                report,
                Report::Inbox | Report::Ultimatum | Report::Misconceptions | Report::Assignments
            );
            assert!(written.rows > 0 || practised, "{report:?} {form:?}");
            assert!(Path::new(&written.path).is_file(), "{}", written.path);
        }
    }
    assert_eq!(files(&folder).len(), 4 * ALL.len());
    assert!(files(&folder).contains("eighteen-days-answers-2026-11-22.xlsx"));
    let csv = folder.exported("eighteen-days-people-2026-11-22.csv");
    assert!(csv.starts_with('\u{feff}') && csv.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{csv}");
    assert_eq!(app.taking_choice().unwrap().form, FileForm::Pdf, "the last choice is remembered");
    app.show_taken().unwrap();
}

#[test]
fn the_file_has_the_rows_of_the_screen_and_the_preview_those_of_the_file() {
    let folder = Folder::new();
    let (app, _) = trained(&folder);
    let report = app.trainer_questions(AskQuestions::default()).unwrap();
    let choice = TakingChoice {
        separator: CellSeparator::Semicolon,
        decimal_comma: true,
        mark: false,
        ..TakingChoice::default()
    };
    let preview = app
        .preview_taking(AskPreview {
            what: WhatToTake::of(Report::Questions),
            choice: choice.clone(),
        })
        .unwrap();
    app.take_away(take(WhatToTake::of(Report::Questions), choice)).unwrap().unwrap();
    let csv = folder.exported("eighteen-days-questions-2026-11-22.csv");
    assert!(csv.starts_with(&preview.text), "{}", preview.text);
    assert_eq!((preview.rows.len(), preview.of as usize), (3, report.rows.len()));
    assert_eq!(csv.matches("\r\n").count(), report.rows.len() + 1);
    for row in &report.rows {
        assert!(csv.contains(&format!("\r\n{};", row.item_id)), "{}", row.item_id);
    }
}

#[test]
fn without_names_no_name_is_in_any_form() {
    let folder = Folder::new();
    let (app, maya) = trained(&folder);
    for report in [Report::People, Report::Person, Report::Answers] {
        for form in [FileForm::Csv, FileForm::Json] {
            let what = WhatToTake { person_id: Some(maya.clone()), ..WhatToTake::of(report) };
            let choice = TakingChoice { names: false, ..of(form) };
            let written = app.take_away(take(what, choice)).unwrap().unwrap();
            let text = std::fs::read_to_string(&written.path).unwrap();
            assert!(!text.contains("HYPERLINK") && !text.contains("Noor"), "{report:?}: {text}");
            assert!(text.contains(&maya), "{report:?}");
        }
    }
}

#[test]
fn what_cannot_be_written_leaves_nothing_and_the_old_file_as_it_was() {
    let folder = Folder::new();
    let (app, _) = trained(&folder);
    let exports = folder.dir.path().join("exports");
    let path = exports.join("report.csv");
    std::fs::write(&path, "the old one").unwrap();
    // A folder stands where the file beside it would be written.
    std::fs::create_dir(exports.join(".report.csv.part")).unwrap();
    let refused =
        app.take_to(&take(WhatToTake::of(Report::People), of(FileForm::Csv)), &path).unwrap_err();
    assert_eq!(refused.code, ErrorCode::FileNotWritable);
    assert_eq!(refused.path.as_deref(), path.to_str());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "the old one");
    let nowhere = exports.join("missing").join("report.pdf");
    let refused = app
        .take_to(&take(WhatToTake::of(Report::People), of(FileForm::Pdf)), &nowhere)
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::FileNotWritable);
    let of_nobody = WhatToTake { person_id: Some("x".into()), ..WhatToTake::of(Report::Person) };
    let refused = app.take_away(take(of_nobody, of(FileForm::Csv))).unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotFound);
    assert_eq!(files(&folder), [".report.csv.part".to_owned(), "report.csv".to_owned()].into());
}

#[test]
fn what_is_stopped_leaves_the_old_file_as_it_was() {
    let folder = Folder::new();
    let (app, _) = trained(&folder);
    let path = folder.dir.path().join("exports/answers.csv");
    std::fs::write(&path, "from before").unwrap();
    let answers = take(WhatToTake::of(Report::Answers), of(FileForm::Csv));
    let written = std::thread::scope(|scope| {
        let writing = scope.spawn(|| app.take_to(&answers, &path).unwrap());
        while !writing.is_finished() {
            if let Some(progress) = app.work_progress().unwrap() {
                assert!(progress.done <= progress.of, "{progress:?}");
                app.stop_work().unwrap();
            }
        }
        writing.join().unwrap()
    });
    let now = std::fs::read_to_string(&path).unwrap();
    assert_eq!(now == "from before", written.is_none(), "it says whether there is a file: {now}");
    assert_eq!(files(&folder), BTreeSet::from(["answers.csv".to_owned()]), "nothing beside it");
    assert!(app.take_to(&answers, &path).unwrap().is_some(), "the next one is not stopped");
    assert_eq!(app.work_progress().unwrap(), None);
}

#[test]
fn every_column_means_something_once_and_the_document_says_it() {
    let folder = Folder::new();
    let (app, maya) = trained(&folder);
    let names: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
    assert!(names.is_sorted() && names.windows(2).all(|two| two[0] != two[1]), "{names:?}");
    for report in ALL {
        let what = WhatToTake { person_id: Some(maya.clone()), ..WhatToTake::of(report) };
        let preview = app.preview_taking(AskPreview { what, choice: of(FileForm::Csv) }).unwrap();
        for column in preview.columns {
            assert!(names.contains(&column.as_str()), "{column} of {report:?} is not explained");
        }
    }
    let document = include_str!("../../../../docs/columns.md");
    for column in COLUMNS {
        let unit = column.unit.unwrap_or("");
        let line = format!("| `{}` | {unit} | {} |", column.name, column.about);
        assert!(document.contains(&line), "docs/columns.md wants the line\n{line}");
    }
}

#[test]
fn nothing_is_taken_from_a_locked_store() {
    let folder = Folder::new();
    let (app, maya) = trained(&folder);
    app.lock_trainer().unwrap();
    let ask = || AskPreview { what: WhatToTake::of(Report::Answers), choice: of(FileForm::Csv) };
    for refused in [
        app.taking_choice().err(),
        app.preview_taking(ask()).err(),
        app.take_away(take(WhatToTake::of(Report::People), of(FileForm::Csv))).err(),
        app.take_to(
            &take(WhatToTake::of(Report::Answers), of(FileForm::Json)),
            Path::new("x.json"),
        )
        .err(),
        app.trainer_person(OpenPerson { person_id: maya }).err(),
    ] {
        assert_eq!(refused.map(|error| error.code), Some(ErrorCode::TrainerLocked));
    }
    assert!(app.work_progress().unwrap().is_none() && files(&folder).is_empty());
}

#[test]
fn where_no_person_is_shown_none_leaves() {
    let folder = Folder::new();
    let app = folder.app();
    let maya = begin(&app, "Maya");
    take_check(&app, MODULE, some_response).unwrap();
    let passphrase = PASSPHRASE.to_owned();
    app.create_works_council_store(NewWorksCouncilStore { passphrase, smallest_group: 5 }).unwrap();
    for report in [Report::People, Report::Person, Report::Assignments, Report::Answers] {
        let what = WhatToTake { person_id: Some(maya.clone()), ..WhatToTake::of(report) };
        let refused = app.take_away(take(what, of(FileForm::Csv))).unwrap_err();
        assert_eq!(refused.code, ErrorCode::PersonsNotShown, "{report:?}");
    }
    let refused = app.take_evidence(TakeEvidence { names: false }).unwrap_err();
    assert_eq!(refused.code, ErrorCode::PersonsNotShown);
    assert!(files(&folder).is_empty());
    app.take_away(take(WhatToTake::of(Report::Questions), of(FileForm::Csv))).unwrap().unwrap();
}

#[test]
fn an_auditor_needs_nothing_of_ours() {
    let folder = Folder::new();
    let (app, _) = trained(&folder);
    let path = folder.dir.path().join("exports").join("evidence");
    let written = app.evidence_to(&TakeEvidence { names: true }, &path).unwrap();
    assert_eq!(written.rows, 2);
    let read = |name: &str| std::fs::read_to_string(path.join(name)).unwrap();
    let csv = read("completions.csv");
    let code = csv.lines().nth(2).unwrap().rsplit(',').next().unwrap();
    assert_eq!(code.len(), 24, "who passed has a code: {csv}");
    for words in
        ["What this does not prove", "never for a\n    person", "minisign -V -p signer.pub"]
    {
        assert!(read("README.txt").contains(words), "{words}");
    }
    assert!(!read("README.txt").contains(['{', '}']), "{}", read("README.txt"));
    let sums_hold = || ran("sha256sum", &["-c", "SHA256SUMS"], &path);
    let signed = || ran("minisign", &["-V", "-p", "signer.pub", "-m", "SHA256SUMS"], &path);
    assert_eq!(sums_hold(), Some(true));
    assert_ne!(signed(), Some(false));
    std::fs::write(path.join("completions.csv"), csv.replace(",no,", ",yes,")).unwrap();
    assert_eq!(sums_hold(), Some(false), "a changed file is found");
    let line = format!("{}  completions.csv", "0".repeat(64));
    std::fs::write(path.join("SHA256SUMS"), line).unwrap();
    assert_ne!(signed(), Some(true), "changed sums are found");
    let again = app.evidence_to(&TakeEvidence { names: true }, &path).unwrap_err();
    assert_eq!(again.code, ErrorCode::FileNotWritable, "what stands there stays");
    let bare = path.with_file_name("bare");
    app.evidence_to(&TakeEvidence { names: false }, &bare).unwrap();
    let csv = std::fs::read_to_string(bare.join("completions.csv")).unwrap();
    assert!(!csv.contains("Noor") && csv.lines().skip(1).all(|line| line.ends_with(',')), "{csv}");
}

/// Whether a public program is content; nothing when it is not here.
fn ran(program: &str, arguments: &[&str], folder: &Path) -> Option<bool> {
    let ran = std::process::Command::new(program).args(arguments).current_dir(folder).output();
    ran.ok().map(|ran| ran.status.success())
}
