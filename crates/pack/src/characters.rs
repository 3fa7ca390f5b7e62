//! Which characters a pack may hold, and how a problem shows those that it may not.

/// The code and the explanation for a character that no text of a pack may hold.
///
/// Bidirectional controls are among them: they can make a text read differently from what it says.
pub(crate) fn forbidden(character: char) -> Option<(&'static str, &'static str)> {
    match character {
        '\n' | '\t' => None,
        '\0' => Some(("nul", "a NUL byte; remove it (is this really a text file?)")),
        '\r' => Some((
            "carriage-return",
            "a carriage return; save the file with line feeds only (LF, not CRLF)",
        )),
        '\u{feff}' => {
            Some(("byte-order-mark", "a byte order mark; save the file as UTF-8 without it"))
        }
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some(("bidi-control", "a character that changes the direction of the text; remove it"))
        }
        '\u{2028}' | '\u{2029}' => Some(CONTROL),
        '\u{e0000}'..='\u{e007f}' => {
            Some(("hidden-character", "an invisible tag character; remove it"))
        }
        other if other.is_control() => Some(CONTROL),
        _ => None,
    }
}

const CONTROL: (&str, &str) =
    ("control-character", "a control character; only line feeds and tabs are allowed");

/// `text` as a message may quote it: short, on one line, nothing invisible.
pub(crate) fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown: String = text.chars().take(LONGEST).flat_map(visible).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    format!("`{shown}`")
}

/// `path` as [`crate::Problem::file`] shows it.
pub(crate) fn shown_path(path: &str) -> String {
    const LONGEST: usize = 200;
    path.chars().take(LONGEST).flat_map(visible).collect()
}

fn visible(character: char) -> Vec<char> {
    if forbidden(character).is_some() || character == '\n' || character == '\t' {
        character.escape_unicode().collect()
    } else {
        vec![character]
    }
}

/// A slug as section 1 of `FORMAT.md` defines it.
pub(crate) fn is_slug(text: &str) -> bool {
    (2..=64).contains(&text.len())
        && text.starts_with(|first: char| first.is_ascii_lowercase())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// A statement id: a capital, digits, perhaps a small letter.
pub(crate) fn is_statement_id(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(|first: char| first.is_ascii_uppercase()) else {
        return false;
    };
    let digits = rest.strip_suffix(|last: char| last.is_ascii_lowercase()).unwrap_or(rest);
    (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_slugs() {
        for id in ["ab", "a1", "the-notice", "x-"] {
            assert!(is_slug(id), "{id}");
        }
        for id in ["", "a", "1a", "-a", "Ab", "a_b", "a b", "ä1", "a.b", "a\n", &"a".repeat(65)] {
            assert!(!is_slug(id), "{id}");
        }
    }

    #[test]
    fn statements_have_ids_of_their_own_form() {
        for id in ["S03", "I2b", "C1"] {
            assert!(is_statement_id(id), "{id}");
        }
        for id in ["", "S", "s03", "S03bb", "S3B", "03", "Sa", "S12345", "É1"] {
            assert!(!is_statement_id(id), "{id}");
        }
    }

    #[test]
    fn messages_show_nothing_invisible() {
        assert_eq!(quoted("a\u{202e}b\n"), "`a\\u{202e}b\\u{a}`");
        assert_eq!(quoted(&"x".repeat(99)).chars().count(), 63);
        assert_eq!(shown_path("a\0b"), "a\\u{0}b");
    }
}
