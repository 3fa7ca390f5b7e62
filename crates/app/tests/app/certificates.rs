//! Certificates: not before a check is passed, with the name as typed, and their code fits.

use std::fs;

use eighteen_app::{
    App, ErrorCode,
    wire::certificate::{PaperWords, SaveCertificate},
};
use eighteen_exchange::read_certificate;
use eighteen_testkit::{finish_steps, right_response, some_response, take_check};

use crate::support::{Folder, MODULE, begin, decide};

fn wanted(module: &str) -> SaveCertificate {
    let word = str::to_owned;
    SaveCertificate {
        module_id: Some(module.to_owned()),
        words: PaperWords {
            lang: word("en-GB"),
            dir: word("ltr"),
            heading: word("Certificate"),
            before_name: word("This is to say that"),
            before_title: word("has passed"),
            of_course: word("Module 1"),
            passed_on: word("Passed on"),
            day: word("22 November 2026"),
            version: word("Course version"),
            issuer: word("Published by"),
            code: word("Code"),
            how: vec![word("To check it: eighteen certificate verify FILE")],
        },
    }
}

fn passed(app: &App) {
    finish_steps(app, MODULE).unwrap();
    take_check(app, MODULE, right_response).unwrap();
}

#[test]
#[allow(clippy::disallowed_methods)] // How long the person waits is part of the promise.
fn a_certificate_says_what_was_passed_first_and_its_code_fits() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Ólafur  Łukasz ");
    passed(&app);
    folder.clock.move_on(chrono::Duration::days(3));
    take_check(&app, MODULE, right_response).unwrap();
    let all = app.certificates().unwrap();
    assert_eq!(all.name.as_deref(), Some("Ólafur Łukasz"), "spaces made single");
    assert_eq!(all.unprintable, Vec::<String>::new());
    let shown = all.entries[0].passed.clone().unwrap();
    assert_eq!((shown.passed_at.as_str(), shown.version), ("2026-11-22", 1), "the first time");
    assert_eq!(all.entries[1].passed, None);

    let started = std::time::Instant::now();
    let saved = app.save_certificate(wanted(MODULE)).unwrap().unwrap();
    assert!(started.elapsed().as_secs() < 2, "it took {:?}", started.elapsed());
    let (certificate, code) = read_certificate(&fs::read(&saved.path).unwrap()).unwrap();
    assert_eq!(Some(&code), shown.code.as_ref(), "the page shows the code of the file");
    assert!(certificate.fits(&code));
    assert_eq!(certificate.name, "Ólafur Łukasz");
    assert_eq!(certificate.passed_on, "2026-11-22");
    assert!(saved.path.ends_with("eighteen-days-certificate-2026-11-25.pdf"), "{}", saved.path);
}

#[test]
fn there_is_none_before_it_is_passed_nor_for_somebody_else() {
    let folder = Folder::new();
    let app = folder.app();
    assert!(app.certificates().unwrap().entries.iter().all(|entry| entry.passed.is_none()));
    begin(&app, "Maya");
    finish_steps(&app, MODULE).unwrap();
    take_check(&app, MODULE, some_response).unwrap();
    let all = app.certificates().unwrap();
    assert_eq!(
        (all.entries[0].passed.clone(), all.entries[0].steps_done),
        (None, all.entries[0].steps)
    );
    assert_eq!(app.save_certificate(wanted(MODULE)).unwrap_err().code, ErrorCode::NotFound);
    take_check(&app, MODULE, right_response).unwrap();
    begin(&app, "Noor");
    assert_eq!(app.save_certificate(wanted(MODULE)).unwrap_err().code, ErrorCode::NotFound);
    assert_eq!(app.save_certificate(wanted("no-such")).unwrap_err().code, ErrorCode::NotFound);
}

#[test]
fn without_a_name_or_with_letters_that_cannot_be_printed_it_says_so() {
    let folder = Folder::new();
    let app = folder.app();
    app.choose_learner(eighteen_app::wire::learner::ChooseLearner { learner_id: None }).unwrap();
    decide(&app);
    passed(&app);
    let all = app.certificates().unwrap();
    assert_eq!(all.name, None);
    assert_eq!(all.entries[0].passed.clone().unwrap().code, None, "the name is under the code");
    assert_eq!(app.save_certificate(wanted(MODULE)).unwrap_err().code, ErrorCode::NameInvalid);
    let name = "王小明".to_owned();
    app.name_learner(eighteen_app::wire::learner::NameLearner { name }).unwrap();
    assert_eq!(app.certificates().unwrap().unprintable, ["小", "明", "王"]);
    assert_eq!(app.save_certificate(wanted(MODULE)).unwrap_err().code, ErrorCode::NameInvalid);
    let exports = folder.dir.path().join("exports");
    assert!(fs::read_dir(exports).unwrap().next().is_none(), "nothing was written");
}
