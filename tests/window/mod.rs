//! The real window, driven through WebDriver.

mod first_run;
mod keyboard_module;
mod opening;
mod resume;
mod second_start;
mod shell;
mod support;
mod sweep;
mod trainer;
