//! Whether what a store has is what we sent: it may add fields, and write a time in another way.

use chrono::DateTime;
use serde_json::Value;

/// Everything of ours is in theirs.
pub fn is_same(ours: &[u8], theirs: &[u8]) -> bool {
    let parse = |bytes| serde_json::from_slice::<Value>(bytes).ok();
    let theirs = parse(theirs).map(single);
    matches!((parse(ours), theirs), (Some(ours), Some(theirs)) if holds(&ours, &theirs))
}

/// Asked for one statement, some stores answer with a list of one.
fn single(answer: Value) -> Value {
    match answer["statements"].as_array().map(Vec::as_slice) {
        Some([one]) => one.clone(),
        _ => answer,
    }
}

/// The answer says in a list that there is nothing.
pub(crate) fn is_nothing(theirs: &[u8]) -> bool {
    let answer: Option<Value> = serde_json::from_slice(theirs).ok();
    answer.is_some_and(|answer| answer["statements"].as_array().is_some_and(Vec::is_empty))
}

fn holds(ours: &Value, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Value::Object(ours), Value::Object(theirs)) => ours
            .iter()
            .all(|(name, value)| theirs.get(name).is_some_and(|their| holds(value, their))),
        (Value::Array(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len()
                && ours.iter().zip(theirs).all(|(our, their)| holds(our, their))
        }
        (Value::Number(ours), Value::Number(theirs)) => ours.as_f64() == theirs.as_f64(),
        (Value::String(ours), Value::String(theirs)) => {
            ours == theirs || same_moment(ours, theirs) || same_id(ours, theirs)
        }
        _ => ours == theirs,
    }
}

fn same_moment(ours: &str, theirs: &str) -> bool {
    let parse = |text| DateTime::parse_from_rfc3339(text).ok();
    matches!((parse(ours), parse(theirs)), (Some(ours), Some(theirs)) if ours == theirs)
}

/// A UUID may come back in capitals.
fn same_id(ours: &str, theirs: &str) -> bool {
    let is_id =
        ours.len() == 36 && ours.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit());
    is_id && ours.eq_ignore_ascii_case(theirs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_may_add_but_not_change() {
        let ours = br#"{"id":"0198c1f2-0000-7000-8000-00000000000a","n":1,"a":[{"b":true}],
            "timestamp":"2026-11-23T08:00:00.100Z"}"#;
        let more = br#"{"stored":"x","id":"0198C1F2-0000-7000-8000-00000000000A","n":1.0,
            "a":[{"b":true,"c":0}],"timestamp":"2026-11-23T09:00:00.1+01:00"}"#;
        assert!(is_same(ours, ours));
        assert!(is_same(ours, more));
        assert!(!is_same(more, ours), "what we sent is missing");
        let list = format!(r#"{{"more":"","statements":[{}]}}"#, String::from_utf8_lossy(more));
        assert!(is_same(ours, list.as_bytes()), "a list of one");
        assert!(is_nothing(br#"{"statements":[]}"#) && !is_nothing(list.as_bytes()));
        for other in [
            &br"{}"[..],
            b"",
            b"[]",
            br#"{"id":"0198c1f2-0000-7000-8000-00000000000b","n":1,"a":[{"b":true}],
                "timestamp":"2026-11-23T08:00:00.100Z"}"#,
            br#"{"id":"0198c1f2-0000-7000-8000-00000000000a","n":1,"a":[{"b":false}],
                "timestamp":"2026-11-23T08:00:00.100Z"}"#,
            br#"{"id":"0198c1f2-0000-7000-8000-00000000000a","n":1,"a":[{"b":true}],
                "timestamp":"2026-11-23T08:00:00.101Z"}"#,
        ] {
            assert!(!is_same(ours, other), "{}", String::from_utf8_lossy(other));
        }
    }
}
