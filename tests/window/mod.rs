//! The real window, driven through WebDriver.

mod attempts;
mod case;
mod certificate;
mod first_run;
mod full_disk;
mod inbox;
mod keyboard_module;
mod my_data;
mod network;
mod opening;
mod practised;
mod rail;
mod recovery;
mod refresher;
mod result;
mod resume;
mod search;
mod second_start;
mod settings;
mod shell;
mod store_faults;
mod support;
mod sweep;
mod trainer;
mod tree;
mod ultimatum;
