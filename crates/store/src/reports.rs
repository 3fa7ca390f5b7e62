//! Reports: the database groups, Rust only reads the rows. One `.sql` file each.

mod checks;
<<<<<<< HEAD
mod durations;
mod every_answer;
=======
>>>>>>> cde7d33 (Question report from packed checks and kept sums: verdicts before numbers, separation, reliability, rapid guesses, filters; eighteen store check, cargo xtask seed, pingouin as peer)
mod inbox;
mod known;
mod lasted;
mod misconceptions;
mod module;
mod responses;
mod standings;
mod sure_but_wrong;

pub use checks::CheckStanding;
<<<<<<< HEAD
pub use durations::AnswerTime;
pub use every_answer::AnswerOfAll;
=======
>>>>>>> cde7d33 (Question report from packed checks and kept sums: verdicts before numbers, separation, reliability, rapid guesses, filters; eighteen store check, cargo xtask seed, pingouin as peer)
pub use inbox::{MessageJudged, PersonJudged};
pub use lasted::{FirstRight, RightLater};
pub use misconceptions::IdeaCount;
pub use module::{CompletedOn, FirstResult, StepTime};
pub use responses::ResponseCount;
pub use standings::{FoundPerson, HelpRow, ModuleCount, Modules, Wanted};
pub use sure_but_wrong::SureButWrong;
