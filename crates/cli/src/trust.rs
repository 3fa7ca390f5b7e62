//! `eighteen trust`, `eighteen pack install`, and what is said of keys.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use chrono::NaiveDate;
use eighteen_app::packs::{self, Known, PackFault, ThisComputer};

use crate::{
    output::say,
    report::{in_words, passphrase},
};

/// `eighteen key change`.
pub(crate) fn change(
    from: &Path,
    to: &Path,
    on: NaiveDate,
    out: &Path,
) -> Result<ExitCode, String> {
    let passphrase = passphrase("Passphrase of the key that goes: ")?;
    packs::change_key(from, to, &passphrase, on, out).map_err(told)?;
    say(&format!(
        "{}: the new key takes the place of the old one wherever this file is opened",
        out.display()
    ));
    Ok(ExitCode::SUCCESS)
}

/// `eighteen key revoke`.
pub(crate) fn revoke(
    key: &Path,
    of: Option<&Path>,
    on: NaiveDate,
    out: &Path,
) -> Result<ExitCode, String> {
    let passphrase = passphrase("Passphrase of the key that signs: ")?;
    let said = packs::revoke_key(key, of, &passphrase, on, out).map_err(told)?;
    say(&format!(
        "{}: the key “{}” is worth nothing wherever this file is opened",
        out.display(),
        said.key.fingerprint()
    ));
    Ok(ExitCode::SUCCESS)
}

/// `eighteen trust list`.
pub(crate) fn list(data_dir: Option<PathBuf>, json: bool) -> Result<ExitCode, String> {
    let keys = here(data_dir)?.keys();
    if json {
        say(&serde_json::to_string_pretty(&keys).map_err(|error| error.to_string())?);
    } else if keys.is_empty() {
        say("no key is trusted here");
    } else {
        say(&keys.iter().map(line).collect::<Vec<_>>().join("\n"));
    }
    Ok(ExitCode::SUCCESS)
}

/// `eighteen trust add`.
pub(crate) fn add(data_dir: Option<PathBuf>, file: &Path, name: &str) -> Result<ExitCode, String> {
    let words = here(data_dir)?.trust(file, name).map_err(told)?;
    say(&format!("the key “{words}” of {name} is trusted here from now on"));
    Ok(ExitCode::SUCCESS)
}

/// `eighteen trust remove`.
pub(crate) fn remove(data_dir: Option<PathBuf>, key: &str) -> Result<ExitCode, String> {
    let words = here(data_dir)?.forget(key).map_err(told)?;
    say(&format!("the key “{words}” is not trusted here any more; what it signed is not used"));
    Ok(ExitCode::SUCCESS)
}

/// `eighteen trust take`.
pub(crate) fn take(data_dir: Option<PathBuf>, file: &Path) -> Result<ExitCode, String> {
    say(&here(data_dir)?.take(file).map_err(told)?);
    Ok(ExitCode::SUCCESS)
}

/// `eighteen trust unsigned`.
pub(crate) fn unsigned(data_dir: Option<PathBuf>, allow: bool) -> Result<ExitCode, String> {
    here(data_dir)?.allow_unsigned(allow).map_err(told)?;
    say(if allow {
        "packs that nobody signed can be installed here; they stay labelled as unsigned"
    } else {
        "packs that nobody signed are neither installed nor used here"
    });
    Ok(ExitCode::SUCCESS)
}

/// `eighteen pack install`.
pub(crate) fn install(
    data_dir: Option<PathBuf>,
    file: &Path,
    older: bool,
) -> Result<ExitCode, String> {
    let what = here(data_dir)?.install(file, older).map_err(told)?;
    say(&format!("{what}, is installed"));
    Ok(ExitCode::SUCCESS)
}

fn line(key: &Known) -> String {
    let state = match (&key.revoked_on, &key.replaced_by) {
        (Some(on), _) => format!("revoked on {on}"),
        (None, Some(next)) => format!("replaced by “{next}”"),
        (None, None) => "trusted".to_owned(),
    };
    let name = if key.name.is_empty() { "nobody known here" } else { &key.name };
    let since = key.since.get(..10).unwrap_or_default();
    format!("{name}: “{}”, {state}, here since {since}\n  {}", key.words, key.hex)
}

fn here(data_dir: Option<PathBuf>) -> Result<ThisComputer, String> {
    ThisComputer::at(&data_dir.unwrap_or_else(eighteen_app::data_dir)).map_err(told)
}

fn told(fault: PackFault) -> String {
    match fault {
        PackFault::DataFolder(error) => in_words(&error),
        other => other.to_string(),
    }
}
