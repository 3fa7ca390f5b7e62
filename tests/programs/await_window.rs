//! `await_window TITLE PROGRAM WORD...`: runs a program on a screen of its own and ends well as soon as
//! a window is there whose title begins like that.

#![allow(clippy::print_stdout, reason = "a tool that says what it sees")]

use std::process::Command;

use anyhow::{Context, Result, bail};
use harness::{Child, Screen, wait_until};

fn main() -> Result<()> {
    let mut words = std::env::args().skip(1);
    let title = words.next().context("which title?")?;
    let program = words.next().context("which program?")?;
    let screen = Screen::start()?;
    let mut command = Command::new(program);
    command.args(words).env("DISPLAY", screen.display());
    let mut running = Child::spawn(&mut command)?;
    let found = wait_until(&format!("a window titled {title:?}"), || {
        if let Some(status) = running.ended()? {
            bail!("the program ended without a window: {status}");
        }
        let windows = screen.windows()?;
        Ok(windows.into_iter().find(|window| window.title.starts_with(&title)))
    })?;
    println!("found the window {:?}", found.title);
    Ok(())
}
