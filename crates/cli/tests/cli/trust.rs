//! Whose packs a computer takes, from the command line; and what is said of keys, which the stock program verifies.

use std::{fs, path::Path, process::Command};

use crate::{
    packs::{done, refused, signed},
    said,
};

/// With the key of `org.pub` trusted in `data`.
fn trusting(at: &Path) {
    done(at, &["trust", "add", "org.pub", "--name", "Acme Security", "--data-dir", "data"]);
}

fn install<'a>(file: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["pack", "install", file, "--data-dir", "data"], more].concat()
}

fn version(at: &Path, number: u32) -> String {
    let manifest = at.join("ours/pack.toml");
    let text = fs::read_to_string(&manifest).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for line in lines.iter_mut().filter(|line| line.starts_with("version = ")) {
        *line = format!("version = {number}");
    }
    fs::write(&manifest, lines.join("\n")).unwrap();
    let file = format!("ours-{number}.e18p");
    done(at, &["pack", "build", "ours", "--out", &file]);
    done(at, &["pack", "sign", &file, "--key", "org.key"]);
    file
}

#[test]
fn a_pack_is_installed_when_its_key_is_trusted_and_goes_only_up() {
    let folder = signed();
    let at = folder.path();
    let unknown = refused(at, &install("ours.e18p", &[]));
    assert!(unknown.contains("is not trusted here"), "{unknown}");
    assert_eq!(done(at, &["trust", "list", "--data-dir", "data"]).trim(), "no key is trusted here");
    trusting(at);
    let listed = done(at, &["trust", "list", "--data-dir", "data"]);
    assert!(listed.starts_with("Acme Security: “"), "{listed}");
    assert!(listed.contains("”, trusted, here since 20"), "{listed}");
    assert!(
        refused(at, &["trust", "add", "org.pub", "--name", "x", "--data-dir", "data"])
            .contains("known")
    );
    let told = done(at, &install("ours.e18p", &[]));
    assert_eq!(told.trim(), "our-house, version 1, is installed");
    assert!(refused(at, &install("ours.e18p", &[])).contains("installed already"));
    let (third, second) = (version(at, 3), version(at, 2));
    done(at, &install(&third, &[]));
    let older = refused(at, &install(&second, &[]));
    assert!(older.contains("version 3 was here before"), "{older}");
    done(at, &install(&second, &["--allow-older"]));
    let record = fs::read_to_string(at.join("data/trust.json")).unwrap();
    assert!(record.contains("\"inPlaceOf\": 3"), "{record}");
    assert!(refused(at, &install("org.pub", &[])).contains("no pack"));
    assert!(refused(at, &install("nowhere.e18p", &[])).contains("cannot be read"));
    done(at, &["pack", "build", "ours", "--out", "plain.e18p"]);
    assert!(refused(at, &install("plain.e18p", &[])).contains("nobody signed it"));
    done(at, &["trust", "unsigned", "--allow", "--data-dir", "data"]);
    assert!(refused(at, &install("plain.e18p", &[])).contains("version 3 was here before"));
}

#[test]
fn a_key_is_forgotten_by_its_words() {
    let folder = signed();
    let at = folder.path();
    trusting(at);
    let keys = done(at, &["trust", "list", "--json", "--data-dir", "data"]);
    let keys: serde_json::Value = serde_json::from_str(&keys).unwrap();
    assert_eq!(keys[0]["how"], "administrator");
    let words = keys[0]["words"].as_str().unwrap();
    assert!(
        refused(at, &["trust", "remove", "no such words", "--data-dir", "data"])
            .contains("does not know")
    );
    done(at, &["trust", "remove", words, "--data-dir", "data"]);
    assert!(refused(at, &install("ours.e18p", &[])).contains("is not trusted here"));
}

#[test]
fn a_change_and_a_revocation_reach_a_computer_and_the_stock_program_verifies_them() {
    let folder = signed();
    let at = folder.path();
    trusting(at);
    done(at, &["key", "new", "--out", "next"]);
    done(
        at,
        &["key", "change", "--from", "org.key", "--to", "next/org.pub", "--out", "change.e18s"],
    );
    done(at, &["key", "revoke", "--key", "next/org.key", "--of", "org.pub", "--out", "gone.e18s"]);
    verified_by_stock(at, "change.e18s", "org.pub", "change of a key");
    verified_by_stock(at, "gone.e18s", "next/org.pub", "revocation of a key");
    // Whoever came after speaks only once it has come.
    let early = refused(at, &["trust", "take", "gone.e18s", "--data-dir", "data"]);
    assert!(early.contains("not signed by a key that may say this"), "{early}");
    let told = done(at, &["trust", "take", "change.e18s", "--data-dir", "data"]);
    assert!(told.contains("has taken the place of"), "{told}");
    assert!(refused(at, &install("ours.e18p", &[])).contains("has taken the place of its key"));
    done(at, &["pack", "sign", "ours.e18p", "--key", "next/org.key"]);
    done(at, &install("ours.e18p", &[]));
    done(at, &["trust", "take", "gone.e18s", "--data-dir", "data"]);
    let listed = done(at, &["trust", "list", "--data-dir", "data"]);
    assert!(listed.contains("revoked on 20") && listed.contains("trusted"), "{listed}");
    let again = refused(at, &["trust", "add", "org.pub", "--name", "Acme", "--data-dir", "data"]);
    assert!(again.contains("never trusted again"), "{again}");
    assert!(
        refused(at, &["trust", "take", "org.pub", "--data-dir", "data"]).contains("no statement")
    );
}

fn verified_by_stock(at: &Path, file: &str, key: &str, comment: &str) {
    let unzipped = Command::new("unzip").args(["-o", "-q", file]).current_dir(at).output();
    let stock = Command::new("minisign")
        .args(["-V", "-p", key, "-m", "statement.json"])
        .current_dir(at)
        .output();
    match (unzipped, stock) {
        (Ok(unzipped), Ok(output)) => {
            assert!(unzipped.status.success());
            assert!(
                output.status.success() && said(&output).contains(comment),
                "{}",
                said(&output)
            );
        }
        (_, Err(_)) | (Err(_), _) => {}
    }
}
