//! From the first start to the first answered question.

use std::path::Path;

use anyhow::{Result, ensure};
use harness::{Key, Window};

/// The bar allows this many activations.
const MOST_ACTIVATIONS: usize = 3;

#[test]
fn the_first_question_is_answered_in_three_activations_before_anybody_asks_for_a_name() -> Result<()>
{
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    ensure!(!app.has("name-field")?, "nobody is asked for a name on the first page");
    let activations = answer_the_first_question(&app)?;
    ensure!(activations <= MOST_ACTIVATIONS, "it took {activations} activations");
    ensure!(app.focused()? == "decision-result", "the focus is on what follows from the decision");
    app.wait_for("name-field")?;
    app.wait_for_text("rail", "No name given")?;
    Ok(())
}

#[test]
fn a_name_can_be_skipped_and_is_asked_for_again_after_the_next_start() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    answer_the_first_question(&app)?;
    app.click("skip-name")?;
    app.wait_until_true(
        "the form to go",
        "return !document.querySelector('[data-testid=name-field]')",
        &[],
    )?;
    ensure!(
        app.focused()? == "p",
        "the focus stays where the form was, on the words that it is gone"
    );
    app.wait_for_text("rail", "No name given")?;
    app.click("continue")?;
    app.wait_for_text("h1", "Three parts of an ultimatum")?;
    ensure!(!app.has("name-field")?, "who has skipped it is left alone");
    app.close()?;

    let app = Window::start(folder.path())?;
    app.wait_for_text("rail", "No name given")?;
    app.click("home-continue")?;
    app.wait_for_text("h1", "Three parts of an ultimatum")?;
    app.wait_for("name-field")?;
    Ok(())
}

#[test]
fn a_name_stands_in_the_rail_as_soon_as_it_is_saved() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    answer_the_first_question(&app)?;
    app.type_into("name-field", "Maya Ó Néill 🌱")?;
    app.press(Key::Enter)?;
    app.wait_for_text("rail", "Maya Ó Néill 🌱")?;
    ensure!(!app.has("name-field")?, "the form goes when the name is saved");
    app.close()?;
    is_known_again(folder.path(), "Maya Ó Néill 🌱")
}

#[test]
fn an_empty_name_is_refused_with_words_beside_the_field() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    answer_the_first_question(&app)?;
    app.type_into("name-field", "   ")?;
    app.click("save-name")?;
    app.wait_for("[data-testid=name-field][aria-invalid=true]")?;
    ensure!(app.focused()? == "name-field", "the field has the focus, so that it can be corrected");
    ensure!(app.has("skip-name")?, "it can still be skipped");
    Ok(())
}

/// Start, choose, decide. Counts what was activated.
fn answer_the_first_question(app: &Window) -> Result<usize> {
    let activations = ["start", "decision-option", "decide"];
    for activated in activations {
        app.click(activated)?;
    }
    app.wait_for("decision-result")?;
    app.painted()?;
    Ok(activations.len())
}

fn is_known_again(folder: &Path, name: &str) -> Result<()> {
    let app = Window::start(folder)?;
    app.wait_for_text("rail", name)?;
    ensure!(app.has("home-continue")?, "who has begun is shown where to go on");
    Ok(())
}
