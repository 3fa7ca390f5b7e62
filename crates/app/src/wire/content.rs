//! Content as the page draws it: text, claims, blocks, figures.

use serde::Serialize;
use ts_rs::TS;

/// A piece of inline text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Span {
    /// Plain words.
    Text { text: String },
    /// Strong words.
    Strong { text: String },
    /// Words with emphasis.
    Emphasis { text: String },
    /// An address or a file name, set in the mono face.
    Code { text: String },
    /// A claim: a button that shows its source and status.
    Claim { text: String, id: String },
    /// A glossary term: a button that shows what it means.
    Term { text: String, id: String },
    /// A step of the pack: a link.
    Step {
        text: String,
        #[serde(rename = "moduleId")]
        module_id: String,
        #[serde(rename = "stepId")]
        step_id: String,
    },
}

/// One paragraph.
pub type Text = Vec<Span>;

/// How sure a claim is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ClaimStatus {
    Confirmed,
    Claimed,
    Disputed,
    Disproved,
}

/// How sure a claim was from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClaimWas {
    pub status: ClaimStatus,
    pub from: String,
}

/// How much of a claim's date is known; the page shows no more than this of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    Day,
    Month,
    Year,
}

/// A claim, shown at the point where it is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClaimCard {
    pub id: String,
    pub says: String,
    /// The day it is about; the first of the month or year when no more is known.
    pub date: String,
    pub precision: Precision,
    /// The day by which it was public, when that was later; the first of the month or year when no more is
    /// known.
    pub known: Option<String>,
    pub known_precision: Precision,
    /// The first day on which it certainly was known.
    pub known_from: String,
    pub topic: Option<String>,
    pub status: ClaimStatus,
    /// Every status that it has had, the present one last; empty when it never changed.
    pub history: Vec<ClaimWas>,
    pub sources: Vec<String>,
    /// What became of it.
    pub later: Option<String>,
    pub review_by: String,
    /// Past its review-by date.
    pub stale: bool,
}

/// A glossary term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TermCard {
    pub id: String,
    pub term: String,
    pub means: String,
    pub example: Option<String>,
}

/// One block of a step.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Block {
    Paragraph {
        text: Text,
    },
    Subheading {
        text: String,
    },
    List {
        ordered: bool,
        items: Vec<Text>,
    },
    /// Private, never scored. `taken` is what this learner chose before.
    Decision {
        id: String,
        ask: Text,
        options: Vec<DecisionOption>,
        taken: Option<DecisionTaken>,
    },
    /// A practice question.
    Check {
        question: super::question::Question,
        /// What this learner last answered here, with its explanation.
        feedback: Option<Box<super::question::Answered>>,
        /// How often it has been answered here.
        answered: u32,
    },
    Callout {
        /// Absent: "What this means for you".
        title: Option<String>,
        body: Text,
    },
    Figure {
        alt: String,
        caption: Text,
        claims: Vec<String>,
        /// The whole figure as words.
        text: Vec<Text>,
        art: Art,
    },
    /// Events on the eighteen-day rule.
    Timeline {
        title: String,
        events: Vec<Event>,
    },
    Comparison {
        title: String,
        columns: Vec<String>,
        rows: Vec<Row>,
    },
    Quote {
        text: Text,
        who: String,
        role: Option<String>,
        date: String,
        claim: String,
        /// The words are ours.
        paraphrase: bool,
        /// Shown as a specimen that cannot be clicked.
        evidence: bool,
    },
    /// Private. `written` is what was saved before.
    Reflection {
        id: String,
        prompt: Text,
        written: String,
    },
}

/// A way to decide; what follows comes after the choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecisionOption {
    pub id: String,
    pub text: Text,
}

/// A decision that has been saved, and what follows from each option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecisionTaken {
    pub option_id: String,
    pub saved_at: String,
    /// One for each option, in the same order.
    pub consequences: Vec<Consequence>,
    /// Every claim that the consequences refer to.
    pub claims: Vec<ClaimCard>,
    /// Every term that they refer to.
    pub terms: Vec<TermCard>,
}

/// What follows from an option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Consequence {
    pub option_id: String,
    pub text: Text,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Art {
    /// Shapes in user units of 1/16 rem.
    Drawing { width: f64, height: f64, shapes: Vec<Shape> },
    /// A raster picture, at this address.
    Picture { address: String },
}

/// One shape of a drawing, from the closed vocabulary of FORMAT.md.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Shape {
    /// `path`, `rect`, `circle`, `line`, `polyline`, `polygon` or `text`.
    pub element: String,
    /// Name and value.
    pub attributes: Vec<(String, String)>,
    pub classes: Vec<String>,
    /// Words of a `text`.
    pub text: Option<String>,
}

/// A point on a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Event {
    pub date: String,
    pub text: Text,
    pub claim: Option<String>,
}

/// A row of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    pub head: String,
    pub cells: Vec<Text>,
}
