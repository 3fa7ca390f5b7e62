//! Files that leave or enter. Pure mapping: does not know that a database exists.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod archive;
mod assignment_file;
mod certificate;
pub mod history;
mod letters;
mod matrix;
mod pack_file;
mod page;
pub use policy::{Lockable, MAX_POLICY, Policy, PolicyDelivery, PolicyKey, read_policy};
