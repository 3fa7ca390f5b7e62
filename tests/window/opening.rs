//! The window opens, survives, and asks nothing of anybody.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};
use harness::{Screen, Start, Window, binary, children_of, internet_calls, wait_until};

#[test]
fn the_window_opens_with_the_title() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    let title = app.page_title()?;
    ensure!(title.contains("Eighteen Days"), "the page is called {title:?}");
    let windows = app.screen().windows()?;
    let ours = windows.iter().find(|window| window.title.starts_with("Eighteen Days"));
    ensure!(ours.is_some(), "a window that begins with the program's name among {windows:?}");
    app.close()
}

#[test]
fn the_page_is_loaded_again_when_its_process_dies() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    app.run("window.beforeTheCrash = true", &[])?;
    let web_process = |pid: &u32| program_is(*pid, "WebKitWebProcess");
    let page = children_of(app.id()).into_iter().find(web_process);
    let page = page.ok_or_else(|| anyhow::anyhow!("no web process"))?;
    Command::new("kill").args(["-9", &page.to_string()]).status()?;
    // The driver loses a page whose process dies, so the new one is seen from outside.
    wait_until("a new process for the page", || {
        let all = children_of(app.id()).into_iter().find(web_process);
        Ok(all.filter(|pid| *pid != page))
    })?;
    let log = folder.path().join("log/eighteen-days.log");
    let log = std::fs::read_to_string(log)?;
    ensure!(log.contains("the page's process ended"), "the log says what happened: {log}");
    Ok(())
}

fn program_is(pid: u32, name: &str) -> bool {
    std::fs::read_link(format!("/proc/{pid}/exe")).is_ok_and(|path| path.ends_with(name))
}

#[test]
fn nothing_leaves_the_computer() -> Result<()> {
    if !Path::new("/usr/bin/strace").exists() {
        eprintln!("not checked: the package strace is not installed");
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let trace = folder.path().join("trace");
    let app = Start::new(&folder.path().join("data")).traced_into(&trace).go()?;
    let foreign = app.foreign_requests()?;
    ensure!(foreign.is_empty(), "the page asked for {foreign:?}");
    app.close()?;
    let calls = internet_calls(&trace)?;
    ensure!(calls.is_empty(), "the program called {calls:?}");
    let text = std::fs::read_to_string(&trace)?;
    ensure!(text.contains("AF_UNIX"), "the trace saw the connection to the X server");
    Ok(())
}

#[test]
fn the_window_opens_where_there_is_no_network_at_all() -> Result<()> {
    let alone = Command::new("unshare").args(["-n", "true"]).output();
    if !alone.is_ok_and(|output| output.status.success()) {
        eprintln!("not checked: a network namespace needs root");
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let screen = Screen::start()?;
    let mut command = Command::new("unshare");
    command.arg("-n").arg(binary("eighteen-days")?);
    command.env("DISPLAY", screen.display()).env("EIGHTEEN_DATA_DIR", folder.path());
    let _app = harness::Child::spawn(&mut command)?;
    // The title after the dash is the page's own: it has run.
    wait_until("the page to say its title", || {
        let windows = screen.windows()?;
        Ok(windows.into_iter().find(|window| window.title.starts_with("Eighteen Days – ")))
    })?;
    Ok(())
}
