//! The story: what its files hold, and where its choices lead.

use super::{PACK, change};
use crate::tests::{Files, check, documented, places, sample, sample_and, sample_with};

const STORY: &str = "story/story.toml";
const ROLE: &str = "story/clerk.toml";

#[test]
fn story_toml() {
    let long = format!("about = \"{}\"", "Six words stand in this sentence. ".repeat(11));
    let rows = [
        ("title = \"The small", "titel = \"The small", "@1 missing-key, +0 unknown-key"),
        ("from = 2023-05-31", "from = 2023-06-15", "+1 dates-reversed"),
        (
            "decisions = 3",
            "decisions = 0",
            "story/clerk.toml wrong-length, story/clerk.toml wrong-length, story/owner.toml wrong-length, story/owner.toml wrong-length, story/owner.toml wrong-length, story/owner.toml wrong-length, +0 number-out-of-range",
        ),
        ("  \"Whom would we forget to tell?\",\n", "", "-3 wrong-count"),
        ("id = \"cost\"", "id = \"money\"", "+0 unknown-word"),
        ("id = \"cost\"", "id = \"legal\"", "+0 duplicate-id"),
        ("better = \"low\"", "better = \"down\"", "+0 unknown-word"),
        ("start = 4", "start = 11", "+0 number-out-of-range"),
        ("id = \"owner\"", "id = \"clerk\"", "+0 duplicate-id"),
        (
            "about = \"You enter the hours. You may ask, tell and wait.\"",
            &long,
            "+0 too-many-words",
        ),
        ("\"story/clerk.toml\"", "\"../clerk.toml\"", "+0 bad-path"),
        ("\"story/clerk.toml\"", "\"story/nobody.toml\"", "+0 missing-file"),
        ("since = 2023-05-31T20:00:00", "since = 2023-05-31", "+0 wrong-type"),
        ("since = 2023-05-31T20:00:00", "since = 2023-05-31T20:00:00Z", "+0 wrong-type"),
        ("since = 2023-05-31T20:00:00", "since = 2023-05-30T20:00:00", "+3 not-yet-public"),
        ("until = 2023-06-06T12:00:00", "until = 2023-05-31T20:00:00", "+0 dates-reversed"),
        ("id = \"deleted\"", "id = \"theft\"", "+0 duplicate-id"),
        ("claim = \"began-in-may\"", "claim = \"nowhere\"", "+0 dangling-id"),
        ("claim = \"began-in-may\"", "claim = \"how-many\"", "+0 not-yet-public"),
        (
            "So far we know of a theft",
            "So far we know of [a number](claim:how-many)",
            "+0 not-yet-public",
        ),
        ("since = 2023-06-06T20:00:00", "since = 2023-06-08T20:00:00", "+5 out-of-order"),
        ("since = 2023-06-06T20:00:00", "since = 2023-06-05T20:00:00", "+2 not-yet-public"),
        ("day = 2023-06-12", "day = 2023-06-01", "+0 dates-reversed"),
        (
            "[[reflection]]\nid = \"tomorrow\"\nprompt = \"What will you do tomorrow?\"\n",
            "",
            "-4 wrong-count",
        ),
        ("id = \"tomorrow\"", "id = \"hardest\"", "+0 duplicate-id"),
        ("is *no test*", "is <b>no test</b>", "+0 raw-html"),
    ];
    change(STORY, &rows);
}

#[test]
fn a_story_is_named_in_pack_toml_and_is_there() {
    let named = "story = \"story/story.toml\"";
    change(
        PACK,
        &[
            (named, "story = \"story.toml\"", "+0 bad-path"),
            (named, "story = \"story/other.toml\"", "+0 missing-file"),
            (
                &format!("{named}\n"),
                "",
                "story/clerk.toml unused-file, story/owner.toml unused-file, story/story.toml unused-file",
            ),
        ],
    );
    let files = sample_and("story/stranger.toml", "start = \"x\"");
    check(&files, &["story/stranger.toml:1 unused-file"]);
}

#[test]
fn scenes_and_options() {
    let many = format!("text = \"{}\"", "Six words stand in this sentence. ".repeat(15));
    let some = format!("then = \"{}\"", "Six words stand in this sentence. ".repeat(11));
    let rows = [
        ("at = 2023-06-01T08:10:00", "at = 2023-06-01", "+0 wrong-type"),
        ("at = 2023-06-01T08:10:00", "at = 2023-05-30T08:10:00", "+0 outside-the-story"),
        ("id = \"first-call\"", "id = \"odd-note\"", "@17 dangling-id, +0 duplicate-id"),
        ("id = \"wait\"", "id = \"tell\"", "+0 duplicate-id"),
        ("ask = \"Whom do you tell first?\"\n", "", "-8 missing-key"),
        (
            "text = \"Our file service is down. We are looking into it.\"",
            &many,
            "-1 too-many-words",
        ),
        ("then = \"She writes it down and thanks you.\"", &some, "+0 too-many-words"),
        ("then = \"She writes it down and thanks you.\",", "", "-1 missing-key"),
        (
            "meter = \"trust\", by = 1, why = \"somebody",
            "meter = \"luck\", by = 1, why = \"somebody",
            "+0 unknown-word",
        ),
        ("by = 1, why = \"somebody", "by = 0, why = \"somebody", "+0 number-out-of-range"),
        ("by = 1, why = \"somebody", "by = -4, why = \"somebody", "+0 number-out-of-range"),
        ("by = 1, why = \"somebody", "by = \"1\", why = \"somebody", "+0 wrong-type"),
        (", why = \"somebody asked and was told\"", "", "+0 missing-key"),
        ("meter = \"cost\"", "meter = \"exposure\"", "@1 unused-meter, +0 duplicate-id"),
        ("stance = \"advised\"", "stance = \"right\"", "+0 unknown-word"),
        (
            "[scene.advice]\ntext = \"Report early, even when it may be nothing.\"\nclaims = [\"began-in-may\"]\n",
            "",
            "-21 missing-key",
        ),
        ("claims = [\"began-in-may\"]", "claims = []", "+0 no-source"),
        ("claims = [\"began-in-may\"]\n", "", "-2 no-source"),
        ("claims = [\"began-in-may\"]", "claims = [\"nowhere\"]", "+0 dangling-id"),
        ("at = 2023-06-06T16:40:00", "at = 2023-06-05T16:40:00", "+1 not-yet-public"),
        (
            "\"She writes it down",
            "\"She writes [it](claim:files-deleted) down",
            "+0 not-yet-public",
        ),
        ("place = \"At your desk\"", "place = \"At **your** desk\"", "+0 mark-in-plain-text"),
    ];
    change(ROLE, &rows);
}

#[test]
fn paths() {
    let rows = [
        ("start = \"odd-note\"", "start = \"nowhere\"", "+0 dangling-id"),
        ("go = \"first-call\"", "go = \"nowhere\"", "+0 dangling-id"),
        ("go = \"end:told\"", "go = \"end:nowhere\"", "+0 dangling-id"),
        ("go = \"first-call\"", "go = \"First call\"", "+0 bad-id"),
        // Nothing leads to the call any more.
        ("go = \"first-call\"", "go = \"quiet-noon\"", "+12 unreachable"),
        ("go = \"end:untold\"", "go = \"end:told\"", "@101 unreachable"),
        // The second decision ends the story.
        ("go = \"the-day\"", "go = \"end:told\"", "+0 wrong-length"),
        // One decision is left out, and one comes back.
        (
            "go = \"first-call\"",
            "go = \"the-day\"",
            "+12 unreachable, @84 wrong-length, @89 wrong-length",
        ),
        (
            "go = \"end:told\"",
            "go = \"odd-note\"",
            "@6 time-goes-back, +0 story-loop, @96 unreachable",
        ),
        ("go = \"the-day\"", "go = \"first-call\"", "+0 story-loop"),
        ("at = 2023-06-14T09:00:00", "at = 2023-06-06T17:00:00", "+0 time-goes-back"),
    ];
    change(ROLE, &rows);
}

#[test]
fn a_story_without_forks_is_refused() {
    let text = String::from_utf8(sample()[ROLE].clone()).unwrap();
    let text = text.replace("go = \"quiet-noon\"", "go = \"first-call\"");
    let text = text.replace("go = \"end:untold\"", "go = \"end:told\"");
    let files = sample_and(ROLE, text);
    let (_, problems) = crate::read(&files);
    documented(&problems);
    let found = places(&problems);
    assert!(found.contains(&"story/clerk.toml:2 too-few-forks".to_owned()), "{found:?}");
}

#[test]
fn what_hangs_on_a_broken_script_is_not_reported() {
    let files = sample_with(ROLE, "start = \"odd-note\"", "start = = \"odd-note\"");
    check(&files, &["story/clerk.toml:2 toml-syntax"]);
    let files = sample_with(STORY, "decisions = 3", "decisions = = 3");
    check(&files, &["story/story.toml:7 toml-syntax"]);
}

#[test]
fn a_long_story_is_checked_in_time() {
    // Every scene leads to every later one: more paths than anybody could walk one by one.
    let scene = |at: usize| {
        let go = |step: usize| {
            if at + step < 100 { format!("s-{}", at + step) } else { "end:x-end".into() }
        };
        let options: Vec<String> = (1..=4)
            .map(|step| format!("{{ id = \"o{step}\", text = \"A.\", then = \"B.\", go = \"{}\", stance = \"mixed\" }}", go(step)))
            .collect();
        format!(
            "[[scene]]\nid = \"s-{at}\"\nat = 2023-06-07T10:00:00\nmessage = [{{ from = \"A\", text = \"B.\" }}]\nask = \"C?\"\noption = [{}]\nadvice = {{ text = \"D.\", claims = [\"began-in-may\"] }}\n",
            options.join(", ")
        )
    };
    let scenes: String = (0..100).map(scene).collect();
    let end = "[[end]]\nid = \"x-end\"\ntitle = \"E\"\ntext = \"F.\"\n";
    let files: Files = sample_and(ROLE, format!("start = \"s-0\"\n{scenes}{end}"));
    let (pack, problems) = crate::read(&files);
    documented(&problems);
    assert!(pack.is_none());
    assert!(problems.iter().any(|problem| problem.code == "wrong-length"), "{problems:?}");
}
