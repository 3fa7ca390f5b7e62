//! Reports: the database groups, Rust only reads the rows. One `.sql` file each.

mod among;
mod checks;
mod every_answer;
mod first_checks;
mod inbox;
mod known;
mod module;
mod sure_but_wrong;
mod wrong_last;

pub use among::Among;
pub use checks::CheckStanding;
pub use every_answer::AnswerOfAll;
pub use first_checks::FirstCheck;
pub use inbox::FirstJudgement;
pub use module::StepTime;
pub use sure_but_wrong::SureButWrong;
