//! A message of the inbox as a card of the refresher: judged again, told at once, its spots walked through.
//!
//! The page knows the card by the hash of the whole message, which tells nothing of what the message is.

use std::collections::BTreeSet;

use eighteen_pack::Message;
use eighteen_store::MessageReviewRow;
use eighteen_training::{grade, judgement_mark, outcome};

use crate::{
    App, UserError,
    attempt::{confidence_word, sureness},
    clock::{Moment, new_id},
    content::Words,
    course::{Course, count},
    deck::{Asked, Deck, grade_number},
    error::not_found,
    inbox::{kept, known, shown, told},
    inbox_words::{judgement, judgement_slug, message, outcome_of_slug, outcome_slug},
    refresher::{grade_days, grade_word},
    wire::{
        question::Confidence,
        refresher::{JudgeCard, MessageCard, MessageJudged},
    },
};

impl App {
    /// Saves and grades the judgement of a message, and tells what the message is.
    ///
    /// # Errors
    /// `NotFound` when the card is not asked now.
    pub fn judge_card(&self, args: JudgeCard) -> Result<MessageJudged, UserError> {
        let course = self.course()?;
        let learner_id = self.learner_id()?;
        let now = self.now();
        self.write(|writer| {
            let deck = Deck::read(&writer.reader(), course, &learner_id, now)?;
            let queue = deck.queue(args.sitting, args.done);
            let (place, message) = asked(course, &deck, &queue, &args.card_id)?;
            let kept = kept(&course.pack.id, message)?;
            writer.keep_inbox_message(&kept)?;
            let chosen = judgement(args.judgement);
            let came_to = outcome(message, chosen);
            let mark = judgement_mark(came_to);
            let confidence = args.confidence.map(confidence_word);
            let by_itself = grade(mark, sureness(confidence));
            let review = MessageReviewRow {
                id: new_id(),
                learner_id: learner_id.clone(),
                pack_id: course.pack.id.clone(),
                message_hash: kept.hash,
                message_id: message.id.clone(),
                message_version: message.version,
                judgement: judgement_slug(chosen).to_owned(),
                outcome: outcome_slug(came_to).to_owned(),
                confidence: confidence.map(str::to_owned),
                elapsed_ms: args.elapsed_ms,
                grade: grade_number(by_itself),
                reviewed_at: now.rfc3339(),
            };
            writer.add_message_review(&review)?;
            writer.see_learner(&learner_id, &now.rfc3339())?;
            let wrong_and_sure = args.confidence == Some(Confidence::Sure) && mark < 1.0;
            let mut words = Words::new(course, now.day());
            let judged = (args.judgement, outcome_of_slug(&review.outcome)?);
            Ok(MessageJudged {
                told: told(&mut words, message, judged, &review.reviewed_at),
                shown: shown(&mut words, message, &BTreeSet::new()),
                grade: grade_word(by_itself),
                grades: grade_days(&deck, place, &review.id, wrong_and_sure)?,
                left: count(queue.len().saturating_sub(1)),
                claims: words.claims(),
                terms: words.terms(),
                review_id: review.id,
            })
        })
    }
}

/// The message of a card that is asked now.
fn asked<'a>(
    course: &Course,
    deck: &Deck<'a>,
    queue: &[usize],
    card_id: &str,
) -> Result<(usize, &'a Message), UserError> {
    for &place in queue {
        if let Asked::Message(message) = deck.asked(place)
            && kept(&course.pack.id, message)?.hash == card_id
        {
            return Ok((place, message));
        }
    }
    Err(not_found("card", card_id))
}

/// A message as it is asked, without anything of what it is.
pub(crate) fn message_card(
    course: &Course,
    asked: &Message,
    left: u32,
    may_undo: bool,
    now: Moment,
) -> Result<MessageCard, UserError> {
    let inbox = course.inbox()?;
    let mut words = Words::new(course, now.day());
    Ok(MessageCard {
        card_id: kept(&course.pack.id, asked)?.hash,
        owner_name: inbox.owner.name.clone(),
        owner_address: inbox.owner.address.clone(),
        known: known(&mut words, inbox),
        message: message(1, asked),
        left,
        may_undo,
        claims: words.claims(),
        terms: words.terms(),
        lang: course.pack.lang.clone(),
        dir: course.dir(),
    })
}
