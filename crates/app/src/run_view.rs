//! A run as the page draws it: only what is known at that moment of story time.

use chrono::NaiveDateTime;
use eighteen_pack::{self as pack, Better, Meter, MeterId, Scene, Story};
use eighteen_training::{Here, Move, Walked};

use crate::{
    UserError,
    clock::{Moment, day},
    content::Words,
    course::{Course, count, number},
    run::{Run, played},
    wire::{
        content::Text,
        story::{
            RunLogLine, RunOption, RunStage, RunSummary, RunView, StoryDeadline, StoryFact,
            StoryMessage, StoryMeter, StoryMeterId, StoryMove,
        },
    },
};

/// A run where it stands.
pub(crate) fn view(course: &Course, run: &Run, now: Moment) -> Result<RunView, UserError> {
    let mut words = Words::new(course, now.day());
    let walked = run.walked()?;
    let role = run.role()?;
    let stage = stage(course, run, &walked, &mut words)?;
    let shown = match (&walked.here, walked.taken.last(), &stage) {
        (Here::Scene(scene), _, RunStage::Scene { .. }) | (Here::Scene(scene), None, _) => *scene,
        (_, Some(last), _) => last.scene,
        // A run that ended without a decision: no script has that.
        (Here::End(_), None, _) => first_scene(role)?,
    };
    let position = match stage {
        RunStage::Scene { .. } => number(walked.taken.len()),
        _ => count(walked.taken.len()).max(1),
    };
    Ok(RunView {
        run_id: run.row.id.clone(),
        title: run.script.title.clone(),
        role_title: role.title.clone(),
        at: moment(shown.at),
        place: shown.place.clone(),
        position,
        of: run.script.decisions,
        deadline: deadline(&run.script, shown.at),
        meters: meters(&run.script, &walked),
        stage,
        known: known(course, &run.script, shown.at, &mut words),
        log: log(run, &walked, &mut words),
        may_step_back: run.to_take_back().is_some(),
        terms: words.terms(),
        lang: course.pack.lang.clone(),
        dir: course.dir(),
    })
}

fn first_scene(role: &pack::Role) -> Result<&Scene, UserError> {
    role.scene(&role.start).ok_or_else(|| crate::error::not_found("first scene", &role.start))
}

fn stage(
    course: &Course,
    run: &Run,
    walked: &Walked<'_>,
    words: &mut Words<'_>,
) -> Result<RunStage, UserError> {
    if run.row.finished_at.is_some() {
        return Ok(RunStage::Finished);
    }
    if !run.is_current(course)? {
        let go_on_from = played(course, &run.row.role_id)
            .map(|(story, role)| run.walked_on(story, role))
            .transpose()?
            .map(|kept| number(kept.taken.len()).min(run.script.decisions));
        return Ok(RunStage::Changed { go_on_from });
    }
    let is_unread = walked.taken.len() > run.row.read_to as usize;
    Ok(match (walked.taken.last().filter(|_| is_unread), walked.here) {
        (Some(last), here) => RunStage::Consequence {
            ask: words.said(&last.scene.ask),
            chosen: words.said(&last.option.text),
            then: words.said(&last.option.then),
            moves: moves(&run.script, &last.moves),
            is_last: matches!(here, Here::End(_)),
        },
        (None, Here::Scene(scene)) => scene_stage(scene, words),
        (None, Here::End(_)) => RunStage::Finished,
    })
}

fn scene_stage(scene: &Scene, words: &mut Words<'_>) -> RunStage {
    RunStage::Scene {
        messages: scene
            .messages
            .iter()
            .map(|message| StoryMessage {
                from: message.from.clone(),
                text: words.said(&message.text),
            })
            .collect(),
        ask: words.said(&scene.ask),
        options: (1..)
            .zip(&scene.options)
            .map(|(place, option)| RunOption {
                id: format!("p{place}"),
                text: words.said(&option.text),
            })
            .collect(),
    }
}

/// The day that was named last, as far as anybody knew by then.
fn deadline(story: &Story, at: NaiveDateTime) -> Option<StoryDeadline> {
    let named = story.deadlines.iter().rfind(|deadline| deadline.since <= at)?;
    Some(StoryDeadline { day: day(named.day), full_days_left: named.full_days_left(at) })
}

/// What was known at a moment, in the words of then. Nothing of what became of it.
fn known(
    course: &Course,
    story: &Story,
    at: NaiveDateTime,
    words: &mut Words<'_>,
) -> Vec<StoryFact> {
    let mut facts: Vec<_> = story
        .known
        .iter()
        .filter(|fact| fact.since <= at && fact.until.is_none_or(|until| at < until))
        .collect();
    facts.sort_by_key(|fact| std::cmp::Reverse(fact.since));
    facts
        .into_iter()
        .map(|fact| {
            let claim = course.claim(&fact.claim);
            StoryFact {
                since: moment(fact.since),
                text: words.said(&fact.text),
                sources: claim.map(|claim| claim.sources.clone()).unwrap_or_default(),
                claimed: claim.is_some_and(|claim| claim.status == pack::Status::Claimed),
            }
        })
        .collect()
}

fn log(run: &Run, walked: &Walked<'_>, words: &mut Words<'_>) -> Vec<RunLogLine> {
    (1..)
        .zip(walked.taken.iter().zip(run.standing()))
        .map(|(position, (taken, row))| RunLogLine {
            position,
            at: moment(taken.scene.at),
            ask: words.said(&taken.scene.ask),
            chosen: words.said(&taken.option.text),
            moves: moves(&run.script, &taken.moves),
            shared: row.shared,
        })
        .collect()
}

/// The four meters and what moved each of them last.
pub(crate) fn meters(story: &Story, walked: &Walked<'_>) -> Vec<StoryMeter> {
    let moved: Vec<&Move<'_>> = walked.taken.iter().flat_map(|taken| &taken.moves).collect();
    story
        .meters
        .iter()
        .map(|meter| StoryMeter {
            id: meter_id(meter.id),
            name: meter.name.clone(),
            high_is_better: meter.better == Better::High,
            level: walked.levels.get(&meter.id).copied().unwrap_or(meter.start),
            start: meter.start,
            last: moved
                .iter()
                .rfind(|one| one.meter == meter.id)
                .and_then(|one| story_move(story, one)),
        })
        .collect()
}

fn meter_id(id: MeterId) -> StoryMeterId {
    match id {
        MeterId::Trust => StoryMeterId::Trust,
        MeterId::Exposure => StoryMeterId::Exposure,
        MeterId::Legal => StoryMeterId::Legal,
        MeterId::Cost => StoryMeterId::Cost,
    }
}

/// What a choice did to the meters.
pub(crate) fn moves(story: &Story, moves: &[Move<'_>]) -> Vec<StoryMove> {
    moves.iter().filter_map(|one| story_move(story, one)).collect()
}

fn story_move(story: &Story, one: &Move<'_>) -> Option<StoryMove> {
    let meter = meter(story, one.meter)?;
    Some(StoryMove {
        meter: meter.name.clone(),
        high_is_better: meter.better == Better::High,
        from: one.from,
        to: one.to,
        why: one.why.to_owned(),
    })
}

/// A meter of a story.
pub(crate) fn meter(story: &Story, id: MeterId) -> Option<&Meter> {
    story.meters.iter().find(|meter| meter.id == id)
}

/// A run in one line.
pub(crate) fn summary(run: &Run) -> Result<RunSummary, UserError> {
    let (decided, end) = run.outcome()?;
    Ok(RunSummary {
        run_id: run.row.id.clone(),
        role_id: run.row.role_id.clone(),
        role_title: run.role()?.title.clone(),
        started_at: run.row.started_at.clone(),
        finished_at: run.row.finished_at.clone(),
        decided: count(decided),
        of: run.script.decisions,
        end: end.filter(|_| run.row.finished_at.is_some()),
        replay_from: run.row.replay.as_ref().map(|(_, from)| *from),
    })
}

/// A moment of story time as it crosses the border.
pub(crate) fn moment(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M:%S").to_string()
}

impl Words<'_> {
    /// A text without the cards of its claims: they tell what became of it later.
    fn said(&mut self, spans: &[pack::Span]) -> Text {
        let told = spans.iter().map(|span| match span {
            pack::Span::Claim { text, .. } => pack::Span::Text { text: text.clone() },
            other => other.clone(),
        });
        self.text(&told.collect::<Vec<_>>())
    }
}
