//! Questions of other programs: GIFT and Moodle XML, read into one form. What a pack makes of them is for
//! others to say.
//!
//! GIFT is read as Moodle's manual has it, Moodle XML as Moodle 4 writes it. Whatever is in a file, either
//! the whole file is refused, or each question is handed over or left out with its line and its reason.

mod gift;
mod html;
mod moodle;
mod xml;

use std::fmt;

use serde::Serialize;

/// No file with more bytes is read.
pub const MAX_QUESTIONS: usize = 16 * 1024 * 1024;
/// No file with more questions is read, those that are left out among them.
const MOST_QUESTIONS: usize = 1_000;
/// No question is longer, its pictures aside.
const LONGEST_QUESTION: usize = 64 * 1024;

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum QuestionForm {
    /// Lines of text.
    #[serde(rename = "GIFT")]
    Gift,
    /// XML.
    #[serde(rename = "Moodle XML")]
    MoodleXml,
}

impl fmt::Display for QuestionForm {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Gift => "GIFT",
            Self::MoodleXml => "Moodle XML",
        })
    }
}

/// A file of questions as far as it could be read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuestionFile {
    /// Which form it has.
    pub form: QuestionForm,
    /// In the order of the file.
    pub questions: Vec<BankQuestion>,
    /// What was left out, in the order of the file.
    pub left: Vec<LeftOut>,
}

/// A question of another program.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BankQuestion {
    /// Where it begins, from 1.
    pub line: u32,
    /// Its id number there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its name there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The path of its category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// What is asked.
    pub ask: Words,
    /// What is said to every answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feedback: Option<Words>,
    /// By type.
    #[serde(flatten)]
    pub body: BankBody,
    /// What of it did not come along, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub losses: Vec<Loss>,
}

/// The parts of a question.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum BankBody {
    /// Options, of which one or several are chosen.
    Choice {
        /// Whether several may be chosen.
        many: bool,
        /// In order.
        options: Vec<BankOption>,
    },
    /// True or false.
    TrueFalse {
        /// Whether the statement is true.
        answer: bool,
        /// What is said to a right answer.
        #[serde(skip_serializing_if = "Option::is_none")]
        right: Option<Words>,
        /// What is said to a wrong one.
        #[serde(skip_serializing_if = "Option::is_none")]
        wrong: Option<Words>,
    },
    /// Items, each with its partner.
    Matching {
        /// The item and its partner.
        pairs: Vec<(Words, Words)>,
        /// Partners of nothing.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        extras: Vec<Words>,
    },
    /// A word or two, typed.
    Short {
        /// In order.
        answers: Vec<BankOption>,
    },
    /// A number, typed.
    Number {
        /// In order.
        answers: Vec<BankNumber>,
        /// What is counted.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
    },
}

/// An option, or an answer that may be typed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BankOption {
    /// What it says.
    pub text: Words,
    /// The percentage of the mark that it is worth: 100 is right, 0 and less is wrong.
    pub share: f64,
    /// What is said to whoever chose it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Words>,
}

/// A number that may be typed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BankNumber {
    /// The number.
    pub value: f64,
    /// How far from it is still taken.
    pub tolerance: f64,
    /// As of an option.
    pub share: f64,
    /// As of an option.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Words>,
}

/// A text without HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Words {
    /// On one line.
    pub text: String,
    /// Whether the other program reads Markdown in it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub markdown: bool,
}

/// What of a question did not come along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Loss {
    /// Bold, italics and the like; the words stayed.
    Marks,
    /// Where links lead; their words stayed.
    Links,
    /// Answers that are worth a part of the mark.
    PartialMarks,
    /// An answer with a star, which stands for any letters.
    Patterns,
    /// What is said to all answers that are not listed.
    AnyOther,
    /// Hints for another try.
    Hints,
}

impl fmt::Display for Loss {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Marks => "bold, italics and the like were left out, and the words kept",
            Self::Links => "links were left out, and their words kept",
            Self::PartialMarks => {
                "answers that were worth a part of the mark are marked otherwise here"
            }
            Self::Patterns => "answers with a star (any letters) were left out",
            Self::AnyOther => "the feedback for any other answer was left out",
            Self::Hints => "hints for another try were left out",
        })
    }
}

/// A question that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// Where it begins, from 1.
    pub line: u32,
    /// Its name, where it has one.
    pub name: Option<String>,
    /// Why.
    pub why: String,
}

/// Why a question is left out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Unfit {
    #[error("it asks for a free text, which nobody here would mark")]
    Essay,
    #[error("it asks nothing")]
    AsksNothing,
    #[error("questions of the type {} have no place here", quoted(.0))]
    Type(String),
    #[error("it holds <{0}>, which has no place in a text of a pack")]
    Tag(String),
    #[error("it holds a character that cannot be seen (U+{:04X})", u32::from(*.0))]
    Hidden(char),
    #[error("no answer is marked right")]
    NoRight,
    #[error("an answer is empty")]
    EmptyAnswer,
    #[error("{} is no number", quoted(.0))]
    Number(String),
    #[error("{} is no percentage from -100 to 100", quoted(.0))]
    Share(String),
    #[error("a pair lacks one of its sides")]
    HalfPair,
    #[error("it is longer than {} KiB", LONGEST_QUESTION / 1024)]
    TooLong,
    #[error("{0}")]
    Form(&'static str),
}

/// As much of a text as a reason can hold.
fn quoted(text: &str) -> String {
    let short: String = text.chars().filter(|letter| !hidden(*letter)).take(40).collect();
    if short.len() < text.len() { format!("“{short}…”") } else { format!("“{short}”") }
}

/// Why a whole file is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuestionRefusal {
    /// Too many bytes.
    #[error("it is larger than {} MiB", MAX_QUESTIONS / 1024 / 1024)]
    TooLarge,
    /// Not UTF-8.
    #[error("it is no text in UTF-8; save it in that encoding")]
    NotText,
    /// Nothing that would be a question.
    #[error("there is no question in it")]
    Empty,
    /// Too many questions.
    #[error("it holds more than {MOST_QUESTIONS} questions; split it")]
    TooMany,
    /// A document type, which could define entities.
    #[error("line {0}: a DOCTYPE, which no file of questions needs; remove it")]
    Doctype(u32),
    /// Nested without end.
    #[error("line {0}: nested too deep")]
    TooDeep(u32),
    /// Attributes without end.
    #[error("line {0}: an element has more than {most} attributes", most = xml::MOST_ATTRIBUTES)]
    TooManyAttributes(u32),
    /// Not XML.
    #[error("line {line}: {why}")]
    Xml {
        /// Where.
        line: u32,
        /// What the reader says.
        why: String,
    },
    /// Other XML.
    #[error("it is XML, and no <quiz> of Moodle")]
    NotMoodle,
}

/// Reads a file of either form.
///
/// # Errors
/// See [`QuestionRefusal`]. A question that cannot be taken is no refusal of the file.
pub fn read_questions(bytes: &[u8]) -> Result<QuestionFile, QuestionRefusal> {
    if bytes.len() > MAX_QUESTIONS {
        return Err(QuestionRefusal::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| QuestionRefusal::NotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\0') {
        return Err(QuestionRefusal::NotText);
    }
    let mut found = Found::default();
    // A question of GIFT may begin with a tag of HTML.
    let begins = |mark: &&str| text.trim_start().starts_with(*mark);
    let form = if ["<?xml", "<quiz", "<!DOCTYPE", "<!--"].iter().any(begins) {
        moodle::read(text, &mut found)?;
        QuestionForm::MoodleXml
    } else {
        gift::read(text, &mut found)?;
        QuestionForm::Gift
    };
    if found.questions.is_empty() && found.left.is_empty() {
        return Err(QuestionRefusal::Empty);
    }
    Ok(QuestionFile { form, questions: found.questions, left: found.left })
}

/// What was found so far.
#[derive(Default)]
struct Found {
    questions: Vec<BankQuestion>,
    left: Vec<LeftOut>,
}

impl Found {
    fn take(
        &mut self,
        line: u32,
        name: Option<String>,
        question: Result<BankQuestion, Unfit>,
    ) -> Result<(), QuestionRefusal> {
        if self.questions.len() + self.left.len() >= MOST_QUESTIONS {
            return Err(QuestionRefusal::TooMany);
        }
        match question {
            Ok(mut question) => {
                question.losses.sort_unstable();
                question.losses.dedup();
                self.questions.push(question);
            }
            Err(unfit) => self.left.push(LeftOut {
                line,
                name: name.map(|name| name.chars().filter(|letter| !hidden(*letter)).collect()),
                why: unfit.to_string(),
            }),
        }
        Ok(())
    }
}

/// Which reading a text asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TextForm {
    Html,
    Plain,
    Markdown,
}

/// A text as words on one line. `losses` grows by what is left out.
fn words(raw: &str, form: TextForm, losses: &mut Vec<Loss>) -> Result<Words, Unfit> {
    let text = match form {
        TextForm::Html => html::words(raw, losses)?,
        TextForm::Plain | TextForm::Markdown => raw.to_owned(),
    };
    if let Some(letter) = text.chars().find(|letter| hidden(*letter)) {
        return Err(Unfit::Hidden(letter));
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(Words { text, markdown: form == TextForm::Markdown })
}

/// The same, where no text is none.
fn some_words(raw: &str, form: TextForm, losses: &mut Vec<Loss>) -> Result<Option<Words>, Unfit> {
    Ok(Some(words(raw, form, losses)?).filter(|words| !words.text.is_empty()))
}

/// Characters that are not seen, or that change what is: those that no text of a pack may hold.
fn hidden(letter: char) -> bool {
    (letter.is_control() && !letter.is_whitespace())
        || matches!(letter, '\u{85}' | '\u{feff}' | '\u{2028}' | '\u{2029}')
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
}

/// A number as people write it: no infinity, nothing that is none.
fn number(text: &str) -> Result<f64, Unfit> {
    let text = text.trim();
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    let number = text.parse::<f64>().ok().filter(|number| plain && number.is_finite());
    number.ok_or_else(|| Unfit::Number(text.to_owned()))
}

/// A percentage of the mark.
fn share(text: &str) -> Result<f64, Unfit> {
    let share = number(text).ok().filter(|share| (-100.0..=100.0).contains(share));
    share.ok_or_else(|| Unfit::Share(text.trim().to_owned()))
}

#[cfg(test)]
mod tests;
