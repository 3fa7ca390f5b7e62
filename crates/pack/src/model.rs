//! What a pack is once it has been read: plain values, in the order in which a learner meets them.
//!
//! Everything here can be written to JSON and read back, because an attempt keeps the questions as
//! they stood when it began: a later edit of the pack never changes a past result.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::mail::Inbox;

/// A pack that has been read and checked.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pack {
    /// Slug of the pack, the same in every version.
    pub id: String,
    /// Grows with every release.
    pub version: u32,
    /// SHA-256 over every file's name, length and bytes in order of name, as 64 hex digits.
    pub hash: String,
    /// The day of the release.
    pub released: NaiveDate,
    /// BCP 47 language of the content.
    pub lang: String,
    /// Direction of the content's script.
    pub dir: Direction,
    /// Title of the whole course.
    pub title: String,
    /// One or two sentences about it.
    pub about: String,
    /// Who answers for the content.
    pub publisher: String,
    /// SPDX expression.
    pub licence: String,
    /// In the order in which they are taken.
    pub modules: Vec<Module>,
    /// By which a reader narrows the claims, in order of file.
    pub topics: Vec<Topic>,
    /// Every factual statement, in order of file.
    pub claims: Vec<Claim>,
    /// In order of file.
    pub glossary: Vec<Term>,
    /// What the pack promises to teach.
    pub statements: Vec<Statement>,
    /// The mailbox, if there is one.
    pub inbox: Option<Inbox>,
    /// The branching story, where the pack has one.
    pub story: Option<crate::Story>,
    /// The wrong ideas behind distractors, in order of file.
    pub misconceptions: Vec<Misconception>,
    /// The final assessment over all modules, if the pack has one.
    pub assessment: Option<Assessment>,
    /// Raster pictures by path (`media/x.png`); figures drawn as SVG are in their blocks.
    pub pictures: Vec<Picture>,
    /// What the organisation that hands the pack out says of itself.
    pub organisation: Option<Organisation>,
}

/// What an organisation says of itself, and how it looks.
#[derive(Debug, Clone, PartialEq)]
pub struct Organisation {
    /// As learners read it.
    pub name: String,
    /// BCP 47; the first stands where a reader's language is not among them.
    pub languages: Vec<String>,
    /// Where something odd is reported: an address, a number, a page.
    pub report: Option<String>,
    /// The day by which all modules of the pack are to be taken.
    pub due: Option<NaiveDate>,
    /// As the organisation has it; what is shown is computed from it.
    pub accent: Option<Colour>,
    /// Shown a few lines high.
    pub logo: Option<Logo>,
    /// In order of file.
    pub texts: Vec<OrganisationText>,
}

/// A logo for both themes.
#[derive(Debug, Clone, PartialEq)]
pub struct Logo {
    /// On light ground, and on dark where there is no other.
    pub light: LogoPicture,
    /// On dark ground.
    pub dark: Option<LogoPicture>,
}

/// One picture of a logo.
#[derive(Debug, Clone, PartialEq)]
pub struct LogoPicture {
    /// Path in the pack.
    pub path: String,
    /// The picture itself.
    pub art: Art,
}

/// What an organisation says in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationText {
    /// BCP 47.
    pub lang: String,
    /// Read before the course.
    pub welcome: Option<String>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// The logo as words.
    pub logo: Option<String>,
    /// Where it stands.
    pub line: u32,
}

/// A colour, as `#rrggbb` says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// A colour of exactly this form.
    pub fn read(written: &str) -> Option<Self> {
        let digits = written.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(out, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// Direction in which a script runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

/// One module: steps, then a final check.
#[derive(Debug, Clone, PartialEq)]
pub struct Module {
    /// Slug.
    pub id: String,
    /// The number that the course table gives it.
    pub number: u32,
    /// Title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Where it stands in the case, in words.
    pub when: String,
    /// First day on the eighteen-day rule.
    pub from: NaiveDate,
    /// Last day on the rule.
    pub to: NaiveDate,
    /// Each completes "After this you can".
    pub outcomes: Vec<String>,
    /// The steps in order.
    pub steps: Vec<Step>,
    /// The questions.
    pub quiz: Quiz,
}

/// One step of a module: one idea on one screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Slug, unique in the pack.
    pub id: String,
    /// Heading.
    pub title: String,
    /// Ids of the statements that it teaches.
    pub covers: Vec<String>,
    /// What it shows, in order.
    pub blocks: Vec<Block>,
    /// Words of prose, as the 120-word rule counts them.
    pub words: u32,
}

/// A piece of inline text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Span {
    /// Plain words.
    Text {
        /// The words.
        text: String,
    },
    /// `**strong**`.
    Strong {
        /// The words.
        text: String,
    },
    /// `*emphasis*`.
    Emphasis {
        /// The words.
        text: String,
    },
    /// An address, a file name.
    Code {
        /// The characters.
        text: String,
    },
    /// A claim, shown with its source and status.
    Claim {
        /// The words.
        text: String,
        /// The claim's id.
        id: String,
    },
    /// A glossary term.
    Term {
        /// The words.
        text: String,
        /// The term's id.
        id: String,
    },
    /// A step of this pack.
    Step {
        /// The words.
        text: String,
        /// The step's id.
        id: String,
    },
}

impl Span {
    /// The words, without what they refer to.
    pub fn text(&self) -> &str {
        match self {
            Self::Text { text }
            | Self::Strong { text }
            | Self::Emphasis { text }
            | Self::Code { text }
            | Self::Claim { text, .. }
            | Self::Term { text, .. }
            | Self::Step { text, .. } => text,
        }
    }
}

/// One paragraph of inline text.
pub type Text = Vec<Span>;

/// The words of a paragraph, without marks or references.
pub fn plain(text: &[Span]) -> String {
    text.iter().map(Span::text).collect()
}

/// One block of a step.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Text),
    /// A `###` heading.
    Subheading(String),
    /// A list; numbered when `ordered`.
    List {
        /// Numbered.
        ordered: bool,
        /// One paragraph each.
        items: Vec<Text>,
    },
    /// A choice that is never scored.
    Decision(Decision),
    /// A practice question: the id of an item in the module's quiz.
    Check {
        /// The item's id.
        item: String,
    },
    /// "What this means for you".
    Callout {
        /// A title of its own, where the usual one does not fit.
        title: Option<String>,
        /// The words.
        body: Text,
    },
    /// A picture with words.
    Figure(Figure),
    /// Events on the eighteen-day rule.
    Timeline {
        /// Title.
        title: String,
        /// In order of date.
        events: Vec<Event>,
    },
    /// Two or three columns side by side.
    Comparison {
        /// Title.
        title: String,
        /// Heads of the columns.
        columns: Vec<String>,
        /// Rows with a head each.
        rows: Vec<Row>,
    },
    /// Somebody's words, or our paraphrase of them.
    Quote(Quote),
    /// A private question to oneself.
    Reflection {
        /// Slug, unique in the step.
        id: String,
        /// The question.
        prompt: Text,
    },
}

/// A choice that is never scored.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// Slug, unique in the step.
    pub id: String,
    /// The question.
    pub ask: Text,
    /// Two to four.
    pub options: Vec<DecisionOption>,
}

/// One way to decide.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionOption {
    /// Slug.
    pub id: String,
    /// The choice.
    pub text: Text,
    /// What follows from it, and why.
    pub then: Text,
}

/// A picture with words.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it shows, in one sentence.
    pub alt: String,
    /// Under the picture.
    pub caption: Text,
    /// Claims that it rests on.
    pub claims: Vec<String>,
    /// The whole figure as words.
    pub text: Vec<Text>,
    /// The picture itself.
    pub art: Art,
}

/// How a picture is kept.
#[derive(Debug, Clone, PartialEq)]
pub enum Art {
    /// Shapes read from an SVG of the closed vocabulary.
    Drawing(Drawing),
    /// A raster picture: its path in the pack.
    Picture(String),
}

/// A drawing read from SVG.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Drawing {
    /// Width in user units of 1/16 rem.
    pub width: f64,
    /// Height in the same units.
    pub height: f64,
    /// In painting order, groups already dissolved.
    pub shapes: Vec<Shape>,
}

/// One shape of a drawing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shape {
    /// `path`, `rect`, `circle`, `line`, `polyline`, `polygon` or `text`.
    pub element: String,
    /// Allowed attributes in order of name, numbers already checked.
    pub attributes: Vec<(String, String)>,
    /// Allowed classes.
    pub classes: Vec<String>,
    /// Words of a `text`.
    pub text: Option<String>,
}

/// A raster picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Path in the pack.
    pub path: String,
    /// Found from the first bytes: `image/png`, `image/jpeg` or `image/webp`.
    pub media_type: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

/// A point on a timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The day.
    pub date: NaiveDate,
    /// What happened.
    pub text: Text,
    /// The claim that says so.
    pub claim: Option<String>,
}

/// A row of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its head.
    pub head: String,
    /// One cell for each column.
    pub cells: Vec<Text>,
}

/// Somebody's words, or our paraphrase of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// The words.
    pub text: Text,
    /// Who said it.
    pub who: String,
    /// In what role.
    pub role: Option<String>,
    /// When.
    pub date: NaiveDate,
    /// The claim with the source.
    pub claim: String,
    /// The words are ours.
    pub paraphrase: bool,
    /// Shown as a specimen that cannot be clicked.
    pub evidence: bool,
}

/// How sure a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Seen in a source that was in a position to know.
    Confirmed,
    /// Said by the gang.
    Claimed,
    /// Sources disagree.
    Disputed,
    /// Later shown to be wrong.
    Disproved,
}

/// How much of a claim's date is known. Writing a day that no source gives would be made up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// All of it.
    #[default]
    Day,
    /// The month and the year; the day stands for nothing.
    Month,
    /// The year alone; month and day stand for nothing.
    Year,
}

/// What a group of claims is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Topic {
    /// Slug.
    pub id: String,
    /// Title.
    pub title: String,
    /// No part of the case itself: law, advice, other cases.
    pub aside: bool,
}

/// A factual statement with its source.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Slug.
    pub id: String,
    /// The id of its topic.
    pub topic: Option<String>,
    /// The statement, in our own words.
    pub says: String,
    /// The day that it is about; the first of the month or year when no more is known.
    pub date: NaiveDate,
    /// How much of `date` is known.
    pub precision: Precision,
    /// The day by which it was public, when that was later; the first of the month or year when no more
    /// is known.
    pub known: Option<NaiveDate>,
    /// How much of `known` is known.
    pub known_precision: Precision,
    /// How sure it was before, in order of time.
    pub was: Vec<Was>,
    /// How sure it is.
    pub status: Status,
    /// The first day of the present status, when there was another one before.
    pub since: Option<NaiveDate>,
    /// At least one.
    pub sources: Vec<String>,
    /// Lines of the fact sheet.
    pub facts: Vec<String>,
    /// What became of it.
    pub later: Option<String>,
    /// After this day it counts as stale.
    pub review_by: NaiveDate,
}

/// How sure a claim was for a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Was {
    /// How sure.
    pub status: Status,
    /// The first day of it.
    pub from: NaiveDate,
}

/// A glossary term.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Slug.
    pub id: String,
    /// The term.
    pub term: String,
    /// What it means.
    pub means: String,
    /// Other forms.
    pub also: Vec<String>,
    /// A sentence from the case.
    pub example: Option<String>,
}

/// A statement that the pack promises to teach.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Such as `S03`.
    pub id: String,
    /// In our own words.
    pub says: String,
    /// What the facts do to it.
    pub effect: Effect,
}

/// What the facts do to a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Effect {
    /// They bear it out.
    Supports,
    /// They bear it out in part.
    Qualifies,
    /// They say otherwise.
    Corrects,
}

/// A wrong idea that people hold, with what is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misconception {
    /// Slug; distractors name it.
    pub id: String,
    /// The wrong idea, in one sentence.
    pub says: String,
    /// The correction, in one sentence.
    pub truth: String,
}

/// A final assessment: it draws from the check questions of all modules.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// Slug, no module's and no quiz's.
    pub id: String,
    /// Title.
    pub title: String,
    /// One or two sentences.
    pub about: String,
    /// How attempts are made; its rules name modules.
    pub policy: Policy,
}

/// The questions of a module.
#[derive(Debug, Clone, PartialEq)]
pub struct Quiz {
    /// Slug.
    pub id: String,
    /// Title.
    pub title: String,
    /// How attempts are made.
    pub policy: Policy,
    /// All items, of both pools, in order of file.
    pub items: Vec<Item>,
}

/// How attempts are made. Fixed in an attempt when it starts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Questions in one attempt.
    pub draw: u32,
    /// Share of the points that passes, in percent.
    pub pass_percent: u32,
    /// How many tries; 0 is as many as wanted.
    pub tries: u32,
    /// When answers are explained.
    pub feedback: Feedback,
    /// The order of questions and of their parts is drawn for each attempt; otherwise it is the pack's.
    pub shuffle: bool,
    /// At least so many questions from some of the steps, or of the modules.
    #[serde(default)]
    pub rules: Vec<Rule>,
    /// Minutes between the end of one try and the start of the next.
    #[serde(default)]
    pub pause_minutes: u32,
    /// A pre-check that shows that the steps can be skipped.
    #[serde(default)]
    pub test_out: Option<TestOut>,
}

/// A draw takes at least so many questions from here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// A step of the module; for an assessment, a module.
    pub from: String,
    /// How many.
    pub draw: u32,
}

/// A pre-check. It uses up no try.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TestOut {
    /// Questions in it.
    pub draw: u32,
    /// Share of the points that passes, in percent.
    pub pass_percent: u32,
}

/// When the answers of a final check are explained. Practice questions inside steps are always
/// explained at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Feedback {
    /// At the end.
    After,
    /// After each answer, which can then no longer be changed.
    AtOnce,
}

/// Where an item is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pool {
    /// The final check draws from these.
    #[default]
    Check,
    /// Used inside steps.
    Practice,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Slug, unique in the pack.
    pub id: String,
    /// Grows when the meaning changes.
    pub version: u32,
    /// Where it is used.
    pub pool: Pool,
    /// The question.
    pub ask: Text,
    /// The step that teaches it.
    pub step: String,
    /// Statements that it tests.
    pub covers: Vec<String>,
    /// Claims that it rests on.
    pub claims: Vec<String>,
    /// The parts that its type needs, with the key.
    pub body: Body,
}

/// The parts that a question's type needs, with the key.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Body {
    /// One right option.
    Single {
        /// 2 to 6.
        options: Vec<Choice>,
    },
    /// One or more right options.
    Multiple {
        /// 3 to 8.
        options: Vec<Choice>,
    },
    /// A judgement, and the reason for it.
    TrueFalse {
        /// Whether the statement is true.
        answer: bool,
        /// What there is to say about "true".
        why_true: Text,
        /// What there is to say about "false".
        why_false: Text,
        /// 2 to 4, one right.
        reasons: Vec<Choice>,
    },
    /// A row to be put in order; kept in the right one.
    Ordering {
        /// 3 to 7.
        entries: Vec<Entry>,
    },
    /// Items, each with its partner.
    Matching {
        /// 3 to 7.
        pairs: Vec<Pair>,
        /// Targets that match nothing.
        extras: Vec<Entry>,
    },
    /// Entries, each to be put into one of a few groups.
    Sorting {
        /// 2 to 4.
        groups: Vec<Group>,
        /// 4 to 10.
        entries: Vec<SortEntry>,
    },
    /// Areas of a drawing, of which one or more are right.
    HotSpot {
        /// The drawing itself, so that an attempt keeps it.
        drawing: Drawing,
        /// What it shows, in words.
        alt: String,
        /// 3 to 8.
        spots: Vec<Spot>,
    },
    /// A word or two, typed.
    Short {
        /// Forms that are right.
        accept: Vec<String>,
        /// The form that is shown afterwards.
        answer: String,
        /// Why it is right.
        why: Text,
        /// Wrong answers that have an explanation of their own.
        near: Vec<Near>,
    },
    /// A number, right within a tolerance.
    Estimate(Estimate),
    /// A scene, and what to do in it; each option has its consequence.
    Scenario {
        /// 1 to 3 paragraphs.
        scene: Vec<Text>,
        /// 2 to 4, one right.
        options: Vec<Choice>,
    },
}

impl Body {
    /// The name that the format gives the type.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Single { .. } => "single",
            Self::Multiple { .. } => "multiple",
            Self::TrueFalse { .. } => "true-false",
            Self::Ordering { .. } => "ordering",
            Self::Matching { .. } => "matching",
            Self::Sorting { .. } => "sorting",
            Self::HotSpot { .. } => "hot-spot",
            Self::Short { .. } => "short",
            Self::Estimate(_) => "estimate",
            Self::Scenario { .. } => "scenario",
        }
    }
}

/// An option of a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// Slug, unique in the item.
    pub id: String,
    /// The words.
    pub text: Text,
    /// Whether it is right.
    pub correct: bool,
    /// What follows from it; only the options of a scenario have it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub then: Text,
    /// Why it is right, or what is wrong with it.
    pub why: Text,
    /// The wrong idea behind a distractor.
    pub misconception: Option<String>,
}

/// A group of a sorting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Slug, unique in the item.
    pub id: String,
    /// Its name.
    pub text: Text,
}

/// An entry of a sorting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SortEntry {
    /// Slug, unique in the item.
    pub id: String,
    /// The words.
    pub text: Text,
    /// The id of the group that it belongs to.
    pub group: String,
    /// Why it belongs there.
    pub why: Text,
}

/// An area of a drawing, in the drawing's units.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Spot {
    /// Slug, unique in the item.
    pub id: String,
    /// What is there, in words.
    pub text: Text,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// At least 24.
    pub width: f64,
    /// At least 24.
    pub height: f64,
    /// Whether it is right.
    pub correct: bool,
    /// Why it is right, or what is wrong with it.
    pub why: Text,
    /// The wrong idea behind a distractor.
    pub misconception: Option<String>,
}

/// A wrong answer to a short question that has an explanation of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Near {
    /// How it may be written.
    pub forms: Vec<String>,
    /// What is wrong with it.
    pub why: Text,
    /// The wrong idea behind it.
    pub misconception: Option<String>,
}

/// A number to be estimated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The number.
    pub value: f64,
    /// What is counted, in words.
    pub unit: String,
    /// The lower end of the rule.
    pub low: f64,
    /// The upper end of the rule.
    pub high: f64,
    /// How the rule is divided.
    pub scale: Scale,
    /// The tolerance, in percent of the value.
    pub within: u32,
    /// Where the number comes from.
    pub why: Text,
    /// Numbers to compare with, shown afterwards.
    pub landmarks: Vec<Landmark>,
}

impl Estimate {
    /// How far from the value a full answer may lie.
    pub fn tolerance(&self) -> f64 {
        self.value * f64::from(self.within) / 100.0
    }
}

/// How a rule is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scale {
    /// Equal steps add the same.
    Linear,
    /// Equal steps multiply by the same.
    Log,
}

/// A number to compare an estimate with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Landmark {
    /// The number.
    pub value: f64,
    /// What it is.
    pub text: Text,
}

/// An entry of an ordering, or a target without a partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Slug, unique in the item.
    pub id: String,
    /// The words.
    pub text: Text,
    /// Why it stands there.
    pub why: Text,
}

/// An item of a matching with its partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// Slug, unique in the item; the target's too.
    pub id: String,
    /// The item.
    pub text: Text,
    /// Its partner.
    pub target: Text,
    /// Why they belong together.
    pub why: Text,
}
