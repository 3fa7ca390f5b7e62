//! What every table and column of the learners' store means, as `schema/learner.sql` says it: the
//! comments above them. A file that somebody takes away explains itself with these.

use std::collections::BTreeMap;

const DOCUMENT: &str = include_str!("../schema/learner.sql");

/// A table in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Described {
    /// What the table holds.
    pub about: String,
    /// What each column holds, in the order of the document.
    pub columns: Vec<(String, String)>,
}

/// Every table of the learners' store by its name.
pub fn described() -> BTreeMap<String, Described> {
    let mut tables = BTreeMap::new();
    let mut comment = String::new();
    let mut open: Option<(String, Described)> = None;
    for line in DOCUMENT.lines().map(str::trim) {
        if let Some(words) = line.strip_prefix("--") {
            if !comment.is_empty() {
                comment.push(' ');
            }
            comment.push_str(words.trim());
            continue;
        }
        let about = std::mem::take(&mut comment);
        if let Some(name) = line.strip_prefix("CREATE TABLE ") {
            let name = name.trim_end_matches([' ', '(']).to_owned();
            open = Some((name, Described { about, columns: Vec::new() }));
        } else if line.starts_with(')') {
            tables.extend(open.take());
        } else if let (Some((_, table)), false) = (&mut open, about.is_empty()) {
            let column = line.split_whitespace().next().unwrap_or_default();
            table.columns.push((column.to_owned(), about));
        }
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_and_columns_have_their_comments() {
        let tables = described();
        let answers = &tables["answers"];
        assert!(answers.about.starts_with("Every answer, append-only."), "{}", answers.about);
        assert!(answers.about.ends_with("counts."), "a comment of two lines is whole");
        let confidence = answers.columns.iter().find(|(name, _)| name == "confidence").unwrap();
        assert_eq!(confidence.1, "How sure the learner said she was; NULL where it is not asked.");
        assert_eq!(answers.columns.len(), 12);
        assert!(tables.values().all(|table| !table.about.is_empty() && !table.columns.is_empty()));
    }
}
