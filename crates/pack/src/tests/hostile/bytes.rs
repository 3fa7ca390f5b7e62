//! Encodings, names of files, and packs with parts missing.

use super::{Case, Files, refuse_all, sample, sample_and};
use crate::read;

const TEXTS: &[&str] = &[
    "pack.toml",
    "claims.toml",
    "lessons/second-look.md",
    "quizzes/second-look.toml",
    "media/fan-out.svg",
];

#[test]
fn other_encodings_are_refused_in_every_text() {
    let utf16 = |text: &str, order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    };
    let mut cases = Vec::new();
    for file in TEXTS {
        let text = String::from_utf8(sample()[*file].clone()).unwrap();
        let variants: [(&str, Vec<u8>, &str); 12] = [
            (
                "UTF-16, low byte first",
                [vec![0xff, 0xfe], utf16(&text, u16::to_le_bytes)].concat(),
                "not-utf8",
            ),
            (
                "UTF-16, high byte first",
                [vec![0xfe, 0xff], utf16(&text, u16::to_be_bytes)].concat(),
                "not-utf8",
            ),
            ("UTF-16 without a mark", utf16(&text, u16::to_le_bytes), "nul"),
            ("Latin-1", [text.as_bytes(), b"\n# caf\xe9\n"].concat(), "not-utf8"),
            ("an overlong letter", [text.as_bytes(), b"\n# \xc0\xbc\n"].concat(), "not-utf8"),
            ("a surrogate", [text.as_bytes(), b"\n# \xed\xa0\x80\n"].concat(), "not-utf8"),
            ("a byte order mark", format!("\u{feff}{text}").into_bytes(), "byte-order-mark"),
            ("NUL", format!("{text}\n# \0\n").into_bytes(), "nul"),
            ("carriage returns", text.replace('\n', "\r\n").into_bytes(), "carriage-return"),
            (
                "an escape sequence",
                format!("{text}\n# \u{1b}[31m\n").into_bytes(),
                "control-character",
            ),
            (
                "a control character",
                format!("{text}\n# \u{85}\n").into_bytes(),
                "control-character",
            ),
            ("reversed words", format!("{text}\n# \u{202e}x\n").into_bytes(), "bidi-control"),
        ];
        for (name, bytes, code) in variants {
            cases.push(Case::file(&format!("{name} in {file}"), file, bytes, code));
        }
    }
    refuse_all(&cases);
}

#[test]
fn an_encoding_problem_stands_at_its_line() {
    let mut text = sample()["lessons/second-look.md"].clone();
    text.extend(b"\nMore caf\xe9.\n");
    let (_, problems) = read(&sample_and("lessons/second-look.md", text));
    let places = super::super::places(&problems);
    assert_eq!(places, ["lessons/second-look.md:12 not-utf8"]);
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    let long = format!("lessons/{}.md", "x".repeat(300));
    let names = [
        "../x",
        "../pack.toml",
        "lessons/../../x.md",
        "/etc/passwd",
        "/pack.toml",
        "C:\\x.md",
        "C:x.md",
        "..\\x.md",
        "lessons\\x.md",
        "\\\\host\\share\\x.md",
        "CON",
        "con",
        "lessons/con.md",
        "nul.toml",
        "lessons/aux.x.md",
        "media/lpt1.svg",
        "lessons/x.md.",
        "lessons/x.md ",
        " pack.toml",
        "lessons/x\0.md",
        "lessons/x\n.md",
        "lessons//x.md",
        "./pack.toml",
        "lessons/./x.md",
        "PACK.TOML",
        "Lessons/x.md",
        "päck.toml",
        "lessons/x.md:stream",
        "~/x.md",
        "lessons/$(x).md",
        "lessons/%2e%2e.md",
        "lessons/x\u{202e}dm.md",
        "lessons/.md",
        "lessons/",
        "",
        "media/x.svg/y.svg",
        ".git/config",
        "lessons/x.html",
        "media/x.js",
        "main.rs",
        &long,
    ];
    for name in names {
        let (pack, problems) = read(&sample_and(name, "x"));
        let problem = problems.first().unwrap();
        assert!(pack.is_none(), "{name:?} was let in");
        assert_eq!(problems.len(), 1, "{name:?}: {problems:#?}");
        assert!(matches!(problem.code, "bad-name" | "unexpected-file"), "{name:?}: {problem}");
        assert_eq!(problem.line, 1);
        let shown = problem.to_string();
        assert!(!shown.contains(['\0', '\n', '\u{202e}']), "{shown:?}");
        assert!(problem.file.len() < 1000);
    }
}

#[test]
fn a_pack_with_nothing_in_it_is_refused() {
    let (pack, problems) = read(&Files::new());
    assert!(pack.is_none());
    let places = super::super::places(&problems);
    assert_eq!(
        places,
        [
            "claims.toml:1 missing-file",
            "coverage.toml:1 missing-file",
            "glossary.toml:1 missing-file",
            "pack.toml:1 missing-file",
        ]
    );
}

#[test]
fn every_file_may_be_missing_or_empty_and_none_may_be_both_and_pass() {
    for file in sample().keys() {
        let mut files = sample();
        files.remove(file);
        let (pack, problems) = read(&files);
        let optional = matches!(file.as_str(), "misconceptions.toml" | "organisation.toml");
        assert_eq!(pack.is_some(), optional, "without {file}");
        assert_eq!(problems.is_empty(), optional, "without {file}");
        assert!(problems.iter().all(|problem| problem.line > 0));
        let (pack, problems) = read(&sample_and(file, ""));
        assert!(pack.is_none() && !problems.is_empty(), "with an empty {file}");
        assert!(problems.iter().all(|problem| problem.line > 0));
    }
}

#[test]
fn a_flood_of_problems_is_cut_short() {
    let text = "[[claim]]\n".repeat(10_000);
    let (_, problems) = read(&sample_and("claims.toml", text));
    let of_claims = problems.iter().filter(|problem| problem.file == "claims.toml");
    assert_eq!(of_claims.count(), 300);
    assert!(problems.iter().any(|problem| problem.code == "too-many-problems"));
}
