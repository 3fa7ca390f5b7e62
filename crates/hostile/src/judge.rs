//! What the readers say to an input, in words.

use std::collections::BTreeSet;

use eighteen_exchange::{Unjudged, results};
use eighteen_pack::load_dir;

use crate::corpus::{Input, What, trainer};

/// What is said to an input: `let in` where it is taken, otherwise why it is not.
pub fn verdict(input: &What) -> String {
    match input {
        What::Packs(packs) => {
            let codes: Option<BTreeSet<&str>> = packs
                .iter()
                .map(codes)
                .collect::<Option<Vec<_>>>()
                .map(|all| all.into_iter().flatten().collect());
            codes.map_or("let in".to_owned(), |codes| {
                codes.into_iter().collect::<Vec<_>>().join(", ")
            })
        }
        What::Shown { packs, literal } => {
            // Debug writes strings as they are, but for what it must escape.
            let literal = format!("{literal:?}");
            let literal = literal.trim_matches('"');
            let shown = packs.iter().all(|files| {
                let (pack, _) = eighteen_pack::read(files);
                pack.is_some_and(|pack| format!("{pack:?}").contains(literal))
            });
            if shown { "shown".to_owned() } else { "refused, or changed".to_owned() }
        }
        What::Archive { bytes, trusted } => {
            let read = Unjudged::open(bytes.as_slice()).and_then(|head| {
                head.signer(trusted)?;
                head.files()
            });
            match read {
                Ok(pack) => {
                    let problems = eighteen_pack::read(&pack.files).1;
                    problems.first().map_or("let in".to_owned(), ToString::to_string)
                }
                Err(refusal) => refusal.to_string(),
            }
        }
        What::Key(text) => match eighteen_seal::OrgKey::read(text) {
            Ok(_) => "let in".to_owned(),
            Err(error) => error.to_string(),
        },
        What::Folder(fill) => {
            let folder =
                std::env::temp_dir().join(format!("eighteen-staging-{}", std::process::id()));
            let folder = folder.as_path();
            let read = std::fs::create_dir_all(folder)
                .and_then(|()| fill(folder))
                .map_err(|error| error.to_string())
                .and_then(|()| load_dir(folder).map_err(|error| error.to_string()));
            let _ = std::fs::remove_dir_all(folder);
            read.map_or_else(|why| why, |_| "let in".to_owned())
        }
        What::Questions(bytes) => match eighteen_exchange::read_questions(bytes) {
            Ok(found) => match found.left.first() {
                Some(left) => left.why.clone(),
                None => "let in".to_owned(),
            },
            Err(refusal) => refusal.to_string(),
        },
        What::Results(bytes) => match results::read(bytes, &trainer()) {
            Ok(_) => "let in".to_owned(),
            Err(refused) => refused.to_string(),
        },
        What::Assignments(bytes) => match eighteen_exchange::read_assignments(bytes) {
            Ok(_) => "let in".to_owned(),
            Err(refused) => format!("{refused:?}"),
        },
        What::People(bytes) => match eighteen_exchange::read_roster(bytes) {
            Ok(people) => match people.problems.first() {
                Some(problem) => format!("{:?}", problem.wrong),
                None => "let in".to_owned(),
            },
            Err(refusal) => format!("{refusal:?}"),
        },
        What::Cell(text) => {
            let cell = eighteen_exchange::Cell::Text(text.clone());
            let csv = eighteen_exchange::to_csv(&["name"], &[vec![cell]]);
            let csv = String::from_utf8_lossy(&csv);
            let written = csv.strip_prefix("name\r\n").unwrap_or_default().trim_start_matches('"');
            if written.starts_with('\'') {
                "made words".to_owned()
            } else {
                format!("written as {written}")
            }
        }
    }
}

/// The codes of the problems of a pack; nothing when it has none.
fn codes(files: &crate::corpus::Files) -> Option<Vec<&'static str>> {
    let (pack, problems) = eighteen_pack::read(files);
    match pack {
        Some(_) => None,
        None => Some(problems.into_iter().map(|problem| problem.code).collect()),
    }
}

impl Input {
    /// Whether what is said is what was to be said.
    pub fn is_met_by(&self, said: &str) -> bool {
        match self.exact {
            true => said == self.expected,
            false => said.contains(&self.expected),
        }
    }
}
