//! `kept FOLDER`: opens the learners' store of a data folder as the app does, and prints `answer <uuid>`
//! for each answer in it. A store that had to be set aside is a failure.

#![allow(clippy::print_stdout, reason = "what it prints is what it is for")]

use std::io::{Write, stdout};
use std::path::Path;

use anyhow::{Context, Result, bail};
use eighteen_store::{DataFolder, Error, Kind, Store};

fn main() -> Result<()> {
    let folder = std::env::args().nth(1).context("which folder?")?;
    let folder = DataFolder::hold(Path::new(&folder))?;
    let opened = Store::open(&folder, Kind::Learner, "20260101T000000Z")?;
    if let Some(damage) = opened.damage {
        bail!("the store was damaged: {damage:?}");
    }
    let answers = opened.store.read(|reader| reader.answers_after(0, u32::MAX))?;
    let mut out = stdout().lock();
    for row in answers {
        writeln!(out, "answer {}", row.answer.id)?;
    }
    Ok::<(), Error>(())?;
    Ok(())
}
