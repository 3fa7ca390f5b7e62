//! Reads how attempts are made, of a quiz and of the final assessment.

use std::collections::BTreeSet;

use crate::characters::quoted;
use crate::model::{Assessment, Feedback, Policy, Rule, TestOut};
use crate::notes::{Kind, Notes};
use crate::problem::{Sentence, sentence};
use crate::source::Source;
use crate::table::Table;
use crate::value::Value;

/// A policy with the lines that later checks need.
pub(crate) struct PolicyDraft {
    /// The policy.
    pub(crate) policy: Policy,
    draw_line: u32,
    rule_lines: Vec<u32>,
    test_out_line: u32,
}

/// What the rules of a draw name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Places {
    /// Steps of the module.
    Steps,
    /// Modules of the pack.
    Modules,
}

impl Policy {
    /// What stands in for a policy that could not be read.
    pub(crate) fn stand_in() -> Self {
        Self {
            draw: 0,
            pass_percent: 100,
            tries: 0,
            feedback: Feedback::After,
            shuffle: true,
            rules: Vec::new(),
            pause_minutes: 0,
            test_out: None,
        }
    }
}

impl PolicyDraft {
    /// What stands in for a policy that could not be read.
    pub(crate) fn stand_in() -> Self {
        let policy = Policy::stand_in();
        Self { policy, draw_line: 0, rule_lines: Vec::new(), test_out_line: 0 }
    }

    /// Reports draws that the bank cannot serve. `bank` names the place of every check question.
    pub(crate) fn check(&self, bank: &[&str], report: impl Fn(u32, &'static str, Sentence)) {
        let held = bank.len();
        let too_many = |draw: u32| draw as usize > held;
        if too_many(self.policy.draw) {
            let message = sentence!(
                "`draw` is {}, but the bank holds {} questions with pool = \"check\"; draw fewer, or write more",
                self.policy.draw,
                held
            );
            report(self.draw_line, "small-bank", message);
        }
        if let Some(test_out) = self.policy.test_out.as_ref().filter(|it| too_many(it.draw)) {
            let message = format!(
                "the pre-check draws {}, but the bank holds {held} questions; draw fewer, or write more",
                test_out.draw
            );
            report(self.test_out_line, "small-bank", message.into());
        }
        for (rule, line) in self.policy.rules.iter().zip(&self.rule_lines) {
            let there = bank.iter().filter(|from| **from == rule.from).count();
            if rule.draw as usize > there && !rule.from.is_empty() {
                let message = format!(
                    "the rule draws {} from {}, which has {there} check questions; draw fewer, or write more",
                    rule.draw,
                    quoted(&rule.from)
                );
                report(*line, "small-bank", message.into());
            }
        }
    }
}

/// Reads the policy table.
pub(crate) fn read_policy(table: &Table<'_>, places: Places) -> PolicyDraft {
    let feedbacks = [("after", Feedback::After), ("at-once", Feedback::AtOnce)];
    let tables = match table.get("rule") {
        Some(_) => table.tables("rule", 0..=50),
        None => Vec::new(),
    };
    let rules: Vec<Rule> = tables.iter().map(|rule| read_rule(rule, places)).collect();
    let draw = table.whole("draw", 1..=100);
    check_rules(table, draw, &rules);
    // A pre-check shows that the steps of a module are known; an assessment has none.
    let test_out = if places == Places::Steps { table.get("test_out") } else { None };
    let test_out_line = test_out.as_ref().map_or(0, Value::line);
    let pause = table.get("pause_minutes").map(|value| value.whole(0..=10_080));
    let policy = Policy {
        draw,
        pass_percent: table.whole("pass_percent", 1..=100),
        tries: table.whole("tries", 0..=100),
        feedback: table.one_of("feedback", &feedbacks).unwrap_or(Feedback::After),
        shuffle: table.truth("shuffle"),
        rules,
        pause_minutes: pause.unwrap_or(0),
        test_out: test_out.and_then(|value| value.table()).map(|table| TestOut {
            draw: table.whole("draw", 1..=100),
            pass_percent: table.whole("pass_percent", 1..=100),
        }),
    };
    let rule_lines = tables.iter().map(Table::line).collect();
    PolicyDraft { policy, draw_line: table.line_of("draw"), rule_lines, test_out_line }
}

fn read_rule(table: &Table<'_>, places: Places) -> Rule {
    let from = match places {
        Places::Steps => table.reference("step", Kind::Step),
        Places::Modules => table.reference("module", Kind::Module),
    };
    Rule { from, draw: table.whole("draw", 1..=100) }
}

fn check_rules(table: &Table<'_>, draw: u32, rules: &[Rule]) {
    let source = table.source();
    let line = table.line_of("rule");
    let mut seen = BTreeSet::new();
    for rule in rules.iter().filter(|rule| !rule.from.is_empty()) {
        if !seen.insert(&rule.from) {
            let message = format!("two rules draw from {}; make them one", quoted(&rule.from));
            source.problem(line, "duplicate-rule", message);
        }
    }
    let together = rules.iter().map(|rule| rule.draw).fold(0, u32::saturating_add);
    if together > draw && draw > 0 {
        let message = format!(
            "the rules draw {together} questions, more than `draw`, {draw}; lower or raise"
        );
        source.problem(line, "rules-exceed-draw", message);
    }
}

/// The final assessment of `pack.toml`, to be checked when all modules are read.
pub(crate) struct AssessmentDraft {
    assessment: Assessment,
    draft: PolicyDraft,
}

/// Reads the assessment.
pub(crate) fn read_assessment(table: &Table<'_>) -> AssessmentDraft {
    let policy = table.required("policy").and_then(|value| value.table());
    let draft = policy.map(|policy| read_policy(&policy, Places::Modules));
    let draft = draft.unwrap_or_else(PolicyDraft::stand_in);
    let assessment = Assessment {
        id: table.defined("id", Kind::Quiz),
        title: table.plain("title"),
        about: table.sentences("about"),
        policy: draft.policy.clone(),
    };
    AssessmentDraft { assessment, draft }
}

impl AssessmentDraft {
    /// The assessment, checked against the modules' banks: `bank` names the module of every check question.
    pub(crate) fn finish(self, bank: &[&str], notes: &Notes) -> Assessment {
        // A bank that could not be read proves nothing.
        if !notes.is_unsure(Kind::Item) && !notes.is_unsure(Kind::Module) {
            self.draft.check(bank, |line, code, message| {
                notes.problem("pack.toml", line, code, message);
            });
        }
        self.assessment
    }
}

/// Reports draws that the bank of one quiz cannot serve.
pub(crate) fn check_quiz(source: &Source<'_>, draft: &PolicyDraft, bank: &[&str]) {
    draft.check(bank, |line, code, message| source.problem(line, code, message));
}
