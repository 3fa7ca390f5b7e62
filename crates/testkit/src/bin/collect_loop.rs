//! What collecting costs: learners take checks through the app, then a trainer's store takes in all of their results.
//!
//! `collect_loop --data-dir D --answers N [--files]` prints one JSON object; only the collecting is measured. The
//! learners are of the trainer's computer or, with `--files`, of another one, and each has saved a result file.

#![allow(clippy::disallowed_methods, reason = "measures itself, no time of the domain")]

use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use eighteen_app::{
    App,
    wire::{
        learner::{ChooseLearner, NameLearner},
        results::{
            CollectFiles, FoundState, OpenedTrainerKey, PublicKeyOf, SaveTrainerKey, TrustKey,
        },
        trainer::Passphrase,
    },
};
use eighteen_testkit::{SaveTo, cpu_seconds, some_response, take_check};
use serde_json::json;

type Failure = Box<dyn std::error::Error>;

/// Checks of a learner.
const CHECKS: u32 = 10;
/// As many files as the page gives in one go.
const FILES: u32 = 50;

fn main() -> Result<(), Failure> {
    let words: Vec<String> = std::env::args().collect();
    let value = |name: &str| {
        words.iter().position(|word| word == name).and_then(|at| words.get(at + 1)).cloned()
    };
    let folder = PathBuf::from(value("--data-dir").ok_or("--data-dir is missing")?);
    let wanted: u32 = value("--answers").ok_or("--answers is missing")?.parse()?;
    if words.iter().any(|word| word == "--files") {
        from_files(&folder, wanted)
    } else {
        from_here(&folder, wanted)
    }
}

fn from_here(folder: &Path, wanted: u32) -> Result<(), Failure> {
    let app = App::open(folder, Box::new(SaveTo::nowhere()));
    let answers = answer(&app, wanted, || Ok(()))?;
    app.create_trainer_store(passphrase())?;
    let spent = Spent::of(|| Ok(app.collect()?))?;
    println!("{}", spent.per_second(answers));
    Ok(())
}

fn from_files(folder: &Path, wanted: u32) -> Result<(), Failure> {
    let (results, there) = (folder.join("results"), folder.join("trainer"));
    fs::create_dir_all(&results)?;
    fs::create_dir_all(&there)?;
    let desktop = SaveTo::folder(folder.to_path_buf()).choosing(results.clone());
    let trainer = App::open(&there, Box::new(desktop));
    trainer.create_trainer_store(passphrase())?;
    trainer.save_trainer_key(SaveTrainerKey { name: "Ruth Lang".to_owned() })?;
    let app = App::open(&folder.join("learners"), Box::new(SaveTo::folder(folder.to_path_buf())));
    let Some(OpenedTrainerKey::Found { public_key, name, .. }) = app.open_trainer_key()? else {
        return Err("the trainer's key was not saved".into());
    };
    app.trust_trainer_key(TrustKey { public_key: public_key.clone(), name })?;
    let mut files = 0_u32;
    let answers = answer(&app, wanted, || {
        let saved = app.save_results(PublicKeyOf { public_key: public_key.clone() })?;
        files += 1;
        let saved = saved.ok_or("nothing was saved")?.path;
        Ok(fs::rename(saved, results.join(format!("{files}.e18r")))?)
    })?;
    let looked = Spent::of(|| Ok(trainer.choose_result_folder().map(drop)?))?;
    let taken = Spent::of(|| {
        for first in (0..files).step_by(FILES as usize) {
            let indexes = (first..files.min(first + FILES)).collect();
            let taken = trainer.collect_files(CollectFiles { indexes })?;
            if taken.iter().any(|file| file.state != FoundState::Collected) {
                return Err("a file was not taken".into());
            }
        }
        Ok(())
    })?;
    let bytes = fs::read_dir(&results)?.map(|file| Ok(file?.metadata()?.len()));
    let bytes = bytes.sum::<std::io::Result<u64>>()?;
    let mut told = taken.per_second(answers);
    told["looked_per_cpu_second"] = looked.per_second(answers)["per_cpu_second"].clone();
    told["files"] = files.into();
    told["bytes"] = bytes.into();
    println!("{told}");
    Ok(())
}

/// People take checks until there are so many answers; says how many. Each is done with when her checks are.
fn answer(
    app: &App,
    wanted: u32,
    mut done: impl FnMut() -> Result<(), Failure>,
) -> Result<u32, Failure> {
    let modules: Vec<String> = app.home()?.modules.into_iter().map(|module| module.id).collect();
    let (mut answers, mut number) = (0, 0);
    while answers < wanted {
        app.choose_learner(ChooseLearner { learner_id: None })?;
        for check in 0..CHECKS {
            let module = &modules[check as usize % modules.len()];
            answers += u32::try_from(take_check(app, module, some_response)?.questions.len())?;
            if check == 0 {
                number += 1;
                app.name_learner(NameLearner { name: format!("Person {number}") })?;
            }
        }
        done()?;
    }
    Ok(answers)
}

fn passphrase() -> Passphrase {
    Passphrase { passphrase: "nobody keeps this folder".to_owned() }
}

struct Spent {
    wall: f64,
    cpu: f64,
}

impl Spent {
    fn of(work: impl FnOnce() -> Result<(), Failure>) -> Result<Self, Failure> {
        let (start, before) = (Instant::now(), cpu_seconds());
        work()?;
        Ok(Self { wall: start.elapsed().as_secs_f64(), cpu: cpu_seconds() - before })
    }

    fn per_second(&self, answers: u32) -> serde_json::Value {
        let rate = |seconds: f64| (f64::from(answers) / seconds).round();
        json!({
            "answers": answers, "per_second": rate(self.wall), "per_cpu_second": rate(self.cpu),
        })
    }
}
