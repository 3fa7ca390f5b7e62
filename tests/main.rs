//! One test program for everything that crosses crates.

#![allow(clippy::print_stderr, reason = "a test that cannot check something here says why")]

mod window;
