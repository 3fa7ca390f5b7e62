//! What each page of the trainer's area takes in a store of any size, through the app and without a window.
//!
//! `trainer_loop --data-dir D --rounds N [--only WORDS]`, with the passphrase in `EIGHTEEN_PASSPHRASE`, prints one JSON
//! object: for each command whose name has these words the slowest of its rounds but the first, in milliseconds of
//! the processor. Each is told on standard error as well, as soon as it is known.

use std::path::Path;

use eighteen_app::{
    App, UserError,
    wire::{
        among::Among,
        roster::AskRoster,
        trainer::{
            AskModule, AskPeople, AskQuestions, Attempts, OpenPerson, Passphrase, PeopleColumn,
            StandingFilter,
        },
    },
};
use eighteen_testkit::{SaveTo, cpu_seconds};
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
    let only = value("--only").unwrap_or_default();
    let start = cpu_seconds();
    let app = App::open(Path::new(&folder), Box::new(SaveTo::nowhere()));
    app.unlock_trainer(Passphrase { passphrase })?;
    let mut told = Map::new();
    told.insert("unlock".to_owned(), milliseconds(start));
    for (name, ask) in asked().into_iter().filter(|(name, _)| name.contains(&only)) {
        let mut slowest = Value::Null;
        for round in 0..=rounds {
            let start = cpu_seconds();
            ask(&app).map_err(|error| format!("{name}: {}", error.detail))?;
            let took = milliseconds(start);
            // The first round reads the file; the others are what somebody meets who works.
            if round == 1 || took.as_f64() > slowest.as_f64() {
                slowest = took;
            }
        }
        eprintln!("{name}: {slowest}");
        told.insert(name.to_owned(), slowest);
    }
    println!("{}", Value::Object(told));
    Ok(())
}

fn milliseconds(since: f64) -> Value {
    (((cpu_seconds() - since) * 1e4).round() / 10.0).into()
}

type Asked = (&'static str, fn(&App) -> Result<(), UserError>);

fn asked() -> Vec<Asked> {
    vec![
        ("overview", |app| app.trainer_overview(Among::default()).map(drop)),
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
            app.trainer_module(AskModule {
                module_id: Some("the-notice".to_owned()),
                among: Among::default(),
            })
            .map(drop)
        }),
        ("questions", |app| app.trainer_questions(AskQuestions::default()).map(drop)),
        ("questions of thirty days", |app| {
            let ask = AskQuestions {
                among: Among { last_days: Some(30), ..Among::default() },
                attempts: Attempts::All,
                ..AskQuestions::default()
            };
            app.trainer_questions(ask).map(drop)
        }),
        ("questions: recounted, filtered", |app| {
            let among = Among {
                from_day: Some("2000-01-01".to_owned()),
                to_day: Some("2099-12-31".to_owned()),
                ..Among::default()
            };
            let ask = AskQuestions { among, recount: true, ..AskQuestions::default() };
            app.trainer_questions(ask).map(drop)
        }),
        ("a person", |app| {
            let first = app.trainer_people(AskPeople { limit: 1, ..AskPeople::default() })?;
            first.rows.into_iter().try_for_each(|row| {
                app.trainer_person(OpenPerson { person_id: row.person_id }).map(drop)
            })
        }),
        ("inbox", |app| app.trainer_inbox(Among::default()).map(drop)),
        ("ultimatum", |app| app.trainer_forks().map(drop)),
        ("wrong ideas", |app| app.trainer_misconceptions(Among::default()).map(drop)),
        ("what lasted", |app| app.trainer_lasted(Among::default()).map(drop)),
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
