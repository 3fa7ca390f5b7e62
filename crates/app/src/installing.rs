//! Packs of this computer: a file is looked at, its signer trusted, the pack installed; and which course is open.

use std::{path::Path, sync::PoisonError};

use eighteen_exchange::{PackManifest, Says, SignedStatement, StatementRefusal};
use eighteen_pack::Pack;
use eighteen_seal::OrgKey;
use eighteen_store::{KeptKey, KeptVersion, KeyOrigin, Writer};

use crate::{
    App, ErrorCode, UserError,
    app::{Ready, file_bytes},
    clock::{Moment, day},
    course::count,
    error::not_found,
    packs::{modules_changed, questions_changed},
    shelf::{Hindrance, Judged, NotUsed, Proof, Shelf, judge, judge_again, pack_bytes},
    trust::{self, KeyStanding, TrustFault, standing},
    wire::{
        learner::Startup,
        packs::{
            self as words, ForgetKey, KeyCame, KeyRow, KeyStands, LookedPack, OpenCourse,
            OpenedPack, PackChange, PackFacts, PackHindrance, PackInstalled, PackRow, PackSigner,
            PackState, PackVerdict, Packs, StatementRefused, TrustSigner,
        },
    },
};

pub(crate) use crate::wire::packs::PassedOver;

/// The pack of the course that is open, in the settings of this computer.
const OPEN_COURSE: &str = "course";
const PACK: &str = "e18p";
const STATEMENT: &str = "e18s";

impl App {
    /// What is installed on this computer, and whom it trusts.
    ///
    /// # Errors
    /// When the app is not ready.
    pub fn packs(&self) -> Result<Packs, UserError> {
        let ready = self.ready()?;
        let installed = ready.shelf();
        let taught = &ready.courses.taught().pack;
        let shipped = &ready.courses.shipped().pack;
        let mut rows: Vec<PackRow> = Vec::new();
        if installed.versions(&shipped.id).is_empty() {
            rows.push(shipped_row(shipped));
        }
        for pack in &installed.record().packs {
            let newest = installed.versions(&pack.id).into_iter().next();
            rows.extend(newest.map(|kept| installed_row(&installed, &pack.id, &kept)));
        }
        for row in &mut rows {
            row.taught = row.pack_id == taught.id;
        }
        let passed_over = ready.passed_over.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(Packs {
            rows,
            keys: installed.record().keys.iter().filter_map(key_row).collect(),
            unsigned_allowed: installed.record().unsigned_allowed,
            passed_over: passed_over.clone(),
            set_aside: installed.set_aside().map(|path| path.display().to_string()),
        })
    }

    /// Asks for a pack, or for what an organisation says of its key, and says what the file proves. A statement
    /// that a trusted key signed is taken at once. Nothing when the person cancels.
    ///
    /// # Errors
    /// When what is said of a key cannot be kept.
    pub fn open_pack(&self) -> Result<Option<OpenedPack>, UserError> {
        let path = self.desktop.choose_open_path(&[PACK, STATEMENT]);
        path.map(|path| self.look_at_pack(&path)).transpose()
    }

    /// The same for the file that was dropped on the window; nothing when none was.
    ///
    /// # Errors
    /// As [`Self::open_pack`].
    pub fn look_at_dropped_pack(&self) -> Result<Option<OpenedPack>, UserError> {
        let dropped = std::mem::take(&mut self.held().dropped);
        dropped.first().map(|path| self.look_at_pack(path)).transpose()
    }

    fn look_at_pack(&self, path: &Path) -> Result<OpenedPack, UserError> {
        self.held().pack = None;
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(STATEMENT)) {
            return self.take_statement(path);
        }
        let Ok(bytes) = pack_bytes(path) else {
            return Ok(OpenedPack::NotReadable);
        };
        let judged = judge(&bytes, self.ready()?.shelf().record());
        let looked = self.looked_pack(&judged, bytes.len())?;
        self.held().pack = Some((bytes, judged));
        Ok(looked)
    }

    fn looked_pack(&self, judged: &Judged, bytes: usize) -> Result<OpenedPack, UserError> {
        let ready = self.ready()?;
        let installed = ready.shelf();
        let mut looked = looked(judged, &installed, bytes);
        if let Some(pack) = &judged.pack {
            looked.change = here(ready, &installed, &pack.id).map(|here| change(&here, pack));
        }
        Ok(OpenedPack::Looked { pack: Box::new(looked) })
    }

    /// Trusts the key of the pack that was looked at, from now on, because somebody compared its words.
    ///
    /// # Errors
    /// `NotFound` when no pack waits for this, `NameInvalid` when it is no name, `PolicyForbids`.
    pub fn trust_signer(&self, args: TrustSigner) -> Result<OpenedPack, UserError> {
        self.rules.allow_packs()?;
        let mut held = self.held();
        let (bytes, judged) = held.pack.as_mut().ok_or_else(|| not_found("pack", "opened"))?;
        {
            let mut installed = self.ready()?.shelf();
            judge_again(judged, bytes, installed.record());
            let Proof::Signed(Some(key)) = &judged.proof else {
                return Err(not_found("key", "of the pack"));
            };
            let origin = KeyOrigin::Compared;
            let trusted = trust::trust(installed.record(), key, &args.name, origin, self.now())?;
            installed.keep(trusted).map_err(|error| error.on_disk_of(&self.data_dir))?;
            judge_again(judged, bytes, installed.record());
        }
        self.looked_pack(judged, bytes.len())
    }

    /// Trusts a key no longer. What it signed is not used from now on.
    ///
    /// # Errors
    /// `NotFound` when the key is not trusted, `PolicyForbids`.
    pub fn forget_key(&self, args: ForgetKey) -> Result<Packs, UserError> {
        self.rules.allow_packs()?;
        {
            let mut installed = self.ready()?.shelf();
            let keys = trust::known_keys(installed.record());
            let key = keys.iter().find(|key| key.public().hex() == args.hex);
            let key = key.ok_or_else(|| not_found("key", &args.hex))?;
            let left = trust::forget(installed.record(), key)?;
            installed.keep(left).map_err(|error| error.on_disk_of(&self.data_dir))?;
        }
        self.teach_what_is_left();
        self.packs()
    }

    /// Installs the pack that was looked at. Where its course is open, the new version is taught at once; a check
    /// that is open keeps its questions.
    ///
    /// # Errors
    /// `NotFound` when no pack waits for this; `PackInvalid` when something stands in the way, which the page has
    /// said; `PolicyForbids`; `DiskFull` and its like, with nothing changed.
    pub fn install_pack(&self) -> Result<PackInstalled, UserError> {
        self.rules.allow_packs()?;
        let ready = self.ready()?;
        let manifest = {
            let mut held = self.held();
            let (bytes, judged) = held.pack.as_mut().ok_or_else(|| not_found("pack", "opened"))?;
            let mut installed = ready.shelf();
            judge_again(judged, bytes, installed.record());
            let done = installed.install(judged, false, self.now());
            if let Err(hindrance) = done.map_err(|error| error.on_disk_of(&self.data_dir))? {
                return Err(UserError::new(ErrorCode::PackInvalid, format!("{hindrance:?}")));
            }
            let manifest = judged.manifest.clone();
            held.pack = None;
            manifest.ok_or_else(|| not_found("manifest", "of the pack"))?
        };
        let taught = ready.courses.taught().pack.id == manifest.pack;
        if taught {
            self.teach(&manifest.pack)?;
        }
        let PackManifest { pack, title, lang, version, .. } = manifest;
        Ok(PackInstalled { pack_id: pack, title, lang, version, taught, startup: self.startup()? })
    }

    /// Opens another course of this computer, for everybody who learns on it.
    ///
    /// # Errors
    /// `NotFound` when it is not installed or cannot be used.
    pub fn open_course(&self, args: OpenCourse) -> Result<Startup, UserError> {
        self.teach(&args.pack_id)?;
        self.write(|writer| Ok(writer.set_setting(OPEN_COURSE, &args.pack_id)?))?;
        self.startup()
    }

    /// Teaches the newest version of a pack that can be used.
    fn teach(&self, pack_id: &str) -> Result<(), UserError> {
        let ready = self.ready()?;
        match ready.shelf().newest(pack_id, self.now()).course {
            Some(course) => ready.courses.teach(course),
            None if pack_id == ready.courses.shipped().pack.id => ready.courses.teach_shipped(),
            None => return Err(not_found("course", pack_id)),
        }
        if let Some(session) = &mut *self.trainer() {
            // How everybody stands was read with the modules of the other course.
            session.glance = crate::glance::HeldGlance::default();
        }
        Ok(())
    }

    /// After a key has gone: the newest version that can still be used, or the course that ships.
    fn teach_what_is_left(&self) {
        let Ok(ready) = self.ready() else { return };
        let id = ready.courses.taught().pack.id.clone();
        if self.teach(&id).is_err() {
            ready.courses.teach_shipped();
        }
    }

    fn take_statement(&self, path: &Path) -> Result<OpenedPack, UserError> {
        let refused = |why| Ok(OpenedPack::StatementRefused { why });
        let Ok(bytes) = file_bytes(path, eighteen_exchange::MAX_STATEMENT) else {
            return Ok(OpenedPack::NotReadable);
        };
        let said = match SignedStatement::read(&bytes) {
            Ok(said) => said,
            Err(StatementRefusal::NotAStatement) => return refused(StatementRefused::NotOne),
            Err(StatementRefusal::Newer(_)) => return refused(StatementRefused::Newer),
        };
        let key = said.statement.key;
        let name = {
            let mut installed = self.ready()?.shelf();
            let after = match trust::take(installed.record(), &said, self.now()) {
                Ok(after) => after,
                Err(fault) => return refused(fault.into()),
            };
            installed.keep(after).map_err(|error| error.on_disk_of(&self.data_dir))?;
            standing(installed.record(), &key).name().to_owned()
        };
        let words = key.fingerprint();
        Ok(match said.statement.says {
            Says::Change(next) => {
                OpenedPack::KeyChanged { name, before: words, now: next.fingerprint() }
            }
            Says::Revocation => {
                self.teach_what_is_left();
                OpenedPack::KeyRevoked { name, words }
            }
        })
    }
}

/// At the start: the course that was open, in its newest version that can be used. Where nobody has opened one,
/// `first` is opened for good, or the course that ships is taught.
pub(crate) fn teach_what_was_open(ready: &Ready, first: Option<&str>, now: Moment) {
    let open = ready.store.read(|reader| Ok::<_, UserError>(reader.setting(OPEN_COURSE)?));
    let shipped = &ready.courses.shipped().pack;
    let id = match (open.ok().flatten(), first) {
        (Some(open), _) => open,
        (None, None) => shipped.id.clone(),
        (None, Some(first)) => {
            let kept =
                |writer: &Writer<'_>| Ok::<_, UserError>(writer.set_setting(OPEN_COURSE, first)?);
            if let Err(error) = ready.store.write(kept) {
                tracing::warn!(detail = %error.detail, "which course is open could not be kept");
            }
            first.to_owned()
        }
    };
    let newest = ready.shelf().newest(&id, now);
    let used = newest.course.as_ref().map(|course| course.pack.version);
    let instead = (id == shipped.id).then_some(shipped.version);
    let passed_over = newest.passed_over.into_iter().map(|(kept, why)| PassedOver {
        title: kept.title,
        version: kept.version,
        why: (&why).into(),
        used: used.or(instead),
    });
    ready.passed_over.lock().unwrap_or_else(PoisonError::into_inner).extend(passed_over);
    if let Some(course) = newest.course {
        ready.courses.teach(course);
    }
}

/// The version of a pack that is here: the installed one, or the one that ships.
fn here(ready: &Ready, shelf: &Shelf, id: &str) -> Option<Pack> {
    let installed = shelf.versions(id).iter().find_map(|kept| shelf.find(kept).ok());
    let shipped = &ready.courses.shipped().pack;
    installed.map(|found| found.pack).or_else(|| (shipped.id == id).then(|| shipped.clone()))
}

fn shipped_row(pack: &Pack) -> PackRow {
    PackRow {
        pack_id: pack.id.clone(),
        title: pack.title.clone(),
        lang: pack.lang.clone(),
        version: pack.version,
        released: day(pack.released),
        publisher: pack.publisher.clone(),
        state: PackState::Shipped,
        signer: None,
        installed_at: None,
        taught: false,
    }
}

fn installed_row(shelf: &Shelf, id: &str, kept: &KeptVersion) -> PackRow {
    let mut row = PackRow {
        pack_id: id.to_owned(),
        title: kept.title.clone(),
        lang: String::new(),
        version: kept.version,
        released: String::new(),
        publisher: String::new(),
        state: PackState::Unsigned,
        signer: None,
        installed_at: Some(kept.installed_at.clone()),
        taught: false,
    };
    match shelf.find(kept) {
        Ok(found) => {
            row.lang.clone_from(&found.pack.lang);
            row.released = day(found.pack.released);
            row.publisher.clone_from(&found.pack.publisher);
            if let Proof::Signed(Some(key)) = found.proof {
                row.signer = Some(signer(shelf, &key));
                row.state = match standing(shelf.record(), &key) {
                    KeyStanding::Replaced(_) => PackState::SignedBefore,
                    _ => PackState::Signed,
                };
            }
        }
        Err(why) => row.state = PackState::NotUsed { why: (&why).into() },
    }
    row
}

fn key_row(kept: &KeptKey) -> Option<KeyRow> {
    let key = OrgKey::from_hex(&kept.key)?;
    let replaced = kept.replaced_by.as_deref().and_then(OrgKey::from_hex);
    Some(KeyRow {
        signer: PackSigner {
            name: kept.name.clone(),
            words: key.fingerprint(),
            hex: key.public().hex(),
        },
        since: kept.since.clone(),
        how: match kept.how {
            KeyOrigin::Compared => KeyCame::Compared,
            KeyOrigin::Administrator => KeyCame::Administrator,
            KeyOrigin::Change => KeyCame::Change,
            KeyOrigin::Revocation => KeyCame::Revocation,
        },
        standing: match (&kept.revoked_on, replaced) {
            (Some(on), _) => KeyStands::Revoked { on: on.clone() },
            (None, Some(next)) => KeyStands::Replaced { words: next.fingerprint() },
            (None, None) => KeyStands::Trusted,
        },
    })
}

fn signer(shelf: &Shelf, key: &OrgKey) -> PackSigner {
    PackSigner {
        name: standing(shelf.record(), key).name().to_owned(),
        words: key.fingerprint(),
        hex: key.public().hex(),
    }
}

fn looked(judged: &Judged, shelf: &Shelf, bytes: usize) -> LookedPack {
    let (verdict, detail, key) = match &judged.proof {
        Proof::Signed(Some(key)) => {
            let verdict = match standing(shelf.record(), key) {
                KeyStanding::Trusted(_) => PackVerdict::Signed,
                KeyStanding::Replaced(_) => PackVerdict::Replaced,
                KeyStanding::Revoked(_) => PackVerdict::Revoked,
                KeyStanding::Unknown => PackVerdict::Unknown,
            };
            (verdict, None, Some(key))
        }
        Proof::Signed(None) => (PackVerdict::Unknown, None, None),
        Proof::Unsigned => (PackVerdict::Unsigned, None, None),
        Proof::Changed(why) => (PackVerdict::Changed, Some(why.clone()), None),
        Proof::NotAPack => (PackVerdict::NotAPack, None, None),
        Proof::Newer => (PackVerdict::Newer, None, None),
    };
    LookedPack {
        verdict,
        detail,
        signer: key.map(|key| signer(shelf, key)),
        facts: judged.file.as_ref().map(|file| facts(&file.manifest, judged.pack.as_ref(), bytes)),
        problems: judged.problems.clone(),
        change: None,
        hindrance: shelf.hindrance(judged, false).map(Into::into),
    }
}

fn facts(manifest: &PackManifest, pack: Option<&Pack>, bytes: usize) -> PackFacts {
    let modules = pack.map_or(&[][..], |pack| pack.modules.as_slice());
    PackFacts {
        pack_id: manifest.pack.clone(),
        title: manifest.title.clone(),
        lang: manifest.lang.clone(),
        version: manifest.version,
        released: manifest.released.clone(),
        publisher: manifest.publisher.clone(),
        modules: count(modules.len()),
        questions: count(modules.iter().map(|module| module.quiz.items.len()).sum()),
        minutes: modules.iter().map(eighteen_pack::module_minutes).sum(),
        files: count(manifest.files.len()),
        bytes: count(bytes),
    }
}

fn change(before: &Pack, after: &Pack) -> PackChange {
    let modules = modules_changed(before, after);
    let questions = questions_changed(before, after);
    let titles = |pack: &Pack, ids: &[String]| {
        let named = pack.modules.iter().filter(|module| ids.contains(&module.id));
        named.map(|module| module.title.clone()).collect()
    };
    PackChange {
        from: before.version,
        modules_added: titles(after, &modules.added),
        modules_removed: titles(before, &modules.removed),
        modules_changed: titles(after, &modules.changed),
        questions_added: count(questions.added.len()),
        questions_removed: count(questions.removed.len()),
        questions_changed: count(questions.changed.len()),
    }
}

impl From<Hindrance> for PackHindrance {
    fn from(hindrance: Hindrance) -> Self {
        match hindrance {
            Hindrance::NotSound => Self::NotSound,
            Hindrance::Unsigned => Self::Unsigned,
            Hindrance::NamesNoKey => Self::NamesNoKey,
            Hindrance::UnknownKey => Self::UnknownKey,
            Hindrance::ReplacedKey => Self::ReplacedKey,
            Hindrance::RevokedKey => Self::RevokedKey,
            Hindrance::Problems => Self::Problems,
            Hindrance::Older(highest) => Self::Older { highest },
            Hindrance::Same => Self::Same,
            Hindrance::SameVersion => Self::SameVersion,
        }
    }
}

impl From<&NotUsed> for words::NotUsed {
    fn from(why: &NotUsed) -> Self {
        match why {
            NotUsed::Damaged(_) => Self::Damaged,
            NotUsed::Hindered(Hindrance::RevokedKey) => Self::RevokedKey,
            NotUsed::Hindered(Hindrance::Unsigned) => Self::Unsigned,
            NotUsed::Hindered(Hindrance::UnknownKey | Hindrance::NamesNoKey) => Self::UnknownKey,
            NotUsed::Hindered(_) => Self::Problems,
        }
    }
}

impl From<TrustFault> for StatementRefused {
    fn from(fault: TrustFault) -> Self {
        match fault {
            TrustFault::UnknownKey => Self::UnknownKey,
            TrustFault::NotSigned => Self::NotSigned,
            TrustFault::Revoked => Self::Revoked,
            TrustFault::Replaced => Self::Replaced,
            TrustFault::Known => Self::Known,
            TrustFault::Name => Self::NotOne,
        }
    }
}

impl From<TrustFault> for UserError {
    fn from(fault: TrustFault) -> Self {
        let code = match fault {
            TrustFault::Name => ErrorCode::NameInvalid,
            _ => ErrorCode::NotFound,
        };
        Self::new(code, fault.to_string())
    }
}
