//! Seeded folders and learners who answer, for tests and for the programs beside them. Never ships.

mod answering;
mod cpu;
mod days_ago;
mod desktop;
mod files;
mod judging;
mod large_pack;
pub mod lrs;

pub use answering::{
    answer_next, finish_steps, right_response, some_response, take_check, wrong_response,
};
pub use cpu::cpu_seconds;
pub use days_ago::DaysAgo;
pub use desktop::SaveTo;
pub use files::{assignment_file, result_files};
pub use judging::judge_round;
pub use large_pack::{HEAVY, LIGHT, Weight, large_pack};
