//! Packs as files, from a folder to somebody who trusts the key.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use super::{complained, said, shipped};

const PASSPHRASE: &str = "seven calm herons wade";

fn eighteen(folder: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_eighteen"))
        .args(words)
        .current_dir(folder)
        .env("EIGHTEEN_PASSPHRASE", PASSPHRASE)
        .output()
        .unwrap()
}

pub(crate) fn done(folder: &Path, words: &[&str]) -> String {
    let output = eighteen(folder, words);
    assert!(output.status.success(), "{words:?}: {}", complained(&output));
    said(&output)
}

pub(crate) fn refused(folder: &Path, words: &[&str]) -> String {
    let output = eighteen(folder, words);
    assert_eq!(output.status.code(), Some(1), "{words:?}");
    complained(&output)
}

/// A folder with a key and a signed pack.
pub(crate) fn signed() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(at, &["key", "new", "--out", "."]);
    done(at, &["pack", "new", "ours"]);
    done(at, &["pack", "build", "ours", "--out", "ours.e18p"]);
    done(at, &["pack", "sign", "ours.e18p", "--key", "org.key"]);
    folder
}

#[test]
fn a_pack_is_made_signed_and_verified_and_the_stock_program_agrees() {
    let folder = signed();
    let at = folder.path();
    assert!(done(at, &["pack", "check", "ours"]).contains("no problems"));
    let words = done(at, &["pack", "verify", "ours.e18p", "--trust", "org.pub"]);
    assert!(
        words.starts_with("our-house, version 1 of 2026-11-23, is signed by the key “"),
        "{words}"
    );
    assert!(words.contains("its 6 files are as they were signed"), "{words}");
    let json = done(at, &["pack", "verify", "ours.e18p", "--trust", "org.pub", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["manifest"]["files"].as_array().unwrap().len(), 6);
    done(at, &["pack", "manifest", "ours.e18p", "--out", "looked-at"]);
    let stock = Command::new("minisign")
        .args(["-V", "-p", "org.pub", "-m", "looked-at/manifest.json"])
        .current_dir(at)
        .output();
    match stock {
        Ok(output) => {
            assert!(output.status.success(), "{}", complained(&output));
            let comment = "Trusted comment: pack our-house, version 1, released 2026-11-23";
            assert!(said(&output).contains(comment), "{}", said(&output));
        }
        Err(_) => println!("not checked: minisign is not installed"),
    }
}

#[test]
fn only_a_trusted_key_and_an_unchanged_pack_pass() {
    let folder = signed();
    let at = folder.path();
    let verify = ["pack", "verify", "ours.e18p", "--trust", "org.pub"];
    done(at, &["key", "new", "--out", "other"]);
    let strange = refused(at, &["pack", "verify", "ours.e18p", "--trust", "other/org.pub"]);
    assert!(strange.contains("by no key that is trusted here"), "{strange}");
    done(at, &["pack", "verify", "ours.e18p", "--trust", "other/org.pub", "--trust", "org.pub"]);
    let whole = fs::read(at.join("ours.e18p")).unwrap();
    for part in [0, 40, whole.len() / 2, whole.len() - 1] {
        let mut changed = whole.clone();
        changed[part] ^= 0x10;
        fs::write(at.join("ours.e18p"), changed).unwrap();
        refused(at, &verify);
    }
    done(at, &["pack", "build", "ours", "--out", "ours.e18p"]);
    assert!(refused(at, &verify).contains("nobody signed this pack"));
    assert!(refused(at, &["pack", "verify", "org.pub", "--trust", "org.pub"]).contains("no pack"));
    assert!(refused(at, &["pack", "verify", ".", "--trust", "org.pub"]).contains("no pack"));
    assert!(refused(at, &["pack", "verify", "nowhere", "--trust", "org.pub"]).contains("nowhere"));
    let key = refused(at, &["pack", "verify", "ours.e18p", "--trust", "ours.e18p"]);
    assert!(key.contains("no file of minisign"), "{key}");
}

#[test]
fn nothing_is_written_over_and_nothing_half_done() {
    let folder = signed();
    let at = folder.path();
    let before = fs::read(at.join("org.key")).unwrap();
    assert!(refused(at, &["key", "new", "--out", "."]).contains("stands there already"));
    assert_eq!(fs::read(at.join("org.key")).unwrap(), before);
    assert!(refused(at, &["pack", "new", "ours"]).contains("stands there already"));
    // A pack with problems is not made, and all of them are told.
    let quiz = at.join("ours/quizzes/first-call.toml");
    let text = fs::read_to_string(&quiz).unwrap();
    fs::write(&quiz, text.replace("correct = true, ", "")).unwrap();
    let told = refused(at, &["pack", "build", "ours", "--out", "new.e18p"]);
    assert!(
        told.contains("quizzes/first-call.toml:") && told.contains("problems to mend"),
        "{told}"
    );
    assert!(!at.join("new.e18p").exists());
    let signed = fs::read(at.join("ours.e18p")).unwrap();
    let wrong = Command::new(env!("CARGO_BIN_EXE_eighteen"))
        .args(["pack", "sign", "ours.e18p", "--key", "org.key"])
        .current_dir(at)
        .env("EIGHTEEN_PASSPHRASE", "another passphrase")
        .output()
        .unwrap();
    assert!(complained(&wrong).contains("does not open this key"), "{}", complained(&wrong));
    assert_eq!(fs::read(at.join("ours.e18p")).unwrap(), signed);
}

#[cfg(unix)]
#[test]
fn the_secret_key_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = signed();
    let mode = fs::metadata(folder.path().join("org.key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn two_packs_are_compared_by_files_modules_and_questions() {
    let folder = signed();
    let at = folder.path();
    assert_eq!(done(at, &["pack", "diff", "ours", "ours.e18p"]).trim(), "no difference");
    let quiz = at.join("ours/quizzes/first-call.toml");
    let text = fs::read_to_string(&quiz).unwrap();
    fs::write(&quiz, text.replace("It takes longer than a call", "It takes longer")).unwrap();
    let manifest = at.join("ours/pack.toml");
    let text = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, text.replace("version = 1\nreleased", "version = 2\nreleased")).unwrap();
    let output = eighteen(at, &["pack", "diff", "ours.e18p", "ours"]);
    assert_eq!(output.status.code(), Some(1));
    let lines = said(&output);
    let expected = "version 1 to version 2\n~ file pack.toml\n~ file quizzes/first-call.toml\n\
                    ~ module first-call\n~ question forwarding\n";
    assert_eq!(lines, expected);
}

#[test]
fn the_shipped_course_goes_the_same_way() {
    let folder = signed();
    let at = folder.path();
    done(at, &["pack", "build", &shipped(), "--out", "course.e18p"]);
    done(at, &["pack", "sign", "course.e18p", "--key", "org.key"]);
    let words = done(at, &["pack", "verify", "course.e18p", "--trust", "org.pub"]);
    assert!(words.starts_with("eighteen-days, version 1 of "), "{words}");
}

#[test]
fn a_preview_is_one_page_that_runs_nothing_with_everything_to_be_read() {
    let folder = signed();
    let at = folder.path();
    let said = "name = \"Acme & Co\"\nlanguages = [\"en-GB\", \"de\"]\ndue = 2027-01-15\n\
                [[text]]\nlang = \"en-GB\"\nwelcome = \"Take your time.\"\n\
                [[text]]\nlang = \"de\"\nwelcome = \"Nehmen Sie sich Zeit.\"\n";
    fs::write(at.join("ours/organisation.toml"), said).unwrap();
    let words = done(at, &["pack", "preview", "ours", "--out", "ours.html"]);
    assert!(words.contains("not for learners"), "{words}");
    let page = fs::read_to_string(at.join("ours.html")).unwrap();
    for wanted in [
        "Acme &amp; Co, to readers of de",
        "Welcome: Nehmen Sie sich Zeit.",
        "To be done by: 2027-01-15",
        "1. The first call",
        "Step 1.1: ",
        "Decision: ",
        "default-src 'none'",
    ] {
        assert!(page.contains(wanted), "{wanted} is not in {page}");
    }
    for other in ["<script", "src=", "href=", "http:", "https:"] {
        assert!(!page.contains(other), "{other} is in {page}");
    }
    let quiz = fs::read_to_string(at.join("ours/quizzes/first-call.toml")).unwrap();
    let questions = quiz.matches("[[item]]").count();
    assert_eq!(page.matches("<h2>Question ").count(), questions, "each question once");
    let again = refused(at, &["pack", "preview", "ours", "--out", "ours.html"]);
    assert!(again.contains("nothing was written over"), "{again}");
    done(at, &["pack", "preview", "ours.e18p", "--out", "signed.html"]);
    fs::write(at.join("ours/organisation.toml"), said.replace("name", "names")).unwrap();
    let refused = refused(at, &["pack", "preview", "ours", "--out", "other.html"]);
    assert!(refused.contains("organisation.toml:1: "), "{refused}");
    assert!(!at.join("other.html").exists());
}
