//! Files of other computers: results for a trainer, and assignments of another trainer.

use std::{
    fs,
    path::{Path, PathBuf},
};

use eighteen_app::{
    App, UserError,
    wire::{
        assignments::{AskAssignmentForm, MakeAssignment, NameTrainer, PartToAssign},
        content::Block,
        learner::{ChooseLearner, NameLearner, OpenStep, RecordDecision},
        results::{OpenedTrainerKey, PublicKeyOf, SaveTrainerKey, TrustKey},
        trainer::Passphrase,
    },
};

use crate::{SaveTo, right_response, take_check, wrong_response};

const MODULE: &str = "the-notice";

/// Makes a folder beside `data` with a result file of each person, for the trainer whose store lies there, and
/// makes that store when there is none. The first `checked` people have taken a check, every third of them with
/// all of it wrong; the others have taken the first decision, given
/// their name, and done nothing else.
///
/// # Errors
/// What the app says.
pub fn result_files(
    data: &Path,
    passphrase: &str,
    people: &[&str],
    checked: usize,
) -> Result<PathBuf, UserError> {
    let around = data.parent().expect("a data folder lies in another one").to_path_buf();
    let results = around.join("results");
    fs::create_dir_all(&results).expect("a folder for the files");
    let key = trainer_key(data, passphrase, &around)?;
    let desktop = SaveTo::folder(around.clone()).opening(vec![key]);
    let app = App::open(&around.join("another computer"), Box::new(desktop));
    let public_key = trust(&app)?;
    for (at, name) in people.iter().enumerate() {
        begin(&app, name)?;
        if at < checked {
            let respond = if at % 3 == 2 { wrong_response } else { right_response };
            take_check(&app, MODULE, respond)?;
        }
        let saved = app.save_results(PublicKeyOf { public_key: public_key.clone() })?;
        let saved = saved.expect("a folder to save to").path;
        fs::rename(saved, results.join(format!("{:02}.e18r", at + 1))).expect("a new name");
    }
    Ok(results)
}

/// Somebody takes the first decision of the course and gives a name.
fn begin(app: &App, name: &str) -> Result<(), UserError> {
    app.choose_learner(ChooseLearner { learner_id: None })?;
    let opening = app.startup()?.opening;
    let step = app.open_step(OpenStep {
        module_id: opening.module_id.clone(),
        step_id: Some(opening.step_id.clone()),
    })?;
    let decision = step.blocks.into_iter().find_map(|block| match block {
        Block::Decision { id, options, .. } => Some((id, options)),
        _ => None,
    });
    let (decision_id, options) = decision.expect("the first step holds a decision");
    app.record_decision(RecordDecision {
        module_id: opening.module_id,
        step_id: opening.step_id,
        decision_id,
        option_id: options[0].id.clone(),
        elapsed_ms: 4_000,
    })?;
    app.name_learner(NameLearner { name: name.to_owned() }).map(drop)
}

fn trainer_key(data: &Path, passphrase: &str, folder: &Path) -> Result<PathBuf, UserError> {
    let app = App::open(data, Box::new(SaveTo::folder(folder.to_path_buf())));
    open_store(&app, passphrase)?;
    let saved = app.save_trainer_key(SaveTrainerKey { name: "Ruth Lang".to_owned() })?;
    Ok(PathBuf::from(saved.expect("a folder to save to").path))
}

fn open_store(app: &App, passphrase: &str) -> Result<(), UserError> {
    let passphrase = || Passphrase { passphrase: passphrase.to_owned() };
    if app.unlock_trainer(passphrase()).is_err() {
        app.create_trainer_store(passphrase())?;
        app.make_recovery_code()?;
        app.keep_recovery_code()?;
    }
    Ok(())
}

fn trust(app: &App) -> Result<String, UserError> {
    let Some(OpenedTrainerKey::Found { public_key, name, .. }) = app.open_trainer_key()? else {
        panic!("the trainer's key file is one")
    };
    app.trust_trainer_key(TrustKey { public_key: public_key.clone(), name })?;
    Ok(public_key)
}

/// Makes a trainer's store in a folder, and gives a file in which that trainer assigns a module to everybody,
/// due today.
///
/// # Errors
/// What the app says.
pub fn assignment_file(folder: &Path, passphrase: &str) -> Result<PathBuf, UserError> {
    fs::create_dir_all(folder).expect("a folder for the file");
    let app = App::open(&folder.join("data"), Box::new(SaveTo::folder(folder.to_path_buf())));
    open_store(&app, passphrase)?;
    app.name_trainer(NameTrainer { name: "Security team, Northbridge".to_owned() })?;
    let form = app.assignment_form(AskAssignmentForm { person_ids: Vec::new() })?;
    app.make_assignment(MakeAssignment {
        parts: vec![PartToAssign { module_id: MODULE.to_owned(), step_id: None }],
        everybody: true,
        group_ids: Vec::new(),
        person_ids: Vec::new(),
        due: form.today,
        message: "Before the drill, please.".to_owned(),
    })?;
    let saved = app.save_assignment_file()?;
    Ok(PathBuf::from(saved.expect("a folder to save to").path))
}
