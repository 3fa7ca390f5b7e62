//! A lesson or a quiz file as what is changed in it one by one: its pages, its questions. A change replaces the text
//! of one of them; every other byte of the file stays.

use std::ops::Range;

use sha2::{Digest as _, Sha256};

use crate::{builder::toml::blocks, wire::own_pages::PartKind};

/// A page or a question in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Section {
    /// Bytes of the file, without the blank lines and the comments that follow it.
    pub(super) range: Range<usize>,
    /// Where the comments begin that stand right above it: they go wherever it goes.
    pub(super) lead: usize,
    /// The line at which it begins, from 1.
    pub(super) line: u32,
}

/// Everything of one kind in a file, in order.
pub(super) fn sections(kind: PartKind, text: &str) -> Vec<Section> {
    match kind {
        PartKind::Page => pages(text).0,
        PartKind::Question => questions(text),
    }
}

/// A short name of a text, by which it is known again.
pub(super) fn mark(text: &str) -> String {
    eighteen_seal::to_hex(&Sha256::digest(text.as_bytes()))[..16].to_owned()
}

/// Whether every block of these pages is closed.
pub(super) fn is_closed(text: &str) -> bool {
    pages(text).1
}

fn pages(text: &str) -> (Vec<Section>, bool) {
    let mut starts = Vec::new();
    let mut fence: Option<(char, usize)> = None;
    let (mut at, mut number) = (0, 1);
    for line in text.split_inclusive('\n') {
        let start = line.trim_start_matches(' ');
        let indented = line.len() - start.len() > 3;
        match (fence, fence_of(start)) {
            (None, Some(found)) if !indented => fence = Some((found.0, found.1)),
            (Some((sign, long)), Some((same, length, bare)))
                if !indented && sign == same && length >= long && bare =>
            {
                fence = None;
            }
            (None, _) if !indented && is_heading(start) => starts.push((at, number)),
            _ => {}
        }
        at += line.len();
        number += 1;
    }
    let ends = starts.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
    let sections = starts.iter().zip(ends).map(|((start, line), end)| {
        let end = start + text[*start..end].trim_end().len();
        Section { range: *start..end, lead: *start, line: *line }
    });
    (sections.collect(), fence.is_none())
}

/// The sign of a fence, how often it stands there, and whether nothing follows it.
fn fence_of(line: &str) -> Option<(char, usize, bool)> {
    let sign = line.chars().next().filter(|sign| "`~".contains(*sign))?;
    let rest = line.trim_start_matches(sign);
    let long = line.len() - rest.len();
    (long >= 3 && !(sign == '`' && rest.contains('`')))
        .then(|| (sign, long, rest.trim().is_empty()))
}

fn is_heading(line: &str) -> bool {
    line.strip_prefix("##")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\n']))
}

fn questions(text: &str) -> Vec<Section> {
    let (head, blocks) = blocks(text);
    let mut at = head.len();
    let mut found = Vec::new();
    for block in blocks {
        if block.header == "[[item]]" {
            let end = at + without_tail(block.text).len();
            found.push(Section {
                range: at..end,
                lead: lead_of(text, at),
                line: block.lines.start,
            });
        }
        at += block.text.len();
    }
    found
}

/// Where the comments begin that stand right above a place.
fn lead_of(text: &str, at: usize) -> usize {
    let above = text[..at].split_inclusive('\n').rev();
    let comments = above.take_while(|line| line.trim_start().starts_with('#'));
    at - comments.map(str::len).sum::<usize>()
}

/// A block without the blank lines and the comments at its end: they speak of what follows.
fn without_tail(block: &str) -> &str {
    let mut end = 0;
    let mut at = 0;
    for line in block.split_inclusive('\n') {
        at += line.len();
        let words = line.trim();
        if !words.is_empty() && !words.starts_with('#') {
            end = at;
        }
    }
    block[..end].trim_end()
}

/// The text with one section replaced.
pub(super) fn replaced(text: &str, section: &Section, by: &str) -> String {
    format!("{}{by}{}", &text[..section.range.start], &text[section.range.end..])
}

/// The text without a section and the blank lines behind it.
pub(super) fn removed(text: &str, section: &Section) -> String {
    let before = &text[..section.lead];
    let after = text[section.range.end..].trim_start_matches('\n');
    if after.is_empty() { format!("{}\n", before.trim_end()) } else { format!("{before}{after}") }
}

/// The text with another section before the one that has this place now, or at the end.
pub(super) fn inserted(kind: PartKind, text: &str, place: usize, section: &str) -> String {
    match sections(kind, text).get(place) {
        Some(next) => {
            let at = next.lead;
            format!("{}{section}\n\n{}", &text[..at], &text[at..])
        }
        None if text.trim().is_empty() => format!("{section}\n"),
        None => format!("{}\n\n{section}\n", text.trim_end()),
    }
}

/// The text with two neighbours in each other's place.
pub(super) fn swapped(text: &str, first: &Section, second: &Section) -> String {
    let (one, two) = (first.lead..first.range.end, second.lead..second.range.end);
    [
        &text[..one.start],
        &text[two.clone()],
        &text[one.end..two.start],
        &text[one],
        &text[two.end..],
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LESSON: &str = "Before.\n\n## One {#one}\n\nWords.\n\n```decision\nid = \"a\"\n## no heading\n```\n\n### Small\n\n## Two {#two}\nMore.\n\n\n";

    fn texts(kind: PartKind, text: &str) -> Vec<(&str, u32)> {
        let found = sections(kind, text).into_iter();
        found.map(|section| (&text[section.range], section.line)).collect()
    }

    #[test]
    fn pages_begin_at_headings_that_no_block_holds() {
        let found = texts(PartKind::Page, LESSON);
        assert_eq!(found.len(), 2);
        assert!(found[0].0.starts_with("## One") && found[0].0.ends_with("### Small"));
        assert_eq!(found[1], ("## Two {#two}\nMore.", 14));
        assert_eq!(texts(PartKind::Page, "##Tight\n#### Deep\n    ## indented\n"), []);
        for open in ["## A\n```check\n", "## A\n~~~\n```\n", "## A\n````\n```\n"] {
            assert!(!is_closed(open), "{open}");
        }
        for closed in [LESSON, "## A\n``` one ``` line\n", "~~~\n~~~~\n"] {
            assert!(is_closed(closed), "{closed}");
        }
    }

    const QUIZ: &str = "id = \"q\"\n\n[policy]\ndraw = 1\n\n# About one.\n[[item]]\nid = \"one\"\n\n# About two.\n[[item]]\nid = \"two\"\n# stays\ntype = \"single\"\n";

    #[test]
    fn questions_leave_comments_to_what_follows() {
        let found = texts(PartKind::Question, QUIZ);
        assert_eq!(found[0], ("[[item]]\nid = \"one\"", 7));
        assert_eq!(found[1], ("[[item]]\nid = \"two\"\n# stays\ntype = \"single\"", 11));
    }

    #[test]
    fn a_change_leaves_every_other_byte() {
        let found = sections(PartKind::Question, QUIZ);
        let changed = replaced(QUIZ, &found[0], "[[item]]\nid = \"uno\"");
        assert_eq!(changed, QUIZ.replace("\"one\"", "\"uno\""));
        let turned = swapped(QUIZ, &found[0], &found[1]);
        assert!(turned.contains("# About two.\n[[item]]\nid = \"two\"\n# stays"));
        let again = sections(PartKind::Question, &turned);
        assert_eq!(
            removed(QUIZ, &found[0]),
            QUIZ.replace("# About one.\n[[item]]\nid = \"one\"\n\n", "")
        );
        assert_eq!(swapped(&turned, &again[0], &again[1]), QUIZ);
        let gone = removed(LESSON, &sections(PartKind::Page, LESSON)[0]);
        assert_eq!(gone, "Before.\n\n## Two {#two}\nMore.\n\n\n");
        let back = inserted(PartKind::Page, &gone, 0, "## One {#one}\n\nWords.");
        assert!(back.starts_with("Before.\n\n## One {#one}\n\nWords.\n\n## Two"));
        assert_eq!(inserted(PartKind::Page, "", 7, "## A"), "## A\n");
        assert_eq!(removed("## A\n", &sections(PartKind::Page, "## A\n")[0]), "\n");
    }
}
