//! `eighteen pack`.

use std::{path::Path, process::ExitCode};

use eighteen_pack::{Lesson, Summary};

use crate::output::say;

/// `eighteen pack check`.
pub(crate) fn check(folder: &Path, json: bool) -> Result<ExitCode, String> {
    let files = eighteen_pack::load_dir(folder).map_err(|error| error.to_string())?;
    let summary = eighteen_pack::summary(&files);
    if json {
        say(&serde_json::to_string_pretty(&summary).map_err(|error| error.to_string())?);
    } else {
        say(&in_words(&summary));
    }
    Ok(if summary.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn in_words(summary: &Summary) -> String {
    let mut lines: Vec<String> = summary.problems.iter().map(ToString::to_string).collect();
    let questions: Vec<String> =
        summary.questions.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    lines.push(format!(
        "{} modules, {} steps, {} questions ({}), {} claims, {} terms, {} messages, {} statements taught",
        summary.modules,
        summary.steps,
        summary.questions.values().sum::<usize>(),
        questions.join(", "),
        summary.claims,
        summary.glossary,
        summary.messages,
        summary.covers.len(),
    ));
    for lesson in &summary.lessons {
        let Lesson { module, minutes, words, lix } = lesson;
        lines.push(format!(
            "  {module}: {minutes} minutes, {words} words, reading level (LIX) {lix}"
        ));
    }
    if summary.roles > 0 {
        lines.push(format!("{} roles, {} scenes", summary.roles, summary.scenes));
    }
    if !summary.not_taught.is_empty() {
        lines.push(format!("not yet taught: {}", summary.not_taught.join(", ")));
    }
    lines.push(match summary.problems.len() {
        0 => "no problems".to_owned(),
        1 => "1 problem".to_owned(),
        many => format!("{many} problems"),
    });
    lines.join("\n")
}
