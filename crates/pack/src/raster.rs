//! Raster pictures: what they are by their first bytes, and how large, without decoding them.

use crate::notes::Notes;

/// How many pixels a side may have; a larger picture can exhaust the memory of the window.
const LARGEST_SIDE: u32 = 4096;

/// What a picture's header says.
#[derive(Debug, PartialEq, Eq)]
struct Header {
    width: u32,
    height: u32,
    animated: bool,
}

/// The media type of a raster picture, from its first bytes.
pub(crate) fn sniff(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some("image/png"),
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        _ => None,
    }
}

/// Checks a raster picture; gives its media type when it is sound.
pub(crate) fn check(path: &str, bytes: &[u8], notes: &Notes) -> Option<&'static str> {
    let expected = match path.rsplit_once('.') {
        Some((_, "png")) => "image/png",
        Some((_, "jpg")) => "image/jpeg",
        _ => "image/webp",
    };
    let found = sniff(bytes);
    if found != Some(expected) {
        let found = found.unwrap_or("something else");
        let message = format!(
            "the name says {expected}, the content is {found}; correct the one or the other"
        );
        notes.problem(path, 1, "picture-type", message);
        return None;
    }
    let header = match expected {
        "image/png" => png(bytes),
        "image/jpeg" => jpeg(bytes),
        _ => webp(bytes),
    };
    let (code, message) = match header {
        None => ("picture-damaged", "its size cannot be read; save the picture anew".to_owned()),
        Some(header) if header.animated => {
            ("picture-animated", "a moving picture; save one frame of it".to_owned())
        }
        Some(Header { width, height, .. })
            if width == 0 || height == 0 || width > LARGEST_SIDE || height > LARGEST_SIDE =>
        {
            let message = format!("{width} by {height} pixels; a side has 1 to {LARGEST_SIDE}");
            ("picture-too-large", message)
        }
        Some(_) => return Some(expected),
    };
    notes.problem(path, 1, code, message);
    None
}

/// Four bytes with the highest first.
fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_be_bytes(four.try_into().ok()?))
}

/// Two bytes with the highest first.
fn short(bytes: &[u8], at: usize) -> Option<u32> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u32::from(u16::from_be_bytes(two.try_into().ok()?)))
}

fn png(bytes: &[u8]) -> Option<Header> {
    if bytes.get(12..16)? != b"IHDR" {
        return None;
    }
    let (width, height) = (long(bytes, 16)?, long(bytes, 20)?);
    let mut animated = false;
    let mut at = 8;
    // Animation is announced before the first picture data.
    while let Some(name) = bytes.get(at + 4..at + 8) {
        animated |= name == b"acTL";
        if name == b"IDAT" {
            break;
        }
        let size = usize::try_from(long(bytes, at)?).ok()?;
        at = at.checked_add(12)?.checked_add(size)?;
        if at > bytes.len() {
            return None;
        }
    }
    Some(Header { width, height, animated })
}

fn jpeg(bytes: &[u8]) -> Option<Header> {
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        match marker {
            0xff => at += 1,
            0x01 | 0xd0..=0xd8 => at += 2,
            // The frame header; c4, c8 and cc are other tables.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Some(Header {
                    height: short(bytes, at + 5)?,
                    width: short(bytes, at + 7)?,
                    animated: false,
                });
            }
            0xd9 | 0xda => return None,
            _ => at += 2 + usize::try_from(short(bytes, at + 2)?).ok()?,
        }
    }
}

fn webp(bytes: &[u8]) -> Option<Header> {
    let low = |at: usize| bytes.get(at).copied().map(u32::from);
    let (width, height, animated) = match bytes.get(12..16)? {
        b"VP8X" => (
            1 + (low(24)? | low(25)? << 8 | low(26)? << 16),
            1 + (low(27)? | low(28)? << 8 | low(29)? << 16),
            low(20)? & 2 != 0,
        ),
        b"VP8L" => {
            let bits = low(21)? | low(22)? << 8 | low(23)? << 16 | low(24)? << 24;
            (1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff), false)
        }
        b"VP8 " => {
            ((low(26)? | low(27)? << 8) & 0x3fff, (low(28)? | low(29)? << 8) & 0x3fff, false)
        }
        _ => return None,
    };
    Some(Header { width, height, animated })
}
