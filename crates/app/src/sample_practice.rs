//! What made-up people practised: judgements of the inbox, answers of the refresher, and runs of nobody.

use eighteen_pack::{Goal, Nature, Role, Stance, Story, StoryOption};
use eighteen_store::{ForkRow, JudgedRow, RecalledRow, Writer};
use eighteen_training::{Here, Outcome, walk};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use crate::{
    UserError,
    attempt::digest,
    course::{Course, count},
    inbox_words::{difficulty_slug, outcome_slug},
};

/// Runs of each role; of the last role so few that the page can show what it says then.
const RUNS: u32 = 16;
const FEW_RUNS: u32 = 6;

/// Days after the check on which a question came back, how many of ten come back then, and how much of what was
/// right is still right.
const COMES_BACK: [(u32, u32, f64); 3] = [(30, 6, 0.90), (90, 4, 0.82), (180, 3, 0.74)];

/// Half the messages of the mailbox, judged by somebody so able.
pub(crate) fn judge(
    writer: &Writer<'_>,
    course: &Course,
    person_id: &str,
    ability: f64,
    chance: &mut ChaCha8Rng,
) -> Result<(), UserError> {
    let Some(inbox) = &course.pack.inbox else { return Ok(()) };
    for message in &inbox.messages {
        if chance.random::<bool>() {
            continue;
        }
        let level = message.difficulty();
        // Alarming looks make hostile messages easier and genuine ones harder to tell.
        let clear = match level {
            eighteen_pack::Difficulty::Very => -0.7,
            eighteen_pack::Difficulty::Moderate => 0.1,
            eighteen_pack::Difficulty::ModerateToLeast => 0.6,
            eighteen_pack::Difficulty::Least => 1.1,
        };
        let hostile = message.nature == Nature::Hostile;
        let ease = if hostile { 1.0 + clear } else { 1.4 + clear };
        let is_right = chance.random::<f64>() < 1.0 / (1.0 + (-(ability + ease)).exp());
        let (judgement, outcome) = match (hostile, is_right, chance.random_range(0..3)) {
            (true, true, 0) => ("delete", Outcome::Caught),
            (true, true, _) => ("report", Outcome::Caught),
            (true, false, _) => ("proceed", Outcome::Missed),
            (false, true, _) => ("proceed", Outcome::Sound),
            (false, false, 0) => ("proceed", Outcome::Unchecked),
            (false, false, _) => ("report", Outcome::FalseAlarm),
        };
        writer.keep_judged(&JudgedRow {
            learner_id: person_id.to_owned(),
            pack_id: course.pack.id.clone(),
            message_id: message.id.clone(),
            message_version: message.version,
            round_number: 1,
            hostile,
            difficulty: difficulty_slug(level).to_owned(),
            judgement: judgement.to_owned(),
            outcome: outcome_slug(outcome).to_owned(),
            elapsed_ms: chance.random_range(9_000..70_000),
        })?;
    }
    Ok(())
}

/// When a question of a first check came back, and whether it was still known.
pub(crate) fn recall(
    writer: &Writer<'_>,
    course: &Course,
    person_id: &str,
    (item_id, item_version): (&str, u32),
    was_right: bool,
    chance: &mut ChaCha8Rng,
) -> Result<(), UserError> {
    let mut nth = 0;
    for (days, of_ten, still) in COMES_BACK {
        if chance.random_range(0..10) >= of_ten {
            continue;
        }
        nth += 1;
        // Whoever was wrong has read why, and knows it half as well.
        let share = if was_right { still } else { still / 2.0 };
        writer.put_recalled(&RecalledRow {
            learner_id: person_id.to_owned(),
            pack_id: course.pack.id.clone(),
            item_id: item_id.to_owned(),
            item_version,
            nth,
            after_days: days - 8 + chance.random_range(0..17),
            score: f64::from(u8::from(chance.random::<f64>() < share)),
        })?;
    }
    Ok(())
}

/// Runs of every role, by nobody.
pub(crate) fn play(writer: &Writer<'_>, course: &Course) -> Result<(), UserError> {
    let Some(story) = &course.pack.story else { return Ok(()) };
    let mut chance = ChaCha8Rng::seed_from_u64(18_014);
    for (index, role) in story.roles.iter().enumerate() {
        let is_last = index + 1 == story.roles.len();
        for number in 0..if is_last { FEW_RUNS } else { RUNS } {
            let run = digest(&format!("made up: {} {number}", role.id));
            for row in run_of(course, story, role, &run, &mut chance) {
                writer.keep_fork(&row)?;
            }
        }
    }
    Ok(())
}

fn run_of(
    course: &Course,
    story: &Story,
    role: &Role,
    run: &str,
    chance: &mut ChaCha8Rng,
) -> Vec<ForkRow> {
    let mut choices: Vec<(&str, &str)> = Vec::new();
    let mut rows = Vec::new();
    while let Some(Here::Scene(scene)) = walk(story, role, &choices).map(|walked| walked.here) {
        let Some(option) = choose(&scene.options, chance) else { break };
        choices.push((&scene.id, &option.id));
        rows.push(ForkRow {
            run: run.to_owned(),
            position: count(choices.len()),
            pack_id: course.pack.id.clone(),
            role_id: role.id.clone(),
            scene_id: scene.id.clone(),
            option_id: option.id.clone(),
            seconds: chance.random_range(14..95),
            reversed: chance.random_range(0..7) == 0,
            sample: true,
        });
        if matches!(option.go, Goal::End(_)) {
            break;
        }
    }
    rows
}

/// What is advised is chosen most, and what is advised against least.
fn choose<'a>(options: &'a [StoryOption], chance: &mut ChaCha8Rng) -> Option<&'a StoryOption> {
    let weight = |option: &StoryOption| match option.stance {
        Stance::Advised => 5,
        Stance::Mixed => 3,
        Stance::Against => 2,
    };
    let all: u32 = options.iter().map(weight).sum();
    let mut left = chance.random_range(0..all.max(1));
    options.iter().find(|option| {
        let here = left < weight(option);
        left = left.saturating_sub(weight(option));
        here
    })
}
