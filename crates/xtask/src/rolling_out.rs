//! The commands of `docs/ROLLING-OUT.md` that install the program, read out of the page: what is tested is what is
//! written there, and a page that says something else fails.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::places::root;

/// What stands before the block of commands.
const BEFORE: &str = "**Debian and Ubuntu, from beginning to end**";

/// A policy of somebody who follows the page.
pub(crate) const POLICY: &str = "format = 1\norganisation = \"A clean root\"\n";

/// The lines of shell that install on Debian and Ubuntu, in the folder with the bundles and `policy.toml`. `sudo`, which a
/// clean root does not have and its only account does not need, runs what stands behind it.
pub(crate) fn on_debian() -> Result<String> {
    let page =
        fs::read_to_string(root().join("docs/ROLLING-OUT.md")).context("reading the page")?;
    let settings = fs::read_to_string(root().join("src-tauri/tauri.conf.json"))?;
    let settings: Value = serde_json::from_str(&settings).context("the window's settings")?;
    let version = settings["version"].as_str().unwrap_or(env!("CARGO_PKG_VERSION"));
    let package = format!("./Eighteen-Days_{version}_amd64.deb");
    let lines = block(&page).context("the page has a block of shell for Debian and Ubuntu")?;
    ensure!(lines.contains(&package), "the page installs {package}, the package of this version");
    Ok(format!("sudo() {{ env \"$@\"; }}\nset -e\n{lines}"))
}

fn block(page: &str) -> Option<&str> {
    let (_, behind) = page.split_once(BEFORE)?;
    let (_, block) = behind.split_once("```sh\n")?;
    block.split_once("```").map(|(lines, _)| lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_says_what_is_run_for_this_version() {
        let lines = on_debian().unwrap();
        for step in ["sha256sum -c", "apt-get install -y", "/etc/eighteen-days"] {
            assert!(lines.contains(step), "{step}: {lines}");
        }
    }

    #[test]
    fn a_page_without_the_block_has_no_commands() {
        assert_eq!(block("```sh\napt-get\n```"), None);
        assert_eq!(block(&format!("{BEFORE}:\n\n```sh\nls\n```\n```sh\nno\n```")), Some("ls\n"));
    }
}
