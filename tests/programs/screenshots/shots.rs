//! The screens, in the order in which they are reached.

use std::{fs, path::Path};

use anyhow::{Context as _, Result, ensure};
use harness::{Dialog, Window};
use serde_json::{Value, json};

use crate::seeded::PASSPHRASE;

/// A screen, how to get there from the one before, and in which looks the README shows it.
pub(crate) struct Shot {
    pub(crate) name: &'static str,
    pub(crate) in_readme: &'static [&'static str],
    pub(crate) reach: fn(&Window) -> Result<()>,
}

/// From here on the folder is one that somebody has used.
pub(crate) const FIRST_OF_A_USED_FOLDER: &str = "home";

/// From here on nobody has used it, and no person is to be shown.
pub(crate) const FIRST_OF_A_COUNCIL_FOLDER: &str = "council";

/// Every screen.
pub(crate) const SHOTS: &[Shot] = &[
    Shot { name: "welcome", in_readme: &["light"], reach: |window| window.wait_for("start") },
    Shot { name: "first-question", in_readme: &[], reach: first_question },
    Shot { name: "first-answer", in_readme: &[], reach: first_answer },
    Shot { name: "trainer-new", in_readme: &[], reach: trainer_new },
    Shot { name: "home", in_readme: &["light", "rtl"], reach: |window| window.go("/home") },
    Shot { name: "modules", in_readme: &[], reach: |window| window.go("/modules") },
    Shot { name: "module", in_readme: &[], reach: |window| window.go(&module(window, 1, "")?) },
    Shot { name: "step", in_readme: &[], reach: |window| window.go(&module(window, 1, "/step")?) },
    Shot {
        name: "figure",
        in_readme: &["light"],
        reach: |window| window.go(&module(window, 0, "/step/what-100-000-counts")?),
    },
    Shot {
        name: "pre-check",
        in_readme: &[],
        reach: |window| window.go(&module(window, 3, "/pre-check")?),
    },
    Shot { name: "assessment", in_readme: &[], reach: |window| window.go("/assessment") },
    Shot {
        name: "question-sorting",
        in_readme: &[],
        reach: |window| practice(window, "dilemma", "advice-and-law"),
    },
    Shot {
        name: "question-area",
        in_readme: &[],
        reach: |window| practice(window, "one-flaw", "inside-the-server"),
    },
    Shot { name: "explained-area", in_readme: &[], reach: explained_area },
    Shot {
        name: "question-typed",
        in_readme: &[],
        reach: |window| practice(window, "practices", "methods-change"),
    },
    Shot { name: "explained-typed", in_readme: &[], reach: explained_typed },
    Shot {
        name: "question-estimate",
        in_readme: &[],
        reach: |window| practice(window, "the-notice", "what-100-000-counts"),
    },
    Shot { name: "explained-estimate", in_readme: &[], reach: explained_estimate },
    Shot {
        name: "question-scene",
        in_readme: &[],
        reach: |window| practice(window, "ready", "shared-signs"),
    },
    Shot {
        name: "check-intro",
        in_readme: &[],
        reach: |window| window.go(&module(window, 1, "/check")?),
    },
    Shot { name: "check-question", in_readme: &["light"], reach: check_question },
    Shot { name: "check-review", in_readme: &[], reach: check_review },
    Shot { name: "check-result", in_readme: &["light"], reach: check_result },
    Shot { name: "case", in_readme: &["light"], reach: |window| window.go("/case") },
    Shot { name: "case-later", in_readme: &[], reach: |window| window.go("/case/2023-06-16/gang") },
    Shot { name: "refresher", in_readme: &[], reach: |window| window.go("/refresher") },
    Shot { name: "refresher-message", in_readme: &[], reach: refresher_message },
    Shot { name: "refresher-told", in_readme: &[], reach: refresher_told },
    Shot { name: "refresher-card", in_readme: &[], reach: refresher_card },
    Shot { name: "refresher-answer", in_readme: &[], reach: refresher_answer },
    Shot { name: "ultimatum", in_readme: &[], reach: |window| window.go("/ultimatum") },
    Shot { name: "ultimatum-scene", in_readme: &[], reach: story_scene },
    Shot { name: "ultimatum-known", in_readme: &[], reach: story_known },
    Shot { name: "ultimatum-log", in_readme: &[], reach: story_log },
    Shot { name: "ultimatum-consequence", in_readme: &[], reach: story_consequence },
    Shot { name: "ultimatum-debrief", in_readme: &[], reach: story_debrief },
    Shot { name: "inbox", in_readme: &[], reach: |window| window.go("/inbox") },
    Shot { name: "inbox-message", in_readme: &[], reach: inbox_message },
    Shot { name: "inbox-judged", in_readme: &[], reach: inbox_judged },
    Shot { name: "inbox-walk", in_readme: &[], reach: inbox_walk },
    Shot { name: "inbox-result", in_readme: &[], reach: inbox_result },
    Shot { name: "glossary", in_readme: &[], reach: |window| window.go("/glossary") },
    Shot { name: "term", in_readme: &[], reach: |window| window.go("/glossary/zero-day") },
    Shot { name: "palette", in_readme: &[], reach: palette },
    Shot { name: "record", in_readme: &[], reach: |window| window.go("/record") },
    Shot {
        name: "record-runs",
        in_readme: &[],
        reach: |window| show(window, "[data-testid=record-runs]"),
    },
    Shot {
        name: "certificates",
        in_readme: &[],
        reach: |window| window.go("/record/certificates"),
    },
    Shot { name: "my-data", in_readme: &[], reach: |window| window.go("/record/data") },
    Shot { name: "erase", in_readme: &[], reach: |window| window.go("/record/data/erase") },
    Shot { name: "trainer-view", in_readme: &[], reach: trainer_view },
    Shot { name: "settings", in_readme: &[], reach: |window| window.go("/settings") },
    Shot { name: "delivery-none", in_readme: &[], reach: |window| window.go("/settings/results") },
    Shot { name: "delivery", in_readme: &[], reach: delivery },
    Shot { name: "delivery-statements", in_readme: &[], reach: delivery_statements },
    Shot { name: "about", in_readme: &[], reach: |window| window.go("/about") },
    Shot { name: "trainer-door", in_readme: &[], reach: trainer_door },
    Shot {
        name: "trainer-recover",
        in_readme: &[],
        reach: |window| {
            window.go("/trainer")?;
            window.click("forgotten-passphrase")
        },
    },
    Shot { name: "trainer", in_readme: &["dark"], reach: trainer },
    Shot { name: "trainer-person", in_readme: &[], reach: trainer_person },
    Shot { name: "trainer-take-out", in_readme: &[], reach: trainer_take_out },
    Shot {
        name: "trainer-recovery",
        in_readme: &[],
        reach: |window| {
            window.go("/trainer/recovery-code")?;
            window.click("make-recovery-code")?;
            window.wait_for("recovery-code")
        },
    },
    Shot {
        name: "trainer-questions",
        in_readme: &["light"],
        reach: |window| window.go("/trainer/questions"),
    },
    Shot { name: "trainer-question", in_readme: &[], reach: trainer_question },
    Shot { name: "trainer-inbox", in_readme: &[], reach: |window| window.go("/trainer/inbox") },
    Shot { name: "trainer-ultimatum", in_readme: &[], reach: trainer_ultimatum },
    Shot {
        name: "trainer-misconceptions",
        in_readme: &[],
        reach: |window| window.go("/trainer/misconceptions"),
    },
    Shot {
        name: "trainer-lasted",
        in_readme: &[],
        reach: |window| window.go("/trainer/what-lasted"),
    },
    Shot {
        name: "trainer-take",
        in_readme: &[],
        reach: |window| {
            window.go("/trainer/take/questions")?;
            window.wait_for("taking-preview")
        },
    },
    Shot { name: "trainer-module", in_readme: &[], reach: |window| window.go("/trainer/module") },
    Shot { name: "trainer-of-a-group", in_readme: &[], reach: trainer_of_a_group },
    Shot { name: "trainer-people", in_readme: &[], reach: trainer_people },
    Shot { name: "trainer-import", in_readme: &[], reach: trainer_import },
    Shot { name: "trainer-assign", in_readme: &[], reach: trainer_assign },
    Shot { name: "trainer-assignments", in_readme: &[], reach: trainer_assignments },
    Shot { name: "trainer-collect", in_readme: &[], reach: trainer_collect },
    Shot { name: "trainer-collected", in_readme: &[], reach: trainer_collected },
    Shot { name: "trainer-gather", in_readme: &[], reach: trainer_gather },
    Shot { name: "open-assignments", in_readme: &[], reach: open_assignments },
    Shot { name: "make-pack", in_readme: &[], reach: make_pack },
    Shot {
        name: "make-pack-texts",
        in_readme: &[],
        reach: |window| window.go("/settings/packs/make/texts"),
    },
    Shot {
        name: "make-pack-due",
        in_readme: &[],
        reach: |window| window.go("/settings/packs/make/due"),
    },
    Shot { name: "make-pack-branding", in_readme: &[], reach: make_pack_branding },
    Shot {
        name: "make-pack-sign",
        in_readme: &[],
        reach: |window| window.go("/settings/packs/make/sign"),
    },
    Shot { name: "own-modules", in_readme: &[], reach: own_modules },
    Shot {
        name: "own-module",
        in_readme: &[],
        reach: |window| window.go("/settings/packs/module/the-first-call"),
    },
    Shot {
        name: "own-page",
        in_readme: &[],
        reach: |window| window.go("/settings/packs/module/the-first-call/page/1"),
    },
    Shot {
        name: "own-question",
        in_readme: &[],
        reach: |window| window.go("/settings/packs/module/the-first-call/question/1"),
    },
    Shot {
        name: "pack-preview",
        in_readme: &[],
        reach: |window| window.go("/settings/packs/preview/the-notice/1"),
    },
    Shot { name: "packs", in_readme: &[], reach: |window| window.go("/settings/packs") },
    Shot { name: "pack-unknown", in_readme: &[], reach: pack_unknown },
    Shot { name: "pack-signed", in_readme: &[], reach: pack_signed },
    // Nothing is left of the learner afterwards.
    Shot { name: "erased", in_readme: &[], reach: erased },
    Shot { name: "council", in_readme: &[], reach: council },
    Shot {
        name: "delivery-locked",
        in_readme: &[],
        reach: |window| window.go("/settings/results"),
    },
    Shot {
        name: "council-questions",
        in_readme: &[],
        reach: |window| window.go("/trainer/questions"),
    },
    Shot {
        name: "council-assign",
        in_readme: &[],
        reach: |window| window.go("/trainer/assignments/new"),
    },
    Shot { name: "council-assignments", in_readme: &[], reach: council_assignments },
];

fn first_question(window: &Window) -> Result<()> {
    window.click("start")?;
    window.wait_for("decide")
}

fn first_answer(window: &Window) -> Result<()> {
    window.click("decision-option")?;
    window.click("decide")?;
    window.wait_for("decision-result")
}

/// The address of a module's page; modules are counted from 0.
fn module(window: &Window, number: usize, page: &str) -> Result<String> {
    let home = answer(window, "home", &Value::Null)?;
    let id = home["modules"][number]["id"].as_str().unwrap_or_default();
    Ok(format!("/modules/{id}{page}"))
}

fn palette(window: &Window) -> Result<()> {
    window.click("open-palette")?;
    window.wait_for("palette-field")?;
    window.type_into("palette-field", "payroll")?;
    window.wait_for("palette-count")
}

/// A step with its practice question in sight.
fn practice(window: &Window, module: &str, step: &str) -> Result<()> {
    window.go(&format!("/modules/{module}/step/{step}"))?;
    show_practice(window)
}

fn show_practice(window: &Window) -> Result<()> {
    let show = "document.querySelector('.practice').scrollIntoView({ block: 'start' })";
    window.run(show, &[]).map(drop)
}

fn check_answer(window: &Window) -> Result<()> {
    window.click("check-answer")?;
    window.wait_for("feedback-heading")?;
    show_practice(window)
}

/// One right area and a wrong one.
fn explained_area(window: &Window) -> Result<()> {
    practice(window, "one-flaw", "inside-the-server")?;
    window.click("[data-testid=option][data-value=p1]")?;
    window.click("[data-testid=option][data-value=p3]")?;
    check_answer(window)
}

fn explained_typed(window: &Window) -> Result<()> {
    practice(window, "practices", "methods-change")?;
    window.type_into("short-field", "Encrypted them")?;
    check_answer(window)
}

fn explained_estimate(window: &Window) -> Result<()> {
    practice(window, "the-notice", "what-100-000-counts")?;
    window.type_into("estimate-field", "90000")?;
    check_answer(window)
}

fn check_question(window: &Window) -> Result<()> {
    window.click("start-check")?;
    window.wait_for("save-answer")
}

fn check_review(window: &Window) -> Result<()> {
    window.click("review-check")?;
    window.wait_for("finish-check")
}

fn check_result(window: &Window) -> Result<()> {
    let record = answer(window, "home", &Value::Null)?;
    let attempt = record["recent"][0]["attemptId"].as_str().unwrap_or_default();
    window.go(&format!("/check/{attempt}/result"))
}

/// A run in its sixth decision: the notice is public by then.
fn story_scene(window: &Window) -> Result<()> {
    let story = answer(window, "story_start", &Value::Null)?;
    let role = &story["roles"][1]["id"];
    let run = answer(window, "start_run", &json!({ "roleId": role }))?["runId"].clone();
    play(window, &run, 5)?;
    window.go(&format!("/ultimatum/{}", run.as_str().unwrap_or_default()))
}

fn story_known(window: &Window) -> Result<()> {
    window.click("run-known")?;
    window.wait_for("run-panel")
}

fn story_log(window: &Window) -> Result<()> {
    window.click("run-log")?;
    window.wait_for("[data-testid=run-panel][data-value=log]")
}

fn story_consequence(window: &Window) -> Result<()> {
    window.click("run-log")?;
    window.click("run-option")?;
    window.click("run-decide")?;
    window.wait_for("run-consequence")
}

fn story_debrief(window: &Window) -> Result<()> {
    let story = answer(window, "story_start", &Value::Null)?;
    let run = story["runs"][0]["runId"].clone();
    answer(window, "go_on_in_run", &json!({ "runId": run }))?;
    play(window, &run, 3)?;
    window.go(&format!("/ultimatum/{}/debrief", run.as_str().unwrap_or_default()))
}

/// Takes so many decisions, the first option each time.
fn play(window: &Window, run: &Value, decisions: usize) -> Result<()> {
    for _ in 0..decisions {
        let position = answer(window, "open_run", &json!({ "runId": run }))?["position"].clone();
        let decision =
            json!({ "runId": run, "position": position, "option": "p1", "elapsedMs": 9_000 });
        answer(window, "decide_in_run", &decision)?;
        answer(window, "go_on_in_run", &json!({ "runId": run }))?;
    }
    Ok(())
}

fn inbox_message(window: &Window) -> Result<()> {
    window.click("inbox-start")?;
    window.wait_for("inbox-judge")?;
    window.settled()
}

fn inbox_judged(window: &Window) -> Result<()> {
    window.click("[data-testid=inbox-judgement][value=verify]")?;
    window.click("inbox-judge")?;
    window.wait_for("inbox-outcome")?;
    window.settled()
}

fn inbox_walk(window: &Window) -> Result<()> {
    window.click("[data-testid=inbox-spot][value=from]")?;
    window.click("[data-testid=inbox-spot][value=p1]")?;
    window.click("inbox-show-me")?;
    window.wait_for("inbox-walk")?;
    window.settled()
}

/// The rest of the round as the page would judge it, and a second one, then the result.
fn inbox_result(window: &Window) -> Result<()> {
    let mut round = Value::Null;
    for _ in 0..2 {
        let mut view = answer(window, "start_inbox_round", &Value::Null)?;
        round = view["roundId"].clone();
        loop {
            let position = view["message"]["position"].clone();
            if view["told"].is_null() {
                let proceeds = position.as_u64() == Some(3);
                let judgement = if proceeds { "proceed" } else { "verify" };
                let judged = json!({
                    "roundId": round, "position": position, "judgement": judgement,
                    "elapsedMs": 9_000,
                });
                view = answer(window, "judge_message", &judged)?;
                let marks = json!({ "roundId": round, "position": position, "spots": ["from"] });
                answer(window, "mark_spots", &marks)?;
            }
            let Some(next) = view["next"].as_u64() else { break };
            let next = json!({ "roundId": round, "position": next });
            view = answer(window, "open_inbox_message", &next)?;
        }
    }
    window.go(&format!("/inbox/{}/result", round.as_str().unwrap_or_default()))
}

fn trainer_view(window: &Window) -> Result<()> {
    window.go("/record/trainer-view")?;
    window.click("[data-testid=seen-check] summary")
}

/// A store at which nobody answers, and the learner agreed.
fn delivery(window: &Window) -> Result<()> {
    let store = json!({
        "address": "https://localhost:9/xapi",
        "version": "1.0.3",
        "name": "Northwind",
        "password": "of-the-pictures",
    });
    answer(window, "name_record_store", &store)?;
    answer(window, "agree_to_delivery", &json!({ "yes": true }))?;
    let check = answer(window, "start_check", &json!({ "moduleId": "the-notice" }))?;
    answer(window, "finish_check", &json!({ "attemptId": check["attemptId"] }))?;
    // The page is there already, and would not ask anew.
    window.go("/settings")?;
    window.go("/settings/results")?;
    window.wait_for("[data-testid=delivery-state][data-value=resting]")
}

/// The same from the numbers on, with a statement that is open.
fn delivery_statements(window: &Window) -> Result<()> {
    window.click("[data-testid=statement] summary")?;
    show(window, "[data-testid=delivery-state]")
}

fn erased(window: &Window) -> Result<()> {
    window.go("/record/data/erase")?;
    let label = window.string("return document.querySelector('label').innerText", &[])?;
    let word = label.split(['\u{2068}', '\u{2069}']).nth(1).unwrap_or_default().to_owned();
    window.type_into("erase-word", &word)?;
    window.click("erase")?;
    window.wait_for("erased")
}

/// The messages are the older cards, so they come first.
fn refresher_message(window: &Window) -> Result<()> {
    window.click("start-cards")?;
    window.wait_for("inbox-judge")?;
    window.settled()
}

fn refresher_told(window: &Window) -> Result<()> {
    inbox_judged(window)?;
    show(window, ".told")
}

/// The first question after the messages.
fn refresher_card(window: &Window) -> Result<()> {
    loop {
        let turn = answer(window, "next_card", &json!({ "sitting": "due", "done": 0 }))?;
        let Some(card) = turn["card"]["cardId"].as_str() else { break };
        let judged = json!({
            "sitting": "due", "done": 0, "cardId": card, "judgement": "verify",
            "confidence": null, "elapsedMs": 9_000,
        });
        answer(window, "judge_card", &judged)?;
    }
    window.reload()?;
    window.click("start-cards")?;
    window.wait_for("check-card")
}

/// Answers whatever card comes first, for the picture is about what is said afterwards.
fn refresher_answer(window: &Window) -> Result<()> {
    let choose = r"
        const main = document.querySelector('main');
        const options = [...main.querySelectorAll('[data-testid=option]')];
        for (const name of new Set(options.map((one) => one.name))) {
            options.find((one) => one.name === name).click();
        }
        for (const list of main.querySelectorAll('select')) {
            list.selectedIndex = 1;
            list.dispatchEvent(new Event('change', { bubbles: true }));
        }
        main.querySelector('[data-testid=move-down]')?.click();";
    window.run(choose, &[])?;
    window.click("check-card")?;
    window.wait_for("grade")?;
    window.run("document.querySelector('.grades').scrollIntoView({ block: 'end' })", &[])?;
    Ok(())
}

fn trainer_door(window: &Window) -> Result<()> {
    window.go("/trainer")?;
    window.wait_for("unlock-trainer")
}

fn trainer(window: &Window) -> Result<()> {
    if window.has("have-passphrase")? {
        window.click("have-passphrase")?;
    }
    window.type_into("passphrase", PASSPHRASE)?;
    window.click("unlock-trainer")?;
    window.wait_for("people-table")
}

fn trainer_person(window: &Window) -> Result<()> {
    window.click("person-link")?;
    window.wait_until_true(
        "the person's page",
        "return location.hash.includes('/people/')",
        &[],
    )?;
    window.settled()
}

/// With the hardest question opened.
fn trainer_question(window: &Window) -> Result<()> {
    window.go("/trainer/questions")?;
    window.click("question-details")?;
    window.wait_for("chosen-answers")?;
    show(window, "[data-testid=question-row]")?;
    window.settled()
}

/// The form at the foot of the person's page, sent without its word.
/// What lasted, of a group, between two days.
fn trainer_of_a_group(window: &Window) -> Result<()> {
    window.go("/trainer/what-lasted")?;
    window.wait_for("report-group")?;
    let pick = "for (const name of arguments) {
        const list = document.querySelector(`[data-testid=${name}]`);
        list.selectedIndex = list.options.length - 1;
        list.dispatchEvent(new Event('change', { bubbles: true }));
    }";
    window.run(pick, &[json!("report-group"), json!("report-when")])?;
    window.type_into("report-from", "2026-11-10")
}

fn trainer_take_out(window: &Window) -> Result<()> {
    window.click("forget")?;
    window.wait_for("[data-testid=forget-word][aria-invalid=true]")?;
    show(window, "section:has([data-testid=forget])")
}

/// A part of the page that is there already.
fn show(window: &Window, part: &str) -> Result<()> {
    let show = "document.querySelector(arguments[0]).scrollIntoView({ block: 'start' })";
    window.run(show, &[json!(part)]).map(drop)
}

/// With the options of the first decision.
fn trainer_ultimatum(window: &Window) -> Result<()> {
    window.go("/trainer/ultimatum")?;
    window.click("fork-details")
}

/// The door of a store that is to be made, with groups only.
fn trainer_new(window: &Window) -> Result<()> {
    window.go("/trainer")?;
    window.click("[data-testid=shown-choice][value=groups]")
}

/// Two people are in a group, and one is chosen.
fn trainer_people(window: &Window) -> Result<()> {
    let roster = json!({ "search": "", "groupId": null, "page": 0 });
    let roster = answer(window, "trainer_roster", &roster)?;
    let ids: Vec<&Value> = (0..2).map(|at| &roster["rows"][at]["personId"]).collect();
    answer(window, "put_into_group", &json!({ "name": "Payroll", "personIds": ids }))?;
    window.go("/trainer/people")?;
    window.click("choose-person")
}

/// A list with three faults.
fn trainer_import(window: &Window) -> Result<()> {
    window.go("/trainer/people-from-a-list")?;
    choose(window, "choose-roster")?;
    window.wait_for("import-roster")
}

/// Takes the first file of its kind in the dialog of the system that a button opens.
fn choose(window: &Window, button: &str) -> Result<()> {
    let before = window.screen().windows()?;
    window.click(button)?;
    Dialog::after(window, &before)?.take_first_at_home()
}

fn trainer_assign(window: &Window) -> Result<()> {
    window.go("/trainer/people")?;
    window.click("choose-person")?;
    window.click("assign-chosen")?;
    window.wait_for("assign")
}

fn trainer_assignments(window: &Window) -> Result<()> {
    assign_to_everybody(window)?;
    let form = answer(window, "assignment_form", &json!({ "personIds": [] }))?;
    let module = &form["modules"][0];
    let made = json!({
        "parts": [{ "moduleId": module["moduleId"], "stepId": module["steps"][1]["stepId"] }],
        "everybody": false, "groupIds": [form["groups"][0]["groupId"]], "personIds": [],
        "due": form["today"], "message": "Before the drill, please.",
    });
    answer(window, "make_assignment", &made)?;
    window.go("/trainer/assignments")
}

/// Real people's files; the made-up ones have gone.
fn trainer_collect(window: &Window) -> Result<()> {
    answer(window, "remove_sample", &Value::Null)?;
    window.reload()?;
    window.go("/trainer/collect")?;
    window.wait_for("collect-take")
}

fn trainer_collected(window: &Window) -> Result<()> {
    window.click("collect-take")?;
    window.wait_for("not-started")
}

fn open_assignments(window: &Window) -> Result<()> {
    window.go("/settings/assignments")?;
    choose(window, "open-assignment-file")?;
    window.wait_for("trust-trainer")
}

fn make_pack(window: &Window) -> Result<()> {
    let parts = json!({
        "moduleIds": ["the-notice", "pressure"], "inbox": true, "story": false, "assessment": true,
    });
    answer(window, "choose_pack_parts", &parts)?;
    answer(window, "choose_pack_languages", &json!({ "languages": ["en-GB", "de"] }))?;
    let texts = json!([
        {
            "lang": "en-GB", "logo": null, "contact": "Mara Bell in the security office, room 214.",
            "welcome": "Welcome. This course is for everybody at Acme. Take your time, and ask.",
        },
        {
            "lang": "de", "logo": null, "contact": "Mara Bell im Sicherheitsbüro, Raum 214.",
            "welcome": "Willkommen. Dieser Kurs ist für alle bei Acme. Nehmen Sie sich Zeit.",
        },
    ]);
    let words = json!({
        "title": "Eighteen Days at Acme", "name": "Acme", "report": "security@acme.example",
        "texts": texts,
    });
    answer(window, "save_pack_texts", &words)?;
    answer(window, "choose_pack_accent", &json!({ "accent": "#3584e4" }))?;
    window.go("/settings/packs/make/modules")
}

fn make_pack_branding(window: &Window) -> Result<()> {
    window.go("/settings/packs/make/branding")?;
    if !window.has("organisation-logo")? {
        choose(window, "pack-logo")?;
    }
    window.wait_for("organisation-logo")
}

/// A module of one's own, with a page, a question, and something that is still to be mended.
fn own_modules(window: &Window) -> Result<()> {
    const MODULE: &str = "the-first-call";
    let draft = answer(window, "pack_draft", &json!({}))?;
    let modules = draft["modules"].as_array().cloned().unwrap_or_default();
    if !modules.iter().any(|module| module["moduleId"] == MODULE) {
        answer(window, "add_pack_module", &json!({ "title": "The first call" }))?;
        let add = json!({ "moduleId": MODULE, "kind": "question", "back": null });
        answer(window, "add_pack_part", &add)?;
        let body = "A message says that files of ours were copied. It came to you, and not to the service desk.\n\n\
            ```decision\nid = \"first-move\"\nask = \"What do you do first?\"\noption = [\n  \
            { id = \"call\", text = \"Call the service desk\", then = \"Good. A call takes a minute.\" },\n  \
            { id = \"wait\", text = \"Wait for a second message\", then = \"An hour is lost.\" },\n]\n```\n\n\
            The number of the desk is **0800**. Ask for [Mara](https://desk.example).";
        let option = |text: &str, right: bool, why: &str| json!({ "id": null, "text": text, "right": right, "why": why, "idea": null });
        for (kind, words) in [
            ("page", json!({ "kind": "page", "title": "A message on a Tuesday", "body": body })),
            (
                "question",
                json!({
                    "kind": "question", "ask": "A message threatens to publish data of ours. Whom do you tell first?",
                    "several": false, "practice": false, "step": MODULE,
                    "options": [
                        option("The service desk, on a number that I know", true, "Right. They know what to do."),
                        option("The sender, to ask what they have", false, ""),
                    ],
                }),
            ),
        ] {
            let at = json!({ "moduleId": MODULE, "kind": kind, "position": 1 });
            let part = answer(window, "pack_part", &at)?;
            let save = json!({ "at": at, "mark": part["mark"], "words": words });
            answer(window, "save_pack_part", &save)?;
        }
    }
    window.go("/settings/packs/make/own")
}

fn pack_unknown(window: &Window) -> Result<()> {
    window.go("/settings/packs")?;
    choose(window, "open-pack")?;
    window.wait_for("trust-signer")
}

fn pack_signed(window: &Window) -> Result<()> {
    window.click("trust-signer")?;
    window.wait_for("install-pack")
}

/// A record store to collect from, at which nobody answers.
fn trainer_gather(window: &Window) -> Result<()> {
    let store = json!({
        "address": "https://localhost:9/xapi",
        "version": "1.0.3",
        "name": "Northwind",
        "password": "of-the-pictures",
    });
    answer(window, "name_source", &store)?;
    window.go("/trainer/people")?;
    window.go("/trainer/collect")?;
    window.click("gather-look")?;
    window.wait_for("[data-testid=gather-status][data-value=trouble]")?;
    show(window, "#record-store")
}

/// What the organisation of the council's computer has decided.
pub(crate) fn lay_policy(folder: &Path) -> Result<()> {
    const POLICY: &str = "format = 1\norganisation = \"Northwind Freight\"\n\
        contact = \"the service desk, extension 400\"\n\
        [delivery]\nendpoint = \"https://lrs.example.org/xapi\"\nversion = \"2.0.0\"\n\
        home-page = \"https://people.example.org\"\n\
        [settings]\nlocked = [\"delivery\"]\n";
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    Ok(fs::write(folder.join("policy.toml"), POLICY)?)
}

fn council(window: &Window) -> Result<()> {
    let store = json!({ "passphrase": PASSPHRASE, "smallestGroup": 5 });
    answer(window, "create_works_council_store", &store)?;
    answer(window, "load_sample", &Value::Null)?;
    window.reload()?;
    window.go("/trainer")
}

fn council_assignments(window: &Window) -> Result<()> {
    assign_to_everybody(window)?;
    window.go("/trainer/assignments")
}

/// The first module, to everybody, by today.
fn assign_to_everybody(window: &Window) -> Result<()> {
    let form = answer(window, "assignment_form", &json!({ "personIds": [] }))?;
    let made = json!({
        "parts": [{ "moduleId": form["modules"][0]["moduleId"], "stepId": null }], "everybody": true,
        "groupIds": [], "personIds": [], "due": form["today"], "message": "Before the drill, please.",
    });
    answer(window, "make_assignment", &made).map(|_| ())
}

fn answer(window: &Window, command: &str, args: &Value) -> Result<Value> {
    let answer = window.invoke(command, args);
    ensure!(answer.is_ok(), "{command} answers: {answer:?}");
    Ok(answer.unwrap_or(json!(null)))
}
