//! The thread that takes statements to the organisation's store, one turn after another.
//!
//! Each turn reads the settings anew, so that a change counts from the next request on. Between turns
//! nothing is locked: whoever answers meanwhile waits for nothing but the disk.

use std::{
    sync::{
        Arc, Mutex, PoisonError, Weak,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use eighteen_deliver::{
    Address, Courier, Https, Login, Outbox, Reason, Trouble, Turn, Version, Waiting, Why,
};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::{
    App, ErrorCode, UserError,
    bell::Bell,
    clock::{chance, running},
    delivery::{StoreSetting, store_setting},
    wire::delivery::{SetAsideWhy, XapiVersion},
};

/// How long the thread sleeps at most, so that an app that was closed does not linger.
const LONGEST_SLEEP: Duration = Duration::from_mins(1);

/// How sending stands, for the page and between threads.
#[derive(Default)]
pub(crate) struct Sending {
    bell: Bell,
    wake: AtomicBool,
    resting: Mutex<Option<(Trouble, Duration)>>,
    /// A password that no keyring keeps, with the account that it is for.
    session: Mutex<Option<(String, Zeroizing<String>)>>,
    /// The account whose password was seen in the keyring: a keyring may ask its owner each time.
    seen: Mutex<Option<String>>,
}

impl Sending {
    /// There may be something to send.
    pub(crate) fn ring(&self) {
        self.bell.ring();
    }

    /// Something was changed, or somebody wants it to be tried now.
    pub(crate) fn wake(&self) {
        self.wake.store(true, Ordering::Release);
        self.bell.ring();
    }

    /// What is the matter, and how long it will not be tried again.
    pub(crate) fn resting(&self) -> Option<(Trouble, Duration)> {
        let resting = *self.resting.lock().unwrap_or_else(PoisonError::into_inner);
        resting.map(|(trouble, until)| (trouble, until.saturating_sub(running())))
    }

    fn rests(&self, resting: Option<(Trouble, Duration)>) {
        *self.resting.lock().unwrap_or_else(PoisonError::into_inner) = resting;
    }

    /// Keeps a password until the app is closed, or takes it away.
    pub(crate) fn keep_for_now(&self, kept: Option<(String, Zeroizing<String>)>) {
        *self.session.lock().unwrap_or_else(PoisonError::into_inner) = kept;
    }

    /// The password that is kept until the app is closed.
    pub(crate) fn kept_for_now(&self, account: &str) -> Option<Zeroizing<String>> {
        let session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        session.as_ref().filter(|(of, _)| of == account).map(|(_, secret)| secret.clone())
    }

    /// The password of this account was seen in the keyring, or is no longer known to be there.
    pub(crate) fn saw(&self, account: Option<&str>) {
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = account.map(str::to_owned);
    }

    /// Whether the password of this account was seen in the keyring.
    pub(crate) fn has_seen(&self, account: &str) -> bool {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).as_deref() == Some(account)
    }
}

/// What a thread has that sends.
#[derive(Default)]
pub struct Sender {
    courier: Courier,
    setting: Option<StoreSetting>,
    way: Option<Https>,
}

/// Why a statement was set aside, as the store keeps it.
#[derive(Serialize, Deserialize)]
pub(crate) struct KeptReason {
    pub(crate) why: SetAsideWhy,
    pub(crate) status: u16,
    pub(crate) said: String,
}

impl App {
    /// Sends from now on, in a thread that ends with the app.
    pub fn start_sending(self: &Arc<Self>) {
        let (app, sending) = (Arc::downgrade(self), Arc::clone(&self.sending));
        std::thread::spawn(move || send_on(&app, &sending));
    }

    /// Does the next thing. Says how long there is nothing to do unless something changes.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub fn send(&self, sender: &mut Sender) -> Result<Duration, UserError> {
        let Some(setting) = self.read(store_setting)?.filter(|setting| !setting.paused) else {
            self.sending.rests(None);
            return Ok(LONGEST_SLEEP);
        };
        if self.sending.wake.swap(false, Ordering::AcqRel) {
            sender.courier.wake();
            sender.way = None;
        }
        if sender.setting.as_ref() != Some(&setting) {
            *sender = Sender { setting: Some(setting.clone()), ..Sender::default() };
        }
        if sender.way.is_none() {
            sender.way = self.way_to(&setting)?;
        }
        let Some(https) = &mut sender.way else { return Ok(LONGEST_SLEEP) };
        let mut desk = Desk { app: self, address: &setting.address };
        let turn = sender.courier.turn(&mut desk, https, running(), chance())?;
        let until = match turn {
            Turn::Rest { until } => until,
            Turn::Went | Turn::Nothing => Duration::ZERO,
        };
        self.sending.rests(sender.courier.trouble().map(|trouble| (trouble, until)));
        Ok(match turn {
            Turn::Went => Duration::ZERO,
            Turn::Nothing => LONGEST_SLEEP,
            Turn::Rest { until } => until.saturating_sub(running()),
        })
    }

    /// Nothing when the password is nowhere.
    fn way_to(&self, setting: &StoreSetting) -> Result<Option<Https>, UserError> {
        let address = self.kept_address(&setting.address)?;
        let Some(secret) = self.password_of(setting) else { return Ok(None) };
        Ok(Some(self.way_with(&address, setting.version, &setting.name, &secret)))
    }

    /// An address that was looked at before it was kept.
    pub(crate) fn kept_address(&self, address: &str) -> Result<Address, UserError> {
        Address::parse(address, self.reach.loopback)
            .map_err(|error| UserError::new(ErrorCode::Internal, error.to_string()))
    }

    /// The way to a store, to send to it or to collect from it.
    pub(crate) fn way_with(
        &self,
        address: &Address,
        version: XapiVersion,
        name: &str,
        secret: &str,
    ) -> Https {
        Https::new(address, spoken(version), Login::new(name, secret), &self.reach)
    }

    fn password_of(&self, setting: &StoreSetting) -> Option<Zeroizing<String>> {
        let account = setting.account();
        self.sending.kept_for_now(&account).or_else(|| self.keeper.secret(&account).ok().flatten())
    }
}

/// The version that is spoken with a store.
fn spoken(version: XapiVersion) -> Version {
    match version {
        XapiVersion::V1_0_3 => Version::V1_0_3,
        XapiVersion::V2_0_0 => Version::V2_0,
    }
}

fn send_on(app: &Weak<App>, sending: &Sending) {
    let mut sender = Sender::default();
    while let Some(app) = app.upgrade() {
        let rest = app.send(&mut sender).unwrap_or_else(|error| {
            tracing::warn!(code = ?error.code, detail = %error.detail, "statements cannot be read");
            LONGEST_SLEEP
        });
        drop(app);
        if !rest.is_zero() {
            sending.bell.wait(rest.min(LONGEST_SLEEP));
        }
    }
}

/// The outbox of the learners' store.
struct Desk<'a> {
    app: &'a App,
    address: &'a str,
}

impl Outbox for Desk<'_> {
    type Error = UserError;

    fn waiting(
        &mut self,
        between: (i64, i64),
        most: usize,
        most_bytes: usize,
    ) -> Result<Vec<Waiting>, UserError> {
        let most = u32::try_from(most).unwrap_or(u32::MAX);
        let rows = self
            .app
            .read(|reader| Ok(reader.waiting(self.address, between, most, most_bytes)?))?;
        let waiting = rows.into_iter().map(|row| {
            let eighteen_store::WaitingRow { seq, id, statement } = row;
            Waiting { seq, id, statement }
        });
        Ok(waiting.collect())
    }

    fn delivered(&mut self, seqs: &[i64]) -> Result<(), UserError> {
        let now = self.app.now().rfc3339();
        self.app.write_aside(|writer| Ok(writer.delivered(seqs, &now)?))
    }

    fn set_aside(&mut self, seq: i64, reason: &Reason) -> Result<(), UserError> {
        let now = self.app.now().rfc3339();
        let why = match reason.why {
            Why::Refused => SetAsideWhy::Refused,
            Why::TooLarge => SetAsideWhy::TooLarge,
            Why::Conflict => SetAsideWhy::Conflict,
        };
        let kept = KeptReason { why, status: reason.status, said: reason.said.clone() };
        let kept = serde_json::to_string(&kept)?;
        self.app.write_aside(|writer| Ok(writer.set_aside(seq, &kept, &now)?))
    }
}
