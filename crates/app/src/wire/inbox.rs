//! The inbox: its messages, the judgement of one, the result of a round.
//!
//! What a message is, and which spots tell, reach the page only after the judgement and the marks are
//! committed. Messages are known by their position in the round; spots are named by their place.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::content::{ClaimCard, TermCard, Text};

/// What one can do with a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum InboxJudgement {
    Report,
    Verify,
    Proceed,
    Delete,
}

/// What a message really is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum InboxNature {
    Hostile,
    Genuine,
}

/// What a judgement came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum InboxOutcome {
    /// A hostile message that was not gone along with.
    Caught,
    /// A hostile message that was gone along with.
    Missed,
    /// A genuine message, soundly judged.
    Sound,
    /// A genuine message that was trusted without the check that it called for.
    Unchecked,
    /// A genuine message treated as if it were hostile.
    FalseAlarm,
}

/// How hard a message is to recognise, by the NIST Phish Scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum InboxDifficulty {
    Least,
    ModerateToLeast,
    Moderate,
    Very,
}

/// The door of the inbox.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxDoor {
    /// Absent when the course has no mailbox.
    pub mailbox: Option<Mailbox>,
}

/// The mailbox before a round.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Mailbox {
    pub title: String,
    pub about: Text,
    pub owner_name: String,
    pub owner_role: String,
    pub owner_address: String,
    pub known: Vec<InboxKnown>,
    /// Messages in a round.
    pub round: u32,
    /// Messages in the mailbox.
    pub messages: u32,
    /// Messages that were judged at least once.
    pub judged: u32,
    /// The round that is not over.
    pub open: Option<InboxOpenRound>,
    /// Rounds that are over, newest first.
    pub rounds: Vec<InboxRoundLine>,
    /// Over all rounds; absent before the first judgement.
    pub overall: Option<InboxStanding>,
    pub claims: Vec<ClaimCard>,
    pub terms: Vec<TermCard>,
    pub lang: String,
    pub dir: String,
}

/// A fact that the reader may look up.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxKnown {
    pub head: String,
    pub text: Text,
}

/// A round that is not over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxOpenRound {
    pub round_id: String,
    pub number: u32,
    pub judged: u32,
    pub of: u32,
}

/// A round that is over, in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxRoundLine {
    pub round_id: String,
    /// 1 for the first.
    pub number: u32,
    /// When its last message was judged.
    pub finished_at: String,
    pub tally: InboxTally,
}

/// Counts of what judgements came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxTally {
    pub caught: u32,
    pub hostile: u32,
    pub false_alarms: u32,
    /// Genuine messages that were trusted without the check that they called for.
    pub unchecked: u32,
    pub genuine: u32,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenInboxRound {
    pub round_id: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenInboxMessage {
    pub round_id: String,
    /// 1 for the first.
    pub position: u32,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JudgeMessage {
    pub round_id: String,
    pub position: u32,
    pub judgement: InboxJudgement,
    /// Milliseconds with the message open.
    pub elapsed_ms: u32,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MarkSpots {
    pub round_id: String,
    pub position: u32,
    /// Names of spots of the message; may be empty.
    pub spots: Vec<String>,
}

/// A round at one of its messages.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxView {
    pub round_id: String,
    pub round_number: u32,
    pub title: String,
    pub owner_name: String,
    pub owner_role: String,
    pub owner_address: String,
    pub known: Vec<InboxKnown>,
    /// The list of the mailbox, in order of time.
    pub rows: Vec<InboxRow>,
    /// How many of them are judged.
    pub judged: u32,
    pub message: InboxMessage,
    /// After the judgement.
    pub told: Option<InboxTold>,
    /// After the spots are marked.
    pub shown: Option<InboxShown>,
    /// The next message that is not judged.
    pub next: Option<u32>,
    pub claims: Vec<ClaimCard>,
    pub terms: Vec<TermCard>,
    pub lang: String,
    pub dir: String,
}

/// A message in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxRow {
    pub position: u32,
    pub from: String,
    pub subject: String,
    /// Local time of the story, `YYYY-MM-DDTHH:MM:SS`.
    pub sent: String,
    /// What it was judged to be, and what that came to.
    pub judgement: Option<InboxJudgement>,
    pub outcome: Option<InboxOutcome>,
}

/// A name and the address behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxCorrespondent {
    pub name: String,
    pub address: String,
}

/// An attachment: a name only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxFile {
    pub id: String,
    pub name: String,
    pub size: String,
}

/// A link: words and where they would lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxLink {
    pub id: String,
    pub text: String,
    pub target: String,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum InboxPiece {
    /// Plain words.
    Words { text: String },
    /// A link of the message.
    Link { id: String },
}

/// A message as a mail client shows it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxMessage {
    pub position: u32,
    pub from: InboxCorrespondent,
    pub reply_to: Option<InboxCorrespondent>,
    /// To whom, in words; absent: the owner.
    pub to: Option<String>,
    pub subject: String,
    pub sent: String,
    pub files: Vec<InboxFile>,
    pub links: Vec<InboxLink>,
    pub body: Vec<Vec<InboxPiece>>,
    /// What can be pointed at, in reading order: `from`, `reply-to`, `subject`, `p1`, `l1`, `f1` …
    pub spots: Vec<String>,
}

/// One judgement explained.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxExplained {
    pub judgement: InboxJudgement,
    pub best: bool,
    /// Best or as good.
    pub sound: bool,
    pub text: Text,
}

/// What a message is, told after the judgement.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxTold {
    pub judgement: InboxJudgement,
    pub judged_at: String,
    pub outcome: InboxOutcome,
    pub nature: InboxNature,
    pub means: Text,
    /// All four, in the order in which they were offered.
    pub explained: Vec<InboxExplained>,
    /// Claims of the real case that the message mirrors.
    pub mirrors: Vec<String>,
}

/// A telling spot, in the walk through a message.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxTell {
    /// The spot.
    pub at: String,
    /// Which cue of the NIST Phish Scale it is; absent: it speaks for the message.
    pub cue: Option<String>,
    /// Whether the learner marked the spot.
    pub marked: bool,
    pub why: Text,
}

/// Which spots tell, shown after marking.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxShown {
    /// Telling spots that were marked.
    pub found: Vec<String>,
    /// Telling spots that were not.
    pub overlooked: Vec<String>,
    /// Marked spots that tell nothing.
    pub beside: Vec<String>,
    /// In reading order.
    pub walk: Vec<InboxTell>,
    pub difficulty: InboxDifficulty,
    /// Cues of the scale in the message, each as often as it occurs.
    pub cues: u32,
    /// Premise rating of the scale, -8 to 32.
    pub premise: i32,
}

/// Both ends of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxWithin {
    pub low: f64,
    pub high: f64,
}

/// How well somebody tells hostile from genuine, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxDetection {
    /// d', in standard deviations.
    pub sensitivity: f64,
    pub sensitivity_within: InboxWithin,
    /// c, in standard deviations; below 0 leans to suspicion.
    pub bias: f64,
    pub bias_within: InboxWithin,
}

/// Hostile messages of one level of difficulty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxLevel {
    pub difficulty: InboxDifficulty,
    pub caught: u32,
    pub hostile: u32,
}

/// Where somebody stands over all rounds: the first judgement of each message counts.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxStanding {
    pub tally: InboxTally,
    /// Absent while there are too few messages of either kind.
    pub detection: Option<InboxDetection>,
    /// How many of each kind are needed for a number.
    pub fewest: u32,
    /// Hardest first; only levels that were met.
    pub levels: Vec<InboxLevel>,
    /// Genuine messages that look alarming, and false alarms among them.
    pub alarming: u32,
    pub alarming_false_alarms: u32,
    /// Genuine messages that do not, and false alarms among them.
    pub plain: u32,
    pub plain_false_alarms: u32,
}

/// A message of a finished round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxResultRow {
    pub position: u32,
    pub from: String,
    pub subject: String,
    pub nature: InboxNature,
    pub judgement: InboxJudgement,
    pub outcome: InboxOutcome,
    pub difficulty: InboxDifficulty,
}

/// A kind of cue that was overlooked, and how often it stood there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxOverlooked {
    /// Which cue of the NIST Phish Scale it is.
    pub cue: String,
    pub overlooked: u32,
    pub of: u32,
}

/// The result of a round.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxResult {
    pub round_id: String,
    pub number: u32,
    pub finished_at: String,
    pub tally: InboxTally,
    /// Telling spots of hostile messages that were marked, where any were marked at all.
    pub spots_found: u32,
    pub spots_of: u32,
    pub rows: Vec<InboxResultRow>,
    /// Kinds of cues that were overlooked in this round, most often first; at most three.
    pub overlooked: Vec<InboxOverlooked>,
    pub overall: InboxStanding,
    /// Messages of the mailbox that were not judged yet.
    pub unseen: u32,
}
