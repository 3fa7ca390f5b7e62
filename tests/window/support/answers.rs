//! Gives an answer to the question on the page, as a person does.

use anyhow::{Context, Result, bail};
use harness::{Key, Window};
use serde_json::{Value, json};

use super::ask;
use super::course::{Course, Meant};
use super::learner::text;

/// Fills in the question of a check that is on the page, and does not save it.
pub(crate) fn answer(app: &Window, course: &Course, meant: Meant) -> Result<()> {
    let address = app.string("return location.hash", &[])?;
    let attempt = address.split('/').nth(2).context("a check has an address")?;
    let position = app.string("return document.title.match(/[0-9]+/)[0]", &[])?.parse::<u64>()?;
    let asked = json!({ "attemptId": attempt, "position": position });
    let view = ask(app, "open_question", &asked)?;
    let response = course.response(&view["question"], meant)?;
    match response["kind"].as_str() {
        Some("single") => choose(app, &response["choice"]),
        Some("multiple") => list(&response["choices"])?.iter().try_for_each(|one| choose(app, one)),
        Some("trueFalse") => {
            choose(app, &json!(response["value"].to_string()))?;
            choose(app, &response["reason"])
        }
        Some("ordering") => put_in_order(app, list(&response["order"])?),
        Some("matching") => {
            list(&response["pairs"])?.iter().try_for_each(|pair| match_one(app, pair))
        }
        Some("sorting") => list(&response["pairs"])?.iter().try_for_each(|pair| {
            let (item, group) = (text(&pair["item"]), text(&pair["target"]));
            app.click(&format!(
                "[data-testid=sort-group][data-item=\"{item}\"][data-value=\"{group}\"]"
            ))
        }),
        Some("hotSpot") => list(&response["spots"])?.iter().try_for_each(|one| choose(app, one)),
        Some("short") => app.type_into("short-field", &text(&response["text"])),
        Some("estimate") => app.type_into("estimate-field", &response["value"].to_string()),
        other => bail!("nobody knows how to answer {other:?}"),
    }
}

fn choose(app: &Window, value: &Value) -> Result<()> {
    app.click(&format!("[data-testid=option][data-value=\"{}\"]", text(value)))
}

/// Alt with this moves the selected entry up.
const ARROW_UP: char = '\u{E013}';

fn put_in_order(app: &Window, order: &[Value]) -> Result<()> {
    let mut moves = 0;
    app.run("document.querySelector('[data-testid=order-list]').focus()", &[])?;
    for (place, entry) in order.iter().enumerate() {
        let at = "return [...document.querySelectorAll('[data-testid=order-entry]')]\
                  .findIndex((one) => one.dataset.value === arguments[0])";
        let at =
            app.run(at, std::slice::from_ref(entry))?.as_u64().context("the entry is there")?;
        app.press(Key::Home)?;
        (0..at).try_for_each(|_| app.press(Key::Down))?;
        for _ in u64::try_from(place)?..at {
            app.press(Key::Alt(ARROW_UP))?;
            moves += 1;
        }
    }
    if moves == 0 {
        // An order that nobody touched is only taken when it is sent twice.
        app.click("[data-primary][type=submit]")?;
        app.wait_for("error-summary")?;
    }
    Ok(())
}

fn match_one(app: &Window, pair: &Value) -> Result<()> {
    let find = "const list = document.querySelector(`[data-item=\"${arguments[0]}\"]`);\
                list.focus(); return [...list.options].findIndex((one) => one.value === arguments[1])";
    let steps = app.run(find, &[pair["item"].clone(), pair["target"].clone()])?;
    let steps = steps.as_u64().context("the target is in the list")?;
    (0..steps).try_for_each(|_| app.press(Key::Down))
}

fn list(value: &Value) -> Result<&[Value]> {
    value.as_array().map(Vec::as_slice).context("a response has a list")
}
