//! The first screen: who is learning.

use std::{fs, path::Path, time::UNIX_EPOCH};

use eighteen_store::{Damage, LearnerRow, Reader};

use crate::{
    App, ErrorCode, UserError,
    app::Who,
    clock::Moment,
    course::step_link,
    error::not_found,
    settings::load_settings,
    wire::learner::{ChooseLearner, Learner, NameLearner, Startup, StoreNotice},
};

/// Longest name or code, in characters.
const LONGEST_NAME: usize = 80;

impl App {
    /// Everything that the first screen needs. An app that could not open its store tries it again.
    ///
    /// # Errors
    /// Whatever keeps the app from opening its store.
    pub fn startup(&self) -> Result<Startup, UserError> {
        let ready = self.try_to_be_ready()?;
        let (learners, settings) =
            self.read(|reader| Ok((reader.learners()?, load_settings(reader, &self.rules)?)))?;
        let current = self.current(&learners);
        Ok(Startup {
            learners: learners.iter().map(learner).collect(),
            current: current.map(|row| learner(&row)),
            settings,
            course: ready.courses.taught().in_words(),
            opening: step_link(&ready.courses.taught().pack.modules[0], 0),
            notice: ready.notice.clone(),
        })
    }

    /// Who is learning: the one chosen, or the only one there is.
    fn current(&self, learners: &[LearnerRow]) -> Option<LearnerRow> {
        let mut who = self.who();
        if let (Who::Unknown, [only]) = (&*who, learners) {
            *who = Who::Learner(only.id.clone());
        }
        match &*who {
            Who::Learner(id) => learners.iter().find(|row| &row.id == id).cloned(),
            Who::Unknown | Who::Newcomer => None,
        }
    }

    /// Says who is learning now.
    ///
    /// # Errors
    /// `NotFound` when there is no such learner.
    pub fn choose_learner(&self, args: ChooseLearner) -> Result<Startup, UserError> {
        match args.learner_id {
            None => *self.who() = Who::Newcomer,
            Some(id) => {
                let now = self.now().rfc3339();
                self.write(|writer| {
                    writer.reader().learner(&id)?.ok_or_else(|| not_found("learner", &id))?;
                    Ok(writer.see_learner(&id, &now)?)
                })?;
                self.is_learner(&id);
            }
        }
        self.startup()
    }

    /// Gives the current learner a name or code.
    ///
    /// # Errors
    /// `NameInvalid` when it is empty or too long, `NameTaken` when somebody else has it.
    pub fn name_learner(&self, args: NameLearner) -> Result<Learner, UserError> {
        let name = args.name.split_whitespace().collect::<Vec<_>>().join(" ");
        let length = name.chars().count();
        if length == 0 || length > LONGEST_NAME || name.chars().any(char::is_control) {
            return Err(UserError::new(
                ErrorCode::NameInvalid,
                format!("a name has 1 to {LONGEST_NAME} characters, this one has {length}"),
            ));
        }
        let id = self.learner_id()?;
        self.write(|writer| {
            let reader = writer.reader();
            if reader.learner_named(&name)?.is_some_and(|other| other.id != id) {
                return Err(UserError::new(ErrorCode::NameTaken, "the name is taken"));
            }
            writer.name_learner(&id, &name)?;
            this_learner(&reader, &id)
        })
    }
}

/// A learner by id, as the page reads it.
pub(crate) fn this_learner(reader: &Reader<'_>, id: &str) -> Result<Learner, UserError> {
    let row = reader.learner(id)?.ok_or_else(|| not_found("learner", id))?;
    Ok(learner(&row))
}

fn learner(row: &LearnerRow) -> Learner {
    Learner { id: row.id.clone(), name: row.name.clone(), last_seen: row.last_seen.clone() }
}

/// What happened to a damaged store, as the page reads it.
pub(crate) fn notice(damage: Damage) -> StoreNotice {
    let set_aside = damage.set_aside.display().to_string();
    match damage.restored_from {
        Some(copy) => StoreNotice::RestoredFromBackup { set_aside, backup_of: made_at(&copy) },
        None => StoreNotice::SetAside { set_aside },
    }
}

/// When a copy was made: its name ends with the moment, and where somebody has renamed it, its file
/// still tells.
fn made_at(copy: &Path) -> String {
    let stamp = copy.extension().and_then(|stamp| Moment::of_stamp(&stamp.to_string_lossy()));
    let written = || fs::metadata(copy).and_then(|file| file.modified());
    stamp.unwrap_or_else(|| written().unwrap_or(UNIX_EPOCH).into()).rfc3339()
}
