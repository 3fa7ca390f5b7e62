//! A learning record store for tests: a model of one in memory, with faults, and the same over TLS.

mod server;
mod weather;

use std::collections::{BTreeMap, BTreeSet};

use eighteen_deliver::Reply;
use serde_json::Value;

pub use server::{Authority, Request, Said, Server, sent_by};
pub use weather::{Fault, Weather};

/// A store in memory that does what the standard says.
#[derive(Debug, Clone, Default)]
pub struct Lrs {
    /// What it has, by id.
    pub held: BTreeMap<String, String>,
    /// Answers 409 to a statement that it has; otherwise such a one is passed over.
    pub strict: bool,
    /// The ids in the order in which they were stored, one a minute.
    pub order: Vec<String>,
    /// Statements on a page, if fewer than the client asks for.
    pub page: Option<usize>,
    /// Refuses these.
    pub poison: BTreeSet<String>,
    /// Bytes of the largest request that it takes.
    pub largest: Option<usize>,
    /// Nobody is let in.
    pub closed: bool,
    /// Every request, with its method.
    pub requests: Vec<&'static str>,
    /// Statements of requests that were taken in and had been taken in before.
    pub repeats: u32,
}

impl Lrs {
    /// Takes a list of statements, or none of them.
    pub fn post(&mut self, body: &[u8]) -> Reply {
        self.requests.push("POST");
        if self.closed {
            return answer(401, "no");
        }
        if self.largest.is_some_and(|largest| body.len() > largest) {
            return answer(413, "too much");
        }
        let Ok(list) = serde_json::from_slice::<Vec<Value>>(body) else {
            return answer(400, "not a list");
        };
        let sent = String::from_utf8_lossy(body);
        let mut ids = Vec::new();
        for one in &list {
            let Some(id) = one["id"].as_str() else {
                return answer(400, "a statement without an id");
            };
            // What is kept as text is only then what was sent, byte for byte.
            if self.poison.contains(id) || !sent.contains(&one.to_string()) {
                return answer(400, "statement is not valid");
            }
            ids.push(id.to_owned());
        }
        if self.strict && ids.iter().any(|id| self.held.contains_key(id)) {
            return answer(409, "one of them is known");
        }
        for (id, one) in ids.iter().zip(&list) {
            if self.held.contains_key(id) {
                self.repeats += 1;
            } else {
                self.held.insert(id.clone(), one.to_string());
                self.order.push(id.clone());
            }
        }
        answer(200, &serde_json::json!(ids).to_string())
    }

    /// One statement.
    pub fn ask(&mut self, id: &str) -> Reply {
        self.requests.push("GET");
        if self.closed {
            return answer(401, "no");
        }
        self.held.get(id).map_or_else(|| answer(404, ""), |one| answer(200, one))
    }

    /// Statements in the order in which they were stored, from the address that was asked.
    pub fn list(&mut self, path: &str) -> Reply {
        self.requests.push("GET");
        if self.closed {
            return answer(401, "no");
        }
        let value = |name: &str| {
            let mut pairs = path.split(['?', '&']).filter_map(|pair| pair.split_once('='));
            pairs.find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
        };
        let number = |name: &str| value(name).and_then(|value| value.parse::<usize>().ok());
        let limit = number("limit").unwrap_or(100).min(self.page.unwrap_or(100));
        let since = value("since").map(|since| since.replace("%3A", ":").replace("%2B", "+"));
        let later = |at: &usize| since.as_ref().is_none_or(|since| stored(*at) > *since);
        let after: Vec<usize> = (0..self.order.len()).filter(later).collect();
        let from = number("from").unwrap_or(0);
        let page = after.iter().skip(from).take(limit);
        let statements: Vec<Value> = page
            .filter_map(|at| {
                let mut one: Value = serde_json::from_str(self.held.get(&self.order[*at])?).ok()?;
                one["stored"] = stored(*at).into();
                Some(one)
            })
            .collect();
        let next = from + limit;
        let since = since.map(|since| format!("&since={since}")).unwrap_or_default();
        let more = format!("/more?from={next}&limit={limit}{since}");
        let more = if next < after.len() { more } else { String::new() };
        answer(200, &serde_json::json!({ "statements": statements, "more": more }).to_string())
    }

    /// Anything.
    pub fn knock(&mut self) -> Reply {
        self.requests.push("GET");
        if self.closed { answer(401, "no") } else { answer(200, r#"{"statements":[],"more":""}"#) }
    }
}

/// When the statement at a place was stored.
pub fn stored(at: usize) -> String {
    format!("2026-11-23T{:02}:{:02}:00.000Z", 8 + at / 60, at % 60)
}

/// An answer without a wish.
pub fn answer(status: u16, body: &str) -> Reply {
    Reply::Answer { status, retry_after: None, body: body.as_bytes().to_vec() }
}
