//! The learner's side: who is learning, home, a module, a step, the record.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    assignments::AssignedToMe,
    check::{AttemptSummary, Feedback},
    content::{Block, ClaimCard, DecisionTaken, TermCard, Text},
    inbox::{InboxOpenRound, InboxRoundLine},
    question::{Answered, Confidence, Response, StepLink},
    refresher::CardsDue,
    settings::Settings,
    story::{RunSummary, StoryCard},
};

/// Everything that the first screen needs.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Startup {
    /// Who has learned on this computer, most recent first.
    pub learners: Vec<Learner>,
    /// Who is learning now: the only learner, or the one chosen.
    pub current: Option<Learner>,
    pub settings: Settings,
    pub course: Course,
    /// Module and step that a newcomer starts with.
    pub opening: StepLink,
    /// Something happened to the store that the person must know of.
    pub notice: Option<StoreNotice>,
}

/// Something happened to the store that the person must know of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum StoreNotice {
    /// The store was damaged. It was kept at `set_aside`, and the newest good backup took its place: it
    /// was made at `backup_of`, a moment.
    RestoredFromBackup { set_aside: String, backup_of: String },
    /// The store was damaged and there was no good backup: this is an empty one.
    SetAside { set_aside: String },
}

/// The course in a few words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Course {
    /// The same in every version.
    pub pack_id: String,
    pub title: String,
    pub about: String,
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    pub version: u32,
    pub released: String,
    pub publisher: String,
    pub modules: u32,
    pub minutes: u32,
    /// Whether it has a mailbox to practise in.
    pub inbox: bool,
    /// What the organisation that hands it out says of itself.
    pub organisation: Option<super::builder::Organisation>,
    /// It holds a branching story.
    pub has_story: bool,
    /// It is an installed pack that nobody signed.
    pub unsigned: bool,
}

/// A learner of this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Learner {
    pub id: String,
    /// Name or code as typed; absent until given.
    pub name: Option<String>,
    pub last_seen: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChooseLearner {
    /// Absent: somebody else, who begins anew.
    pub learner_id: Option<String>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NameLearner {
    /// 1 to 80 characters after trimming. Another learner's name is refused (`NameTaken`).
    pub name: String,
}

/// What now, and how long.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Home {
    pub learner: Option<Learner>,
    /// Where to go on; absent when everything is done.
    pub next: Option<NextUp>,
    /// What a trainer assigned and is not done, what is due first before the others.
    pub assigned: Vec<AssignedToMe>,
    pub modules: Vec<ModuleCard>,
    /// Absent when the course has no story.
    pub story: Option<StoryCard>,
    /// The final assessment, where the course has one.
    pub assessment: Option<AssessmentCard>,
    /// Most recent first, at most five.
    pub recent: Vec<AttemptSummary>,
    /// The mailbox to practise in, where the course has one.
    pub inbox: Option<HomeInbox>,
    /// Cards of the refresher; absent when none is due today.
    pub refresher: Option<CardsDue>,
}

/// The mailbox at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HomeInbox {
    pub title: String,
    /// Messages in a round.
    pub round: u32,
    /// Messages in the mailbox.
    pub messages: u32,
    /// The round that is not over.
    pub open: Option<InboxOpenRound>,
    /// Rounds that are over.
    pub rounds: u32,
}

/// The final assessment at a glance.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AssessmentCard {
    pub title: String,
    pub about: String,
    pub questions: u32,
    pub minutes: u32,
    /// An attempt that was begun and not finished.
    pub open_attempt: Option<String>,
    /// Best finished attempt.
    pub best: Option<AttemptSummary>,
}

/// Where to go on.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum NextUp {
    /// A step.
    Step {
        link: StepLink,
        module_title: String,
        /// Steps of the module.
        of: u32,
        minutes_left: u32,
        /// Nothing of the module is done yet.
        fresh: bool,
        last_opened: Option<String>,
    },
    /// A final check that was begun, at this question.
    Check {
        attempt_id: String,
        module_id: String,
        module_number: u32,
        module_title: String,
        position: u32,
        of: u32,
    },
    /// All steps are done: the final check.
    StartCheck { module_id: String, module_number: u32, module_title: String, minutes_left: u32 },
}

/// Where a module stands for this learner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ModuleState {
    NotStarted,
    Started,
    /// Steps done, check not passed yet.
    StepsDone,
    /// A pre-check showed that the steps can be skipped.
    Known,
    /// Check passed.
    Completed,
}

/// A module at a glance.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ModuleCard {
    pub id: String,
    pub number: u32,
    pub title: String,
    pub summary: String,
    /// Where it stands in the case, in words.
    pub when: String,
    /// First and last day on the rule.
    pub from: String,
    pub to: String,
    pub minutes: u32,
    pub minutes_left: u32,
    pub steps: u32,
    pub steps_done: u32,
    pub state: ModuleState,
    /// Best finished check.
    pub best: Option<AttemptSummary>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenModule {
    pub module_id: String,
}

/// A module before it is started or continued.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ModuleOverview {
    pub card: ModuleCard,
    /// Each completes "After this you can".
    pub outcomes: Vec<String>,
    pub steps: Vec<StepState>,
    /// Where to go on in this module.
    pub next: Option<NextUp>,
    pub check: CheckTerms,
    /// A pre-check, where the course has one and the module is not completed.
    pub test_out: Option<TestOutTerms>,
    /// Finished attempts, oldest first.
    pub attempts: Vec<AttemptSummary>,
    /// Distinct sources of the module's claims.
    pub sources: Vec<String>,
    pub course: Course,
}

/// A step in the list of a module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StepState {
    pub id: String,
    pub number: u32,
    pub title: String,
    pub minutes: u32,
    pub done: bool,
    /// Where the learner stopped.
    pub here: bool,
}

/// What is promised before a check starts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckTerms {
    pub questions: u32,
    /// Points needed.
    pub pass_points: u32,
    /// 0 is as many as wanted.
    pub tries: u32,
    pub tries_used: u32,
    pub minutes: u32,
    pub feedback: Feedback,
    /// Minutes between two tries.
    pub pause_minutes: u32,
    /// When the next try opens, while there is a pause.
    pub opens_at: Option<String>,
    /// An attempt that was begun and not finished.
    pub open_attempt: Option<String>,
}

/// What is promised before a pre-check starts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TestOutTerms {
    pub questions: u32,
    pub pass_points: u32,
    pub minutes: u32,
    /// Minutes of the steps that passing lets one skip.
    pub saves_minutes: u32,
    /// A pre-check that was begun and not finished.
    pub open_attempt: Option<String>,
    /// The last finished one.
    pub last: Option<AttemptSummaryLink>,
}

/// A finished pre-check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttemptSummaryLink {
    pub attempt_id: String,
    pub passed: bool,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenStep {
    pub module_id: String,
    /// Absent: where the learner stopped, or the first.
    pub step_id: Option<String>,
}

/// A step as the reader shows it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StepView {
    pub module_id: String,
    pub module_number: u32,
    pub module_title: String,
    pub step_id: String,
    pub title: String,
    /// 1 for the first.
    pub number: u32,
    pub of: u32,
    pub minutes_left: u32,
    pub blocks: Vec<Block>,
    /// Every claim that the step refers to.
    pub claims: Vec<ClaimCard>,
    /// Every term that the step refers to.
    pub terms: Vec<TermCard>,
    pub previous_step: Option<String>,
    pub next_step: Option<String>,
    pub done: bool,
    pub lang: String,
    pub dir: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordDecision {
    pub module_id: String,
    pub step_id: String,
    pub decision_id: String,
    pub option_id: String,
    pub elapsed_ms: u32,
}

/// A saved decision. The first one of a newcomer also makes the learner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecisionSaved {
    pub taken: DecisionTaken,
    pub learner: Learner,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswerPractice {
    pub module_id: String,
    pub step_id: String,
    pub item_id: String,
    pub response: Response,
    pub confidence: Option<Confidence>,
    pub elapsed_ms: u32,
}

/// A saved practice answer with its explanation.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PracticeSaved {
    pub answered: Answered,
    /// How often it has been answered here.
    pub times: u32,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveReflection {
    pub module_id: String,
    pub step_id: String,
    pub reflection_id: String,
    /// At most 4,000 characters; empty erases it.
    pub text: String,
}

/// Something was committed at this time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Saved {
    pub saved_at: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FinishStep {
    pub module_id: String,
    pub step_id: String,
    pub elapsed_ms: u32,
}

/// Where Continue leads.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum AfterStep {
    Step {
        view: Box<StepView>,
    },
    /// That was the last one.
    Module {
        overview: Box<ModuleOverview>,
    },
}

/// Everything that is kept of this learner's results.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LearnerRecord {
    pub learner: Option<Learner>,
    pub modules: Vec<ModuleCard>,
    /// Finished checks, pre-checks and assessments, most recent first.
    pub attempts: Vec<AttemptSummary>,
    /// Rounds of the inbox that are over, most recent first.
    pub inbox_rounds: Vec<InboxRoundLine>,
    /// Runs of the ultimatum, most recent first.
    pub runs: Vec<RunSummary>,
    /// Days on which cards of the refresher were answered, most recent first.
    pub refresher_days: Vec<RefresherDay>,
    /// Practice answers given in steps.
    pub practice_answers: u32,
    pub reflections: Vec<Reflection>,
}

/// What was answered in the refresher on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RefresherDay {
    pub day: String,
    pub cards: u32,
    /// Wholly right.
    pub right: u32,
}

/// A reflection, shown to its writer only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Reflection {
    pub step: StepLink,
    pub prompt: Text,
    pub written: String,
    pub saved_at: String,
}
