//! A session bus of its own, as a desktop has one.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::process::Child;

/// A bus that ends when it is dropped.
pub struct SessionBus {
    address: String,
    _daemon: Child,
}

impl SessionBus {
    /// Starts a bus.
    pub fn start() -> Result<Self> {
        let mut command = Command::new("dbus-daemon");
        command.args(["--session", "--nofork", "--nopidfile", "--nosyslog", "--print-address=1"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut daemon = Child::spawn(&mut command)?;
        let pipe = daemon.take_stdout().context("dbus-daemon has an output")?;
        let mut address = String::new();
        BufReader::new(pipe).read_line(&mut address).context("asking the bus for its address")?;
        Ok(Self { address: address.trim().to_owned(), _daemon: daemon })
    }

    /// What goes into `DBUS_SESSION_BUS_ADDRESS`.
    pub fn address(&self) -> &str {
        &self.address
    }
}
