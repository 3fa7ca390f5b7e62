//! When a large store was last looked through from end to end.
//!
//! Each page of an encrypted store carries a code that shows whether it is what was written, and nothing is read
//! from a page without it. So a large one is looked through once a day and not at every start, which would take
//! longer than anything that is done with it. Damage that is met in between makes the next start look through.

use std::{fs, path::Path};

use crate::{open::Plan, set_aside::beside};

/// Bytes from which a store is large: to look through fewer takes a moment.
pub(crate) const LARGE: u64 = 64 << 20;

const SUFFIX: &str = "-looked";

/// Whether the store has to be looked through now.
pub(crate) fn is_due(plan: &Plan<'_>) -> bool {
    let looked = fs::read_to_string(beside(&plan.path, SUFFIX)).unwrap_or_default();
    !is_large(plan) || looked != day(plan)
}

/// Keeps that a large store was looked through today. Where that cannot be written it is done again.
pub(crate) fn keep(plan: &Plan<'_>) {
    if is_large(plan) {
        let _ = fs::write(beside(&plan.path, SUFFIX), day(plan));
    }
}

/// Forgets when it was.
pub(crate) fn forget(store: &Path) {
    let _ = fs::remove_file(beside(store, SUFFIX));
}

pub(crate) fn is_large(plan: &Plan<'_>) -> bool {
    let length = || fs::metadata(&plan.path).map_or(0, |data| data.len());
    plan.key.is_some() && length() >= plan.large
}

/// The stamp begins with the day.
fn day<'a>(plan: &Plan<'a>) -> &'a str {
    plan.stamp.get(..8).unwrap_or(plan.stamp)
}
