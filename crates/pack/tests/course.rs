//! What the shipped course promises, checked on its files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use eighteen_pack::{
    Block, Body, Choice, Difficulty, Item, Module, Nature, Pack, Pool, Stance, load_dir, plain,
    read, summary,
};

/// The statements of the starting article: its opening, the parts of its seven implications, its closing.
const STATEMENTS: &str = "\
    S01 S02 S03 S04 S05 S06 S07 S08 S09 S10 S11 I1a I1b I1c I2a I2b I2c I2d I2e I3a I3b I3c I3d \
    I4a I4b I4c I4d I4e I5a I5b I5c I5d I6a I6b I6c I7a I7b I7c I7d C1 C2";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files() -> BTreeMap<String, Vec<u8>> {
    load_dir(&root().join("content/eighteen-days")).unwrap()
}

fn course() -> Pack {
    read(&files()).0.expect("the shipped pack has no problems")
}

/// The items that final checks and the final assessment draw from.
fn bank(module: &Module) -> impl Iterator<Item = &Item> {
    module.quiz.items.iter().filter(|item| item.pool == Pool::Check)
}

fn choices(item: &Item) -> &[Choice] {
    match &item.body {
        Body::Single { options } | Body::Multiple { options } => options,
        Body::TrueFalse { reasons, .. } => reasons,
        _ => &[],
    }
}

#[test]
fn every_statement_of_the_article_is_taught_and_tested() {
    let pack = course();
    let promised: BTreeSet<&str> = pack.statements.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(
        promised,
        STATEMENTS.split_whitespace().collect(),
        "the statements of coverage.toml"
    );
    let steps = pack.modules.iter().flat_map(|module| &module.steps);
    let taught: BTreeSet<&str> = steps.flat_map(|it| &it.covers).map(String::as_str).collect();
    let items = pack.modules.iter().flat_map(bank);
    let tested: BTreeSet<&str> = items.flat_map(|it| &it.covers).map(String::as_str).collect();
    assert_eq!(promised.difference(&taught).collect::<Vec<_>>(), [&""; 0], "not taught");
    assert_eq!(promised.difference(&tested).collect::<Vec<_>>(), [&""; 0], "not tested");
}

/// The article was written on 7 June 2023. What it says and later proved to be otherwise is said in words
/// where it is taught: each of these claims says what became of it, and a step shows it to the reader.
#[test]
fn what_changed_later_is_taught_as_such() {
    let pack = course();
    let changed: Vec<_> = pack.claims.iter().filter(|claim| claim.later.is_some()).collect();
    assert!(changed.len() >= 10, "{} claims say what became of them", changed.len());
    let qualified =
        pack.statements.iter().filter(|it| it.effect != eighteen_pack::Effect::Supports);
    for statement in qualified {
        let asked = |item: &&Item| item.covers.contains(&statement.id) && !item.claims.is_empty();
        let by = pack.modules.iter().flat_map(bank).find(asked);
        assert!(by.is_some(), "{} is corrected by no question with a claim", statement.id);
    }
}

#[test]
fn the_bank_is_large_enough_and_every_distractor_has_its_misconception() {
    let pack = course();
    let sizes: Vec<usize> = pack.modules.iter().map(|module| bank(module).count()).collect();
    assert_eq!(sizes.len(), 9);
    assert!(sizes.iter().all(|size| *size >= 12), "{sizes:?}");
    assert!(sizes.iter().sum::<usize>() >= 120, "{sizes:?}");
    for item in pack.modules.iter().flat_map(|module| &module.quiz.items) {
        for choice in choices(item) {
            let named = choice.correct || choice.misconception.is_some();
            assert!(named, "{}: {} stands for no misconception", item.id, choice.id);
            assert!(!choice.why.is_empty(), "{}: {} is not explained", item.id, choice.id);
        }
    }
}

#[test]
fn the_inbox_is_a_working_life_with_hostile_messages_of_every_difficulty() {
    let inbox = course().inbox.expect("the course has an inbox");
    let all = inbox.messages.len();
    assert!(all >= 30, "{all} messages");
    let hostile: Vec<_> = inbox.messages.iter().filter(|it| it.nature == Nature::Hostile).collect();
    let share = hostile.len() * 100 / all;
    assert!((25..=33).contains(&share), "{share} % are hostile");
    let easy = hostile.iter().filter(|it| it.difficulty() < Difficulty::Moderate).count();
    let very = hostile.iter().filter(|it| it.difficulty() == Difficulty::Very).count();
    assert!(easy >= 2 && very >= 3, "{easy} easy, {very} very difficult");
}

/// Nobody should be able to follow the advice by choosing the first or the longest option.
#[test]
fn the_advised_option_of_a_scene_cannot_be_told_by_its_place_or_length() {
    let story = course().story.expect("the course has a story");
    assert_eq!((story.roles.len(), story.decisions), (5, 9));
    let (mut first, mut longest, mut all) = (0, 0, 0);
    for scene in story.roles.iter().flat_map(|role| &role.scenes) {
        let length = |at: usize| plain(&scene.options[at].text).chars().count();
        let advised = scene.options.iter().position(|it| it.stance == Stance::Advised);
        if let Some(at) = advised {
            all += 1;
            first += usize::from(at == 0);
            longest += usize::from((0..scene.options.len()).all(|one| length(one) <= length(at)));
        }
    }
    assert!(first * 2 < all && longest * 2 < all, "{first} first, {longest} longest of {all}");
}

#[test]
fn three_options_are_the_default() {
    let pack = course();
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for item in pack.modules.iter().flat_map(|module| &module.quiz.items) {
        if let Body::Single { options } = &item.body {
            *counts.entry(options.len()).or_default() += 1;
        }
    }
    let all: usize = counts.values().sum();
    assert!(counts[&3] * 10 >= all * 9, "{counts:?}");
}

/// A right option that can be told by its place or its length teaches test-taking.
#[test]
fn the_right_option_cannot_be_told_by_its_place_or_length() {
    let pack = course();
    let (mut first, mut longest, mut all) = (0, 0, 0);
    for item in pack.modules.iter().flat_map(|module| &module.quiz.items) {
        if let Body::Single { options } = &item.body {
            let length = |choice: &Choice| plain(&choice.text).chars().count();
            let right = options.iter().position(|choice| choice.correct).unwrap();
            let longer = options.iter().map(length).max().unwrap();
            all += 1;
            first += usize::from(right == 0);
            longest += usize::from(length(&options[right]) == longer);
        }
    }
    assert!(first * 2 < all, "{first} of {all} are first");
    assert!(longest * 2 < all, "{longest} of {all} are the longest");
}

#[test]
fn at_least_ten_figures_explain_and_can_be_read_as_text() {
    let pack = course();
    let blocks = pack.modules.iter().flat_map(|module| &module.steps).flat_map(|step| &step.blocks);
    let mut figures = 0;
    for block in blocks {
        if let Block::Figure(figure) = block {
            figures += 1;
            let words: usize =
                figure.text.iter().map(|text| plain(text).split_whitespace().count()).sum();
            assert!(words >= 30, "{:?} says too little as text", figure.alt);
            assert!(!figure.caption.is_empty(), "{:?} has no caption", figure.alt);
        }
    }
    assert!(figures >= 10, "{figures} figures");
}

#[test]
fn a_role_of_the_ultimatum_takes_10_to_12_minutes_with_its_debrief() {
    for role in course().story.unwrap().roles {
        let minutes = eighteen_pack::role_minutes(&role);
        assert!((10..=12).contains(&minutes), "{}: {minutes}", role.id);
    }
}

#[test]
fn a_module_takes_8_to_15_minutes_and_is_easy_to_read() {
    let lessons = summary(&files()).lessons;
    assert_eq!(lessons.len(), 9);
    for lesson in lessons {
        assert!((8..=15).contains(&lesson.minutes), "{lesson:?}");
        assert!((10..=35).contains(&lesson.lix), "{lesson:?}");
    }
}

#[test]
fn a_module_has_3_to_8_steps_and_opens_with_a_decision() {
    for module in course().modules {
        assert!(
            (3..=8).contains(&module.steps.len()),
            "{} steps in {}",
            module.steps.len(),
            module.id
        );
        let first = &module.steps[0].blocks;
        assert!(first.iter().any(|block| matches!(block, Block::Decision(_))), "{}", module.id);
    }
}

/// Facts may come from a source, sentences may not. The texts that the course was made from are no part of
/// the product: where they do not lie beside the checkout, there is nothing to compare with.
#[test]
fn no_eight_words_in_a_row_come_from_the_starting_article() {
    let source = root().join("../shared/case/starting-article.txt");
    let Ok(article) = fs::read_to_string(&source) else {
        println!("skipped: {} is not there to compare with", source.display());
        return;
    };
    let theirs = runs(&article);
    assert!(theirs.len() > 300, "the article has only {} runs", theirs.len());
    let mut taken = Vec::new();
    for (path, bytes) in files() {
        if path.starts_with("media/") && !path.to_lowercase().ends_with(".svg") {
            continue;
        }
        for run in runs(std::str::from_utf8(&bytes).unwrap()) {
            if theirs.contains(&run) {
                taken.push(format!("{path}: {run}"));
            }
        }
    }
    assert!(taken.is_empty(), "{taken:#?}");
}

/// Every run of eight words, letters and digits only, in lower case.
fn runs(text: &str) -> HashSet<String> {
    let words: Vec<String> = text
        .split(|at: char| !at.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.windows(8).map(|run| run.join(" ")).collect()
}

#[test]
fn runs_of_words_are_found_whatever_stands_between_them() {
    let run = "one two three four five six seven eight";
    assert!(runs("Zero. One, two (three) four-five\nsix “seven” eight!").contains(run));
    assert!(!runs("one two three four five six seven").contains(run));
}
