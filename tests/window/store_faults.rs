//! What the window says and does when its store cannot be what it was.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use harness::Window;
use serde_json::Value;

use super::support::ask;
use super::support::faults::{damage, newer_store};
use super::support::learner::{begin, finish_steps};

#[test]
fn a_damaged_store_is_set_aside_in_words_and_the_app_can_be_used() -> Result<()> {
    let folder = tempfile::tempdir()?;
    begun_and_closed(folder.path())?;
    let damaged = damage(folder.path())?;

    let app = Window::start(folder.path())?;
    app.wait_for_text("notice", "The file with your results was damaged")?;
    app.wait_for_text("notice", "has begun a new, empty file. Nothing was deleted.")?;
    let kept = fs::read(set_aside(&app)?)?;
    ensure!(kept == damaged, "the damaged file is kept as it was, under another name");
    app.click("notice-done")?;
    ensure!(!app.has("notice")?, "who has read it is left alone");
    for activated in ["start", "decision-option", "decide"] {
        app.click(activated)?;
    }
    app.wait_for("decision-result")?;
    app.close()?;

    let app = Window::start(folder.path())?;
    app.wait_for("home-continue")?;
    ensure!(!app.has("notice")?, "what was said once is not said again");
    Ok(())
}

#[test]
fn a_damaged_store_is_replaced_by_its_backup_in_words() -> Result<()> {
    let folder = tempfile::tempdir()?;
    begun_and_closed(folder.path())?;
    // The first start of a day after the one that made the store copies it.
    let app = Window::start(folder.path())?;
    finish_steps(&app, "the-notice", 1)?;
    app.close()?;
    let damaged = damage(folder.path())?;

    let app = Window::start(folder.path())?;
    app.wait_for_text("notice", "has put a backup in its place")?;
    app.wait_for_text("notice", "What came after that is missing.")?;
    ensure!(fs::read(set_aside(&app)?)? == damaged, "the damaged file is kept");
    app.wait_for_text("rail", "Maya")?;
    app.wait_for_text("#main", "0 of 8 steps done")?;
    app.click("home-continue")?;
    app.wait_for_text("h1", "A message before nine")?;
    Ok(())
}

#[test]
fn a_store_of_a_newer_version_is_refused_in_words_and_no_byte_of_it_changes() -> Result<()> {
    let folder = tempfile::tempdir()?;
    newer_store(folder.path())?;
    let before = bytes_of_stores(folder.path())?;

    let app = Window::start(folder.path())?;
    let code = app.attribute("failure", "data-code")?;
    ensure!(code.as_deref() == Some("StoreTooNew"), "the page says what it is: {code:?}");
    app.wait_for_text("h1", "newer version")?;
    app.wait_for_text("failure", "learner.db")?;
    ensure!(!app.has("try-again")?, "trying again would change nothing, so it is not offered");
    ensure!(app.page_title()?.starts_with("Eighteen Days – "), "the window is named");
    ensure!(app.invoke("home", &Value::Null).is_err(), "nothing can be read past the page");
    app.close()?;
    let after = bytes_of_stores(folder.path())?;
    ensure!(after == before, "every byte of the stores is what it was");
    Ok(())
}

#[test]
fn a_folder_that_another_process_holds_can_be_tried_again() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let first = Window::start(folder.path())?;
    begin(&first, "Maya")?;
    let second = Window::start(folder.path())?;
    let code = second.attribute("failure", "data-code")?;
    ensure!(code.as_deref() == Some("StoreBusy"), "the second says what it is: {code:?}");
    second.click("try-again")?;
    second.settled()?;
    ensure!(second.has("failure")?, "while the first is open, trying again changes nothing");
    first.close()?;
    second.click("try-again")?;
    second.wait_for_text("rail", "Maya")?;
    Ok(())
}

/// A store with somebody in it, and no process that holds it.
fn begun_and_closed(folder: &Path) -> Result<()> {
    let app = Window::start(folder)?;
    begin(&app, "Maya")?;
    app.close()
}

/// Where the notice says that the damaged file is.
fn set_aside(app: &Window) -> Result<PathBuf> {
    let notice = &ask(app, "startup", &Value::Null)?["notice"];
    let path = notice["setAside"].as_str().context("the notice names a file")?;
    app.wait_for_text("notice", path)?;
    Ok(PathBuf::from(path))
}

/// The files of the stores and their copies; the log and the lock are no part of them.
fn bytes_of_stores(folder: &Path) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    let mut all = Vec::new();
    for place in [folder.to_owned(), folder.join("backups")] {
        for entry in fs::read_dir(place).into_iter().flatten() {
            let path = entry?.path();
            if path.is_file() && !path.ends_with("eighteen.lock") {
                all.push((path.clone(), fs::read(&path)?));
            }
        }
    }
    all.sort();
    ensure!(!all.is_empty(), "there are stores to compare");
    Ok(all)
}
