//! A disk that may lose what was not synced.

use std::collections::BTreeMap;

use super::trace::Event;
use crate::builders::Chance;

/// A change to a file that the disk may or may not have.
#[derive(Clone)]
enum Change<'a> {
    Write(usize, &'a [u8]),
    Cut(usize),
}

#[derive(Clone, Default)]
struct File<'a> {
    synced: Vec<u8>,
    since: Vec<Change<'a>>,
}

impl File<'_> {
    fn sync(&mut self) {
        for change in self.since.drain(..) {
            apply(&mut self.synced, &change);
        }
    }
}

fn apply(bytes: &mut Vec<u8>, change: &Change<'_>) {
    match *change {
        Change::Cut(length) => bytes.resize(length, 0),
        Change::Write(at, new) => {
            if bytes.len() < at {
                bytes.resize(at, 0);
            }
            let over = new.len().min(bytes.len() - at);
            bytes[at..at + over].copy_from_slice(&new[..over]);
            bytes.extend_from_slice(&new[over..]);
        }
    }
}

/// A disk: files by number, and which name stands for which, as synced and with what happened since.
#[derive(Default)]
pub(super) struct Disk<'a> {
    files: Vec<File<'a>>,
    names: BTreeMap<String, usize>,
    synced_names: BTreeMap<String, usize>,
    since: Vec<(String, Option<usize>)>,
}

impl<'a> Disk<'a> {
    pub(super) fn new(before: &BTreeMap<String, Vec<u8>>) -> Self {
        let mut disk = Self::default();
        for (name, bytes) in before {
            disk.files.push(File { synced: bytes.clone(), since: Vec::new() });
            disk.names.insert(name.clone(), disk.files.len() - 1);
        }
        disk.synced_names = disk.names.clone();
        disk
    }

    fn name(&mut self, name: &str, file: Option<usize>) {
        match file {
            Some(file) => self.names.insert(name.to_owned(), file),
            None => self.names.remove(name),
        };
        self.since.push((name.to_owned(), file));
    }

    /// Does what the process did; says what was acknowledged.
    pub(super) fn happen(&mut self, event: &'a Event) -> Option<u32> {
        match event {
            Event::Acknowledged(number) => return Some(*number),
            Event::Make(name) => {
                self.files.push(File::default());
                self.name(name, Some(self.files.len() - 1));
            }
            Event::Remove(name) => self.name(name, None),
            Event::Rename(from, to) => {
                let file = self.names.get(from).copied();
                self.name(from, None);
                self.name(to, file);
            }
            Event::Write(name, at, bytes) => self.change(name, Change::Write(*at, bytes)),
            Event::Cut(name, length) => self.change(name, Change::Cut(*length)),
            Event::Sync(name) => {
                let file = self.names[name];
                self.files[file].sync();
            }
            Event::SyncFolder => {
                self.since.clear();
                self.synced_names = self.names.clone();
            }
        }
        None
    }

    fn change(&mut self, name: &str, change: Change<'a>) {
        let file = self.names[name];
        self.files[file].since.push(change);
    }

    /// What is found after the power went, by chance.
    pub(super) fn cut(&self, chance: &mut Chance) -> BTreeMap<String, Vec<u8>> {
        let mut names = self.synced_names.clone();
        for (name, file) in &self.since {
            if chance.below(2) == 0 {
                match file {
                    Some(file) => names.insert(name.clone(), *file),
                    None => names.remove(name),
                };
            }
        }
        let left = |file: &usize| left_of(&self.files[*file], chance);
        let bytes: Vec<Vec<u8>> = names.values().map(left).collect();
        names.into_keys().zip(bytes).collect()
    }
}

/// What was synced, and of what was written since: nothing, all, or any part.
fn left_of(file: &File<'_>, chance: &mut Chance) -> Vec<u8> {
    const SECTOR: usize = 512;
    let mut bytes = file.synced.clone();
    let some = chance.below(4);
    for change in &file.since {
        let luck = chance.below(10);
        match change {
            _ if some == 0 => {}
            _ if some == 1 || luck < 5 => apply(&mut bytes, change),
            Change::Write(at, new) if luck == 5 && new.len() > SECTOR => {
                // Torn: the first sectors of a write, or the last ones.
                let cut = (1 + chance.below(new.len() / SECTOR)) * SECTOR % new.len();
                let part =
                    if chance.below(2) == 0 { (*at, &new[..cut]) } else { (at + cut, &new[cut..]) };
                apply(&mut bytes, &Change::Write(part.0, part.1));
            }
            _ => {}
        }
    }
    bytes
}
