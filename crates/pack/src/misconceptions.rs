//! Reads `misconceptions.toml`.

use crate::model::Misconception;
use crate::notes::Kind;
use crate::source::Source;
use crate::table::{Table, read_toml};

/// Every wrong idea of the file.
pub(crate) fn read_misconceptions(source: &Source<'_>) -> Vec<Misconception> {
    let ideas = read_toml(source, &[Kind::Misconception], |root| {
        root.any_tables("misconception").iter().map(read_misconception).collect()
    });
    ideas.unwrap_or_default()
}

fn read_misconception(table: &Table<'_>) -> Misconception {
    Misconception {
        id: table.defined("id", Kind::Misconception),
        says: table.sentences("says"),
        truth: table.sentences("truth"),
    }
}
