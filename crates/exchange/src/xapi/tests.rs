use std::path::Path;

use eighteen_pack::{Body, Pack};
use eighteen_training::best_response;

use super::*;

fn course() -> Pack {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/eighteen-days");
    eighteen_pack::read(&eighteen_pack::load_dir(&folder).unwrap()).0.unwrap()
}

const FRAME: Frame<'_> = Frame {
    id: "0198c1f2-0000-7000-8000-000000000001",
    home_page: "https://lrs.example.org",
    account: "0198c1f2-0000-7000-8000-00000000000a",
    timestamp: "2026-11-23T08:00:00.000Z",
    local_time: "2026-11-23T09:00:00.000+01:00",
    app_version: "0.1.0",
    pack_id: "p",
    pack_version: 3,
    pack_hash: "abc",
    pack_title: "A course",
    lang: "en-GB",
};

const SITTING: Sitting<'_> = Sitting {
    attempt_id: "0198c1f2-0000-7000-8000-00000000000b",
    form: Form::Check,
    module_id: "m",
    title: "A module",
    quiz_id: "q",
    try_number: 2,
    of: 10,
    pass_points: 8,
};

fn ended_as(verb: Verb, points: f64) -> Value {
    let ending = Ending {
        points,
        passed: points >= 8.0,
        elapsed_ms: 61_239,
        link: Some((4, "ff")),
        began: "2026-11-23T08:50:00.000+01:00",
        answers: 1,
        seed: "18446744073709551615",
        asked: &[],
    };
    serde_json::from_str(&ended(&FRAME, &SITTING, verb, &ending)).unwrap()
}

#[test]
fn lengths_of_time_have_two_decimals() {
    for (ms, text) in
        [(0, "PT0.00S"), (9, "PT0.00S"), (1_050, "PT1.05S"), (3_600_000, "PT3600.00S")]
    {
        assert_eq!(duration(ms), text);
    }
}

#[test]
fn responses_are_told_apart_by_their_marks() {
    let pairs = || vec![("a".to_owned(), "x".to_owned()), ("b".to_owned(), "y".to_owned())];
    let ids = || vec!["a".to_owned(), "b".to_owned()];
    for (given, text) in [
        (Response::Single { choice: "a".to_owned() }, "a"),
        (Response::Multiple { choices: ids() }, "a[,]b"),
        (Response::Multiple { choices: Vec::new() }, ""),
        (Response::TrueFalse { value: false, reason: Some("a".to_owned()) }, "false"),
        (Response::Ordering { order: ids() }, "a[,]b"),
        (Response::Matching { pairs: pairs() }, "a[.]x[,]b[.]y"),
        (Response::Sorting { pairs: pairs() }, "a[.]x[,]b[.]y"),
        (Response::HotSpot { spots: ids() }, "a[,]b"),
        (Response::Short { text: "zero\u{0} day".to_owned() }, "zero day"),
        (Response::Estimate { value: 2_700_000.0 }, "2700000"),
        (Response::Estimate { value: 0.5 }, "0.5"),
    ] {
        assert_eq!(interaction::response(&given), text, "{given:?}");
    }
}

#[test]
fn every_question_of_the_course_says_what_is_right_in_the_form_of_its_type() {
    let course = course();
    let items: Vec<&Item> = course.modules.iter().flat_map(|module| &module.quiz.items).collect();
    assert!(items.len() > 100, "{}", items.len());
    for item in items {
        let definition = interaction::definition(item, "en-GB");
        let right = definition["correctResponsesPattern"].as_array().unwrap();
        let best = interaction::response(&best_response(&item.body));
        match &item.body {
            Body::Short { .. } => assert!(
                right
                    .iter()
                    .all(|one| { one.as_str().unwrap().starts_with("{case_matters=false}") })
            ),
            Body::Estimate(_) => {
                let (low, high) = right[0].as_str().unwrap().split_once("[:]").unwrap();
                let best: f64 = best.parse().unwrap();
                assert!(low.parse::<f64>().unwrap() <= best && best <= high.parse().unwrap());
            }
            _ => assert_eq!(*right, [json!(best)], "{}", item.id),
        }
        let ids = |name: &str| -> Vec<String> {
            let parts = definition[name].as_array().into_iter().flatten();
            parts.map(|part| part["id"].as_str().unwrap().to_owned()).collect()
        };
        let named = ["choices", "source", "target"].map(ids).concat();
        let used = best.split("[,]").flat_map(|pair| pair.split("[.]"));
        if !named.is_empty() {
            assert!(used.clone().all(|id| named.iter().any(|one| one == id)), "{}", item.id);
        }
        assert!(named.iter().all(|id| !id.contains('[')), "{}: marks would be ambiguous", item.id);
    }
}

#[test]
fn an_end_says_the_points_and_only_completed_names_the_history() {
    let completed = ended_as(Verb::Completed, 8.5);
    assert_eq!(
        completed["result"]["score"],
        json!({"scaled": 0.85, "raw": 8.5, "min": 0, "max": 10})
    );
    assert_eq!(completed["result"]["success"], true);
    assert_eq!(completed["result"]["duration"], "PT61.23S");
    let known = &completed["context"]["extensions"];
    assert_eq!(known["urn:x-eighteen-days:extension:history-number"], 4);
    assert_eq!(known["urn:x-eighteen-days:extension:try-number"], 2);
    let failed = ended_as(Verb::Failed, 3.0);
    assert_eq!(failed["result"]["success"], false);
    let known = &failed["context"]["extensions"];
    assert_eq!(known["urn:x-eighteen-days:extension:history-number"], Value::Null);
    let terminated = ended_as(Verb::Terminated, 3.0);
    assert_eq!(terminated["result"], json!({"duration": "PT61.23S"}));
}

#[test]
fn nobody_is_named_and_the_bytes_are_the_same_each_time() {
    let text = initialized(&FRAME, &SITTING);
    assert_eq!(text, initialized(&FRAME, &SITTING));
    let whole: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        whole["actor"],
        json!({
            "objectType": "Agent",
            "account": { "homePage": FRAME.home_page, "name": FRAME.account },
        })
    );
    assert_eq!(whole["object"]["id"], "urn:x-eighteen-days:p:check:q");
    assert_eq!(whole["version"], Value::Null, "the header says it");
    let fields: Vec<&String> = whole.as_object().unwrap().keys().collect();
    assert_eq!(fields, ["actor", "context", "id", "object", "timestamp", "verb"]);
}

/// Every question of the course, with its best answer and what it says of time.
#[test]
fn what_a_statement_says_is_read_again() {
    let course = course();
    let mut seen = std::collections::HashSet::new();
    for item in course.modules.iter().flat_map(|module| &module.quiz.items) {
        let response = best_response(&item.body);
        let asked = Asked {
            item,
            position: 3,
            response: &response,
            score: 1.0,
            confidence: Some("think"),
            elapsed_ms: 61_239,
        };
        let statement: Value = serde_json::from_str(&answered(&FRAME, &SITTING, &asked)).unwrap();
        let read = told(&statement).unwrap();
        assert_eq!((read.id.as_str(), read.account.as_str()), (FRAME.id, FRAME.account));
        assert_eq!(read.attempt_id, SITTING.attempt_id);
        assert_eq!(read.at, FRAME.local_time, "the offset is not lost");
        let What::Answer(answer) = read.what else { panic!("an answer: {statement}") };
        assert_eq!(
            (answer.item_id.as_str(), answer.item_version),
            (item.id.as_str(), item.version)
        );
        assert_eq!((answer.position, answer.elapsed_ms), (3, 61_239));
        assert_eq!(answer.confidence.as_deref(), Some("think"));
        let given = super::response(&item.body, &answer.response, answer.reason.as_deref());
        assert_eq!(given, Some(response), "{}", item.id);
        seen.insert(std::mem::discriminant(&item.body));
    }
    assert!(seen.len() >= 9, "every type of question: {}", seen.len());
}

#[test]
fn a_response_that_does_not_read_is_none() {
    let course = course();
    let items = || course.modules.iter().flat_map(|module| &module.quiz.items);
    let body = |wanted: fn(&Body) -> bool| &items().find(|item| wanted(&item.body)).unwrap().body;
    let judged = body(|body| matches!(body, Body::TrueFalse { .. }));
    let number = body(|body| matches!(body, Body::Estimate(_)));
    let pairs = body(|body| matches!(body, Body::Matching { .. }));
    for (body, text, reason) in [
        (judged, "yes", None),
        (number, "many", None),
        (number, "NaN", None),
        (number, "inf", None),
        (number, "7", Some("a")),
        (pairs, "a", None),
    ] {
        assert_eq!(super::response(body, text, reason), None, "{text}");
    }
}

#[test]
fn a_finished_check_is_read_again_and_what_is_not_whole_is_refused() {
    let statement = ended_as(Verb::Completed, 8.5);
    let read = told(&statement).unwrap();
    let What::Finished(check) = read.what else { panic!("a check") };
    assert_eq!(
        (check.form, check.pack_id.as_str(), check.quiz_id.as_str()),
        (Form::Check, "p", "q")
    );
    assert_eq!((check.try_number, check.pass_points, check.answers), (2, 8, 1));
    assert_eq!(check.seed, "18446744073709551615");
    assert_eq!(told(&ended_as(Verb::Passed, 8.5)).unwrap().what, What::Nothing);

    assert_eq!(told(&json!({})), Err(NotTold::NotOurs));
    let mut other = statement.clone();
    other["object"]["id"] = json!("https://example.org/course");
    assert_eq!(told(&other), Err(NotTold::NotOurs));
    for (pointer, value) in [
        ("/id", json!("1")),
        ("/id", json!("0198c1f2-0000-7000-8000-00000000000g")),
        ("/actor/account/name", json!("maya@example.org")),
        ("/context/registration", Value::Null),
        ("/verb/id", json!("http://adlnet.gov/expapi/verbs/attended")),
        ("/object/id", json!("urn:x-eighteen-days:p")),
        ("/object/id", json!("urn:x-eighteen-days:p:exam:q")),
        ("/object/id", json!("urn:x-eighteen-days:p:check:../q")),
        ("/context/extensions/urn:x-eighteen-days:extension:seed", json!("-1")),
        ("/context/extensions/urn:x-eighteen-days:extension:answers", json!(1.5)),
        ("/context/extensions/urn:x-eighteen-days:extension:try-number", json!(0)),
        ("/context/extensions/urn:x-eighteen-days:extension:asked", json!([7])),
        ("/context/extensions/urn:x-eighteen-days:extension:local-time", Value::Null),
    ] {
        let mut faulty = statement.clone();
        *faulty.pointer_mut(pointer).unwrap() = value;
        assert_eq!(told(&faulty), Err(NotTold::NotWhole), "{pointer}");
    }
}
