//! Addresses and telephone numbers that belong to nobody, for messages that are made up.
//!
//! Names of computers end in `.example` (RFC 2606); telephone numbers are from the ranges that Ofcom keeps
//! for drama ("Telephone numbers for use in TV shows, films, creative content").

/// Ofcom's ranges, without the leading zero: the fixed beginning and how many digits may follow.
const DRAMA: &[(&str, usize)] = &[
    ("1134960", 3),
    ("1144960", 3),
    ("1154960", 3),
    ("1164960", 3),
    ("1174960", 3),
    ("1184960", 3),
    ("1214960", 3),
    ("1314960", 3),
    ("1414960", 3),
    ("1514960", 3),
    ("1614960", 3),
    ("1632960", 3),
    ("1914980", 3),
    ("2079460", 3),
    ("2896496", 3),
    ("2920180", 3),
    ("3069990", 3),
    ("7700900", 3),
    ("8081570", 3),
    ("9098790", 3),
];

/// A name of a computer that nobody can own.
fn is_example(host: &str) -> bool {
    let name = host.strip_suffix(".example").unwrap_or_default();
    !name.is_empty()
        && !name.starts_with(['.', '-'])
        && !name.ends_with('-')
        && !name.contains("..")
        && name.chars().all(|at| at.is_alphanumeric() || matches!(at, '.' | '-'))
}

/// An address for mail that belongs to nobody.
pub(crate) fn is_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, host)| {
        !local.is_empty()
            && local.chars().all(|at| at.is_alphanumeric() || matches!(at, '.' | '-' | '_' | '+'))
            && is_example(host)
    })
}

/// Where a link may seem to lead: the web or a mail, at a name that belongs to nobody.
pub(crate) fn is_target(text: &str) -> bool {
    if text.contains(char::is_whitespace) {
        return false;
    }
    if let Some(address) = text.strip_prefix("mailto:") {
        return is_address(address.split('?').next().unwrap_or_default());
    }
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| is_example(host(rest)))
}

/// The computer's name in what follows `https://`; what stands before an `@` is not it.
fn host(rest: &str) -> &str {
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    host.split(':').next().unwrap_or_default()
}

/// The first address in running words that may belong to somebody.
pub(crate) fn foreign_address(text: &str) -> Option<&str> {
    let edges = |at: char| !at.is_alphanumeric();
    let words =
        text.split(|at: char| at.is_whitespace() || matches!(at, '<' | '>' | '[' | ']' | '('));
    words.map(|word| word.trim_matches(edges)).find(|word| {
        let rest = word.split_once("://").map(|(_, rest)| rest);
        match rest.or_else(|| word.starts_with("www.").then_some(word)) {
            Some(rest) => !is_example(host(rest)),
            None => is_bare_name(word) || (word.contains('@') && !is_address(word)),
        }
    })
}

/// A computer's name as people write it, at an ending that many real ones have.
fn is_bare_name(word: &str) -> bool {
    let ending = word.rsplit_once('.').map(|(_, ending)| ending);
    let is_name = word.chars().all(|at| at.is_alphanumeric() || matches!(at, '.' | '-'));
    is_name && ending.is_some_and(|it| matches!(it, "com" | "org" | "net" | "uk" | "eu" | "io"))
}

/// The first telephone number in running words that may belong to somebody: ten digits or more after a
/// leading zero or `+`, outside the ranges for drama.
pub(crate) fn real_number(text: &str) -> Option<String> {
    let mut digits = String::new();
    for at in text.chars().chain(std::iter::once('.')) {
        if at.is_ascii_digit() || (at == '+' && digits.is_empty()) {
            digits.push(at);
        } else if matches!(at, ' ' | '(' | ')' | '\u{a0}') && !digits.is_empty() {
            // Groups of digits are one number.
        } else {
            if is_real_number(&digits) {
                return Some(digits);
            }
            digits.clear();
        }
    }
    None
}

fn is_real_number(digits: &str) -> bool {
    let national = match digits.strip_prefix("+44") {
        Some(rest) => rest.strip_prefix('0').unwrap_or(rest),
        None if digits.starts_with('+') => return digits.len() > 8,
        None => match digits.strip_prefix('0') {
            Some(rest) => rest,
            None => return false,
        },
    };
    let is_drama = DRAMA
        .iter()
        .any(|(start, more)| national.strip_prefix(start).is_some_and(|rest| rest.len() == *more));
    national.len() >= 9 && !is_drama
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_end_in_example() {
        for address in ["pay@harbour.example", "a.b+c@x-y.z.example", "pаy@harbour.example"] {
            assert!(is_address(address), "{address}");
        }
        for address in [
            "",
            "pay",
            "@x.example",
            "a@example",
            "a@.example",
            "a@x.com",
            "a@x.example.com",
            "a b@x.example",
            "a@b@x.example",
            "a@-x.example",
            "a@x..y.example",
            "<a@x.example>",
        ] {
            assert!(!is_address(address), "{address}");
        }
    }

    #[test]
    fn targets_lead_to_example() {
        for target in [
            "https://harbour.example",
            "http://a.harbour.example:8080/x?y=https://b.com#c",
            "https://harbour.com@evil.example/",
            "mailto:pay@harbour.example?subject=x",
        ] {
            assert!(is_target(target), "{target}");
        }
        for target in [
            "harbour.example",
            "https://harbour.com/.example",
            "https://harbour.example@evil.com/",
            "https://harbour.com#.example",
            "https://harbour.com\\.example",
            "javascript:alert(1)//.example",
            "file:///x.example",
            "https://a b.example",
            "mailto:a@b.com?x=.example",
            "https://",
        ] {
            assert!(!is_target(target), "{target}");
        }
    }

    #[test]
    fn words_name_no_real_address() {
        for text in
            ["Write to pay@harbour.example.", "See https://x.example/a, or (www.y.example)."]
        {
            assert_eq!(foreign_address(text), None);
        }
        assert_eq!(foreign_address("Write to <pay@harbour.com>."), Some("pay@harbour.com"));
        assert_eq!(foreign_address("See https://x.com/a.example"), Some("https://x.com/a.example"));
        assert_eq!(foreign_address("Try www.x.org!"), Some("www.x.org"));
        assert_eq!(foreign_address("at harbour.co.uk, soon"), Some("harbour.co.uk"));
    }

    #[test]
    fn words_name_no_real_number() {
        for text in [
            "Ring 020 7946 0123 or 01632 960 555, +44 7700 900123, +44 (0)20 7946 0999.",
            "159 or 7726 on 14 June 2023 at 16:40, reference 4402319877, £34,000",
            "0800 111",
        ] {
            assert_eq!(real_number(text), None, "{text}");
        }
        for text in
            ["020 7946 1123", "Ring 0300 123 2040 now", "+44 20 7946 1000", "+1 202 555 0100"]
        {
            assert!(real_number(text).is_some(), "{text}");
        }
    }
}
