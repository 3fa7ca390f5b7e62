//! `eighteen certificate`.

use std::{fs, path::Path, process::ExitCode};

use eighteen_exchange::{Certificate, read_certificate};
use serde_json::json;

use crate::{CheckByHand, output::say};

/// What a code proves, and what it does not. The second sentence is the more important one.
const PROVES: &str = "\
This proves that none of these fields was changed after the code was made. It does not prove who made \
the certificate: anybody with Eighteen Days can make one with a fitting code. Whether this person passed \
is in the trainer's report.";

/// `eighteen certificate verify FILE`: reads the fields from the file.
pub(crate) fn verify_file(file: &Path, json: bool) -> Result<ExitCode, String> {
    let bytes = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let read = read_certificate(&bytes).map_err(|error| format!("{}: {error}", file.display()));
    let (certificate, code) = read?;
    let advice = "Compare them with what is printed: a page can be drawn over, its record stays.";
    Ok(verdict(&certificate, &code, json, advice))
}

/// `eighteen certificate verify --code … --name …`: from what is printed.
pub(crate) fn verify_by_hand(by_hand: Option<CheckByHand>, json: bool) -> Result<ExitCode, String> {
    let by_hand = by_hand.ok_or("a file, or --code with every field, is needed")?;
    let CheckByHand { code, name, title, course, version, passed_on, issuer } = by_hand;
    let certificate = Certificate { name, title, course, version, passed_on, issuer };
    Ok(verdict(&certificate, &code, json, "These are the fields as you typed them."))
}

fn verdict(certificate: &Certificate, code: &str, json: bool, advice: &str) -> ExitCode {
    let fits = certificate.fits(code);
    if json {
        let answer = json!({ "fits": fits, "code": code, "certificate": certificate });
        say(&answer.to_string());
    } else {
        say(&in_words(certificate, code, fits, advice));
    }
    if fits { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn in_words(certificate: &Certificate, code: &str, fits: bool, advice: &str) -> String {
    let Certificate { name, title, course, version, passed_on, issuer } = certificate;
    let fields = [
        ("name", name.clone()),
        ("passed", title.clone()),
        ("course", format!("{course}, version {version}")),
        ("on", passed_on.clone()),
        ("published by", issuer.clone()),
        ("code", code.to_owned()),
    ];
    // Fields come from a file: nothing in them moves the cursor.
    let shown = |text: &str| {
        text.chars().map(|one| if one.is_control() { '\u{fffd}' } else { one }).collect::<String>()
    };
    let mut lines: Vec<String> =
        fields.iter().map(|(label, value)| format!("{label:<13} {}", shown(value))).collect();
    if fits {
        lines.extend([
            "The code fits these fields.".to_owned(),
            advice.to_owned(),
            PROVES.to_owned(),
        ]);
    } else {
        lines.push(
            "The code does NOT fit these fields: something was changed or mistyped.".to_owned(),
        );
    }
    lines.join("\n")
}
