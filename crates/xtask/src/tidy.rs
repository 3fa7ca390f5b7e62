//! `cargo xtask tidy`: the rules that no compiler knows. Each failure names the place and the cure.

mod floors;
mod migrations;
mod texts;

use anyhow::{Result, bail};

use crate::places::ui;
use crate::shell::{npm, output};

/// Checks every rule and reports all breaches at once.
pub(crate) fn tidy() -> Result<()> {
    let metadata = floors::metadata()?;
    let mut breaches = floors::forbidden_edges(&metadata)?;
    breaches.extend(floors::unknown_crates(&metadata)?);
    breaches.extend(migrations::changed_files()?);
    breaches.extend(texts::forbidden_texts()?);
    breaches.extend(catalogue());
    for warning in texts::long_files()? {
        println!("    worth a look: {warning}");
    }
    if breaches.is_empty() {
        return Ok(());
    }
    bail!("{} breaches of the rules:\n      {}", breaches.len(), breaches.join("\n      "));
}

/// The page's own check of its messages: none missing, none unused.
fn catalogue() -> Option<String> {
    if !ui().join("node_modules").is_dir() {
        return Some(
            "the messages were not checked: `cargo xtask setup` installs the tools".into(),
        );
    }
    let check = output(&mut npm(&["run", "--silent", "messages", "--", "--check"]));
    check.err().map(|error| format!("ui/locales: {error:#}"))
}
