//! Files that leave or enter. Pure mapping: does not know that a database exists.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod matrix;
mod table;

pub use matrix::{Answered, LineProblem, Matrix, read_matrix};
pub use table::{Cell, Table};
