//! Takes statements to a learning record store (LRS), and fetches them from there.
//!
//! [`Courier`] decides: what is sent next, what an answer means, how long to rest. It has no clock, no
//! chance and no network of its own, so a test can play years of bad weather in a second. [`Https`] is
//! the network; [`Keeper`] is where the password lies. What waits and what became of it is somebody
//! else's, behind [`Outbox`]. [`Pages`] is the way back: it reads what a store has.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod address;
mod courier;
mod https;
mod keeper;
mod pages;
mod pause;
mod reply;
mod same;

pub use address::{Address, AddressFault, is_refused};
pub use courier::{Courier, Line, Outbox, Reason, Turn, Waiting, Why};
pub use https::{Https, Login, Reach, Roots, Version};
pub use keeper::{Keeper, KeeperFault, Memory, SystemKeyring};
pub use pages::{PAGE, Page, Pages, Source};
pub use pause::{LONGEST_REST, SHORTEST_REST};
pub use reply::{Loss, Reply, Trouble};
pub use same::is_same;
