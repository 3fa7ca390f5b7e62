//! An organisation makes a pack by keyboard, within the steps of the bar (O1): two modules, two languages, a logo,
//! checked, signed and saved. `minisign` itself verifies it, and somebody on another computer sees whose it is.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, anyhow, ensure};
use eighteen_app::{App, packs};
use eighteen_testkit::SaveTo;
use harness::{Dialog, Key, Start, Window};
use serde_json::json;

use super::support::keyboard::Keyboard;
use super::support::stop::Stop;
use super::support::{ask, kept_the_rules};

pub(crate) const PASSPHRASE: &str = "seven calm herons wade";
/// The colour of the organisation, and that of the app in the light theme.
const OWN: &str = "#3584e4";
const APP: &str = "#0a5a68";
/// What the bar allows.
const MOST_STEPS: usize = 14;

/// A home with a logo, and a key that is known to the app: it was made on another day.
pub(crate) fn with_a_key(beside: &Path, data: &Path) -> Result<PathBuf> {
    let home = beside.join("home");
    let keys = beside.join("keys");
    fs::create_dir_all(&home)?;
    packs::new_key(&keys, PASSPHRASE)?;
    let logo = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/logo.png");
    fs::copy(logo, home.join("logo.png"))?;
    let app = App::open(data, Box::new(SaveTo::nowhere().opening(vec![keys.join("org.key")])));
    app.choose_signing_key().map_err(|error| anyhow!("{error}"))?;
    Ok(home)
}

/// Ines, who counts: each activation and each field is a step, those of the system's dialogs too.
struct Ines<'a> {
    app: &'a Window,
    keyboard: Keyboard<'a>,
    steps: usize,
}

impl Ines<'_> {
    fn follow(&mut self, id: &str) -> Result<()> {
        let stop = self.keyboard.tab_until(id, |stop| stop.id == id)?;
        self.steps += 1;
        self.keyboard.follow(&stop)?;
        self.keyboard.arrived()
    }

    /// Follows a link of those above every page of the builder.
    fn page(&mut self, name: &str) -> Result<()> {
        self.app.run("document.querySelector('h1').focus()", &[])?;
        let address = format!("#/settings/packs/make/{name}");
        let is_link = |stop: &Stop| stop.id == "pack-page" && stop.value == address;
        let link = self.keyboard.shift_tab_until(name, is_link)?;
        self.steps += 1;
        self.keyboard.follow(&link)?;
        self.keyboard.arrived()
    }

    fn tick(&mut self, id: &str, value: &str) -> Result<()> {
        self.keyboard.tab_until(value, |stop| stop.id == id && stop.value == value)?;
        self.steps += 1;
        self.keyboard.strike(Key::Space)
    }

    fn write(&mut self, id: &str, words: &str) -> Result<()> {
        self.keyboard.tab_until(id, |stop| stop.id == id)?;
        self.steps += 1;
        self.app.type_text(words)
    }
}

#[test]
fn a_pack_is_built_checked_signed_and_seen_within_the_steps_of_the_bar() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    let home = with_a_key(folder.path(), &data)?;
    let start = Start::new(&data).with_variable("HOME", &home.to_string_lossy());
    let window = start.go()?;
    window.go("/settings/packs")?;
    window.wait_for("pack-row")?;
    let mut ines = Ines { app: &window, keyboard: Keyboard::at(&window), steps: 0 };
    ines.follow("make-pack")?;
    window.wait_for("pack-part")?;
    ines.tick("pack-part", "the-notice")?;
    ines.tick("pack-part", "pressure")?;
    ines.tick("pack-language", "de")?;
    ines.follow("pack-next")?;
    let german = "return document.querySelectorAll('[data-testid=pack-welcome]').length === 2";
    window.wait_until_true("fields in two languages", german, &[])?;
    ines.write("pack-name", "Acme")?;
    ines.write("pack-welcome", "Welcome. Take your time.")?;
    ines.write("pack-welcome", "Willkommen. Nehmen Sie sich Zeit.")?;
    ines.page("branding")?;
    let before = window.screen().windows()?;
    ines.keyboard.tab_until("the logo", |stop| stop.id == "pack-logo")?;
    ines.keyboard.strike(Key::Enter)?;
    Dialog::after(&window, &before)?.take_first_at_home()?;
    ines.steps += 2;
    window.wait_for("organisation-logo")?;
    // No part of the task: a blue that is too light for words.
    ask(&window, "choose_pack_accent", &json!({ "accent": OWN }))?;
    window.run("document.querySelector('h1').focus()", &[])?;
    ines.follow("pack-next")?;
    window.wait_for("[data-testid=pack-problems][data-value='0']")?;
    ines.write("key-passphrase", PASSPHRASE)?;
    ines.keyboard.tab_until("sign", |stop| stop.id == "sign-pack")?;
    ines.steps += 1;
    ines.keyboard.strike(Key::Enter)?;
    window.wait_for("signed-pack")?;
    ensure!(ines.steps <= MOST_STEPS, "it takes {} steps, and may take {MOST_STEPS}", ines.steps);
    kept_the_rules(&window)?;
    drop(window);

    let pack = pack_at(&home)?;
    minisign_verifies(&pack, folder.path())?;
    a_learner_sees_it(folder.path(), &pack)
}

/// The pack that was saved in a folder.
pub(crate) fn pack_at(home: &Path) -> Result<PathBuf> {
    let files: Vec<PathBuf> = fs::read_dir(home)?.flatten().map(|file| file.path()).collect();
    let pack = files.iter().find(|path| path.extension().is_some_and(|ending| ending == "e18p"));
    pack.cloned().with_context(|| format!("a pack in {files:?}"))
}

/// The program of everybody, which knows nothing of packs.
fn minisign_verifies(pack: &Path, folder: &Path) -> Result<()> {
    packs::take_manifest(pack, &folder.join("taken"))?;
    let stock = Command::new("minisign")
        .args(["-V", "-p", "keys/org.pub", "-m", "taken/manifest.json"])
        .current_dir(folder)
        .output()
        .context("the program minisign, which the tests install")?;
    ensure!(stock.status.success(), "minisign: {stock:?}");
    Ok(())
}

/// A window of somebody else, who compares the words of the signer and installs the pack.
pub(crate) fn installed_elsewhere(folder: &Path, pack: &Path) -> Result<Window> {
    let home = folder.join("elsewhere");
    fs::create_dir_all(&home)?;
    fs::copy(pack, home.join("course.e18p"))?;
    let start = Start::new(&folder.join("fresh"));
    let window = start.with_variable("HOME", &home.to_string_lossy()).go()?;
    window.go("/settings/packs")?;
    window.wait_for("pack-row")?;
    let before = window.screen().windows()?;
    window.click("open-pack")?;
    Dialog::after(&window, &before)?.take_first_at_home()?;
    window.wait_for("trust-signer")?;
    window.click("trust-signer")?;
    window.wait_for("install-pack")?;
    window.click("install-pack")?;
    window.wait_for("pack-installed")?;
    window.click("open-course")?;
    window.wait_for("[data-testid=pack-installed] [data-to=home]")?;
    Ok(window)
}

fn a_learner_sees_it(folder: &Path, pack: &Path) -> Result<()> {
    let window = installed_elsewhere(folder, pack)?;
    window.go("/home")?;
    window.wait_for_text("organisation", "Welcome. Take your time.")?;
    ensure!(!window.text("organisation")?.contains("Willkommen"), "one language at a time");
    let logo = "const logo = document.querySelector('[data-testid=organisation-logo] img');\
                return logo !== null && logo.complete && logo.naturalWidth > 1 && logo.alt === 'Acme'";
    window.wait_until_true("the logo with its words", logo, &[])?;
    let accent = "getComputedStyle(document.documentElement).getPropertyValue('--accent')";
    let accent = window.string(&format!("return {accent}"), &[])?;
    ensure!(accent != APP && accent != OWN, "{accent} is the colour, made readable");
    window.go("/modules")?;
    let modules = "return document.querySelectorAll('[data-testid=module-link]').length === 2";
    window.wait_until_true("two modules", modules, &[])?;
    window.go("/welcome")?;
    kept_the_rules(&window)
}
