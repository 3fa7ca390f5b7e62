//! `eighteen policy`.

use std::{fs, path::Path, process::ExitCode};

use eighteen_app::{sign_policy, verify_policy};
use eighteen_exchange::read_policy;

use crate::{output::say, report::passphrase};

/// `eighteen policy sign`.
pub(crate) fn sign(file: &Path, key: &Path) -> Result<ExitCode, String> {
    let passphrase = passphrase("Passphrase of the key: ")?;
    let place = sign_policy(file, key, &passphrase).map_err(|fault| fault.to_string())?;
    say(&format!("{}: signed; hand it out with the policy", place.display()));
    Ok(ExitCode::SUCCESS)
}

/// `eighteen policy check`.
pub(crate) fn check(file: &Path, trust: Option<&Path>) -> Result<ExitCode, String> {
    if let Some(key) = trust {
        let (words, number) = verify_policy(file, key).map_err(|fault| fault.to_string())?;
        say(&format!("{}: number {number}, signed by the key “{words}”", file.display()));
    }
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
