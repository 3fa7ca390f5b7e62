//! The TOML files.

use super::{CLAIMS, COVERAGE, GLOSSARY, PACK, QUIZ, TYPES, change};
use crate::tests::{check, sample_with};

#[test]
fn pack_toml() {
    let rows = [
        ("format = 1\n", "", "@1 missing-key"),
        ("format = 1", "format = \"1\"", "+0 wrong-type"),
        ("format = 1", "format = 0", "+0 number-out-of-range"),
        ("id = \"small-case\"", "id = \"Small case\"", "+0 bad-id"),
        ("id = \"small-case\"", "id = \"x\"", "+0 bad-id"),
        ("id = \"small-case\"", "id = 7", "+0 wrong-type"),
        ("= 2026-11-22", "= \"2026-11-22\"", "+0 wrong-type"),
        ("= 2026-11-22", "= 2026-11-22T10:00:00Z", "+0 wrong-type"),
        ("\"en-GB\"", "\"English (British)\"", "+0 bad-language"),
        ("\"ltr\"", "\"up\"", "+0 unknown-word"),
        ("\"A small case\"", "\" \"", "+0 empty-text"),
        ("title = \"A small case\"", "titel = \"A\"", "@1 missing-key, @8 unknown-key"),
        ("A small case", "A **small** case", "+0 mark-in-plain-text"),
        ("A small case", "A [small](claim:x) case", "+0 link-in-plain-text"),
        ("number = 2", "number = 1", "-2 duplicate-number"),
        ("number = 2", "number = 2.5", "+0 wrong-type"),
        ("\"second-look\"", "\"first-look\"", "+0 duplicate-id, +18 dangling-id, +18 small-bank"),
        ("to = 2023-06-06", "to = 2023-05-26", "+0 dates-reversed"),
        ("  \"Put the first days in order.\",\n", "", "-2 wrong-count"),
        ("\"lessons/first-look.md\"", "\"../first-look.md\"", "+0 bad-path"),
    ];
    change(PACK, &rows);
}

#[test]
fn organisation_toml() {
    let rows = [
        ("name = \"Dockside\"\n", "", "@1 missing-key"),
        ("report = ", "reports = ", "+0 unknown-key"),
        ("\"#3584e4\"", "\"#3584e\"", "+0 bad-colour"),
        ("\"#3584e4\"", "\"red; }\"", "+0 bad-colour"),
        ("due = 2026-12-15", "due = \"2026-12-15\"", "+0 wrong-type"),
        (
            "[\"en-GB\", \"de\"]",
            "[\"en-GB\", \"de\", \"fr\"]",
            "+0 missing-translation, +0 missing-translation, +0 missing-translation",
        ),
        ("[\"en-GB\", \"de\"]", "[\"en-GB\", \"de\", \"de\"]", "+0 duplicate-id"),
        ("[\"en-GB\", \"de\"]", "[\"de\"]", "+8 unknown-word"),
        ("contact = \"Ask Mara Bell at the front desk.\"\n", "", "-3 missing-translation"),
        ("logo = \"Dockside, ein Punkt\"\n", "", "-4 missing-translation"),
        ("welcome = \"This is", "welcome = \"**This** is", "+0 mark-in-plain-text"),
        ("welcome = \"This is", "welcome = \"<b>This</b> is", "+0 raw-html"),
        ("media/fan-out.svg", "media/none.svg", "+0 missing-picture"),
        ("[logo]\nlight = \"media/fan-out.svg\"\n", "", "@1 missing-key"),
        (
            "light = \"media/fan-out.svg\"",
            "light = \"media/fan-out.svg\"\ndark = \"media/dot.png\"",
            "",
        ),
    ];
    change("organisation.toml", &rows);
}

#[test]
fn statuses_of_a_claim_follow_each_other() {
    let claimed = "  { status = \"claimed\", from = 2023-06-02 },\n";
    let rows = [
        (claimed, "", ""),
        (claimed, "  { status = \"claimed\", from = 2023-06-04 },\n", "-1 out-of-order"),
        (claimed, "  { status = \"claimed\", from = 2023-06-03 },\n", "-1 out-of-order"),
        (claimed, "  { status = \"claimed\", from = 2023-05-31 },\n", "-1 dates-reversed"),
        (claimed, "  { status = \"confirmed\", from = 2023-06-02 },\n", "-1 same-status"),
        (claimed, "  { status = \"claimed\" },\n", "+0 missing-key"),
        (claimed, "  { status = \"sure\", from = 2023-06-02 },\n", "+0 unknown-word"),
        (claimed, "  { status = \"claimed\", from = 2023-06-02, to = 1 },\n", "+0 unknown-key"),
        ("since = 2023-06-05\n", "", "-5 missing-key"),
        ("since = 2023-06-05", "since = 2023-06-03", "-5 out-of-order"),
        ("status = \"disproved\"", "status = \"confirmed\"", "-4 same-status"),
        ("later = \"A second server was found on 5 June.\"\n", "", "@41 missing-later"),
    ];
    change(CLAIMS, &rows);
    let none = "was = [\n  { status = \"claimed\", from = 2023-06-02 },\n  \
                { status = \"confirmed\", from = 2023-06-03 },\n]\n";
    change(
        CLAIMS,
        &[(none, "", "+1 missing-key"), (none, "was = []\n", "+0 wrong-count, +2 missing-key")],
    );
}

#[test]
fn claims_toml() {
    let source = "sources = [\"The gang's notice, as quoted by a newspaper (2023)\"]";
    let rows = [
        (source, "", "-6 no-source"),
        (source, "sources = []", "+0 no-source"),
        (source, "sources = [\"\"]", "+0 empty-text"),
        ("\"claimed\"", "\"probable\"", "+0 unknown-word"),
        ("later = \"Later counts were higher.\"\n", "", "-7 missing-later"),
        ("precision = \"month\"", "precision = \"decade\"", "+0 unknown-word"),
        ("precision = \"month\"", "precision = 2023-06-01", "+0 wrong-type"),
        ("precision = \"month\"", "precise = \"month\"", "+0 unknown-key"),
        ("known = 2023-05-31", "known = 2023-05-01", "+0 dates-reversed"),
        ("About 34,000", "<b>About</b> 34,000", "+0 raw-html"),
        ("topic = \"elsewhere\"", "topic = \"somewhere\"", "@7 unused-topic, +0 dangling-id"),
        ("topic = \"elsewhere\"\n", "", "@7 unused-topic"),
        ("title = \"Elsewhere\"\n", "", "-2 missing-key"),
        ("aside = true", "aside = 1", "+0 wrong-type"),
        ("id = \"elsewhere\"", "id = \"theft\"", "+0 duplicate-id, @43 dangling-id"),
        ("known_precision = \"day\"", "known_precision = \"week\"", "+0 unknown-word"),
        ("known = 2023-05-31", "known_precision = \"month\"", "+0 missing-key"),
    ];
    change(CLAIMS, &rows);
    check(
        &sample_with(CLAIMS, "id = \"began-in-may\"", "id = \"began-in-june\""),
        &[
            "claims.toml:12 unused-claim",
            "inbox/letter.toml:19 dangling-id",
            "lessons/first-look.md:3 dangling-id",
            "lessons/first-look.md:42 dangling-id",
            "quizzes/first-look.toml:33 dangling-id",
            "story/clerk.toml:27 dangling-id",
            "story/clerk.toml:51 dangling-id",
            "story/owner.toml:23 dangling-id",
            "story/story.toml:3 dangling-id",
            "story/story.toml:55 dangling-id",
            "story/story.toml:74 dangling-id",
        ],
    );
}

#[test]
fn glossary_and_coverage() {
    let many = format!("Ten words stand here. {} {}.", "word ".repeat(20), "word ".repeat(20));
    let rows = [
        ("\"web-shell\"", "\"zero-day\"", "+0 duplicate-id, lessons/first-look.md dangling-id"),
        ("[\"0-day\", \"zero day\"]", "\"0-day\"", "+0 wrong-type"),
        (
            "A hole in a program that its maker does not know of yet.",
            &many,
            "+0 long-meaning, +0 long-sentence",
        ),
    ];
    change(GLOSSARY, &rows);
    let rows = [
        ("\"corrects\"", "\"denies\"", "+0 unknown-word"),
        ("\"S99\"", "\"s99\"", "+0 bad-id"),
        ("\"S99\"", "\"S01\"", "+0 duplicate-id"),
    ];
    change(COVERAGE, &rows);
}

#[test]
fn quizzes() {
    let rows = [
        ("draw = 5", "draw = 6", "+0 small-bank"),
        ("draw = 5", "draw = 0", "+0 number-out-of-range"),
        ("pass_percent = 75", "pass_percent = 101", "+0 number-out-of-range"),
        ("tries = 3", "tries = -1", "+0 number-out-of-range"),
        ("tries = 3", "tries = 99999999999999999999999", "+0 number-out-of-range"),
        ("\"after\"", "\"never\"", "+0 unknown-word"),
        ("shuffle = true", "shuffle = 1", "+0 wrong-type"),
        ("version = 2", "version = 0", "+0 number-out-of-range"),
        ("type = \"multiple\"", "type = \"essay\"", "@6 small-bank, +0 unknown-word"),
        ("\"first-look-check\"", "\"second-look-check\"", "quizzes/second-look.toml duplicate-id"),
        ("id = \"signs\"", "id = \"what-to-do\"", "+0 duplicate-id"),
        ("id = \"capitals\"", "id = \"deadline\"", "+0 duplicate-id"),
        ("step = \"ten-past-four\"", "step = \"looking-back\"", "+0 dangling-id"),
        ("step = \"ten-past-four\"", "step = \"nowhere\"", "+0 dangling-id"),
        ("covers = [\"S01\"]", "covers = [\"S55\"]", "+0 dangling-id"),
        ("claims = [\"began-in-may\"]", "claims = [\"nowhere\"]", "+0 dangling-id"),
        (", why = \"It began on 27 May.\"", "", "+0 missing-key"),
        ("correct = true, why = \"It began", "why = \"It began", "-1 wrong-answers"),
        (
            "text = \"Pay.\", ",
            "text = \"Pay.\", correct = true, ",
            "-2 wrong-answers, +0 right-misconception",
        ),
        ("misconception = \"paying-ends-it\"", "misconception = \"Paying ends it\"", "+0 bad-id"),
        (
            "misconception = \"paying-ends-it\"",
            "misconception = \"paying-starts-it\"",
            "+0 dangling-id",
        ),
        ("\"Honest letters", "\"<i>Honest</i> letters", "+0 raw-html"),
        ("id = \"greeting\",", "id = \"greeting\", correct = true,", "-3 wrong-answers"),
        ("answer = false\n", "", "-8 missing-key"),
        ("why_true = ", "why = ", "-9 missing-key, +0 unknown-key"),
        ("  { id = \"repair\", text = \"Repair\", why = \"31 May.\" },\n", "", "-2 wrong-count"),
        ("id = \"nobody\"", "id = \"gang\"", "+0 duplicate-id"),
        ("extra = [", "answers = [", "+0 unknown-key"),
        ("pool = \"practice\"", "pool = \"check\"", "lessons/first-look.md check-question-in-step"),
    ];
    change(QUIZ, &rows);
}

#[test]
fn types_of_questions() {
    let rows = [
        ("group = \"fact\", why = \"The", "group = \"guess\", why = \"The", "+0 dangling-id"),
        (
            "{ id = \"fact\", text = \"A fact\" },",
            "{ id = \"fact\", text = \"A fact\" }, { id = \"no\", text = \"No\" },",
            "-2 empty-group",
        ),
        ("id = \"deleted\"", "id = \"claim\"", "+0 duplicate-id"),
        ("media/rooms.svg", "media/dot.png", "media/rooms.svg unused-file, +0 not-a-drawing"),
        ("media/rooms.svg", "media/none.svg", "media/rooms.svg unused-file, +0 missing-picture"),
        ("alt = \"A server", "name = \"A server", "-9 missing-key, +0 unknown-key"),
        ("width = 120, ", "width = 620.5, ", "+0 spot-outside"),
        ("width = 120, ", "width = 20, ", "+0 number-out-of-range"),
        ("x = 20, ", "x = \"20\", ", "+0 wrong-type"),
        ("x = 20, ", "x = inf, ", "+0 number-out-of-range"),
        ("y = 180.5", "y = 59", "+0 spot-overlap"),
        ("correct = true, why = \"It stands", "why = \"It stands", "-1 wrong-answers"),
        ("answer = \"Zero day\"", "answer = \"Hole\"", "+0 answer-not-accepted"),
        ("\"0-day\"", "\"ZERO DAY!\"", "+0 duplicate-form"),
        ("\"0-day\"", "\"?!\"", "+0 empty-form"),
        ("\"shell\"", "\"Zero day flaw\"", "+0 duplicate-form"),
        ("value = 34000", "value = 34", "+0 off-the-rule"),
        ("value = 34000", "value = 0", "+0 off-the-rule"),
        ("value = 34000", "value = nan", "+0 number-out-of-range, +0 off-the-rule"),
        ("low = 100", "low = 0", "+0 empty-rule"),
        ("high = 1e6", "high = 1e1", "-3 off-the-rule, +0 empty-rule, +5 off-the-rule"),
        ("value = 1500.5", "value = 15", "+0 off-the-rule"),
        ("within = 20", "within = 101", "+0 number-out-of-range"),
        ("then = \"They ask again.\", ", "", "+0 missing-key"),
        ("scene = [\"It", "scene = [\"<b>It", "+0 raw-html"),
        (
            "id = \"pay\",",
            "id = \"pay\", correct = true,",
            "-2 wrong-answers, +0 right-misconception",
        ),
    ];
    change(TYPES, &rows);
}

#[test]
fn policies() {
    let rows = [
        ("draw = 2 }]", "draw = 4 }]", "+0 rules-exceed-draw"),
        (
            "step = \"looking-back\", draw = 2 }",
            "step = \"nowhere\", draw = 2 }",
            "+0 dangling-id, +0 small-bank",
        ),
        ("draw = 2 }]", "draw = 1 }, { step = \"looking-back\", draw = 1 }]", "+0 duplicate-rule"),
        ("test_out = { draw = 2", "test_out = { draw = 7", "+0 small-bank"),
        ("pause_minutes = 30", "pause_minutes = -1", "+0 number-out-of-range"),
    ];
    change(TYPES, &rows);
    let rows = [
        ("draw = 4", "draw = 40", "+0 small-bank"),
        (
            "module = \"second-look\", draw = 1",
            "module = \"third-look\", draw = 1",
            "+0 dangling-id, +0 small-bank",
        ),
        (
            "module = \"first-look\", draw = 2",
            "module = \"first-look\", draw = 4",
            "+0 rules-exceed-draw",
        ),
        (
            "id = \"the-whole-case\"",
            "id = \"first-look-check\"",
            "quizzes/first-look.toml duplicate-id",
        ),
        (
            "shuffle = true",
            "shuffle = true\ntest_out = { draw = 1, pass_percent = 80 }",
            "+1 unknown-key",
        ),
    ];
    change(PACK, &rows);
}

#[test]
fn misconceptions_toml() {
    let rows = [
        (
            "id = \"paying-ends-it\"",
            "id = \"notice-is-first\"",
            "+0 duplicate-id, quizzes/first-look.toml dangling-id, quizzes/second-look.toml dangling-id, quizzes/second-look.toml dangling-id",
        ),
        ("truth = \"Paying", "true = \"Paying", "-3 missing-key, +0 unknown-key"),
        (
            "[[misconception]]\nid = \"notice",
            "[[misconception]]\nid = \"rare\"\nsays = \"x\"\ntruth = \"y\"\n[[misconception]]\nid = \"notice",
            "+1 unused-misconception",
        ),
    ];
    change("misconceptions.toml", &rows);
}
