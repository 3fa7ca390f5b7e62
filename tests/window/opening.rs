//! The window opens, survives, and asks nothing of anybody.

use std::fs::File;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
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
    app.close()?;
    let log = std::fs::read_to_string(folder.path().join("log/eighteen-days.log"))?;
    ensure!(log.contains("closed"), "a window that is closed ends in order: {log}");
    Ok(())
}

#[test]
fn the_page_is_loaded_again_when_its_process_dies_but_not_for_ever() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    // The driver loses a page whose process dies, so what follows is seen from outside.
    let mut page = page_process(&app, None)?;
    for _ in 0..3 {
        kill(page)?;
        page = page_process(&app, Some(page))?;
    }
    kill(page)?;
    wait_until("a message of the system", || {
        let windows = app.screen().windows()?;
        let ours = windows.iter().filter(|window| window.title.starts_with("Eighteen Days"));
        Ok((ours.count() == 2).then_some(()))
    })?;
    let log = std::fs::read_to_string(folder.path().join("log/eighteen-days.log"))?;
    let deaths = log.matches("the page's process ended").count();
    ensure!(deaths == 4, "the log has each of the four: {log}");
    Ok(())
}

/// The process that draws the page, other than the one before, when it has come to rest.
fn page_process(app: &Window, before: Option<u32>) -> Result<u32> {
    let process = wait_until("a process for the page", || {
        let mut processes = children_of(app.id()).into_iter();
        Ok(processes.find(|pid| Some(*pid) != before && is_page_process(*pid)))
    })?;
    let (mut spent, mut quiet) = (String::new(), 0);
    wait_until("the page to come to rest", || {
        let now = processor_time(process)?;
        quiet = if now == spent && now != "0 0" { quiet + 1 } else { 0 };
        spent = now;
        Ok((quiet == 20).then_some(()))
    })?;
    Ok(process)
}

/// Fields 14 and 15 of proc(5), in ticks.
fn processor_time(pid: u32) -> Result<String> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat"))?;
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split(' ').collect();
    Ok(fields[12..14].join(" "))
}

fn is_page_process(pid: u32) -> bool {
    let program = std::fs::read_link(format!("/proc/{pid}/exe"));
    program.is_ok_and(|path| path.ends_with("WebKitWebProcess"))
}

fn kill(pid: u32) -> Result<()> {
    let status = Command::new("kill").args(["-9", &pid.to_string()]).status()?;
    ensure!(status.success(), "process {pid} could be killed");
    Ok(())
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
    let said = folder.path().join("said");
    let mut command = Command::new("unshare");
    command.arg("-n").arg(binary("eighteen-days")?);
    command.env("DISPLAY", screen.display()).env("EIGHTEEN_DATA_DIR", folder.path().join("data"));
    command.env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY");
    command.stderr(File::create(&said)?);
    let _app = harness::Child::spawn(&mut command)?;
    // The title after the dash is the page's own: it has run.
    wait_until("the page to say its title", || {
        let windows = screen.windows()?;
        Ok(windows.into_iter().find(|window| window.title.starts_with("Eighteen Days – ")))
    })
    .with_context(|| {
        let said = std::fs::read_to_string(&said).unwrap_or_default();
        format!("{} exists: {}; it said {said:?}", screen.display(), screen.socket().exists())
    })?;
    Ok(())
}
