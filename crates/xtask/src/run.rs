//! `cargo xtask run`: from a fresh checkout to the open window.

use std::process::{Child, Command};

use anyhow::{Context, Result, bail};

use crate::places::{debug_program, target};
use crate::shell::{cargo, npm, run as run_command};
use crate::{setup, ui};

/// Sets everything up, builds, opens the window and stays until it is closed.
pub(crate) fn run(options: &[&str]) -> Result<()> {
    if let Some(unknown) = options.iter().find(|word| !["--dev", "--demo"].contains(word)) {
        bail!("run knows --dev and --demo, not {unknown}");
    }
    setup::for_running()?;
    ui::build()?;
    let from_dev_server = options.contains(&"--dev");
    let _dev_server = if from_dev_server { Some(DevServer::start()?) } else { None };
    println!("Building the window (about 4 minutes the first time, seconds later)");
    run_command(&mut cargo(&build_words("eighteen-days", from_dev_server)))?;

    let mut window = Command::new(debug_program("eighteen-days"));
    if options.contains(&"--demo") {
        window.env("EIGHTEEN_DATA_DIR", demo_folder()?);
    }
    println!("Opening the window");
    run_command(&mut window)?;
    if from_dev_server {
        // The tests take the program from where this one lies, and expect the page inside.
        run_command(&mut cargo(&build_words("eighteen-days", false)))?;
    }
    Ok(())
}

/// The whole workspace decides about the features of what is shared, so that this build and that of the
/// tests are the same and nothing is compiled twice.
pub(crate) fn build_words(binary: &str, from_dev_server: bool) -> Vec<&str> {
    let mut words = vec!["build", "--workspace", "--bin", binary];
    if from_dev_server {
        words.push("--no-default-features");
    }
    words
}

/// A folder that was filled with made-up people, anew each time.
fn demo_folder() -> Result<std::path::PathBuf> {
    let folder = target().join("demo");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)
            .with_context(|| format!("emptying {}", folder.display()))?;
    }
    let path = folder.to_string_lossy().into_owned();
    println!("Filling {path} with made-up people");
    run_command(&mut cargo(&build_words("demo", false)))?;
    run_command(Command::new(debug_program("demo")).args(["--data-dir", &path]))?;
    Ok(folder)
}

/// Vite's server; it ends with the window.
struct DevServer(Child);

impl DevServer {
    fn start() -> Result<Self> {
        println!("Starting the dev server of the page");
        // Not through npm, which would stay between this program and the server when it is ended.
        let vite = npm(&[]).get_current_dir().map(|ui| ui.join("node_modules/vite/bin/vite.js"));
        let mut command = Command::new("node");
        command.arg(vite.context("npm runs somewhere")?).current_dir(crate::places::ui());
        command.env_remove("TAURI_DEV_HOST");
        Ok(Self(command.spawn().context("starting Vite")?))
    }
}

impl Drop for DevServer {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
