//! Random damage to the sample never makes the reader panic, and never makes a problem without a place.

use super::{Files, sample};
use crate::read;

/// A small generator of numbers, the same in every run: xorshift.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides.max(1) as u64).unwrap()
    }
}

/// Pieces that mean something to one of the parsers.
const PIECES: &[&str] = &[
    "```",
    "\n\n",
    "## ",
    "{#x}",
    "[",
    "](",
    ")",
    "<",
    ">",
    "*",
    "`",
    "\"",
    "'",
    "\"\"\"",
    "=",
    "{",
    "}",
    "[[",
    "]]",
    "#",
    "\\",
    "\\u",
    "&#",
    ";",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "é",
    "1e999",
    "-",
    "- ",
    "1. ",
    "> ",
    "|",
    "\t",
    "    ",
    "claim:",
    "<!--",
    "<svg",
    "/>",
    "M0",
    "translate(",
    "[x](link:l1)",
    "@x.com",
    "2023-06-08T16:10:00",
];

fn damage(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let at = dice.roll(bytes.len());
    match dice.roll(6) {
        0 => bytes.truncate(at),
        1 if !bytes.is_empty() => bytes[at] ^= 1 << dice.roll(8),
        2 if !bytes.is_empty() => bytes[at] = u8::try_from(dice.roll(256)).unwrap(),
        3 => {
            let piece = PIECES[dice.roll(PIECES.len())];
            bytes.splice(at..at, piece.bytes());
        }
        4 => {
            let end = (at + dice.roll(40)).min(bytes.len());
            bytes.drain(at..end);
        }
        _ => {
            let end = (at + dice.roll(80)).min(bytes.len());
            let again = bytes[at..end].to_vec();
            bytes.splice(at..at, again);
        }
    }
}

fn lines(files: &Files, file: &str) -> usize {
    let bytes = files.get(file).map(Vec::as_slice).unwrap_or_default();
    bytes.split(|byte| *byte == b'\n').count()
}

#[test]
fn damaged_packs_are_read_without_panic() {
    let whole = sample();
    let names: Vec<&String> = whole.keys().collect();
    let mut dice = Dice(0x2026_1122_0018_0018);
    let mut sound = 0;
    for round in 0..2500 {
        let mut files = whole.clone();
        for _ in 0..=dice.roll(3) {
            let name = names[dice.roll(names.len())];
            damage(files.get_mut(name).unwrap(), &mut dice);
        }
        let (pack, problems) = read(&files);
        assert_eq!(pack.is_some(), problems.is_empty(), "round {round}");
        sound += usize::from(pack.is_some());
        for problem in problems {
            let lines = lines(&files, &problem.file);
            let line = problem.line as usize;
            assert!((1..=lines).contains(&line), "round {round}, {lines} lines: {problem}");
        }
    }
    assert!(sound < 1000, "most damage is found, but {sound} packs were sound");
}

#[test]
fn a_pack_cut_anywhere_is_read_without_panic() {
    let whole = sample();
    for (name, bytes) in &whole {
        for end in (0..bytes.len()).step_by(17) {
            let mut files = whole.clone();
            files.insert(name.clone(), bytes[..end].to_vec());
            let (pack, problems) = read(&files);
            assert_eq!(pack.is_some(), problems.is_empty(), "{name} cut at {end}");
        }
    }
}
