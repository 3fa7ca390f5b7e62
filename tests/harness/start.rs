//! How a window is started.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;
use serde_json::json;
use tempfile::TempDir;

use crate::bus::SessionBus;
use crate::client::Client;
use crate::driver::Driver;
use crate::places::binary;
use crate::screen::Screen;
use crate::window::{CONSOLE, Window};

/// Everything that can be chosen about a start.
pub struct Start {
    data_dir: PathBuf,
    bus: Option<String>,
    traced_into: Option<PathBuf>,
    size: (u32, u32),
    variables: Vec<(String, String)>,
}

impl Start {
    /// A window of the usual size, without a session bus.
    pub fn new(data_dir: &Path) -> Self {
        Self {
            data_dir: data_dir.to_owned(),
            bus: None,
            traced_into: None,
            size: (1180, 800),
            variables: Vec::new(),
        }
    }

    /// With this D-Bus.
    #[must_use]
    pub fn on_bus(mut self, bus: &SessionBus) -> Self {
        self.bus = Some(bus.address().to_owned());
        self
    }

    /// With a screen reader that listens on this D-Bus.
    #[must_use]
    pub fn read_aloud_on(self, bus: &SessionBus) -> Self {
        self.on_bus(bus).with_variable("NO_AT_BRIDGE", "0")
    }

    /// With a window of this size.
    #[must_use]
    pub fn sized(mut self, width: u32, height: u32) -> Self {
        self.size = (width, height);
        self
    }

    /// With every call to the network written to a file.
    #[must_use]
    pub fn traced_into(mut self, file: &Path) -> Self {
        self.traced_into = Some(file.to_owned());
        self
    }

    /// With an environment variable more.
    #[must_use]
    pub fn with_variable(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Starts it, and waits until the page is there.
    pub fn go(self) -> Result<Window> {
        let screen = Screen::start()?;
        let private = tempfile::tempdir()?;
        let driver = Driver::start(|command| {
            let console = File::create(private.path().join(CONSOLE))?;
            command.stdout(console.try_clone()?).stderr(console);
            self.prepare(command, &screen, &private);
            Ok(())
        })?;
        let program = binary("eighteen-days")?;
        let client = Client::open(driver.address(), &self.capabilities(&program))?;
        let app = driver.started(&program)?;
        let window = Window::new(client, driver, screen, app, private);
        window.resize(self.size.0, self.size.1)?;
        window.wait_for_page()?;
        Ok(window)
    }

    /// Starts the program a second time beside `window`, without driving it.
    pub fn again_beside(&self, window: &Window) -> Result<Command> {
        let mut command = Command::new(binary("eighteen-days")?);
        self.prepare(&mut command, window.screen(), window.private());
        Ok(command)
    }

    /// Nothing of the desktop that runs the test reaches the program.
    fn prepare(&self, command: &mut Command, screen: &Screen, private: &TempDir) {
        command
            .env("EIGHTEEN_DATA_DIR", &self.data_dir)
            .env("DISPLAY", screen.display())
            .env("XDG_RUNTIME_DIR", private.path())
            .env("NO_AT_BRIDGE", "1")
            .env("GDK_BACKEND", "x11")
            .env("LC_ALL", "C.UTF-8")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .envs(self.variables.iter().map(|(name, value)| (name, value)));
        if let Some(address) = &self.bus {
            command.env("DBUS_SESSION_BUS_ADDRESS", address);
        }
    }

    fn capabilities(&self, program: &Path) -> serde_json::Value {
        let options = match &self.traced_into {
            None => json!({ "binary": program, "args": [] }),
            Some(file) => json!({
                "binary": "/usr/bin/strace",
                "args": ["-f", "-qq", "-e", "trace=connect,sendto", "-e", "signal=none",
                         "-o", file, program],
            }),
        };
        json!({ "webkitgtk:browserOptions": options })
    }
}
