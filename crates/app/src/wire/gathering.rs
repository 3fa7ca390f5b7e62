//! Collecting from the organisation's record store.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::delivery::{DeliveryTrouble, RecordStore, StoreRefused};

/// The store that a trainer collects from, and what was read of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Gathering {
    /// Absent until somebody names one.
    pub store: Option<RecordStore>,
    /// Everything that the store has stored up to then was collected, by its own clock.
    pub read_until: Option<String>,
    /// Checks of which something is missing yet.
    pub waiting: u32,
    /// Absent until somebody looks.
    pub looked: Option<LookedInStore>,
}

/// What was read, before anything is taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LookedInStore {
    pub pages: u32,
    pub statements: u32,
    pub new_checks: u32,
    /// Collected before, from a file or a store.
    pub known_checks: u32,
    /// Something of them is missing; they wait for it.
    pub open_checks: u32,
    pub left_out: Vec<LeftOut>,
    pub state: LookState,
}

/// Why something is left out, and how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeftOut {
    pub why: WhyLeftOut,
    pub count: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum WhyLeftOut {
    /// Statements of another program.
    NotOurs,
    /// Statements that say they are ours and are not whole.
    NotWhole,
    /// Checks of a pack that is not on this computer. They wait for it.
    NoPack,
    /// Checks that no learner could have had with the pack that they name.
    DoesNotFit,
}

/// How reading stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum LookState {
    /// There is another page.
    More,
    /// That was all.
    Done,
    /// There is more than is held at a time: take these in first.
    Full,
    /// The page can be asked for again.
    Trouble { trouble: DeliveryTrouble, wait_seconds: Option<u32> },
}

/// Where to begin.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LookInStore {
    /// Everything is read again, from the very beginning.
    pub from_start: bool,
}

/// Whether a store was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum SourceNamed {
    Taken { gathering: Gathering },
    Refused { why: StoreRefused },
}
