//! Takes pictures of the real screens: each of them in each look, gathered in contact sheets
//! (`artefacts/screens/`), and those of the README into `docs/pictures/`. What is shown was made by using the app.
//!
//! With names of screens only those are taken, and no contact sheet is made.

#![allow(clippy::print_stdout, reason = "a tool that says what it does")]

mod letters;
mod picture;
mod seeded;
mod sheet;
mod shots;

use std::fs;

use anyhow::{Context, Result, ensure};
use harness::{Start, Window, artefact, root};
use serde_json::json;

use crate::picture::Picture;
use crate::sheet::Taken;
use crate::shots::{SHOTS, Shot};

/// A way in which every screen is looked at.
struct Look {
    name: &'static str,
    language: &'static str,
    theme: &'static str,
    percent: u32,
}

const LOOKS: &[Look] = &[
    Look { name: "light", language: "en-GB", theme: "light", percent: 100 },
    Look { name: "dark", language: "en-GB", theme: "dark", percent: 100 },
    Look { name: "rtl", language: "ar-XB", theme: "light", percent: 100 },
    Look { name: "200", language: "en-GB", theme: "light", percent: 200 },
];

fn main() -> Result<()> {
    let only: Vec<String> = std::env::args().skip(1).collect();
    for look in LOOKS {
        let taken = pictures_of(look, &only).with_context(|| format!("the look {}", look.name))?;
        if only.is_empty() {
            let file = artefact(&format!("screens/contact-sheet-{}.png", look.name))?;
            sheet::of_look(&taken)?.write(&file)?;
            println!("every screen, {}: {}", look.name, file.display());
        }
    }
    if !only.is_empty() {
        return Ok(());
    }
    let looks: Vec<&str> = LOOKS.iter().map(|look| look.name).collect();
    let screens: Vec<&str> = SHOTS.iter().map(|shot| shot.name).collect();
    sheet::page(&looks, &screens)
}

/// Every screen in one look, in the order of the sheet.
fn pictures_of(look: &Look, only: &[String]) -> Result<Vec<Taken>> {
    let around = tempfile::tempdir()?;
    let (folder, council) = (around.path().join("data"), around.path().join("council"));
    let mut pictures = Vec::new();
    let mut window = open(look, &folder)?;
    for shot in SHOTS {
        if shot.name == shots::FIRST_OF_A_USED_FOLDER {
            window.close()?;
            seeded::use_it(&folder)?;
            window = open(look, &folder)?;
        }
        if shot.name == shots::FIRST_OF_A_COUNCIL_FOLDER {
            window.close()?;
            shots::lay_policy(&around.path().join("policy"))?;
            window = open(look, &council)?;
        }
        if !only.is_empty() && !only.iter().any(|name| name == shot.name) {
            continue;
        }
        println!("  {} {}", look.name, shot.name);
        pictures.push(Taken { screen: shot.name, picture: picture_of(look, shot, &window)? });
    }
    window.close()?;
    Ok(pictures)
}

fn open(look: &Look, folder: &std::path::Path) -> Result<Window> {
    // Dialogs of the system begin where the files of others lie.
    let files = folder.with_file_name("results").display().to_string();
    let policy = folder.with_file_name("policy").display().to_string();
    let start = Start::new(folder).sized(1280, 820).with_variable("HOME", &files);
    let window = start.with_variable("EIGHTEEN_POLICY_DIR", &policy).go()?;
    let settings = json!({
        "language": look.language, "textPercent": look.percent, "theme": look.theme,
        "moreContrast": "system", "lessMotion": "on", "readingFont": "serif",
        "singleKeys": true, "trainerArea": true,
    });
    let saved = window.invoke("save_settings", &settings);
    ensure!(saved.is_ok(), "the settings are saved: {saved:?}");
    window.reload()?;
    Ok(window)
}

fn picture_of(look: &Look, shot: &Shot, window: &Window) -> Result<Picture> {
    (shot.reach)(window).with_context(|| format!("reaching {}", shot.name))?;
    let file = artefact(&format!("screens/{}-{}.png", shot.name, look.name))?;
    window.screenshot(&file)?;
    let picture = Picture::read(&file)?;
    if shot.in_readme.contains(&look.name) {
        let folder = root().join("docs/pictures");
        fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
        picture.write(&folder.join(format!("{}-{}.png", shot.name, look.name)))?;
    }
    Ok(picture)
}
