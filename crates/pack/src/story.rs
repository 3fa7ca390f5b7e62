//! What a branching story is once it has been read: "The ultimatum", and whatever else takes its form.
//!
//! A run keeps the script that it was played on, so everything here can be written to JSON and read back.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::model::Text;

/// A branching story: the same days, lived through in one of several roles.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Story {
    /// Title.
    pub title: String,
    /// What this is and what it is not.
    pub about: Text,
    /// The fictional employer that the reader works for.
    pub employer: String,
    /// First day of story time.
    pub from: NaiveDate,
    /// Last day of story time.
    pub to: NaiveDate,
    /// Every path has exactly so many.
    pub decisions: u32,
    /// The four, in the order in which they are shown.
    pub meters: Vec<Meter>,
    /// In the order in which they are offered.
    pub roles: Vec<Role>,
    /// What became known, in order of file.
    pub known: Vec<KnownFact>,
    /// The days that were named as a deadline, each in place of the one before.
    pub deadlines: Vec<Deadline>,
    /// What happened in the real case, and what stayed unknown.
    pub after: Vec<Text>,
    /// Two private questions to oneself.
    pub reflections: Vec<StoryReflection>,
    /// Questions for a team.
    pub talk: Vec<Text>,
}

/// Which of the four meters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MeterId {
    /// Whether the staff believe what they are told.
    Trust,
    /// How much personal data may yet reach others.
    Exposure,
    /// What regulators and courts may make of it.
    Legal,
    /// Money and hours.
    Cost,
}

/// A meter from 0 to 10. Meters are never added up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meter {
    /// Which.
    pub id: MeterId,
    /// Its name for the reader.
    pub name: String,
    /// Which end is the good one.
    pub better: Better,
    /// Where it stands at the start.
    pub start: u8,
}

/// Which end of a meter is the good one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Better {
    /// 10.
    High,
    /// 0.
    Low,
}

/// A role and its script.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Role {
    /// Slug.
    pub id: String,
    /// Title.
    pub title: String,
    /// Who the reader is, and what this role may decide.
    pub about: Text,
    /// The scene with which it begins.
    pub start: String,
    /// All scenes, in order of file.
    pub scenes: Vec<Scene>,
    /// All ends, in order of file.
    pub ends: Vec<End>,
}

/// One decision and what leads up to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scene {
    /// Slug, unique in the role.
    pub id: String,
    /// Story time, as a clock on the wall shows it.
    pub at: NaiveDateTime,
    /// Where, in a few words.
    pub place: Option<String>,
    /// One to three.
    pub messages: Vec<SceneMessage>,
    /// The question.
    pub ask: Text,
    /// Two to four.
    pub options: Vec<StoryOption>,
    /// What experts advise at this point. Hindsight: for the debrief only.
    pub advice: Advice,
}

/// Words that reach the reader in a scene.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SceneMessage {
    /// Who says it.
    pub from: String,
    /// The words.
    pub text: Text,
}

/// One way to decide.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StoryOption {
    /// Slug, unique in the scene.
    pub id: String,
    /// The choice.
    pub text: Text,
    /// What follows from it.
    pub then: Text,
    /// What it does to the meters.
    pub changes: Vec<Change>,
    /// Where it leads.
    pub go: Goal,
    /// How it stands to the advice. Said in words, never counted.
    pub stance: Stance,
    /// What to say of this choice in particular, in place of the scene's advice.
    pub advice: Option<Text>,
}

/// What a choice does to one meter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The meter.
    pub meter: MeterId,
    /// From -3 to 3, never 0.
    pub by: i8,
    /// The cause, in a few words.
    pub why: String,
}

/// Where a choice leads.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "lowercase")]
pub enum Goal {
    /// To another scene.
    Scene(String),
    /// To an end.
    End(String),
}

/// How a choice stands to what experts advise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// As advised.
    Advised,
    /// In part.
    Mixed,
    /// Against it.
    Against,
}

/// What experts advise, and where they say so.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Advice {
    /// The advice, in our own words.
    pub text: Text,
    /// At least one claim, with source and date.
    pub claims: Vec<String>,
}

/// Where a path ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// Slug, unique in the role.
    pub id: String,
    /// Title.
    pub title: String,
    /// How things stand.
    pub text: Text,
}

/// Something that was known from one moment of story time on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownFact {
    /// Slug, unique in the story.
    pub id: String,
    /// When it became known.
    pub since: NaiveDateTime,
    /// When better knowledge took its place.
    pub until: Option<NaiveDateTime>,
    /// What was known then, in the words of then.
    pub text: Text,
    /// The claim behind it.
    pub claim: String,
}

/// A day that was named as a deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// From when on it was known.
    pub since: NaiveDateTime,
    /// The day that was named.
    pub day: NaiveDate,
    /// The claim behind it.
    pub claim: String,
}

/// A private question to oneself after a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryReflection {
    /// Slug, unique in the story.
    pub id: String,
    /// The question.
    pub prompt: Text,
}

impl Story {
    /// A role by its id.
    pub fn role(&self, id: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == id)
    }

    /// A story of this role alone: what a run keeps.
    #[must_use]
    pub fn script(&self, role: &Role) -> Self {
        Self { roles: vec![role.clone()], ..self.clone() }
    }
}

impl Deadline {
    /// Whole days that lie between a moment and the day that was named: neither today nor that day counts.
    /// Nothing when the day has come.
    pub fn full_days_left(&self, now: NaiveDateTime) -> Option<u32> {
        let days = (self.day - now.date()).num_days();
        u32::try_from(days - 1).ok()
    }
}

impl Role {
    /// A scene by its id.
    pub fn scene(&self, id: &str) -> Option<&Scene> {
        self.scenes.iter().find(|scene| scene.id == id)
    }

    /// An end by its id.
    pub fn end(&self, id: &str) -> Option<&End> {
        self.ends.iter().find(|end| end.id == id)
    }
}

impl Scene {
    /// An option by its id.
    pub fn option(&self, id: &str) -> Option<&StoryOption> {
        self.options.iter().find(|option| option.id == id)
    }
}
