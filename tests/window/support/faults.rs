//! Stores that cannot be opened as they are.

use std::fs;
use std::path::Path;

use anyhow::Result;
use eighteen_app::App;
use eighteen_testkit::SaveTo;
use rusqlite::Connection;

/// Makes a store that says of itself that a much newer version has written it.
pub(crate) fn newer_store(folder: &Path) -> Result<()> {
    drop(App::open(folder, Box::new(SaveTo::nowhere())));
    let store = Connection::open(folder.join("learner.db"))?;
    store.execute("UPDATE meta SET value = '99' WHERE key = 'min_reader'", [])?;
    store.pragma_update(None, "user_version", 99)?;
    store.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Writes nonsense over the file, as a failing disk does. Gives what it holds now.
pub(crate) fn damage(folder: &Path) -> Result<Vec<u8>> {
    let file = folder.join("learner.db");
    let mut bytes = fs::read(&file)?;
    bytes.iter_mut().skip(100).step_by(3).for_each(|byte| *byte = byte.wrapping_add(101));
    fs::write(&file, &bytes)?;
    for log in ["learner.db-wal", "learner.db-shm"] {
        let _ = fs::remove_file(folder.join(log));
    }
    Ok(bytes)
}
