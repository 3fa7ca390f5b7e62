//! The stores, from outside: one module for each table, each kind of fault, each promise.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::print_stdout)] // A test that cannot run here says why.
#![allow(clippy::redundant_closure_for_method_calls)] // `|reader| reader.people()` reads as the app does.

mod answers;
mod attempts;
mod backups;
mod builders;
mod child;
mod damage;
mod damage_encrypted;
mod damage_half_done;
mod decisions;
mod durability;
mod encrypted;
mod erase;
mod erase_killed;
mod files;
mod flags;
mod flips;
mod full_disk;
mod groups;
mod inbox;
mod installed;
mod items;
mod key_file;
mod learners;
mod message_reviews;
mod newer;
mod notes;
mod old_files;
mod packed;
mod people;
mod persons;
mod places;
mod planted;
mod power_cut;
mod practice;
mod private;
mod raw;
mod read_only;
mod reflections;
mod reports;
mod result_files;
mod reviews;
mod runs;
mod schema;
mod search;
mod settings;
mod steps;
mod store;
