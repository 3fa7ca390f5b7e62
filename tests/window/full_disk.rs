//! A disk without room, and a disk that cannot be written. Both need a file system of their own.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use anyhow::{Result, ensure};
use harness::Window;
use serde_json::json;

use super::support::answers::answer;
use super::support::course::{Course, Meant};
use super::support::learner::{begin, finish_steps};
use super::support::mount::Mount;

#[test]
fn a_full_disk_says_so_keeps_the_choice_and_works_again_when_there_is_room() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let Some(_disk) = Mount::small_disk(folder.path())? else { return Ok(()) };
    let app = Window::start(folder.path())?;
    app.click("start")?;
    app.click("decision-option")?;
    let filler = fill(folder.path())?;
    app.click("decide")?;
    says_that_the_disk_is_full(&app)?;
    let kept =
        app.run("return document.querySelector('[data-testid=decision-option]').checked", &[])?;
    ensure!(kept == json!(true), "what was chosen is still chosen");
    ensure!(!app.has("decision-result")?, "nothing is said to be saved");

    fs::remove_file(filler)?;
    app.click("decide")?;
    app.wait_for("decision-result")?;
    ensure!(!app.has("failure")?, "the failure goes when it is over");
    Ok(())
}

#[test]
fn a_full_disk_in_a_check_loses_nothing_that_was_saved() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let Some(_disk) = Mount::small_disk(folder.path())? else { return Ok(()) };
    let app = Window::start(folder.path())?;
    begin(&app, "Maya")?;
    finish_steps(&app, "the-notice", usize::MAX)?;
    app.reload()?;
    app.click("home-continue")?;
    app.click("start-check")?;
    let course = Course::shipped()?;
    app.wait_for_text("#main", "Question 1 of 8")?;
    answer(&app, &course, Meant::Right)?;
    app.click("save-answer")?;
    app.wait_for_text("#main", "Question 2 of 8")?;
    answer(&app, &course, Meant::Right)?;
    let filler = fill(folder.path())?;
    app.click("save-answer")?;
    says_that_the_disk_is_full(&app)?;
    app.wait_for_text("#main", "Question 2 of 8")?;

    fs::remove_file(filler)?;
    app.click("save-answer")?;
    app.wait_for_text("#main", "Question 3 of 8")?;
    app.click("review-check")?;
    app.wait_for("finish-check")?;
    let open = app.text("#main")?.matches("Not answered").count();
    ensure!(open == 6, "both answers are there, and {open} questions are open");
    Ok(())
}

#[test]
fn a_folder_that_cannot_be_written_is_said_in_words_with_its_path() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    begin(&app, "Maya")?;
    app.close()?;
    let Some(disk) = Mount::read_only(folder.path())? else { return Ok(()) };

    let app = Window::start(folder.path())?;
    let code = app.attribute("failure", "data-code")?;
    ensure!(code.as_deref() == Some("StoreReadOnly"), "the page says what it is: {code:?}");
    app.wait_for_text("failure", &folder.path().display().to_string())?;
    drop(disk);
    app.click("try-again")?;
    app.wait_for_text("rail", "Maya")?;
    app.wait_for("home-continue")?;
    app.settled()?;
    ensure!(app.focused()? == "h1", "the focus is on the heading, not on {}", app.focused()?);
    Ok(())
}

fn says_that_the_disk_is_full(app: &Window) -> Result<()> {
    app.wait_for("failure")?;
    let code = app.attribute("failure", "data-code")?;
    ensure!(code.as_deref() == Some("DiskFull"), "the page says what it is: {code:?}");
    app.wait_for_text("failure", "disk is full")
}

/// Takes all room that is left.
fn fill(folder: &Path) -> Result<std::path::PathBuf> {
    let path = folder.join("filler");
    let mut file = File::create(&path)?;
    for size in [65_536, 4_096, 512] {
        while file.write_all(&vec![1; size]).is_ok() {}
    }
    Ok(path)
}
