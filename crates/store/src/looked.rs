//! When a large store was last looked through from end to end.
//!
//! Each page of an encrypted store carries a code that shows whether it is what was written, and nothing is read
//! from a page without it. So a large one is looked through once a day, beside whoever works with it
//! ([`crate::tending`]), and not while somebody waits. Damage that is met makes the next start look through it first.

use std::{fs, path::Path};

use crate::{open::Plan, set_aside::beside};

/// Bytes from which a store is large: to look through fewer takes a moment.
pub(crate) const LARGE: u64 = 64 << 20;

const SUFFIX: &str = "-looked";
/// Stands in the place of a day.
const DAMAGE: &str = "damage";

/// Whether the store has to be looked through before it is opened.
pub(crate) fn is_due(plan: &Plan<'_>) -> bool {
    !is_large(plan) || kept(&plan.path) == DAMAGE
}

/// Whether it has to be looked through today, when it is open.
pub(crate) fn is_due_beside(plan: &Plan<'_>) -> bool {
    kept(&plan.path) != day(plan)
}

/// Keeps that a large store was looked through today. Where that cannot be written it is done again.
pub(crate) fn keep(plan: &Plan<'_>) {
    if is_large(plan) {
        let _ = fs::write(beside(&plan.path, SUFFIX), day(plan));
    }
}

/// Keeps that damage was met.
pub(crate) fn note_damage(store: &Path) {
    let _ = fs::write(beside(store, SUFFIX), DAMAGE);
}

fn kept(store: &Path) -> String {
    fs::read_to_string(beside(store, SUFFIX)).unwrap_or_default()
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
