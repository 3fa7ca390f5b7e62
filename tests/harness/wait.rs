//! Waiting for something to become true.

use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How long a test waits before it gives up: far longer than anything takes, even with both cores busy.
pub const PATIENCE: Duration = Duration::from_secs(30);

const BETWEEN_LOOKS: Duration = Duration::from_millis(25);

/// Looks again and again until there is something to see; `what` names it in the failure.
pub fn wait_until<T>(what: &str, mut look: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    wait_at_most(PATIENCE, what, &mut look)
}

/// The same with another patience.
pub(crate) fn wait_at_most<T>(
    patience: Duration,
    what: &str,
    mut look: impl FnMut() -> Result<Option<T>>,
) -> Result<T> {
    let start = now();
    loop {
        if let Some(found) = look()? {
            return Ok(found);
        }
        if start.elapsed() > patience {
            bail!("waited {} s for {what}", patience.as_secs());
        }
        sleep(BETWEEN_LOOKS);
    }
}

#[expect(clippy::disallowed_methods, reason = "measures a test's patience, no time of the domain")]
pub(crate) fn now() -> Instant {
    Instant::now()
}
