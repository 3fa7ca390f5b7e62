//! Reports: the database groups, Rust only reads the rows. One `.sql` file each.

mod checks;
mod every_answer;
mod inbox;
mod known;
mod lasted;
mod misconceptions;
mod module;
mod responses;
mod sure_but_wrong;
mod wrong_last;

pub use checks::CheckStanding;
pub use every_answer::AnswerOfAll;
pub use inbox::{MessageJudged, PersonJudged};
pub use lasted::{FirstRight, RightLater};
pub use misconceptions::IdeaCount;
pub use module::{CompletedOn, FirstResult, StepTime};
pub use responses::ResponseCount;
pub use sure_but_wrong::SureButWrong;
