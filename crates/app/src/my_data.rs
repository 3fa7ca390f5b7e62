//! Taking one's data away: the record as a table or JSON, and everything as one archive.
//!
//! What is in the archive is decided by the schema of the store: every table that leads to the learner is
//! in it, with the explanation that the schema's document gives for each column.

use std::{collections::BTreeMap, fmt::Display};

use eighteen_exchange::{Archive, Cell, Member, Page, Section, Table, to_csv};
use eighteen_store::{Described, OwnTable, OwnValue, Reader, described};
use serde_json::{Map, Value, json};

use crate::{
    App, ErrorCode, UserError,
    attempt::confidence,
    check_result::with_answers,
    course::count,
    export::{form_word, put, state_word},
    question::outcome_of,
    wire::{
        check::{AttemptForm, AttemptSummary},
        inbox::{InboxRoundLine, InboxTally},
        learner::{LearnerRecord, ModuleState, RefresherDay},
        my_data::{ExportWords, RecordFormat, SaveRecord},
        question::{Confidence, Outcome},
        story::RunSummary,
        trainer::Exported,
    },
};

/// The form of `everything.json`; raised when a reader of the old form would misread the new one.
const FORM: u32 = 1;

impl App {
    /// Writes the record as CSV or JSON where the person says; nothing when they cancel.
    ///
    /// # Errors
    /// `FileNotWritable` with the path.
    pub fn save_my_record(&self, args: SaveRecord) -> Result<Option<Exported>, UserError> {
        let record = self.my_record()?;
        let table = record_table(&record);
        let rows = count(table.rows.len());
        match args.format {
            RecordFormat::Csv => {
                self.save_file("eighteen-days-record", "csv", rows, || Ok(table.to_csv()))
            }
            RecordFormat::Json => self.save_file("eighteen-days-record", "json", rows, || {
                Ok(serde_json::to_vec_pretty(&record)?)
            }),
        }
    }

    /// Writes everything that is kept of the learner as one archive: JSON, a CSV for each table, a page
    /// to read, and what all of it means. Nothing when they cancel or stop it: then there is no file.
    ///
    /// # Errors
    /// `NotFound` before there is anything, `StoreBusy` while another file is written, `FileNotWritable` with
    /// the path.
    pub fn export_my_data(&self, words: ExportWords) -> Result<Option<Exported>, UserError> {
        let id = self.learner_id()?;
        let going = self.underway.begin()?;
        let Some(path) = self.ask_where("eighteen-days-my-data", "zip") else { return Ok(None) };
        let record = self.my_record()?;
        let (tables, answers) = self.read(|reader| {
            Ok((reader.everything_of(&id)?, answers_of(reader, &record, &words)?))
        })?;
        let rows = tables.iter().map(|table| count(table.rows.len())).sum();
        let made_at = self.now().rfc3339();
        let everything =
            Everything { tables, meanings: described(), record, answers, words, made_at };
        let files = 3 + everything.tables.len();
        match packed(files, |index| everything.member(index), |done, of| going.goes_on(done, of))? {
            Some(bytes) => put(&path, &bytes, rows).map(Some),
            None => Ok(None),
        }
    }
}

/// One row for each finished check, pre-check and assessment, each round of the inbox, each run of the
/// ultimatum, each day of the refresher, and each module without a check.
///
/// `kind` says which. `points` of `questions` are those of a check; the messages judged as they were, of a
/// round; the cards that were wholly right, of a day. `status` is that of the module, or how a run ended.
fn record_table(record: &LearnerRecord) -> Table {
    let mut rows = Vec::new();
    for module in &record.modules {
        let checks = record.attempts.iter().filter(|check| check.module_id == module.id);
        let count_before = rows.len();
        rows.extend(checks.map(|check| check_row(check, state_word(module.state))));
        if rows.len() == count_before {
            let mut row = vec![Cell::Empty; RECORD_COLUMNS.len()];
            row[..4].clone_from_slice(&[
                "module".into(),
                module.number.into(),
                module.title.as_str().into(),
                state_word(module.state).into(),
            ]);
            rows.push(row);
        }
    }
    let of_course = record.attempts.iter().filter(|check| check.module_number == 0);
    rows.extend(of_course.map(|check| check_row(check, "")));
    rows.extend(record.inbox_rounds.iter().map(round_row));
    rows.extend(record.runs.iter().map(run_row));
    rows.extend(record.refresher_days.iter().map(day_row));
    Table { columns: RECORD_COLUMNS.to_vec(), rows }
}

/// Columns of the record's table.
const RECORD_COLUMNS: [&str; 12] = [
    "kind",
    "module_number",
    "title",
    "status",
    "try",
    "points",
    "questions",
    "passed",
    "course_version",
    "started_at",
    "finished_at",
    "elapsed_ms",
];

fn check_row(check: &AttemptSummary, status: &str) -> Vec<Cell> {
    let number = (check.module_number > 0).then_some(check.module_number);
    vec![
        form_word(check.form).into(),
        number.into(),
        check.module_title.as_str().into(),
        status.into(),
        check.try_number.into(),
        check.points.into(),
        check.of.into(),
        if check.passed { "yes" } else { "no" }.into(),
        check.pack_version.into(),
        check.started_at.as_str().into(),
        check.finished_at.clone().into(),
        check.elapsed_ms.into(),
    ]
}

fn round_row(round: &InboxRoundLine) -> Vec<Cell> {
    let InboxTally { caught, hostile, false_alarms, genuine, unchecked: _ } = round.tally;
    let mut row = vec![Cell::Empty; RECORD_COLUMNS.len()];
    row[0] = "inbox".into();
    row[4] = round.number.into();
    row[5] = (caught + genuine.saturating_sub(false_alarms)).into();
    row[6] = (hostile + genuine).into();
    row[10] = round.finished_at.as_str().into();
    row
}

fn run_row(run: &RunSummary) -> Vec<Cell> {
    let mut row = vec![Cell::Empty; RECORD_COLUMNS.len()];
    row[0] = "ultimatum".into();
    row[2] = run.role_title.as_str().into();
    row[3] = run.end.clone().into();
    row[9] = run.started_at.as_str().into();
    row[10] = run.finished_at.clone().into();
    row
}

fn day_row(day: &RefresherDay) -> Vec<Cell> {
    let mut row = vec![Cell::Empty; RECORD_COLUMNS.len()];
    row[0] = "refresher".into();
    row[5] = day.right.into();
    row[6] = day.cards.into();
    row[10] = day.day.as_str().into();
    row
}

/// What the archive is made of.
struct Everything {
    tables: Vec<OwnTable>,
    meanings: BTreeMap<String, Described>,
    record: LearnerRecord,
    answers: Vec<Section>,
    words: ExportWords,
    made_at: String,
}

impl Everything {
    /// A file of the archive: what to read first, the page, everything as JSON, then the tables.
    fn member(&self, index: usize) -> Result<Member, UserError> {
        let Self { tables, meanings, record, answers, words, made_at } = self;
        Ok(match index {
            0 => Member::new("readme.txt", readme(tables, meanings, words)),
            1 => Member::new(
                "my-data.html",
                page(tables, meanings, record, answers, words).to_html(),
            ),
            2 => Member::new(
                "everything.json",
                serde_json::to_vec_pretty(&everything(tables, meanings, made_at))?,
            ),
            _ => {
                let table = &tables[index - 3];
                Member::new(
                    format!("tables/{}.csv", table.name),
                    to_csv(&table.columns, &cells(table)),
                )
            }
        })
    }
}

/// The bytes of an archive. Before each file, and once all are in it, `goes_on` hears how many are made of
/// how many; nothing comes of it when that says no.
fn packed(
    files: usize,
    file: impl Fn(usize) -> Result<Member, UserError>,
    mut goes_on: impl FnMut(u32, u32) -> bool,
) -> Result<Option<Vec<u8>>, UserError> {
    let unpackable = |error: &dyn Display| UserError::new(ErrorCode::Internal, error.to_string());
    let mut archive = Archive::default();
    for index in 0..files {
        if !goes_on(count(index), count(files)) {
            return Ok(None);
        }
        archive.add(&file(index)?).map_err(|error| unpackable(&error))?;
    }
    if !goes_on(count(files), count(files)) {
        return Ok(None);
    }
    archive.finish().map(Some).map_err(|error| unpackable(&error))
}

fn cells(table: &OwnTable) -> Vec<Vec<Cell>> {
    table.rows.iter().map(|row| row.iter().map(cell).collect()).collect()
}

fn cell(value: &OwnValue) -> Cell {
    match value {
        OwnValue::Empty => Cell::Empty,
        OwnValue::Whole(number) => Cell::Whole(*number),
        OwnValue::Number(number) => Cell::Number(*number),
        OwnValue::Text(text) => Cell::Text(text.clone()),
    }
}

/// Every table with what it means and its rows; the columns stand in the order of the file.
fn everything(tables: &[OwnTable], meanings: &BTreeMap<String, Described>, made_at: &str) -> Value {
    let mut all = Map::new();
    for table in tables {
        let meaning = meanings.get(&table.name).cloned().unwrap_or_default();
        let columns: Map<String, Value> =
            meaning.columns.into_iter().map(|(name, about)| (name, about.into())).collect();
        let rows = table.rows.iter().map(|row| {
            let named = table.columns.iter().cloned().zip(row.iter().map(json_value));
            Value::Object(named.collect())
        });
        let entry =
            json!({ "about": meaning.about, "columns": columns, "rows": rows.collect::<Vec<_>>() });
        all.insert(table.name.clone(), entry);
    }
    json!({
        "format": "eighteen-days-my-data",
        "form": FORM,
        "madeAt": made_at,
        "madeBy": concat!("Eighteen Days ", env!("CARGO_PKG_VERSION")),
        "tables": all,
    })
}

fn json_value(value: &OwnValue) -> Value {
    match value {
        OwnValue::Empty => Value::Null,
        OwnValue::Whole(number) => (*number).into(),
        OwnValue::Number(number) => (*number).into(),
        OwnValue::Text(text) => text.as_str().into(),
    }
}

/// What the files are, in the reader's language, and what every column means, as the schema says it.
fn readme(
    tables: &[OwnTable],
    meanings: &BTreeMap<String, Described>,
    words: &ExportWords,
) -> String {
    let mut lines = vec![words.title.clone(), String::new(), words.made.clone(), String::new()];
    lines.extend(words.files.iter().cloned());
    for table in tables {
        let Some(meaning) = meanings.get(&table.name) else { continue };
        lines.extend([String::new(), table.name.clone(), meaning.about.clone()]);
        lines.extend(meaning.columns.iter().map(|(name, about)| format!("  {name}: {about}")));
    }
    lines.push(String::new());
    lines.join("\r\n")
}

fn page(
    tables: &[OwnTable],
    meanings: &BTreeMap<String, Described>,
    record: &LearnerRecord,
    answers: &[Section],
    words: &ExportWords,
) -> Page {
    let mut sections = vec![modules(record, words), checks(record, words)];
    sections.extend_from_slice(answers);
    sections.extend([
        rounds(record, words),
        runs(record, words),
        refresher_days(record, words),
        reflections(record, words),
    ]);
    sections.push(Section {
        title: words.everything.clone(),
        notes: vec![words.everything_note.clone()],
        ..Section::default()
    });
    sections.extend(tables.iter().map(|table| Section {
        title: table.name.clone(),
        notes: vec![meanings.get(&table.name).map(|table| table.about.clone()).unwrap_or_default()],
        columns: table.columns.clone(),
        rows: cells(table),
    }));
    Page {
        lang: words.lang.clone(),
        dir: words.dir.clone(),
        title: words.title.clone(),
        opening: vec![words.made.clone()],
        sections,
    }
}

/// A section that says so when there is nothing in it.
fn section(
    title: String,
    columns: &[&String],
    rows: Vec<Vec<Cell>>,
    words: &ExportWords,
) -> Section {
    let notes = if rows.is_empty() { vec![words.nothing.clone()] } else { Vec::new() };
    let columns = columns.iter().map(|&name| name.clone()).collect();
    Section { title, notes, columns, rows }
}

fn modules(record: &LearnerRecord, words: &ExportWords) -> Section {
    let status = |state| match state {
        ModuleState::NotStarted => &words.not_started,
        ModuleState::Started => &words.started,
        ModuleState::StepsDone => &words.steps_done,
        ModuleState::Known => &words.known,
        ModuleState::Completed => &words.completed,
    };
    let rows = record.modules.iter().map(|module| {
        let title = format!("{}. {}", module.number, module.title);
        vec![title.into(), status(module.state).as_str().into()]
    });
    section(words.modules.clone(), &[&words.module, &words.status], rows.collect(), words)
}

fn checks(record: &LearnerRecord, words: &ExportWords) -> Section {
    let rows = record.attempts.iter().map(|check| {
        let passed = if check.passed { &words.passed } else { &words.not_yet };
        vec![
            check_title(check, words).into(),
            check.try_number.into(),
            format!("{} / {} · {passed}", decimal(check.points), check.of).into(),
            minute(check.finished_at.as_deref().unwrap_or(&check.started_at)).into(),
            check.pack_version.into(),
        ]
    });
    let columns = [&words.check, &words.try_number, &words.result, &words.date, &words.version];
    section(words.checks.clone(), &columns, rows.collect(), words)
}

fn check_title(check: &AttemptSummary, words: &ExportWords) -> String {
    let AttemptSummary { form, module_number: number, module_title: title, .. } = check;
    match form {
        AttemptForm::Check => format!("{number}. {title}"),
        AttemptForm::TestOut => format!("{number}. {title} · {}", words.pre_check),
        AttemptForm::Assessment => title.clone(),
    }
}

fn rounds(record: &LearnerRecord, words: &ExportWords) -> Section {
    let rows = record.inbox_rounds.iter().map(|round| {
        let tally = round.tally;
        vec![
            round.number.into(),
            format!("{} / {}", tally.caught, tally.hostile).into(),
            format!("{} / {}", tally.false_alarms, tally.genuine).into(),
            minute(&round.finished_at).into(),
        ]
    });
    let columns = [&words.round, &words.caught, &words.false_alarms, &words.date];
    section(words.inbox.clone(), &columns, rows.collect(), words)
}

fn runs(record: &LearnerRecord, words: &ExportWords) -> Section {
    let rows = record.runs.iter().map(|run| {
        vec![
            run.role_title.as_str().into(),
            run.end.clone().into(),
            minute(run.finished_at.as_deref().unwrap_or(&run.started_at)).into(),
        ]
    });
    let columns = [&words.role, &words.ended, &words.date];
    section(words.ultimatum.clone(), &columns, rows.collect(), words)
}

fn refresher_days(record: &LearnerRecord, words: &ExportWords) -> Section {
    let rows = record
        .refresher_days
        .iter()
        .map(|day| vec![day.day.as_str().into(), day.cards.into(), day.right.into()]);
    let columns = [&words.date, &words.cards, &words.right];
    section(words.refresher.clone(), &columns, rows.collect(), words)
}

fn reflections(record: &LearnerRecord, words: &ExportWords) -> Section {
    let rows = record.reflections.iter().map(|one| {
        let step =
            format!("{}.{} {}", one.step.module_number, one.step.step_number, one.step.title);
        vec![step.into(), one.written.as_str().into(), minute(&one.saved_at).into()]
    });
    let columns = [&words.module, &words.written, &words.date];
    section(words.reflections.clone(), &columns, rows.collect(), words)
}

/// The questions of every finished check with what was chosen and what would have been best.
fn answers_of(
    reader: &Reader<'_>,
    record: &LearnerRecord,
    words: &ExportWords,
) -> Result<Vec<Section>, UserError> {
    let mut sections = Vec::new();
    for check in &record.attempts {
        let Some(attempt) = reader.attempt(&check.attempt_id)? else { continue };
        let mut rows = Vec::new();
        for (position, shown, answer) in with_answers(reader, &attempt)? {
            let outcome = answer.as_ref().map_or(Outcome::Unanswered, |one| outcome_of(one.score));
            let sure = answer.as_ref().and_then(|one| confidence(one.confidence.as_deref()));
            rows.push(vec![
                format!("{position}. {}", eighteen_pack::plain(&shown.item.ask)).into(),
                answer.as_ref().map(|one| one.shown_text.as_str()).into(),
                shown.best_in_words().into(),
                outcome_word(outcome, words).into(),
                sure.map(|sure| confidence_word(sure, words)).into(),
                answer.as_ref().map(|one| f64::from(one.elapsed_ms) / 1_000.0).into(),
            ]);
        }
        let columns = [
            &words.question,
            &words.chosen,
            &words.best,
            &words.result,
            &words.confidence,
            &words.seconds,
        ];
        let title =
            format!("{} · {} {}", check_title(check, words), words.try_number, check.try_number);
        sections.push(section(title, &columns, rows, words));
    }
    Ok(sections)
}

fn outcome_word(outcome: Outcome, words: &ExportWords) -> &str {
    match outcome {
        Outcome::Right => &words.right,
        Outcome::Partly => &words.partly,
        Outcome::Wrong => &words.wrong,
        Outcome::Unanswered => &words.unanswered,
    }
}

fn confidence_word(confidence: Confidence, words: &ExportWords) -> &str {
    match confidence {
        Confidence::Sure => &words.sure,
        Confidence::Think => &words.think,
        Confidence::Guess => &words.guess,
    }
}

/// Points with as many decimals as they have, two at most.
fn decimal(points: f64) -> String {
    let fixed = format!("{points:.2}");
    fixed.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// `2026-11-22 18:30`, of a moment in RFC 3339: short, and read alike in every language.
fn minute(moment: &str) -> String {
    moment.get(..16).unwrap_or(moment).replace('T', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(index: usize) -> Member {
        Member::new(format!("{index}.csv"), "a,b")
    }

    #[test]
    fn making_an_archive_says_how_far_it_is() {
        let mut heard = Vec::new();
        let hear = |done, of| {
            heard.push((done, of));
            true
        };
        assert!(packed(3, |index| Ok(file(index)), hear).unwrap().is_some());
        assert_eq!(heard, [(0, 3), (1, 3), (2, 3), (3, 3)]);
    }

    #[test]
    fn an_archive_that_is_stopped_anywhere_comes_to_nothing() {
        for stop in 0..=3 {
            let made = std::cell::Cell::new(0);
            let count_it = |index: usize| {
                made.set(made.get() + 1);
                Ok(file(index))
            };
            let stopped = packed(3, count_it, |done, _| done != stop).unwrap();
            assert_eq!((stopped, made.get()), (None, stop), "no file more is made");
        }
    }
}
