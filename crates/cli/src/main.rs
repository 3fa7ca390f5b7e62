//! `eighteen`: checks packs and prints reports without a window, through the same crates as the app.
//!
//! Exits with 0 when all is well, 1 when what was asked for was found wanting or refused, and 2 when the
//! command line itself makes no sense.

mod output;
mod pack;
mod report;

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand};

/// Checks packs and prints reports of Eighteen Days.
#[derive(Parser)]
#[command(name = "eighteen", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Works on packs.
    #[command(subcommand)]
    Pack(PackCommand),
    /// Prints a report from a trainer's store.
    #[command(subcommand)]
    Report(ReportCommand),
}

#[derive(Subcommand)]
enum PackCommand {
    /// Checks the files of a pack and reports every problem at once.
    Check {
        /// The folder that holds pack.toml.
        folder: PathBuf,
        /// Print one JSON object.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Subcommand)]
enum ReportCommand {
    /// People by modules.
    People(ReportArgs),
    /// Questions, hardest first.
    Questions(ReportArgs),
}

#[derive(Args)]
struct ReportArgs {
    /// The data folder of the app. The app must not be running with it.
    #[arg(long)]
    data_dir: PathBuf,
    /// Print one JSON object.
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// Print comma-separated values.
    #[arg(long)]
    csv: bool,
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Pack(PackCommand::Check { folder, json }) => pack::check(&folder, json),
        Command::Report(ReportCommand::People(args)) => report::people(&args),
        Command::Report(ReportCommand::Questions(args)) => report::questions(&args),
    };
    done.unwrap_or_else(|refused| {
        output::complain(&refused);
        ExitCode::FAILURE
    })
}
