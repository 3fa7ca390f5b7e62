//! What a traced program asked of the network.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// A call that would leave this computer, or could.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InternetCall(pub String);

/// Every call to an internet address in what `strace` wrote. The web driver listens on the loopback
/// interface for the web view that it drives; that connection belongs to the test.
pub fn internet_calls(trace: &Path) -> Result<Vec<InternetCall>> {
    let text = fs::read_to_string(trace).with_context(|| format!("reading {}", trace.display()))?;
    let internet = text.lines().filter(|line| line.contains("AF_INET"));
    let foreign = internet.filter(|line| !line.contains("inet_addr(\"127.0.0.1\")"));
    Ok(foreign.map(|line| InternetCall(line.to_owned())).collect())
}
