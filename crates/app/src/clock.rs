//! The only place that asks what time it is.

use std::{
    sync::OnceLock,
    time::{Duration, Instant, SystemTime},
};

use chrono::{
    DateTime, Datelike as _, FixedOffset, Local, NaiveDate, NaiveDateTime, SecondsFormat, Utc,
};

/// Says what time it is.
pub trait Clock: Send + Sync {
    /// Now, with the offset of this place.
    fn now(&self) -> DateTime<FixedOffset>;
}

/// The system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods)] // This is the one place.
    fn now(&self) -> DateTime<FixedOffset> {
        Local::now().fixed_offset()
    }
}

/// A new id: random, with the time in front, so that rows written together lie together.
#[allow(clippy::disallowed_methods)] // Ids are made where the time is read.
pub(crate) fn new_id() -> String {
    uuid::Uuid::now_v7().to_string()
}

/// Since the app first asked. It never goes back, and no setting of the clock changes it.
#[allow(clippy::disallowed_methods)] // This is the one place.
pub(crate) fn running() -> Duration {
    static BEGAN: OnceLock<Instant> = OnceLock::new();
    BEGAN.get_or_init(Instant::now).elapsed()
}

/// A number between 0 and 1, by chance.
pub(crate) fn chance() -> f64 {
    let (high, _) = uuid::Uuid::new_v4().as_u64_pair();
    u32::try_from(high >> 32).map_or(0.5, |high| f64::from(high) / f64::from(u32::MAX))
}

/// A moment in the forms that are needed of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moment(DateTime<FixedOffset>);

impl Moment {
    pub(crate) fn new(time: DateTime<FixedOffset>) -> Self {
        Self(time)
    }

    /// RFC 3339 with milliseconds and offset, as stores and the page keep it.
    pub(crate) fn rfc3339(self) -> String {
        self.0.to_rfc3339_opts(SecondsFormat::Millis, false)
    }

    /// RFC 3339 with milliseconds in UTC, for stores of others.
    pub(crate) fn utc(self) -> String {
        self.0.with_timezone(&Utc).to_rfc3339_opts(SecondsFormat::Millis, true)
    }

    /// So much later.
    pub(crate) fn later(self, by: Duration) -> Self {
        let by = chrono::Duration::from_std(by).unwrap_or(chrono::Duration::MAX);
        Self(self.0.checked_add_signed(by).unwrap_or(self.0))
    }

    /// The day, here.
    pub(crate) fn day(self) -> NaiveDate {
        self.0.date_naive()
    }

    /// The day, here, as a number that grows by one a day.
    pub(crate) fn day_number(self) -> i32 {
        self.day().num_days_from_ce()
    }

    /// For file names; sorts by time.
    pub(crate) fn stamp(self) -> String {
        self.0.with_timezone(&Utc).format("%Y%m%dT%H%M%SZ").to_string()
    }

    /// The moment in a file name, here; nothing when it is none.
    pub(crate) fn of_stamp(stamp: &str) -> Option<Self> {
        let time = NaiveDateTime::parse_from_str(stamp, "%Y%m%dT%H%M%SZ").ok()?;
        Some(Self(time.and_utc().with_timezone(&Local).fixed_offset()))
    }

    /// Seconds since 1970; a clock before that counts as 1970.
    pub(crate) fn unix_seconds(self) -> u64 {
        u64::try_from(self.0.timestamp()).unwrap_or(0)
    }

    /// A moment as it was written; nothing when it is no time.
    pub(crate) fn parse(rfc3339: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(rfc3339).ok().map(Self)
    }

    /// Whole days after another moment; none when that is later.
    pub(crate) fn days_after(self, earlier: Self) -> Option<u32> {
        u32::try_from((self.0 - earlier.0).num_days()).ok()
    }

    /// So many minutes after something ended, if that is still to come. A clock that was set back makes
    /// nobody wait longer than that from now.
    pub(crate) fn pause_after(self, ended: &str, minutes: u32) -> Option<Self> {
        let ended = DateTime::parse_from_rfc3339(ended).ok()?.min(self.0);
        let opens = ended + chrono::Duration::minutes(i64::from(minutes));
        (opens > self.0).then(|| Self(opens.with_timezone(self.0.offset())))
    }

    /// The same moment, this many minutes earlier.
    pub(crate) fn minutes_earlier(self, minutes: u32) -> Self {
        Self(self.0 - chrono::Duration::minutes(i64::from(minutes)))
    }
}

impl From<SystemTime> for Moment {
    fn from(time: SystemTime) -> Self {
        Self(DateTime::<Local>::from(time).fixed_offset())
    }
}

/// A day as the page reads it.
pub(crate) fn day(date: NaiveDate) -> String {
    date.format("%Y-%m-%d").to_string()
}

/// The day that the page wrote.
pub(crate) fn day_written(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
}

/// The day of a moment, where it was written, as a number that grows by one a day.
pub(crate) fn day_number(rfc3339: &str) -> Option<i32> {
    let moment = DateTime::parse_from_rfc3339(rfc3339).ok()?;
    Some(moment.date_naive().num_days_from_ce())
}

/// The day of such a number as the page reads it; the last day there is for one beyond it.
pub(crate) fn day_of_number(number: i32) -> String {
    day(NaiveDate::from_num_days_from_ce_opt(number).unwrap_or(NaiveDate::MAX))
}
