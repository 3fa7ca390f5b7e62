//! The one door: `cargo xtask <task>`. Everything that is checked anywhere is checked here.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool that says what it does")]
#![allow(clippy::disallowed_methods, reason = "measures its own steps, no time of the domain")]

mod bench;
mod codegen;
mod count;
mod cross;
mod dist;
mod drain;
mod fuzz;
mod kill;
mod packages;
mod peers;
mod places;
mod rolling_out;
mod root_of_debian;
mod run;
mod screenshots;
mod seed;
mod setup;
mod shell;
mod stamp;
mod step;
mod tamper;
mod test;
mod tidy;
mod ui;
mod worker;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
cargo xtask <task>

  run [--dev] [--demo]   set everything up, build and open the window
                         --dev: the page from a dev server, with hot reload
                         --demo: a throwaway data folder with made-up people
  test [--fast]          everything that is checked; --fast stops before the bundles
  tidy                   floors, bindings, migrations, catalogue
  codegen [--check]      write (or check) ui/src/api/bindings.ts
  dist [--verify]        release build and bundles; --verify installs and starts them in a clean root
  cross                  the whole app compiled and linked for Windows, on another system
  worker --data-dir D --answers N [--json]
                         answer questions without a window, one line `ack <uuid>` each
  seed --people N --attempts M --data-dir D [--csv FILE] [--seed S]
                         a synthetic cohort in a trainer's store; passphrase from EIGHTEEN_PASSPHRASE
  drain [STATEMENTS KILLS]  a backlog of 1,000,000 statements drains into a store, through 50 times kill -9
  kill [ROUNDS]          kill -9 the worker at random moments, 1,000 times, and look for every answer
  tamper                 10,000 honest and 10,000 tampered histories of checks, each judged
  fuzz [--executions N] [TARGET…]
                         a million inputs of libFuzzer for each reader; what made one fail is kept in artefacts/fuzz
  bench                  start, memory, answers and size against their anchors, as paired ratios
  bench size [CHECKS]    only what is about many answers: reports beside DuckDB, exports, collecting;
                         125,000 finished checks are a million answers and take 3 GB of disk
  screenshots            pictures of the real screens for docs/pictures/
  setup                  only the set-up that run and test do first
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match perform(&words) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(words: &[&str]) -> Result<ExitCode> {
    match words {
        ["run", options @ ..] => run::run(options)?,
        ["test"] => return Ok(test::test(false)),
        ["test", "--fast"] => return Ok(test::test(true)),
        ["tidy"] => tidy::tidy()?,
        ["codegen"] => codegen::write()?,
        ["codegen", "--check"] => codegen::check()?,
        ["dist"] => dist::build()?,
        ["dist", "--verify"] => dist::verify()?,
        ["worker", options @ ..] => worker::become_worker(options)?,
        ["seed", options @ ..] => seed::seed(options)?,
        ["cross"] => cross::cross()?,
        ["drain"] => drain::drain(drain::STATEMENTS, drain::KILLS)?,
        ["drain", statements, kills] => drain::drain(statements.parse()?, kills.parse()?)?,
        ["kill"] => kill::kill(kill::ROUNDS)?,
        ["kill", rounds] => kill::kill(rounds.parse()?)?,
        ["tamper"] => tamper::tamper()?,
        ["fuzz", words @ ..] => fuzz::fuzz(words)?,
        ["bench"] => bench::bench()?,
        ["bench", "size"] => bench::bench_size(None)?,
        ["bench", "size", checks] => bench::bench_size(Some(checks.parse()?))?,
        ["screenshots"] => screenshots::take()?,
        ["setup"] => setup::for_tests()?,
        [] | ["help" | "--help" | "-h"] => println!("{USAGE}"),
        _ => bail!("there is no task `{}`\n\n{USAGE}", words.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}
