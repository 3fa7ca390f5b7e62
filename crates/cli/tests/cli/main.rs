//! `eighteen` as somebody in a terminal uses it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod doctor;
mod imports;
mod packs;
mod policy;
mod trust;

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use eighteen_app::{
    App,
    wire::{
        learner::{ChooseLearner, NameLearner},
        trainer::Passphrase,
    },
};
use eighteen_testkit::{SaveTo, finish_steps, right_response, some_response, take_check};

const PASSPHRASE: &str = "a trainer's long passphrase";

fn eighteen(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_eighteen"))
        .args(words)
        .env("EIGHTEEN_PASSPHRASE", PASSPHRASE)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn complained(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn shipped() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/eighteen-days");
    root.display().to_string()
}

/// Two learners, one of whom passed, and a trainer's store.
fn seeded() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let app = App::open(dir.path(), Box::new(SaveTo::nowhere()));
    for (name, passes) in [("Maya", true), ("Noor", false)] {
        app.choose_learner(ChooseLearner { learner_id: None }).unwrap();
        finish_steps(&app, "the-notice").unwrap();
        app.name_learner(NameLearner { name: name.to_owned() }).unwrap();
        let respond = if passes { right_response } else { some_response };
        take_check(&app, "the-notice", respond).unwrap();
    }
    app.create_trainer_store(Passphrase { passphrase: PASSPHRASE.to_owned() }).unwrap();
    dir
}

fn data(dir: &tempfile::TempDir) -> String {
    dir.path().display().to_string()
}

#[test]
fn the_shipped_pack_has_no_problems() {
    let output = eighteen(&["pack", "check", &shipped(), "--json"]);
    assert!(output.status.success(), "{}", said(&output));
    let object: serde_json::Value = serde_json::from_str(&said(&output)).unwrap();
    assert_eq!(object["problems"], serde_json::json!([]));
    assert!(object["modules"].as_u64().unwrap() >= 2);
    for field in ["steps", "claims", "glossary", "messages"] {
        assert!(object[field].is_u64(), "{field}: {}", object[field]);
    }
    for kind in ["single", "multiple", "true-false", "ordering", "matching"] {
        assert!(object["questions"][kind].as_u64().unwrap() > 0, "{kind}");
    }
    assert!(object["covers"].as_array().unwrap().contains(&"S03".into()));
}

#[test]
fn stale_claims_are_listed_by_day_and_are_no_problem() {
    let check = |on: &[&str]| eighteen(&[&["pack", "check", &shipped()], on].concat());
    let json = |on: &str| -> serde_json::Value {
        serde_json::from_str(&said(&check(&["--json", "--on", on]))).unwrap()
    };
    assert_eq!(json("2026-11-22")["stale"], serde_json::json!([]));
    let stale = json("2027-07-01")["stale"].as_array().unwrap().clone();
    assert!(stale.iter().all(|claim| claim["review_by"].as_str().unwrap() <= "2027-06-30"));
    let headcount = stale.iter().find(|claim| claim["id"] == "ba-headcount").unwrap();
    assert_eq!(headcount["file"], "claims.toml");
    let output = check(&["--on", "2027-07-01"]);
    assert!(output.status.success(), "stale is no problem");
    let words = said(&output);
    let line =
        format!("claims.toml:{}: stale: ba-headcount was to be looked at", headcount["line"]);
    assert!(words.contains(&line), "{words}");
    let count = format!("{} claims are stale on 2027-07-01", stale.len());
    assert!(words.contains(&count), "{words}");
    assert!(words.ends_with("no problems\n"), "{words}");
    assert!(!said(&check(&["--on", "2026-11-22"])).contains("stale"));
    assert_eq!(check(&["--on", "soon"]).status.code(), Some(2));
}

#[test]
fn a_pack_with_faults_is_refused_with_every_file_and_line() {
    let dir = tempfile::tempdir().unwrap();
    copy(Path::new(&shipped()), dir.path());
    let lesson = dir.path().join("lessons/the-notice.md");
    let text = std::fs::read_to_string(&lesson).unwrap();
    std::fs::write(&lesson, format!("{text}\n<script>alert(1)</script>\n\n[a](http://x)\n"))
        .unwrap();
    let output = eighteen(&["pack", "check", &data(&dir)]);
    assert_eq!(output.status.code(), Some(1));
    let html = text.lines().count() + 2;
    assert!(
        said(&output).contains(&format!("lessons/the-notice.md:{html}: ")),
        "{}",
        said(&output)
    );
    let json = eighteen(&["pack", "check", &data(&dir), "--json"]);
    let object: serde_json::Value = serde_json::from_str(&said(&json)).unwrap();
    assert!(object["problems"].as_array().unwrap().len() >= 2);
    assert!(object["problems"][0]["line"].as_u64().unwrap() > 0);
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target: PathBuf = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn a_folder_without_a_pack_says_what_is_missing() {
    let dir = tempfile::tempdir().unwrap();
    let output = eighteen(&["pack", "check", &data(&dir)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("pack.toml"), "{}", said(&output));
    let nowhere = eighteen(&["pack", "check", "/no/such/folder"]);
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(complained(&nowhere).contains("/no/such/folder"));
}

#[test]
fn people_are_reported_in_three_forms() {
    let dir = seeded();
    let json = eighteen(&["report", "people", "--data-dir", &data(&dir), "--json"]);
    let object: serde_json::Value = serde_json::from_str(&said(&json)).unwrap();
    assert_eq!(object["people"], 2);
    assert_eq!(object["modules"][0]["completed"], 1);
    let csv = said(&eighteen(&["report", "people", "--data-dir", &data(&dir), "--csv"]));
    assert!(csv.starts_with("person_id,name,module_number,"), "{csv}");
    assert!(csv.lines().any(|line| line.contains(",Maya,1,") && line.contains(",completed,")));
    let text = said(&eighteen(&["report", "people", "--data-dir", &data(&dir)]));
    assert!(text.contains("Maya") && text.contains("Noor"), "{text}");
}

#[test]
fn questions_are_reported_hardest_first() {
    let dir = seeded();
    let json = eighteen(&["report", "questions", "--data-dir", &data(&dir), "--json"]);
    let object: serde_json::Value = serde_json::from_str(&said(&json)).unwrap();
    assert_eq!(object["attempts"], 2);
    let rows = object["rows"].as_array().unwrap();
    let shares: Vec<f64> = rows
        .iter()
        .map(|row| row["correct"].as_f64().unwrap() / row["answered"].as_f64().unwrap())
        .collect();
    assert!(rows.len() >= 8 && shares.is_sorted());
    let csv = said(&eighteen(&["report", "questions", "--data-dir", &data(&dir), "--csv"]));
    assert_eq!(csv.lines().count(), rows.len() + 1);
}

#[test]
fn a_wrong_passphrase_and_a_busy_folder_are_refused_with_words() {
    let dir = seeded();
    let wrong = Command::new(env!("CARGO_BIN_EXE_eighteen"))
        .args(["report", "people", "--data-dir", &data(&dir)])
        .env("EIGHTEEN_PASSPHRASE", "not the passphrase at all")
        .output()
        .unwrap();
    assert_eq!(wrong.status.code(), Some(1));
    assert!(complained(&wrong).contains("passphrase") && said(&wrong).is_empty());
    let holder = App::open(dir.path(), Box::new(SaveTo::nowhere()));
    let busy = eighteen(&["report", "people", "--data-dir", &data(&dir)]);
    drop(holder);
    assert_eq!(busy.status.code(), Some(1));
    assert!(complained(&busy).contains("close the app"), "{}", complained(&busy));
}

#[test]
fn a_folder_that_does_not_exist_is_not_made() {
    let output = eighteen(&["report", "people", "--data-dir", "/no/such/folder"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!Path::new("/no/such/folder").exists());
}

/// LSAT6 (R. D. Bock and M. Lieberman 1970), as a table of 1,000 people by 5 items.
fn lsat6() -> String {
    const PATTERNS: [usize; 32] = [
        3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56,
        21, 173, 11, 61, 28, 298,
    ];
    let people = PATTERNS.iter().enumerate().flat_map(|(at, count)| vec![at; *count]);
    let mut table = "person,i1,i2,i3,i4,i5\n".to_owned();
    for (person, pattern) in people.enumerate() {
        let marks: Vec<String> =
            (0..5).map(|item| (pattern >> (4 - item) & 1).to_string()).collect();
        writeln!(table, "p{person},{}", marks.join(",")).unwrap();
    }
    table
}

#[test]
fn any_table_of_people_by_items_is_analysed() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("lsat6.csv");
    std::fs::write(&file, lsat6()).unwrap();
    let output = eighteen(&["analyse", &file.display().to_string(), "--json"]);
    assert!(output.status.success(), "{}", complained(&output));
    let object: serde_json::Value = serde_json::from_str(&said(&output)).unwrap();
    assert_eq!(object["people"], 1000);
    let near = |value: &serde_json::Value, expect: f64, within: f64| {
        assert!((value.as_f64().unwrap() - expect).abs() < within, "{value} is not {expect}");
    };
    near(&object["alpha"]["value"], 0.294_997, 5e-7);
    near(&object["items"][2]["facility"], 0.553, 1e-12);
    near(&object["items"][2]["discrimination"]["value"], 0.1728, 5e-5);
    near(&object["items"][4]["alpha_if_deleted"], 0.2663, 5e-5);
    let words = said(&eighteen(&["analyse", &file.display().to_string()]));
    assert!(words.contains("alpha (KR-20) 0.2950"), "{words}");
    let table = said(&eighteen(&["analyse", &file.display().to_string(), "--csv"]));
    assert_eq!(table.lines().count(), 6, "{table}");
}

#[test]
fn a_key_row_tells_the_right_options_and_dead_ones_are_named() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("quiz.csv");
    let mut table = "who;q1;q2\nkey;B;C\n".to_owned();
    for person in 0..60 {
        let (one, two) = match person {
            0 => ("D", "A"),
            1..=39 => ("A", "A"),
            _ => ("B", if person % 2 == 0 { "C" } else { "" }),
        };
        writeln!(table, "p{person};{one};{two}").unwrap();
    }
    std::fs::write(&file, table).unwrap();
    let file = file.display().to_string();
    let read = |words: &[&str]| -> serde_json::Value {
        serde_json::from_str(&said(&eighteen(words))).unwrap()
    };
    let object = read(&["analyse", &file, "--json"]);
    let first = &object["items"][0];
    let options: Vec<_> = first["options"].as_array().unwrap().iter().collect();
    assert_eq!(options[0]["option"], "B");
    assert_eq!(options[0]["right"], true);
    assert_eq!((&options[1]["option"], &options[1]["chosen"]), (&"D".into(), &1.into()));
    assert_eq!((&options[1]["dead"], &options[2]["dead"]), (&true.into(), &false.into()));
    assert_eq!(object["items"][1]["answered"], 50);
    assert_eq!(object["complete"], 50);
    let strict = read(&["analyse", &file, "--json", "--blank", "wrong"]);
    assert_eq!(strict["items"][1]["answered"], 60);
    assert_eq!(strict["complete"], 60);
}

#[test]
fn a_table_with_faults_is_refused_with_every_line() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("quiz.csv");
    std::fs::write(&file, "who,q1\nx,2\nx,1\n").unwrap();
    let output = eighteen(&["analyse", &file.display().to_string()]);
    assert_eq!(output.status.code(), Some(1));
    let words = complained(&output);
    assert!(words.contains("quiz.csv:2: “2” under “q1”"), "{words}");
    assert!(words.contains("quiz.csv:3: “x” has a row already"), "{words}");
}

/// A certificate of Maya's, as the app writes it.
fn certificate(folder: &Path) -> (PathBuf, eighteen_exchange::Certificate) {
    let certificate = eighteen_exchange::Certificate {
        name: "Maya Okafor".to_owned(),
        title: "The notice".to_owned(),
        course: "Eighteen Days".to_owned(),
        version: 1,
        passed_on: "2026-11-22".to_owned(),
        issuer: "Eighteen Days".to_owned(),
    };
    let words = eighteen_exchange::CertificateWords {
        lang: "en".to_owned(),
        heading: "Certificate".to_owned(),
        ..eighteen_exchange::CertificateWords::default()
    };
    let file = folder.join("certificate.pdf");
    std::fs::write(&file, certificate.to_pdf(&words).unwrap()).unwrap();
    (file, certificate)
}

#[test]
fn a_certificate_is_verified_from_its_file_and_says_what_that_proves() {
    let dir = tempfile::tempdir().unwrap();
    let (file, certificate) = certificate(dir.path());
    let path = file.display().to_string();
    let output = eighteen(&["certificate", "verify", &path]);
    assert!(output.status.success(), "{}", complained(&output));
    let words = said(&output);
    for part in
        ["Maya Okafor", "The notice", &certificate.code(), "fits", "does not prove who made"]
    {
        assert!(words.contains(part), "{part}: {words}");
    }
    let json: serde_json::Value =
        serde_json::from_str(&said(&eighteen(&["certificate", "verify", &path, "--json"])))
            .unwrap();
    assert_eq!(
        (json["fits"].as_bool(), json["certificate"]["name"].as_str()),
        (Some(true), Some("Maya Okafor"))
    );

    // The name is changed in the record, as somebody with an editor would.
    let hex = |text: &str| {
        text.bytes().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    };
    let bytes = std::fs::read(&file).unwrap();
    let (from, to) = (hex("Maya Okafor"), hex("Noor Okafor"));
    let mut changed = bytes.clone();
    for at in 0..bytes.len() - from.len() {
        if bytes[at..].starts_with(from.as_bytes()) {
            changed[at..at + to.len()].copy_from_slice(to.as_bytes());
        }
    }
    assert_ne!(changed, bytes, "the record was found");
    std::fs::write(&file, changed).unwrap();
    let output = eighteen(&["certificate", "verify", &path]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("does NOT fit"), "{}", said(&output));
    std::fs::write(&file, "%PDF-1.7").unwrap();
    assert!(complained(&eighteen(&["certificate", "verify", &path])).contains("no certificate"));
}

#[test]
fn a_printed_certificate_is_verified_by_what_is_typed() {
    let dir = tempfile::tempdir().unwrap();
    let (_, certificate) = certificate(dir.path());
    let typed = certificate.code().to_lowercase().replace('-', " ");
    let fields = [
        "--title",
        "The notice",
        "--course",
        "Eighteen Days",
        "--version",
        "1",
        "--passed-on",
        "2026-11-22",
        "--issuer",
        "Eighteen Days",
    ];
    let verify = |name| {
        let words =
            [&["certificate", "verify", "--code", &typed, "--name", name][..], &fields].concat();
        eighteen(&words).status.code()
    };
    assert_eq!((verify("Maya Okafor"), verify("Maya Okafar")), (Some(0), Some(1)));
    let half = eighteen(&["certificate", "verify", "--code", &typed, "--name", "Maya Okafor"]);
    assert_eq!(half.status.code(), Some(2), "every field is under the code: {}", complained(&half));
    assert_eq!(eighteen(&["certificate", "verify"]).status.code(), Some(2));
}

#[test]
fn what_is_kept_for_reports_is_held_against_the_answers() {
    let dir = seeded();
    let words = ["store", "check", "--data-dir", &data(&dir)];
    let unpacked = eighteen(&words);
    assert!(unpacked.status.success(), "nothing collected, nothing packed");
    let report = |more: &[&str]| -> serde_json::Value {
        let words = ["report", "questions", "--data-dir", &data(&dir), "--json"];
        let output = eighteen(&[&words[..], more].concat());
        assert!(output.status.success(), "{}", complained(&output));
        serde_json::from_str(&said(&output)).unwrap()
    };
    let kept = report(&[]);
    assert!(kept["attempts"].as_u64().unwrap() >= 2, "{kept}");
    assert_eq!(report(&["--recount"]), kept);
    assert_eq!(report(&["--to", "2020-01-01"])["attempts"], 0);
    assert_eq!(report(&["--module", "the-notice"])["moduleId"], "the-notice");
    for more in [&["--json"][..], &["--json", "--repair"]] {
        let output = eighteen(&[&words[..], more].concat());
        assert!(output.status.success(), "{}", complained(&output));
        let found: serde_json::Value = serde_json::from_str(&said(&output)).unwrap();
        assert_eq!(found["checks"], kept["attempts"], "{found}");
        assert_eq!((&found["notPacked"], &found["sumsWrong"]), (&0.into(), &0.into()));
    }
    assert!(said(&eighteen(&words)).ends_with("everything is as the answers say\n"));
}

#[test]
fn a_policy_is_sound_or_every_line_of_it_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("policy.toml");
    let check = |text: &str| {
        std::fs::write(&file, text).unwrap();
        let output = eighteen(&["policy", "check", &file.display().to_string()]);
        (output.status.code(), said(&output))
    };
    let (code, said) = check("format = 1\norganisation = \"Northwind Freight\"\n");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("a sound policy of Northwind Freight"));
    let (code, said) = check("format = 1\n[retention]\nlearner-days = 1\ntrainer = 5\n");
    assert_eq!(code, Some(1), "{said}");
    for line in ["policy.toml:1: `organisation` is missing", "policy.toml:3: ", "policy.toml:4: "] {
        assert!(said.contains(line), "{line} in {said}");
    }
}
