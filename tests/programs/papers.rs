//! `papers FOLDER`: writes PDFs into the folder for a judge of PDF/UA that is not ours: certificates with names in
//! three scripts and one that is too long for its line, and reports of a trainer.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use eighteen_app::wire::certificate::{PaperWords, SaveCertificate};
use eighteen_app::wire::learner::{ChooseLearner, NameLearner};
use eighteen_app::wire::taking::{
    FileForm, Report, TakeAway, TakingChoice, TakingWords, WhatToTake,
};
use eighteen_app::wire::trainer::Passphrase;
use eighteen_app::{App, Course, UserError};
use eighteen_testkit::{DaysAgo, SaveTo, finish_steps, right_response, take_check};

/// Whose certificates: the file, the language, the direction, the name.
const NAMES: [(&str, &str, &str, &str); 4] = [
    ("latin", "en-GB", "ltr", "Ólafur Łukasz Ďuričková"),
    ("arabic", "ar", "rtl", "مايا العلي"),
    ("both", "ar", "rtl", "Maya العلي (Harbour 12)"),
    ("long", "de", "ltr", "Wolfeschlegelsteinhausenbergerdorff von und zu Μαρία Мария Ólafsdóttir"),
];

/// One of a page and one of many; the tables of all reports are drawn by the same hand.
const REPORTS: [(&str, Report); 3] =
    [("modules", Report::Modules), ("lasted", Report::Lasted), ("inbox", Report::Inbox)];

fn main() -> Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).context("which folder?")?);
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    certificates(&folder)?;
    reports(&folder)
}

fn certificates(folder: &Path) -> Result<()> {
    for (file, lang, dir, name) in NAMES {
        let data = tempfile::tempdir()?;
        let saved = passed_by(data.path(), folder, lang, dir, name);
        let saved = saved.map_err(|error| anyhow!("{name}: {error}"))?.context("it was saved")?;
        fs::rename(saved, folder.join(format!("certificate-{file}.pdf")))?;
    }
    Ok(())
}

/// Passes the first module under this name; gives the certificate's file.
fn passed_by(
    data: &Path,
    folder: &Path,
    lang: &str,
    dir: &str,
    name: &str,
) -> Result<Option<String>, UserError> {
    let desktop = Box::new(SaveTo::folder(folder.to_path_buf()));
    let app = App::open_with(data, desktop, Box::new(DaysAgo(0)), Course::shipped());
    app.startup()?;
    app.choose_learner(ChooseLearner { learner_id: None })?;
    let module = app.home()?.modules.remove(0).id;
    finish_steps(&app, &module)?;
    app.name_learner(NameLearner { name: name.to_owned() })?;
    take_check(&app, &module, right_response)?;
    let certificate = SaveCertificate { module_id: Some(module), words: words(lang, dir) };
    Ok(app.save_certificate(certificate)?.map(|saved| saved.path))
}

fn words(lang: &str, dir: &str) -> PaperWords {
    let word = |here: &str, there: &str| if dir == "rtl" { there } else { here }.to_owned();
    PaperWords {
        lang: lang.to_owned(),
        dir: dir.to_owned(),
        heading: word("Certificate", "شهادة"),
        before_name: word("This is to say that", "نشهد أن"),
        before_title: word("has passed", "اجتاز"),
        of_course: word("Module 1", "الوحدة 1"),
        passed_on: word("Passed on", "تاريخ الاجتياز"),
        day: word("22 November 2026", "22 نوفمبر 2026"),
        version: word("Course version", "إصدار الدورة"),
        issuer: word("Published by", "الناشر"),
        code: word("Code", "الرمز"),
        how: vec!["eighteen certificate verify FILE".to_owned()],
    }
}

/// Reports, filled with the sample.
fn reports(folder: &Path) -> Result<()> {
    let data = tempfile::tempdir()?;
    let app = App::open(data.path(), Box::new(SaveTo::nowhere()));
    taken(&app, folder).map_err(|error| anyhow!("{error}")).context("taking reports away")
}

fn taken(app: &App, folder: &Path) -> Result<(), UserError> {
    app.startup()?;
    app.create_trainer_store(Passphrase { passphrase: "a passphrase for papers".to_owned() })?;
    app.load_sample()?;
    for (file, report) in REPORTS {
        let take = TakeAway {
            what: WhatToTake::of(report),
            choice: TakingChoice { form: FileForm::Pdf, ..TakingChoice::default() },
            words: TakingWords {
                lang: "en-GB".to_owned(),
                dir: "ltr".to_owned(),
                title: format!("Report: {file}"),
                sentence: "What it says, in a sentence.".to_owned(),
                page: "Page".to_owned(),
                of: "of".to_owned(),
                made: "Made on 22 November 2026".to_owned(),
                ..TakingWords::default()
            },
        };
        app.take_to(&take, &folder.join(format!("report-{file}.pdf")))?;
    }
    Ok(())
}
