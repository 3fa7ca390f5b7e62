//! Taking a report away: which rows, in which form, where to, how far, and stopping.
//!
//! A report is a list of rows under columns whose names stay. Rows go from where they are to the file one by
//! one, so the length of a report does not matter; the file stands at its place when it is whole.

mod columns;
mod list;

use std::{path::Path, sync::PoisonError};

use eighteen_exchange::{
    Cell, Column, CsvChoice, Form, MOST_ROWS_ON_PAPER, Separator, Sheet, SheetError, SheetWords,
    Table, writer,
};
use eighteen_store::{Beside, not_written};

pub use columns::{COLUMNS, Meaning};

use crate::{
    App, ErrorCode, UserError,
    course::count,
    underway::Going,
    wire::{
        taking::{
            AskPreview, CellSeparator, FileForm, Report, TakeAway, TakingChoice, TakingPreview,
            TakingWords, WhatToTake,
        },
        trainer::Exported,
    },
};

/// Under which the trainer's store keeps the last choice.
const CHOICE: &str = "taking";
/// Rows of the preview.
const PREVIEW: usize = 3;
/// What the program calls itself in files.
const MADE_BY: &str = concat!("Eighteen Days ", env!("CARGO_PKG_VERSION"));

/// Rows of a report, given one by one.
pub(crate) struct Source<'a> {
    pub(crate) columns: Vec<&'static str>,
    /// How many there are.
    pub(crate) of: u32,
    pub(crate) rows: Giving<'a>,
}

/// Gives the rows, one by one.
pub(crate) type Giving<'a> = Box<dyn FnOnce(Each<'_>) -> Result<(), UserError> + 'a>;

/// Takes a row, or refuses to take more.
pub(crate) type Each<'a> = &'a mut dyn FnMut(&[Cell]) -> Result<(), UserError>;

impl App {
    /// The last choice of a trainer.
    ///
    /// # Errors
    /// `TrainerLocked`.
    pub fn taking_choice(&self) -> Result<TakingChoice, UserError> {
        let kept =
            self.trainer_store()?.read(|reader| Ok::<_, UserError>(reader.setting(CHOICE)?))?;
        let organisation = self.rules.policy.organisation.clone();
        let fresh = TakingChoice { organisation, ..TakingChoice::default() };
        Ok(kept.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or(fresh))
    }

    /// The first rows of a report as they would stand in the file.
    ///
    /// # Errors
    /// `TrainerLocked`, or what the report itself refuses with.
    pub fn preview_taking(&self, args: AskPreview) -> Result<TakingPreview, UserError> {
        let source = self.source(&args.what)?;
        let of = source.of;
        let columns = source.columns.clone();
        let rows = first_rows(source, args.choice.names)?;
        let sheet = self.sheet(&args.what, &columns, &args.choice, &TakingWords::default());
        let form = form(&args.choice);
        let text = if matches!(form, Form::Csv(_)) {
            String::from_utf8_lossy(&in_memory(form, &sheet, &rows)?).into_owned()
        } else {
            String::new()
        };
        let shown = |cell: &Cell| match cell {
            Cell::Text(words) => words.clone(),
            other => other.digits(),
        };
        let among = match list::days_of(args.what.report) {
            Some(days) => Some(self.among(args.what.among, days)?.whom()),
            None => None,
        };
        Ok(TakingPreview {
            among,
            columns: columns.into_iter().map(str::to_owned).collect(),
            rows: rows.iter().map(|row| row.iter().map(shown).collect()).collect(),
            text: text.trim_start_matches('\u{feff}').to_owned(),
            of,
            too_long_for_paper: of as usize > MOST_ROWS_ON_PAPER,
            most_on_paper: count(MOST_ROWS_ON_PAPER),
        })
    }

    /// Writes a report where the person says; nothing when they cancel the dialog or stop the writing.
    ///
    /// # Errors
    /// `TrainerLocked`, `StoreBusy` while another file is written, `TooLongForPaper`, `DiskFull` or `FileNotWritable` with the path.
    pub fn take_away(&self, args: TakeAway) -> Result<Option<Exported>, UserError> {
        let json = serde_json::to_string(&args.choice)?;
        self.trainer_store()?
            .write(|writer| Ok::<_, UserError>(writer.set_setting(CHOICE, &json)?))?;
        // A report that refuses does so before anybody is asked where to put it.
        let source = self.source(&args.what)?;
        let name = format!(
            "eighteen-days-{}-{}.{}",
            name_of(&args.what),
            crate::clock::day(self.now().day()),
            form(&args.choice).ending()
        );
        let going = self.underway.begin()?;
        let Some(path) = self.desktop.choose_save_path(&name) else { return Ok(None) };
        self.take(source, &args, &path, &going)
    }

    /// Writes a report to a file.
    ///
    /// # Errors
    /// As [`Self::take_away`].
    pub fn take_to(&self, args: &TakeAway, path: &Path) -> Result<Option<Exported>, UserError> {
        let source = self.source(&args.what)?;
        self.take(source, args, path, &self.underway.begin()?)
    }

    /// Shows the file that was written last where the desktop shows files. The page names no path.
    ///
    /// # Errors
    /// `NotFound` before anything was written, or when the desktop has no way to show it.
    pub fn show_taken(&self) -> Result<(), UserError> {
        let last = self.last_taken.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let path = last.ok_or_else(|| crate::error::not_found("file", "written last"))?;
        if self.desktop.show_file(&path) {
            return Ok(());
        }
        let shown = path.display().to_string();
        Err(UserError {
            path: Some(shown.clone()),
            ..crate::error::not_found("file manager", &shown)
        })
    }

    /// Remembers what was written last.
    pub(crate) fn was_taken(&self, path: &Path) {
        *self.last_taken.lock().unwrap_or_else(PoisonError::into_inner) = Some(path.to_path_buf());
    }

    fn take(
        &self,
        source: Source<'_>,
        args: &TakeAway,
        path: &Path,
        going: &Going<'_>,
    ) -> Result<Option<Exported>, UserError> {
        let of = source.of;
        let form = form(&args.choice);
        if form == Form::Pdf && of as usize > MOST_ROWS_ON_PAPER {
            return Err(refused(path, SheetError::TooLongForPaper));
        }
        let sheet = self.sheet(&args.what, &source.columns, &args.choice, &args.words);
        let unnamed = unnamed(&source.columns, args.choice.names);
        let mut file = Beside::new(path).map_err(|error| placed(path, error))?;
        let mut rows = writer(form, &sheet, &mut file).map_err(|error| refused(path, error))?;
        let mut done = 0;
        let mut stopped = false;
        let given = (source.rows)(&mut |row| {
            if !going.goes_on(done, of) {
                stopped = true;
                return Err(UserError::new(ErrorCode::Internal, "stopped"));
            }
            done += 1;
            write_row(rows.as_mut(), row, unnamed).map_err(|error| refused(path, error))
        });
        if stopped {
            return Ok(None);
        }
        given?;
        rows.finish().map_err(|error| refused(path, error))?;
        if !going.goes_on(done, of) {
            return Ok(None);
        }
        file.place().map_err(|error| placed(path, error))?;
        self.was_taken(path);
        Ok(Some(Exported { path: path.display().to_string(), rows: done }))
    }

    fn sheet(
        &self,
        what: &WhatToTake,
        columns: &[&'static str],
        choice: &TakingChoice,
        words: &TakingWords,
    ) -> Sheet {
        let label =
            |name: &str| words.labels.get(name).cloned().unwrap_or_else(|| name.replace('_', " "));
        let columns = columns.iter().map(|&name| {
            let meaning = columns::meaning(name);
            Column {
                name: name.to_owned(),
                label: label(name),
                about: meaning.about,
                unit: meaning.unit,
                // Without names the id is the only way to tell people apart.
                aside: meaning.aside && (choice.names || name != "person_id"),
            }
        });
        self.sheet_of(&name_of(what), columns.collect(), choice.organisation.trim(), words)
    }

    /// A sheet of these columns, in the reader's words.
    pub(crate) fn sheet_of(
        &self,
        report: &str,
        columns: Vec<Column>,
        organisation: &str,
        words: &TakingWords,
    ) -> Sheet {
        Sheet {
            report: report.to_owned(),
            title: words.title.clone(),
            sentence: words.sentence.clone(),
            organisation: organisation.to_owned(),
            lang: words.lang.clone(),
            rtl: words.dir == "rtl",
            made_at: self.now().rfc3339(),
            made_by: MADE_BY.to_owned(),
            columns,
            words: SheetWords {
                page: words.page.clone(),
                of: words.of.clone(),
                made: words.made.clone(),
                unprintable: words.unprintable.clone(),
                nothing: words.nothing.clone(),
            },
        }
    }
}

/// A report's name as it stands in commands and in the names of files.
fn name_of(what: &WhatToTake) -> String {
    let json = serde_json::to_value(what.report).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}

fn form(choice: &TakingChoice) -> Form {
    match choice.form {
        FileForm::Csv => Form::Csv(CsvChoice {
            separator: match choice.separator {
                CellSeparator::Comma => Separator::Comma,
                CellSeparator::Semicolon => Separator::Semicolon,
                CellSeparator::Tab => Separator::Tab,
            },
            decimal_comma: choice.decimal_comma,
            mark: choice.mark,
        }),
        FileForm::Xlsx => Form::Xlsx,
        FileForm::Pdf => Form::Pdf,
        FileForm::Json => Form::Json,
    }
}

/// The column that stays empty where names are not wanted.
fn unnamed(columns: &[&'static str], names: bool) -> Option<usize> {
    columns.iter().position(|&name| name == "name").filter(|_| !names)
}

fn write_row(
    rows: &mut dyn eighteen_exchange::Rows,
    row: &[Cell],
    unnamed: Option<usize>,
) -> Result<(), SheetError> {
    match unnamed {
        None => rows.row(row),
        Some(at) => {
            let mut row = row.to_vec();
            row[at] = Cell::Empty;
            rows.row(&row)
        }
    }
}

fn first_rows(source: Source<'_>, names: bool) -> Result<Vec<Vec<Cell>>, UserError> {
    let unnamed = unnamed(&source.columns, names);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let given = (source.rows)(&mut |row| {
        if rows.len() == PREVIEW {
            return Err(UserError::new(ErrorCode::Internal, "enough"));
        }
        let mut row = row.to_vec();
        if let Some(cell) = unnamed.and_then(|at| row.get_mut(at)) {
            *cell = Cell::Empty;
        }
        rows.push(row);
        Ok(())
    });
    // Being told that it is enough is no fault of the source.
    if rows.len() < PREVIEW {
        given?;
    }
    Ok(rows)
}

pub(crate) fn in_memory(
    form: Form,
    sheet: &Sheet,
    rows: &[Vec<Cell>],
) -> Result<Vec<u8>, UserError> {
    let mut out = std::io::Cursor::new(Vec::new());
    let here = Path::new("");
    let mut writer = writer(form, sheet, &mut out).map_err(|error| refused(here, error))?;
    for row in rows {
        writer.row(row).map_err(|error| refused(here, error))?;
    }
    writer.finish().map_err(|error| refused(here, error))?;
    Ok(out.into_inner())
}

/// A whole table as the bytes of a file, in English.
pub(crate) fn in_one_file(app: &App, form: FileForm, table: &Table) -> Result<Vec<u8>, UserError> {
    let what = WhatToTake::of(Report::Answers);
    let choice = TakingChoice { form, mark: false, ..TakingChoice::default() };
    let words = TakingWords {
        lang: "en".to_owned(),
        title: "Completed checks".to_owned(),
        ..TakingWords::default()
    };
    let mut sheet = app.sheet(&what, &table.columns, &choice, &words);
    "evidence".clone_into(&mut sheet.report);
    in_memory(self::form(&choice), &sheet, &table.rows)
}

fn refused(path: &Path, error: SheetError) -> UserError {
    match error {
        SheetError::Io(source) => placed(path, not_written(path, source)),
        SheetError::TooLongForPaper => {
            UserError::new(ErrorCode::TooLongForPaper, error.to_string())
        }
        SheetError::Failed(_) => UserError::new(ErrorCode::Internal, error.to_string()),
    }
}

/// What went wrong with a file that the person chose, with the path of that file.
pub(crate) fn placed(path: &Path, error: eighteen_store::Error) -> UserError {
    UserError {
        path: Some(path.display().to_string()),
        ..UserError::new(ErrorCode::FileNotWritable, error.to_string())
    }
}
