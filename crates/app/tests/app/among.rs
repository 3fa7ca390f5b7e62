//! One filter for every report: two halves of the people, or of the days, add up to everybody.

use eighteen_app::{
    App, ErrorCode,
    wire::{
        among::Among,
        roster::PutIntoGroup,
        taking::{
            CellSeparator, FileForm, Report, TakeAway, TakingChoice, TakingWords, WhatToTake,
        },
        trainer::{AskModule, AskPeople, AskQuestions, Passphrase},
    },
};

use crate::support::{Folder, MODULE, PASSPHRASE};

/// The made-up people, the first ten of them in one group and the others in another; both groups.
fn halved() -> (Folder, App, [Among; 2]) {
    let folder = Folder::new();
    let app = folder.app();
    app.create_trainer_store(Passphrase { passphrase: PASSPHRASE.to_owned() }).unwrap();
    let everybody = app.load_sample().unwrap();
    assert!(everybody.among.groups.is_empty() || everybody.among.group.is_none());
    let ids: Vec<String> = everybody.rows.iter().map(|row| row.person_id.clone()).collect();
    for (name, some) in [("First half", &ids[..10]), ("Second half", &ids[10..])] {
        let (name, person_ids) = (name.to_owned(), some.to_vec());
        app.put_into_group(PutIntoGroup { name, person_ids }).unwrap();
    }
    let groups = app.trainer_overview(Among::default()).unwrap().among.groups;
    let of = |name: &str| {
        let group = groups.iter().find(|group| group.name == name).unwrap();
        Among { group_id: Some(group.group_id.clone()), ..Among::default() }
    };
    let halves = [of("First half"), of("Second half")];
    (folder, app, halves)
}

fn days(from: Option<&str>, to: Option<&str>) -> Among {
    let day = |day: Option<&str>| day.map(str::to_owned);
    Among { from_day: day(from), to_day: day(to), ..Among::default() }
}

fn module(app: &App, among: &Among) -> eighteen_app::wire::trainer::ModuleReport {
    let module_id = Some(MODULE.to_owned());
    app.trainer_module(AskModule { module_id, among: among.clone() }).unwrap()
}

/// A figure of every report that is a count of people or of what each of them gave, once.
fn counts(app: &App, among: &Among) -> Vec<(&'static str, u32)> {
    let asked = || among.clone();
    let overview = app.trainer_overview(asked()).unwrap();
    let people = AskPeople { group_id: asked().group_id, limit: 500, ..AskPeople::default() };
    let people = app.trainer_people(people).unwrap();
    assert_eq!((people.shown, &people.rows), (overview.people, &overview.rows));
    let of = module(app, among);
    let questions = AskQuestions { among: asked(), ..AskQuestions::default() };
    let questions = app.trainer_questions(questions).unwrap();
    let inbox = app.trainer_inbox(asked()).unwrap();
    let wrong = app.trainer_misconceptions(asked()).unwrap();
    let lasted = app.trainer_lasted(asked()).unwrap();
    vec![
        ("overview: people", overview.people),
        ("overview: completed", overview.modules[0].completed.unwrap()),
        ("overview: need help", overview.people_who_need_help),
        ("module: people", of.people),
        ("module: completions", of.completions.last().map_or(0, |on| on.people)),
        ("module: stopped", of.steps.iter().filter_map(|step| step.stopped).sum()),
        ("module: timed", of.steps.iter().filter_map(|step| step.timed).sum()),
        ("module: first checks", of.first_checks),
        ("questions: attempts", questions.attempts),
        ("questions: correct", questions.rows.iter().map(|row| row.correct).sum()),
        ("inbox: people", inbox.people),
        ("inbox: messages", inbox.hostile.iter().map(|row| row.people).sum()),
        ("misconceptions: met", wrong.rows.iter().map(|row| row.met).sum()),
        ("misconceptions: chose", wrong.rows.iter().filter_map(|row| row.chose).sum()),
        ("lasted: people", lasted.start.people),
        ("lasted: pairs", lasted.later.iter().map(|one| one.pairs).sum()),
    ]
}

#[test]
fn two_groups_that_share_nobody_add_up_to_everybody_in_every_report() {
    let (_folder, app, [first, second]) = halved();
    let all = counts(&app, &Among::default());
    let halves = counts(&app, &first).into_iter().zip(counts(&app, &second));
    for ((name, all), ((_, one), (_, other))) in all.into_iter().zip(halves) {
        assert_eq!(one + other, all, "{name}: {one} and {other}");
        assert!(one > 0 && other > 0, "{name} is the same with and without the filter");
    }
}

#[test]
fn days_before_and_after_one_add_up_in_every_report_that_has_days() {
    let (_folder, app, _) = halved();
    let (early, late) = (days(None, Some("2026-11-12")), days(Some("2026-11-13"), None));
    let with_days = [
        "module: completions",
        "module: timed",
        "module: first checks",
        "questions: attempts",
        "questions: correct",
        "misconceptions: chose",
        "lasted: pairs",
    ];
    let all = counts(&app, &Among::default());
    let halves = counts(&app, &early).into_iter().zip(counts(&app, &late));
    for ((name, all), ((_, one), (_, other))) in all.into_iter().zip(halves) {
        if with_days.contains(&name) {
            assert!(one > 0 && other > 0, "{name} is the same with and without days");
            // Somebody can hold an idea before and after a day.
            let exact = name != "misconceptions: chose";
            assert!(if exact { one + other == all } else { one + other >= all }, "{name}");
        } else if !name.starts_with("lasted") && !name.starts_with("misconceptions") {
            assert_eq!((one, other), (all, all), "{name} knows no days");
        }
    }
}

#[test]
fn a_report_says_of_whom_it_is_told() {
    let (_folder, app, [first, _]) = halved();
    let asked = Among { last_days: Some(30), ..first };
    let report = module(&app, &asked).among;
    assert_eq!(report.group.unwrap().name, "First half");
    assert_eq!((report.from_day.as_deref(), report.to_day), (Some("2026-10-24"), None));
    assert!(report.can_filter && report.by_day && report.groups.len() >= 2);
    let inbox = app.trainer_inbox(asked.clone()).unwrap().among;
    assert_eq!((inbox.from_day, inbox.by_day), (None, false));
    let overview = app.trainer_overview(asked).unwrap();
    assert_eq!(overview.changed, None, "what was counted before was everybody");
    let nobody = Among { group_id: Some("no such group".to_owned()), ..Among::default() };
    for wrong in [nobody, days(Some("yesterday"), None), days(None, Some("2026-02-30"))] {
        assert_eq!(app.trainer_lasted(wrong).unwrap_err().code, ErrorCode::NotFound);
    }
}

#[test]
fn a_file_holds_what_its_page_shows() {
    let (_folder, app, [first, second]) = halved();
    let place = tempfile::tempdir().unwrap();
    let rows = |report: Report, among: &Among| {
        let what = WhatToTake { among: among.clone(), ..WhatToTake::of(report) };
        let separator = CellSeparator::Tab;
        let choice = TakingChoice { form: FileForm::Csv, separator, ..TakingChoice::default() };
        let path = place.path().join("report.csv");
        let args = TakeAway { what, choice, words: TakingWords::default() };
        app.take_to(&args, &path).unwrap().unwrap();
        std::fs::read_to_string(path).unwrap()
    };
    for report in [
        Report::People,
        Report::Modules,
        Report::Questions,
        Report::Inbox,
        Report::Misconceptions,
        Report::Lasted,
        Report::Answers,
    ] {
        let files = [Among::default(), first.clone(), second.clone()].map(|it| rows(report, &it));
        assert!(files[0] != files[1] && files[1] != files[2], "{report:?}");
        if matches!(report, Report::People | Report::Answers) {
            let lines = |file: &String| file.lines().count() - 1;
            assert_eq!(lines(&files[1]) + lines(&files[2]), lines(&files[0]), "{report:?}");
        }
    }
    let report = module(&app, &first);
    let written = rows(Report::Modules, &first);
    let stopped = |line: &str| line.split('\t').nth(3).unwrap().parse::<u32>().unwrap();
    let total: u32 = written.lines().skip(1).map(stopped).sum();
    assert_eq!(total, report.steps.iter().filter_map(|step| step.stopped).sum::<u32>());
}
