//! The refresher: what was answered comes back before it is forgotten, at most ten cards a day.
//!
//! Its answers are a learner's own: no trainer's store has them.

use eighteen_store::{ReviewRow, Writer};
use eighteen_training::{Grade as Graded, grade};

use crate::{
    App, UserError,
    app::Who,
    attempt::{confidence_word, item_row, sureness},
    clock::{Moment, day_of_number, new_id},
    content::Words,
    course::{Course, count},
    deck::{Asked, CardId, Deck, Reviewed, grade_number},
    error::not_found,
    message_card::message_card,
    question::response_json,
    wire::{
        question::{Answered, Confidence},
        refresher::{
            AnswerCard, AskCard, CardAnswered, CardGraded, CardTurn, CardsDue, Grade, GradeCard,
            GradeDay, NextCards, Refresher, RefresherCard, Sitting,
        },
    },
};

impl App {
    /// Where the refresher stands today.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn refresher(&self) -> Result<Refresher, UserError> {
        let course = self.course()?;
        let who = self.who().clone();
        let now = self.now();
        match who {
            Who::Learner(id) => {
                self.read(|reader| Ok(overview(&Deck::read(reader, course, &id, now)?)))
            }
            Who::Unknown | Who::Newcomer => Ok(Refresher {
                deck: 0,
                due: due_of(0),
                done_today: 0,
                ahead: 0,
                next: None,
                new_start: None,
                may_undo: false,
            }),
        }
    }

    /// The next card of a sitting, without its key.
    ///
    /// # Errors
    /// `NotFound` when nobody is learning yet.
    pub fn next_card(&self, args: AskCard) -> Result<CardTurn, UserError> {
        let course = self.course()?;
        let learner_id = self.learner_id()?;
        let now = self.now();
        self.read(|reader| {
            let deck = Deck::read(reader, course, &learner_id, now)?;
            let first = deck.queue(args.sitting, args.done).first().copied();
            turn(course, &deck, args, first, now)
        })
    }

    /// Saves, explains and grades an answer.
    ///
    /// # Errors
    /// `NotFound` when the card is not asked now, `ResponseInvalid` when the response does not fit it.
    pub fn answer_card(&self, args: AnswerCard) -> Result<CardAnswered, UserError> {
        let course = self.course()?;
        let learner_id = self.learner_id()?;
        let now = self.now();
        self.write(|writer| {
            let deck = Deck::read(&writer.reader(), course, &learner_id, now)?;
            let queue = deck.queue(args.sitting, args.done);
            let place = deck
                .place_of(&CardId::Question(args.item_id.clone()))
                .filter(|place| queue.contains(place))
                .ok_or_else(|| not_found("card", &args.item_id))?;
            let Asked::Question(module, item) = deck.asked(place) else {
                return Err(not_found("question", &args.item_id));
            };
            let shown = deck.shown(place, item);
            let given = shown.read_response(&args.response)?;
            let score = shown.mark(&given)?.score;
            let word = args.confidence.map(confidence_word);
            let by_itself = grade(score, sureness(word));
            let kept = item_row(&course.pack.id, &module.id, item)?;
            writer.keep_item(&kept)?;
            let review = ReviewRow {
                id: new_id(),
                learner_id: learner_id.clone(),
                pack_id: course.pack.id.clone(),
                item_hash: kept.hash,
                item_id: item.id.clone(),
                item_version: item.version,
                response: response_json(&given)?,
                shown_text: shown.in_words(&given),
                score,
                confidence: word.map(str::to_owned),
                elapsed_ms: args.elapsed_ms,
                grade: grade_number(by_itself),
                reviewed_at: now.rfc3339(),
            };
            writer.add_review(&review)?;
            writer.see_learner(&learner_id, &now.rfc3339())?;
            let sure = args.confidence == Some(Confidence::Sure);
            Ok(CardAnswered {
                grade: grade_word(by_itself),
                grades: grade_days(&deck, place, &review.id, sure && score < 1.0)?,
                left: count(queue.len().saturating_sub(1)),
                answered: Answered {
                    answer_id: review.id,
                    saved_at: review.reviewed_at,
                    response: shown.show_response(&given),
                    confidence: args.confidence,
                    explanation: shown.explain(
                        course,
                        &mut Words::new(course, now.day()),
                        Some(&given),
                    )?,
                },
            })
        })
    }

    /// Gives the last answer another grade.
    ///
    /// # Errors
    /// `NotFound` when it is not the last answer of today.
    pub fn grade_card(&self, args: GradeCard) -> Result<CardGraded, UserError> {
        self.change_last(|writer, _, deck, now| {
            let last = deck.last_review().filter(|last| last.id == args.review_id);
            let last = last.ok_or_else(|| not_found("review", &args.review_id))?;
            change(writer, last, Some(grade_number(grade_rule(args.grade))), now)?;
            Ok(CardGraded { grade: args.grade, saved_at: now.rfc3339() })
        })
    }

    /// Takes the last answer of today back and asks its card again.
    ///
    /// # Errors
    /// `NotFound` when nothing was answered today.
    pub fn undo_card(&self, args: AskCard) -> Result<CardTurn, UserError> {
        let learner_id = self.learner_id()?;
        self.change_last(|writer, course, deck, now| {
            let last = deck.last_review().ok_or_else(|| not_found("review", "of today"))?;
            change(writer, last, None, now)?;
            let deck = Deck::read(&writer.reader(), course, &learner_id, now)?;
            turn(course, &deck, args, deck.place_of_review(last), now)
        })
    }

    /// Changes something of today's last answer, in one transaction.
    fn change_last<T>(
        &self,
        work: impl FnOnce(&Writer<'_>, &Course, &Deck<'_>, Moment) -> Result<T, UserError>,
    ) -> Result<T, UserError> {
        let course = self.course()?;
        let learner_id = self.learner_id()?;
        let now = self.now();
        self.write(|writer| {
            let deck = Deck::read(&writer.reader(), course, &learner_id, now)?;
            work(writer, course, &deck, now)
        })
    }
}

/// Where the refresher stands.
fn overview(deck: &Deck<'_>) -> Refresher {
    Refresher {
        deck: count(deck.cards.len()),
        due: due_of(deck.queue(Sitting::Due, 0).len()),
        done_today: count(deck.done_today()),
        ahead: count(deck.queue(Sitting::Ahead, 0).len()),
        next: deck
            .next_day()
            .map(|(day, cards)| NextCards { day: day_of_number(day), cards: count(cards) }),
        new_start: deck.new_start().map(due_of),
        may_undo: deck.last_review().is_some(),
    }
}

/// What Home says of the refresher: nothing when nothing is due.
pub(crate) fn due_today(deck: &Deck<'_>) -> Option<CardsDue> {
    Some(due_of(deck.queue(Sitting::Due, 0).len())).filter(|due| due.cards > 0)
}

/// So many cards with the time that they take, rounded up to minutes.
fn due_of(cards: usize) -> CardsDue {
    let cards = count(cards);
    CardsDue { cards, minutes: eighteen_pack::review_seconds(cards).div_ceil(60) }
}

/// Gives an answer another grade, or takes it back.
fn change(
    writer: &Writer<'_>,
    last: &Reviewed,
    grade: Option<u8>,
    now: Moment,
) -> Result<(), UserError> {
    if last.is_of_message() {
        writer.change_message_review(&last.id, grade, &now.rfc3339())?;
    } else {
        writer.change_review(&last.id, grade, &now.rfc3339())?;
    }
    Ok(())
}

/// The card at a place, or the end.
fn turn(
    course: &Course,
    deck: &Deck<'_>,
    args: AskCard,
    place: Option<usize>,
    now: Moment,
) -> Result<CardTurn, UserError> {
    let Some(place) = place else {
        return Ok(CardTurn::Done { refresher: overview(deck) });
    };
    let left = count(deck.queue(args.sitting, args.done).len());
    let may_undo = deck.last_review().is_some();
    Ok(match deck.asked(place) {
        Asked::Question(module, item) => CardTurn::Card {
            card: Box::new(RefresherCard {
                question: deck.shown(place, item).question(&mut Words::new(course, now.day())),
                module_number: module.number,
                module_title: module.title.clone(),
                left,
                may_undo,
                lang: course.pack.lang.clone(),
                dir: course.dir(),
            }),
        },
        Asked::Message(message) => {
            let card = message_card(course, message, left, may_undo, now)?;
            CardTurn::Message { card: Box::new(card) }
        }
    })
}

/// Every grade with the day on which the card comes back after it.
pub(crate) fn grade_days(
    deck: &Deck<'_>,
    place: usize,
    review_id: &str,
    wrong_and_sure: bool,
) -> Result<Vec<GradeDay>, UserError> {
    Graded::ALL
        .into_iter()
        .map(|grade| {
            let day = deck.day_after(place, review_id, grade, wrong_and_sure)?;
            Ok(GradeDay { grade: grade_word(grade), day: day_of_number(day) })
        })
        .collect()
}

/// A grade as the page reads it.
pub(crate) fn grade_word(grade: Graded) -> Grade {
    match grade {
        Graded::Again => Grade::Again,
        Graded::Hard => Grade::Hard,
        Graded::Good => Grade::Good,
        Graded::Easy => Grade::Easy,
    }
}

/// A grade as the rules read it.
fn grade_rule(grade: Grade) -> Graded {
    match grade {
        Grade::Again => Graded::Again,
        Grade::Hard => Graded::Hard,
        Grade::Good => Graded::Good,
        Grade::Easy => Graded::Easy,
    }
}
