//! Files, their names, and drawings.

use super::{CLAIMS, COVERAGE, GLOSSARY, INBOX, LESSON, LETTER, PACK, QUIZ, SVG, change};
use crate::tests::{Files, check, sample, sample_and};

#[test]
fn missing_files() {
    for file in [PACK, CLAIMS, GLOSSARY, COVERAGE] {
        let mut files = sample();
        files.remove(file);
        check(&files, &[&format!("{file}:1 missing-file")]);
    }
    for (file, place) in [
        (LESSON, "pack.toml:27 missing-file"),
        (QUIZ, "pack.toml:28 missing-file"),
        (INBOX, "pack.toml:12 missing-file"),
        (LETTER, "inbox/inbox.toml:14 missing-file"),
        (SVG, "lessons/first-look.md:32 missing-picture"),
        ("media/dot.png", "lessons/first-look.md:58 missing-picture"),
    ] {
        let mut files = sample();
        files.remove(file);
        let (_, problems) = crate::read(&files);
        assert!(crate::tests::places(&problems).contains(&place.to_owned()), "{problems:#?}");
    }
}

#[test]
fn names_of_files() {
    for (name, code) in [
        ("README.md", "bad-name"),
        ("lessons/Upper.md", "bad-name"),
        ("lessons/two..dots.md", "bad-name"),
        ("lessons/.hidden.md", "bad-name"),
        ("lessons/con.md", "bad-name"),
        ("lessons/deep/er.md", "unexpected-file"),
        ("lessons/page.html", "unexpected-file"),
        ("media/picture.gif", "unexpected-file"),
        ("lessons/lost.md", "unused-file"),
        ("quizzes/lost.toml", "unused-file"),
        ("inbox/lost.toml", "unused-file"),
        ("inbox/lost.md", "unexpected-file"),
        ("media/lost.svg", "unused-file"),
    ] {
        let bytes = match name {
            "media/lost.svg" => sample()[SVG].clone(),
            _ => b"x".to_vec(),
        };
        check(&sample_and(name, bytes), &[&format!("{name}:1 {code}")]);
    }
}

#[test]
fn sizes_and_numbers_of_files() {
    let large = vec![b'#'; 2 * 1024 * 1024 + 1];
    let mut files: Files = sample_and("glossary.toml", large);
    check(&files, &["glossary.toml:1 file-too-large"]);
    files = sample();
    files.extend((0..crate::MOST_FILES).map(|at| (format!("media/x{at}.svg"), Vec::new())));
    let (_, problems) = crate::read(&files);
    assert!(crate::tests::places(&problems).contains(&"pack.toml:1 too-many-files".to_owned()));
}

#[test]
fn drawings() {
    let line = "<line class=\"dots\" x1=\"140\" y1=\"120\" x2=\"380\" y2=\"120\"/>";
    let rows = [
        ("viewBox=\"0 0 640 240\"", "", "+0 svg-viewbox"),
        ("viewBox=\"0 0 640 240\"", "viewBox=\"0 0 1e9 240\"", "+0 svg-viewbox"),
        ("viewBox=\"0 0 640 240\"", "viewBox=\"0 0 1041 240\"", "+0 svg-too-wide"),
        ("viewBox=\"0 0 640 240\"", "viewBox=\"0 0 640 240\" width=\"10\"", "+0 svg-attribute"),
        ("xmlns=\"http://www.w3.org/2000/svg\" ", "", "+0 svg-element"),
        (line, "<image href=\"https://example.org/x.png\"/>", "+0 svg-element"),
        (line, "<ellipse cx=\"1\" cy=\"1\" rx=\"1\" ry=\"1\"/>", "+0 svg-element"),
        (line, "<line id=\"x\" x1=\"0\" y1=\"0\" x2=\"1\" y2=\"1\"/>", "+0 svg-attribute"),
        (
            line,
            "<line style=\"fill:url(http://x)\" x1=\"0\" y1=\"0\" x2=\"1\" y2=\"1\"/>",
            "+0 svg-attribute",
        ),
        (line, "<line onload=\"x()\" x1=\"0\" y1=\"0\" x2=\"1\" y2=\"1\"/>", "+0 svg-attribute"),
        (line, "<line x1=\"0\" y1=\"0\" x2=\"1\"/>", "+0 svg-attribute"),
        (line, "<line x1=\"0\" y1=\"0\" x2=\"1\" y2=\"NaN\"/>", "+0 svg-attribute, +0 svg-value"),
        (line, "<line x1=\"0\" y1=\"0\" x2=\"1\" y2=\"1e999\"/>", "+0 svg-attribute, +0 svg-value"),
        (line, "<rect width=\"-1\" height=\"1\"/>", "+0 svg-attribute, +0 svg-value"),
        (line, "<g transform=\"scale(2)\"/>", "+0 svg-value"),
        (line, "<g class=\"pink\"/>", "+0 svg-class"),
        (line, "<text x=\"0\" y=\"0\"> </text>", "+0 empty-text"),
        (line, "<text x=\"0\" y=\"0\">a<tspan>b</tspan></text>", "+0 svg-element"),
        (line, "<text x=\"0\" y=\"0\">&#x202e;b</text>", "+0 bidi-control"),
        (line, "stray words", "+0 svg-stray-text"),
        (line, "<?php echo 1 ?>", "+0 svg-instruction"),
        (line, "<line", "+1 svg-syntax"),
        (line, "<path d=\"L 1 1\"/>", "+0 svg-attribute, +0 svg-value"),
    ];
    change(SVG, &rows);
}
