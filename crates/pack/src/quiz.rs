//! Reads a quiz: the policy and the questions.

use crate::characters::quoted;
use crate::lesson::StepDraft;
use crate::media::Media;
use crate::model::{Item, Policy, Pool, Quiz};
use crate::notes::Kind;
use crate::policy::{Places, PolicyDraft, check_quiz, read_policy};
use crate::question::read_body;
use crate::source::Source;
use crate::table::{Table, read_toml};

/// The questions of a module whose steps are read already.
pub(crate) fn read_quiz(source: &Source<'_>, steps: &[StepDraft], media: &Media) -> Option<Quiz> {
    let kinds = [Kind::Quiz, Kind::Item];
    read_toml(source, &kinds, |root| {
        let policy = root.required("policy").and_then(|value| value.table());
        let policy = policy.map(|table| read_policy(&table, Places::Steps));
        let policy = policy.unwrap_or_else(PolicyDraft::stand_in);
        let tables = root.any_tables("item");
        let items: Vec<Item> =
            tables.iter().filter_map(|table| read_item(table, steps, media)).collect();
        let bank = items.iter().filter(|item| item.pool == Pool::Check);
        let bank: Vec<&str> = bank.map(|item| item.step.as_str()).collect();
        check_quiz(source, &policy, &bank);
        let policy = policy.policy;
        Quiz { id: root.defined("id", Kind::Quiz), title: root.plain("title"), policy, items }
    })
}

impl Quiz {
    /// What stands in for a quiz that could not be read.
    pub(crate) fn stand_in() -> Self {
        Self {
            id: String::new(),
            title: String::new(),
            policy: Policy::stand_in(),
            items: Vec::new(),
        }
    }
}

fn read_item(table: &Table<'_>, steps: &[StepDraft], media: &Media) -> Option<Item> {
    let pools = [("check", Pool::Check), ("practice", Pool::Practice)];
    let covers = table.required("covers").map(|value| value.list(0..=20));
    let item = Item {
        id: table.defined("id", Kind::Item),
        version: table.whole("version", 1..=1_000_000),
        pool: table.one_of("pool", &pools).unwrap_or_default(),
        ask: table.text("ask"),
        step: read_step(table, steps),
        covers: covers
            .unwrap_or_default()
            .iter()
            .map(|value| value.reference(Kind::Statement))
            .collect(),
        claims: table.references("claims", Kind::Claim),
        body: read_body(table, media)?,
    };
    Some(item)
}

/// The step that teaches an item stands in the item's own module.
fn read_step(table: &Table<'_>, steps: &[StepDraft]) -> String {
    let step = table.slug("step");
    let is_known = steps.iter().any(|draft| draft.step.id == step);
    if !step.is_empty() && !is_known && !table.source().notes().is_unsure(Kind::Step) {
        let message = format!(
            "this module has no step {}; name the one that teaches the question",
            quoted(&step)
        );
        table.source().problem(table.line_of("step"), "dangling-id", message);
    }
    step
}
