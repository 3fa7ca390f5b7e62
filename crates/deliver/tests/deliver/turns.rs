//! What the courier does about each answer, request by request.

use std::time::Duration;

use eighteen_deliver::{
    Courier, LONGEST_REST, Line, Loss, Reply, SHORTEST_REST, Trouble, Turn, Why,
};
use eighteen_testkit::lrs::{Lrs, answer};

use crate::desk::{Desk, State, id};

/// A store in good weather.
struct Fair<'a>(&'a mut Lrs);

impl Line for Fair<'_> {
    fn post(&mut self, statements: &[u8]) -> Reply {
        self.0.post(statements)
    }

    fn ask(&mut self, id: &str) -> Reply {
        self.0.ask(id)
    }

    fn knock(&mut self) -> Reply {
        self.0.knock()
    }
}

/// A store that always says the same.
struct Says(Reply, u32);

impl Line for Says {
    fn post(&mut self, _: &[u8]) -> Reply {
        self.1 += 1;
        self.0.clone()
    }

    fn ask(&mut self, _: &str) -> Reply {
        self.1 += 1;
        self.0.clone()
    }

    fn knock(&mut self) -> Reply {
        self.1 += 1;
        self.0.clone()
    }
}

fn drained(desk: &mut Desk, lrs: &mut Lrs) -> u32 {
    desk.drain(&mut Courier::default(), &mut Fair(lrs))
}

#[test]
fn statements_go_two_hundred_at_a_time() {
    let (mut desk, mut lrs) = (Desk::with(1_001), Lrs::default());
    assert_eq!(drained(&mut desk, &mut lrs), 0, "nothing rests");
    assert_eq!(lrs.requests.len(), 6);
    assert_eq!(desk.most_read, 200);
    assert_eq!(lrs.held.len(), 1_001);
}

#[test]
fn one_poison_statement_costs_few_requests_and_nobody_else() {
    for (statements, poison) in [(200, 0), (200, 77), (200, 199), (2, 1), (1, 0), (128, 64)] {
        let mut desk = Desk::with(statements);
        let mut lrs = Lrs { poison: [id(poison)].into(), ..Lrs::default() };
        drained(&mut desk, &mut lrs);
        let aside = desk.set_aside();
        assert_eq!(aside.len(), 1);
        assert_eq!((aside[0].0, aside[0].1.why), (id(poison).as_str(), Why::Refused));
        assert_eq!((aside[0].1.status, aside[0].1.said.as_str()), (400, "statement is not valid"));
        assert_eq!(lrs.held.len(), statements - 1);
        let halvings = f64::log2(u32::try_from(statements).unwrap().into()).ceil();
        let extra = u32::try_from(lrs.requests.len() - 1).unwrap();
        // One more than the rule of the design: an unknown store is first asked whether it knows us.
        assert!(f64::from(extra) <= 2.0 * halvings + 2.0, "{extra} more for one of {statements}");
    }
}

#[test]
fn a_large_list_is_halved_and_one_large_statement_is_set_aside() {
    let mut desk = Desk::with(200);
    desk.all[50].0.statement = format!(r#"{{"id":"{}","p":"{}"}}"#, id(50), "x".repeat(9_000));
    let mut lrs = Lrs { largest: Some(4_000), ..Lrs::default() };
    drained(&mut desk, &mut lrs);
    let aside = desk.set_aside();
    assert_eq!(aside.len(), 1);
    assert_eq!((aside[0].0, aside[0].1.why), (id(50).as_str(), Why::TooLarge));
    assert_eq!(lrs.held.len(), 199);
}

#[test]
fn more_than_a_mebibyte_is_never_sent_at_once() {
    let mut desk = Desk::with(8);
    for (one, _) in &mut desk.all {
        one.statement = format!(r#"{{"id":"{}","p":"{}"}}"#, one.id, "x".repeat(300_000));
    }
    let mut lrs = Lrs::default();
    drained(&mut desk, &mut lrs);
    assert_eq!(lrs.requests.len(), 3, "three times 300 kB fit");
}

#[test]
fn a_store_that_has_a_statement_is_asked_whether_it_is_ours() {
    let mut desk = Desk::with(3);
    let mut lrs = Lrs { strict: true, ..Lrs::default() };
    lrs.held.insert(id(0), desk.all[0].0.statement.replace("{\"id", "{\"stored\":\"now\",\"id"));
    lrs.held.insert(id(1), format!(r#"{{"id":"{}","n":99}}"#, id(1)));
    drained(&mut desk, &mut lrs);
    assert_eq!(desk.all[0].1, State::Delivered, "a store may add fields");
    assert_eq!(desk.all[2].1, State::Delivered);
    let aside = desk.set_aside();
    assert_eq!(aside.len(), 1);
    assert_eq!((aside[0].0, aside[0].1.why), (id(1).as_str(), Why::Conflict));
}

#[test]
fn wrong_credentials_are_tried_once_a_day_or_after_a_change() {
    for status in [401, 403] {
        let (mut desk, mut courier) = (Desk::with(900), Courier::default());
        let mut line = Says(answer(status, "no"), 0);
        let day = Duration::from_hours(24);
        let now = Duration::from_secs(50);
        let turn = courier.turn(&mut desk, &mut line, now, 0.5).unwrap();
        assert_eq!(turn, Turn::Rest { until: now + day });
        for minutes in 1..(24 * 60) {
            let later = now + Duration::from_mins(minutes);
            courier.turn(&mut desk, &mut line, later, 0.5).unwrap();
        }
        assert_eq!(line.1, 1, "one request in a day");
        assert_eq!(courier.trouble(), Some(Trouble::Credentials));
        courier.wake();
        courier.turn(&mut desk, &mut line, now, 0.5).unwrap();
        assert_eq!(line.1, 2, "somebody changed something");
        assert!(desk.all.iter().all(|(_, state)| *state == State::Waiting));
    }
}

#[test]
fn a_store_that_refuses_everything_because_it_does_not_know_us_sets_nothing_aside() {
    let mut desk = Desk::with(300);
    let mut line = Says(answer(400, "wrong version"), 0);
    let mut courier = Courier::default();
    for _ in 0..30 {
        courier.turn(&mut desk, &mut line, Duration::ZERO, 0.5).unwrap();
    }
    assert_eq!(courier.trouble(), Some(Trouble::Version));
    assert!(desk.all.iter().all(|(_, state)| *state == State::Waiting));
}

#[test]
fn rests_are_what_the_store_asks_for_or_grow_by_themselves() {
    let rest = |reply: Reply, failures: u32| {
        let (mut desk, mut courier) = (Desk::with(1), Courier::default());
        let mut line = Says(reply, 0);
        let mut now = Duration::ZERO;
        for _ in 0..failures {
            if let Turn::Rest { until } = courier.turn(&mut desk, &mut line, now, 1.0).unwrap() {
                now = until;
            }
        }
        match courier.turn(&mut desk, &mut line, now, 1.0).unwrap() {
            Turn::Rest { until } => (until.saturating_sub(now), courier.trouble().unwrap()),
            other => panic!("{other:?}"),
        }
    };
    let wish = |seconds| Reply::Answer { status: 429, retry_after: Some(seconds), body: vec![] };
    assert_eq!(rest(wish(90), 0), (Duration::from_secs(90), Trouble::Busy));
    assert_eq!(rest(wish(999_999), 0), (LONGEST_REST, Trouble::Busy));
    assert_eq!(rest(answer(503, ""), 0), (SHORTEST_REST, Trouble::Busy));
    assert_eq!(rest(answer(502, ""), 2), (Duration::from_secs(20), Trouble::Fault(502)));
    let lost = Trouble::Lost(Loss::NoConnection);
    assert_eq!(rest(Reply::Lost(Loss::NoConnection), 30), (LONGEST_REST, lost));
    assert_eq!(rest(answer(200, "<html>"), 0).1, Trouble::Unreadable);
    assert_eq!(rest(answer(307, ""), 0).1, Trouble::Redirect);
    assert_eq!(rest(answer(404, ""), 0).1, Trouble::NotThere);
    assert_eq!(rest(answer(418, ""), 0).1, Trouble::Unexpected(418));
}
