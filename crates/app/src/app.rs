//! The app: its stores, its course, who is learning, and what it was given to ask the system.

use std::{
    io::Read as _,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, atomic::AtomicBool},
};

use eighteen_deliver::{Keeper, Reach, SystemKeyring};
use eighteen_exchange::{AssignmentFile, Roster};
use eighteen_seal::{PublicKey, RecoveryCode, StoreKey};
use eighteen_store::{DataFolder, Installation, Kind, Reader, Store, Writer};

use crate::{
    clock::{Clock, Moment, SystemClock, new_id},
    collecting::Looked,
    course::Course,
    courses::Courses,
    delivery::settle_delivery,
    error::{ErrorCode, UserError, locked},
    filing::Unfiled,
    gathering::Gatherer,
    glance::HeldGlance,
    history::note_restored,
    installing::{PassedOver, teach_what_was_open},
    policy::Rules,
    sending::Sending,
    shelf::{Judged, Shelf},
    startup::notice,
    underway::Underway,
    wire::{learner::StoreNotice, settings::NotProvided},
};

/// What only the desktop can ask the person.
pub trait Desktop: Send + Sync {
    /// Asks where to save a file; nothing when the person cancels.
    fn choose_save_path(&self, suggested_name: &str) -> Option<PathBuf>;
    /// Asks which file to open, of those with one of these endings; nothing when the person cancels.
    fn choose_open_path(&self, endings: &[&str]) -> Option<PathBuf>;
    /// Asks which files to open, of those with one of these endings; none when the person cancels.
    fn choose_open_paths(&self, endings: &[&str]) -> Vec<PathBuf>;
    /// Asks for a folder; nothing when the person cancels.
    fn choose_folder(&self) -> Option<PathBuf>;

    /// Shows a file where the desktop shows files; says whether there was a way to.
    fn show_file(&self, path: &Path) -> bool;
}

/// Everything behind the window.
pub struct App {
    pub(crate) data_dir: PathBuf,
    pub(crate) desktop: Box<dyn Desktop>,
    clock: Box<dyn Clock>,
    /// What the organisation of this computer has decided.
    pub(crate) rules: Rules,
    ready: OnceLock<Ready>,
    waiting: Mutex<Waiting>,
    who: Mutex<Who>,
    trainer: Mutex<Option<Session>>,
    /// The result files that were looked at last.
    looked: Mutex<Vec<Looked>>,
    /// What takes long may go on in a large store while somebody works with it.
    pub(crate) tends: AtomicBool,
    /// What was read of a file and waits for the person's word.
    held: Mutex<Held>,
    /// What is on its way to a file.
    pub(crate) underway: Underway,
    /// Held while the draft of a pack is read and changed.
    pub(crate) building: Mutex<()>,
    /// The raster pictures of the draft that the page shows.
    pub(crate) draft_pictures: Mutex<Vec<eighteen_pack::Picture>>,
    /// The file of questions that the builder looked at last.
    pub(crate) found_questions: Mutex<Option<PathBuf>>,
    /// The file that a trainer wrote last.
    pub(crate) last_taken: Mutex<Option<PathBuf>>,
    /// Where passwords are kept.
    pub(crate) keeper: Box<dyn Keeper>,
    /// How far is gone for a store of the organisation.
    pub(crate) reach: Reach,
    /// How sending stands.
    pub(crate) sending: Arc<Sending>,
    /// How collecting from a store stands.
    pub(crate) gatherer: Mutex<Gatherer>,
    /// What was written since a result file was.
    pub(crate) unfiled: Arc<Unfiled>,
}

/// What was read of a file and waits for the person's word.
#[derive(Default)]
pub(crate) struct Held {
    /// A list of people.
    pub(crate) roster: Option<Roster>,
    /// Assignments of a trainer who is not trusted yet.
    pub(crate) assignments: Option<(PublicKey, AssignmentFile)>,
    /// What was dropped on the window last.
    pub(crate) dropped: Vec<PathBuf>,
    /// The bytes of a pack that was looked at and what was found in them, until it is installed or another one is
    /// looked at.
    pub(crate) pack: Option<(Vec<u8>, Judged)>,
}

/// What an app has when its stores could be opened.
pub(crate) struct Ready {
    pub(crate) folder: DataFolder,
    pub(crate) store: Store,
    pub(crate) notice: Option<StoreNotice>,
    pub(crate) courses: Courses,
    pub(crate) shelf: Mutex<Shelf>,
    /// What the policy could not provide.
    pub(crate) not_provided: Vec<NotProvided>,
    /// Installed versions that were passed over at the start, for the page of packs.
    pub(crate) passed_over: Mutex<Vec<PassedOver>>,
}

impl Ready {
    pub(crate) fn shelf(&self) -> MutexGuard<'_, Shelf> {
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An app whose stores could not be opened yet.
struct Waiting {
    /// Absent when it could not be read, and once the app is ready.
    course: Option<Course>,
    /// Why it is not ready.
    failure: UserError,
}

/// Who is learning in this window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Who {
    /// Not said yet.
    Unknown,
    /// Somebody who has not begun.
    Newcomer,
    /// A learner, by id.
    Learner(String),
}

/// An open trainer's store.
#[derive(Clone)]
pub(crate) struct Session {
    pub(crate) store: Arc<Store>,
    /// Copies are made with it; wiped when the area is locked.
    pub(crate) key: StoreKey,
    /// A code that was made and shown, and is not kept yet.
    pub(crate) recovery: Option<RecoveryCode>,
    pub(crate) notice: Option<StoreNotice>,
    /// How everybody stands, once it was asked for.
    pub(crate) glance: HeldGlance,
    /// People in the smallest group of which anything is shown; absent where persons are shown.
    pub(crate) smallest_group: Option<u32>,
    /// When it was unlocked and when it was used last, in seconds since 1970.
    pub(crate) opened: u64,
    pub(crate) used: u64,
}

/// Without use, the area is locked after ten minutes.
const IDLE_SECONDS: u64 = 10 * 60;
/// However much it is used, it is locked after eight hours.
const LONGEST_SECONDS: u64 = 8 * 60 * 60;

impl Session {
    /// A clock that was set back makes nothing older than now.
    fn is_over(&self, now: u64) -> bool {
        now.saturating_sub(self.used) >= IDLE_SECONDS
            || now.saturating_sub(self.opened) >= LONGEST_SECONDS
    }
}

impl App {
    /// Opens the app in a data folder. A store that cannot be opened makes every verb say why.
    /// No organisation has decided anything here.
    pub fn open(data_dir: &Path, desktop: Box<dyn Desktop>) -> Self {
        Self::open_with(data_dir, desktop, Box::new(SystemClock), Course::shipped())
    }

    /// The same with a clock and a course of one's own.
    pub fn open_with(
        data_dir: &Path,
        desktop: Box<dyn Desktop>,
        clock: Box<dyn Clock>,
        course: Result<Course, UserError>,
    ) -> Self {
        Self::open_under(Rules::none(), data_dir, desktop, clock, course)
    }

    /// The same under the rules of an organisation.
    pub fn open_under(
        rules: Rules,
        data_dir: &Path,
        desktop: Box<dyn Desktop>,
        clock: Box<dyn Clock>,
        course: Result<Course, UserError>,
    ) -> Self {
        let waiting = match course {
            Ok(course) => Waiting { course: Some(course), failure: not_opened() },
            Err(failure) => Waiting { course: None, failure },
        };
        let app = Self {
            data_dir: data_dir.to_path_buf(),
            desktop,
            clock,
            rules,
            ready: OnceLock::new(),
            waiting: Mutex::new(waiting),
            who: Mutex::new(Who::Unknown),
            trainer: Mutex::new(None),
            held: Mutex::default(),
            looked: Mutex::default(),
            tends: AtomicBool::default(),
            underway: Underway::default(),
            building: Mutex::default(),
            draft_pictures: Mutex::default(),
            found_questions: Mutex::default(),
            last_taken: Mutex::default(),
            keeper: Box::new(SystemKeyring),
            // A build for tests may speak with a store on this computer; one that ships may not.
            reach: Reach { loopback: cfg!(debug_assertions), ..Reach::default() },
            sending: Arc::default(),
            gatherer: Mutex::default(),
            unfiled: Arc::default(),
        };
        if let Err(error) = app.try_to_be_ready() {
            tracing::error!(code = ?error.code, detail = %error.detail, "the app cannot start");
        }
        app
    }

    /// The same with another place for passwords and another reach, for tests.
    #[must_use]
    pub fn delivering(self, keeper: Box<dyn Keeper>, reach: Reach) -> Self {
        Self { keeper, reach, ..self }
    }

    /// Opens the stores where that has not succeeded yet: what was in the way may have gone.
    pub(crate) fn try_to_be_ready(&self) -> Result<&Ready, UserError> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if self.ready.get().is_none()
            && let Some(course) = waiting.course.take()
        {
            let opened = open_stores(&self.data_dir, self.now()).and_then(|stores| {
                let mut packs = Shelf::of(&stores.0, (&course.pack).into(), self.now())?;
                let mut provided = self.rules.provide(&mut packs, self.now());
                settle_delivery(&self.rules, &stores.1, self.reach.loopback, &mut provided)?;
                Ok((stores, packs, provided))
            });
            match opened {
                Ok(((folder, store, notice), packs, provided)) => {
                    self.erase_learners_on_time(&folder, &store, self.now());
                    let ready = Ready {
                        folder,
                        store,
                        notice,
                        courses: Courses::new(course),
                        shelf: Mutex::new(packs),
                        not_provided: provided.missing,
                        passed_over: Mutex::default(),
                    };
                    let first = provided.courses.first().map(String::as_str);
                    teach_what_was_open(&ready, first, self.now());
                    let _ = self.ready.set(ready);
                }
                Err(failure) => *waiting = Waiting { course: Some(course), failure },
            }
        }
        self.ready.get().ok_or_else(|| waiting.failure.clone())
    }

    /// Another process holds the data folder.
    pub fn is_busy(&self) -> bool {
        matches!(self.ready(), Err(error) if error.code == ErrorCode::StoreBusy)
    }

    /// A raster picture of the course, or behind `draft/` of the pack that is being made: its media type and its bytes.
    pub fn picture(&self, path: &str) -> Option<(&'static str, Vec<u8>)> {
        if let Some(path) = path.strip_prefix("draft/") {
            return self.draft_picture(path);
        }
        let picture = self.ready.get()?.courses.taught().picture(path)?;
        Some((picture.media_type, picture.bytes.clone()))
    }

    pub(crate) fn now(&self) -> Moment {
        Moment::new(self.clock.now())
    }

    pub(crate) fn ready(&self) -> Result<&Ready, UserError> {
        let waiting = || self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        self.ready.get().ok_or_else(|| waiting().failure.clone())
    }

    pub(crate) fn course(&self) -> Result<&Course, UserError> {
        Ok(self.ready()?.courses.taught())
    }

    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&Reader<'_>) -> Result<T, UserError>,
    ) -> Result<T, UserError> {
        self.ready()?.store.read(work)
    }

    pub(crate) fn write<T>(
        &self,
        work: impl FnOnce(&Writer<'_>) -> Result<T, UserError>,
    ) -> Result<T, UserError> {
        self.unfiled.note();
        self.write_aside(work)
    }

    /// The same for what is no result of anybody: files with results need not be written anew for it.
    pub(crate) fn write_aside<T>(
        &self,
        work: impl FnOnce(&Writer<'_>) -> Result<T, UserError>,
    ) -> Result<T, UserError> {
        let written = self.ready()?.store.write(work);
        written.map_err(|error| error.on_disk_of(&self.data_dir))
    }

    pub(crate) fn who(&self) -> MutexGuard<'_, Who> {
        self.who.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The learner's id; an error where only a learner can be.
    pub(crate) fn learner_id(&self) -> Result<String, UserError> {
        match &*self.who() {
            Who::Learner(id) => Ok(id.clone()),
            Who::Unknown | Who::Newcomer => {
                Err(UserError::new(ErrorCode::NotFound, "nobody is learning yet"))
            }
        }
    }

    /// The learner's id; a newcomer becomes a learner with the first thing that is worth keeping.
    ///
    /// The id is made before the transaction and taken on after it, so that a failure leaves a newcomer.
    pub(crate) fn learner_or_new(&self) -> (String, bool) {
        match &*self.who() {
            Who::Learner(id) => (id.clone(), false),
            Who::Unknown | Who::Newcomer => (new_id(), true),
        }
    }

    pub(crate) fn is_learner(&self, id: &str) {
        *self.who() = Who::Learner(id.to_owned());
    }

    pub(crate) fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn looked(&self) -> MutexGuard<'_, Vec<Looked>> {
        self.looked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The trainer's area, which is locked when nobody used it for some minutes, and after a day's work.
    pub(crate) fn trainer(&self) -> MutexGuard<'_, Option<Session>> {
        let mut trainer = self.trainer.lock().unwrap_or_else(PoisonError::into_inner);
        let now = self.now().unix_seconds();
        if trainer.as_ref().is_some_and(|session| session.is_over(now)) {
            *trainer = None;
            self.looked().clear();
            self.stop_looking();
        }
        trainer
    }

    /// The open trainer's store.
    pub(crate) fn trainer_store(&self) -> Result<Arc<Store>, UserError> {
        match &mut *self.trainer() {
            Some(session) => {
                session.used = self.now().unix_seconds();
                Ok(Arc::clone(&session.store))
            }
            None => Err(locked()),
        }
    }
}

/// The bytes of a file that somebody chose, when there are not more than that.
pub(crate) fn file_bytes(path: &Path, most: usize) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // One byte more tells a file that is too large from one that just fits.
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    std::fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn open_stores(
    data_dir: &Path,
    now: Moment,
) -> Result<(DataFolder, Store, Option<StoreNotice>), UserError> {
    let folder = DataFolder::hold(data_dir)?;
    let opened = Store::open(&folder, Kind::Learner, &now.stamp())?;
    if opened.damage.as_ref().is_some_and(|damage| damage.restored_from.is_some()) {
        let device = Installation::of(&folder)?.identity().public().hex();
        opened.store.write(|writer| note_restored(writer, &device, now))?;
    }
    Ok((folder, opened.store, opened.damage.map(notice)))
}

/// What is said before the first try; nobody gets to read it.
fn not_opened() -> UserError {
    UserError::new(ErrorCode::Internal, "the stores have not been opened")
}
