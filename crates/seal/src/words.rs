//! Bytes as words that can be read out, written down and typed back: proquints (D. S. Wilkerson, "A
//! Proposal for Proquints: Identifiers that are Readable, Spellable, and Pronounceable", 2009).
//!
//! Sixteen bits are five letters, consonants and vowels in turn. No list of words is needed, and no
//! language is.

const CONSONANTS: &[u8; 16] = b"bdfghjklmnprstvz";
const VOWELS: &[u8; 4] = b"aiou";

/// Words for an even number of bytes, with spaces between.
pub fn from_bytes(bytes: &[u8]) -> String {
    let words = bytes.chunks_exact(2).map(|pair| word(u16::from_be_bytes([pair[0], pair[1]])));
    words.collect::<Vec<_>>().join(" ")
}

fn word(value: u16) -> String {
    let consonant = |shift: u16| char::from(CONSONANTS[usize::from(value >> shift & 15)]);
    let vowel = |shift: u16| char::from(VOWELS[usize::from(value >> shift & 3)]);
    [consonant(12), vowel(10), consonant(6), vowel(4), consonant(0)].iter().collect()
}

/// The bytes of words, whatever stands between them and whatever the case; nothing when they are no such
/// words.
pub fn to_bytes(words: &str) -> Option<Vec<u8>> {
    let letters: Vec<u8> = words
        .bytes()
        .filter(|byte| !byte.is_ascii_whitespace() && *byte != b'-')
        .map(|byte| byte.to_ascii_lowercase())
        .collect();
    let groups = letters.chunks_exact(5);
    if !groups.remainder().is_empty() || letters.is_empty() {
        return None;
    }
    let mut bytes = Vec::new();
    for group in groups {
        let consonant = |at: usize| index(CONSONANTS, group[at]);
        let vowel = |at: usize| index(VOWELS, group[at]);
        let value = consonant(0)? << 12
            | vowel(1)? << 10
            | consonant(2)? << 6
            | vowel(3)? << 4
            | consonant(4)?;
        bytes.extend(value.to_be_bytes());
    }
    Some(bytes)
}

fn index(letters: &[u8], letter: u8) -> Option<u16> {
    u16::try_from(letters.iter().position(|known| *known == letter)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of the proposal: addresses of four bytes.
    #[test]
    fn as_published() {
        for (bytes, words) in [
            ([127, 0, 0, 1], "lusab babad"),
            ([63, 84, 220, 193], "gutih tugad"),
            ([140, 98, 193, 141], "mudof sakat"),
            ([64, 255, 6, 200], "haguz biram"),
        ] {
            assert_eq!(from_bytes(&bytes), words);
            assert_eq!(to_bytes(words).unwrap(), bytes);
            assert_eq!(to_bytes(&words.to_uppercase().replace(' ', "-\n")).unwrap(), bytes);
        }
    }

    #[test]
    fn every_pair_of_bytes_comes_back() {
        for value in 0..=u16::MAX {
            assert_eq!(to_bytes(&word(value)).unwrap(), value.to_be_bytes());
        }
    }

    #[test]
    fn what_is_no_such_word_is_nothing() {
        for no in ["", "lusa", "lusab b", "lasub é", "aabab", "lusab babac"] {
            assert_eq!(to_bytes(no), None, "{no}");
        }
    }
}
