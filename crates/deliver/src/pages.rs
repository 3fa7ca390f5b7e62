//! Reading statements out of a store, page by page, oldest first.
//!
//! A store says where its next page is. That is followed only when it is in the same store: the password goes
//! nowhere else, whatever a page says.

use std::collections::BTreeSet;

use serde_json::Value;
use ureq::http::Uri;

use crate::{
    address::Address,
    reply::{Loss, Reply, Trouble},
};

/// Statements that are asked for at a time. A store may give fewer, or more.
pub const PAGE: usize = 100;
/// More pages than anybody waits for; a store that gives more goes round in a circle.
const MOST_PAGES: usize = 1_000_000;

/// A connection to a store, for reading.
pub trait Source {
    /// What lies at an address of the store.
    fn read(&mut self, url: &str) -> Reply;
}

/// A page.
#[derive(Debug, Clone, PartialEq)]
pub enum Page {
    /// Statements as the store has them; there may be none.
    Statements {
        /// Each with what the store added.
        statements: Vec<Value>,
        /// It was not the last page.
        more: bool,
    },
    /// Nothing was read. The same page can be asked for again.
    Trouble {
        /// What is the matter.
        trouble: Trouble,
        /// Seconds that the store wants to be left alone.
        wait: Option<u64>,
    },
}

/// Where reading stands.
#[derive(Debug, Clone)]
pub struct Pages {
    address: Address,
    next: Option<String>,
    visited: BTreeSet<String>,
}

impl Pages {
    /// From the beginning, or from when something was stored.
    pub fn new(address: Address, since: Option<&str>) -> Self {
        let since = since.map(|since| format!("&since={}", escaped(since))).unwrap_or_default();
        let first = format!("{}/statements?ascending=true&limit={PAGE}{since}", address.as_str());
        Self { address, next: Some(first), visited: BTreeSet::new() }
    }

    /// There is a page that was not read.
    pub fn has_more(&self) -> bool {
        self.next.is_some()
    }

    /// Reads the next page. After the last one there is none, and nothing is asked.
    pub fn turn(&mut self, source: &mut dyn Source) -> Page {
        let Some(url) = self.next.clone() else {
            return Page::Statements { statements: Vec::new(), more: false };
        };
        let trouble = |trouble, wait| Page::Trouble { trouble, wait };
        let body = match source.read(&url) {
            Reply::Lost(loss) => return trouble(Trouble::Lost(loss), None),
            Reply::Answer { status: 200, body, .. } => body,
            Reply::Answer { status, retry_after, .. } => {
                return trouble(refused(status), retry_after);
            }
        };
        let Some((statements, more)) = parts(&body) else {
            return trouble(Trouble::Unreadable, None);
        };
        let next = match more.as_deref().map(|more| resolve(&self.address, more)) {
            None => None,
            Some(Some(next)) => Some(next),
            Some(None) => return trouble(Trouble::Elsewhere, None),
        };
        self.visited.insert(url);
        if next.as_ref().is_some_and(|next| self.visited.contains(next))
            || self.visited.len() > MOST_PAGES
        {
            return trouble(Trouble::Circle, None);
        }
        self.next = next;
        Page::Statements { statements, more: self.next.is_some() }
    }
}

fn refused(status: u16) -> Trouble {
    match status {
        300..=399 => Trouble::Redirect,
        400 | 422 => Trouble::Version,
        401 | 403 => Trouble::Credentials,
        404 | 405 | 410 => Trouble::NotThere,
        407 => Trouble::Lost(Loss::Proxy),
        429 | 503 => Trouble::Busy,
        201..=299 => Trouble::Unreadable,
        408 | 425 | 500..=599 => Trouble::Fault(status),
        _ => Trouble::Unexpected(status),
    }
}

/// Statements and where there are more; nothing when it is no page of a store.
fn parts(body: &[u8]) -> Option<(Vec<Value>, Option<String>)> {
    let mut page: Value = serde_json::from_slice(body).ok()?;
    let Value::Array(statements) = page.get_mut("statements")?.take() else { return None };
    let more = match page.get("more") {
        None | Some(Value::Null) => None,
        Some(Value::String(more)) => Some(more.trim().to_owned()).filter(|more| !more.is_empty()),
        Some(_) => return None,
    };
    Some((statements, more))
}

/// The address of a next page when it is in the same store; nothing when it is anywhere else.
fn resolve(address: &Address, more: &str) -> Option<String> {
    let is_odd = |sign: char| sign.is_whitespace() || sign.is_control() || "\\#".contains(sign);
    if more.contains(is_odd) || more.starts_with("//") {
        return None;
    }
    let before = more.split(['?', '/']).next().unwrap_or_default();
    let whole = if more.starts_with('/') {
        format!("{}{more}", address.origin())
    } else if before.contains(':') {
        more.to_owned()
    } else if more.starts_with('?') {
        format!("{}/statements{more}", address.as_str())
    } else {
        format!("{}/{more}", address.as_str())
    };
    let uri: Uri = whole.parse().ok()?;
    let place = |uri: &Uri| {
        let authority = uri.authority()?.as_str().to_lowercase();
        Some(authority.strip_suffix(":443").map(str::to_owned).unwrap_or(authority))
    };
    let ours: Uri = address.origin().parse().ok()?;
    (uri.scheme_str() == Some("https") && place(&uri).is_some() && place(&uri) == place(&ours))
        .then_some(whole)
}

/// A time as part of a question: `+` would be a space there.
fn escaped(time: &str) -> String {
    time.replace('%', "%25").replace('+', "%2B").replace(':', "%3A").replace('&', "%26")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address() -> Address {
        Address::parse("https://lrs.example.org/data/xAPI", false).unwrap()
    }

    #[test]
    fn a_next_page_is_in_the_same_store_or_nowhere() {
        let at = |more| resolve(&address(), more);
        for (more, whole) in [
            ("/xAPI/more/7", "https://lrs.example.org/xAPI/more/7"),
            ("/a?next=//b&c=d:e", "https://lrs.example.org/a?next=//b&c=d:e"),
            ("statements?cursor=a:b", "https://lrs.example.org/data/xAPI/statements?cursor=a:b"),
            ("?cursor=7", "https://lrs.example.org/data/xAPI/statements?cursor=7"),
            ("https://lrs.example.org/m/1", "https://lrs.example.org/m/1"),
            ("https://LRS.example.org:443/m/1", "https://LRS.example.org:443/m/1"),
        ] {
            assert_eq!(at(more).as_deref(), Some(whole), "{more}");
        }
        for more in [
            "https://evil.example.org/m",
            "https://lrs.example.org.evil.org/m",
            "https://lrs.example.org@evil.org/m",
            "https://a:b@lrs.example.org/m",
            "https://lrs.example.org:8443/m",
            "http://lrs.example.org/m",
            "//evil.example.org/m",
            "/\\evil.example.org/m",
            "\\\\evil.example.org",
            "ftp://lrs.example.org/m",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "https:evil.example.org",
            "https:///m",
            "/a b",
            "/a\r\nHost: evil",
            "/a#b",
        ] {
            assert_eq!(at(more), None, "{more}");
        }
    }

    /// Pages by their address; what is not there is 404.
    struct Book(Vec<(&'static str, Reply)>, Vec<String>);

    impl Source for Book {
        fn read(&mut self, url: &str) -> Reply {
            self.1.push(url.to_owned());
            let found = self.0.iter().find(|(end, _)| url.ends_with(end));
            found.map_or_else(|| answer(404, ""), |(_, reply)| reply.clone())
        }
    }

    fn answer(status: u16, body: &str) -> Reply {
        Reply::Answer { status, retry_after: Some(9), body: body.as_bytes().to_vec() }
    }

    #[test]
    fn pages_follow_one_another_to_the_end_and_no_further() {
        let mut book = Book(
            vec![
                (
                    "&since=2026-11-23T08%3A00%3A00%2B01%3A00",
                    answer(200, r#"{"statements":[{"id":"a"}],"more":"/more/2"}"#),
                ),
                ("/more/2", answer(200, r#"{"statements":[],"more":"more/3"}"#)),
                ("/more/3", answer(200, r#"{"statements":[{"id":"b"}],"more":""}"#)),
            ],
            Vec::new(),
        );
        let mut pages = Pages::new(address(), Some("2026-11-23T08:00:00+01:00"));
        let mut seen = Vec::new();
        while pages.has_more() {
            let Page::Statements { statements, more } = pages.turn(&mut book) else {
                panic!("a page")
            };
            assert_eq!(more, pages.has_more());
            seen.extend(statements.iter().map(|one| one["id"].to_string()));
        }
        assert_eq!(seen, ["\"a\"", "\"b\""]);
        let last = Page::Statements { statements: Vec::new(), more: false };
        assert_eq!((pages.turn(&mut book), book.1.len()), (last, 3));
    }

    #[test]
    fn what_is_the_matter_is_told_and_the_same_page_is_asked_for_again() {
        for (reply, trouble) in [
            (answer(401, "no"), Trouble::Credentials),
            (answer(429, ""), Trouble::Busy),
            (answer(302, ""), Trouble::Redirect),
            (answer(400, ""), Trouble::Version),
            (answer(500, ""), Trouble::Fault(500)),
            (answer(204, ""), Trouble::Unreadable),
            (answer(200, r#"{"statements":[{"id":"a"#), Trouble::Unreadable),
            (answer(200, "<html>"), Trouble::Unreadable),
            (answer(200, r#"{"statements":{}}"#), Trouble::Unreadable),
            (answer(200, r#"{"statements":[],"more":7}"#), Trouble::Unreadable),
            (
                answer(200, r#"{"statements":[],"more":"https://evil.example.org/"}"#),
                Trouble::Elsewhere,
            ),
            (Reply::Lost(Loss::TooSlow), Trouble::Lost(Loss::TooSlow)),
        ] {
            let mut book = Book(vec![("limit=100", reply)], Vec::new());
            let mut pages = Pages::new(address(), None);
            for _ in 0..2 {
                let told = pages.turn(&mut book);
                assert!(
                    matches!(told, Page::Trouble { trouble: told, .. } if told == trouble),
                    "{told:?}"
                );
            }
            assert_eq!(book.1[0], book.1[1]);
            assert!(book.1.iter().all(|url| url.starts_with("https://lrs.example.org/data/")));
        }
    }

    #[test]
    fn a_store_that_goes_round_in_a_circle_is_left() {
        let page = |more: &str| answer(200, &format!(r#"{{"statements":[],"more":"{more}"}}"#));
        let mut book = Book(
            vec![("limit=100", page("/a")), ("/a", page("/b")), ("/b", page("/a"))],
            Vec::new(),
        );
        let mut pages = Pages::new(address(), None);
        assert!(matches!(pages.turn(&mut book), Page::Statements { more: true, .. }));
        assert!(matches!(pages.turn(&mut book), Page::Statements { more: true, .. }));
        let circle = Page::Trouble { trouble: Trouble::Circle, wait: None };
        assert_eq!(pages.turn(&mut book), circle);
    }
}
