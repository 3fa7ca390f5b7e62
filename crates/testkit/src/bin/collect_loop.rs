//! What collecting costs: learners of this computer take checks through the app, then a trainer's store takes in
//! all of their results.
//!
//! `collect_loop --data-dir D --answers N` prints one JSON object; only the collecting is measured.

#![allow(clippy::disallowed_methods, reason = "measures itself, no time of the domain")]

use std::{path::Path, time::Instant};

use eighteen_app::{
    App,
    wire::{
        learner::{ChooseLearner, NameLearner},
        trainer::Passphrase,
    },
};
use eighteen_testkit::{SaveTo, cpu_seconds, some_response, take_check};

type Failure = Box<dyn std::error::Error>;

/// Checks of a learner.
const CHECKS: u32 = 10;

fn main() -> Result<(), Failure> {
    let words: Vec<String> = std::env::args().collect();
    let value = |name: &str| {
        words.iter().position(|word| word == name).and_then(|at| words.get(at + 1)).cloned()
    };
    let folder = value("--data-dir").ok_or("--data-dir is missing")?;
    let wanted: u32 = value("--answers").ok_or("--answers is missing")?.parse()?;
    let app = App::open(Path::new(&folder), Box::new(SaveTo::nowhere()));
    let modules: Vec<String> = app.home()?.modules.into_iter().map(|module| module.id).collect();
    let (mut answers, mut number) = (0, 0);
    while answers < wanted {
        app.choose_learner(ChooseLearner { learner_id: None })?;
        for check in 0..CHECKS {
            let module = &modules[check as usize % modules.len()];
            answers += u32::try_from(take_check(&app, module, some_response)?.questions.len())?;
            if check == 0 {
                number += 1;
                app.name_learner(NameLearner { name: format!("Person {number}") })?;
            }
        }
    }
    app.create_trainer_store(Passphrase { passphrase: "nobody keeps this folder".to_owned() })?;
    let (start, before) = (Instant::now(), cpu_seconds());
    app.collect()?;
    let (wall, cpu) = (start.elapsed().as_secs_f64(), cpu_seconds() - before);
    let rate = |seconds: f64| (f64::from(answers) / seconds).round();
    println!(
        "{}",
        serde_json::json!({
            "answers": answers, "per_second": rate(wall), "per_cpu_second": rate(cpu),
        })
    );
    Ok(())
}
