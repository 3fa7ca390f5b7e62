//! A mailbox of the story, as it has been read: messages to judge, each with what gives it away.
//!
//! A message can be written to JSON and read back, because a round keeps its messages as they stood when it
//! began: a later edit of the pack never changes a past result.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::model::Text;
use crate::phish_scale::{CueKind, Difficulty, Premise, difficulty};

/// The mailbox of a pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Inbox {
    /// Heading.
    pub title: String,
    /// What the learner is about to do.
    pub about: Text,
    /// Whose mailbox it is.
    pub owner: Owner,
    /// The first day of its messages.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// How many messages one round shows.
    pub round: u32,
    /// At most so many of them are hostile; at least two are.
    pub hostile: u32,
    /// What the reader may look up at any time.
    pub known: Vec<Known>,
    /// In order of time.
    pub messages: Vec<Message>,
}

/// A fictional person who owns a mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// Name.
    pub name: String,
    /// What this person does.
    pub role: String,
    /// Address.
    pub address: String,
}

/// A fact that the reader may look up.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// A few words.
    pub head: String,
    /// The fact.
    pub text: Text,
}

/// What a message really is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Nature {
    /// Somebody means harm.
    Hostile,
    /// It is what it says.
    Genuine,
}

/// What one can do with a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Judgement {
    /// Tell the security team.
    Report,
    /// Ask by another way.
    Verify,
    /// Do what it asks, or take note of it.
    Proceed,
    /// Throw it away.
    Delete,
}

impl Judgement {
    /// The four in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Report, Self::Verify, Self::Proceed, Self::Delete];
}

/// A sender or somebody to reply to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correspondent {
    /// The name that a mail client shows.
    pub name: String,
    /// The address behind it.
    pub address: String,
}

/// An attachment: a name only, nothing is behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// `f1`, `f2` …
    pub id: String,
    /// Name of the file.
    pub name: String,
    /// Its size in words.
    pub size: String,
}

/// A link: words and where they would lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// `l1`, `l2` …
    pub id: String,
    /// The words.
    pub text: String,
    /// Where they would lead.
    pub target: String,
}

/// A piece of a paragraph of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Piece {
    /// Plain words.
    Words {
        /// The words.
        text: String,
    },
    /// A link of the message.
    Link {
        /// Its id.
        id: String,
    },
}

/// An explanation for each judgement.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Explanations {
    /// For "report".
    pub report: Text,
    /// For "verify".
    pub verify: Text,
    /// For "proceed".
    pub proceed: Text,
    /// For "delete".
    pub delete: Text,
}

impl Explanations {
    /// The explanation of one judgement.
    pub fn of(&self, judgement: Judgement) -> &Text {
        match judgement {
            Judgement::Report => &self.report,
            Judgement::Verify => &self.verify,
            Judgement::Proceed => &self.proceed,
            Judgement::Delete => &self.delete,
        }
    }
}

/// What gives a false message away; in a genuine one, what looks alarming but has its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cue {
    /// Slug, unique in the message.
    pub id: String,
    /// The spot at which it stands.
    pub at: String,
    /// Which of the scale's cues it is.
    pub kind: CueKind,
    /// How often it occurs at that spot.
    pub count: u32,
    /// What to notice, and how to check it.
    pub why: Text,
}

/// What speaks for a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sign {
    /// Slug, unique in the message.
    pub id: String,
    /// The spot at which it stands.
    pub at: String,
    /// What to notice.
    pub why: Text,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// Slug, unique in the pack.
    pub id: String,
    /// Grows when the meaning changes; results are kept by id and version.
    pub version: u32,
    /// What it really is.
    pub nature: Nature,
    /// Local time of the story.
    pub sent: NaiveDateTime,
    /// The sender that is shown.
    pub from: Correspondent,
    /// Where an answer would go, if elsewhere.
    pub reply_to: Option<Correspondent>,
    /// To whom, where it is not the owner alone.
    pub to: Option<String>,
    /// Subject.
    pub subject: String,
    /// Attachments.
    pub files: Vec<Attachment>,
    /// Links.
    pub links: Vec<Link>,
    /// Paragraphs.
    pub body: Vec<Vec<Piece>>,
    /// The best judgement.
    pub best: Judgement,
    /// Others that are sound.
    pub fine: Vec<Judgement>,
    /// An explanation for each judgement.
    pub judgement: Explanations,
    /// What it is and what is behind it.
    pub means: Text,
    /// What of the real case it mirrors.
    pub claims: Vec<String>,
    /// How well it fits the people whom it reaches.
    pub premise: Premise,
    /// In reading order.
    pub cues: Vec<Cue>,
    /// In reading order.
    pub signs: Vec<Sign>,
}

impl Message {
    /// Every spot that a reader can point at, in reading order: `from`, `reply-to`, `subject`, each
    /// paragraph (`p1` …) followed by its links, then the files.
    pub fn spots(&self) -> Vec<String> {
        let mut spots = vec!["from".to_owned()];
        spots.extend(self.reply_to.iter().map(|_| "reply-to".to_owned()));
        spots.push("subject".to_owned());
        for (at, paragraph) in self.body.iter().enumerate() {
            spots.push(format!("p{}", at + 1));
            spots.extend(paragraph.iter().filter_map(|piece| match piece {
                Piece::Link { id } => Some(id.clone()),
                Piece::Words { .. } => None,
            }));
        }
        spots.extend(self.files.iter().map(|file| file.id.clone()));
        spots
    }

    /// How many cues it holds, each counted as often as it occurs.
    pub fn cue_count(&self) -> u32 {
        self.cues.iter().map(|cue| cue.count).sum()
    }

    /// Its place on the NIST Phish Scale. For a genuine message this says how alarming it looks.
    pub fn difficulty(&self) -> Difficulty {
        difficulty(self.cue_count(), self.premise)
    }
}
