//! What a heading carries in braces: `{#its-id covers=S03,I1b}`.

use pulldown_cmark::CowStr;

use crate::characters::{is_slug, is_statement_id, quoted};
use crate::notes::Kind;
use crate::problem::sentence;
use crate::source::Source;

/// The attributes of a heading, as the Markdown parser gives them.
pub(crate) struct Attributes<'s> {
    /// After the `#`.
    pub(crate) id: Option<CowStr<'s>>,
    /// After dots.
    pub(crate) classes: Vec<CowStr<'s>>,
    /// The rest.
    pub(crate) attrs: Vec<(CowStr<'s>, Option<CowStr<'s>>)>,
}

impl Attributes<'_> {
    /// The id of a step and the statements that it covers.
    pub(crate) fn of_step(&self, source: &Source<'_>, line: u32) -> (String, Vec<String>) {
        let id = step_id(source, self.id.as_deref(), line);
        for class in &self.classes {
            report_unknown(source, &quoted(class), line);
        }
        let mut covered = Vec::new();
        for (key, value) in &self.attrs {
            if &**key == "covers" {
                covered.extend(covers(source, value.as_deref().unwrap_or_default(), line));
            } else {
                report_unknown(source, &quoted(key), line);
            }
        }
        (id, covered)
    }

    /// Reports that a small heading carries something.
    pub(crate) fn expect_none(&self, source: &Source<'_>, line: u32) {
        if self.id.is_some() || !self.classes.is_empty() || !self.attrs.is_empty() {
            report_unknown(source, "a small heading has none", line);
        }
    }
}

fn step_id(source: &Source<'_>, id: Option<&str>, line: u32) -> String {
    match id {
        Some(id) if is_slug(id) => {
            source.define(Kind::Step, id, line);
            return id.to_owned();
        }
        Some(id) => {
            let message = sentence!(
                "{} is no id: use 2 to 64 of a-z, 0-9 and -, beginning with a letter",
                quoted(id)
            );
            source.problem(line, "bad-id", message);
        }
        None => {
            let message = "a step needs an id; write ## Title {#its-id covers=S01}";
            source.problem(line, "missing-id", message);
        }
    }
    source.notes().unsure(Kind::Step);
    String::new()
}

fn covers(source: &Source<'_>, value: &str, line: u32) -> Vec<String> {
    let mut covers = Vec::new();
    for id in value.split(',') {
        if is_statement_id(id) {
            source.refer(Kind::Statement, id, line);
            covers.push(id.to_owned());
        } else {
            let message =
                format!("{} is no statement id; write covers=S03,I1b without spaces", quoted(id));
            source.problem(line, "bad-id", message);
        }
    }
    covers
}

fn report_unknown(source: &Source<'_>, what: &str, line: u32) {
    let message =
        format!("unknown attribute of a heading ({what}); a step has {{#id covers=S03,I1b}}");
    source.problem(line, "unknown-attribute", message);
}
