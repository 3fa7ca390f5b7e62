//! Pages and questions in the form in which they are changed, and back as the files have them. What a form does not
//! show is changed as text, so that nothing that somebody wrote by hand is lost.

use std::{collections::BTreeSet, fmt::Write as _};

use serde::Deserialize;

use super::sections::{is_closed, sections};
use crate::{
    builder::toml::quoted,
    wire::own_pages::{OptionWords, PartKind, PartWords, Unkept},
};

/// A question that the form shows whole. A key that is not here is one that the form would lose.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    pub(super) id: String,
    version: i64,
    pool: String,
    r#type: String,
    ask: String,
    step: String,
    #[serde(default)]
    covers: Vec<String>,
    #[serde(default)]
    claims: Vec<String>,
    option: Vec<WrittenOption>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenOption {
    id: String,
    text: String,
    #[serde(default)]
    correct: bool,
    why: String,
    misconception: Option<String>,
}

#[derive(Deserialize)]
struct Items {
    item: Vec<Written>,
}

impl Written {
    /// A question of which nothing but its id and its page is known.
    pub(super) fn new(id: &str, step: &str) -> Self {
        let option = |number: usize| WrittenOption {
            id: format!("o{number}"),
            text: String::new(),
            correct: number == 1,
            why: String::new(),
            misconception: None,
        };
        Self {
            id: id.to_owned(),
            version: 1,
            pool: "check".to_owned(),
            r#type: "single".to_owned(),
            ask: String::new(),
            step: step.to_owned(),
            covers: Vec::new(),
            claims: Vec::new(),
            option: (1..=3).map(option).collect(),
        }
    }

    /// The question of a section, where the form shows everything that stands there.
    pub(super) fn read(section: &str) -> Option<Self> {
        let mut items = toml::from_str::<Items>(section).ok()?.item;
        let whole = items.len() == 1 && !has_comment(section);
        let one = items.pop().filter(|_| whole)?;
        let known = matches!(one.r#type.as_str(), "single" | "multiple")
            && matches!(one.pool.as_str(), "check" | "practice");
        known.then_some(one)
    }

    fn words(&self) -> PartWords {
        let options = self.option.iter().map(|option| OptionWords {
            id: Some(option.id.clone()),
            text: option.text.clone(),
            right: option.correct,
            why: option.why.clone(),
            idea: option.misconception.clone(),
        });
        PartWords::Question {
            ask: self.ask.clone(),
            several: self.r#type == "multiple",
            practice: self.pool == "practice",
            step: self.step.clone(),
            options: options.collect(),
        }
    }

    /// The options as the form has them; those that are new get a name that none of them has.
    fn set_options(&mut self, options: Vec<OptionWords>) {
        let mut names: BTreeSet<String> =
            options.iter().filter_map(|option| option.id.clone()).collect();
        let options = options.into_iter().map(|option| WrittenOption {
            id: option.id.unwrap_or_else(|| {
                let free = (1..).map(|number| format!("o{number}"));
                let free = free.into_iter().find(|id| !names.contains(id)).unwrap_or_default();
                names.insert(free.clone());
                free
            }),
            text: option.text,
            correct: option.right,
            why: option.why,
            misconception: option.idea.filter(|_| !option.right),
        });
        self.option = options.collect();
    }

    pub(super) fn toml(&self) -> String {
        let list =
            |words: &[String]| words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(", ");
        let mut out = format!(
            "[[item]]\nid = {}\nversion = {}\npool = {}\ntype = {}\nask = {}\nstep = {}\ncovers = [{}]\n",
            quoted(&self.id),
            self.version,
            quoted(&self.pool),
            quoted(&self.r#type),
            quoted(&self.ask),
            quoted(&self.step),
            list(&self.covers),
        );
        if !self.claims.is_empty() {
            let _ = writeln!(out, "claims = [{}]", list(&self.claims));
        }
        out.push_str("option = [\n");
        for option in &self.option {
            let _ =
                write!(out, "  {{ id = {}, text = {}", quoted(&option.id), quoted(&option.text));
            if option.correct {
                out.push_str(", correct = true");
            }
            if let Some(idea) = &option.misconception {
                let _ = write!(out, ", misconception = {}", quoted(idea));
            }
            let _ = writeln!(out, ", why = {} }},", quoted(&option.why));
        }
        out + "]"
    }
}

/// Whether there is a comment in it, which a form would not show. Strings of several lines count as one.
fn has_comment(text: &str) -> bool {
    text.lines().any(|line| {
        let mut inside = false;
        let mut escaped = false;
        line.chars().any(|sign| {
            let is_comment = sign == '#' && !inside;
            inside ^= sign == '"' && !escaped;
            escaped = sign == '\\' && !escaped;
            is_comment || sign == '\''
        })
    }) || text.contains("\"\"\"")
}

/// The heading of a page: its words, and what stands in braces behind them.
fn heading(section: &str) -> Option<(&str, &str)> {
    let line = section.lines().next()?.strip_prefix("## ")?.trim_end();
    let at = line.find('{').filter(|_| line.ends_with('}'))?;
    Some((line[..at].trim(), &line[at..]))
}

/// A section in the form in which it is changed.
pub(super) fn words_of(kind: PartKind, section: &str) -> PartWords {
    let form = match kind {
        PartKind::Page => heading(section).map(|(title, _)| PartWords::Page {
            title: title.to_owned(),
            body: body(section).0.to_owned(),
        }),
        PartKind::Question => Written::read(section).map(|question| question.words()),
    };
    form.unwrap_or_else(|| PartWords::Text { text: section.to_owned() })
}

/// What stands below the heading of a page, and how many lines above it.
pub(super) fn body(section: &str) -> (&str, u32) {
    let (_, rest) = section.split_once('\n').unwrap_or((section, ""));
    let body = rest.trim_start_matches('\n');
    let above = 1 + rest.len() - body.len();
    (body, u32::try_from(above).unwrap_or(1))
}

/// The section that the words make of the one that stands there, or why they make none.
pub(super) fn section_of(
    kind: PartKind,
    before: &str,
    words: PartWords,
) -> (String, Option<Unkept>) {
    match (kind, words) {
        (PartKind::Page, PartWords::Page { title, body }) => {
            let braces = heading(before).map(|(_, braces)| braces).unwrap_or_default();
            let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
            let text = format!("## {title} {braces}\n\n{}", body.trim_matches('\n').trim_end());
            whole(kind, text.trim_end().to_owned())
        }
        (PartKind::Question, PartWords::Question { ask, several, practice, step, options }) => {
            let Some(mut question) = Written::read(before) else {
                return (before.to_owned(), Some(Unkept::NotOneQuestion));
            };
            question.ask = ask;
            question.step = step;
            question.r#type = String::from(if several { "multiple" } else { "single" });
            question.pool = String::from(if practice { "practice" } else { "check" });
            question.set_options(options);
            (question.toml(), None)
        }
        (_, PartWords::Text { text }) => whole(kind, text.trim_end().to_owned()),
        (PartKind::Page, _) => (before.to_owned(), Some(Unkept::SecondHeading)),
        (PartKind::Question, _) => (before.to_owned(), Some(Unkept::NotOneQuestion)),
    }
}

/// A text that is one page or one question, and nothing besides.
fn whole(kind: PartKind, text: String) -> (String, Option<Unkept>) {
    let found = sections(kind, &text);
    let alone = found.len() == 1 && found[0].range == (0..text.len());
    let unkept = match kind {
        PartKind::Page if !is_closed(&text) => Some(Unkept::OpenBlock),
        PartKind::Page => (!alone).then_some(Unkept::SecondHeading),
        PartKind::Question => {
            let tables = crate::builder::toml::blocks(&text).1.len();
            (!alone || tables != 1).then_some(Unkept::NotOneQuestion)
        }
    };
    (text, unkept)
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUESTION: &str = "[[item]]\nid = \"whom\"\nversion = 3\npool = \"check\"\ntype = \"single\"\nask = \"Whom # first?\"\nstep = \"one\"\ncovers = [\"H1\"]\nclaims = [\"c\"]\noption = [\n  { id = \"desk\", text = \"A\", correct = true, why = \"x\" },\n  { id = \"o1\", text = \"B\", misconception = \"m\", why = \"y\" },\n]";

    #[test]
    fn a_question_that_the_form_shows_comes_back_as_it_was() {
        let words = words_of(PartKind::Question, QUESTION);
        assert_eq!(
            section_of(PartKind::Question, QUESTION, words.clone()),
            (QUESTION.to_owned(), None)
        );
        let PartWords::Question { mut options, ask, several, practice, step } = words else {
            panic!("a form")
        };
        let new = OptionWords {
            id: None,
            text: "C".into(),
            right: false,
            why: String::new(),
            idea: None,
        };
        options.push(new);
        let more = PartWords::Question { options, ask, several, practice, step };
        let (text, _) = section_of(PartKind::Question, QUESTION, more);
        assert!(text.contains("{ id = \"o2\", text = \"C\", why = \"\" }"), "{text}");
        assert!(text.contains("version = 3") && text.contains("covers = [\"H1\"]"));
    }

    #[test]
    fn what_the_form_would_lose_is_changed_as_text() {
        for other in [
            QUESTION.replace("type = \"single\"", "type = \"ordering\""),
            QUESTION.replace("version = 3", "version = 3 # grown"),
            QUESTION.replace("step =", "# Why here\nstep ="),
            QUESTION.replace("step =", "colour = \"red\"\nstep ="),
            QUESTION.replace("\"x\"", "'x'"),
            QUESTION.replace("option = [", "option ="),
            "[[item]]".to_owned(),
        ] {
            let words = words_of(PartKind::Question, &other);
            assert_eq!(words, PartWords::Text { text: other.clone() }, "{other}");
        }
        let page = "## Bare\nWords.".to_owned();
        assert_eq!(words_of(PartKind::Page, &page), PartWords::Text { text: page });
    }

    #[test]
    fn a_page_keeps_its_id_and_stays_one_page() {
        let before = "## One {#one covers=H1}\n\n\nWords.";
        assert_eq!(body(before), ("Words.", 3));
        let page = |body: &str| PartWords::Page { title: " A \n b".into(), body: body.into() };
        let (text, unkept) = section_of(PartKind::Page, before, page("New.\n\n"));
        assert_eq!((text.as_str(), unkept), ("## A b {#one covers=H1}\n\nNew.", None));
        for (body, why) in
            [("a\n## b", Unkept::SecondHeading), ("a\n```decision\n", Unkept::OpenBlock)]
        {
            assert_eq!(section_of(PartKind::Page, before, page(body)).1, Some(why), "{body}");
        }
        let two = PartWords::Text { text: format!("{QUESTION}\n\n{QUESTION}") };
        for none in [two, PartWords::Text { text: "[policy]\ndraw = 1".into() }, page("")] {
            let (_, unkept) = section_of(PartKind::Question, QUESTION, none);
            assert_eq!(unkept, Some(Unkept::NotOneQuestion));
        }
    }
}
