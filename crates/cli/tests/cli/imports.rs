//! Questions of other programs, from their files into a pack.

use std::{fs, path::Path, process::Command};

use super::{complained, said};

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/questions");
    folder.join(name).to_str().unwrap().to_owned()
}

fn eighteen(folder: &Path, words: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_eighteen"))
        .args(words)
        .current_dir(folder)
        .output()
        .unwrap();
    (output.status.code().unwrap(), said(&output), complained(&output))
}

fn with_a_pack() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(eighteen(folder.path(), &["pack", "new", "ours"]).0, 0);
    folder
}

const QUIZ: &str = "ours/quizzes/first-call.toml";

#[test]
fn questions_are_taken_with_a_report_and_the_check_names_what_is_still_to_do() {
    for (file, form, count) in [
        ("house-rules.gift", "GIFT", "10 questions taken, 2 left out, 12 to do"),
        ("house-rules.xml", "Moodle XML", "6 questions taken, 3 left out, 4 to do"),
    ] {
        let folder = with_a_pack();
        let at = folder.path();
        let before = fs::read_to_string(at.join(QUIZ)).unwrap();
        let words = ["pack", "import", &fixture(file), "--into", "ours/first-call"];
        let (code, words, _) = eighteen(at, &words);
        assert_eq!(code, 0, "{words}");
        assert!(words.contains(&format!("{file} ({form}): {count}")), "{words}");
        // The id number is the id, and a name that the pack has already gets a number.
        assert!(words.contains(": taken as hr-01 (quizzes/first-call.toml:56)"), "{words}");
        assert!(words.contains(": taken as forwarding-2 ("), "{words}");
        let after = fs::read_to_string(at.join(QUIZ)).unwrap();
        assert!(after.starts_with(&before), "what was there stays as it was");
        assert_eq!(after.lines().nth(55), Some("[[item]]"));
        // What is still to do is exactly what the check says, and nothing else.
        let (code, check, _) = eighteen(at, &["pack", "check", "ours"]);
        assert_eq!(code, 1);
        for problem in check.lines().filter(|line| line.starts_with("quizzes/")) {
            assert!(problem.ends_with("[empty-text]"), "{problem}");
            assert!(words.contains(&format!("to do: {problem}")), "{problem}");
        }
        // With an explanation for every answer and a unit the pack is sound.
        fs::write(at.join(QUIZ), after.replace("= \"\"", "= \"In words\"")).unwrap();
        let (code, check, _) = eighteen(at, &["pack", "check", "ours"]);
        assert_eq!(code, 0, "{check}");
    }
}

#[test]
fn the_report_is_there_for_programs_too() {
    let folder = with_a_pack();
    let words =
        ["pack", "import", &fixture("house-rules.gift"), "--into", "ours/first-call", "--json"];
    let (_, json, _) = eighteen(folder.path(), &words);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["form"], "GIFT");
    assert_eq!(json["taken"][0]["id"], "hr-01");
    assert_eq!(json["left"][0]["line"], 46);
    assert_eq!(json["toDo"].as_array().unwrap().len(), 12);
}

#[test]
fn what_is_refused_changes_nothing() {
    let folder = with_a_pack();
    let at = folder.path();
    let before = fs::read(at.join(QUIZ)).unwrap();
    fs::write(at.join("laughs.xml"), "<!DOCTYPE quiz [<!ENTITY a \"b\">]><quiz>&a;</quiz>")
        .unwrap();
    fs::write(at.join("essay.gift"), "Write what you think. {}").unwrap();
    fs::write(at.join("one.gift"), "Yes? {=yes#y ~no#n}").unwrap();
    for (file, into, step, said) in [
        ("laughs.xml", "ours/first-call", None, "laughs.xml: refused: line 1: a DOCTYPE"),
        ("nowhere.gift", "ours/first-call", None, "nowhere.gift: "),
        ("one.gift", "ours/second-call", None, "no module \"second-call\"; there is first-call"),
        ("one.gift", "ours/first-call", Some("x"), "no step \"x\"; there is a-message"),
        ("one.gift", "theirs/first-call", None, "theirs"),
        ("one.gift", "first-call", None, "--into is the pack's folder and a module in it"),
        ("ours", "ours/first-call", None, "ours: "),
    ] {
        let mut words = vec!["pack", "import", file, "--into", into];
        words.extend(step.iter().flat_map(|step| ["--step", *step]));
        let (code, _, complaint) = eighteen(at, &words);
        assert_eq!(code, 1, "{words:?}");
        assert!(complaint.contains(said), "{words:?}: {complaint}");
    }
    let (code, told, _) =
        eighteen(at, &["pack", "import", "essay.gift", "--into", "ours/first-call"]);
    assert_eq!(code, 1);
    assert!(told.contains("essay.gift:1: left out: it asks for a free text"), "{told}");
    assert!(told.ends_with("quizzes/first-call.toml is as it was\n"), "{told}");
    assert_eq!(fs::read(at.join(QUIZ)).unwrap(), before);
    let files = fs::read_dir(at.join("ours/quizzes")).unwrap().count();
    assert_eq!(files, 1, "nothing is left beside it");
}

/// What would be script, markup, or a second table elsewhere is words here.
#[test]
fn words_of_a_question_stay_words_of_that_question() {
    let folder = with_a_pack();
    let at = folder.path();
    let name = "a]\n[[item]]\nid = \"x\"";
    fs::write(
        at.join(name),
        "[plain]Is \"\"\" or ''' or <b>this</b> *marked* `or` [a link](javascript\\:alert) a \\\\ mark? \
         {=\"}, {id \\= \"p\"} # <script>x</script> ~]] \n# \\# no comment}",
    )
    .unwrap();
    let (code, words, complaint) =
        eighteen(at, &["pack", "import", name, "--into", "ours/first-call"]);
    assert_eq!(code, 1, "{words}{complaint}");
    assert!(words.contains("left out: it has more than one `{`"), "{words}");
    fs::write(
        at.join(name),
        "[plain]Is \"\"\" or ''' or <b>this</b> *marked* `or` [a link](javascript\\:alert) a \\\\ mark? \
         {=\"\\}, \\{id \\= \"p\"\\} # <script>x</script> ~]] \n# \\# no comment}",
    )
    .unwrap();
    let (code, words, complaint) =
        eighteen(at, &["pack", "import", name, "--into", "ours/first-call"]);
    assert_eq!(code, 0, "{complaint}");
    assert!(words.contains(" 0 left out, 0 to do"), "{words}");
    let (code, check, _) = eighteen(at, &["pack", "check", "ours"]);
    assert_eq!(code, 0, "{check}");
    assert!(check.contains("4 questions"), "{check}");
}
