//! The table of people, page by page, and what has changed since another day.

use std::collections::BTreeSet;

use chrono::Duration;
use eighteen_app::{
    App, module_table,
    wire::{
        among::Among,
        learner::ModuleState,
        trainer::{AskModule, AskPeople, Passphrase, PeopleColumn, PersonRow, StandingFilter},
    },
};
use eighteen_testkit::{finish_steps, right_response, take_check};

use crate::support::{Folder, MODULE, PASSPHRASE, begin};

fn sampled() -> (Folder, App) {
    let folder = Folder::new();
    let app = folder.app();
    app.create_trainer_store(Passphrase { passphrase: PASSPHRASE.to_owned() }).unwrap();
    app.load_sample().unwrap();
    (folder, app)
}

fn found(app: &App, ask: AskPeople) -> Vec<PersonRow> {
    app.trainer_people(AskPeople { limit: 500, ..ask }).unwrap().rows
}

fn completed(state: ModuleState) -> bool {
    matches!(state, ModuleState::Completed | ModuleState::Known)
}

#[test]
fn pages_are_cut_out_of_one_order() {
    let (_folder, app) = sampled();
    let all = found(&app, AskPeople::default());
    assert_eq!(all.len(), 24);
    assert_eq!(all, app.trainer_overview(Among::default()).unwrap().rows);
    let mut pages = Vec::new();
    for offset in [0, 10, 20, 30] {
        let page =
            app.trainer_people(AskPeople { offset, limit: 10, ..AskPeople::default() }).unwrap();
        assert_eq!(page.shown, 24);
        pages.extend(page.rows);
    }
    assert_eq!(pages, all);
}

#[test]
fn a_name_is_found_without_its_marks_and_turned_round() {
    let (_folder, app) = sampled();
    let ask = |name: &str| AskPeople { name: name.to_owned(), ..AskPeople::default() };
    let names = |rows: Vec<PersonRow>| -> Vec<String> {
        rows.into_iter().map(|row| row.name.unwrap()).collect()
    };
    assert_eq!(names(found(&app, ask("  ÁMARA "))), ["Amara Sample"]);
    assert!(found(&app, ask("nobody of this name")).is_empty());
    let mut turned = names(found(&app, AskPeople { descending: true, ..AskPeople::default() }));
    assert_eq!(turned[0], "Yusuf Sample");
    turned.reverse();
    assert_eq!(turned, names(found(&app, AskPeople::default())));
}

#[test]
fn the_database_and_the_page_agree_on_who_stands_where() {
    let (_folder, app) = sampled();
    let overview = app.trainer_overview(Among::default()).unwrap();
    let ids = |standing, module_id: Option<&String>| -> BTreeSet<String> {
        let ask = AskPeople { standing, module_id: module_id.cloned(), ..AskPeople::default() };
        found(&app, ask).into_iter().map(|row| row.person_id).collect()
    };
    for (at, module) in overview.modules.iter().enumerate() {
        let of = |test: &dyn Fn(ModuleState) -> bool| -> BTreeSet<String> {
            let rows = overview.rows.iter().filter(|row| test(row.cells[at].state));
            rows.map(|row| row.person_id.clone()).collect()
        };
        let done = of(&completed);
        let waiting = of(&|state| state == ModuleState::NotStarted);
        let begun = of(&|state| !completed(state) && state != ModuleState::NotStarted);
        let counted = |people: &BTreeSet<String>| Some(u32::try_from(people.len()).unwrap());
        assert_eq!(module.completed, counted(&done));
        assert_eq!(module.started, counted(&begun));
        assert_eq!(module.not_started, counted(&waiting));
        assert_eq!(ids(StandingFilter::Completed, Some(&module.module_id)), done);
        assert_eq!(ids(StandingFilter::Started, Some(&module.module_id)), begun);
        assert_eq!(ids(StandingFilter::NotStarted, Some(&module.module_id)), waiting);
    }
    let three = [StandingFilter::Completed, StandingFilter::Started, StandingFilter::NotStarted];
    let overall: Vec<_> = three.iter().map(|&standing| ids(standing, None).len()).collect();
    let counts = [overview.completed_all, overview.started, overview.not_started];
    assert_eq!(overall.iter().sum::<usize>(), 24);
    assert!(counts.iter().zip(overall).all(|(count, ids)| count.unwrap() as usize == ids));
    let help: BTreeSet<String> =
        overview.need_help.iter().map(|help| help.person_id.clone()).collect();
    assert_eq!(overview.people_who_need_help as usize, help.len());
    assert_eq!(ids(StandingFilter::Help, None), help);
}

#[test]
fn a_module_sorts_from_not_begun_to_completed() {
    let (_folder, app) = sampled();
    let sort = PeopleColumn::Module { module_id: MODULE.to_owned() };
    let rows = found(&app, AskPeople { sort: sort.clone(), ..AskPeople::default() });
    let ranks: Vec<u32> = rows
        .iter()
        .map(|row| match row.cells[0].state {
            ModuleState::NotStarted => 0,
            ModuleState::Started | ModuleState::StepsDone => 1,
            ModuleState::Known | ModuleState::Completed => 2,
        })
        .collect();
    assert!(ranks.is_sorted() && ranks[0] < ranks[23], "{ranks:?}");
    let last = found(
        &app,
        AskPeople { sort: PeopleColumn::Last, descending: true, ..AskPeople::default() },
    );
    assert!(last.is_sorted_by(|a, b| a.last_active >= b.last_active));
}

#[test]
fn a_module_that_is_not_there_is_said_to_be_missing() {
    let (_folder, app) = sampled();
    let ask = AskPeople { module_id: Some("no-such".to_owned()), ..AskPeople::default() };
    assert!(app.trainer_people(ask).is_err());
}

#[test]
fn what_has_changed_is_counted_from_the_last_day_before() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    app.create_trainer_store(Passphrase { passphrase: PASSPHRASE.to_owned() }).unwrap();
    assert_eq!(
        app.trainer_overview(Among::default()).unwrap().changed,
        None,
        "there is no day before"
    );
    begin(&app, "Noor");
    assert_eq!(
        app.trainer_overview(Among::default()).unwrap().changed,
        None,
        "nor later the same day"
    );
    folder.clock.move_on(Duration::days(3));
    // After days without use the area is locked.
    app.unlock_trainer(Passphrase { passphrase: PASSPHRASE.to_owned() }).unwrap();
    begin(&app, "Rami");
    take_check(&app, MODULE, right_response).unwrap();
    for _ in 0..2 {
        let changed = app.trainer_overview(Among::default()).unwrap().changed.unwrap();
        assert_eq!(changed.since, "2026-11-22");
        assert_eq!((changed.people, changed.begun, changed.completed), (1, 1, 1));
        assert_eq!((changed.checks, changed.need_help), (1, 0));
    }
}

#[test]
fn a_modules_report_adds_up_with_the_overview() {
    let (_folder, app) = sampled();
    let overview = app.trainer_overview(Among::default()).unwrap();
    for module in &overview.modules {
        let ask = AskModule { module_id: Some(module.module_id.clone()), among: Among::default() };
        let report = app.trainer_module(ask).unwrap();
        assert_eq!((report.people, &report.modules), (24, &overview.modules));
        assert_eq!(report.completions.last().map(|on| on.people), module.completed);
        assert!(report.completions.is_sorted_by(|a, b| a.day < b.day && a.people < b.people));
        let stopped: u32 = report.steps.iter().filter_map(|step| step.stopped).sum();
        assert_eq!(Some(stopped), module.started, "everybody in the middle is at a step");
        let results: u32 = report.results.iter().filter_map(|result| result.people).sum();
        assert_eq!(results, report.first_checks);
        for step in &report.steps {
            let half = [step.low_ms, step.median_ms, step.high_ms];
            assert_eq!(half.iter().all(Option::is_some), step.timed >= Some(5), "{step:?}");
            assert!(half.is_sorted(), "{step:?}");
        }
        assert_eq!(module_table(&report).rows.len(), report.steps.len());
    }
    assert_eq!(
        app.trainer_module(AskModule::default()).unwrap().module_id,
        overview.modules[0].module_id
    );
    assert!(
        app.trainer_module(AskModule {
            module_id: Some("no-such".to_owned()),
            among: Among::default()
        })
        .is_err()
    );
}

#[test]
fn the_time_on_each_step_is_collected_and_shown_to_the_learner() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    finish_steps(&app, MODULE).unwrap();
    let seen = app.trainer_view().unwrap().steps;
    app.create_trainer_store(Passphrase { passphrase: PASSPHRASE.to_owned() }).unwrap();
    app.trainer_overview(Among::default()).unwrap();
    let report = app
        .trainer_module(AskModule { module_id: Some(MODULE.to_owned()), among: Among::default() })
        .unwrap();
    assert!(!seen.is_empty() && seen.len() == report.steps.len());
    assert!(report.steps.iter().all(|step| step.timed == Some(1) && step.median_ms.is_none()));
}
