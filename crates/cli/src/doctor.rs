//! `eighteen doctor`.

use std::{path::PathBuf, process::ExitCode};

use eighteen_app::doctor::{Finding, State, ThisComputer, examine};

use crate::output::say;

/// Says what is wrong with an installation. Fails when something is.
pub(crate) fn doctor(folder: Option<PathBuf>, json: bool) -> Result<ExitCode, String> {
    let folder = folder.unwrap_or_else(eighteen_app::data_dir);
    let findings = examine(&folder, &ThisComputer);
    let wrong = findings.iter().filter(|finding| finding.state == State::Wrong).count();
    if json {
        say(&serde_json::to_string_pretty(&findings).map_err(|error| error.to_string())?);
    } else {
        let lines: Vec<String> = findings.iter().map(line).collect();
        let end = match wrong {
            0 => "nothing is wrong".to_owned(),
            1 => "1 thing is wrong".to_owned(),
            many => format!("{many} things are wrong"),
        };
        say(&format!("{}\n{end}", lines.join("\n")));
    }
    Ok(if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn line(finding: &Finding) -> String {
    let state = match finding.state {
        State::Well => "well",
        State::Note => "note",
        State::Wrong => "WRONG",
    };
    let cure = finding.cure.map(|cure| format!(": {cure}")).unwrap_or_default();
    format!("{state:<6} {:<20} {}{cure}", finding.about, finding.says)
}
