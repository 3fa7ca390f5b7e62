//! A learner who has done something already. What a journey is not about is done through the commands
//! of the page, as the page would do it, because that takes no time.

use anyhow::{Context, Result, ensure};
use harness::Window;
use serde_json::{Value, json};

use super::ask;
use super::course::{Course, Meant};

/// Somebody who has taken the first decision of the course and has given a name.
pub(crate) fn begin(app: &Window, name: &str) -> Result<()> {
    ask(app, "choose_learner", &json!({ "learnerId": null }))?;
    let opening = &ask(app, "startup", &Value::Null)?["opening"];
    take_decisions(app, &opening["moduleId"], &opening["stepId"])?;
    ask(app, "name_learner", &json!({ "name": name }))?;
    Ok(())
}

/// Finishes the first steps of a module.
pub(crate) fn finish_steps(app: &Window, module: &str, count: usize) -> Result<()> {
    for step in steps(app, module)?.iter().take(count) {
        take_decisions(app, &json!(module), &json!(step))?;
        let step = json!({ "moduleId": module, "stepId": step, "elapsedMs": 5_000 });
        ask(app, "finish_step", &step)?;
    }
    Ok(())
}

/// The steps of a module, by id.
pub(crate) fn steps(app: &Window, module: &str) -> Result<Vec<String>> {
    let overview = ask(app, "module_overview", &json!({ "moduleId": module }))?;
    let steps = overview["steps"].as_array().context("a module has steps")?;
    Ok(steps.iter().map(|step| text(&step["id"])).collect())
}

/// The modules of the course, by id.
pub(crate) fn modules(app: &Window) -> Result<Vec<String>> {
    let home = ask(app, "home", &Value::Null)?;
    let modules = home["modules"].as_array().context("the course has modules")?;
    Ok(modules.iter().map(|module| text(&module["id"])).collect())
}

fn take_decisions(app: &Window, module: &Value, step: &Value) -> Result<()> {
    let view = ask(app, "open_step", &json!({ "moduleId": module, "stepId": step }))?;
    for block in view["blocks"].as_array().context("a step has blocks")? {
        if block["kind"] == "decision" && block["taken"].is_null() {
            let decision = json!({
                "moduleId": module, "stepId": step, "decisionId": block["id"],
                "optionId": block["options"][0]["id"], "elapsedMs": 4_000,
            });
            ask(app, "record_decision", &decision)?;
        }
    }
    Ok(())
}

/// Answers every practice question of a module.
pub(crate) fn answer_practice(app: &Window, module: &str, meant: Meant) -> Result<()> {
    let course = Course::shipped()?;
    for_each_block(app, module, |step, block| {
        if block["kind"] != "check" {
            return Ok(());
        }
        let answer = json!({
            "moduleId": module, "stepId": step, "itemId": block["question"]["itemId"],
            "response": course.response(&block["question"], meant)?, "confidence": null,
            "elapsedMs": 8_000,
        });
        ask(app, "answer_practice", &answer).map(drop)
    })
}

/// Writes the same into every reflection of a module.
pub(crate) fn write_reflections(app: &Window, module: &str, words: &str) -> Result<()> {
    for_each_block(app, module, |step, block| {
        if block["kind"] != "reflection" {
            return Ok(());
        }
        let written = json!({
            "moduleId": module, "stepId": step, "reflectionId": block["id"], "text": words,
        });
        ask(app, "save_reflection", &written).map(drop)
    })
}

fn for_each_block(
    app: &Window,
    module: &str,
    mut act: impl FnMut(&str, &Value) -> Result<()>,
) -> Result<()> {
    for step in steps(app, module)? {
        let view = ask(app, "open_step", &json!({ "moduleId": module, "stepId": step }))?;
        let blocks = view["blocks"].as_array().context("a step has blocks")?;
        blocks.iter().try_for_each(|block| act(&step, block))?;
    }
    Ok(())
}

/// Answers every question of a check and finishes it; the questions at `wrong` are answered wrongly.
/// Gives the attempt's id.
pub(crate) fn take_check(app: &Window, module: &str, wrong: &[u64]) -> Result<String> {
    let course = Course::shipped()?;
    let mut view = ask(app, "start_check", &json!({ "moduleId": module }))?;
    let attempt = text(&view["attemptId"]);
    loop {
        let position = view["position"].as_u64().context("a question has a position")?;
        let meant = if wrong.contains(&position) { Meant::Wrong } else { Meant::Right };
        let response = course.response(&view["question"], meant)?;
        let answer = json!({
            "attemptId": attempt, "position": position, "itemId": view["question"]["itemId"], "response": response,
            "confidence": "sure", "elapsedMs": 9_000,
        });
        let mut saved = ask(app, "record_answer", &answer)?;
        view = saved["next"].take();
        if view.is_null() {
            break;
        }
    }
    let result = ask(app, "finish_check", &json!({ "attemptId": attempt }))?;
    let passed = result["summary"]["passed"] == json!(true);
    ensure!(passed == (wrong.len() <= 2), "{} wrong answers: {}", wrong.len(), result["summary"]);
    Ok(attempt)
}

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// A run of the first role to its end; gives its id.
pub(crate) fn whole_run(app: &Window) -> Result<String> {
    let story = ask(app, "story_start", &Value::Null)?;
    let role = &story["roles"][0]["id"];
    let mut view = ask(app, "start_run", &json!({ "roleId": role }))?;
    let run = text(&view["runId"]);
    while view["stage"]["kind"] == "scene" {
        let decision = json!({
            "runId": run, "position": view["position"], "option": "p1", "elapsedMs": 9_000,
        });
        ask(app, "decide_in_run", &decision)?;
        view = ask(app, "go_on_in_run", &json!({ "runId": run }))?;
    }
    Ok(run)
}
