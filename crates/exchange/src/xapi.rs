//! Statements for a learning record store: xAPI 1.0.3 and 2.0, as `docs/XAPI.md` says.
//!
//! The bytes that come out of here are kept and sent as they are. They carry no `version` of their own, so
//! the same bytes serve both versions of the standard; which one is spoken stands in a header.

mod interaction;
mod told;

use eighteen_pack::Item;
use eighteen_training::Response;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

pub use told::{AskedQuestion, NotTold, Told, ToldAnswer, ToldCheck, What, response, told};

/// What the names of our activities and extensions begin with.
const OURS: &str = "urn:x-eighteen-days:";
/// Seconds in xAPI have two decimals: finer ones are not compared.
const HUNDREDTHS: u64 = 10;

/// What a statement says somebody did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// Began a check.
    Initialized,
    /// Saved an answer.
    Answered,
    /// Finished a check.
    Completed,
    /// Reached the pass mark.
    Passed,
    /// Did not reach it.
    Failed,
    /// Left a finished check.
    Terminated,
}

impl Verb {
    /// The word of the verb, also the last part of its name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Initialized => "initialized",
            Self::Answered => "answered",
            Self::Completed => "completed",
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Terminated => "terminated",
        }
    }

    fn named(word: &str) -> Option<Self> {
        let all = [
            Self::Initialized,
            Self::Answered,
            Self::Completed,
            Self::Passed,
            Self::Failed,
            Self::Terminated,
        ];
        all.into_iter().find(|verb| verb.word() == word)
    }
}

/// What every statement has: who, when, of which pack.
#[derive(Debug, Clone)]
pub struct Frame<'a> {
    /// UUID of the statement.
    pub id: &'a str,
    /// Whose accounts these are: the organisation's address, an absolute IRI.
    pub home_page: &'a str,
    /// The learner's pseudonym.
    pub account: &'a str,
    /// RFC 3339 in UTC.
    pub timestamp: &'a str,
    /// The same moment with the offset of the learner's computer: days are counted by it.
    pub local_time: &'a str,
    /// Of the app that makes the statement.
    pub app_version: &'a str,
    /// Slug of the pack.
    pub pack_id: &'a str,
    /// Its version when the attempt began.
    pub pack_version: u32,
    /// Its content hash when the attempt began.
    pub pack_hash: &'a str,
    /// Its title.
    pub pack_title: &'a str,
    /// BCP 47.
    pub lang: &'a str,
}

/// What kind of check it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// A final check of a module.
    Check,
    /// A pre-check, by which a module may be skipped.
    PreCheck,
    /// The final assessment over all modules.
    Assessment,
}

impl Form {
    fn word(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::PreCheck => "pre-check",
            Self::Assessment => "assessment",
        }
    }

    fn named(word: &str) -> Option<Self> {
        [Self::Check, Self::PreCheck, Self::Assessment].into_iter().find(|form| form.word() == word)
    }
}

/// The check that a statement is about.
#[derive(Debug, Clone)]
pub struct Sitting<'a> {
    /// UUID of the attempt.
    pub attempt_id: &'a str,
    /// What kind of check.
    pub form: Form,
    /// Slug of the module, or of the assessment.
    pub module_id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Slug of the quiz.
    pub quiz_id: &'a str,
    /// 1 for the first try.
    pub try_number: u32,
    /// How many questions.
    pub of: u32,
    /// Points needed to pass.
    pub pass_points: u32,
}

/// An answer to a question.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// The question with its key.
    pub item: &'a Item,
    /// Its place in the check, from 1.
    pub position: u32,
    /// What was answered.
    pub response: &'a Response,
    /// The mark, 0 to 1.
    pub score: f64,
    /// `sure`, `think` or `guess`.
    pub confidence: Option<&'a str>,
    /// From the question to the answer.
    pub elapsed_ms: u32,
}

/// How a check ended.
#[derive(Debug, Clone)]
pub struct Ending<'a> {
    /// Points reached.
    pub points: f64,
    /// Whether the pass mark was reached.
    pub passed: bool,
    /// All answers together.
    pub elapsed_ms: u64,
    /// The newest link of the learner's history: its number and its hash.
    pub link: Option<(u32, &'a str)>,
    /// When it began, RFC 3339 with the offset of the learner's computer.
    pub began: &'a str,
    /// How many answers were saved, those that were changed later too.
    pub answers: u32,
    /// What the draw began with, in decimal.
    pub seed: &'a str,
    /// The questions that were drawn, in their order.
    pub asked: &'a [AskedQuestion],
}

/// The statement that a check began.
pub fn initialized(frame: &Frame<'_>, sitting: &Sitting<'_>) -> String {
    statement(frame, sitting, Verb::Initialized, check(frame, sitting), None, Map::new())
}

/// The statement that an answer was saved.
pub fn answered(frame: &Frame<'_>, sitting: &Sitting<'_>, asked: &Asked<'_>) -> String {
    let Asked { item, response, .. } = asked;
    let mut extensions = extensions([
        ("item-version", json!(item.version)),
        ("elapsed-ms", json!(asked.elapsed_ms)),
    ]);
    if let Some(confidence) = asked.confidence {
        extensions.insert(extension("confidence"), json!(confidence));
    }
    if let Some(reason) = interaction::reason(response) {
        extensions.insert(extension("reason"), json!(reason));
    }
    let result = json!({
        "response": interaction::response(response),
        "success": asked.score >= 1.0,
        "score": { "scaled": asked.score, "raw": asked.score, "min": 0, "max": 1 },
        "duration": duration(asked.elapsed_ms.into()),
        "extensions": extensions,
    });
    let object = json!({
        "objectType": "Activity",
        "id": format!("{}:question:{}", course_id(frame), item.id),
        "definition": interaction::definition(item, frame.lang),
    });
    let position = [("position", json!(asked.position))];
    let more = position.into_iter().map(|(name, value)| (extension(name), value)).collect();
    statement(frame, sitting, Verb::Answered, object, Some(result), more)
}

/// The statement that a finished check was completed, passed, failed or left.
pub fn ended(frame: &Frame<'_>, sitting: &Sitting<'_>, verb: Verb, ending: &Ending<'_>) -> String {
    let of = f64::from(sitting.of);
    let scaled = if of > 0.0 { (ending.points / of).clamp(0.0, 1.0) } else { 0.0 };
    let mut result = json!({ "duration": duration(ending.elapsed_ms) });
    if verb != Verb::Terminated {
        result["completion"] = json!(true);
        result["success"] = json!(ending.passed);
        result["score"] =
            json!({ "scaled": scaled, "raw": ending.points, "min": 0, "max": sitting.of });
    }
    let mut more = Map::new();
    if verb == Verb::Completed {
        more = extensions([
            ("began", json!(ending.began)),
            ("answers", json!(ending.answers)),
            ("seed", json!(ending.seed)),
            ("asked", json!(ending.asked)),
        ]);
        if let Some((number, hash)) = ending.link {
            more.insert(extension("history-number"), json!(number));
            more.insert(extension("history-hash"), json!(hash));
        }
    }
    statement(frame, sitting, verb, check(frame, sitting), Some(result), more)
}

fn statement(
    frame: &Frame<'_>,
    sitting: &Sitting<'_>,
    verb: Verb,
    object: Value,
    result: Option<Value>,
    more: Map<String, Value>,
) -> String {
    let mut known = extensions([
        ("pack-version", json!(frame.pack_version)),
        ("pack-hash", json!(frame.pack_hash)),
        ("try-number", json!(sitting.try_number)),
        ("pass-points", json!(sitting.pass_points)),
        ("questions", json!(sitting.of)),
        ("local-time", json!(frame.local_time)),
    ]);
    known.extend(more);
    let mut parents = Vec::new();
    if verb == Verb::Answered {
        parents.push(check(frame, sitting));
    }
    let mut whole = json!({
        "id": frame.id,
        "actor": {
            "objectType": "Agent",
            "account": { "homePage": frame.home_page, "name": frame.account },
        },
        "verb": {
            "id": format!("http://adlnet.gov/expapi/verbs/{}", verb.word()),
            "display": { "en": verb.word() },
        },
        "object": object,
        "context": {
            "registration": sitting.attempt_id,
            "platform": format!("Eighteen Days {}", frame.app_version),
            "language": frame.lang,
            "revision": frame.pack_version.to_string(),
            "contextActivities": { "grouping": [module(frame, sitting), course(frame)] },
            "extensions": known,
        },
        "timestamp": frame.timestamp,
    });
    if !parents.is_empty() {
        whole["context"]["contextActivities"]["parent"] = json!(parents);
    }
    if let Some(result) = result {
        whole["result"] = result;
    }
    whole.to_string()
}

fn course_id(frame: &Frame<'_>) -> String {
    format!("{OURS}{}", frame.pack_id)
}

fn check(frame: &Frame<'_>, sitting: &Sitting<'_>) -> Value {
    let id = format!("{}:{}:{}", course_id(frame), sitting.form.word(), sitting.quiz_id);
    activity(&id, "assessment", sitting.title, frame.lang)
}

fn module(frame: &Frame<'_>, sitting: &Sitting<'_>) -> Value {
    let id = format!("{}:module:{}", course_id(frame), sitting.module_id);
    activity(&id, "module", sitting.title, frame.lang)
}

fn course(frame: &Frame<'_>) -> Value {
    activity(&course_id(frame), "course", frame.pack_title, frame.lang)
}

fn activity(id: &str, kind: &str, name: &str, lang: &str) -> Value {
    json!({
        "objectType": "Activity",
        "id": id,
        "definition": {
            "type": format!("http://adlnet.gov/expapi/activities/{kind}"),
            "name": { lang: name },
        },
    })
}

fn extension(name: &str) -> String {
    format!("{OURS}extension:{name}")
}

fn extensions<const N: usize>(values: [(&str, Value); N]) -> Map<String, Value> {
    values.into_iter().map(|(name, value)| (extension(name), value)).collect()
}

/// ISO 8601, in seconds with two decimals.
fn duration(ms: u64) -> String {
    let hundredths = ms / HUNDREDTHS;
    format!("PT{}.{:02}S", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests;
