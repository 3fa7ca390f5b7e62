//! What has to be there before anything is built.

use anyhow::{Context, Result, bail};

use crate::packages::{self, Purpose};
use crate::shell::{output, program};
use crate::ui;

/// The oldest Node that the page's tools run on.
const NODE: (u32, u32) = (20, 19);

/// For the window.
pub(crate) fn for_running() -> Result<()> {
    toolchain()?;
    packages::ensure(Purpose::Build)?;
    ui::install()
}

/// For the tests.
pub(crate) fn for_tests() -> Result<()> {
    toolchain()?;
    packages::ensure(Purpose::Test)?;
    ui::install()
}

/// Cargo itself refuses a Rust that is too old, because every crate names the oldest one.
fn toolchain() -> Result<()> {
    let rust = output(&mut program("rustc", &["--version"])).context("looking for Rust")?;
    let node = output(&mut program("node", &["--version"]));
    let node = node.context("looking for Node: version 20.19 or newer has to be installed")?;
    println!("{}, Node {}", rust.trim(), node.trim());
    if version_of(&node).is_none_or(|found| found < NODE) {
        bail!("Node {}.{} or newer is needed; this is {}", NODE.0, NODE.1, node.trim());
    }
    Ok(())
}

fn version_of(line: &str) -> Option<(u32, u32)> {
    let mut numbers = line.trim().trim_start_matches('v').split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_as_node_writes_it() {
        assert_eq!(version_of("v20.20.2\n"), Some((20, 20)));
        assert_eq!(version_of("something else"), None);
    }
}
