//! Files dragged onto the window from another program.

use std::fs;

use anyhow::{Result, anyhow, ensure};
use eighteen_testkit::result_files;
use harness::Start;

use super::packs::handed_over;
use super::support::kept_the_rules;
use super::support::trainer::{PASSPHRASE, unlock};

/// Files and a folder at once, with names as people give them, and one that is no result at all.
#[test]
fn what_is_dropped_is_looked_at_by_the_page_that_asks_for_it() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    let names = ["Ines Falk", "Noor Haddad", "Jun Ólafsdóttir", "Tomas Berg"];
    let results = result_files(&data, PASSPHRASE, &names, 1).map_err(|error| anyhow!("{error}"))?;
    let inside = folder.path().join("Büro 2, naïve & späť");
    fs::create_dir(&inside)?;
    let mut dropped = vec![inside.clone()];
    for (at, file) in fs::read_dir(&results)?.enumerate() {
        let file = file?.path();
        if at % 2 == 0 {
            fs::rename(&file, inside.join(format!("{at} after lunch.e18r")))?;
        } else {
            dropped.push(file);
        }
    }
    let other = folder.path().join("holiday.e18r");
    fs::write(&other, "no result")?;
    dropped.push(other);
    let pack = handed_over(folder.path())?.join("house.e18p");

    let app = Start::new(&data).go()?;
    unlock(&app)?;
    app.go("/trainer/collect")?;
    app.wait_for("collect-status")?;
    app.drop_files(&dropped)?;
    app.wait_for_text("collect-status", "5 files were found. 4 add something.")?;
    let shown = app.string("return document.body.innerText", &[])?;
    ensure!(names.iter().all(|name| shown.contains(name)), "everybody stands there: {shown}");
    app.click("collect-take")?;
    app.wait_for_text("collect-status", "4 files were collected.")?;

    // A page that takes nothing stays as it is, and what was dropped is not kept for the next one.
    app.go("/home")?;
    app.drop_files(std::slice::from_ref(&pack))?;
    app.go("/settings/packs")?;
    app.wait_for("open-pack")?;
    ensure!(!app.has("pack-verdict")?, "nothing is looked at that was dropped elsewhere");
    app.drop_files(&[pack])?;
    app.wait_for("pack-verdict")?;
    kept_the_rules(&app)
}
