//! What the organisation of this computer has decided: where its policy lies, whether it could be read, and what
//! it settles. A policy that could not be read settles nothing, and forbids what could not be taken back.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

use eighteen_exchange::{Lockable, MAX_POLICY, Policy, read_policy};
use eighteen_pack::Problem;
use eighteen_store::KeyOrigin;

use crate::{
    App, ErrorCode, UserError,
    app::file_bytes,
    clock::Moment,
    retention::erased,
    shelf::{Shelf, hash, judge, pack_bytes},
    signed_policy::PolicySigner,
    this_computer,
    trust::{KeyStanding, standing, trust},
    wire::packs::PackSigner,
    wire::settings::{LockedSetting, NotProvided, PolicyProblem, PolicyShown, Settings},
};

/// The name of the file in its folder.
pub(crate) const FILE: &str = "policy.toml";

/// Who may have written a policy that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MayWrite {
    /// Only somebody who may change the system: on Unix the file and its folder belong to root, and nobody else
    /// may write there. On Windows the folder lies beside the program, where the installation guards it.
    Administrator,
    /// Anybody, in tests.
    Anybody,
}

/// The policy of this computer.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// The file, when there is one.
    place: Option<PathBuf>,
    pub(crate) policy: Policy,
    problems: Vec<Problem>,
    /// Whose signature makes it count; absent where an administrator's folder does.
    signer: Option<PolicySigner>,
}

/// Why a policy does not count.
pub(crate) enum Refused {
    /// One reason, under its code.
    For(&'static str, String),
    /// Everything that is wrong with what it says.
    Problems(Vec<Problem>),
}

pub(crate) fn refused<T>(code: &'static str, why: impl Into<String>) -> Result<T, Refused> {
    Err(Refused::For(code, why.into()))
}

impl Rules {
    /// No organisation has said anything.
    pub fn none() -> Self {
        Self::default()
    }

    /// What lies in an administrator's folder. No file is no policy; a file that cannot be read, or that
    /// somebody else could have written, is said to be so and settles nothing.
    pub fn of(folder: &Path, may_write: MayWrite) -> Self {
        let place = folder.join(FILE);
        Self::read(&place, |shown, text| {
            if may_write == MayWrite::Administrator
                && let Some(open) = [folder, &place].into_iter().find(|path| !is_guarded(path))
            {
                let message = format!(
                    "people who are not administrators may change {}; let it belong to root, and let nobody else write there",
                    open.display()
                );
                return refused("not-guarded", message);
            }
            read_policy(shown, text).map_err(Refused::Problems)
        })
    }

    /// What lies at a place and is judged by its name and text. No file is no policy.
    pub(crate) fn read(
        place: &Path,
        judge: impl FnOnce(&str, &str) -> Result<Policy, Refused>,
    ) -> Self {
        let shown = place.display().to_string();
        let judged = match file_bytes(place, MAX_POLICY) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Self::none(),
            Err(error) => refused("not-readable", format!("it cannot be read: {error}")),
            Ok(bytes) if bytes.len() > MAX_POLICY => {
                refused("too-large", format!("a policy has at most {MAX_POLICY} bytes"))
            }
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(text) => judge(&shown, &text),
                Err(_) => refused("not-utf-8", "this is no UTF-8; save it as UTF-8"),
            },
        };
        let (policy, problems) = match judged {
            Ok(policy) => (policy, Vec::new()),
            Err(Refused::Problems(problems)) => (Policy::default(), problems),
            Err(Refused::For(code, message)) => (
                Policy::default(),
                vec![Problem { file: shown, line: 1, code, message, values: Vec::new() }],
            ),
        };
        Self { place: Some(place.to_path_buf()), policy, problems, signer: None }
    }

    /// A policy that does not count is nobody's.
    pub(crate) fn signed_by(self, signer: Option<PolicySigner>) -> Self {
        Self { signer: signer.filter(|_| self.problems.is_empty()), ..self }
    }

    pub(crate) fn place(&self) -> Option<&Path> {
        self.place.as_deref()
    }

    pub(crate) fn signer(&self) -> Option<&PolicySigner> {
        self.signer.as_ref()
    }

    /// What is wrong with the policy, for people.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    pub(crate) fn locks(&self, setting: Lockable) -> bool {
        self.policy.locked.contains(&setting)
    }

    /// Settings as the organisation wants them: what nobody has saved yet begins with its word, and what it
    /// locked stays so.
    pub(crate) fn settle(&self, saved: Option<Settings>) -> Settings {
        let fresh = saved.is_none();
        let mut settings = saved.unwrap_or_default();
        if let Some(language) = &self.policy.language
            && (fresh || self.locks(Lockable::Language))
        {
            settings.language.clone_from(language);
        }
        if let Some(shown) = self.policy.trainer_area
            && (fresh || self.locks(Lockable::TrainerArea))
        {
            settings.trainer_area = shown;
        }
        settings
    }

    /// Whether a trainer's store with these people in its smallest group, or one that shows persons, may be
    /// made here. It could not be changed later.
    ///
    /// # Errors
    /// `PolicyForbids` with what the policy asks for, `PolicyUnread` where it could not be read.
    pub(crate) fn allow_store(&self, smallest_group: Option<u32>) -> Result<(), UserError> {
        if let Some(problem) = self.problems.first() {
            return Err(UserError::new(ErrorCode::PolicyUnread, problem.to_string()));
        }
        match (self.policy.smallest_group, smallest_group) {
            (Some(least), Some(size)) if size >= least => Ok(()),
            (Some(least), _) => {
                let detail = format!("stores here show groups of at least {least} people");
                Err(UserError::new(ErrorCode::PolicyForbids, detail))
            }
            (None, _) => Ok(()),
        }
    }
}

impl Rules {
    /// Trusts the keys of the policy and installs its packs. What stands in the way of one is told; the others are
    /// provided all the same. A file whose very bytes are installed already is not read again.
    pub(crate) fn provide(&self, here: &mut Shelf, now: Moment) -> Provided {
        let mut provided = Provided::default();
        if let Err(error) = self.provide_trust(here, now, &mut provided) {
            provided.missing("policy.toml", error.detail);
        }
        let folder = self.place.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
        for name in &self.policy.packs {
            match provide_pack(here, &folder.join(name), now) {
                Ok(id) => provided.courses.push(id),
                Err(why) => provided.missing(name, why),
            }
        }
        provided
    }

    fn provide_trust(
        &self,
        here: &mut Shelf,
        now: Moment,
        provided: &mut Provided,
    ) -> Result<(), UserError> {
        let mut record = here.record().clone();
        record.unsigned_allowed = self.policy.unsigned_packs.unwrap_or(record.unsigned_allowed);
        if self.signer.is_some() {
            record.policy = record.policy.max(self.policy.number);
        }
        for key in &self.policy.keys {
            let trusted = matches!(standing(&record, &key.key), KeyStanding::Trusted(_));
            match trust(&record, &key.key, &key.name, KeyOrigin::Administrator, now) {
                Ok(more) => record = more,
                Err(_) if trusted => {}
                Err(fault) => provided.missing(&key.name, fault.to_string()),
            }
        }
        if &record == here.record() { Ok(()) } else { here.keep(record) }
    }

    /// # Errors
    /// `PolicyForbids` where it is the organisation's alone to say where results are delivered to.
    pub(crate) fn allow_other_delivery(&self) -> Result<(), UserError> {
        if self.locks(Lockable::Delivery) {
            return Err(UserError::new(ErrorCode::PolicyForbids, "delivery is locked"));
        }
        Ok(())
    }

    /// # Errors
    /// `PolicyForbids` where trust and packs are the organisation's alone.
    pub(crate) fn allow_packs(&self) -> Result<(), UserError> {
        if self.locks(Lockable::Packs) {
            return Err(UserError::new(ErrorCode::PolicyForbids, "packs are locked"));
        }
        Ok(())
    }
}

/// What came of a policy's keys and packs.
#[derive(Debug, Clone, Default)]
pub(crate) struct Provided {
    /// The packs that are installed, by their ids, in the order of the policy.
    pub(crate) courses: Vec<String>,
    /// What could not be provided, and why.
    pub(crate) missing: Vec<NotProvided>,
}

impl Provided {
    pub(crate) fn missing(&mut self, what: &str, why: String) {
        tracing::warn!(what, why, "the policy could not provide this");
        self.missing.push(NotProvided { what: what.to_owned(), why });
    }
}

/// Installs a pack of the policy, and gives its id.
fn provide_pack(shelf: &mut Shelf, path: &Path, now: Moment) -> Result<String, String> {
    let bytes = pack_bytes(path).map_err(|error| error.detail)?;
    let sha256 = hash(&bytes);
    let mut packs = shelf.record().packs.iter();
    if let Some(there) = packs.find(|pack| pack.versions.iter().any(|one| one.sha256 == sha256)) {
        return Ok(there.id.clone());
    }
    let judged = judge(&bytes, shelf.record());
    match shelf.install(&judged, false, now).map_err(|error| error.detail)? {
        Ok(()) => Ok(judged.manifest.map(|manifest| manifest.pack).unwrap_or_default()),
        Err(hindrance) => Err(this_computer::in_words(&hindrance, &judged.proof, &judged.problems)),
    }
}

impl App {
    /// What the organisation has decided for this computer.
    ///
    /// # Errors
    /// When a store cannot be read.
    pub fn policy(&self) -> Result<PolicyShown, UserError> {
        let Rules { place, policy, problems, signer } = &self.rules;
        let problem = |problem: &Problem| PolicyProblem {
            line: problem.line,
            message: problem.message.clone(),
        };
        Ok(PolicyShown {
            place: place.as_ref().map(|place| place.display().to_string()),
            signed_by: signer.as_ref().map(|signer| PackSigner {
                name: signer.name.clone(),
                words: signer.key.fingerprint(),
                hex: signer.key.public().hex(),
            }),
            organisation: policy.organisation.clone(),
            contact: policy.contact.clone(),
            problems: problems.iter().map(problem).collect(),
            not_provided: self.ready()?.not_provided.clone(),
            locked: policy.locked.iter().map(|setting| locked_setting(*setting)).collect(),
            smallest_group: policy.smallest_group,
            learner_days: policy.learner_days,
            trainer_days: policy.trainer_days,
            erased: self.read(erased)?,
            erased_by_trainer: match self.trainer().as_ref() {
                Some(session) => session.store.read(erased)?,
                None => Vec::new(),
            },
        })
    }
}

fn locked_setting(setting: Lockable) -> LockedSetting {
    match setting {
        Lockable::Language => LockedSetting::Language,
        Lockable::TrainerArea => LockedSetting::TrainerArea,
        Lockable::Delivery => LockedSetting::Delivery,
        Lockable::Packs => LockedSetting::Packs,
    }
}

/// Whether only an administrator may change a file or folder.
#[cfg(unix)]
fn is_guarded(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    const OTHERS_WRITE: u32 = 0o022;
    std::fs::symlink_metadata(path).is_ok_and(|found| {
        !found.file_type().is_symlink() && found.uid() == 0 && found.mode() & OTHERS_WRITE == 0
    })
}

/// The folder of the program is guarded by the installation; one that a person installed for herself is hers.
#[cfg(not(unix))]
fn is_guarded(_path: &Path) -> bool {
    true
}
