//! The rail in the window that the app opens with.

use anyhow::{Result, ensure};
use harness::Start;
use serde_json::json;

use super::support::ask;
use super::support::learner::begin;

/// Every way of it, also that of the trainer, above the lower edge and without scrolling.
#[test]
fn all_of_the_rail_stands_in_a_window_of_820_pixels() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Start::new(folder.path()).sized(1280, 820).go()?;
    begin(&app, "Maya Okafor of the payroll team")?;
    let settings = json!({
        "language": "en-GB", "textPercent": 100, "theme": "light", "moreContrast": "system",
        "lessMotion": "on", "readingFont": "serif", "singleKeys": true, "trainerArea": true,
    });
    ask(&app, "save_settings", &settings)?;
    app.reload()?;
    app.wait_for("rail-entry")?;
    let body = "
        const rail = document.querySelector('[data-testid=rail]');
        const boxes = [...rail.querySelectorAll('a, button, p')].map((one) => one.getBoundingClientRect());
        return [
            rail.querySelectorAll('[data-testid=rail-entry]').length,
            Math.min(...boxes.map((box) => box.top)),
            Math.max(...boxes.map((box) => box.bottom)),
            rail.scrollHeight - rail.clientHeight,
            innerHeight,
        ]";
    let measured: [f64; 5] = serde_json::from_value(app.run(body, &[])?)?;
    let [entries, top, bottom, hidden, height] = measured;
    ensure!(entries >= 11.0, "{entries} ways, and eleven places have one");
    ensure!(height <= 820.0, "the window is {height} high");
    ensure!(
        top >= 0.0 && bottom <= height && hidden <= 0.0,
        "from {top} to {bottom} of {height}, {hidden} have to be scrolled"
    );
    Ok(())
}
