//! Words out of HTML. Tags go and words stay; a tag that shows or does something else makes the text unfit.

use quick_xml::escape::resolve_html5_entity;

use super::{Loss, Unfit};

/// They stand between words.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "br",
    "hr",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "section",
    "article",
    "header",
    "footer",
    "blockquote",
    "center",
];
/// They say how words look or what they are.
const MARKS: &[&str] = &[
    "b", "strong", "i", "em", "u", "s", "del", "ins", "sub", "sup", "small", "big", "code", "pre",
    "tt", "kbd", "samp", "var", "font", "h1", "h2", "h3", "h4", "h5", "h6", "q", "cite", "mark",
    "abbr", "strike",
];
/// They say nothing.
const SILENT: &[&str] = &["span", "bdi", "wbr", "o:p", "html", "body", "label"];

/// The longest name of an entity, and more.
const LONGEST_ENTITY: usize = 40;

/// The words of a text in HTML.
pub(super) fn words(html: &str, losses: &mut Vec<Loss>) -> Result<String, Unfit> {
    let mut out = String::new();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, here) = rest.split_at(at);
        out.push_str(before);
        rest = if here.starts_with('&') {
            entity(here, &mut out)
        } else {
            tag(here, &mut out, losses)?
        };
    }
    out.push_str(rest);
    Ok(out)
}

/// What an entity stands for. An ampersand that begins none is one.
fn entity<'h>(here: &'h str, out: &mut String) -> &'h str {
    let name = here[1..].bytes().take(LONGEST_ENTITY).position(|byte| byte == b';');
    let name = name.and_then(|end| here.get(1..=end));
    let is_name =
        |name: &&str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
    let Some(name) = name.filter(is_name) else {
        out.push('&');
        return &here[1..];
    };
    match decoded(name) {
        Some(text) => out.push_str(&text),
        None => out.push_str(&here[..name.len() + 2]),
    }
    &here[name.len() + 2..]
}

fn decoded(name: &str) -> Option<String> {
    let Some(number) = name.strip_prefix('#') else {
        return resolve_html5_entity(name).map(str::to_owned);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    code.ok().and_then(char::from_u32).map(String::from)
}

/// What follows a tag. A `<` that begins none is one.
fn tag<'h>(here: &'h str, out: &mut String, losses: &mut Vec<Loss>) -> Result<&'h str, Unfit> {
    if let Some(comment) = here.strip_prefix("<!--") {
        let end = comment.find("-->").ok_or(Unfit::Tag("!--".to_owned()))?;
        return Ok(&comment[end + 3..]);
    }
    let inside = here[1..].strip_prefix('/').unwrap_or(&here[1..]);
    if !inside
        .starts_with(|first: char| first.is_ascii_alphabetic() || first == '!' || first == '?')
    {
        out.push('<');
        return Ok(&here[1..]);
    }
    let name: String = inside
        .chars()
        .take_while(|letter| !letter.is_whitespace() && !matches!(letter, '>' | '/'))
        .take(20)
        .filter(|letter| !super::hidden(*letter))
        .collect::<String>()
        .to_ascii_lowercase();
    let end = end_of_tag(inside).ok_or_else(|| Unfit::Tag(name.clone()))?;
    let known = |list: &[&str]| list.contains(&name.as_str());
    if known(BLOCKS) {
        out.push(' ');
    } else if known(MARKS) {
        losses.push(Loss::Marks);
    } else if name == "a" {
        losses.push(Loss::Links);
    } else if !known(SILENT) {
        return Err(Unfit::Tag(name));
    }
    Ok(&inside[end..])
}

/// The offset behind the `>` that ends a tag; one in quotation marks does not.
fn end_of_tag(inside: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in inside.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_go_and_words_stay() {
        let mut losses = Vec::new();
        let html = "<p dir=\"ltr\">A <strong>deadline</strong> &amp; a&nbsp;name&#33;</p><p>5 &lt; 6 &unknown; & 7 < 8<br/></p><!-- x -->";
        let text = words(html, &mut losses).unwrap();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(text, "A deadline & a name! 5 < 6 &unknown; & 7 < 8");
        assert!(losses.iter().all(|loss| *loss == Loss::Marks) && losses.len() == 2);
    }

    #[test]
    fn what_is_more_than_words_makes_a_text_unfit() {
        for (html, name) in [
            ("<img src=x onerror=alert(1)>", "img"),
            ("a <SCRIPT>alert(1)</SCRIPT>", "script"),
            ("<svg/onload=alert(1)>", "svg"),
            ("<math><mi>x</mi></math>", "math"),
            ("<iframe src='x'>", "iframe"),
            ("<style>x</style>", "style"),
            ("<p", "p"),
            ("<a href=\"x>y", "a"),
            ("<!-- x", "!--"),
            ("<!DOCTYPE html>", "!doctype"),
            ("<?php echo 1 ?>", "?php"),
            ("<table><tr><td>1</td></tr></table>", "table"),
        ] {
            assert_eq!(words(html, &mut Vec::new()), Err(Unfit::Tag(name.to_owned())), "{html}");
        }
    }

    #[test]
    #[allow(clippy::disallowed_methods, reason = "measures itself, no time of the domain")]
    fn it_costs_no_more_than_its_length() {
        for piece in ["<", "&", "&a", "<a ", "<b>", "&#9999999999;", "<p\""] {
            let started = std::time::Instant::now();
            let _ = words(&piece.repeat(20_000), &mut Vec::new());
            assert!(started.elapsed().as_secs() < 2, "{piece}");
        }
    }
}
