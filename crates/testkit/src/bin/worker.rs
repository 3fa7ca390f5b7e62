//! Answers questions through the app, without a window, and prints `ack <answer uuid>` for each answer
//! that was acknowledged. Put it under any fault: what it acknowledged must be there afterwards.
//!
//! `worker --data-dir D --answers N [--json]`. With `--json` it prints one object at the end instead:
//! the median time and the processor time of an answer, in microseconds.

#![allow(clippy::disallowed_methods, reason = "measures itself, no time of the domain")]

use std::{io::Write as _, path::PathBuf, time::Instant};

use eighteen_app::{
    App,
    wire::check::{OpenAttempt, StartCheck},
};
use eighteen_testkit::{SaveTo, answer_next, cpu_seconds, some_response};

struct Asked {
    data_dir: PathBuf,
    answers: u64,
    json: bool,
}

fn main() {
    let Some(asked) = asked() else {
        eprintln!("usage: worker --data-dir D --answers N [--json]");
        std::process::exit(2);
    };
    if let Err(error) = work(&asked) {
        eprintln!("worker: {error}");
        std::process::exit(1);
    }
}

fn asked() -> Option<Asked> {
    let mut asked = Asked { data_dir: PathBuf::new(), answers: 0, json: false };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--data-dir" => asked.data_dir = words.next()?.into(),
            "--answers" => asked.answers = words.next()?.parse().ok()?,
            "--json" => asked.json = true,
            _ => return None,
        }
    }
    (asked.data_dir != PathBuf::new() && asked.answers > 0).then_some(asked)
}

fn work(asked: &Asked) -> Result<(), Box<dyn std::error::Error>> {
    let app = App::open(&asked.data_dir, Box::new(SaveTo::nowhere()));
    app.startup()?;
    let mut out = std::io::stdout().lock();
    let mut times = Vec::new();
    let mut checks = 1;
    let mut view = app.start_check(StartCheck { module_id: first_module(&app)? })?;
    let mut cpu = 0.0;
    for _ in 0..asked.answers {
        let response = some_response(&view.question);
        let (start, before) = (Instant::now(), cpu_seconds());
        let saved = answer_next(&app, &view, response, None)?;
        times.push(start.elapsed());
        cpu += cpu_seconds() - before;
        if !asked.json {
            writeln!(out, "ack {}", saved.answer_id)?;
            out.flush()?;
        }
        view = match saved.next {
            Some(next) => next,
            None => {
                app.finish_check(OpenAttempt { attempt_id: view.attempt_id })?;
                checks += 1;
                app.start_check(StartCheck { module_id: view.module_id })?
            }
        };
    }
    if asked.json {
        let cpu = cpu * 1e6 / asked.answers as f64;
        times.sort();
        let p50 = times[times.len() / 2].as_secs_f64() * 1e6;
        writeln!(out, "{}", serde_json::json!({ "p50_us": p50, "cpu_us": cpu, "checks": checks }))?;
    }
    Ok(())
}

fn first_module(app: &App) -> Result<String, Box<dyn std::error::Error>> {
    Ok(app.startup()?.opening.module_id)
}
