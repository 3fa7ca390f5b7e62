//! The JSON Schemas say what the reader says, as far as a schema can.

use std::fs;
use std::path::Path;

use jsonschema::Validator;
use serde_json::Value as Json;

use super::{Files, sample, sample_with};
use crate::{load_dir, read};

const STORY: &str = "story/story.toml";
const ROLE: &str = "story/clerk.toml";

/// The schema for a file of a pack, by its name in `schemas/`.
fn schema_name(file: &str) -> Option<&'static str> {
    Some(match file {
        "pack.toml" => "pack",
        "claims.toml" => "claims",
        "glossary.toml" => "glossary",
        "coverage.toml" => "coverage",
        "inbox/inbox.toml" => "inbox",
        _ if file.starts_with("inbox/") => "message",
        "story/story.toml" => "story",
        _ if file.starts_with("story/") => "role",
        "misconceptions.toml" => "misconceptions",
        "organisation.toml" => "organisation",
        _ if file.starts_with("quizzes/") => "quiz",
        _ => return None,
    })
}

fn validator(name: &str) -> Validator {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    let text = fs::read_to_string(folder.join(format!("{name}.schema.json"))).unwrap();
    let schema: Json = serde_json::from_str(&text).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

/// TOML as an editor shows it to a schema: a date is a string.
fn json(value: toml::Value) -> Json {
    match value {
        toml::Value::Datetime(date) => Json::String(date.to_string()),
        toml::Value::Array(values) => values.into_iter().map(json).collect(),
        toml::Value::Table(table) => {
            let entries = table.into_iter();
            entries.map(|(key, value)| (key, json(value))).collect()
        }
        other => serde_json::to_value(other).unwrap(),
    }
}

/// What the schemas find wrong with the files of a pack.
fn complaints(files: &Files) -> Vec<String> {
    let mut found = Vec::new();
    for (file, bytes) in files {
        let Some(name) = schema_name(file) else {
            continue;
        };
        let text = std::str::from_utf8(bytes).unwrap();
        let value = json(toml::Value::Table(toml::from_str(text).unwrap()));
        let validator = validator(name);
        let errors = validator.iter_errors(&value);
        found.extend(errors.map(|error| format!("{file}{}: {error}", error.instance_path())));
    }
    found
}

#[test]
fn the_schemas_accept_the_sample() {
    assert_eq!(complaints(&sample()), [""; 0]);
}

#[test]
fn the_schemas_accept_every_shipped_pack() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    for entry in fs::read_dir(content).unwrap() {
        let files = load_dir(&entry.unwrap().path()).unwrap();
        assert_eq!(complaints(&files), [""; 0]);
    }
}

#[test]
fn schemas_and_reader_refuse_the_same() {
    let quiz = "quizzes/first-look.toml";
    let types = "quizzes/second-look.toml";
    for (file, from, to) in [
        ("pack.toml", "format = 1", "format = 2"),
        ("pack.toml", "version = 1", "version = 0"),
        ("pack.toml", "licence = \"Apache-2.0\"\n", ""),
        ("pack.toml", "dir = \"ltr\"", "dir = \"up\""),
        ("pack.toml", "title = \"A small case\"", "title = \" \""),
        ("pack.toml", "lang = \"en-GB\"", "lang = \"English\""),
        ("pack.toml", "number = 2", "number = 2\ncolour = \"red\""),
        ("pack.toml", "lessons/first-look.md", "../first-look.md"),
        ("pack.toml", "released = 2026-11-22", "released = 2026-11-22T10:00:00Z"),
        ("claims.toml", "status = \"claimed\"", "status = \"sure\""),
        ("claims.toml", "precision = \"month\"", "precision = \"decade\""),
        ("claims.toml", "known_precision = \"day\"", "known_precision = \"week\""),
        ("claims.toml", "known = 2023-05-31", "known_precision = \"month\""),
        ("claims.toml", "aside = true", "aside = \"yes\""),
        ("claims.toml", "title = \"Elsewhere\"\n", ""),
        ("claims.toml", "since = 2023-06-05\n", ""),
        ("claims.toml", "known = 2023-05-31", "since = 2023-05-31"),
        ("claims.toml", "{ status = \"claimed\",", "{ status = \"sure\","),
        ("claims.toml", "from = 2023-06-02", "since = 2023-06-02"),
        ("claims.toml", "later = \"Later counts were higher.\"\n", ""),
        ("claims.toml", "id = \"how-many\"", "id = \"How many\""),
        ("glossary.toml", "means = \"A hole", "meant = \"A hole"),
        ("coverage.toml", "id = \"S99\"", "id = \"99\""),
        ("pack.toml", "\"inbox/inbox.toml\"", "\"lessons/inbox.toml\""),
        ("inbox/inbox.toml", "round = 4", "round = 3"),
        ("inbox/inbox.toml", "mara.bell@dockside.example", "mara.bell@dockside.com"),
        ("inbox/inbox.toml", "inbox/menu.toml", "menu.toml"),
        ("inbox/letter.toml", "nature = \"genuine\"", "nature = \"odd\""),
        ("inbox/letter.toml", "sent = 2023-06-05T09:05:00", "sent = 2023-06-05"),
        ("inbox/letter.toml", "fine = [\"verify\"]", "fine = [\"report\"]"),
        ("inbox/letter.toml", "workplace = 4", "workplace = 5"),
        ("inbox/letter.toml", "delete = ", "remove = "),
        ("inbox/list.toml", "id = \"l1\"", "id = \"trap\""),
        ("inbox/list.toml", "best = \"report\"", "best = \"proceed\""),
        ("inbox/list.toml", "kind = \"url-hyperlinking\"", "kind = \"bad-link\""),
        ("inbox/list.toml", "at = \"reply-to\"", "at = \"answer\""),
        (quiz, "draw = 5", "draw = 0"),
        (quiz, "feedback = \"after\"", "feedback = \"never\""),
        (quiz, "type = \"multiple\"", "type = \"essay\""),
        (quiz, "correct = true, why = \"It began", "why = \"It began"),
        (quiz, "id = \"greeting\",", "id = \"greeting\", correct = true,"),
        (quiz, "text = \"Pay.\",", "text = \"Pay.\", correct = true,"),
        (quiz, "answer = false\n", ""),
        (quiz, "extra = [", "extras = ["),
        ("pack.toml", "[assessment.policy]\n", ""),
        ("pack.toml", "module = \"first-look\"", "step = \"first-look\""),
        (
            "pack.toml",
            "pass_percent = 60",
            "pass_percent = 60\ntest_out = { draw = 1, pass_percent = 1 }",
        ),
        ("misconceptions.toml", "truth = \"Paying", "true = \"Paying"),
        (types, "pause_minutes = 30", "pause_minutes = 10081"),
        (types, "test_out = { draw = 2, pass_percent = 80 }", "test_out = { draw = 2 }"),
        (types, "group = \"claim\", ", ""),
        (types, "  { id = \"fact\", text = \"A fact\" },\n", ""),
        (types, "width = 120", "width = 23.5"),
        (types, "media/rooms.svg", "media/dot.png"),
        (types, "correct = true, why = \"It stands", "why = \"It stands"),
        (types, "id = \"box\",", "id = \"box\", correct = true,"),
        (types, "answer = \"Zero day\"\n", ""),
        (types, "forms = [\"web shell\", \"shell\"]", "forms = []"),
        (types, "scale = \"log\"", "scale = \"square\""),
        (types, "within = 20", "within = 0"),
        (types, "value = 1500.5", "value = -1"),
        (types, "scene = [", "scenes = ["),
        (types, "then = \"They ask again.\", ", ""),
        (types, "id = \"pay\",", "id = \"pay\", correct = true,"),
        (quiz, "  { id = \"repair\", text = \"Repair\", why = \"31 May.\" },\n", ""),
        ("pack.toml", "story/story.toml", "story.toml"),
        (STORY, "better = \"high\"", "better = \"up\""),
        (STORY, "start = 6", "start = 11"),
        (STORY, "id = \"cost\"", "id = \"money\""),
        (STORY, "  \"Whom would we forget to tell?\",\n", ""),
        (STORY, "since = 2023-05-31T20:00:00", "since = 2023-05-31"),
        (STORY, "file = \"story/clerk.toml\"", "file = \"clerk.toml\""),
        (ROLE, "by = 1", "by = 0"),
        (ROLE, "by = 1", "by = 4"),
        (ROLE, "stance = \"advised\"", "stance = \"right\""),
        (ROLE, "go = \"first-call\"", "go = \"First call\""),
        (ROLE, "claims = [\"files-deleted\"]", "claims = []"),
        (ROLE, "title = \"They heard it from you\"\n", ""),
        ("organisation.toml", "name = \"Dockside\"\n", ""),
        ("organisation.toml", "\"de\"]", "\"German\"]"),
        ("organisation.toml", "[\"en-GB\", \"de\"]", "[]"),
        ("organisation.toml", "#3584e4", "#3584e"),
        ("organisation.toml", "#3584e4", "red"),
        ("organisation.toml", "due = 2026-12-15", "due = \"soon\""),
        ("organisation.toml", "media/fan-out.svg", "media/logo.gif"),
        ("organisation.toml", "lang = \"de\"\n", ""),
        ("organisation.toml", "\ncontact = ", "\nask = "),
    ] {
        let files = sample_with(file, from, to);
        assert!(read(&files).0.is_none(), "the reader accepts {to:?} in {file}");
        assert!(!complaints(&files).is_empty(), "the schema accepts {to:?} in {file}");
    }
}
