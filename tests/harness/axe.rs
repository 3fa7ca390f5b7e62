//! axe-core in the real window.

use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::places::root;
use crate::window::Window;

/// What the rules of axe-core forbid, with where it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The rule's name.
    pub rule: String,
    /// What it asks for.
    pub help: String,
    /// The elements that break it.
    pub elements: Vec<String>,
}

/// Where axe-core cannot decide on the contrast, and somebody has: words in a drawing, words in what
/// reaches beyond its frame and is scrolled, and single signs. Their colours are the tokens of all other
/// words, whose contrast is computed by the tests of the tokens.
const REVIEWED: [&str; 5] =
    ["figure svg text", "[data-testid=figure-region] text", "table *", "dialog *", "kbd"];

const RUN: &str = "const [tags, reviewed, done] = arguments;\
    const isKnown = (rule, node) => rule.id === 'color-contrast'\
      && document.querySelector(node.target[0])?.matches(reviewed.join());\
    const open = ({ incomplete }) => incomplete.map((rule) => ({ ...rule,\
        help: `axe-core cannot decide: ${rule.help}`,\
        nodes: rule.nodes.filter((node) => !isKnown(rule, node)) }))\
      .filter((rule) => rule.nodes.length > 0);\
    axe.run(document, { resultTypes: ['violations', 'incomplete'],\
                        runOnly: { type: 'tag', values: tags } })\
    .then((result) => done({ passes: result.passes.length,\
                             found: [...result.violations, ...open(result)] }),\
          (error) => done({ failed: String(error) }));";

/// Runs axe-core with the tags that the bar names.
pub(crate) fn run(window: &Window) -> Result<Vec<Violation>> {
    window.painted()?;
    if window.run("return typeof axe", &[])? != json!("object") {
        let file = root().join("ui/node_modules/axe-core/axe.min.js");
        let script = fs::read_to_string(&file)
            .with_context(|| format!("reading {}: `npm ci` in ui/ brings it", file.display()))?;
        window.run(&format!("{script}; window.axe = axe;"), &[])?;
    }
    let tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    let result = window.client.run_async(RUN, &[json!(tags), json!(REVIEWED)])?;
    if result["passes"].as_u64().unwrap_or_default() == 0 {
        bail!("axe-core looked at nothing: {result}");
    }
    Ok(result["found"].as_array().into_iter().flatten().map(violation).collect())
}

fn violation(found: &Value) -> Violation {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let nodes = found["nodes"].as_array().into_iter().flatten();
    Violation {
        rule: text(&found["id"]),
        help: text(&found["help"]),
        elements: nodes.map(|node| text(&node["html"])).collect(),
    }
}
