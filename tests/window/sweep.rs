//! Every screen in every look: what axe-core sees, and what it does not see.

mod inspect;
mod tour;
mod trainer_tour;

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use harness::{Start, Window};
use serde_json::json;

use self::inspect::{Eye, LIGHT, Look};
use super::pack_builder::with_a_key;
use super::packs::handed_over;
use super::policy::{POLICY, under};
use super::support::faults::newer_store;
use super::support::past::{failed_checks, judged_round};

#[test]
fn every_screen_is_sound_in_light() -> Result<()> {
    sweep(LIGHT)
}

#[test]
fn every_screen_is_sound_in_the_dark_from_right_to_left() -> Result<()> {
    sweep(Look { theme: "dark", language: "ar-XB", ..LIGHT })
}

#[test]
fn every_screen_is_sound_with_text_at_twice_the_size() -> Result<()> {
    sweep(Look { percent: 200, ..LIGHT })
}

#[test]
fn every_screen_is_sound_in_a_small_dark_window_with_long_words_and_more_contrast() -> Result<()> {
    sweep(Look { language: "en-XA", theme: "dark", contrast: "on", size: (640, 480), ..LIGHT })
}

/// As narrow as 320 pixels with text of the usual size.
#[test]
fn nothing_is_cut_off_in_the_narrowest_window_with_long_words_at_twice_the_size() -> Result<()> {
    sweep(narrowest())
}

/// One window sees everything: a damaged store and a newcomer first, then people who have learned.
fn sweep(look: Look) -> Result<()> {
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("learner.db"), b"rubbish".repeat(999))?;
    let window = look.open(folder.path())?;
    let mut eye = Eye::on(&window, look);
    tour::newcomer(&mut eye)?;
    tour::learner(&mut eye)?;
    let screens = eye.close()?;
    ensure!(screens > 60, "only {screens} screens were seen");
    Ok(())
}

/// What only somebody sees who learned two months ago, with her record after practice of every kind.
#[test]
fn the_refresher_is_sound_in_every_look() -> Result<()> {
    let long_ago = |folder: &Path| {
        judged_round(folder, 90)?;
        failed_checks(folder, 60, 2)
    };
    looks().into_iter().try_for_each(|look| tour_in(look, long_ago, tour::refresher))
}

/// A run of the story from its start page to its debrief.
#[test]
fn the_ultimatum_is_sound_in_every_look() -> Result<()> {
    looks().into_iter().try_for_each(|look| tour_in(look, EMPTY, tour::ultimatum))
}

/// What practice shows a trainer, before there is anything and with made-up people.
#[test]
fn what_practice_shows_is_sound_in_every_look() -> Result<()> {
    looks().into_iter().try_for_each(|look| tour_in(look, EMPTY, tour::practised))
}

/// Files that a trainer takes in, people, assignments on both sides.
#[test]
fn what_a_trainer_does_with_files_and_people_is_sound() -> Result<()> {
    for look in [LIGHT, Look { percent: 200, ..LIGHT }, narrowest()] {
        let folder = tempfile::tempdir()?;
        let data = folder.path().join("data");
        let files = trainer_tour::files_beside(&data)?;
        let start = under(POLICY, folder.path())?;
        let window = look.open_with(start.with_variable("HOME", &files.to_string_lossy()))?;
        let mut eye = Eye::on(&window, look);
        trainer_tour::with_files(&mut eye)?;
        eye.close()?;
    }
    Ok(())
}

/// Packs: none but the course that ships, one by a signer who is not known, trusted, installed, changed.
#[test]
fn packs_and_their_signers_are_sound() -> Result<()> {
    for look in [LIGHT, Look { percent: 200, ..LIGHT }, narrowest()] {
        let folder = tempfile::tempdir()?;
        let home = handed_over(folder.path())?;
        let start = Start::new(&folder.path().join("data"));
        let window = look.open_with(start.with_variable("HOME", &home.to_string_lossy()))?;
        let mut eye = Eye::on(&window, look);
        trainer_tour::packs(&mut eye, &home)?;
        eye.close()?;
    }
    Ok(())
}

/// A pack of one's own: empty, with words in two languages that are missing, with logo and colour, signed.
#[test]
fn making_a_pack_is_sound() -> Result<()> {
    let dark = Look { theme: "dark", language: "ar-XB", ..LIGHT };
    for look in [LIGHT, dark, narrowest()] {
        let folder = tempfile::tempdir()?;
        let data = folder.path().join("data");
        let home = with_a_key(folder.path(), &data)?;
        let start = Start::new(&data);
        let window = look.open_with(start.with_variable("HOME", &home.to_string_lossy()))?;
        let mut eye = Eye::on(&window, look);
        trainer_tour::making_a_pack(&mut eye)?;
        trainer_tour::own_pages(&mut eye)?;
        eye.close()?;
    }
    Ok(())
}

/// A store in which no person is shown.
#[test]
fn where_nobody_is_shown_every_page_is_sound() -> Result<()> {
    let looks = [Look { theme: "dark", ..LIGHT }, Look { percent: 200, ..LIGHT }, narrowest()];
    looks.into_iter().try_for_each(|look| tour_in(look, EMPTY, trainer_tour::where_nobody_is_shown))
}

/// Reports of a group and of some days.
#[test]
fn reports_of_some_people_are_sound() -> Result<()> {
    let looks = [LIGHT, Look { theme: "dark", language: "ar-XB", ..LIGHT }, narrowest()];
    looks.into_iter().try_for_each(|look| tour_in(look, EMPTY, trainer_tour::told_of_some))
}

fn narrowest() -> Look {
    Look { language: "en-XA", percent: 200, size: (640, 480), only_measured: true, ..LIGHT }
}

#[test]
fn the_case_the_glossary_and_the_palette_are_sound_in_every_look() -> Result<()> {
    looks().into_iter().try_for_each(|look| tour_in(look, EMPTY, tour::looking_up))
}

/// Questions of every type with their explanations, a pre-check and the assessment with their results.
#[test]
fn every_type_of_question_is_sound_in_every_look() -> Result<()> {
    looks().into_iter().try_for_each(|look| tour_in(look, EMPTY, tour::questions))
}

/// The looks in which the long sweep sees every screen.
fn looks() -> [Look; 5] {
    let small = Look { language: "en-XA", size: (640, 480), ..LIGHT };
    [
        LIGHT,
        Look { theme: "dark", language: "ar-XB", ..LIGHT },
        Look { percent: 200, ..LIGHT },
        Look { theme: "dark", contrast: "on", ..small },
        Look { percent: 200, only_measured: true, ..small },
    ]
}

/// A folder in which nobody has learned.
const EMPTY: fn(&Path) -> Result<()> = |_folder| Ok(());

/// A tour of its own in a folder that was prepared for it.
fn tour_in(
    look: Look,
    prepare: fn(&Path) -> Result<()>,
    tour: fn(&mut Eye<'_>) -> Result<()>,
) -> Result<()> {
    let folder = tempfile::tempdir()?;
    prepare(folder.path())?;
    let window = look.open(folder.path())?;
    let mut eye = Eye::on(&window, look);
    tour(&mut eye)?;
    eye.close().map(drop)
}

/// It stands outside of every other screen: settings cannot be read, so the look is put on from outside.
#[test]
fn the_page_of_a_failed_start_is_sound() -> Result<()> {
    let folder = tempfile::tempdir()?;
    newer_store(folder.path())?;
    let window = Window::start(folder.path())?;
    window.wait_for("failure-details")?;
    for (theme, percent, size) in
        [("light", 100, (1180, 800)), ("dark", 200, (1180, 800)), ("light", 200, (640, 480))]
    {
        let body = "const [theme, percent] = arguments; const root = document.documentElement;\
                    root.dataset.theme = theme; root.style.fontSize = `${percent}%`";
        window.run(body, &[json!(theme), json!(percent)])?;
        window.resize(size.0, size.1)?;
        let mut eye = Eye::on(&window, Look { theme, percent, size, ..LIGHT });
        eye.arrived("the page of a failed start")?;
        eye.unfold()?;
        eye.inspect(&format!("a failed start, {theme}, {percent} %, {size:?}"))?;
        eye.close()?;
    }
    Ok(())
}

/// What could be wrong with a page; each of them is planted once.
const FAULTS: [(&str, &str); 11] = [
    ("a picture without words", "main.append(new Image())"),
    ("a page that is too wide", "main.firstElementChild.style.width = '5000px'"),
    ("letters that are too small", "h1.style.fontSize = '13px'"),
    ("a second heading", "main.append(document.createElement('h1'))"),
    (
        "words on words",
        "const two = h1.cloneNode(true); two.className = 'x';\
                        h1.parentElement.append(two); two.style.marginTop = '-1.1em'",
    ),
    (
        "words that are cut off",
        "h1.style.cssText = 'width: 60px; overflow: hidden; white-space: nowrap'",
    ),
    (
        "a target that is too small",
        "const b = document.createElement('button');\
                                    b.textContent = 'x'; b.style.cssText = 'height: 20px; width: 20px';\
                                    main.append(b)",
    ),
    (
        "a main button that is too low",
        "document.querySelector('[data-primary]').style.cssText =\
                                       'min-height: 0; height: 30px'",
    ),
    ("a message without words", "h1.textContent = 'home-title'"),
    ("a stop before the skip link", "document.body.prepend(document.createElement('button'))"),
    ("a page without a language", "document.documentElement.removeAttribute('lang')"),
];

#[test]
fn the_sweep_sees_what_is_planted() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let window = LIGHT.open(folder.path())?;
    let mut eye = Eye::on(&window, LIGHT);
    eye.visit("/home")?;
    ensure!(eye.count() == 0, "the page is sound before anything is planted");
    for (what, plant) in FAULTS {
        let before = eye.count();
        let body = format!(
            "const main = document.querySelector('main'); const h1 = main.querySelector('h1'); {plant}"
        );
        window.run(&body, &[])?;
        eye.inspect(what)?;
        ensure!(eye.count() > before, "{what} was planted and not seen");
        window.reload()?;
        window.settled()?;
    }
    ensure!(eye.close().is_err(), "what was seen makes the sweep fail");
    the_policy_is_watched(&window)
}

/// The recorder of breaches sees one that is planted.
fn the_policy_is_watched(window: &Window) -> Result<()> {
    let breaches = window.policy_breaches()?;
    ensure!(breaches.is_empty(), "the page itself breaks no rule: {breaches:?}");
    window.run(
        "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')",
        &[],
    )?;
    let breaches = window.policy_breaches()?;
    ensure!(!breaches.is_empty(), "a planted style is blocked, and told");
    Ok(())
}
