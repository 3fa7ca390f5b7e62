//! The app without its window: one module for each screen's verbs.
//!
//! Opens every transaction, reads the clock, and speaks to the page in the values of [`wire`]. Does not
//! know that Tauri exists. Every command of the page is the method of the same name of [`App`].
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod analyse;
mod app;
mod attempt;
mod blocks;
mod case;
mod certificate;
mod check_result;
mod checks;
mod clock;
mod collect;
mod content;
mod course;
mod debrief;
mod deck;
mod erase;
mod error;
mod export;
mod folders;
mod forget;
mod fork_report;
mod glossary;
mod home;
mod inbox;
mod inbox_report;
mod inbox_result;
mod inbox_words;
mod lasted_report;
mod misconception_report;
mod module_report;
mod modules;
mod my_data;
mod people;
mod person;
mod practice;
mod practised;
mod question;
mod question_report;
mod record;
mod references;
mod refresher;
mod run;
mod run_view;
mod sample;
mod sample_practice;
mod search;
mod settings;
mod shares;
mod sharing;
mod starting;
mod startup;
mod steps;
mod story;
mod trainer;
mod trainer_view;
pub mod wire;
mod works_council;

pub use analyse::{Analysis, Blank, Figure, ItemAnalysis, OptionAnalysis, analyse, analysis_table};
pub use app::{App, Desktop};
pub use clock::{Clock, SystemClock};
pub use course::{Course, shipped_files};
pub use eighteen_store::LOG_FOLDER;
pub use error::{ErrorCode, UserError};
pub use export::{people_table, person_table, questions_table};
pub use folders::data_dir;
pub use fork_report::forks_table;
pub use inbox_report::inbox_table;
pub use lasted_report::lasted_table;
pub use misconception_report::misconceptions_table;
pub use module_report::module_table;
