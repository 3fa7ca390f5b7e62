//! Installing a pack ends in the middle: at each call that changes a file, on a disk that is full, in a folder that
//! nobody can write. What was installed before stays, or the new one is, and nothing else is left behind.

#![cfg(target_os = "linux")]

use std::{collections::BTreeMap, fs, path::Path, process::Stdio};

use eighteen_store::{DataFolder, Error, KeptPack, KeptVersion, TrustFile, TrustRecord};

use crate::{builders::STAMP, child, full_disk::Disk};

const CALLS: [&str; 6] = ["write", "rename", "unlink", "fsync", "mkdir", "openat"];

/// The bytes of a version's file.
fn bytes(version: u32) -> Vec<u8> {
    format!("{version} ").repeat(20_000).into_bytes()
}

fn name(version: u32) -> String {
    format!("ours-{version}.e18p")
}

fn kept(version: u32) -> KeptVersion {
    KeptVersion {
        version,
        title: "Ours".to_owned(),
        file: name(version),
        sha256: version.to_string(),
        manifest: version.to_string(),
        installed_at: String::new(),
        in_place_of: None,
    }
}

/// As the app does it: the file first, then the record that names it.
fn install(trust: &mut TrustFile, version: u32) -> Result<(), Error> {
    trust.put_pack(&name(version), &bytes(version))?;
    let mut record: TrustRecord = trust.record().clone();
    let versions = vec![kept(version)];
    record.packs = vec![KeptPack { id: "ours".to_owned(), highest: version, versions }];
    trust.keep(record)
}

/// The task of the second process.
pub(crate) fn install_second(folder: &Path) {
    let folder = DataFolder::hold(folder).unwrap();
    install(&mut TrustFile::of(&folder, STAMP).unwrap(), 2).unwrap();
}

/// The version that is installed, after a start in this folder; its file is whole, and it is the only one.
fn installed(folder: &Path, at: &str) -> u32 {
    let held = DataFolder::hold(folder).unwrap();
    let trust = TrustFile::of(&held, STAMP).unwrap();
    assert_eq!(trust.set_aside(), None, "{at}");
    let version = trust.record().packs[0].versions[0].version;
    assert_eq!(trust.record().packs[0].highest, version, "{at}");
    assert_eq!(fs::read(trust.pack(&name(version))).unwrap(), bytes(version), "{at}");
    let left = fs::read_dir(folder.join("packs")).unwrap().count();
    assert_eq!(left, 1, "{at}: nothing else is left in packs");
    let parts = fs::read_dir(folder).unwrap().filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().ends_with(".part") && name != ".trust.json.part"
    });
    assert_eq!(parts.count(), 0, "{at}");
    version
}

#[test]
fn ended_at_any_call_the_version_before_stands_or_the_new_one_does() {
    let mut seen = BTreeMap::<u32, u32>::new();
    for call in CALLS {
        for number in 1.. {
            let temp = tempfile::tempdir().unwrap();
            let folder = temp.path().join("data");
            let held = DataFolder::hold(&folder).unwrap();
            install(&mut TrustFile::of(&held, STAMP).unwrap(), 1).unwrap();
            drop(held);
            let (trace, inject) =
                (format!("trace={call}"), format!("inject={call}:signal=SIGKILL:when={number}"));
            let tracer = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject];
            let ran = child::command(&tracer, "install", &folder)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status();
            match ran {
                Err(error) => return println!("not tested: no strace here ({error})"),
                Ok(status) if status.success() => break,
                Ok(_) => {}
            }
            *seen.entry(installed(&folder, &format!("{call} {number}"))).or_default() += 1;
        }
    }
    println!("ended at {} calls: {seen:?}", seen.values().sum::<u32>());
    assert!(seen[&1] > 20 && seen[&2] > 0, "before and after it was installed: {seen:?}");
}

#[test]
fn a_full_disk_leaves_the_version_before_and_takes_the_new_one_with_room() {
    let temp = tempfile::tempdir().unwrap();
    let mount = temp.path().join("disk");
    let mut full = 0;
    for kib in (64..160).step_by(4) {
        let Some(disk) = Disk::new(&mount, kib) else { return };
        let folder = mount.join("data");
        let held = DataFolder::hold(&folder).unwrap();
        let mut trust = TrustFile::of(&held, STAMP).unwrap();
        install(&mut trust, 1).unwrap();
        let before = trust.record().clone();
        let done = install(&mut trust, 2);
        let after = trust.record().clone();
        drop((trust, held));
        match done {
            Ok(()) => {}
            Err(Error::DiskFull) => {
                full += 1;
                assert_eq!(after, before);
                assert_eq!(installed(&folder, &format!("{kib} KiB")), 1);
                disk.grow();
                let held = DataFolder::hold(&folder).unwrap();
                install(&mut TrustFile::of(&held, STAMP).unwrap(), 2).unwrap();
            }
            Err(other) => panic!("{kib} KiB: {other:?}"),
        }
        assert_eq!(installed(&folder, &format!("{kib} KiB, with room")), 2);
    }
    assert!(full > 5, "{full} disks were full");
}
