//! Packs that somebody made to do harm. Each is refused: quickly, at a line of a file, with the code that
//! says why. The names in the lists are what a failure reports.

mod bytes;
mod deep;
mod fields;
mod markup;
mod pictures;

use std::time::{Duration, Instant};

use super::{Files, sample, sample_and};
use crate::read;

/// A file that takes longer has found something that grows with the square of its size: each takes well
/// under two seconds on an idle machine, unoptimised. The margin is for machines that are busy.
const LONGEST: Duration = Duration::from_secs(15);

/// One hostile input: its name, its files, and where the code must be found.
struct Case {
    name: String,
    files: Files,
    file: String,
    code: &'static str,
}

impl Case {
    /// The sample with one file replaced or added.
    fn file(name: &str, file: &str, bytes: impl AsRef<[u8]>, code: &'static str) -> Self {
        Self { name: name.into(), files: sample_and(file, bytes), file: file.into(), code }
    }

    /// The sample with something put between the blocks of a lesson.
    fn lesson(name: &str, markdown: &str, code: &'static str) -> Self {
        let file = "lessons/second-look.md";
        let text = String::from_utf8(sample()[file].clone()).unwrap();
        Self::file(name, file, format!("{text}\n{markdown}\n"), code)
    }

    /// Whether it is refused as it should be; otherwise what happened instead.
    #[expect(clippy::disallowed_methods, reason = "a test may measure how long it took")]
    fn failure(&self) -> Option<String> {
        let start = Instant::now();
        let (pack, problems) = read(&self.files);
        let took = start.elapsed();
        super::documented(&problems);
        let name = &self.name;
        let found =
            problems.iter().any(|problem| problem.file == self.file && problem.code == self.code);
        if pack.is_some() {
            Some(format!("{name}: was let in"))
        } else if problems.iter().any(|problem| problem.line == 0) {
            Some(format!("{name}: a problem without a line"))
        } else if !found {
            let places = super::places(&problems);
            Some(format!("{name}: no {} in {}: {places:?}", self.code, self.file))
        } else if took > LONGEST {
            Some(format!("{name}: took {took:?}"))
        } else {
            None
        }
    }
}

/// A text for each number up to `count`, one after another.
fn numbered(count: usize, text: impl Fn(usize) -> String) -> String {
    (0..count).map(text).collect::<Vec<_>>().concat()
}

/// Reads every case and reports all failures at once.
fn refuse_all(cases: &[Case]) {
    let failures: Vec<String> = cases.iter().filter_map(Case::failure).collect();
    assert!(failures.is_empty(), "{failures:#?}");
}
