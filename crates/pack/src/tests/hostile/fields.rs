//! Script in every string field of every TOML text, one field at a time.

use super::{Files, refuse_all, sample};
use crate::read;

const SCRIPT: &str = "<script>alert(1)</script>";

/// What else is put into fields.
const PAYLOADS: &[&str] = &[
    "x <img src=x onerror=alert(1)> y",
    "[x](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "x \\u202E y",
    "x \\u0000 y",
];

/// Every string of the sample's TOML, fenced blocks included: its file and where it stands in it.
fn strings(files: &Files) -> Vec<(String, std::ops::Range<usize>)> {
    let mut found = Vec::new();
    for (file, bytes) in files {
        let Ok(text) = std::str::from_utf8(bytes) else {
            continue;
        };
        if file.starts_with("media/") {
            continue;
        }
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let is_toml = line.contains(" = ") || line.starts_with("  \"");
            let quotes: Vec<usize> = line.match_indices('"').map(|(at, _)| start + at).collect();
            if is_toml && !line.starts_with('#') {
                let pairs = quotes.chunks_exact(2);
                found.extend(pairs.map(|pair| (file.clone(), pair[0] + 1..pair[1])));
            }
            start += line.len();
        }
    }
    found
}

#[test]
fn script_in_any_string_field_is_refused_at_its_line() {
    let files = sample();
    let fields = strings(&files);
    assert!(fields.len() > 200, "the sample has {} strings", fields.len());
    for (at, (file, range)) in fields.iter().enumerate() {
        let text = String::from_utf8(files[file].clone()).unwrap();
        let line = text[..range.start].matches('\n').count() + 1;
        // Script everywhere, and the others in turn.
        for payload in [SCRIPT, PAYLOADS[at % PAYLOADS.len()]] {
            let mut changed = text.clone();
            changed.replace_range(range.clone(), payload);
            let mut hostile = files.clone();
            hostile.insert(file.clone(), changed.into_bytes());
            let (pack, problems) = read(&hostile);
            let is_found = problems
                .iter()
                .any(|problem| problem.file == *file && problem.line as usize == line);
            assert!(pack.is_none() && is_found, "{payload:?} in {file}:{line}: {problems:#?}");
        }
    }
}

#[test]
fn the_right_code_says_why() {
    let file = "claims.toml";
    let says = |words: &str| {
        let text = String::from_utf8(sample()[file].clone()).unwrap();
        text.replace("Only one server was concerned.", words)
    };
    let cases = [
        ("script", "<script>x</script>", "raw-html"),
        ("link", "[x](javascript:alert(1))", "link-in-plain-text"),
        ("bidi", "\\u202Ex", "bidi-control"),
        ("NUL", "\\u0000x", "nul"),
        ("escape", "\\u001B[31mx", "control-character"),
        ("tag character", "\\U000E0041x", "hidden-character"),
        ("byte order mark", "\\uFEFFx", "byte-order-mark"),
        ("line separator", "\\u2028x", "control-character"),
        ("lone surrogate", "\\uD800x", "toml-syntax"),
    ];
    refuse_all(&cases.map(|(name, words, code)| super::Case::file(name, file, says(words), code)));
}
