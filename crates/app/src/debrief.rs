//! Looking back at a finished run: with the advice, the sources, and the paths not taken.

use eighteen_pack::{MeterId, Role, Stance, Story, StoryOption};
use eighteen_store::{Reader, RunChoiceRow};
use eighteen_training::{Here, Taken, ends_behind, pattern};

use crate::{
    UserError,
    clock::Moment,
    content::Words,
    course::Course,
    error::not_found,
    run::{Run, played},
    run_view::{meter, meters, moment, moves, summary},
    wire::{
        content::Text,
        practised::Sharing,
        story::{
            DebriefDecision, PathNotTaken, RunDebrief, RunPattern, RunReflection, StoryStance,
        },
    },
};

/// A finished run, looked back at.
pub(crate) fn debrief(
    reader: &Reader<'_>,
    course: &Course,
    run: &Run,
    now: Moment,
) -> Result<RunDebrief, UserError> {
    let mut words = Words::new(course, now.day());
    let (script, role, walked) = (&run.script, run.role()?, run.walked()?);
    let Here::End(end) = walked.here else {
        return Err(not_found("debrief", &run.row.id));
    };
    let rows = walked.taken.iter().zip(run.standing());
    let decisions: Vec<DebriefDecision> = (1..)
        .zip(rows)
        .map(|(position, (taken, row))| decision(run, role, position, taken, row, &mut words))
        .collect();
    let found = pattern(script, &walked);
    Ok(RunDebrief {
        run: summary(run)?,
        title: script.title.clone(),
        employer: script.employer.clone(),
        end_title: end.title.clone(),
        end_text: words.text(&end.text),
        pattern: RunPattern {
            better: names(script, &found.better),
            worse: names(script, &found.worse),
            early: stance(found.early),
            late: stance(found.late),
        },
        meters: meters(script, &walked),
        decisions,
        after: words.texts(&script.after),
        reflections: reflections(reader, run, &mut words)?,
        sharing: Sharing { choices: reader.shares_choices(&run.row.learner_id)? },
        talk: words.texts(&script.talk),
        changed: !run.is_current(course)?,
        may_replay: played(course, &run.row.role_id).is_some(),
        claims: words.claims(),
        terms: words.terms(),
        lang: course.pack.lang.clone(),
        dir: course.dir(),
    })
}

fn decision(
    run: &Run,
    role: &Role,
    position: u32,
    taken: &Taken<'_>,
    row: &RunChoiceRow,
    words: &mut Words<'_>,
) -> DebriefDecision {
    let (scene, chosen) = (taken.scene, taken.option);
    words.refer(&scene.advice.claims);
    let not_taken = scene.options.iter().filter(|option| option.id != chosen.id);
    let not_taken: Vec<PathNotTaken> =
        not_taken.map(|option| path_not_taken(role, chosen, option, words)).collect();
    DebriefDecision {
        position,
        at: moment(scene.at),
        ask: words.text(&scene.ask),
        chosen: words.text(&chosen.text),
        then: words.text(&chosen.then),
        moves: moves(&run.script, &taken.moves),
        stance: stance(chosen.stance),
        advice: words.text(chosen.advice.as_ref().unwrap_or(&scene.advice.text)),
        advice_claims: scene.advice.claims.clone(),
        not_taken,
        taken_back: taken_back(run, position, taken, words),
        shared: row.shared,
    }
}

/// What was chosen at this decision and taken back. A choice of another scene, where an earlier step back
/// led elsewhere, is not listed: its words would make no sense here.
fn taken_back(run: &Run, position: u32, taken: &Taken<'_>, words: &mut Words<'_>) -> Vec<Text> {
    let back = run.choices.iter().filter(|choice| {
        choice.taken_back_at.is_some()
            && choice.position == position
            && choice.scene_id == taken.scene.id
    });
    let options = back.filter_map(|choice| taken.scene.option(&choice.option_id));
    options.map(|option| words.text(&option.text)).collect()
}

fn path_not_taken(
    role: &Role,
    chosen: &StoryOption,
    option: &StoryOption,
    words: &mut Words<'_>,
) -> PathNotTaken {
    let ends = ends_behind(role, option);
    PathNotTaken {
        text: words.text(&option.text),
        rejoins: option.go == chosen.go,
        ends: ends.into_iter().map(|end| end.title.clone()).collect(),
    }
}

fn names(story: &Story, meters: &[MeterId]) -> Vec<String> {
    meters.iter().filter_map(|id| Some(meter(story, *id)?.name.clone())).collect()
}

pub(crate) fn stance(stance: Stance) -> StoryStance {
    match stance {
        Stance::Advised => StoryStance::Advised,
        Stance::Mixed => StoryStance::Mixed,
        Stance::Against => StoryStance::Against,
    }
}

fn reflections(
    reader: &Reader<'_>,
    run: &Run,
    words: &mut Words<'_>,
) -> Result<Vec<RunReflection>, UserError> {
    let written = reader.run_reflections(&run.row.id)?;
    let of =
        |id: &str| written.iter().find(|(known, _)| known == id).map(|(_, words)| words.clone());
    let reflections = run.script.reflections.iter().map(|reflection| RunReflection {
        id: reflection.id.clone(),
        prompt: words.text(&reflection.prompt),
        written: of(&reflection.id).unwrap_or_default(),
    });
    Ok(reflections.collect())
}
