//! What the app says of a store that cannot be opened, and what it does with a damaged one.

use eighteen_app::{ErrorCode, wire::learner::StoreNotice};
use eighteen_testkit::take_check;

use crate::support::{Folder, MODULE, begin};

#[test]
fn a_second_process_is_told_so_and_can_try_again() {
    let folder = Folder::new();
    let first = folder.app();
    first.startup().unwrap();
    let second = folder.app();
    assert!(second.is_busy());
    assert_eq!(second.startup().unwrap_err().code, ErrorCode::StoreBusy);
    drop(first);
    assert!(second.is_busy(), "only the page's next question tries again");
    assert_eq!(second.startup().unwrap().learners.len(), 0);
    assert!(!second.is_busy());
}

#[test]
fn a_damaged_store_is_set_aside_with_words_and_never_overwritten() {
    let folder = Folder::new();
    {
        let app = folder.app();
        begin(&app, "Maya");
        take_check(&app, MODULE, eighteen_testkit::right_response).unwrap();
    }
    let path = folder.data().join("learner.db");
    let rubbish = b"this is no database, whatever it was before".repeat(200);
    std::fs::write(&path, &rubbish).unwrap();
    let app = folder.app();
    let notice = app.startup().unwrap().notice.expect("the person is told");
    let (StoreNotice::SetAside { set_aside } | StoreNotice::RestoredFromBackup { set_aside, .. }) =
        notice;
    assert_eq!(std::fs::read(set_aside).unwrap(), rubbish, "every byte of it was kept");
}

#[test]
fn a_daily_copy_takes_the_place_of_a_damaged_store() {
    let folder = Folder::new();
    {
        let app = folder.app();
        begin(&app, "Maya");
        take_check(&app, MODULE, eighteen_testkit::right_response).unwrap();
    }
    folder.clock.move_on(chrono::Duration::days(1));
    drop(folder.app());
    std::fs::write(folder.data().join("learner.db"), b"rubbish".repeat(999)).unwrap();
    for beside in ["learner.db-wal", "learner.db-shm"] {
        let _ = std::fs::remove_file(folder.data().join(beside));
    }
    let app = folder.app();
    let startup = app.startup().unwrap();
    let Some(StoreNotice::RestoredFromBackup { backup_of, .. }) = startup.notice else {
        panic!("the person is told: {:?}", startup.notice)
    };
    let made = chrono::DateTime::parse_from_rfc3339(&backup_of).expect("a moment, not a path");
    assert_eq!(made.to_utc().to_rfc3339(), "2026-11-23T09:00:00+00:00");
    assert_eq!(startup.current.unwrap().name.as_deref(), Some("Maya"));
    assert_eq!(app.my_record().unwrap().attempts.len(), 1);
}
