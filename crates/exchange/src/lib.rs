//! Files that leave or enter. Pure mapping: does not know that a database exists.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod archive;
mod certificate;
pub mod history;
mod matrix;
mod page;
pub mod results;
mod table;

pub use archive::{Member, archive};
pub use certificate::{
    Certificate, CertificateWords, PaperError, ReadError, read_certificate, unprintable,
};
pub use matrix::{Answered, LineProblem, Matrix, read_matrix};
pub use page::{Page, Section};
pub use table::{Cell, Table, to_csv};
