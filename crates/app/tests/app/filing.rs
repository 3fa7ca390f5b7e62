//! Results that are written into a folder by themselves.

use std::{fs, path::PathBuf, sync::Arc};

use eighteen_app::{App, Course, wire::results::PublicKeyOf};
use eighteen_testkit::{SaveTo, right_response, take_check};

use crate::{
    results::{trainer, trust},
    support::{Folder, MODULE, begin},
};

/// Somebody who chooses this folder.
fn choosing(folder: &Folder, key_file: PathBuf, share: PathBuf) -> App {
    let desktop = SaveTo::folder(folder.dir.path().to_path_buf()).opening(vec![key_file]);
    App::open_with(
        &folder.data(),
        Box::new(desktop.choosing(share)),
        Box::new(folder.clock.clone()),
        Course::from_files(&eighteen_app::shipped_files()),
    )
}

fn files(share: &PathBuf) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(share).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries
        .map(|path| {
            (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap())
        })
        .collect();
    files.sort();
    files
}

#[test]
fn a_file_follows_each_check_and_the_closing_of_the_app_and_is_one_for_each_learner() {
    let (_trainer, key_file) = trainer();
    let folder = Folder::new();
    let share = folder.dir.path().join("share");
    fs::create_dir(&share).unwrap();
    let app = Arc::new(choosing(&folder, key_file, share.clone()));
    begin(&app, "Ada Canaryname");
    assert_eq!(app.filing().unwrap().into, None, "nothing is written unasked");
    app.file_results().unwrap();
    assert!(files(&share).is_empty());

    let public_key = trust(&app);
    let filing = app.start_filing(PublicKeyOf { public_key: public_key.clone() }).unwrap().unwrap();
    let into = filing.into.unwrap();
    assert_eq!((into.trainer.as_str(), into.problem), ("Ruth Lang", None));
    let first = files(&share);
    assert_eq!(first.len(), 1, "what there is goes at once");
    assert!(
        PathBuf::from(&first[0].0).extension().is_some_and(|ending| ending == "e18r")
            && !first[0].0.contains("Ada"),
        "{}",
        first[0].0
    );

    take_check(&app, MODULE, right_response).unwrap();
    app.file_results().unwrap();
    let second = files(&share);
    assert_eq!(second.len(), 1, "the newest takes the place of the one before");
    assert_ne!(second, first);
    app.close();
    assert_eq!(files(&share), second, "nothing has changed, so nothing is written");

    begin(&app, "Ben");
    app.start_filing(PublicKeyOf { public_key }).unwrap();
    assert_eq!(files(&share).len(), 2, "another learner, another file");
    app.stop_filing().unwrap();
    take_check(&app, MODULE, right_response).unwrap();
    let before = files(&share);
    app.close();
    assert_eq!(files(&share), before, "Ben writes no more");
}

#[test]
fn a_folder_that_is_away_is_told_and_tried_again() {
    let (_trainer, key_file) = trainer();
    let folder = Folder::new();
    let share = folder.dir.path().join("stick");
    let app = Arc::new(choosing(&folder, key_file, share.clone()));
    begin(&app, "Ada");
    let public_key = trust(&app);
    let filing = app.start_filing(PublicKeyOf { public_key }).unwrap().unwrap();
    let into = filing.into.unwrap();
    assert_eq!((into.written_at, into.problem.is_some()), (None, true));
    assert!(!share.exists(), "no folder is made where a stick was");

    take_check(&app, MODULE, right_response).unwrap();
    app.file_results().unwrap();
    assert!(app.filing().unwrap().into.unwrap().problem.is_some());
    fs::create_dir(&share).unwrap();
    app.close();
    let into = app.filing().unwrap().into.unwrap();
    assert_eq!((into.written_at.is_some(), into.problem), (true, None));
    assert_eq!(files(&share).len(), 1);
}
