//! A disk that fills up, at many sizes, so that it is full at different writes.

#![cfg(target_os = "linux")]

use std::path::{Path, PathBuf};

use eighteen_store::{DataFolder, Error, Kind, NewAnswer, Store, write_beside};

use crate::{
    builders::{NOW, STAMP, all_answers, numbered, read, ready},
    raw,
    read_only::as_administrator,
};

/// A small disk in memory until this is dropped.
pub(crate) struct Disk(PathBuf);

impl Disk {
    pub(crate) fn new(path: &Path, kib: u32) -> Option<Self> {
        std::fs::create_dir_all(path).unwrap();
        let size = format!("size={kib}k,mode=700");
        as_administrator("mount", &["-t", "tmpfs", "-o", &size, "tmpfs"], path)
            .then(|| Self(path.to_path_buf()))
    }

    /// Somebody made room.
    pub(crate) fn grow(&self) {
        assert!(as_administrator("mount", &["-o", "remount,size=16m"], &self.0));
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        as_administrator("umount", &["-l"], &self.0);
    }
}

/// Larger than a page, so that a small disk fills in few writes and at uneven places.
fn long(number: u32) -> NewAnswer {
    let words = format!("{number} ").repeat(300 + number as usize * 37 % 900);
    NewAnswer { shown_text: words, ..numbered(number) }
}

/// Answers until the disk is full; says how many were acknowledged.
fn fill(store: &Store, from: u32) -> u32 {
    for number in from.. {
        match store.write(|writer| writer.add_answer(&long(number))) {
            Ok(()) => {}
            Err(Error::DiskFull) => return number,
            Err(other) => panic!("answer {number}: {other:?}"),
        }
    }
    unreachable!("no disk is endless")
}

fn whole(store: &Store, count: u32) {
    let kept = all_answers(store);
    assert_eq!(kept.len(), count as usize);
    for (number, row) in (0..).zip(&kept) {
        assert_eq!(row.answer, long(number));
    }
}

/// Fills a disk of this size, makes room, and goes on; says at what it was first full.
fn fill_and_go_on(mount: &Path, kib: u32) -> Option<&'static str> {
    let disk = Disk::new(mount, kib)?;
    let folder = DataFolder::hold(&mount.join("data")).unwrap();
    let mut first = "answering";
    let store = match Store::open(&folder, Kind::Learner, STAMP) {
        Ok(opened) => opened.store,
        Err(Error::DiskFull) => {
            let left: Vec<String> = raw::bytes(folder.path()).into_keys().collect();
            assert_eq!(left, ["eighteen.lock"], "{kib} KiB: half a store is of no use");
            disk.grow();
            first = "opening";
            let opened = Store::open(&folder, Kind::Learner, STAMP).unwrap();
            assert_eq!(opened.damage, None, "{kib} KiB");
            opened.store
        }
        Err(other) => panic!("{kib} KiB: {other:?}"),
    };
    if first == "opening" {
        return Some(first);
    }
    if let Err(error) = store.write(|writer| {
        writer.add_learner("l1", NOW)?;
        writer.keep_item(&crate::builders::item("h1", "q1"))?;
        writer.put_attempt(&crate::builders::check("a1", "l1"))?;
        writer.put_attempt_item(&crate::builders::drawn("a1", 1, "h1"))?;
        writer.put_attempt_item(&crate::builders::drawn("a1", 2, "h1"))
    }) {
        assert!(matches!(error, Error::DiskFull), "{kib} KiB: {error:?}");
        return Some("first write");
    }
    let kept = fill(&store, 0);
    whole(&store, kept);
    let again = store.write(|writer| writer.add_answer(&long(kept)));
    assert!(matches!(again, Err(Error::DiskFull)), "a full disk stays full: {again:?}");
    whole(&store, kept);
    disk.grow();
    store.write(|writer| writer.add_answer(&long(kept))).unwrap();
    drop(store);
    let opened = Store::open(&folder, Kind::Learner, STAMP).unwrap();
    assert_eq!(opened.damage, None, "{kib} KiB");
    whole(&opened.store, kept + 1);
    drop(opened);
    assert_eq!(raw::integrity(&raw::connect(&folder.path().join("learner.db"), None)), "ok");
    Some(first)
}

#[test]
fn a_full_disk_loses_nothing_acknowledged_and_works_again_with_room() {
    sizes(24);
}

#[test]
#[ignore = "a minute: the same with a disk of every even size"]
fn a_disk_of_any_size_loses_nothing_acknowledged_and_works_again_with_room() {
    sizes(2);
}

fn sizes(step: usize) {
    let temp = tempfile::tempdir().unwrap();
    let mount = temp.path().join("disk");
    let mut met = std::collections::BTreeMap::<_, u32>::new();
    for kib in (40..=1_100).step_by(step) {
        let Some(at) = fill_and_go_on(&mount, kib) else { return };
        *met.entry(at).or_default() += 1;
    }
    println!("disks by what they were full at: {met:?}");
    assert!(met["answering"] >= 20);
    assert!(met.contains_key("opening"));
}

#[test]
fn a_store_closed_on_a_full_disk_and_opened_on_it_has_every_answer() {
    let temp = tempfile::tempdir().unwrap();
    let mount = temp.path().join("disk");
    for kib in [580, 620, 680, 760, 920] {
        let Some(disk) = Disk::new(&mount, kib) else { return };
        let folder = DataFolder::hold(&mount.join("data")).unwrap();
        let store = Store::open(&folder, Kind::Learner, STAMP).unwrap().store;
        ready(&store);
        let kept = fill(&store, 0);
        drop(store);
        match Store::open(&folder, Kind::Learner, STAMP) {
            Ok(opened) => {
                assert_eq!(opened.damage, None);
                whole(&opened.store, kept);
            }
            Err(error) => assert!(matches!(error, Error::DiskFull), "{kib} KiB: {error:?}"),
        }
        disk.grow();
        let opened = Store::open(&folder, Kind::Learner, STAMP).unwrap();
        assert_eq!(opened.damage, None, "{kib} KiB");
        whole(&opened.store, kept);
    }
}

/// A file that takes every page there is.
fn fill_the_rest(path: &Path) {
    let mut file = std::fs::File::create(path).unwrap();
    while std::io::Write::write_all(&mut file, &[b'y'; 4096]).is_ok() {}
}

#[test]
fn a_store_on_a_disk_without_a_single_page_left_is_opened_when_there_is_room() {
    let temp = tempfile::tempdir().unwrap();
    let mount = temp.path().join("disk");
    let Some(_disk) = Disk::new(&mount, 900) else { return };
    let folder = DataFolder::hold(&mount.join("data")).unwrap();
    let store = Store::open(&folder, Kind::Learner, STAMP).unwrap().store;
    ready(&store);
    drop(store);
    // The day's copy is made, so that only the log and its index have to be.
    drop(Store::open(&folder, Kind::Learner, STAMP).unwrap());
    let filler = mount.join("filler");
    fill_the_rest(&filler);
    let before = raw::bytes(&folder.path().join("backups"));
    let refused = Store::open(&folder, Kind::Learner, STAMP).unwrap_err();
    assert!(matches!(refused, Error::DiskFull), "{refused:?}");
    assert_eq!(raw::bytes(&folder.path().join("backups")), before);
    std::fs::remove_file(&filler).unwrap();
    let opened = Store::open(&folder, Kind::Learner, STAMP).unwrap();
    assert_eq!(opened.damage, None);
    assert!(read(&opened.store, |reader| reader.attempt("a1")).is_some());
}

#[test]
fn a_daily_copy_that_does_not_fit_keeps_nobody_out_and_leaves_the_older_ones_and_no_half_of_it() {
    let temp = tempfile::tempdir().unwrap();
    let mount = temp.path().join("disk");
    let Some(disk) = Disk::new(&mount, 900) else { return };
    let folder = DataFolder::hold(&mount.join("data")).unwrap();
    let open = |stamp| Store::open(&folder, Kind::Learner, stamp);
    drop(open("20261101T080000Z").unwrap());
    let store = open("20261102T080000Z").unwrap().store;
    ready(&store);
    let kept = fill(&store, 0);
    drop(store);
    let copies =
        || -> Vec<String> { raw::bytes(&folder.path().join("backups")).into_keys().collect() };
    drop(open("20261103T080000Z").unwrap());
    assert_eq!(copies(), ["learner.db.20261102T080000Z"]);
    disk.grow();
    whole(&open("20261103T090000Z").unwrap().store, kept);
    assert_eq!(copies().len(), 2, "with room again the day's copy is made");
}

#[test]
fn a_damaged_store_on_a_full_disk_stays_until_its_copy_fits() {
    let temp = tempfile::tempdir().unwrap();
    let mount = temp.path().join("disk");
    let Some(disk) = Disk::new(&mount, 640) else { return };
    let folder = DataFolder::hold(&mount.join("data")).unwrap();
    let open = |stamp| Store::open(&folder, Kind::Learner, stamp);
    let store = open("20261101T080000Z").unwrap().store;
    ready(&store);
    drop(store);
    drop(open("20261102T080000Z").unwrap());
    std::fs::write(folder.path().join("learner.db"), vec![b'x'; 90_000]).unwrap();
    fill_the_rest(&folder.path().join("filler"));
    let before = raw::bytes(folder.path());
    let refused = open("20261103T080000Z").unwrap_err();
    assert!(matches!(refused, Error::DiskFull), "{refused:?}");
    assert_eq!(raw::bytes(folder.path()), before, "nothing is moved before its copy is whole");
    disk.grow();
    let opened = open("20261103T080000Z").unwrap();
    assert!(opened.damage.unwrap().restored_from.is_some());
    assert!(read(&opened.store, |reader| reader.attempt("a1")).is_some());
}

#[test]
fn a_file_that_does_not_fit_is_refused_and_leaves_the_old_one_whole() {
    let temp = tempfile::tempdir().unwrap();
    let mount = temp.path().join("disk");
    let Some(_disk) = Disk::new(&mount, 200) else { return };
    let path = mount.join("trainer.key");
    write_beside(&path, b"the old one").unwrap();
    let before = raw::bytes(&mount);
    let failed = write_beside(&path, &vec![0; 300 * 1024]);
    assert!(matches!(failed, Err(Error::DiskFull)), "{failed:?}");
    assert_eq!(raw::bytes(&mount), before);
}

/// Fills the disk but for so many pages.
fn leave_pages(path: &Path, pages: u64) {
    fill_the_rest(path);
    let file = std::fs::OpenOptions::new().write(true).open(path).unwrap();
    let length = file.metadata().unwrap().len();
    file.set_len(length.saturating_sub(pages * 4096)).unwrap();
}

/// Files of the folder in which these words stand.
fn files_with(folder: &Path, words: &str) -> Vec<String> {
    let holds = |bytes: &[u8]| bytes.windows(words.len()).any(|part| part == words.as_bytes());
    let files = raw::bytes(folder).into_iter();
    files.filter(|(_, bytes)| holds(bytes)).map(|(name, _)| name).collect()
}

#[test]
fn erasing_on_a_full_disk_leaves_everything_or_is_finished_when_there_is_room() {
    const ERASED: &str = "20261124T080000Z";
    let temp = tempfile::tempdir().unwrap();
    let mount = temp.path().join("disk");
    let mut met = std::collections::BTreeMap::new();
    for pages in [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512] {
        let Some(_disk) = Disk::new(&mount, 8192) else { return };
        let folder = DataFolder::hold(&mount.join("data")).unwrap();
        let store = Store::open(&folder, Kind::Learner, STAMP).unwrap().store;
        ready(&store);
        let word = "d41c9e7a5b";
        let canary = |number| NewAnswer { shown_text: word.repeat(300), ..numbered(number) };
        for number in 0..200 {
            crate::builders::write(&store, |writer| writer.add_answer(&canary(number)));
        }
        crate::builders::write(&store, |writer| writer.add_learner("l2", NOW));
        let filler = mount.join("filler");
        leave_pages(&filler, pages);
        let erased = store.erase(&folder, Kind::Learner, &["l1"], ERASED);
        let begun = eighteen_store::erasing(&folder, Kind::Learner);
        let how = match (&erased, begun) {
            (Ok(_), false) => "erased",
            (Err(Error::DiskFull), false) => {
                assert_eq!(all_answers(&store).len(), 200, "{pages} pages: nothing was begun");
                "left"
            }
            (Err(Error::DiskFull), true) => "begun",
            other => panic!("{pages} pages: {other:?}"),
        };
        *met.entry(how).or_insert(0) += 1;
        drop(store);
        std::fs::remove_file(&filler).unwrap();
        let opened = Store::open(&folder, Kind::Learner, ERASED).unwrap();
        assert_eq!(opened.damage, None, "{pages} pages");
        assert!(!eighteen_store::erasing(&folder, Kind::Learner));
        let others = read(&opened.store, |reader| reader.learners());
        assert!(others.iter().any(|learner| learner.id == "l2"), "{pages} pages: others stay");
        if how == "left" {
            assert_eq!(all_answers(&opened.store).len(), 200, "{pages} pages: all as before");
            opened.store.erase(&folder, Kind::Learner, &["l1"], "20261125T080000Z").unwrap();
        }
        drop(opened);
        assert_eq!(files_with(folder.path(), word), Vec::<String>::new(), "{pages} pages, {how}");
    }
    println!("erasing on a full disk: {met:?}");
    assert!(met.contains_key("erased") && met.len() >= 2, "{met:?}");
}
