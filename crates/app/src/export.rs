//! Reports as tables: exactly the rows of the screen, under column names that stay.

use std::path::{Path, PathBuf};

use eighteen_exchange::{Cell, Table};
use eighteen_store::write_beside;

use crate::{
    App, ErrorCode, UserError,
    course::count,
    wire::{
        among::Among,
        check::AttemptForm,
        learner::ModuleState,
        question::{Confidence, Outcome},
        trainer::{
            AskQuestions, Exported, OpenPerson, PersonDetail, QuestionReport, QuestionVerdict,
            TrainerOverview,
        },
    },
};

impl App {
    /// Writes the people as CSV where the person says; nothing when they cancel.
    ///
    /// # Errors
    /// `TrainerLocked`, `PersonsNotShown` where that was agreed, or `FileNotWritable` with the path.
    pub fn export_people(&self, args: Among) -> Result<Option<Exported>, UserError> {
        let table = people_table(&self.everybody(args)?);
        self.save_table("eighteen-days-people", &table)
    }

    /// Writes one person's answers as CSV.
    ///
    /// # Errors
    /// `TrainerLocked`, `NotFound`, or `FileNotWritable` with the path.
    pub fn export_person(&self, args: OpenPerson) -> Result<Option<Exported>, UserError> {
        let table = person_table(&self.trainer_person(args)?);
        self.save_table("eighteen-days-answers", &table)
    }

    /// Writes the notes about a person as CSV, in a file of their own.
    ///
    /// # Errors
    /// `TrainerLocked`, `PersonsNotShown` where that was agreed, `NotFound`, or `FileNotWritable` with the
    /// path.
    pub fn export_notes(&self, args: OpenPerson) -> Result<Option<Exported>, UserError> {
        let table = notes_table(&self.trainer_person(args)?);
        self.save_table("eighteen-days-notes", &table)
    }

    /// Writes the questions as CSV.
    ///
    /// # Errors
    /// `TrainerLocked`, or `FileNotWritable` with the path.
    pub fn export_questions(&self, args: AskQuestions) -> Result<Option<Exported>, UserError> {
        let table = questions_table(&self.trainer_questions(args)?);
        self.save_table("eighteen-days-questions", &table)
    }

    fn save_table(&self, name: &str, table: &Table) -> Result<Option<Exported>, UserError> {
        self.save_file(name, "csv", count(table.rows.len()), || Ok(table.to_csv()))
    }

    /// Asks where, and only then makes what is written there, whole or not at all.
    pub(crate) fn save_file(
        &self,
        name: &str,
        ending: &str,
        rows: u32,
        bytes: impl FnOnce() -> Result<Vec<u8>, UserError>,
    ) -> Result<Option<Exported>, UserError> {
        let Some(path) = self.ask_where(name, ending) else {
            return Ok(None);
        };
        put(&path, &bytes()?, rows).map(Some)
    }

    /// Asks where a file is to stand, which has the day in its name.
    pub(crate) fn ask_where(&self, name: &str, ending: &str) -> Option<PathBuf> {
        let suggested = format!("{name}-{}.{ending}", crate::clock::day(self.now().day()));
        self.desktop.choose_save_path(&suggested)
    }
}

/// Writes a file, whole or not at all.
pub(crate) fn put(path: &Path, bytes: &[u8], rows: u32) -> Result<Exported, UserError> {
    write_beside(path, bytes).map_err(|error| UserError {
        path: Some(path.display().to_string()),
        ..UserError::new(ErrorCode::FileNotWritable, error.to_string())
    })?;
    Ok(Exported { path: path.display().to_string(), rows })
}

/// One row for each person and module.
pub fn people_table(overview: &TrainerOverview) -> Table {
    let mut rows = Vec::new();
    for person in &overview.rows {
        for (module, cell) in overview.modules.iter().zip(&person.cells) {
            rows.push(vec![
                person.person_id.as_str().into(),
                person.name.clone().into(),
                module.number.into(),
                module.title.as_str().into(),
                state_word(cell.state).into(),
                cell.steps_done.into(),
                cell.steps.into(),
                cell.points.into(),
                cell.of.into(),
                cell.tries.into(),
                person.last_active.clone().into(),
                sample_word(overview.sample).into(),
            ]);
        }
    }
    Table {
        columns: vec![
            "person_id",
            "name",
            "module_number",
            "module",
            "status",
            "steps_done",
            "steps",
            "best_points",
            "questions",
            "tries",
            "last_active",
            "sample",
        ],
        rows,
    }
}

/// One row for each question of each attempt.
pub fn person_table(detail: &PersonDetail) -> Table {
    let mut rows = Vec::new();
    for attempt in &detail.attempts {
        for answer in &attempt.answers {
            let summary = &attempt.summary;
            rows.push(vec![
                detail.person_id.as_str().into(),
                detail.name.clone().into(),
                summary.module_number.into(),
                summary.module_title.as_str().into(),
                form_word(summary.form).into(),
                summary.try_number.into(),
                summary.started_at.as_str().into(),
                summary.finished_at.clone().into(),
                answer.position.into(),
                answer.item_id.as_str().into(),
                answer.ask.as_str().into(),
                answer.chosen.clone().into(),
                answer.best.as_str().into(),
                outcome_word(answer.outcome).into(),
                answer.score.into(),
                answer.confidence.map(confidence_word).into(),
                answer.elapsed_ms.into(),
                answer.changes.into(),
                sample_word(detail.sample).into(),
            ]);
        }
    }
    Table {
        columns: vec![
            "person_id",
            "name",
            "module_number",
            "module",
            "form",
            "try",
            "started_at",
            "finished_at",
            "position",
            "item_id",
            "question",
            "chosen",
            "best_answer",
            "outcome",
            "score",
            "confidence",
            "elapsed_ms",
            "changes",
            "sample",
        ],
        rows,
    }
}

/// One row for each note about a person, the latest added first.
fn notes_table(detail: &PersonDetail) -> Table {
    let rows = detail.notes.iter().map(|note| {
        vec![
            detail.person_id.as_str().into(),
            detail.name.clone().into(),
            note.written_at.as_str().into(),
            note.text.as_str().into(),
            sample_word(detail.sample).into(),
        ]
    });
    Table {
        columns: vec!["person_id", "name", "written_at", "note", "sample"],
        rows: rows.collect::<Vec<Vec<Cell>>>(),
    }
}

/// One row for each question and version, hardest first.
pub fn questions_table(report: &QuestionReport) -> Table {
    let rows = report.rows.iter().map(|row| {
        vec![
            row.item_id.as_str().into(),
            row.item_version.into(),
            row.module_number.into(),
            row.item_type.as_str().into(),
            row.ask.as_str().into(),
            verdict_word(row.verdict).into(),
            row.answered.into(),
            row.correct.into(),
            row.left_out.into(),
            row.facility.into(),
            row.low.into(),
            row.high.into(),
            row.separates.as_ref().map(|it| it.value).into(),
            row.separates.as_ref().map(|it| it.low).into(),
            row.separates.as_ref().map(|it| it.high).into(),
            row.alpha_without.into(),
            row.median_ms.into(),
            row.rapid.as_ref().map(|rapid| rapid.answers).into(),
            row.sure_but_wrong.into(),
            row.top_wrong.as_ref().map(|wrong| wrong.text.as_str()).into(),
            row.top_wrong.as_ref().map(|wrong| wrong.chosen).into(),
            sample_word(report.sample).into(),
        ]
    });
    Table {
        columns: vec![
            "item_id",
            "item_version",
            "module_number",
            "type",
            "question",
            "verdict",
            "answered",
            "correct",
            "left_out",
            "facility",
            "facility_low",
            "facility_high",
            "separates",
            "separates_low",
            "separates_high",
            "alpha_without",
            "median_ms",
            "rapid",
            "sure_but_wrong",
            "top_wrong_answer",
            "top_wrong_chosen",
            "sample",
        ],
        rows: rows.collect::<Vec<Vec<Cell>>>(),
    }
}

/// What an attempt was for; its form in the files.
pub(crate) fn form_word(form: AttemptForm) -> &'static str {
    match form {
        AttemptForm::Check => "check",
        AttemptForm::TestOut => "pre-check",
        AttemptForm::Assessment => "assessment",
    }
}

fn verdict_word(verdict: QuestionVerdict) -> &'static str {
    match verdict {
        QuestionVerdict::TooFew => "too few",
        QuestionVerdict::CheckWording => "check the wording or the key",
        QuestionVerdict::VeryHard => "very hard",
        QuestionVerdict::NearlyEverybodyKnew => "nearly everybody knew",
        QuestionVerdict::Weak => "weak",
        QuestionVerdict::Sound => "sound",
    }
}

pub(crate) fn state_word(state: ModuleState) -> &'static str {
    match state {
        ModuleState::NotStarted => "not started",
        ModuleState::Started => "started",
        ModuleState::StepsDone => "steps done",
        ModuleState::Known => "known",
        ModuleState::Completed => "completed",
    }
}

pub(crate) fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Right => "right",
        Outcome::Partly => "partly",
        Outcome::Wrong => "wrong",
        Outcome::Unanswered => "unanswered",
    }
}

fn confidence_word(confidence: Confidence) -> &'static str {
    crate::attempt::confidence_word(confidence)
}

pub(crate) fn sample_word(sample: bool) -> &'static str {
    if sample { "yes" } else { "no" }
}
