//! The fingerprint of a pack's content.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// SHA-256 over every file in order of name, as 64 hex digits.
///
/// For each file goes in: its name, one zero byte, its length as eight bytes with the highest first, and
/// its bytes. A name holds no zero byte, so two different packs never feed in the same bytes.
pub fn hash(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut sum = Sha256::new();
    for (name, bytes) in files {
        sum.update(name.as_bytes());
        sum.update([0]);
        sum.update((bytes.len() as u64).to_be_bytes());
        sum.update(bytes);
    }
    let digest = sum.finalize();
    digest.iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
