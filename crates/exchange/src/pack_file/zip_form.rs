//! The bytes of a ZIP archive (APPNOTE 6.3.10) in the one form that a pack has: files that are not packed,
//! names in UTF-8, no time, no extra field, no comment. Written here and not by a library, for these bytes
//! must stay the same when a library changes.

/// What a header before a file begins with.
pub(super) const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// The version of ZIP that is needed to read it.
const VERSION: u16 = 20;
/// Names are UTF-8.
const FLAGS: u16 = 0x0800;
/// 1 January 1980, where the time of ZIP begins.
const FIRST_DAY: u16 = 0x0021;
/// Bytes of a header before the name.
pub(super) const HEADER: usize = 30;

/// A file of the archive, without its bytes.
pub(super) struct Member<'a> {
    pub(super) path: &'a str,
    pub(super) size: u32,
    pub(super) crc: u32,
}

impl<'a> Member<'a> {
    /// Sizes beyond 32 bits are refused before a pack gets here.
    pub(super) fn of(path: &'a str, bytes: &[u8]) -> Self {
        let size = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        Self { path, size, crc: crc32fast::hash(bytes) }
    }

    /// What both headers say.
    fn shared(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for word in [VERSION, FLAGS, 0, 0, FIRST_DAY] {
            out.extend(word.to_le_bytes());
        }
        for word in [self.crc, self.size, self.size] {
            out.extend(word.to_le_bytes());
        }
        out.extend(u16::try_from(self.path.len()).unwrap_or(u16::MAX).to_le_bytes());
        out.extend(0_u16.to_le_bytes());
        out
    }

    /// The header that stands before the file.
    pub(super) fn header(&self) -> Vec<u8> {
        [&LOCAL.to_le_bytes(), self.shared().as_slice(), self.path.as_bytes()].concat()
    }
}

/// The list at the end of the archive, as it grows.
#[derive(Default)]
pub(super) struct Directory {
    entries: Vec<u8>,
    count: u16,
    at: u32,
}

impl Directory {
    /// Adds a file, and gives the header that stands before it.
    pub(super) fn add(&mut self, member: &Member<'_>) -> Vec<u8> {
        let header = member.header();
        self.entries.extend(CENTRAL.to_le_bytes());
        self.entries.extend(VERSION.to_le_bytes());
        self.entries.extend(member.shared());
        // No comment, the first disk, no attributes.
        self.entries.extend([0; 10]);
        self.entries.extend(self.at.to_le_bytes());
        self.entries.extend(member.path.as_bytes());
        self.count = self.count.saturating_add(1);
        let taken = u32::try_from(header.len()).unwrap_or(u32::MAX).saturating_add(member.size);
        self.at = self.at.saturating_add(taken);
        header
    }

    /// Everything behind the last file.
    pub(super) fn end(self) -> Vec<u8> {
        let size = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        let mut out = self.entries;
        out.extend(END.to_le_bytes());
        out.extend([0; 4]);
        out.extend(self.count.to_le_bytes());
        out.extend(self.count.to_le_bytes());
        out.extend(size.to_le_bytes());
        out.extend(self.at.to_le_bytes());
        out.extend([0; 2]);
        out
    }
}

/// The archive of these files, in this order.
pub(super) fn archive<'a>(files: impl Iterator<Item = (&'a str, &'a Vec<u8>)>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Directory::default();
    for (path, bytes) in files {
        let member = Member::of(path, bytes);
        out.extend(directory.add(&member));
        out.extend_from_slice(bytes);
    }
    out.extend(directory.end());
    out
}
