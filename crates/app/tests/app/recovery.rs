//! The recovery code of the trainer's store: made, kept, used once, renewed, refused.

use std::fs;

use chrono::Duration;
use eighteen_app::{
    App, ErrorCode,
    wire::{
        among::Among,
        taking::TakingWords,
        trainer::{NewWorksCouncilStore, OpenPerson, Passphrase, Recover, TrainerDoor},
    },
};

use crate::support::{Folder, PASSPHRASE, begin};

const NEW: &str = "chosen anew, and long enough";

fn passphrase(words: &str) -> Passphrase {
    Passphrase { passphrase: words.to_owned() }
}

fn with(code: &str, passphrase: &str) -> Recover {
    Recover { code: code.to_owned(), passphrase: passphrase.to_owned() }
}

fn made(app: &App) -> String {
    app.make_recovery_code().unwrap().words.join(" ")
}

fn refused(app: &App, code: &str, passphrase: &str) -> ErrorCode {
    app.recover_trainer(with(code, passphrase)).unwrap_err().code
}

#[test]
fn a_lost_passphrase_is_replaced_by_the_code_and_what_was_collected_is_there() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    app.create_trainer_store(passphrase(PASSPHRASE)).unwrap();
    app.trainer_overview(Among::default()).unwrap();
    let code = made(&app);
    app.lock_trainer().unwrap();
    assert_eq!(refused(&app, &code, NEW), ErrorCode::NoRecoveryCode, "it was never kept");

    app.unlock_trainer(passphrase(PASSPHRASE)).unwrap();
    let code = made(&app);
    let kept = app.keep_recovery_code().unwrap();
    assert_eq!(kept, TrainerDoor::Open { notice: None, recovery_code: true, smallest_group: None });
    assert_eq!(app.keep_recovery_code().unwrap_err().code, ErrorCode::NotFound, "it was kept");
    drop(app);

    let app = folder.app();
    assert_eq!(
        app.trainer_door().unwrap(),
        TrainerDoor::Locked { wait_seconds: 0, min_characters: 15, recovery_code: true }
    );
    assert_eq!(refused(&app, &code, "too short"), ErrorCode::PassphraseWeak);
    let copied = code.to_uppercase().replace(' ', "\n");
    let open = app.recover_trainer(with(&copied, NEW)).unwrap();
    assert_eq!(
        open,
        TrainerDoor::Open { notice: None, recovery_code: false, smallest_group: None },
        "it opens once"
    );
    assert_eq!(app.trainer_overview(Among::default()).unwrap().people, 1);
    app.lock_trainer().unwrap();
    let old = app.unlock_trainer(passphrase(PASSPHRASE)).unwrap_err();
    assert_eq!(old.code, ErrorCode::WrongPassphrase);
    assert_eq!(refused(&app, &code, NEW), ErrorCode::NoRecoveryCode);
    app.unlock_trainer(passphrase(NEW)).unwrap();
}

#[test]
fn a_slip_is_told_from_a_wrong_code_and_only_the_wrong_one_counts() {
    let folder = Folder::new();
    let app = folder.app();
    app.create_trainer_store(passphrase(PASSPHRASE)).unwrap();
    let old = made(&app);
    app.keep_recovery_code().unwrap();
    let new = made(&app);
    app.keep_recovery_code().unwrap();
    app.lock_trainer().unwrap();
    let slip = if new.starts_with('b') { 'd' } else { 'b' };
    let slip = format!("{slip}{}", &new[1..]);
    for _ in 0..8 {
        assert_eq!(refused(&app, &slip, NEW), ErrorCode::RecoveryCodeMistyped);
    }
    assert_eq!(refused(&app, "", NEW), ErrorCode::RecoveryCodeMistyped);
    for _ in 0..3 {
        assert_eq!(refused(&app, &old, NEW), ErrorCode::WrongRecoveryCode, "renewing voids it");
    }
    assert_eq!(refused(&app, &new, NEW), ErrorCode::PassphraseWait);
    folder.clock.move_on(Duration::seconds(2));
    app.recover_trainer(with(&new, NEW)).unwrap();
}

#[test]
fn a_store_that_shows_no_person_shows_none_to_the_code_either() {
    let folder = Folder::new();
    let app = folder.app();
    let person = begin(&app, "Maya");
    let words = passphrase(PASSPHRASE).passphrase;
    app.create_works_council_store(NewWorksCouncilStore { passphrase: words, smallest_group: 5 })
        .unwrap();
    let code = made(&app);
    app.keep_recovery_code().unwrap();
    app.lock_trainer().unwrap();
    let file = folder.data().join("trainer.key");
    let whole = fs::read_to_string(&file).unwrap();
    let free: Vec<&str> = whole.lines().filter(|line| !line.contains("smallest_group")).collect();
    fs::write(&file, free.join("\n")).unwrap();
    assert_eq!(refused(&app, &code, NEW), ErrorCode::WrongRecoveryCode);
    fs::write(&file, whole).unwrap();
    app.recover_trainer(with(&code, NEW)).unwrap();
    let refused = app.trainer_person(OpenPerson { person_id: person }).unwrap_err();
    assert_eq!(refused.code, ErrorCode::PersonsNotShown);
}

#[test]
fn the_page_to_print_has_every_word_and_nothing_is_saved_before_there_is_a_code() {
    let folder = Folder::new();
    let app = folder.app();
    app.create_trainer_store(passphrase(PASSPHRASE)).unwrap();
    let words = || TakingWords { title: "Recovery code".to_owned(), ..TakingWords::default() };
    assert_eq!(app.save_recovery_code(words()).unwrap_err().code, ErrorCode::NotFound);
    let code = made(&app);
    let saved = app.save_recovery_code(words()).unwrap().unwrap();
    let text = std::process::Command::new("pdftotext").args(["-layout", &saved.path, "-"]).output();
    let text = String::from_utf8(text.unwrap().stdout).unwrap();
    let found: Vec<&str> = code.split(' ').filter(|word| text.contains(word)).collect();
    assert_eq!(found.join(" "), code, "{text}");
    for file in fs::read_dir(folder.data()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap_or_default();
        let first = code.split(' ').next().unwrap().as_bytes().to_vec();
        assert!(!bytes.windows(5).any(|five| five == first), "the code stays out of our files");
    }
}
