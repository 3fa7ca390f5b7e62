//! How long a step or a module takes, estimated from what it holds.
//!
//! Prose is counted at 238 words a minute, the mean of adults who read English non-fiction in silence
//! (M. Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109 (2019)
//! 104047). The fixed times for what is looked at or acted on are estimates of ours, not measurements of
//! learners. They stand here once, so that the number that a course table shows and the one that a
//! report compares with are the same.

use std::collections::BTreeMap;

use crate::model::{Block, Module, Policy, Step, Text, plain};
use crate::story::{Goal, Role};

const WORDS_A_MINUTE: u32 = 238;
const DECISION: u32 = 30;
const PRACTICE: u32 = 45;
const FIGURE: u32 = 40;
const OVERVIEW: u32 = 15;
const REFLECTION: u32 = 45;
const CHECK_QUESTION: u32 = 35;

/// How many seconds a step takes.
pub fn seconds(step: &Step) -> u32 {
    let reading = step.words.saturating_mul(60).div_ceil(WORDS_A_MINUTE);
    step.blocks.iter().map(block_seconds).fold(reading, u32::saturating_add)
}

fn block_seconds(block: &Block) -> u32 {
    match block {
        Block::Paragraph(_) | Block::Subheading(_) | Block::List { .. } | Block::Callout { .. } => {
            0
        }
        Block::Decision(_) => DECISION,
        Block::Check { .. } => PRACTICE,
        Block::Figure(_) => FIGURE,
        Block::Timeline { .. } | Block::Comparison { .. } | Block::Quote(_) => OVERVIEW,
        Block::Reflection { .. } => REFLECTION,
    }
}

/// How many minutes a step takes, rounded up.
pub fn minutes(step: &Step) -> u32 {
    seconds(step).div_ceil(60)
}

/// How many seconds one attempt at a final check takes.
pub fn check_seconds(policy: &Policy) -> u32 {
    questions_seconds(policy.draw)
}

/// How many seconds a check of so many questions takes.
pub fn questions_seconds(questions: u32) -> u32 {
    questions.saturating_mul(CHECK_QUESTION)
}

/// How many minutes the steps of a module take, rounded up once: what a passed pre-check saves.
pub fn steps_minutes(module: &Module) -> u32 {
    module.steps.iter().map(seconds).fold(0, u32::saturating_add).div_ceil(60)
}

/// How many seconds so many cards of the refresher take: each is a question that is explained at once.
pub fn review_seconds(cards: u32) -> u32 {
    cards.saturating_mul(PRACTICE)
}

/// How many minutes a module takes with one attempt at its final check, rounded up once for the whole.
pub fn module_minutes(module: &Module) -> u32 {
    let steps = module.steps.iter().map(seconds);
    let all = steps.fold(check_seconds(&module.quiz.policy), u32::saturating_add);
    all.div_ceil(60)
}

/// How many minutes a role of the story takes on its longest path with the advice that the debrief gives on
/// each decision, rounded up.
pub fn role_minutes(role: &Role) -> u32 {
    let mut known = BTreeMap::new();
    path_seconds(role, &role.start, &mut known).div_ceil(60)
}

/// The longest way from a scene to an end; a loop, which no checked pack has, counts for nothing.
fn path_seconds<'a>(role: &'a Role, id: &'a str, known: &mut BTreeMap<&'a str, u32>) -> u32 {
    if let Some(seconds) = known.get(id) {
        return *seconds;
    }
    known.insert(id, 0);
    let Some(scene) = role.scene(id) else {
        return 0;
    };
    let texts = scene.messages.iter().map(|message| &message.text);
    let texts = texts.chain(std::iter::once(&scene.ask));
    let shown: u32 = texts.chain(scene.options.iter().map(|option| &option.text)).map(words).sum();
    let behind = scene.options.iter().map(|option| {
        let next = match &option.go {
            Goal::Scene(next) => path_seconds(role, next, known),
            Goal::End(id) => role.end(id).map_or(0, |end| reading(words(&end.text))),
        };
        let advice = option.advice.as_ref().unwrap_or(&scene.advice.text);
        let whys: u32 = option.changes.iter().map(|change| plain_words(&change.why)).sum();
        reading(words(&option.then) + whys + words(advice)).saturating_add(next)
    });
    let longest = behind.max().unwrap_or(0);
    let seconds = reading(shown).saturating_add(DECISION).saturating_add(longest);
    known.insert(id, seconds);
    seconds
}

fn words(text: &Text) -> u32 {
    plain_words(&plain(text))
}

fn plain_words(text: &str) -> u32 {
    u32::try_from(crate::words::count(text)).unwrap_or(u32::MAX)
}

fn reading(words: u32) -> u32 {
    words.saturating_mul(60).div_ceil(WORDS_A_MINUTE)
}
