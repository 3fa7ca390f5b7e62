//! `eighteen store`.

use std::process::ExitCode;

use eighteen_app::FiguresChecked;

use crate::{
    StoreCheckArgs,
    output::say,
    report::{in_words, unlocked},
};

/// `eighteen store check`: whether packed checks and sums are what the answers say. Fails when they are not.
pub(crate) fn check(args: &StoreCheckArgs) -> Result<ExitCode, String> {
    let app = unlocked(&args.data_dir)?;
    let found = app.check_figures(args.repair).map_err(|error| in_words(&error))?;
    if args.json {
        say(&serde_json::to_string_pretty(&found).map_err(|error| error.to_string())?);
    } else {
        say(&told(&found));
    }
    Ok(if found.is_sound() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn told(found: &FiguresChecked) -> String {
    let FiguresChecked { checks, not_packed, packed_wrong, packed_too_many, sums, sums_wrong } =
        found;
    let verdict = if found.is_sound() {
        "everything is as the answers say"
    } else {
        "something differs from the answers; --repair makes it anew, the answers stay as they are"
    };
    format!(
        "{checks} finished checks: {not_packed} not packed, {packed_wrong} packed wrong, \
         {packed_too_many} packed that are not there\n\
         {sums} kept sums: {sums_wrong} different from a recount\n{verdict}"
    )
}
