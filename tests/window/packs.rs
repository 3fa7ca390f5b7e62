//! A pack, by keyboard: who signed it in two steps (O2), a changed one that has no way in (O3), trusted after its words
//! were compared, installed, and taught.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use eighteen_app::packs;
use harness::{Dialog, Key, Start, Window};

use super::support::keyboard::Keyboard;

const PASSPHRASE: &str = "seven calm herons wade";

/// A folder with one pack, signed by a key that nobody knows: the home folder, where dialogs begin.
pub(crate) fn handed_over(beside: &Path) -> Result<PathBuf> {
    let home = beside.join("home");
    fs::create_dir_all(&home)?;
    let [keys, written] = ["keys", "house"].map(|name| beside.join(name));
    packs::new_key(&keys, PASSPHRASE)?;
    packs::new_pack(&written)?;
    let file = home.join("house.e18p");
    packs::build(&written, &file)?;
    packs::sign(&file, &keys.join("org.key"), PASSPHRASE)?;
    Ok(home)
}

fn choose(window: &Window, keys: &mut Keyboard<'_>) -> Result<()> {
    let before = window.screen().windows()?;
    keys.tab_until("the button for a pack", |stop| stop.id == "open-pack")?;
    keys.strike(Key::Enter)?;
    Dialog::after(window, &before)?.take_first_at_home()?;
    let focused = "return document.activeElement.dataset.outcome !== undefined";
    window.wait_until_true("the focus is on the verdict", focused, &[])
}

/// The verdict, in which the focus is on the sentence.
fn verdict(window: &Window) -> Result<(String, String)> {
    let kind = window.attribute("pack-verdict", "data-value")?.context("a verdict")?;
    Ok((kind, window.string("return document.activeElement.textContent", &[])?))
}

#[test]
fn a_pack_is_verified_trusted_and_installed_by_keyboard() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let home = handed_over(folder.path())?;
    let data = folder.path().join("data");
    let start = Start::new(&data).with_variable("HOME", &home.to_string_lossy());
    let window = start.go()?;
    window.go("/settings/packs")?;
    window.wait_for("pack-row")?;
    let mut keys = Keyboard::at(&window);
    choose(&window, &mut keys)?;
    let (kind, sentence) = verdict(&window)?;
    ensure!(kind == "unknown", "{kind}");
    ensure!(sentence == "Signed by someone this computer does not know", "{sentence}");
    keys.tab_until("the name of the key", |stop| stop.id == "signer-name")?;
    keys.tab_until("trust", |stop| stop.id == "trust-signer")?;
    keys.strike(Key::Enter)?;
    window.wait_for("install-pack")?;
    let (kind, sentence) = verdict(&window)?;
    ensure!(kind == "signed" && sentence.contains("unchanged"), "{kind}: {sentence}");
    // Somebody changes the file on the way: nothing of it is believed, and nothing can be pressed.
    let file = home.join("house.e18p");
    let whole = fs::read(&file)?;
    let mut changed = whole.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    fs::write(&file, &changed)?;
    choose(&window, &mut keys)?;
    let (kind, sentence) = verdict(&window)?;
    ensure!(kind == "changed", "{kind}");
    ensure!(sentence == "Changed after signing: do not use", "{sentence}");
    ensure!(!window.has("install-pack")? && !window.has("trust-signer")?, "a way in");
    fs::write(&file, &whole)?;
    choose(&window, &mut keys)?;
    keys.tab_until("install", |stop| stop.id == "install-pack")?;
    keys.strike(Key::Enter)?;
    window.wait_for("pack-installed")?;
    keys.tab_until("open the course", |stop| stop.id == "open-course")?;
    keys.strike(Key::Enter)?;
    window.wait_for("[data-to=home]")
}
