//! TOML that a person may go on with: single keys and whole blocks of a file are changed, and the rest stays.

/// A string of TOML. What JSON escapes TOML does too, and in the same way.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A table that begins at a line of its own, with everything up to the next one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Block<'a> {
    /// `[[module]]` or `[assessment]`.
    pub(super) header: &'a str,
    pub(super) text: &'a str,
    /// The line at which it begins, from 1, and the first line after it.
    pub(super) lines: std::ops::Range<u32>,
}

impl Block<'_> {
    /// The value of a key that is a plain string on one line.
    pub(super) fn value(&self, key: &str) -> Option<&str> {
        self.text.lines().find_map(|line| {
            let (name, value) = line.split_once('=')?;
            let value = value.trim().strip_prefix('"')?;
            (name.trim() == key).then(|| value.split('"').next())?
        })
    }
}

/// What stands before the first table, and the tables.
pub(super) fn blocks(text: &str) -> (&str, Vec<Block<'_>>) {
    let mut starts = Vec::new();
    let (mut at, mut number) = (0, 1_u32);
    for line in text.split_inclusive('\n') {
        if let Some(header) = header(line) {
            starts.push((at, number, header));
        }
        at += line.len();
        number += 1;
    }
    let ends = starts.iter().skip(1).map(|(at, number, _)| (*at, *number));
    let ends: Vec<(usize, u32)> = ends.chain([(text.len(), number)]).collect();
    let head = starts.first().map_or(text.len(), |(at, ..)| *at);
    let blocks = starts.iter().zip(ends).map(|((at, line, header), (end, after))| Block {
        header,
        text: &text[*at..end],
        lines: *line..after,
    });
    (&text[..head], blocks.collect())
}

fn header(line: &str) -> Option<&str> {
    let line = line.trim_end();
    let name = line.strip_prefix('[')?.strip_suffix(']')?;
    let name = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    (!name.is_empty() && name.chars().all(plain)).then_some(line)
}

/// The text without the blocks that hold one of these lines.
pub(super) fn without(text: &str, lines: &[u32]) -> String {
    let (head, blocks) = blocks(text);
    let stay = blocks.iter().filter(|block| !lines.iter().any(|line| block.lines.contains(line)));
    std::iter::once(head).chain(stay.map(|block| block.text)).collect()
}

/// A value that goes on over several lines.
#[derive(Clone, Copy)]
enum Open {
    /// Until these marks.
    Text(&'static str),
    /// Until so many brackets are closed.
    List(i32),
}

impl Open {
    fn at(written: &str) -> Option<Self> {
        let mut marks = ["\"\"\"", "'''"].into_iter();
        match marks.find(|marks| written.matches(marks).count() == 1) {
            Some(marks) => Some(Self::Text(marks)),
            None => Self::list(brackets(written)),
        }
    }

    fn after(self, line: &str) -> Option<Self> {
        match self {
            Self::Text(marks) => (!line.contains(marks)).then_some(self),
            Self::List(depth) => Self::list(depth + brackets(line)),
        }
    }

    fn list(depth: i32) -> Option<Self> {
        (depth > 0).then_some(Self::List(depth))
    }
}

/// How many brackets a line opens more than it closes, outside strings.
fn brackets(line: &str) -> i32 {
    let (mut depth, mut inside, mut escaped) = (0, false, false);
    for sign in line.chars() {
        match sign {
            '"' if !escaped => inside = !inside,
            '[' if !inside => depth += 1,
            ']' if !inside => depth -= 1,
            '#' if !inside => break,
            _ => {}
        }
        escaped = sign == '\\' && !escaped;
    }
    depth
}

/// The text with one key of a table set to a value.
pub(super) fn with_key_of(
    text: &str,
    is: impl Fn(&Block<'_>) -> bool,
    key: &str,
    value: &str,
) -> String {
    let (head, blocks) = blocks(text);
    let blocks = blocks.iter().map(|block| {
        let (header, rest) = block.text.split_once('\n').unwrap_or((block.text, ""));
        if is(block) {
            format!("{header}\n{}", with_key(rest, key, Some(value)))
        } else {
            block.text.to_owned()
        }
    });
    std::iter::once(head.to_owned()).chain(blocks).collect()
}

/// The text with one key before its first table set to a value, or without the key.
pub(super) fn with_key(text: &str, key: &str, value: Option<&str>) -> String {
    let (head, _) = blocks(text);
    let rest = &text[head.len()..];
    let mut lines: Vec<&str> = Vec::new();
    let mut place = None;
    // What goes on over several lines, and whether it is the value of the key.
    let mut inside: Option<(Open, bool)> = None;
    for line in head.lines() {
        let (gone, open) = if let Some((open, gone)) = inside {
            (gone, open.after(line))
        } else {
            let (name, written) = line.split_once('=').unwrap_or((line, ""));
            (name.trim() == key && line.contains('='), Open::at(written))
        };
        inside = open.map(|open| (open, gone));
        if gone {
            place.get_or_insert(lines.len());
        } else {
            lines.push(line);
        }
    }
    let line = value.map(|value| format!("{key} = {value}"));
    if let Some(line) = &line {
        let last = lines.iter().rposition(|line| !line.trim().is_empty()).map_or(0, |at| at + 1);
        lines.insert(place.unwrap_or(last), line);
    }
    let mut head = lines.join("\n");
    head.push('\n');
    if !rest.is_empty() && !head.ends_with("\n\n") {
        head.push('\n');
    }
    head + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# A comment\nid = \"x\"\nabout = \"\"\"\nid = \"no\"\n\"\"\"\n\n[[a]]\nid = \"one\"\nlist = [\n  \"b\",\n]\n\n[[a]]\nid = \"two\"\n\n[c]\nd = 1\n";

    #[test]
    fn blocks_begin_at_their_headers() {
        let (head, found) = blocks(TEXT);
        assert!(head.ends_with("\"\"\"\n\n"));
        let found: Vec<_> = found
            .iter()
            .map(|block| (block.header, block.value("id"), block.lines.clone()))
            .collect();
        assert_eq!(
            found,
            [("[[a]]", Some("one"), 7..13), ("[[a]]", Some("two"), 13..16), ("[c]", None, 16..18)]
        );
        assert_eq!(
            without(TEXT, &[8, 17]),
            TEXT.replace("[[a]]\nid = \"one\"\nlist = [\n  \"b\",\n]\n\n", "")
                .replace("[c]\nd = 1\n", "")
        );
    }

    #[test]
    fn a_key_is_set_where_it_stands_or_at_the_end_of_the_head() {
        let set = with_key(TEXT, "id", Some("\"y\""));
        assert_eq!(set, TEXT.replace("id = \"x\"", "id = \"y\""));
        let about = with_key(TEXT, "about", Some("\"short\""));
        assert_eq!(about, TEXT.replace("\"\"\"\nid = \"no\"\n\"\"\"", "\"short\""));
        let added = with_key(TEXT, "story", Some("\"s\""));
        assert_eq!(
            added,
            TEXT.replace(
                "\"\"\"\n\n[[a]]\nid = \"one",
                "\"\"\"\nstory = \"s\"\n\n[[a]]\nid = \"one"
            )
        );
        assert_eq!(with_key(&added, "story", None), TEXT);
        assert_eq!(with_key("a = 1\n", "b", Some("2")), "a = 1\nb = 2\n");
    }

    #[test]
    fn a_key_of_a_table_is_set_with_all_lines_of_its_value() {
        let is_one = |block: &Block<'_>| block.value("id") == Some("one");
        let set = with_key_of(TEXT, is_one, "list", "[\"]\"]");
        assert_eq!(set, TEXT.replace("[\n  \"b\",\n]", "[\"]\"]"));
        let added = with_key_of(TEXT, |block| block.header == "[c]", "e", "2");
        assert_eq!(added, TEXT.replace("d = 1\n", "d = 1\ne = 2\n"));
    }
}
