//! Chance that is the same in every run, and damage by it.

/// Xorshift.
pub struct Dice(u64);

/// Pieces that mean something to one of the readers.
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
    "::",
    "~%50%",
    "####",
    "->",
    "..",
    "$CATEGORY:",
    "[html]",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE",
    "<question type=\"",
    "</question>",
    "&amp;",
    "null",
    "true",
    "NaN",
    "PK\u{1}\u{2}",
    "../",
    ",",
    "\r\n",
    ":",
    "0",
    "-1",
    "99999999999999999999",
];

impl Dice {
    /// Chance that begins here.
    pub fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// A number below `sides`; 0 where there are none.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides.max(1) as u64).unwrap_or_default()
    }

    /// Changes some bytes once.
    pub fn damage(&mut self, bytes: &mut Vec<u8>) {
        let at = self.roll(bytes.len());
        match self.roll(7) {
            0 => bytes.truncate(at),
            1 if !bytes.is_empty() => bytes[at] ^= 1 << self.roll(8),
            2 if !bytes.is_empty() => bytes[at] = self.roll(256).to_le_bytes()[0],
            3 | 4 => {
                let piece = PIECES[self.roll(PIECES.len())];
                bytes.splice(at..at, piece.bytes());
            }
            5 => {
                let end = (at + self.roll(40)).min(bytes.len());
                bytes.drain(at..end);
            }
            _ => {
                let end = (at + self.roll(80)).min(bytes.len());
                let again = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
        }
    }
}
