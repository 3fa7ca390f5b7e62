//! The values that cross the border to the page, one file for each part of the interface.
//!
//! Names are camelCase, choices are tagged with `kind`, ids and times are strings (times RFC 3339 with
//! their offset, days `YYYY-MM-DD`), durations are whole milliseconds. Nothing here carries an answer
//! key before its answer is committed.

// A field whose name says what it holds needs no sentence; where the name is not enough, one stands.
#![allow(missing_docs)]

pub mod among;
pub mod assignments;
pub mod builder;
pub mod case;
pub mod certificate;
pub mod check;
pub mod content;
pub mod delivery;
pub mod gathering;
pub mod inbox;
pub mod learner;
pub mod my_data;
pub mod own_pages;
pub mod packs;
pub mod practised;
pub mod question;
pub mod refresher;
pub mod results;
pub mod roster;
pub mod search;
pub mod settings;
pub mod story;
pub mod taking;
pub mod trainer;
