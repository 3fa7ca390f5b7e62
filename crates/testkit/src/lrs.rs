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

    /// Anything.
    pub fn knock(&mut self) -> Reply {
        self.requests.push("GET");
        if self.closed { answer(401, "no") } else { answer(200, r#"{"statements":[],"more":""}"#) }
    }
}

/// An answer without a wish.
pub fn answer(status: u16, body: &str) -> Reply {
    Reply::Answer { status, retry_after: None, body: body.as_bytes().to_vec() }
}
