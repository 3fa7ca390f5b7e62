//! `eighteen pack`.

use std::{path::Path, process::ExitCode};

use chrono::NaiveDate;
use eighteen_pack::{Lesson, Stale, Summary};
use serde::Serialize;

use crate::output::say;

/// What a pack holds, and which of its claims are past their review day.
#[derive(Serialize)]
struct Found {
    #[serde(flatten)]
    summary: Summary,
    stale: Vec<Stale>,
}

/// `eighteen pack check`, as of a day.
pub(crate) fn check(folder: &Path, json: bool, on: NaiveDate) -> Result<ExitCode, String> {
    let files = eighteen_pack::load_dir(folder).map_err(|error| error.to_string())?;
    let draft = eighteen_pack::draft(&files);
    let found = Found { summary: draft.summary(), stale: draft.stale(on) };
    if json {
        say(&serde_json::to_string_pretty(&found).map_err(|error| error.to_string())?);
    } else {
        let lines = [stale_in_words(&found.stale, on), in_words(&found.summary)];
        say(&lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"));
    }
    let summary = &found.summary;
    Ok(if summary.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Stale claims are listed before the problems, and are none: nothing in the pack has changed.
fn stale_in_words(stale: &[Stale], on: NaiveDate) -> String {
    let mut lines: Vec<String> = Vec::new();
    for Stale { id, file, line, review_by } in stale {
        lines.push(format!(
            "{file}:{line}: stale: {id} was to be looked at again by {review_by}; check its sources \
             and set `review_by` anew"
        ));
    }
    if !stale.is_empty() {
        let claims =
            if stale.len() == 1 { "1 claim is" } else { &format!("{} claims are", stale.len()) };
        lines.push(format!("{claims} stale on {on} (no problem of the pack)"));
    }
    lines.join("\n")
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
