//! Collecting from result files: look first, then take one file after the other, each in one transaction.
//!
//! What is taken in depends only on which files there are, not on the order in which they come.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use eighteen_exchange::{
    history::{Came, FileSeen, Finding, in_file, together, vouched},
    results::{LONGEST, Opened, Refused, read},
};
use eighteen_seal::Identity;
use eighteen_store::{
    AttemptRow, FileFindingRow, Reader, ResultFileRow, StepDoneRow, Store, Writer,
};
use sha2::{Digest as _, Sha256};

use crate::{
    App, ErrorCode, UserError,
    app::file_bytes,
    attempt::policy,
    collect::{COLLECTED_AT, Harvest, bring_in},
    course::count,
    error::not_found,
    history::{content, content_in, link, link_row},
    identity::identity,
    question::response_from_json,
    wire::{
        results::{
            CollectFile, CollectPage, FileRefused, FindingWord, FoundFile, FoundState,
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

/// A file that was looked at and can be taken in.
pub(crate) struct Looked {
    path: PathBuf,
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

    /// Takes one of the files that were looked at into the store, wholly or not at all.
    ///
    /// # Errors
    /// `TrainerLocked`, `NotFound` when it was not looked at, or what the store says.
    pub fn collect_file(&self, args: CollectFile) -> Result<FoundFile, UserError> {
        let store = self.trainer_store()?;
        let index = args.index as usize;
        let (path, digest, mut row) = {
            let looked = self.looked();
            let looked = looked.get(index).ok_or_else(|| not_found("file", "looked at"))?;
            (looked.path.clone(), looked.digest.clone(), looked.row.clone())
        };
        let taken = matches!(row.state, FoundState::New | FoundState::Updated);
        if self.smallest_group()?.is_some() {
            row.without_person();
        }
        if let (true, Some(digest)) = (taken, digest) {
            row.state = self.take_result_file(&store, &path, &digest)?;
            self.tell_more()?;
            if let Some(looked) = self.looked().get_mut(index) {
                looked.row.state = row.state;
            }
        }
        Ok(row)
    }

    fn take_result_file(
        &self,
        store: &Store,
        path: &Path,
        digest: &str,
    ) -> Result<FoundState, UserError> {
        let rejected = |why| Ok(FoundState::Rejected { why });
        if store.read(|reader| Ok::<_, UserError>(reader.has_sample()?))? {
            return rejected(FileRefused::Sample);
        }
        let (opened, harvest) = match look(path, &identity(store)?) {
            Ok(read) => read,
            Err(why) => return rejected(why),
        };
        if opened.digest != digest {
            return rejected(FileRefused::Changed);
        }
        let now = self.now().rfc3339();
        let nameless = self.smallest_group()?.is_some();
        let written = store.write(|writer| take_in(writer, &opened, harvest, &now, nameless));
        match written {
            // A value that no store of ours can hold: the file says what no app of ours wrote.
            Err(error) if error.code == ErrorCode::Internal => rejected(FileRefused::NotOne),
            written => written.map(|()| FoundState::Collected),
        }
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
        let mut met = BTreeSet::new();
        for path in paths {
            let read = look(&path, &trainer);
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

/// Opens a file and finds out whether everything in it is what it has to be.
fn look(path: &Path, trainer: &Identity) -> Result<(Opened, Harvest), FileRefused> {
    // A pipe or a device has no end; only a file is read.
    let ordinary = fs::metadata(path).map_err(|_| FileRefused::NotReadable)?;
    if !ordinary.is_file() {
        return Err(FileRefused::NotReadable);
    }
    let most = usize::try_from(LONGEST).unwrap_or(usize::MAX);
    let bytes = file_bytes(path, most).map_err(|_| FileRefused::NotReadable)?;
    let opened = read(&bytes, trainer).map_err(|refused| match refused {
        Refused::TooLong => FileRefused::TooLong,
        Refused::DoesNotOpen => FileRefused::DoesNotOpen,
        Refused::Newer => FileRefused::Newer,
        Refused::NotOne => FileRefused::NotOne,
        Refused::Signature => FileRefused::Signature,
        Refused::ForAnother => FileRefused::ForAnother,
    })?;
    let harvest: Harvest = serde_json::from_str(&opened.body).map_err(|_| FileRefused::NotOne)?;
    if !sound(&opened, &harvest) {
        return Err(FileRefused::NotOne);
    }
    Ok((opened, harvest))
}

/// Whether the reports can read every value. A file may be signed and still hold nonsense.
fn sound(opened: &Opened, harvest: &Harvest) -> bool {
    let is_time = |time: &str| chrono::DateTime::parse_from_rfc3339(time).is_ok();
    let is_list = |list: &str| serde_json::from_str::<Vec<String>>(list).is_ok();
    let item = |row: &eighteen_store::ItemRow| {
        row.hash == eighteen_seal::to_hex(&Sha256::digest(&row.body))
            && serde_json::from_str::<eighteen_pack::Item>(&row.body).is_ok()
    };
    let attempt = |row: &AttemptRow| {
        policy(row).is_ok()
            && is_time(&row.started_at)
            && row.finished_at.as_deref().is_some_and(is_time)
    };
    is_time(&opened.header.made_at)
        && matches!(&harvest.people[..], [person] if person.id == opened.header.learner_id
            && is_time(&person.last_active))
        && harvest.progress.iter().all(|row| is_time(&row.opened_at))
        && harvest.revisits.iter().all(|row| is_time(&row.done_at))
        && harvest.steps.iter().all(|row| is_time(&row.step.done_at))
        && harvest.items.iter().all(|(hash, row)| *hash == row.hash && item(row))
        && harvest.attempts.iter().all(attempt)
        && harvest.attempt_items.iter().all(|row| {
            harvest.items.contains_key(&row.item_hash)
                && is_list(&row.parts)
                && is_list(&row.targets)
        })
        && harvest
            .answers
            .iter()
            .all(|row| response_from_json(&row.response).is_ok() && is_time(&row.answered_at))
}

/// The finished checks of a file with what they hash to.
fn came(harvest: &Harvest) -> Vec<Came> {
    let of = |attempt: &AttemptRow| {
        let items = harvest.attempt_items.iter().filter(|row| row.attempt_id == attempt.id);
        let answers = harvest.answers.iter().filter(|row| row.attempt_id == attempt.id);
        Came {
            attempt_id: attempt.id.clone(),
            learner_id: attempt.learner_id.clone(),
            content: content(attempt, items, answers),
        }
    };
    harvest.attempts.iter().map(of).collect()
}

fn findings(opened: &Opened, came: &[Came]) -> Vec<Finding> {
    in_file(&opened.header.learner_id, &opened.header.device, &opened.links, came)
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
            return Ok(Looked { path: path.to_path_buf(), digest: None, row });
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
    Ok(Looked { path: path.to_path_buf(), digest: Some(opened.digest.clone()), row })
}

fn words(findings: Vec<Finding>) -> Vec<FindingWord> {
    let kinds: BTreeSet<_> = findings.into_iter().map(|finding| finding.kind).collect();
    kinds.into_iter().map(FindingWord::from).collect()
}

/// Takes a file in. What its history does not vouch for, and what is somebody else's, is left out.
fn take_in(
    writer: &Writer<'_>,
    opened: &Opened,
    mut harvest: Harvest,
    now: &str,
    nameless: bool,
) -> Result<(), UserError> {
    let header = &opened.header;
    let came = came(&harvest);
    let findings = findings(opened, &came);
    let kept: BTreeSet<String> =
        vouched(&header.learner_id, &opened.links, &came).map(str::to_owned).collect();
    harvest.only_of(&header.learner_id);
    if nameless {
        harvest.without_names();
    }
    harvest.keep_attempts(|attempt| kept.contains(&attempt.id));
    settle(writer, &mut harvest)?;
    for mut person in std::mem::take(&mut harvest.people) {
        person.sample = false;
        writer.merge_person(&person)?;
    }
    for progress in std::mem::take(&mut harvest.progress) {
        writer.merge_progress(&progress)?;
    }
    bring_in(writer, &harvest)?;
    for attempt in &harvest.attempts {
        writer.vouch_for(&attempt.id)?;
        writer.let_go_of_statements(&attempt.id)?;
    }
    writer.put_result_file(&ResultFileRow {
        digest: opened.digest.clone(),
        learner_id: header.learner_id.clone(),
        device: header.device.clone(),
        number: header.number,
        head: header.head.clone(),
        made_at: header.made_at.clone(),
        collected_at: now.to_owned(),
    })?;
    for link in &opened.links {
        writer.put_link(&link_row(&header.learner_id, link))?;
    }
    for finding in findings {
        writer.put_file_finding(&FileFindingRow {
            learner_id: header.learner_id.clone(),
            digest: opened.digest.clone(),
            kind: finding.kind.as_str().to_owned(),
            counter: finding.counter,
        })?;
    }
    Ok(writer.set_setting(COLLECTED_AT, now)?)
}

/// One check of which there are two accounts: after a copy was put back it may have been finished again. The
/// later one counts, and of two of one moment the one with the greater hash, whichever comes first. What no
/// computer signed gives way to what one did.
fn settle(writer: &Writer<'_>, harvest: &mut Harvest) -> Result<(), UserError> {
    let reader = writer.reader();
    let mut left = BTreeSet::new();
    for came in came(harvest) {
        let Some(known) = reader.attempt(&came.attempt_id)? else { continue };
        let known_content = content_in(&reader, &known)?;
        if known.learner_id != came.learner_id {
            left.insert(came.attempt_id);
        } else if known_content != came.content {
            let new = harvest.attempts.iter().find(|attempt| attempt.id == came.attempt_id);
            let finished = new.and_then(|attempt| attempt.finished_at.clone());
            let gives_way = reader.is_unsigned(&came.attempt_id)?;
            if gives_way || (finished, &came.content) > (known.finished_at, &known_content) {
                writer.remove_attempt(&came.attempt_id)?;
            } else {
                left.insert(came.attempt_id);
            }
        }
    }
    harvest.keep_attempts(|attempt| !left.contains(&attempt.id));
    // Time on a step only grows, so of two files the longer one is the later.
    let mut later = Vec::new();
    for taken in std::mem::take(&mut harvest.steps) {
        let known = reader.steps_done(&taken.learner_id, &taken.pack_id)?;
        let known = known.iter().find(|known| known.step_id == taken.step.step_id);
        let newer = |known: &StepDoneRow| {
            (known.elapsed_ms, &known.done_at) < (taken.step.elapsed_ms, &taken.step.done_at)
        };
        if known.is_none_or(newer) {
            later.push(taken);
        }
    }
    harvest.steps = later;
    Ok(())
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
        if let Some(kind) = eighteen_exchange::history::FindingKind::named(&row.kind) {
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
        restored: count(
            links
                .iter()
                .filter(|link| link.kind == eighteen_exchange::history::LinkKind::Restored)
                .count(),
        ),
        findings: findings.collect(),
    })
}
