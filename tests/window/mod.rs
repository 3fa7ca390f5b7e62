//! The real window, driven through WebDriver.

mod opening;
mod second_start;
mod shell;
