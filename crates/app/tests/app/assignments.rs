//! Assignments: made, counted, handed to learners here, and taken from a file by learners elsewhere.

use chrono::Duration;
use eighteen_app::{
    App, ErrorCode,
    wire::{
        among::Among,
        assignments::{
            AskAssignmentForm, AssignmentFileFault, Assignments, MakeAssignment, NameTrainer,
            OpenAssignment, OpenedAssignments, PartToAssign,
        },
        learner::FinishStep,
        roster::{AskRoster, PutIntoGroup},
        taking::{FileForm, Report, TakeAway, TakingChoice, TakingWords, WhatToTake},
        trainer::Passphrase,
    },
};
use eighteen_testkit::{finish_steps, right_response, take_check};

use crate::support::{Folder, MODULE, PASSPHRASE, begin};

const SECOND: &str = "one-flaw";

fn trainer(folder: &Folder) -> App {
    let app = folder.app();
    app.create_trainer_store(Passphrase { passphrase: PASSPHRASE.to_owned() }).unwrap();
    app.name_trainer(NameTrainer { name: "Security team".into() }).unwrap();
    app
}

fn module() -> PartToAssign {
    PartToAssign { module_id: MODULE.into(), step_id: None }
}

fn to(people: &[String], parts: Vec<PartToAssign>) -> MakeAssignment {
    MakeAssignment {
        parts,
        everybody: people.is_empty(),
        group_ids: Vec::new(),
        person_ids: people.to_vec(),
        due: "2026-12-04".into(),
        message: "Before the audit".into(),
    }
}

fn counts(assignments: &Assignments) -> Vec<(u32, u32, u32, u32)> {
    let rows = assignments.rows.iter();
    let far = rows.map(|row| row.far.unwrap());
    far.map(|far| (far.people, far.completed, far.started, far.not_started)).collect()
}

fn roster(folder: &Folder, app: &App, words: &str) {
    std::fs::write(folder.dir.path().join("exports/people.csv"), words).unwrap();
    app.preview_roster().unwrap().unwrap();
    app.import_roster().unwrap();
}

/// The trainer's file, taken to another computer.
fn carried(from: &Folder, app: &App, onto: &Folder) -> std::path::PathBuf {
    let written = app.save_assignment_file().unwrap().unwrap();
    let exports = onto.dir.path().join("exports");
    std::fs::create_dir_all(&exports).unwrap();
    let path = exports.join("work.e18a");
    std::fs::copy(&written.path, &path).unwrap();
    assert!(written.path.starts_with(&*from.dir.path().to_string_lossy()));
    path
}

fn mine(opened: Option<OpenedAssignments>) -> usize {
    match opened {
        Some(OpenedAssignments::Taken { mine, .. }) => mine.len(),
        other => panic!("not taken: {other:?}"),
    }
}

#[test]
fn learners_here_see_what_they_were_assigned_and_the_trainer_how_far_they_are() {
    let folder = Folder::new();
    let app = trainer(&folder);
    let ada = begin(&app, "Ada");
    let bo = begin(&app, "Bo");
    app.trainer_overview(Among::default()).unwrap();
    let made = app.make_assignment(to(&[ada.clone(), bo.clone()], vec![module()])).unwrap();
    assert_eq!(counts(&made), [(2, 0, 2, 0)], "both began with the opening step");
    assert_eq!((made.rows[0].days_left, made.rows[0].due.as_str()), (12, "2026-12-04"));
    let home = app.home().unwrap();
    assert_eq!(home.assigned.len(), 1);
    let assigned = &home.assigned[0];
    assert_eq!((assigned.from.as_str(), assigned.days_left), ("Security team", 12));
    assert_eq!(assigned.message.as_deref(), Some("Before the audit"));
    finish_steps(&app, MODULE).unwrap();
    take_check(&app, MODULE, right_response).unwrap();
    assert!(app.home().unwrap().assigned.is_empty(), "what is done is no longer there");
    assert_eq!(counts(&app.trainer_assignments().unwrap()), [(2, 1, 1, 0)]);
    folder.clock.move_on(Duration::days(13));
    // After days without use the area is locked.
    app.unlock_trainer(Passphrase { passphrase: PASSPHRASE.to_owned() }).unwrap();
    assert_eq!(app.trainer_assignments().unwrap().rows[0].days_left, -1);
    let id = made.rows[0].assignment_id.clone();
    let left = app.withdraw_assignment(OpenAssignment { assignment_id: id.clone() }).unwrap();
    assert!(left.rows.is_empty());
    let again = app.withdraw_assignment(OpenAssignment { assignment_id: id });
    assert_eq!(again.unwrap_err().code, ErrorCode::NotFound);
}

#[test]
fn a_revisit_is_done_when_the_step_is_done_again() {
    let folder = Folder::new();
    let app = trainer(&folder);
    let ada = begin(&app, "Ada");
    finish_steps(&app, MODULE).unwrap();
    app.trainer_overview(Among::default()).unwrap();
    let form = app.assignment_form(AskAssignmentForm { person_ids: vec![ada.clone()] }).unwrap();
    assert_eq!(form.chosen[0].name.as_deref(), Some("Ada"));
    let step = form.modules[0].steps[1].clone();
    let part = PartToAssign { module_id: MODULE.into(), step_id: Some(step.step_id.clone()) };
    let made = app.make_assignment(to(&[ada], vec![part])).unwrap();
    assert_eq!(counts(&made), [(1, 0, 0, 1)], "having done it before is not doing it again");
    let assigned = app.home().unwrap().assigned;
    assert_eq!(assigned[0].part.step_title.as_deref(), Some(step.title.as_str()));
    app.finish_step(FinishStep {
        module_id: MODULE.into(),
        step_id: step.step_id,
        elapsed_ms: 1000,
    })
    .unwrap();
    assert!(app.home().unwrap().assigned.is_empty());
    assert_eq!(app.trainer_view().unwrap().revisits[0].step, step.title, "the learner is told");
    assert_eq!(counts(&app.trainer_assignments().unwrap()), [(1, 1, 0, 0)]);
}

#[test]
fn whoever_joins_a_group_is_assigned_what_the_group_is() {
    let folder = Folder::new();
    let app = trainer(&folder);
    let ada = begin(&app, "Ada");
    app.trainer_overview(Among::default()).unwrap();
    roster(&folder, &app, "name,team\nBo,Payroll\n");
    let ask = AskRoster { search: String::new(), group_id: None, page: 0 };
    let payroll = app.trainer_roster(ask).unwrap().groups[0].group_id.clone();
    let args =
        MakeAssignment { group_ids: vec![payroll], everybody: false, ..to(&[], vec![module()]) };
    let made = app.make_assignment(args).unwrap();
    assert_eq!(
        (counts(&made), &made.rows[0].groups[0]),
        (vec![(1, 0, 0, 1)], &"Payroll".to_owned())
    );
    assert!(app.home().unwrap().assigned.is_empty());
    app.put_into_group(PutIntoGroup { name: "Payroll".into(), person_ids: vec![ada] }).unwrap();
    assert_eq!(app.home().unwrap().assigned.len(), 1, "and it arrives at once");
    assert_eq!(counts(&app.trainer_assignments().unwrap()), [(2, 0, 1, 1)]);
}

#[test]
fn an_assignment_needs_something_somebody_and_a_day_to_come() {
    let folder = Folder::new();
    let app = trainer(&folder);
    let whole = || to(&[], vec![module()]);
    let wrong = [
        MakeAssignment { parts: Vec::new(), ..whole() },
        MakeAssignment { everybody: false, ..whole() },
        MakeAssignment { due: "2026-11-21".into(), ..whole() },
        MakeAssignment { due: "4 December".into(), ..whole() },
        MakeAssignment { message: "x".repeat(301), ..whole() },
    ];
    for args in wrong {
        let refused = app.make_assignment(args.clone()).unwrap_err();
        assert_eq!(refused.code, ErrorCode::AssignmentInvalid, "{args:?}");
    }
    let elsewhere = PartToAssign { module_id: MODULE.into(), step_id: Some("no-such-step".into()) };
    let refused = app.make_assignment(to(&[], vec![elsewhere])).unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotFound);
    assert!(app.trainer_assignments().unwrap().rows.is_empty());
}

#[test]
fn a_file_of_an_unknown_trainer_asks_once_and_names_nobody() {
    let (here, there) = (Folder::new(), Folder::new());
    let app = trainer(&here);
    roster(&here, &app, "name,code\nAda Okoye,E1001\nBo Lind,E1002\n");
    let ask = AskRoster { search: "E1001".into(), group_id: None, page: 0 };
    let ada = app.trainer_roster(ask).unwrap().rows[0].person_id.clone();
    app.make_assignment(to(&[ada], vec![module()])).unwrap();
    let path = carried(&here, &app, &there);
    let bytes = std::fs::read(&path).unwrap();
    for word in ["Ada", "Okoye", "E1001", "e1001"] {
        let found = bytes.windows(word.len()).any(|part| part == word.as_bytes());
        assert!(!found, "{word} stands in the file");
    }
    let other = there.app();
    begin(&other, "E1002");
    begin(&other, " e1001");
    let fingerprint = app.trainer_assignments().unwrap().fingerprint;
    let Some(OpenedAssignments::Unknown { from, fingerprint: shown, .. }) =
        other.open_assignment_file().unwrap()
    else {
        panic!("nobody has trusted this trainer")
    };
    assert_eq!((from.as_str(), &shown), ("Security team", &fingerprint));
    assert_eq!(fingerprint.split(' ').count(), 6);
    assert!(other.home().unwrap().assigned.is_empty(), "nothing was taken");
    assert_eq!(mine(Some(other.trust_trainer().unwrap())), 1);
    assert_eq!(other.trust_trainer().unwrap_err().code, ErrorCode::NotFound);
    assert_eq!(mine(other.open_assignment_file().unwrap()), 1, "the next time it is not asked");
    let startup = other.startup().unwrap();
    let bo = startup.learners.iter().find(|one| one.name.as_deref() == Some("E1002")).unwrap();
    let learner_id = Some(bo.id.clone());
    other.choose_learner(eighteen_app::wire::learner::ChooseLearner { learner_id }).unwrap();
    assert!(other.home().unwrap().assigned.is_empty(), "it was for somebody else");
}

#[test]
fn a_changed_file_and_an_older_one_are_refused_and_change_nothing() {
    let (here, there) = (Folder::new(), Folder::new());
    let app = trainer(&here);
    app.make_assignment(to(&[], vec![module()])).unwrap();
    let path = carried(&here, &app, &there);
    let first = std::fs::read(&path).unwrap();
    app.make_assignment(to(&[], vec![PartToAssign { module_id: SECOND.into(), step_id: None }]))
        .unwrap();
    carried(&here, &app, &there);
    let other = there.app();
    begin(&other, "Noor");
    other.open_assignment_file().unwrap();
    assert_eq!(mine(Some(other.trust_trainer().unwrap())), 2);
    let refused = |bytes: &[u8]| {
        std::fs::write(&path, bytes).unwrap();
        let opened = other.open_assignment_file().unwrap();
        assert_eq!(other.home().unwrap().assigned.len(), 2);
        match opened {
            Some(OpenedAssignments::Refused { why }) => why,
            other => panic!("taken: {other:?}"),
        }
    };
    assert_eq!(refused(&first), AssignmentFileFault::Older);
    let mut changed = first.clone();
    let at = changed.len() - 40;
    changed[at] ^= 1;
    assert_eq!(refused(&changed), AssignmentFileFault::Changed);
    assert_eq!(refused(b"name,code\n"), AssignmentFileFault::NotOurs);
    let ids: Vec<String> =
        app.trainer_assignments().unwrap().rows.into_iter().map(|row| row.assignment_id).collect();
    app.withdraw_assignment(OpenAssignment { assignment_id: ids[0].clone() }).unwrap();
    carried(&here, &app, &there);
    assert_eq!(mine(other.open_assignment_file().unwrap()), 1, "what was withdrawn is gone");
}

#[test]
fn made_up_assignments_reach_nobody() {
    let folder = Folder::new();
    let app = trainer(&folder);
    begin(&app, "Ada");
    app.load_sample().unwrap();
    app.make_assignment(to(&[], vec![module()])).unwrap();
    assert!(app.home().unwrap().assigned.is_empty());
    app.remove_sample().unwrap();
    assert!(app.trainer_assignments().unwrap().rows.is_empty());
}

#[test]
fn the_status_of_everybody_is_taken_away_as_a_file_and_of_a_group_too() {
    let folder = Folder::new();
    let app = trainer(&folder);
    let (maya, noor) = (begin(&app, "Maya"), begin(&app, "Noor"));
    take_check(&app, MODULE, right_response).unwrap();
    app.collect().unwrap();
    let group = PutIntoGroup { name: "Payroll".into(), person_ids: vec![maya.clone()] };
    app.put_into_group(group).unwrap();
    app.make_assignment(to(&[], vec![module()])).unwrap();
    let taken = |among: Among| {
        let what = WhatToTake { among, ..WhatToTake::of(Report::Assignments) };
        let choice = TakingChoice { form: FileForm::Csv, mark: false, ..TakingChoice::default() };
        let path = folder.dir.path().join("assignments.csv");
        let args = TakeAway { what, choice, words: TakingWords::default() };
        app.take_to(&args, &path).unwrap().unwrap();
        std::fs::read_to_string(path).unwrap()
    };
    let all = taken(Among::default());
    let row = |id: &str| all.lines().find(|line| line.contains(id)).unwrap().to_owned();
    assert!(row(&maya).contains("Payroll"));
    assert!(row(&maya).contains(",2026-12-04,") && row(&maya).contains(",started,"), "{all}");
    assert!(row(&noor).contains(",completed,") && !row(&noor).contains("Payroll"));
    let groups = app.trainer_overview(Among::default()).unwrap().among.groups;
    let group_id = Some(groups[0].group_id.clone());
    let some = taken(Among { group_id, ..Among::default() });
    assert_eq!((all.lines().count(), some.lines().count()), (3, 2));
    assert!(some.contains(&maya) && !some.contains(&noor));
}
