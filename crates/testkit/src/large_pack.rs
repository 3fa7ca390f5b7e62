//! A pack of a thousand lessons, for measuring what grows with a course.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Steps of each module.
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

/// How much stands in it.
#[derive(Debug, Clone, Copy)]
pub struct Weight {
    /// Modules: each has a lesson of some ten kilobytes in twelve steps.
    pub modules: usize,
    /// Questions about each of them.
    pub questions: usize,
}

/// A thousand steps, to look for something in.
pub const LIGHT: Weight = Weight { modules: 90, questions: 1 };

/// A thousand lessons, to verify and read.
pub const HEAVY: Weight = Weight { modules: 1_000, questions: 10 };

/// Its files. Every text is made up by counting, so that it is the same each time.
pub fn large_pack(weight: Weight) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut add = |name: &str, text: String| files.insert(name.to_owned(), text.into_bytes());
    add("pack.toml", manifest(weight.modules));
    add("claims.toml", String::new());
    add("coverage.toml", String::new());
    add("glossary.toml", glossary());
    for module in 0..weight.modules {
        add(&format!("lessons/module-{module}.md"), lesson(module));
        add(&format!("quizzes/module-{module}.toml"), quiz(module, weight.questions));
    }
    files
}

fn manifest(modules: usize) -> String {
    let mut text = String::from(
        "format = 1\nid = \"large\"\nversion = 1\nreleased = 2026-11-22\nlang = \"en-GB\"\ndir = \"ltr\"\n\
         title = \"A large course\"\nabout = \"A course for measuring.\"\npublisher = \"Tests\"\n\
         licence = \"Apache-2.0\"\n",
    );
    for module in 0..modules {
        // Writing to a String cannot fail.
        let _ = write!(
            text,
            "\n[[module]]\nid = \"module-{module}\"\nnumber = {module}\ntitle = \"Module {module}\"\n\
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

fn quiz(module: usize, questions: usize) -> String {
    let mut text = format!(
        "id = \"quiz-{module}\"\ntitle = \"Check\"\n\n[policy]\ndraw = 1\npass_percent = 75\ntries = 0\n\
         feedback = \"after\"\nshuffle = true\n"
    );
    let step = module * STEPS;
    for number in 0..questions {
        let word = WORDS[(module + number) % 24];
        let _ = write!(
            text,
            "\n[[item]]\nid = \"item-{module}-{number}\"\nversion = 1\npool = \"check\"\n\
                 type = \"single\"\nask = \"Which {word} is it?\"\nstep = \"step-{step}\"\ncovers = []\n\
                 option = [\n  \
                 {{ id = \"one\", text = \"One\", correct = true, why = \"It is.\" }},\n  \
                 {{ id = \"two\", text = \"Two\", why = \"It is not.\" }},\n]\n"
        );
    }
    text
}
