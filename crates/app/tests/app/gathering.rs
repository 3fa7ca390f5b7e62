//! Collecting from the organisation's record store: the same checks as from result files, once, and nothing that a
//! store makes up.

use std::{fs, path::PathBuf, sync::Arc, time::Duration};

use eighteen_app::{
    App, ErrorCode, Memory, Reach, Roots,
    wire::{
        among::Among,
        delivery::{DeliveryTrouble, StoreRefused},
        gathering::{
            Gathering, LeftOut, LookInStore, LookState, LookedInStore, SourceNamed, WhyLeftOut,
        },
        results::CollectFiles,
        trainer::{AskModule, AskQuestions, OpenPerson},
    },
};
use eighteen_deliver::Reply;
use eighteen_testkit::{
    lrs::{Authority, Lrs, Said, Server, answer},
    right_response, take_check, wrong_response,
};
use serde_json::{Value, json};

use crate::{
    delivery::{Organisation, SECRET, agree, send, typed},
    results::{trainer, trust, unlock},
    support::{Folder, MODULE, begin},
    whole_way::checks_of,
};

const OTHER: &str = "one-flaw";

/// A trainer who collects from this address.
fn collector(folder: &Folder, address: &str, reach: Reach) -> App {
    let app = folder.app().delivering(Box::new(Memory::default()), reach);
    unlock(&app);
    let named = app.name_source(typed(address)).unwrap();
    assert!(matches!(named, SourceNamed::Taken { .. }), "{named:?}");
    app
}

fn of(organisation: &Organisation) -> (Folder, App) {
    let folder = Folder::new();
    let app = collector(&folder, &organisation.address(), organisation.reach.clone());
    (folder, app)
}

/// Reads to the end, or to what is the matter.
fn look(app: &App, from_start: bool) -> LookedInStore {
    let mut seen = app.look_in_store(LookInStore { from_start }).unwrap();
    while seen.looked.as_ref().unwrap().state == LookState::More {
        seen = app.look_on_in_store().unwrap();
    }
    seen.looked.unwrap()
}

pub(crate) fn gather(app: &App) -> (LookedInStore, Gathering) {
    let looked = look(app, false);
    (looked, app.take_from_store().unwrap())
}

/// A learner who agreed, takes checks, and whose statements are in the store.
fn learner(organisation: &Organisation, work: impl FnOnce(&App)) -> (Folder, String) {
    let folder = Folder::new();
    let app = organisation.app(&folder);
    let id = begin(&app, "Maya Canaryname");
    organisation.name_in(&app);
    agree(&app);
    work(&app);
    send(&app);
    (folder, id)
}

fn two_checks(app: &App) {
    take_check(app, MODULE, wrong_response).unwrap();
    take_check(app, MODULE, right_response).unwrap();
    take_check(app, OTHER, right_response).unwrap();
}

/// What the reports say that stand on checks alone.
fn reports(app: &App) -> Value {
    let module = |id: &str| AskModule { module_id: Some(id.to_owned()), among: Among::default() };
    let modules: Vec<Value> = [MODULE, OTHER]
        .map(|id| checks_of(serde_json::to_value(app.trainer_module(module(id)).unwrap()).unwrap()))
        .into();
    json!({
        "questions": app.trainer_questions(AskQuestions::default()).unwrap(),
        "misconceptions": app.trainer_misconceptions(Among::default()).unwrap(),
        "lasted": app.trainer_lasted(Among::default()).unwrap(),
        "checks": modules,
    })
}

#[test]
fn the_reports_from_statements_are_those_from_result_files() {
    let organisation = Organisation::new();
    let (by_file, key_file) = trainer();
    let folder = Folder::new();
    let exports = folder.dir.path().join("exports");
    let app = folder.app_opening(vec![key_file]);
    let app = app.delivering(Box::new(Memory::default()), organisation.reach.clone());
    let id = begin(&app, "Maya");
    organisation.name_in(&app);
    agree(&app);
    two_checks(&app);
    send(&app);
    let public_key = trust(&app);
    let file = app
        .save_results(eighteen_app::wire::results::PublicKeyOf { public_key })
        .unwrap()
        .unwrap()
        .path;
    assert!(PathBuf::from(&file).starts_with(exports));

    let signed = by_file.app_opening(vec![file.clone().into()]);
    unlock(&signed);
    signed.choose_result_files().unwrap();
    signed.collect_files(CollectFiles { indexes: vec![0] }).unwrap();

    let (_by_store, unsigned) = of(&organisation);
    let (looked, after) = gather(&unsigned);
    assert_eq!((looked.new_checks, looked.known_checks, looked.open_checks), (3, 0, 0));
    assert_eq!((looked.left_out, looked.state), (Vec::new(), LookState::Done));
    assert_eq!((after.waiting, after.looked), (0, None));
    let (from_files, from_store) = (reports(&signed), reports(&unsigned));
    for part in ["questions", "misconceptions", "lasted", "checks"] {
        assert_eq!(from_files[part], from_store[part], "{part}");
    }
    let detail = |app: &App| app.trainer_person(OpenPerson { person_id: id.clone() }).unwrap();
    let (of_file, of_store) = (detail(&signed), detail(&unsigned));
    assert_eq!((of_file.name.as_deref(), of_store.name), (Some("Maya"), None), "no name is sent");
    assert_eq!(
        serde_json::to_value(of_file.attempts).unwrap(),
        serde_json::to_value(of_store.attempts).unwrap()
    );

    // Nothing was signed, and that is said; a file puts it right.
    let history = |app: &App| app.person_history(OpenPerson { person_id: id.clone() }).unwrap();
    assert_eq!(history(&signed).unsigned_checks, 0);
    assert_eq!(history(&unsigned).unsigned_checks, 3);
    drop(unsigned);
}

#[test]
fn a_file_takes_the_place_of_statements_and_statements_never_that_of_a_file() {
    let organisation = Organisation::new();
    let (by_file, key_file) = trainer();
    let folder = Folder::new();
    let app = folder.app_opening(vec![key_file]);
    let app = app.delivering(Box::new(Memory::default()), organisation.reach.clone());
    let person_id = begin(&app, "Maya");
    organisation.name_in(&app);
    agree(&app);
    two_checks(&app);
    send(&app);
    let public_key = trust(&app);
    let args = eighteen_app::wire::results::PublicKeyOf { public_key };
    let file = PathBuf::from(app.save_results(args).unwrap().unwrap().path);

    let app = by_file.app_opening(vec![file]);
    let app = app.delivering(Box::new(Memory::default()), organisation.reach.clone());
    unlock(&app);
    app.name_source(typed(&organisation.address())).unwrap();
    gather(&app);
    let unsigned =
        || app.person_history(OpenPerson { person_id: person_id.clone() }).unwrap().unsigned_checks;
    assert_eq!(unsigned(), 3);
    let before = reports(&app);
    app.choose_result_files().unwrap();
    app.collect_files(CollectFiles { indexes: vec![0] }).unwrap();
    assert_eq!(unsigned(), 0, "the file vouches for them");
    assert_eq!(reports(&app)["questions"], before["questions"], "each check is there once");
    let looked = look(&app, true);
    assert_eq!((looked.new_checks, looked.known_checks), (0, 3));
    app.take_from_store().unwrap();
    assert_eq!(unsigned(), 0, "and stays signed");
}

#[test]
fn only_what_is_new_is_read_the_next_time_and_everything_counts_once() {
    let organisation = Organisation::new();
    organisation.lrs.lock().unwrap().page = Some(7);
    let (maya, _id) = learner(&organisation, two_checks);
    let (folder, app) = of(&organisation);
    let (first, after) = gather(&app);
    let stored = organisation.lrs.lock().unwrap().order.len();
    assert_eq!((first.statements as usize, first.pages as usize), (stored, stored.div_ceil(7)));
    let until = after.read_until.unwrap();
    let before = reports(&app);

    let again = look(&app, false);
    assert!(again.statements < first.statements && again.new_checks == 0, "{again:?}");
    assert_eq!(again.known_checks, 1, "the last minute is read again");
    assert_eq!(app.take_from_store().unwrap().read_until, Some(until), "it does not go back");
    assert_eq!(reports(&app), before);

    let maya = organisation.app(&maya);
    let learner_id = maya.startup().unwrap().learners[0].id.clone();
    maya.choose_learner(eighteen_app::wire::learner::ChooseLearner {
        learner_id: Some(learner_id),
    })
    .unwrap();
    maya.name_record_store(typed(&organisation.address())).unwrap();
    take_check(&maya, OTHER, wrong_response).unwrap();
    send(&maya);
    let (more, _) = gather(&app);
    assert_eq!(more.new_checks, 1);
    let everything = look(&app, true);
    assert_eq!((everything.new_checks, everything.known_checks), (0, 4));
    drop(app);
    assert!(!fs::read(folder.data().join("trainer.db")).unwrap().is_empty());
    let again = collector(&folder, &organisation.address(), organisation.reach.clone());
    assert!(again.gathering().unwrap().read_until.is_some(), "it is remembered");
}

#[test]
fn a_check_of_which_something_is_missing_waits_for_the_rest() {
    let organisation = Organisation::new();
    learner(&organisation, |app| {
        take_check(app, MODULE, right_response).unwrap();
    });
    // One answer comes late, after everything else.
    let late = {
        let mut lrs = organisation.lrs.lock().unwrap();
        let place =
            lrs.order.iter().position(|id| lrs.held[id].contains("verbs/answered")).unwrap();
        lrs.order.remove(place)
    };
    let (_folder, app) = of(&organisation);
    let (looked, after) = gather(&app);
    assert_eq!((looked.new_checks, looked.open_checks, after.waiting), (0, 1, 1));
    let firsts = |app: &App| {
        serde_json::to_value(app.trainer_questions(AskQuestions::default()).unwrap()).unwrap()
    };
    let before = firsts(&app);
    organisation.lrs.lock().unwrap().order.push(late);
    let (looked, after) = gather(&app);
    assert_eq!((looked.new_checks, looked.open_checks, after.waiting), (1, 0, 0));
    assert_ne!(firsts(&app), before, "now it counts");
}

#[test]
fn what_a_store_makes_up_is_left_out_with_its_reason() {
    let organisation = Organisation::new();
    learner(&organisation, two_checks);
    {
        let mut lrs = organisation.lrs.lock().unwrap();
        let lrs = &mut *lrs;
        let finished: Vec<String> = lrs
            .order
            .iter()
            .filter(|id| lrs.held[*id].contains("verbs/completed"))
            .cloned()
            .collect();
        // A pack that nobody has, and more points to pass than the pack asks for.
        let change = |lrs: &mut Lrs, id: &str, name: &str, value: Value| {
            let mut one: Value = serde_json::from_str(&lrs.held[id]).unwrap();
            one["context"]["extensions"][format!("urn:x-eighteen-days:extension:{name}")] = value;
            lrs.held.insert(id.to_owned(), one.to_string());
        };
        change(lrs, &finished[0], "pack-hash", json!("c0ffee"));
        change(lrs, &finished[1], "pass-points", json!(1));
        for (id, statement) in [
            ("1", json!({ "id": "1", "object": { "id": "https://example.org/other" } })),
            ("2", json!({ "id": "2", "object": { "id": "urn:x-eighteen-days:p:check:q" } })),
            ("3", json!("no statement")),
        ] {
            lrs.held.insert(id.to_owned(), statement.to_string());
            if id != "3" {
                lrs.order.push(id.to_owned());
            }
        }
    }
    let (_folder, app) = of(&organisation);
    let (looked, after) = gather(&app);
    assert_eq!((looked.new_checks, after.waiting), (1, 1), "the one without its pack waits");
    let why = |why| LeftOut { why, count: 1 };
    assert_eq!(
        looked.left_out,
        [
            why(WhyLeftOut::NotOurs),
            why(WhyLeftOut::NotWhole),
            why(WhyLeftOut::NoPack),
            why(WhyLeftOut::DoesNotFit)
        ]
    );
}

/// A store that plays its part from a script.
fn scripted(play: impl FnMut(&str) -> Said + Send + 'static) -> (Server, Reach) {
    let authority = Authority::new();
    let mut play = play;
    let server = Server::start(authority.server_for(&["localhost"], false), move |request| {
        play(&request.path)
    });
    let roots = Roots::These(vec![authority.root()]);
    (server, Reach { roots, loopback: true, patience: Duration::from_secs(5) })
}

#[test]
fn what_is_the_matter_is_told_and_reading_goes_on_where_it_was() {
    let organisation = Organisation::new();
    organisation.lrs.lock().unwrap().page = Some(9);
    learner(&organisation, two_checks);
    let lrs = Arc::clone(&organisation.lrs);
    let mut asked = 0;
    let busy =
        |seconds| Reply::Answer { status: 429, retry_after: Some(seconds), body: Vec::new() };
    let (server, reach) = scripted(move |path| {
        asked += 1;
        match asked {
            1 => Said::Reply(answer(401, "no")),
            2 => Said::Reply(busy(17)),
            3 => Said::Reply(answer(200, r#"{"statements":[{"id":"#)),
            4 => Said::Nothing,
            6 => Said::Reply(answer(200, r#"{"statements":[],"more":"https://evil.example/"}"#)),
            _ => {
                let mut lrs = lrs.lock().unwrap();
                // Every page comes upside down, with its first statement twice.
                let Reply::Answer { status, retry_after, body } = lrs.list(path) else {
                    return Said::Nothing;
                };
                let mut page: Value = serde_json::from_slice(&body).unwrap();
                let list = page["statements"].as_array_mut().unwrap();
                list.reverse();
                let first = list.first().cloned();
                list.extend(first);
                let body = page.to_string().into_bytes();
                Said::Reply(Reply::Answer { status, retry_after, body })
            }
        }
    });
    let folder = Folder::new();
    let app = collector(&folder, &format!("https://localhost:{}/xapi", server.port()), reach);
    app.look_in_store(LookInStore { from_start: false }).unwrap();
    let mut troubles = Vec::new();
    let looked = loop {
        let looked = app.look_on_in_store().unwrap().looked.unwrap();
        match looked.state.clone() {
            LookState::Trouble { trouble, wait_seconds } => troubles.push((trouble, wait_seconds)),
            LookState::More => {}
            LookState::Done | LookState::Full => break looked,
        }
        assert!(troubles.len() < 9, "{troubles:?}");
    };
    assert_eq!(
        troubles,
        [
            (DeliveryTrouble::Credentials, None),
            (DeliveryTrouble::Busy, Some(17)),
            (DeliveryTrouble::Unreadable, None),
            (DeliveryTrouble::Broken, None),
            (DeliveryTrouble::Elsewhere, None),
        ]
    );
    let stored = organisation.lrs.lock().unwrap().order.len();
    assert_eq!((looked.statements as usize, looked.new_checks), (stored, 3), "each once");
    assert!(!server.heard().contains("evil"), "nobody went elsewhere");
    app.take_from_store().unwrap();
    let (_other, whole) = of(&organisation);
    gather(&whole);
    assert_eq!(reports(&app), reports(&whole), "the order of pages changes nothing");
}

#[test]
fn a_look_that_was_stopped_leaves_nothing_and_nobody_else_may_look() {
    let organisation = Organisation::new();
    learner(&organisation, two_checks);
    let (folder, app) = of(&organisation);
    app.look_in_store(LookInStore { from_start: false }).unwrap();
    app.look_on_in_store().unwrap();
    assert_eq!(app.stop_look().unwrap().looked, None);
    assert_eq!(app.look_on_in_store().unwrap_err().code, ErrorCode::NotFound);
    assert_eq!(app.take_from_store().unwrap_err().code, ErrorCode::NotFound);
    assert_eq!(app.gathering().unwrap().read_until, None);

    look(&app, false);
    app.lock_trainer().unwrap();
    assert_eq!(app.gathering().unwrap_err().code, ErrorCode::TrainerLocked);
    assert_eq!(app.look_on_in_store().unwrap_err().code, ErrorCode::TrainerLocked);
    unlock(&app);
    assert_eq!(app.gathering().unwrap().looked, None, "what was read is forgotten");

    let refused = app.name_source(typed("http://lrs.example.org")).unwrap();
    assert!(matches!(refused, SourceNamed::Refused { why: StoreRefused::NotHttps }), "{refused:?}");
    app.remove_source().unwrap();
    assert_eq!(app.gathering().unwrap().store, None);
    let nobody = app.look_in_store(LookInStore { from_start: false }).unwrap_err();
    assert_eq!(nobody.code, ErrorCode::NotFound);
    drop(app);
    for entry in fs::read_dir(folder.data()).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap_or_default();
        assert!(!String::from_utf8_lossy(&bytes).contains(SECRET), "the password is in no file");
    }
}
