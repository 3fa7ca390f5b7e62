//! The refresher: what is due, a card, its answer, its grade.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::content::{ClaimCard, TermCard};
use super::inbox::{InboxJudgement, InboxKnown, InboxMessage, InboxShown, InboxTold};
use super::question::{Answered, Confidence, Question, Response};

/// Where the refresher stands today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Refresher {
    /// Questions that were ever answered and messages that were judged, as far as they are still in the course.
    pub deck: u32,
    /// Left for today, and how long they take.
    pub due: CardsDue,
    /// Answered in the refresher today.
    pub done_today: u32,
    /// Can be practised although they are not due, at most ten.
    pub ahead: u32,
    /// The next day after today with cards.
    pub next: Option<NextCards>,
    /// After a long absence: begin again with so many.
    pub new_start: Option<CardsDue>,
    /// The last answer of today can be taken back.
    pub may_undo: bool,
}

/// Cards, and how long they take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CardsDue {
    pub cards: u32,
    pub minutes: u32,
}

/// Cards of a later day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NextCards {
    pub day: String,
    pub cards: u32,
}

/// Which cards are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Sitting {
    /// What is due, up to ten a day.
    Due,
    /// Five of it, after a long absence.
    NewStart,
    /// Up to ten, due or not.
    Ahead,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskCard {
    pub sitting: Sitting,
    /// Cards answered in this sitting so far.
    pub done: u32,
}

/// The next card, or the end.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum CardTurn {
    Card { card: Box<RefresherCard> },
    Message { card: Box<MessageCard> },
    Done { refresher: Refresher },
}

/// A question of the refresher.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RefresherCard {
    pub question: Question,
    pub module_number: u32,
    pub module_title: String,
    /// This one and those after it in the sitting.
    pub left: u32,
    /// The last answer of today can be taken back.
    pub may_undo: bool,
    pub lang: String,
    pub dir: String,
}

/// A message of the inbox that is to be judged again.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MessageCard {
    /// Names the card to [`JudgeCard`], and nobody could tell from it what the message is.
    pub card_id: String,
    pub owner_name: String,
    pub owner_address: String,
    pub known: Vec<InboxKnown>,
    pub message: InboxMessage,
    /// This one and those after it in the sitting.
    pub left: u32,
    /// The last answer of today can be taken back.
    pub may_undo: bool,
    pub claims: Vec<ClaimCard>,
    pub terms: Vec<TermCard>,
    pub lang: String,
    pub dir: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JudgeCard {
    pub sitting: Sitting,
    /// Cards answered in this sitting before this one.
    pub done: u32,
    pub card_id: String,
    pub judgement: InboxJudgement,
    pub confidence: Option<Confidence>,
    pub elapsed_ms: u32,
}

/// A judgement with what the message is, its grade, and when the card comes back.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MessageJudged {
    pub review_id: String,
    pub told: InboxTold,
    /// The refresher asks for no marks, so every telling spot is among the overlooked ones.
    pub shown: InboxShown,
    /// The grade that the judgement gave itself.
    pub grade: Grade,
    /// Every grade with the day on which the card comes back after it.
    pub grades: Vec<GradeDay>,
    /// Cards after this one in the sitting.
    pub left: u32,
    pub claims: Vec<ClaimCard>,
    pub terms: Vec<TermCard>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswerCard {
    pub sitting: Sitting,
    /// Cards answered in this sitting before this one.
    pub done: u32,
    pub item_id: String,
    pub response: Response,
    pub confidence: Option<Confidence>,
    pub elapsed_ms: u32,
}

/// How well a card was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Grade {
    Again,
    Hard,
    Good,
    Easy,
}

/// A saved answer with its explanation, its grade, and when the card comes back.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CardAnswered {
    /// The id of the answer is that of the review.
    pub answered: Answered,
    /// The grade that the answer gave itself.
    pub grade: Grade,
    /// Every grade with the day on which the card comes back after it.
    pub grades: Vec<GradeDay>,
    /// Cards after this one in the sitting.
    pub left: u32,
}

/// A grade and the day on which the card comes back after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GradeDay {
    pub grade: Grade,
    pub day: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GradeCard {
    pub review_id: String,
    pub grade: Grade,
}

/// A grade that was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CardGraded {
    pub grade: Grade,
    pub saved_at: String,
}
