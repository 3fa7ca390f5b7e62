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
    pieces
        .filter(|piece| !piece.is_empty())
        .map(number)
        .collect()
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
        let end = after
            .find(|at: char| at.is_ascii_alphabetic())
            .unwrap_or(after.len());
        let Some(count) = count_numbers(&after[..end]) else {
            return false;
        };
        let fits = if takes == 0 {
            count == 0
        } else {
            count > 0 && count.is_multiple_of(takes)
        };
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
