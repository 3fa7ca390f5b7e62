//! A folder, an app in it, and a clock that stands where it is put.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, Duration, FixedOffset};
use eighteen_app::{
    App, Clock,
    wire::{
        learner::{NameLearner, RecordDecision},
        trainer::{AskModule, AskPeople, AskQuestions, OpenPerson},
    },
};
use eighteen_testkit::SaveTo;
use tempfile::TempDir;

pub(crate) const MODULE: &str = "the-notice";
pub(crate) const PASSPHRASE: &str = "a trainer's long passphrase";

/// A clock that stands still until it is moved.
#[derive(Clone)]
pub(crate) struct Standing(Arc<Mutex<DateTime<FixedOffset>>>);

impl Standing {
    pub(crate) fn at(time: &str) -> Self {
        Self(Arc::new(Mutex::new(DateTime::parse_from_rfc3339(time).unwrap())))
    }

    pub(crate) fn move_on(&self, by: Duration) {
        *self.0.lock().unwrap() += by;
    }
}

impl Clock for Standing {
    fn now(&self) -> DateTime<FixedOffset> {
        *self.0.lock().unwrap()
    }
}

/// A data folder that goes away with the test.
pub(crate) struct Folder {
    pub(crate) dir: TempDir,
    pub(crate) clock: Standing,
}

impl Folder {
    pub(crate) fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap(), clock: Standing::at("2026-11-22T09:00:00+00:00") }
    }

    pub(crate) fn app(&self) -> App {
        self.app_with(eighteen_app::shipped_files())
    }

    pub(crate) fn app_with(&self, files: std::collections::BTreeMap<String, Vec<u8>>) -> App {
        let exports = self.dir.path().join("exports");
        std::fs::create_dir_all(&exports).unwrap();
        App::open_with(
            &self.dir.path().join("data"),
            Box::new(SaveTo::folder(exports)),
            Box::new(self.clock.clone()),
            eighteen_app::Course::from_files(&files),
        )
    }

    /// The same app whose person opens these files.
    pub(crate) fn app_opening(&self, paths: Vec<std::path::PathBuf>) -> App {
        let exports = self.dir.path().join("exports");
        std::fs::create_dir_all(&exports).unwrap();
        App::open_with(
            &self.dir.path().join("data"),
            Box::new(SaveTo::folder(exports).opening(paths)),
            Box::new(self.clock.clone()),
            eighteen_app::Course::from_files(&eighteen_app::shipped_files()),
        )
    }

    pub(crate) fn data(&self) -> std::path::PathBuf {
        self.dir.path().join("data")
    }

    pub(crate) fn exported(&self, name: &str) -> String {
        std::fs::read_to_string(self.dir.path().join("exports").join(name)).unwrap()
    }
}

/// Somebody begins: takes the opening decision and gives a name.
pub(crate) fn begin(app: &App, name: &str) -> String {
    app.choose_learner(eighteen_app::wire::learner::ChooseLearner { learner_id: None }).unwrap();
    let saved = decide(app);
    app.name_learner(NameLearner { name: name.to_owned() }).unwrap();
    saved
}

/// Takes the opening decision; gives the learner's id.
pub(crate) fn decide(app: &App) -> String {
    let opening = app.startup().unwrap().opening;
    let step = app
        .open_step(eighteen_app::wire::learner::OpenStep {
            module_id: opening.module_id.clone(),
            step_id: Some(opening.step_id.clone()),
        })
        .unwrap();
    let (decision_id, option_id) = step
        .blocks
        .iter()
        .find_map(|block| match block {
            eighteen_app::wire::content::Block::Decision { id, options, .. } => {
                Some((id.clone(), options[0].id.clone()))
            }
            _ => None,
        })
        .expect("the first step holds a decision");
    app.record_decision(RecordDecision {
        module_id: opening.module_id,
        step_id: opening.step_id,
        decision_id,
        option_id,
        elapsed_ms: 4_000,
    })
    .unwrap()
    .learner
    .id
}

/// Everything that a trainer is shown of results, as text.
pub(crate) fn shown(app: &App) -> String {
    let everybody = AskPeople { limit: 500, ..AskPeople::default() };
    let people = app.trainer_people(everybody).unwrap();
    let mut all = vec![format!("{people:?}")];
    for row in &people.rows {
        let one = || OpenPerson { person_id: row.person_id.clone() };
        all.push(format!("{:?}", app.trainer_person(one()).unwrap()));
        all.push(format!("{:?}", app.person_history(one()).unwrap()));
    }
    all.push(format!("{:?}", app.trainer_questions(AskQuestions::default()).unwrap()));
    all.push(format!("{:?}", app.trainer_module(AskModule::default()).unwrap()));
    all.join("\n")
}
