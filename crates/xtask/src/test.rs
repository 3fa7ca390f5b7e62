//! `cargo xtask test`: everything that is checked, in the order in which it fails fastest.

use std::process::ExitCode;

use crate::places::{debug_program, root};
use crate::run::build_words;
use crate::shell::{cargo, has, npm, program, succeeds};
use crate::step::Steps;
use crate::{codegen, dist, drain, kill, peers, setup, tidy, ui};

const TIME: &str = "\
Everything is checked now: about 35 minutes when nothing is built yet, 15 minutes when all is.
What each step prints is kept in artefacts/test/.\n";

/// Runs the steps; the exit code tells whether all passed.
pub(crate) fn test(fast: bool) -> ExitCode {
    println!("{TIME}");
    let mut steps = Steps::new();
    steps.function("set-up", "3 minutes the first time", setup::for_tests);
    rules(&mut steps);
    page(&mut steps);
    code(&mut steps);
    programs(&mut steps);
    window(&mut steps);
    if fast {
        Steps::skip("bundles", "--fast was asked for");
    } else {
        dist::as_steps(&mut steps);
    }
    let failed = steps.end().failed;
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What needs no compiler.
fn rules(steps: &mut Steps) {
    steps.function("tidy", "2 seconds", tidy::tidy);
    steps.command("format", "2 seconds", &mut cargo(&["fmt", "--all", "--check"]));
}

/// The page comes first, because the window carries it inside.
fn page(steps: &mut Steps) {
    steps.command("page: lint, catalogue", "15 seconds", &mut npm(&["run", "lint"]));
    steps.command("page: types", "15 seconds", &mut npm(&["run", "check"]));
    steps.command("page: tests", "10 seconds", &mut npm(&["test"]));
    steps.function("page: build", "10 seconds", ui::build);
}

/// What the compiler and the tests say.
fn code(steps: &mut Steps) {
    let clippy = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    steps.command("clippy", "4 minutes the first time", &mut cargo(&clippy));
    steps.command("bindings", "6 minutes the first time", &mut cargo(codegen::WORDS));
    if has("cargo-nextest") {
        let words = ["nextest", "run", "--workspace", "--profile", "all"];
        let words = [&words[..], &["-E", "not test(/^window::/)"]].concat();
        steps.command("tests", "2 minutes the first time", &mut cargo(&words));
    } else {
        let words = ["test", "--workspace", "--no-fail-fast", "--", "--skip", "window::"];
        steps.command("tests", "2 minutes the first time", &mut cargo(&words));
    }
    if succeeds(&mut cargo(&["deny", "--version"])) {
        let words = ["deny", "check", "bans", "licenses", "sources"];
        steps.command("licences, sources", "5 seconds", &mut cargo(&words));
    } else {
        Steps::skip("licences, sources", "cargo-deny is not installed (cargo install cargo-deny)");
    }
}

/// What the programs do when they are used.
fn programs(steps: &mut Steps) {
    for binary in ["eighteen", "worker", "papers", "statements", "eighteen-days"] {
        let name = format!("build {binary}");
        steps.command(&name, "1 minute the first time", &mut cargo(&build_words(binary, false)));
    }
    let pack = root().join("content/eighteen-days");
    let pack = pack.to_string_lossy();
    let mut check = program(debug_program("eighteen"), &["pack", "check", &pack]);
    steps.command("content", "1 second", &mut check);
    match peers::python() {
        Ok(python) => {
            steps.function("statistics: peers", "10 seconds", || peers::agree(&python));
            steps.function("papers: PDF/UA", "20 seconds", || peers::judge_papers(&python));
        }
        Err(reason) => Steps::skip("statistics, papers: peers", &format!("not checked: {reason}")),
    }
    steps.function("statements: validator", "5 seconds", peers::judge_statements);
    match peers::record_store() {
        Ok(python) => {
            steps.function("statements: a record store", "30 seconds", || {
                peers::fill_record_store(&python)
            });
        }
        Err(reason) => Steps::skip("statements: a record store", &format!("not checked: {reason}")),
    }
    steps.function("statements: a backlog", "30 seconds", || {
        drain::drain(drain::FEWER.0, drain::FEWER.1)
    });
    steps.function("kill -9, 500 times", "2 minutes", || kill::kill(kill::FEWER));
}

/// The real window.
fn window(steps: &mut Steps) {
    if !cfg!(target_os = "linux") {
        Steps::skip("window", "only WebKitGTK can be driven; the tests of the window run on Linux");
        return;
    }
    if has("cargo-nextest") {
        let words =
            ["nextest", "run", "--workspace", "--profile", "all", "-E", "test(/^window::/)"];
        steps.command("window", "2 minutes", &mut cargo(&words));
    } else {
        let words = ["test", "--workspace", "--test", "journeys", "--", "window::"];
        let words = [&words[..], &["--test-threads", "2"]].concat();
        steps.command("window", "2 minutes", &mut cargo(&words));
    }
}
