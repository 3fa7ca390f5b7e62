//! `cargo xtask cross`: the whole app compiled and linked for Windows, on another system.
//!
//! With a toolchain that has the target, that one is used. Without it, on Debian, the distribution's own compiler
//! builds the standard library from its source: nothing is downloaded from outside the distribution. What comes
//! out is linked for real and is not run here.

use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::packages::{self, Purpose};
use crate::places::target;
use crate::shell::{cargo, has, output, program, run};
use crate::ui;

const TARGET: &str = "x86_64-pc-windows-gnu";
const LINKER: &str = "x86_64-w64-mingw32-gcc";

/// Builds the program and the command line, and says where they are.
pub(crate) fn cross() -> Result<()> {
    ui::build()?;
    println!("Building for {TARGET}: about 10 minutes the first time");
    let folder = target().join("cross");
    let words = ["build", "--workspace", "--bin", "eighteen-days", "--bin", "eighteen"];
    let mut command = if has_target() { with_target() } else { with_the_distributions()? };
    run(command.args(words).args(["--target", TARGET]).env("CARGO_TARGET_DIR", &folder))?;
    for name in ["eighteen-days.exe", "eighteen.exe"] {
        let made = folder.join(TARGET).join("debug").join(name);
        let kind = output(&mut program("file", &["--brief", &made.to_string_lossy()]))?;
        ensure!(kind.contains("PE32+") && kind.contains("x86-64"), "{name} is no program: {kind}");
        let size = made.metadata().with_context(|| format!("looking at {name}"))?.len();
        println!("  {}: {}, {} MB", made.display(), kind.trim(), size / 1_000_000);
    }
    Ok(())
}

/// Whether this toolchain has the standard library of the target.
fn has_target() -> bool {
    let mut ask = program("rustc", &["--print", "target-libdir", "--target", TARGET]);
    let folder = output(&mut ask).unwrap_or_default();
    has(LINKER) && std::path::Path::new(folder.trim()).is_dir()
}

fn with_target() -> Command {
    cargo(&[])
}

/// Debian's own compiler, and its source of the standard library.
fn with_the_distributions() -> Result<Command> {
    if !has("dpkg-query") {
        bail!("add the target first: rustup target add {TARGET}, and install {LINKER}");
    }
    packages::ensure(Purpose::Cross)?;
    let mut command = program("/usr/bin/cargo", &["-Zbuild-std=std,panic_unwind"]);
    // Building the standard library is a feature that only this variable opens in a stable compiler.
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTDOC", "/usr/bin/rustdoc")
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("CARGO_MANIFEST_DIR");
    Ok(command)
}
