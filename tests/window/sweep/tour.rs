//! The way through every screen and every state that looks different.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use harness::{Key, Window};
use serde_json::{Value, json};

use super::inspect::{Eye, text};
use crate::window::support::ask;
use crate::window::support::course::{Course, Meant};
use crate::window::support::keyboard::Keyboard;
use crate::window::support::learner::{
    answer_practice, begin, finish_steps, modules, steps, take_check, whole_run, write_reflections,
};
use crate::window::support::trainer::PASSPHRASE;

/// This module has been read and checked, this one has not been opened.
const READ: &str = "the-notice";
const UNREAD: &str = "stolen-data";

/// What can be done with one's data.
const MY_DATA: [&str; 4] =
    ["/record/certificates", "/record/data", "/record/data/erase", "/record/trainer-view"];

/// A folder whose store was damaged and where nobody has learned.
pub(crate) fn newcomer(eye: &mut Eye<'_>) -> Result<()> {
    eye.window.wait_for("notice")?;
    eye.inspect("the notice of a damaged store, above the welcome")?;
    eye.window.click("notice-done")?;
    eye.arrived("welcome, when the notice was read")?;
    eye.inspect("welcome")?;
    eye.unfold()?;
    eye.inspect("welcome, with all languages")?;
    for place in ["/home", "/modules", "/refresher", "/record"].iter().chain(&MY_DATA) {
        eye.visit(place)?;
    }
    empty_trainer(eye)?;
    opening(eye)
}

/// The first step: a decision that is missing, one that is taken, and the name.
fn opening(eye: &mut Eye<'_>) -> Result<()> {
    eye.go("/welcome")?;
    eye.window.click("start")?;
    eye.inspect("the opening decision")?;
    eye.window.click("decide")?;
    eye.inspect("a decision that is missing")?;
    eye.window.click("decision-option")?;
    eye.window.click("decide")?;
    eye.window.wait_for("name-field")?;
    eye.inspect("a decision that was taken, and the form for a name")?;
    eye.window.click("save-name")?;
    eye.window.wait_for("[data-testid=name-field][aria-invalid=true]")?;
    eye.inspect("a name that is missing")
}

/// The trainer's area before anybody has learned, and with sample data.
fn empty_trainer(eye: &mut Eye<'_>) -> Result<()> {
    eye.visit("/trainer")?;
    eye.window.click("create-trainer-store")?;
    eye.inspect("a passphrase that is missing")?;
    ask(eye.window, "create_trainer_store", &json!({ "passphrase": PASSPHRASE }))?;
    eye.window.reload()?;
    eye.visit("/trainer")?;
    eye.go("/trainer/recovery-code")?;
    eye.window.wait_for("recovery-code")?;
    eye.inspect("a recovery code to write down")?;
    eye.window.click("keep-recovery-code")?;
    eye.window.wait_for("recovery-link")?;
    eye.visit("/trainer/recovery-code")?;
    ask(eye.window, "load_sample", &Value::Null)?;
    eye.window.reload()?;
    trainer_pages(eye, "sample")?;
    take_out(eye)?;
    ask(eye.window, "remove_sample", &Value::Null)?;
    Ok(())
}

fn trainer_pages(eye: &mut Eye<'_>, whose: &str) -> Result<()> {
    eye.go("/trainer")?;
    eye.window.wait_for("people-table")?;
    eye.inspect(&format!("people, {whose}"))?;
    let overview = ask(eye.window, "trainer_overview", &json!({}))?;
    let person = text(&overview["rows"][0]["personId"]);
    let note = json!({ "personId": person, "noteId": null, "text": "Asked for another week." });
    ask(eye.window, "save_note", &note)?;
    eye.visit(&format!("/trainer/people/{person}"))?;
    eye.window.click("edit-note")?;
    eye.inspect(&format!("a note that is being changed, {whose}"))?;
    eye.go(&format!("/trainer/module/{READ}"))?;
    eye.window.wait_for("module-report")?;
    eye.unfold()?;
    eye.inspect(&format!("module report, {whose}"))?;
    eye.go(&format!("/trainer/questions/{READ}"))?;
    eye.window.wait_for("question-table")?;
    eye.window.click("question-details")?;
    eye.unfold()?;
    eye.inspect(&format!("questions, {whose}"))?;
    eye.go("/trainer/take/questions")?;
    eye.window.wait_for("taking-preview")?;
    eye.inspect(&format!("taking away as CSV, {whose}"))?;
    let pdf = "document.querySelector('[data-testid=taking-form][data-value=pdf]').click()";
    eye.window.run(pdf, &[])?;
    eye.inspect(&format!("taking away as PDF, {whose}"))
}

/// Taking somebody out of the trainer's store, without the word.
fn take_out(eye: &mut Eye<'_>) -> Result<()> {
    let overview = ask(eye.window, "trainer_overview", &json!({}))?;
    eye.go(&format!("/trainer/people/{}", text(&overview["rows"][0]["personId"])))?;
    eye.window.click("forget")?;
    eye.window.wait_for("[data-testid=forget-word][aria-invalid=true]")?;
    eye.inspect("taking somebody out without the word")
}

/// What practice shows a trainer: nothing yet, then made-up people; and what a learner is asked.
pub(crate) fn practised(eye: &mut Eye<'_>) -> Result<()> {
    const PAGES: [&str; 4] = ["inbox", "ultimatum", "misconceptions", "what-lasted"];
    ask(eye.window, "create_trainer_store", &json!({ "passphrase": PASSPHRASE }))?;
    for page in PAGES {
        eye.go(&format!("/trainer/{page}"))?;
        eye.inspect(&format!("{page}, of nobody"))?;
    }
    ask(eye.window, "load_sample", &Value::Null)?;
    eye.window.reload()?;
    for page in PAGES {
        eye.go(&format!("/trainer/{page}"))?;
        if page == "ultimatum" {
            eye.window.click("fork-details")?;
        }
        eye.unfold()?;
        eye.inspect(&format!("{page}, sample"))?;
    }
    eye.go("/trainer")?;
    eye.window.wait_for("[data-testid=lasted-card] a")?;
    eye.inspect("the overview with what lasted")?;
    begin(eye.window, "Maya")?;
    let run = whole_run(eye.window)?;
    eye.window.reload()?;
    eye.go(&format!("/ultimatum/{run}/debrief"))?;
    eye.window.click("share-yes")?;
    eye.inspect("sharing that was agreed to")?;
    eye.visit("/record/trainer-view")
}

/// Two people, one of whom has read and checked a module; everything they can come to.
pub(crate) fn learner(eye: &mut Eye<'_>) -> Result<()> {
    begin(eye.window, "Jun Ólafsdóttir-Wetherby of Accounts Payable, Second Floor")?;
    begin(eye.window, "Maya")?;
    finish_steps(eye.window, READ, usize::MAX)?;
    answer_practice(eye.window, READ, Meant::Wrong)?;
    write_reflections(eye.window, READ, "The number on the intranet.")?;
    take_check(eye.window, READ, &[1, 2, 3, 4])?;
    let attempt = take_check(eye.window, READ, &[2])?;
    eye.window.reload()?;
    places(eye)?;
    eye.go(&format!("/check/{attempt}/result"))?;
    eye.inspect("a result that passes")?;
    eye.unfold()?;
    eye.inspect("a result that passes, with every answer")?;
    lessons(eye)?;
    layers(eye)?;
    check(eye)?;
    inbox(eye)?;
    trainer_pages(eye, "real")?;
    locked_door(eye)?;
    erased(eye)
}

/// Erasing, without the word and with it: the last thing that a learner does.
fn erased(eye: &mut Eye<'_>) -> Result<()> {
    eye.go("/record/certificates")?;
    eye.window.click("change-name")?;
    eye.window.wait_for("name-field")?;
    eye.inspect("certificates, while the name is changed")?;
    ask(eye.window, "name_learner", &json!({ "name": "王小明" }))?;
    eye.window.reload()?;
    eye.go("/record/certificates")?;
    eye.window.wait_for("unprintable")?;
    eye.inspect("a name that cannot be printed")?;
    eye.go("/record/data/erase")?;
    eye.window.click("erase")?;
    eye.window.wait_for("[data-testid=erase-word][aria-invalid=true]")?;
    eye.inspect("erasing without the word")?;
    let word = eye.window.string("return document.querySelector('label').innerText", &[])?;
    eye.window.type_into("erase-word", &typed(&word))?;
    eye.window.click("erase")?;
    eye.window.wait_for("erased")?;
    eye.inspect("everything is erased")
}

/// The word in the label: it stands between marks that keep it apart from the text around it.
fn typed(label: &str) -> String {
    let (_, from_word) = label.split_once('\u{2068}').unwrap_or_default();
    from_word.split('\u{2069}').next().unwrap_or_default().to_owned()
}

fn places(eye: &mut Eye<'_>) -> Result<()> {
    for place in ["/who", "/home", "/modules"] {
        eye.visit(place)?;
    }
    for place in ["/record", "/settings", "/about"].iter().chain(&MY_DATA) {
        eye.go(place)?;
        eye.unfold()?;
        eye.inspect(place)?;
    }
    delivery(eye)
}

/// Results to the organisation: no store, the form and what is wrong in it, a store that nobody answers at.
fn delivery(eye: &mut Eye<'_>) -> Result<()> {
    const PAGE: &str = "/settings/results";
    eye.visit(PAGE)?;
    eye.window.click("name-store")?;
    eye.window.click("save-store")?;
    eye.window.wait_for("[data-testid=store-address][aria-invalid=true]")?;
    eye.inspect("a store without an address")?;
    // Nobody listens at port 9.
    let store = json!({
        "address": "https://localhost:9/xapi",
        "version": "1.0.3",
        "name": "Northwind",
        "password": "of-the-sweep",
    });
    ask(eye.window, "name_record_store", &store)?;
    eye.visit("/settings")?;
    eye.visit(PAGE)?;
    ask(eye.window, "agree_to_delivery", &json!({ "yes": true }))?;
    ask(eye.window, "start_check", &json!({ "moduleId": READ }))?;
    eye.visit("/settings")?;
    eye.go(PAGE)?;
    eye.window.wait_for("[data-testid=delivery-state][data-value=resting]")?;
    eye.unfold()?;
    eye.inspect("a store that does not answer, and a statement that waits")?;
    eye.window.click("remove-store")?;
    eye.inspect("removing the store, before it is done")?;
    ask(eye.window, "remove_record_store", &Value::Null)?;
    Ok(())
}

/// Every module and every step is measured; two modules, which hold every kind of block, are also looked
/// at with axe-core, one of them before and one after everything in it was answered. Another theme moves
/// nothing, so in the dark those two are enough.
fn lessons(eye: &mut Eye<'_>) -> Result<()> {
    for module in modules(eye.window)? {
        let looked_at = [READ, UNREAD].contains(&module.as_str());
        if !looked_at && eye.look.is_only_dark() {
            continue;
        }
        let mut places = vec![format!("/modules/{module}"), format!("/modules/{module}/check")];
        let all = steps(eye.window, &module)?;
        places.extend(all.iter().map(|step| format!("/modules/{module}/step/{step}")));
        for place in places {
            eye.go(&place)?;
            eye.unfold()?;
            if looked_at { eye.inspect(&place)? } else { eye.measure(&place)? }
        }
    }
    Ok(())
}

/// What the course says can be looked up: the case by its days, the glossary, the palette.
pub(crate) fn looking_up(eye: &mut Eye<'_>) -> Result<()> {
    begin(eye.window, "Maya")?;
    eye.window.reload()?;
    case(eye)?;
    glossary(eye)
}

/// The glossary, a word of it, and the palette with all its kinds of results and with none.
fn glossary(eye: &mut Eye<'_>) -> Result<()> {
    eye.visit("/glossary")?;
    eye.window.type_into("glossary-search", "xyz")?;
    eye.inspect("the glossary, nothing found")?;
    eye.visit("/glossary/zero-day")?;
    eye.window.click("open-palette")?;
    eye.window.wait_for("palette-field")?;
    eye.inspect("the palette with its commands")?;
    eye.window.type_into("palette-field", "pay")?;
    eye.window.wait_for("palette-count")?;
    eye.inspect("the palette with results")?;
    eye.window.press(Key::Escape)
}

/// The case on a day with everything unfolded, on its first day, with a day that is none, and whole.
fn case(eye: &mut Eye<'_>) -> Result<()> {
    eye.go("/case/2023-06-16")?;
    eye.unfold()?;
    eye.inspect("the case on 16 June 2023")?;
    eye.go("/case/2023-03-01")?;
    eye.inspect("the case on its first day")?;
    eye.window.type_into("case-day", "2023-06-31")?;
    eye.window.click("case-go")?;
    eye.window.wait_for("[data-testid=case-day][aria-invalid=true]")?;
    eye.inspect("the case, with a day that is none")?;
    eye.go("/case/2026-11-22/gang")?;
    eye.window.click("case-show-all")?;
    eye.unfold()?;
    eye.inspect("the case today, one topic, whole")
}

/// What lies over a page or stands in it only for a moment.
fn layers(eye: &mut Eye<'_>) -> Result<()> {
    let first = steps(eye.window, READ)?.into_iter().next().context("a module has steps")?;
    eye.go(&format!("/modules/{READ}/step/{first}"))?;
    for card in ["claim", "term"] {
        eye.window.click(card)?;
        eye.window.wait_for("card")?;
        eye.inspect(&format!("the card of a {card}"))?;
        eye.window.press(Key::Escape)?;
    }
    eye.window.click("shortcuts")?;
    eye.window.wait_for("dialog-close")?;
    eye.inspect("the keys")?;
    eye.window.press(Key::Escape)?;
    for step in steps(eye.window, UNREAD)? {
        eye.go(&format!("/modules/{UNREAD}/step/{step}"))?;
        if eye.window.has("check-answer")? {
            eye.window.click("check-answer")?;
            eye.window.wait_for("error-summary")?;
            return eye.inspect("a practice question that is not answered");
        }
    }
    anyhow::bail!("{UNREAD} has no practice question")
}

/// Questions of the types that were drawn, empty and incomplete, and the review of a check that is half done.
/// [`questions`] sees every type.
fn check(eye: &mut Eye<'_>) -> Result<()> {
    let mut types: BTreeMap<String, String> = BTreeMap::new();
    let mut review = String::new();
    for module in modules(eye.window)? {
        let view = ask(eye.window, "start_check", &json!({ "moduleId": module }))?;
        let attempt = text(&view["attemptId"]);
        let flag = json!({ "attemptId": attempt, "position": 2, "flagged": true });
        ask(eye.window, "flag_question", &flag)?;
        review = format!("/check/{attempt}/review");
        for position in 1..=view["of"].as_u64().context("a check has questions")? {
            let place = json!({ "attemptId": attempt, "position": position });
            let view = ask(eye.window, "open_question", &place)?;
            let kind = text(&view["question"]["body"]["kind"]);
            types.entry(kind).or_insert(format!("/check/{attempt}/question/{position}"));
        }
    }
    // Nine checks of eight questions: fewer than six of the ten types would be a fault of the draw.
    ensure!(types.len() >= 6, "only these were drawn: {types:?}");
    for (kind, place) in types {
        eye.go(&place)?;
        eye.inspect(&format!("a question: {kind}"))?;
        eye.window.click("save-answer")?;
        eye.window.wait_for("error-summary")?;
        eye.measure(&format!("a question that is not answered: {kind}"))?;
    }
    eye.visit(&review)
}

/// The refresher of somebody who was away: its start, a message, a question, what is said about them, its end.
pub(crate) fn refresher(eye: &mut Eye<'_>) -> Result<()> {
    eye.visit("/home")?;
    eye.visit("/refresher")?;
    eye.window.click("start-cards")?;
    eye.window.wait_for("inbox-judge")?;
    eye.inspect("a message as a card")?;
    eye.window.click("inbox-judge")?;
    eye.window.wait_for("error-summary")?;
    eye.measure("a message as a card that is not judged")?;
    eye.window.click("inbox-judgement")?;
    eye.window.click("inbox-judge")?;
    eye.window.wait_for("inbox-outcome")?;
    eye.unfold()?;
    eye.inspect("a message as a card that was judged")?;
    let mut answered = 1;
    answered += card_by_command(eye.window, answered, "message")?;
    eye.window.reload()?;
    eye.visit("/refresher")?;
    eye.window.click("start-cards")?;
    eye.window.wait_for("check-card")?;
    eye.inspect("a card")?;
    eye.window.click("check-card")?;
    eye.window.wait_for("error-summary")?;
    eye.inspect("a card that is not answered")?;
    Keyboard::at(eye.window).answer_with("check-card")?;
    eye.unfold()?;
    eye.inspect("a card that was answered")?;
    card_by_command(eye.window, answered + 1, "card")?;
    eye.window.reload()?;
    eye.visit("/refresher")?;
    record(eye)
}

/// Answers the cards that come, as long as they are of this kind. Says how many they were.
fn card_by_command(window: &Window, done: u64, kind: &str) -> Result<u64> {
    let course = Course::shipped()?;
    for answered in done.. {
        let turn = ask(window, "next_card", &json!({ "sitting": "due", "done": answered }))?;
        if turn["kind"] != kind {
            return Ok(answered - done);
        }
        let card = &turn["card"];
        if kind == "message" {
            let judged = json!({
                "sitting": "due", "done": answered, "cardId": card["cardId"],
                "judgement": "verify", "confidence": null, "elapsedMs": 9_000,
            });
            ask(window, "judge_card", &judged)?;
        } else {
            let question = &card["question"];
            let answer = json!({
                "sitting": "due", "done": answered, "itemId": question["itemId"],
                "response": course.response(question, Meant::Right)?, "confidence": "guess",
                "elapsedMs": 9_000,
            });
            ask(window, "answer_card", &answer)?;
        }
    }
    Ok(0)
}

/// My record with a list of each kind of run. The refresher had its day already.
fn record(eye: &mut Eye<'_>) -> Result<()> {
    whole_run(eye.window)?;
    let round = ask(eye.window, "start_inbox_round", &Value::Null)?;
    for position in 1..=round["rows"].as_array().context("a round has messages")?.len() {
        judge(eye.window, &round["roundId"], position)?;
    }
    eye.window.reload()?;
    eye.go("/record")?;
    eye.unfold()?;
    let lists = eye.window.count("[data-testid=record-runs] h3")?;
    ensure!(lists == 3, "{lists} of three kinds of runs are listed");
    eye.inspect("my record with a list of each kind of run")
}

fn judge(window: &Window, round: &Value, position: usize) -> Result<()> {
    let judged = json!({
        "roundId": round, "position": position, "judgement": "report", "elapsedMs": 9_000,
    });
    ask(window, "judge_message", &judged).map(drop)
}

/// A run of the story in each of its states.
pub(crate) fn ultimatum(eye: &mut Eye<'_>) -> Result<()> {
    begin(eye.window, "Maya")?;
    eye.window.reload()?;
    let story = ask(eye.window, "story_start", &Value::Null)?;
    let role = text(&story["roles"][0]["id"]);
    eye.visit("/ultimatum")?;
    eye.window.click("begin-run")?;
    eye.window.wait_for("error-summary")?;
    eye.inspect("a role that is missing")?;
    let run = text(&ask(eye.window, "start_run", &json!({ "roleId": role }))?["runId"]);
    let place = format!("/ultimatum/{run}");
    eye.go(&place)?;
    eye.inspect("a scene")?;
    eye.window.click("run-decide")?;
    eye.window.wait_for("error-summary")?;
    eye.inspect("a decision in the story that is missing")?;
    for panel in ["run-known", "run-log"] {
        eye.window.click(panel)?;
        eye.window.wait_for("run-panel")?;
        eye.inspect(&format!("beside the story: {panel}"))?;
    }
    eye.window.click("run-option")?;
    eye.window.click("run-decide")?;
    eye.window.wait_for("run-consequence")?;
    eye.inspect("a consequence, with the log beside it")?;
    let run = play_to_the_end(eye, &run)?;
    eye.visit("/ultimatum")?;
    eye.visit(&format!("/ultimatum/{run}/debrief"))
}

/// Takes the first option everywhere, from wherever a run stands.
fn play_to_the_end(eye: &Eye<'_>, run: &str) -> Result<String> {
    let this = json!({ "runId": run });
    for _ in 0..100 {
        let view = ask(eye.window, "open_run", &this)?;
        match text(&view["stage"]["kind"]).as_str() {
            "scene" => {
                let decision = json!({
                    "runId": run, "position": view["position"], "option": "p1", "elapsedMs": 9_000,
                });
                ask(eye.window, "decide_in_run", &decision)?;
            }
            "consequence" => drop(ask(eye.window, "go_on_in_run", &this)?),
            "finished" => return Ok(run.to_owned()),
            other => anyhow::bail!("a run stands at {other}"),
        }
    }
    anyhow::bail!("the run does not end")
}

/// The inbox before a round, with a message in each of its states, and after a round.
fn inbox(eye: &mut Eye<'_>) -> Result<()> {
    eye.visit("/inbox")?;
    let view = ask(eye.window, "start_inbox_round", &Value::Null)?;
    let round = text(&view["roundId"]);
    eye.go(&format!("/inbox/{round}/message/1"))?;
    eye.unfold()?;
    eye.inspect("a message of the inbox")?;
    eye.window.click("inbox-judge")?;
    eye.window.wait_for("error-summary")?;
    eye.inspect("a message that is not judged")?;
    eye.window.click("[data-testid=inbox-judgement][value=verify]")?;
    eye.window.click("inbox-judge")?;
    eye.window.wait_for("inbox-outcome")?;
    eye.unfold()?;
    eye.inspect("a message that is judged, to be marked")?;
    eye.window.click("[data-testid=inbox-spot][value=from]")?;
    eye.window.click("[data-testid=inbox-spot][value=subject]")?;
    eye.window.click("inbox-show-me")?;
    eye.window.wait_for("inbox-walk")?;
    eye.unfold()?;
    eye.inspect("a message that is walked through")?;
    eye.window.click("inbox-clear")?;
    eye.measure("a message with its characters set clearly")?;
    for position in 2..=view["rows"].as_array().context("a round has messages")?.len() {
        judge(eye.window, &view["roundId"], position)?;
    }
    eye.visit(&format!("/inbox/{round}/result"))?;
    eye.go("/inbox")?;
    eye.unfold()?;
    eye.inspect("the inbox after a round")
}

fn locked_door(eye: &mut Eye<'_>) -> Result<()> {
    ask(eye.window, "lock_trainer", &Value::Null)?;
    eye.window.reload()?;
    eye.visit("/trainer")?;
    eye.window.type_into("passphrase", "not this one")?;
    eye.window.click("unlock-trainer")?;
    eye.window.wait_for("error-summary")?;
    eye.inspect("a wrong passphrase")?;
    eye.window.click("forgotten-passphrase")?;
    eye.window.type_into("recovery-code-field", "bisal gutih tugad mudof sakat")?;
    eye.window.click("recover-trainer")?;
    eye.window.wait_for("error-summary")?;
    eye.inspect("a recovery code that lacks words")
}

/// Questions of every type in practice, before and after the answer; a pre-check and the assessment.
pub(crate) fn questions(eye: &mut Eye<'_>) -> Result<()> {
    begin(eye.window, "Maya")?;
    eye.window.reload()?;
    let course = Course::shipped()?;
    let mut met = BTreeSet::new();
    for module in modules(eye.window)? {
        for step in steps(eye.window, &module)? {
            let place = json!({ "moduleId": module, "stepId": step });
            let view = ask(eye.window, "open_step", &place)?;
            let blocks = view["blocks"].as_array().context("a step has blocks")?;
            let Some(block) = blocks.iter().find(|block| block["kind"] == "check") else {
                continue;
            };
            let kind = text(&block["question"]["body"]["kind"]);
            if met.insert(kind.clone()) {
                question(eye, &course, (&module, &step), &block["question"], &kind)?;
            }
        }
    }
    ensure!(met.len() >= 9, "practice has only {met:?}");
    for (start, args, place) in [
        ("start_test_out", json!({ "moduleId": READ }), format!("/modules/{READ}/pre-check")),
        ("start_assessment", Value::Null, "/assessment".to_owned()),
    ] {
        eye.visit(&place)?;
        let view = ask(eye.window, start, &args)?;
        let attempt = text(&view["attemptId"]);
        eye.visit(&place)?;
        ask(eye.window, "finish_check", &json!({ "attemptId": attempt }))?;
        eye.go(&format!("/check/{attempt}/result"))?;
        eye.unfold()?;
        eye.inspect(&format!("the result after {start}"))?;
    }
    eye.visit(&format!("/modules/{READ}"))
}

/// A practice question as it is asked, and as it is explained after a wrong answer.
fn question(
    eye: &mut Eye<'_>,
    course: &Course,
    (module, step): (&str, &str),
    asked: &Value,
    kind: &str,
) -> Result<()> {
    eye.go(&format!("/modules/{module}/step/{step}"))?;
    eye.inspect(&format!("in practice: {kind}"))?;
    let answer = json!({
        "moduleId": module, "stepId": step, "itemId": asked["itemId"],
        "response": course.response(asked, Meant::Wrong)?, "confidence": "sure", "elapsedMs": 9_000,
    });
    ask(eye.window, "answer_practice", &answer)?;
    eye.window.reload()?;
    eye.unfold()?;
    eye.inspect(&format!("explained in practice: {kind}"))
}
