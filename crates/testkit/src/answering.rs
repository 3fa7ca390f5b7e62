//! Learners who answer, through the verbs that the page uses.

use std::sync::OnceLock;

use eighteen_app::{
    App, UserError, shipped_files,
    wire::{
        check::{AnswerSaved, CheckResult, CheckView, OpenAttempt, RecordAnswer, StartCheck},
        learner::{AfterStep, FinishStep, OpenStep},
        question::{Confidence, Matched, Part, Question, QuestionBody, Response},
    },
};
use eighteen_pack::{Body, Item, plain};

/// Any response that fits the question: what somebody gives who clicks on.
pub fn some_response(question: &Question) -> Response {
    match &question.body {
        QuestionBody::Single { options } => Response::Single { choice: options[0].id.clone() },
        QuestionBody::Multiple { options } => {
            Response::Multiple { choices: vec![options[0].id.clone()] }
        }
        QuestionBody::TrueFalse { reasons } => {
            Response::TrueFalse { value: true, reason: Some(reasons[0].id.clone()) }
        }
        QuestionBody::Ordering { entries } => {
            Response::Ordering { order: entries.iter().map(|entry| entry.id.clone()).collect() }
        }
        QuestionBody::Matching { items, targets } => Response::Matching {
            pairs: items
                .iter()
                .map(|item| Matched { item: item.id.clone(), target: targets[0].id.clone() })
                .collect(),
        },
        QuestionBody::Sorting { entries, groups } => Response::Sorting {
            pairs: entries
                .iter()
                .map(|entry| Matched { item: entry.id.clone(), target: groups[0].id.clone() })
                .collect(),
        },
        QuestionBody::HotSpot { spots, .. } => {
            Response::HotSpot { spots: vec![spots[0].id.clone()] }
        }
        QuestionBody::Short => Response::Short { text: "no idea".to_owned() },
        QuestionBody::Estimate { high, .. } => Response::Estimate { value: *high },
        QuestionBody::Scenario { options, .. } => {
            Response::Single { choice: options[0].id.clone() }
        }
    }
}

/// The right response, found as an author would: by the words of the parts, which the page does see.
pub fn right_response(question: &Question) -> Response {
    let item = shipped_item(&question.item_id);
    match (&question.body, &item.body) {
        (QuestionBody::Single { options }, Body::Single { options: key })
        | (QuestionBody::Scenario { options, .. }, Body::Scenario { options: key, .. }) => {
            let right = key.iter().find(|choice| choice.correct).expect("one is right");
            Response::Single { choice: by_words(options, plain(&right.text)) }
        }
        (QuestionBody::Multiple { options }, Body::Multiple { options: key }) => {
            let right = key.iter().filter(|choice| choice.correct);
            Response::Multiple {
                choices: right.map(|choice| by_words(options, plain(&choice.text))).collect(),
            }
        }
        (QuestionBody::TrueFalse { reasons }, Body::TrueFalse { answer, reasons: key, .. }) => {
            let right = key.iter().find(|choice| choice.correct).expect("one is right");
            Response::TrueFalse {
                value: *answer,
                reason: Some(by_words(reasons, plain(&right.text))),
            }
        }
        (QuestionBody::Ordering { entries }, Body::Ordering { entries: key }) => {
            let order = key.iter().map(|entry| by_words(entries, plain(&entry.text))).collect();
            Response::Ordering { order }
        }
        (QuestionBody::Matching { items, targets }, Body::Matching { pairs: key, .. }) => {
            Response::Matching {
                pairs: key
                    .iter()
                    .map(|pair| Matched {
                        item: by_words(items, plain(&pair.text)),
                        target: by_words(targets, plain(&pair.target)),
                    })
                    .collect(),
            }
        }
        (
            QuestionBody::Sorting { entries, groups },
            Body::Sorting { groups: names, entries: key },
        ) => Response::Sorting {
            pairs: key
                .iter()
                .map(|entry| Matched {
                    item: by_words(entries, plain(&entry.text)),
                    target: names
                        .iter()
                        .find(|group| group.id == entry.group)
                        .map(|group| by_words(groups, plain(&group.text)))
                        .expect("the group is there"),
                })
                .collect(),
        },
        (QuestionBody::HotSpot { spots, .. }, Body::HotSpot { spots: key, .. }) => {
            let is_right = |shown: &&eighteen_app::wire::question::Spot| {
                key.iter().any(|spot| spot.correct && plain(&spot.text) == text_of(&shown.text))
            };
            Response::HotSpot {
                spots: spots.iter().filter(is_right).map(|spot| spot.id.clone()).collect(),
            }
        }
        (QuestionBody::Short, Body::Short { answer, .. }) => {
            Response::Short { text: answer.clone() }
        }
        (QuestionBody::Estimate { .. }, Body::Estimate(estimate)) => {
            Response::Estimate { value: estimate.value }
        }
        _ => panic!("the page shows another type than the pack holds"),
    }
}

/// A response that is wrong in every part that can be wrong, found as the right one is.
pub fn wrong_response(question: &Question) -> Response {
    let other = |id: &String, parts: &[Part]| {
        parts.iter().find(|part| part.id != *id).map(|part| part.id.clone()).expect("two parts")
    };
    match (right_response(question), &question.body) {
        (
            Response::Single { choice },
            QuestionBody::Single { options } | QuestionBody::Scenario { options, .. },
        ) => Response::Single { choice: other(&choice, options) },
        (Response::Multiple { choices }, QuestionBody::Multiple { options }) => {
            let wrong = options.iter().filter(|option| !choices.contains(&option.id));
            Response::Multiple { choices: wrong.map(|option| option.id.clone()).collect() }
        }
        (Response::TrueFalse { value, reason }, QuestionBody::TrueFalse { reasons }) => {
            Response::TrueFalse { value: !value, reason: reason.map(|id| other(&id, reasons)) }
        }
        (Response::Ordering { mut order }, _) => {
            order.rotate_left(1);
            Response::Ordering { order }
        }
        (Response::Matching { pairs }, QuestionBody::Matching { targets: parts, .. }) => {
            Response::Matching { pairs: misplaced(pairs, |id| other(id, parts)) }
        }
        (Response::Sorting { pairs }, QuestionBody::Sorting { groups: parts, .. }) => {
            Response::Sorting { pairs: misplaced(pairs, |id| other(id, parts)) }
        }
        (Response::HotSpot { spots: right }, QuestionBody::HotSpot { spots, .. }) => {
            let wrong = spots.iter().filter(|spot| !right.contains(&spot.id));
            Response::HotSpot { spots: wrong.map(|spot| spot.id.clone()).collect() }
        }
        (Response::Short { text }, _) => Response::Short { text: format!("not {text}") },
        (Response::Estimate { value }, _) => Response::Estimate { value: value * 10.0 },
        _ => panic!("the response is of another type than the question"),
    }
}

fn misplaced(pairs: Vec<Matched>, other: impl Fn(&String) -> String) -> Vec<Matched> {
    let pairs = pairs.into_iter();
    pairs.map(|pair| Matched { target: other(&pair.target), ..pair }).collect()
}

fn by_words(parts: &[Part], words: String) -> String {
    parts
        .iter()
        .find(|part| text_of(&part.text) == words)
        .map(|part| part.id.clone())
        .expect("the page shows every part")
}

/// Answers the question that is shown.
///
/// # Errors
/// What the app says.
pub fn answer_next(
    app: &App,
    view: &CheckView,
    response: Response,
    confidence: Option<Confidence>,
) -> Result<AnswerSaved, UserError> {
    app.record_answer(RecordAnswer {
        attempt_id: view.attempt_id.clone(),
        position: view.position,
        item_id: view.question.item_id.clone(),
        response,
        confidence,
        elapsed_ms: 12_000,
    })
}

/// Takes a module's check from its first question to its result.
///
/// # Errors
/// What the app says.
pub fn take_check(
    app: &App,
    module_id: &str,
    respond: impl Fn(&Question) -> Response,
) -> Result<CheckResult, UserError> {
    let mut view = app.start_check(StartCheck { module_id: module_id.to_owned() })?;
    while let Some(next) = answer_next(app, &view, respond(&view.question), None)?.next {
        view = next;
    }
    app.finish_check(OpenAttempt { attempt_id: view.attempt_id })
}

/// Goes through every step of a module.
///
/// # Errors
/// What the app says.
pub fn finish_steps(app: &App, module_id: &str) -> Result<u32, UserError> {
    let mut view = app.open_step(OpenStep { module_id: module_id.to_owned(), step_id: None })?;
    loop {
        let done = app.finish_step(FinishStep {
            module_id: view.module_id.clone(),
            step_id: view.step_id.clone(),
            elapsed_ms: 30_000,
        })?;
        match done {
            AfterStep::Step { view: next } => view = *next,
            AfterStep::Module { .. } => return Ok(view.of),
        }
    }
}

/// An item of the shipped pack, which is read once: a debug build takes its time over it.
fn shipped_item(id: &str) -> Item {
    static ITEMS: OnceLock<Vec<Item>> = OnceLock::new();
    let items = ITEMS.get_or_init(|| {
        let (pack, problems) = eighteen_pack::read(&shipped_files());
        let pack = pack.unwrap_or_else(|| panic!("the shipped pack is sound: {problems:?}"));
        pack.modules.into_iter().flat_map(|module| module.quiz.items).collect()
    });
    items.iter().find(|item| item.id == id).expect("the question is in the shipped pack").clone()
}

fn text_of(text: &[eighteen_app::wire::content::Span]) -> String {
    use eighteen_app::wire::content::Span;
    text.iter()
        .map(|span| match span {
            Span::Text { text }
            | Span::Strong { text }
            | Span::Emphasis { text }
            | Span::Code { text }
            | Span::Claim { text, .. }
            | Span::Term { text, .. }
            | Span::Step { text, .. } => text.as_str(),
        })
        .collect()
}
