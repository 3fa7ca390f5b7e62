//! Settings without a mouse, and after a restart.

use anyhow::{Result, ensure};
use harness::{Key, Window};
use serde_json::{Value, json};

use super::support::keyboard::Keyboard;
use super::support::learner::begin;
use super::support::stop::Stop;

/// The bar allows this many activations for another language and text at 150 %.
const MOST_ACTIVATIONS: usize = 4;

#[test]
fn another_language_and_larger_text_need_four_activations_and_survive_a_restart() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    begin(&app, "Maya")?;
    app.reload()?;
    let mut keyboard = Keyboard::at(&app);
    let activations = open_settings(&mut keyboard)?
        + larger_until(&app, &mut keyboard, "150%")?
        + choose_language(&app, &mut keyboard, "ar-XB")?;
    ensure!(activations <= MOST_ACTIVATIONS, "it took {activations} activations");
    is_large_and_from_right_to_left(&app)?;
    app.close()?;

    let app = Window::start(folder.path())?;
    is_large_and_from_right_to_left(&app)
}

fn open_settings(keyboard: &mut Keyboard<'_>) -> Result<usize> {
    keyboard.follow_rail("#/settings")?;
    keyboard.arrived()?;
    Ok(1)
}

fn larger_until(app: &Window, keyboard: &mut Keyboard<'_>, size: &str) -> Result<usize> {
    keyboard.tab_until("the button for larger text", |stop| stop.id == "text-larger")?;
    let mut activations = 0;
    while app.text("setting-text-size")? != size {
        ensure!(activations < 20, "the text becomes {size}");
        let before = app.text("setting-text-size")?;
        keyboard.strike(Key::Enter)?;
        let larger = "return document.querySelector('[data-testid=setting-text-size]').innerText !== arguments[0]";
        app.wait_until_true("the text to grow", larger, &[json!(before)])?;
        activations += 1;
        let stop = Stop::of(app)?;
        ensure!(stop.id == "text-larger" && stop.visible, "the focus stays in sight: {stop:?}");
    }
    app.wait_for("[data-testid=settings-saved][data-saved=true]")?;
    Ok(activations)
}

/// Opening the list of made-up languages does not count: a real one stands among the first.
fn choose_language(app: &Window, keyboard: &mut Keyboard<'_>, tag: &str) -> Result<usize> {
    keyboard.tab_until("the languages for testers", |stop| stop.tag == "summary")?;
    keyboard.strike(Key::Enter)?;
    let first = keyboard.tab_until("the first of them", |stop| stop.id == "setting-language")?;
    keyboard.strike(Key::Space)?;
    for _ in 0..5 {
        let now = Stop::of(app)?;
        if now.value == tag && now.checked {
            app.wait_for("[data-testid=settings-saved][data-saved=true]")?;
            return Ok(1);
        }
        keyboard.strike(Key::Down)?;
    }
    anyhow::bail!("the arrows lead from {first:?} to {tag}")
}

fn is_large_and_from_right_to_left(app: &Window) -> Result<()> {
    let look = "const root = document.documentElement;\
                return [root.dir, root.lang, getComputedStyle(root).fontSize]";
    app.wait_until_true("the direction", "return document.documentElement.dir === 'rtl'", &[])?;
    let look = app.run(look, &[])?;
    ensure!(look == json!(["rtl", "ar-XB", "24px"]), "direction, language and size: {look}");
    let overflow = app.run("return document.documentElement.scrollWidth - innerWidth", &[])?;
    ensure!(overflow.as_i64() <= Some(0), "nothing is wider than the page: {overflow}");
    Ok(())
}

#[test]
fn every_setting_is_kept_and_shown_again_after_a_restart() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    begin(&app, "Maya")?;
    app.reload()?;
    app.click("[data-testid=rail-entry][data-to=settings]")?;
    let chosen = [
        "[data-testid=setting-font][data-value=sans]",
        "[data-testid=setting-theme][data-value=dark]",
        "[data-testid=setting-contrast][data-value=on]",
        "[data-testid=setting-motion][data-value=on]",
        "[data-testid=setting-language][data-value=en-GB]",
    ];
    for choice in chosen {
        app.click(choice)?;
        app.wait_for("[data-testid=settings-saved][data-saved=true]")?;
    }
    let switches = ["setting-single-keys", "setting-trainer-area"];
    let before = states(&app, &switches)?;
    for switch in switches {
        app.click(switch)?;
        app.wait_for("[data-testid=settings-saved][data-saved=true]")?;
    }
    let turned = states(&app, &switches)?;
    ensure!(turned != before, "the switches turn: {before} and {turned}");
    app.close()?;

    let app = Window::start(folder.path())?;
    app.click("[data-testid=rail-entry][data-to=settings]")?;
    app.wait_for("setting-font")?;
    let kept = states(&app, &chosen)?;
    ensure!(kept == json!([true, true, true, true, true]), "every choice is shown again: {kept}");
    ensure!(states(&app, &switches)? == turned, "and every switch");
    let marks = "const { theme, contrast, motion, font } = document.documentElement.dataset;\
                 return [theme, contrast, motion, font]";
    let marks = app.run(marks, &[])?;
    ensure!(
        marks == json!(["dark", "more", "less", "sans"]),
        "and the page looks like it: {marks}"
    );
    Ok(())
}

fn states(app: &Window, names: &[&str]) -> Result<Value> {
    let selectors: Vec<String> = names
        .iter()
        .map(|name| {
            if name.starts_with('[') { (*name).to_owned() } else { format!("[data-testid={name}]") }
        })
        .collect();
    app.run(
        "return arguments[0].map((one) => document.querySelector(one).checked)",
        &[json!(selectors)],
    )
}
