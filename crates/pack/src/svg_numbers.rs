//! The numbers and words in the attributes of a drawing: each value is checked whole, so that nothing
//! but geometry gets through.

/// A number larger than this is no place in a drawing.
const LARGEST: f64 = 10_000.0;

/// One finite number without an exponent.
pub(crate) fn number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |piece: &str| piece.bytes().all(|byte| byte.is_ascii_digit());
    let has_digits = !(whole.is_empty() && part.is_empty());
    if !has_digits || text.len() > 20 || !all_digits(whole) || !all_digits(part) {
        return None;
    }
    let number: f64 = text.parse().ok()?;
    (number.is_finite() && number.abs() <= LARGEST).then_some(number)
}

/// A number that is not negative.
pub(crate) fn size(text: &str) -> Option<f64> {
    number(text).filter(|number| *number >= 0.0)
}

/// A row of numbers between spaces or commas.
pub(crate) fn numbers(text: &str) -> Option<Vec<f64>> {
    let pieces = text.split(|at: char| at == ',' || at.is_ascii_whitespace());
    pieces.filter(|piece| !piece.is_empty()).map(number).collect()
}

/// Two or more points.
pub(crate) fn points(text: &str) -> bool {
    numbers(text).is_some_and(|numbers| numbers.len() >= 4 && numbers.len().is_multiple_of(2))
}

/// Lengths of dashes and gaps.
pub(crate) fn dashes(text: &str) -> bool {
    numbers(text).is_some_and(|numbers| {
        (1..=8).contains(&numbers.len()) && numbers.iter().all(|number| *number >= 0.0)
    })
}

/// The two numbers of `translate(x y)`.
pub(crate) fn translate(text: &str) -> Option<(f64, f64)> {
    let inside = text.trim().strip_prefix("translate(")?.strip_suffix(')')?;
    match numbers(inside)?.as_slice() {
        [x] => Some((*x, 0.0)),
        [x, y] => Some((*x, *y)),
        _ => None,
    }
}

/// Width and height of `0 0 W H`.
pub(crate) fn view_box(text: &str) -> Option<(f64, f64)> {
    match numbers(text)?.as_slice() {
        [left, top, width, height]
            if *left == 0.0 && *top == 0.0 && *width > 0.0 && *height > 0.0 =>
        {
            Some((*width, *height))
        }
        _ => None,
    }
}

/// A path: commands, each with a multiple of the numbers that it takes, beginning with a move.
pub(crate) fn path(text: &str) -> bool {
    let mut rest = text.trim();
    if !rest.starts_with(['M', 'm']) {
        return false;
    }
    while let Some(command) = rest.chars().next() {
        let Some(takes) = arguments(command) else {
            return false;
        };
        let after = &rest[command.len_utf8()..];
        let end = after.find(|at: char| at.is_ascii_alphabetic()).unwrap_or(after.len());
        let Some(count) = count_numbers(&after[..end]) else {
            return false;
        };
        let fits = if takes == 0 { count == 0 } else { count > 0 && count.is_multiple_of(takes) };
        if !fits {
            return false;
        }
        rest = &after[end..];
    }
    true
}

/// How many numbers a path command takes.
fn arguments(command: char) -> Option<usize> {
    Some(match command.to_ascii_uppercase() {
        'M' | 'L' | 'T' => 2,
        'H' | 'V' => 1,
        'S' | 'Q' => 4,
        'C' => 6,
        'A' => 7,
        'Z' => 0,
        _ => return None,
    })
}

/// How many numbers a row holds in which a sign may begin the next number without a space.
fn count_numbers(text: &str) -> Option<usize> {
    let apart = text.replace('-', " -");
    numbers(&apart).map(|numbers| numbers.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_plain_decimals() {
        for (text, expect) in [
            ("0", Some(0.0)),
            ("-4.5", Some(-4.5)),
            (".5", Some(0.5)),
            ("5.", Some(5.0)),
            ("+3", Some(3.0)),
            ("10000", Some(10_000.0)),
            ("10001", None),
            ("", None),
            (".", None),
            ("-", None),
            ("1e3", None),
            ("NaN", None),
            ("inf", None),
            ("0x10", None),
            ("5px", None),
            ("1.2.3", None),
            ("١", None),
        ] {
            assert_eq!(number(text), expect, "{text:?}");
        }
    }

    #[test]
    fn paths_are_commands_with_the_numbers_they_take() {
        for text in
            ["M0 0", "M 1,2 L3 4 5 6 Z", "m0 0h5v-5z", "M1-2C1 2 3 4 5 6", "M0 0A5 5 0 0 1 9 9"]
        {
            assert!(path(text), "{text:?}");
        }
        for text in [
            "",
            "L0 0",
            "M0",
            "M0 0 X",
            "M0 0 Z 1",
            "M0 0 L",
            "M0 0 C1 2 3",
            "M0 0 é",
            "Mé",
            "M0 1e9",
        ] {
            assert!(!path(text), "{text:?}");
        }
    }

    #[test]
    fn rows_and_shifts() {
        assert!(points("0,0 1,1") && points("0 0 1 1"));
        assert!(!points("0,0") && !points("0 0 1") && !points("a,b c,d"));
        assert!(dashes("4 2") && !dashes("") && !dashes("-1") && !dashes("1 2 3 4 5 6 7 8 9"));
        assert_eq!(translate("translate(3, -4)"), Some((3.0, -4.0)));
        assert_eq!(translate(" translate(3) "), Some((3.0, 0.0)));
        for text in ["", "translate()", "translate(1 2 3)", "scale(1)", "translate(1 2) scale(2)"] {
            assert_eq!(translate(text), None, "{text:?}");
        }
        assert_eq!(view_box("0 0 640 240"), Some((640.0, 240.0)));
        for text in ["1 0 9 9", "0 0 0 9", "0 0 9", "0 0 9 -9"] {
            assert_eq!(view_box(text), None, "{text:?}");
        }
    }
}
