//! Results on their way to the organisation's store: nothing unasked, everything once, byte for byte.

use std::{
    fs,
    path::Path,
    sync::{Arc, Mutex},
    time::Duration,
};

use eighteen_app::{
    App, ErrorCode, Keeper, KeeperFault, Memory, Reach, Roots, Sender,
    wire::{
        check::{OpenAttempt, StartCheck},
        delivery::{
            AgreeToDelivery, AskStatements, DeliveryState, DeliveryTrouble, NameStore,
            PasswordPlace, PauseDelivery, StatementState, StoreNamed, StoreRefused, XapiVersion,
        },
        learner::ChooseLearner,
        my_data::EraseMe,
    },
};
use eighteen_testkit::{
    answer_next,
    lrs::{Authority, Lrs, Said, Server, answer, sent_by},
    right_response, take_check, wrong_response,
};
use serde_json::Value;

use crate::support::{Folder, MODULE, begin};

pub(crate) const SECRET: &str = "canary-of-the-record-store";

/// A keyring that does not open.
struct Closed;

impl Keeper for Closed {
    fn keep(&self, _: &str, _: &str) -> Result<(), KeeperFault> {
        Err(KeeperFault::None("no secret service".to_owned()))
    }

    fn secret(&self, _: &str) -> Result<Option<zeroize::Zeroizing<String>>, KeeperFault> {
        Err(KeeperFault::None("no secret service".to_owned()))
    }

    fn forget(&self, _: &str) -> Result<(), KeeperFault> {
        Err(KeeperFault::None("no secret service".to_owned()))
    }
}

/// An organisation with a store.
pub(crate) struct Organisation {
    pub(crate) lrs: Arc<Mutex<Lrs>>,
    server: Server,
    pub(crate) reach: Reach,
}

impl Organisation {
    pub(crate) fn new() -> Self {
        let authority = Authority::new();
        let lrs = Arc::new(Mutex::new(Lrs::default()));
        let shared = Arc::clone(&lrs);
        let server = Server::start(authority.server_for(&["localhost"], false), move |request| {
            sent_by(&mut shared.lock().unwrap(), request)
        });
        let reach = Reach {
            roots: Roots::These(vec![authority.root()]),
            loopback: true,
            patience: Duration::from_secs(5),
        };
        Self { lrs, server, reach }
    }

    pub(crate) fn app(&self, folder: &Folder) -> App {
        folder.app().delivering(Box::new(Memory::default()), self.reach.clone())
    }

    pub(crate) fn address(&self) -> String {
        format!("https://localhost:{}/xapi", self.server.port())
    }

    pub(crate) fn name_in(&self, app: &App) {
        let named = app.name_record_store(typed(&self.address())).unwrap();
        assert!(matches!(named, StoreNamed::Taken { .. }), "{named:?}");
    }

    fn held(&self) -> Vec<Value> {
        let lrs = self.lrs.lock().unwrap();
        lrs.held.values().map(|one| serde_json::from_str(one).unwrap()).collect()
    }
}

pub(crate) fn typed(address: &str) -> NameStore {
    NameStore {
        address: address.to_owned(),
        version: XapiVersion::V1_0_3,
        name: "eighteen-days".to_owned(),
        password: SECRET.to_owned(),
    }
}

pub(crate) fn agree(app: &App) {
    app.agree_to_delivery(AgreeToDelivery { yes: true }).unwrap();
}

/// Sends until there is nothing to do.
pub(crate) fn send(app: &App) {
    let mut sender = Sender::default();
    while app.send(&mut sender).unwrap().is_zero() {}
}

fn verbs(statements: &[Value]) -> Vec<&str> {
    let words = statements
        .iter()
        .map(|one| one["verb"]["id"].as_str().unwrap().rsplit('/').next().unwrap());
    words.collect()
}

#[test]
fn a_check_arrives_as_statements_once_and_in_order() {
    let (folder, organisation) = (Folder::new(), Organisation::new());
    let app = organisation.app(&folder);
    let id = begin(&app, "Ada Canaryname");
    organisation.name_in(&app);
    agree(&app);
    let attempt = take_check(&app, MODULE, right_response).unwrap();
    let waiting = app.delivery().unwrap().waiting;
    send(&app);

    let held = organisation.held();
    assert_eq!(held.len(), waiting as usize);
    let mut in_order = held.clone();
    in_order.sort_by_key(|one| one["timestamp"].as_str().unwrap().to_owned());
    let words = verbs(&held);
    let answered = words.iter().filter(|word| **word == "answered").count();
    for word in ["initialized", "completed", "passed", "terminated"] {
        assert_eq!(words.iter().filter(|one| *one == &word).count(), 1, "{word}");
    }
    assert_eq!(words.len(), answered + 4);
    for one in &held {
        assert_eq!(one["actor"]["account"]["name"], id);
        assert_eq!(
            one["actor"]["account"]["homePage"],
            format!("https://localhost:{}", organisation.server.port())
        );
        assert_eq!(one["context"]["registration"], attempt.summary.attempt_id);
        let text = one.to_string();
        for never in ["Canaryname", "mbox", SECRET] {
            assert!(!text.contains(never), "{never} in {text}");
        }
    }
    let delivery = app.delivery().unwrap();
    assert_eq!((delivery.waiting, delivery.delivered, delivery.set_aside), (0, waiting, 0));
    assert_eq!(delivery.state, DeliveryState::Idle);
    send(&app);
    assert_eq!(organisation.lrs.lock().unwrap().repeats, 0, "nothing goes twice");
}

#[test]
fn what_is_shown_is_what_was_sent() {
    let (folder, organisation) = (Folder::new(), Organisation::new());
    let app = organisation.app(&folder);
    begin(&app, "Ada");
    organisation.name_in(&app);
    agree(&app);
    take_check(&app, MODULE, wrong_response).unwrap();
    send(&app);
    let mut shown = Vec::new();
    let mut before = None;
    loop {
        let page = app.my_statements(AskStatements { before }).unwrap();
        before = page.statements.last().map(|line| line.seq);
        shown.extend(page.statements);
        if !page.more {
            break;
        }
    }
    let held = organisation.lrs.lock().unwrap().held.clone();
    assert_eq!(shown.len(), held.len());
    for line in shown {
        assert_eq!(line.state, StatementState::Delivered);
        let shown: Value = serde_json::from_str(&line.text.unwrap()).unwrap();
        assert_eq!(shown.to_string(), held[&line.id], "the exact bytes");
    }
}

#[test]
fn the_key_of_an_open_check_is_not_shown_before_the_check_is_over() {
    let (folder, organisation) = (Folder::new(), Organisation::new());
    let app = organisation.app(&folder);
    begin(&app, "Ada");
    organisation.name_in(&app);
    agree(&app);
    let view = app.start_check(StartCheck { module_id: MODULE.to_owned() }).unwrap();
    answer_next(&app, &view, right_response(&view.question), None).unwrap();
    let statements = || app.my_statements(AskStatements { before: None }).unwrap().statements;
    assert_eq!(statements().len(), 2);
    assert!(statements().iter().all(|line| line.text.is_none()), "the key stands in it");
    app.finish_check(OpenAttempt { attempt_id: view.attempt_id }).unwrap();
    assert!(statements().iter().all(|line| line.text.is_some()));
}

#[test]
fn nothing_is_made_or_sent_before_a_store_is_named_and_the_learner_agreed() {
    let (folder, organisation) = (Folder::new(), Organisation::new());
    let app = organisation.app(&folder);
    begin(&app, "Ada");
    take_check(&app, MODULE, right_response).unwrap();
    send(&app);
    assert_eq!(app.delivery().unwrap().state, DeliveryState::Off);
    let nobody = app.agree_to_delivery(AgreeToDelivery { yes: true }).unwrap_err();
    assert_eq!(nobody.code, ErrorCode::NotFound, "there is nothing to agree to");

    organisation.name_in(&app);
    take_check(&app, MODULE, right_response).unwrap();
    send(&app);
    assert_eq!(organisation.lrs.lock().unwrap().requests.len(), 0, "nobody agreed");
    assert_eq!(app.delivery().unwrap().waiting, 0);

    agree(&app);
    send(&app);
    assert_eq!(organisation.lrs.lock().unwrap().requests.len(), 0, "and nothing from before");
    take_check(&app, MODULE, right_response).unwrap();
    send(&app);
    assert!(organisation.held().len() > 4);
}

#[test]
fn an_agreement_is_one_learners_own_to_one_store_and_can_be_taken_back() {
    let (folder, organisation) = (Folder::new(), Organisation::new());
    let app = organisation.app(&folder);
    let ada = begin(&app, "Ada");
    organisation.name_in(&app);
    agree(&app);
    take_check(&app, MODULE, right_response).unwrap();
    let of_ada = app.delivery().unwrap().waiting;

    begin(&app, "Ben");
    assert_eq!(app.delivery().unwrap().agreed_at, None, "Ben was not asked");
    take_check(&app, MODULE, right_response).unwrap();
    assert_eq!(app.delivery().unwrap().waiting, of_ada, "nothing of Ben waits");

    // Another store: what waits for the first one does not go to the second.
    let other = Organisation::new();
    let moved = NameStore { address: other.address(), ..typed("") };
    app.name_record_store(moved).unwrap();
    send(&app);
    assert_eq!(app.delivery().unwrap().waiting, 0, "nobody agreed to this one");
    organisation.name_in(&app);
    assert_eq!(app.delivery().unwrap().waiting, of_ada, "it waits for the one that was agreed to");

    app.choose_learner(ChooseLearner { learner_id: Some(ada) }).unwrap();
    app.agree_to_delivery(AgreeToDelivery { yes: false }).unwrap();
    assert_eq!(app.delivery().unwrap().waiting, 0, "what was not sent is gone");
    send(&app);
    assert!(organisation.lrs.lock().unwrap().requests.is_empty());
    assert!(other.lrs.lock().unwrap().requests.is_empty());
}

#[test]
fn pausing_holds_everything_back_and_nothing_is_lost() {
    let (folder, organisation) = (Folder::new(), Organisation::new());
    let app = organisation.app(&folder);
    begin(&app, "Ada");
    organisation.name_in(&app);
    agree(&app);
    let paused = app.pause_delivery(PauseDelivery { paused: true }).unwrap();
    assert_eq!(paused.state, DeliveryState::Paused);
    take_check(&app, MODULE, right_response).unwrap();
    send(&app);
    let waiting = app.delivery().unwrap().waiting;
    assert!(waiting > 4 && organisation.lrs.lock().unwrap().requests.is_empty());
    app.pause_delivery(PauseDelivery { paused: false }).unwrap();
    send(&app);
    assert_eq!(organisation.held().len(), waiting as usize);
}

#[test]
fn what_is_the_matter_is_told_and_a_new_password_is_tried_at_once() {
    let (folder, organisation) = (Folder::new(), Organisation::new());
    let app = organisation.app(&folder);
    begin(&app, "Ada");
    organisation.name_in(&app);
    agree(&app);
    take_check(&app, MODULE, right_response).unwrap();
    organisation.lrs.lock().unwrap().closed = true;
    let mut sender = Sender::default();
    let rest = app.send(&mut sender).unwrap();
    assert!(rest > Duration::from_hours(23), "{rest:?}");
    let state = app.delivery().unwrap().state;
    let DeliveryState::Resting { trouble: DeliveryTrouble::Credentials, until } = state else {
        panic!("{state:?}")
    };
    assert!(until.starts_with("2026-11-23T"), "a day from the app's own clock: {until}");
    app.send(&mut sender).unwrap();
    assert_eq!(organisation.lrs.lock().unwrap().requests.len(), 1, "one try");

    organisation.lrs.lock().unwrap().closed = false;
    app.name_record_store(typed(&organisation.address())).unwrap();
    while app.send(&mut sender).unwrap().is_zero() {}
    assert_eq!(app.delivery().unwrap().state, DeliveryState::Idle);
}

#[test]
fn what_the_store_does_not_take_is_set_aside_with_its_reason_and_can_be_offered_again() {
    let (folder, organisation) = (Folder::new(), Organisation::new());
    let app = organisation.app(&folder);
    begin(&app, "Ada");
    organisation.name_in(&app);
    agree(&app);
    take_check(&app, MODULE, right_response).unwrap();
    let poison = app.my_statements(AskStatements { before: None }).unwrap().statements[2].clone();
    organisation.lrs.lock().unwrap().poison.insert(poison.id.clone());
    send(&app);
    let delivery = app.delivery().unwrap();
    assert_eq!((delivery.waiting, delivery.set_aside), (0, 1));
    assert_eq!(delivery.reasons.len(), 1);
    assert_eq!(delivery.reasons[0].said, "statement is not valid");
    organisation.lrs.lock().unwrap().poison.clear();
    app.send_set_aside().unwrap();
    send(&app);
    assert_eq!(app.delivery().unwrap().set_aside, 0);
    assert!(organisation.lrs.lock().unwrap().held.contains_key(&poison.id));
}

#[test]
fn an_address_that_could_give_the_password_away_is_refused_with_its_reason() {
    let (folder, organisation) = (Folder::new(), Organisation::new());
    let app = organisation.app(&folder);
    for (address, why) in [
        ("lrs", StoreRefused::NotHttps),
        ("", StoreRefused::NotAnAddress),
        ("http://lrs.example.org", StoreRefused::NotHttps),
        ("https://a:b@lrs.example.org", StoreRefused::HasLogin),
        ("https://lrs.example.org?x=1", StoreRefused::HasQuery),
        ("https://169.254.169.254", StoreRefused::ThisComputer),
    ] {
        let named = app.name_record_store(typed(address)).unwrap();
        assert_eq!(named, StoreNamed::Refused { why }, "{address}");
    }
    for name in ["", "  ", "a:b"] {
        let typed = NameStore { name: name.to_owned(), ..typed(&organisation.address()) };
        let named = app.name_record_store(typed).unwrap();
        assert_eq!(named, StoreNamed::Refused { why: StoreRefused::NoName });
    }
    let without = NameStore { password: String::new(), ..typed(&organisation.address()) };
    let named = app.name_record_store(without).unwrap();
    assert_eq!(named, StoreNamed::Refused { why: StoreRefused::NoPassword });
    assert_eq!(app.delivery().unwrap().store, None, "nothing was taken");
}

#[test]
fn without_a_keyring_the_password_is_in_memory_only_and_asked_for_again() {
    let (folder, organisation) = (Folder::new(), Organisation::new());
    let open = || folder.app().delivering(Box::new(Closed), organisation.reach.clone());
    let app = open();
    let id = begin(&app, "Ada");
    organisation.name_in(&app);
    agree(&app);
    assert_eq!(app.delivery().unwrap().store.unwrap().password, PasswordPlace::Memory);
    take_check(&app, MODULE, right_response).unwrap();
    drop(app);

    let app = open();
    app.choose_learner(ChooseLearner { learner_id: Some(id) }).unwrap();
    assert_eq!(app.delivery().unwrap().state, DeliveryState::PasswordMissing);
    send(&app);
    assert!(organisation.lrs.lock().unwrap().requests.is_empty());
    organisation.name_in(&app);
    send(&app);
    assert!(organisation.held().len() > 4);
}

#[test]
fn the_password_is_in_no_file_whatever_happens() {
    let (folder, organisation) = (Folder::new(), Organisation::new());
    let keepers = [Box::new(Memory::default()) as Box<dyn Keeper>, Box::new(Closed)];
    for (name, keeper) in ["Ada", "Ben"].into_iter().zip(keepers) {
        let app = folder.app().delivering(keeper, organisation.reach.clone());
        begin(&app, name);
        organisation.name_in(&app);
        agree(&app);
        take_check(&app, MODULE, right_response).unwrap();
        organisation.lrs.lock().unwrap().closed ^= true;
        send(&app);
        app.remove_record_store().unwrap();
        assert_eq!(app.delivery().unwrap().store, None);
    }
    let mut files = 0;
    look_for(folder.dir.path(), &mut files);
    assert!(files > 3, "the folder was looked through");
}

fn look_for(folder: &Path, files: &mut u32) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            look_for(&path, files);
        } else {
            let bytes = fs::read(&path).unwrap();
            let found = bytes.windows(SECRET.len()).any(|part| part == SECRET.as_bytes());
            assert!(!found, "{}", path.display());
            *files += 1;
        }
    }
}

#[test]
fn erasing_takes_statements_and_agreement_with_it() {
    let (folder, organisation) = (Folder::new(), Organisation::new());
    let app = organisation.app(&folder);
    let id = begin(&app, "Ada");
    organisation.name_in(&app);
    agree(&app);
    take_check(&app, MODULE, right_response).unwrap();
    app.erase_me(EraseMe { learner_id: id }).unwrap();
    send(&app);
    assert!(organisation.lrs.lock().unwrap().requests.is_empty());
    assert_eq!(app.delivery().unwrap().waiting, 0);
}

#[test]
fn answering_goes_on_while_the_store_takes_its_time() {
    let folder = Folder::new();
    let authority = Authority::new();
    let server = Server::start(authority.server_for(&["localhost"], false), |_| {
        std::thread::sleep(Duration::from_secs(3));
        Said::Reply(answer(503, ""))
    });
    let reach = Reach {
        roots: Roots::These(vec![authority.root()]),
        loopback: true,
        patience: Duration::from_secs(10),
    };
    let app = Arc::new(folder.app().delivering(Box::new(Memory::default()), reach));
    begin(&app, "Ada");
    app.name_record_store(typed(&format!("https://localhost:{}", server.port()))).unwrap();
    agree(&app);
    app.start_sending();
    let view = app.start_check(StartCheck { module_id: MODULE.to_owned() }).unwrap();
    let wait = std::sync::mpsc::channel();
    let (app_there, to) = (Arc::clone(&app), wait.0);
    std::thread::spawn(move || {
        // The first statement is on its way now, and the store sleeps on it.
        std::thread::sleep(Duration::from_millis(300));
        answer_next(&app_there, &view, right_response(&view.question), None).unwrap();
        to.send(()).unwrap();
    });
    wait.1.recv_timeout(Duration::from_secs(2)).expect("nobody waits for the store");
}
