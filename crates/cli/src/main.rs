//! `eighteen`: checks packs and prints reports without a window, through the same crates as the app.
//!
//! Exits with 0 when all is well, 1 when what was asked for was found wanting or refused, and 2 when the
//! command line itself makes no sense.

mod analyse;
mod certificate;
mod doctor;
mod import;
mod output;
mod pack;
mod pack_file;
mod policy;
mod report;
mod store;
mod trust;

use std::{path::PathBuf, process::ExitCode};

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use eighteen_app::{Clock as _, SystemClock, wire::taking::Report};

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
    /// Works on the keys that sign packs.
    #[command(subcommand)]
    Key(KeyCommand),
    /// Works on the policy of an organisation.
    #[command(subcommand)]
    Policy(PolicyCommand),
    /// Says whose packs a computer takes.
    #[command(subcommand)]
    Trust(TrustCommand),
    /// Analyses the items of any table of people by items, such as a paper quiz.
    Analyse(AnalyseArgs),
    /// Works on certificates.
    #[command(subcommand)]
    Certificate(CertificateCommand),
    /// Prints a report from a trainer's store.
    #[command(subcommand)]
    Report(ReportCommand),
    /// Works on a trainer's store.
    #[command(subcommand)]
    Store(StoreCommand),
    /// Says what is wrong with an installation and what to do. Changes nothing, and prints nothing personal.
    Doctor {
        /// The data folder; otherwise the one that the app uses.
        #[arg(long)]
        data_dir: Option<PathBuf>,
        /// Print one JSON list.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Subcommand)]
enum StoreCommand {
    /// Holds what is kept ready for reports against the answers, and says where they differ.
    Check(StoreCheckArgs),
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
        /// List the claims that are stale on this day (such as 2027-07-01) in place of today.
        #[arg(long, value_name = "DATE")]
        on: Option<NaiveDate>,
    },
    /// Writes a small pack to begin with.
    New {
        /// The folder to make; nothing may stand there yet.
        folder: PathBuf,
    },
    /// Adds questions of other programs (GIFT, Moodle XML) to a module's quiz, and says what was taken and what not.
    Import {
        /// The file of questions.
        file: PathBuf,
        /// The folder of a pack and a module of it, such as ours/first-call.
        #[arg(long, value_name = "PACK_DIR/MODULE")]
        into: PathBuf,
        /// The step that teaches them; otherwise the first one of the module.
        #[arg(long)]
        step: Option<String>,
        /// Print one JSON object.
        #[arg(long)]
        json: bool,
    },
    /// Makes one file of a pack without problems, not signed yet.
    Build {
        /// The folder that holds pack.toml.
        folder: PathBuf,
        /// The file, such as course.e18p.
        #[arg(long)]
        out: PathBuf,
    },
    /// Signs a pack where it stands.
    Sign {
        /// The file.
        file: PathBuf,
        /// The secret key, org.key. Asks for its passphrase, or takes it from `EIGHTEEN_PASSPHRASE`.
        #[arg(long)]
        key: PathBuf,
    },
    /// Says who signed a pack. Exits with 0 only when a trusted key did and no byte has changed since.
    Verify {
        /// The file.
        file: PathBuf,
        /// A public key that is trusted, org.pub; may be given more than once.
        #[arg(long, required = true)]
        trust: Vec<PathBuf>,
        /// Print one JSON object.
        #[arg(long)]
        json: bool,
    },
    /// Writes manifest.json and manifest.json.minisig, for `minisign -V -p org.pub -m manifest.json`.
    Manifest {
        /// The file.
        file: PathBuf,
        /// The folder for the two files.
        #[arg(long)]
        out: PathBuf,
    },
    /// Says what differs between two packs, each a file or a folder. Exits with 1 when something does.
    Diff {
        /// The one before.
        older: PathBuf,
        /// The one after.
        newer: PathBuf,
        /// Print one JSON object.
        #[arg(long)]
        json: bool,
    },
    /// Writes everything that a pack gives to read as one HTML page without scripts, with the key of every question.
    Preview {
        /// The pack, a file or a folder.
        pack: PathBuf,
        /// The page, such as `ours.html`.
        #[arg(long)]
        out: PathBuf,
    },
    /// Installs a pack on this computer, as the app does. The app must not be running.
    Install {
        /// The file.
        file: PathBuf,
        /// Also where a higher version was here before, which is noted.
        #[arg(long)]
        allow_older: bool,
        #[command(flatten)]
        at: At,
    },
}

/// Where the app keeps its files.
#[derive(Args)]
struct At {
    /// The data folder of the app, in place of this account's own. The app must not be running with it.
    #[arg(long)]
    data_dir: Option<PathBuf>,
}

#[derive(Subcommand)]
enum TrustCommand {
    /// Lists the keys that something is known of.
    List {
        /// Print one JSON list.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        at: At,
    },
    /// Trusts a key. Compare its words with the organisation first.
    Add {
        /// The public key, org.pub.
        file: PathBuf,
        /// Whose key it is.
        #[arg(long)]
        name: String,
        #[command(flatten)]
        at: At,
    },
    /// Trusts a key no longer; what it signed is not used any more.
    Remove {
        /// Its six words in quotes, or its 64 hex digits.
        key: String,
        #[command(flatten)]
        at: At,
    },
    /// Takes what an organisation says of its key: a change or a revocation, made by `eighteen key`.
    Take {
        /// The file, such as change.e18s.
        file: PathBuf,
        #[command(flatten)]
        at: At,
    },
    /// Says whether packs that nobody signed can be installed and used. At first they cannot.
    #[command(group = clap::ArgGroup::new("say").required(true))]
    Unsigned {
        /// They can, and stay labelled as unsigned.
        #[arg(long, group = "say")]
        allow: bool,
        /// They cannot.
        #[arg(long, group = "say")]
        refuse: bool,
        #[command(flatten)]
        at: At,
    },
}

#[derive(Subcommand)]
enum KeyCommand {
    /// Makes a key in the form of minisign: org.key signs, org.pub verifies. Asks for a passphrase, or takes it
    /// from `EIGHTEEN_PASSPHRASE`.
    New {
        /// The folder for the two files.
        #[arg(long)]
        out: PathBuf,
    },
    /// Says that another key takes the place of one, signed by the one that goes. minisign verifies it.
    Change {
        /// The secret key that goes. Asks for its passphrase, or takes it from `EIGHTEEN_PASSPHRASE`.
        #[arg(long)]
        from: PathBuf,
        /// The public key that comes.
        #[arg(long)]
        to: PathBuf,
        /// The file, such as change.e18s.
        #[arg(long)]
        out: PathBuf,
    },
    /// Says that a key is worth nothing any more.
    Revoke {
        /// The secret key that signs: the key itself, or the one that took its place. Asks for its passphrase, or
        /// takes it from `EIGHTEEN_PASSPHRASE`.
        #[arg(long)]
        key: PathBuf,
        /// The public key that is revoked, where another one signs.
        #[arg(long)]
        of: Option<PathBuf>,
        /// The file, such as revocation.e18s.
        #[arg(long)]
        out: PathBuf,
    },
}

#[derive(Subcommand)]
enum PolicyCommand {
    /// Checks a policy file and reports every problem at once.
    Check {
        /// The file, policy.toml.
        file: PathBuf,
        /// Also checks that this key, such as org.pub, signed it.
        #[arg(long)]
        trust: Option<PathBuf>,
    },
    /// Signs a policy file: policy.toml.minisig stands beside it, and minisign verifies it too.
    Sign {
        /// The file, policy.toml.
        file: PathBuf,
        /// The secret key, org.key.
        #[arg(long)]
        key: PathBuf,
    },
}

#[derive(Subcommand)]
enum CertificateCommand {
    /// Says whether the code of a certificate fits its fields, and what that proves. Needs no network.
    Verify {
        /// The PDF. Without it, type what is printed: --code, --name and the others.
        #[arg(required_unless_present = "code", conflicts_with = "code")]
        file: Option<PathBuf>,
        #[command(flatten)]
        by_hand: Option<CheckByHand>,
        /// Print one JSON object.
        #[arg(long)]
        json: bool,
    },
}

/// What is printed on a certificate, letter for letter.
#[derive(Args)]
#[group(multiple = true)]
struct CheckByHand {
    /// The code; case, spaces and dashes decide nothing.
    #[arg(long, required = false, requires_all = ["name", "title", "course", "version", "passed_on", "issuer"])]
    code: String,
    /// The name.
    #[arg(long, required = false)]
    name: String,
    /// The title of the module or of the final assessment.
    #[arg(long, required = false)]
    title: String,
    /// The title of the course.
    #[arg(long, required = false)]
    course: String,
    /// The course version.
    #[arg(long, required = false)]
    version: u32,
    /// The day, as year-month-day: 2026-11-22.
    #[arg(long, required = false)]
    passed_on: String,
    /// Who published the course.
    #[arg(long, required = false)]
    issuer: String,
}

#[derive(Subcommand)]
enum ReportCommand {
    /// People by modules.
    People(ReportArgs),
    /// Questions, hardest first.
    Questions(QuestionArgs),
    /// How people judge the inbox. Needs --format and --out.
    Inbox(ReportArgs),
    /// What people choose in the ultimatum. Needs --format and --out.
    Ultimatum(ReportArgs),
    /// Wrong ideas, over all questions. Needs --format and --out.
    Misconceptions(ReportArgs),
    /// What people still know later. Needs --format and --out.
    Lasted(ReportArgs),
    /// How far everybody is with what was assigned. Needs --format and --out.
    Assignments(ReportArgs),
    /// The evidence pack: a folder that an auditor checks with sha256sum and minisign.
    Evidence {
        /// The data folder of the app. The app must not be running with it.
        #[arg(long)]
        data_dir: PathBuf,
        /// The folder to make; nothing may stand there yet.
        #[arg(long)]
        out: PathBuf,
        /// Leave out names and certificate codes.
        #[arg(long)]
        no_names: bool,
    },
    /// Every answer of everybody, one row each. Needs --format and --out.
    Answers(ReportArgs),
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
    /// Write a file of this form; needs --out.
    #[arg(long, value_enum, requires = "out", conflicts_with_all = ["json", "csv"])]
    format: Option<Format>,
    /// The file. It stands there whole or not at all.
    #[arg(long, requires = "format")]
    out: Option<PathBuf>,
    #[command(flatten)]
    among: AmongArgs,
}

/// Of whom a report is told.
#[derive(Args)]
struct AmongArgs {
    /// Only people of this group.
    #[arg(long, value_name = "NAME")]
    group: Option<String>,
    /// Only what was finished on this day or later. Not of people, assignments, the inbox and the
    /// ultimatum, which have no days.
    #[arg(long, value_name = "DATE")]
    from: Option<NaiveDate>,
    /// Only what was finished on this day or earlier.
    #[arg(long, value_name = "DATE")]
    to: Option<NaiveDate>,
}

/// The form of a file.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Csv,
    Xlsx,
    Json,
    Pdf,
}

#[derive(Args)]
struct QuestionArgs {
    #[command(flatten)]
    report: ReportArgs,
    /// Only of this module.
    #[arg(long, value_name = "MODULE")]
    module: Option<String>,
    /// Count every finished check in place of everybody's first.
    #[arg(long)]
    all: bool,
    /// Count the answers anew in place of reading the sums that are kept.
    #[arg(long)]
    recount: bool,
}

#[derive(Args)]
struct StoreCheckArgs {
    /// The data folder of the app. The app must not be running with it.
    #[arg(long)]
    data_dir: PathBuf,
    /// Make everything that follows from the answers anew, then check it.
    #[arg(long)]
    repair: bool,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct AnalyseArgs {
    /// A CSV file: the first row names the items, the first column the people. Cells hold marks from 0 to
    /// 1, or the options that were chosen when the second row begins with `key` and has the right ones.
    file: PathBuf,
    /// What an empty cell means: `missing` counts neither for nor against anybody, `wrong` is a mark of 0.
    #[arg(long, value_enum, default_value_t = Blank::Missing)]
    blank: Blank,
    /// Print one JSON object.
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// Print comma-separated values.
    #[arg(long)]
    csv: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Blank {
    Missing,
    Wrong,
}

fn today() -> NaiveDate {
    SystemClock.now().date_naive()
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Pack(PackCommand::Check { folder, json, on }) => {
            pack::check(&folder, json, on.unwrap_or_else(today))
        }
        Command::Pack(PackCommand::New { folder }) => pack_file::new_pack(&folder),
        Command::Pack(PackCommand::Import { file, into, step, json }) => {
            import::import(&file, &into, step.as_deref(), json)
        }
        Command::Pack(PackCommand::Build { folder, out }) => pack_file::build(&folder, &out),
        Command::Pack(PackCommand::Sign { file, key }) => pack_file::sign(&file, &key),
        Command::Pack(PackCommand::Verify { file, trust, json }) => {
            pack_file::verify(&file, &trust, json)
        }
        Command::Pack(PackCommand::Manifest { file, out }) => pack_file::manifest(&file, &out),
        Command::Pack(PackCommand::Diff { older, newer, json }) => {
            pack_file::diff(&older, &newer, json)
        }
        Command::Pack(PackCommand::Preview { pack, out }) => pack_file::preview(&pack, &out),
        Command::Pack(PackCommand::Install { file, allow_older, at }) => {
            trust::install(at.data_dir, &file, allow_older)
        }
        Command::Key(KeyCommand::New { out }) => pack_file::new_key(&out),
        Command::Policy(PolicyCommand::Check { file, trust }) => {
            policy::check(&file, trust.as_deref())
        }
        Command::Policy(PolicyCommand::Sign { file, key }) => policy::sign(&file, &key),
        Command::Key(KeyCommand::Change { from, to, out }) => {
            trust::change(&from, &to, today(), &out)
        }
        Command::Key(KeyCommand::Revoke { key, of, out }) => {
            trust::revoke(&key, of.as_deref(), today(), &out)
        }
        Command::Trust(TrustCommand::List { json, at }) => trust::list(at.data_dir, json),
        Command::Trust(TrustCommand::Add { file, name, at }) => {
            trust::add(at.data_dir, &file, &name)
        }
        Command::Trust(TrustCommand::Remove { key, at }) => trust::remove(at.data_dir, &key),
        Command::Trust(TrustCommand::Take { file, at }) => trust::take(at.data_dir, &file),
        Command::Trust(TrustCommand::Unsigned { allow, at, .. }) => {
            trust::unsigned(at.data_dir, allow)
        }
        Command::Analyse(args) => analyse::analyse(&args),
        Command::Certificate(CertificateCommand::Verify { file: Some(file), json, .. }) => {
            certificate::verify_file(&file, json)
        }
        Command::Certificate(CertificateCommand::Verify { by_hand, json, .. }) => {
            certificate::verify_by_hand(by_hand, json)
        }
        Command::Report(ReportCommand::People(args)) => report::people(&args),
        Command::Report(ReportCommand::Questions(args)) => report::questions(&args),
        Command::Report(ReportCommand::Inbox(args)) => report::to_file(&args, Report::Inbox),
        Command::Report(ReportCommand::Ultimatum(args)) => {
            report::to_file(&args, Report::Ultimatum)
        }
        Command::Report(ReportCommand::Misconceptions(args)) => {
            report::to_file(&args, Report::Misconceptions)
        }
        Command::Report(ReportCommand::Lasted(args)) => report::to_file(&args, Report::Lasted),
        Command::Report(ReportCommand::Assignments(args)) => {
            report::to_file(&args, Report::Assignments)
        }
        Command::Report(ReportCommand::Evidence { data_dir, out, no_names }) => {
            report::evidence(&data_dir, &out, !no_names)
        }
        Command::Report(ReportCommand::Answers(args)) => report::to_file(&args, Report::Answers),
        Command::Store(StoreCommand::Check(args)) => store::check(&args),
        Command::Doctor { data_dir, json } => doctor::doctor(data_dir, json),
    };
    done.unwrap_or_else(|refused| {
        output::complain(&refused);
        ExitCode::FAILURE
    })
}
