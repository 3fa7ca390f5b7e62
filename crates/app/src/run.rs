//! A run as it is kept: its script, and the choices of it that stand.

use eighteen_pack::{Role, Story};
use eighteen_store::{Reader, RunChoiceRow, RunRow, ScriptRow};
use eighteen_training::{Here, Walked, walk};
use sha2::{Digest as _, Sha256};

use crate::{UserError, course::Course, error::not_found};

/// A run with the script that it is played on.
pub(crate) struct Run {
    pub(crate) row: RunRow,
    /// A story of one role.
    pub(crate) script: Story,
    /// Every choice, those that were taken back too.
    pub(crate) choices: Vec<RunChoiceRow>,
}

impl Run {
    /// A run of this learner.
    pub(crate) fn read(reader: &Reader<'_>, id: &str, learner_id: &str) -> Result<Self, UserError> {
        let row = reader.run(id)?.filter(|row| row.learner_id == learner_id);
        let row = row.ok_or_else(|| not_found("run", id))?;
        Self::of(reader, row)
    }

    /// The whole of a run.
    pub(crate) fn of(reader: &Reader<'_>, row: RunRow) -> Result<Self, UserError> {
        let body = reader.script(&row.script_hash)?;
        let body = body.ok_or_else(|| not_found("kept script", &row.script_hash))?;
        let choices = reader.run_choices(&row.id)?;
        Ok(Self { script: serde_json::from_str(&body)?, choices, row })
    }

    /// The role that is played.
    pub(crate) fn role(&self) -> Result<&Role, UserError> {
        self.script.roles.first().ok_or_else(|| not_found("role", &self.row.role_id))
    }

    /// The choices that stand, in order.
    pub(crate) fn standing(&self) -> Vec<&RunChoiceRow> {
        self.choices.iter().filter(|choice| choice.taken_back_at.is_none()).collect()
    }

    /// Where the choices lead.
    pub(crate) fn walked(&self) -> Result<Walked<'_>, UserError> {
        self.walked_on(&self.script, self.role()?)
    }

    /// Where the choices lead on another script, as far as they do.
    pub(crate) fn walked_on<'a>(
        &self,
        story: &Story,
        role: &'a Role,
    ) -> Result<Walked<'a>, UserError> {
        let choices: Vec<(&str, &str)> = self
            .standing()
            .iter()
            .map(|choice| (choice.scene_id.as_str(), choice.option_id.as_str()))
            .collect();
        walk(story, role, &choices).ok_or_else(|| not_found("first scene", &role.start))
    }

    /// The last choice of all, if it may be taken back: it stands, it is this run's own, and the run is open.
    pub(crate) fn to_take_back(&self) -> Option<&RunChoiceRow> {
        let last = self.choices.last()?;
        let may = self.row.finished_at.is_none() && last.taken_back_at.is_none() && !last.shared;
        may.then_some(last)
    }

    /// Whether the course has this very script, and the choices are choices of it.
    pub(crate) fn is_current(&self, course: &Course) -> Result<bool, UserError> {
        let Some((story, role)) = played(course, &self.row.role_id) else {
            return Ok(false);
        };
        let is_whole = self.walked()?.taken.len() == self.standing().len();
        Ok(is_whole && script_row(course, story, role)?.hash == self.row.script_hash)
    }

    /// How many decisions have been taken, and how the run ended.
    pub(crate) fn outcome(&self) -> Result<(usize, Option<String>), UserError> {
        let walked = self.walked()?;
        let end = match walked.here {
            Here::End(end) => Some(end.title.clone()),
            Here::Scene(_) => None,
        };
        Ok((walked.taken.len(), end))
    }
}

/// The story of the course and a role of it.
pub(crate) fn played<'a>(course: &'a Course, role_id: &str) -> Option<(&'a Story, &'a Role)> {
    let story = course.pack.story.as_ref()?;
    Some((story, story.role(role_id)?))
}

/// A script as it is kept.
pub(crate) fn script_row(
    course: &Course,
    story: &Story,
    role: &Role,
) -> Result<ScriptRow, UserError> {
    let body = serde_json::to_string(&story.script(role))?;
    let hash = Sha256::digest(&body).iter().fold(String::new(), |mut hex, byte| {
        use std::fmt::Write as _;
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    Ok(ScriptRow { hash, pack_id: course.pack.id.clone(), role_id: role.id.clone(), body })
}
