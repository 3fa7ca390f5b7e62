use std::{fs, path::Path};

use tempfile::TempDir;

use super::*;
use crate::{DataFolder, Opened, open};

const TODAY: &str = "20261122T173000Z";
const TOMORROW: &str = "20261123T080000Z";

/// A store for which any length is a large one.
struct Home {
    _temp: TempDir,
    folder: DataFolder,
    key: StoreKey,
}

impl Home {
    fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        let folder = DataFolder::hold(&temp.path().join("data")).unwrap();
        Self { _temp: temp, folder, key: StoreKey::random().unwrap() }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("trainer.db")
    }

    fn due(&self, stamp: &str) -> Due {
        Due { path: self.path(), key: self.key.clone(), stamp: stamp.to_owned(), large: 0 }
    }

    fn open(&self, stamp: &str) -> Opened {
        open::open(&self.due(stamp).plan()).unwrap()
    }

    fn look_after(&self, stamp: &str) -> Result<(), Error> {
        look_after(&self.due(stamp).plan(), &Stop::default())
    }

    fn copies(&self) -> usize {
        let folder = fs::read_dir(backup::folder(&self.path()));
        folder.map_or(0, |files| files.flatten().count())
    }

    fn kept(&self) -> String {
        fs::read_to_string(self.folder.path().join("trainer.db-looked")).unwrap_or_default()
    }
}

fn set(store: &Store, value: &str) {
    store.write(|writer| writer.set_setting("a", value)).unwrap();
}

fn setting(path: &Path, key: &StoreKey) -> String {
    let conn = connection::look(path, Some(key)).unwrap();
    conn.query_row("SELECT value FROM settings WHERE key = 'a'", [], |row| row.get(0)).unwrap()
}

#[test]
fn a_large_store_is_opened_without_a_copy_and_copied_while_it_is_open() {
    let home = Home::new();
    let store = home.open(TODAY).store;
    set(&store, "written");
    drop(store);
    let store = home.open(TOMORROW).store;
    assert_eq!((home.copies(), home.kept().as_str()), (0, ""), "nobody waited");
    home.look_after(TOMORROW).unwrap();
    assert_eq!((home.copies(), home.kept().as_str()), (1, "20261123"));
    set(&store, "later");
    let copy = backup::folder(&home.path()).join(format!("trainer.db.{TOMORROW}"));
    assert_eq!(setting(&copy, &home.key), "written");
    home.look_after(TOMORROW).unwrap();
    assert_eq!(home.copies(), 1, "once is enough");
    drop(store);
    // There is a copy of these ten days, so that another day only looks.
    home.open("20261124T080000Z");
    home.look_after("20261124T080000Z").unwrap();
    assert_eq!((home.copies(), home.kept().as_str()), (1, "20261124"));
}

#[test]
fn what_is_written_meanwhile_is_kept_and_in_no_copy() {
    let home = Home::new();
    let store = home.open(TODAY).store;
    set(&store, "before");
    let conn = connection::open_beside(&home.path(), Some(&home.key)).unwrap();
    set(&store, "after");
    let copy = backup::make(&conn, &home.path(), Some(&home.key), TODAY, &Stop::default()).unwrap();
    assert_eq!(setting(&copy, &home.key), "before");
    drop((conn, store));
    let again = home.open(TODAY).store;
    let now = again.read(|reader| reader.setting("a")).unwrap();
    assert_eq!(now.as_deref(), Some("after"));
}

#[test]
fn damage_that_is_found_is_set_aside_at_the_next_opening() {
    let home = Home::new();
    let store = home.open(TODAY).store;
    set(&store, "written");
    drop(store);
    home.open(TODAY);
    home.look_after(TODAY).unwrap();
    let mut bytes = fs::read(home.path()).unwrap();
    let last = bytes.len() - 4_000;
    bytes[last] ^= 1;
    fs::write(home.path(), &bytes).unwrap();
    let opened = home.open(TOMORROW);
    assert_eq!(opened.damage, None, "nobody waited");
    assert!(home.look_after(TOMORROW).unwrap_err().is_damage());
    assert_eq!(home.kept(), "damage");
    drop(opened);
    let opened = home.open(TOMORROW);
    assert!(opened.damage.unwrap().restored_from.is_some());
    let now = opened.store.read(|reader| reader.setting("a")).unwrap();
    assert_eq!(now.as_deref(), Some("written"));
}

#[test]
fn whoever_closes_the_store_ends_the_work_and_no_half_copy_counts() {
    let home = Home::new();
    let store = home.open(TODAY).store;
    set(&store, &"long ".repeat(2_000_000));
    let stop = Stop::default();
    stop.0.store(true, Ordering::Release);
    assert!(look_after(&home.due(TODAY).plan(), &stop).is_err());
    assert_eq!((home.copies(), home.kept().as_str()), (0, ""));
    *store.tending() = Some(home.due(TODAY).begin());
    drop(store);
    assert_eq!(home.open(TODAY).damage, None, "no other connection is left");
}

#[test]
fn nobody_is_erased_while_a_copy_is_made() {
    let home = Home::new();
    let store = home.open(TODAY).store;
    set(&store, &"long ".repeat(2_000_000));
    *store.tending() = Some(home.due(TODAY).begin());
    let erased = store.erase(&home.folder, Kind::Trainer(&home.key), &["somebody"], TOMORROW);
    erased.unwrap();
    assert!(store.tending().is_none(), "or the copy would have her in it");
    let copy = backup::folder(&home.path()).join(format!("trainer.db.{TOMORROW}"));
    assert!(home.copies() == 1 && copy.exists());
}
