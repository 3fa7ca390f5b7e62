//! A code that opens a key when the passphrase is lost: 128 random bits and a check, as nine words.
//!
//! The words are those of [`crate::words`]: they can be read out, written by hand and typed back. The ninth
//! follows from the other eight, so that a slip of the pen is told from a code that is not the one.

use sha2::{Digest as _, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{Error, words, wrap::random};

/// Words of a code.
pub const WORDS: usize = 9;

const BYTES: usize = 16;
/// Names the purpose, so that the check of something else never passes here.
const PURPOSE: &[u8] = b"eighteen-days recovery code v1";

/// A recovery code. Wiped when dropped.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryCode([u8; BYTES]);

impl RecoveryCode {
    /// A new one.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn random() -> Result<Self, Error> {
        Ok(Self(random()?))
    }

    /// The code as it is written down.
    pub fn words(&self) -> Zeroizing<String> {
        let bytes = Zeroizing::new([self.0.as_slice(), &self.check()].concat());
        Zeroizing::new(words::from_bytes(&bytes))
    }

    /// The code that was written down, in whatever case and however it is spaced. Nothing when it is no code:
    /// a letter is wrong, a word is missing, two have changed places.
    pub fn from_words(written: &str) -> Option<Self> {
        let bytes = Zeroizing::new(words::to_bytes(written)?);
        let (code, check) = bytes.split_at_checked(BYTES)?;
        let code = Self(code.try_into().ok()?);
        (code.check() == check).then_some(code)
    }

    fn check(&self) -> [u8; 2] {
        let hash = Sha256::new().chain_update(PURPOSE).chain_update(self.0).finalize();
        [hash[0], hash[1]]
    }
}

impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("RecoveryCode(not shown)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Printed codes lie in drawers for years: what was a code stays one.
    #[test]
    fn a_code_that_was_printed_stays_the_same() {
        let code = RecoveryCode([7; BYTES]);
        let written = "bisal bisal bisal bisal bisal bisal bisal bisal";
        assert!(code.words().starts_with(written), "{}", *code.words());
        assert_eq!(RecoveryCode::from_words(&format!("{written} dinod")).as_ref(), Some(&code));
    }

    #[test]
    fn a_code_comes_back_however_it_was_copied() {
        for _ in 0..100 {
            let code = RecoveryCode::random().unwrap();
            let words = code.words();
            assert_eq!(words.split(' ').count(), WORDS);
            let copies =
                [words.to_uppercase(), words.replace(' ', "-"), words.replace(' ', "\r\n  ")];
            for copy in copies {
                assert_eq!(RecoveryCode::from_words(&copy).as_ref(), Some(&code), "{copy}");
            }
        }
    }

    /// A check of sixteen bits lets one slip in 65,536 through; it is then not the code, and does not open.
    #[test]
    fn slips_of_the_pen_are_noticed() {
        let (mut tried, mut unnoticed) = (0, 0);
        for _ in 0..20 {
            let code = RecoveryCode::random().unwrap();
            let words = code.words().to_string();
            for at in 0..words.len() {
                for other in "bdfghjklmnprstvzaiou".chars() {
                    let mut changed = words.clone();
                    changed.replace_range(at..=at, other.encode_utf8(&mut [0; 4]));
                    if words[at..].starts_with(' ') || changed == words {
                        continue;
                    }
                    tried += 1;
                    unnoticed += usize::from(RecoveryCode::from_words(&changed).is_some());
                }
            }
            let mut swapped: Vec<&str> = words.split(' ').collect();
            swapped.swap(2, 6);
            tried += 1;
            unnoticed += usize::from(
                swapped[2] != swapped[6] && RecoveryCode::from_words(&swapped.join(" ")).is_some(),
            );
        }
        assert!(tried > 15_000 && unnoticed <= 5, "{unnoticed} of {tried}");
    }

    #[test]
    fn what_is_no_code_is_none() {
        let words = RecoveryCode::random().unwrap().words().to_string();
        let (eight, _) = words.rsplit_once(' ').unwrap();
        for no in ["", eight, &format!("{words} lusab"), "one two three", &words.replace(' ', ".")]
        {
            assert_eq!(RecoveryCode::from_words(no), None, "{no}");
        }
    }

    #[test]
    fn a_code_does_not_show_itself() {
        let code = RecoveryCode::random().unwrap();
        assert!(!format!("{code:?}").contains(&code.words()[..5]));
    }
}
