//! Files that leave or enter. Pure mapping: does not know that a database exists.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod table;

pub use table::{Cell, Table};
