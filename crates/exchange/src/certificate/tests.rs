use std::{fs, process::Command};

use super::*;
use crate::letters::unprintable;

fn of(name: &str) -> Certificate {
    Certificate {
        name: name.to_owned(),
        title: "The notice".to_owned(),
        course: "Eighteen Days".to_owned(),
        version: 1,
        passed_on: "2026-11-22".to_owned(),
        issuer: "Eighteen Days".to_owned(),
    }
}

fn words(rtl: bool) -> CertificateWords {
    CertificateWords {
        lang: if rtl { "ar" } else { "en-GB" }.to_owned(),
        rtl,
        heading: "Certificate".to_owned(),
        before_name: "This is to say that".to_owned(),
        before_title: "has passed the final check of".to_owned(),
        of_course: "Module 1 of the course Eighteen Days".to_owned(),
        details: vec![
            ("Passed on".to_owned(), "22 November 2026".to_owned()),
            ("Course version".to_owned(), "1".to_owned()),
            ("Published by".to_owned(), "Eighteen Days".to_owned()),
        ],
        code_label: "Code".to_owned(),
        how: vec!["To check it: eighteen certificate verify FILE".to_owned()],
    }
}

/// What a program says about a PDF; nothing when it is not here.
fn asked(program: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    let folder = std::env::temp_dir().join(format!("eighteen-{program}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join(format!("{:x}.pdf", Sha256::digest(pdf)[0]));
    fs::write(&file, pdf).unwrap();
    let ran = Command::new(program)
        .args(arguments)
        .arg(&file)
        .args((program == "pdftotext").then_some("-"))
        .output();
    let _ = fs::remove_file(&file);
    let ran = ran.ok()?;
    assert!(ran.status.success(), "{program}: {}", String::from_utf8_lossy(&ran.stderr));
    Some(String::from_utf8_lossy(&ran.stdout).into_owned())
}

#[test]
fn a_code_is_twenty_letters_in_groups_and_stays_the_same() {
    let code = of("Maya").code();
    assert_eq!(
        code, "ME4H-892E-WPAB-TRNS-VJ5D",
        "a code that changes makes every printed one worthless"
    );
    assert!(of("Maya").fits(&code.to_lowercase().replace('-', " ")));
    assert!(of("Maya").fits(&code.replace('0', "O").replace('1', "l")));
}

#[test]
fn every_field_is_under_the_code() {
    let code = of("Maya").code();
    let changed: [fn(&mut Certificate); 6] = [
        |one| one.name.push('a'),
        |one| one.title.push('a'),
        |one| one.course.push('a'),
        |one| one.version += 1,
        |one| one.passed_on = "2026-11-23".to_owned(),
        |one| one.issuer.push('a'),
    ];
    for change in changed {
        let mut other = of("Maya");
        change(&mut other);
        assert!(!other.fits(&code), "{other:?}");
    }
    let shifted = Certificate { name: "Ma".to_owned(), title: "yaThe notice".to_owned(), ..of("") };
    assert_ne!(shifted.code(), code, "no letter can move from one field to the next");
}

#[test]
fn what_is_in_the_file_comes_back() {
    for name in ["Maya", "Ólafsdóttir-Wetherby", "مايا العلي", "Žofie Ďuričková", "Μαρία", "Мария"]
    {
        let certificate = of(name);
        let pdf = certificate.to_pdf(&words(false)).unwrap();
        assert_eq!(
            read_certificate(&pdf).unwrap(),
            (certificate.clone(), certificate.code()),
            "{name}"
        );
        assert_eq!(
            certificate.to_pdf(&words(false)).unwrap(),
            pdf,
            "the same fields, the same bytes"
        );
    }
}

#[test]
fn other_files_are_refused_with_words() {
    assert_eq!(read_certificate(b"%PDF-1.7 nothing"), Err(ReadError::NotOne));
    let next = b"eighteen-certificate-2-00";
    assert_eq!(read_certificate(next), Err(ReadError::Newer(2)));
    for damaged in ["", "1", "1-", "1-0", "1-zz", "1-7b7d", "x-00"] {
        let bytes = format!("eighteen-certificate-{damaged}");
        assert_eq!(read_certificate(bytes.as_bytes()), Err(ReadError::Damaged), "{damaged}");
    }
    let changed = of("Maya").to_pdf(&words(false)).unwrap();
    let mut half = changed.clone();
    half.truncate(changed.len() / 2);
    let _ = read_certificate(&half);
}

#[test]
fn letters_that_no_font_has_are_named_and_never_boxes() {
    assert_eq!(unprintable("Maya 王小明 a"), ['小', '明', '王']);
    let refused = of("王小明").to_pdf(&words(false));
    assert!(matches!(refused, Err(PaperError::Unprintable(missing)) if missing.len() == 3));
    for name in [
        "Zoë Łukasz",
        "Nguyễn Thị Hương",
        "مايا",
        "یلدا پژمان",
        "Ђорђе",
        "Ωμέγα",
        "O’Brien",
        "e\u{301}",
    ] {
        assert_eq!(unprintable(&name.replace(' ', "")), Vec::<char>::new(), "{name}");
    }
}

#[test]
fn the_text_reads_in_order() {
    for (name, rtl) in [("Maya Okafor", false), ("مايا العلي", false), ("مايا العلي", true)]
    {
        let pdf = of(name).to_pdf(&words(rtl)).unwrap();
        let Some(text) = asked("pdftotext", &["-raw"], &pdf) else {
            return print_skipped();
        };
        // The marks around words that run from the right, and where lines end, are the reader's.
        let plain: String =
            text.chars().filter(|one| !('\u{202a}'..='\u{202e}').contains(one)).collect();
        let text = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut from = 0;
        for part in [
            "Certificate",
            "This is to say",
            name,
            "has passed",
            "The notice",
            "Passed on",
            "verify FILE",
        ] {
            let at = text[from..].find(part);
            assert!(at.is_some(), "{part} stands after what is before it: {text}");
            from += at.unwrap();
        }
        assert!(text.contains(&of(name).code()), "{text}");
    }
}

/// `EIGHTEEN_PICTURES=DIR` keeps what is made, to look at it.
#[test]
fn every_kind_of_name_makes_a_page() {
    let pictures = std::env::var_os("EIGHTEEN_PICTURES").map(std::path::PathBuf::from);
    for (at, (name, rtl)) in [
        ("Maya Okafor", false),
        ("مايا العلي", true),
        (
            "Wolfeschlegelsteinhausenbergerdorff-Wetherby of Accounts Payable, Second Floor, 7",
            false,
        ),
        ("Nguyễn Thị Hương (حسن) Đorđe", false),
    ]
    .into_iter()
    .enumerate()
    {
        let pdf = of(name).to_pdf(&words(rtl)).unwrap();
        assert!(pdf.len() < 60_000, "only the letters that are used are in it: {}", pdf.len());
        if let Some(folder) = &pictures {
            fs::write(folder.join(format!("certificate-{at}.pdf")), pdf).unwrap();
        }
    }
}

#[test]
fn the_structure_is_tagged() {
    let pdf = of("Maya").to_pdf(&words(false)).unwrap();
    let Some(structure) = asked("pdfinfo", &["-struct-text"], &pdf) else {
        return print_skipped();
    };
    assert!(structure.contains("H1") && structure.matches("\n  P").count() >= 8, "{structure}");
    for part in ["Certificate", "Maya", "The notice", "Passed on"] {
        assert!(structure.contains(part), "{part}: {structure}");
    }
    let facts = asked("pdfinfo", &[], &pdf).unwrap();
    for fact in
        ["Tagged:          yes", "Pages:           1", "Title:           Certificate – Maya"]
    {
        assert!(facts.contains(fact), "{fact}: {facts}");
    }
    assert!(String::from_utf8_lossy(&pdf).contains("pdfuaid:part"), "it says that it is PDF/UA");
}

#[test]
fn long_names_stay_on_the_page() {
    for name in
        ["Wolfeschlegelsteinhausenbergerdorff ".repeat(2), "W".repeat(80), "مستشفى ".repeat(10)]
    {
        let pdf = of(name.trim()).to_pdf(&words(false)).unwrap();
        let Some(boxes) = asked("pdftotext", &["-bbox"], &pdf) else {
            return print_skipped();
        };
        for side in ["xMin", "xMax"] {
            for place in boxes.split(&format!("{side}=\"")).skip(1) {
                let x: f32 = place.split('"').next().unwrap().parse().unwrap();
                assert!((71.0..=771.0).contains(&x), "{name} goes to {x}");
            }
        }
    }
}

#[allow(clippy::print_stdout)]
fn print_skipped() {
    println!("not tested: poppler-utils is not here");
}
