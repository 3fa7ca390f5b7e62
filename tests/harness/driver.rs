//! The process that drives the web view.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::process::{Child, children_of, program_of};
use crate::wait::wait_until;

/// A WebKitWebDriver; what it starts gets its environment.
pub struct Driver {
    address: String,
    process: Child,
}

impl Driver {
    /// Starts a driver with this environment. Another process may take the port in between, so it is
    /// tried again with another one.
    pub fn start(prepare: impl Fn(&mut Command) -> Result<()>) -> Result<Self> {
        for _ in 0..5 {
            let port = free_port()?;
            let mut command = Command::new("WebKitWebDriver");
            command.arg(format!("--port={port}")).env("TAURI_WEBVIEW_AUTOMATION", "true");
            command.stdin(Stdio::null());
            prepare(&mut command)?;
            let mut process = Child::spawn(&mut command)
                .context("the package webkit2gtk-driver has the program WebKitWebDriver")?;
            if listens(&mut process, port)? {
                return Ok(Self { address: format!("http://127.0.0.1:{port}"), process });
            }
        }
        bail!("no WebKitWebDriver could be started")
    }

    /// Where it listens.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The process that it started for a program.
    pub fn started(&self, program: &Path) -> Result<u32> {
        let name = program.file_name().context("a program has a name")?.to_string_lossy();
        let mut below = children_of(self.process.id()).into_iter();
        let found = below.rfind(|pid| program_of(*pid).is_some_and(|other| other == name));
        found.with_context(|| format!("the driver has started no {name}"))
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.process.id()
    }
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("looking for a port")?;
    Ok(listener.local_addr()?.port())
}

fn listens(process: &mut Child, port: u16) -> Result<bool> {
    wait_until("the web driver to listen", || {
        if process.ended()?.is_some() {
            return Ok(Some(false));
        }
        Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok().then_some(true))
    })
}
