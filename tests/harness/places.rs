//! Where things are in the checkout.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// The folder of the workspace.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// A built program of the workspace, of the same profile as the running one. `EIGHTEEN_BIN_DIR` names
/// another folder of programs, such as that of a release build.
pub fn binary(name: &str) -> Result<PathBuf> {
    let folder = match env::var_os("EIGHTEEN_BIN_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => beside_this_program()?,
    };
    let path = folder.join(name).with_extension(env::consts::EXE_EXTENSION);
    if !path.is_file() {
        bail!("{} is not built: `cargo build --workspace --bin {name}` builds it", path.display());
    }
    Ok(path)
}

/// Test programs lie in a folder `deps` beside the others.
fn beside_this_program() -> Result<PathBuf> {
    let program = env::current_exe().context("asking for the path of this program")?;
    let folder = program.parent().context("a program lies in a folder")?;
    let is_deps = folder.file_name().is_some_and(|name| name == "deps");
    let folder = if is_deps { folder.parent().unwrap_or(folder) } else { folder };
    Ok(folder.to_owned())
}

/// A path in the folder for things to look at; it is made when it is missing.
pub fn artefact(name: &str) -> Result<PathBuf> {
    let path = root().join("artefacts").join(name);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    Ok(path)
}
