//! As much of the WebDriver protocol as the tests need, synchronous.

use std::fmt;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};
use ureq::Agent;

/// One session with one window.
pub struct Client {
    agent: Agent,
    session: String,
}

/// There is no such element (now); a wait looks again.
#[derive(Debug)]
pub struct NoSuchElement(pub String);

impl fmt::Display for NoSuchElement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no element {}", self.0)
    }
}

impl std::error::Error for NoSuchElement {}

/// The protocol's name for a reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Client {
    /// Opens a session, which starts the program.
    pub fn open(driver: &str, capabilities: &Value) -> Result<Self> {
        let settings = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_mins(2)));
        let agent = Agent::new_with_config(settings.build());
        let wish = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let answer = post(&agent, &format!("{driver}/session"), &wish)?;
        let id = answer["sessionId"].as_str().context("the driver named no session")?;
        Ok(Self { session: format!("{driver}/session/{id}"), agent })
    }

    /// Runs a function body in the page; `arguments` holds what is passed.
    pub fn run(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        self.post("execute/sync", &json!({ "script": body, "args": arguments }))
    }

    /// Runs a function body that answers through its last argument.
    pub fn run_async(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        self.post("execute/async", &json!({ "script": body, "args": arguments }))
    }

    /// The first element that fits a CSS selector.
    pub fn find(&self, selector: &str) -> Result<String> {
        let answer = self.post("element", &json!({ "using": "css selector", "value": selector }));
        let element = answer.map_err(|error| {
            if error.to_string().contains("no such element") {
                anyhow!(NoSuchElement(selector.to_owned()))
            } else {
                error
            }
        })?;
        let id = element[ELEMENT].as_str().context("the driver named no element")?;
        Ok(id.to_owned())
    }

    /// Moves the mouse to a point of the page and clicks.
    pub fn click_at(&self, x: f64, y: f64) -> Result<()> {
        let steps = json!([
            { "type": "pointerMove", "duration": 0, "origin": "viewport", "x": x.round(), "y": y.round() },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerUp", "button": 0 },
        ]);
        let mouse = json!({
            "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": steps,
        });
        self.post("actions", &json!({ "actions": [mouse] })).map(drop)
    }

    /// Strikes keys; what is held is released at the end.
    pub fn strike(&self, held: Option<char>, key: char) -> Result<()> {
        let stroke = |kind: &str, key: char| json!({ "type": kind, "value": key.to_string() });
        let mut strokes = Vec::new();
        strokes.extend(held.map(|held| stroke("keyDown", held)));
        strokes.extend([stroke("keyDown", key), stroke("keyUp", key)]);
        strokes.extend(held.map(|held| stroke("keyUp", held)));
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        self.post("actions", &json!({ "actions": [keyboard] })).map(drop)
    }

    /// What an element is called and what it is, as assistive technology is told.
    pub fn name_and_role(&self, element: &str) -> Result<(String, String)> {
        let name = self.get(&format!("element/{element}/computedlabel"))?;
        let role = self.get(&format!("element/{element}/computedrole"))?;
        Ok((text(&name), text(&role)))
    }

    /// The title of the page.
    pub fn title(&self) -> Result<String> {
        Ok(text(&self.get("title")?))
    }

    /// The address of the page.
    pub fn address(&self) -> Result<String> {
        Ok(text(&self.get("url")?))
    }

    /// A picture of the page, PNG in base 64.
    pub fn screenshot(&self) -> Result<String> {
        Ok(text(&self.get("screenshot")?))
    }

    /// Gives the window a size.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        self.post("window/rect", &json!({ "width": width, "height": height })).map(drop)
    }

    /// Loads the page anew.
    pub fn reload(&self) -> Result<()> {
        self.post("refresh", &json!({})).map(drop)
    }

    fn get(&self, path: &str) -> Result<Value> {
        let answer = self.agent.get(format!("{}/{path}", self.session)).call();
        value_of(answer.with_context(|| format!("asking the driver for {path}"))?)
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value> {
        post(&self.agent, &format!("{}/{path}", self.session), body)
    }
}

fn post(agent: &Agent, address: &str, body: &Value) -> Result<Value> {
    let answer = agent.post(address).send_json(body);
    value_of(answer.with_context(|| format!("telling the driver {address}"))?)
}

fn value_of(answer: ureq::http::Response<ureq::Body>) -> Result<Value> {
    let mut body = answer.into_body();
    // Pictures are larger than the client's usual limit.
    let text = body.with_config().limit(200 * 1024 * 1024).read_to_string()?;
    let mut value: Value = serde_json::from_str(&text).context("reading the driver's answer")?;
    let value = value["value"].take();
    if let Some(error) = value["error"].as_str() {
        bail!("{error}: {}", value["message"].as_str().unwrap_or_default());
    }
    Ok(value)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
