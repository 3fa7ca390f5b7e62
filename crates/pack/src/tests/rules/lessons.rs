//! Steps, their Markdown and their blocks.

use super::{LESSON, change};
use crate::tests::{check, sample, sample_and, sample_with};

#[test]
fn headings_of_steps() {
    let rows = [
        (" {#picture-and-words}", "", "+0 missing-id"),
        ("{#picture-and-words}", "{#PictureAndWords}", "+0 bad-id"),
        ("{#picture-and-words}", "{#what-is-known}", "+0 duplicate-id"),
        ("{#picture-and-words}", "{#picture-and-words .wide}", "+0 unknown-attribute"),
        ("{#picture-and-words}", "{#picture-and-words onclick=x}", "+0 unknown-attribute"),
        ("known covers=S02}", "known covers=S77}", "+0 dangling-id"),
        ("known covers=S02}", "known covers=s02}", "+0 bad-id"),
        ("known covers=S02}", "known covers}", "+0 bad-id"),
        ("## A picture", "# A picture", "+0 heading-level, +28 second-callout"),
        ("### What to look at", "#### What to look at", "+0 heading-level"),
        ("### What to look at", "### What *to* look at", "+0 mark-in-plain-text"),
        ("### What to look at", "### What to look at {#here}", "+0 unknown-attribute"),
        ("## A message at ten", "Hello.\n\n## A message at ten", "+0 before-first-step"),
    ];
    change(LESSON, &rows);
}

#[test]
fn what_markdown_has_and_lessons_do_not() {
    let rows = [
        ("> A quote.", "+0 block-quote"),
        ("---", "+0 rule"),
        ("<b>Bold</b>", "+0 raw-html"),
        ("<div>\nBlock\n</div>", "+0 raw-html"),
        ("Text with <i>HTML</i>.", "+0 raw-html"),
        ("Text with\n<!-- a comment -->.", "+1 raw-html"),
        ("    indented", "+0 indented-code"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "+0 table"),
        ("A note.[^1]\n\n[^1]: The note.", "+0 footnote, +2 footnote"),
        ("![A picture](media/dot.png)", "+0 image"),
        ("[Words](https://example.org)", "+0 link"),
        ("Some\nmore [words](https://example.org)", "+1 link"),
        ("<https://example.org>", "+0 link"),
        ("<somebody@example.org>", "+0 link"),
        ("[Words](claim:began-in-may \"title\")", "+0 link"),
        ("[Words](claim:Began)", "+0 link"),
        ("[Words](claim:nowhere)", "+0 dangling-id"),
        ("[Words](term:nowhere)", "+0 dangling-id"),
        ("[Words](step:nowhere)", "+0 dangling-id"),
        ("[](claim:began-in-may)", "+0 empty-text"),
        ("[Words][ref]\n\n[ref]: claim:began-in-may", "+0 link, +2 link-definition"),
        ("[unused]: javascript:alert(1)", "+0 link-definition"),
        ("**strong with *emphasis* in it**", "+0 nested-mark"),
        ("**strong with `code` in it**", "+0 nested-mark"),
        ("~~gone~~", "+0 unknown-mark"),
        ("- [ ] to do", "+0 task-list"),
        ("- one\n  - two", "+1 list-entry"),
        ("- one\n\n  more", "+2 list-entry"),
        ("- one\n-\n- three", "+1 empty-text"),
        ("- > quoted", "+0 block-quote, +0 empty-text"),
        ("&#x202e;reversed", "+0 bidi-control"),
        ("Setext\n------", "+0 missing-id"),
    ];
    for (to, expect) in &rows {
        change(LESSON, &[("### What to look at", to, expect)]);
    }
}

#[test]
fn typed_blocks() {
    let deleted = "\"Now nobody else can look at it.\"";
    let rows = [
        ("```reflection", "```script", "+0 unknown-block"),
        ("```reflection", "```", "+0 unknown-block"),
        ("```reflection", "```reflection please", "+0 unknown-block"),
        ("\"my-own\"", "\"first-move\"", "+0 duplicate-id"),
        ("id = \"reply\"", "id = \"report\"", "+0 duplicate-id"),
        ("id = \"reply\", ", "", "+0 missing-key"),
        ("id = \"reply\"", "id = \"reply\", correct = true", "+0 unknown-key"),
        (deleted, "\"See [this](https://example.org).\"", "+0 link"),
        (deleted, "\"\"\"\nOne\n<b>two</b>.\"\"\"", "+2 raw-html"),
        (deleted, "\"\"\"\nOne \\\n  two.\n<b>three</b>.\"\"\"", "+3 raw-html"),
        (deleted, "\"One.\\n\\nTwo.\"", "+0 not-one-paragraph"),
        (deleted, "\"1. One.\"", "+0 not-one-paragraph"),
        (deleted, "\"- One.\"", "+0 not-one-paragraph"),
        ("letter.\"\n```", "letter.\"", "-2 unclosed-block"),
        ("```callout toml\n", "```callout\nbody = \"x\"\n```\n\n```callout\n", "+4 second-callout"),
        ("media/dot.png", "media/none.png", "+0 missing-picture, media/dot.png unused-file"),
        ("alt = \"A single dot.\"\n", "", "-2 missing-key"),
        ("text = [\"There is nothing to see but one dot.\"]", "text = []", "+0 wrong-count"),
        ("2023-06-06, text", "2023-05-26, text", "+0 out-of-order"),
        ("  { date = 2023-06-06, text = \"The gang's notice.\" },\n", "", "-2 wrong-count"),
        ("[\"34,000\", \"More\"]", "[\"34,000\"]", "+0 wrong-count"),
        (
            "[\"Said then\", \"Known later\"]",
            "[\"Said\"]",
            "+0 wrong-count, +2 wrong-count, +3 wrong-count",
        ),
        ("evidence = true\n", "", "-7 missing-key"),
        ("paraphrase = true", "paraphrase = \"yes\"", "+0 wrong-type"),
        ("\"files-deleted\"", "\"files-gone\"", "+0 dangling-id"),
        (
            "\"which-came-first\"",
            "\"nothing\"",
            "-1 dangling-id, quizzes/first-look.toml unused-practice",
        ),
        (
            "\"which-came-first\"",
            "\"what-changed\"",
            "-1 dangling-id, quizzes/first-look.toml unused-practice",
        ),
        (
            "\"which-came-first\"",
            "\"signs\"",
            "-1 check-question-in-step, quizzes/first-look.toml unused-practice",
        ),
    ];
    change(LESSON, &rows);
}

#[test]
fn steps_ask_something_of_the_reader() {
    let passive = "\n\n## Two {#two}\n\nx\n\n## Three {#three}\n\nx\n\n## Four {#four}\n\nx\n\n## Five {#five}\n\nx\n";
    let second = "lessons/second-look.md";
    let text = String::from_utf8(sample()[second].clone()).unwrap();
    check(
        &sample_and(second, text + passive),
        &["lessons/second-look.md:13 passive-steps", "lessons/second-look.md:17 passive-steps"],
    );
    check(
        &sample_with(second, "```decision", "```reflection"),
        &[
            "lessons/second-look.md:1 no-decision",
            "lessons/second-look.md:3 missing-key",
            "lessons/second-look.md:5 unknown-key",
            "lessons/second-look.md:6 unknown-key",
        ],
    );
    check(
        &sample_and(second, "\n"),
        &[
            "lessons/second-look.md:1 no-steps",
            "quizzes/second-look.toml:7 dangling-id",
            "quizzes/second-look.toml:21 dangling-id",
            "quizzes/second-look.toml:34 dangling-id",
            "quizzes/second-look.toml:53 dangling-id",
            "quizzes/second-look.toml:69 dangling-id",
            "quizzes/second-look.toml:84 dangling-id",
            "quizzes/second-look.toml:103 dangling-id",
        ],
    );
    let words = "Word. ".repeat(121);
    let files = sample_with(second, "```decision", &format!("{words}\n\n```decision"));
    check(&files, &["lessons/second-look.md:1 long-step"]);
}

#[test]
fn a_long_sentence_is_found_at_its_own_line() {
    let long = format!("{}.", "Word ".repeat(26).trim());
    change(
        LESSON,
        &[
            ("### What to look at", &format!("Short.\nAlso\nshort. {long}"), "+2 long-sentence"),
            ("\"Report it.\"", &format!("\"{long}\""), "+0 long-sentence"),
            ("A single dot.", &long, "+0 long-sentence"),
        ],
    );
}
