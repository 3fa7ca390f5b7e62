//! A question of ours as an interaction of xAPI, which took its types from SCORM.
//!
//! | ours | xAPI | response |
//! |---|---|---|
//! | single, scenario | `choice` | `b` |
//! | multiple, hot spot | `choice` | `a[,]c` |
//! | true or false | `true-false` | `true`, the reason in an extension |
//! | ordering | `sequencing` | `b[,]a[,]c` |
//! | matching, sorting | `matching` | `a[.]x[,]b[.]y` |
//! | short | `fill-in` | as typed |
//! | estimate | `numeric` | `2700` |

use eighteen_pack::{Body, Choice, Item, plain};
use eighteen_training::{Response, best_response};
use serde_json::{Value, json};

const NEXT: &str = "[,]";
const WITH: &str = "[.]";
const TO: &str = "[:]";

/// What was answered, in one string.
pub(super) fn response(given: &Response) -> String {
    match given {
        Response::Single { choice } => choice.clone(),
        Response::Multiple { choices } => choices.join(NEXT),
        Response::TrueFalse { value, .. } => value.to_string(),
        Response::Ordering { order } => order.join(NEXT),
        Response::Matching { pairs } | Response::Sorting { pairs } => {
            let pairs: Vec<String> =
                pairs.iter().map(|(item, target)| format!("{item}{WITH}{target}")).collect();
            pairs.join(NEXT)
        }
        Response::HotSpot { spots } => spots.join(NEXT),
        // A store that stands on PostgreSQL refuses a NUL, and nobody types one on purpose.
        Response::Short { text } => text.chars().filter(|sign| !sign.is_control()).collect(),
        Response::Estimate { value } => value.to_string(),
    }
}

/// What [`response`] says, read again; nothing when no response to such a question reads so.
pub(super) fn given(body: &Body, text: &str, reason: Option<&str>) -> Option<Response> {
    if reason.is_some() && !matches!(body, Body::TrueFalse { .. }) {
        return None;
    }
    let listed = || -> Vec<String> {
        let parts = if text.is_empty() { Vec::new() } else { text.split(NEXT).collect() };
        parts.into_iter().map(str::to_owned).collect()
    };
    let paired = || -> Option<Vec<(String, String)>> {
        let pair = |both: String| {
            let (item, target) = both.split_once(WITH)?;
            Some((item.to_owned(), target.to_owned()))
        };
        listed().into_iter().map(pair).collect()
    };
    Some(match body {
        Body::Single { .. } | Body::Scenario { .. } => Response::Single { choice: text.to_owned() },
        Body::Multiple { .. } => Response::Multiple { choices: listed() },
        Body::TrueFalse { .. } => {
            Response::TrueFalse { value: text.parse().ok()?, reason: reason.map(str::to_owned) }
        }
        Body::Ordering { .. } => Response::Ordering { order: listed() },
        Body::Matching { .. } => Response::Matching { pairs: paired()? },
        Body::Sorting { .. } => Response::Sorting { pairs: paired()? },
        Body::HotSpot { .. } => Response::HotSpot { spots: listed() },
        Body::Short { .. } => Response::Short { text: text.to_owned() },
        Body::Estimate(_) => {
            let value = text.parse().ok().filter(|value: &f64| value.is_finite())?;
            Response::Estimate { value }
        }
    })
}

/// The reason that was given for a judgement.
pub(super) fn reason(given: &Response) -> Option<&str> {
    match given {
        Response::TrueFalse { reason, .. } => reason.as_deref(),
        _ => None,
    }
}

/// The question with its parts and its key.
pub(super) fn definition(item: &Item, lang: &str) -> Value {
    let mut definition = json!({
        "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
        "name": { lang: plain(&item.ask) },
        "interactionType": kind(&item.body),
        "correctResponsesPattern": right(&item.body),
    });
    for (name, parts) in parts(&item.body) {
        let listed = parts.into_iter();
        let listed = listed.map(|(id, words)| json!({ "id": id, "description": { lang: words } }));
        definition[name] = listed.collect();
    }
    definition
}

fn kind(body: &Body) -> &'static str {
    match body {
        Body::Single { .. }
        | Body::Multiple { .. }
        | Body::Scenario { .. }
        | Body::HotSpot { .. } => "choice",
        Body::TrueFalse { .. } => "true-false",
        Body::Ordering { .. } => "sequencing",
        Body::Matching { .. } | Body::Sorting { .. } => "matching",
        Body::Short { .. } => "fill-in",
        Body::Estimate(_) => "numeric",
    }
}

/// Every way to be right.
fn right(body: &Body) -> Vec<String> {
    match body {
        Body::Short { accept, .. } => {
            accept.iter().map(|form| format!("{{case_matters=false}}{form}")).collect()
        }
        Body::Estimate(estimate) => {
            let (value, within) = (estimate.value, estimate.tolerance().abs());
            vec![format!("{}{TO}{}", value - within, value + within)]
        }
        _ => vec![response(&best_response(body))],
    }
}

type Parts = Vec<(String, String)>;

/// The parts by the names that xAPI has for them, with their words.
fn parts(body: &Body) -> Vec<(&'static str, Parts)> {
    let said = |id: &String, text: &eighteen_pack::Text| (id.clone(), plain(text));
    match body {
        Body::Single { options } | Body::Multiple { options } | Body::Scenario { options, .. } => {
            vec![("choices", options.iter().map(|one: &Choice| said(&one.id, &one.text)).collect())]
        }
        Body::HotSpot { spots, .. } => {
            vec![("choices", spots.iter().map(|spot| said(&spot.id, &spot.text)).collect())]
        }
        Body::Ordering { entries } => {
            let mut parts: Parts = entries.iter().map(|one| said(&one.id, &one.text)).collect();
            // The file has them in the right order; the list of what was offered should not.
            parts.sort();
            vec![("choices", parts)]
        }
        Body::Matching { pairs, extras } => {
            let targets = pairs.iter().map(|pair| said(&pair.id, &pair.target));
            let extras = extras.iter().map(|one| said(&one.id, &one.text));
            vec![
                ("source", pairs.iter().map(|pair| said(&pair.id, &pair.text)).collect()),
                ("target", targets.chain(extras).collect()),
            ]
        }
        Body::Sorting { groups, entries } => vec![
            ("source", entries.iter().map(|one| said(&one.id, &one.text)).collect()),
            ("target", groups.iter().map(|one| said(&one.id, &one.text)).collect()),
        ],
        Body::TrueFalse { .. } | Body::Short { .. } | Body::Estimate(_) => Vec::new(),
    }
}
