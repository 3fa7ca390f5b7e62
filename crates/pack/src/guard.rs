//! Looks at a text before any parser does, so that no parser meets nesting without end.
//!
//! The scans are deliberately simple: one pass, no recursion, and where a text is too odd to follow
//! they err on the side of the parsers' own limits, which come after them.

/// How deep TOML, Markdown and XML may nest.
const DEEPEST: usize = 64;

/// How long a paragraph, or a string, may be: the cost of reading inline text can grow with its square.
pub(crate) const LONGEST_TEXT: usize = 16 * 1024;

/// How many attributes an XML element may have: the cost of reading them grows with their square.
const MOST_ATTRIBUTES: usize = 64;

/// The offset at which TOML nests too deep.
pub(crate) fn deep_toml(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut depth, mut dots, mut at) = (0_usize, 0_usize, 0);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' | b'\'' => {
                at = after_toml_string(bytes, at);
                continue;
            }
            b'#' => {
                at = find(bytes, at, b"\n").unwrap_or(bytes.len());
                continue;
            }
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b'.' => dots += 1,
            b'\n' | b'=' | b',' => dots = 0,
            _ => {}
        }
        if depth > DEEPEST || dots > DEEPEST {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// The offset after the string that begins at `at`; an unfinished one ends with its line.
fn after_toml_string(bytes: &[u8], at: usize) -> usize {
    let quote = bytes[at];
    let triple = [quote; 3];
    let (mut next, long) =
        if bytes[at..].starts_with(&triple) { (at + 3, true) } else { (at + 1, false) };
    while let Some(byte) = bytes.get(next) {
        if *byte == b'\\' && quote == b'"' {
            next += 2;
        } else if long && bytes[next..].starts_with(&triple) {
            return next + 3;
        } else if !long && (*byte == quote || *byte == b'\n') {
            return next + 1;
        } else {
            next += 1;
        }
    }
    bytes.len()
}

fn find(bytes: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(what.len()).position(|window| window == what).map(|found| from + found)
}

/// What is too much for the Markdown reader: the offset, and what it is.
pub(crate) fn odd_markdown(text: &str) -> Option<(usize, Odd)> {
    let (mut start, mut brackets, mut paragraph) = (0, 0_usize, 0);
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            (brackets, paragraph) = (0, 0);
        } else {
            paragraph += line.len();
        }
        if container_depth(line) > DEEPEST {
            return Some((start, Odd::Deep));
        }
        if let Some(at) = deep_inline(line, &mut brackets) {
            return Some((start + at, Odd::Deep));
        }
        if paragraph > LONGEST_TEXT {
            return Some((start, Odd::Long));
        }
        start += line.len();
    }
    None
}

/// What is wrong with a Markdown text before it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Odd {
    /// Nested too deep.
    Deep,
    /// A paragraph without end.
    Long,
}

/// How many quotes and lists the start of a line opens, or its indentation continues.
fn container_depth(line: &str) -> usize {
    let (mut depth, mut spaces) = (0, 0_usize);
    for byte in line.bytes() {
        match byte {
            b'>' | b'-' | b'+' | b'*' | b')' => depth += 1,
            b' ' => spaces += 1,
            b'\t' => spaces += 4,
            b'0'..=b'9' | b'.' => {}
            _ => break,
        }
    }
    // One space belongs to each mark; four more may be another level.
    depth + spaces.saturating_sub(depth) / 4
}

/// The offset in a line at which brackets or marks pile up; `brackets` runs on over a paragraph.
fn deep_inline(line: &str, brackets: &mut usize) -> Option<usize> {
    let (mut run, mut last) = (0, 0_u8);
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            b'[' | b'(' => *brackets += 1,
            b']' | b')' => *brackets = brackets.saturating_sub(1),
            _ => {}
        }
        run = if byte == last { run + 1 } else { 1 };
        last = byte;
        let marks = matches!(byte, b'*' | b'_' | b'~' | b'`' | b'!' | b'<' | b'\\' | b'&');
        if *brackets > DEEPEST || (marks && run > DEEPEST) {
            return Some(at);
        }
    }
    None
}

/// The offset at which XML nests too deep or an element has attributes without end.
pub(crate) fn odd_xml(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(open) = find_byte(bytes, at, b'<') {
        let rest = &bytes[open..];
        if rest.starts_with(b"<!--") {
            at = find(bytes, open, b"-->").map_or(bytes.len(), |end| end + 3);
            continue;
        }
        if rest.starts_with(b"<![CDATA[") {
            at = find(bytes, open, b"]]>").map_or(bytes.len(), |end| end + 3);
            continue;
        }
        let (end, attributes) = xml_tag(bytes, open);
        let closes = rest.starts_with(b"</");
        let stands_alone = rest.starts_with(b"<?") || rest.starts_with(b"<!");
        if closes {
            depth = depth.saturating_sub(1);
        } else if !stands_alone && bytes.get(end.saturating_sub(2)) != Some(&b'/') {
            depth += 1;
        }
        if depth > DEEPEST || attributes > MOST_ATTRIBUTES {
            return Some(open);
        }
        at = end;
    }
    None
}

fn find_byte(bytes: &[u8], from: usize, what: u8) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.iter().position(|byte| *byte == what).map(|found| from + found)
}

/// The offset after the tag that begins at `open`, and how many attributes it has.
fn xml_tag(bytes: &[u8], open: usize) -> (usize, usize) {
    let (mut at, mut attributes, mut quote) = (open, 0, None);
    while let Some(&byte) = bytes.get(at) {
        match (quote, byte) {
            (None, b'>') => return (at + 1, attributes),
            (None, b'=') => attributes += 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open_quote), _) if open_quote == byte => quote = None,
            _ => {}
        }
        at += 1;
    }
    (bytes.len(), attributes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn toml_may_nest_64_levels() {
        for (text, is_deep) in [
            ("x = ".to_owned() + &"[".repeat(64), false),
            ("x = ".to_owned() + &"[".repeat(65), true),
            (format!("x = \"{}\"", "[".repeat(99)), false),
            (format!("x = '{}'", "[".repeat(99)), false),
            (format!("x = \"\"\"\n{}\n\"\"\"", "[".repeat(99)), false),
            (format!("x = \"\\\"{}\"", "[".repeat(99)), false),
            (format!("# {}", "[".repeat(99)), false),
            (format!("# '\nx = {}", "[".repeat(99)), true),
            (format!("x = 'a\ny = {}", "[".repeat(99)), true),
            ("[a]\n".repeat(99), false),
            ("a.b = 1\n".repeat(99), false),
            (format!("{}b = 1", "a.".repeat(65)), true),
            ("x = 1.5\n".repeat(99), false),
            ("x = \"\\".to_owned(), false),
        ] {
            assert_eq!(deep_toml(&text).is_some(), is_deep, "{text:?}");
        }
    }

    #[test]
    fn markdown_may_nest_64_levels() {
        for (text, odd) in [
            ("> ".repeat(64), None),
            ("> ".repeat(65), Some(Odd::Deep)),
            ("[x](y) ".repeat(99), None),
            ("[x\n\n".repeat(99), None),
            ("[x\n".repeat(99), Some(Odd::Deep)),
            ("*".repeat(65), Some(Odd::Deep)),
            ("*x* ".repeat(99), None),
            ("word ".repeat(4000), Some(Odd::Long)),
            ("word\n\n".repeat(4000), None),
        ] {
            assert_eq!(odd_markdown(&text).map(|(_, odd)| odd), odd, "{text:.40}");
        }
    }

    #[test]
    fn xml_may_nest_64_levels_and_have_64_attributes() {
        for (text, is_odd) in [
            ("<g>".repeat(64), false),
            ("<g>".repeat(65), true),
            ("<g></g>".repeat(99), false),
            ("<g/>".repeat(99), false),
            ("<g x='/>'>".repeat(65), true),
            (format!("<!-- {} -->", "<g>".repeat(99)), false),
            (format!("<![CDATA[{}]]>", "<g>".repeat(99)), false),
            (format!("<g{}>", " a=''".repeat(65)), true),
            ("<".to_owned(), false),
            ("<!--".to_owned(), false),
        ] {
            assert_eq!(odd_xml(&text).is_some(), is_odd, "{text:.40}");
        }
    }
}
