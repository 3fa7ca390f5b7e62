//! The reports, each with its rows.

use eighteen_exchange::{Cell, Table};

use super::Source;
use crate::{
    App, ErrorCode, UserError,
    among::Days,
    attempt::{confidence, confidence_word},
    course::{Course, count},
    export::{outcome_word, people_table, person_table, questions_table, sample_word},
    fork_report::forks_table,
    inbox_report::inbox_table,
    lasted_report::lasted_table,
    misconception_report::misconceptions_table,
    module_report::module_table,
    question::outcome_of,
    wire::{
        among::Among,
        taking::{Report, WhatToTake},
        trainer::{AskModule, AskQuestions, OpenPerson},
    },
};

impl App {
    /// The rows of a report. What it refuses, it refuses here, before anything is written.
    pub(crate) fn source(&self, what: &WhatToTake) -> Result<Source<'_>, UserError> {
        let module_id = what.module_id.clone();
        let (among, attempts) = (what.among.clone(), what.attempts);
        Ok(match what.report {
            Report::People => people_table(&self.everybody(among)?).into(),
            Report::Questions => {
                self.collect()?;
                let ask = AskQuestions { module_id, among, attempts, recount: false };
                questions_table(&self.trainer_questions(ask)?).into()
            }
            Report::Person => {
                let wanted = what.person_id.clone().ok_or_else(|| {
                    UserError::new(ErrorCode::NotFound, "whose answers is not said")
                })?;
                person_table(&self.trainer_person(OpenPerson { person_id: wanted })?).into()
            }
            Report::Modules => {
                module_table(&self.trainer_module(AskModule { module_id, among })?).into()
            }
            Report::Inbox => inbox_table(&self.trainer_inbox(among)?).into(),
            Report::Ultimatum => forks_table(&self.trainer_forks()?).into(),
            Report::Misconceptions => {
                misconceptions_table(&self.trainer_misconceptions(among)?).into()
            }
            Report::Lasted => lasted_table(&self.trainer_lasted(among)?).into(),
            Report::Assignments => self.assignments_table(among)?.into(),
            Report::Answers => self.every_answer(among)?,
        })
    }

    /// Every answer that counts, straight from the store.
    fn every_answer(&self, among: Among) -> Result<Source<'_>, UserError> {
        self.persons_shown()?;
        self.collect()?;
        let course = self.course()?;
        let among = self.among(among, Days::Meant)?.rows;
        let store = self.trainer_store()?;
        let of = store.read(|reader| {
            Ok::<_, UserError>(reader.answers_that_count(&course.pack.id, &among)?)
        })?;
        Ok(Source {
            columns: ANSWERS.to_vec(),
            of,
            rows: Box::new(move |each| {
                store.read(|reader| {
                    let pack_id = &course.pack.id;
                    reader.each_answer(pack_id, &among, |answer| each(&answer_row(course, answer)))
                })
            }),
        })
    }
}

/// Whether days mean something in a report; nothing where it is of one person or of nobody's names.
pub(crate) fn days_of(report: Report) -> Option<Days> {
    match report {
        Report::People | Report::Inbox | Report::Assignments => Some(Days::None),
        Report::Questions
        | Report::Modules
        | Report::Misconceptions
        | Report::Lasted
        | Report::Answers => Some(Days::Meant),
        Report::Person | Report::Ultimatum => None,
    }
}

impl From<Table> for Source<'_> {
    fn from(table: Table) -> Self {
        Self {
            columns: table.columns,
            of: count(table.rows.len()),
            rows: Box::new(move |each| table.rows.iter().try_for_each(|row| each(row))),
        }
    }
}

const ANSWERS: [&str; 19] = [
    "person_id",
    "name",
    "attempt_id",
    "module_number",
    "module",
    "try",
    "course_version",
    "started_at",
    "finished_at",
    "position",
    "item_id",
    "item_version",
    "chosen",
    "outcome",
    "score",
    "confidence",
    "elapsed_ms",
    "answered_at",
    "sample",
];

fn answer_row(course: &Course, answer: eighteen_store::reports::AnswerOfAll) -> Vec<Cell> {
    let module = course.pack.modules.iter().find(|module| module.id == answer.module_id);
    vec![
        answer.learner_id.into(),
        answer.name.into(),
        answer.attempt_id.into(),
        module.map(|module| module.number).into(),
        module.map_or(answer.module_id.as_str(), |module| module.title.as_str()).into(),
        answer.try_number.into(),
        answer.pack_version.into(),
        answer.started_at.into(),
        answer.finished_at.into(),
        answer.position.into(),
        answer.item_id.into(),
        answer.item_version.into(),
        answer.chosen.into(),
        outcome_word(outcome_of(answer.score)).into(),
        answer.score.into(),
        confidence(answer.confidence.as_deref()).map(confidence_word).into(),
        answer.elapsed_ms.into(),
        answer.answered_at.into(),
        sample_word(answer.sample).into(),
    ]
}
