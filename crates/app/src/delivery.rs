//! Results to the organisation's learning record store: which one, who agreed, how it stands.
//!
//! Nothing is sent before somebody named a store and the learner herself agreed. An agreement is to one
//! store and one wording; for another one she is asked again.

use eighteen_deliver::{Address, AddressFault, Loss, Trouble};
use eighteen_exchange::{Lockable, PolicyStore};
use eighteen_store::{AgreementRow, Reader, StatementRow, Store};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::{
    App, UserError,
    app::Who,
    course::count,
    policy::{Provided, Rules},
    sending::KeptReason,
    wire::delivery::{
        AgreeToDelivery, AskStatements, Delivery, DeliveryState, DeliveryTrouble, NameStore,
        PasswordPlace, PauseDelivery, RecordStore, SetAsideReason, StatementLine, StatementPage,
        StatementState, StatementVerb, StoreNamed, StoreRefused, XapiVersion,
    },
};

const KEY: &str = "record_store";
/// The number of the wording that a learner agrees to. It grows when what is sent does.
const WORDING: u32 = 1;
/// Reasons that are shown.
const MOST_REASONS: u32 = 5;
/// Statements on a page.
const PAGE: u32 = 20;
/// Longest name and password at a store, in characters.
const LONGEST_LOGIN: usize = 300;

/// The store that somebody named. The password is not in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StoreSetting {
    pub(crate) address: String,
    /// Whose the accounts are: the beginning of the address, or what the organisation says.
    home_page: String,
    pub(crate) version: XapiVersion,
    pub(crate) name: String,
    pub(crate) paused: bool,
}

impl StoreSetting {
    /// Under this name the password is kept.
    pub(crate) fn account(&self) -> String {
        format!("{} {}", self.name, self.address)
    }
}

impl App {
    /// Everything about the way of results to the organisation's store.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn delivery(&self) -> Result<Delivery, UserError> {
        let setting = self.read(store_setting)?;
        let who = self.who().clone();
        let address = setting.as_ref().map_or("", |setting| setting.address.as_str());
        let (counts, reasons, agreement) = self.read(|reader| {
            let agreement = match &who {
                Who::Learner(id) => agreement(reader, id, address)?,
                Who::Unknown | Who::Newcomer => None,
            };
            Ok((reader.outbox_counts(address)?, reasons(reader)?, agreement))
        })?;
        let password = setting.as_ref().map(|setting| self.password_place(setting));
        Ok(Delivery {
            state: self.delivery_state(setting.as_ref(), password, counts.waiting),
            store: setting.zip(password).map(|(setting, password)| RecordStore {
                address: setting.address,
                version: setting.version,
                name: setting.name,
                password,
            }),
            locked: self.rules.locks(Lockable::Delivery),
            learner: matches!(who, Who::Learner(_)),
            agreed_at: agreement.map(|agreement| agreement.agreed_at),
            waiting: counts.waiting,
            delivered: counts.delivered,
            set_aside: counts.set_aside,
            reasons,
        })
    }

    /// Names the organisation's store, or changes how it is spoken with.
    ///
    /// # Errors
    /// `PolicyForbids` for another store than a locked one, or when the store of this computer cannot be written.
    pub fn name_record_store(&self, args: NameStore) -> Result<StoreNamed, UserError> {
        let password = Zeroizing::new(args.password);
        let name = args.name.trim().to_owned();
        let refused = |why| Ok(StoreNamed::Refused { why });
        let address = match Address::parse(&args.address, self.reach.loopback) {
            Ok(address) => address,
            Err(fault) => return refused(refusal(fault)),
        };
        if has_login_fault(&name) {
            return refused(StoreRefused::NoName);
        }
        let before = self.read(store_setting)?;
        let theirs = policy_setting(&self.rules, self.reach.loopback).and_then(Result::ok);
        let theirs = theirs.filter(|theirs| theirs.address == address.as_str());
        if theirs.as_ref().is_none_or(|theirs| theirs.version != args.version) {
            self.rules.allow_other_delivery()?;
        }
        let setting = StoreSetting {
            address: address.as_str().to_owned(),
            home_page: theirs.map_or_else(|| address.origin().to_owned(), |one| one.home_page),
            version: args.version,
            name,
            paused: before.as_ref().is_some_and(|before| before.paused),
        };
        let other = before.filter(|before| before.account() != setting.account());
        let has_password = !password.is_empty() && password.chars().count() <= LONGEST_LOGIN;
        if has_password {
            self.keep_password(&setting, password);
        } else if self.password_place(&setting) == PasswordPlace::Missing {
            return refused(StoreRefused::NoPassword);
        }
        if let Some(other) = other {
            self.forget_password(&other);
        }
        self.keep_setting(Some(&setting))?;
        self.sending.wake();
        Ok(StoreNamed::Taken { delivery: self.delivery()? })
    }

    /// Names no store any more. Agreements go, and what has not been sent.
    ///
    /// # Errors
    /// `PolicyForbids` where it is locked, or when the store of this computer cannot be written.
    pub fn remove_record_store(&self) -> Result<Delivery, UserError> {
        self.rules.allow_other_delivery()?;
        if let Some(setting) = self.read(store_setting)? {
            self.forget_password(&setting);
        }
        self.keep_setting(None)?;
        self.write(|writer| Ok(writer.disagree_all()?))?;
        self.sending.keep_for_now(None);
        self.sending.wake();
        self.delivery()
    }

    /// Keeps that the learner agrees, or does not any more; what has not been sent goes then.
    ///
    /// # Errors
    /// `NotFound` when nobody is learning or no store is named.
    pub fn agree_to_delivery(&self, args: AgreeToDelivery) -> Result<Delivery, UserError> {
        let learner_id = self.learner_id()?;
        let setting = self.read(store_setting)?;
        let setting = setting.ok_or_else(|| crate::error::not_found("store", "record"))?;
        let agreement = AgreementRow {
            learner_id,
            endpoint: setting.address,
            wording: WORDING,
            agreed_at: self.now().rfc3339(),
        };
        self.write(|writer| {
            if args.yes {
                writer.agree(&agreement)?;
            } else {
                writer.disagree(&agreement.learner_id)?;
            }
            Ok(())
        })?;
        self.sending.wake();
        self.delivery()
    }

    /// Stops sending for a while, or goes on. Statements are made all the same.
    ///
    /// # Errors
    /// When the store of this computer cannot be written.
    pub fn pause_delivery(&self, args: PauseDelivery) -> Result<Delivery, UserError> {
        if let Some(setting) = self.read(store_setting)? {
            self.keep_setting(Some(&StoreSetting { paused: args.paused, ..setting }))?;
        }
        self.sending.wake();
        self.delivery()
    }

    /// Tries now, whatever was the matter.
    ///
    /// # Errors
    /// When the store of this computer cannot be read.
    pub fn send_now(&self) -> Result<Delivery, UserError> {
        self.sending.wake();
        self.delivery()
    }

    /// Everything that was set aside waits again.
    ///
    /// # Errors
    /// When the store of this computer cannot be written.
    pub fn send_set_aside(&self) -> Result<Delivery, UserError> {
        self.write(|writer| Ok(writer.try_again()?))?;
        self.send_now()
    }

    /// The learner's statements as they are sent, newest first.
    ///
    /// # Errors
    /// When the store of this computer cannot be read.
    pub fn my_statements(&self, args: AskStatements) -> Result<StatementPage, UserError> {
        let Who::Learner(id) = self.who().clone() else {
            return Ok(StatementPage { statements: Vec::new(), more: false });
        };
        let before = args.before.map_or(i64::MAX, i64::from);
        let mut rows = self.read(|reader| Ok(reader.statements_of(&id, before, PAGE + 1)?))?;
        let more = rows.len() > PAGE as usize;
        rows.truncate(PAGE as usize);
        Ok(StatementPage { statements: rows.into_iter().map(line).collect(), more })
    }

    fn delivery_state(
        &self,
        setting: Option<&StoreSetting>,
        password: Option<PasswordPlace>,
        waiting: u32,
    ) -> DeliveryState {
        let Some(setting) = setting else { return DeliveryState::Off };
        if setting.paused {
            return DeliveryState::Paused;
        }
        if password == Some(PasswordPlace::Missing) {
            return DeliveryState::PasswordMissing;
        }
        match self.sending.resting().filter(|_| waiting > 0) {
            Some((trouble, rest)) => DeliveryState::Resting {
                trouble: shown_trouble(trouble),
                until: self.now().later(rest).rfc3339(),
            },
            None if waiting > 0 => DeliveryState::Sending,
            None => DeliveryState::Idle,
        }
    }

    fn password_place(&self, setting: &StoreSetting) -> PasswordPlace {
        let account = setting.account();
        if self.sending.kept_for_now(&account).is_some() {
            return PasswordPlace::Memory;
        }
        if self.sending.has_seen(&account) {
            return PasswordPlace::Keyring;
        }
        match self.keeper.secret(&account) {
            Ok(Some(_)) => {
                self.sending.saw(Some(&account));
                PasswordPlace::Keyring
            }
            Ok(None) | Err(_) => PasswordPlace::Missing,
        }
    }

    /// In the keyring; where there is none, in memory and in no file.
    fn keep_password(&self, setting: &StoreSetting, password: Zeroizing<String>) {
        let account = setting.account();
        let kept = self.keeper.keep(&account, &password);
        if let Err(error) = &kept {
            tracing::warn!(%error, "the password is kept in memory only");
        }
        self.sending.saw(kept.is_ok().then_some(account.as_str()));
        self.sending.keep_for_now(kept.is_err().then_some((account, password)));
    }

    fn forget_password(&self, setting: &StoreSetting) {
        self.sending.saw(None);
        if let Err(error) = self.keeper.forget(&setting.account()) {
            tracing::warn!(%error, "a password could not be taken out of the keyring");
        }
    }

    fn keep_setting(&self, setting: Option<&StoreSetting>) -> Result<(), UserError> {
        let json = setting.map(serde_json::to_string).transpose()?.unwrap_or_default();
        self.write(|writer| Ok(writer.set_setting(KEY, &json)?))
    }
}

/// The organisation's store is the one to begin with, and the only one where it is locked. Nothing is sent to it
/// before somebody gave name and password and a learner agreed.
///
/// # Errors
/// When the store of this computer cannot be read or written.
pub(crate) fn settle_delivery(
    rules: &Rules,
    store: &Store,
    loopback: bool,
    provided: &mut Provided,
) -> Result<(), UserError> {
    let is_locked = rules.locks(Lockable::Delivery);
    let theirs = match policy_setting(rules, loopback) {
        Some(Ok(theirs)) => Some(theirs),
        Some(Err(fault)) => {
            provided.missing("delivery", fault.to_string());
            None
        }
        None => None,
    };
    let (saved, before) = store.read(|reader| {
        Ok::<_, UserError>((reader.setting(KEY)?.is_some(), store_setting(reader)?))
    })?;
    if saved && !is_locked {
        return Ok(());
    }
    let settled = theirs.map(|theirs| match &before {
        Some(before) if before.address == theirs.address => {
            StoreSetting { name: before.name.clone(), paused: before.paused, ..theirs }
        }
        _ => theirs,
    });
    if settled == before {
        return Ok(());
    }
    let json = settled.as_ref().map(serde_json::to_string).transpose()?.unwrap_or_default();
    store.write(|writer| Ok::<_, UserError>(writer.set_setting(KEY, &json)?))
}

/// The store that the policy names, if it names one that can be sent to.
fn policy_setting(rules: &Rules, loopback: bool) -> Option<Result<StoreSetting, AddressFault>> {
    let PolicyStore { endpoint, version, home_page } =
        rules.policy.delivery.as_ref()?.store.as_ref()?;
    let setting = |address: Address| StoreSetting {
        address: address.as_str().to_owned(),
        home_page: home_page.clone(),
        version: if *version == "2.0.0" { XapiVersion::V2_0_0 } else { XapiVersion::V1_0_3 },
        name: String::new(),
        paused: false,
    };
    Some(Address::parse(endpoint, loopback).map(setting))
}

/// The store that somebody named; what an older or newer version kept is as good as none.
pub(crate) fn store_setting(reader: &Reader<'_>) -> Result<Option<StoreSetting>, UserError> {
    let kept = reader.setting(KEY)?;
    Ok(kept.and_then(|json| serde_json::from_str(&json).ok()))
}

/// Whose account a learner has at the store; nothing when her results are not sent.
pub(crate) fn account_of(
    reader: &Reader<'_>,
    learner_id: &str,
) -> Result<Option<String>, UserError> {
    let Some(setting) = store_setting(reader)? else { return Ok(None) };
    let agreed = agreement(reader, learner_id, &setting.address)?.is_some();
    Ok(agreed.then_some(setting.home_page))
}

/// What a learner agreed to, for this store and this wording.
fn agreement(
    reader: &Reader<'_>,
    learner_id: &str,
    address: &str,
) -> Result<Option<AgreementRow>, UserError> {
    let agreement = reader.agreement(learner_id)?;
    Ok(agreement.filter(|one| one.endpoint == address && one.wording == WORDING))
}

fn reasons(reader: &Reader<'_>) -> Result<Vec<SetAsideReason>, UserError> {
    let kept = reader.set_aside_reasons(MOST_REASONS)?.into_iter();
    let read = kept.filter_map(|(json, statements)| {
        let KeptReason { why, said, .. } = serde_json::from_str(&json).ok()?;
        Some(SetAsideReason { why, said, statements })
    });
    Ok(read.collect())
}

fn line(row: StatementRow) -> StatementLine {
    let pretty = |bytes: String| {
        let whole: Option<serde_json::Value> = serde_json::from_str(&bytes).ok();
        whole.and_then(|whole| serde_json::to_string_pretty(&whole).ok()).unwrap_or(bytes)
    };
    StatementLine {
        seq: count(usize::try_from(row.seq).unwrap_or(usize::MAX)),
        id: row.id,
        verb: match row.verb.as_str() {
            "initialized" => StatementVerb::Initialized,
            "answered" => StatementVerb::Answered,
            "passed" => StatementVerb::Passed,
            "failed" => StatementVerb::Failed,
            "terminated" => StatementVerb::Terminated,
            _ => StatementVerb::Completed,
        },
        made_at: row.made_at,
        state: match row.state.as_str() {
            "delivered" => StatementState::Delivered,
            "set-aside" => StatementState::SetAside,
            _ => StatementState::Waiting,
        },
        text: row.statement.map(pretty),
    }
}

/// Whether no store can be given this name. A colon would end it there.
pub(crate) fn has_login_fault(name: &str) -> bool {
    name.is_empty() || name.contains(':') || name.chars().count() > LONGEST_LOGIN
}

pub(crate) fn refusal(fault: AddressFault) -> StoreRefused {
    match fault {
        AddressFault::NotOne => StoreRefused::NotAnAddress,
        AddressFault::NotHttps => StoreRefused::NotHttps,
        AddressFault::Login => StoreRefused::HasLogin,
        AddressFault::Query => StoreRefused::HasQuery,
        AddressFault::Refused => StoreRefused::ThisComputer,
    }
}

pub(crate) fn shown_trouble(trouble: Trouble) -> DeliveryTrouble {
    match trouble {
        Trouble::Lost(Loss::NoConnection) => DeliveryTrouble::NoConnection,
        Trouble::Lost(Loss::TooSlow) => DeliveryTrouble::TooSlow,
        Trouble::Lost(Loss::Broken) => DeliveryTrouble::Broken,
        Trouble::Lost(Loss::NotSafe) => DeliveryTrouble::NotSafe,
        Trouble::Lost(Loss::Address) => DeliveryTrouble::Address,
        Trouble::Lost(Loss::Proxy) => DeliveryTrouble::Proxy,
        Trouble::Credentials => DeliveryTrouble::Credentials,
        Trouble::NotThere => DeliveryTrouble::NotThere,
        Trouble::Redirect => DeliveryTrouble::Redirect,
        Trouble::Busy => DeliveryTrouble::Busy,
        Trouble::Fault(_) => DeliveryTrouble::Fault,
        Trouble::Unreadable => DeliveryTrouble::Unreadable,
        Trouble::Unexpected(_) => DeliveryTrouble::Unexpected,
        Trouble::Version => DeliveryTrouble::Version,
        Trouble::Elsewhere => DeliveryTrouble::Elsewhere,
        Trouble::Circle => DeliveryTrouble::Circle,
    }
}
