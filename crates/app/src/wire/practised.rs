//! What practice tells a trainer: the inbox, the ultimatum, wrong ideas, and what lasted.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    among::AmongWhom,
    inbox::{InboxDetection, InboxDifficulty, InboxTally},
    question::StepLink,
    story::StoryStance,
};

/// A share with its 95 % interval, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ShareWithin {
    pub share: f64,
    /// Absent where people do not differ, so that nothing says how sure the share is.
    pub within: Option<EndsOf>,
}

/// Both ends of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EndsOf {
    pub low: f64,
    pub high: f64,
}

/// How people judged the inbox. The first judgement of each message of each person.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxReport {
    pub sample: bool,
    pub among: AmongWhom,
    /// People who judged anything in a finished round.
    pub people: u32,
    /// So many are needed for a number over people.
    pub fewest_people: u32,
    /// All their judgements; absent while there are too few people.
    pub overall: Option<InboxOverall>,
    /// Hardest first; only levels of which a message was judged.
    pub levels: Vec<InboxReportLevel>,
    /// Hostile messages, those most often gone along with first.
    pub hostile: Vec<InboxReportMessage>,
    /// Genuine messages, those most often mistrusted first.
    pub genuine: Vec<InboxReportMessage>,
}

/// How all people judged.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxOverall {
    pub tally: InboxTally,
    /// Share of hostile messages caught.
    pub caught: Option<ShareWithin>,
    /// Share of genuine messages treated as hostile.
    pub false_alarms: Option<ShareWithin>,
    /// Absent where too few messages of either kind were judged, or where nobody differs.
    pub detection: Option<InboxDetection>,
}

/// Hostile messages of one difficulty against all genuine ones.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxReportLevel {
    pub difficulty: InboxDifficulty,
    /// People who judged such a message.
    pub people: u32,
    /// Judgements of hostile messages of this difficulty, and those that caught them; absent while there are too
    /// few people.
    pub hostile: Option<u32>,
    pub caught: Option<u32>,
    pub share: Option<ShareWithin>,
    pub detection: Option<InboxDetection>,
}

/// How people judged one message.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxReportMessage {
    pub message_id: String,
    pub version: u32,
    /// Absent when the course no longer has it.
    pub from: Option<String>,
    pub subject: Option<String>,
    pub difficulty: InboxDifficulty,
    pub people: u32,
    /// Missed, or a false alarm; absent with the share.
    pub wrong: Option<u32>,
    /// Absent below five people.
    pub share: Option<ShareWithin>,
    /// Of a genuine message: trusted without the check that it called for.
    pub unchecked: Option<u32>,
    pub median_ms: Option<u32>,
}

/// What was decided in the ultimatum, by role and fork. Nobody's name stands beside a decision.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ForkReport {
    pub sample: bool,
    /// Runs that were shared.
    pub runs: u32,
    /// So many are needed for a share.
    pub fewest_runs: u32,
    /// In the order of the story.
    pub roles: Vec<ForkRole>,
}

/// A role and its decisions.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ForkRole {
    pub role_id: String,
    pub title: String,
    pub runs: u32,
    /// Decisions at which somebody stood, in story time; none while there are too few runs.
    pub scenes: Vec<ForkScene>,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ForkScene {
    pub scene_id: String,
    /// The decision of the run, 1 for the first.
    pub position: u32,
    /// Story time as a clock on the wall shows it, `YYYY-MM-DDTHH:MM:SS`.
    pub at: String,
    pub ask: String,
    /// Runs that came here.
    pub runs: u32,
    /// Everything below is absent while those are too few.
    pub median_seconds: Option<u32>,
    /// Runs in which another choice was taken back here.
    pub reversed: Option<u32>,
    pub options: Vec<ForkOption>,
}

/// A way to decide.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ForkOption {
    pub option_id: String,
    pub text: String,
    pub stance: StoryStance,
    pub chosen: Option<u32>,
    pub share: Option<ShareWithin>,
}

/// Wrong ideas, those of most people first. First finished checks only.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MisconceptionReport {
    pub sample: bool,
    pub among: AmongWhom,
    /// Ideas that could be chosen by somebody.
    pub rows: Vec<MisconceptionRow>,
    /// Ideas of the course that nobody has been asked about yet.
    pub not_met: u32,
}

/// A wrong idea.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MisconceptionRow {
    pub id: String,
    /// The idea and its correction; the id and nothing when the course no longer has it.
    pub says: String,
    pub truth: Option<String>,
    /// People who were asked a question where it can be chosen.
    pub met: u32,
    /// Of them, who chose it at least once; absent where it is withheld.
    pub chose: Option<u32>,
    /// Absent below five people.
    pub share: Option<ShareWithin>,
    /// Where it was chosen, most often first.
    pub questions: Vec<MisconceptionQuestion>,
    /// The step that teaches the question in which it was chosen most often.
    pub step: Option<StepLink>,
}

/// A question that showed a wrong idea.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MisconceptionQuestion {
    pub item_id: String,
    pub item_version: u32,
    pub module_number: u32,
    pub ask: String,
    /// The answers behind which it stands.
    pub answer: String,
    pub chose: Option<u32>,
}

/// What people still know some time after their first check.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LastedReport {
    pub sample: bool,
    pub among: AmongWhom,
    /// So many people are needed for a number.
    pub fewest_people: u32,
    /// First answers in finished checks.
    pub start: LastedStart,
    /// After 30, 90 and 180 days.
    pub later: Vec<LastedWindow>,
}

/// On the day of the first check.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LastedStart {
    pub people: u32,
    pub answers: u32,
    /// Absent while there are too few people.
    pub right: Option<ShareWithin>,
}

/// Some time later: the same people and questions, then and now.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LastedWindow {
    pub days: u32,
    /// Answers from so many to so many days after the first one count.
    pub from_days: u32,
    pub to_days: u32,
    pub people: u32,
    /// Questions of a person, answered then and now.
    pub pairs: u32,
    /// Everything below is absent while there are too few people. Share right in the first check.
    pub then: Option<f64>,
    /// Share right now.
    pub now: Option<ShareWithin>,
    /// Mean of now less then, in shares: -1 to 1.
    pub change: Option<ShareWithin>,
}

/// What a learner says about sharing.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShareChoices {
    pub yes: bool,
}

/// What a learner said about sharing; absent while she has not answered, and nothing is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Sharing {
    pub choices: Option<bool>,
}
