//! `cargo xtask dist`: the release build and the bundles of this system. `--verify` installs the
//! Debian package in a clean root and starts it there.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::places::{artefacts, debug_program, root, target};
use crate::root_of_debian::CleanRoot;
use crate::run::build_words;
use crate::shell::{cargo, has, output, program, run};
use crate::stamp::{Stamp, hex};
use crate::step::Steps;
use crate::{packages, places, rolling_out, setup, ui};

/// The bundles of this system. An AppImage would need a download from outside the registries.
const BUNDLES: &str = if cfg!(windows) {
    "msi,nsis"
} else if cfg!(target_os = "macos") {
    "app,dmg"
} else {
    "deb,rpm"
};

/// How the release is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Care {
    /// As it is handed out.
    Full,
    /// For tests: optimised and stripped as well, but crate by crate, which takes half the time.
    Quick,
}

impl Care {
    /// Each has a folder of its own, so that neither makes the other begin anew.
    fn folder(self) -> PathBuf {
        match self {
            Self::Full => target(),
            Self::Quick => target().join("quick"),
        }
    }

    /// Where the bundles lie with their checksums, under the artefacts.
    fn bundles(self) -> &'static str {
        match self {
            Self::Full => "dist",
            Self::Quick => "dist-quick",
        }
    }

    fn program(self) -> PathBuf {
        let name = self.folder().join("release/eighteen-days");
        name.with_extension(std::env::consts::EXE_EXTENSION)
    }
}

/// Builds the bundles and puts them, with their checksums, into artefacts/dist.
pub(crate) fn build() -> Result<()> {
    println!("Building the release and its bundles ({BUNDLES}): about 8 minutes the first time");
    bundles_with(Care::Full)
}

fn quick_build() -> Result<()> {
    bundles_with(Care::Quick)
}

fn bundles_with(care: Care) -> Result<()> {
    setup::for_running()?;
    bundle(care, &["--bundles", BUNDLES])?;
    let folder = artefacts().join(care.bundles());
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    let mut sums = String::new();
    for made in bundles(care)? {
        let name = made.file_name().context("a bundle has a name")?.to_string_lossy();
        let name = name.replace(' ', "-");
        let content = fs::read(&made).with_context(|| format!("reading {}", made.display()))?;
        writeln!(sums, "{}  {name}", hex(&Sha256::digest(&content)))?;
        fs::write(folder.join(&name), content).with_context(|| format!("writing {name}"))?;
        println!("  {}", folder.join(&name).display());
    }
    fs::write(folder.join("SHA256SUMS"), sums).context("writing the checksums")
}

/// The release program without bundles, as the bundles would carry it.
pub(crate) fn release_program() -> Result<()> {
    println!("Building the release (about 6 minutes the first time)");
    bundle(Care::Full, &["--no-bundle"])
}

/// npm's Tauri tool builds the program and the bundles. The page is built here, because the tool would
/// build it each time and everything that holds it again.
fn bundle(care: Care, words: &[&str]) -> Result<()> {
    ui::build()?;
    let tool = places::ui().join("node_modules/.bin").join(if cfg!(windows) {
        "tauri.cmd"
    } else {
        "tauri"
    });
    let page_is_built = ["--config", r#"{"build":{"beforeBuildCommand":null}}"#];
    let words = [&["build", "--ci"], &page_is_built[..], words].concat();
    let mut command = program(tool, &words);
    command.env("CARGO_TARGET_DIR", care.folder());
    if care == Care::Quick {
        let quick =
            [("CARGO_PROFILE_RELEASE_LTO", "off"), ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")];
        command.envs(quick);
    }
    run(&mut command)
}

/// What the last build made.
fn bundles(care: Care) -> Result<Vec<PathBuf>> {
    let folder = care.folder().join("release/bundle");
    let endings = ["deb", "rpm", "msi", "exe", "dmg"];
    let mut found = Vec::new();
    for kind in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
        let kind = kind?.path();
        let files = fs::read_dir(&kind).into_iter().flatten().flatten().map(|file| file.path());
        found.extend(
            files.filter(|file| endings.iter().any(|e| file.extension() == Some(e.as_ref()))),
        );
    }
    found.sort();
    Ok(found)
}

/// Builds and verifies.
pub(crate) fn verify() -> Result<()> {
    build()?;
    if let Some(reason) = not_here() {
        println!("The package is not started in a clean root: {reason}");
        return Ok(());
    }
    start_in_a_clean_root(Care::Full)
}

/// The same as steps of the tests.
pub(crate) fn as_steps(steps: &mut Steps) {
    steps.function("release, .deb, .rpm", "4 minutes the first time", quick_build);
    match not_here() {
        Some(reason) => Steps::skip("started in a clean root", &reason),
        None => steps.function("started in a clean root", "2 minutes", || {
            start_in_a_clean_root(Care::Quick)
        }),
    }
}

/// Why a clean root cannot be made here.
fn not_here() -> Option<String> {
    if !cfg!(target_os = "linux") || !has("dpkg") {
        return Some("it takes Debian or Ubuntu".into());
    }
    let is_root = output(&mut program("id", &["-u"])).is_ok_and(|id| id.trim() == "0");
    if !is_root {
        return Some("it takes root".into());
    }
    packages::ensure(packages::Purpose::Verify).err().map(|error| format!("{error:#}"))
}

/// Installs the package as the page for administrators says, starts it, and waits for its window. The
/// same program with the same settings and the same page is not started a second time.
fn start_in_a_clean_root(care: Care) -> Result<()> {
    let page = root().join("docs/ROLLING-OUT.md");
    let made_of = [care.program(), root().join("src-tauri/tauri.conf.json"), page];
    let stamp = Stamp::of(target().join("started-in-a-clean-root"), &made_of)?;
    if stamp.is_fresh() {
        println!("    this very program was started there before");
        return Ok(());
    }
    let deb = only_deb(care)?;
    let fields = output(&mut program("dpkg-deb", &["--field", &deb.to_string_lossy()]))?;
    println!("    {}", fields.lines().filter(|l| l.starts_with("Depends")).collect::<String>());
    let clean = CleanRoot::make()?;
    clean.install(&artefacts().join(care.bundles()), &rolling_out::on_debian()?)?;
    let watch = build_words("await_window", false);
    ensure!(cargo(&watch).status()?.success(), "the program await_window could not be built");
    // The title of the first screen: the page has run, the content is sound, the store could be made.
    let mut command = program(debug_program("await_window"), &["Eighteen Days – Welcome"]);
    command.args(clean.start_words("/usr/bin/eighteen-days"));
    println!("    starting the program there");
    ensure!(command.status()?.success(), "the installed program did not show its first screen");
    clean.remove()?;
    stamp.keep()
}

fn only_deb(care: Care) -> Result<PathBuf> {
    let is_deb = |path: &PathBuf| Path::new(path).extension() == Some("deb".as_ref());
    bundles(care)?.into_iter().find(is_deb).context("no .deb was made")
}
