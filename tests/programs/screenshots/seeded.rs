//! A folder that somebody has used: one module passed, the next one begun, a trainer with sample data.

use std::fs;
use std::path::Path;

use anyhow::{Result, anyhow};
use eighteen_app::wire::inbox::InboxJudgement;
use eighteen_app::wire::learner::NameLearner;
use eighteen_app::wire::trainer::Passphrase;
use eighteen_app::{App, Course, UserError, packs};
use eighteen_testkit::{
    DaysAgo, SaveTo, assignment_file, finish_steps, judge_round, result_files, right_response,
    some_response, take_check,
};

/// The passphrase of the trainer in the pictures.
pub(crate) const PASSPHRASE: &str = "a passphrase for pictures";

/// Uses the folder through the app, as the page would.
pub(crate) fn use_it(folder: &Path) -> Result<()> {
    let refused = |error| anyhow!("{error}");
    learn_before(folder).map_err(refused)?;
    let people = ["Ines Falk", "Noor Haddad", "Jun Ólafsdóttir", "Tomas Berg", "Ada Ek"];
    let results = result_files(folder, PASSPHRASE, &people, 3).map_err(refused)?;
    fs::write(results.join("holiday.e18r"), "not a result file")?;
    let list = "Name,Code,Groups\nAda Berg,A-7,Payroll; Second floor\nBo Dahl,A-7,Payroll\n,,Payroll\n\
                Cem Ek,C-9,=1+1\nDee Falk,D-1,Second floor\n";
    fs::write(results.join("people.csv"), list)?;
    let file = assignment_file(&results.with_file_name("another trainer"), PASSPHRASE);
    fs::rename(file.map_err(refused)?, results.join("assignments.e18a"))?;
    pack_at(&results)?;
    let logo = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/logo.png");
    fs::copy(logo, results.join("logo.png"))?;
    let app = App::open(folder, Box::new(SaveTo::nowhere().opening(vec![results])));
    use_app(&app).map_err(refused)
}

/// A pack of an organisation whose key nobody knows here.
fn pack_at(folder: &Path) -> Result<()> {
    let (keys, written) = (folder.with_file_name("keys"), folder.with_file_name("house"));
    packs::new_key(&keys, PASSPHRASE)?;
    packs::new_pack(&written)?;
    let file = folder.join("house.e18p");
    packs::build(&written, &file)?;
    packs::sign(&file, &keys.join("org.key"), PASSPHRASE)?;
    Ok(())
}

/// Some answers are a few days old, and a round of the inbox a little older, so that the refresher has cards.
fn learn_before(folder: &Path) -> Result<(), UserError> {
    let days_ago = |days| {
        let desktop = Box::new(SaveTo::nowhere());
        App::open_with(folder, desktop, Box::new(DaysAgo(days)), Course::shipped())
    };
    let app = days_ago(6);
    app.startup()?;
    judge_round(&app, |_| InboxJudgement::Proceed)?;
    drop(app);
    let app = days_ago(4);
    app.startup()?;
    if let Some(last) = app.home()?.modules.last() {
        take_check(&app, &last.id, some_response)?;
    }
    Ok(())
}

fn use_app(app: &App) -> Result<(), UserError> {
    // The page asks this first; the only learner of a computer is then the one who learns.
    app.startup()?;
    app.name_learner(NameLearner { name: "Maya Okafor".to_owned() })?;
    let home = app.home()?;
    let modules: Vec<String> = home.modules.iter().map(|module| module.id.clone()).collect();
    let mut started = modules.iter();
    if let Some(first) = started.next() {
        finish_steps(app, first)?;
        take_check(app, first, some_response)?;
        take_check(app, first, right_response)?;
    }
    let passphrase = PASSPHRASE.to_owned();
    app.unlock_trainer(Passphrase { passphrase })?;
    app.choose_result_folder()?;
    app.load_sample()?;
    Ok(())
}
