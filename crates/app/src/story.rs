//! The ultimatum: choosing a role, deciding, stepping back, looking back, replaying.

use eighteen_pack::{Role, Story};
use eighteen_store::{Reader, RunChoiceRow, RunRow, Writer};
use eighteen_training::Here;

use crate::{
    App, ErrorCode, UserError,
    app::Who,
    clock::{Moment, new_id},
    content::Words,
    course::{Course, count, number},
    debrief::debrief,
    error::not_found,
    run::{Run, played, script_row},
    run_view::{summary, view},
    steps::LONGEST_REFLECTION,
    wire::{
        learner::Saved,
        story::{
            OpenRun, ReplayRun, RunDebrief, RunDecision, RunSummary, RunView, SaveRunReflection,
            StartRun, StoryCard, StoryRole, StoryStart,
        },
    },
};

impl App {
    /// The page on which a run begins.
    ///
    /// # Errors
    /// `NotFound` when the course has no story.
    pub fn story_start(&self) -> Result<StoryStart, UserError> {
        let course = self.course()?;
        let story = story(course)?;
        let now = self.now();
        let who = self.who().clone();
        let runs = self.read(|reader| runs_of(reader, course, &who))?;
        let mut words = Words::new(course, now.day());
        Ok(StoryStart {
            title: story.title.clone(),
            about: words.text(&story.about),
            employer: story.employer.clone(),
            from: crate::clock::day(story.from),
            to: crate::clock::day(story.to),
            decisions: story.decisions,
            roles: story.roles.iter().map(|role| role_card(role, &mut words)).collect(),
            runs,
            claims: words.claims(),
            terms: words.terms(),
            lang: course.pack.lang.clone(),
            dir: course.dir(),
        })
    }

    /// Begins a run; a newcomer becomes a learner with it.
    ///
    /// # Errors
    /// `NotFound` when the story has no such role.
    pub fn start_run(&self, args: StartRun) -> Result<RunView, UserError> {
        let course = self.course()?;
        let now = self.now();
        let (id, is_new) = self.learner_or_new();
        let view = self.write(|writer| {
            if is_new {
                writer.add_learner(&id, &now.rfc3339())?;
            }
            let row = new_run(writer, course, &args.role_id, &id, None, now)?;
            view(course, &Run::of(&writer.reader(), row)?, now)
        })?;
        self.is_learner(&id);
        Ok(view)
    }

    /// A run where it stands.
    ///
    /// # Errors
    /// `NotFound` when it is not this learner's.
    pub fn open_run(&self, args: OpenRun) -> Result<RunView, UserError> {
        let course = self.course()?;
        let learner_id = self.learner_id()?;
        let now = self.now();
        self.read(|reader| view(course, &Run::read(reader, &args.run_id, &learner_id)?, now))
    }

    /// Commits a choice and says what follows from it. The same choice twice is one choice.
    ///
    /// # Errors
    /// `AttemptClosed` when the run is finished, `NotFound` when it stands at another decision.
    pub fn decide_in_run(&self, args: RunDecision) -> Result<RunView, UserError> {
        self.in_open_run(&args.run_id, |writer, run, now| {
            let walked = run.walked()?;
            if is_same(&walked.taken, &args) {
                return Ok(());
            }
            let Here::Scene(scene) = walked.here else {
                return Err(not_found("decision", &args.position.to_string()));
            };
            if args.position != number(walked.taken.len()) {
                return Err(not_found("decision", &args.position.to_string()));
            }
            let option = place_of(&args.option).and_then(|place| scene.options.get(place));
            let option = option.ok_or_else(|| not_found("option", &args.option))?;
            writer.read_run_to(&run.row.id, count(walked.taken.len()))?;
            writer.add_run_choice(&RunChoiceRow {
                id: new_id(),
                run_id: run.row.id.clone(),
                position: args.position,
                scene_id: scene.id.clone(),
                option_id: option.id.clone(),
                elapsed_ms: args.elapsed_ms,
                chosen_at: now.rfc3339(),
                shared: false,
                taken_back_at: None,
            })?;
            Ok(())
        })
    }

    /// Takes the last choice back; it stays in the log of the store.
    ///
    /// # Errors
    /// `NotFound` when there is nothing that may be taken back, `AttemptClosed` when the run is finished.
    pub fn step_back_in_run(&self, args: OpenRun) -> Result<RunView, UserError> {
        self.in_open_run(&args.run_id, |writer, run, now| {
            let last = run.to_take_back().ok_or_else(|| not_found("step back", &args.run_id))?;
            writer.take_choice_back(&last.id, &now.rfc3339())?;
            let left = count(run.standing().len().saturating_sub(1));
            writer.read_run_to(&run.row.id, left)?;
            Ok(())
        })
    }

    /// Goes on from a consequence: to the next scene, or to the debrief after the last one.
    ///
    /// # Errors
    /// `AttemptClosed` when the run is finished.
    pub fn go_on_in_run(&self, args: OpenRun) -> Result<RunView, UserError> {
        self.in_open_run(&args.run_id, |writer, run, now| {
            let walked = run.walked()?;
            writer.read_run_to(&run.row.id, count(walked.taken.len()))?;
            if matches!(walked.here, Here::End(_)) {
                writer.finish_run(&run.row.id, &now.rfc3339())?;
                writer.see_learner(&run.row.learner_id, &now.rfc3339())?;
            }
            Ok(())
        })
    }

    /// Begins a run that shares the choices of another before one decision, as far as the script of today
    /// still has them.
    ///
    /// # Errors
    /// `NotFound` when the run is not this learner's, or its role is gone.
    pub fn replay_run(&self, args: ReplayRun) -> Result<RunView, UserError> {
        let course = self.course()?;
        let learner_id = self.learner_id()?;
        let now = self.now();
        self.write(|writer| {
            let old = Run::read(&writer.reader(), &args.run_id, &learner_id)?;
            let row = replay(writer, course, &old, args.position, now)?;
            view(course, &Run::of(&writer.reader(), row)?, now)
        })
    }

    /// A finished run, looked back at.
    ///
    /// # Errors
    /// `NotFound` when there is no such finished run of this learner.
    pub fn run_debrief(&self, args: OpenRun) -> Result<RunDebrief, UserError> {
        let course = self.course()?;
        let learner_id = self.learner_id()?;
        let now = self.now();
        self.read(|reader| {
            let run = Run::read(reader, &args.run_id, &learner_id)?;
            if run.row.finished_at.is_none() {
                return Err(not_found("debrief", &args.run_id));
            }
            debrief(reader, course, &run, now)
        })
    }

    /// Saves a private reflection on a finished run.
    ///
    /// # Errors
    /// `NotFound` when there is no such reflection, `ResponseInvalid` when it is too long.
    pub fn save_run_reflection(&self, args: SaveRunReflection) -> Result<Saved, UserError> {
        let learner_id = self.learner_id()?;
        let now = self.now().rfc3339();
        if args.text.chars().count() > LONGEST_REFLECTION {
            return Err(UserError::new(ErrorCode::ResponseInvalid, "the text is too long"));
        }
        self.write(|writer| {
            let run = Run::read(&writer.reader(), &args.run_id, &learner_id)?;
            let is_asked =
                run.script.reflections.iter().any(|asked| asked.id == args.reflection_id);
            if !is_asked || run.row.finished_at.is_none() {
                return Err(not_found("reflection", &args.reflection_id));
            }
            writer.save_run_reflection(&run.row.id, &args.reflection_id, &args.text, &now)?;
            Ok(Saved { saved_at: now.clone() })
        })
    }

    /// One action in an open run of this learner, in one transaction, and where the run stands after it.
    fn in_open_run(
        &self,
        run_id: &str,
        action: impl FnOnce(&Writer<'_>, &Run, Moment) -> Result<(), UserError>,
    ) -> Result<RunView, UserError> {
        let course = self.course()?;
        let learner_id = self.learner_id()?;
        let now = self.now();
        self.write(|writer| {
            let run = Run::read(&writer.reader(), run_id, &learner_id)?;
            if run.row.finished_at.is_some() {
                return Err(UserError::new(ErrorCode::AttemptClosed, "the run is finished"));
            }
            if !run.is_current(course)? {
                return Err(not_found("script of the run", &run.row.script_hash));
            }
            action(writer, &run, now)?;
            view(course, &Run::read(&writer.reader(), run_id, &learner_id)?, now)
        })
    }
}

/// The story of the course.
fn story(course: &Course) -> Result<&Story, UserError> {
    course.pack.story.as_ref().ok_or_else(|| not_found("story", &course.pack.id))
}

fn role_card(role: &Role, words: &mut Words<'_>) -> StoryRole {
    StoryRole {
        id: role.id.clone(),
        title: role.title.clone(),
        about: words.text(&role.about),
        minutes: eighteen_pack::role_minutes(role),
    }
}

/// Every run of a learner, most recent first.
pub(crate) fn runs_of(
    reader: &Reader<'_>,
    course: &Course,
    who: &Who,
) -> Result<Vec<RunSummary>, UserError> {
    let Who::Learner(id) = who else {
        return Ok(Vec::new());
    };
    let rows = reader.runs_of(id, &course.pack.id)?;
    rows.into_iter().rev().map(|row| summary(&Run::of(reader, row)?)).collect()
}

/// The story on Home; nothing when the course has none.
pub(crate) fn story_card(
    reader: &Reader<'_>,
    course: &Course,
    who: &Who,
) -> Result<Option<StoryCard>, UserError> {
    let Some(story) = &course.pack.story else {
        return Ok(None);
    };
    let runs = runs_of(reader, course, who)?;
    let finished = runs.iter().filter(|run| run.finished_at.is_some()).count();
    Ok(Some(StoryCard {
        title: story.title.clone(),
        decisions: story.decisions,
        roles: count(story.roles.len()),
        open: runs.into_iter().find(|run| run.finished_at.is_none()),
        finished: count(finished),
    }))
}

/// Begins a run on the script of today, which is kept with it.
fn new_run(
    writer: &Writer<'_>,
    course: &Course,
    role_id: &str,
    learner_id: &str,
    replay: Option<(String, u32)>,
    now: Moment,
) -> Result<RunRow, UserError> {
    let (story, role) = played(course, role_id).ok_or_else(|| not_found("role", role_id))?;
    let script = script_row(course, story, role)?;
    writer.keep_script(&script)?;
    let row = RunRow {
        id: new_id(),
        learner_id: learner_id.to_owned(),
        pack_id: course.pack.id.clone(),
        pack_version: course.pack.version,
        pack_hash: course.pack.hash.clone(),
        role_id: role_id.to_owned(),
        script_hash: script.hash,
        read_to: replay.as_ref().map_or(0, |(_, from)| from.saturating_sub(1)),
        replay,
        started_at: now.rfc3339(),
        finished_at: None,
    };
    writer.add_run(&row)?;
    Ok(row)
}

/// Begins a run that shares the choices of an old one before a decision.
fn replay(
    writer: &Writer<'_>,
    course: &Course,
    old: &Run,
    position: u32,
    now: Moment,
) -> Result<RunRow, UserError> {
    let role_id = &old.row.role_id;
    let (story, role) = played(course, role_id).ok_or_else(|| not_found("role", role_id))?;
    let decided = old.walked()?.taken.len();
    if position == 0 || position > number(decided) || position > story.decisions {
        return Err(not_found("decision", &position.to_string()));
    }
    let kept = old.walked_on(story, role)?.taken.len().min(position as usize - 1);
    let from = (old.row.id.clone(), number(kept));
    let row = new_run(writer, course, role_id, &old.row.learner_id, Some(from), now)?;
    for choice in old.standing().into_iter().take(kept) {
        writer.add_run_choice(&RunChoiceRow {
            id: new_id(),
            run_id: row.id.clone(),
            shared: true,
            ..choice.clone()
        })?;
    }
    Ok(row)
}

/// The index that `p2` stands for.
fn place_of(option: &str) -> Option<usize> {
    option.strip_prefix('p')?.parse::<usize>().ok()?.checked_sub(1)
}

/// Whether this choice is the one that was taken last.
fn is_same(taken: &[eighteen_training::Taken<'_>], args: &RunDecision) -> bool {
    let is_last = args.position == count(taken.len());
    taken.last().is_some_and(|last| {
        let place = last.scene.options.iter().position(|option| option.id == last.option.id);
        is_last && place == place_of(&args.option)
    })
}
