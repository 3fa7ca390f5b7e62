//! Messages of the inbox as cards of the refresher.

use std::{collections::BTreeSet, sync::LazyLock};

use chrono::Duration;
use eighteen_app::{
    App, ErrorCode,
    wire::{
        inbox::{InboxJudgement, InboxNature, InboxOutcome},
        question::Confidence,
        refresher::{
            AnswerCard, AskCard, CardTurn, Grade, GradeCard, JudgeCard, MessageCard, MessageJudged,
            Sitting,
        },
    },
};
use eighteen_pack::Message;
use eighteen_testkit::{judge_round, right_response, take_check, wrong_response};

use crate::support::{Folder, MODULE, begin};

/// Read once: a build without optimisation takes a second for it.
static MESSAGES: LazyLock<Vec<Message>> = LazyLock::new(|| {
    let (pack, _) = eighteen_pack::read(&eighteen_app::shipped_files());
    pack.unwrap().inbox.unwrap().messages
});

/// The message that has this subject, which no other has.
fn key(subject: &str) -> &'static Message {
    let mut such = MESSAGES.iter().filter(|message| message.subject == subject);
    let message = such.next().unwrap();
    assert!(such.next().is_none(), "{subject}");
    message
}

fn rightly(subject: &str) -> InboxJudgement {
    match key(subject).best {
        eighteen_pack::Judgement::Report => InboxJudgement::Report,
        eighteen_pack::Judgement::Verify => InboxJudgement::Verify,
        eighteen_pack::Judgement::Proceed => InboxJudgement::Proceed,
        eighteen_pack::Judgement::Delete => InboxJudgement::Delete,
    }
}

/// What falls for every trap and takes every genuine message for one.
fn wrongly(subject: &str) -> InboxJudgement {
    match key(subject).nature {
        eighteen_pack::Nature::Hostile => InboxJudgement::Proceed,
        eighteen_pack::Nature::Genuine => InboxJudgement::Report,
    }
}

/// Somebody who has judged a round, everything rightly or everything wrongly.
fn judged(folder: &Folder, right: bool) -> App {
    let app = folder.app();
    begin(&app, "Maya");
    let judge = if right { rightly } else { wrongly };
    judge_round(&app, |message| judge(&message.subject)).unwrap();
    app
}

fn due(done: u32) -> AskCard {
    AskCard { sitting: Sitting::Due, done }
}

fn message(turn: CardTurn) -> Box<MessageCard> {
    match turn {
        CardTurn::Message { card } => card,
        other => panic!("a message was to come, and not {other:?}"),
    }
}

fn judging(
    ask: AskCard,
    card: &MessageCard,
    judgement: InboxJudgement,
    confidence: Option<Confidence>,
) -> JudgeCard {
    let AskCard { sitting, done } = ask;
    let card_id = card.card_id.clone();
    JudgeCard { sitting, done, card_id, judgement, confidence, elapsed_ms: 7_000 }
}

fn judge(
    app: &App,
    ask: AskCard,
    right: bool,
    confidence: Option<Confidence>,
) -> (Box<MessageCard>, MessageJudged) {
    let card = message(app.next_card(ask).unwrap());
    let subject = &card.message.subject;
    let judgement = if right { rightly(subject) } else { wrongly(subject) };
    let judged = app.judge_card(judging(ask, &card, judgement, confidence)).unwrap();
    (card, judged)
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

#[test]
fn what_was_judged_wrongly_comes_back_tomorrow_and_what_was_judged_rightly_later() {
    for (right, days) in [(false, 1), (true, 2)] {
        let folder = Folder::new();
        let app = judged(&folder, right);
        let refresher = app.refresher().unwrap();
        assert!(refresher.deck > 5, "every message of the round: {}", refresher.deck);
        assert_eq!(refresher.due.cards, 0, "not today");
        folder.clock.move_on(Duration::days(days - 1));
        assert_eq!(app.refresher().unwrap().due.cards, 0);
        folder.clock.move_on(Duration::days(1));
        assert_eq!(app.refresher().unwrap().due.cards, refresher.deck.min(10), "right: {right}");
        assert!(app.home().unwrap().refresher.is_some());
    }
}

#[test]
fn a_message_card_tells_nothing_before_it_is_judged_and_everything_afterwards() {
    let folder = Folder::new();
    let app = judged(&folder, false);
    folder.clock.move_on(Duration::days(1));
    let turn = app.next_card(due(0)).unwrap();
    let asked = json(&turn);
    let card = message(turn);
    let key = key(&card.message.subject);
    let whys = key.cues.iter().map(|cue| &cue.why).chain(key.signs.iter().map(|sign| &sign.why));
    let told: Vec<String> = whys
        .chain([&key.means, key.judgement.of(key.best)])
        .map(|text| eighteen_pack::plain(text))
        .collect();
    for word in ["hostile", "genuine", "nature", "best", "outcome", "walk", key.id.as_str()] {
        assert!(!asked.contains(word), "the card has {word}");
    }
    for words in &told {
        assert!(!asked.contains(&json(words)), "the card has {words}");
    }
    assert_eq!(json(&app.next_card(due(0)).unwrap()), asked, "it stands still until judged");

    let (_, judged) = judge(&app, due(0), true, None);
    assert!(matches!(judged.told.outcome, InboxOutcome::Caught | InboxOutcome::Sound));
    let hostile = judged.told.nature == InboxNature::Hostile;
    assert_eq!(hostile, key.nature == eighteen_pack::Nature::Hostile);
    assert_eq!(judged.shown.walk.len(), key.cues.len() + key.signs.len(), "the whole walk");
    assert!(judged.shown.found.is_empty() && judged.shown.beside.is_empty());
    assert_eq!(judged.told.explained.len(), 4);
    assert_eq!(judged.left + 1, card.left);
}

#[test]
fn judgements_grade_themselves_and_can_be_changed_and_taken_back() {
    let folder = Folder::new();
    let app = judged(&folder, false);
    folder.clock.move_on(Duration::days(1));
    let state = |app: &App| json(&app.refresher().unwrap());
    let mut states = Vec::new();
    for (done, (right, confidence, expect)) in (0..).zip([
        (false, Some(Confidence::Sure), Grade::Again),
        (true, Some(Confidence::Guess), Grade::Hard),
        (true, None, Grade::Good),
        (true, Some(Confidence::Sure), Grade::Easy),
    ]) {
        states.push((state(&app), json(&app.next_card(due(done)).unwrap())));
        let (card, judged) = judge(&app, due(done), right, confidence);
        assert_eq!(judged.grade, expect, "{}", card.message.subject);
        assert!(judged.grades.iter().map(|one| &one.day).is_sorted(), "{:?}", judged.grades);
        let regrade = |grade| GradeCard { review_id: judged.review_id.clone(), grade };
        let before = state(&app);
        app.grade_card(regrade(Grade::Easy)).unwrap();
        app.grade_card(regrade(expect)).unwrap();
        assert_eq!(state(&app), before, "what counts is the last word");
        let again = judging(due(done + 1), &card, InboxJudgement::Verify, None);
        assert_eq!(app.judge_card(again).unwrap_err().code, ErrorCode::NotFound, "once a day");
    }
    for (done, (before, turn)) in (0..4).rev().zip(states.into_iter().rev()) {
        assert_eq!(json(&app.undo_card(due(done)).unwrap()), turn, "the very message again");
        assert_eq!(state(&app), before);
    }
    assert_eq!(app.undo_card(due(0)).unwrap_err().code, ErrorCode::NotFound);
}

#[test]
fn sure_but_wrong_comes_first_among_questions_and_messages() {
    let folder = Folder::new();
    let app = judged(&folder, false);
    take_check(&app, MODULE, wrong_response).unwrap();
    folder.clock.move_on(Duration::days(1));
    let mut sure = None;
    for done in 0..10 {
        let turn = app.next_card(due(done)).unwrap();
        match turn {
            CardTurn::Card { card } => answer(&app, done, &card.question),
            CardTurn::Message { card } => {
                let first = sure.is_none().then_some(Confidence::Sure);
                judge(&app, due(done), first.is_none(), first);
                sure.get_or_insert(card.message.subject);
            }
            CardTurn::Done { .. } => break,
        }
    }
    let sure = sure.expect("a message was among ten cards");
    folder.clock.move_on(Duration::days(1));
    let card = message(app.next_card(due(0)).unwrap());
    assert_eq!(card.message.subject, sure);
}

fn answer(app: &App, done: u32, question: &eighteen_app::wire::question::Question) {
    app.answer_card(AnswerCard {
        sitting: Sitting::Due,
        done,
        item_id: question.item_id.clone(),
        response: right_response(question),
        confidence: None,
        elapsed_ms: 1,
    })
    .unwrap();
}

#[test]
fn answers_are_taken_back_in_the_order_in_which_they_were_given() {
    let folder = Folder::new();
    let app = judged(&folder, true);
    take_check(&app, MODULE, right_response).unwrap();
    // Everything is asked on one day, questions and messages by turns as their memories fade.
    folder.clock.move_on(Duration::days(40));
    let mut turns = Vec::new();
    for done in 0..10 {
        let turn = app.next_card(due(done)).unwrap();
        turns.push(json(&turn));
        match turn {
            CardTurn::Card { card } => answer(&app, done, &card.question),
            CardTurn::Message { .. } => drop(judge(&app, due(done), done % 2 == 0, None)),
            CardTurn::Done { .. } => panic!("ten cards are due"),
        }
    }
    let messages = turns.iter().filter(|turn| turn.contains(r#""kind":"message""#)).count();
    assert!((1..10).contains(&messages), "{messages} of ten are messages");
    let record = app.my_record().unwrap();
    assert_eq!(record.refresher_days[0].cards, 10, "the record counts both");
    for done in (0..10).rev() {
        assert_eq!(json(&app.undo_card(due(done)).unwrap()), turns[done as usize]);
    }
    assert_eq!(app.refresher().unwrap().done_today, 0);
}

#[test]
fn messages_of_an_open_round_are_not_asked_and_nobody_else_is_asked_them() {
    let folder = Folder::new();
    let small = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/packs/v1");
    let app = folder.app_with(eighteen_pack::load_dir(std::path::Path::new(small)).unwrap());
    begin(&app, "Maya");
    let met = std::cell::RefCell::new(BTreeSet::new());
    judge_round(&app, |message| {
        met.borrow_mut().insert(message.subject.clone());
        InboxJudgement::Proceed
    })
    .unwrap();
    let met = met.into_inner();
    assert_eq!(app.refresher().unwrap().deck as usize, met.len());
    folder.clock.move_on(Duration::days(5));
    let view = app.start_inbox_round().unwrap();
    let open: BTreeSet<String> = view.rows.iter().map(|row| row.subject.clone()).collect();
    let left: BTreeSet<String> = met.difference(&open).cloned().collect();
    assert!(left.len() < met.len(), "a mailbox of five has no other four");
    assert_eq!(app.refresher().unwrap().deck as usize, left.len());
    let mut asked = BTreeSet::new();
    while let CardTurn::Message { card } =
        app.next_card(due(u32::try_from(asked.len()).unwrap())).unwrap()
    {
        asked.insert(card.message.subject.clone());
        app.judge_card(judging(due(0), &card, InboxJudgement::Verify, None)).unwrap();
    }
    assert_eq!(asked, left);
    begin(&app, "Tom");
    assert_eq!(app.refresher().unwrap().deck, 0);
    assert_eq!(app.undo_card(due(0)).unwrap_err().code, ErrorCode::NotFound);
}
