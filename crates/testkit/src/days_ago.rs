//! A clock that is some days behind, for what somebody did then.

use chrono::{DateTime, Duration, FixedOffset};
use eighteen_app::{Clock, SystemClock};

/// So many days before now.
#[derive(Debug, Clone, Copy)]
pub struct DaysAgo(pub i64);

impl Clock for DaysAgo {
    fn now(&self) -> DateTime<FixedOffset> {
        SystemClock.now() - Duration::days(self.0)
    }
}
