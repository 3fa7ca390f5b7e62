//! What a statement of ours tells when it comes back from a store.
//!
//! Nobody signed it, so nothing in it is believed that can be found out: questions and keys come from the pack, and
//! marks are made anew. What is read here is who, which attempt, and what was answered.

use eighteen_pack::Body;
use eighteen_training::Response;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Form, OURS, Verb, extension, interaction};

/// Longest text of one field, in characters; an answer that was typed is shorter.
const LONGEST: usize = 4_000;
/// More questions than any check has.
const MOST_QUESTIONS: usize = 500;

/// A statement of ours.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// UUID of the statement.
    pub id: String,
    /// UUID of the learner.
    pub account: String,
    /// UUID of the attempt.
    pub attempt_id: String,
    /// When it happened by the clock of that computer. It should be RFC 3339; whoever uses it looks.
    pub at: String,
    /// What it tells.
    pub what: What,
}

/// What a statement tells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum What {
    /// An answer was saved.
    Answer(ToldAnswer),
    /// A check was finished.
    Finished(Box<ToldCheck>),
    /// Something that is told by others as well: a check began, was passed or not, was left.
    Nothing,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ToldAnswer {
    /// The question.
    pub item_id: String,
    /// Its version.
    pub item_version: u32,
    /// Its place in the check, from 1.
    pub position: u32,
    /// As it stands in the statement.
    pub response: String,
    /// The reason for a judgement.
    pub reason: Option<String>,
    /// `sure`, `think` or `guess`.
    pub confidence: Option<String>,
    /// From the question to the answer.
    pub elapsed_ms: u32,
}

/// A finished check.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ToldCheck {
    /// What kind of check.
    pub form: Form,
    /// Slug of the pack.
    pub pack_id: String,
    /// Its version when the attempt began.
    pub pack_version: u32,
    /// Its content hash when the attempt began.
    pub pack_hash: String,
    /// Slug of the quiz.
    pub quiz_id: String,
    /// 1 for the first try.
    pub try_number: u32,
    /// Points needed to pass.
    pub pass_points: u32,
    /// When it began, as `at`.
    pub began: String,
    /// How many answers were saved, those that were changed later too.
    pub answers: u32,
    /// The questions that were drawn, in their order.
    pub asked: Vec<AskedQuestion>,
    /// What the draw began with, in decimal.
    pub seed: String,
}

/// A question as it was drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedQuestion {
    /// The question.
    pub item: String,
    /// Its version.
    pub version: u32,
    /// Ids of its parts in the order shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
    /// Ids of a matching's targets in the order shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<String>,
}

/// Why nothing can be taken from a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NotTold {
    /// Another program made it.
    NotOurs,
    /// It says that it is ours and lacks something, or has something that none of ours has.
    NotWhole,
}

/// Reads a statement that came from a store.
///
/// # Errors
/// Why nothing can be taken from it.
pub fn told(statement: &Value) -> Result<Told, NotTold> {
    let object = statement["object"]["id"].as_str().unwrap_or_default();
    let ours = object.strip_prefix(OURS).ok_or(NotTold::NotOurs)?;
    whole(statement, ours).ok_or(NotTold::NotWhole)
}

/// What was answered to a question; nothing when no answer of its kind reads so.
pub fn response(body: &Body, text: &str, reason: Option<&str>) -> Option<Response> {
    interaction::given(body, text, reason)
}

fn whole(statement: &Value, object: &str) -> Option<Told> {
    let verb = statement["verb"]["id"].as_str()?.rsplit('/').next()?;
    let known = &statement["context"]["extensions"];
    let what = match Verb::named(verb)? {
        Verb::Answered => What::Answer(answer(statement, object, known)?),
        Verb::Completed => What::Finished(Box::new(check(object, known)?)),
        Verb::Initialized | Verb::Passed | Verb::Failed | Verb::Terminated => What::Nothing,
    };
    Some(Told {
        id: id(&statement["id"])?,
        account: id(&statement["actor"]["account"]["name"])?,
        attempt_id: id(&statement["context"]["registration"])?,
        at: text(&known[extension("local-time")])?,
        what,
    })
}

fn answer(statement: &Value, object: &str, known: &Value) -> Option<ToldAnswer> {
    let (_, item) = object.split_once(":question:")?;
    let result = &statement["result"];
    let more = &result["extensions"];
    let optional = |name| match &more[extension(name)] {
        Value::Null => Some(None),
        value => text(value).map(Some),
    };
    let confidence = optional("confidence")?;
    if confidence.as_deref().is_some_and(|word| !["sure", "think", "guess"].contains(&word)) {
        return None;
    }
    Some(ToldAnswer {
        item_id: slug(item)?,
        item_version: number(&more[extension("item-version")])?,
        position: number(&known[extension("position")])?,
        response: text(&result["response"])?,
        reason: optional("reason")?,
        confidence,
        elapsed_ms: number(&more[extension("elapsed-ms")])?,
    })
}

fn check(object: &str, known: &Value) -> Option<ToldCheck> {
    let (pack_id, rest) = object.split_once(':')?;
    let (form, quiz_id) = rest.split_once(':')?;
    let asked: Vec<AskedQuestion> =
        serde_json::from_value(known[extension("asked")].clone()).ok()?;
    let seed = text(&known[extension("seed")])?;
    if asked.len() > MOST_QUESTIONS || seed.parse::<u64>().is_err() {
        return None;
    }
    Some(ToldCheck {
        form: Form::named(form)?,
        pack_id: slug(pack_id)?,
        pack_version: number(&known[extension("pack-version")])?,
        pack_hash: text(&known[extension("pack-hash")])?,
        quiz_id: slug(quiz_id)?,
        try_number: number(&known[extension("try-number")]).filter(|number| *number > 0)?,
        pass_points: number(&known[extension("pass-points")])?,
        began: text(&known[extension("began")])?,
        answers: number(&known[extension("answers")])?,
        asked,
        seed,
    })
}

fn id(value: &Value) -> Option<String> {
    let id = value.as_str()?.to_lowercase();
    let dashes = [8, 13, 18, 23];
    let is_sound = |(at, byte): (usize, u8)| {
        if dashes.contains(&at) { byte == b'-' } else { byte.is_ascii_hexdigit() }
    };
    (id.len() == 36 && id.bytes().enumerate().all(is_sound)).then_some(id)
}

fn text(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    (text.chars().count() <= LONGEST).then(|| text.to_owned())
}

fn slug(text: &str) -> Option<String> {
    let sound = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    (!text.is_empty() && text.len() <= LONGEST && text.bytes().all(sound)).then(|| text.to_owned())
}

/// Some stores give whole numbers back with a point.
fn number(value: &Value) -> Option<u32> {
    let number = value.as_f64()?;
    let is_whole = number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was looked at")]
    is_whole.then_some(number as u32)
}
