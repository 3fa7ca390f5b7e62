//! A window that is driven.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::client::Client;
use crate::driver::Driver;
use crate::process::kill;
use crate::screen::Screen;
use crate::start::Start;
use crate::wait::wait_until;

/// The name of the console's file among the window's private files.
pub(crate) const CONSOLE: &str = "console";

/// A running window with its screen, driver and private folders; all of them end with it.
///
/// What can be done with the page is in `page.rs`.
pub struct Window {
    pub(crate) client: Client,
    driver: Driver,
    screen: Screen,
    app: u32,
    private: TempDir,
    marks: AtomicU32,
}

impl Window {
    /// Starts the program on a data folder and waits until its page is there.
    pub fn start(data_dir: &Path) -> Result<Self> {
        Start::new(data_dir).go()
    }

    pub(crate) fn new(
        client: Client,
        driver: Driver,
        screen: Screen,
        app: u32,
        private: TempDir,
    ) -> Self {
        Self { client, driver, screen, app, private, marks: AtomicU32::new(0) }
    }

    /// `kill -9` of the program, whatever it is doing; the data folder stays as it is at that moment.
    pub fn kill(self) -> Result<()> {
        kill(self.app);
        let gone = || Ok(is_gone(self.app).then_some(()));
        wait_until("the killed program to be gone", gone)
    }

    /// Closes the window as a person does, and waits until the program has ended.
    pub fn close(self) -> Result<()> {
        let windows = self.screen.windows()?;
        let ours = windows.iter().find(|window| window.title.starts_with("Eighteen Days"));
        self.screen.ask_to_close(ours.context("the window is not on its screen")?)?;
        let gone = || Ok(is_gone(self.app).then_some(()));
        wait_until("the closed program to be gone", gone)
    }

    /// The process id of the program.
    pub fn id(&self) -> u32 {
        self.app
    }

    /// The screen that it is on.
    pub fn screen(&self) -> &Screen {
        &self.screen
    }

    /// The driver that drives it.
    pub fn driver(&self) -> &Driver {
        &self.driver
    }

    /// Where the page's console is written.
    pub(crate) fn console_file(&self) -> PathBuf {
        self.private.path().join(CONSOLE)
    }

    /// A number that this window has not used.
    pub(crate) fn next_mark(&self) -> u32 {
        self.marks.fetch_add(1, Ordering::Relaxed)
    }

    pub(crate) fn private(&self) -> &TempDir {
        &self.private
    }
}

/// Whether a process has ended; one that nobody has asked about yet still has a name, but no program.
fn is_gone(pid: u32) -> bool {
    crate::process::program_of(pid).is_none()
}
