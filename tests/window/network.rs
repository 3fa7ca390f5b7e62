//! Nothing leaves the computer, whatever is done.

use std::path::Path;

use anyhow::{Result, ensure};
use harness::{Start, Window, internet_calls};

use super::support::trainer::{go_to_door, make_store};

#[test]
fn a_first_run_through_every_part_of_the_app_asks_nothing_of_any_network() -> Result<()> {
    if !Path::new("/usr/bin/strace").exists() {
        eprintln!("not checked: the package strace is not installed");
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let trace = folder.path().join("trace");
    let app = Start::new(&folder.path().join("data")).traced_into(&trace).go()?;
    go_everywhere(&app)?;
    let foreign = app.foreign_requests()?;
    ensure!(foreign.is_empty(), "the page asked for {foreign:?}");
    app.close()?;
    let calls = internet_calls(&trace)?;
    ensure!(calls.is_empty(), "the program called {calls:?}");
    let text = std::fs::read_to_string(&trace)?;
    ensure!(text.contains("AF_UNIX"), "the trace saw the connection to the X server");
    Ok(())
}

/// The first question, a name, a source, the next steps with a figure, and every entry of the rail.
fn go_everywhere(app: &Window) -> Result<()> {
    for activated in ["start", "decision-option", "decide"] {
        app.click(activated)?;
    }
    app.type_into("name-field", "Maya")?;
    app.click("save-name")?;
    app.wait_for_text("rail", "Maya")?;
    app.click("claim")?;
    app.click("card-close")?;
    for _ in 0..4 {
        app.run("document.querySelector('h1').dataset.left = ''", &[])?;
        app.click("continue")?;
        app.wait_for("h1:not([data-left])")?;
    }
    ensure!(app.has("figure-region")?, "the step with the figure was reached");
    for place in ["home", "modules", "record", "settings", "about"] {
        app.click(&format!("[data-testid=rail-entry][data-to={place}]"))?;
        app.wait_until_true(
            place,
            "return location.hash === arguments[0]",
            &[format!("#/{place}").into()],
        )?;
        app.wait_for("h1")?;
    }
    go_to_door(app)?;
    make_store(app)?;
    app.wait_for("person-link")
}
