//! The refresher: what was answered comes back, at most ten cards a day, graded by itself.

use std::collections::BTreeSet;

use chrono::Duration;
use eighteen_app::{
    App, ErrorCode,
    wire::{
        check::StartCheck,
        question::{Confidence, Outcome, Response},
        refresher::{
            AnswerCard, AskCard, CardAnswered, CardTurn, Grade, GradeCard, Refresher,
            RefresherCard, Sitting,
        },
    },
};
use eighteen_testkit::{answer_next, right_response, some_response, take_check, wrong_response};

use crate::support::{Folder, MODULE, begin};

/// Somebody who has taken the first module's check, everything right or everything wrong.
fn learned(folder: &Folder, right: bool) -> App {
    let app = folder.app();
    begin(&app, "Maya");
    take_check(&app, MODULE, if right { right_response } else { wrong_response }).unwrap();
    app
}

fn due(done: u32) -> AskCard {
    AskCard { sitting: Sitting::Due, done }
}

fn card(turn: CardTurn) -> Option<Box<RefresherCard>> {
    match turn {
        CardTurn::Card { card } => Some(card),
        CardTurn::Message { .. } | CardTurn::Done { .. } => None,
    }
}

fn answer(app: &App, ask: AskCard, card: &RefresherCard, right: bool) -> CardAnswered {
    let respond = if right { right_response } else { wrong_response };
    give(app, ask, card, respond(&card.question), None)
}

fn give(
    app: &App,
    ask: AskCard,
    card: &RefresherCard,
    response: Response,
    confidence: Option<Confidence>,
) -> CardAnswered {
    app.answer_card(AnswerCard {
        sitting: ask.sitting,
        done: ask.done,
        item_id: card.question.item_id.clone(),
        response,
        confidence,
        elapsed_ms: 8_000,
    })
    .unwrap()
}

/// Answers a sitting to its end; gives the items in order.
fn sit(app: &App, sitting: Sitting, right: bool) -> Vec<String> {
    let mut items = Vec::new();
    loop {
        let ask = AskCard { sitting, done: u32::try_from(items.len()).unwrap() };
        let Some(card) = card(app.next_card(ask).unwrap()) else { return items };
        let saved = answer(app, ask, &card, right);
        assert_eq!(saved.left + 1, card.left, "the count goes down by one");
        items.push(card.question.item_id.clone());
    }
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

#[test]
fn somebody_who_answered_nothing_has_an_empty_deck() {
    let folder = Folder::new();
    let app = folder.app();
    assert_eq!(app.refresher().unwrap().deck, 0, "a newcomer");
    begin(&app, "Maya");
    let refresher = app.refresher().unwrap();
    assert_eq!((refresher.deck, refresher.due.cards, refresher.next), (0, 0, None));
    assert_eq!(app.home().unwrap().refresher, None);
    assert!(matches!(app.next_card(due(0)).unwrap(), CardTurn::Done { .. }));
}

#[test]
fn a_wrong_answer_comes_back_tomorrow_and_a_right_one_after_two_days() {
    for (right, days) in [(false, 1), (true, 2)] {
        let folder = Folder::new();
        let app = learned(&folder, right);
        let refresher = app.refresher().unwrap();
        let day = (chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap() + Duration::days(days))
            .to_string();
        assert_eq!(refresher.due.cards, 0, "not today");
        assert_eq!(refresher.next.unwrap().day, day, "right: {right}");
        assert_eq!(app.home().unwrap().refresher, None);
        folder.clock.move_on(Duration::days(days));
        let home = app.home().unwrap().refresher.unwrap();
        assert_eq!(home, app.refresher().unwrap().due);
        assert_eq!(home.minutes, (home.cards * 45).div_ceil(60));
    }
}

#[test]
fn practice_and_open_checks_are_treated_as_what_they_are() {
    let folder = Folder::new();
    let app = learned(&folder, false);
    let deck = app.refresher().unwrap().deck;
    folder.clock.move_on(Duration::days(3));
    let held: BTreeSet<String> = {
        let mut view = app.start_check(StartCheck { module_id: MODULE.to_owned() }).unwrap();
        let mut items = BTreeSet::from([view.question.item_id.clone()]);
        while let Some(next) =
            answer_next(&app, &view, some_response(&view.question), None).unwrap().next
        {
            items.insert(next.question.item_id.clone());
            view = next;
        }
        items
    };
    let asked = sit(&app, Sitting::Due, true);
    assert!(asked.iter().all(|item| !held.contains(item)), "an open check keeps its questions");
    assert!(app.refresher().unwrap().deck <= deck);
}

#[test]
fn a_card_carries_no_key_and_its_answer_carries_all() {
    let folder = Folder::new();
    let app = learned(&folder, false);
    folder.clock.move_on(Duration::days(1));
    let turn = app.next_card(due(0)).unwrap();
    for word in ["\"why\"", "\"right\"", "\"best\"", "\"correct\""] {
        assert!(!json(&turn).contains(word), "{word}");
    }
    assert_eq!(
        json(&turn),
        json(&app.next_card(due(0)).unwrap()),
        "it stands still until answered"
    );
    let card = card(turn).unwrap();
    let saved = answer(&app, due(0), &card, true);
    assert_eq!(saved.answered.explanation.outcome, Outcome::Right);
    assert_eq!(saved.grade, Grade::Good);
    let days: Vec<&String> = saved.grades.iter().map(|one| &one.day).collect();
    assert_eq!(saved.grades.len(), 4);
    assert!(days.is_sorted() && days[0].as_str() > "2026-11-23", "{days:?}");
}

#[test]
fn answers_grade_themselves_and_the_learner_may_say_otherwise() {
    let folder = Folder::new();
    let app = learned(&folder, false);
    folder.clock.move_on(Duration::days(1));
    let mut done = 0;
    for (right, confidence, expect) in [
        (false, Some(Confidence::Sure), Grade::Again),
        (true, Some(Confidence::Guess), Grade::Hard),
        (true, Some(Confidence::Think), Grade::Good),
        (true, Some(Confidence::Sure), Grade::Easy),
    ] {
        let card = card(app.next_card(due(done)).unwrap()).unwrap();
        let respond = if right { right_response } else { wrong_response };
        let saved = give(&app, due(done), &card, respond(&card.question), confidence);
        assert_eq!(saved.grade, expect);
        done += 1;
    }
    let card = card(app.next_card(due(done)).unwrap()).unwrap();
    let first = answer(&app, due(done), &card, false);
    let id = first.answered.answer_id.clone();
    let regrade = |id: &str, grade| app.grade_card(GradeCard { review_id: id.to_owned(), grade });
    let before = json(&app.refresher().unwrap());
    assert_eq!(regrade(&id, Grade::Easy).unwrap().grade, Grade::Easy);
    assert_ne!(json(&app.refresher().unwrap().next), before);
    regrade(&id, Grade::Again).unwrap();
    assert_eq!(json(&app.refresher().unwrap()), before, "what counts is the last word");
    assert_eq!(regrade("another", Grade::Easy).unwrap_err().code, ErrorCode::NotFound);
    folder.clock.move_on(Duration::days(1));
    assert_eq!(
        regrade(&id, Grade::Easy).unwrap_err().code,
        ErrorCode::NotFound,
        "that was yesterday"
    );
}

#[test]
fn taking_an_answer_back_restores_everything() {
    let folder = Folder::new();
    let app = learned(&folder, false);
    folder.clock.move_on(Duration::days(1));
    let state = |app: &App| (json(&app.refresher().unwrap()), app.home().unwrap().refresher);
    let mut states = Vec::new();
    let mut cards = Vec::new();
    for done in 0..3 {
        states.push((state(&app), json(&app.next_card(due(done)).unwrap())));
        let card = card(app.next_card(due(done)).unwrap()).unwrap();
        answer(&app, due(done), &card, done % 2 == 0);
        cards.push(card);
    }
    for done in (0..3).rev() {
        let asked = app.undo_card(due(done)).unwrap();
        let (before, turn) = states.pop().unwrap();
        assert_eq!(state(&app), before);
        assert_eq!(json(&asked), turn, "the very card is asked again");
    }
    assert_eq!(app.undo_card(due(0)).unwrap_err().code, ErrorCode::NotFound);
    assert!(!app.refresher().unwrap().may_undo);
}

#[test]
fn a_card_is_answered_once_a_day() {
    let folder = Folder::new();
    let app = learned(&folder, false);
    folder.clock.move_on(Duration::days(1));
    let card = card(app.next_card(due(0)).unwrap()).unwrap();
    answer(&app, due(0), &card, false);
    let again = app.answer_card(AnswerCard {
        sitting: Sitting::Ahead,
        done: 1,
        item_id: card.question.item_id.clone(),
        response: right_response(&card.question),
        confidence: None,
        elapsed_ms: 1,
    });
    assert_eq!(again.unwrap_err().code, ErrorCode::NotFound);
}

/// Everything of the course answered wrong on one day, and then nothing for two months.
fn long_away(folder: &Folder) -> App {
    let app = folder.app();
    begin(&app, "Maya");
    let modules: Vec<String> = app.home().unwrap().modules.into_iter().map(|m| m.id).collect();
    for module in &modules {
        take_check(&app, module, wrong_response).unwrap();
    }
    folder.clock.move_on(Duration::days(60));
    app
}

#[test]
fn a_day_asks_for_ten_at_most_and_after_an_absence_five_will_do() {
    let folder = Folder::new();
    let app = long_away(&folder);
    let refresher = app.refresher().unwrap();
    let deck = refresher.deck;
    assert!(deck > 10, "{deck} cards in two modules");
    assert_eq!((refresher.due.cards, refresher.new_start.unwrap().cards), (10, 5));
    assert_eq!(sit(&app, Sitting::NewStart, true).len(), 5);
    let after = app.refresher().unwrap();
    assert_eq!((after.due.cards, after.done_today, after.new_start), (5, 5, None));
    assert_eq!(sit(&app, Sitting::Due, true).len(), 5);
    let Refresher { due: left, done_today, next, .. } = app.refresher().unwrap();
    assert_eq!((left.cards, done_today), (0, 10));
    let next = next.unwrap();
    assert_eq!(next.cards, (deck - 10).min(10), "the others are there tomorrow");
    assert_eq!(app.home().unwrap().refresher, None, "nothing piles up on Home");
}

#[test]
fn whoever_wants_more_may_practise_anyway() {
    let folder = Folder::new();
    let app = learned(&folder, true);
    folder.clock.move_on(Duration::days(1));
    let refresher = app.refresher().unwrap();
    assert_eq!(refresher.due.cards, 0);
    let asked = sit(&app, Sitting::Ahead, true);
    assert_eq!(asked.len(), refresher.ahead as usize);
    let distinct: BTreeSet<&String> = asked.iter().collect();
    assert_eq!(distinct.len(), asked.len(), "no card twice on one day");
    assert_eq!(app.refresher().unwrap().ahead, 0);
}

#[test]
fn sure_but_wrong_is_asked_first() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    let mut view = app.start_check(StartCheck { module_id: MODULE.to_owned() }).unwrap();
    let mut sure = String::new();
    loop {
        if view.position == view.of {
            sure.clone_from(&view.question.item_id);
        }
        let confidence = (view.position == view.of).then_some(Confidence::Sure);
        let wrong = wrong_response(&view.question);
        match answer_next(&app, &view, wrong, confidence).unwrap().next {
            Some(next) => view = next,
            None => break,
        }
    }
    app.finish_check(eighteen_app::wire::check::OpenAttempt { attempt_id: view.attempt_id })
        .unwrap();
    folder.clock.move_on(Duration::days(1));
    let card = card(app.next_card(due(0)).unwrap()).unwrap();
    assert_eq!(card.question.item_id, sure);
}

#[test]
fn a_clock_that_is_set_back_or_far_ahead_does_no_harm() {
    let folder = Folder::new();
    let app = learned(&folder, false);
    folder.clock.move_on(Duration::days(365 * 30));
    let far = sit(&app, Sitting::Due, true);
    assert!(!far.is_empty());
    folder.clock.move_on(-Duration::days(365 * 30));
    let back = app.refresher().unwrap();
    assert!(back.due.cards > 0, "an answer from a day that has not come keeps no card away");
    assert_eq!(back.done_today, 0);
    sit(&app, Sitting::Due, true);
    let next = app.refresher().unwrap().next.unwrap();
    assert!(next.day.as_str() < "2027-04-22", "{} is within 150 days", next.day);
    folder.clock.move_on(-Duration::days(365 * 60));
    app.refresher().unwrap();
    app.home().unwrap();
}

/// The shipped files with a word of the first module's quiz replaced.
fn quiz_with(from: &str, to: &str) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut files = eighteen_app::shipped_files();
    let quiz = files.get_mut("quizzes/the-notice.toml").unwrap();
    let text = String::from_utf8(quiz.clone()).unwrap();
    assert!(text.contains(from), "the quiz says {from}");
    *quiz = text.replace(from, to).into_bytes();
    files
}

#[test]
fn a_changed_question_asks_anew() {
    let folder = Folder::new();
    assert_eq!(learned(&folder, true).refresher().unwrap().due.cards, 0);
    let app = folder.app_with(quiz_with("version = 1", "version = 2"));
    app.startup().unwrap();
    let refresher = app.refresher().unwrap();
    assert_eq!(refresher.due.cards, refresher.deck, "every one of them is another question now");
    let card = card(app.next_card(due(0)).unwrap()).unwrap();
    let saved = answer(&app, due(0), &card, true);
    assert_eq!(saved.grades[2].day, "2026-11-24", "as after a first answer");
}

#[test]
fn a_question_that_left_the_course_leaves_the_deck() {
    let folder = Folder::new();
    let (deck, item) = {
        let app = learned(&folder, false);
        folder.clock.move_on(Duration::days(1));
        let card = card(app.next_card(due(0)).unwrap()).unwrap();
        (app.refresher().unwrap().deck, card.question.item_id)
    };
    let id = |name: &str| format!("id = \"{name}\"");
    let app = folder.app_with(quiz_with(&id(&item), &id("another-question")));
    app.startup().unwrap();
    assert_eq!(app.refresher().unwrap().deck, deck - 1);
    assert!(!sit(&app, Sitting::Due, true).contains(&item));
}

#[test]
fn nobody_else_sees_or_changes_it() {
    let folder = Folder::new();
    let app = learned(&folder, false);
    folder.clock.move_on(Duration::days(1));
    let card = card(app.next_card(due(0)).unwrap()).unwrap();
    let saved = answer(&app, due(0), &card, true);
    begin(&app, "Tom");
    assert_eq!(app.refresher().unwrap().deck, 0);
    let theirs = GradeCard { review_id: saved.answered.answer_id, grade: Grade::Easy };
    assert_eq!(app.grade_card(theirs).unwrap_err().code, ErrorCode::NotFound);
    assert_eq!(app.undo_card(due(0)).unwrap_err().code, ErrorCode::NotFound);
}
