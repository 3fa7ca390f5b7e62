//! The courier in every weather, and the same over sockets.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod desk;
mod safety;
mod sockets;
mod turns;
mod weather;
