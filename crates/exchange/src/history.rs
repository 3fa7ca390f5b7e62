//! The history of a learner's finished checks, and what can be told from it.
//!
//! Each link names the one before it by its hash, so that a link that was changed, left out or written in
//! two places shows. What shows is a fact about files. Why it is so nobody can read from it: a restored
//! backup and an edited score may look the same. It says nothing at all of who answered.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

const PURPOSE: &str = "eighteen-days history 1";

/// What a link stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// A check that was finished before there was a history; what came before is not known.
    Older,
    /// A check that was finished.
    Check,
    /// The app brought a copy of the store back: links that came after the copy are gone, and that is said.
    Restored,
}

impl LinkKind {
    /// As it is stored and hashed.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Older => "older",
            Self::Check => "check",
            Self::Restored => "restored",
        }
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Older, Self::Check, Self::Restored].into_iter().find(|kind| kind.as_str() == name)
    }
}

/// One link.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// 1 for the first, one more for each.
    pub counter: u32,
    /// What it stands for.
    pub kind: LinkKind,
    /// The attempt. For a restored copy a new UUID: two restorations are never one link, whatever the clock.
    pub attempt_id: String,
    /// SHA-256 of the finished check in hex; empty for a restored copy.
    pub content: String,
    /// When the link was made, by the clock of that computer, which may have been set back or on.
    pub at: String,
    /// Public key of the installation that made it, in hex.
    pub device: String,
    /// Hash of the link before; empty for the first.
    pub previous: String,
    /// Hash of this link, in hex.
    pub hash: String,
}

impl Link {
    /// The link after `last`, with its hash.
    pub fn after(
        last: Option<&Self>,
        learner_id: &str,
        kind: LinkKind,
        of: (&str, &str),
        at: &str,
        device: &str,
    ) -> Self {
        let mut link = Self {
            counter: last.map_or(1, |last| last.counter.saturating_add(1)),
            kind,
            attempt_id: of.0.to_owned(),
            content: of.1.to_owned(),
            at: at.to_owned(),
            device: device.to_owned(),
            previous: last.map(|last| last.hash.clone()).unwrap_or_default(),
            hash: String::new(),
        };
        link.hash = link.hashed(learner_id);
        link
    }

    /// What its hash has to be.
    pub fn hashed(&self, learner_id: &str) -> String {
        let mut hash = Hashing::new(PURPOSE);
        hash.text(learner_id).number(self.counter.into()).text(self.kind.as_str());
        hash.text(&self.attempt_id).text(&self.content).text(&self.at);
        hash.text(&self.device).text(&self.previous);
        hash.hex()
    }
}

/// SHA-256 over fields, each with its length before it, so that no two lists of fields are the same bytes.
pub struct Hashing(Sha256);

impl Hashing {
    /// Begins with what the hash is for.
    pub fn new(purpose: &str) -> Self {
        let mut hash = Self(Sha256::new());
        hash.text(purpose);
        hash
    }

    /// Adds a text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.number(text.len() as u64);
        self.0.update(text.as_bytes());
        self
    }

    /// Adds a number.
    pub fn number(&mut self, number: u64) -> &mut Self {
        self.0.update(number.to_be_bytes());
        self
    }

    /// The hash, in hex.
    pub fn hex(self) -> String {
        eighteen_seal::to_hex(&self.0.finalize())
    }
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FindingKind {
    /// A link, or the check that it names, is not in the file.
    Gap,
    /// A check or a link is not what was hashed, or is not in the history.
    Edited,
    /// A later file does not know what an earlier one of the same installation knew.
    Rollback,
    /// The history goes on in two places from one link, or two files bear one number.
    Fork,
    /// A link was written by another installation than the file, or a check belongs to another learner.
    Foreign,
}

impl FindingKind {
    /// As it is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Gap => "gap",
            Self::Edited => "edited",
            Self::Rollback => "rollback",
            Self::Fork => "fork",
            Self::Foreign => "foreign",
        }
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Gap, Self::Edited, Self::Rollback, Self::Fork, Self::Foreign]
            .into_iter()
            .find(|kind| kind.as_str() == name)
    }
}

/// A finding and the link where it shows; 0 where it is about no link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Finding {
    /// What.
    pub kind: FindingKind,
    /// Which link, by its counter.
    pub counter: u32,
}

/// A finished check as it came: which, whose, and what it hashes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Came {
    /// The attempt.
    pub attempt_id: String,
    /// Whose it says it is.
    pub learner_id: String,
    /// SHA-256 of it in hex.
    pub content: String,
}

/// What one file shows by itself.
pub fn in_file(learner_id: &str, device: &str, links: &[Link], came: &[Came]) -> Vec<Finding> {
    let mut found = BTreeSet::new();
    let (mut counter, mut previous, mut begun) = (0_u32, "", false);
    for link in links {
        let mut tell = |kind| found.insert(Finding { kind, counter: link.counter });
        if link.counter != counter.saturating_add(1) || link.previous != previous {
            tell(FindingKind::Gap);
        }
        if link.hash != link.hashed(learner_id) {
            tell(FindingKind::Edited);
        }
        // Only a history's beginning is about checks that were there before it.
        if link.kind == LinkKind::Older && begun {
            tell(FindingKind::Edited);
        }
        if link.device != device {
            tell(FindingKind::Foreign);
        }
        if link.kind != LinkKind::Restored {
            match came.iter().find(|check| check.attempt_id == link.attempt_id) {
                None => drop(tell(FindingKind::Gap)),
                Some(check) if check.content != link.content => drop(tell(FindingKind::Edited)),
                Some(_) => {}
            }
        }
        begun = begun || link.kind != LinkKind::Older;
        (counter, previous) = (link.counter, &link.hash);
    }
    for check in came {
        if check.learner_id != learner_id {
            found.insert(Finding { kind: FindingKind::Foreign, counter: 0 });
        } else if !links.iter().any(|link| link.attempt_id == check.attempt_id) {
            found.insert(Finding { kind: FindingKind::Edited, counter: 0 });
        }
    }
    found.into_iter().collect()
}

/// Checks of a file that are what its history says: the others are left out.
pub fn vouched<'a>(
    learner_id: &str,
    links: &'a [Link],
    came: &'a [Came],
) -> impl Iterator<Item = &'a str> {
    let learner_id = learner_id.to_owned();
    came.iter()
        .filter(move |check| check.learner_id == learner_id)
        .filter(|check| {
            links
                .iter()
                .any(|link| link.attempt_id == check.attempt_id && link.content == check.content)
        })
        .map(|check| check.attempt_id.as_str())
}

/// A file of a learner that was collected.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileSeen {
    /// SHA-256 of what was in it, in hex.
    pub digest: String,
    /// Public key of the installation, in hex.
    pub device: String,
    /// The installation's number for it; grows with each file.
    pub number: u32,
    /// Hash of the last link; empty when there was none.
    pub head: String,
}

/// What the links and files of one learner show together. Only which there are matters, not the order in
/// which they came.
pub fn together(links: &[Link], files: &[FileSeen]) -> Vec<Finding> {
    let graph = Graph::of(links);
    let mut found = BTreeSet::new();
    let mut explained_as_rollback = BTreeSet::new();
    for (at, one) in files.iter().enumerate() {
        for other in &files[at + 1..] {
            if one.device != other.device {
                continue;
            }
            if one.number == other.number {
                if one.digest != other.digest {
                    let counter = graph.counter(&one.head).min(graph.counter(&other.head));
                    found.insert(Finding { kind: FindingKind::Fork, counter });
                }
                continue;
            }
            let (earlier, later) =
                if one.number < other.number { (one, other) } else { (other, one) };
            if let Some((parent, counter)) = graph.lost(&earlier.head, &later.head) {
                found.insert(Finding { kind: FindingKind::Rollback, counter });
                explained_as_rollback.insert(parent);
            }
        }
    }
    for (parent, children) in &graph.children {
        let going_on: Vec<_> =
            children.iter().filter(|link| link.kind != LinkKind::Restored).collect();
        if going_on.len() > 1 && !explained_as_rollback.contains(*parent) {
            let counter = going_on.iter().map(|link| link.counter).min().unwrap_or(0);
            found.insert(Finding { kind: FindingKind::Fork, counter });
        }
    }
    found.into_iter().collect()
}

/// The links of a learner by their hash and by what is before them.
struct Graph<'a> {
    by_hash: BTreeMap<&'a str, &'a Link>,
    children: BTreeMap<&'a str, BTreeSet<&'a Link>>,
}

impl<'a> Graph<'a> {
    fn of(links: &'a [Link]) -> Self {
        let mut graph = Self { by_hash: BTreeMap::new(), children: BTreeMap::new() };
        for link in links {
            graph.by_hash.insert(&link.hash, link);
            graph.children.entry(&link.previous).or_default().insert(link);
        }
        graph
    }

    fn counter(&self, hash: &str) -> u32 {
        self.by_hash.get(hash).map_or(0, |link| link.counter)
    }

    /// From this link back to the first; a link that was changed to name itself ends it.
    fn back(&self, from: &str) -> Vec<&'a Link> {
        let mut path: Vec<&Link> = Vec::new();
        let mut at = self.by_hash.get(from);
        while let Some(link) = at {
            if path.len() > self.by_hash.len() {
                break;
            }
            path.push(link);
            at = self.by_hash.get(link.previous.as_str());
        }
        path
    }

    /// Where the later file left the path of the earlier one without a restored copy saying so: the last link
    /// that they share, and the counter of the first that is lost.
    fn lost(&self, earlier: &str, later: &str) -> Option<(String, u32)> {
        let (before, after) = (self.back(earlier), self.back(later));
        let head = before.first()?;
        if after.contains(head) {
            return None;
        }
        let declared =
            after.iter().any(|link| link.kind == LinkKind::Restored && !before.contains(link));
        if declared {
            return None;
        }
        let lost = before.iter().rev().find(|link| !after.contains(link))?;
        Some((lost.previous.clone(), lost.counter))
    }
}

#[cfg(test)]
mod tests;
