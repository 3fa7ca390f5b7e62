//! What a new passphrase must be. Length decides; rules about kinds of characters do not (NIST SP
//! 800-63B revision 4, section 3.1.1.2, asks for at least 15 where a password stands alone, and for a
//! list of common ones to be refused).

use std::collections::BTreeSet;

/// Fewest characters of a new passphrase.
pub const MIN_CHARACTERS: usize = 15;

/// Long passphrases that everybody tries first, and words of this product's own context.
const COMMON: [&str; 18] = [
    "123456789012345",
    "1234567890123456",
    "1234567890abcdef",
    "1q2w3e4r5t6y7u8i9o0p",
    "abcdefghijklmno",
    "abcdefghijklmnop",
    "abcdefghijklmnopqrstuvwxyz",
    "administratoradministrator",
    "correct horse battery staple",
    "correcthorsebatterystaple",
    "eighteendayseighteendays",
    "letmeinletmeinletmein",
    "passwordpassword",
    "passwordpassword1",
    "qwertyuiopasdfg",
    "qwertyuiopasdfghjklzxcvbnm",
    "trainertrainertrainer",
    "welcome123welcome123",
];

/// Why a passphrase is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// Fewer than [`MIN_CHARACTERS`] characters.
    TooShort,
    /// A few characters again and again.
    Repetitive,
    /// On the list of common ones.
    Common,
}

/// What is wrong with a new passphrase, if anything.
pub fn weakness(passphrase: &str) -> Option<Weakness> {
    let characters: Vec<char> = passphrase.chars().collect();
    if characters.len() < MIN_CHARACTERS {
        return Some(Weakness::TooShort);
    }
    let lower = passphrase.to_lowercase();
    if COMMON.contains(&lower.trim()) {
        return Some(Weakness::Common);
    }
    let distinct: BTreeSet<&char> = characters.iter().collect();
    let repeats = (1..=4).any(|period| {
        characters.iter().zip(characters.iter().skip(period)).all(|(one, next)| one == next)
    });
    (distinct.len() < 5 || repeats).then_some(Weakness::Repetitive)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(passphrase: &str, expect: Option<Weakness>) {
        assert_eq!(weakness(passphrase), expect, "{passphrase:?}");
    }

    #[test]
    fn length_decides_and_the_obvious_is_refused() {
        check("", Some(Weakness::TooShort));
        check("fourteen chars", Some(Weakness::TooShort));
        check("fifteen letters", None);
        check("ünïcödé zählt !", None);
        check("    a b c d e f    ", None);
        check("aaaaaaaaaaaaaaaa", Some(Weakness::Repetitive));
        check("abcdabcdabcdabcd", Some(Weakness::Repetitive));
        check("121212121212121212", Some(Weakness::Repetitive));
        check("PasswordPassword", Some(Weakness::Common));
        check("eighteendayseighteendays", Some(Weakness::Common));
    }
}
