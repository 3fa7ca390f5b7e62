//! When two typed answers are the same answer.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A typed answer as it is compared: without case, accents, punctuation and extra spaces.
///
/// Compatibility forms are taken apart (Unicode NFKD) and combining marks dropped, so a ligature is its
/// letters, é is e and Arabic vowel signs do not count. Apostrophes, invisible characters and the
/// Arabic stretching sign vanish. A point or comma between two digits stays, for 3.4 is not 34; any
/// other sign that is neither letter nor digit is a space. Arabic and Persian digits are the European
/// ones.
pub fn normalised(form: &str) -> String {
    // Upper case comes first: it is where ß is SS, and where both small sigmas are one letter.
    let cased = form.nfkd().flat_map(char::to_uppercase).flat_map(char::to_lowercase);
    let signs: Vec<char> = cased.nfkd().filter(|sign| !vanishes(*sign)).map(digit).collect();
    let mut words = String::new();
    for (index, sign) in signs.iter().enumerate() {
        let counts = sign.is_alphanumeric() || stands_in_number(&signs, index);
        words.push(if counts { *sign } else { ' ' });
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn vanishes(sign: char) -> bool {
    is_combining_mark(sign)
        || matches!(sign, '\'' | '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{640}' | '\u{ad}')
        || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(sign, '\u{2060}'..='\u{2069}' | '\u{61c}' | '\u{feff}')
}

fn digit(sign: char) -> char {
    let value = match sign {
        '\u{660}'..='\u{669}' => u32::from(sign) - 0x660,
        '\u{6f0}'..='\u{6f9}' => u32::from(sign) - 0x6f0,
        '\u{66b}' => return '.',
        '\u{66c}' => return ',',
        _ => return sign,
    };
    char::from_digit(value, 10).unwrap_or(sign)
}

fn stands_in_number(signs: &[char], index: usize) -> bool {
    let is_digit =
        |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(char::is_ascii_digit);
    matches!(signs[index], '.' | ',')
        && is_digit(index.checked_sub(1))
        && is_digit(index.checked_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_that_people_take_for_the_same_are_the_same() {
        for (typed, form) in [
            ("  MOVEit   Transfer ", "moveit transfer"),
            ("Zero\u{2011}Day", "zero day"),
            ("“Clop”!", "clop"),
            ("café", "cafe"),
            ("cafe\u{301}", "cafe"),
            ("STRASSE", "straße"),
            ("ΟΔΟΣ", "οδός"),
            ("the gang’s page", "the gang's page"),
            ("\u{fb01}le", "file"),
            ("14 June", "14\u{a0}june"),
            ("3.4 million", "\u{663}\u{66b}\u{664} million"),
            ("\u{6f1}\u{6f4}", "14"),
            ("\u{645}\u{64f}\u{648}\u{639}\u{650}\u{62f}", "\u{645}\u{648}\u{639}\u{62f}"),
            ("\u{645}\u{640}\u{648}\u{639}\u{62f}", "\u{200f}\u{645}\u{648}\u{639}\u{62f}\u{200e}"),
        ] {
            assert_eq!(normalised(typed), normalised(form), "{typed} and {form}");
        }
    }

    #[test]
    fn forms_that_differ_stay_apart() {
        for (one, other) in [("3.4", "34"), ("14 June", "14 July"), ("web shell", "webshell")] {
            assert_ne!(normalised(one), normalised(other));
        }
        assert_eq!(normalised(" .\u{200b}… "), "");
    }

    #[test]
    fn a_normal_form_is_its_own_normal_form() {
        for form in ["Zero-Day, 3.4", "ǅİß", "\u{212b}\u{fb03} ①", "a.1.b,2", "1\u{200b}.2"] {
            let once = normalised(form);
            assert_eq!(normalised(&once), once, "{form}");
        }
    }
}
