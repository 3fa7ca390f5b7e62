//! What a folder stands on: the only place that asks the system about its drives.
//!
//! SQLite's locks and its order of writes are not kept by network file systems
//! (<https://sqlite.org/howtocorrupt.html>, 2.1), so no store is opened there.

use std::{
    io,
    path::{Path, PathBuf},
};

/// What the system knows of its drives.
pub trait Ground {
    /// The kind of network that a folder is reached by; nothing where it is on a drive of this computer, or
    /// where the system does not say.
    fn network(&self, folder: &Path) -> Option<&'static str>;
    /// Bytes that this account may still write there; nothing where the system does not say.
    fn free_bytes(&self, folder: &Path) -> Option<u64>;
}

/// The system itself.
#[derive(Debug, Clone, Copy)]
pub struct System;

impl Ground for System {
    fn network(&self, folder: &Path) -> Option<&'static str> {
        there(folder).ok().and_then(|folder| network(&folder))
    }

    fn free_bytes(&self, folder: &Path) -> Option<u64> {
        there(folder).ok().and_then(|folder| free_bytes(&folder))
    }
}

/// The folder, or the nearest one around it that is there, without links.
fn there(folder: &Path) -> io::Result<PathBuf> {
    let folder = std::path::absolute(folder)?;
    let there = folder.ancestors().find(|folder| folder.exists());
    there.unwrap_or(&folder).canonicalize()
}

/// Linux tells file systems by numbers (statfs(2), linux/magic.h).
#[cfg(target_os = "linux")]
fn network(folder: &Path) -> Option<&'static str> {
    const KINDS: &[(u32, &str)] = &[
        (0x6969, "NFS"),
        (0x517b, "SMB"),
        (0xfe53_4d42, "SMB"),
        (0xff53_4d42, "SMB"),
        (0x564c, "NetWare"),
        (0x5346_414f, "AFS"),
        (0x7375_7245, "Coda"),
        (0x00c3_6400, "Ceph"),
        (0x0bd0_0bd0, "Lustre"),
        (0x0116_1970, "GFS2"),
    ];
    let said = rustix::fs::statfs(folder).ok()?.f_type;
    // The numbers have 32 bits; the field has more, and a sign, on most processors.
    let low = u32::try_from(i128::from(said) & 0xffff_ffff).ok()?;
    KINDS.iter().find(|(number, _)| *number == low).map(|(_, kind)| *kind)
}

/// Windows leads every path on a share to its server, drives with a letter too.
#[cfg(windows)]
fn network(folder: &Path) -> Option<&'static str> {
    use std::path::{Component, Prefix};
    match folder.components().next() {
        Some(Component::Prefix(prefix)) => match prefix.kind() {
            Prefix::UNC(..) | Prefix::VerbatimUNC(..) => Some("a network share"),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(not(any(target_os = "linux", windows)))]
fn network(_: &Path) -> Option<&'static str> {
    None
}

#[cfg(unix)]
fn free_bytes(folder: &Path) -> Option<u64> {
    let said = rustix::fs::statvfs(folder).ok()?;
    said.f_bavail.checked_mul(said.f_frsize)
}

#[cfg(not(unix))]
fn free_bytes(_: &Path) -> Option<u64> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_this_computer_is_on_no_network_and_has_room() {
        let folder = tempfile::tempdir().unwrap();
        let to_be = folder.path().join("not/there/yet");
        assert_eq!(System.network(&to_be), None);
        if cfg!(unix) {
            assert!(System.free_bytes(&to_be).is_some_and(|bytes| bytes > 0));
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_is_no_drive_is_no_network() {
        assert_eq!(System.network(Path::new("/proc")), None);
        assert_eq!(System.network(Path::new("/dev/shm")), None);
    }
}
