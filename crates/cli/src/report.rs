//! `eighteen report`: the trainer's reports without a window.

use std::{path::PathBuf, process::ExitCode};

use eighteen_app::{
    App, Desktop, ErrorCode, UserError, people_table, questions_table,
    wire::trainer::{AskQuestions, Passphrase, TrainerDoor},
};
use eighteen_exchange::Table;
use serde::Serialize;

use crate::{
    ReportArgs,
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
}

/// `eighteen report people`.
pub(crate) fn people(args: &ReportArgs) -> Result<ExitCode, String> {
    let overview = unlocked(args)?.everybody().map_err(|error| in_words(&error))?;
    show(args, &overview, &people_table(&overview))
}

/// `eighteen report questions`.
pub(crate) fn questions(args: &ReportArgs) -> Result<ExitCode, String> {
    let app = unlocked(args)?;
    // The figures rest on what was collected, so that is done first.
    let overview = app.trainer_overview();
    let report = overview
        .and_then(|_| app.trainer_questions(AskQuestions { module_id: None }))
        .map_err(|error| in_words(&error))?;
    show(args, &report, &questions_table(&report))
}

fn unlocked(args: &ReportArgs) -> Result<App, String> {
    if !args.data_dir.is_dir() {
        return Err(format!("{}: there is no such folder", args.data_dir.display()));
    }
    let app = App::open(&args.data_dir, Box::new(NoDesktop));
    match app.trainer_door().map_err(|error| in_words(&error))? {
        TrainerDoor::None { .. } => {
            return Err(format!(
                "{}: there is no trainer's store; make one in the app under Trainer",
                args.data_dir.display()
            ));
        }
        TrainerDoor::Locked { .. } | TrainerDoor::Open { .. } => {}
    }
    app.unlock_trainer(Passphrase { passphrase: passphrase()? })
        .map_err(|error| in_words(&error))?;
    Ok(app)
}

fn passphrase() -> Result<String, String> {
    if let Ok(given) = std::env::var("EIGHTEEN_PASSPHRASE") {
        return Ok(given);
    }
    rpassword::prompt_password("Passphrase of the trainer's store: ")
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
fn in_words(error: &UserError) -> String {
    let advice = match error.code {
        ErrorCode::StoreBusy => "close the app that uses this folder, then try again",
        ErrorCode::StoreTooNew => "use the newer version of Eighteen Days that made it",
        ErrorCode::WrongPassphrase => "try again with the trainer's passphrase",
        ErrorCode::PassphraseWait => "wait, then try again",
        ErrorCode::StoreReadOnly => "make the folder writable",
        ErrorCode::DiskFull => "make room on the disk, then try again",
        _ => "open the app for more",
    };
    let wait = error.seconds.map(|seconds| format!(" ({seconds} seconds)")).unwrap_or_default();
    format!("{}: {advice}{wait}", error.detail)
}
