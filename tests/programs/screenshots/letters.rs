//! Letters for the names under the pictures: small ones, digits and a hyphen, five dots wide and seven high.

/// How wide a letter is with the gap after it, in dots.
pub(crate) const WIDTH: usize = 6;
/// How high a letter is, in dots.
pub(crate) const HEIGHT: usize = 7;

const KNOWN: &str = "abcdefghijklmnopqrstuvwxyz0123456789-";

/// Row by row from the top; the highest of the five bits is the dot on the left.
const DOTS: [[u8; HEIGHT]; 37] = [
    [0, 0, 14, 1, 15, 17, 15],
    [16, 16, 22, 25, 17, 17, 30],
    [0, 0, 14, 16, 16, 17, 14],
    [1, 1, 13, 19, 17, 17, 15],
    [0, 0, 14, 17, 31, 16, 14],
    [6, 9, 8, 28, 8, 8, 8],
    [0, 15, 17, 17, 15, 1, 14],
    [16, 16, 22, 25, 17, 17, 17],
    [4, 0, 12, 4, 4, 4, 14],
    [2, 0, 6, 2, 2, 18, 12],
    [16, 16, 18, 20, 24, 20, 18],
    [12, 4, 4, 4, 4, 4, 14],
    [0, 0, 26, 21, 21, 17, 17],
    [0, 0, 22, 25, 17, 17, 17],
    [0, 0, 14, 17, 17, 17, 14],
    [0, 0, 30, 17, 30, 16, 16],
    [0, 0, 13, 19, 15, 1, 1],
    [0, 0, 22, 25, 16, 16, 16],
    [0, 0, 14, 16, 14, 1, 30],
    [8, 8, 28, 8, 8, 9, 6],
    [0, 0, 17, 17, 17, 19, 13],
    [0, 0, 17, 17, 17, 10, 4],
    [0, 0, 17, 17, 21, 21, 10],
    [0, 0, 17, 10, 4, 10, 17],
    [0, 0, 17, 17, 15, 1, 14],
    [0, 0, 31, 2, 4, 8, 31],
    [14, 17, 19, 21, 25, 17, 14],
    [4, 12, 4, 4, 4, 4, 14],
    [14, 17, 1, 2, 4, 8, 31],
    [31, 2, 4, 2, 1, 17, 14],
    [2, 6, 10, 18, 31, 2, 2],
    [31, 16, 30, 1, 1, 17, 14],
    [6, 8, 16, 30, 17, 17, 14],
    [31, 1, 2, 4, 8, 8, 8],
    [14, 17, 17, 14, 17, 17, 14],
    [14, 17, 17, 15, 1, 2, 12],
    [0, 0, 0, 31, 0, 0, 0],
];

/// The dots of a text: across and down. What has no letter here stays empty.
pub(crate) fn dots(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    text.chars().enumerate().flat_map(|(place, letter)| {
        let letter = KNOWN.find(letter).map_or([0; HEIGHT], |at| DOTS[at]);
        (0..HEIGHT * 5).filter_map(move |dot| {
            let (down, across) = (dot / 5, dot % 5);
            (letter[down] >> (4 - across) & 1 == 1).then_some((place * WIDTH + across, down))
        })
    })
}

/// Whether every letter of a name can be written.
pub(crate) fn can_write(name: &str) -> bool {
    name.chars().all(|letter| KNOWN.contains(letter))
}
