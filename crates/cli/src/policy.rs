//! `eighteen policy`.

use std::{fs, path::Path, process::ExitCode};

use eighteen_exchange::read_policy;

use crate::output::say;

/// `eighteen policy check`.
pub(crate) fn check(file: &Path) -> Result<ExitCode, String> {
    let name = file.display().to_string();
    let text = fs::read_to_string(file).map_err(|error| format!("{name}: {error}"))?;
    match read_policy(&name, &text) {
        Ok(policy) => {
            say(&format!("{name}: a sound policy of {}", policy.organisation));
            Ok(ExitCode::SUCCESS)
        }
        Err(problems) => {
            let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
            say(&lines.join("\n"));
            Ok(ExitCode::FAILURE)
        }
    }
}
