//! What was known of a claim on a day.
//!
//! A date of which only the month or the year is known counts from its last day: nothing is to be shown as
//! known on a day on which perhaps it was not. The release of the pack bounds that, because what stands in
//! a pack is public by then.

use chrono::{Datelike as _, Days, Months, NaiveDate};

use crate::model::{Claim, Pack, Precision, Status, Was};

impl Claim {
    /// The statuses that it has had, in order of time: the first one begins when it became known, the last
    /// one is the present one.
    pub fn history(&self, released: NaiveDate) -> Vec<Was> {
        let mut history = self.was.clone();
        let from = self.since.unwrap_or_else(|| self.public_by(released));
        history.push(Was { status: self.status, from });
        history
    }

    /// The first day on which it certainly was known.
    pub fn known_from(&self, released: NaiveDate) -> NaiveDate {
        self.was.first().map_or_else(|| self.public_by(released), |was| was.from)
    }

    /// How sure it was on a day; nothing before it was known.
    pub fn status_on(&self, day: NaiveDate, released: NaiveDate) -> Option<Status> {
        let history = self.history(released);
        history.iter().rev().find(|was| was.from <= day).map(|was| was.status)
    }

    /// Whether somebody was to look at it again before this day.
    pub fn is_stale(&self, on: NaiveDate) -> bool {
        on > self.review_by
    }

    fn public_by(&self, released: NaiveDate) -> NaiveDate {
        let last = match self.known {
            Some(known) => last_day(known, self.known_precision),
            None => last_day(self.date, self.precision),
        };
        // Something that the pack itself announces for a later day keeps that day.
        let first = self.known.unwrap_or(self.date);
        last.min(released.max(first))
    }
}

impl Pack {
    /// The claims that were to be looked at again before this day.
    pub fn stale(&self, on: NaiveDate) -> impl Iterator<Item = &Claim> {
        self.claims.iter().filter(move |claim| claim.is_stale(on))
    }
}

/// The last day of what is known of a date.
pub(crate) fn last_day(date: NaiveDate, precision: Precision) -> NaiveDate {
    let next = match precision {
        Precision::Day => return date,
        Precision::Month => {
            date.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)))
        }
        Precision::Year => NaiveDate::from_ymd_opt(date.year().saturating_add(1), 1, 1),
    };
    next.and_then(|next| next.checked_sub_days(Days::new(1))).unwrap_or(date)
}
