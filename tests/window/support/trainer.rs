//! Into the trainer's area.

use anyhow::Result;
use harness::Window;

/// Opens the trainer's store of the tests.
pub(crate) const PASSPHRASE: &str = "four words nobody says";

/// Follows the rail to the door.
pub(crate) fn go_to_door(app: &Window) -> Result<()> {
    if app.has("rail")? {
        app.click("[data-testid=rail-entry][data-to=trainer]")?;
    } else {
        // A newcomer's first page has no rail; the trainer's area needs no learner.
        app.run("location.hash = '#/trainer'", &[])?;
    }
    app.wait_for("passphrase")
}

/// Makes the store with the tests' passphrase, and has its recovery code on paper. The page behind the door
/// comes then.
pub(crate) fn make_store(app: &Window) -> Result<()> {
    app.type_into("passphrase", PASSPHRASE)?;
    app.type_into("passphrase-again", PASSPHRASE)?;
    app.click("create-trainer-store")?;
    app.click("keep-recovery-code")?;
    app.wait_for("recovery-link")
}

/// Opens a store that is there already.
pub(crate) fn unlock(app: &Window) -> Result<()> {
    go_to_door(app)?;
    app.type_into("passphrase", PASSPHRASE)?;
    app.click("unlock-trainer")?;
    app.wait_for("lock-trainer")
}

/// Follows the link to the questions.
pub(crate) fn go_to_questions(app: &Window) -> Result<()> {
    app.click("questions-link")
}
