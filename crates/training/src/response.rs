//! What a learner answers, in the pack's own ids.

/// A response to one question.
#[derive(Debug, Clone, PartialEq)]
pub enum Response {
    /// One option, also of a scenario.
    Single {
        /// Its id.
        choice: String,
    },
    /// Any number of options.
    Multiple {
        /// Their ids.
        choices: Vec<String>,
    },
    /// A judgement and the reason for it.
    TrueFalse {
        /// The judgement.
        value: bool,
        /// The id of the reason; none was given when absent.
        reason: Option<String>,
    },
    /// All entries in the learner's order.
    Ordering {
        /// Their ids.
        order: Vec<String>,
    },
    /// Items with the targets chosen for them; items without a target are left out.
    Matching {
        /// Item and target.
        pairs: Vec<(String, String)>,
    },
    /// Entries with the groups chosen for them; entries without a group are left out.
    Sorting {
        /// Entry and group.
        pairs: Vec<(String, String)>,
    },
    /// Any number of spots.
    HotSpot {
        /// Their ids.
        spots: Vec<String>,
    },
    /// Typed words.
    Short {
        /// As typed.
        text: String,
    },
    /// A number.
    Estimate {
        /// As typed.
        value: f64,
    },
}
