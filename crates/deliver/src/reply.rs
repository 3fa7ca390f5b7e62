//! What comes back from a store, and what it means.

use std::collections::BTreeSet;

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// An answer, whole.
    Answer {
        /// The status of HTTP.
        status: u16,
        /// Seconds that the store wants to be left alone.
        retry_after: Option<u64>,
        /// At most 1 MiB; at most 16 MiB of a page of statements.
        body: Vec<u8>,
    },
    /// No answer, or none that can be read.
    Lost(Loss),
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// No way to the store: no network, no such name, nobody listens.
    NoConnection,
    /// It took too long.
    TooSlow,
    /// The connection ended in the middle, or what came is no HTTP.
    Broken,
    /// The store could not prove that it is the one at this address, or speaks no TLS that is safe.
    NotSafe,
    /// The address leads to this computer itself or to a place where no store is.
    Address,
    /// The proxy does not let through.
    Proxy,
}

/// What is the matter, for words on a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// There was no answer.
    Lost(Loss),
    /// Name or password are not accepted.
    Credentials,
    /// There is no such store at that address.
    NotThere,
    /// The store sends elsewhere, which is never followed.
    Redirect,
    /// The store asks to be left alone for a while.
    Busy,
    /// The store has a fault of its own.
    Fault(u16),
    /// An answer that says nothing we know, such as the sign-in page of a network.
    Unreadable,
    /// An answer that no store gives to this.
    Unexpected(u16),
    /// The store refuses even to be asked: its version may be another one.
    Version,
    /// The store says that there is more somewhere else, which is never followed.
    Elsewhere,
    /// The store gives the same pages again and again.
    Circle,
}

/// What an answer to statements means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The store has them all.
    Delivered,
    /// One of them or more are not accepted.
    Refused { status: u16, said: String },
    /// Too many bytes.
    TooLarge,
    /// One of them or more are there already, perhaps another one.
    Conflict,
    /// Another time.
    Later { trouble: Trouble, asked_for: Option<u64> },
    /// Not before a person did something.
    Stop(Trouble),
}

/// Longest part of an answer that is kept as a reason, in characters.
const LONGEST_REASON: usize = 300;

/// Judges the answer to statements of these ids.
pub(crate) fn judge(reply: &Reply, ids: &[&str]) -> Verdict {
    let later = |trouble, asked_for| Verdict::Later { trouble, asked_for };
    let (status, retry_after, body) = match reply {
        Reply::Lost(loss) => return later(Trouble::Lost(*loss), None),
        Reply::Answer { status, retry_after, body } => (*status, *retry_after, body),
    };
    match status {
        204 => Verdict::Delivered,
        200 if names_all(body, ids) => Verdict::Delivered,
        200..=299 => later(Trouble::Unreadable, None),
        300..=399 => Verdict::Stop(Trouble::Redirect),
        400 | 422 => Verdict::Refused { status, said: reason(body) },
        401 | 403 => Verdict::Stop(Trouble::Credentials),
        404 | 405 | 410 => Verdict::Stop(Trouble::NotThere),
        407 => Verdict::Stop(Trouble::Lost(Loss::Proxy)),
        409 => Verdict::Conflict,
        413 => Verdict::TooLarge,
        429 | 503 => later(Trouble::Busy, retry_after),
        408 | 425 | 500..=599 => later(Trouble::Fault(status), None),
        _ => Verdict::Stop(Trouble::Unexpected(status)),
    }
}

/// A store answers with the ids of what it has taken; anything else with status 200 is no store.
fn names_all(body: &[u8], ids: &[&str]) -> bool {
    let told: Option<Vec<String>> = serde_json::from_slice(body).ok();
    let told: Option<BTreeSet<String>> =
        told.map(|told| told.iter().map(|id| id.to_lowercase()).collect());
    told.is_some_and(|told| told.len() == ids.len() && ids.iter().all(|id| told.contains(*id)))
}

/// The beginning of an answer, on one line.
fn reason(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    let words: Vec<&str> =
        text.split(|sign: char| sign.is_whitespace() || sign.is_control()).collect();
    let line = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    line.chars().take(LONGEST_REASON).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &str) -> Reply {
        Reply::Answer { status, retry_after: Some(7), body: body.as_bytes().to_vec() }
    }

    #[test]
    fn only_an_answer_that_names_every_statement_says_that_they_are_there() {
        let ids = ["a", "b"];
        assert_eq!(judge(&answer(200, r#"["b","A"]"#), &ids), Verdict::Delivered);
        assert_eq!(judge(&answer(204, "whatever"), &ids), Verdict::Delivered);
        for body in
            ["", "[]", r#"["a"]"#, r#"["a","c"]"#, r#"["a","b","c"]"#, "<html>", r#"{"a":1}"#]
        {
            let verdict = judge(&answer(200, body), &ids);
            assert!(
                matches!(verdict, Verdict::Later { trouble: Trouble::Unreadable, .. }),
                "{body}"
            );
        }
    }

    #[test]
    fn every_status_has_a_meaning_and_only_two_are_good() {
        for status in 100..=999 {
            let verdict = judge(&answer(status, r#"["a"]"#), &["a"]);
            assert_eq!(verdict == Verdict::Delivered, matches!(status, 200 | 204), "{status}");
        }
        assert_eq!(
            judge(&answer(503, ""), &["a"]),
            Verdict::Later { trouble: Trouble::Busy, asked_for: Some(7) }
        );
        assert_eq!(judge(&answer(302, ""), &["a"]), Verdict::Stop(Trouble::Redirect));
    }

    #[test]
    fn a_reason_is_one_short_line() {
        let Verdict::Refused { said, .. } =
            judge(&answer(400, &"no\n\u{1b} \t".repeat(400)), &["a"])
        else {
            panic!("a refusal");
        };
        assert_eq!(said.chars().count(), 300);
        assert!(!said.chars().any(char::is_control));
    }
}
