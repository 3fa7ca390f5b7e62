//! `eighteen key`, and `eighteen pack` where packs are files.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use eighteen_app::packs::{self, Changes, PackDifference, PackFault};

use crate::{output::say, report::passphrase};

/// `eighteen key new`.
pub(crate) fn new_key(folder: &Path) -> Result<ExitCode, String> {
    let chosen = passphrase("Passphrase for the new key: ")?;
    if chosen != passphrase("The same once more: ")? {
        return Err("the two passphrases differ; nothing was made".to_owned());
    }
    let key = packs::new_key(folder, &chosen).map_err(in_words)?;
    let folder = folder.display();
    say(&format!(
        "{folder}/org.key signs. Keep it off shared disks, and a copy of it where you keep such things.\n\
         {folder}/org.pub goes to everybody who verifies.\n\
         Its words, to be read to each other: {}",
        key.fingerprint()
    ));
    Ok(ExitCode::SUCCESS)
}

/// `eighteen pack new`.
pub(crate) fn new_pack(folder: &Path) -> Result<ExitCode, String> {
    packs::new_pack(folder).map_err(in_words)?;
    let folder = folder.display();
    say(&format!(
        "{folder} holds a small pack. Change its files, then: eighteen pack check {folder}"
    ));
    Ok(ExitCode::SUCCESS)
}

/// `eighteen pack build`.
pub(crate) fn build(folder: &Path, out: &Path) -> Result<ExitCode, String> {
    let pack = packs::build(folder, out).map_err(in_words)?.manifest;
    say(&format!(
        "{}: {}, version {}, {} files, not signed yet",
        out.display(),
        pack.pack,
        pack.version,
        pack.files.len()
    ));
    Ok(ExitCode::SUCCESS)
}

/// `eighteen pack sign`.
pub(crate) fn sign(path: &Path, key: &Path) -> Result<ExitCode, String> {
    let passphrase = passphrase("Passphrase of the key: ")?;
    let what = packs::sign(path, key, &passphrase).map_err(in_words)?;
    say(&format!("{}: signed ({what})", path.display()));
    Ok(ExitCode::SUCCESS)
}

/// `eighteen pack verify`. Fails unless the pack is signed by a trusted key and unchanged.
pub(crate) fn verify(path: &Path, keys: &[PathBuf], json: bool) -> Result<ExitCode, String> {
    let found = packs::verify(path, keys).map_err(in_words)?;
    if json {
        say(&serde_json::to_string_pretty(&found).map_err(|error| error.to_string())?);
    } else {
        say(&format!("{}\nkey: {}", found.sentence, found.signer_hex));
    }
    Ok(ExitCode::SUCCESS)
}

/// `eighteen pack manifest`.
pub(crate) fn manifest(path: &Path, folder: &Path) -> Result<ExitCode, String> {
    for path in packs::take_manifest(path, folder).map_err(in_words)? {
        say(&path.display().to_string());
    }
    Ok(ExitCode::SUCCESS)
}

/// `eighteen pack diff`. Like `diff`, fails when something differs.
pub(crate) fn diff(older: &Path, newer: &Path, json: bool) -> Result<ExitCode, String> {
    let found = packs::diff(older, newer).map_err(in_words)?;
    let same = [&found.files, &found.modules, &found.questions]
        .into_iter()
        .all(|changes| *changes == Changes::default());
    if json {
        say(&serde_json::to_string_pretty(&found).map_err(|error| error.to_string())?);
    } else {
        say(&difference(&found, same));
    }
    Ok(if same { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// `eighteen pack preview`.
pub(crate) fn preview(pack: &Path, out: &Path) -> Result<ExitCode, String> {
    let sections = packs::preview(pack, out).map_err(in_words)?;
    say(&format!(
        "{}: {sections} sections. It holds the keys: it is not for learners.",
        out.display()
    ));
    Ok(ExitCode::SUCCESS)
}

fn difference(found: &PackDifference, same: bool) -> String {
    if same {
        return "no difference".to_owned();
    }
    let (before, after) = found.versions;
    let mut lines = vec![format!("version {before} to version {after}")];
    for (what, changes) in
        [("file", &found.files), ("module", &found.modules), ("question", &found.questions)]
    {
        let Changes { added, removed, changed } = changes;
        for (sign, names) in [("+", added), ("-", removed), ("~", changed)] {
            lines.extend(names.iter().map(|name| format!("{sign} {what} {name}")));
        }
    }
    lines.join("\n")
}

fn in_words(fault: PackFault) -> String {
    fault.to_string()
}
