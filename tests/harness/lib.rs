//! Drives the real window, as a person would.
//!
//! Each test has a screen, a web driver and a data folder of its own, so tests cannot meet. Everything
//! waits for a condition and nothing for a time.
//!
//! ```no_run
//! # fn main() -> anyhow::Result<()> {
//! let folder = tempfile::tempdir()?;
//! let app = harness::Window::start(folder.path())?;
//! app.click("start")?;
//! app.wait_for("step")?;
//! app.press(harness::Key::Tab)?;
//! app.kill()?;
//! let app = harness::Window::start(folder.path())?;
//! assert!(app.text("step")?.contains("The notice"));
//! # Ok(())
//! # }
//! ```

mod axe;
mod bus;
mod client;
mod dialog;
mod drag;
mod driver;
mod keys;
mod network;
mod page;
mod places;
mod process;
mod screen;
mod start;
mod tree;
mod wait;
mod window;

pub use axe::Violation;
pub use bus::SessionBus;
pub use client::{Client, NoSuchElement};
pub use dialog::Dialog;
pub use driver::Driver;
pub use keys::Key;
pub use network::{InternetCall, internet_calls};
pub use places::{artefact, binary, root};
pub use process::{Child, children_of, memory_of};
pub use screen::{Screen, TopWindow};
pub use start::Start;
pub use tree::ScreenReader;
pub use wait::{PATIENCE, wait_until};
pub use window::Window;
