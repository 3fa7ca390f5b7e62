//! Collecting from the organisation's record store: look first, page by page, then take in what is whole.
//!
//! It is the same as collecting from result files as far as statements go: finished checks with their answers.
//! Statements are signed by nobody, so a check that came this way is marked, and one from a file takes its place.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{MutexGuard, PoisonError},
};

use chrono::{DateTime, SecondsFormat, Utc};
use eighteen_deliver::{Address, Https, Page, Pages};
use eighteen_exchange::xapi::{NotTold, Told, told};
use eighteen_store::{HeldStatementRow, Reader, Store, Writer};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use zeroize::Zeroizing;

use crate::{
    App, UserError,
    collect::{COLLECTED_AT, Harvest, bring_in},
    course::{Course, count},
    delivery::{has_login_fault, refusal, shown_trouble},
    figures,
    rebuilt::{Rebuilt, rebuild},
    wire::{
        delivery::{NameStore, PasswordPlace, RecordStore, StoreRefused, XapiVersion},
        gathering::{
            Gathering, LeftOut, LookInStore, LookState, LookedInStore, SourceNamed, WhyLeftOut,
        },
    },
};

/// The store that is collected from, in the trainer's store. The password is not in it.
const KEY: &str = "collects_from";
/// Statements that are held at a time, so that the memory it takes does not grow with the store.
const MOST_HELD: usize = 20_000;
/// Checks that are taken in by one transaction.
const AT_A_TIME: usize = 50;
/// So much of what was stored last is read again the next time: what was stored in the same moment may have been
/// on its way then. Everything counts once, however often it is read.
const AGAIN_SECONDS: i64 = 60;

/// The store that somebody named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct SourceSetting {
    address: String,
    version: XapiVersion,
    name: String,
    /// RFC 3339, by the store's clock; absent before the first time.
    read_until: Option<String>,
}

impl SourceSetting {
    /// Under this name the password is kept. It is another one than for sending: who may read all results is
    /// somebody else than who may add some.
    fn account(&self) -> String {
        format!("collect {} {}", self.name, self.address)
    }
}

/// What is known of collecting until the trainer's store is locked or the app is closed.
#[derive(Default)]
pub(crate) struct Gatherer {
    /// A password that no keyring keeps, with the account that it is for.
    session: Option<(String, Zeroizing<String>)>,
    /// Grows with each look, so that a page that comes late is known to be of an earlier one.
    turn: u64,
    look: Option<Look>,
}

/// What was read, and how to go on.
struct Look {
    account: String,
    /// Absent while a page is being read.
    way: Option<(Pages, Https)>,
    told: BTreeMap<String, BTreeMap<String, Told>>,
    statements: BTreeSet<String>,
    standing: BTreeMap<String, Standing>,
    left_out: BTreeMap<WhyLeftOut, u32>,
    pages: u32,
    /// When the latest one was stored.
    stored: Option<DateTime<Utc>>,
    state: LookState,
}

/// How a check stands, before anything is taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    New,
    Known,
    Open,
    NoPack,
    DoesNotFit,
}

impl App {
    /// The store that is collected from, and what was read of it.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn gathering(&self) -> Result<Gathering, UserError> {
        let store = self.trainer_store()?;
        let (setting, waiting) = store
            .read(|reader| Ok::<_, UserError>((source_setting(reader)?, reader.checks_held()?)))?;
        let looked = self.gatherer().look.as_ref().map(Look::shown);
        let read_until = setting.as_ref().and_then(|setting| setting.read_until.clone());
        let known = setting.map(|setting| {
            let password = self.source_password_place(&setting);
            let SourceSetting { address, version, name, .. } = setting;
            RecordStore { address, version, name, password }
        });
        Ok(Gathering { store: known, read_until, waiting, looked })
    }

    /// Names the store that is collected from. Of another store everything is read from the beginning.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn name_source(&self, args: NameStore) -> Result<SourceNamed, UserError> {
        let store = self.trainer_store()?;
        let password = Zeroizing::new(args.password);
        let refused = |why| Ok(SourceNamed::Refused { why });
        let address = match Address::parse(&args.address, self.reach.loopback) {
            Ok(address) => address.as_str().to_owned(),
            Err(fault) => return refused(refusal(fault)),
        };
        let name = args.name.trim().to_owned();
        if has_login_fault(&name) {
            return refused(StoreRefused::NoName);
        }
        let before = store.read(source_setting)?;
        let same = before.as_ref().filter(|before| before.address == address);
        let read_until = same.and_then(|before| before.read_until.clone());
        let setting = SourceSetting { address, version: args.version, name, read_until };
        if !password.is_empty() {
            let account = setting.account();
            let kept = self.keeper.keep(&account, &password);
            if let Err(error) = &kept {
                tracing::warn!(%error, "the password is kept in memory only");
            }
            self.gatherer().session = kept.is_err().then_some((account, password));
        } else if self.source_password_place(&setting) == PasswordPlace::Missing {
            return refused(StoreRefused::NoPassword);
        }
        if let Some(other) = before.filter(|before| before.account() != setting.account()) {
            self.forget_source_password(&other);
        }
        keep_source(&store, Some(&setting))?;
        self.stop_looking();
        Ok(SourceNamed::Taken { gathering: self.gathering()? })
    }

    /// Collects from no store any more. What was collected stays.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn remove_source(&self) -> Result<Gathering, UserError> {
        let store = self.trainer_store()?;
        if let Some(setting) = store.read(source_setting)? {
            self.forget_source_password(&setting);
        }
        keep_source(&store, None)?;
        self.stop_looking();
        self.gatherer().session = None;
        self.gathering()
    }

    /// Begins to look, at what is new since the last time or at everything. Nothing is read yet.
    ///
    /// # Errors
    /// `TrainerLocked`, or `NotFound` when no store is named or its password has to be typed again.
    pub fn look_in_store(&self, args: LookInStore) -> Result<Gathering, UserError> {
        let store = self.trainer_store()?;
        let setting = store.read(source_setting)?;
        let setting = setting.ok_or_else(|| crate::error::not_found("store", "record"))?;
        let secret = self.source_password(&setting);
        let secret = secret.ok_or_else(|| crate::error::not_found("password", "record store"))?;
        let address = self.kept_address(&setting.address)?;
        let https = self.way_with(&address, setting.version, &setting.name, &secret);
        let since = setting.read_until.as_deref().filter(|_| !args.from_start);
        let pages = Pages::new(address, since);
        self.open_every_course()?;
        let mut gatherer = self.gatherer();
        gatherer.turn += 1;
        gatherer.look = Some(Look::new(setting.account(), pages, https));
        drop(gatherer);
        self.gathering()
    }

    /// Checks of every course that is installed are known, whichever is taught here.
    fn open_every_course(&self) -> Result<(), UserError> {
        let ready = self.ready()?;
        let is_open = |id: &str, version| {
            ready.courses.all().any(|open| open.pack.id == id && open.pack.version == version)
        };
        for course in ready.shelf().others(is_open) {
            ready.courses.open(course);
        }
        Ok(())
    }

    /// Reads the next page. It takes as long as the store takes, a minute at most, and nothing waits for it.
    ///
    /// # Errors
    /// `TrainerLocked`, or `NotFound` when nobody began to look.
    pub fn look_on_in_store(&self) -> Result<Gathering, UserError> {
        let store = self.trainer_store()?;
        let nobody = || crate::error::not_found("look", "record store");
        let (turn, way) = {
            let mut gatherer = self.gatherer();
            let turn = gatherer.turn;
            let look = gatherer.look.as_mut().ok_or_else(nobody)?;
            (turn, look.way.take())
        };
        // Somebody else is reading it, or what was read has to be taken in first.
        let Some((mut pages, mut https)) = way else { return self.gathering() };
        let page = pages.turn(&mut https);
        let courses: Vec<&Course> = self.ready()?.courses.all().collect();
        let mut gatherer = self.gatherer();
        if gatherer.turn == turn
            && let Some(look) = &mut gatherer.look
        {
            store.read(|reader| look.add(page, reader, &courses))?;
            look.way = Some((pages, https)).filter(|_| look.state != LookState::Full);
        }
        drop(gatherer);
        self.gathering()
    }

    /// Looks no further; what was read is forgotten.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn stop_look(&self) -> Result<Gathering, UserError> {
        self.stop_looking();
        self.gathering()
    }

    /// Takes in what was read: whole checks, and what waits for its rest.
    ///
    /// # Errors
    /// `TrainerLocked`, `NotFound` when nothing was read or made-up people are in the store, or what the store says.
    pub fn take_from_store(&self) -> Result<Gathering, UserError> {
        let store = self.trainer_store()?;
        if store.read(|reader| Ok::<_, UserError>(reader.has_sample()?))? {
            return Err(crate::error::not_found("room", "made-up people are in the store"));
        }
        let look = self.gatherer().look.take();
        let look = look.ok_or_else(|| crate::error::not_found("look", "record store"))?;
        self.open_every_course()?;
        let courses: Vec<&Course> = self.ready()?.courses.all().collect();
        let now = self.now().rfc3339();
        // What waits may be whole by now: its pack may have been installed since.
        let held = store.read(|reader| Ok::<_, UserError>(reader.attempts_held()?))?;
        let checks: BTreeSet<&String> = look.told.keys().chain(&held).collect();
        let checks: Vec<&String> = checks.into_iter().collect();
        for some in checks.chunks(AT_A_TIME) {
            store.write(|writer| {
                some.iter().try_for_each(|id| {
                    let told = look.told.get(*id).cloned().unwrap_or_default();
                    take_check(writer, id, told, &courses, &now)
                })?;
                figures::keep(writer)?;
                Ok::<_, UserError>(writer.set_setting(COLLECTED_AT, &now)?)
            })?;
        }
        self.tell_more()?;
        // Only now: whoever is interrupted reads the same again.
        let setting = store.read(source_setting)?;
        let setting = setting.filter(|setting| setting.account() == look.account);
        if let (Some(setting), Some(stored)) = (setting, look.stored) {
            let until = stored - chrono::Duration::seconds(AGAIN_SECONDS);
            let until = until.to_rfc3339_opts(SecondsFormat::Millis, true);
            let until = setting.read_until.filter(|before| *before > until).unwrap_or(until);
            keep_source(&store, Some(&SourceSetting { read_until: Some(until), ..setting }))?;
        }
        self.gathering()
    }

    /// What is known of collecting.
    pub(crate) fn gatherer(&self) -> MutexGuard<'_, Gatherer> {
        self.gatherer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn stop_looking(&self) {
        let mut gatherer = self.gatherer();
        gatherer.turn += 1;
        gatherer.look = None;
    }

    fn source_password(&self, setting: &SourceSetting) -> Option<Zeroizing<String>> {
        let account = setting.account();
        let kept = self.gatherer().session.clone().filter(|(of, _)| *of == account);
        kept.map(|(_, secret)| secret).or_else(|| self.keeper.secret(&account).ok().flatten())
    }

    fn source_password_place(&self, setting: &SourceSetting) -> PasswordPlace {
        let account = setting.account();
        if self.gatherer().session.as_ref().is_some_and(|(of, _)| *of == account) {
            return PasswordPlace::Memory;
        }
        match self.keeper.secret(&account) {
            Ok(Some(_)) => PasswordPlace::Keyring,
            Ok(None) | Err(_) => PasswordPlace::Missing,
        }
    }

    fn forget_source_password(&self, setting: &SourceSetting) {
        if let Err(error) = self.keeper.forget(&setting.account()) {
            tracing::warn!(%error, "a password could not be taken out of the keyring");
        }
    }
}

impl Look {
    fn new(account: String, pages: Pages, https: Https) -> Self {
        Self {
            account,
            way: Some((pages, https)),
            told: BTreeMap::new(),
            statements: BTreeSet::new(),
            standing: BTreeMap::new(),
            left_out: BTreeMap::new(),
            pages: 0,
            stored: None,
            state: LookState::More,
        }
    }

    /// Adds a page, and finds out how the checks stand that it tells of.
    fn add(
        &mut self,
        page: Page,
        reader: &Reader<'_>,
        courses: &[&Course],
    ) -> Result<(), UserError> {
        let (statements, more) = match page {
            Page::Statements { statements, more } => (statements, more),
            Page::Trouble { trouble, wait } => {
                let wait_seconds = wait.map(|wait| u32::try_from(wait).unwrap_or(u32::MAX));
                self.state = LookState::Trouble { trouble: shown_trouble(trouble), wait_seconds };
                return Ok(());
            }
        };
        self.pages += 1;
        let mut touched = BTreeSet::new();
        for statement in &statements {
            self.stored = self.stored.max(stored(statement));
            // A page that came twice, or a statement that stands on two.
            let id = statement["id"].as_str().map(str::to_lowercase).unwrap_or_default();
            if !id.is_empty() && !self.statements.insert(id) {
                continue;
            }
            match told(statement) {
                Ok(told) => {
                    touched.insert(told.attempt_id.clone());
                    let of = self.told.entry(told.attempt_id.clone()).or_default();
                    of.insert(told.id.clone(), told);
                }
                Err(why) => *self.left_out.entry(left_out(why)).or_default() += 1,
            }
        }
        for id in touched {
            let told = self.told.get(&id).cloned().unwrap_or_default();
            let standing = match judged(reader, &id, told, courses)? {
                Judged::New(_) => Standing::New,
                Judged::Known => Standing::Known,
                Judged::Open(_) => Standing::Open,
                Judged::NoPack(_) => Standing::NoPack,
                Judged::DoesNotFit => Standing::DoesNotFit,
            };
            self.standing.insert(id, standing);
        }
        self.state = match more {
            true if self.statements.len() >= MOST_HELD => LookState::Full,
            true => LookState::More,
            false => LookState::Done,
        };
        Ok(())
    }

    fn shown(&self) -> LookedInStore {
        let of = |wanted| count(self.standing.values().filter(|one| **one == wanted).count());
        let checks = [
            (WhyLeftOut::NoPack, of(Standing::NoPack)),
            (WhyLeftOut::DoesNotFit, of(Standing::DoesNotFit)),
        ];
        let statements = self.left_out.iter().map(|(why, count)| (*why, *count));
        let left_out = statements.chain(checks).filter(|(_, count)| *count > 0);
        LookedInStore {
            pages: self.pages,
            statements: count(self.statements.len()),
            new_checks: of(Standing::New),
            known_checks: of(Standing::Known),
            open_checks: of(Standing::Open),
            left_out: left_out.map(|(why, count)| LeftOut { why, count }).collect(),
            state: self.state.clone(),
        }
    }
}

/// A check with everything that is known of it, also from an earlier time.
enum Judged {
    New(Box<Harvest>),
    Known,
    Open(BTreeMap<String, Told>),
    NoPack(BTreeMap<String, Told>),
    DoesNotFit,
}

fn judged(
    reader: &Reader<'_>,
    attempt_id: &str,
    mut told: BTreeMap<String, Told>,
    courses: &[&Course],
) -> Result<Judged, UserError> {
    if reader.attempt(attempt_id)?.is_some() {
        return Ok(Judged::Known);
    }
    for row in reader.statements_held(attempt_id)? {
        // What an older version held and this one cannot read is as good as not there.
        if let Ok(held) = serde_json::from_str::<Told>(&row.told) {
            told.entry(held.id.clone()).or_insert(held);
        }
    }
    Ok(match rebuild(courses.iter().copied(), &told) {
        Rebuilt::Whole(harvest) => Judged::New(harvest),
        Rebuilt::Open => Judged::Open(told),
        Rebuilt::NoPack => Judged::NoPack(told),
        Rebuilt::DoesNotFit => Judged::DoesNotFit,
    })
}

fn take_check(
    writer: &Writer<'_>,
    attempt_id: &str,
    told: BTreeMap<String, Told>,
    courses: &[&Course],
    now: &str,
) -> Result<(), UserError> {
    match judged(&writer.reader(), attempt_id, told, courses)? {
        Judged::New(mut harvest) => {
            for person in std::mem::take(&mut harvest.people) {
                writer.see_person(&person.id, &person.last_active)?;
            }
            bring_in(writer, &harvest)?;
            writer.mark_unsigned(attempt_id, now)?;
            writer.let_go_of_statements(attempt_id)?;
        }
        Judged::Open(told) | Judged::NoPack(told) => {
            for one in told.values() {
                writer.see_person(&one.account, &one.at)?;
                writer.hold_statement(&HeldStatementRow {
                    id: one.id.clone(),
                    learner_id: one.account.clone(),
                    attempt_id: attempt_id.to_owned(),
                    told: serde_json::to_string(one)?,
                })?;
            }
        }
        Judged::Known | Judged::DoesNotFit => writer.let_go_of_statements(attempt_id)?,
    }
    Ok(())
}

fn left_out(why: NotTold) -> WhyLeftOut {
    match why {
        NotTold::NotOurs => WhyLeftOut::NotOurs,
        NotTold::NotWhole => WhyLeftOut::NotWhole,
    }
}

fn stored(statement: &Value) -> Option<DateTime<Utc>> {
    let time = DateTime::parse_from_rfc3339(statement["stored"].as_str()?).ok()?;
    Some(time.with_timezone(&Utc))
}

fn source_setting(reader: &Reader<'_>) -> Result<Option<SourceSetting>, UserError> {
    let kept = reader.setting(KEY)?;
    Ok(kept.and_then(|json| serde_json::from_str(&json).ok()))
}

fn keep_source(store: &Store, setting: Option<&SourceSetting>) -> Result<(), UserError> {
    let json = setting.map(serde_json::to_string).transpose()?.unwrap_or_default();
    store.write(|writer| Ok::<_, UserError>(writer.set_setting(KEY, &json)?))
}
