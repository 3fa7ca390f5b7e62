//! Reads `glossary.toml` and `coverage.toml`.

use crate::model::{Effect, Statement, Term};
use crate::notes::Kind;
use crate::source::Source;
use crate::table::{Table, read_toml};
use crate::words;

/// How many words the meaning of a term may have.
const LONGEST_MEANING: usize = 40;

/// Every term of the glossary.
pub(crate) fn read_glossary(source: &Source<'_>) -> Vec<Term> {
    let terms = read_toml(source, &[Kind::Term], |root| {
        root.any_tables("term").iter().map(read_term).collect()
    });
    terms.unwrap_or_default()
}

fn read_term(table: &Table<'_>) -> Term {
    let means = table.sentences("means");
    let words = words::count(&means);
    if words > LONGEST_MEANING {
        let message = format!("{words} words, more than {LONGEST_MEANING}; say it more shortly");
        table.source().problem(table.line_of("means"), "long-meaning", message);
    }
    Term {
        id: table.defined("id", Kind::Term),
        term: table.plain("term"),
        means,
        also: table.plains("also", 0..=20),
        example: table.get("example").map(|value| value.sentences()),
    }
}

/// Every statement that the pack promises to teach.
pub(crate) fn read_coverage(source: &Source<'_>) -> Vec<Statement> {
    let statements = read_toml(source, &[Kind::Statement], |root| {
        root.any_tables("statement").iter().map(read_statement).collect()
    });
    statements.unwrap_or_default()
}

fn read_statement(table: &Table<'_>) -> Statement {
    let effects = [
        ("supports", Effect::Supports),
        ("qualifies", Effect::Qualifies),
        ("corrects", Effect::Corrects),
    ];
    let id = table.required("id").map(|value| value.statement_id());
    let id = id.unwrap_or_default();
    table.source().define(Kind::Statement, &id, table.line_of("id"));
    Statement {
        id,
        says: table.sentences("says"),
        effect: table.one_of("effect", &effects).unwrap_or(Effect::Supports),
    }
}
