//! The same over real sockets and TLS: faults byte by byte.

use std::{
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use eighteen_deliver::{
    Address, Courier, Https, Line, Login, Loss, Reach, Reply, Roots, Trouble, Turn, Version,
};
use eighteen_testkit::lrs::{Authority, Lrs, Request, Said, Server, answer, sent_by};

use crate::desk::{Desk, State, id};

pub(crate) const SECRET: &str = "open sesame";

pub(crate) fn reach(authority: &Authority) -> Reach {
    Reach {
        roots: Roots::These(vec![authority.root()]),
        loopback: true,
        patience: Duration::from_millis(1_500),
    }
}

pub(crate) fn https(port: u16, host: &str, reach: &Reach) -> Https {
    let address = Address::parse(&format!("https://{host}:{port}/xapi"), true).unwrap();
    Https::new(&address, Version::V1_0_3, Login::new("app", SECRET), reach)
}

/// A store behind a server that plays a list of faults first.
struct Stage {
    lrs: Arc<Mutex<Lrs>>,
    server: Server,
    https: Https,
}

impl Stage {
    fn with(lrs: Lrs, mut faults: Vec<fn(&mut Lrs, &Request) -> Said>) -> Self {
        let authority = Authority::new();
        let lrs = Arc::new(Mutex::new(lrs));
        let shared = Arc::clone(&lrs);
        faults.reverse();
        let server = Server::start(authority.server_for(&["localhost"], false), move |request| {
            let mut lrs = shared.lock().unwrap();
            match faults.pop() {
                Some(fault) => fault(&mut lrs, request),
                None => sent_by(&mut lrs, request),
            }
        });
        let https = https(server.port(), "localhost", &reach(&authority));
        Self { lrs, server, https }
    }

    fn lrs(&self) -> MutexGuard<'_, Lrs> {
        self.lrs.lock().unwrap()
    }
}

#[test]
fn statements_arrive_with_the_right_headers() {
    let mut stage = Stage::with(Lrs::default(), Vec::new());
    let mut desk = Desk::with(450);
    assert_eq!(desk.drain(&mut Courier::default(), &mut stage.https), 0);
    assert_eq!(stage.lrs().held.len(), 450);
    assert_eq!(stage.lrs().requests, ["POST"; 3], "never PUT");
    let heard = stage.server.heard().to_lowercase();
    assert_eq!(heard.matches("post /xapi/statements http/1.1").count(), 3);
    assert_eq!(heard.matches("x-experience-api-version: 1.0.3").count(), 3);
    assert_eq!(heard.matches("content-type: application/json").count(), 3);
    assert_eq!(heard.matches("authorization: basic yxbwom9wzw4gc2vzyw1l").count(), 3);
    assert_eq!(heard.matches("host: localhost:").count(), 3);
}

#[test]
fn whatever_happens_to_an_answer_each_statement_is_there_once() {
    type Fault = fn(&mut Lrs, &Request) -> Said;
    let faults: Vec<(&str, Fault, Trouble)> = vec![
        ("the connection ends before an answer", |_, _| Said::Nothing, Trouble::Lost(Loss::Broken)),
        (
            "it is taken in and the connection ends",
            |lrs, request| {
                lrs.post(&request.body);
                Said::Nothing
            },
            Trouble::Lost(Loss::Broken),
        ),
        (
            "the answer ends in the middle of its head",
            |lrs, request| {
                lrs.post(&request.body);
                Said::Bytes(b"HTTP/1.1 200 OK\r\nContent-Len".to_vec(), 0)
            },
            Trouble::Lost(Loss::Broken),
        ),
        (
            "the answer ends in the middle of its body",
            |lrs, request| {
                lrs.post(&request.body);
                Said::Bytes(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n[\"0198".to_vec(), 0)
            },
            Trouble::Lost(Loss::Broken),
        ),
        (
            "it drips for longer than anybody waits",
            |lrs, request| {
                lrs.post(&request.body);
                Said::Bytes(format!("HTTP/1.1 200 OK\r\nX: {}", "y".repeat(80)).into_bytes(), 40)
            },
            Trouble::Lost(Loss::TooSlow),
        ),
        (
            "it is no HTTP",
            |_, _| Said::Bytes(b"220 mail ready\r\n".to_vec(), 0),
            Trouble::Lost(Loss::Broken),
        ),
        (
            "a network wants a sign-in",
            |_, _| Said::Reply(answer(200, "<html>Welcome to our network</html>")),
            Trouble::Unreadable,
        ),
        (
            "the answer is longer than anybody reads",
            |lrs, request| {
                lrs.post(&request.body);
                Said::Reply(answer(200, &"x".repeat(3 << 20)))
            },
            Trouble::Lost(Loss::Broken),
        ),
        ("a fault of its own", |_, _| Said::Reply(answer(500, "oops")), Trouble::Fault(500)),
        (
            "a fault of its own afterwards",
            |lrs, request| {
                lrs.post(&request.body);
                Said::Reply(answer(502, ""))
            },
            Trouble::Fault(502),
        ),
        (
            "it asks for a pause",
            |_, _| Said::Reply(Reply::Answer { status: 429, retry_after: Some(33), body: vec![] }),
            Trouble::Busy,
        ),
        ("it is closed", |_, _| Said::Reply(answer(503, "")), Trouble::Busy),
    ];
    for strict in [false, true] {
        for (what, fault, trouble) in &faults {
            let mut stage = Stage::with(Lrs { strict, ..Lrs::default() }, vec![*fault]);
            let (mut desk, mut courier) = (Desk::with(3), Courier::default());
            let turn = courier.turn(&mut desk, &mut stage.https, Duration::ZERO, 0.5).unwrap();
            assert!(matches!(turn, Turn::Rest { .. }), "{what}: {turn:?}");
            assert_eq!(courier.trouble(), Some(*trouble), "{what}");
            assert!(desk.all.iter().all(|(_, state)| *state == State::Waiting), "{what}");
            courier.wake();
            desk.drain(&mut courier, &mut stage.https);
            assert!(desk.all.iter().all(|(_, state)| *state == State::Delivered), "{what}");
            let held: Vec<String> = stage.lrs().held.values().cloned().collect();
            let ours: Vec<String> = desk.all.iter().map(|(one, _)| one.statement.clone()).collect();
            assert_eq!(held, ours, "{what}");
        }
    }
}

#[test]
fn an_empty_answer_of_status_204_is_good() {
    let mut stage = Stage::with(
        Lrs::default(),
        vec![|lrs, request| {
            lrs.post(&request.body);
            Said::Reply(answer(204, ""))
        }],
    );
    let mut desk = Desk::with(5);
    assert_eq!(desk.drain(&mut Courier::default(), &mut stage.https), 0);
    assert_eq!(stage.lrs().requests.len(), 1);
}

#[test]
fn poison_and_strangers_are_told_apart_over_the_wire() {
    let mut lrs = Lrs { strict: true, poison: [id(9)].into(), ..Lrs::default() };
    lrs.held.insert(id(3), format!(r#"{{"id":"{}"}}"#, id(3)));
    let mut stage = Stage::with(lrs, Vec::new());
    let mut desk = Desk::with(20);
    desk.drain(&mut Courier::default(), &mut stage.https);
    let aside: Vec<&str> = desk.set_aside().into_iter().map(|(id, _)| id).collect();
    assert_eq!(aside, [id(3), id(9)]);
    assert_eq!(stage.lrs().held.len(), 19);
}

#[test]
fn a_store_that_is_not_there_is_no_fault_of_the_statements() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut line = https(closed, "localhost", &reach(&Authority::new()));
    assert_eq!(line.post(b"[]"), Reply::Lost(Loss::NoConnection));
    let address = Address::parse("https://nobody.invalid/xapi", true).unwrap();
    let login = Login::new("app", SECRET);
    let mut line = Https::new(&address, Version::V2_0, login, &reach(&Authority::new()));
    assert_eq!(line.post(b"[]"), Reply::Lost(Loss::NoConnection));
}
