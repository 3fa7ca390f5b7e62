//! A second start with the same data folder.

use anyhow::{Context, Result, ensure};
use harness::{Child, SessionBus, Start, Window, wait_until};

#[test]
fn a_second_start_brings_the_first_window_forward() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let bus = SessionBus::start()?;
    let start = || Start::new(folder.path()).on_bus(&bus);
    let app = start().go()?;
    let _cover = app.screen().cover()?;
    ensure!(top_title(&app)? == "cover", "the other window is in front to begin with");

    let status = start().again_beside(&app)?.status().context("starting again")?;
    ensure!(status.success(), "the second start ends well: {status}");
    wait_until("the first window in front", || {
        Ok(top_title(&app)?.starts_with("Eighteen Days").then_some(()))
    })?;
    let ours = app.screen().windows()?;
    let ours = ours.iter().filter(|window| window.title.starts_with("Eighteen Days")).count();
    ensure!(ours == 1, "there is one window, not {ours}");
    Ok(())
}

#[test]
fn another_data_folder_is_another_program() -> Result<()> {
    let (one, two) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let bus = SessionBus::start()?;
    let first = Start::new(one.path()).on_bus(&bus).go()?;
    let mut command = Start::new(two.path()).on_bus(&bus).again_beside(&first)?;
    let _second = Child::spawn(&mut command)?;
    wait_until("two windows", || {
        let windows = first.screen().windows()?;
        let ours = windows.iter().filter(|window| window.title.starts_with("Eighteen Days"));
        Ok((ours.count() == 2).then_some(()))
    })
}

#[test]
fn without_a_session_bus_the_second_window_says_that_the_folder_is_in_use() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let first = Window::start(folder.path())?;
    let second = Window::start(folder.path())?;
    ensure!(is_busy(&second), "the second is refused the folder");
    ensure!(!is_busy(&first), "the first goes on");
    Ok(())
}

fn is_busy(app: &Window) -> bool {
    let answer = app.invoke("startup", &serde_json::Value::Null);
    answer.is_err_and(|error| error["code"] == "StoreBusy")
}

fn top_title(app: &Window) -> Result<String> {
    let windows = app.screen().windows()?;
    Ok(windows.last().context("no window at all")?.title.clone())
}
