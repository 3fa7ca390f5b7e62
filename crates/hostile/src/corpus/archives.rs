//! H-60 to H-65: archives that grow, overlap or lie. Our one form packs nothing and repeats nothing, so each of
//! them is another archive; it is made all the same, for what says no is a reader and not a sentence.

use std::io::{Cursor, Write as _};

use zip::{ZipWriter, write::SimpleFileOptions};

use super::{Files, Input, archive, good, input, manifest, manifest_bytes, sample, signed};

pub(super) fn inputs() -> Vec<Input> {
    vec![
        input("H-60 one file under 10,000 names", "differs before manifest.json", || {
            archive(overlapping(10_000))
        }),
        input(
            "H-60b a signed pack whose list names one file many times",
            "behind the last file",
            || {
                archive(with_end(|end| {
                    let one = end[..46 + 13].to_vec();
                    one.repeat(1_000).into_iter().chain(end.iter().copied()).collect()
                }))
            },
        ),
        input("H-61 archives in archives", "no place", || {
            let mut files = sample();
            files.insert("media/inner.zip".to_owned(), overlapping(10));
            archive(signed(manifest_bytes(&manifest(&files)), files).bytes())
        }),
        input("H-61b a bomb behind the right names", "differs before manifest.json", || {
            archive(deflated())
        }),
        input("H-62 a size that lies low", "differs", || {
            archive(changed(|bytes, third| bytes[third + 22] = bytes[third + 22].wrapping_sub(1)))
        }),
        input("H-62b a size that lies high", "differs", || {
            archive(changed(|bytes, third| {
                bytes[third + 22..third + 26].copy_from_slice(&u32::MAX.to_le_bytes())
            }))
        }),
        input("H-62c a manifest that lies of its size", "no pack", || {
            let mut bytes = good().bytes();
            bytes[22..26].copy_from_slice(&u32::MAX.to_le_bytes());
            archive(bytes)
        }),
        input("H-62d a manifest that names a file of four gigabytes", "larger than", || {
            let mut manifest = manifest(&sample());
            manifest.files[0].size = 1 << 33;
            archive(signed(manifest_bytes(&manifest), sample()).bytes())
        }),
        input("H-63 two headers that differ", "behind the last file", || {
            archive(with_end(|end| {
                let mut end = end.to_vec();
                end[16] ^= 1;
                end
            }))
        }),
        input("H-63b another name in the list at the end", "behind the last file", || {
            archive(with_end(|end| {
                let text = String::from_utf8_lossy(end).into_owned();
                let at = text.find("pack.toml").unwrap_or_default();
                let mut end = end.to_vec();
                end[at..at + 4].copy_from_slice(b"evil");
                end
            }))
        }),
        input("H-63c packed where stored was said", "differs", || {
            archive(changed(|bytes, third| bytes[third + 8] = 8))
        }),
        input("H-63d encrypted", "differs", || {
            archive(changed(|bytes, third| bytes[third + 6] |= 1))
        }),
        input("H-64 100,000 empty files", "no pack", || archive(empty(100_000))),
        input("H-64b a manifest of 40,000 names", "no pack", || {
            let mut manifest = manifest(&sample());
            manifest.files = vec![manifest.files[0].clone(); 40_000];
            archive(signed(manifest_bytes(&manifest), Files::new()).bytes())
        }),
        input("H-65 words before the archive", "no pack", || {
            archive([b"#!/bin/sh\n".to_vec(), good().bytes()].concat())
        }),
        input("H-65b a second end", "behind the last file", || {
            let bytes = good().bytes();
            let end = bytes[bytes.len() - 22..].to_vec();
            archive([bytes, end].concat())
        }),
        input("H-65c a comment at the end", "behind the last file", || {
            let mut bytes = good().bytes();
            let at = bytes.len() - 2;
            bytes[at..].copy_from_slice(&4_u16.to_le_bytes());
            archive([bytes, b"evil".to_vec()].concat())
        }),
        input("H-65d two packs in a row", "behind the last file", || {
            archive(good().bytes().repeat(2))
        }),
        input("H-65e a link, and a file through it", "no pack", || archive(linked())),
        input("H-65f sixty-four bits", "differs", || {
            archive(changed(|bytes, third| bytes[third + 4] = 45))
        }),
    ]
}

/// The good pack with a change at the header of its first file, behind manifest and signature.
fn changed(change: impl Fn(&mut Vec<u8>, usize)) -> Vec<u8> {
    let mut bytes = good().bytes();
    let third = bytes.windows(4).enumerate().filter(|(_, four)| four == b"PK\x03\x04").nth(2);
    let third = third.map_or(0, |(at, _)| at);
    change(&mut bytes, third);
    bytes
}

/// The good pack with another list at its end.
fn with_end(change: impl Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let bytes = good().bytes();
    let at = bytes.windows(4).position(|four| four == b"PK\x01\x02").unwrap_or(bytes.len());
    [bytes[..at].to_vec(), change(&bytes[at..])].concat()
}

/// One packed file of 64 KiB of zeros, and a list that gives it many names.
fn overlapping(names: u32) -> Vec<u8> {
    let packed = deflated();
    let at = packed.windows(4).position(|four| four == b"PK\x01\x02").unwrap_or_default();
    let end = packed.len() - 22;
    let mut bytes = packed[..at].to_vec();
    let list = bytes.len();
    for _ in 0..names {
        bytes.extend_from_slice(&packed[at..end]);
    }
    let size = u32::try_from(bytes.len() - list).unwrap_or(u32::MAX);
    let mut last = packed[end..].to_vec();
    let count = u16::try_from(names).unwrap_or(u16::MAX).to_le_bytes();
    last[8..10].copy_from_slice(&count);
    last[10..12].copy_from_slice(&count);
    last[12..16].copy_from_slice(&size.to_le_bytes());
    bytes.extend(last);
    bytes
}

fn written(
    write: impl Fn(&mut ZipWriter<Cursor<Vec<u8>>>) -> zip::result::ZipResult<()>,
) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    write(&mut zip).unwrap_or_else(|error| panic!("{error}"));
    zip.finish().unwrap_or_else(|error| panic!("{error}")).into_inner()
}

/// `manifest.json` of a million zeros, packed.
fn deflated() -> Vec<u8> {
    written(|zip| {
        zip.start_file("manifest.json", SimpleFileOptions::default())?;
        Ok(zip.write_all(&[0; 1_000_000])?)
    })
}

fn empty(count: u32) -> Vec<u8> {
    written(|zip| {
        let stored =
            SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        (0..count).try_for_each(|number| zip.start_file(format!("{number}"), stored))
    })
}

fn linked() -> Vec<u8> {
    written(|zip| {
        zip.add_symlink("media", "/etc", SimpleFileOptions::default())?;
        zip.start_file("media/evil", SimpleFileOptions::default())?;
        Ok(zip.write_all(b"evil")?)
    })
}
