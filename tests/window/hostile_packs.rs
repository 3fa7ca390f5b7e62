//! Packs of the hostile corpus in the real window: what is harmless as words is shown letter for letter on every page
//! that it reaches, and what is refused is refused in words. No script runs, and nobody is called.

use std::{collections::BTreeSet, fs, io, net::TcpListener, path::Path};

use anyhow::{Result, ensure};
use eighteen_hostile::corpus::markup;
use harness::{Dialog, Window};
use serde_json::{Value, json};

use super::support::learner::{begin, modules, steps};
use super::support::{ask, kept_the_rules};

/// A name that somebody might give.
const NAME: &str = "<img src=x onerror=globalThis.canary=1>";
/// An organisation as a policy may say it.
const ORGANISATION: &str = "{{constructor.constructor('alert(1)')()}} javascript:alert(1)";
/// What no page of ours has, wherever it comes from.
const FOREIGN: &str = "script:not([src^='/assets/']):not([src^='tauri:']), iframe, object, embed, base, \
    meta[http-equiv=refresh], link[href^=http], [onload], [onerror], [onclick], [onmouseover], \
    a[href^='javascript'], a[href^='data'], a[href^='http'], [style*='url(']";
/// Alerts would stop the driver, so they are counted instead.
const WATCH: &str = "window.alert = () => { globalThis.canary = 1; }";

/// Puts one pack where the dialog finds it, opens it, and gives the verdict.
fn open(window: &Window, home: &Path, bytes: &[u8]) -> Result<Option<String>> {
    fs::write(home.join("given.e18p"), bytes)?;
    let before = window.screen().windows()?;
    window.click("open-pack")?;
    Dialog::after(window, &before)?.take_first_at_home()?;
    let told = "return document.activeElement.dataset.outcome !== undefined";
    window.wait_until_true("the focus is on the verdict", told, &[])?;
    looked_through(window)?;
    window.attribute("pack-verdict", "data-value")
}

/// Nothing ran and nothing came in; gives what is to be read.
fn looked_through(window: &Window) -> Result<String> {
    let ran =
        window.run("return globalThis.canary === undefined && {}.polluted === undefined", &[])?;
    ensure!(ran == json!(true), "nothing ran");
    let foreign = "return [...document.querySelectorAll(arguments[0])].map((one) => one.outerHTML)";
    let foreign = window.run(foreign, &[FOREIGN.into()])?;
    ensure!(foreign == json!([]), "no foreign element: {foreign}");
    window.string("return document.body.innerText", &[])
}

/// Every page that shows words of a pack, and what is to be read there.
fn pages(window: &Window) -> Result<String> {
    let module = modules(window)?.remove(0);
    let steps = steps(window, &module)?;
    let round = ask(window, "start_inbox_round", &Value::Null)?;
    let mut places: Vec<String> =
        ["/home", "/modules", "/glossary", "/case", "/ultimatum", "/inbox", "/refresher", "/about"]
            .map(str::to_owned)
            .into();
    places.push(format!("/modules/{module}"));
    places.push(format!("/modules/{module}/check"));
    places.extend(steps.iter().map(|step| format!("/modules/{module}/step/{step}")));
    places.extend(round["roundId"].as_str().map(|round| format!("/inbox/{round}/message/1")));
    let mut read = String::new();
    for place in places {
        window.go(&place)?;
        read += &looked_through(window)?;
    }
    Ok(read)
}

#[test]
fn what_a_pack_says_is_words_on_every_page_and_nothing_of_it_runs() -> Result<()> {
    let canary = TcpListener::bind("127.0.0.1:0")?;
    canary.set_nonblocking(true)?;
    let folder = tempfile::tempdir()?;
    let home = folder.path().join("home");
    fs::create_dir_all(&home)?;
    let policy =
        format!("format = 1\norganisation = \"{ORGANISATION}\"\ncontact = \"{ORGANISATION}\"\n");
    let start = super::policy::under(&policy, folder.path())?;
    let window = start.with_variable("HOME", &home.to_string_lossy()).go()?;
    window.run(WATCH, &[])?;
    window.go("/settings/packs")?;
    window.wait_for("pack-row")?;
    let port = canary.local_addr()?.port();
    let (pack, literals) = markup::shown_pack();
    open(&window, &home, &pack)?;
    window.click("trust-signer")?;
    window.wait_for("install-pack")?;
    let mut read = looked_through(&window)?;
    window.click("install-pack")?;
    window.wait_for("pack-installed")?;
    window.click("open-course")?;
    window.wait_for("[data-testid=pack-installed] [data-to=home]")?;
    for refused in markup::refused_packs(port) {
        let verdict = open(&window, &home, &refused)?;
        ensure!(verdict.as_deref() == Some("signed"), "{verdict:?}");
        ensure!(!window.has("install-pack")?, "there is no way in, whoever signed it");
        window.wait_for_text("pack-verdict", "cannot be installed")?;
    }
    begin(&window, NAME)?;
    window.reload()?;
    window.run(WATCH, &[])?;
    read += &pages(&window)?;
    let missing: BTreeSet<&str> = literals
        .into_iter()
        .chain([NAME, ORGANISATION])
        .filter(|one| !read.contains(one))
        .collect();
    ensure!(missing.is_empty(), "to be read letter for letter: {missing:?}");
    kept_the_rules(&window)?;
    let asked = window.foreign_requests()?;
    ensure!(asked.is_empty(), "the page asked for {asked:?}");
    let called = canary.accept().map(drop).err().map(|error| error.kind());
    ensure!(called == Some(io::ErrorKind::WouldBlock), "nobody calls");
    Ok(())
}
