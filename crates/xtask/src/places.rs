//! Where things are in the checkout.

use std::env;
use std::path::{Path, PathBuf};

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// The folder of the page.
pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A program that was built with the development profile.
pub(crate) fn debug_program(name: &str) -> PathBuf {
    target().join("debug").join(name).with_extension(env::consts::EXE_EXTENSION)
}

/// A program that was built with the release profile.
pub(crate) fn release_program(name: &str) -> PathBuf {
    target().join("release").join(name).with_extension(env::consts::EXE_EXTENSION)
}

/// Logs, pictures and packages that a person may want to look at.
pub(crate) fn artefacts() -> PathBuf {
    root().join("artefacts")
}
