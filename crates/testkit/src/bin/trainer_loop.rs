//! What each page of the trainer's area takes in a store of any size, through the app and without a window.
//!
//! `trainer_loop --data-dir D --rounds N`, with the passphrase in `EIGHTEEN_PASSPHRASE`, prints one JSON object: for
//! each command the slowest of its rounds but the first, in milliseconds.

#![allow(clippy::disallowed_methods, reason = "measures itself, no time of the domain")]

use std::{path::Path, time::Instant};

use eighteen_app::{
    App, UserError,
    wire::{
        roster::AskRoster,
        trainer::{
            AskModule, AskPeople, AskQuestions, Attempts, Passphrase, PeopleColumn, StandingFilter,
        },
    },
};
use eighteen_testkit::SaveTo;
use serde_json::{Map, Value};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let words: Vec<String> = std::env::args().collect();
    let value = |name: &str| {
        words.iter().position(|word| word == name).and_then(|at| words.get(at + 1)).cloned()
    };
    let folder = value("--data-dir").ok_or("--data-dir is missing")?;
    let rounds: usize = value("--rounds").unwrap_or_else(|| "3".to_owned()).parse()?;
    let passphrase = std::env::var("EIGHTEEN_PASSPHRASE")?;
    let start = Instant::now();
    let app = App::open(Path::new(&folder), Box::new(SaveTo::nowhere()));
    app.unlock_trainer(Passphrase { passphrase })?;
    let mut told = Map::new();
    told.insert("unlock".to_owned(), milliseconds(start));
    for (name, ask) in asked() {
        let mut slowest = Value::Null;
        for round in 0..=rounds {
            let start = Instant::now();
            ask(&app).map_err(|error| format!("{name}: {}", error.detail))?;
            let took = milliseconds(start);
            // The first round reads the file; the others are what somebody meets who works.
            if round == 1 || took.as_f64() > slowest.as_f64() {
                slowest = took;
            }
        }
        told.insert(name.to_owned(), slowest);
    }
    println!("{}", Value::Object(told));
    Ok(())
}

fn milliseconds(since: Instant) -> Value {
    ((since.elapsed().as_secs_f64() * 1e4).round() / 10.0).into()
}

type Asked = (&'static str, fn(&App) -> Result<(), UserError>);

fn asked() -> Vec<Asked> {
    vec![
        ("overview", |app| app.trainer_overview().map(drop)),
        ("people", |app| people(app, |_| ())),
        ("people: a page further down", |app| people(app, |ask| ask.offset = 20_000)),
        ("people: a name", |app| people(app, |ask| "Person 4".clone_into(&mut ask.name))),
        ("people: need help", |app| people(app, |ask| ask.standing = StandingFilter::Help)),
        ("people: not started", |app| people(app, |ask| ask.standing = StandingFilter::NotStarted)),
        ("people: sorted by last activity", |app| {
            people(app, |ask| (ask.sort, ask.descending) = (PeopleColumn::Last, true))
        }),
        ("people: sorted by a module", |app| {
            let module_id = "the-notice".to_owned();
            people(app, |ask| ask.sort = PeopleColumn::Module { module_id: module_id.clone() })
        }),
        ("list of people", |app| roster(app, "", 0)),
        ("list of people: a page further down", |app| roster(app, "", 200)),
        ("list of people: words", |app| roster(app, "person 49", 0)),
        ("a module", |app| {
            app.trainer_module(AskModule { module_id: Some("the-notice".to_owned()) }).map(drop)
        }),
        ("questions", |app| app.trainer_questions(AskQuestions::default()).map(drop)),
        ("questions of thirty days", |app| {
            let ask = AskQuestions {
                last_days: Some(30),
                attempts: Attempts::All,
                ..AskQuestions::default()
            };
            app.trainer_questions(ask).map(drop)
        }),
        ("inbox", |app| app.trainer_inbox().map(drop)),
        ("ultimatum", |app| app.trainer_forks().map(drop)),
        ("wrong ideas", |app| app.trainer_misconceptions().map(drop)),
        ("what lasted", |app| app.trainer_lasted().map(drop)),
        ("assignments", |app| app.trainer_assignments().map(drop)),
    ]
}

fn people(app: &App, change: impl Fn(&mut AskPeople)) -> Result<(), UserError> {
    let mut ask = AskPeople { limit: 100, ..AskPeople::default() };
    change(&mut ask);
    app.trainer_people(ask).map(drop)
}

fn roster(app: &App, search: &str, page: u32) -> Result<(), UserError> {
    app.trainer_roster(AskRoster { search: search.to_owned(), group_id: None, page }).map(drop)
}
