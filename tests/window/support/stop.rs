//! What has the focus.

use anyhow::{Context, Result};
use harness::Window;
use serde_json::Value;

const LOOK: &str = include_str!("stop.js");

/// A stop of the focus.
#[allow(clippy::struct_excessive_bools, reason = "each says one thing that is seen of a stop")]
#[derive(Debug, Clone)]
pub(crate) struct Stop {
    /// Its test id, or empty.
    pub(crate) id: String,
    /// Its tag.
    pub(crate) tag: String,
    /// The type of a field.
    pub(crate) kind: String,
    /// The group of a radio button.
    pub(crate) name: String,
    /// What it stands for.
    pub(crate) value: String,
    /// Its words.
    pub(crate) words: String,
    /// A box that is ticked.
    pub(crate) checked: bool,
    /// One of its group is chosen.
    pub(crate) answered: bool,
    /// How many can be chosen from.
    pub(crate) choices: u64,
    /// Something else lies over it.
    pub(crate) covered: bool,
    /// At least one pixel of it is on the screen.
    pub(crate) visible: bool,
}

impl Stop {
    /// What has the focus now.
    pub(crate) fn of(app: &Window) -> Result<Self> {
        let seen = app.run(LOOK, &[])?;
        let text = |name: &str| seen[name].as_str().unwrap_or_default().to_owned();
        let truth = |name: &str| seen[name] == Value::Bool(true);
        Ok(Self {
            id: text("id"),
            tag: text("tag"),
            kind: text("kind"),
            name: text("name"),
            value: text("value"),
            words: text("words"),
            checked: truth("checked"),
            answered: truth("answered"),
            choices: seen["choices"].as_u64().context("how many can be chosen from")?,
            covered: truth("covered"),
            visible: truth("visible"),
        })
    }

    pub(crate) fn is_radio(&self) -> bool {
        self.kind == "radio"
    }
}
