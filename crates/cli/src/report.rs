//! `eighteen report`: the trainer's reports without a window.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use eighteen_app::{
    App, Desktop, ErrorCode, UserError, people_table, questions_table,
    wire::{
        among::Among,
        taking::{FileForm, Report, TakeAway, TakeEvidence, TakingChoice, TakingWords, WhatToTake},
        trainer::{AskQuestions, Attempts, Passphrase, TrainerDoor},
    },
};
use eighteen_exchange::Table;
use serde::Serialize;

use crate::{
    AmongArgs, Format, QuestionArgs, ReportArgs,
    output::{print, say},
};

/// There is nobody to ask where to save a file.
struct NoDesktop;

impl Desktop for NoDesktop {
    fn choose_save_path(&self, _suggested_name: &str) -> Option<PathBuf> {
        None
    }

    fn choose_open_path(&self, _endings: &[&str]) -> Option<PathBuf> {
        None
    }

    fn choose_open_paths(&self, _endings: &[&str]) -> Vec<PathBuf> {
        Vec::new()
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        None
    }

    fn show_file(&self, _path: &Path) -> bool {
        false
    }
}

/// `eighteen report people`.
pub(crate) fn people(args: &ReportArgs) -> Result<ExitCode, String> {
    let app = unlocked(&args.data_dir)?;
    let what = of(&app, &args.among, Report::People)?;
    let among = what.among.clone();
    if let Some(done) = written(&app, args, what)? {
        return Ok(done);
    }
    let overview = app.everybody(among).map_err(|error| in_words(&error))?;
    show(args, &overview, &people_table(&overview))
}

/// `eighteen report questions`.
pub(crate) fn questions(args: &QuestionArgs) -> Result<ExitCode, String> {
    let app = unlocked(&args.report.data_dir)?;
    let attempts = if args.all { Attempts::All } else { Attempts::First };
    let what = of(&app, &args.report.among, Report::Questions)?;
    let what = WhatToTake { module_id: args.module.clone(), attempts, ..what };
    let ask = AskQuestions {
        module_id: args.module.clone(),
        among: what.among.clone(),
        attempts,
        recount: args.recount,
    };
    if let Some(done) = written(&app, &args.report, what)? {
        return Ok(done);
    }
    // The figures rest on what was collected, so that is done first.
    let report = app
        .collect()
        .and_then(|()| app.trainer_questions(ask))
        .map_err(|error| in_words(&error))?;
    show(&args.report, &report, &questions_table(&report))
}

/// A report that goes to a file only.
pub(crate) fn to_file(args: &ReportArgs, report: Report) -> Result<ExitCode, String> {
    let app = unlocked(&args.data_dir)?;
    let what = of(&app, &args.among, report)?;
    written(&app, args, what)?
        .ok_or_else(|| "this report goes to a file: give --format and --out".to_owned())
}

/// `eighteen report evidence`.
pub(crate) fn evidence(data_dir: &Path, out: &Path, names: bool) -> Result<ExitCode, String> {
    let app = unlocked(data_dir)?;
    let taken = app.evidence_to(&TakeEvidence { names }, out).map_err(|error| in_words(&error))?;
    say(&format!("{} finished checks in {}", taken.rows, out.display()));
    Ok(ExitCode::SUCCESS)
}

/// A report of those who were asked for. Groups are known by their names here.
fn of(app: &App, args: &AmongArgs, report: Report) -> Result<WhatToTake, String> {
    let AmongArgs { group, from, to } = args;
    let has_days =
        !matches!(report, Report::People | Report::Inbox | Report::Ultimatum | Report::Assignments);
    if (from.is_some() || to.is_some()) && !has_days {
        return Err("this report has no days: leave out --from and --to".into());
    }
    if group.is_some() && report == Report::Ultimatum {
        return Err("decisions have no names, so there are no groups: leave out --group".into());
    }
    let group_id = match group {
        Some(name) => Some(group_id(app, name)?),
        None => None,
    };
    let among = Among {
        group_id,
        last_days: None,
        from_day: from.map(|day| day.to_string()),
        to_day: to.map(|day| day.to_string()),
    };
    Ok(WhatToTake { among, ..WhatToTake::of(report) })
}

fn group_id(app: &App, name: &str) -> Result<String, String> {
    let overview = app.trainer_overview(Among::default()).map_err(|error| in_words(&error))?;
    let found = overview.among.groups.into_iter().find(|group| group.name == name);
    found.map(|group| group.group_id).ok_or_else(|| format!("there is no group {name}"))
}

/// Writes the file that was asked for, if one was.
fn written(app: &App, args: &ReportArgs, what: WhatToTake) -> Result<Option<ExitCode>, String> {
    let (Some(format), Some(out)) = (args.format, &args.out) else { return Ok(None) };
    let form = match format {
        Format::Csv => FileForm::Csv,
        Format::Xlsx => FileForm::Xlsx,
        Format::Json => FileForm::Json,
        Format::Pdf => FileForm::Pdf,
    };
    // A reader of this file is a program as often as a spreadsheet: no mark.
    let choice = TakingChoice { form, mark: false, ..TakingChoice::default() };
    let words = english(title(what.report));
    let taken = app.take_to(&TakeAway { what, choice, words }, out);
    let taken = taken.map_err(|error| in_words(&error))?;
    let rows = taken.map_or(0, |taken| taken.rows);
    say(&format!("{rows} rows in {}", out.display()));
    Ok(Some(ExitCode::SUCCESS))
}

fn title(report: Report) -> &'static str {
    match report {
        Report::People => "People by modules",
        Report::Questions => "Questions, hardest first",
        Report::Modules => "A module, step by step",
        Report::Inbox => "The inbox, message by message",
        Report::Ultimatum => "The ultimatum, fork by fork",
        Report::Misconceptions => "Wrong ideas",
        Report::Lasted => "What lasted",
        Report::Person => "One person's answers",
        Report::Assignments => "Assignments, person by person",
        Report::Answers => "Every answer",
    }
}

fn english(title: &str) -> TakingWords {
    TakingWords {
        lang: "en-GB".into(),
        dir: "ltr".into(),
        title: title.into(),
        page: "Page".into(),
        of: "of".into(),
        made: format!("Made on {}", crate::today()),
        unprintable: "A ? stands for a character that this PDF has no letter for.".into(),
        nothing: "There are no rows yet.".into(),
        ..TakingWords::default()
    }
}

pub(crate) fn unlocked(data_dir: &Path) -> Result<App, String> {
    if !data_dir.is_dir() {
        return Err(format!("{}: there is no such folder", data_dir.display()));
    }
    let app = App::open(data_dir, Box::new(NoDesktop));
    match app.trainer_door().map_err(|error| in_words(&error))? {
        TrainerDoor::None { .. } => {
            return Err(format!(
                "{}: there is no trainer's store; make one in the app under Trainer",
                data_dir.display()
            ));
        }
        TrainerDoor::Locked { .. } | TrainerDoor::Open { .. } => {}
    }
    app.unlock_trainer(Passphrase {
        passphrase: passphrase("Passphrase of the trainer's store: ")?,
    })
    .map_err(|error| in_words(&error))?;
    Ok(app)
}

/// From the environment, or typed unseen.
pub(crate) fn passphrase(prompt: &str) -> Result<String, String> {
    if let Ok(given) = std::env::var("EIGHTEEN_PASSPHRASE") {
        return Ok(given);
    }
    rpassword::prompt_password(prompt)
        .map_err(|error| format!("no passphrase: {error}; or set EIGHTEEN_PASSPHRASE"))
}

fn show(args: &ReportArgs, report: &impl Serialize, table: &Table) -> Result<ExitCode, String> {
    if args.json {
        say(&serde_json::to_string_pretty(report).map_err(|error| error.to_string())?);
    } else if args.csv {
        print(&table.to_csv());
    } else {
        say(&table.to_text());
    }
    Ok(ExitCode::SUCCESS)
}

/// What to do about each refusal that can happen here.
pub(crate) fn in_words(error: &UserError) -> String {
    let advice = match error.code {
        ErrorCode::StoreBusy => "close the app that uses this folder, then try again",
        ErrorCode::StoreTooNew => "use the newer version of Eighteen Days that made it",
        ErrorCode::WrongPassphrase => "try again with the trainer's passphrase",
        ErrorCode::PassphraseWait => "wait, then try again",
        ErrorCode::StoreReadOnly => "make the folder writable",
        ErrorCode::TooLongForPaper => "take it as csv or xlsx",
        ErrorCode::FileNotWritable => "choose another place for the file",
        ErrorCode::DiskFull => "make room on the disk, then try again",
        _ => "open the app for more",
    };
    let wait = error.seconds.map(|seconds| format!(" ({seconds} seconds)")).unwrap_or_default();
    format!("{}: {advice}{wait}", error.detail)
}
