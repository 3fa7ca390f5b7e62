//! What was decided in the ultimatum: by role and fork, and by nobody.

use std::collections::{BTreeMap, BTreeSet};

use eighteen_analysis::{FEWEST_PEOPLE, median_ms};
use eighteen_exchange::{Cell, Table};
use eighteen_pack::{Role, Scene, plain};
use eighteen_store::{ForkRow, Reader};

use crate::{
    App, UserError,
    course::{Course, count},
    debrief::stance,
    export::sample_word,
    run_view::moment,
    shares::of_people,
    wire::{
        practised::{ForkOption, ForkReport, ForkRole, ForkScene},
        story::StoryStance,
    },
};

impl App {
    /// What was decided in the ultimatum.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn trainer_forks(&self) -> Result<ForkReport, UserError> {
        let course = self.course()?;
        let only_told = self.smallest_group()?.is_some();
        self.as_agreed(self.trainer_store()?.read(|reader| report(reader, course, only_told))?)
    }
}

fn report(reader: &Reader<'_>, course: &Course, only_told: bool) -> Result<ForkReport, UserError> {
    let mut forks = reader.forks()?;
    if only_told {
        let told: BTreeSet<String> = reader.told_runs()?.into_iter().collect();
        forks.retain(|fork| told.contains(&fork.run));
    }
    let of_pack: Vec<&ForkRow> = forks.iter().filter(|row| row.pack_id == course.pack.id).collect();
    let roles = course.pack.story.iter().flat_map(|story| &story.roles);
    Ok(ForkReport {
        sample: forks.iter().any(|row| row.sample),
        runs: runs(&of_pack),
        fewest_runs: FEWEST_PEOPLE,
        roles: roles.map(|role| role_forks(role, &of_pack)).collect(),
    })
}

/// How many runs these decisions are of; they lie by run.
fn runs(forks: &[&ForkRow]) -> u32 {
    let starts = forks.chunk_by(|one, next| one.run == next.run);
    count(starts.count())
}

fn role_forks(role: &Role, forks: &[&ForkRow]) -> ForkRole {
    let own: Vec<&ForkRow> = forks.iter().filter(|row| row.role_id == role.id).copied().collect();
    let runs = runs(&own);
    let mut scenes = Vec::new();
    if runs >= FEWEST_PEOPLE {
        let mut by_scene: BTreeMap<&str, Vec<&ForkRow>> = BTreeMap::new();
        for row in own {
            by_scene.entry(&row.scene_id).or_default().push(row);
        }
        // A scene that the course no longer has is left out: its words are not known.
        let met = role.scenes.iter().filter_map(|scene| Some((scene, by_scene.get(&*scene.id)?)));
        scenes = met.map(|(scene, rows)| scene_forks(scene, rows)).collect();
        scenes.sort_by(|one, other| (one.position, &one.at).cmp(&(other.position, &other.at)));
    }
    ForkRole { role_id: role.id.clone(), title: role.title.clone(), runs, scenes }
}

fn scene_forks(scene: &Scene, rows: &[&ForkRow]) -> ForkScene {
    let runs = count(rows.len());
    let enough = runs >= FEWEST_PEOPLE;
    let seconds: Vec<u32> = rows.iter().map(|row| row.seconds).collect();
    let options = scene.options.iter().map(|option| {
        let chosen = count(rows.iter().filter(|row| row.option_id == option.id).count());
        ForkOption {
            option_id: option.id.clone(),
            text: plain(&option.text),
            stance: stance(option.stance),
            chosen: enough.then_some(chosen),
            share: of_people(chosen, runs).filter(|_| enough),
        }
    });
    ForkScene {
        scene_id: scene.id.clone(),
        position: rows.iter().map(|row| row.position).min().unwrap_or(1),
        at: moment(scene.at),
        ask: plain(&scene.ask),
        runs,
        // A median of whole seconds is one, whatever the unit is called.
        median_seconds: median_ms(&seconds).filter(|_| enough),
        reversed: enough.then(|| count(rows.iter().filter(|row| row.reversed).count())),
        options: options.collect(),
    }
}

/// One row for each option of each decision.
pub fn forks_table(report: &ForkReport) -> Table {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for role in &report.roles {
        for scene in &role.scenes {
            for option in &scene.options {
                let within = option.share.and_then(|share| share.within);
                rows.push(vec![
                    role.role_id.as_str().into(),
                    role.title.as_str().into(),
                    role.runs.into(),
                    scene.position.into(),
                    scene.scene_id.as_str().into(),
                    scene.at.as_str().into(),
                    scene.ask.as_str().into(),
                    scene.runs.into(),
                    scene.median_seconds.into(),
                    scene.reversed.into(),
                    option.option_id.as_str().into(),
                    option.text.as_str().into(),
                    stance_word(option.stance).into(),
                    option.chosen.into(),
                    option.share.map(|share| share.share).into(),
                    within.map(|within| within.low).into(),
                    within.map(|within| within.high).into(),
                    sample_word(report.sample).into(),
                ]);
            }
        }
    }
    Table {
        columns: vec![
            "role_id",
            "role",
            "role_runs",
            "decision",
            "scene_id",
            "story_time",
            "question",
            "runs",
            "median_seconds",
            "reversed",
            "option_id",
            "option",
            "advice",
            "chosen_runs",
            "share",
            "share_low",
            "share_high",
            "sample",
        ],
        rows,
    }
}

fn stance_word(stance: StoryStance) -> &'static str {
    match stance {
        StoryStance::Advised => "advised",
        StoryStance::Mixed => "mixed",
        StoryStance::Against => "against",
    }
}
