//! A learner's results as a file in a folder that she chose: after each finished check, and when the app is
//! closed. The folder may be a share or a stick that is away: then it is tried again, and the page says so.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError, Weak,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    time::Duration,
};

use eighteen_seal::to_hex;
use eighteen_store::{FilingRow, write_beside};
use sha2::{Digest as _, Sha256};

use crate::{
    App, ErrorCode, UserError,
    app::Who,
    bell::Bell,
    error::not_found,
    results::trainers,
    wire::{
        delivery::{FiledInto, Filing},
        results::PublicKeyOf,
    },
};

/// How often the thread looks whether the app is still there.
const LOOK: Duration = Duration::from_mins(1);
/// A share that does not answer keeps nobody from closing the app.
const AT_CLOSING: Duration = Duration::from_secs(5);

/// Whether anything was written to the store since a result file was.
#[derive(Debug, Default)]
pub(crate) struct Unfiled {
    changed: AtomicBool,
    bell: Bell,
    /// One file is written at a time.
    writing: Mutex<()>,
}

impl Unfiled {
    pub(crate) fn note(&self) {
        self.changed.store(true, Ordering::Release);
    }

    /// Now is a good moment.
    pub(crate) fn ring(&self) {
        self.bell.ring();
    }
}

impl App {
    /// Whether the learner's results are written by themselves, and where.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn filing(&self) -> Result<Filing, UserError> {
        let who = self.who().clone();
        self.read(|reader| {
            let trainers = trainers(reader)?.trainers;
            let row = match &who {
                Who::Learner(id) => reader.filing(id)?,
                Who::Unknown | Who::Newcomer => None,
            };
            let into = row.map(|row| {
                let trainer = trainers.iter().find(|one| one.public_key == row.trainer_key);
                FiledInto {
                    folder: row.folder,
                    trainer: trainer.map(|trainer| trainer.name.clone()).unwrap_or_default(),
                    written_at: row.written_at,
                    problem: row.problem,
                }
            });
            let given = self.given_folder().map(|folder| folder.display().to_string());
            Ok(Filing { learner: matches!(who, Who::Learner(_)), trainers, given, into })
        })
    }

    /// Asks for a folder, where the organisation names none, and writes the learner's results there from now on;
    /// nothing when they cancel.
    ///
    /// # Errors
    /// `NotFound` when nobody is learning, or the trainer is not trusted here.
    pub fn start_filing(&self, args: PublicKeyOf) -> Result<Option<Filing>, UserError> {
        let learner_id = self.learner_id()?;
        let trainer = self.read(|reader| Ok(reader.trainer(&args.public_key)?))?;
        let trainer = trainer.ok_or_else(|| not_found("trainer", &args.public_key))?;
        let folder = self.given_folder().or_else(|| self.desktop.choose_folder());
        let Some(folder) = folder else {
            return Ok(None);
        };
        let row = FilingRow {
            learner_id,
            trainer_key: trainer.public_key,
            folder: folder.display().to_string(),
            chosen_at: self.now().rfc3339(),
            written_at: None,
            problem: None,
        };
        self.write(|writer| Ok(writer.file_into(&row)?))?;
        self.file_results()?;
        self.filing().map(Some)
    }

    /// The learner's results are written only when she asks, from here on.
    ///
    /// # Errors
    /// `NotFound` when nobody is learning.
    pub fn stop_filing(&self) -> Result<Filing, UserError> {
        let learner_id = self.learner_id()?;
        self.write(|writer| Ok(writer.stop_filing(&learner_id)?))?;
        self.filing()
    }

    /// Writes the file of whoever is learning, if she wants that. What is in the way is kept for the page.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub fn file_results(&self) -> Result<(), UserError> {
        let _one = self.unfiled.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let Who::Learner(id) = self.who().clone() else { return Ok(()) };
        let Some(row) = self.read(|reader| Ok(reader.filing(&id)?))? else { return Ok(()) };
        let was_changed = self.unfiled.changed.swap(false, Ordering::AcqRel);
        if !was_changed && row.problem.is_none() && row.written_at.is_some() {
            return Ok(());
        }
        let outcome = self.file(&row);
        let now = self.now().rfc3339();
        let problem = outcome.map_err(|error| error.detail);
        self.write_aside(|writer| {
            Ok(writer
                .filed(&id, problem.as_ref().map(|()| now.as_str()).map_err(String::as_str))?)
        })
    }

    /// The folder that the organisation names.
    fn given_folder(&self) -> Option<PathBuf> {
        self.rules.policy.delivery.as_ref()?.folder.as_ref().map(PathBuf::from)
    }

    fn file(&self, row: &FilingRow) -> Result<(), UserError> {
        let mut prepared = self.prepare_results(&row.learner_id, &row.trainer_key)?;
        // One file for each learner and computer: the newest has everything, so it takes the place of the
        // one before. Its name is read by everybody with the folder, and tells nothing of who.
        let name =
            format!("eighteen-days-results-{}-{}.e18r", prepared.device(), mark(&row.learner_id));
        let path = Path::new(&row.folder).join(name);
        // A stick that was pulled out leaves an empty place, and nothing is to be written there instead.
        if !Path::new(&row.folder).is_dir() {
            return Err(UserError::new(ErrorCode::FileNotWritable, "the folder is not there"));
        }
        Ok(write_beside(&path, &prepared.bytes()?)?)
    }

    /// Writes files from now on, in a thread that ends with the app.
    pub fn start_filing_thread(self: &Arc<Self>) {
        let (app, unfiled) = (Arc::downgrade(self), Arc::clone(&self.unfiled));
        std::thread::spawn(move || file_on(&app, &unfiled));
    }

    /// The app is being closed: what was written since the last file goes to the folder.
    pub fn close(self: &Arc<Self>) {
        let (done, wait) = mpsc::channel();
        let app = Arc::clone(self);
        std::thread::spawn(move || {
            note(app.file_results());
            let _ = done.send(());
        });
        let _ = wait.recv_timeout(AT_CLOSING);
    }
}

/// The same for one learner every time, and nothing that leads back to her.
fn mark(learner_id: &str) -> String {
    let digest = Sha256::digest(format!("eighteen-days file name {learner_id}"));
    to_hex(&digest[..4])
}

fn file_on(app: &Weak<App>, unfiled: &Unfiled) {
    loop {
        let is_rung = unfiled.bell.wait(LOOK);
        let Some(app) = app.upgrade() else { return };
        if is_rung {
            note(app.file_results());
        }
    }
}

fn note(outcome: Result<(), UserError>) {
    if let Err(error) = outcome {
        tracing::warn!(code = ?error.code, detail = %error.detail, "results were not written");
    }
}
