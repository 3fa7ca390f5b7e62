//! `eighteen pack import`.

use std::{path::Path, process::ExitCode};

use eighteen_app::packs::{self, Imported};

use crate::output::say;

/// Adds questions to a module of a pack's folder. Fails when none could be taken.
pub(crate) fn import(
    file: &Path,
    into: &Path,
    step: Option<&str>,
    json: bool,
) -> Result<ExitCode, String> {
    let module = into.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let folder = into.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.ok_or("--into is the pack's folder and a module in it: ours/first-call")?;
    let found = packs::import(file, folder, module, step).map_err(|fault| fault.to_string())?;
    if json {
        say(&serde_json::to_string_pretty(&found).map_err(|error| error.to_string())?);
    } else {
        say(&in_words(file, &found));
    }
    Ok(if found.taken.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn in_words(file: &Path, found: &Imported) -> String {
    let file = file.display();
    let mut lines = Vec::new();
    for taken in &found.taken {
        lines.push(format!(
            "{file}:{}: taken as {} ({}:{})",
            taken.line, taken.id, found.quiz, taken.at
        ));
        lines.extend(taken.changes.iter().map(|change| format!("    {change}")));
    }
    for left in &found.left {
        lines.push(format!("{file}:{}: left out: {}", left.line, left.why));
    }
    lines.extend(found.to_do.iter().map(|problem| format!("to do: {problem}")));
    if found.without_misconception > 0 {
        let answers = counted(found.without_misconception, "wrong answer");
        lines.push(format!(
            "{answers} without the wrong idea behind: add `misconception` where reports should count it"
        ));
    }
    lines.push(format!(
        "{} ({}): {} taken, {} left out, {} to do",
        file,
        found.form,
        counted(found.taken.len(), "question"),
        found.left.len(),
        found.to_do.len()
    ));
    if found.taken.is_empty() {
        lines.push(format!("{} is as it was", found.quiz));
    }
    lines.join("\n")
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
