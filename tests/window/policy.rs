//! What an organisation has decided: read on About, locked in Settings, asked for where a store is made.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use eighteen_app::{packs, sign_policy};
use harness::{Start, Window};
use serde_json::json;

use super::support::ask;
use super::support::learner::begin;
use super::support::trainer::{go_to_door, make_store};

/// A policy with everything that a page shows of one.
pub(crate) const POLICY: &str = "format = 1\n\
    organisation = \"Northwind Freight and Cold Storage\"\n\
    contact = \"the service desk, extension 400\"\n\
    [trainer]\nsmallest-group = 8\n\
    [retention]\nlearner-days = 730\ntrainer-days = 1095\n\
    [delivery]\nendpoint = \"https://lrs.example.org/xapi\"\nversion = \"2.0.0\"\n\
    home-page = \"https://people.example.org\"\n\
    [settings]\ntrainer-area = true\nlocked = [\"trainer-area\", \"delivery\"]\n";

/// A window under a policy that lies beside its data.
pub(crate) fn under(policy: &str, folder: &Path) -> Result<Start> {
    let place = folder.join("policy");
    fs::create_dir_all(&place)?;
    fs::write(place.join("policy.toml"), policy)?;
    let start = Start::new(&folder.join("data"));
    Ok(start.with_variable("EIGHTEEN_POLICY_DIR", &place.to_string_lossy()))
}

fn says(app: &Window, place: &str, words: &[&str]) -> Result<()> {
    let found = app.text(place)?;
    for word in words {
        ensure!(found.contains(word), "{place} says {word:?}: {found}");
    }
    Ok(())
}

#[test]
fn a_policy_is_read_on_about_and_keeps_what_it_locks() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = under(POLICY, folder.path())?.go()?;
    begin(&app, "Maya")?;
    app.reload()?;
    app.go("/about")?;
    app.wait_for("about-policy")?;
    let words = ["Northwind Freight", "extension 400", "730 days", "1,095 days", "8 people"];
    says(&app, "about-policy", &words)?;
    app.go("/settings")?;
    app.wait_for("[data-testid=setting-trainer-area]:disabled")?;
    go_to_door(&app)?;
    ensure!(!app.has("shown-choice")?, "whether persons are shown is decided");
    make_store(&app)?;
    let door = ask(&app, "trainer_overview", &json!({}))?;
    ensure!(door["smallestGroup"] == 8, "the store is for groups of 8: {door}");
    Ok(())
}

#[test]
fn a_locked_store_is_named_with_who_locked_it_and_the_yes_is_still_asked_for() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = under(POLICY, folder.path())?.go()?;
    begin(&app, "Maya")?;
    app.reload()?;
    app.go("/settings/results")?;
    app.wait_for("delivery-locked")?;
    says(&app, "delivery-locked", &["Northwind Freight", "extension 400"])?;
    says(&app, "#main", &["lrs.example.org", "2.0.0"])?;
    ensure!(!app.has("remove-store")?, "it cannot be taken away");
    app.click("name-store")?;
    app.wait_for("store-name")?;
    ensure!(!app.has("store-address")?, "nor changed");
    app.type_into("store-name", "app")?;
    app.type_into("store-password", "canary-of-the-policy")?;
    app.click("save-store")?;
    app.wait_for("agree-yes")?;
    let delivery = ask(&app, "delivery", &json!(null))?;
    ensure!(delivery["agreedAt"].is_null(), "nobody agreed for her: {delivery}");
    ensure!(delivery["store"]["name"] == "app", "name and password are given here: {delivery}");
    Ok(())
}

#[test]
fn a_signed_policy_beside_the_data_is_named_with_its_signer() -> Result<()> {
    const PASSPHRASE: &str = "seven calm herons wade";
    let folder = tempfile::tempdir()?;
    let (keys, data) = (folder.path().join("keys"), folder.path().join("data"));
    let words = packs::new_key(&keys, PASSPHRASE)?.fingerprint();
    packs::ThisComputer::at(&data)?.trust(&keys.join("org.pub"), "Northwind training")?;
    fs::create_dir_all(data.join("policy"))?;
    let file = data.join("policy/policy.toml");
    fs::write(&file, POLICY.replacen('\n', "\nnumber = 1\n", 1))?;
    sign_policy(&file, &keys.join("org.key"), PASSPHRASE)?;
    let nowhere = folder.path().join("nowhere");
    let start = Start::new(&data).with_variable("EIGHTEEN_POLICY_DIR", &nowhere.to_string_lossy());
    let app = start.go()?;
    begin(&app, "Maya")?;
    app.reload()?;
    app.go("/about")?;
    app.wait_for("about-policy")?;
    says(&app, "about-policy", &["Northwind Freight", "key of", "Northwind training", &words])?;
    app.go("/settings")?;
    app.wait_for("[data-testid=setting-trainer-area]:disabled")
}

#[test]
fn a_faulty_policy_names_its_lines_on_about() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let faulty = POLICY.replace("smallest-group = 8", "smallest-group = 2");
    let app = under(&faulty.replace("730", "\"two years\""), folder.path())?.go()?;
    begin(&app, "Maya")?;
    app.reload()?;
    app.go("/about")?;
    app.wait_for("about-policy")?;
    says(&app, "about-policy", &["cannot be read", "Line 5", "Line 7"])
}
