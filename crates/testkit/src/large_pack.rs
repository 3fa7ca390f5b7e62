//! A pack of a thousand lessons, for measuring what grows with a course.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Modules of the pack, and steps of each: as many as a course may have in ninety modules.
const MODULES: usize = 90;
const STEPS: usize = 12;

/// Words that come about as often as in a course: some everywhere, most of them seldom.
const WORDS: [&str; 24] = [
    "payroll",
    "deadline",
    "server",
    "notice",
    "letter",
    "breach",
    "gang",
    "staff",
    "bank",
    "data",
    "supplier",
    "password",
    "regulator",
    "court",
    "record",
    "call",
    "number",
    "threat",
    "copy",
    "repair",
    "press",
    "union",
    "manager",
    "insurer",
];

/// Its files. Every text is made up by counting, so that it is the same each time.
pub fn large_pack() -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut add = |name: &str, text: String| files.insert(name.to_owned(), text.into_bytes());
    add("pack.toml", manifest());
    add("claims.toml", String::new());
    add("coverage.toml", String::new());
    add("glossary.toml", glossary());
    for module in 0..MODULES {
        add(&format!("lessons/module-{module}.md"), lesson(module));
        add(&format!("quizzes/module-{module}.toml"), quiz(module));
    }
    files
}

fn manifest() -> String {
    let mut text = String::from(
        "format = 1\nid = \"large\"\nversion = 1\nreleased = 2026-11-22\nlang = \"en-GB\"\ndir = \"ltr\"\n\
         title = \"A large course\"\nabout = \"A course for measuring.\"\npublisher = \"Tests\"\n\
         licence = \"Apache-2.0\"\n",
    );
    for module in 0..MODULES {
        let number = module + 1;
        // Writing to a String cannot fail.
        let _ = write!(
            text,
            "\n[[module]]\nid = \"module-{module}\"\nnumber = {number}\ntitle = \"Module {number}\"\n\
             summary = \"One of many.\"\nwhen = \"June 2023\"\nfrom = 2023-06-01\nto = 2023-06-02\n\
             outcomes = [\"find a word\", \"find another word\"]\n\
             lesson = \"lessons/module-{module}.md\"\nquiz = \"quizzes/module-{module}.toml\"\n",
        );
    }
    text
}

fn glossary() -> String {
    let terms = WORDS.iter().map(|word| {
        format!("[[term]]\nid = \"{word}\"\nterm = \"{word}\"\nmeans = \"What a {word} is.\"\n\n")
    });
    terms.collect()
}

/// Ten sentences of nine words.
fn prose(seed: usize) -> String {
    let word = |at: usize| WORDS[(seed * 7 + at * at + at * seed) % WORDS.len()];
    let sentence = |number: usize| {
        let words: Vec<&str> = (0..9).map(|at| word(number * 9 + at)).collect();
        format!("The {}.", words.join(" "))
    };
    (0..10).map(sentence).collect::<Vec<_>>().join(" ")
}

fn lesson(module: usize) -> String {
    let mut text = String::new();
    for step in 0..STEPS {
        let number = module * STEPS + step;
        let title = format!("About the {} and the {}", WORDS[number % 24], WORDS[number / 24 % 24]);
        let _ = write!(text, "## {title} {{#step-{number}}}\n\n{}\n\n", prose(number));
        if step % 3 == 0 {
            let _ = write!(
                text,
                "```decision\nid = \"choice\"\nask = \"What now?\"\noption = [\n  \
                 {{ id = \"wait\", text = \"Wait.\", then = \"Time goes by.\" }},\n  \
                 {{ id = \"act\", text = \"Act.\", then = \"Something happens.\" }},\n]\n```\n\n"
            );
        }
    }
    text
}

fn quiz(module: usize) -> String {
    let step = module * STEPS;
    format!(
        "id = \"quiz-{module}\"\ntitle = \"Check\"\n\n[policy]\ndraw = 1\npass_percent = 75\ntries = 0\n\
         feedback = \"after\"\nshuffle = true\n\n[[item]]\nid = \"item-{module}\"\nversion = 1\n\
         pool = \"check\"\ntype = \"single\"\nask = \"Which {} is it?\"\nstep = \"step-{step}\"\n\
         covers = []\noption = [\n  {{ id = \"one\", text = \"One\", correct = true, why = \"It is.\" }},\n  \
         {{ id = \"two\", text = \"Two\", why = \"It is not.\" }},\n]\n",
        WORDS[module % 24]
    )
}
