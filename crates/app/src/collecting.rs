//! Collecting from result files: look first, then take them in, some of them in one transaction.
//!
//! What is taken in depends only on which files there are, not on the order in which they come.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use eighteen_exchange::{
    history::{FileSeen, Finding, FindingKind, LinkKind, together},
    results::Opened,
};
use eighteen_seal::Identity;
use eighteen_store::{Reader, Store};

use crate::{
    App, ErrorCode, UserError,
    collect::Harvest,
    course::count,
    error::not_found,
    figures,
    history::link,
    identity::identity,
    result_file::{KnownItems, came, findings, look, take_in},
    wire::{
        results::{
            CollectFiles, CollectPage, FileRefused, FindingWord, FoundFile, FoundState,
            PersonFinding, PersonHistory,
        },
        trainer::OpenPerson,
    },
};

/// The folder that is looked through on each visit.
const FOLDER: &str = "results_folder";
const ENDING: &str = "e18r";
/// The most files that are looked at in one go.
const MOST_FILES: usize = 10_000;

/// Bytes of files that are taken in one transaction; a longer file is taken alone.
const AT_A_TIME: u64 = 16 << 20;

/// A file that was looked at and can be taken in.
#[derive(Clone)]
pub(crate) struct Looked {
    path: PathBuf,
    length: u64,
    /// What it held then; nothing of a file that is not taken.
    digest: Option<String>,
    row: FoundFile,
}

impl App {
    /// The page for collecting, with what lies in the folder that was chosen.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn collect_page(&self) -> Result<CollectPage, UserError> {
        let store = self.trainer_store()?;
        let folder = store.read(|reader| Ok::<_, UserError>(reader.setting(FOLDER)?))?;
        let paths = folder.as_deref().map(|folder| files_in(Path::new(folder)));
        let missing = matches!(paths, Some(None));
        self.look_at(&store, paths.flatten().unwrap_or_default())?;
        self.collect_shown(&store, missing)
    }

    /// Asks for result files and looks at them; what was found before is forgotten.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn choose_result_files(&self) -> Result<Option<CollectPage>, UserError> {
        let store = self.trainer_store()?;
        let paths = self.desktop.choose_open_paths(&[ENDING]);
        if paths.is_empty() {
            return Ok(None);
        }
        self.look_at(&store, paths)?;
        self.collect_shown(&store, false).map(Some)
    }

    /// Files and folders were dropped on the window. Nobody looks at them before the page for collecting asks.
    pub fn files_dropped(&self, paths: Vec<PathBuf>) {
        self.held().dropped = paths;
    }

    /// Looks at what was dropped on the window, and in its folders; what was found before is forgotten.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn look_at_dropped(&self) -> Result<CollectPage, UserError> {
        let store = self.trainer_store()?;
        let dropped = std::mem::take(&mut self.held().dropped);
        let paths = dropped.into_iter().flat_map(|path| match files_in(&path) {
            Some(files) => files,
            None => vec![path],
        });
        self.look_at(&store, paths.collect())?;
        self.collect_shown(&store, false)
    }

    /// Asks for the folder that is looked through on each visit; nothing when the person cancels.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn choose_result_folder(&self) -> Result<Option<CollectPage>, UserError> {
        let store = self.trainer_store()?;
        let Some(folder) = self.desktop.choose_folder() else {
            return Ok(None);
        };
        let folder = folder.display().to_string();
        store.write(|writer| Ok::<_, UserError>(writer.set_setting(FOLDER, &folder)?))?;
        self.collect_page().map(Some)
    }

    /// Takes files that were looked at into the store, each wholly or not at all.
    ///
    /// # Errors
    /// `TrainerLocked`, `NotFound` when one was not looked at, or what the store says.
    pub fn collect_files(&self, args: CollectFiles) -> Result<Vec<FoundFile>, UserError> {
        let store = self.trainer_store()?;
        let files = self.looked_at(&args.indexes)?;
        let sample = store.read(|reader| Ok::<_, UserError>(reader.has_sample()?))?;
        let (mut ready, others): (Vec<Looked>, Vec<Looked>) =
            files.into_iter().partition(Looked::is_ready);
        if sample {
            let why = FileRefused::Sample;
            for file in &mut ready {
                file.row.state = FoundState::Rejected { why };
            }
        } else {
            let trainer = identity(&store)?;
            let mut left = ready.as_mut_slice();
            while !left.is_empty() {
                let (some, rest) = left.split_at_mut(at_once(left));
                self.take_in_files(&store, &trainer, some)?;
                left = rest;
            }
            self.tell_more()?;
        }
        let mut rows: Vec<_> = ready.into_iter().chain(others).map(|file| file.row).collect();
        rows.sort_by_key(|row| row.index);
        if self.smallest_group()?.is_some() {
            rows.iter_mut().for_each(FoundFile::without_person);
        }
        Ok(rows)
    }

    fn looked_at(&self, indexes: &[u32]) -> Result<Vec<Looked>, UserError> {
        let looked = self.looked();
        let file = |index: &u32| looked.get(*index as usize).cloned();
        let files =
            indexes.iter().map(|index| file(index).ok_or_else(|| not_found("file", "looked at")));
        files.collect()
    }

    /// Takes files in, all of them in one transaction: each commit writes every page of the store that it touches.
    fn take_in_files(
        &self,
        store: &Store,
        trainer: &Identity,
        files: &mut [Looked],
    ) -> Result<(), UserError> {
        let (mut read, mut known) = (Vec::new(), KnownItems::default());
        for file in &mut *files {
            file.row.state = match look(&file.path, trainer, &mut known) {
                Ok((opened, _)) if file.digest.as_ref() != Some(&opened.digest) => {
                    FoundState::Rejected { why: FileRefused::Changed }
                }
                Ok(whole) => {
                    read.push(whole);
                    FoundState::Collected
                }
                Err(why) => FoundState::Rejected { why },
            };
        }
        let now = self.now().rfc3339();
        let nameless = self.smallest_group()?.is_some();
        let written = store.write(|writer| {
            for (opened, harvest) in read {
                take_in(writer, &opened, harvest, &now, nameless)?;
            }
            figures::keep(writer)
        });
        match (written, &mut *files) {
            // A value that no store of ours can hold: the file says what no app of ours wrote.
            (Err(error), [file]) if error.code == ErrorCode::Internal => {
                file.row.state = FoundState::Rejected { why: FileRefused::NotOne };
            }
            // Nobody knows yet which file it was.
            (Err(error), several) if error.code == ErrorCode::Internal => {
                return several
                    .chunks_mut(1)
                    .try_for_each(|file| self.take_in_files(store, trainer, file));
            }
            (written, _) => written?,
        }
        let mut looked = self.looked();
        for file in files {
            if let Some(looked) = looked.get_mut(file.row.index as usize) {
                looked.row.state = file.row.state;
            }
        }
        Ok(())
    }

    /// What the files of a person show.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn person_history(&self, args: OpenPerson) -> Result<PersonHistory, UserError> {
        self.persons_shown()?;
        let store = self.trainer_store()?;
        store.read(|reader| person_history(reader, &args.person_id))
    }

    fn look_at(&self, store: &Store, mut paths: Vec<PathBuf>) -> Result<(), UserError> {
        paths.sort();
        paths.truncate(MOST_FILES);
        let trainer = identity(store)?;
        let mut looked: Vec<Looked> = Vec::new();
        let (mut met, mut known) = (BTreeSet::new(), KnownItems::default());
        for path in paths {
            let read = look(&path, &trainer, &mut known);
            let mut found = store.read(|reader| found(reader, &path, &read))?;
            found.row.index = count(looked.len());
            if found.digest.as_ref().is_some_and(|digest| !met.insert(digest.clone())) {
                found.row.state = FoundState::Same;
            }
            looked.push(found);
        }
        *self.looked() = looked;
        Ok(())
    }

    fn collect_shown(&self, store: &Store, missing: bool) -> Result<CollectPage, UserError> {
        let key = self.trainer_key()?;
        let (folder, sample) = store
            .read(|reader| Ok::<_, UserError>((reader.setting(FOLDER)?, reader.has_sample()?)))?;
        let mut files: Vec<_> = self.looked().iter().map(|looked| looked.row.clone()).collect();
        if self.smallest_group()?.is_some() {
            files.iter_mut().for_each(FoundFile::without_person);
        }
        Ok(CollectPage { key, folder, folder_missing: missing, sample, files })
    }
}

impl Looked {
    /// It would add something.
    fn is_ready(&self) -> bool {
        matches!(self.row.state, FoundState::New | FoundState::Updated)
    }
}

/// How many of these files are taken in one transaction.
fn at_once(files: &[Looked]) -> usize {
    let mut bytes = 0;
    let fit = files.iter().take_while(|file| {
        bytes += file.length;
        bytes <= AT_A_TIME
    });
    fit.count().max(1)
}

impl FoundFile {
    /// Where no person is shown, a file is a file.
    fn without_person(&mut self) {
        self.name = None;
        self.checks = 0;
        self.findings.clear();
    }
}

/// Result files of a folder; nothing when it cannot be read.
fn files_in(folder: &Path) -> Option<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).ok()?;
    let ours = |path: &PathBuf| path.extension().is_some_and(|ending| ending == ENDING);
    Some(entries.filter_map(|entry| Some(entry.ok()?.path())).filter(ours).collect())
}

fn found(
    reader: &Reader<'_>,
    path: &Path,
    read: &Result<(Opened, Harvest), FileRefused>,
) -> Result<Looked, UserError> {
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let nothing = FoundFile {
        index: 0,
        file,
        state: FoundState::New,
        name: None,
        made_at: None,
        checks: 0,
        findings: Vec::new(),
    };
    let (opened, harvest) = match read {
        Ok(read) => read,
        Err(why) => {
            let row = FoundFile { state: FoundState::Rejected { why: *why }, ..nothing };
            return Ok(Looked { path: path.to_path_buf(), length: 0, digest: None, row });
        }
    };
    let header = &opened.header;
    let state = if reader.has_result_file(&opened.digest)? {
        FoundState::Same
    } else if reader.result_files(&header.learner_id)?.is_empty() {
        FoundState::New
    } else {
        FoundState::Updated
    };
    let came = came(harvest);
    let row = FoundFile {
        state,
        name: harvest.people.first().and_then(|person| person.name.clone()),
        made_at: Some(header.made_at.clone()),
        checks: count(harvest.attempts.len()),
        findings: words(findings(opened, &came)),
        ..nothing
    };
    Ok(Looked {
        path: path.to_path_buf(),
        length: opened.body.len() as u64,
        digest: Some(opened.digest.clone()),
        row,
    })
}

fn words(findings: Vec<Finding>) -> Vec<FindingWord> {
    let kinds: BTreeSet<_> = findings.into_iter().map(|finding| finding.kind).collect();
    kinds.into_iter().map(FindingWord::from).collect()
}

fn person_history(reader: &Reader<'_>, id: &str) -> Result<PersonHistory, UserError> {
    let files = reader.result_files(id)?;
    let links: Vec<_> = reader.links_of(id)?.into_iter().filter_map(link).collect();
    let seen: Vec<_> = files
        .iter()
        .map(|file| FileSeen {
            digest: file.digest.clone(),
            device: file.device.clone(),
            number: file.number,
            head: file.head.clone(),
        })
        .collect();
    let mut told = BTreeSet::new();
    for finding in together(&links, &seen) {
        told.insert((finding.counter, FindingWord::from(finding.kind)));
    }
    for row in reader.file_findings(id)? {
        if let Some(kind) = FindingKind::named(&row.kind) {
            told.insert((row.counter, FindingWord::from(kind)));
        }
    }
    let at =
        |counter| links.iter().find(|link| link.counter == counter).map(|link| link.at.clone());
    let findings = told.into_iter().map(|(counter, kind)| PersonFinding {
        kind,
        check_number: counter,
        at: at(counter),
    });
    Ok(PersonHistory {
        files: count(files.len()),
        unsigned_checks: reader.unsigned_checks_of(id)?,
        restored: count(links.iter().filter(|link| link.kind == LinkKind::Restored).count()),
        findings: findings.collect(),
    })
}
