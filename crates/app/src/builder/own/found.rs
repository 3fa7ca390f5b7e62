//! Questions that other programs wrote: looked at first, then taken into the module, or left where they are.

use std::{path::Path, sync::PoisonError};

use eighteen_exchange::LeftOut;

use super::{Own, showing::part_problem};
use crate::{
    App, ErrorCode, UserError,
    builder::Standing,
    error::not_found,
    packs::{Imported, PackFault, Taken, look},
    wire::own_pages::{FoundQuestion, LeftQuestion, ModuleAt, QuestionsFound},
};

/// The endings of files with questions.
const ENDINGS: [&str; 3] = ["gift", "txt", "xml"];

impl App {
    /// Asks for a file of questions and says what would come of it; nothing is written, and nothing is said when the
    /// person cancels.
    ///
    /// # Errors
    /// `QuestionsRefused` when the file is none.
    pub fn look_at_questions(&self, args: ModuleAt) -> Result<Option<QuestionsFound>, UserError> {
        let Some(path) = self.desktop.choose_open_path(&ENDINGS) else { return Ok(None) };
        let _alone = self.building();
        let standing = self.standing()?;
        let (found, _) = look_into(self, &standing, &args.module_id, &path)?;
        *self.found_questions.lock().unwrap_or_else(PoisonError::into_inner) = Some(path.clone());
        Ok(Some(in_words(&path, found)))
    }

    /// Takes the questions of the file that was looked at into the module.
    ///
    /// # Errors
    /// `NotFound` when none was looked at, `QuestionsRefused` when it is none any more.
    pub fn take_questions(&self, args: ModuleAt) -> Result<QuestionsFound, UserError> {
        let looked = &self.found_questions;
        let path = looked.lock().unwrap_or_else(PoisonError::into_inner).take();
        let path = path.ok_or_else(|| not_found("file of questions", &args.module_id))?;
        let _alone = self.building();
        let mut standing = self.standing()?;
        let (found, quiz) = look_into(self, &standing, &args.module_id, &path)?;
        if !found.taken.is_empty() {
            let file = found.quiz.clone();
            self.change(&mut standing, |files| {
                files.insert(file, quiz.into_bytes());
                Ok(())
            })?;
        }
        let module = self.own_module(&standing, &args.module_id)?;
        Ok(QuestionsFound { module: Some(module), ..in_words(&path, found) })
    }
}

fn look_into(
    app: &App,
    standing: &Standing,
    module: &str,
    path: &Path,
) -> Result<(Imported, String), UserError> {
    let own = Own::find(app, &standing.files, module)?;
    let folder = standing.folder.clone().unwrap_or_default();
    look(path, &folder, &own.id, None).map_err(|fault| refused(path, &fault))
}

fn refused(path: &Path, fault: &PackFault) -> UserError {
    UserError {
        path: Some(path.display().to_string()),
        ..UserError::new(ErrorCode::QuestionsRefused, fault.to_string())
    }
}

fn in_words(path: &Path, found: Imported) -> QuestionsFound {
    let Imported { form, taken, left, to_do, .. } = found;
    let ends: Vec<u32> = taken.iter().skip(1).map(|next| next.at).chain([u32::MAX]).collect();
    let questions =
        taken.into_iter().zip(ends).map(|(Taken { line, name, id, at, changes }, end)| {
            let here = to_do.iter().filter(|problem| (at..end).contains(&problem.line));
            FoundQuestion {
                line,
                name,
                id,
                changes,
                to_do: here.map(|one| part_problem(one, None, None)).collect(),
            }
        });
    let left = left.into_iter().map(|LeftOut { line, name, why }| LeftQuestion { line, name, why });
    QuestionsFound {
        file: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        form: form.to_string(),
        questions: questions.collect(),
        left: left.collect(),
        module: None,
    }
}
