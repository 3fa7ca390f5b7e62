//! The ultimatum: choosing a role, playing a run, looking back at it.
//!
//! Nothing of what follows from an option is here before it is chosen, and nothing that became known
//! later is here before the debrief.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::content::{ClaimCard, TermCard, Text};

/// The page on which a run begins.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StoryStart {
    pub title: String,
    pub about: Text,
    pub employer: String,
    /// First and last day of story time.
    pub from: String,
    pub to: String,
    /// In one run.
    pub decisions: u32,
    pub roles: Vec<StoryRole>,
    /// Most recent first.
    pub runs: Vec<RunSummary>,
    pub claims: Vec<ClaimCard>,
    pub terms: Vec<TermCard>,
    pub lang: String,
    pub dir: String,
}

/// A role that can be taken.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StoryRole {
    pub id: String,
    pub title: String,
    pub about: Text,
    /// On the longest path.
    pub minutes: u32,
}

/// A run in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RunSummary {
    pub run_id: String,
    pub role_id: String,
    pub role_title: String,
    pub started_at: String,
    pub finished_at: Option<String>,
    /// Decisions taken.
    pub decided: u32,
    pub of: u32,
    /// How it ended.
    pub end: Option<String>,
    /// The first decision that it does not share with an earlier run.
    pub replay_from: Option<u32>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StartRun {
    pub role_id: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenRun {
    pub run_id: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RunDecision {
    pub run_id: String,
    /// The decision, 1 for the first.
    pub position: u32,
    /// `p1` for the first option.
    pub option: String,
    pub elapsed_ms: u32,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReplayRun {
    pub run_id: String,
    /// The decision to take anew, 1 for the first.
    pub position: u32,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveRunReflection {
    pub run_id: String,
    pub reflection_id: String,
    /// Empty takes it away.
    pub text: String,
}

/// A run where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RunView {
    pub run_id: String,
    pub title: String,
    pub role_title: String,
    /// Story time as a clock on the wall shows it, `YYYY-MM-DDTHH:MM:SS`.
    pub at: String,
    pub place: Option<String>,
    /// The decision that is to be taken, or that was taken last; 1 for the first.
    pub position: u32,
    pub of: u32,
    /// Absent until one was named.
    pub deadline: Option<StoryDeadline>,
    pub meters: Vec<StoryMeter>,
    pub stage: RunStage,
    /// What is known at this moment of story time, the latest first.
    pub known: Vec<StoryFact>,
    /// The decisions taken, in order.
    pub log: Vec<RunLogLine>,
    /// The last choice can be taken back.
    pub may_step_back: bool,
    pub terms: Vec<TermCard>,
    pub lang: String,
    pub dir: String,
}

/// A day that was named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StoryDeadline {
    pub day: String,
    /// Whole days between today and that day; absent when it has come.
    pub full_days_left: Option<u32>,
}

/// Which of the four meters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum StoryMeterId {
    Trust,
    Exposure,
    Legal,
    Cost,
}

/// A meter and what moved it last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StoryMeter {
    pub id: StoryMeterId,
    pub name: String,
    /// Whether 10 is the good end; else 0 is.
    pub high_is_better: bool,
    /// 0 to 10.
    pub level: u8,
    pub start: u8,
    pub last: Option<StoryMove>,
}

/// What a choice did to a meter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StoryMove {
    pub meter: String,
    pub high_is_better: bool,
    pub from: u8,
    /// The same as `from` where the meter had reached its end.
    pub to: u8,
    /// The cause, in words.
    pub why: String,
}

/// What there is to do.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum RunStage {
    /// To decide.
    Scene { messages: Vec<StoryMessage>, ask: Text, options: Vec<RunOption> },
    /// To read what followed.
    Consequence { ask: Text, chosen: Text, then: Text, moves: Vec<StoryMove>, is_last: bool },
    /// The script is another by now: to go on anew from this decision, or to read only when the role
    /// is gone.
    Changed { go_on_from: Option<u32> },
    /// To look back.
    Finished,
}

/// Words that reach the reader in a scene.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StoryMessage {
    pub from: String,
    pub text: Text,
}

/// One way to decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RunOption {
    /// `p1` for the first.
    pub id: String,
    pub text: Text,
}

/// Something that is known at a moment of story time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StoryFact {
    /// Since when, in story time.
    pub since: String,
    pub text: Text,
    pub sources: Vec<String>,
    /// Said by the gang.
    pub claimed: bool,
}

/// A decision in the log of a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RunLogLine {
    pub position: u32,
    /// Story time.
    pub at: String,
    pub ask: Text,
    pub chosen: Text,
    pub moves: Vec<StoryMove>,
    /// Taken over from the run that this one replays.
    pub shared: bool,
}

/// How a choice stands to what experts advise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum StoryStance {
    Advised,
    Mixed,
    Against,
}

/// A finished run, looked back at.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RunDebrief {
    pub run: RunSummary,
    pub title: String,
    pub employer: String,
    pub end_title: String,
    pub end_text: Text,
    pub pattern: RunPattern,
    pub meters: Vec<StoryMeter>,
    pub decisions: Vec<DebriefDecision>,
    /// What happened in the real case, and what stayed unknown.
    pub after: Vec<Text>,
    pub reflections: Vec<RunReflection>,
    /// Whether the learner said that her decisions may be shared without her name.
    pub sharing: super::practised::Sharing,
    /// Questions for a team.
    pub talk: Vec<Text>,
    /// The script of today is another.
    pub changed: bool,
    /// The role can still be taken.
    pub may_replay: bool,
    pub claims: Vec<ClaimCard>,
    pub terms: Vec<TermCard>,
    pub lang: String,
    pub dir: String,
}

/// What stands out, in place of a grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RunPattern {
    /// Names of the meters that ended clearly better than they began.
    pub better: Vec<String>,
    /// Of those that ended clearly worse.
    pub worse: Vec<String>,
    /// How most choices of the first half stood to the advice.
    pub early: StoryStance,
    /// And of the second half.
    pub late: StoryStance,
}

/// A decision, looked back at.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DebriefDecision {
    pub position: u32,
    /// Story time.
    pub at: String,
    pub ask: Text,
    pub chosen: Text,
    pub then: Text,
    pub moves: Vec<StoryMove>,
    pub stance: StoryStance,
    pub advice: Text,
    /// Ids of the claims that carry its source and date.
    pub advice_claims: Vec<String>,
    pub not_taken: Vec<PathNotTaken>,
    /// What was chosen first and taken back.
    pub taken_back: Vec<Text>,
    /// Taken over from the run that this one replays.
    pub shared: bool,
}

/// An option that was not chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PathNotTaken {
    pub text: Text,
    /// It would have led to the same place.
    pub rejoins: bool,
    /// Titles of the ends that could have followed.
    pub ends: Vec<String>,
}

/// A private question to oneself, and what was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RunReflection {
    pub id: String,
    pub prompt: Text,
    pub written: String,
}

/// The ultimatum on Home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StoryCard {
    pub title: String,
    pub decisions: u32,
    pub roles: u32,
    /// The run that was begun last and is not finished.
    pub open: Option<RunSummary>,
    /// Finished runs.
    pub finished: u32,
}
