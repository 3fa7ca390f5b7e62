//! The trainer's side: the door, people, questions, exports.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    among::{Among, AmongWhom},
    check::{AttemptSummary, ModuleScore},
    question::{Confidence, Explanation, Outcome, Question},
};

/// Where the trainer's store stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum TrainerDoor {
    /// No trainer's store on this computer yet. `smallest_group`: the organisation's policy asks for one that
    /// shows groups of at least so many people, and nobody alone.
    None { min_characters: u32, smallest_group: Option<u32> },
    /// There is one, and it is locked. `wait_seconds`: how long to wait after wrong passphrases.
    /// `recovery_code`: there is one, which opens it when the passphrase is lost.
    Locked { wait_seconds: u32, min_characters: u32, recovery_code: bool },
    /// Open in this window. `notice`: its file was damaged and had to be set aside. `smallest_group`: it shows groups
    /// of at least so many people, and nobody alone.
    Open {
        notice: Option<super::learner::StoreNotice>,
        recovery_code: bool,
        smallest_group: Option<u32>,
    },
}

/// For making a store and for unlocking it.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Passphrase {
    /// Any characters; at least 15 for a new store.
    pub passphrase: String,
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Passphrase(not shown)")
    }
}

/// For opening a store whose passphrase is lost.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Recover {
    /// The nine words, in whatever case and however they are spaced.
    pub code: String,
    /// The new passphrase: any characters, at least 15.
    pub passphrase: String,
}

impl std::fmt::Debug for Recover {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Recover(not shown)")
    }
}

/// A recovery code, to be written down.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecoveryWords {
    pub words: Vec<String>,
}

impl std::fmt::Debug for RecoveryWords {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("RecoveryWords(not shown)")
    }
}

/// For making a store that shows no person.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewWorksCouncilStore {
    /// Any characters; at least 15.
    pub passphrase: String,
    /// People in the smallest group of which anything is shown, 5 to 50.
    pub smallest_group: u32,
}

impl std::fmt::Debug for NewWorksCouncilStore {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "NewWorksCouncilStore({}, passphrase not shown)", self.smallest_group)
    }
}

/// How the people of this store stand.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrainerOverview {
    /// The people shown are made up.
    pub sample: bool,
    pub among: AmongWhom,
    pub collected_at: Option<String>,
    /// People in the smallest group of which anything is shown; absent where persons are shown.
    pub smallest_group: Option<u32>,
    /// People; 0 also where there are fewer than the smallest group.
    pub people: u32,
    /// How many of them stand where over all modules; absent where that is withheld.
    pub completed_all: Option<u32>,
    pub started: Option<u32>,
    pub not_started: Option<u32>,
    pub modules: Vec<ModuleStatus>,
    /// The first of them by name; `trainer_people` gives the others. Nobody where no person is shown.
    pub rows: Vec<PersonRow>,
    /// Who may need help, and why: the first of them by name.
    pub need_help: Vec<NeedsHelp>,
    /// How many people may need help in all.
    pub people_who_need_help: u32,
    /// What has changed since the last day on which something was collected.
    pub changed: Option<Changed>,
}

/// What has changed since a day. Each number says how many more there are now; it can be below zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Changed {
    /// `YYYY-MM-DD`.
    pub since: String,
    pub people: i32,
    /// Modules begun or completed, over all people.
    pub begun: i32,
    /// Modules completed, over all people.
    pub completed: i32,
    /// Finished checks.
    pub checks: i32,
    /// People who may need help.
    pub need_help: i32,
}

/// A module's counted status. What is absent is withheld; the sum is known to be that of everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ModuleStatus {
    pub module_id: String,
    pub number: u32,
    pub title: String,
    pub completed: Option<u32>,
    /// Began and has not passed yet.
    pub started: Option<u32>,
    pub not_started: Option<u32>,
}

/// Which people are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum StandingFilter {
    #[default]
    All,
    Completed,
    Started,
    NotStarted,
    Help,
}

/// What the table of people is sorted by.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum PeopleColumn {
    #[default]
    Name,
    /// When somebody was last active.
    Last,
    /// How far somebody is in a module.
    Module { module_id: String },
}

/// Asks for a page of the table of people.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskPeople {
    /// Only people of this group.
    #[serde(default)]
    pub group_id: Option<String>,
    /// A part of the name; empty for everybody.
    pub name: String,
    /// The module that `standing` is about; absent: the whole course.
    pub module_id: Option<String>,
    pub standing: StandingFilter,
    pub sort: PeopleColumn,
    pub descending: bool,
    /// The first row, from 0.
    pub offset: u32,
    /// Rows, at most 500.
    pub limit: u32,
}

/// A page of the table of people.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PeoplePage {
    pub offset: u32,
    /// People who were found, on this page and beyond it.
    pub shown: u32,
    pub rows: Vec<PersonRow>,
}

#[derive(Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskModule {
    /// Absent: the first one.
    #[serde(default)]
    pub module_id: Option<String>,
    #[serde(default)]
    pub among: Among,
}

/// One module. What is absent is withheld, or there are too few people to say it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ModuleReport {
    pub sample: bool,
    pub among: AmongWhom,
    pub smallest_group: Option<u32>,
    pub module_id: String,
    /// How every module stands; the one reported is among them.
    pub modules: Vec<ModuleStatus>,
    pub people: u32,
    /// People who have completed it by the end of each day, on days when somebody did.
    pub completions: Vec<CompletedByDay>,
    /// Today, `YYYY-MM-DD`, up to which the last number holds.
    pub today: String,
    pub steps: Vec<StepFigures>,
    /// People whose first finished check the results are of.
    pub first_checks: u32,
    /// Points of the pass mark and questions of a check; absent where they differ among those checks.
    pub pass_points: Option<u32>,
    pub questions: Option<u32>,
    /// By whole points from 0, parts of a point left off.
    pub results: Vec<PointCount>,
}

/// People who have completed a module by the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CompletedByDay {
    /// `YYYY-MM-DD`.
    pub day: String,
    pub people: u32,
}

/// A step of a module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StepFigures {
    pub number: u32,
    pub title: String,
    /// People who began the module, have not completed it, and were here last.
    pub stopped: Option<u32>,
    /// People whose time on it is known.
    pub timed: Option<u32>,
    /// Lower quartile, median and upper quartile of the time on it; absent below five people.
    pub low_ms: Option<u32>,
    pub median_ms: Option<u32>,
    pub high_ms: Option<u32>,
}

/// People with so many points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PointCount {
    pub points: u32,
    pub people: Option<u32>,
}

/// A person with a cell for each module.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonRow {
    pub person_id: String,
    /// Absent: has given no name yet.
    pub name: Option<String>,
    /// In the order of `modules`.
    pub cells: Vec<PersonCell>,
    pub last_active: Option<String>,
}

/// How a person stands in a module.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonCell {
    pub state: super::learner::ModuleState,
    pub steps_done: u32,
    pub steps: u32,
    /// Best finished check.
    pub points: Option<f64>,
    pub of: Option<u32>,
    pub tries: u32,
}

/// A person who may need help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NeedsHelp {
    pub person_id: String,
    pub name: Option<String>,
    pub reason: HelpReason,
}

/// Why somebody may need help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum HelpReason {
    /// Two or more tries below the pass mark.
    BelowPassMark { module_number: u32, tries: u32 },
    /// Stopped in the middle more than seven days ago.
    Stopped { module_number: u32, step_number: u32, days: u32 },
    /// Sure and wrong at least twice in one module.
    SureButWrong { module_number: u32, answers: u32 },
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenPerson {
    pub person_id: String,
}

/// One person's attempts, answer by answer. Reflections and decisions are never here.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonDetail {
    pub sample: bool,
    pub person_id: String,
    pub name: Option<String>,
    /// This person still learns on this computer, and is collected again whenever the area is opened.
    pub learns_here: bool,
    /// Which of the people this is by name, from 1, and of how many.
    pub place: u32,
    pub people: u32,
    /// Who stands before and after in that order.
    pub before: Option<Neighbour>,
    pub after: Option<Neighbour>,
    pub modules: Vec<PersonModule>,
    /// In the order of the course; topics of which nothing was asked are left out.
    pub topics: Vec<PersonTopic>,
    /// The latest first.
    pub events: Vec<PersonEvent>,
    /// The latest added first.
    pub notes: Vec<PersonNote>,
    /// Finished first, most recent first.
    pub attempts: Vec<PersonAttempt>,
}

/// Somebody who stands beside another in the list of people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Neighbour {
    pub person_id: String,
    pub name: Option<String>,
}

/// A person's answers to questions of finished checks that rest on claims of a topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonTopic {
    pub topic_id: String,
    pub title: String,
    /// Times that such a question was asked; unanswered ones are among them.
    pub asked: u32,
    /// How often the answer was wholly right.
    pub right: u32,
}

/// Something that a person did, with the moment.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonEvent {
    /// RFC 3339.
    pub at: String,
    pub what: PersonDid,
}

/// What a person did.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum PersonDid {
    /// Was done with the first step of a module.
    FirstStep { module_number: u32, module_title: String },
    /// Was done with the last step that was still open.
    AllSteps { module_number: u32, module_title: String },
    /// Began a check that is not finished.
    Began { check: super::check::AttemptSummary },
    /// Finished a check.
    Finished { check: super::check::AttemptSummary },
}

/// A trainer's note about a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonNote {
    pub note_id: String,
    /// RFC 3339, when it was last written.
    pub written_at: String,
    pub text: String,
}

/// The notes about a person, the latest added first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonNotes {
    pub notes: Vec<PersonNote>,
}

#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveNote {
    pub person_id: String,
    /// The note that is written anew; absent for another one.
    pub note_id: Option<String>,
    /// 1 to 4,000 characters; spaces around it are left off.
    pub text: String,
}

/// What is noted about somebody has no place in a log.
impl std::fmt::Debug for SaveNote {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "SaveNote({:?}, text not shown)", self.note_id)
    }
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RemoveNote {
    pub person_id: String,
    pub note_id: String,
}

/// A person's standing in a module.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonModule {
    pub module_id: String,
    pub number: u32,
    pub title: String,
    pub cell: PersonCell,
}

/// An attempt of a person.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonAttempt {
    pub summary: AttemptSummary,
    /// For an assessment: points by module, in the order of the course.
    pub by_module: Vec<ModuleScore>,
    pub answers: Vec<PersonAnswer>,
}

/// An answer of a person, in words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonAnswer {
    pub position: u32,
    pub item_id: String,
    pub ask: String,
    /// What was chosen, in words; absent when not answered.
    pub chosen: Option<String>,
    pub best: String,
    pub outcome: Outcome,
    pub score: f64,
    pub confidence: Option<Confidence>,
    pub elapsed_ms: u32,
    pub answered_at: Option<String>,
    /// How often it was changed before the check was finished.
    pub changes: u32,
}

/// Whose answers the figures of questions rest on.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskQuestions {
    /// Absent: all modules.
    #[serde(default)]
    pub module_id: Option<String>,
    /// Days are those on which checks were finished.
    #[serde(default)]
    pub among: Among,
    #[serde(default)]
    pub attempts: Attempts,
    /// Count anew, also where sums are kept.
    #[serde(skip)]
    #[ts(skip)]
    pub recount: bool,
}

/// Which attempts of a person count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Attempts {
    /// The first finished check of each module: what people knew when they met the questions.
    #[default]
    First,
    /// All of them: whoever repeats a check counts again.
    All,
}

/// Questions, hardest first.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionReport {
    pub sample: bool,
    pub modules: Vec<QuestionModule>,
    pub among: AmongWhom,
    /// What was asked for.
    pub module_id: Option<String>,
    pub counted: Attempts,
    /// Finished checks that the figures rest on.
    pub attempts: u32,
    /// How reliable each module's check is, for modules that somebody finished.
    pub reliability: Vec<Reliability>,
    pub rows: Vec<QuestionRow>,
}

/// A module that can be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionModule {
    pub module_id: String,
    pub number: u32,
    pub title: String,
}

/// A number with its 95 % interval.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Estimated {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

/// How reliable a module's check is.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Reliability {
    pub module_id: String,
    pub module_number: u32,
    /// Questions in a check.
    pub questions: u32,
    /// Cronbach's alpha of a check (KR-20 for marks 0 and 1); absent below 30 people for a pair of questions.
    pub alpha: Option<Estimated>,
}

/// What a question's figures say about it, before anybody reads a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum QuestionVerdict {
    /// Fewer than 30 answers.
    TooFew,
    /// People who did well elsewhere did worse here.
    CheckWording,
    /// Fewer than three in ten are right.
    VeryHard,
    /// More than nine in ten are right.
    NearlyEverybodyKnew,
    /// Hardly separates strong from weak.
    Weak,
    Sound,
}

/// A question's figures, by version.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionRow {
    pub item_id: String,
    pub item_version: u32,
    /// SHA-256 of the question as it stood, in hex.
    pub item_hash: String,
    pub module_id: String,
    pub module_number: u32,
    /// The format's name of the type, such as `single` or `hot-spot`.
    pub item_type: String,
    pub ask: String,
    pub verdict: QuestionVerdict,
    pub answered: u32,
    pub correct: u32,
    /// Drawn and not answered: counts neither as right nor as wrong. Absent where it is withheld.
    pub left_out: Option<u32>,
    /// Share with the full mark (facility), 0 to 1; absent below five answers.
    pub facility: Option<f64>,
    /// Wilson's 95 % interval of it.
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// Corrected item-rest correlation, -1 to 1; absent below 30 answers.
    pub separates: Option<Estimated>,
    /// Alpha of a check if this question were not in the bank.
    pub alpha_without: Option<f64>,
    /// Median time, to within 3 %.
    pub median_ms: Option<u32>,
    pub rapid: Option<RapidAnswers>,
    /// Absent where it is withheld.
    pub sure_but_wrong: Option<u32>,
    /// The surest first; those that nobody said are left out.
    pub by_confidence: Vec<ConfidenceCount>,
    /// The most chosen wrong answer.
    pub top_wrong: Option<TopWrong>,
    /// Every option with its count, in the order of the pack.
    pub options: Vec<OptionCount>,
}

/// Answers that came too fast for the question to have been read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RapidAnswers {
    pub answers: u32,
    /// Faster than this: a tenth of the mean time, at most ten seconds.
    pub below_ms: u32,
}

/// Answers of those who were so sure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConfidenceCount {
    /// Absent: not said.
    pub confidence: Option<Confidence>,
    pub answered: u32,
    pub correct: u32,
}

/// The most chosen wrong answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TopWrong {
    pub id: String,
    pub text: String,
    pub chosen: u32,
}

/// An option with its count.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OptionCount {
    /// `true` and `false` are the sides of a judgement, and have no words of their own.
    pub id: String,
    pub text: String,
    pub right: bool,
    pub chosen: u32,
    /// Mean mark, 0 to 1, of those who chose it in the other questions of their check; absent below 30 answers.
    pub mean_rest: Option<f64>,
    /// Wrong, and chosen by fewer than one in twenty of those who were wrong.
    pub dead: bool,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskQuestion {
    pub item_hash: String,
}

/// Who should go over a question again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionPeople {
    pub item_hash: String,
    /// The step that teaches it; absent when the course no longer has it.
    pub step: Option<super::assignments::AssignedPart>,
    /// Those who did not have it wholly right the last time they finished a check with it, by name.
    pub people: Vec<super::assignments::ChosenPerson>,
}

/// A question whole, with its key: for trainers.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionAsked {
    pub item_hash: String,
    pub question: Question,
    pub explanation: Explanation,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Exported {
    pub path: String,
    pub rows: u32,
}

/// A person was taken out of the trainer's store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Forgotten {
    /// Rows of all tables.
    pub rows: u32,
    /// Copies that were removed.
    pub files: u32,
}
