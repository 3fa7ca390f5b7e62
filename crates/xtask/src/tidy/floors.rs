//! The floors: which crate may use which. The table is that of ARCHITECTURE.md; an edge that is not
//! here is a mistake in the crate or a decision that belongs here first.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::places::root;
use crate::shell::{cargo, output};

/// A crate and everything it may name.
struct Crate {
    name: &'static str,
    ours: &'static [&'static str],
    others: &'static [&'static str],
}

/// Everything from floor 0 to floor 3.
const BELOW_THE_DOORS: &[&str] = &[
    "eighteen-pack",
    "eighteen-training",
    "eighteen-analysis",
    "eighteen-seal",
    "eighteen-store",
    "eighteen-exchange",
    "eighteen-deliver",
];

const TABLE: &[Crate] = &[
    Crate {
        name: "eighteen-pack",
        ours: &[],
        others: &[
            "chrono",
            "pulldown-cmark",
            "roxmltree",
            "serde",
            "serde_json",
            "sha2",
            "thiserror",
            "toml",
            "unicode-normalization",
        ],
    },
    Crate {
        name: "eighteen-training",
        ours: &["eighteen-pack"],
        others: &["fsrs", "rand", "rand_chacha", "thiserror"],
    },
    Crate { name: "eighteen-analysis", ours: &[], others: &["statrs"] },
    Crate {
        name: "eighteen-seal",
        ours: &[],
        others: &[
            "argon2",
            "base64",
            "blake2",
            "chacha20poly1305",
            "curve25519-dalek",
            "ed25519-dalek",
            "getrandom",
            "hkdf",
            "hmac",
            "minisign",
            "sha2",
            "thiserror",
            "zeroize",
        ],
    },
    Crate {
        name: "eighteen-store",
        ours: &["eighteen-seal", "eighteen-training"],
        others: &[
            "libsqlite3-sys",
            "rusqlite",
            "rustix",
            "serde",
            "serde_json",
            "thiserror",
            "zeroize",
        ],
    },
    Crate {
        name: "eighteen-exchange",
        ours: &["eighteen-pack", "eighteen-seal", "eighteen-training"],
        others: &[
            "chardetng",
            "crc32fast",
            "csv",
            "encoding_rs",
            "krilla",
            "quick-xml",
            "rust_xlsxwriter",
            "rustybuzz",
            "serde",
            "serde_json",
            "sha2",
            "thiserror",
            "unicode-bidi",
            "zip",
        ],
    },
    Crate {
        name: "eighteen-deliver",
        ours: &[],
        others: &[
            "base64",
            "chrono",
            "keyring",
            "rustls",
            "serde_json",
            "thiserror",
            "ureq",
            "zeroize",
        ],
    },
    Crate {
        name: "eighteen-app",
        ours: BELOW_THE_DOORS,
        others: &[
            "chrono",
            "dirs",
            "rand",
            "rand_chacha",
            "rust-embed",
            "serde",
            "serde_json",
            "sha2",
            "strsim",
            "thiserror",
            "toml",
            "tracing",
            "ts-rs",
            "uuid",
            "zeroize",
        ],
    },
    Crate {
        name: "eighteen-cli",
        ours: &["eighteen-app", "eighteen-exchange", "eighteen-pack"],
        others: &["chrono", "clap", "rpassword", "serde", "serde_json"],
    },
    Crate {
        name: "eighteen-days",
        ours: &["eighteen-app"],
        others: &[
            "rustix",
            "sha2",
            "tauri",
            "tauri-build",
            "tauri-plugin-dialog",
            "tauri-plugin-single-instance",
            "tracing",
            "tracing-subscriber",
            "webkit2gtk",
        ],
    },
    Crate { name: "xtask", ours: &[], others: &["anyhow", "serde_json", "sha2"] },
];

/// Never part of what ships: they may use everything, and nothing that ships may use them.
const BESIDE: &[&str] = &["eighteen-hostile", "eighteen-testkit", "journeys"];

/// Crates of others that only one of ours may name, besides what tests and measurements are made of.
const KEPT_TO_ONE: &[(&str, &str)] = &[
    ("keyring", "eighteen-deliver"),
    ("libsqlite3-sys", "eighteen-store"),
    ("rusqlite", "eighteen-store"),
    ("rustls", "eighteen-deliver"),
    ("tauri", "eighteen-days"),
    ("ureq", "eighteen-deliver"),
];

/// What cargo knows of the workspace, without a look at the network.
pub(crate) fn metadata() -> Result<Value> {
    let text = output(&mut cargo(&["metadata", "--format-version", "1", "--no-deps"]))?;
    serde_json::from_str(&text).context("reading what cargo knows of the workspace")
}

/// Every dependency outside the table.
pub(crate) fn forbidden_edges(metadata: &Value) -> Result<Vec<String>> {
    let packages = metadata["packages"].as_array().context("cargo lists packages")?;
    let mut breaches = Vec::new();
    for package in packages {
        let name = text(&package["name"]);
        let row = TABLE.iter().find(|row| row.name == name);
        if row.is_none() && !BESIDE.contains(&name) {
            breaches
                .push(format!("{name} has no row in the floors' table (xtask, tidy/floors.rs)"));
        }
        for edge in shipped_dependencies(package) {
            let allowed =
                row.is_none_or(|row| row.ours.contains(&edge) || row.others.contains(&edge));
            let kept = KEPT_TO_ONE.iter().find(|(theirs, _)| *theirs == edge);
            let elsewhere = kept.is_some_and(|(_, ours)| *ours != name && !BESIDE.contains(&name));
            if !allowed || elsewhere {
                breaches
                    .push(format!("{name} uses {edge}, which the floors' table does not allow"));
            }
        }
    }
    Ok(breaches)
}

/// What a package names for building and running; tests may use what they like.
fn shipped_dependencies(package: &Value) -> impl Iterator<Item = &str> {
    let all = package["dependencies"].as_array().into_iter().flatten();
    all.filter(|dependency| dependency["kind"] != "dev").map(|dependency| text(&dependency["name"]))
}

/// Crates that ARCHITECTURE.md names and that are not there.
pub(crate) fn unknown_crates(metadata: &Value) -> Result<Vec<String>> {
    let file = root().join("ARCHITECTURE.md");
    let Ok(document) = fs::read_to_string(file) else { return Ok(Vec::new()) };
    let packages = metadata["packages"].as_array().context("cargo lists packages")?;
    let known: BTreeSet<&str> = packages.iter().map(|package| text(&package["name"])).collect();
    let folder = |name: &str| root().join("crates").join(name).is_dir();
    let mut breaches = Vec::new();
    for quoted in document.split('`').skip(1).step_by(2) {
        let in_crates = quoted.strip_prefix("crates/").and_then(|path| path.split('/').next());
        let is_missing = match in_crates {
            Some(name) => !name.is_empty() && !folder(name),
            None => quoted.starts_with("eighteen-") && !known.contains(quoted),
        };
        if is_missing {
            breaches.push(format!("ARCHITECTURE.md names `{quoted}`, which does not exist"));
        }
    }
    Ok(breaches)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(name: &str, dependency: &str, kind: &Value, breaches: usize) {
        let dependency = json!({ "name": dependency, "kind": kind });
        let package = json!({ "name": name, "dependencies": [dependency] });
        let found = forbidden_edges(&json!({ "packages": [package] })).unwrap();
        assert_eq!(found.len(), breaches, "{found:?}");
    }

    #[test]
    fn an_edge_outside_the_table_is_found() {
        check("eighteen-store", "rusqlite", &Value::Null, 0);
        check("eighteen-app", "rusqlite", &Value::Null, 1);
        check("eighteen-training", "eighteen-store", &Value::Null, 1);
        check("eighteen-app", "tauri", &Value::Null, 1);
        check("eighteen-cli", "tauri", &Value::Null, 1);
        check("journeys", "rustls", &Value::Null, 0);
        check("eighteen-app", "tempfile", &json!("dev"), 0);
        check("eighteen-new", "serde", &Value::Null, 1);
    }
}
