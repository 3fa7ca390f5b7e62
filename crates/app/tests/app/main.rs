//! The verbs of the app on real files, with the shipped course: one module for each part of the interface.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod among;
mod assignments;
mod attempts;
mod builder;
mod case;
mod certificates;
mod checks;
mod claims;
mod delivery;
mod difference;
mod faults;
mod figures;
mod filing;
mod inbox;
mod keys;
mod learner;
mod message_cards;
mod my_data;
mod orders;
mod packs;
mod people;
mod policy;
mod practised;
mod recovery;
mod refresher;
mod results;
mod roster;
mod search;
mod stores;
mod story;
mod support;
mod taking;
mod trainer;
mod works_council;
