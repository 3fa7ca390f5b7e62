//! The stores: SQLite files, and the only place with SQL.
//!
//! There are two kinds. `learner.db` holds what the learners of this computer did; `trainer.db` is
//! encrypted and holds what a trainer collected from them. A role is which store is open, not a flag.
//! Attempts, their items and their answers have the same tables in both, so one set of functions
//! serves them.
//!
//! Reads go through [`Store::read`], writes through [`Store::write`], which is one IMMEDIATE
//! transaction: a transaction that reads first and writes later can fail at once, whatever the busy
//! timeout (<https://sqlite.org/isolation.html>). What `write` returned is on the disk: the journal is
//! a WAL with `synchronous=FULL`.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod backup;
mod connection;
mod described;
mod erase;
mod error;
mod files;
mod ground;
mod installation;
mod key_file;
mod looked;
mod migrate;
mod open;
mod persons;
pub mod reports;
mod schema;
mod search;
mod set_aside;
mod store;
mod tables;
mod tending;
mod trust_file;

pub use described::{Described, described};
pub use erase::{Erased, LOG_FOLDER, erasing};
pub use error::{Error, Failure};
pub use files::{
    Beside, DataFolder, not_written, write_beside, write_beside_privately, write_folder_beside,
};
pub use ground::{Ground, System};
pub use installation::Installation;
pub use key_file::{KeyFile, Refusal};
pub use open::{Damage, Kind, Opened};
pub use persons::{NOBODYS_TABLES, OwnTable, OwnValue};
pub use search::{Entry as SearchEntry, Hit, MOST_HITS, SearchIndex};
pub use store::{Reader, Store, Writer};
pub use tables::{
    agreements::AgreementRow,
    answers::{AnswerRow, NewAnswer},
    assigned::{AssignedRow, TrainerRow},
    assignments::{AssignmentPartRow, AssignmentRow, RevisitRow},
    attempts::{AttemptItemRow, AttemptKind, AttemptRow},
    by_person::PersonCheck,
    decisions::DecisionRow,
    filing::FilingRow,
    forks::ForkRow,
    groups::{GroupRow, ListingRow, RosterRow},
    held::HeldStatementRow,
    history::LinkRow,
    inbox::{InboxJudgementRow, InboxMarksRow, InboxMessageRow, InboxRoundRow},
    items::ItemRow,
    judged::JudgedRow,
    learners::LearnerRow,
    message_reviews::{JudgedMessageRow, MessageReviewRow},
    notes::NoteRow,
    outbox::{NewStatement, OutboxCounts, StatementRow, WaitingRow},
    packed::{PackedAnswer, Sureness},
    packing::{FinishedCheck, PackedScan, QuizRow},
    people::{PersonRow, ProgressRow},
    places::PlaceRow,
    question_sums::QuestionSumsRow,
    recalled::{Recall, RecalledRow},
    reflections::ReflectionRow,
    result_files::{FileFindingRow, ResultFileRow},
    reviews::{GradedRow, ReviewRow},
    run_choices::RunChoiceRow,
    runs::RunRow,
    scripts::ScriptRow,
    snapshots::SnapshotRow,
    steps::StepDoneRow,
    told::ToldRow,
};
pub use trust_file::{KeptKey, KeptPack, KeptVersion, KeyOrigin, TrustFile, TrustRecord};

/// The version of the `SQLite` library that is built in.
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}
