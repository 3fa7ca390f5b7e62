//! The contact sheets: for each look one picture of all screens with their names, and a page that shows
//! all looks of a screen beside each other.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result, ensure};
use harness::artefact;

use crate::letters;
use crate::picture::Picture;

/// How wide a screen is on a sheet.
const THUMB: usize = 480;
const GAP: usize = 16;
const ACROSS: usize = 4;
/// How large a dot of a letter is.
const DOT: usize = 2;
const CAPTION: usize = letters::HEIGHT * DOT + GAP;

/// A screen in one look.
pub(crate) struct Taken {
    pub(crate) screen: &'static str,
    pub(crate) picture: Picture,
}

/// All screens of one look, with the name under each.
pub(crate) fn of_look(taken: &[Taken]) -> Result<Picture> {
    ensure!(!taken.is_empty(), "there are pictures");
    let thumbs: Vec<Picture> = taken.iter().map(|one| one.picture.narrowed(THUMB)).collect();
    let rows: Vec<&[Picture]> = thumbs.chunks(ACROSS).collect();
    let high = |row: &[Picture]| row.iter().map(Picture::height).max().unwrap_or(0) + CAPTION + GAP;
    let height = GAP + rows.iter().map(|row| high(row)).sum::<usize>();
    let mut sheet = Picture::blank(GAP + ACROSS * (THUMB + GAP), height);
    let mut top = GAP;
    for (row, names) in rows.iter().zip(taken.chunks(ACROSS)) {
        for (at, (thumb, one)) in row.iter().zip(names).enumerate() {
            let left = GAP + at * (THUMB + GAP);
            ensure!(letters::can_write(one.screen), "{} has letters only", one.screen);
            sheet.paste(thumb, left, top);
            sheet.write_words(one.screen, left, top + thumb.height() + GAP / 2, DOT);
        }
        top += high(row);
    }
    Ok(sheet)
}

/// A page that shows every screen in all looks. It lies beside the pictures and names them.
pub(crate) fn page(looks: &[&str], screens: &[&str]) -> Result<()> {
    let mut html = String::from(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Every screen in every look</title>\n\
         <style>\n  body { margin: 1rem; background: #888; font: 1rem/1.4 sans-serif; }\n  \
         section { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem; }\n  \
         figure { margin: 0; }\n  img { width: 100%; }\n  h2 { margin: 2rem 0 0.5rem; }\n</style>\n\
         <h1>Every screen in every look</h1>\n",
    );
    for screen in screens {
        writeln!(html, "<h2 id=\"{screen}\">{screen}</h2>\n<section>")?;
        for look in looks {
            let file = format!("{screen}-{look}.png");
            writeln!(
                html,
                "<figure><a href=\"{file}\"><img src=\"{file}\" alt=\"{screen}, {look}\" loading=\"lazy\"></a>\
                 <figcaption>{screen}, {look}</figcaption></figure>"
            )?;
        }
        html.push_str("</section>\n");
    }
    let file = artefact("screens/contact-sheet.html")?;
    fs::write(&file, html).with_context(|| format!("writing {}", file.display()))?;
    println!("every screen in every look: {}", file.display());
    Ok(())
}
