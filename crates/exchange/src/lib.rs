//! Files that leave or enter. Pure mapping: does not know that a database exists.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod archive;
mod assignment_file;
mod certificate;
pub mod history;
mod letters;
mod matrix;
mod pack_file;
mod page;
mod policy;
mod questions;
pub mod results;
mod roster;
mod sheet;
mod table;
pub mod xapi;

pub use archive::{Archive, Member};
pub use assignment_file::{
    AssignmentFile, FileAssignment, FilePart, FileRefusal, MAX_ASSIGNMENT_FILE, person_mark,
    read_assignments, write_assignments,
};
pub use certificate::{Certificate, CertificateWords, PaperError, ReadError, read_certificate};
pub use letters::unprintable;
pub use matrix::{Answered, LineProblem, Matrix, read_matrix};
pub use pack_file::{
    KeyStatement, MANIFEST, MAX_PACK, MAX_STATEMENT, ManifestFile, PackFile, PackManifest,
    PackRefusal, SIGNATURE, STATEMENT, Says, SignedStatement, StatementRefusal, Unjudged,
};
pub use page::{Page, Section};
pub use policy::{
    Lockable, MAX_POLICY, Policy, PolicyDelivery, PolicyKey, PolicyStore, read_policy,
    read_signed_policy,
};
pub use questions::{
    BankBody, BankNumber, BankOption, BankQuestion, LeftOut, Loss, MAX_QUESTIONS, QuestionFile,
    QuestionForm, QuestionRefusal, Words, read_questions,
};
pub use roster::{
    MAX_ROSTER, Roster, RosterLine, RosterProblem, RosterRefusal, RosterWrong, read_roster,
};
pub use sheet::{
    Column, CsvChoice, Form, MOST_ROWS_ON_PAPER, Out, Rows, Separator, Sheet, SheetError,
    SheetWords, writer,
};
pub use table::{Cell, Table, to_csv};
